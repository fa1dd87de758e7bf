"""Long documents in blocks, so that finding claims takes time in proportion to their length.

Checkers look around from each sentence over all that was read; in a book that would be its length times its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from typing import Any, Protocol, TypeVar

from geomap.records import Claim, Mention, Participant, PlacedMention, Quantity, Reading, Sentence, TimeSpan

LONGEST = 60_000
"""Characters of a document that is read whole; ten times a long press report."""

_MOVING = (Claim, Mention, Participant, PlacedMention, Quantity, Sentence, TimeSpan)


class _Spanning(Protocol):
    @property
    def start(self) -> int: ...


_T = TypeVar("_T")
_S = TypeVar("_S", bound=_Spanning)


def split(reading: Reading, longest: int = LONGEST) -> Iterator[tuple[Reading, int]]:
    """The reading in blocks that end where a paragraph ends, each with its start; a short one whole.

    Offsets in a block count from its start; `shift` brings what is found there back.
    """
    text = reading.document.text
    if len(text) <= longest:
        yield reading, 0
        return
    starts = [0, *_cuts(reading.sentences, longest), len(text)]
    for start, end in pairwise(starts):
        document = replace(
            reading.document, text=text[start:end], body_start=max(0, reading.document.body_start - start)
        )
        yield (
            replace(
                reading,
                document=document,
                sentences=_part(reading.sentences, start, end),
                mentions=_part(reading.mentions, start, end),
                quantities=_part(reading.quantities, start, end),
                times=_part(reading.times, start, end),
            ),
            start,
        )


def _cuts(sentences: Sequence[Sentence], longest: int) -> Iterator[int]:
    """Where blocks begin: at a new paragraph once half the length is reached, at any sentence once all of it is."""
    start = paragraph = 0
    for sentence in sentences:
        length = sentence.start - start
        if length >= longest or (length >= longest / 2 and sentence.paragraph != paragraph):
            yield sentence.start
            start = sentence.start
        paragraph = sentence.paragraph


def _part(items: Sequence[_S], start: int, end: int) -> tuple[_S, ...]:
    """The items that begin in a block, counted from its start; items are in text order."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return tuple(shift(item, -start) for item in items[first:last])


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def shift(record: _T, by: int) -> _T:
    """The record with its offsets and those of all that it holds moved."""
    if not by:
        return record
    changes: dict[str, Any] = {}
    for name in _names(record.__class__):  # type: ignore[arg-type]
        value = getattr(record, name)
        if name in ("start", "end") and isinstance(value, int):
            changes[name] = value + by
        elif isinstance(value, _MOVING):
            changes[name] = shift(value, by)
        elif isinstance(value, tuple) and any(isinstance(item, _MOVING) for item in value):
            changes[name] = tuple(shift(item, by) if isinstance(item, _MOVING) else item for item in value)
    return replace(record, **changes)  # type: ignore[type-var]
