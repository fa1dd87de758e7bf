"""Lengths where no network is known."""

import pytest

from geomap.networks.estimates import CIRCUITY, estimate_route
from geomap.records import LatLon, Place

OSLO = Place(id="test:oslo", name="Oslo", at=LatLon(59.913, 10.752), kind="city")
ROME = Place(id="test:rome", name="Rome", at=LatLon(41.893, 12.483), kind="city")
NOWHERE = Place(id="test:bloc", name="the bloc", at=None, kind="union")


@pytest.mark.parametrize("mode", CIRCUITY)
def test_an_estimate_is_no_shorter_than_the_straight_line_and_says_where_it_is_from(mode):
    route = estimate_route(OSLO, ROME, mode=mode)
    assert route.straight_km <= route.low_km <= route.length_km + 0.1 <= route.high_km + 0.2
    assert route.estimated is (mode != "straight")
    assert CIRCUITY[mode].source in route.length_source


def test_every_circuity_has_a_source_and_a_spread_in_order():
    for circuity in CIRCUITY.values():
        assert circuity.source
        assert 1.0 <= circuity.low <= circuity.usual <= circuity.high


def test_a_place_without_a_point_has_no_length():
    route = estimate_route(OSLO, NOWHERE, mode="road")
    assert route.length_km is None
    assert "the bloc" in route.why
