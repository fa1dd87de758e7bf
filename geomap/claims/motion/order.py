"""Days that only the order of a journey tells: that of "at noon" after a departure, the Monday before a Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from geomap.calendar_dates import find_anchor
from geomap.claims.motion.event import Event
from geomap.claims.travellers import is_pronoun, same_traveller
from geomap.geodesy import distance_km
from geomap.records import Modality, Reading, TimeSpan
from geomap.tolerances import CLOCK_SLACK_H, MODE_CEILINGS

_DAY = timedelta(days=1)
_CLOCK_ALONE = re.compile(
    r"[\d:. ]*(?:[ap]\.?m\.?)?|noon|midday|midnight|(?:an?|[a-z]+|\d+) hours? (?:later|earlier|before)", re.I
)
_COMES = frozenset("arrive enter receive pass".split())
# "It had passed X at noon", "arrived at 2 pm after leaving X": the clock goes back.
_BACK = re.compile(r"\b(?:had|having|earlier|previously|before)\b")
# A weekday that more than its name dates.
_DATED = re.compile(r"\d|\b(?:last|next|this|previous|following|ago|later|before|after)\b", re.I)
# From Tuesday to Monday is a slip sooner than six days on the way (chosen by us).
_MOST_WEEKDAYS = timedelta(days=5)
# "reached X on Thursday after leaving Y on Monday"
_LED_TO = re.compile(r"\b(?:after|having|since|had)\s(?:[a-z]+\s)?$")
# Earlier events of a text that are looked at; a traveller's last ones decide.
_MOST_BEFORE = 12


def in_order(reading: Reading, events: Sequence[Event]) -> Iterator[Event]:
    """The events, an arrival "at noon" dated after its departure, but not after the day of writing.

    A time on the clock has the day that the text named before it; after a departure at 5 pm on Thursday, noon is
    Friday's. Of "left on Monday and came on Thursday" the Monday is the one before that Thursday.
    """
    events = list(_weeks_apart(events))
    written = find_anchor(reading.document)
    limit = datetime.combine(written, time()) + _DAY if written else None
    done: list[Event] = []
    for event in events:
        since = max((soonest for e in done[-_MOST_BEFORE:] if (soonest := _soonest(e, event))), default=None)
        moved = _after(event.time, since, limit) if since is not None and event.time is not None else None
        out = replace(event, time=moved) if moved is not None else event
        done.append(out)
        yield out


def _weeks_apart(events: Sequence[Event]) -> Iterator[Event]:
    """The events, a departure on a weekday put a week back where the sentence tells of an arrival before that day."""
    for nth, event in enumerate(events):
        near = events[max(0, nth - _MOST_BEFORE) : nth + _MOST_BEFORE]
        if _leaves_on_weekday(event) and any(_came_sooner(other, event) for other in near):
            assert event.time is not None and event.time.earliest is not None and event.time.latest is not None
            earlier = replace(event.time, earliest=event.time.earliest - 7 * _DAY, latest=event.time.latest - 7 * _DAY)
            yield replace(event, time=earlier)
        else:
            yield event


def _leaves_on_weekday(event: Event) -> bool:
    left = event.verb in ("depart", "move") and event.role == "from" and event.modality is Modality.ASSERTED
    return left and _is_weekday(event)


def _is_weekday(event: Event) -> bool:
    """Whether only a weekday, maybe with a part of the day, dates an event."""
    span = event.time
    return span is not None and span.weekday is not None and span.latest is not None and not _DATED.search(span.text)


def _came_sooner(arrival: Event, departure: Event) -> bool:
    """Whether a sentence tells of an arrival on a weekday that the departure led to, and that lies before it."""
    next_to_it = arrival.sentence.number - departure.sentence.number
    if next_to_it not in (0, 1) or not _together(arrival.subject, departure.subject):
        return False
    if next_to_it and _BACK.search(arrival.sentence.text[: arrival.trigger]):
        return False
    if arrival.verb not in _COMES or arrival.role == "from" or arrival.modality is not Modality.ASSERTED:
        return False
    if not _is_weekday(arrival) or arrival.place.place == departure.place.place:
        return False
    between = arrival.sentence.text[max(0, departure.trigger - 24) : departure.trigger]
    led = next_to_it or arrival.trigger > departure.trigger or _LED_TO.search(between)
    a, d = arrival.time, departure.time
    assert a is not None and a.latest is not None and d is not None and d.earliest is not None
    return bool(led) and a.latest - d.earliest <= _MOST_WEEKDAYS - 7 * _DAY


def _soonest(before: Event, event: Event) -> datetime | None:
    """The first moment at which an event can follow one before it, by the fastest means; None where it need not."""
    if not _precedes(before, event):
        left = before.verb == "depart" and before.role == "from" and _is_dated(before) and _comes_by_clock(event)
        if not left or not _together(before.subject, event.subject) or _start(event) < _start(before):
            return None
    a, b = (e.place.place.at if e.place.place and not e.is_area else None for e in (before, event))
    _, fastest = MODE_CEILINGS.get(event.mode or before.mode or "air", MODE_CEILINGS["air"])
    hours = distance_km(a, b) / fastest - CLOCK_SLACK_H.value if a and b else 0.0
    return _start(before) + timedelta(hours=max(0.0, hours))


def _after(span: TimeSpan, since: datetime, limit: datetime | None) -> TimeSpan | None:
    """The clock time on the first day on which it follows a moment; None where it does so already or cannot."""
    if span.earliest is None or span.latest is None or span.latest > since:
        return None
    days = _DAY * (1 + (since - span.latest) // _DAY)
    if limit is not None and span.earliest + days >= limit:
        return None
    return replace(span, earliest=span.earliest + days, latest=span.latest + days)


def _comes_by_clock(event: Event) -> bool:
    """Whether an event is an arrival that only the clock dates."""
    span = event.time
    if span is None or event.verb not in _COMES or event.role == "from" or event.modality is not Modality.ASSERTED:
        return False
    return span.weekday is None and span.grain in ("hour", "daypart") and _CLOCK_ALONE.fullmatch(span.text) is not None


def _is_dated(event: Event) -> bool:
    return event.time is not None and event.time.earliest is not None and event.time.grain in ("hour", "daypart")


def _precedes(before: Event, event: Event) -> bool:
    """Whether one event of a traveller is told to come before another, which only the clock dates."""
    if not _comes_by_clock(event) or not _is_dated(before):
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
