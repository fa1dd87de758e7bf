"""Finds how long a journey took whose days of departure and arrival the text tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.attribution import begin_claim
from geomap.claims.masking import QUANTITY, Masked, masked_sentences
from geomap.claims.motion import Event, find_events
from geomap.claims.motion.trips import JOURNEY, Trips, made_events, moment
from geomap.claims.travel_time.amounts import in_hours
from geomap.claims.travel_time.dates import bounds_h
from geomap.claims.travellers import same_traveller
from geomap.geodesy import rough_distance_km
from geomap.records import Claim, ClaimKind, Modality, Participant, Quantity, Reading

_WHO = r"(?:(?:it|he|she|they|the\s[a-z]+)\s)?"
_LEAVING = r"(?:had\s|has\s)?(?:left|leaving|setting|set|departing|departed|sailing|sailed|starting|started|the\sstart)"
_BOUND = r"(?:[a-z]+\s){0,2}"
# T is the amount of time, one sign; the shapes are tried in turn.
_SHAPES = (
    re.compile(rf"(?P<t>{QUANTITY})\s(?:after|since)\s{_WHO}{_LEAVING}\b"),
    re.compile(
        rf"\b{JOURNEY}\s(?:had\s|has\s)?(?:took|taken|lasted)\s(?:(?:it|him|her|them)\s)?{_BOUND}(?P<t>{QUANTITY})"
    ),
    re.compile(
        rf"\bafter\s(?:an?|the|his|her|their|its)\s(?:[a-z-]+\s){{0,3}}{JOURNEY}\sof\s{_BOUND}(?P<t>{QUANTITY})"
    ),
    re.compile(rf"\bafter\s(?:an?\s|the\s)?{_BOUND}(?P<t>{QUANTITY})[\s-](?:[a-z]+\s){{0,2}}{JOURNEY}\b"),
    re.compile(
        rf"\b(?:after|in)\s{_BOUND}(?P<t>{QUANTITY})\s(?:at\ssea|on\sthe\sroad|on\sthe\sway|in\sthe\ssaddle|afloat"
        rf"|of\s(?:rowing|walking|sailing|cycling|riding|travel|marching))\b"
    ),
    re.compile(rf"\b(?:kilometers|kilometres|miles|{QUANTITY})\s(?:[a-z]+\s){{0,3}}in\s{_BOUND}(?P<t>{QUANTITY})"),
)
_UNITS = frozenset({"h", "day", "week"})
# Two names of one start: a city and what lies beside it (chosen by us).
_SAME_END_KM = 30.0
# "The express covers the way in two days" tells of no one journey.
_AS_A_RULE = re.compile(
    r"\b(?:takes?|covers?|needs?|lasts?|runs?|usually|normally|typically|should|would|could|can|will|average)\b", re.I
)
# Events of a text that are looked through for the ends of a journey; a report tells them near its start.
_MOST_EVENTS = 80
# A sentence tells of no more events than this that one of its times could go with.
_IN_SENTENCE = 12
# A time shorter than this is not told from dates (chosen by us).
_DATED_H = 12.0
# "back on the train for a ten-hour trek": who rides so is not on foot.
_ABOARD = frozenset({"rail", "air", "sea"})


def find_elapsed(reading: Reading) -> Iterator[Claim]:
    """Claims in text order; both ends carry the times that the text gives them.

    Finds "reached X on Friday, T after it had left Y", "the voyage took T", "after a journey of T", "after a T voyage",
    "after T at sea", "covering N in T", where the text dates a departure and an arrival of the traveller.
    """
    found = [
        (masked, {hit.start("t"): hit.end() for shape in reversed(_SHAPES) for hit in shape.finditer(masked.text)})
        for masked in masked_sentences(reading)
        if masked.sentence.start >= reading.document.body_start and _has_time(masked)
    ]
    if not any(spans for _, spans in found):
        return
    trips = Trips(made_events(reading))
    for masked, spans in found:
        for span in spans.items():
            if (claim := _claim(reading, masked, span, trips)) is not None:
                yield claim


def with_events(claim: Claim, reading: Reading) -> Claim:
    """A travel time with what the events of the text say of it: by what means, and when one left and arrived."""
    if claim.stated is None or claim.ground is None or claim.figure is None:
        return claim
    told = find_events(reading)
    events = [e for e in told[:_MOST_EVENTS] if e.modality is Modality.ASSERTED]
    here = bisect_right(told, claim.start, key=lambda e: e.sentence.sentence.start)
    within = (e for e in reversed(told[max(0, here - _IN_SENTENCE) : here]) if claim.start < e.sentence.sentence.end)
    mode = next(
        (
            e.mode
            for e in within
            if e.modality is Modality.ASSERTED and e.mode and e.role == "to" and _is_at(e, claim.figure)
        ),
        None,
    )
    if mode is not None and (claim.mode is None or (mode in ("bicycle", "foot") and claim.mode not in _ABOARD)):
        claim = replace(claim, mode=mode)
    stated = claim.stated
    if stated is None or claim.figure is None or claim.ground is None or bounds_h(stated)[1] < _DATED_H:
        return claim
    if _AS_A_RULE.search(claim.quote) or _AS_A_RULE.search(
        reading.document.text, max(0, claim.start - 40), claim.start
    ):
        return claim
    start = next((e for e in events if _leaves(e) and _is_at(e, claim.ground)), None)
    end = next((e for e in events if _comes(e) and _is_at(e, claim.figure) and _goes_with(e, start)), None)
    if start is None or end is None:
        return claim
    return replace(claim, ground=replace(claim.ground, time=start.time), figure=replace(claim.figure, time=end.time))


def _has_time(masked: Masked) -> bool:
    return any(isinstance(item, Quantity) and item.unit in _UNITS for item in masked.items.values())


def _leaves(event: Event) -> bool:
    return event.role == "from" and event.verb in ("depart", "move") and event.time is not None and not event.is_area


def _comes(event: Event) -> bool:
    return event.role in ("to", "at") and event.verb not in ("depart", "bound", "turn") and event.time is not None


def _goes_with(end: Event, start: Event | None) -> bool:
    """Whether an arrival is that of who left."""
    return bool(start and start.subject and end.subject and same_traveller(start.subject, end.subject))


def _is_at(event: Event, where: Participant) -> bool:
    a, b = event.place.place, where.place
    if a is None or b is None or a.at is None or b.at is None:
        return False
    return a.id == b.id or rough_distance_km(a.at, b.at) <= _SAME_END_KM


def _claim(reading: Reading, masked: Masked, span: tuple[int, int], trips: Trips) -> Claim | None:
    at = span[0]
    quantity = masked.items[at]
    if not isinstance(quantity, Quantity) or quantity.unit not in _UNITS:
        return None
    ends = _ends(masked, trips)
    if ends is None:
        return None
    first, last = ends
    start, end = _end(first, masked, "from"), _end(last, masked, "to")
    own = trips.within(masked)
    begin = min([masked.offset(at), *(masked.offset(e.first) for e in own)])
    stop = max(quantity.end, masked.end_offset(span[1]))
    return replace(
        begin_claim(reading, ClaimKind.TRAVEL_TIME, masked.sentence, (begin, stop)),
        figure=end,
        ground=start,
        mode=next((e.mode for e in (*own, first, last) if e.mode), None),
        event="elapsed",
        hedge=quantity.hedge,
        stated=in_hours(quantity),
        subject=last.subject,
        score=min(start.score, end.score),
    )


def _end(event: Event, masked: Masked, role: str) -> Participant:
    """An end of the journey with its time; implied where another sentence names it."""
    place = replace(event.place, time=event.time, role=role)
    if event.sentence is masked:
        return place
    return replace(place, start=None, end=None, why=f"the text tells of {event.place.text} elsewhere")


def _ends(masked: Masked, trips: Trips) -> tuple[Event, Event] | None:
    """Departure and arrival of whom the sentence tells, else of whom the text tells most."""
    own = trips.within(masked)
    mine = trips.told_of(masked)[:_MOST_EVENTS]
    starts, comings = [e for e in mine if _leaves(e)], [e for e in mine if _comes(e)]
    named = [e for e in starts if any(o.role == "from" and o.place.place == e.place.place for o in own)]
    start = min(named or starts, key=moment, default=None)
    here = [e for e in comings if e.sentence is masked]
    end = max(here or comings, key=moment, default=None)
    if start is None or end is None or moment(start) >= moment(end) or start.place.place == end.place.place:
        return None
    return start, end
