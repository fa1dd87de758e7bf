"""Departures that a sentence dates by the days to the arrival: "reached X on Saturday, eight days after it left Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from geomap.claims.masking import QUANTITY
from geomap.claims.motion.event import Event
from geomap.claims.travellers import is_pronoun, same_traveller
from geomap.records import Modality, Quantity, TimeSpan

_DAYS = {"day": 1.0, "week": 7.0}
_AFTER = re.compile(rf"(?P<n>{QUANTITY}) after (?:[a-z]+ ){{0,4}}$")
_COMES = frozenset("arrive enter receive pass".split())
_HEDGED = re.compile(r"\b(?:more|less|over|under|at least|nearly|almost|about|some|around)\b", re.I)


def with_counted(events: Sequence[Event]) -> Iterator[Event]:
    """The events, a departure without a time dated by the count of days to the arrival of its sentence."""
    for nth, event in enumerate(events):
        before = [e for e in events[max(0, nth - 8) : nth] if e.sentence is event.sentence]
        found = _dated(event, before) if before else None
        yield replace(event, time=found) if found is not None else event


def _dated(event: Event, before: Sequence[Event]) -> TimeSpan | None:
    if event.time is not None or event.role != "from" or event.verb not in ("depart", "move"):
        return None
    text = event.sentence.text
    hit = _AFTER.search(text, max(0, event.trigger - 40), event.trigger)
    count = event.sentence.items.get(hit.start("n")) if hit else None
    if not isinstance(count, Quantity) or count.unit not in _DAYS or _HEDGED.search(count.text):
        return None
    arrival = next((e for e in reversed(before) if _arrives(e, event)), None)
    if arrival is None or arrival.time is None or arrival.time.earliest is None or arrival.time.latest is None:
        return None
    slack = 1 if count.unit == "day" else 2  # "two weeks after" is told to the day or nearly so
    day, back = timedelta(days=1), timedelta(days=count.value * _DAYS[count.unit])
    first = arrival.time.earliest.replace(hour=0, minute=0) - back - (slack - 1) * day
    return TimeSpan(
        start=count.start,
        end=count.end,
        text=f"{count.text} before {arrival.time.text}",
        grain="day",
        earliest=first,
        latest=first + (2 * slack - 1) * day,
    )


def _arrives(event: Event, left: Event) -> bool:
    came = event.verb in _COMES and event.role != "from" and event.modality is Modality.ASSERTED
    one, other = event.subject, left.subject
    known = one is None or other is None or is_pronoun(one) or is_pronoun(other) or same_traveller(one, other)
    return came and known and event.time is not None and event.time.grain in ("day", "daypart", "hour")
