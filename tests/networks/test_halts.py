"""Towns that lie on a line between two stations of the atlas."""

from dataclasses import replace

import pytest

from geomap import catalogue
from geomap.networks.rail import RailAtlas
from geomap.records import LatLon, Place


@pytest.fixture(scope="module")
def network():
    return RailAtlas(catalogue.data_dir())


def station(network, name, country):
    found = next(s for s in network.atlas.stations if (s.name, s.country) == (name, country))
    return Place(id=found.place, name=name, at=found.at, kind="city", country=country)


def town(a, b, share, *, name="Halt", north_km=0.0, kind="city"):
    lat = a.at.lat_deg + share * (b.at.lat_deg - a.at.lat_deg) + north_km / 111.2
    lon = a.at.lon_deg + share * (b.at.lon_deg - a.at.lon_deg)
    return Place(id=f"test:{name}", name=name, at=LatLon(lat, lon), kind=kind, country=a.country)


@pytest.fixture(scope="module")
def ends(network):
    return station(network, "Birobidzhan", "RU"), station(network, "Smidovich", "RU")


def test_a_town_between_two_stations_has_its_share_of_the_km(network, ends):
    whole = network.route(ends).length_km
    halt = town(*ends, 0.4)
    one, other = (network.route([end, halt]) for end in ends)
    assert one.length_km == pytest.approx(0.4 * whole, rel=0.03)
    assert one.length_km + other.length_km == pytest.approx(whole, abs=0.2)
    assert "Halt lies on the line between" in one.why
    assert one.low_km < one.length_km < one.high_km


def test_a_way_on_past_the_next_station_adds_up(network, ends):
    vladivostok = station(network, "Vladivostok", "RU")
    halt = town(*ends, 0.5)
    there, back = network.route([vladivostok, halt]), network.route([halt, vladivostok])
    nearer = network.route([vladivostok, ends[1]]).length_km
    assert there.length_km == pytest.approx(nearer + network.route([ends[1], halt]).length_km, abs=0.2)
    assert there.length_km == pytest.approx(back.length_km, abs=0.2)
    assert sum(leg.length_km for leg in there.legs) == pytest.approx(there.length_km, abs=0.2)
    assert (there.stations[-1][0], back.stations[0][0]) == ("Halt", "Halt")
    assert there.stations[-1][2] == pytest.approx(there.length_km, abs=0.2)
    assert (there.legs[-1].end, back.legs[0].start) == ("Halt", "Halt")
    assert there.geometry[0] == tuple(at for _, at, _ in there.stations)


def test_two_towns_on_one_stretch(network, ends):
    whole = network.route(ends).length_km
    route = network.route([town(*ends, 0.3, name="One"), town(*ends, 0.7, name="Other")])
    assert route.length_km == pytest.approx(0.4 * whole, rel=0.03)
    assert [leg.start for leg in route.legs] == ["One"]


@pytest.mark.parametrize(("north_km", "kind"), [(15.0, "city"), (0.0, "mountain")])
def test_what_lies_off_the_line_or_is_no_town_is_taken_at_the_nearest_station(network, ends, north_km, kind):
    route = network.route([station(network, "Vladivostok", "RU"), town(*ends, 0.12, north_km=north_km, kind=kind)])
    assert "lies on the line" not in route.why
    assert "km away" in route.why


def test_lines_without_passenger_trains_have_no_halts(network):
    ends = station(network, "Donetsk", "UA"), station(network, "Volnovakha", "UA")
    route = network.route([station(network, "Kyiv", "UA"), town(*ends, 0.5)])
    assert "lies on the line between Donetsk and Volnovakha" not in route.why


def test_a_city_whose_point_lies_off_its_station_is_no_halt(network, ends):
    end = ends[0]
    city = replace(town(*ends, 0.06), radius_km=11.0)
    assert "lies on the line" not in network.route([city, station(network, "Vladivostok", "RU")]).why
    beyond = Place(id="test:by", name="By", at=LatLon(end.at.lat_deg + 0.1, end.at.lon_deg), kind="city", country="RU")
    route = network.route([beyond, town(*ends, 0.25)])  # not there and back by way of the farther station
    assert route.length_km is None or route.length_km < 1.5 * network.route(ends).length_km
