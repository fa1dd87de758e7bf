"""Contracts a graph: takes most hubs out, puts shortcuts in, and leaves a small core; made once, at import.

A contraction hierarchy (Geisberger, Sanders, Schultes and Delling 2008) in rounds of hubs that are no neighbours, so
that each round is a few operations on whole arrays; what would get dense stays as the core (core-ALT: Bauer, Delling,
Sanders, Schieferdecker, Schultes and Wagner 2010).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
# Contraction ends where a hub of the core has so many arcs on average (chosen by us, on lattices of 10^5 and 10^6 hubs:
# more rounds make the core smaller and so dense that searches take as long).
DENSE = 12.0
# A hub's level weighs against its arcs when the next ones are chosen, so that the graph thins out evenly.
LEVEL_WEIGHT = 0.3
FAR = 1 << 60
# Two-arc detours are looked up so many at a time, to bound memory.
CHUNK = 2_000_000


@dataclass(slots=True)
class Arcs:
    """Undirected arcs by their two hubs as one number, sorted; the cost, and the hub or (-1 - number) chain behind."""

    key: Numbers
    cost: Numbers
    via: Numbers

    def best(self) -> Arcs:
        """The cheapest arc of each pair, sorted."""
        order = np.lexsort((self.cost, self.key))
        key = self.key[order]
        first = np.ones(len(key), bool)
        first[1:] = key[1:] != key[:-1]
        order = order[first]
        return Arcs(self.key[order], self.cost[order], self.via[order])

    def cost_of(self, key: Numbers) -> Numbers:
        """The cost of each pair's arc; FAR where there is none."""
        if not len(self.key):
            return np.full(len(key), FAR)
        at = np.searchsorted(self.key, key)
        at[at == len(self.key)] = 0
        return np.where(self.key[at] == key, self.cost[at], FAR)


@dataclass(slots=True)
class Hierarchy:
    """For each hub where its arcs begin; the arcs to higher hubs, and the core's among themselves; the core's hubs."""

    first: Numbers
    to: Numbers
    cost: Numbers
    via: Numbers
    core: Numbers


def contract(count: int, a: Numbers, b: Numbers, cost: Numbers, *, tell: Callable[[str], None]) -> Hierarchy:
    """The hierarchy over `count` hubs and the chains between them."""
    a, b = a.astype(np.int64), b.astype(np.int64)
    apart = a != b
    key = np.minimum(a, b) * count + np.maximum(a, b)
    arcs = Arcs(key[apart], cost.astype(np.int64)[apart], -1 - np.flatnonzero(apart)).best()
    level, alive = np.zeros(count, np.int64), np.ones(count, bool)
    tie = np.random.default_rng(1).permutation(count)
    taken: list[tuple[Numbers, ...]] = []
    while len(arcs.key):
        around = Neighbours.of(arcs, count)
        alive &= around.degree > 0
        left = int(alive.sum())
        if 2 * len(arcs.key) > DENSE * left and around.degree[alive].min() > 2:
            break
        out = _choose(around, alive, level, tie)
        inside = np.zeros(count, bool)
        inside[out] = True
        more = _shortcuts(arcs, around, out, inside, count)
        low, high = arcs.key // count, arcs.key % count
        gone = inside[low] | inside[high]
        low, high = np.where(inside[low], low, high)[gone], np.where(inside[low], high, low)[gone]
        taken.append((low, high, arcs.cost[gone], arcs.via[gone]))
        np.maximum.at(level, high, level[low] + 1)
        alive[out] = False
        arcs = Arcs(*(np.concatenate([old[~gone], new]) for old, new in zip(_fields(arcs), _fields(more), strict=True)))
        arcs = arcs.best()
    else:
        alive[:] = False
    tell(f"{count:,} hubs contracted to {int(alive.sum()):,}")
    low, high = arcs.key // count, arcs.key % count
    taken += [(low, high, arcs.cost, arcs.via), (high, low, arcs.cost, arcs.via)]
    here, to, cost, via = (np.concatenate(parts) for parts in zip(*taken, strict=True))
    order = np.argsort(here, kind="stable")
    first = np.append(0, np.cumsum(np.bincount(here, minlength=count)))
    return Hierarchy(first, to[order], cost[order], via[order], np.flatnonzero(alive))


