"""Ways by sea over the shipping lanes."""

from itertools import pairwise

import pytest

from geomap import check, defaults
from geomap.records import LatLon, Place


def place(name, country=None):
    return next(p for p in defaults.gazetteer().find_places(name) if country in (None, p.country))


def sea(*names):
    return defaults.network().route([place(name) for name in names], mode="sea")


def test_a_way_names_the_narrow_waters_that_it_passes():
    route = sea("Singapore", "Rotterdam")
    assert "Suez Canal" in route.length_source
    assert "Strait of Malacca" in route.length_source
    assert 1.4 < route.length_km / route.straight_km < 1.55


def test_a_stop_between_sends_the_ship_another_way_and_not_back():
    route = sea("Jeddah", "Cape of Good Hope", "Constanta")
    assert "Suez Canal" not in route.length_source
    assert route.length_km > 4 * sea("Jeddah", "Constanta").length_km


def test_a_way_across_the_antimeridian_is_one_line():
    route = sea("Yokohama", "San Francisco")
    lons = [p.lon_deg for p in route.geometry[0]]
    assert max(abs(a - b) for a, b in pairwise(lons)) < 90
    assert route.low_km <= route.length_km <= route.high_km


def test_ships_sail_neither_to_inland_towns_nor_to_countries():
    route = sea("Paris", "New York City")
    assert route.length_km is None
    assert "Paris" in route.why
    assert sea("France", "New York City").length_km is None


def test_a_small_state_is_a_port():
    assert sea("Singapore", "Manila").length_km == pytest.approx(2480, rel=0.08)


def test_short_hops_are_bounded_by_the_straight_line_only():
    route = sea("Sfax", "Lampedusa")
    assert route.low_km == route.straight_km


def test_the_way_to_the_lane_is_part_of_the_length():
    far = Place(id="x:1", name="Buoy", at=LatLon(-30.0, -20.0), kind="city", radius_km=400.0)
    route = defaults.network().route([far, place("Cape Town", "ZA")], mode="sea")
    assert route.length_km > route.straight_km


def test_alternatives_differ():
    ways = defaults.network().alternatives(place("Shanghai"), place("New York City"), mode="sea")
    assert len(ways) > 1
    assert len({way.length_source for way in ways}) == len(ways)


def test_other_modes_are_left_to_other_networks():
    lanes = [place("Singapore"), place("Rotterdam")]
    assert all(route.mode != "sea" for route in [defaults.network().route(lanes, mode="rail")] if route)


VOYAGE = "PIRAEUS, May 2, 2024 - A tanker sailed {n} nautical miles from {start} to Piraeus, the harbour office said."


@pytest.mark.parametrize(
    ("start", "miles", "verdict", "rule"),
    [
        ("Singapore", "5,700", "consistent", "distance.as-route"),
        ("Singapore", "12,000", "consistent", "distance.as-other-route"),
        ("Mumbai", "2,800", "inconsistent", "distance.shorter-than-route"),
        ("Singapore", "16,000", "inconsistent", "distance.longer-than-route"),
    ],
)
def test_a_voyage_is_judged_by_the_lanes(start, miles, verdict, rule):
    told = check(VOYAGE.format(n=miles, start=start)).to_dict()
    claim = next(c for c in told["claims"] if c["kind"] == "distance")
    assert (claim["verdict"], claim["rule"]) == (verdict, rule)
    assert claim["measured"]["route_km"] > claim["measured"]["straight_km"]


def test_a_voyage_is_drawn_along_the_lanes():
    told = check("LISBON, May 2, 2024 - The ferry Aurora left Lisbon on Monday and arrived in Genoa on Thursday.")
    journey = next(j for j in told.to_dict()["journeys"] if j["mode"] == "sea")
    assert "Strait of Gibraltar" in journey["length_source"]
    assert journey["length_km"] > 1800
