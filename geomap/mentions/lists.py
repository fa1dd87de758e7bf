"""Names in one line with places: "Kaya and Dori", "from Nome to Anchorage", the first cells of a table of stations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from geomap.mentions.cover import Cover
from geomap.mentions.draft import Draft
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.known import Name
from geomap.mentions.openers import acts_like_town
from geomap.mentions.tagger import Span

_JOINED = re.compile(r",? (?:and|or|nor|to) (?:in |at |near |from )?")
_JOINED_BEFORE = re.compile(rf"{_JOINED.pattern}$")
# In a row of places with commas or figures between, "Paris 12, Rome 18", also a given name is a place.
_ROW_GAP = re.compile(r"(?:\s?[-−+]?\d{1,3}(?:\.\d)?(?:°?[CF])?)?(?:[,;] (?:and |or )?|,? and |,? or )")
_WITH_FIGURE = re.compile(r"[A-Z]\w+ \d{1,3}")
_LEAST_BESIDE = 2
# Of so many with a figure behind each, "Oslo 40, Turin 35, Bath 28, Lima 12", one tells for all.
_LEAST_FIGURED = 4
_ANNOUNCED = re.compile(
    r"\b(?:by (?:\w+ )?(?:city|town|district|county|province|region|state|station|constituency|prefecture|division)|"
    r"temperatures?|highs|lows|rainfall|rain|snowfall|turnout|in (?:millimet(?:er|re)s|mm|inches|degrees))\b[^.!?\n]*$",
    re.I,
)
_ANNOUNCED_CHARS = 80
# Both ends of a stretch are places, whatever each looks like alone: "between Madrid and Barcelona".
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Bb]oth|[Ff]rom) $")
_LONGER_BEFORE = re.compile(r"[A-Z][\w.'’-]* $")
_LONGER_AFTER = re.compile(r" (?:[A-Z]|&)|['’]s [A-Z]|\.[A-Z]|-[a-zA-Z]")
# A row begins with a name, perhaps behind a bullet or number, and goes on in another cell.
_ROW = re.compile(
    r"^[ \t]*+(?:[-*•–]|\d{1,3}[.)])?[ \t]*+(?P<name>[^\W\d_][^|:;\t\n,(]{1,40}?)[ \t]*(?:[|:\t,(]|$| [-–] )", re.M
)
# A person or body that the tagger is less sure of than this may be a place.
UNSURE = 0.7
# Company outweighs the tagger where it is less sure than this.
_SURE = 0.95
LEAST_ROWS = 3
# Of the rows of a table of places so many begin with known names; of one of people or firms, few do.
KNOWN_SHARE = 0.7
_SIZES = "CRYZ4321X"


def listed(text: str, known: Sequence[Name], places: Sequence[Draft], others: Sequence[Span]) -> list[Draft]:
    """Places that only their company tells: beside other places, or in a table of them.

    A name that the tagger surely took for a person's or a body's is none, except in a table.
    """
    longer = Cover((s.start, s.end) for s in others if _is_longer(text, s))
    alone = [name for name in known if not longer.touches(name.start, name.end)]
    others_sure = Cover((s.start, s.end) for s in others if s.confidence >= UNSURE or " " in text[s.start : s.end])
    taken = Cover((d.start, d.end) for d in places)
    starts = {place.end: place.start for place in places}
    beside = [
        draft
        for draft in _joined(text, alone, places)
        if not others_sure.touches(draft.start, draft.end) or _ends_stretch(text, draft, starts)
    ]
    found = {
        d.start: d
        for d in (*_in_row(text, alone, places), *beside, *_opening(text, known, places), *_rows(text, known))
    }
    return [draft for draft in found.values() if not taken.touches(draft.start, draft.end)]


def _is_longer(text: str, span: Span) -> bool:
    """Whether a span is surely a person's or a body's, and not a cell of a table with its figure ("Lima 12")."""
    whole = text[span.start : span.end]
    return not _WITH_FIGURE.fullmatch(whole) and (span.confidence >= _SURE or " " in whole)


def _joined(text: str, known: Sequence[Name], places: Sequence[Draft]) -> Iterator[Draft]:
    """Known names that nothing but "and", "or" or "to" parts from a place."""
    starts, ends = {place.start for place in places}, {place.end for place in places}
    for name in known:
        if name.start in starts or not _may_be_listed(text, name):
            continue
        before = _JOINED_BEFORE.search(text, max(0, name.start - 12), name.start)
        after = _JOINED.match(text, name.end)
        if (before and before.start() in ends) or (after and after.end() in starts):
            yield Draft(
                name.start, name.end, name.text, 0.55, why="beside a place, with nothing but a small word between"
            )


def _opening(text: str, known: Sequence[Name], places: Sequence[Draft]) -> Iterator[Draft]:
    """Given names that with the place behind them do what towns do: "Nelson and Blenheim both have a dry spring"."""
    ends = {place.start: place.end for place in places}
    for name in known:
        after = _JOINED.match(text, name.end) if name.text.lower() in GIVEN_NAMES else None
        last = ends.get(after.end()) if after is not None else None
        if last is None or not _may_be_listed(text, name, given=True):
            continue
        if acts_like_town(text, name.start, last, doubtful=False, named=True):
            yield Draft(name.start, name.end, name.text, 0.55, why="beside a place, doing what towns do")


def _has_figure(text: str, one: Draft | Name, other: Draft | Name) -> bool:
    return any(char.isdigit() for char in text[one.end : other.start])


def _ends_stretch(text: str, draft: Draft, starts: Mapping[int, int]) -> bool:
    """Whether a name and the place beside it are the ends of one stretch: "between Madrid and Barcelona"."""
    before = _JOINED_BEFORE.search(text, max(0, draft.start - 12), draft.start)
    first = draft.start if before is None else starts.get(before.start(), draft.start)
    return _BETWEEN.search(text, max(0, first - 8), first) is not None


def _in_row(text: str, known: Sequence[Name], places: Sequence[Draft]) -> Iterator[Draft]:
    """Known names in a row of which most are places, also such as people bear: "Galway, Sligo and Kerry"."""
    taken = Cover((place.start, place.end) for place in places)
    free = [n for n in known if not taken.touches(n.start, n.end) and _may_be_listed(text, n, given=True)]
    row: list[Draft | Name] = []
    items: list[Draft | Name] = [*places, *free]
    for item in sorted(items, key=lambda item: item.start):
        if row and not _ROW_GAP.fullmatch(text, row[-1].end, item.start):
            yield from _rest(text, row)
            row = []
        row.append(item)
    yield from _rest(text, row)


def _rest(text: str, row: Sequence[Draft | Name]) -> Iterator[Draft]:
    names = [item for item in row if isinstance(item, Name)]
    places = [item for item in row if isinstance(item, Draft) and item.text.lower() not in GIVEN_NAMES]
    if not places and not _is_announced(text, row):
        return
    table = len(row) >= _LEAST_FIGURED and all(_has_figure(text, a, b) for a, b in pairwise(row))
    if (table and not places) or len(places) >= (1 if table else max(_LEAST_BESIDE, len(names))):
        for name in names:
            yield Draft(name.start, name.end, name.text, 0.55, why="in a row of places")


def _is_announced(text: str, row: Sequence[Draft | Name]) -> bool:
    """Whether words before a row of names with figures say that these are of places: "Turnout by district: Gulu 61"."""
    if len(row) < _LEAST_FIGURED:
        return False
    start = row[0].start
    return _ANNOUNCED.search(text[max(0, start - _ANNOUNCED_CHARS) : start]) is not None


def _rows(text: str, known: Sequence[Name]) -> Iterator[Draft]:
    """The first cells of three and more lines on end, where most are names of places."""
    by_start = {name.start: name for name in known}
    block: list[re.Match[str]] = []
    for line in _ROW.finditer(text):
        if block and text.count("\n", block[-1].start("name"), line.start("name")) != 1:
            yield from _heads(block, by_start)
            block = []
        block.append(line)
    yield from _heads(block, by_start)


def _heads(block: Sequence[re.Match[str]], by_start: dict[int, Name]) -> Iterator[Draft]:
    found = [name for line in block if (name := by_start.get(line.start("name"))) and name.end == line.end("name")]
    found = [name for name in found if name.tag[:1] in tuple(_SIZES)]
    if len(block) < LEAST_ROWS or len(found) < KNOWN_SHARE * len(block):
        return
    for name in found:
        yield Draft(name.start, name.end, name.text, 0.6, why="a row of a table of places")


def _may_be_listed(text: str, name: Name, *, given: bool = False) -> bool:
    """Whether a known name can be a place: no ordinary word, no part of a longer name, and given names if `given`."""
    if name.tag[:1] not in tuple(_SIZES) or name.tag.endswith("?"):
        return False
    if (name.text.lower() in GIVEN_NAMES and not given) or (given and len(name.text) < 5 and name.text.isupper()):
        return False
    if _LONGER_AFTER.match(text, name.end) or len(name.text) < 4:
        return False
    return _LONGER_BEFORE.search(text, max(0, name.start - 24), name.start) is None