def _fields(arcs: Arcs) -> tuple[Numbers, Numbers, Numbers]:
    return arcs.key, arcs.cost, arcs.via


@dataclass(slots=True)
class Neighbours:
    """The arcs at each hub: where they begin, how many, the hub at the other end and the arc's number."""

    first: Numbers
    degree: Numbers
    to: Numbers
    arc: Numbers

    @classmethod
    def of(cls, arcs: Arcs, count: int) -> Neighbours:
        """The arcs of a graph by their hubs."""
        low, high = arcs.key // count, arcs.key % count
        here = np.concatenate([low, high])
        order = np.argsort(here, kind="stable")
        degree = np.bincount(here, minlength=count)
        to = np.concatenate([high, low])[order]
        return cls(np.cumsum(degree) - degree, degree, to, order % len(arcs.key))


def _choose(around: Neighbours, alive: Numbers, level: Numbers, tie: Numbers) -> Numbers:
    """The hubs that come before all their neighbours: with few arcs, of a low level; a fixed chance breaks ties."""
    weight = (around.degree + LEVEL_WEIGHT * level) * len(tie) + tie
    hubs = np.flatnonzero(alive)
    least = np.minimum.reduceat(weight[around.to], around.first[hubs])
    return hubs[weight[hubs] < least]


def _shortcuts(arcs: Arcs, around: Neighbours, out: Numbers, inside: Numbers, count: int) -> Arcs:
    """The arcs that keep the neighbours of the chosen hubs as near to each other as they were."""
    over, one, other = _pairs(around, out)
    a, b = around.to[one], around.to[other]
    cost = arcs.cost[around.arc[one]] + arcs.cost[around.arc[other]]
    found = Arcs(np.minimum(a, b) * count + np.maximum(a, b), cost, over).best()
    needed = arcs.cost_of(found.key) > found.cost
    found = Arcs(found.key[needed], found.cost[needed], found.via[needed])
    kept = ~_has_detour(found, arcs, around, inside, count)
    return Arcs(found.key[kept], found.cost[kept], found.via[kept])


def _pairs(around: Neighbours, out: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Every pair of arcs at each hub: the hub, and the places of both among the neighbours."""
    degree, found = around.degree[out], []
    for many in np.unique(degree[degree > 1]):
        hubs = out[degree == many]
        i, j = np.triu_indices(many, 1)
        first = around.first[hubs][:, None]
        found.append((np.repeat(hubs, len(i)), (first + i).ravel(), (first + j).ravel()))
    if not found:
        none = np.zeros(0, np.int64)
        return none, none, none
    over, one, other = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return over, one, other


def _has_detour(found: Arcs, arcs: Arcs, around: Neighbours, inside: Numbers, count: int) -> Numbers:
    """Whether two arcs over a hub that stays are as short as a shortcut."""
    a, b = found.key // count, found.key % count
    fewer = around.degree[b] < around.degree[a]
    a, b = np.where(fewer, b, a), np.where(fewer, a, b)
    degree = around.degree[a]
    total = np.cumsum(degree)
    detour = np.zeros(len(a), bool)
    start = 0
    while start < len(a):
        done = total[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(total, done + CHUNK, side="right")))
        many = degree[start:end]
        row = np.repeat(np.arange(start, end), many)
        slot = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many) + around.first[a[row]]
        mid, half = around.to[slot], arcs.cost[around.arc[slot]]
        fits = ~inside[mid] & (half < found.cost[row]) & (mid != b[row])
        row, mid, half = row[fits], mid[fits], half[fits]
        whole = half + arcs.cost_of(np.minimum(mid, b[row]) * count + np.maximum(mid, b[row]))
        detour[row[whole <= found.cost[row]]] = True
        start = end
    return detour
