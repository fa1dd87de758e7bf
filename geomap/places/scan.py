"""Finds all known names in a text in one pass, longest match first; the time does not grow with the number of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from geomap.places.names import (
    APOSTROPHES,
    DOT_GAP_RE,
    GAP_RE,
    HANGUL_RE,
    LETTER,
    MAX_WORD_CHARS,
    MAX_WORDS,
    UNSPACED_RE,
    WORD,
    WORD_RE,
    normalise_word,
)
from geomap.records import NameSpan

# Few wide ranges, no \b: this is what keeps the search for starts fast. Lower-case letters that it lets in are
# dropped afterwards, and so is what begins inside a word.
_START_RE = re.compile(rf"(?=[A-ZÀ-ÖØ-ÞĀ-\U0010ffff])(?:{WORD})")
_BEFORE_RE = re.compile(LETTER)
_APOSTROPHE_RE = re.compile(f"[{APOSTROPHES}]")
_MAX_UNSPACED = 24

Has = Callable[[str], bool]


class Scanner:
    """Scans texts for the names that `has` knows; `begins(key)` tells whether a longer name begins with these words."""

    def __init__(self, has: Has, begins: Has) -> None:
        self._has = has
        self._begins = begins

    def find(self, text: str, *, any_start: bool) -> Iterator[NameSpan]:
        """Names in text order, not overlapping; where one begins, the longest wins."""
        done = 0
        for match in (WORD_RE if any_start else _START_RE).finditer(text):
            start, word = match.start(), match.group()
            if start < done and match.end() <= done:
                continue
            if UNSPACED_RE.search(word):
                for begin, end in self._unspaced(text, max(start, done), match.end()):
                    yield NameSpan(begin, end, text[begin:end])
                    done = end
                continue
            if start < done or (not any_start and not _may_start(text, start)):
                continue
            end = self._longest(text, start, word)
            while not end and (mark := _APOSTROPHE_RE.search(word)):  # "l'Ukraine", "d'Ukraine"
                start, word = start + mark.end(), word[mark.end() :]
                if any_start or _may_start(text, start, inside=True):
                    end = self._longest(text, start, word)
            if end:
                yield NameSpan(start, end, text[start:end])
                done = end

    def _longest(self, text: str, start: int, word: str) -> int:
        """Where the longest name that begins at `start` ends; 0 for none."""
        if len(word) > MAX_WORD_CHARS:
            return 0
        position, best, key = start + len(word), 0, ""
        for _ in range(MAX_WORDS):
            plain = normalise_word(word)
            stem = key + plain
            if plain and self._has(stem):
                best = position
            elif cut := self._part(key, word):
                best = position - len(word) + cut
            if not self._begins(stem):
                return best
            gap = GAP_RE.match(text, position) or (DOT_GAP_RE.match(text, position) if len(word) <= 4 else None)
            follower = WORD_RE.match(text, gap.end()) if gap else None
            if follower is None or len(follower.group()) > MAX_WORD_CHARS:
                return best
            word, position, key = follower.group(), follower.end(), stem + " "
        return best

    def _part(self, key: str, word: str) -> int:
        """The length of the part of a word that ends a known name: before "'s", or before a Korean particle."""
        if (cut := _possessive(word)) and self._has(key + normalise_word(word[:cut])):
            return cut
        return self._hangul(key, word) if HANGUL_RE.match(word) else 0

    def _hangul(self, key: str, word: str) -> int:
        """The length of the longest known name that the word begins with; particles stand behind it ("평양에서")."""
        for length in range(min(len(word) - 1, 12), 1, -1):
            if self._has(key + normalise_word(word[:length])):
                return length
        return 0

    def _unspaced(self, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Names in a run of a script without spaces, where any character may begin one."""
        position = begin
        while position < end:
            for stop in range(min(end, position + _MAX_UNSPACED), position + 1, -1):
                if self._has(normalise_word(text[position:stop])):
                    yield position, stop
                    position = stop
                    break
            else:
                position += 1


def _may_start(text: str, start: int, *, inside: bool = False) -> bool:
    """Whether a name may begin here: at a word's first letter, which is no lower-case one."""
    first = text[start : start + 1]
    if first.islower():
        return False
    return inside or start == 0 or not _BEFORE_RE.match(text, start - 1)


def _possessive(word: str) -> int:
    """Where an ending after an apostrophe begins, as in "Russia's"; 0 for none."""
    for position in range(len(word) - 1, max(0, len(word) - 6), -1):
        if word[position] in APOSTROPHES:
            return position
    return 0
