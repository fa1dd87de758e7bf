"""A sentence as one short string in which every place, amount and point of the compass is a single sign.

Patterns of all kinds of claims then are regular expressions with bounded repeats over that string: "ᴘ is ʟ ᴅ of ᴘ"
reads "Gomel is 300 km south-east of Minsk". Words are lower case, blanks single, asides in brackets left out unless
they hold an amount or a way of travelling.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from geomap.claims.anaphora import find_anaphors
from geomap.claims.capitals import with_capitals
from geomap.claims.signs import PLAIN, Sign, in_small, is_stated_point, merge_qualifiers, place_signs, read_compass
from geomap.claims.unmentioned import find_inner, find_unmentioned
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Reading, Sentence

# Longer than any line of signs.
MAX_LINE = 1_000_000_000
# More amounts than this in one sentence are a table, not a statement.
MAX_AMOUNTS = 40
# One private-use range for each sort of sign; a sentence is bounded, so the ranges suffice.
_BASE = {"place": 0xE000, "demonym": 0xE800, "length": 0xEC00, "duration": 0xF000, "speed": 0xF400, "compass": 0xF600}
_SIZE = {"place": 0x800, "demonym": 0x400, "length": 0x400, "duration": 0x400, "speed": 0x200, "compass": 0x200}
SIGNS = {
    "<P>": "[\ue000-\ue7ff]",
    "<E>": "[\ue800-\uebff]",
    "<L>": "[\uec00-\uefff]",
    "<T>": "[\uf000-\uf3ff]",
    "<V>": "[\uf400-\uf5ff]",
    "<D>": "[\uf600-\uf7ff]",
}

_COMPASS = re.compile(
    r"(?<![\w'’])(?:(?:north|south|east|west)(?:[-/\s‐‑]{0,2}(?:north|south|east|west)){0,2}(?:wards?|erly)?|"
    r"(?<=\s)(?:[NSEW][-/](?:NE|SE|SW|NW)|NNE|ENE|ESE|SSE|SSW|WSW|WNW|NNW|NE|SE|SW|NW|N|S|E|W)(?=\.?\s(?:of|from)\b|[,.;]|\Z))(?![\w'’])",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?[(\[][^()\[\]]{0,200}[)\]]")
_KEPT_ASIDE = re.compile(r"\b(?:by|via|as the crow|in a straight|straight|half|mid)", re.IGNORECASE)
_OURS = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in signs; `offsets[i]` is where the i-th character of `line` stands in the text."""

    sentence: Sentence
    line: str
    offsets: tuple[int, ...]
    signs: dict[str, Sign] = field(default_factory=dict)
    by_sort: dict[str, list[tuple[int, Sign]]] = field(default_factory=dict)

    def sign(self, char: str) -> Sign:
        """What a sign of the line stands for."""
        return self.signs[char]

    def start(self, at: int) -> int:
        """Where the text of a character of the line begins."""
        return self.signs[self.line[at]].start if self.line[at] in self.signs else self.offsets[at]

    def end(self, at: int) -> int:
        """Where the text of the characters before `at` ends."""
        last = self.line[at - 1]
        return self.signs[last].end if last in self.signs else self.offsets[at - 1] + 1

    def of_sort(self, sort: str) -> Sequence[tuple[int, Sign]]:
        """Position and meaning of every sign of a sort, in order."""
        return self.by_sort.get(sort, ())


class Shape:
    """A pattern over a sentence in signs that is compiled when a sentence first needs it.

    `needs` are words without which no sentence can match, so that most are passed over without the pattern.
    """

    __slots__ = ("_compiled", "_needs", "_source", "finditer", "match", "search")

    def __init__(self, source: str, needs: tuple[str, ...] = ()) -> None:
        self._source = source
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None
        # The compiled pattern's own methods take the place of these where nothing is to be asked before.
        self.match: Callable[..., re.Match[str] | None] = self._match
        self.search: Callable[..., re.Match[str] | None] = self._search
        self.finditer: Callable[..., Iterator[re.Match[str]]] = self._finditer

    def _ready(self, line: str) -> re.Pattern[str] | None:
        if self._needs and not any(word in line for word in self._needs):
            return None
        if self._compiled is None:
            self._compiled = re.compile(self._source)
            if not self._needs:
                self.match, self.search = self._compiled.match, self._compiled.search
                self.finditer = self._compiled.finditer
        return self._compiled

    def _match(self, line: str, start: int = 0, end: int = MAX_LINE) -> re.Match[str] | None:
        ready = self._ready(line)
        return ready.match(line, start, end) if ready is not None else None

    def _search(self, line: str, start: int = 0, end: int = MAX_LINE) -> re.Match[str] | None:
        ready = self._ready(line)
        return ready.search(line, start, end) if ready is not None else None

    def _finditer(self, line: str, start: int = 0, end: int = MAX_LINE) -> Iterator[re.Match[str]]:
        ready = self._ready(line)
        return ready.finditer(line, start, end) if ready is not None else iter(())


