"""Which options of a name have options of other names around them, whatever each of these means.

"Paris" and "Henry County" alone are France's capital and Georgia's county, and together a town and its county in
Tennessee: each must count before either is settled.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache

from geomap.places.resolve_context import Context
from geomap.places.resolve_options import AREAS, MAX_OPTIONS, Option
from geomap.records import LatLon

# Half of it is how far apart two places lie at most that surely count as neighbours: some 55 km, a day's local news.
CELL_DEG = 1.0
# What a place counts beside a town whose people nobody has counted, or are few; and from which prominence on it is a
# town (powers of ten).
HAMLET = 0.4
TOWN = 3.0
# Less than this is not looked at.
LEAST_WORTH = 0.03
_WIDE = AREAS - {"county"}
_LEAST_WIDTH = 0.1
_GRIDS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
_Cell = tuple[int, int, int]


@lru_cache(maxsize=20_000)
def cells_of(at: LatLon) -> tuple[_Cell, ...]:
    """The cells that hold a point in four grids, each half a cell from the others: neighbours share one of them."""
    out = []
    for grid, (up, aside) in enumerate(_GRIDS):
        band = math.floor(at.lat_deg / CELL_DEG + up)
        # A cell is as wide as it is high, which takes more degrees near the poles.
        shrunk = max(_LEAST_WIDTH, math.cos(math.radians((band + 0.5 - up) * CELL_DEG)))
        out.append((grid, band, math.floor(at.lon_deg * shrunk / CELL_DEG + aside)))
    return tuple(out)


def companies(context: Context) -> list[list[float]]:
    """For each option of each group, how many other names that are open have an option near it.

    A name of few places counts nearly 1, one of many next to nothing, for one of them lies nearly everywhere. An option
    that its name alone makes likely counts little here, as what lies near it is weighed with the other evidence.
    """
    own: dict[tuple[str, _Cell], float] = {}
    for group in context.groups:
        if not group.options.count or group.embedded or group.demonym:
            continue
        name = group.name.casefold()
        told = 1.0 - math.log(min(MAX_OPTIONS, group.options.count)) / math.log(MAX_OPTIONS)
        for option, weight in zip(group.options.rows, group.weights, strict=True):
            if option.at is None or option.group in _WIDE:
                continue
            worth = (1.0 - weight) * (told if option.prominence >= TOWN else told * HAMLET)
            if worth < LEAST_WORTH:
                continue
            for cell in cells_of(option.at):
                if own.get((name, cell), 0.0) < worth:
                    own[name, cell] = worth
    total: defaultdict[_Cell, float] = defaultdict(float)
    for (_, cell), worth in own.items():
        total[cell] += worth
    return [[_company(group.name.casefold(), o, own, total) for o in group.options.rows] for group in context.groups]


def _company(name: str, option: Option, own: dict[tuple[str, _Cell], float], total: dict[_Cell, float]) -> float:
    if option.at is None or option.group in _WIDE:
        return 0.0
    return max(total.get(cell, 0.0) - own.get((name, cell), 0.0) for cell in cells_of(option.at))
