"""The base map: what its source list says, and land where land is."""

from __future__ import annotations

import hashlib
import math
import tomllib
from itertools import pairwise

import pytest

from geomap import catalogue
from geomap.records import LatLon
from geomap.writers.page import basemap
from geomap.writers.page.frame import frame
from geomap.writers.page.names import towns, waters
from geomap.writers.page.pins import number
from geomap.writers.page.polyline import decode
from geomap.writers.page.static_map import picture
from tests.page.made import place
from tests.page.stories import one

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


@pytest.mark.parametrize("name", ["basemap/world.json", "basemap/tiles.tsv", "basemap/towns.tsv"])
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
    assert sum(t.size for t in part) <= 20_000
    assert len(part) < len(whole)
    assert (35, 125) in {(t.south, t.west) for t in part}
    assert basemap.tiles_of(view, [], budget=0) == []


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(47.7, -88.0), (-1.0, 33.0), (52.8, 106.9), (61.0, 31.5)],
    ids=["Superior", "Victoria", "Baikal", "Ladoga"],
)
def test_a_lake_is_water(lat: float, lon: float) -> None:
    data = basemap.world()
    assert holds([decode(text, data["decimals"]) for text in data["lakes"].split()], lat, lon)


def from_line_deg(lines: list[Ring], lat: float, lon: float) -> float:
    """How far a point lies from the nearest of the lines, in degrees of latitude, on a flat sheet around it."""
    squeeze = math.cos(math.radians(lat))
    best = math.inf
    for line in lines:
        flat = [((y - lat), (x - lon) * squeeze) for y, x in line]
        for (ay, ax), (by, bx) in pairwise(flat):
            long = (by - ay) ** 2 + (bx - ax) ** 2
            t = min(1.0, max(0.0, -(ay * (by - ay) + ax * (bx - ax)) / long)) if long else 0.0
            best = min(best, math.hypot(ay + t * (by - ay), ax + t * (bx - ax)))
    return best


# Bridges in the middle of their cities, and borders that the law draws along a parallel or meridian.
ON_RIVERS = {"Cologne": (50.94, 6.97), "Cairo": (30.04, 31.22), "Wuhan": (30.55, 114.28), "Manaus": (-3.14, -60.0)}
ON_REGIONS = {"Kansas and Nebraska": (40.0, -98.0), "South Australia and its neighbour": (-28.0, 129.0)}


@pytest.mark.parametrize(("lat", "lon"), ON_RIVERS.values(), ids=ON_RIVERS)
def test_rivers_pass_where_they_do(lat: float, lon: float) -> None:
    tiles = basemap.tiles_of(frame([LatLon(lat, lon)]), [(lat, lon)])
    rivers = [decode(text, basemap.TILE_DECIMALS) for t in tiles for text in t.rivers.split()]
    assert from_line_deg(rivers, lat, lon) < 0.1


@pytest.mark.parametrize(("lat", "lon"), ON_REGIONS.values(), ids=ON_REGIONS)
def test_regions_end_where_the_law_says(lat: float, lon: float) -> None:
    data = basemap.world()
    tiles = basemap.tiles_of(frame([LatLon(lat, lon)]), [(lat, lon)])
    fine = [decode(text, basemap.TILE_DECIMALS) for t in tiles for text in t.regions.split()]
    coarse = [decode(text, data["decimals"]) for text in data["regions"].split()]
    assert from_line_deg(fine, lat, lon) < 0.05
    assert from_line_deg(coarse, lat, lon) < 0.1


def test_a_story_gets_the_cities_and_waters_around_it_and_the_largest_of_the_world() -> None:
    view = frame([LatLon(51.9, 4.5), LatLon(60.39, 5.32)])
    cities = {row[0]: row for row in towns(view)}
    assert {"Amsterdam", "Tokyo"} <= set(cities)
    assert "Harstad" not in cities  # beyond the Arctic circle, and not among the world's largest
    near = [(lat, lon) for _, lat, lon, rank in cities.values() if view.reaches_deg(lat, lon) and rank > 1]
    south, west, north, east = view.box
    high, wide = (north - south) / 20, (east - west) / 20
    for n, (lat, lon) in enumerate(near):
        assert all(abs(lat - y) > high or abs(lon - x) > wide for y, x in near[:n])
    assert {"North Sea", "Pacific Ocean"} <= {row[0] for row in waters(view)}
    assert "Bass Strait" not in {row[0] for row in waters(view)}


def test_names_lie_in_the_window_of_a_map_across_the_antimeridian() -> None:
    view = frame([LatLon(-18.1, 178.4), LatLon(-13.8, -171.8)])
    assert all(view.west_deg <= lon <= view.west_deg + 360 for _, _, lon, _ in [*towns(view), *waters(view)])


@pytest.mark.parametrize("pole", [1, -1])
def test_land_and_sea_keep_their_sides_in_a_picture_of_a_pole(pole: int) -> None:
    """At the north pole there is sea, at the south pole land."""
    points = [LatLon(pole * 82.5, -62.3), LatLon(pole * 72.0, 15.6), LatLon(pole * 72.0, 140.0)]
    named = one("Place 0, Place 1, Place 2", *(place(f"Place {n}", p.lat_deg, p.lon_deg) for n, p in enumerate(points)))
    drawn = picture(named, number(named))
    rings = [path.rstrip("z") for path in drawn.land.split("M") if path]
    middle = (drawn.width / 2, drawn.height / 2)
    assert sum(holds([absolute(path)], *middle) for path in rings) % 2 == (0 if pole == 1 else 1)


def absolute(path: str) -> Ring:
    """The points of relative path data."""
    first, steps = path.split("l")
    x, y = map(float, first.split())
    out, numbers = [(x, y)], [float(n) for n in steps.split()]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x, y))
    return out
