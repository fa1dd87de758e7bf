"""A real spaCy pipeline, built here: blank English with a ruler for entities."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import geomap
from geomap import defaults
from geomap.cli import app, status
from geomap.errors import UsageError
from geomap.records import Document, MentionKind

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
spacy = pytest.importorskip("spacy", reason="the extra geomap[spacy] is not installed")
TEXT = "Jordan Paris sailed the Daugava River from Riga to the Netherlands under a Latvian flag."


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


def test_places_of_a_pipeline_become_mentions(folder: Path) -> None:
    found = defaults.recognizer(f"spacy:{folder}").find_mentions(Document(id="d", text=TEXT))
    assert [(m.text, m.kind, m.kind_hint) for m in found] == [
        ("Daugava River", MentionKind.PLACE, "river"),
        ("Riga", MentionKind.PLACE, None),
        ("Netherlands", MentionKind.PLACE, None),
        ("Latvian", MentionKind.DEMONYM, "country"),
    ]
    assert all(TEXT[m.start : m.end] == m.text for m in found)


def test_an_unknown_pipeline_is_told_so() -> None:
    with pytest.raises(UsageError, match="no_such_pipeline"):
        defaults.recognizer("spacy:no_such_pipeline")


def test_an_unknown_recogniser_is_told_so() -> None:
    with pytest.raises(UsageError, match="spacy:NAME"):
        defaults.recognizer("nltk")


def test_python_takes_the_pipeline(folder: Path) -> None:
    found = geomap.find_places("They met in Riga, not in Oslo.", recognizer=f"spacy:{folder}")
    assert [(m.mention.text, m.place and m.place.country) for m in found] == [("Riga", "LV")]
    report = geomap.check("They met in Riga, not in Oslo.", recognizer=f"spacy:{folder}")
    assert [m.mention.text for m in report.resolve("Riga", "geonames:456172").mentions] == ["Riga"]
    assert geomap.Report.from_dict(report.to_dict()) == report


def test_commands_take_the_pipeline(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GEOMAP_CONFIG", raising=False)
    (tmp_path / "story.txt").write_text("They met in Riga, not in Oslo.\n", encoding="utf-8")
    assert status.run(app, ["places", "story.txt", "-f", "jsonl", "--recognizer", f"spacy:{folder}"]) == 0
    assert [t["text"] for t in json.loads(capfd.readouterr().out)["toponyms"]] == ["Riga"]
    assert status.run(app, ["places", "story.txt", "-f", "jsonl"]) == 0
    assert [t["text"] for t in json.loads(capfd.readouterr().out)["toponyms"]] == ["Riga", "Oslo"]
    (tmp_path / "geomap.toml").write_text(f"recognizer = {json.dumps(f'spacy:{folder}')}\n", encoding="utf-8")
    assert status.run(app, ["check", "story.txt", "-f", "json", "--fail-on", "never"]) == 0
    assert [m["text"] for m in json.loads(capfd.readouterr().out)["mentions"]] == ["Riga"]
    assert status.run(app, ["map", "story.txt", "-o", "page.html", "--recognizer", "spacy:no_such_pipeline"]) == 2
    assert "no_such_pipeline" in capfd.readouterr().err
