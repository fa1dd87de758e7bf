"""Ways that lie partly on the user's network and partly on the railway atlas, and imports that are killed."""

import json
import os
import signal
import subprocess
import sys

import pytest

from geomap import catalogue
from geomap.networks.assembly import put_together
from geomap.networks.combined import Networks
from geomap.networks.imports import import_geojson
from geomap.networks.rail import RailAtlas
from geomap.networks.tracks import TrackNetwork
from geomap.records import LatLon, Place


def place(name, lat, lon, *, radius_km=3.0):
    return Place(id=f"test:{name}", name=name, at=LatLon(lat, lon), kind="city", radius_km=radius_km)


# A branch of the user's own that leaves the atlas at Brest, for a town in the sea that the atlas does not know.
BREST, PARIS, SAINT_ODD = place("Brest", 48.390, -4.486), place("Paris", 48.857, 2.352), place("Saint-Odd", 48.2, -5.9)
BRANCH = [(-5.900, 48.200), (-5.200, 48.300), (-4.486, 48.390)]
BRANCH_KM = 106.9


@pytest.fixture(scope="module")
def networks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("branch")
    source = folder / "branch.geojson"
    line = {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": BRANCH}}
    source.write_text(json.dumps(line), encoding="utf-8")
    import_geojson(source, folder / "branch.geomapnet")
    atlas = RailAtlas(catalogue.data_dir())
    return Networks([TrackNetwork(folder / "branch.geomapnet"), atlas]), atlas


@pytest.mark.parametrize("back", [False, True])
def test_a_way_changes_from_the_users_network_to_the_atlas(networks, back):
    both, atlas = networks
    stops = [PARIS, SAINT_ODD] if back else [SAINT_ODD, PARIS]
    assert atlas.route(stops).length_km is None
    route = both.route(stops)
    assert route.length_km == pytest.approx(BRANCH_KM + atlas.route([BREST, PARIS]).length_km, rel=0.02)
    assert "imported" in route.length_source
    assert "atlas" in route.length_source
    assert "changes at Brest" in route.why
    assert sum(leg.length_km for leg in route.legs) == pytest.approx(route.length_km, abs=0.2)
    assert route.stations[-1][2] <= route.length_km + 0.1
    assert route.straight_km == pytest.approx(atlas.route(stops).straight_km)
    assert len(route.geometry) == 2


def test_each_part_between_stops_takes_the_network_that_knows_it(networks):
    both, atlas = networks
    lille = place("Lille", 50.633, 3.058)
    route = both.route([SAINT_ODD, BREST, PARIS, lille])
    rest = atlas.route([BREST, PARIS, lille])
    assert route.length_km == pytest.approx(BRANCH_KM + rest.length_km, rel=0.02)
    assert [stop.name for stop in route.stops] == ["Saint-Odd", "Brest", "Paris", "Lille"]


def test_a_place_that_neither_reaches_keeps_its_reason(networks):
    both, _ = networks
    route = both.route([SAINT_ODD, place("Edinburgh of the Seven Seas", -37.068, -12.311)])
    assert route is None or route.length_km is None


def test_parts_without_a_way_make_no_whole(networks):
    _, atlas = networks
    known, lost = atlas.route([BREST, PARIS]), atlas.route([PARIS, SAINT_ODD])
    whole = put_together([known, lost])
    assert whole.length_km is None
    assert "Saint-Odd" in whole.why
    assert put_together([known]) is known


def test_an_import_that_is_killed_leaves_the_network_that_was_there(tmp_path):
    source, target = tmp_path / "lines.geojson", tmp_path / "lines.geomapnet"
    source.write_text(
        json.dumps({"type": "Feature", "geometry": {"type": "LineString", "coordinates": BRANCH}}), encoding="utf-8"
    )
    import_geojson(source, target)
    before = target.read_bytes()
    # The second import stops while its new file lies beside the old one, and is killed there.
    halt = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "def hold(*_):\n"
        "    print('written', flush=True)\n"
        "    time.sleep(60)\n"
        "os.fsync = hold\n"
        "from geomap.networks.imports import import_geojson\n"
        "import_geojson(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    with subprocess.Popen([sys.executable, "-c", halt, str(source), str(target)], stdout=subprocess.PIPE) as run:
        assert run.stdout.readline() == b"written\n"
        os.kill(run.pid, signal.SIGKILL)
    assert target.read_bytes() == before
    assert len(list(tmp_path.glob(".lines*"))) == 1
    import_geojson(source, target)
    assert target.read_bytes() == before
    assert list(tmp_path.glob(".lines*")) == []
