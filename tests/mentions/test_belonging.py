"""Names told to be places by the people, offices and bodies behind them."""

from __future__ import annotations

import pytest

from geomap.mentions.belonging import leads_office, why_belonging


def why(text: str, word: str) -> str:
    start = text.index(word)
    return why_belonging(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("Sen. Ann Oake, D-Brixby, voted.", "Brixby", "a legislator's seat"),
        ("Ann Oake (R-Brixby) voted.", "Brixby", "a legislator's seat"),
        ("Brixby School Board meets.", "Brixby", "before an office or body of its own"),
        ("Then Brixby Police Chief Ann Oake left.", "Brixby", "before an office or body of its own"),
        ("A Brixby man was fined.", "Brixby", "where one of its people is from"),
        ("They fined a Brixby funeral director.", "Brixby", "where one of its people is from"),
        ("Brixby's building inspector called.", "Brixby", "what it has, only places have"),
        ("Brixby’s unemployment rate fell.", "Brixby", "what it has, only places have"),
    ],
)
def test_who_belongs_to_a_place(text: str, word: str, reason: str) -> None:
    assert why(text, word) == reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Then Brixby spoke.", "Brixby"),
        ("Brixby's sister called.", "Brixby"),
        ("The Brixby man was fined.", "Brixby"),  # who was named before
        ("Ann Brixby School opened.", "Brixby"),  # in a longer name
        ("A QZX official spoke.", "QZX"),
        ("The Vice Mayor voted.", "Vice"),
        ("A Superior Court judge ruled.", "Superior"),
        ("Brixby President Ann Oake spoke.", "Brixby"),  # also a firm's
        ("B-Brixby met.", "Brixby"),
    ],
)
def test_who_tells_nothing(text: str, word: str) -> None:
    assert why(text, word) == ""


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Russian Foreign Minister Ann Oake", True),
        ("French President Ann Oake", True),
        ("Dayton Mayor Ann Oake", True),
        ("Dayton Oake", False),
        ("Martin Luther King", False),
    ],
)
def test_an_office_stands_between_a_place_and_a_person(text: str, leads: bool) -> None:
    assert leads_office(text, text.index(" ")) is leads
