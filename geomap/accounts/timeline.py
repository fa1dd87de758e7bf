"""Whether the journey that several statements tell can be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, pairwise

from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import Sighting, Trip
from geomap.accounts.stops import find_trips, spoken
from geomap.geodesy import distance_km, most_behind_h
from geomap.interfaces import Network
from geomap.quantities import convert
from geomap.records import ClaimKind, Comparison, Outcome, Reading, Rule, Verdict
from geomap.tolerances import CLOCK_SLACK_H, MODE_CEILING, MODE_CEILINGS

RULES = (
    Rule(
        id="timeline.feasible",
        kind="timeline_feasibility",
        text="The time that a journey's way needs, at the stated speed or the fastest of its mode, is compared with "
        "the longest window that all statements together leave.",
        tolerances=(MODE_CEILING, CLOCK_SLACK_H),
    ),
    Rule(id="timeline.order", kind="timeline_feasibility", text="A journey cannot arrive before it leaves."),
)


# A journey has come back when its end is nearer to its start than this share of its furthest stop (chosen by us).
_BACK = 0.2
# Of these the one point says nothing of where they were crossed.
_LINES = frozenset("river strait canal range channel bay border".split())
# Pairs of so many stops are looked at; a journey has far fewer.
_MOST_PAIRED = 40


class Timelines:
    """Tells whether journeys are feasible."""

    def __init__(self, network: Network | None) -> None:
        self._network = network

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """One comparison for each journey with times."""
        trips = find_trips(readings, verdicts)
        speeds = [v for v in verdicts if v.claim.kind is ClaimKind.SPEED and v.claim.stated]
        found = [c for trip in trips if (c := self._apart(trip, speeds) or self._feasible(trip, speeds))]
        return spoken(found)

    def _apart(self, trip: Trip, speeds: Sequence[Verdict]) -> Comparison | None:
        """Two stops that no traveller of the mode can have made in the time that is told between them."""
        stops = [s for s in _timed(trip) if s.traveller is not None and not _may_be_absent(s)][:_MOST_PAIRED]
        for one, other in combinations(sorted(stops, key=_first), 2):
            if one.verdict is other.verdict or same_place(one.place, other.place) or _first(one) == _first(other):
                continue
            found = self._leg(trip, one, other, [], speeds)
            if found and found.rule == "timeline.feasible" and found.outcome is Outcome.INCONSISTENT:
                return found
        return None

    def _feasible(self, trip: Trip, speeds: Sequence[Verdict]) -> Comparison | None:
        stops = _timed(trip)
        starts = [s for s in stops if s.role == "from"]
        for start in starts:
            ends = [s for s in (*stops, *_entries(trip)) if _follows(s, start)]
            ends = [end for end in ends if end.verdict is not start.verdict]  # one claim is judged on its own
            if ends:
                end = max(ends, key=_first)
                if self._came_back(start, end, stops):
                    continue
                return self._leg(
                    trip, _narrowed(start, stops), _narrowed(end, (*stops, *_entries(trip))), stops, speeds
                )
        for one, other in pairwise(sorted(stops, key=_first)):
            if not same_place(one.place, other.place) and one.verdict is not other.verdict:
                return self._leg(trip, one, other, stops, speeds)
        return None

    def _came_back(self, start: Sighting, end: Sighting, stops: Sequence[Sighting]) -> bool:
        """Whether a journey ends near where it began, so that its ends say nothing of the way between."""
        assert start.place.at is not None
        away = [distance_km(start.place.at, s.place.at) for s in (*stops, end) if s.place.at is not None]
        return end.place.at is not None and distance_km(start.place.at, end.place.at) < _BACK * max(away)

    def _leg(
        self, trip: Trip, start: Sighting, end: Sighting, stops: Sequence[Sighting], speeds: Sequence[Verdict]
    ) -> Comparison | None:
        assert start.place.at and end.place.at and start.time and end.time
        by = next((m for m in (start.mode, end.mode) if m in ("rail", "sea")), None)
        route = self._network.route([start.place, end.place], mode=by) if by and self._network else None
        connected = route is not None and route.length_km is not None
        mode = start.mode if start.mode and start.mode == end.mode else by if by and connected else "any"
        straight = distance_km(start.place.at, end.place.at)
        km = route.length_km if route is not None and route.length_km is not None else straight
        behind = most_behind_h(start.place.at, end.place.at, slack_h=CLOCK_SLACK_H.value)
        hours = (_last(end) - _first(start)).total_seconds() / 3600 + behind
        least = min(max(0.0, (_first(end) - _last(start)).total_seconds() / 3600), max(hours, 0.0))
        said = next((v for v in speeds if v.claim.mode in (trip.mode, None)), None)
        speed = convert(said.claim.stated.value, said.claim.stated.unit, "km/h") if said and said.claim.stated else None
        ceiling = MODE_CEILINGS.get(mode, (930.0, 1100.0))[1]
        told = [s.verdict for s in (start, end, *stops)] + ([said] if said else [])
        ids = tuple(dict.fromkeys(v.claim.id for v in told))
        way = f"{km:,.0f} km by {by}" if km is not straight else f"{straight:,.0f} km in a straight line"
        why = (
            f"{trip.traveller}: {way} from {start.place.name} ({_told(start)}) to {end.place.name} ({_told(end)}) "
            f"{_within(least, hours)}"
        )
        if Outcome.DOUBTFUL in (start.verdict.outcome, end.verdict.outcome) and straight / ceiling > max(hours, 0):
            return None  # which places are meant is in doubt already
        if hours <= 0:
            return _comparison(ids, Outcome.INCONSISTENT, "timeline.order", f"does not match: {why}")
        needed = km / (speed or ceiling)
        why += (
            f"; at {speed:.0f} km/h that needs {needed:.1f} h, and the mean over the window is {km / hours:.0f} km/h"
            if speed
            else f", a mean of {km / hours:.0f} km/h"
        )
        if straight / ceiling > hours:
            return _comparison(
                ids, Outcome.INCONSISTENT, "timeline.feasible", f"does not match: {why}, faster than the mode allows"
            )
        if needed > hours:
            return _comparison(ids, Outcome.DOUBTFUL, "timeline.feasible", f"{why}; the stated speed does not suffice")
        return _comparison(ids, Outcome.CONSISTENT, "timeline.feasible", why)


def _may_be_absent(s: Sighting) -> bool:
    """Whether a sighting is not surely one of the traveller's own: a meeting that others held."""
    return s.verdict.claim.event not in ("depart", "arrive", "enter", "pass", "receive", "transfer", "move", "visit")


