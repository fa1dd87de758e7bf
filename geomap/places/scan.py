"""Finds all known names in a text in one pass, longest match first; the time does not grow with the number of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

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
# Words and pairs of words remembered with what the tries say of them; a text repeats most of them. All together take
# some 10 MB.
_REMEMBERED = 30_000


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


class _Step:
    """A word after some others: how much of it ends a name; the key, tries and words met so far where names go on."""

    __slots__ = ("following", "key", "length", "onward")

    def __init__(self, length: int, key: str, onward: tuple[Trie, ...]) -> None:
        self.length, self.key, self.onward = length, key, onward
        self.following: dict[str, _Step] = {} if onward else _NONE


_NONE: dict[str, _Step] = {}
# Most words, and most pairs of words, begin no name; they all share this.
_NOTHING = _Step(0, "", ())
_WITHOUT_SPACES = _Step(0, "", ())


class Scanner:
    """Scans texts for the names of lexicons."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = tuple(lexicons)
        self._firsts: dict[str, _Step] = {}
        self._remembered = 0

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
            step = firsts.get(word) or self._first(word)
            if step is _WITHOUT_SPACES:
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
            if step is _NOTHING:
                continue
            end = self._longest(text, start, stop, step) if any_start or _may_start(text, start) else 0
            # "l'Ukraine", "d'Ukraine"; what is longer than any word is not looked into
            while (
                not end and not _plain(word) and len(word) <= MAX_WORD_CHARS and (mark := _APOSTROPHE_RE.search(word))
            ):
                start, word = start + mark.end(), word[mark.end() :]
                if any_start or _may_start(text, start, inside=True):
                    end = self._longest(text, start, stop, self._first(word))
            if end:
                yield NameSpan(start, end, text[start:end])
                done = end

    def _articled(self, text: str, start: int) -> NameSpan | None:
        """The name that begins with the article in small letters right before a capital, if there is one."""
        article = _ARTICLE_RE.search(text, max(0, start - _MAX_ARTICLE), start)
        if article is None:
            return None
        end = self._longest(text, article.start(1), article.end(1), self._first(article[1]))
        return NameSpan(article.start(1), end, text[article.start(1) : end]) if end > start else None

    def _first(self, word: str) -> _Step:
        """What the tries say of a word that begins a name."""
        found = self._firsts.get(word)
        if found is not None:
            return found
        if len(word) > MAX_WORD_CHARS:
            return _WITHOUT_SPACES if UNSPACED_RE.search(word) else _NOTHING
        if not word.isascii() and UNSPACED_RE.search(word):
            found = _WITHOUT_SPACES
        else:
            plain = normalise_word(word)
            found = self._step("", plain, word, [lexicon.of(plain) for lexicon in self._lexicons])
        self._remember(self._firsts, word, found)
        return found

    def _remember(self, steps: dict[str, _Step], word: str, step: _Step) -> None:
        if self._remembered >= _REMEMBERED:
            self._firsts.clear()
            self._remembered = 0
        self._remembered += 1
        steps[word] = step

    def _step(self, before: str, plain: str, word: str, tries: Sequence[Trie]) -> _Step:
        """What the tries say of a word after others, which end with a space."""
        key = before + plain
        stem = key + " "
        onward = tuple([trie for trie in tries if stem in trie])
        if _plain(word):
            length = len(word) if any(key in trie for trie in tries) else 0
        else:
            known = _in_any(tries) if before else self._known
            length = _ending(before, plain, word, known)
        return _Step(length, stem, onward) if length or onward or _APOSTROPHE_RE.search(word) else _NOTHING

    def _known(self, key: str) -> bool:
        return any(key in lexicon.of(key) for lexicon in self._lexicons)

    def _longest(self, text: str, start: int, stop: int, step: _Step) -> int:
        """Where the longest name that begins with the word from `start` to `stop` ends; 0 for none."""
        best = start + step.length if step.length else 0
        words = 1
        while step.onward and words < MAX_WORDS:
            follower = _NEXT_RE.match(text, stop)
            if follower is None and stop - start <= _SHORT_FORM:
                follower = _DOT_NEXT_RE.match(text, stop)
            if follower is None:
                break
            word, stop = follower.group(1), follower.end()
            if len(word) > MAX_WORD_CHARS:
                break
            start = stop - len(word)
            step = step.following.get(word) or self._second(step, word)
            if step.length:
                best = start + step.length
            words += 1
        return best

    def _second(self, before: _Step, word: str) -> _Step:
        found = self._step(before.key, normalise_word(word), word, before.onward)
        self._remember(before.following, word, found)
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


def _in_any(tries: Sequence[Trie]) -> Callable[[str], bool]:
    """Tells whether one of some tries has a name."""
    return lambda key: any(key in trie for trie in tries)


def _plain(word: str) -> bool:
    """Whether a word is of English letters and digits alone, so that it has neither apostrophes nor particles."""
    return word.isascii() and word.isalnum()


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
