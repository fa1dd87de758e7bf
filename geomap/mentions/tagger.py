"""The trained tagger: which tokens name places, people and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from geomap.errors import MissingDataError
from geomap.mentions.features import features, recased, sightings, word_facts
from geomap.mentions.known import Name, NameTagger, place_known
from geomap.mentions.lexicon import FUNCTION_WORDS
from geomap.mentions.tokens import Segment, segments

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


def rows(text: str, known: Sequence[Name]) -> Iterator[tuple[Segment, list[list[str]]]]:
    """Segments of a text with the features of their tokens (none where nothing can be a name), one by one."""
    lowered = is_lowered(text)
    parts = list(segments(text))
    facts, marks = [], []
    for part in parts:
        words, mark = recased(part)
        facts.append([word_facts(word) for word in words])
        marks.append("nocaps" if lowered else mark)
    seen = sightings(facts)
    at = 0
    for part, part_facts, mark in zip(parts, facts, marks, strict=True):
        here = []
        while at < len(known) and known[at].start < part.ends[-1]:
            here.append(known[at])
            at += 1
        plain = not here and not any(word.capital and word.lower not in FUNCTION_WORDS for word in part_facts)
        yield part, [] if plain else features(part_facts, place_known(part, here), seen, mark)


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
        spans: list[Span] = []
        for part, feats in rows(text, known):
            if feats:
                spans.extend(self._decoded(part, feats))
        return Tagged(spans, known)

    def _decoded(self, part: Segment, feats: list[list[str]]) -> Iterator[Span]:
        crf = self._crf
        crf.set(feats)
        labels = crf.tag()
        for first, last, label in chunks(labels):
            lowest = min(crf.marginal(labels[i], i) for i in range(first, last))
            yield Span(part.starts[first], part.ends[last - 1], label, lowest)


def chunks(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of B-X I-X I-X as (first, last exclusive, X)."""
    first, open_label = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if open_label and label != f"I-{open_label}":
            yield first, i, open_label
            open_label = ""
        if label[:2] == "B-" or (label[:2] == "I-" and not open_label):
            first, open_label = i, label[2:]
