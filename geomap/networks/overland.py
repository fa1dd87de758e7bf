"""The least way over land between two points, by which an estimate goes around water and through valleys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

from geomap.geodesy import rough_distance_km
from geomap.networks.ground import CELLS, HILL_STEP_M, TILE_DEG, Ground
from geomap.records import LatLon, Source

# The straight line is at most so many squares long: finer ones only cost time (chosen by us).
SQUARES = 50
# How far beside the line a way is looked for: as a share of the line and at least in km (chosen by us).
BESIDE, LEAST_BESIDE_KM = 1.2, 130.0
# A kilometre through mountains with this range of height counts twice, so that the way keeps to valleys (chosen by us).
TWICE_AT_M = 1000.0
# Below this range of height no valley is worth a detour (chosen by us: roads are as straight as on a plain).
PLAIN_M = 100.0
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
# Rows and columns of closed squares around a field, so that no step leads out of it.
_RIM = 2


@dataclass(frozen=True, slots=True)
class LandWay:
    """The least way over land: its length, the mean range of height about it in metres, and the km over water in it."""

    length_km: float
    relief_m: float
    water_km: float = 0.0


@dataclass(frozen=True, slots=True)
class _Field:
    """Squares around two points, row after row from the south: which are land, how hilly they are, how large.

    Relief counts in steps of HILL_STEP_M.
    """

    land: list[int]
    relief: list[int]
    width: int
    row_km: float
    column_km: float

    def km(self, a: int, b: int) -> float:
        """The straight line between two squares."""
        return self.km_of(a // self.width - b // self.width, a % self.width - b % self.width)

    def km_of(self, up: int, right: int) -> float:
        """The length of so many squares to the north and to the east."""
        return math.hypot(up * self.row_km, right * self.column_km)

    def is_land(self, square: int) -> bool:
        """Whether a square, if there is such a one, is land."""
        return 0 <= square < len(self.land) and self.land[square] > 0


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
        if (plain := self._over_a_plain(a, b, line_km)) is not None:
            return plain
        field, ends = self._field(a, b, line_km)
        start, end = (_ashore(field, square) for square in ends)
        if start is None or end is None:
            return None
        found = _least(field, start, end, of_water=math.inf) or _least(field, start, end, of_water=OF_WATER)
        if found is None:
            return None
        # What the squares add to a straight line over open land, and the way from them to the points, is no detour.
        grain = field.km(start, end)
        return LandWay(found.length_km * line_km / grain if grain else line_km, found.relief_m, found.water_km)

    def _over_a_plain(self, a: LatLon, b: LatLon, line_km: float) -> LandWay | None:
        """The straight line where it meets neither water nor hills: no search finds a lesser way; None elsewhere."""
        count = max(2, min(4 * SQUARES, math.ceil(line_km / (_KM_PER_DEG / _PER_DEG))))
        shift = (b.lon_deg - a.lon_deg + 540) % 360 - 180
        steps = 0
        for n in range(count + 1):
            row = int((a.lat_deg + (b.lat_deg - a.lat_deg) * n / count + 90) * _PER_DEG)
            column = int((a.lon_deg + shift * n / count + 180) * _PER_DEG)
            land, relief = self._ground.line(row, range(column, column + 1))
            if not land[0]:
                return None
            steps += relief[0]
        relief_m = steps * HILL_STEP_M / (count + 1)
        return LandWay(line_km, relief_m) if relief_m <= PLAIN_M else None

    def _field(self, a: LatLon, b: LatLon, line_km: float) -> tuple[_Field, tuple[int, int]]:
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
        middle = coarse // 2, coarse * wide // 2
        lines = [
            self._ground.line(
                row0 + row * coarse + middle[0],
                range(column0 + middle[1], column0 + columns * coarse * wide, coarse * wide),
            )
            for row in range(rows)
        ]
        side = _KM_PER_DEG * coarse / _PER_DEG
        field = _Field(_rimmed([land for land, _ in lines], columns), _rimmed([m for _, m in lines], columns),
                       columns + 2 * _RIM, side, side * wide * thin)  # fmt: skip

        def square(at: LatLon, lon_deg: float) -> int:
            row = int(((at.lat_deg + 90) * _PER_DEG - row0) / coarse)
            column = int(((lon_deg + 180) * _PER_DEG - column0) / (coarse * wide))
            return (min(max(row, 0), rows - 1) + _RIM) * field.width + min(max(column, 0), columns - 1) + _RIM

        return field, (square(a, a.lon_deg), square(b, a.lon_deg + shift))


def _rimmed(lines: Sequence[bytes], columns: int) -> list[int]:
    """The cells of some rows one after the other, with closed ones (-1) around them."""
    outer = [-1] * (_RIM * (columns + 2 * _RIM))
    rim = [-1] * _RIM
    return [*outer, *(value for line in lines for part in (rim, line, rim) for value in part), *outer]


def _ashore(field: _Field, square: int) -> int | None:
    """The nearest square of land, the square itself where it is one."""
    reach = range(-ASHORE, ASHORE + 1)
    near = ((abs(up) + abs(right), square + up * field.width + right) for up in reach for right in reach)
    return min(((far, there) for far, there in near if field.is_land(there)), default=(0, None))[1]


def _least(field: _Field, start: int, end: int, *, of_water: float) -> LandWay | None:
    """A* over the squares; a kilometre of water counts as `of_water`."""
    costs = [
        1 + steps * HILL_STEP_M / TWICE_AT_M if land > 0 else of_water if land == 0 else math.inf
        for land, steps in zip(field.land, field.relief, strict=True)
    ]
    steps = [
        (up * field.width + right, [u * field.width + r for u, r in beside], field.km_of(up, right))
        for (up, right), beside in _STEPS
    ]
    best, came = {start: 0.0}, {start: start}
    done: set[int] = set()
    ahead = [(0.0, start)]
    while ahead:
        _, here = heappop(ahead)
        if here == end:
            return _told(field, came, end)
        if here in done:
            continue
        done.add(here)
        so_far, own = best[here], costs[here]
        for step, beside, km in steps:
            there = here + step
            cost = (own + costs[there]) / 2
            for square in beside:
                if costs[here + square] > cost:
                    cost = costs[here + square]
            total = so_far + km * cost
            if total < best.get(there, math.inf):
                best[there], came[there] = total, here
                heappush(ahead, (total + field.km(there, end), there))
    return None


def _told(field: _Field, came: dict[int, int], end: int) -> LandWay:
    here, length, hills, water = end, 0.0, 0.0, 0.0
    while came[here] != here:
        km = field.km(here, came[here])
        length += km
        hills += km * field.relief[here] * HILL_STEP_M
        water += 0.0 if field.land[here] else km
        here = came[here]
    return LandWay(length, hills / length if length else float(field.relief[end] * HILL_STEP_M), water)
