"""Finds names of places: the tagger's, with what the gazetteer and the rest of the document say about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from geomap.interfaces import Gazetteer
from geomap.mentions.draft import Draft
from geomap.mentions.embedded import is_civic
from geomap.mentions.hints import Hints
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name, NameTagger
from geomap.mentions.lookup import find_by_lookup, is_english
from geomap.mentions.tagger import WEIGHTS, Span, Tagged, Tagger
from geomap.mentions.usage import Usage
from geomap.records import Document, Mention, MentionKind

_LEADING = re.compile(r"(?:the|a|an)\s+", re.I)
_TRAILING = re.compile(r"(?:['’]s?|[\s,;:!?)\]\"”-]+)$")
_LANGUAGE = re.compile(
    r"\b(?:in|speaks?|speaking|spoken|fluent|learn|learning|taught|teach|teaching|translated (?:from|into)) $"
)
_SPEAKERS = re.compile(r"[- ](?:language|speaking|speakers?|lessons?|teacher|class|classes|literature)\b")


class TaggedRecognizer:
    """The tagger beside the look-up."""

    def __init__(self, gazetteer: Gazetteer, *, weights: Path = WEIGHTS) -> None:
        self._names = NameTagger(gazetteer)
        self._tagger = Tagger(self._names, weights)
        self._usage = Usage(gazetteer)
        self._hints = Hints(gazetteer)

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        """Mentions in text order, not overlapping."""
        text = document.text
        tagged = self._tagger.tag(text)
        drafts = list(self._drafts(text, tagged))
        for draft in drafts:
            if draft.kind is MentionKind.PLACE:
                self._hints.add(text, draft)
                self._usage.settle(text, draft)
        return [
            Mention(
                document=document.id,
                start=d.start,
                end=d.end,
                text=text[d.start : d.end],
                kind=d.kind,
                name=d.name,
                kind_hint=d.kind_hint,
                confidence=round(d.confidence, 3),
                why=d.why,
            )
            for d in _apart(drafts)
        ]

    def _drafts(self, text: str, tagged: Tagged) -> Iterator[Draft]:
        places = [d for span in tagged.spans if span.label == "LOC" for d in self._trimmed(text, span)]
        others = [span for span in tagged.spans if span.label != "LOC"]
        alone = {d.text for d in places}
        yield from places
        taken = _Cover([(d.start, d.end) for d in places])
        bodies = _Cover([(s.start, s.end) for s in others])
        for name in tagged.known:
            if taken.touches(name.start, name.end):
                continue
            holder = bodies.holder(name.start, name.end)
            if holder is not None:
                yield from self._inside(text, name, others[holder], alone)
            elif name.tag == DEMONYM:
                if draft := _demonym(text, name):
                    yield draft
            elif name.text in alone and not bodies.touches(name.start, name.end):
                yield Draft(name.start, name.end, name.text, 0.6, why="a place elsewhere in the document")
        if not is_english(text):
            free = [n for n in tagged.known if not (taken.touches(n.start, n.end) or bodies.touches(n.start, n.end))]
            yield from find_by_lookup(free, text)

    def _trimmed(self, text: str, span: Span) -> Iterator[Draft]:
        start, end = span.start, span.end
        if leading := _LEADING.match(text[start:end]):
            start += leading.end()
        while (trailing := _TRAILING.search(text[start:end])) and trailing.group():
            end = start + trailing.start()
        if start >= end:
            return
        word = text[start:end]
        if self._names.is_demonym(word):
            yield Draft(start, end, word, span.confidence, kind=MentionKind.DEMONYM, why="an adjective or a people")
        else:
            yield Draft(start, end, word, span.confidence, why="named like a place")

    def _inside(self, text: str, name: Name, holder: Span, alone: set[str]) -> Iterator[Draft]:
        """A known name in the name of a person or a body: of a person it is nothing, of a body it may be the place."""
        if holder.label == "PER" or name.tag.endswith("?") or name.tag == ABBREVIATION:
            return
        whole = text[holder.start : holder.end]
        if name.text in alone or (holder.start == name.start and is_civic(text[name.end : holder.end])):
            kind = MentionKind.DEMONYM if name.tag == DEMONYM else MentionKind.PLACE
            yield Draft(name.start, name.end, name.text, 0.6, kind=kind, why=f"inside “{whole}”, whose place it is")
        elif name.tag[0] in "ZCRY432D":
            yield Draft(name.start, name.end, name.text, 0.5, kind=MentionKind.EMBEDDED, why=f"inside “{whole}”")


def _demonym(text: str, name: Name) -> Draft | None:
    if _LANGUAGE.search(text[max(0, name.start - 20) : name.start]) and not re.match(r" [a-z]+s?\b", text[name.end :]):
        return None
    if _SPEAKERS.match(text, name.end):
        return None
    return Draft(name.start, name.end, name.text, 0.8, kind=MentionKind.DEMONYM, why="an adjective or a people")


class _Cover:
    """Stretches of text that are taken, in order."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def holder(self, start: int, end: int) -> int | None:
        """Which stretch holds this one whole."""
        at = bisect_right(self._starts, start) - 1
        return at if at >= 0 and self._stretches[at][1] >= end else None

    def touches(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with this one."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._stretches[at][1] > start:
            return True
        return at + 1 < len(self._starts) and self._starts[at + 1] < end


def _apart(drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts in text order; of two that overlap the surer stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if kept and draft.start < kept[-1].end:
            if draft.confidence > kept[-1].confidence:
                kept[-1] = draft
            continue
        kept.append(draft)
    yield from kept
