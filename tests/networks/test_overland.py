"""The least way over land on a raster of the ground."""

import math
import struct
import zlib

import numpy as np
import pytest

from geomap.errors import DataError
from geomap.geodesy import distance_km
from geomap.networks.ground import CELLS, HILL_CELLS, HILL_STEP_M, MAGIC, TABLE, TILE_DEG, Ground
from geomap.networks.overland import Overland
from geomap.records import LatLon, Source

SOURCE = Source(name="made up")
TILES = (180 // TILE_DEG) * (360 // TILE_DEG)


def write(folder, tiles):
    """A raster with some tiles: number to (land, relief); the others are water."""
    packed = [b""] * TILES
    for number, (land, relief) in tiles.items():
        packed[number] = zlib.compress(np.packbits(land).tobytes() + (relief // HILL_STEP_M).astype(np.uint8).tobytes())
    (folder / TABLE).write_bytes(MAGIC + struct.pack(f"<{TILES}I", *map(len, packed)) + b"".join(packed))
    return Overland(Ground(folder), SOURCE)


def tile_at(lat, lon):
    return int((lat + 90) // TILE_DEG) * (360 // TILE_DEG) + int((lon + 180) // TILE_DEG)


@pytest.fixture
def plain():
    return np.ones((CELLS, CELLS), np.uint8), np.zeros((HILL_CELLS, HILL_CELLS), np.int16)


def test_over_a_plain_the_way_is_the_straight_line(tmp_path, plain):
    a, b = LatLon(2.0, 12.0), LatLon(2.9, 13.1)
    way = write(tmp_path, {tile_at(1, 11): plain}).way(a, b)
    assert way.length_km == pytest.approx(distance_km(a, b), rel=0.05)
    assert (way.relief_m, way.water_km) == (0, 0)


def test_an_inlet_is_gone_around_and_a_way_back_is_as_long(tmp_path, plain):
    land, relief = plain
    land[: CELLS // 2, CELLS // 2 : CELLS // 2 + 12] = 0  # open to the south, its head at 5 degrees north
    a, b = LatLon(4.0, 14.8), LatLon(4.0, 15.5)
    overland = write(tmp_path, {tile_at(1, 11): (land, relief)})
    way = overland.way(a, b)
    around = math.hypot(111, 0.45 * 111)
    assert way.length_km == pytest.approx(2 * around, rel=0.12)
    assert way.water_km == 0
    assert overland.way(b, a).length_km == pytest.approx(way.length_km, rel=0.02)


def test_a_strait_that_cuts_all_land_is_crossed_where_it_is_least(tmp_path, plain):
    land, relief = plain
    land[:, CELLS // 2 : CELLS // 2 + 24] = 0
    land[CELLS // 2 : CELLS // 2 + 4, CELLS // 2 : CELLS // 2 + 20] = 1
    way = write(tmp_path, {tile_at(1, 11): (land, relief)}).way(LatLon(4.5, 14.8), LatLon(4.5, 15.8))
    assert 5 < way.water_km < 30


def test_the_way_keeps_to_a_valley(tmp_path, plain):
    land, relief = plain
    relief[20:, :] = 2000
    way = write(tmp_path, {tile_at(1, 11): (land, relief)}).way(LatLon(3.6, 12.0), LatLon(3.6, 14.5))
    assert way.relief_m < 1000


def test_across_the_date_line(tmp_path, plain):
    overland = write(tmp_path, {tile_at(1, 179): plain, tile_at(1, -179): plain})
    a, b = LatLon(4.0, 179.5), LatLon(4.0, -179.5)
    assert overland.way(a, b).length_km == pytest.approx(distance_km(a, b), rel=0.05)


def test_an_inlet_at_the_date_line_is_gone_around(tmp_path, plain):
    land, relief = plain
    west, east = land.copy(), land.copy()
    west[: CELLS // 2, -6:] = east[: CELLS // 2, :6] = 0  # its head at 5 degrees north
    overland = write(tmp_path, {tile_at(1, 179): (west, relief), tile_at(1, -179): (east, relief)})
    a, b = LatLon(4.0, 179.7), LatLon(4.0, -179.7)
    assert overland.way(a, b).length_km == pytest.approx(2 * math.hypot(111, 0.3 * 111), rel=0.12)
    assert overland.way(b, a).water_km == 0


def test_cells_of_a_row_are_those_of_their_tiles(tmp_path, plain):
    land, relief = plain
    land[0, 1::2] = 0
    relief[0, -1] = 7 * HILL_STEP_M
    write(tmp_path, {tile_at(1, 11): (land, relief)})
    ground, row, column = Ground(tmp_path), 90 * CELLS // TILE_DEG, 190 * CELLS // TILE_DEG
    for step in (1, 3, 7):
        columns = range(column - 5, column + CELLS + 5, step)
        cells, hills = ground.line(row, columns)
        inside = [column <= x < column + CELLS for x in columns]
        assert list(cells) == [int(ok and (x - column) % 2 == 0) for x, ok in zip(columns, inside, strict=True)]
        last = column + CELLS - CELLS // HILL_CELLS
        assert list(hills) == [7 * (ok and x >= last) for x, ok in zip(columns, inside, strict=True)]


def test_far_out_at_sea_and_at_one_point_there_is_no_way(tmp_path, plain):
    overland = write(tmp_path, {tile_at(1, 11): plain})
    assert overland.way(LatLon(-40.0, -120.0), LatLon(-41.0, -121.0)) is None
    assert overland.way(LatLon(2.0, 12.0), LatLon(2.0, 12.0)) is None


def test_another_file_is_refused(tmp_path):
    (tmp_path / TABLE).write_bytes(b"something else")
    with pytest.raises(DataError, match="install geomap again"):
        Ground(tmp_path).line(0, range(1))
