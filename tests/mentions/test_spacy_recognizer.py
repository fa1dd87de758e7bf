"""A real spaCy pipeline, built here: blank English with a ruler for entities."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap import defaults
from geomap.errors import UsageError
from geomap.records import Document, MentionKind

spacy = pytest.importorskip("spacy", reason="the extra geomap[spacy] is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "GPE", "pattern": "Riga"},
            {"label": "GPE", "pattern": "the Netherlands"},
            {"label": "NORP", "pattern": "Latvian"},
            {"label": "PERSON", "pattern": "Jordan Paris"},
            {"label": "LOC", "pattern": "Daugava River"},
        ]
    )
    path = tmp_path_factory.mktemp("spacy") / "ruler"
    pipeline.to_disk(path)
    return path


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_places_of_a_pipeline_become_mentions(folder: Path) -> None:
    text = "Jordan Paris sailed the Daugava River from Riga to the Netherlands under a Latvian flag."
    found = defaults.recognizer(f"spacy:{folder}").find_mentions(Document(id="d", text=text))
    assert [(m.text, m.kind, m.kind_hint) for m in found] == [
        ("Daugava River", MentionKind.PLACE, "river"),
        ("Riga", MentionKind.PLACE, None),
        ("Netherlands", MentionKind.PLACE, None),
        ("Latvian", MentionKind.DEMONYM, "country"),
    ]
    assert all(text[m.start : m.end] == m.text for m in found)


def test_an_unknown_pipeline_is_told_so() -> None:
    with pytest.raises(UsageError, match="no_such_pipeline"):
        defaults.recognizer("spacy:no_such_pipeline")


def test_an_unknown_recogniser_is_told_so() -> None:
    with pytest.raises(UsageError, match="spacy:NAME"):
        defaults.recognizer("nltk")
