"""The trained tagger: which tokens name places, people and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from geomap.errors import MissingDataError
from geomap.mentions.features import Word, features, recased, sightings, word_facts
from geomap.mentions.known import Known, Name, NameTagger, place_known
from geomap.mentions.lexicon import FUNCTION_WORDS
from geomap.mentions.tokens import Segment, segments

# Segments of a text whose names are remembered, for those that it repeats.
_MAX_DECODED = 2_000
WEIGHTS = Path(__file__).with_name("weights") / "news.crfsuite"


@dataclass(frozen=True, slots=True)
class Span:
    """A name that the tagger found: LOC, PER or ORG, with how sure it is."""

    start: int
    end: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text as the tagger reads it: its names, and what the gazetteer knows in it."""

    spans: list[Span]
    known: list[Name]


def is_lowered(text: str) -> bool:
    """Whether a text has next to no capitals, so that capitals say nothing about names."""
    sample = text[:2_000]
    letters = sum(map(str.isalpha, sample))
    return letters > 20 and sum(map(str.isupper, sample)) < 0.005 * letters


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as the tagger sees it: its words in running text, their facts, and what the gazetteer knows in it."""

    segment: Segment
    words: tuple[str, ...]
    facts: tuple[Word, ...]
    known: tuple[Known, ...]
    mark: str

    @property
    def is_plain(self) -> bool:
        """Whether nothing in it can be a name."""
        return not self.known and not any(word.capital and word.lower not in FUNCTION_WORDS for word in self.facts)


def parts(text: str, known: Sequence[Name]) -> Iterator[Part]:
    """The segments of a text in order, one by one."""
    lowered = is_lowered(text)
    at = 0
    for segment in segments(text):
        words, mark = recased(segment)
        here = []
        while at < len(known) and known[at].start < segment.ends[-1]:
            here.append(known[at])
            at += 1
        known_here = tuple(place_known(segment, here)) if here else ()
        yield Part(segment, tuple(words), tuple(map(word_facts, words)), known_here, "nocaps" if lowered else mark)


def rows(text: str, known: Sequence[Name]) -> Iterator[tuple[Segment, list[list[bytes]]]]:
    """Segments of a text with the features of their tokens (none where nothing can be a name), one by one."""
    found = list(parts(text, known))
    seen = sightings(part.facts for part in found)
    for part in found:
        yield part.segment, [] if part.is_plain else features(part.facts, part.known, seen, part.mark)


class Tagger:
    """A linear-chain conditional random field over tokens."""

    def __init__(self, names: NameTagger, weights: Path = WEIGHTS) -> None:
        if not weights.is_file():
            raise MissingDataError(f"{weights.name} is not there: reinstall geomap, or run scripts/train_tagger.py")
        self._names = names
        self._crf = pycrfsuite.Tagger()
        self._crf.open(str(weights))

    def tag(self, text: str) -> Tagged:
        """All names of a text, in text order."""
        known = self._names.find(text, any_start=is_lowered(text))
        found = [part for part in parts(text, known) if part.known or any(word.capital for word in part.facts)]
        seen = sightings(part.facts for part in found)
        spans: list[Span] = []
        decoded: dict[tuple[Any, ...], list[tuple[int, int, str, float]]] = {}
        for part in found:
            if part.is_plain:
                continue
            key = (part.words, part.known, part.mark)
            names = decoded.get(key)
            if names is None:
                if len(decoded) >= _MAX_DECODED:
                    decoded.clear()
                names = decoded[key] = list(self._decode(features(part.facts, part.known, seen, part.mark)))
            starts, ends = part.segment.starts, part.segment.ends
            spans += [Span(starts[first], ends[last - 1], label, sure) for first, last, label, sure in names]
        return Tagged(spans, known)

    def _decode(self, feats: list[list[bytes]]) -> Iterator[tuple[int, int, str, float]]:
        """The names of a segment (tokens, end exclusive) with their label and how sure it is."""
        crf = self._crf
        crf.set(feats)
        labels = crf.tag()
        for first, last, label in chunks(labels):
            yield first, last, label, min(crf.marginal(labels[i], i) for i in range(first, last))


def chunks(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of B-X I-X I-X as (first, last exclusive, X)."""
    first, open_label = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if open_label and label != f"I-{open_label}":
            yield first, i, open_label
            open_label = ""
        if label[:2] == "B-" or (label[:2] == "I-" and not open_label):
            first, open_label = i, label[2:]
