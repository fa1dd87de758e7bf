"""The least way over land between two points, by which an estimate goes around water and through valleys."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from geomap.geodesy import rough_distance_km
from geomap.networks.ground import CELLS, TILE_DEG, Ground
from geomap.records import LatLon, Source

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The straight line is at most so many squares long: finer ones only cost time (chosen by us).
SQUARES = 60
# How far beside the line a way is looked for: as a share of the line and at least in km (chosen by us).
BESIDE, LEAST_BESIDE_KM = 1.2, 130.0
# A kilometre through mountains with this range of height counts twice, so that the way keeps to valleys (chosen by us).
TWICE_AT_M = 1000.0
# Where no land joins the points, a kilometre of water counts as so many, so that bridges and ferries are short.
OF_WATER = 5.0
# A harbour's point may lie so many squares in the water.
ASHORE = 8
_PER_DEG = CELLS // TILE_DEG
_KM_PER_DEG = 111.2
# Steps of eight directions, and those between them, each with the squares beside it that must be land too.
_STEPS = (
    *(((a, b), ()) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))),
    *(((a, b), ((a, 0), (0, b))) for a in (1, -1) for b in (1, -1)),
    *(((2 * a, b), ((a, 0), (a, b))) for a in (1, -1) for b in (1, -1)),
    *(((a, 2 * b), ((0, b), (a, b))) for a in (1, -1) for b in (1, -1)),
)
_Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LandWay:
    """The least way over land: its length, the mean range of height about it in metres, and the km over water in it."""

    length_km: float
    relief_m: float
    water_km: float = 0.0


@dataclass(frozen=True, slots=True)
class _Field:
    """Squares around two points: which are land and how hilly they are, by row from the south."""

    land: list[list[int]]
    relief_m: list[list[int]]
    row_km: float
    column_km: float

    def km(self, step: _Square) -> float:
        return math.hypot(step[0] * self.row_km, step[1] * self.column_km)


class Overland:
    """Looks for ways over land on the raster of the ground."""

    def __init__(self, ground: Ground, source: Source) -> None:
        self._ground = ground
        self.source = source

    @lru_cache(maxsize=4096)  # noqa: B019 - one search lives as long as the program
    def way(self, a: LatLon, b: LatLon) -> LandWay | None:
        """The least way over land; where none joins the points, with the least water; None far out at sea."""
        line_km = rough_distance_km(a, b)
        if line_km < 3 or line_km > 3000 or max(abs(a.lat_deg), abs(b.lat_deg)) > 84:
            return None
        field, ends = self._field(a, b, line_km)
        start, end = (_ashore(field.land, square) for square in ends)
        if start is None or end is None:
            return None
        found = _least(field, start, end, of_water=None) or _least(field, start, end, of_water=OF_WATER)
        if found is None:
            return None
        # What the squares add to a straight line over open land, and the way from them to the points, is no detour.
        grain = _straight_km(field, start, end)
        return LandWay(found.length_km * line_km / grain if grain else line_km, found.relief_m, found.water_km)

    def _field(self, a: LatLon, b: LatLon, line_km: float) -> tuple[_Field, tuple[_Square, _Square]]:

        coarse = max(1, math.ceil(line_km / (_KM_PER_DEG / _PER_DEG) / SQUARES))
        thin = max(0.1, math.cos(math.radians((a.lat_deg + b.lat_deg) / 2)))
        wide = max(1, round(1 / thin))  # squares that are about as wide as high
        beside = max(LEAST_BESIDE_KM, BESIDE * line_km) / _KM_PER_DEG
        shift = (b.lon_deg - a.lon_deg + 540) % 360 - 180
        west, east = a.lon_deg + min(0.0, shift) - beside / thin, a.lon_deg + max(0.0, shift) + beside / thin
        south, north = min(a.lat_deg, b.lat_deg) - beside, max(a.lat_deg, b.lat_deg) + beside
        row0, column0 = math.floor((south + 90) * _PER_DEG), math.floor((west + 180) * _PER_DEG)
        rows = max(1, math.ceil((north - south) * _PER_DEG / coarse))
        columns = max(1, math.ceil((east - west) * _PER_DEG / (coarse * wide)))
        land, relief = self._ground.window(row0, column0, rows * coarse, columns * coarse * wide)

        def shrink(cells: NDArray[Any]) -> Any:
            return cells.reshape(rows, coarse, columns, coarse * wide).mean(axis=(1, 3))

        side = _KM_PER_DEG * coarse / _PER_DEG
        field = _Field(
            (shrink(land) >= 0.5).astype(int).tolist(), shrink(relief).astype(int).tolist(), side, side * wide * thin
        )

        def square(at: LatLon, lon_deg: float) -> _Square:
            row = int(((at.lat_deg + 90) * _PER_DEG - row0) / coarse)
            column = int(((lon_deg + 180) * _PER_DEG - column0) / (coarse * wide))
            return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

        return field, (square(a, a.lon_deg), square(b, a.lon_deg + shift))


def _ashore(land: list[list[int]], square: _Square) -> _Square | None:
    """The nearest square of land, the square itself where it is one."""
    row, column = square
    near = (
        (abs(r - row) + abs(c - column), r, c)
        for r in range(max(0, row - ASHORE), min(len(land), row + ASHORE + 1))
        for c in range(max(0, column - ASHORE), min(len(land[0]), column + ASHORE + 1))
        if land[r][c]
    )
    found = min(near, default=None)
    return (found[1], found[2]) if found else None


def _straight_km(field: _Field, start: _Square, end: _Square) -> float:
    """The least way that steps of a grid make over open ground."""
    high, wide = abs(end[0] - start[0]) * field.row_km, abs(end[1] - start[1]) * field.column_km
    return math.hypot(high, wide)


def _least(field: _Field, start: _Square, end: _Square, *, of_water: float | None) -> LandWay | None:
    """A* over the squares; water is closed unless a kilometre of it counts as `of_water`."""
    steps = [(step, beside, field.km(step)) for step, beside in _STEPS]
    costs = [
        [1 + m / TWICE_AT_M if land else (of_water or math.inf) for land, m in zip(*rows, strict=True)]
        for rows in zip(field.land, field.relief_m, strict=True)
    ]
    best, came = {start: 0.0}, {start: start}
    done: set[_Square] = set()
    ahead = [(0.0, start)]
    while ahead:
        _, here = heappop(ahead)
        if here == end:
            return _told(field, came, end)
        if here in done:
            continue
        done.add(here)
        row, column = here
        for (up, right), beside, km in steps:
            there = row + up, column + right
            if not (0 <= there[0] < len(costs) and 0 <= there[1] < len(costs[0])):
                continue
            cost = max((costs[row + u][column + r] for u, r in beside), default=0.0)
            cost = max(cost, (costs[row][column] + costs[there[0]][there[1]]) / 2)
            total = best[here] + km * cost
            if total < best.get(there, math.inf):
                best[there], came[there] = total, here
                left = field.km((end[0] - there[0], end[1] - there[1]))
                heappush(ahead, (total + left, there))
    return None


def _told(field: _Field, came: dict[_Square, _Square], end: _Square) -> LandWay:
    here, length, hills, water = end, 0.0, 0.0, 0.0
    while came[here] != here:
        before = came[here]
        km = field.km((here[0] - before[0], here[1] - before[1]))
        length += km
        hills += km * field.relief_m[here[0]][here[1]]
        water += 0.0 if field.land[here[0]][here[1]] else km
        here = before
    return LandWay(length, hills / length if length else float(field.relief_m[end[0]][end[1]]), water)
