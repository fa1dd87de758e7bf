"""One name is one thing in a document: a surname or a ship's name is no town, and a town is no person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from geomap.mentions.bearers import CALLED, CALLED_ENDS, bearers
from geomap.mentions.belonging import leads_office
from geomap.mentions.crafts import is_vessel, vessels
from geomap.mentions.draft import after, before
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.tagger import Span

_IN_A_PLACE = re.compile(r"\b(?:in|near|outside|at|across|around|downtown) $", re.I)
_WITH_ITS_STATE = re.compile(r", [A-Z][\w.]+")
_DATELINE = re.compile(r"(?:, [\w. ]{2,20}?)? ?(?:\(\w+\) ?)?(?:[—–]|--?) ")
_BYLINE = re.compile(r"By [A-Z][\w.' -]{0,40}(?:,? and )?$|By $", re.I)
_CREDIT = re.compile(r"\b(?:[Ee]dit(?:ing|ed)|[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Cc]ompiled|[Pp]hotos?) by $")
_AGED = re.compile(r", (?:\d{1,3}\b|who\b)| (?:said|says|told)\b")
_WHO = re.compile(r", who\b")
_PLACED = re.compile(r"\b(?:in|near|outside|at|from|of|to|across|around|for|through) $|, $", re.I)
# "Confidence in Preston" is in a person.
_TRUSTING = re.compile(
    r"\b(?:confidence|faith|trust|belie(?:f|ves?|ved)|interest(?:ed)?|change|invest(?:ed|s)?) in $", re.I
)
_WORD = re.compile(r"[A-Z][\w’'-]*")
_CHAINED = re.compile(r"(?:, |,? (?:and|or) )")
_SPOKE = re.compile(
    r" (?:said|told|recalled|testified|explained|laughed|smiled|joked|wrote|pleaded|"
    r"is (?:hoping|survived)|was (?:arrested|charged|sentenced|born))\b"
)
_SPOKEN = re.compile(r"(?:^|[\s”\"])(?:said|added|recalled|says) $")
_PAUSES = re.compile(r"[.,;:!?]|$|\n| (?:in|on|of|at|after)\b")
_SURE = 0.6
_DOUBTED = 0.95
_VERY_SURE = 0.995
_OWNING = ("'s", "’s")
_ARTICLES = frozenset({"A", "An", "The"})


def agreed(
    text: str, spans: Iterable[Span], *, governs: Callable[[str], bool] = bool
) -> tuple[list[Span], frozenset[str]]:
    """The spans, with single words relabelled that are clearly something else elsewhere, and names that are no places.

    These are of people and of ships. Right behind "in" or "near" a place stays one, whoever else bears its name. What
    speaks is somebody, where `governs` does not know it for a country, its capital or its people.
    """
    found = [_in_byline(text, span) for span in spans]
    others = Counter(_parts_of_people(text, found))
    crafts = Counter(vessels(text))
    others.update(crafts)
    if crafts:
        by_word = {name.partition(" ")[0]: name for name in sorted(crafts, key=len)}
        found = [_as_craft(text, span, by_word) for span in found]
    others.update(_speakers(text, found, governs))
    borne = Counter(bearers(text))
    others.update(borne)
    cued = list(_cued(text, found))
    placed = Counter(
        text[s.start : s.end]
        for s, cue in zip(found, cued, strict=True)
        if s.label == "LOC" and s.confidence > _SURE and cue
    )
    no_places = frozenset(word for word, count in others.items() if count >= placed[word])
    places = frozenset(word for word, count in placed.items() if count > others[word])
    return [
        _relabelled(text, span, no_places, places, borne, cued=cue) for span, cue in zip(found, cued, strict=True)
    ], no_places


def _speakers(text: str, spans: Iterable[Span], governs: Callable[[str], bool]) -> Iterator[str]:
    """Lone names that the tagger is not sure of, and that speak: "Monahan said"."""
    for span in spans:
        word = text[span.start : span.end]
        if span.label != "LOC" or span.confidence > _DOUBTED or not word.isalpha() or word.isupper():
            continue
        left = before(text, span.start)
        speaks = _SPOKE.match(text, span.end) is not None and _PLACED.search(left) is None
        spoken = _SPOKEN.search(left) is not None and _PAUSES.match(text, span.end) is not None
        if (speaks or spoken) and not governs(word):
            yield word


def _as_craft(text: str, span: Span, crafts: Mapping[str, str]) -> Span:
    """A ship's whole name where it begins in a span, so that its first word is no place: "Bahia" in "Bahia Star"."""
    for word in _WORD.finditer(text, span.start, span.end):
        whole = crafts.get(word.group(), "")
        if " " in whole and text.startswith(whole, word.start()):
            return replace(span, start=word.start(), end=word.start() + len(whole), label="PER", confidence=1.0)
    return span


def _cued(text: str, spans: Sequence[Span]) -> Iterator[bool]:
    """For each span, whether its place in the sentence makes it a place; also in a row: "in Phoenix and Durango"."""
    last, row = -1, False
    for span in spans:
        row = (row and _CHAINED.fullmatch(text, last, span.start) is not None) or _has_place_cue(text, span)
        last = span.end
        yield row and not is_vessel(text, span.start, span.end)


def _in_byline(text: str, span: Span) -> Span:
    """A person where a byline or credit names its writer, where an age or "who" follows, behind "a man called"."""
    if span.label != "LOC":
        return span
    told = _is_writer(before(text, span.start), text[span.start : span.end], after(text, span.end))
    return replace(span, label="PER", confidence=1.0) if told else span


@lru_cache(maxsize=2048)
def _is_writer(left: str, word: str, right: str) -> bool:
    credited = (left.endswith("by ") and _CREDIT.search(left)) or (_BYLINE.match(left) and not _IN_A_PLACE.search(left))
    named = " " in word and word.split()[0].lower() in GIVEN_NAMES and _AGED.match(right)
    called = left.lower().endswith(CALLED_ENDS) and CALLED.search(left)
    acts = (_WHO.match(right) and not _PLACED.search(left)) or called
    return bool(credited or named or acts)


def _parts_of_people(text: str, spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        words = text[span.start : span.end].split()
        if span.label == "PER" and len(words) > 1 and span.confidence > _SURE:
            if words[0] in _ARTICLES:
                continue  # "An Alton man"
            if not leads_office(text, span.start + len(words[0])):
                yield words[0]
            yield words[-1]


def _has_place_cue(text: str, span: Span) -> bool:
    at_line_start = span.start == 0 or text[span.start - 1] == "\n"
    return _is_placed(before(text, span.start), after(text, span.end), at_line_start)


@lru_cache(maxsize=2048)
def _is_placed(left: str, right: str, at_line_start: bool) -> bool:
    return bool(_IN_A_PLACE.search(left) or _WITH_ITS_STATE.match(right) or (at_line_start and _DATELINE.match(right)))


def _relabelled(
    text: str, span: Span, no_places: frozenset[str], places: frozenset[str], borne: Container[str], *, cued: bool
) -> Span:
    word = text[span.start : span.end]
    kept = cued and span.confidence > _SURE and text[span.end : span.end + 2] not in _OWNING
    if span.label == "LOC" and word in no_places and (span.confidence < _VERY_SURE or word in borne) and not kept:
        return replace(span, label="PER")
    if span.label == "PER" and word in places:
        return replace(span, label="LOC", confidence=0.6)
    return span
