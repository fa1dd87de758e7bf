"""Finds statements about the ways that travellers take."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.attribution import begin_claim
from geomap.claims.masking import TIME, Masked, Remembered
from geomap.claims.modality import mode_of
from geomap.claims.motion.events import Event, find_events
from geomap.claims.motion.groups import Group, find_groups
from geomap.claims.motion.links import Link, find_links
from geomap.claims.motion.telling import origin_of, tell, time_at
from geomap.claims.motion.turns import turn_position
from geomap.claims.placing import settle
from geomap.claims.route.told_ways import ends_of_line, with_stops_after
from geomap.claims.travellers import is_pronoun, is_vehicle, same_traveller
from geomap.interfaces import Gazetteer
from geomap.records import Claim, ClaimKind, Modality, Participant, Reading, TimeSpan

_TURN = re.compile(
    r"\b(?:head(?:s|ed|ing)?|turn(?:s|ed|ing)?|swung|veer(?:s|ed|ing)?|continued|proceeded|went"
    r"|sailed|drove|moved)\s(?:due\s)?(?P<way>(?:north|south|east|west)(?:-?(?:east|west))?)\b",
    re.I,
)
_POINTS = {
    "north": "N",
    "south": "S",
    "east": "E",
    "west": "W",
    "northeast": "NE",
    "northwest": "NW",
    "southeast": "SE",
    "southwest": "SW",
}
# How far behind the words for a turn its time may stand, in characters of the masked sentence.
_NEAR_TURN = 60
# What runs, goes or sails somewhere does so as a rule; that it has got there is not told.
_USUAL = frozenset("run runs lead leads takes goes travels flies sails operates".split())
_PERIOD = re.compile(
    r"\b(?:during|in|after|before|since)\s(?:the\s)?(?:World War (?:II|I|Two|One)"
    r"|Second World War|First World War|Cold War|Korean War|Soviet (?:era|times)|colonial (?:era|times)"
    r"|19th century|Tsarist times)",
    re.I,
)


def find_routes(reading: Reading, gazetteer: Gazetteer) -> Iterator[Claim]:
    """Claims of route in text order.

    Finds "entered R", "drove into R", "crossed R's border with S", "bound for X, changed course after crossing the Y
    and headed north", "headed to X but rerouted to Y", "crossed the Y River", "from X (via Y) to Z", "en route from X
    to Z", "left X for Z", "left X", "returned to X", "stopped in towns including X", "the last stretch was from X to
    Y", "planning a visit to X", "did not stop in X", "bypassed X", "a railway connecting X to Y", "a service between X
    and Y". Where a length or a time goes with
    the way, other claims are about it.
    """
    for group in find_groups(reading):
        if group.form != "schedule":
            yield _claim(reading, group, gazetteer)
    for link in find_links(reading):
        yield _link(reading, link)


def _claim(reading: Reading, group: Group, gazetteer: Gazetteer) -> Claim:
    claim = tell(reading, ClaimKind.ROUTE, group.events, gazetteer, event=group.form)
    masked = group.events[0].sentence
    if group.form == "turn":
        claim = _with_turn(reading, group, claim, gazetteer)
    if group.form == "missed":
        place = replace(settle(group.events[0].place, gazetteer), role="not_reached", time=group.events[0].time)
        return replace(claim, figure=place, via=())
    if group.form == "plan":
        planned = replace(claim.figure, role="planned") if claim.figure else None
        return replace(claim, figure=planned)
    if group.form == "enter":
        clause = masked.text[group.events[0].first :]
        end = re.search(r"[.,;:]|$", clause)
        last = group.events[0].first + (end.start() if end else 0)
        stop = max(claim.end, masked.end_offset(last))
        claim = replace(claim, end=stop, quote=reading.document.text[claim.start : stop])
    if claim.ground is None and group.form in ("cross", "stop"):
        ends = ends_of_line(reading, group.events[0], gazetteer)
        if ends is not None:
            return _on_line(claim, ends)
    if claim.ground is None and group.form in ("enter", "turn", "cross", "stop"):
        claim = replace(claim, ground=origin_of(reading, group.events[0], gazetteer))
    if group.form == "way":
        if claim.modality is Modality.ASSERTED and all(e.word.split()[-1] in _USUAL for e in group.events):
            claim = replace(claim, notes=(*claim.notes, "the usual way"))
        claim = with_stops_after(claim, masked, gazetteer)
        claim = replace(claim, quote=reading.document.text[claim.start : claim.end])
    return claim


def _on_line(claim: Claim, ends: tuple[Participant, Participant]) -> Claim:
    """A crossing of a line, or a stop on it: the line's ends are those of the way, what is told lies between."""
    between = [replace(claim.figure, role="via")] if claim.figure is not None else []
    return replace(claim, ground=ends[0], figure=ends[1], via=(*claim.via, *between), notes=(*claim.notes, "of a line"))


def _role_at_turn(event: Event, ahead: set[int]) -> str:
    """The role of a place in the story of a turn: what lay beyond it, or is yet to come, is planned."""
    planned = event.modality in (Modality.PLANNED, Modality.POSSIBLE)
    return (
        "planned"
        if (event.role == "via" and event.trigger in ahead) or (event.role == "to" and planned)
        else event.role
    )


