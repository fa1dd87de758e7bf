"""Names around a story: cities, stations and waters, small and faint, that tell a reader where the map is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any

from geomap import catalogue
from geomap.writers.page.frame import Frame
from geomap.writers.page.rails import lines_near

DECIMALS = 2
MAX_TOWNS = 110
# Natural Earth's rank of the cities that are named wherever the reader looks: about seventy in the world.
WORLD_RANK = 1
# Stations say less to a reader than any city of Natural Earth, whose ranks end at 10.
STATION_RANK = 11
# Names closer than this share of the box's size crowd each other.
SPACING = 1 / 16
# Waters of this size are named wherever the reader looks.
WORLD_SEA_KM2 = 900_000.0

Row = tuple[str, float, float, float]


@cache
def _table(name: str) -> tuple[Row, ...]:
    """The rows of a table of names: name, latitude, longitude, and the column that ranks them."""
    with (catalogue.data_dir() / "basemap" / name).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t")
        next(rows)
        return tuple((text, float(lat), float(lon), float(rank)) for text, lat, lon, rank in rows)


def towns(frame: Frame) -> list[list[Any]]:
    """Cities around a frame and the largest of the world, then stations: name, lat, lon, rank; not too many."""
    south, west, north, east = frame.box
    high, wide = (north - south) * SPACING, (east - west) * SPACING
    taken: list[tuple[float, float]] = []
    out = []
    for name, lat, lon, rank in _towns_by_rank(frame):
        everywhere = rank <= WORLD_RANK
        if not everywhere and len(taken) >= MAX_TOWNS:
            break
        drawn, near = frame.lon(lon), frame.reaches_deg(lat, lon)
        fits = near and not any(abs(lat - y) < high and abs(drawn - x) < wide for y, x in taken)
        if fits or everywhere:
            taken += [(lat, drawn)] if near else []
            out.append([name, round(lat, DECIMALS), round(drawn, DECIMALS), int(rank)])
    return out


def _towns_by_rank(frame: Frame) -> Iterator[Row]:
    """Cities first; of the lines the ends before what lies between, since those are the larger towns."""
    yield from _table("towns.tsv")
    lines = lines_near(frame)
    for station in [*(s for line in lines for s in (line[0], line[-1])), *(s for line in lines for s in line)]:
        yield (*station, STATION_RANK)


def waters(frame: Frame) -> list[list[Any]]:
    """Seas, gulfs and lakes around a frame, and the largest of the world: name, lat, lon, area in square degrees."""
    return [
        [name, lat, round(frame.lon(lon), 1), round(km2 / 12_364, 1)]  # a square degree at the equator in km2
        for name, lat, lon, km2 in _table("seas.tsv")
        if km2 >= WORLD_SEA_KM2 or (not frame.empty and frame.reaches_deg(lat, lon))
    ]