def pattern(source: str, *needs: str) -> Shape:
    """A pattern in which <P> stands for a place, <L> a length, <T> a duration, <D> a point of the compass."""
    for short, signs in SIGNS.items():
        source = source.replace(short, signs)
    return Shape(source, needs)


class Worder:
    """Puts the sentences of a reading into signs, and keeps the last reading's for the next checker."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer
        self._last: tuple[Reading, tuple[Wording, ...]] | None = None
        self._memo: dict[int, list[Claim]] = {}
        self._earlier: dict[int, Wording] = {}
        self._places: list[Sign] | None = None

    def word(self, reading: Reading) -> tuple[Wording, ...]:
        """The sentences that hold an amount, a point of the compass, "between" or "separates", in signs."""
        last = self._last
        if last is not None and last[0] is reading:
            return last[1]
        wordings = tuple(_word_all(reading, self._gazetteer))
        self._memo, self._earlier, self._places = {}, {}, None
        self._last = (reading, wordings)
        return wordings

    def before(self, reading: Reading, sentence: Sentence, count: int) -> list[Wording]:
        """The sentences before one, in signs, nearest first; titles and datelines among them."""
        at = bisect_left(reading.sentences, sentence.start, key=lambda s: s.start)
        return [self.plain(reading, earlier) for earlier in reversed(reading.sentences[max(0, at - count) : at])]

    def plain(self, reading: Reading, sentence: Sentence) -> Wording:
        """A sentence with its places as signs and its amounts as words."""
        if sentence.start not in self._earlier:
            signs = self._signs(reading)
            first = bisect_left(signs, sentence.start, key=lambda s: s.start)
            self._earlier[sentence.start] = _word(reading.document.text, sentence, _within(signs, first, sentence), [])
        return self._earlier[sentence.start]

    def _signs(self, reading: Reading) -> list[Sign]:
        if self._places is None:
            self._places = _named(reading, self._gazetteer)
        return self._places

    def remembered(self, wording: Wording, find: Callable[[], list[Claim]]) -> list[Claim]:
        """The distances of a sentence, which several checkers build on, found once."""
        key = id(wording)
        if key not in self._memo:
            self._memo[key] = find()
        return self._memo[key]


_WORTH = re.compile(
    r"north|south|east|west|between|half|mid|equidistant|of the way|closer|nearer|f[au]rther|distant"
    r"|\b(?:strait|canal|separat(?:es|ing)|divid(?:es|ing))\b",
    re.IGNORECASE,
)

_BETWEEN = re.compile(
    r"half|midw|mid-w|equidistant|of the way|midpoint|closer|nearer|f[au]rther|distant|\bseparates\b"
    r"|(?:north|south|east|west)\s(?:of|from)\b",
    re.IGNORECASE,
)


def _word_all(reading: Reading, gazetteer: Gazetteer | None) -> Iterator[Wording]:
    text = reading.document.text
    signs = _named(reading, gazetteer)
    amounts = [Sign(q.dimension, q.start, q.end, quantity=q) for q in reading.quantities]
    at_sign = at_amount = 0
    for sentence in reading.sentences:
        while at_sign < len(signs) and signs[at_sign].end <= sentence.start:
            at_sign += 1
        while at_amount < len(amounts) and amounts[at_amount].end <= sentence.start:
            at_amount += 1
        places = _within(signs, at_sign, sentence)
        held = _within(amounts, at_amount, sentence)
        if len(held) > MAX_AMOUNTS:
            continue
        if held or (places and _WORTH.search(text, sentence.start, sentence.end)):
            if any(a.sort != "speed" for a in held) or (places and _BETWEEN.search(text, sentence.start, sentence.end)):
                extra = place_signs(tuple(find_unmentioned(reading, sentence, gazetteer)))
                extra += place_signs(tuple(find_anaphors(reading, sentence)))
                places = merge_qualifiers(text, sorted([*places, *extra], key=lambda s: s.start)) if extra else places
            yield _word(text, sentence, places, held)


def _named(reading: Reading, gazetteer: Gazetteer | None) -> list[Sign]:
    signs = place_signs([find_inner(m, gazetteer) for m in reading.mentions])
    return with_capitals(reading.document.text, merge_qualifiers(reading.document.text, signs), gazetteer)


def _within(signs: Sequence[Sign], first: int, sentence: Sentence) -> list[Sign]:
    out = []
    while first < len(signs) and signs[first].start < sentence.end:
        out.append(signs[first])
        first += 1
    return out


def _word(text: str, sentence: Sentence, places: list[Sign], amounts: list[Sign]) -> Wording:
    taken = [(s.start, s.end) for s in places]
    free = [a for a in amounts if not any(start < a.end and a.start < end for start, end in taken)]
    fixed = sorted([*places, *free], key=lambda s: s.start)
    compass = [
        Sign("compass", m.start(), m.end(), compass=point)
        for m in _COMPASS.finditer(text, sentence.start, sentence.end)
        if (point := read_compass(m[0])) and not any(s.start < m.end() and m.start() < s.end for s in fixed)
    ]
    signs = sorted([*fixed, *compass], key=lambda s: s.start)
    return _spell(text, sentence, signs)


def _spell(text: str, sentence: Sentence, signs: list[Sign]) -> Wording:
    counts = dict.fromkeys(_BASE, 0)
    meaning: dict[str, Sign] = {}
    line: list[str] = []
    offsets: list[int] = []

    def add(first: int, last: int) -> None:
        small = in_small(text[first:last])
        plain = small.translate(PLAIN)
        if len(plain) == last - first and "  " not in plain and not _OURS.search(plain):
            skipped = 1 if plain[:1] == " " and (not line or line[-1] == " ") else 0
            line.extend(plain[skipped:])
            offsets.extend(range(first + skipped, last))
            return
        for offset, letter in enumerate(small, start=first):
            for char in letter.translate(PLAIN):
                char = " " if "\ue000" <= char <= "\uf8ff" else char
                if char != " " or (line and line[-1] != " "):
                    line.append(char)
                    offsets.append(offset)

    skip = _asides(text, sentence, signs)
    at = sentence.start
    for sign in [*signs, None]:
        until = sign.start if sign else sentence.end
        for start, end in _kept(at, until, skip):
            add(start, end)
        if sign is None:
            break
        at = sign.end
        if any(start <= sign.start < end for start, end in skip) or counts[sign.sort] >= _SIZE[sign.sort]:
            continue
        char = chr(_BASE[sign.sort] + counts[sign.sort])
        counts[sign.sort] += 1
        meaning[char] = sign
        if line and line[-1] in meaning:
            line.append(" ")
            offsets.append(sign.start)
        line.append(char)
        offsets.append(sign.start)
    by_sort: dict[str, list[tuple[int, Sign]]] = {}
    for at, char in enumerate(line):
        if char >= "\ue000" and (found := meaning.get(char)):
            by_sort.setdefault(found.sort, []).append((at, found))
    return Wording(sentence, "".join(line), tuple(offsets), meaning, by_sort)


def _asides(text: str, sentence: Sentence, signs: Sequence[Sign]) -> list[tuple[int, int]]:
    """Brackets that say nothing about distance: "(Russian: Белово)", "(formerly Jacob)"."""
    kept = [s for s in signs if s.sort in {"length", "duration", "speed"} or is_stated_point(s)]
    out = []
    for match in _ASIDE.finditer(text, sentence.start, sentence.end):
        if _KEPT_ASIDE.search(match[0]) or any(s.start < match.end() and match.start() < s.end for s in kept):
            continue
        out.append(match.span())
    return out


def _kept(start: int, end: int, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a stretch when the asides are taken out."""
    for aside_start, aside_end in skip:
        if aside_end <= start:
            continue
        if aside_start >= end:
            break
        if aside_start > start:
            yield start, aside_start
        start = min(max(start, aside_end), end)
    if start < end:
        yield start, end