# "was diverted while bound for X": that was before the turn; "turned back and is on its way to X" is after it.
_WHILE = re.compile(
    r"\b(?:while|when|though|although|as|originally|initially|first|been|had)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)


def _is_before(text: str, event: Event, turned_at: int) -> bool:
    """Whether a way to a place was given up at the turn, not taken up after it."""
    while_bound = _WHILE.search(text[max(0, event.trigger - 30) : event.trigger])
    return event.trigger < turned_at or (event.verb == "bound" and while_bound is not None)


def _with_turn(reading: Reading, group: Group, claim: Claim, gazetteer: Gazetteer) -> Claim:
    """Where a traveller turned away from is not reached; where it is seen next shows the way of the turn."""
    masked = group.events[0].sentence
    turned_at = turn_position(masked.text)
    bound = [
        e
        for e in group.events
        if e.role == "to"
        and (
            e.trigger < turned_at
            or (e.verb == "bound" and _WHILE.search(masked.text[max(0, e.trigger - 30) : e.trigger]))
        )
        and e.verb in ("bound", "depart", "move")
    ]
    turned = [e for e in group.events if e.verb == "turn" and e.role == "to"]
    hits = [h for h in _TURN.finditer(masked.text) if h.start() >= group.events[0].trigger]
    ahead = {e.trigger for e in bound if e.verb == "bound"}
    people = [replace(settle(e.place, gazetteer), time=time_at(e), role=_role_at_turn(e, ahead)) for e in group.events]
    missed = next((p for e, p in zip(group.events, people, strict=True) if e in bound[:1]), None)
    if missed is None:
        return claim
    new = next((p for e, p in zip(group.events, people, strict=True) if e in turned[-1:]), None) or _seen_next(
        reading, group, gazetteer
    )
    start = next((p for p in people if p.role == "from"), None)
    rest = [
        p
        for p in people
        if (p.role in ("cross", "via", "at", "planned") and p.start not in (missed.start, new.start if new else None))
        or (p.role == "to" and p.start not in (missed.start, new.start if new else None))
    ]
    last = max([masked.end_offset(h.end()) for h in hits] + [claim.end])
    first = re.search(
        r"\b(?:initially|originally|first|was|were)\s(?:[a-z]+\s)?$", masked.text[: group.events[0].first]
    )
    begin = masked.offset(first.start()) if first else claim.start
    return replace(
        claim,
        start=begin,
        end=last,
        quote=reading.document.text[begin:last],
        ground=start,
        figure=replace(missed, role="not_reached", time=missed.time or _turned_on(masked, turned_at)),
        via=(*rest, *([new] if new else [])),
        direction=_POINTS[hits[-1]["way"].lower().replace("-", "")] if hits else None,
        modality=Modality.ASSERTED,
    )


def _turned_on(masked: Masked, turned_at: int) -> TimeSpan | None:
    """The time that follows the words for a turn."""
    near = (p for p in masked.positions(TIME) if turned_at <= p <= turned_at + _NEAR_TURN)
    return next((masked.time(p) for p in near), None)


def _is_same(one: str, other: str) -> bool:
    return one == other or (is_vehicle(one) == is_vehicle(other) and same_traveller(one, other))


def _seen_next(reading: Reading, group: Group, gazetteer: Gazetteer) -> Participant | None:
    """Where the text places the traveller after the turn."""
    after, traveller = group.events[0].sentence.number, group.events[0].subject
    told = _sightings(reading)
    for event in told[bisect_right(told, after, key=lambda e: e.sentence.number) :]:
        if event.subject and traveller and not is_pronoun(event.subject) and not _is_same(event.subject, traveller):
            continue
        place = settle(event.place, gazetteer)
        if place.place is not None:
            return replace(
                place,
                start=None,
                end=None,
                role="at",
                why=(f"the text places the traveller in {place.text} afterwards"),
            )
    return None


_sightings: Remembered[Event] = Remembered(
    lambda reading: [
        event
        for event in find_events(reading)
        if event.verb in ("show", "receive", "arrive")
        and event.role in ("to", "at")
        and event.modality is Modality.ASSERTED
        and not event.is_area
    ]
)


def _link(reading: Reading, link: Link) -> Claim:
    masked, text = link.sentence, reading.document.text
    start, end = masked.offset(link.first), masked.end_offset(link.last)
    words = text[masked.sentence.start : masked.sentence.end]
    times = tuple(masked.time(p) for p in masked.positions(TIME) if link.first <= p < link.last)
    period = _PERIOD.search(text, start, end)
    notes = (
        (f"built {period.group()}",)
        if period
        else tuple(f"built {t.text}" for t in times[:1] if link.word == "connect" and "built" in words)
    )
    a, b = link.places
    return replace(
        begin_claim(reading, ClaimKind.ROUTE, masked.sentence, (start, end)),
        figure=b,
        ground=a,
        mode=mode_of(masked.text[max(0, link.first - 40) : link.last]),
        event=link.word,
        times=times,
        score=min(a.score, b.score),
        notes=notes,
    )


__all__ = ["Event", "find_routes"]
