"""The base map: Natural Earth as encoded polylines, the world at 1:50m and squares of 5 degrees at 1:10m."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from geomap import catalogue
from geomap.writers.page.frame import Frame
from geomap.writers.page.polyline import decode

TILE_DEG = 5
TILE_DECIMALS = 3
# The page of five stories is to stay under 600 KB; script, style, text and the world at 1:50m take most of them.
DETAIL_BYTES = 120_000
# A box wider than this is looked at from so far away that 1:10m shows nothing more.
DETAIL_SPAN_DEG = 60.0

# Farther than this from a story, lines shorter than these degrees are left out: nobody looks there from close by.
NEAR_DEG = 25.0
FAR_SIZE_DEG = {"land": 2.0, "lakes": 2.5, "rivers": math.inf, "regions": math.inf}


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


def world_around(frame: Frame) -> dict[str, Any]:
    """The world as a page about this frame needs it: far away without rivers, regions, islands and small lakes."""
    whole = world()
    if frame.empty or frame.pole or frame.span_deg > DETAIL_SPAN_DEG:
        return whole
    out = dict(whole)
    for layer in ("land", "lakes", "rivers", "regions"):
        lines = [(text, decode(text, whole["decimals"])) for text in whole[layer].split()]
        out[layer] = " ".join(
            text for text, line in lines if _size_deg(line) > FAR_SIZE_DEG[layer] or _near(frame, line)
        )
    return out


def _size_deg(line: Sequence[tuple[float, float]]) -> float:
    lats, lons = zip(*line, strict=True)
    return float(max(max(lats) - min(lats), max(lons) - min(lons)))


def _near(frame: Frame, line: Sequence[tuple[float, float]]) -> bool:
    south, west, north, east = frame.box
    lat, lon = line[0]
    lon += 360.0 * round(((west + east) / 2 - lon) / 360.0)
    return south - NEAR_DEG < lat < north + NEAR_DEG and west - NEAR_DEG < lon < east + NEAR_DEG


@cache
def _tiles() -> dict[tuple[int, int], Tile]:
    out = {}
    with (catalogue.data_dir() / "basemap" / "tiles.tsv").open(encoding="utf-8", newline="\n") as file:
        for line in file:
            south, west, *layers = line.rstrip("\n").split("\t")
            out[int(south), int(west)] = Tile(int(south), int(west), *layers)
    return out


def tiles_of(frame: Frame, points: Iterable[tuple[float, float]], *, budget: int = DETAIL_BYTES) -> list[Tile]:
    """The squares of the story's own box and its surroundings at 1:10m, those nearest its places first.

    A square that no longer fits into the budget is left out, a smaller one after it may still fit.
    """
    south, west, north, east = frame.box
    if frame.empty or frame.pole or frame.span_deg > DETAIL_SPAN_DEG:
        return []
    places = list(points)
    high, wide = max(1.0, (north - south) / 4), max(1.0, (east - west) / 4)
    corners = [
        (lat, lon)
        for lat in range(max(-90, _floor(south - high)), math.ceil(min(90.0, north + high)), TILE_DEG)
        for lon in range(_floor(west - wide), math.ceil(east + wide), TILE_DEG)
    ]
    corners.sort(key=lambda corner: (_nearest(corner, places), corner))
    known, chosen, spent = _tiles(), [], 0
    for lat, lon in corners:
        key = lat, (lon + 180) % 360 - 180
        tile = known.get(key, Tile(*key))
        if spent + tile.size <= budget:
            spent += tile.size
            chosen.append(tile)
    return sorted(chosen, key=lambda tile: (tile.south, tile.west))


def _floor(value: float) -> int:
    return math.floor(value / TILE_DEG) * TILE_DEG


def _nearest(corner: tuple[int, int], places: Iterable[tuple[float, float]]) -> int:
    """Whole squares from a square's middle to the nearest place."""
    lat, lon = corner[0] + TILE_DEG / 2, corner[1] + TILE_DEG / 2
    return min((int(max(abs(lat - y), abs(lon - x)) / TILE_DEG + 0.5) for y, x in places), default=0)
