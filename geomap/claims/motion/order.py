"""The day of an arrival that is told by the clock alone: the first after what the traveller did before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from geomap.calendar_dates import find_anchor
from geomap.claims.motion.event import Event
from geomap.claims.travellers import is_pronoun, same_traveller
from geomap.records import Modality, Reading, TimeSpan

_DAY = timedelta(days=1)
_CLOCK_ALONE = re.compile(r"[\d:. ]*(?:[ap]\.?m\.?)?|noon|midday|midnight", re.I)
_COMES = frozenset("arrive enter receive pass".split())
# "It had passed X at noon", "arrived at 2 pm after leaving X": the clock goes back.
_BACK = re.compile(r"\b(?:had|having|earlier|previously|before)\b")
# Earlier events of a text that are looked at; a traveller's last ones decide.
_MOST_BEFORE = 12


def in_order(reading: Reading, events: Sequence[Event]) -> Iterator[Event]:
    """The events, an arrival "at noon" dated after its departure, but not after the day of writing.

    A time on the clock has the day that the text named before it; after a departure at 5 pm on Thursday, noon is
    Friday's.
    """
    written = find_anchor(reading.document)
    limit = datetime.combine(written, time()) + _DAY if written else None
    done: list[Event] = []
    for event in events:
        since = max((_start(e) for e in done[-_MOST_BEFORE:] if _precedes(e, event)), default=None)
        moved = _after(event.time, since, limit) if since is not None and event.time is not None else None
        out = replace(event, time=moved) if moved is not None else event
        done.append(out)
        yield out


def _after(span: TimeSpan, since: datetime, limit: datetime | None) -> TimeSpan | None:
    """The clock time on the first day on which it follows a moment; None where it does so already or cannot."""
    if span.earliest is None or span.latest is None or span.latest > since:
        return None
    days = _DAY * (1 + (since - span.latest) // _DAY)
    if limit is not None and span.earliest + days >= limit:
        return None
    return replace(span, earliest=span.earliest + days, latest=span.latest + days)


def _precedes(before: Event, event: Event) -> bool:
    """Whether one event of a traveller is told to come before another, which only the clock dates."""
    span = event.time
    if span is None or event.verb not in _COMES or event.role == "from" or event.modality is not Modality.ASSERTED:
        return False
    if span.weekday is not None or span.grain not in ("hour", "daypart") or not _CLOCK_ALONE.fullmatch(span.text):
        return False
    if before.time is None or before.time.earliest is None or before.time.grain not in ("hour", "daypart"):
        return False
    text = event.sentence.text
    here = text[max(before.last, 0) if before.sentence is event.sentence else 0 : event.trigger]
    return before.modality is Modality.ASSERTED and _together(before.subject, event.subject) and not _BACK.search(here)


def _together(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    return is_pronoun(one) or is_pronoun(other) or same_traveller(one, other)


def _start(event: Event) -> datetime:
    assert event.time is not None and event.time.earliest is not None
    return event.time.earliest
