"""Landmarks of a core: hubs at its rim, and how far every hub is from them; they tell a search where its goal lies.

Goldberg and Harrelson 2005, "Computing the shortest path: A* search meets graph theory".
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from geomap.networks.contraction import Hierarchy
from geomap.networks.netfile import NONE

Numbers = NDArray[Any]
# More landmarks make searches shorter and files larger (chosen by us: 4 bytes for each, in each hub of the core).
LANDMARKS = 16
# A front is as deep as so many arcs (chosen by us: deeper fronts are fewer, but relax more arcs in vain).
FRONT_ARCS = 2.0


def mark(hierarchy: Hierarchy) -> Numbers:
    """The cost from each landmark (rows) to each hub of the core (columns), NONE where there is no way."""
    core = hierarchy.core
    number = np.full(len(hierarchy.first) - 1, -1, np.int64)
    number[core] = np.arange(len(core))
    many = hierarchy.first[core + 1] - hierarchy.first[core]
    first = np.append(0, np.cumsum(many))
    slot = np.arange(first[-1]) - np.repeat(first[:-1], many) + np.repeat(hierarchy.first[core], many)
    to, cost = number[hierarchy.to[slot]], hierarchy.cost[slot]
    rows: list[Numbers] = []
    nearest = np.full(len(core), np.iinfo(np.int64).max)
    for _ in range(min(LANDMARKS, len(core))):
        begin = int(nearest.argmax())
        if not rows:
            begin = _rim(first, to, cost, begin)
        row = costs_from(begin, first, to, cost)
        # Hubs that no landmark reaches stay the farthest, so that every part gets one of its own.
        nearest = np.minimum(nearest, row)
        rows.append(np.minimum(row, NONE))
    return np.array(rows, np.uint32).reshape(-1)


def _rim(first: Numbers, to: Numbers, cost: Numbers, begin: int) -> int:
    """The hub farthest from some hub."""
    row = costs_from(begin, first, to, cost)
    return int(np.where(row >= NONE, -1, row).argmax())


def costs_from(begin: int, first: Numbers, to: Numbers, cost: Numbers) -> Numbers:
    """The least cost from one hub to all, by relaxing whole fronts at once, the near ones first (delta-stepping)."""
    best = np.full(len(first) - 1, np.iinfo(np.int64).max // 2)
    best[begin] = 0
    open_ = np.zeros(len(best), bool)
    open_[begin] = True
    width = int(FRONT_ARCS * cost.mean()) + 1 if len(cost) else 1
    while True:
        waiting = np.flatnonzero(open_)
        if not len(waiting):
            return best
        front = waiting[best[waiting] <= best[waiting].min() + width]
        open_[front] = False
        many = first[front + 1] - first[front]
        slot = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first[front], many)
        reached = np.repeat(best[front], many) + cost[slot]
        there = to[slot]
        nearer = reached < best[there]
        there, reached = there[nearer], reached[nearer]
        np.minimum.at(best, there, reached)
        open_[there] = True
