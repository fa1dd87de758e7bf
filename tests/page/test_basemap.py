"""The base map: what its source list says, and land where land is."""

from __future__ import annotations

import hashlib
import tomllib
from itertools import pairwise

import pytest

from geomap import catalogue
from geomap.records import LatLon
from geomap.writers.page import basemap
from geomap.writers.page.frame import frame
from geomap.writers.page.polyline import decode

Ring = list[tuple[float, float]]


def holds(rings: list[Ring], lat: float, lon: float) -> bool:
    """Whether a point lies inside, by counting edges to the north of it (even-odd, as the page fills)."""
    inside = False
    for ring in rings:
        for (y1, x1), (y2, x2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (x1 > lon) != (x2 > lon) and lat < y1 + (lon - x1) * (y2 - y1) / (x2 - x1):
                inside = not inside
    return inside


@pytest.fixture(scope="module")
def world() -> list[Ring]:
    data = basemap.world()
    return [decode(text, data["decimals"]) for text in data["land"].split()]


@pytest.mark.parametrize("name", ["basemap/world.json", "basemap/tiles.tsv"])
def test_the_source_list_describes_the_files(name: str) -> None:
    entry = tomllib.loads((catalogue.data_dir() / "SOURCES.toml").read_text(encoding="utf-8"))[name]
    content = (catalogue.data_dir() / name).read_bytes()
    assert entry["sha256"] == hashlib.sha256(content).hexdigest()
    assert entry["licence"] == "LicenseRef-public-domain"


# Inland and open-sea points that no map of any scale disputes; both sides of the antimeridian and of the poles' edges.
LAND = {
    "Sahara": (23, 13),
    "Siberia": (65, 110),
    "Chukotka": (67, -175),
    "Kansas": (38.5, -98),
    "Antarctica": (-80, 90),
    "Antarctica west": (-79, -120),
    "Australia": (-25, 134),
    "Greenland": (72, -40),
    "Amazonia": (-5, -60),
}
SEA = {
    "Atlantic": (30, -40),
    "Pacific": (0, -150),
    "Indian Ocean": (-20, 80),
    "Arctic": (86, 100),
    "Bering Sea": (57, 180),
    "Caspian": (42, 50.5),
    "Mediterranean": (35, 18),
    "Southern Ocean": (-60, 0),
}


@pytest.mark.parametrize("name", LAND)
def test_land_is_land(world: list[Ring], name: str) -> None:
    assert holds(world, *LAND[name])


@pytest.mark.parametrize("name", SEA)
def test_sea_is_sea(world: list[Ring], name: str) -> None:
    assert not holds(world, *SEA[name])


def test_no_ring_crosses_the_antimeridian(world: list[Ring]) -> None:
    for ring in world:
        coast = [(a, b) for a, b in pairwise(ring) if a[0] > -90]  # Antarctica's ring also runs along the sheet's edge
        assert all(abs(a[1] - b[1]) <= 180 for a, b in coast)
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lat, lon in ring)


def test_squares_agree_with_the_world_and_keep_to_themselves(world: list[Ring]) -> None:
    view = frame([LatLon(52.5, 13.4), LatLon(54.3, 10.1)])
    tiles = basemap.tiles_of(view, [(52.5, 13.4)])
    assert tiles
    for tile in tiles:
        rings = [decode(text, basemap.TILE_DECIMALS) for text in tile.land.split()]
        assert all(
            tile.south <= lat <= tile.south + 5 and tile.west <= lon <= tile.west + 5 for r in rings for lat, lon in r
        )
    rings = [decode(text, basemap.TILE_DECIMALS) for t in tiles for text in t.land.split()]
    for lat, lon in (
        (52.5, 13.4),
        (54.9, 12.5),
        (54.5, 10.6),
    ):  # Berlin, and the Baltic off Rügen and in the Kiel Bight
        assert holds(rings, lat, lon) == holds(world, lat, lon)


def test_a_budget_is_kept_and_spent_near_the_places() -> None:
    view = frame([LatLon(35, 129), LatLon(55, 140)])
    whole, part = (basemap.tiles_of(view, [(37.5, 127.0)], budget=n) for n in (10**6, 20_000))
    assert sum(len(t.land) + len(t.borders) for t in part) <= 20_000
    assert len(part) < len(whole)
    assert (35, 125) in {(t.south, t.west) for t in part}
    assert basemap.tiles_of(view, [], budget=0) == []
