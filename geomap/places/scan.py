"""Finds all known names in a text in one pass, longest match first; the time does not grow with the number of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from geomap.places.names import (
    APOSTROPHES,
    CAPITAL,
    DOT_GAP,
    GAP,
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

# One class first and no \b: this is what keeps the search for starts fast. Lower-case letters that it lets in are
# dropped afterwards, and so is what begins inside a word. A word that goes on after an apostrophe or a period is
# matched again as a whole.
_CAPITAL_RE = re.compile(f"{CAPITAL}{LETTER}*")
_ANY_RE = re.compile(f"{LETTER}+")
_JOINTS = frozenset(APOSTROPHES + ".")
_HYPHENS = ("-", "‑")
_BEFORE_RE = re.compile(LETTER)
# The Arabic article in small letters belongs to the name: "el-Fasher", "as-Suwayda".
_ARTICLE_RE = re.compile(r"(?<![^\s(“\"‘'/—–])((?:a|e)[ldnrstz]|[ae]sh|ul)[-‑]\Z")
_MAX_ARTICLE = 5
_APOSTROPHE_RE = re.compile(f"[{APOSTROPHES}]")
_NEXT_RE = re.compile(f"{GAP}({WORD})")
_DOT_NEXT_RE = re.compile(f"{DOT_GAP}({WORD})")
_MIXED_RE = re.compile("[!-~]")
_SHORT_FORM = 4
_MAX_UNSPACED = 24
# Words remembered with what the tries say of them; a text repeats most of its words.
_REMEMBERED = 50_000


class Trie(Protocol):
    """The part of `marisa_trie.Trie` that a scan needs; "new " is in it if a name goes on after "new"."""

    def __contains__(self, key: str) -> bool: ...

    def prefixes(self, key: str) -> list[str]:
        """The names that a string begins with, shortest first."""
        ...


class Lexicon(Protocol):
    """Names in one or more tries."""

    def of(self, word: str) -> Trie:
        """The trie of the names that begin with a normalised word."""
        ...

    def all(self) -> Sequence[Trie]:
        """All tries."""
        ...


class _Step(NamedTuple):
    """A word after some others: how much of it ends a name, the key so far, the tries in which names go on."""

    length: int
    key: str
    onward: tuple[Trie, ...]


class Scanner:
    """Scans texts for the names of lexicons."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = tuple(lexicons)
        self._firsts: dict[str, _Step | None] = {}
        self._seconds: dict[tuple[str, str], _Step] = {}

    def find(self, text: str, *, any_start: bool) -> Iterator[NameSpan]:
        """Names in text order, not overlapping; where one begins, the longest wins."""
        done, passed, firsts = 0, 0, self._firsts
        for match in (_ANY_RE if any_start else _CAPITAL_RE).finditer(text):
            start, stop = match.span()
            if start < passed:
                continue
            word = match.group()
            if text[stop : stop + 1] in _JOINTS and (whole := WORD_RE.match(text, start)):
                word, stop = whole.group(), whole.end()
                passed = stop
            step = firsts.get(word)
            if step is None and (step := self._first(word)) is None:
                for begin, end in self._unspaced(text, max(start, done), stop):
                    yield NameSpan(begin, end, text[begin:end])
                    done = end
                continue
            if start < done:
                continue
            if text[start - 1 : start] in _HYPHENS and (articled := self._articled(text, start)):
                yield articled
                done = articled.end
                continue
            end = self._longest(text, start, stop, step) if any_start or _may_start(text, start) else 0
            # "l'Ukraine", "d'Ukraine"; what is longer than any word is not looked into
            while not end and len(word) <= MAX_WORD_CHARS and (mark := _APOSTROPHE_RE.search(word)):
                start, word = start + mark.end(), word[mark.end() :]
                if (any_start or _may_start(text, start, inside=True)) and (step := self._first(word)) is not None:
                    end = self._longest(text, start, stop, step)
            if end:
                yield NameSpan(start, end, text[start:end])
                done = end

    def _articled(self, text: str, start: int) -> NameSpan | None:
        """The name that begins with the article in small letters right before a capital, if there is one."""
        article = _ARTICLE_RE.search(text, max(0, start - _MAX_ARTICLE), start)
        step = self._first(article[1]) if article else None
        if article is None or step is None:
            return None
        end = self._longest(text, article.start(1), article.end(1), step)
        return NameSpan(article.start(1), end, text[article.start(1) : end]) if end > start else None

    def _first(self, word: str) -> _Step | None:
        """What the tries say of a word that begins a name; None for one of a script without spaces."""
        if word in self._firsts:
            return self._firsts[word]
        if UNSPACED_RE.search(word):
            step = None
        elif len(word) > MAX_WORD_CHARS:
            return _Step(0, "", ())
        else:
            plain = normalise_word(word)
            onward = [trie for lexicon in self._lexicons if f"{plain} " in (trie := lexicon.of(plain))]
            step = _Step(_ending("", plain, word, self._known), plain, tuple(onward))
        if len(self._firsts) >= _REMEMBERED:
            self._firsts.clear()
        self._firsts[word] = step
        return step

    def _known(self, key: str) -> bool:
        return any(key in lexicon.of(key) for lexicon in self._lexicons)

    def _longest(self, text: str, start: int, stop: int, step: _Step) -> int:
        """Where the longest name that begins with the word from `start` to `stop` ends; 0 for none."""
        best = start + step.length if step.length else 0
        for _ in range(MAX_WORDS - 1):
            if not step.onward:
                break
            follower = _NEXT_RE.match(text, stop)
            if follower is None and stop - start <= _SHORT_FORM:
                follower = _DOT_NEXT_RE.match(text, stop)
            if follower is None:
                break
            word, stop = follower.group(1), follower.end()
            if len(word) > MAX_WORD_CHARS:
                break
            start = stop - len(word)
            step = self._second(step, word)
            if step.length:
                best = start + step.length
        return best

    def _second(self, before: _Step, word: str) -> _Step:
        found = self._seconds.get((before.key, word))
        if found is None:
            tries, plain = before.onward, normalise_word(word)
            stem = f"{before.key} {plain}"
            length = _ending(f"{before.key} ", plain, word, lambda key: any(key in trie for trie in tries))
            found = _Step(length, stem, tuple(trie for trie in tries if f"{stem} " in trie))
            if len(self._seconds) >= _REMEMBERED:
                self._seconds.clear()
            self._seconds[before.key, word] = found
        return found

    def _unspaced(self, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Names in a run of a script without spaces, where any character may begin one."""
        run = text[begin:end]
        if _MIXED_RE.search(run) or not unicodedata.is_normalized("NFKC", run):
            yield from self._unspaced_by_length(text, begin, end)
            return
        letters = [normalise_word(char) for char in run]
        tries = [trie for lexicon in self._lexicons for trie in lexicon.all()]
        position = 0
        while position < len(run):
            window = letters[position : position + _MAX_UNSPACED]
            joined = "".join(window)
            longest = max((len(found[-1]) for trie in tries if (found := trie.prefixes(joined))), default=0)
            taken = _taken(window, longest)
            if taken > 1:
                yield begin + position, begin + position + taken
                position += taken
            else:
                position += 1

    def _unspaced_by_length(self, text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The same where letters have several spellings, so that a piece must be normalised as a whole."""
        position = begin
        while position < end:
            for stop in range(min(end, position + _MAX_UNSPACED), position + 1, -1):
                plain = normalise_word(text[position:stop])
                if self._known(plain):
                    yield position, stop
                    position = stop
                    break
            else:
                position += 1


def _taken(window: Sequence[str], longest: int) -> int:
    """How many characters make up so many normalised ones, with those that normalising drops; 0 for none."""
    if not longest:
        return 0
    length = 0
    for count, letter in enumerate(window):
        length += len(letter)
        if length > longest:
            return count
    return len(window)


def _ending(key: str, plain: str, word: str, known: Callable[[str], bool]) -> int:
    """How much of a word ends a known name: all of it, what stands before "'s" or a Korean particle, or nothing."""
    if plain and known(key + plain):
        return len(word)
    if (cut := _possessive(word)) and known(key + normalise_word(word[:cut])):
        return cut
    if not HANGUL_RE.match(word):
        return 0
    # Particles stand behind a Korean name: "평양에서".
    lengths = range(min(len(word) - 1, 12), 1, -1)
    return next((length for length in lengths if known(key + normalise_word(word[:length]))), 0)


def _may_start(text: str, start: int, *, inside: bool = False) -> bool:
    """Whether a name may begin here: at a word's first letter, which is no lower-case one."""
    first = text[start : start + 1]
    if first.islower():
        return False
    return inside or start == 0 or text[start - 1] == " " or not _BEFORE_RE.match(text, start - 1)


def _possessive(word: str) -> int:
    """Where an ending after an apostrophe begins, as in "Russia's"; 0 for none."""
    for position in range(len(word) - 1, max(0, len(word) - 6), -1):
        if word[position] in APOSTROPHES:
            return position
    return 0
