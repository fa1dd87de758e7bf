"""Names that no gazetteer knows and that the words around make a place: "the village of Holm", "Holm, near York".

Accepts these shapes (X such a name, K a known place, N a noun for a settlement): the N of X; X, a N in; X (lies) 20 km
north of K; X, north of K; in X, K; in X, in (the north of) K; X, in the K district; X, near K, is; left K for X; from K
to X; between K and X; from X to K; reached X; arrived in X. A name of people, bodies, months or streets is none; what
is a place once is one wherever the document has its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from geomap.mentions.cover import Cover
from geomap.mentions.described import is_described
from geomap.mentions.draft import CONTEXT_CHARS, Draft
from geomap.mentions.features import is_plain
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.lexicon import BODIES, DAYS, FUNCTION_WORDS, MONTHS, STREETS, TITLES
from geomap.mentions.spans import follows_compass, is_measured, is_measured_from
from geomap.mentions.tagger import Span

_LINK = r"(?:de|del|della|di|da|do|dos|du|des|la|le|les|el|al|an|am|sur|upon|i|y|e|ob|bei|bin|ibn)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*+"
_NEXT = rf"(?:(?:[Aa][ldnrstz]|[Aa]sh|[Ee]l)-)?{_CAPITAL}"
_NAME = re.compile(rf"(?<![\w’'&-]){_CAPITAL}(?:[ ](?:{_LINK}[ ]){{0,2}}{_NEXT}){{0,3}}")
_NOUN_OF = re.compile(
    r"\b(?:villages?|towns?|hamlets?|settlements?|suburbs?|cit(?:y|ies)|municipality|communes?|locality|townships?|oasis|"
    r"islands?|islets?|neighbou?rhoods?|districts?) (?:of|called|named) $"
)
_AT = re.compile(
    r"\b(?:in|near|outside|around|from|to|towards?|reached|left|(?P<sure>(?:residents|villagers|inhabitants|outskirts|"
    r"fishermen|farmers|settlers) of)) $",
    re.IGNORECASE,
)
_ARRIVED = re.compile(r"\b(?:arriv(?:e[sd]?|ing|al)|land(?:ed|s|ing)|camped|overnighted) (?:in|at|near) $")
_SIDE = r"(?:(?:north|south)[ -]?(?:east|west)?|east|west)"
_LIES = re.compile(
    r" (?:(?:is|was) (?:located|situated) |(?:lies|lay|sits) (?=(?:just |some |about |roughly )?"
    rf"(?:on the|close to|near|between|\d|half|midway|(?:to the )?{_SIDE})\b)|"
    rf"(?:is|was) (?=(?:just |due |to the )?{_SIDE} of |(?:about |roughly )?(?:half|mid)[ -]?way |"
    r"on the (?:border|frontier) |the (?:north|south|east|west)[a-z-]{0,8}most ))"
)
_ASIDE = re.compile(
    r", [^.,;\n]{3,70}, (?:is|lies) (?:about |some |just |only |roughly )?(?:an? )?"
    r"(?:\d[\d.,]{0,6}[ -]?|(?:an?|half an|[a-z]{3,6})[ -])"
    r"(?:km|kilomet(?:er|re)s?|miles?|hours?|minutes?|days?)\b"
)
_BESIDE = re.compile(rf", (?:just |due |immediately )?(?:to the )?{_SIDE} of ")
_WENT = re.compile(r"\b(?:left|leaves|departed|fled|flee) $")
_WHEN = re.compile(
    r" (?:at (?:\d|noon|midnight|dawn|dusk|first light)|(?:on|early on|late on) (?:[A-Z][a-z]+day|\d)|"
    r"on foot|by (?:bus|boat|car|train|road|sea|air)|(?:the same|that|the next) (?:day|night|morning|evening)|"
    r"(?:one|two|three|\d{1,2}) (?:hours|days) (?:later|earlier|before))\b"
)
_REACHED = re.compile(r"\breach(?:ed|es|ing) $")
_OPENS = re.compile(r"(?:\A|[.!?][”\"’']?\s|\n)$")
_IN = re.compile(
    r",? (?:in|on) (?:the )?(?:far )?(?:(?:state|province|region|island|district|county) of (?:the )?|"
    r"(?:north|south|east|west|central)[a-z-]{0,12} (?:(?:part |half )?of )?(?:the )?|"
    r"(?:hills|mountains|highlands|lowlands|plains|forests?|valleys?|countryside|desert|interior) of (?:the )?)?"
)
_DIVISION = r"(?:district|province|region|county|governorate|oblast|prefecture|municipality|department)"
_OF_DIVISION = re.compile(rf"(?:['’]s(?: [A-Z][\w’-]{{1,24}}){{1,3}})? {_DIVISION}\b", re.IGNORECASE)
_DIVISION_BEFORE = re.compile(rf" {_DIVISION}$", re.IGNORECASE)
_NEAR = re.compile(r",? (?:near|close to|not far from|just outside|outside) (?:the )?(?:(?:city|town) of )?")
_SAID_OF_IT = re.compile(r"[^.,;\n]{0,24},? (?:is|was|lies|lay)\b")
_ROW_GAP = re.compile(r",? and |, ")
_ONWARD = re.compile(r"(?: [a-z]{2,12}){0,3}? (?:to|for|towards?) (?:the )?(?:[a-z]{3,12} )?")
_AND = re.compile(r" and (?:the )?")
_LEFT = re.compile(r"\b(?:left|leav(?:e|es|ing)|departed|from) (?:the )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_TO = re.compile(r" to (?:the )?")
# What makes a longer name of it, or its owner's.
_GOES_ON = re.compile(r"['’]s?\b| [A-Z]|-[a-zA-Z]|\.[A-Z]| & ")
_OWNED = re.compile(r"['’]s?\b")
# How sure such a name is, and how sure where a noun calls it a place (chosen by us).
_SURE, _SURE_NOUN = 0.6, 0.75
# What the tagger took for a person or a body more surely than this is none, unless a noun calls it a place.
_SURE_OTHER = 0.9
# From what the tagger takes for a place so surely on, it is one elsewhere in the document too (chosen by us).
_SURE_ELSEWHERE = 0.8
_NO_FIRST = MONTHS | DAYS | TITLES | FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class _Beside:
    """The known places of a document, to be asked for those next to a name."""

    starts: Sequence[int]
    ends: Sequence[int]

    def gap_after(self, text: str, end: int) -> tuple[str, int] | None:
        """The words between a name and the next place, with where that ends."""
        n = bisect_left(self.starts, end)
        if n == len(self.starts) or self.starts[n] - end > CONTEXT_CHARS:
            return None
        return text[end : self.starts[n]], self.ends[n]

    def gap_before(self, text: str, start: int) -> tuple[str, int] | None:
        """The words between the place before a name and the name, with where that place begins."""
        n = bisect_right(self.ends, start) - 1
        if n < 0 or start - self.ends[n] > CONTEXT_CHARS:
            return None
        return text[self.ends[n] : start], self.starts[n]


def find_unlisted(
    text: str,
    places: Sequence[Draft],
    others: Sequence[Span],
    known: Container[str],
    people: Container[str] = frozenset(),
) -> Iterator[Draft]:
    """Unknown names that the words around make places, each wherever the text has it; makes `places` as sure of them.

    So is a known name that was passed over, where a noun calls it a place.

    Args:
        text: The document.
        places: What was found so far.
        others: What was taken for people and bodies.
        known: Names that are no unknown places.
        people: Names that are those of people throughout.
    """
    taken = Cover((d.start, d.end) for d in places)
    ordered = sorted((d.start, d.end) for d in places)
    beside = _Beside([start for start, _ in ordered], [end for _, end in ordered])
    sure_others = Cover((s.start, s.end) for s in others if s.confidence >= _SURE_OTHER)
    unknown = [d for d in places if d.text not in known and _may_be_place(d.text, _SURE)]
    found = {d.text: _SURE for d in unknown if _is_sure(text, d) or _told(text, d.start, d.end, beside)}
    free: list[tuple[int, int]] = []
    for match in _NAME.finditer(text):
        start, end = _bare(text, *match.span())
        name = text[start:end]
        if start >= end or name in people or _GOES_ON.match(text, end) or taken.touches(start, end):
            continue
        told = _told(text, start, end, beside)
        if name in known and told < _SURE_NOUN:
            continue
        free.append((start, end))
        given = _is_given(name)
        if (told == _SURE and sure_others.touches(start, end)) or (
            given and not _NOUN_OF.search(text, max(0, start - CONTEXT_CHARS), start)
        ):
            continue
        if told and _may_be_place(name, told):
            found[name] = max(found.get(name, 0.0), told)
    sure = {(d.start, d.end) for d in unknown if d.confidence >= _SURE} | {s for s in free if text[slice(*s)] in found}
    rowed = [span for span in free if not sure_others.touches(*span) and not _is_given(text[slice(*span)])]
    for start, end in _in_rows(text, rowed, ordered, sure):
        found.setdefault(text[start:end], _SURE)
    for draft in unknown:
        draft.confidence = max(draft.confidence, found.get(draft.text, 0.0))
    for start, end in free:
        if confidence := found.get(text[start:end], 0.0):
            yield Draft(start, end, text[start:end], confidence, why="a name that the words around make a place")


def _is_given(name: str) -> bool:
    return name.split()[0].lower() in GIVEN_NAMES


def _in_rows(
    text: str, free: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]], sure: Container[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The names that stand in one row with such as were found: "Nuli and Avnevi", "Nuli, Avnevi and Ergneti"."""
    names = frozenset(free)
    row: list[tuple[int, int]] = []
    for span in [*sorted({*free, *places}), (len(text), len(text))]:
        if row and not _ROW_GAP.fullmatch(text, row[-1][1], span[0]):
            if any(item in sure for item in row) and " and " in text[row[0][1] : row[-1][0]]:
                yield from (item for item in row if item in names and _may_be_place(text[slice(*item)], _SURE))
            row = []
        row.append(span)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without the word that only opens its sentence: "In Chitemba", "The Ekalaq"."""
    first, blank, _ = text[start:end].partition(" ")
    if first.lower() in FUNCTION_WORDS:
        return (start + len(first) + 1, end) if blank else (end, end)
    return start, end


def _may_be_place(name: str, sure: float) -> bool:
    words = name.split()
    if words[0].lower() in _NO_FIRST or any(len(word) > 1 and word.isupper() for word in words):
        return False
    if words[-1].lower() in BODIES or words[-1].lower() in STREETS or _OWNED.search(name):
        return False
    if len(words) > 1:
        return sure > _SURE or not is_plain(words[-1])  # "Flower Loft in York" is a shop
    return len(name) > 3 and not is_plain(name)


def _is_sure(text: str, draft: Draft) -> bool:
    """Whether what was found is a place beyond doubt where it stands: "in X"."""
    before = text[max(0, draft.start - CONTEXT_CHARS) : draft.start]
    return draft.confidence >= _SURE_ELSEWHERE and _AT.search(before) is not None


def _told(text: str, start: int, end: int, beside: _Beside) -> float:
    """How surely the words around a name make it a place; 0 where they do not."""
    before = text[max(0, start - CONTEXT_CHARS) : start]
    if _NOUN_OF.search(before) or is_described(text, end) or is_measured_from(text, start):
        return _SURE_NOUN
    if _ARRIVED.search(before) or follows_compass(text, start) or ((at := _AT.search(before)) and at["sure"]):
        return _SURE_NOUN
    if (
        is_measured(text, end)
        or _ASIDE.match(text, end)
        or _BESIDE.match(text, end)
        or (_OPENS.search(before) and _LIES.match(text, end))
    ):
        return _SURE_NOUN
    left = _WENT.search(before) and _WHEN.match(text, end)
    told = left or _REACHED.search(before) or _beside_before(text, start, beside)
    return _beside_after(text, before, end, beside) or (_SURE if told else 0.0)


def _beside_after(text: str, before: str, end: int, beside: _Beside) -> float:
    """How surely the place behind makes the name one: "in X, K", "X, in the K district", "X, near K, is"."""
    follows = beside.gap_after(text, end)
    if follows is None:
        return 0.0
    gap, last = follows
    at = _AT.search(before) is not None or (gap[:1] == "," and before.lower().endswith(" at "))
    opens = _OPENS.search(before) is not None
    if _IN.fullmatch(gap):
        named = _OF_DIVISION.match(text, last) or _DIVISION_BEFORE.search(text[last - len("municipality ") : last])
        if named and (at or opens or before.endswith((" of ", " and ", ", "))):
            return _SURE_NOUN
        return _SURE if at else 0.0
    if _NEAR.fullmatch(gap):
        return _SURE if at or (opens and _SAID_OF_IT.match(text, last) is not None) else 0.0
    return _SURE if (at and gap == ", ") or (_FROM.search(before) and _TO.fullmatch(gap)) else 0.0


def _beside_before(text: str, start: int, beside: _Beside) -> bool:
    """Whether the place before makes the name one: "left K for X", "from K to X", "between K and X"."""
    precedes = beside.gap_before(text, start)
    if precedes is None:
        return False
    gap, first = precedes
    left = text[max(0, first - 16) : first]
    if _ONWARD.fullmatch(gap):
        return _LEFT.search(left) is not None
    return _AND.fullmatch(gap) is not None and _BETWEEN.search(left) is not None
