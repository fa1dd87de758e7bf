"""Networks that the user brings: OpenStreetMap extracts and GeoJSON lines, and ways over them."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest

from geomap import catalogue
from geomap.errors import DataError, MissingDataError, UsageError
from geomap.geodesy import distance_km
from geomap.networks.classes import wanted
from geomap.networks.combined import Networks
from geomap.networks.imports import import_geojson, import_osm
from geomap.networks.junctions import shortest
from geomap.networks.netfile import NetFile
from geomap.networks.rail import RailAtlas
from geomap.networks.tracks import TrackNetwork
from geomap.records import LatLon, Place

HELSINKI = Path(__file__).parents[2].parent / "shared" / "osm" / "Helsinki.osm.pbf"


def line_length_km(line):
    return sum(distance_km(a, b) for a, b in pairwise(line))


def place(name, lat, lon, *, radius_km=1.0, kind="city"):
    return Place(id=f"test:{name}", name=name, at=LatLon(lat, lon), kind=kind, radius_km=radius_km)


def point(name, lon, lat):
    return {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Point", "coordinates": [lon, lat]}}


# Two lines that cross at Mid, the second of another gauge, and a piece that nothing joins.
LINES = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"name": "East line", "gauge": "1435"},
            "geometry": {"type": "LineString", "coordinates": [[10.0, 50.0], [10.2, 50.05], [10.5, 50.0]]},
        },
        {
            "type": "Feature",
            "properties": {"name": "North line", "gauge": 1520, "highspeed": "yes"},
            "geometry": {"type": "MultiLineString", "coordinates": [[[10.5, 50.0], [10.5, 50.3]]]},
        },
        {
            "type": "Feature",
            "properties": {"name": "Alone"},
            "geometry": {"type": "LineString", "coordinates": [[12.0, 51.0], [12.1, 51.0]]},
        },
        {"type": "Feature", "properties": {"name": "West"}, "geometry": {"type": "Point", "coordinates": [10.0, 50.0]}},
        {
            "type": "Feature",
            "properties": {"name": "Mid"},
            "geometry": {"type": "Point", "coordinates": [10.5, 50.001]},
        },
        {"type": "Feature", "properties": {"name": "Top"}, "geometry": {"type": "Point", "coordinates": [10.5, 50.3]}},
        {"type": "Feature", "properties": {"name": "Far"}, "geometry": {"type": "Point", "coordinates": [14.0, 50.0]}},
    ],
}
WEST, TOP = place("West", 50.0, 10.0), place("Top", 50.3, 10.5)


@pytest.fixture
def lines(tmp_path):
    source, target = tmp_path / "lines.geojson", tmp_path / "lines.geomapnet"
    source.write_text(json.dumps(LINES), encoding="utf-8")
    return import_geojson(source, target), TrackNetwork(target)


def test_lines_join_where_they_share_a_point(lines):
    _, network = lines
    route = network.route([WEST, TOP])
    points = [LatLon(50.0, 10.0), LatLon(50.05, 10.2), LatLon(50.0, 10.5), LatLon(50.3, 10.5)]
    assert route.length_km == pytest.approx(line_length_km(points), rel=0.006)
    assert route.geometry[0] == tuple(points)
    assert [name for name, _, _ in route.stations] == ["West", "Mid", "Top"]
    assert [leg.line for leg in route.legs] == ["East line", "North line"]
    assert [leg.kind for leg in route.legs] == ["rail", "highspeed"]
    assert route.gauge_breaks == ("Mid: 1435 to 1520 mm",)


def test_a_way_back_follows_the_same_track(lines):
    _, network = lines
    there, back = network.route([WEST, TOP]), network.route([TOP, WEST])
    assert there.geometry[0] == back.geometry[0][::-1]
    assert there.length_km == back.length_km


@pytest.mark.parametrize("seed", range(6))
def test_the_search_over_junctions_finds_what_a_plain_search_finds(tmp_path, seed):
    chance = random.Random(seed)
    nodes = [[(10 + x * 0.02 + chance.uniform(0, 0.01), 50 + y * 0.01) for x in range(8)] for y in range(8)]
    pieces = [(nodes[y][x], nodes[y][x + 1]) for y in range(8) for x in range(7)]
    pieces += [(nodes[y][x], nodes[y + 1][x]) for y in range(7) for x in range(8)]
    kept = [piece for piece in pieces if chance.random() < 0.6]
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": piece}}
        for piece in kept
    ]
    source, target = tmp_path / "grid.geojson", tmp_path / "grid.geomapnet"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    import_geojson(source, target)
    net = NetFile(target)
    for _ in range(60):
        start, end = chance.randrange(len(net["lat"])), chance.randrange(len(net["lat"]))
        way = shortest(net, start, end)
        length = None if way is None else sum(net["dm"][edge] for edge in way)
        assert length == plain_length(net, start, end)
        here = start
        for edge in way or ():
            assert here in (net["start"][edge], net["end"][edge])
            here = net["end"][edge] if net["start"][edge] == here else net["start"][edge]
        assert way is None or here == end


def plain_length(net, start, end):
    """Length of the shortest way by relaxing all edges until nothing changes."""
    best = {start: 0}
    changed = True
    while changed:
        changed = False
        for a, b, length in zip(net["start"], net["end"], net["dm"], strict=True):
            for here, there in ((a, b), (b, a)):
                if here in best and best[here] + length < best.get(there, float("inf")):
                    best[there] = best[here] + length
                    changed = True
    return best.get(end)


def test_bits_that_nothing_joins_and_stations_without_track_are_told(lines):
    joined, _ = lines
    assert joined.parts == 2
    assert joined.lost_stations == ["Far"]
    assert "not connected" in joined.summary()


def test_a_place_off_the_network_is_left_to_the_next_one(lines):
    _, network = lines
    assert network.route([WEST, place("Elsewhere", 48.0, 2.0)]) is None
    assert network.route([WEST, place("Alone", 51.0, 12.0)]) is None
    assert network.route([WEST, TOP], mode="road") is None


def test_two_places_at_one_end_of_the_track_are_left_to_the_next_network(lines):
    _, network = lines
    beyond = place("Beyond", 50.0, 9.97)
    assert network.near(beyond)[1] == network.near(WEST)[1]
    assert network.route([WEST, beyond]) is None
    assert network.route([WEST, WEST]).length_km == 0


def test_the_users_network_wins_where_it_covers(lines):
    _, network = lines
    both = Networks([network, RailAtlas(catalogue.data_dir())])
    assert "imported" in both.route([WEST, TOP]).length_source
    far = [place("Paris", 48.857, 2.352, radius_km=10), place("Lyon", 45.749, 4.848, radius_km=10)]
    assert "atlas" in both.route(far).length_source


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no GeoJSON"),
        ("[" * 100_000, "no GeoJSON"),
        ('{"type": "FeatureCollection", "features": []}', "holds no rail network"),
        (
            '{"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[0, 91], [0, 0]]}}',
            "no point on Earth",
        ),
        ('{"type": "Feature", "geometry": {"type": "LineString", "coordinates": [["a", 1], [2, 3]]}}', "no GeoJSON"),
    ],
)
def test_a_bad_file_is_told_and_nothing_is_written(tmp_path, content, said):
    source, target = tmp_path / "bad.geojson", tmp_path / "bad.geomapnet"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        import_geojson(source, target)
    assert not target.exists()


def test_a_damaged_network_is_told(tmp_path, lines):
    whole = (tmp_path / "lines.geomapnet").read_bytes()
    for content in (b"", b"x" * 50, whole[:-8], whole + b"12345678", whole.replace(b'"layout": 2', b'"layout": 9')):
        path = tmp_path / "damaged.geomapnet"
        path.write_bytes(content)
        with pytest.raises(DataError):
            TrackNetwork(path).route([WEST, TOP])
    with pytest.raises(MissingDataError):
        TrackNetwork(tmp_path / "gone.geomapnet").route([WEST, TOP])


@pytest.mark.parametrize(
    ("tags", "network", "expected"),
    [
        ({"railway": "rail"}, "rail", True),
        ({"railway": "narrow_gauge"}, "rail", True),
        ({"railway": "rail", "service": "crossover"}, "rail", True),
        ({"railway": "rail", "service": "yard"}, "rail", False),
        ({"railway": "rail", "service": "siding"}, "rail", False),
        ({"railway": "tram"}, "rail", False),
        ({"railway": "subway"}, "rail", False),
        ({"railway": "abandoned"}, "rail", False),
        ({"highway": "motorway_link"}, "road", True),
        ({"highway": "footway"}, "road", False),
        ({"route": "ferry"}, "ferry", True),
        ({"railway": "rail"}, "ferry", False),
    ],
)
def test_what_belongs_to_a_network(tags, network, expected):
    assert wanted(tags, network) is expected


def test_an_extract_is_joined_across_ways(tmp_path):
    osmium = pytest.importorskip("osmium")
    source, target = tmp_path / "small.osm.pbf", tmp_path / "small.geomapnet"
    writer = osmium.SimpleWriter(str(source))
    for number in range(1, 31):
        writer.add_node(osmium.osm.mutable.Node(id=number, location=(10.0 + number * 0.01, 50.0), version=1))
    station = {"railway": "station", "name": "Endville"}
    writer.add_node(osmium.osm.mutable.Node(id=99, location=(10.3, 50.001), version=1, tags=station))
    rail = {"railway": "rail", "gauge": "1435", "name": "Main"}
    # The way's nodes 31 and 32 lie outside the extract.
    for number, nodes in enumerate(([*range(1, 11)], [*range(20, 9, -1)], [*range(20, 31), 31, 32]), start=1):
        writer.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=rail, version=1))
    writer.add_way(osmium.osm.mutable.Way(id=9, nodes=[5, 25], tags={"railway": "rail", "service": "yard"}, version=1))
    writer.close()
    notes = []
    joined = import_osm(source, target, tell=notes.append)
    assert joined.parts == 1
    assert any("lead out of the extract" in note for note in notes)
    route = TrackNetwork(target).route([place("Start", 50.0, 10.01), place("Endville", 50.0, 10.3)])
    assert route.length_km == pytest.approx(line_length_km([LatLon(50.0, 10.01), LatLon(50.0, 10.3)]), rel=0.006)
    assert route.stations[-1][0] == "Endville"
    assert {leg.line for leg in route.legs} == {"Main"}


def test_a_file_that_is_no_extract_is_told(tmp_path):
    pytest.importorskip("osmium")
    source = tmp_path / "text.osm.pbf"
    source.write_text("not a map", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be read"):
        import_osm(source, tmp_path / "out.geomapnet")
    with pytest.raises(UsageError, match="no such file"):
        import_osm(tmp_path / "gone.osm.pbf", tmp_path / "out.geomapnet")
    with pytest.raises(UsageError, match="is none of"):
        import_osm(source, tmp_path / "out.geomapnet", network="tram")


@pytest.mark.skipif(not HELSINKI.exists(), reason="the shared extract of Helsinki is not there")
def test_helsinki(tmp_path):
    pytest.importorskip("osmium")
    joined = import_osm(HELSINKI, tmp_path / "helsinki.geomapnet")
    assert 10 < joined.length_km < 30
    assert {gauge for _, gauge, _ in joined.facts["kinds"]} <= {0, 1524}
    names = set(TrackNetwork(tmp_path / "helsinki.geomapnet")._stations.values())
    assert "Helsinki" in names
    assert "Helsingin yliopisto" not in names
