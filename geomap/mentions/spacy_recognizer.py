"""Finds names of places with a spaCy pipeline of the user's own; needs the extra geomap[spacy]."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geomap.errors import MissingExtraError, UsageError
from geomap.interfaces import Gazetteer
from geomap.mentions.draft import Draft
from geomap.mentions.hints import Hints
from geomap.mentions.known import NameTagger
from geomap.mentions.points import with_points
from geomap.mentions.spans import trimmed
from geomap.mentions.usage import Usage
from geomap.records import Document, Mention, MentionKind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "LOCATION", "PLACE"})
ADJECTIVE_LABELS = frozenset({"NORP"})


class SpacyRecognizer:
    """Takes places from any spaCy pipeline that labels them GPE, LOC or FAC, and adjectives that it labels NORP."""

    def __init__(self, gazetteer: Gazetteer, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._names = NameTagger(gazetteer)
        self._usage = Usage(gazetteer)
        self._hints = Hints(gazetteer)

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        """Mentions in text order, not overlapping."""
        text = document.text
        found = []
        for entity in self._pipeline(text).ents:
            start, end = trimmed(text, entity.start_char, entity.end_char)
            if start >= end or entity.label_ not in PLACE_LABELS | ADJECTIVE_LABELS:
                continue
            draft = Draft(start, end, text[start:end], 0.9, why=f"labelled {entity.label_} by spaCy")
            if self._names.is_demonym(draft.text):
                draft.kind = MentionKind.DEMONYM
                draft.name, draft.kind_hint = self._names.home_of(draft.text)
            elif entity.label_ in ADJECTIVE_LABELS:
                continue
            else:
                self._hints.add(text, draft)
                self._usage.settle(text, draft)
            found.append(draft.mention(document))
        return with_points(document, found)


def load_spacy(gazetteer: Gazetteer, name: str) -> SpacyRecognizer:
    """A recogniser over an installed spaCy pipeline, or one in a folder.

    Raises:
        MissingExtraError: spaCy is not installed.
        UsageError: There is no pipeline of that name.
    """
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError("spaCy is not installed: pip install 'geomap[spacy]'") from error
    try:
        return SpacyRecognizer(gazetteer, spacy.load(name))
    except OSError as error:
        raise UsageError(f"spaCy has no pipeline {name!r}: install it, or name its folder") from error
