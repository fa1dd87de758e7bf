"""The events of the traveller whom a sentence tells of, as far as a text asserts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geomap.claims.masking import Masked
from geomap.claims.motion.event import Event
from geomap.claims.motion.events import find_events
from geomap.claims.travellers import same_traveller
from geomap.records import Modality, Reading

# What a whole journey is called.
JOURNEY = (
    r"(?:journey|voyage|trip|trek|crossing|passage|odyssey|expedition|pilgrimage|ride|walk|march|drive|tour|row|haul"
    r"|run)"
)


def made_events(reading: Reading) -> list[Event]:
    """Events that are told as done, at known places, in text order."""
    return [e for e in find_events(reading) if e.modality is Modality.ASSERTED and e.place.place is not None]


class Trips:
    """The events of each traveller, worked out once."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._own: dict[int, list[Event]] = {}
        for event in events:
            if event.subject:
                self._own.setdefault(event.sentence.number, []).append(event)
        told = Counter(e.subject for e in events if e.subject and e.time)
        self._main = told.most_common(1)[0][0] if told else None
        self._of: dict[str, list[Event]] = {}

    def within(self, masked: Masked) -> list[Event]:
        """The events of a sentence whose traveller is known."""
        return self._own.get(masked.number, [])

    def told_of(self, masked: Masked) -> list[Event]:
        """The events of whom the sentence tells, else of whom the text tells most with times."""
        own = self.within(masked)
        who = own[0].subject if own else self._main
        if who is None:
            return []
        if who not in self._of:
            self._of[who] = [e for e in self._events if e.subject and same_traveller(e.subject, who)]
        return self._of[who]


def moment(event: Event) -> float:
    """When an event was, as a number to sort by; 0 where no time is told."""
    return event.time.earliest.timestamp() if event.time is not None and event.time.earliest is not None else 0.0
