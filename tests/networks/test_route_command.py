"""What `geomap route` chooses and writes; the gazetteer is a small fake."""

import json
from dataclasses import replace

import pytest

from geomap import catalogue, defaults
from geomap.cli import route as command
from geomap.errors import UsageError
from geomap.networks.combined import Networks
from geomap.networks.rail import RailAtlas
from geomap.records import LatLon, Place

PLACES = [
    ("geonames:1", "Newcastle", "AU", -32.93, 151.78, 500_000),
    ("geonames:2", "Newcastle", "GB", 54.973, -1.614, 290_000),
    ("geonames:3", "London", "GB", 51.509, -0.126, 8_900_000),
    ("geonames:4", "London", "CA", 42.983, -81.233, 380_000),
    ("geonames:5", "Perth", "AU", -31.952, 115.861, 2_300_000),
    ("geonames:6", "Perth", "AU", -41.573, 147.171, 3_000),
    ("geonames:7", "Sydney", "AU", -33.868, 151.207, 5_600_000),
    ("geonames:8", "Moscow", "RU", 55.752, 37.616, 10_400_000),
    ("geonames:9", "Vladivostok", "RU", 43.106, 131.874, 600_000),
    ("geonames:11", "Kars", "TR", 40.598, 43.086, 91_000),
    ("geonames:12", "Kadirli", "TR", 37.374, 36.096, 70_000),
    ("geonames:13", "Ankara", "TR", 39.920, 32.854, 5_000_000),
    ("geonames:10", "Hanga Roa", "CL", -27.153, -109.424, 3_304),
    ("geonames:11", "Gorakhpur", "IN", 29.44768, 75.67206, 1_324_570),
    ("geonames:12", "Gorakhpur", "IN", 26.76628, 83.36889, 674_246),
    ("geonames:13", "Delhi", "IN", 28.65195, 77.23149, 11_034_555),
    ("geonames:14", "Chicago", "US", 41.85, -87.65, 2_664_452),
    ("geonames:15", "Rotterdam", "NL", 51.923, 4.478, 868_135),
    ("geonames:16", "Rotterdam", "US", 42.787, -73.971, 20_652),
    ("geonames:17", "Toronto", "CA", 43.706, -79.399, 2_794_356),
    ("geonames:21", "Taiyuan", "CN", 37.87, 112.56, 3_426_519),
    ("geonames:22", "Thái Nguyên", "VN", 21.594, 105.848, 420_000),
    ("geonames:23", "Hanoi", "VN", 21.0245, 105.8412, 8_054_000),
    ("geonames:18", "Texas", "MX", 20.5, -98.7, 993),
    ("geonames:19", "Victoria", "CA", 48.433, -123.369, 85_000),
    ("geonames:24", "St. Moritz", "CH", 46.4994, 9.8433, 5_067),
    ("geonames:25", "Tirano", "IT", 46.2148, 10.1633, 8_348),
    ("geonames:26", "Tirana", "AL", 41.3275, 19.8189, 418_495),
    ("geonames:27", "Mumbai", "IN", 19.0728, 72.8826, 12_691_836),
    ("geonames:28", "Bombay", "US", 44.939, -74.569, 1_200),
    ("geonames:1816670", "Beijing", "CN", 39.9075, 116.39723, 18_960_744),
    ("geonames:1796236", "Shanghai", "CN", 31.22222, 121.45806, 24_874_500),
    ("geonames:1271715", "Firozpur", "IN", 30.9257, 74.6131, 110_313),
    ("geonames:20", "London", "US", 39.886, -83.448, 10_000),
    ("geonames:34", "Greater Sudbury", "CA", 46.49, -80.99001, 157_857),
    ("geonames:35", "Sudbury", "US", 42.38343, -71.41617, 17_659),
    ("geonames:36", "Washington", "US", 38.89511, -77.03637, 689_545),
    ("geonames:37", "Saint Albans", "US", 44.81088, -73.08319, 6_918),
    ("geonames:38", "Saint Albans", "US", 38.38565, -81.83624, 10_711),
    ("geonames:39", "Salamanca", "ES", 40.42972, -3.67975, 147_854),
    ("geonames:40", "Salamanca", "ES", 40.96882, -5.66388, 144_436),
    ("geonames:39", "Padang Besar", "MY", 6.38333, 100.3, 16_235),
    ("geonames:40", "Bangkok", "TH", 13.754, 100.501, 5_104_476),
    ("geonames:41", "Emeryville", "US", 37.8313, -122.2853, 11_694),
    ("geomap:ca-emeryville", "Emeryville", "CA", 42.3, -82.767, 0),
]


AREAS = [
    ("geonames:30", "Texas", "region", "US", "US.TX", 31.0, -100.0, 22_000_000),
    ("geonames:31", "Ohio", "region", "US", "US.OH", 40.25, -83.0, 11_000_000),
    ("geonames:32", "Victoria", "region", "AU", "AU.07", -37.0, 145.0, 6_000_000),
    ("geonames:33", "Canada", "country", "CA", None, 60.1, -113.6, 37_000_000),
]


