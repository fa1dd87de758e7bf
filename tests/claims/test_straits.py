"""What straits, canals and seas part or join, and bridges and tunnels span."""

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


BRIDGES = [
    ("The 16 km bridge that connects Copenhagen and Malmö was opened in 2000.", "consistent"),
    ("The 57-km tunnel between Erstfeld and Bodio opened in 2016.", "consistent"),
    ("The 90 km bridge that connects Copenhagen and Malmö was opened in 2000.", "inconsistent"),
    ("The 1.6 km bridge that connects Copenhagen and Malmö was opened in 2000.", "doubtful"),
    ("A 36 km bridge across the bay connects Jiaxing and Ningbo.", "unverifiable"),
]
OF_OTHER_WAYS = [
    "The 6.5 km long tunnel will ensure year-round road connectivity between Srinagar and Kargil.",
    "A 965-m tunnel is already in use on the bypass between Solan and Kumarhatti.",
    "A 12 km bridge opened on the road between Delhi and Agra.",
    "The 9 km tunnel will ease access from Delhi to Manali.",
]


def distances(said: str) -> list[str]:
    return [str(v.outcome) for v in geomap.check(said).claims if v.claim.kind == "distance"]


@pytest.mark.parametrize(("said", "outcome"), BRIDGES)
def test_a_bridge_leads_from_edge_to_edge_or_is_a_part_of_the_way(said, outcome):
    assert distances(said) == [outcome]


@pytest.mark.parametrize("said", OF_OTHER_WAYS)
def test_a_bridge_on_a_way_is_not_as_long_as_it(said):
    assert distances(said) == []
