"""Ways over the railway atlas."""

import pytest

from geomap import catalogue
from geomap.networks.combined import Networks
from geomap.networks.rail import RailAtlas
from geomap.records import LatLon, Place


def place(name, lat, lon, *, kind="city", radius_km=5.0):
    return Place(id=f"test:{name}", name=name, at=LatLon(lat, lon), kind=kind, radius_km=radius_km)


PYONGYANG = place("Pyongyang", 39.034, 125.754)
VLADIVOSTOK = place("Vladivostok", 43.106, 131.874)
COSMODROME = place("Vostochny Cosmodrome", 51.884, 128.334, kind="spaceport")
MOSCOW = place("Moscow", 55.752, 37.616)
TRISTAN = place("Edinburgh of the Seven Seas", -37.068, -12.311)


@pytest.fixture(scope="module")
def network():
    return Networks([RailAtlas(catalogue.data_dir())])


def test_pyongyang_to_vladivostok_runs_by_the_tumen_bridge(network):
    route = network.route([PYONGYANG, VLADIVOSTOK])
    assert route.length_km == pytest.approx(1180, rel=0.02)
    assert route.straight_km == pytest.approx(686, rel=0.01)
    names = [name for name, _, _ in route.stations]
    assert [n for n in names if n in {"Tumangang", "Khasan", "Baranovsky"}] == ["Tumangang", "Khasan", "Baranovsky"]
    assert route.borders == ("Tumangang (KP) - Khasan (RU)",)
    assert len(route.gauge_breaks) == 1
    assert "1435 to 1520" in route.gauge_breaks[0]


def test_legs_add_up_and_the_line_goes_through_the_stations(network):
    route = network.route([PYONGYANG, VLADIVOSTOK])
    assert sum(leg.length_km for leg in route.legs) == pytest.approx(route.length_km, abs=0.1)
    assert route.geometry[0] == tuple(at for _, at, _ in route.stations)
    assert all(leg.source.name for leg in route.legs)


def test_a_place_without_a_station_is_taken_at_the_nearest_and_says_so(network):
    route = network.route([VLADIVOSTOK, COSMODROME])
    assert route.length_km == pytest.approx(1516, rel=0.01)
    assert "Ledyanaya" in route.why
    assert "km away" in route.why


def test_a_way_back_is_as_long(network):
    there, back = network.route([PYONGYANG, MOSCOW]), network.route([MOSCOW, PYONGYANG])
    assert there.length_km == back.length_km
    assert [s[0] for s in there.stations] == [s[0] for s in back.stations][::-1]


def test_several_stops_add_up(network):
    whole = network.route([PYONGYANG, VLADIVOSTOK, COSMODROME])
    parts = [network.route([PYONGYANG, VLADIVOSTOK]), network.route([VLADIVOSTOK, COSMODROME])]
    assert whole.length_km == pytest.approx(sum(part.length_km for part in parts))


def test_a_place_that_no_railway_reaches_has_no_length_and_says_which_import_settles_it(network):
    route = network.route([PYONGYANG, TRISTAN])
    assert route.length_km is None
    assert "Edinburgh of the Seven Seas" in route.why
    assert "import-osm" in route.why


def test_a_country_is_no_station(network):
    russia = place("Russia", 55.75, 37.6, kind="country")
    assert network.route([PYONGYANG, russia]).length_km is None


def test_a_mode_that_no_network_knows_is_none_and_can_be_estimated(network):
    assert network.route([PYONGYANG, VLADIVOSTOK], mode="road") is None
    estimate = network.estimate(PYONGYANG, VLADIVOSTOK, mode="road")
    assert estimate.estimated
    assert estimate.low_km < estimate.length_km < estimate.high_km
    assert estimate.low_km >= estimate.straight_km


def test_neighbouring_places_that_share_a_station_are_no_km_apart(network):
    near = place("a suburb", 43.11, 131.88)
    assert network.route([VLADIVOSTOK, near]).length_km == 0


def test_rails_without_passenger_trains_are_taken_where_nothing_else_leads_and_named(network):
    seoul = place("Seoul", 37.566, 126.978)
    route = network.route([PYONGYANG, seoul])
    assert route.length_km == pytest.approx(260.7, rel=0.01)
    assert "no passenger trains" in route.why
    assert "since 2008" in route.why


def test_trains_between_two_towns_of_the_schengen_area_pass_a_third_country(network):
    vienna, innsbruck = place("Vienna", 48.208, 16.372), place("Innsbruck", 47.263, 11.395)
    assert network.route([vienna, innsbruck]).length_km < 600


def test_a_town_with_a_station_of_its_own_is_not_taken_at_its_neighbour_abroad(network):
    stations = RailAtlas(catalogue.data_dir())
    ends = [stations.find_stations(name)[0] for name in ("Kinshasa", "Brazzaville")]
    assert network.route(ends).length_km is None


def test_two_places_that_one_far_station_serves_are_not_joined_by_it(network):
    route = network.route([place("a farm", 56.60, 67.60), place("another", 56.55, 67.75)])
    assert route.length_km is None
    assert "nearest station" in route.why


def test_a_wide_island_is_no_station(network):
    sakhalin = place("Sakhalin", 50.6, 142.9, kind="island", radius_km=150.0)
    assert network.route([sakhalin, MOSCOW]).why == "Sakhalin is no single place on a railway; name a town"
    assert network.route([place("Tymovskoye", 50.85, 142.66), MOSCOW]).length_km
