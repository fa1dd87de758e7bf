"""What straits, canals and seas part or join."""

import pytest

import geomap

PARTED = [
    ("The Strait of Bonifacio separates Corsica from Sardinia.", "consistent"),
    ("The ship took the Strait of Messina, which separates Sicily from Italy.", "consistent"),
    ("The Palk Strait separates India from Sri Lanka.", "consistent"),
    ("The Taiwan Strait separates Taiwan from China.", "consistent"),
    ("The Gulf of Finland separates Finland from Estonia.", "consistent"),
    ("Mines lie in the Strait of Hormuz, separating Iran from Oman.", "consistent"),
    ("The Karimata Strait connects the South China Sea to the Java Sea.", "consistent"),
    ("The Kiel Canal links the North Sea to the Baltic Sea.", "consistent"),
    ("The Strait of Malacca connects the Black Sea with the Red Sea.", "doubtful"),
    ("The Strait of Hormuz separates Spain from Morocco.", "doubtful"),
]
ALONE = [
    "Politics separates France from Germany.",
    "The road by the Corinth Canal connects Athens to Patras.",
    "They saw the Channel, which separates Dover from Calais.",
    "The Dardanelles divide Europe from Asia.",
    "A ferry over the Kattegat connects Denmark with Sweden.",
    "A law separates the canal company from Egypt.",
]


def betweens(said: str) -> list[str]:
    return [str(v.outcome) for v in geomap.check(said).claims if v.claim.kind == "between"]


@pytest.mark.parametrize(("said", "outcome"), PARTED)
def test_a_water_lies_between_what_it_parts_or_joins(said, outcome):
    assert betweens(said) == [outcome]


@pytest.mark.parametrize("said", ALONE)
def test_what_is_no_water_or_parts_no_lands_is_left_alone(said):
    assert betweens(said) == []
