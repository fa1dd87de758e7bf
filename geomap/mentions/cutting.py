"""What of a tagged stretch is a name: no dateline, figure or owner with it, and each of a pair for itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from geomap.mentions.crafts import is_vessel
from geomap.mentions.draft import Draft
from geomap.mentions.features import is_plain
from geomap.mentions.hints import Hints
from geomap.mentions.known import DEMONYM, KOREAN_UNIT, Name, NameTagger
from geomap.mentions.lexicon import STREETS
from geomap.mentions.spans import (
    COMPASS_WORD,
    FIGURE,
    LINE_NOUN,
    PART_OF,
    POSSESSIVE,
    dateline_end,
    demonym,
    is_acronym,
    is_numbered,
    is_shouted,
    is_thing,
    split_pair,
    trimmed,
)
from geomap.mentions.tagger import Span
from geomap.records import MentionKind

_WHY = "named like a place"
# No name goes on after a semicolon.
_APART = re.compile(r";\s?(?:(?:and|or|but)\s)?")
_CITY_BODY = re.compile(
    r" (?:Council|Commission|Hall|Manager|Attorney|Schools?|Public|Police|Fire|Clerk|Court|Planning)"
)
# As sure as a name must be that others in the document are read by (as in the recognizer).
_NAMED = 0.65
_NEXT_SENTENCE = re.compile(r"\s+[A-Z][a-z]|\s*$")
# A body by its first letters, which no gazetteer knows: "UKMTO", "UNHCR".
_INITIALS = re.compile(r"[A-Z]{5,7}")
_CAPITAL_NEXT = re.compile(r"\s{1,40}[^\W\d_a-zß-öø-ÿ]")
_SCHOOL_OR_TEAM = re.compile(r"\w (?:Tech|Polytechnic|FC|United|Rovers|Wanderers)$")


class Cutter:
    """Cuts names out of what the tagger took for a place."""

    def __init__(self, names: NameTagger, hints: Hints) -> None:
        self._names = names
        self._hints = hints

    def cut(self, text: str, span: Span) -> Iterator[Draft]:
        """The names of a stretch, in text order; none where it is a number, a ship or a bare noun."""
        if (apart := _APART.search(text, span.start, span.end)) is not None:
            yield from self.cut(text, replace(span, end=apart.start()))
            yield from self.cut(text, replace(span, start=apart.end()))
            return
        start, end = self._bounds(text, span)
        word = text[start:end]
        if not word or "#" in word or is_vessel(text, start, end) or is_thing(text, start, end):
            return
        if COMPASS_WORD.fullmatch(word + " ") and _CAPITAL_NEXT.match(text, end):
            return  # "Western France" is France
        if (
            (side := COMPASS_WORD.match(word))
            and self._names.is_land(word[side.end() :])
            and not self._names.is_large(word)
        ):
            start, word = start + side.end(), word[side.end() :]  # "East China's Fujian" is not East China in Michigan
        if (unit := KOREAN_UNIT.match(text, end)) and (self._names.is_demonym(word) or not self._hints.knows(word)):
            yield from self._whole(text, start, unit.end(), span.confidence)
        elif self._names.is_demonym(word):
            yield from demonym(text, Name(start, end, word, DEMONYM))
        elif self._hints.knows(word):
            yield from self._whole(text, start, end, span.confidence)
        else:
            yield from self._parts(text, start, end, span.confidence)

    def _bounds(self, text: str, span: Span) -> tuple[int, int]:
        """Where the name begins and ends; nothing between the two where there is none."""
        start, end = trimmed(text, span.start, dateline_end(text, span.start, span.end))
        if start >= end or is_numbered(text, start, end) or text[start - 1 : start] == "#":
            return start, start
        if text[end : end + 2] in ("'s", "’s", "'S", "’S") and self._hints.knows_whole(text[start : end + 2]):
            end += 2  # "St. John's", not the St. John of somebody
        if text[end - 1 : end] == "." and "." not in text[start : end - 1] and self._hints.knows(text[start : end - 1]):
            end -= 1 if self._ends_sentence(text, start, end) else 0
        if (figure := FIGURE.search(text, start, end)) and self._hints.knows(text[start : figure.start()]):
            end = figure.start()
        return start, end

    def _ends_sentence(self, text: str, start: int, end: int) -> bool:
        """Whether a full stop is the sentence's and not a short form's: "flies from Alta. The fare"."""
        word = text[start:end]
        if " " in word or not self._names.is_place_acronym(word):
            return True
        sized = self._names.is_large(word[:-1]) and not word[:-1].isupper()
        return sized and text[start - 2 : start] not in (", ", " (") and _NEXT_SENTENCE.match(text, end) is not None

    def _parts(self, text: str, start: int, end: int, confidence: float) -> Iterator[Draft]:
        """The names in one that the gazetteer lacks: the whole and its part, a pair, the owner and the owned."""
        word = text[start:end]
        if (of := PART_OF.fullmatch(word)) and self._hints.knows(of["whole"]):
            yield Draft(start + of.start("whole"), end, of["whole"], confidence, why=_WHY)
            end, word = start + of.end("part"), of["part"]
        line = LINE_NOUN.search(word)
        pieces = list(split_pair(text, start, start + line.start() if line is not None else end))
        if pieces and all(self._names.is_demonym(text[a:b]) for a, b in pieces):
            border = [d for d in demonym(text, Name(start, end, word, DEMONYM)) if d.kind_hint == "border"]
            yield from border or (d for a, b in pieces for d in demonym(text, Name(a, b, text[a:b], DEMONYM)))
            return
        if pieces and all(self._is_piece(text[a:b]) for a, b in pieces):
            for a, b in pieces:
                if self._names.is_demonym(text[a:b]):
                    yield from demonym(text, Name(a, b, text[a:b], DEMONYM))
                else:
                    yield Draft(a, b, text[a:b], confidence, why=f"{_WHY}, one of a pair")
            return
        people, _, rest = word.partition(" ")
        if rest and self._names.is_demonym(people) and self._hints.knows(rest):
            yield from demonym(text, Name(start, start + len(people), people, DEMONYM))
            start, word = end - len(rest), rest  # "the Philippine Cagayan province"
        if (cut := COMPASS_WORD.match(word)) and self._hints.knows(word[cut.end() :]):
            start += cut.end()
        elif (cut := POSSESSIVE.search(word)) and self._hints.knows(word[: cut.start()]):
            owner = word[: cut.start()]
            yield Draft(start, start + len(owner), owner, confidence, why=f"{_WHY}, the owner")
            start += cut.end()
        yield from self._whole(text, start, end, confidence)

    def _is_piece(self, word: str) -> bool:
        """Whether a name is one that pairs are made of: "Egyptian-US relations"."""
        return self._names.is_large(word) or self._names.is_demonym(word)

    def shortened(self, text: str, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts, each that no list has cut to the place that it begins with, where the document names that too.

        "Dublin Veterans Park" is in Dublin, which the story is about; so is "Springfield City" before "Council".
        """
        often = Counter(d.text for d in drafts if d.confidence > _NAMED and self._names.is_ordinary_place(d.text))
        alone = {name for name, count in often.items() if count > 1 or self._names.is_large(name)}
        out = []
        for draft in drafts:
            named = draft.kind is MentionKind.PLACE and " " in draft.text and not draft.name
            if named and _CITY_BODY.match(text, draft.end) and (base := self._names.city_without_word(draft.text)):
                draft.end, draft.text = draft.start + len(base), base  # "Springfield City Council"
            if named and not self._hints.knows(draft.text):
                first = self._first(draft, alone)
                if first:
                    why = f"{_WHY}, which “{draft.text}” begins with"
                    draft = Draft(draft.start, draft.start + len(first), first, draft.confidence, why=why)
            out.append(draft)
        return out

    def _first(self, draft: Draft, alone: Container[str]) -> str:
        """The longest name that an unknown one begins with and that stands elsewhere."""
        words = draft.text.split(" ")
        if words[-1].lower().rstrip(".") in STREETS:
            return ""
        parts = (" ".join(words[:stop]) for stop in range(len(words) - 1, 0, -1))
        return next((part for part in parts if part in alone and not is_plain(part)), "")

    def _whole(self, text: str, start: int, end: int, confidence: float) -> Iterator[Draft]:
        word = text[start:end]
        if is_acronym(word) and not self._names.is_place_acronym(word) and not is_shouted(text, start, end):
            return
        if _INITIALS.fullmatch(word) and not self._hints.knows(word) and not is_shouted(text, start, end):
            return
        if _SCHOOL_OR_TEAM.search(word) and not self._hints.knows(word):
            return
        yield Draft(start, end, word, confidence, why=_WHY)
