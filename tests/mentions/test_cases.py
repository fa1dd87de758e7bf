"""Names with an ending, in languages that bend them."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.mentions.cases import nominatives
from geomap.records import Document


def places(text: str) -> list[tuple[str, str]]:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    return [(m.text, m.lookup_name) for m in mentions]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Przemyślu", "Polish", "Przemyśl"),
        ("Krakowie", "Polish", "Kraków"),
        ("Warszawy", "Polish", "Warszawa"),
        ("Poznaniu", "Polish", "Poznań"),
        ("Łodzi", "Polish", "Łódź"),
        ("Katowicach", "Polish", "Katowice"),
        ("Rydze", "Polish", "Ryga"),
        ("Praze", "Czech", "Praha"),
        ("Ostravě", "Czech", "Ostrava"),
        ("Budějovicích", "Czech", "Budějovice"),
        ("Zagrebu", "South Slavic", "Zagreb"),
        ("Rijeci", "South Slavic", "Rijeka"),
        ("Helsingissä", "Finnish", "Helsinki"),
        ("Győrben", "Hungarian", "Győr"),
        ("Moszkvában", "Hungarian", "Moszkva"),
        ("Vilniuje", "Lithuanian", "Vilnius"),
        ("Rīgā", "Latvian", "Rīga"),
        ("Πάτρας", "Greek", "Πάτρα"),
        ("Києва", "Cyrillic", "Київ"),
        ("Северной Кореи", "Cyrillic", "Северная Корея"),
    ],
)
def test_the_nominative_is_among_what_an_ending_may_come_from(word: str, language: str, expected: str) -> None:
    assert expected in nominatives(word, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "W sobotę w Bydgoszczy zebrali się rolnicy. Prezydent Warszawy był w Przemyślu, a Jan Nowak z Lublina nie.",
            [("Bydgoszczy", "Bydgoszcz"), ("Warszawy", "Warszawa"), ("Przemyślu", "Przemyśl"), ("Lublina", "Lublina")],
        ),
        # A capital at the beginning of a sentence says nothing.
        ("Prezydent powiedział w sobotę, że jest dobrze. Gdyni nie było. Sopotu nie widać.", []),
        (
            "A vonat Budapesten nem állt meg, és csak Debrecenben vette fel az utasokat.",
            [("Budapesten", "Budapest"), ("Debrecenben", "Debrecen")],
        ),
        (
            "В Воронежской области и в Приморском крае прошли дожди.",
            [("Воронежской области", "Воронежская область"), ("Приморском крае", "Приморский край")],
        ),
        (
            "وصل الوفد ببغداد والبصرة ثم سافر من القاهرة، وأعلنت الحكومة ذلك.",
            [("بغداد", "بغداد"), ("البصرة", "البصرة"), ("القاهرة", "القاهرة")],
        ),
        ("הרכבת הגיעה לחיפה ואחר כך לבאר שבע.", [("חיפה", "חיפה"), ("באר שבע", "באר שבע")]),
        (
            "A man from Oslo met the mayor of Bergen in Turku.",
            [("Oslo", "Oslo"), ("Bergen", "Bergen"), ("Turku", "Turku")],
        ),
    ],
)
def test_bent_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert places(text) == expected


def test_a_long_word_costs_no_more_than_its_length() -> None:
    assert nominatives("Ł" + "o" * 50_000 + "dzi", "Polish")
