"""Names that no gazetteer knows and that the words around make a place."""

from __future__ import annotations

import time

import pytest

from geomap import defaults
from geomap.mentions.cover import Cover
from geomap.mentions.draft import Draft
from geomap.mentions.unlisted import find_unlisted
from geomap.records import Document, MentionKind

# In each text these are the places that were found before.
FOUND = ("Oulu", "Kemi", "Finland", "Lapland", "Russian border")


def found(text: str) -> list[str]:
    places = [Draft(at, at + len(n), n, 0.9) for n in FOUND if (at := text.find(n)) >= 0]
    places.sort(key=lambda d: d.start)
    kept = [d for n, d in enumerate(places) if not n or d.start >= places[n - 1].end]
    return [d.text for d in find_unlisted(text, kept, [], set(FOUND))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Snow closed the village of Tarvikko.", "Tarvikko"),
        ("Snow closed Tarvikko, a village in the hills.", "Tarvikko"),
        ("Fishermen landed in Tarvikko, Finland, and sold the catch.", "Tarvikko"),
        ("A barn burned near Tarvikko, in the Lapland region.", "Tarvikko"),
        ("Nurses work in Tarvikko in northern Finland.", "Tarvikko"),
        ("Tarvikko, in the Lapland region, was dark.", "Tarvikko"),
        ("Tarvikko, near Oulu, is dark.", "Tarvikko"),
        ("Residents of Old Tarvikko, near the Russian border, slept badly.", "Old Tarvikko"),
        ("She left Oulu for Tarvikko at noon.", "Tarvikko"),
        ("She flew from Oulu to Tarvikko at noon.", "Tarvikko"),
        ("She flew from Tarvikko to Oulu at noon.", "Tarvikko"),
        ("The power line between Oulu and Tarvikko fell.", "Tarvikko"),
        ("The boats arrived in Tarvikko late.", "Tarvikko"),
        ("The boats reached Tarvikko late.", "Tarvikko"),
        ("The bus left Tarvikko at midnight.", "Tarvikko"),
        ("Tarvikko lies 20 km north of Oulu.", "Tarvikko"),
        ("Tarvikko, the old seat of the kings, is 20 km north of Oulu.", "Tarvikko"),
        ("They left Tarvikko, a village 25 km south of Oulu.", "Tarvikko"),
        ("Pilgrims gather at Tarvikko, in the hills of Lapland, each May.", "Tarvikko"),
        ("The sisters fled Tarvikko on foot.", "Tarvikko"),
        ("Tarvikko, north of Oulu, is dark.", "Tarvikko"),
        ("Tarvikko, where the boats are kept, is a two-day walk from Oulu.", "Tarvikko"),
        ("Between the Oulu and Tarvikko nobody lives.", "Tarvikko"),
        ("Tarvikko is halfway between Oulu and Kemi.", "Tarvikko"),
        ("The ridge is 12 km north of Tarvikko.", "Tarvikko"),
        ("A house in Ain al-Tarvik, in the Lapland region, burned.", "Ain al-Tarvik"),
    ],
)
def test_the_words_around_make_a_place_of_an_unknown_name(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Tarvikko, a singer in Finland, agreed.",
        "She gave the letter from Oulu to Anna Tarvikko at noon.",
        "She works at the Tarvikko in Finland.",
        "They met in Parliament in Finland.",
        "She left Oulu for Tuesday in Finland.",
        "The case went from Tarvikko Bank to Oulu.",
        "She left Oulu for Tarvikko's house.",
        "The crew is from Good Morning in Finland.",
        "Prices rose in NAFTO in Finland.",
    ],
)
def test_people_bodies_and_days_are_none(text: str) -> None:
    assert found(text) == []


def test_names_in_a_row_with_a_place_are_places() -> None:
    assert found("The villages of Tarvikko, Elmasuo and Vilkala are dark.") == ["Tarvikko", "Elmasuo", "Vilkala"]
    assert found("Elmasuo and Vilkala agreed. Tarvikko, a village in the hills, did not.") == ["Tarvikko"]


def test_a_known_name_is_one_where_a_noun_calls_it_a_place() -> None:
    text = "Kuopio, in the Lapland region, was hit."
    places = [Draft(15, 22, "Lapland", 0.9)]
    assert [d.text for d in find_unlisted(text, places, [], {"Kuopio"})] == ["Kuopio"]
    assert [d.text for d in find_unlisted(text, places, [], set(), {"Kuopio"})] == []
    weak = "She left Lapland for Kuopio."
    assert [d.text for d in find_unlisted(weak, [Draft(9, 16, "Lapland", 0.9)], [], {"Kuopio"})] == []


def test_a_place_once_is_one_throughout_the_document() -> None:
    text = "The boats arrived in Tarvikko late. Tarvikko has no harbour, and Tarvikko's people are few."
    assert found(text) == ["Tarvikko", "Tarvikko"]


def test_an_unknown_name_is_a_mention_without_a_place() -> None:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text="She left Oulu for Tarvikkonen at noon."))
    assert [(m.text, m.kind) for m in mentions] == [
        ("Oulu", MentionKind.PLACE),
        ("Tarvikkonen", MentionKind.PLACE),
    ]


@pytest.mark.parametrize(
    "piece", ["Tarvik de la ", "Al-Tarvik ", "in Tarvik, in ", "Tarvik, near the city of ", "’s Tarvik"]
)
def test_the_time_is_in_proportion_to_the_length(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        begin = time.process_time()
        list(find_unlisted(text, [Draft(0, 1, "T", 0.9)], [], set()))
        return time.process_time() - begin

    seconds(200)
    assert seconds(8000) < 4.0 * max(seconds(4000), 0.005)


def test_a_name_inside_what_was_found_is_none() -> None:
    text = "The village of Tarvikko Oulu"
    assert Cover([(15, 28)]).touches(15, 23)
    assert [d.text for d in find_unlisted(text, [Draft(15, 28, text[15:], 0.9)], [], set())] == []


@pytest.mark.parametrize("text", ["They walked to the Kazakh border.", "They walked to the Turkmen border."])
def test_a_people_on_no_usual_ending_has_a_border(text: str) -> None:
    (mention,) = defaults.recognizer().find_mentions(Document(id="d", text=text))
    assert mention.kind_hint == "border"


def test_an_upper_village_is_not_the_one_without() -> None:
    first, *_ = defaults.recognizer().find_mentions(Document(id="d", text="She lives in Upper Tarifa in Spain."))
    assert first.lookup_name == "Upper Tarifa"
    first, *_ = defaults.recognizer().find_mentions(Document(id="d", text="The dam in Upper Egypt is old."))
    assert first.lookup_name in ("Upper Egypt", "Egypt")
