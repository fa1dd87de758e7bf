"""How far towns lie from the border of their country."""

from __future__ import annotations

import pytest

import geomap
from geomap import defaults
from geomap.claims.borders import km_to_border

# From memory of maps, with room for it: how far each town lies from the border, at least and at most.
TOWNS = [
    ("Basel", "CH", "FR", 0, 6),
    ("Taveta", "KE", "TZ", 1, 9),
    ("Lviv", "UA", "PL", 50, 70),
    ("Amritsar", "IN", "PK", 22, 33),
    ("Peshawar", "PK", "AF", 36, 56),
    ("Tacna", "PE", "CL", 28, 40),
    ("Khasan", "RU", "KP", 1, 6),
    ("Moyale", "KE", None, 0, 4),
    ("Bern", "CH", None, 35, 60),
    ("Ürümqi", "CN", "MN", 180, 320),
]


@pytest.mark.parametrize(("name", "country", "other", "least_km", "most_km"), TOWNS)
def test_towns_lie_as_far_from_the_border_as_maps_show(name, country, other, least_km, most_km):
    gazetteer = defaults.gazetteer()
    place = next(p for p in gazetteer.find_places(name) if p.country == country and p.kind != "border")
    away = km_to_border(place, gazetteer, other=other)
    assert away is not None and least_km <= away <= most_km


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Albury lies on the border with Victoria.", "consistent"),
        ("Wagga Wagga lies on the border with Queensland.", "inconsistent"),
        ("Parkman, Wyoming, lies near the Montana border.", "consistent"),
        ("Rock Springs, Wyoming, lies near the Montana border.", "inconsistent"),
    ],
)
def test_the_border_of_a_division_is_not_that_of_the_country(said, outcome):
    assert outcome in [str(v.outcome) for v in geomap.check(said).claims if v.claim.kind == "proximity"]


def test_countries_without_neighbours_have_no_border_to_measure():
    gazetteer = defaults.gazetteer()
    place = next(p for p in gazetteer.find_places("Reykjavik") if p.country == "IS")
    assert km_to_border(place, gazetteer) is None


@pytest.mark.parametrize(
    ("said", "border"),
    [
        ("Kandahar is about 100 km from the Pakistani border.", "Afghanistan–Pakistan border"),
        ("India runs the port of Chabahar, 110 km from the Pakistani border.", "Iran–Pakistan border"),
        ("Gyumri is 12 km from the Turkish border.", "Armenia–Turkey border"),
        ("Gyumri is 12 km from the Armenia-Turkey border.", "Armenia–Turkey border"),
        ("Adré is 2 km from the border between Chad and Sudan.", "Sudan–Chad border"),
    ],
)
def test_the_border_of_one_country_that_is_named_is_the_nearest_of_its_borders(said, border):
    (claim,) = [v.claim for v in geomap.check(said).claims if v.claim.kind == "distance"]
    assert claim.ground is not None and claim.ground.place is not None
    assert claim.ground.place.name == border


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Chillán is 70 km from the coast.", "consistent"),
        ("Chillán, 70 km inland, was spared.", "consistent"),
        ("Chillán is 200 km from the coast.", "inconsistent"),
        ("Bogotá is 20 km from the coast.", "inconsistent"),
        ("Bogotá is 20 km from the Pacific.", "inconsistent"),
        ("Marrakesh is 150 km from the Atlantic.", "consistent"),
        ("Khartoum lies 650 km from the Red Sea.", "consistent"),
        ("Khartoum lies 2,000 km from the Red Sea.", "unverifiable"),
        ("Lhasa lies 700 km from the sea.", "consistent"),
        ("Dodoma is 400 km from the Tanzanian coast.", "consistent"),
        ("Dodoma is 40 km from the Tanzanian coast.", "inconsistent"),
    ],
)
def test_distances_to_the_sea_are_measured_to_the_nearest_coast(said, outcome):
    assert [str(v.outcome) for v in geomap.check(said).claims if v.claim.kind == "distance"] == [outcome]


@pytest.mark.parametrize(
    ("said", "country", "outcome"),
    [
        ("Valencia is a port on the Mediterranean.", "ES", "consistent"),
        ("Chennai is a port on the Mediterranean.", "IN", "inconsistent"),
    ],
)
def test_of_namesakes_the_one_on_the_named_sea_is_meant(said, country, outcome):
    (verdict,) = [v for v in geomap.check(said).claims if v.claim.kind == "proximity"]
    assert verdict.claim.figure is not None and verdict.claim.figure.place is not None
    assert (verdict.claim.figure.place.country, str(verdict.outcome)) == (country, outcome)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The bridge linking Afghanistan and Tajikistan is 150 km from Dushanbe.", "consistent"),
        ("The border crossing between Finland and Russia is 180 km from Helsinki.", "consistent"),
        ("The bridge that connects Russia and North Korea is 600 km from Vladivostok.", "inconsistent"),
    ],
)
def test_a_bridge_between_two_lands_is_where_they_meet(said, outcome):
    [verdict] = [v for v in geomap.check(said).claims if v.claim.kind == "distance"]
    assert verdict.claim.figure.place.kind == "border"
    assert verdict.outcome == outcome, verdict.why
