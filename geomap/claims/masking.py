"""Sentences as patterns see them: every place, time and quantity is one character."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from geomap.claims.signs import UNSEEN
from geomap.records import MentionKind, PlacedMention, Quantity, Reading, Sentence, TimeSpan

# Characters of the private use area, which no text of words contains.
PLACE, DEMONYM, TIME, QUANTITY = "\ue001", "\ue002", "\ue003", "\ue004"
_OURS = re.compile("[\ue001-\ue004]")
_UNSEEN = re.compile(f"[{UNSEEN}]")

T = TypeVar("T")
Item = PlacedMention | TimeSpan | Quantity


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence whose places, times and quantities are one character each; `items` are they, by position in `text`.

    `starts[i]` and `ends[i]` are the offsets in the document of character `i`; the start of the text's end is the last.
    """

    number: int
    sentence: Sentence
    text: str
    starts: array[int]
    items: dict[int, Item]

    def offset(self, position: int) -> int:
        """Where a position of the masked text begins in the document."""
        return self.starts[position]

    def end_offset(self, position: int) -> int:
        """Where the masked text up to `position` (exclusive) ends in the document."""
        if position == 0:
            return self.starts[0]
        item = self.items.get(position - 1)
        return item.end if item is not None else self.starts[position - 1] + 1

    def words(self, first: int, last: int) -> str:
        """The words of the document, names and all, between two positions."""
        out = []
        for position in range(first, last):
            item = self.items.get(position)
            named = item.mention.text if isinstance(item, PlacedMention) else item.text if item else self.text[position]
            out.append(named)
        return "".join(out)

    def mention(self, position: int) -> PlacedMention:
        """The place at a position."""
        item = self.items[position]
        assert isinstance(item, PlacedMention)
        return item

    def time(self, position: int) -> TimeSpan:
        """The time at a position."""
        item = self.items[position]
        assert isinstance(item, TimeSpan)
        return item

    def positions(self, mark: str) -> list[int]:
        """Positions of one kind of item."""
        return [i for i in sorted(self.items) if self.text[i] == mark]


class Remembered(Generic[T]):
    """What was worked out of the readings that were asked for last; checkers ask one after the other."""

    def __init__(self, work: Callable[[Reading], Sequence[T]]) -> None:
        self._work = work
        self._known: dict[int, tuple[Reading, Sequence[T]]] = {}

    def __call__(self, reading: Reading) -> Sequence[T]:
        """The result for a reading, worked out once while it is among the last ones."""
        known = self._known.get(id(reading))
        if known is not None and known[0] is reading:
            return known[1]
        result = self._work(reading)
        if len(self._known) >= _REMEMBERED:
            self._known.pop(next(iter(self._known)), None)
        self._known[id(reading)] = (reading, result)
        return result


# A run's companions are at most twice 16; with the reading itself they fit.
_REMEMBERED = 40


def _mask_all(reading: Reading) -> Iterator[Masked]:
    items = _without_overlaps(reading)
    at = 0
    for number, sentence in enumerate(reading.sentences):
        while at < len(items) and items[at][1].start < sentence.start:
            at += 1
        inside = []
        while at < len(items) and items[at][1].end <= sentence.end:
            inside.append(items[at])
            at += 1
        yield _mask(reading.document.text, number, sentence, inside)


def _without_overlaps(reading: Reading) -> list[tuple[str, Item]]:
    """All places, times and quantities in text order; where two overlap, the place stays, then the time."""
    marked: list[tuple[str, Item]] = []
    for mention in reading.mentions:
        if mention.mention.kind is MentionKind.DEMONYM:
            marked.append((DEMONYM, mention))
        elif mention.mention.kind is not MentionKind.EMBEDDED:
            marked.append((PLACE, mention))
    marked += [(TIME, time) for time in reading.times]
    marked += [(QUANTITY, quantity) for quantity in reading.quantities]
    rank = {PLACE: 0, DEMONYM: 0, TIME: 1, QUANTITY: 2}
    marked.sort(key=lambda pair: (pair[1].start, rank[pair[0]], -pair[1].end))
    kept: list[tuple[str, Item]] = []
    for mark, item in marked:
        if kept and item.start < kept[-1][1].end:
            if rank[mark] < rank[kept[-1][0]]:
                kept[-1] = (mark, item)
            continue
        kept.append((mark, item))
    return kept


def _mask(text: str, number: int, sentence: Sentence, items: Sequence[tuple[str, Item]]) -> Masked:
    pieces: list[str] = []
    starts = array("L")
    marks: dict[int, Item] = {}

    def add(first: int, last: int) -> None:
        piece = text[first:last]
        if _UNSEEN.search(piece):
            seen = [n for n in range(first, last) if text[n] not in UNSEEN]
            pieces.append(_OURS.sub(" ", "".join(text[n] for n in seen)))
            starts.extend(seen)
        else:
            pieces.append(_OURS.sub(" ", piece))
            starts.extend(range(first, last))

    at = sentence.start
    for mark, item in items:
        add(at, item.start)
        marks[len(starts)] = item
        pieces.append(mark)
        starts.append(item.start)
        at = item.end
    add(at, sentence.end)
    starts.append(sentence.end)
    return Masked(number, sentence, "".join(pieces), starts, marks)


_remembered: Remembered[Masked] = Remembered(lambda reading: list(_mask_all(reading)))


def masked_sentences(reading: Reading) -> Sequence[Masked]:
    """The sentences of a reading, masked."""
    return _remembered(reading)
