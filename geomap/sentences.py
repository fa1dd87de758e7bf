"""Sentences and paragraphs of a text, by offsets."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.records import Sentence


def find_sentences(text: str) -> Sequence[Sentence]:
    """Sentences in text order; abbreviations, initials, figures and quotes do not end one."""
    raise NotImplementedError
