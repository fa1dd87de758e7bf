"""The events of the traveller whom a sentence tells of, as far as a text asserts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geomap.claims.masking import Masked
from geomap.claims.motion.event import Event
from geomap.claims.motion.events import find_events
from geomap.claims.travellers import same_traveller
from geomap.records import Modality, Reading


def made_events(reading: Reading) -> list[Event]:
    """Events that are told as done, at known places, in text order."""
    return [e for e in find_events(reading) if e.modality is Modality.ASSERTED and e.place.place is not None]


def told_of(masked: Masked, events: Sequence[Event]) -> list[Event]:
    """The events of whom the sentence tells, else of whom the text tells most with times."""
    own = [e for e in events if e.sentence is masked and e.subject]
    told = Counter(e.subject for e in events if e.subject and e.time)
    who = own[0].subject if own else told.most_common(1)[0][0] if told else None
    return [e for e in events if who and e.subject and same_traveller(e.subject, who)]


def moment(event: Event) -> float:
    """When an event was, as a number to sort by; 0 where no time is told."""
    return event.time.earliest.timestamp() if event.time is not None and event.time.earliest is not None else 0.0
