"""Judges schedules: can the traveller have been there by then?"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from geomap import tolerances
from geomap.calendar_dates import in_some_week
from geomap.claims import known_events
from geomap.claims.findings import listed
from geomap.claims.placing import unknown
from geomap.claims.travel_time.shapes import KINDS
from geomap.claims.ways import verdict
from geomap.geodesy import distance_km, geodesic_line, most_behind_h
from geomap.interfaces import Network
from geomap.records import Claim, Modality, Outcome, Participant, Place, Route, Rule, Verdict

RULES = (
    Rule(
        id="schedule.feasible",
        kind="schedule",
        text=(
            "From stop to stop, the least time that the way takes at "
            "the fastest speed of the mode is compared with the longest window that the stated times leave."
        ),
        tolerances=(tolerances.MODE_CEILING, tolerances.CLOCK_SLACK_H),
    ),
    Rule(
        id="schedule.order",
        kind="schedule",
        text=("A stop cannot be left before it is reached, nor reached before the stop before it is left."),
    ),
    Rule(
        id="schedule.placed",
        kind="schedule",
        text=(
            "A single event at a known place and time that nothing in "
            "it contradicts: the time falls on or before the day of writing."
        ),
    ),
    Rule(
        id="schedule.after-writing", kind="schedule", text=("What is told as past cannot lie after the day of writing.")
    ),
    Rule(id="schedule.planned", kind="schedule", text="What is planned, possible or denied cannot be checked yet."),
    Rule(
        id="schedule.known-event",
        kind="schedule",
        text=("A well-known event is compared with its date in data/events.csv."),
    ),
    Rule(id="schedule.unknown", kind="schedule", text="A place or time that is not known cannot be checked."),
)

# The sun goes so far in an hour at the equator: 15 degrees.
KM_PER_HOUR = 1670.0
OK, NO, OPEN = Outcome.CONSISTENT, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE


def judge_schedule(claim: Claim, network: Network | None) -> Verdict:
    """What holds of a schedule."""
    if claim.event == "known":
        return _judge_known(claim)
    if claim.modality is not Modality.ASSERTED:
        word = {"planned": "announced", "possible": "only possible", "negated": "denied"}[claim.modality]
        return verdict(
            claim, OPEN, "schedule.planned", (f"this is {word}, not told as done; a later text can settle it")
        )
    if claim.notes:
        return verdict(claim, NO, "schedule.after-writing", f"does not match: told as past, but {claim.notes[0]}")
    stops = [p for p in (claim.ground, *claim.via, claim.figure) if p is not None]
    placed = [p for p in stops if p.place is not None]
    if not placed:
        return verdict(claim, OPEN, "schedule.unknown", unknown(*stops))
    return _judge_legs(claim, placed, network)


def _judge_legs(claim: Claim, placed: Sequence[Participant], network: Network | None) -> Verdict:
    """Each leg between stops with times; the first that cannot be decides."""
    timed = [p for p in placed if p.role != "bound" and p.time and p.time.earliest and p.time.latest]
    legs = [(a, b) for a, b in pairwise(_in_order(claim, timed)) if a.time is not b.time and a.place is not b.place]
    tellings: list[Verdict] = []
    for start, end in legs:
        found = _judge_leg(claim, start, end, network)
        if found.outcome is NO:
            return found
        tellings.append(found)
    if tellings:
        return tellings[0]
    if (undated := _in_some_week(claim)) is not None:
        start, end = undated
        found = _judge_leg(claim, start, end, network)
        if found.outcome is NO and _takes_all_day(claim, start, end):
            return _judge_leg(claim, start, _next_day(end), network)
        return found
    names = list(dict.fromkeys(p.place.name for p in placed if p.place))
    known = f"{listed(names)} {'is' if len(names) == 1 else 'are'} known"
    when = next((p.time for p in reversed(placed) if p.time is not None), None)
    if when is None:
        return verdict(claim, OK, "schedule.placed", f"{known} and nothing contradicts it; no day is told")
    if when.earliest is None:
        why = f"{known} and nothing contradicts it; {when.text} cannot be dated from this text alone"
        return verdict(claim, OK, "schedule.placed", why)
    named = _day(when.earliest).removeprefix(f"{when.text} ")  # no "Saturday is Saturday 11 October 2025"
    day = f", {when.text} is {named}" if when.grain in ("day", "daypart", "hour") else f" ({when.text})"
    return verdict(claim, OK, "schedule.placed", f"{known}{day}, and nothing contradicts it")


def _in_some_week(claim: Claim) -> tuple[Participant, Participant] | None:
    """Departure and arrival of an undated text, told in one breath, in some week or other."""
    start, end = claim.ground, claim.figure
    if start is None or end is None or not start.place or not end.place or not start.time or not end.time:
        return None
    if not _in_one_breath(claim) or start.time is end.time or end.role not in ("to", "at"):
        return None
    times = in_some_week(start.time, end.time)
    return (replace(start, time=times[0]), replace(end, time=times[1])) if times else None


# So long a way is not made from one clock to the next of the same day, and nobody says which day it is (chosen by us).
_ALL_DAY_H = 5.0


def _takes_all_day(claim: Claim, start: Participant, end: Participant) -> bool:
    """Whether a way that is told by clocks alone is so long that it ends on another day."""
    assert start.time is not None
    return (
        start.time.weekday is None and _straight_km(start, end) / _ceilings(claim, claim.mode or "any")[1] > _ALL_DAY_H
    )


def _next_day(end: Participant) -> Participant:
    assert end.time is not None and end.time.earliest and end.time.latest
    day = timedelta(days=1)
    return replace(end, time=replace(end.time, earliest=end.time.earliest + day, latest=end.time.latest + day))


def _in_order(claim: Claim, timed: Sequence[Participant]) -> list[Participant]:
    """The stops by their times; as told where a departure is told before its arrival in one breath."""
    if _in_one_breath(claim) and len(timed) == 2 and timed[0].role == "from" and timed[1].role in ("to", "at"):
        return list(timed)
    return sorted(timed, key=lambda p: p.time.earliest if p.time and p.time.earliest else datetime.max)


def _in_one_breath(claim: Claim) -> bool:
    """Whether departure and arrival are told one after the other: "left X on Sunday and arrived in Y on Tuesday"."""
    start, end = claim.ground, claim.figure
    if start is None or end is None or start.start is None or end.start is None or start.start > end.start:
        return False
    between = claim.quote[start.start - claim.start : end.start - claim.start]
    return not re.search(r"(?<![ap]\.m)[;.]\s|\b(?:had|earlier|previously|before|after)\b", between)


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def _judge_leg(claim: Claim, start: Participant, end: Participant, network: Network | None) -> Verdict:
    assert start.place and end.place and start.time and end.time and start.time.earliest and end.time.latest
    hours = (end.time.latest - start.time.earliest).total_seconds() / 3600 + _behind_h(start.place, end.place)
    if hours <= 0:
        why = f"does not match: {end.place.name} ({end.time.text}) comes before {start.place.name} ({start.time.text})"
        return verdict(claim, NO, "schedule.order", why, measured={"window_h": round(hours, 1)})
    straight = _straight_km(start, end)
    mode = claim.mode or "any"
    route = _known_way(start.place, end.place, straight, mode, network)
    warn, reject = _ceilings(claim, mode)
    least = straight if route is None or not route.length_km else max(straight, route.low_km or 0.9 * route.length_km)
    needed = least / reject
    measured = {"straight_km": round(straight, 1), "window_h": round(hours, 1)}
    if route is not None and route.length_km is not None:
        measured["route_km"] = route.length_km
        measured["mean_kmh"] = round(route.length_km / hours, 1)
    elif straight:
        measured["mean_kmh"] = round(straight / hours, 1)
    lines = (geodesic_line(start.place.at, end.place.at),) if start.place.at and end.place.at else ()
    way = f"{straight:,.0f} km in a straight line"
    way += f", {route.length_km:,.0f} km by {mode}" if route is not None and route.length_km else ""
    if needed > hours:
        why = (
            f"does not match: {way} from {start.place.name} to {end.place.name} within {hours:.0f} h would "
            f"need {max(straight, measured.get('route_km', 0.0)) / hours:,.0f} km/h"
        )
        return verdict(claim, NO, "schedule.feasible", why, measured=measured, lines=lines)
    if straight == 0:
        why = (
            f"from {start.text} ({start.time.text}) to {end.text} ({end.time.text}) there are up to "
            f"{hours:.0f} h, enough for the way"
        )
        return verdict(claim, OK, "schedule.feasible", why, measured=measured)
    outcome = Outcome.DOUBTFUL if least / warn > hours else OK
    mean = measured.get("mean_kmh", 0.0)
    why = (
        f"{way} from {start.place.name} to {end.place.name}; up to {hours:.0f} h are left, a mean of "
        f"{mean:,.0f} km/h or more"
    )
    return verdict(
        claim,
        outcome,
        "schedule.feasible",
        why,
        measured=measured,
        route=route,
        lines=lines,
    )


def _known_way(start: Place, end: Place, straight_km: float, mode: str, network: Network | None) -> Route | None:
    """The way by rail or by sea; lanes say nothing of near harbours."""
    if network is None or start.is_wide or end.is_wide or mode not in ("rail", "sea"):
        return None
    if mode == "sea" and straight_km < tolerances.LANES_FROM.value:
        return None
    route = network.route([start, end], mode=mode)
    return route if route is not None and route.length_km is not None and not route.estimated else None


def _ceilings(claim: Claim, mode: str) -> tuple[float, float]:
    """The speeds to warn at and to reject from; a cargo ship is slower than a ferry."""
    words = f"{claim.subject or ''} {claim.quote}".lower()
    kind = next((name for name, (way, form) in KINDS.items() if way == mode and form.search(words)), None)
    if kind is not None:
        warn, reject = tolerances.CEILINGS[kind]
        return warn.value, reject.value
    return tolerances.MODE_CEILINGS.get(mode, (930.0, 1100.0))


def _behind_h(start: Place, end: Place) -> float:
    """Hours by which a window between two places is longer than their local clocks make it seem, at most.

    A region may keep its clocks by any of its parts.
    """
    if start.at is None or end.at is None:
        return tolerances.CLOCK_SLACK_H.value
    wide_h = sum(_width_h(place) for place in (start, end) if place.is_wide)
    return most_behind_h(start.at, end.at, slack_h=tolerances.CLOCK_SLACK_H.value) + wide_h


def _width_h(place: Place) -> float:
    """How many hours the sun takes from the middle of a place to its edge."""
    assert place.at is not None
    per_hour = KM_PER_HOUR * max(0.2, math.cos(math.radians(place.at.lat_deg)))
    return min(place.radius_km / per_hour, 6.0)


def _straight_km(start: Participant, end: Participant) -> float:
    """The straight line between two stops, less what areas may reach; 0 for a whole country."""
    assert start.place and end.place
    if (
        start.place.at is None
        or end.place.at is None
        or any(p.is_wide and p.kind in ("country", "continent", "union", "vague") for p in (start.place, end.place))
    ):
        return 0.0
    away = distance_km(start.place.at, end.place.at)
    reach = sum(p.place.radius_km for p in (start, end) if p.place and p.place.is_wide)
    return max(0.0, away - reach)


def _judge_known(claim: Claim) -> Verdict:
    event = next(known_events.named_in(claim.quote), None)
    when = claim.time
    if event is None or when is None or when.earliest is None or when.latest is None:
        return verdict(claim, OPEN, "schedule.unknown", "no table dates this event")
    first = datetime(event.start.year, event.start.month, event.start.day)
    last = datetime(event.end.year, event.end.month, event.end.day) if event.end else first
    told = f"{event.name} began on {event.start.day} {event.start:%B %Y}"
    if when.earliest <= last and first < when.latest:
        return verdict(claim, OK, "schedule.known-event", f"{told}, which fits {when.text}")
    return verdict(claim, NO, "schedule.known-event", f"does not match: {told}, not in {when.text}")
