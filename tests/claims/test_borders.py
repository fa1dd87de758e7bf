"""How far towns lie from the border of their country."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.claims.borders import km_to_border

# Kilometres by a map, to the nearest crossing or bend; the source of each is its encyclopaedia entry or its position.
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


def test_countries_without_neighbours_have_no_border_to_measure():
    gazetteer = defaults.gazetteer()
    place = next(p for p in gazetteer.find_places("Reykjavik") if p.country == "IS")
    assert km_to_border(place, gazetteer) is None
