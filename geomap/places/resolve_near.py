"""How near the other places of a document lie to each option of its names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from geomap.places.resolve_context import Context
from geomap.places.resolve_options import Option

NEAR_KM = 60.0
REGION_KM = 300.0
REACH_KM = 2000.0
FAR_KM = 5000.0
# So many points are measured as an array, for which numpy must be loaded; and so many options at a time.
MANY_POINTS = 100
_AT_ONCE = 256
# Kinds from whose one point nobody measures.
WIDE = frozenset({"country", "region", "wide"})


class Nearness(NamedTuple):
    """The likeliest near place, how many likely ones are in the region, and how far the nearest is, each 0 to 1."""

    near: float = 0.0
    many: float = 0.0
    far: float = 0.0


NOWHERE = Nearness()


def find_nearness(context: Context) -> list[list[Nearness]]:
    """For each option of each group, without the points of its own name where the echo tells of these."""
    found = [[NOWHERE] * len(group.options.rows) for group in context.groups]
    asked = (
        (n, m, option)
        for n, group in enumerate(context.groups)
        for m, option in enumerate(group.options.rows)
        if option.at is not None and option.group not in WIDE
    )
    measure = _by_arrays if len(context.points) >= MANY_POINTS else _one_by_one
    for n, m, nearness in measure(context, list(asked)):
        found[n][m] = nearness
    return found


def _one_by_one(context: Context, asked: Sequence[tuple[int, int, Option]]) -> Iterator[tuple[int, int, Nearness]]:
    for n, m, option in asked:
        same = context.same_name(n)
        best = many = 0.0
        nearest = math.inf
        for other, against, weight in context.points:
            if other in same:
                continue
            # Through the Earth: 1 % short at 3,000 km, where the terms below are nil.
            km = math.dist(option.vector, against.vector)
            nearest = min(nearest, km)
            if km < REACH_KM:
                best = max(best, weight * math.exp(-km / NEAR_KM))
                many += weight * math.exp(-km / REGION_KM)
        yield n, m, _nearness(best, many, nearest)


def _by_arrays(context: Context, asked: Sequence[tuple[int, int, Option]]) -> Iterator[tuple[int, int, Nearness]]:
    """The same, many options at a time; sums differ from those above by their rounding."""
    import numpy as np

    owners = np.array([owner for owner, _, _ in context.points])
    points = np.array([point.vector for _, point, _ in context.points]).T
    weights = np.array([weight for _, _, weight in context.points])
    names = np.array([min(group.namesakes, default=n) for n, group in enumerate(context.groups)])
    apart = np.array([group.allowed is not None for group in context.groups])
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        groups = np.array([n for n, _, _ in part])
        vectors = np.array([option.vector for _, _, option in part])
        square: Any = sum((vectors[:, axis, None] - points[axis]) ** 2 for axis in range(3))
        own = np.where(apart[groups, None], owners == groups[:, None], names[owners] == names[groups, None])
        for row, n in enumerate(groups):
            if apart_from := context.apart.get(int(n)):
                own[row] |= np.isin(owners, list(apart_from))
        km = np.sqrt(np.where(own, np.inf, square))
        nearest = km.min(axis=1)
        within = km < REACH_KM
        close, share = km[within], np.broadcast_to(weights, km.shape)[within]
        terms = np.zeros_like(km)
        terms[within] = share * np.exp(-close / NEAR_KM)
        best = terms.max(axis=1)
        terms[within] = share * np.exp(-close / REGION_KM)
        for (n, m, _), *three in zip(part, best, terms.sum(axis=1), nearest, strict=True):
            yield n, m, _nearness(*map(float, three))


def _nearness(best: float, many: float, nearest_km: float) -> Nearness:
    far = min(1.0, nearest_km / FAR_KM) if nearest_km < math.inf else 0.0
    return Nearness(best, min(1.0, math.log1p(many) / 2), far)
