"""What the tagger sees of each token: its word, its neighbours, its run of capitals, the gazetteer, the document.

Features are bytes, in UTF-8, as the tagger wants them: those of a word are encoded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from geomap.mentions import lexicon
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.known import Known
from geomap.mentions.tokens import Segment

CUES = (
    ("title", lexicon.TITLES),
    ("given", GIVEN_NAMES),
    ("body", lexicon.BODIES),
    ("feat", frozenset(lexicon.FEATURES)),
    ("road", lexicon.STREETS),
    ("month", lexicon.MONTHS),
    ("day", lexicon.DAYS),
    ("in", lexicon.PLACE_PREPOSITIONS),
    ("said", lexicon.SAYING),
    ("dir", lexicon.COMPASS),
)
INSIDE = "I"
PLAIN_WORDS = Path(__file__).with_name("weights") / "plain_words.txt"
_ENDINGS = ("s", "es", "d", "ed", "ing")
# Shorter lines tell nothing of how they are written.
_LEAST_CAPS, _LEAST_TITLE = 3, 5


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word wherever it stands; `raw` is `lower` in bytes.

    `here`, `before` and `after` are its features as this, previous and next word.
    """

    lower: str
    shape: str
    capital: bool
    cues: tuple[str, ...]
    raw: bytes
    here: tuple[bytes, ...]
    before: tuple[bytes, ...]
    after: tuple[bytes, ...]


@dataclass(slots=True)
class Sighting:
    """Which words stand beside a name anywhere in a document."""

    cues: set[str] = field(default_factory=set)


@lru_cache(maxsize=60_000)
def word_facts(word: str) -> Word:
    """The facts of a word, made once."""
    lower = word.lower()
    key = lower.rstrip(".") if len(lower) > 2 else lower
    shape = _shape(word)
    cues = tuple(name for name, words in CUES if key in words)
    capital = word[:1].isupper()
    here = [f"w={lower}", f"s={shape}", *(f"c={cue}" for cue in cues)]
    if word[:1].isalpha() and len(lower) > 3:
        here += [f"e3={lower[-3:]}", f"e2={lower[-2:]}", f"b3={lower[:3]}"]
    return Word(
        lower,
        shape,
        capital,
        cues,
        lower.encode(),
        _encoded(here),
        _encoded([f"-w={lower}", f"-s={shape}", *(f"-c={cue}" for cue in cues)]),
        _encoded([f"+w={lower}", f"+s={shape}", *(f"+c={cue}" for cue in cues)]),
    )


def _encoded(texts: Iterable[str]) -> tuple[bytes, ...]:
    return tuple([text.encode() for text in texts])


def _shape(word: str) -> str:
    if word.isdigit():
        return "9999" if len(word) == 4 else "9"
    if not any(c.isalnum() for c in word):
        return word[:1]
    if word.isupper():
        return "A." if "." in word else ("A" if len(word) == 1 else "AA" if len(word) < 5 else "AAAA")
    if word[:1].isupper():
        return "Aa." if word.endswith(".") else ("Aa" if word[1:].islower() else "AaA")
    return "a" if word.islower() else "x"


def sightings(facts: Iterable[Sequence[Word]]) -> dict[str, Sighting]:
    """For each capitalised word of a document, the cues that stand beside it somewhere."""
    seen: dict[str, Sighting] = {}
    for words in facts:
        last = len(words) - 1
        for i, word in enumerate(words):
            if not word.capital:
                continue
            sighting = seen.get(word.lower)
            if sighting is None:
                sighting = seen[word.lower] = Sighting()
            if i:
                before = words[i - 1]
                if "in" in before.cues and not before.capital:
                    sighting.cues.add("in")
                if before.capital and ("title" in before.cues or "given" in before.cues):
                    sighting.cues.add("per")
                if before.shape == "A" and before.lower.endswith("."):
                    sighting.cues.add("per")
            if i < last:
                after = words[i + 1]
                if "said" in after.cues:
                    sighting.cues.add("said")
                if after.capital and "body" in after.cues:
                    sighting.cues.add("body")
    return seen


def runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Stretches of capitalised words, hyphens between them included."""
    found: list[tuple[int, int]] = []
    i, n = 0, len(words)
    while i < n:
        if not words[i].capital:
            i += 1
            continue
        first = i
        i += 1
        while i < n and (words[i].capital or (words[i].lower == "-" and i + 1 < n and words[i + 1].capital)):
            i += 1
        found.append((first, i))
    return found


def recased(segment: Segment) -> tuple[list[str], str]:
    """The words of a segment as in running text, and a mark for headlines in capitals and in title case.

    In a headline words that running text writes small ("Fire", "Opens") are written small again.
    """
    letters = [word for word in segment.words if word[:1].isalpha() and len(word) > 1]
    if len(letters) >= _LEAST_CAPS:
        upper = sum(word.isupper() for word in letters)
        if upper >= 0.8 * len(letters):
            return _lowered(
                [word.title() if word.isupper() and len(word) > 3 else word for word in segment.words]
            ), "caps"
    if len(letters) >= _LEAST_TITLE and _is_title(letters):
        return _lowered(segment.words), "title"
    return segment.words, ""


def _is_title(letters: Sequence[str]) -> bool:
    """Whether all words but small ones have capitals, and several are such as have none in running text."""
    for word in letters:
        if word[0].islower() and word not in lexicon.FUNCTION_WORDS:
            return False
    plain = sum(is_plain(word) for word in letters[1:] if word[0].isupper())
    return plain >= max(2, 0.25 * len(letters))


def _lowered(words: Sequence[str]) -> list[str]:
    """Words of a headline, with what is no name in small letters; the first word keeps its capital."""
    first = next((n for n, word in enumerate(words) if word[:1].isalpha()), 0)
    return [w.lower() if n != first and is_plain(w) else w for n, w in enumerate(words)]


@lru_cache(maxsize=20_000)
def is_plain(word: str) -> bool:
    """Whether running text mostly writes a word small, or the one that it is a form of ("Weakens")."""
    lower, words = word.lower(), _plain_words()
    if lower in words or lower in lexicon.FUNCTION_WORDS:
        return True
    stems = (lower.removesuffix(ending) for ending in _ENDINGS if lower.endswith(ending))
    return any(len(stem) > 2 and (stem in words or f"{stem}e" in words) for stem in stems)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(PLAIN_WORDS.read_text(encoding="utf-8").split())


def features(
    facts: Sequence[Word], known: Sequence[Known], seen: dict[str, Sighting], mark: str = ""
) -> list[list[bytes]]:
    """The features of each token of a segment."""
    last = len(facts) - 1
    marks = [mark.encode()] if mark else []
    rows = [list(word.here) for word in facts]
    for i, word in enumerate(facts):
        row = rows[i]
        if i:
            other = facts[i - 1]
            row += other.before
            row.append(b"".join((b"-w|w=", other.raw, b"|", word.raw)))
            if i > 1:
                row.append(b"--w=" + facts[i - 2].raw)
        else:
            row.append(b"first")
        if i < last:
            other = facts[i + 1]
            row += other.after
            row.append(b"".join((b"w|+w=", word.raw, b"|", other.raw)))
            if i + 1 < last:
                row.append(b"++w=" + facts[i + 2].raw)
        else:
            row.append(b"last")
        row += marks
        if word.capital and (sighting := seen.get(word.lower)) is not None:
            row += [f"d={cue}".encode() for cue in sorted(sighting.cues)]
    _add_runs(rows, facts)
    _add_known(rows, facts, known)
    return rows


def _add_runs(rows: list[list[bytes]], facts: Sequence[Word]) -> None:
    for first, last in runs(facts):
        length = last - first
        head, start = facts[last - 1], facts[first]
        shared = [f"rl={min(length, 5)}", f"rw={head.lower}", *(f"rh={cue}" for cue in head.cues)]
        if length > 1:
            shared += [f"rs={start.lower}", *(f"rf={cue}" for cue in start.cues)]
        if first:
            shared.append(f"rb={facts[first - 1].lower}")
        if last < len(facts):
            shared.append(f"ra={facts[last].lower}")
        encoded = _encoded(shared)
        for i in range(first, last):
            place = b"S" if length == 1 else b"B" if i == first else b"E" if i == last - 1 else b"M"
            rows[i] += encoded
            rows[i].append(b"rp=" + place)


def _add_known(rows: list[list[bytes]], facts: Sequence[Word], known: Sequence[Known]) -> None:
    n = len(facts)
    for name in known:
        size = name.last - name.first
        before = f"{'^' if name.first == 0 else facts[name.first - 1].lower}"
        after = f"{'$' if name.last >= n else facts[name.last].lower}"
        whole = (name.first == 0 or not facts[name.first - 1].capital) and (
            name.last >= n or not facts[name.last].capital
        )
        shared = _encoded(
            [f"gr={name.tag}{'!' if whole else '~'}", f"gb={name.tag}|{before}", f"ga={name.tag}|{after}"]
        )
        for i in range(name.first, name.last):
            place = "S" if size == 1 else "B" if i == name.first else INSIDE
            rows[i].append(f"g={place}{name.tag}".encode())
            rows[i] += shared
        if name.first:
            rows[name.first - 1].append(f"+g={name.tag}".encode())
            if name.first > 1:
                rows[name.first - 2].append(f"++g={name.tag}|{before}".encode())
        if name.last < n:
            rows[name.last].append(f"-g={name.tag}".encode())
            if name.last + 1 < n:
                rows[name.last + 1].append(f"--g={name.tag}|{after}".encode())
