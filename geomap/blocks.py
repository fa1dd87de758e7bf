"""Long documents in blocks, so that finding claims takes time in proportion to their length.

Checkers look around from each sentence over all that was read; in a book that would be its length times its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from geomap.records import Claim, Mention, Participant, PlacedMention, Quantity, Reading, Sentence, TimeSpan

LONGEST = 60_000
"""Characters of a document that is read whole; ten times a long press report."""

_MOVING = frozenset({Claim, Mention, Participant, PlacedMention, Quantity, Sentence, TimeSpan})


class _Spanning(Protocol):
    @property
    def start(self) -> int: ...


# Blocks that a later one is compared with; of a text that repeats itself one or two are enough.
_REMEMBERED = 4

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
    starts = [0, *_cuts(text, reading.sentences, longest), len(text)]
    for start, end in pairwise(starts):
        document = replace(
            reading.document, text=text[start:end], body_start=max(0, reading.document.body_start - start)
        )
        yield (
            replace(
                reading,
                document=document,
                sentences=_from_first_paragraph(_part(reading.sentences, start, end)),
                mentions=_part(reading.mentions, start, end),
                quantities=_part(reading.quantities, start, end),
                times=_part(reading.times, start, end),
            ),
            start,
        )


class Repeats(Generic[_T]):
    """What was worked out of the last blocks of a text, for later ones that are equal to them."""

    def __init__(self, work: Callable[[Reading], _T]) -> None:
        self._work = work
        self._known: list[tuple[Reading, _T]] = []

    def __call__(self, part: Reading) -> _T:
        """The result for a block."""
        for known, result in self._known:
            if known == part:
                return result
        result = self._work(part)
        self._known = [*self._known[1 - _REMEMBERED :], (part, result)]
        return result


def _cuts(text: str, sentences: Sequence[Sentence], longest: int) -> Iterator[int]:
    """Where blocks begin: at a new paragraph once half the length is reached, at any sentence once all of it is.

    Also at a sentence, past the half, that reads like the one with which the block begins, so that the blocks of a
    text that repeats itself are equal.
    """
    start = paragraph = 0
    first = ""
    for sentence in sentences:
        length = sentence.start - start
        if length >= longest or (
            length >= longest / 2
            and (sentence.paragraph != paragraph or text.startswith(first, sentence.start, sentence.end))
        ):
            yield sentence.start
            start = sentence.start
        if start == sentence.start:
            first = text[sentence.start : sentence.end]
        paragraph = sentence.paragraph


def _from_first_paragraph(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences of a block, whose paragraphs are counted in it."""
    before = sentences[0].paragraph if sentences else 0
    return tuple(Sentence(s.start, s.end, s.paragraph - before) for s in sentences)


def _part(items: Sequence[_S], start: int, end: int) -> tuple[_S, ...]:
    """The items that begin in a block, counted from its start; items are in text order."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return tuple(shift(item, -start) for item in items[first:last])


@cache
def _plan(record: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], list[Any], list[int], list[int]]:
    """How a record is read and set field by field, which fields are offsets, and which may hold records with such."""
    known = fields(record)
    offsets = [n for n, field in enumerate(known) if field.name in ("start", "end")]
    holders = [n for n, field in enumerate(known) if any(kind.__name__ in str(field.type) for kind in _MOVING)]
    return (
        attrgetter(*(field.name for field in known)),
        [getattr(record, field.name).__set__ for field in known],
        offsets,
        holders,
    )


def shift(record: _T, by: int) -> _T:
    """The record with its offsets and those of all that it holds moved."""
    if not by:
        return record
    kind = record.__class__
    read, setters, offsets, holders = _plan(kind)  # type: ignore[arg-type]
    values = list(read(record))
    for n in offsets:
        if values[n] is not None:
            values[n] += by
    for n in holders:
        value = values[n]
        if value.__class__ in _MOVING:
            values[n] = shift(value, by)
        elif value.__class__ is tuple and value:
            values[n] = tuple([shift(item, by) if item.__class__ in _MOVING else item for item in value])
    moved = object.__new__(kind)
    for put, value in zip(setters, values, strict=True):
        put(moved, value)  # a book has many of them, and this takes a third of the time of `replace`
    return moved