class FakeGazetteer:
    def __init__(self):
        self.places = [
            Place(id=i, name=n, country=c, at=LatLon(lat, lon), population=p, kind="city", radius_km=5.0)
            for i, n, c, lat, lon, p in PLACES
        ]
        self.places = [
            Place(
                id=i, name=n, country=c, at=LatLon(lat, lon), population=p, kind=kind, radius_km=80.0, admin1_code=code
            )
            for i, n, kind, c, code, lat, lon, p in AREAS
        ] + [replace(place, admin1_code="US.OH") if place.id == "geonames:20" else place for place in self.places]

    def find_places(self, name):
        bynames = {"Sudbury": ["Greater Sudbury"], "Tirano": ["Tirana"], "Bombay": ["Mumbai"]} | {
            "Kars": ["Kadirli"],
            "Thai Nguyen": ["Taiyuan", "Thái Nguyên"],
        }
        return [place for place in self.places if place.name in (name, *bynames.get(name, ()))]

    def get(self, place_id):
        return next((place for place in self.places if place.id == place_id), None)

    def suggest(self, name, *, limit=5):
        return ["London"]


@pytest.fixture(autouse=True)
def fakes(monkeypatch):
    gazetteer, network = FakeGazetteer(), Networks([RailAtlas(catalogue.data_dir())])
    monkeypatch.setattr(defaults, "gazetteer", lambda: gazetteer)
    monkeypatch.setattr(defaults, "network", lambda: network)


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["London", "Newcastle"], ["geonames:3", "geonames:2"]),
        (["Sydney", "Newcastle"], ["geonames:7", "geonames:1"]),
        (["Chicago", "Rotterdam"], ["geonames:14", "geonames:15"]),
        (["London", "Toronto"], ["geonames:4", "geonames:17"]),
        (["Ankara", "Kars"], ["geonames:13", "geonames:11"]),
        (["Perth", "Sydney"], ["geonames:5", "geonames:7"]),
        (["geonames:4", "Newcastle"], ["geonames:4", "geonames:2"]),
        (["Moscow Glavny", "Vladivostok railway station"], ["geonames:8", "geonames:9"]),
        (["Moscow", "Vladivostok", "Moscow"], ["geonames:8", "geonames:9", "geonames:8"]),
        (["Hanoi", "Thai Nguyen"], ["geonames:23", "geonames:22"]),
        (["St. Moritz", "Tirano"], ["geonames:24", "geonames:25"]),
        (["Bombay", "Delhi"], ["geonames:27", "geonames:13"]),
        (["Rotterdam West", "Delhi Cantt"], ["geonames:15", "geonames:13"]),
        (["London, Canada", "Newcastle"], ["geonames:4", "geonames:2"]),
        (["London, CA", "Newcastle"], ["geonames:4", "geonames:2"]),
        (["London, Ohio", "Newcastle"], ["geonames:20", "geonames:2"]),
        (["Texas", "Chicago"], ["geonames:30", "geonames:14"]),
        (["Victoria", "Toronto"], ["geonames:19", "geonames:17"]),
    ],
)
def test_names_are_settled_together(names, ids):
    assert [place.id for place in command.choose_places(names)] == ids


def test_a_namesake_that_the_mode_reaches_comes_first():
    assert command.choose_places(["Gorakhpur", "Delhi"], mode="rail")[0].id == "geonames:12"
    assert command.choose_places(["Gorakhpur", "Delhi"], mode="road")[0].id == "geonames:11"


def test_the_name_of_a_station_is_its_towns():
    assert command.choose_places(["Toronto", "Sudbury"], mode="rail")[1].id == "geonames:34"


def test_a_namesake_with_a_station_of_its_own_comes_before_one_beside_another_towns():
    assert command.choose_places(["Washington", "Saint Albans"], mode="rail")[1].id == "geonames:37"
    assert command.choose_places(["Salamanca", "Moscow"], mode="rail")[0].id == "geonames:40"
    assert command.choose_places(["Chicago", "Emeryville"], mode="rail")[1].id == "geonames:41"


def test_a_station_that_no_gazetteer_knows_is_found_by_its_name():
    assert command.choose_places(["Baranovsky", "Vladivostok"])[0].kind == "station"


def test_a_station_at_none_of_a_names_places_is_meant_by_rail():
    assert command.choose_places(["Bangkok", "Padang Besar"], mode="rail")[1].country == "TH"
    assert command.choose_places(["Bangkok", "Padang Besar"], mode="road")[1].id == "geonames:39"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Delhi (NDLS)", ["geonames:13"]),
        ("Moscow Yaroslavsky", ["geonames:8"]),
        ("Ga Hanoi", ["geonames:23"]),
        ("Toronto Old Union Terminal", ["geonames:17"]),
    ],
)
def test_a_station_that_no_table_has_is_its_towns_by_rail(name, ids):
    assert [place.id for place in command.choose_places([name], mode="rail")] == ids
    with pytest.raises(UsageError, match="no place is called"):
        command.choose_places([name], mode="road")


