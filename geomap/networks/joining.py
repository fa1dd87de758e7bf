"""Joins fragments of ways into a routable graph: junctions, ends and stations become vertices."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geomap.errors import UsageError
from geomap.geodesy import MEAN_RADIUS_KM
from geomap.networks.fragments import Fragments
from geomap.networks.netfile import SCALE
from geomap.networks.stations import find_stations

# Edges are cut so that a place is never farther than about half of this from a vertex along the track (chosen by us).
MOST_EDGE_KM = 2.0
KM_PER_UNIT = MEAN_RADIUS_KM * pi / 180 / SCALE
HALF_RADIAN = pi / 180 / SCALE / 2
Numbers = NDArray[Any]
Tell = Callable[[str], None]


@dataclass(slots=True)
class Nodes:
    """The nodes of the ways: `at` gives one for each reference of a way, `known` says whether its point is."""

    at: Numbers
    lat: Numbers
    lon: Numbers
    known: Numbers


@dataclass(slots=True)
class Pieces:
    """Stretches of ways between vertices and ends of ways: first and last reference, and the kind of the way."""

    first: Numbers
    last: Numbers
    kind: Numbers


@dataclass(slots=True)
class Edges:
    """Edges as nodes one after the other, with where each edge begins (one more than there are) and its kind."""

    nodes: Numbers
    at: Numbers
    kind: Numbers
    km: Numbers


@dataclass(slots=True)
class Tracks:
    """A graph's edges over nodes, the stations' nodes with their names, and the names of stations without track."""

    nodes: Nodes
    edges: Edges
    stations: dict[int, str]
    lost: list[str]


def join_ways(fragments: Fragments, *, tell: Tell = lambda _: None) -> Tracks:
    """Turn fragments into edges between junctions, ends and stations; `tell` gets a line for each step.

    Raises:
        UsageError: No piece of a way has known points.
    """
    nodes = _number(fragments)
    begin = _segments(fragments, nodes, tell)
    if not len(begin):
        raise UsageError("none of them has two points that the file knows")
    kind = np.frombuffer(fragments.way_kind, np.int32)
    way = np.searchsorted(np.frombuffer(fragments.way_at, np.int64), begin, side="right") - 1
    kind = kind[way]
    stations, lost = find_stations(fragments.stations, nodes.lat, nodes.lon, nodes.known)
    vertex = _vertices(nodes.at, begin, kind)
    vertex[list(stations)] = True
    tell(f"joining {len(fragments.way_kind):,} ways with {len(nodes.lat):,} nodes")
    pieces = _cut(nodes.at, begin, kind, vertex)
    edges = _split(nodes, _line_up(nodes.at, pieces, vertex))
    return Tracks(nodes, edges, stations, lost)


def _number(fragments: Fragments) -> Nodes:
    ids, at = np.unique(np.frombuffer(fragments.refs, np.int64), return_inverse=True)
    lat, lon, known = np.zeros(len(ids), np.int32), np.zeros(len(ids), np.int32), np.zeros(len(ids), bool)
    told = np.frombuffer(fragments.ids, np.int64)
    place = np.searchsorted(ids, told)
    place[place == len(ids)] = 0
    fits = ids[place] == told if len(ids) else np.zeros(0, bool)
    place = place[fits]
    lat[place] = np.frombuffer(fragments.lat, np.int32)[fits]
    lon[place] = np.frombuffer(fragments.lon, np.int32)[fits]
    known[place] = True
    return Nodes(at.astype(np.int32), lat, lon, known)


def _segments(fragments: Fragments, nodes: Nodes, tell: Tell) -> Numbers:
    """The references after which a known piece of way leads on to the next reference."""
    way_at = np.frombuffer(fragments.way_at, np.int64)
    here = nodes.known[nodes.at]
    if not here.all():
        cut = np.add.reduceat(~here, way_at[:-1]).astype(bool).sum() if len(way_at) > 1 else 0
        tell(f"{cut:,} ways lead out of the extract and are cut off there")
    leads = here[:-1] & here[1:] & (nodes.at[:-1] != nodes.at[1:])
    leads[way_at[1:-1] - 1] = False
    return np.flatnonzero(leads)


def _vertices(at: Numbers, begin: Numbers, kind: Numbers) -> Numbers:
    """Whether each node is one where other than two segments of one kind meet."""
    ends = np.concatenate([at[begin], at[begin + 1]])
    both = np.concatenate([kind, kind])
    count = int(at.max()) + 1
    degree = np.bincount(ends, minlength=count)
    least, most = np.full(count, np.iinfo(np.int32).max, np.int32), np.full(count, -1, np.int32)
    np.minimum.at(least, ends, both)
    np.maximum.at(most, ends, both)
    found: Numbers = (degree != 2) | (least != most)
    return found


def _cut(at: Numbers, begin: Numbers, kind: Numbers, vertex: Numbers) -> Pieces:
    fresh = np.ones(len(begin), bool)
    fresh[1:] = (begin[1:] != begin[:-1] + 1) | vertex[at[begin[1:]]]
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(begin)) - 1
    return Pieces(begin[first], begin[last] + 1, kind[first])


def _line_up(at: Numbers, pieces: Pieces, vertex: Numbers) -> Edges:
    """Pieces end to end where nothing branches off, as nodes."""
    order, turned, starts = _follow(at[pieces.first], at[pieces.last], vertex)
    number = np.frombuffer(order, np.int32)
    back = np.frombuffer(turned, np.int8).astype(bool)
    edge_at = np.frombuffer(starts, np.int32)
    opens = np.zeros(len(number), bool)
    opens[edge_at] = True
    first, last = pieces.first[number], pieces.last[number]
    count = last - first + opens
    run = np.cumsum(count) - count
    step = np.arange(count.sum()) - np.repeat(run, count) + np.repeat(~opens, count)
    refs = np.repeat(np.where(back, last, first), count) + np.where(np.repeat(back, count), -step, step)
    kind = pieces.kind[number[edge_at]]
    return Edges(at[refs], np.append(run[edge_at], len(refs)), kind, np.zeros(0))


def _follow(a: Numbers, b: Numbers, vertex: Numbers) -> tuple[array[int], array[int], array[int]]:
    """The order of the pieces, whether each is walked backwards, and where in the order edges begin."""
    order, turned, starts = array("i"), array("b"), array("i")
    free = ~(vertex[a] & vertex[b])
    at: dict[int, list[int]] = {}
    for number in np.flatnonzero(free).tolist():
        at.setdefault(int(a[number]), []).append(number)
        at.setdefault(int(b[number]), []).append(number)
    used = bytearray(len(a))
    loose = free.tolist()
    for number in range(len(a)):
        if used[number]:
            continue
        used[number] = 1
        starts.append(len(order))
        if not loose[number]:
            order.append(number)
            turned.append(0)
            continue
        ahead = _walk(int(b[number]), at, (a, b), vertex, used)
        behind = _walk(int(a[number]), at, (a, b), vertex, used)
        for n, back in [*((n, 1 - back) for n, back in reversed(behind)), (number, 0), *ahead]:
            order.append(n)
            turned.append(back)
    return order, turned, starts


def _walk(
    here: int, at: dict[int, list[int]], ends: tuple[Numbers, Numbers], vertex: Numbers, used: bytearray
) -> list[tuple[int, int]]:
    """Pieces from a node on to the next vertex, each with 1 where it is walked backwards."""
    a, b = ends
    found: list[tuple[int, int]] = []
    while not vertex[here]:
        number = next((n for n in at[here] if not used[n]), None)
        if number is None:
            break
        used[number] = 1
        back = int(a[number] != here)
        found.append((number, back))
        here = int(a[number] if back else b[number])
    return found


def _split(nodes: Nodes, edges: Edges) -> Edges:
    """Edges cut where they get long, with their lengths."""
    lat, lon = nodes.lat[edges.nodes].astype(np.float64), nodes.lon[edges.nodes].astype(np.float64)
    opens = np.zeros(len(edges.nodes), bool)
    opens[edges.at[:-1]] = True
    step = _lengths_km(lat, lon)
    step[opens] = 0.0
    run = np.cumsum(step)
    run -= np.repeat(run[edges.at[:-1]], np.diff(edges.at))
    stretch = np.floor(run / MOST_EDGE_KM)
    cut = np.zeros(len(edges.nodes), bool)
    cut[1:] = stretch[1:] > stretch[:-1]
    cut[opens] = False
    cut[edges.at[1:] - 1] = False
    old = np.flatnonzero(opens | cut)
    kind = np.repeat(edges.kind, np.diff(np.searchsorted(old, edges.at)))
    km = np.add.reduceat(np.where(opens, 0.0, step), old) if len(old) else np.zeros(0)
    # A node where an edge is cut ends one edge and begins the next; the step to it belongs to the first.
    km += np.append(np.where(cut, step, 0.0)[old][1:], 0.0) - np.where(cut, step, 0.0)[old]
    again = np.repeat(np.arange(len(cut)), 1 + cut)
    fresh = opens[again].copy()
    fresh[1:] |= again[1:] == again[:-1]
    return Edges(edges.nodes[again], np.append(np.flatnonzero(fresh), len(again)), kind, km)


def _lengths_km(lat: Numbers, lon: Numbers) -> Numbers:
    """Length from each point's predecessor, on a plane (within 0.3 % of the ellipsoid below 80° of latitude)."""
    found = np.zeros(len(lat))
    east = np.abs(lon[1:] - lon[:-1])
    east = np.minimum(east, 360 * SCALE - east) * np.cos((lat[1:] + lat[:-1]) * HALF_RADIAN)
    found[1:] = np.hypot(lat[1:] - lat[:-1], east) * KM_PER_UNIT
    return found