def _comparison(ids: tuple[str, ...], outcome: Outcome, rule: str, why: str) -> Comparison:
    return Comparison(id="", kind="timeline_feasibility", claims=ids, outcome=outcome, why=why, rule=rule)


def _timed(trip: Trip) -> list[Sighting]:
    """Reached stops with a day, of the last month that is told."""
    timed = [
        s
        for s in trip.sightings
        if not s.planned
        and not s.is_area
        and s.place.at
        and s.place.kind not in _LINES
        and s.time
        and s.time.earliest
        and s.time.latest
        and s.time.grain in ("day", "daypart", "hour")
    ]
    if not timed:
        return []
    last = max(_first(s) for s in timed)
    return [s for s in timed if (last - _first(s)).days <= 31]


def _narrowed(stop: Sighting, others: Sequence[Sighting]) -> Sighting:
    """A sighting with the time in which all sightings at its place meet: Sunday, and Sunday afternoon."""
    first, last, text = _first(stop), _last(stop), _told(stop)
    for other in others:
        same = same_place(other.place, stop.place) and {other.role, stop.role} != {"from", "to"}
        if same and other.time and max(first, _first(other)) < min(last, _last(other)):
            if _last(other) - _first(other) < last - first:
                text = _told(other)
            first, last = max(first, _first(other)), min(last, _last(other))
    return replace(stop, time=replace(stop.time, earliest=first, latest=last, text=text)) if stop.time else stop


def _entries(trip: Trip) -> list[Sighting]:
    """Timed arrivals in a country, at the stop in it that the texts name without a time."""
    out = []
    for s in trip.sightings:
        if (
            s.planned
            or s.role != "to"
            or s.place.kind != "country"
            or s.time is None
            or s.time.earliest is None
            or s.time.latest is None
        ):
            continue
        if s.verdict.claim.event not in ("arrive", "enter"):
            continue
        inside = [
            o
            for o in trip.sightings
            if not o.planned and not o.is_area and o.place.country == s.place.country and o.role in ("to", "at")
        ]
        named = next((o for o in inside if o.verdict.claim.event in ("arrive", "receive")), None)
        if named is not None:
            out.append(replace(s, place=named.place))
    return out


def _first(s: Sighting) -> datetime:
    assert s.time and s.time.earliest
    return s.time.earliest


def _last(s: Sighting) -> datetime:
    assert s.time and s.time.latest
    return s.time.latest


def _follows(end: Sighting, start: Sighting) -> bool:
    """Whether a sighting can be an end of the way that another begins."""
    if end.role not in ("to", "at", "via") or same_place(end.place, start.place) or end.time is start.time:
        return False
    return _last(end) > _first(start) or end.verdict is start.verdict


def _within(least_h: float, most_h: float) -> str:
    """A window in words: a single figure where its bounds are one, none where the end comes first."""
    if most_h <= 0:
        return "before the start"
    bounds = dict.fromkeys(f"{h:.0f}" for h in (least_h, most_h))
    return f"within {' to '.join(bounds)} h"


def _told(s: Sighting) -> str:
    return s.time.text if s.time else ""
