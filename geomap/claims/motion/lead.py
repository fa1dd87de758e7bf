"""Who the unnamed traveller of a story's first sentence is: "A nurse has walked to X. Anna Berg, 29, left Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.motion.event import Event
from geomap.claims.storms import STORMS
from geomap.claims.travellers import is_carrier, is_pronoun, is_vehicle
from geomap.records import Reading

# The name follows in one of the next so many sentences (chosen by us: the second paragraph of a report).
_NEXT = 3
_INTRODUCED = re.compile(r"(?:[^\n]{2,60}? (?:--|[-–—]) )?\W{0,2}(?P<how>An?|Two|Three|Four|Five) ")


def named_later(reading: Reading, events: Sequence[Event]) -> Iterator[Event]:
    """The events, those of "a nurse" and "the nurse" told of the person whose name follows.

    Who was told to go by bicycle or on horseback rides on by it.
    """
    known = _meant(reading, events)
    ridden: dict[str | None, str] = {}
    for event in events:
        who = known.get(event.subject, event.subject) if event.subject else None
        if event.mode in ("bicycle", "horse"):
            ridden.setdefault(who, event.mode)
        rides = event.mode is None and event.word.startswith(("rode", "rid"))
        yield replace(event, subject=who, mode=ridden.get(who) if rides else event.mode)


def _meant(reading: Reading, events: Sequence[Event]) -> dict[str, str]:
    """The one whom the first sentence introduces without a name, with the name that comes next."""
    told = [e for e in events if e.sentence.sentence.start >= reading.document.body_start]
    first = next((e for e in told if e.subject is not None), None)
    if first is None or first.subject is None or not _is_noun(first.subject):
        return {}
    sentence = first.sentence.sentence
    how = _INTRODUCED.match(reading.document.text, sentence.start, sentence.end)
    if how is None or _is_single(first.subject) != how["how"].startswith("A"):
        return {}
    near = (e for e in told if 0 < e.sentence.number - first.sentence.number <= _NEXT)
    named = next((e.subject for e in near if e.subject and not _is_noun(e.subject)), None)
    return {first.subject: named} if named and not is_vehicle(named) and not is_pronoun(named) else {}


def _is_noun(subject: str) -> bool:
    """Whether a subject is a common noun for people: "the nurse", "the sisters"."""
    storm = subject.removeprefix("the ") in STORMS
    return is_vehicle(subject) and not subject[4:5].isupper() and not is_carrier(subject) and not storm


def _is_single(subject: str) -> bool:
    return not subject.endswith("s") and subject.split()[-1] not in ("people", "men", "women", "children")