def test_the_first_words_of_a_name_are_no_town_that_trains_do_not_reach():
    with pytest.raises(UsageError, match="no place is called 'Hanga Roa Central Halt'"):
        command.choose_places(["Hanga Roa Central Halt", "Moscow"], mode="rail")


def test_a_name_within_an_area_that_has_none_is_unknown():
    with pytest.raises(UsageError, match="no place is called 'Moscow, Ohio'"):
        command.choose_places(["Moscow, Ohio", "Chicago"])


@pytest.mark.parametrize("point", ["51.5, -0.12", "51°30'N 0°7'W", " 51.50,-0.12 "])
def test_coordinates_are_a_stop(point):
    first, _ = command.choose_places([point, "Newcastle"])
    assert (round(first.at.lat_deg, 1), round(first.at.lon_deg, 1)) == (51.5, -0.1)
    assert command.find_route(defaults.network(), [first, first], mode="rail").length_km == 0.0


def test_an_unknown_name_is_told_with_the_nearest_ones():
    with pytest.raises(UsageError, match="nearest names: London"):
        command.choose_places(["Lundon", "Moscow"])


def run(capsys, *arguments, **options):
    command.route(*arguments, **options)
    return capsys.readouterr().out


def test_json_has_what_the_contract_names(capsys):
    told = json.loads(run(capsys, "Moscow", "Vladivostok", format_=command.Format.json, mode=command.Mode.all))
    rail, road, straight = told["routes"]
    assert rail["length_km"] == pytest.approx(9288, rel=0.02)
    assert rail["length_km"] == pytest.approx(sum(leg["km"] for leg in rail["legs"]), abs=0.1)
    assert set(rail["legs"][0]) == {"from", "to", "km", "line", "source"}
    assert rail["ratio"] == pytest.approx(rail["length_km"] / rail["straight_km"], abs=0.001)
    assert rail["gauge_breaks"] == []
    assert rail["borders"] == []
    assert road["estimated"] is True
    assert straight["length_km"] == pytest.approx(straight["straight_km"], abs=0.1)


def test_places_that_no_railway_joins_have_no_length_but_a_why(capsys):
    told = json.loads(run(capsys, "London", "Hanga Roa", format_=command.Format.json))
    assert told["routes"][0]["length_km"] is None
    assert "Hanga Roa" in told["routes"][0]["why"]


def test_geojson_draws_the_line_and_the_stations(capsys):
    told = json.loads(run(capsys, "London", "Newcastle", format_=command.Format.geojson))
    line, *stations = told["features"]
    assert line["geometry"]["type"] == "MultiLineString"
    lon, lat = line["geometry"]["coordinates"][0][0]
    assert (round(lat), round(lon)) == (52, 0)
    assert stations[0]["properties"]["name"] == "London"
    assert len(line["geometry"]["coordinates"][0]) == len(stations)


def test_the_table_names_lines_kilometres_and_the_straight_line(capsys):
    out = run(capsys, "London", "Newcastle")
    assert "East Coast Main Line" in out
    assert "straight line" in out
    assert "ratio" in out


def test_the_way_off_high_speed_lines_is_told_with_one_over_them(capsys):
    told = json.loads(run(capsys, "Beijing", "Shanghai", format_=command.Format.json))["routes"][0]
    assert told["length_km"] == pytest.approx(1318, rel=0.02)
    assert told["otherwise_km"]["conventional"] == pytest.approx(1463, rel=0.02)
    assert "off high-speed lines it is 1," in run(capsys, "Beijing", "Shanghai")
    old = json.loads(run(capsys, "Beijing", "Shanghai", by=command.By.conventional, format_=command.Format.json))
    assert old["routes"][0]["length_km"] == told["otherwise_km"]["conventional"]
    assert old["routes"][0]["otherwise_km"] == {}


def test_the_shortest_way_is_told_beside_that_of_a_named_train(capsys):
    told = json.loads(run(capsys, "Mumbai", "Firozpur", format_=command.Format.json))["routes"][0]
    assert told["length_km"] == pytest.approx(1930, rel=0.02)
    assert told["otherwise_km"]["km"] < 1900
    assert "by the shortest way it is" in run(capsys, "Mumbai", "Firozpur")


def test_ways_that_differ_come_after_the_usual_one(capsys):
    told = json.loads(run(capsys, "Sydney", "Newcastle", ways=1, format_=command.Format.json))
    assert len(told["routes"]) == 1
    usual, *others = json.loads(run(capsys, "London", "Newcastle", ways=3, format_=command.Format.json))["routes"]
    assert len(others) == 2
    lengths = [route["length_km"] for route in others]
    assert lengths == sorted(lengths)
    assert usual["length_km"] <= lengths[0]


def test_ways_that_differ_are_refused_with_stops_between():
    with pytest.raises(UsageError, match="--ways"):
        command.route("London", "Newcastle", ["Perth"], ways=2)
