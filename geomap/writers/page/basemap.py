"""The base map: Natural Earth as encoded polylines, the world at 1:50m and squares of 5 degrees at 1:10m."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from geomap import catalogue
from geomap.writers.page.frame import Frame

TILE_DEG = 5
TILE_DECIMALS = 3
# The page of five stories is to stay under 600 KB; script, style, text and the world at 1:50m take most of them.
DETAIL_BYTES = 120_000
# A box wider than this is looked at from so far away that 1:10m shows nothing more.
DETAIL_SPAN_DEG = 60.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A square at 1:10m: its south-west corner and its lines by layer, all empty for open sea."""

    south: int
    west: int
    land: str = ""
    borders: str = ""
    rivers: str = ""
    regions: str = ""

    @property
    def size(self) -> int:
        """About how many bytes it takes in a page."""
        return len(self.land) + len(self.borders) + len(self.rivers) + len(self.regions) + 24


@cache
def world() -> dict[str, Any]:
    """The whole world at 1:50m: `decimals`, `labels`, and `land`, `lakes`, `rivers`, `regions`, `borders`."""
    with (catalogue.data_dir() / "basemap" / "world.json").open(encoding="utf-8") as file:
        return dict(json.load(file))


@cache
def _tiles() -> dict[tuple[int, int], Tile]:
    out = {}
    with (catalogue.data_dir() / "basemap" / "tiles.tsv").open(encoding="utf-8", newline="\n") as file:
        for line in file:
            south, west, *layers = line.rstrip("\n").split("\t")
            out[int(south), int(west)] = Tile(int(south), int(west), *layers)
    return out


def tiles_of(frame: Frame, points: Iterable[tuple[float, float]], *, budget: int = DETAIL_BYTES) -> list[Tile]:
    """The squares of the story's own box at 1:10m, those nearest its places first until the budget is spent."""
    south, west, north, east = frame.box
    if frame.empty or frame.pole or frame.span_deg > DETAIL_SPAN_DEG:
        return []
    places = list(points)
    corners = [
        (lat, lon)
        for lat in range(_floor(south - 1), math.ceil(north + 1), TILE_DEG)
        for lon in range(_floor(west - 1), math.ceil(east + 1), TILE_DEG)
    ]
    corners.sort(key=lambda corner: (_nearest(corner, places), corner))
    known, chosen, spent = _tiles(), [], 0
    for lat, lon in corners:
        key = lat, (lon + 180) % 360 - 180
        tile = known.get(key, Tile(*key))
        spent += tile.size
        if spent > budget:
            break
        chosen.append(tile)
    return sorted(chosen, key=lambda tile: (tile.south, tile.west))


def _floor(value: float) -> int:
    return math.floor(value / TILE_DEG) * TILE_DEG


def _nearest(corner: tuple[int, int], places: Iterable[tuple[float, float]]) -> int:
    """Whole squares from a square's middle to the nearest place."""
    lat, lon = corner[0] + TILE_DEG / 2, corner[1] + TILE_DEG / 2
    return min((int(max(abs(lat - y), abs(lon - x)) / TILE_DEG + 0.5) for y, x in places), default=0)
