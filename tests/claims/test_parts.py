"""Towns in a part of their country, as news puts them."""

import pytest

import geomap


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Gao in northern Mali was calm.", "consistent"),
        ("They met at Sebha, in southern Libya.", "consistent"),
        ("They met at Agadez, in northern Niger.", "consistent"),
        ("They met in Marseille, in northern France.", "inconsistent"),
        ("They met in Kano, in southern Nigeria.", "inconsistent"),
        ("They met in Milan, in southern Italy.", "inconsistent"),
    ],
)
def test_towns_in_a_part_of_their_country(said, outcome):
    assert [str(v.outcome) for v in geomap.check(said).claims if v.claim.kind == "containment"] == [outcome]


def test_a_gulf_lies_in_no_country():
    said = "Berbera, across the Gulf of Aden in Somaliland, is 260 km south of Aden."
    assert not [v for v in geomap.check(said).claims if v.claim.kind == "containment"]


def test_what_stands_at_a_town_is_no_pronoun_for_the_place_before():
    said = "Sanaa lies 170 km east of Hodeidah. The base at Berbera, across the Gulf of Aden, is 260 km south of Aden."
    last = [v.claim for v in geomap.check(said).claims if v.claim.kind == "distance"][-1]
    assert last.figure is not None and last.figure.place is not None and last.figure.place.name == "Berbera"
