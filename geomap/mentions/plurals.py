"""Names in a row that share a noun in the plural: "Clarke, Madison and Oconee counties", "Rivers and Stokes avenues".

Accepts these shapes (X, Y, Z names): X and Y counties; X, Y and Z rivers; the provinces of X, Y and Z.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geomap.mentions.cover import Cover
from geomap.mentions.draft import Draft
from geomap.mentions.features import is_plain
from geomap.records import MentionKind

_KINDS = {
    "counties": ("County", "county"), "parishes": ("Parish", "county"), "boroughs": ("Borough", "district"),
    "townships": ("Township", "city"), "provinces": ("Province", "region"), "regions": ("Region", "region"),
    "oblasts": ("Oblast", "region"), "governorates": ("Governorate", "region"), "states": ("State", "region"),
    "prefectures": ("Prefecture", "region"), "rivers": ("River", "river"), "islands": ("Island", "island"),
    "lakes": ("Lake", "lake"), "creeks": ("Creek", "river"), "districts": ("District", "district"),
    "villages": ("", "city"), "towns": ("", "city"), "cities": ("", "city"),
}  # fmt: skip
# What is called after places and people, and is no place of a map's scale.
_STREETS = "streets avenues roads boulevards lanes drives highways turnpikes schools".split()
_NAME = r"[A-Z][\w’'.-]{1,24}(?: [A-Z][\w’'.-]{1,24}){0,3}"
_JOIN = r"(?:, |,? (?:and|or|&) )"
_LAST = r"(?:,? (?:and|or|&) )"
_CHARS = 240
_NOUN = re.compile(
    rf" (?:(?:elementary|middle|primary|grade) )?(?P<noun>{'|'.join((*_KINDS, *_STREETS, *map(str.title, _KINDS)))})\b"
)
_ROW = re.compile(rf"(?:(?<=[^\w’'.-])|^)(?P<row>{_NAME}(?:, {_NAME}){{0,11}}{_LAST}{_NAME})$")
_OF = re.compile(
    rf"\b(?P<noun>(?i:{'|'.join(_KINDS)})) of (?:the )?(?P<row>{_NAME}(?:, {_NAME}){{0,11}}{_LAST}{_NAME})(?![\w’'-])"
)
_CHAINED = re.compile(r" (?:and|or|&) [A-Z]")
_LAST_CHARS = 80
_SPLIT = re.compile(_JOIN)
_FIRST = re.compile(r"([A-Z][\w’'-]{1,24}) (?=[A-Z])")
_IN_FRONT = re.compile(r"(?:In|At|Near|From|Both|The|And|While|For|Of) ")


@dataclass(frozen=True, slots=True)
class Shared:
    """A name with the noun that it shares with others; without a kind it is a street's or a school's."""

    start: int
    end: int
    noun: str
    kind: str | None


def find_shared(text: str) -> Iterator[Shared]:
    """The names of each row with a noun in the plural, in text order of the nouns."""
    for noun in _NOUN.finditer(text):
        low = max(0, noun.start() - _CHARS)
        if not _CHAINED.search(text, max(low, noun.start() - _LAST_CHARS), noun.start()):
            continue
        if (row := _ROW.search(text[low : noun.start()])) is not None:
            yield from _members(text, low + row.start("row"), noun.start(), noun["noun"].lower())
    for found in _OF.finditer(text):
        yield from _members(text, found.start("row"), found.end("row"), found["noun"].lower())


def _members(text: str, start: int, end: int, noun: str) -> Iterator[Shared]:
    if lead := _IN_FRONT.match(text, start, end):
        start = lead.end()
    word, kind = _KINDS.get(noun, ("", None))
    for join in (*_SPLIT.finditer(text, start, end), None):
        stop = join.start() if join is not None else end
        while (first := _FIRST.match(text, start, stop)) and is_plain(first[1]):
            start = first.end()  # "Small Hitchcock and Hayes counties"
        if start < stop:
            yield Shared(start, stop, word, kind)
        start = join.end() if join is not None else end


def with_shared(text: str, drafts: Sequence[Draft], knows: Callable[[str], bool]) -> list[Draft]:
    """The drafts with the nouns of their rows, those that a row lacks, and without streets and schools."""
    rows = list(find_shared(text))
    if not rows:
        return list(drafts)
    by_start = {row.start: row for row in rows}
    kept: list[Draft] = []
    for draft in drafts:
        row = by_start.get(draft.start)
        if row is not None and row.kind is None:
            continue
        if row is not None and row.end == draft.end and draft.kind in (MentionKind.PLACE, MentionKind.METONYM):
            draft.kind_hint = row.kind
            whole = f"{draft.text} {row.noun}"
            draft.name = whole if row.noun and knows(whole) else draft.name
        kept.append(draft)
    taken = Cover((draft.start, draft.end) for draft in kept)
    for row in rows:
        name = text[row.start : row.end]
        if row.kind and row.noun and not taken.touches(row.start, row.end) and knows(f"{name} {row.noun}"):
            why = f"one of several {row.noun.lower()}s"
            kept.append(Draft(row.start, row.end, name, 0.8, name=f"{name} {row.noun}", kind_hint=row.kind, why=why))
    return kept
