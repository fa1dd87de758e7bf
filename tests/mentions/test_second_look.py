"""Known names that the tagger passed over: which words around make each a place all the same."""

from __future__ import annotations

import pytest

from geomap.mentions.known import ABBREVIATION, Name
from geomap.mentions.second_look import why_alone, why_within


def why(text: str, word: str, tag: str, alone: set[str]) -> str:
    start = text.index(word)
    return why_alone(text, Name(start, start + len(word), word, tag), alone)


@pytest.mark.parametrize(
    ("text", "word", "tag", "reason"),
    [
        ("He camped northwest of Halden.", "Halden", "1", "a known name behind a direction"),
        ("Kiffa is a large town in the south.", "Kiffa", "1", "a known name that the text calls a place"),
        ("Then Halden waited.", "Halden", "1", "a place elsewhere in the document"),
        ("Then Linn County voted.", "Linn County", "Y", "a county by its whole name"),
        ("Voters in Portland, Ore., waited.", "Ore", ABBREVIATION, "a short form behind a comma"),
        ("Then Cook, 1,100 km west of Adelaide, waited.", "Cook", "1", "a known name with its distance from another"),
        ("It fell 12 km north of Cook.", "Cook", "1", "a known name behind a direction"),
        ("ABOUT 12 MI...20 KM ENE OF COOK", "COOK", "1", "a known name behind a direction"),
        ("It fell 12 km away from Cook.", "Cook", "1", "a known name from which a distance is measured"),
        ("The village of Cook waited.", "Cook", "1", "a known name with a feature noun"),
        ("At noon Cook station burned.", "Cook", "1", "a known name with a feature noun"),
        ("They met in Jordan.", "Jordan", "C", "a large place behind a preposition"),
        ("Then Lake Baker froze.", "Lake Baker", "W", "a known name of several words"),
    ],
)
def test_what_makes_a_known_name_a_place(text: str, word: str, tag: str, reason: str) -> None:
    assert why(text, word, tag, {"Halden"} if "Then Halden" in text else set()) == reason


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Then Cook spoke.", "Cook", "1"),
        ("The school of Cook burned.", "Cook", "1"),
        ("They met in Cook.", "Cook", "1"),  # no large place
        ("They met in Jordan Baker's house.", "Jordan", "C"),
        ("They met in Fiji.", "Fij", "C"),  # three letters may be anything
        ("Then Baker froze.", "Baker", "W"),
        ("Then Linn voted.", "Linn", "Y"),
        ("Or Ore waited.", "Ore", ABBREVIATION),
        ("Then Cook, 12 km of track, burned.", "Cook", "1?"),  # nor is a name that mostly means something else
        ("It fell 12 km away from Cook.", "Cook", "1?"),
    ],
)
def test_what_does_not(text: str, word: str, tag: str) -> None:
    assert why(text, word, tag, set()) == ""


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        ("Ash covers Nyeri in Kenya.", "3", True),
        ("Ash covers Nyeri in central Kenya.", "2", True),
        ("Ash covers Nyeri in Kenya.", "0", False),
        ("Ash covers Nyeri in Kenya.", "3?", False),
        ("Ash covers Nyeri and Kenya.", "3", False),
        ("Ash covers Kenya's Nyeri too.", "3", True),
        ("Ash covers Kenya's Nyeri too.", "2", False),
        ("Ash covers Kenya's Nyeri Mwangi.", "3", False),
        ("Ash covers Kenya's Nyeri-3 plane.", "3", False),
    ],
)
def test_a_town_before_its_area_is_a_place(text: str, tag: str, found: bool) -> None:
    start = text.index("Nyeri")
    name = Name(start, start + 5, "Nyeri", tag)
    start = text.index("Kenya")
    assert bool(why_within(text, name, {start}, {start + 5})) is found
