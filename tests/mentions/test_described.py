"""Names that the text itself calls a place."""

from __future__ import annotations

import time

import pytest

from geomap import defaults
from geomap.mentions.cover import Cover
from geomap.mentions.described import described_kind, find_described, is_described
from geomap.records import Document, MentionKind


def places(text: str) -> list[str]:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    return [m.text for m in mentions if m.kind is MentionKind.PLACE]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Grootfontein is a town of 24,000 people in the north.", "Grootfontein"),
        ("Sokodé was once the largest town of the Kotokoli country.", "Sokodé"),
        ("Reading is a large town in Berkshire.", "Reading"),
        ("Bath, a city in Somerset, was full.", "Bath"),
        ("Ondangwa (formerly Ondonga) is one of the fastest growing towns in the north.", "Ondangwa"),
        ("Gilindele is a fishing village on the lagoon, 12 km from the road.", "Gilindele"),
        ("The bus was late.\nKilnavelo-sul-Mare is a hamlet near the dam.", "Kilnavelo-sul-Mare"),
    ],
)
def test_a_name_that_is_called_a_town_is_one(text: str, name: str) -> None:
    assert name in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "Madison is a country singer from Texas.",
        "Jackson was a state senator.",
        "Kelly is a district nurse.",
        "Chelsea is a city councillor.",
        "She is a village doctor. It is a town in the north.",
    ],
)
def test_who_works_for_a_town_is_none(text: str) -> None:
    first = text.split()[0]
    assert not is_described(text, len(first))
    assert list(find_described(text, Cover([]))) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zinder, the second largest city in Niger, is dry.", "city"),
        ("Mono is a river in Togo.", "river"),
        ("Midway is an atoll in the ocean.", "island"),
        ("Brava is one of the smallest islands of the chain.", "island"),
        ("Tete is a province in Mozambique.", None),
    ],
)
def test_the_kind_that_a_name_is_called_by(text: str, kind: str | None) -> None:
    assert described_kind(text, len(text.split(" ")[0].rstrip(","))) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They live on Pamban Island of Tamil Nadu.", ["Pamban Island", "Tamil Nadu"]),
        ("They live on the Isle of Man.", ["Isle of Man"]),
        ("It is the capital city of Mtwara Region in Tanzania.", ["Mtwara Region", "Tanzania"]),
    ],
)
def test_a_part_and_its_whole_are_two_names(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize("piece", ["Aa-", "Aa ", "Aa de ", "Aa is a big ", "A (", "Aa is a (x) ", "Aa, a "])
def test_time_grows_with_the_text(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begun = time.process_time()
    list(find_described(text, Cover([])))
    assert time.process_time() - begun < 1.0
