"""How near two lands come to each other."""

import pytest

from geomap import defaults
from geomap.claims.geometry import Geometry
from geomap.records import Participant

# Two lands, and the most kilometres that lie between their nearest shores: common knowledge, from memory.
NEAR = [
    ("Spain", "Morocco", 16),
    ("Morocco", "Spain", 16),
    ("Denmark", "Sweden", 20),
    ("United Kingdom", "France", 40),
    ("Djibouti", "Yemen", 40),
    ("Cuba", "Haiti", 95),
]


@pytest.mark.parametrize(("one", "other", "most_km"), NEAR)
def test_two_lands_are_as_near_as_their_nearest_shores(one, other, most_km):
    gazetteer = defaults.gazetteer()
    ends = [
        Participant(place=next(p for p in gazetteer.find_places(name) if p.kind == "country"), text=name)
        for name in (one, other)
    ]
    gap = Geometry(gazetteer).gap(*ends)
    assert gap is not None
    assert gap.low_km <= most_km
