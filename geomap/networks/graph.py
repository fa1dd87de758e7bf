"""Makes the arrays of a network file: vertices, edges, chains between hubs, and a hierarchy for each measure."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geomap.networks.classes import KMH
from geomap.networks.contraction import contract
from geomap.networks.fragments import Fragments, Kind
from geomap.networks.joining import Tracks, join_ways
from geomap.networks.landmarks import mark
from geomap.networks.netfile import NONE, cell_of

Numbers = NDArray[Any]
Tell = Callable[[str], None]
DM_PER_KM = 10_000


@dataclass(slots=True)
class Joined:
    """A graph ready to write, and what is worth telling about it."""

    arrays: dict[str, Any]
    facts: dict[str, Any]
    length_km: float
    parts: int
    largest_part_km: float
    lost_stations: list[str]

    def summary(self) -> str:
        """One line for the person who imported it."""
        vertices, edges, stations = (len(self.arrays[name]) for name in ("lat", "start", "station"))
        told = f"{self.length_km:,.0f} km of line, {vertices:,} nodes, {edges:,} edges, {_count(stations, 'station')}"
        if self.parts > 1:
            told += (
                f"; not connected: {_count(self.parts - 1, 'bit')} ({self.length_km - self.largest_part_km:,.0f} km)"
            )
        if self.lost_stations:
            named = ", ".join(self.lost_stations[:3]) + (" …" if len(self.lost_stations) > 3 else "")
            told += f"; on no track: {_count(len(self.lost_stations), 'station')} ({named})"
        return told


def _count(many: int, what: str) -> str:
    return f"{many:,} {what}" + ("" if many == 1 else "s")


def join(fragments: Fragments, network: str, *, tell: Tell = lambda _: None) -> Joined:
    """Turn fragments into the arrays of a network; `tell` gets a line for each step.

    Raises:
        UsageError: No piece of a way has known points.
    """
    tracks = join_ways(fragments, tell=tell)
    kinds = list(fragments.kinds)
    arrays = _edges(tracks)
    edges, vertices = len(arrays["start"]), len(arrays["lat"])
    tell(f"{vertices:,} vertices, {edges:,} edges")
    arrays["first"], arrays["link"] = links(vertices, arrays["start"], arrays["end"])
    hubs = _add_chains(arrays)
    costs = {"km": arrays["dm"]}
    if len({kind.rank for kind in kinds}) > 1:
        costs["time"] = _tenths(arrays, kinds, network)
    for measure, cost in costs.items():
        _add_hierarchy(arrays, hubs, measure, cost, tell)
    parts = _parts(vertices, arrays["start"], arrays["end"], arrays["dm"]) / DM_PER_KM
    facts = {
        "network": network,
        "measures": list(costs),
        "kinds": [list(kind) for kind in kinds],
        "kmh": [KMH[network][kind.rank] for kind in kinds],
        "core": {m: int((arrays[f"{m}_core"] != NONE).sum()) for m in costs},
        "length_km": round(float(arrays["dm"].sum(dtype=np.float64)) / DM_PER_KM, 1),
    }
    return Joined(arrays, facts, float(parts.sum()), len(parts), float(parts.max()), tracks.lost)


def _edges(tracks: Tracks) -> dict[str, Any]:
    """Vertices in order of their cells, edges between them with their points, and stations."""
    nodes, edges = tracks.nodes, tracks.edges
    starts, ends = edges.nodes[edges.at[:-1]], edges.nodes[edges.at[1:] - 1]
    used = np.unique(np.concatenate([starts, ends]))
    lat, lon = nodes.lat[used].astype(np.int64), nodes.lon[used].astype(np.int64)
    cell: Numbers = cell_of(lat, lon)
    order = np.argsort(cell, kind="stable")
    used = used[order]
    number = np.full(len(nodes.lat), NONE, np.uint32)
    number[used] = np.arange(len(used))
    names: dict[str, int] = {}
    stops = sorted((int(number[node]), name) for node, name in tracks.stations.items() if number[node] != NONE)
    called = [names.setdefault(name, len(names)) for _, name in stops]
    raw = [name.encode("utf-8") for name in names]
    return {
        "lat": nodes.lat[used],
        "lon": nodes.lon[used],
        "cell": cell[order].astype(np.uint32),
        "start": number[starts],
        "end": number[ends],
        "dm": np.rint(edges.km * DM_PER_KM).astype(np.uint32),
        "kind": edges.kind.astype(np.uint32),
        "shape": edges.at.astype(np.uint32),
        "shape_lat": nodes.lat[edges.nodes],
        "shape_lon": nodes.lon[edges.nodes],
        "station": np.array([vertex for vertex, _ in stops], np.uint32),
        "station_name": np.array(called, np.uint32),
        "name_at": np.cumsum([0, *map(len, raw)]).astype(np.uint32),
        "names": np.frombuffer(b"".join(raw), np.uint8),
    }


def links(count: int, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Where the edges at each vertex begin in a list, and the list of their numbers."""
    here = np.concatenate([start, end])
    first = np.append(0, np.cumsum(np.bincount(here, minlength=count)))
    link = np.argsort(here, kind="stable") % max(1, len(start))
    return first.astype(np.uint32), link.astype(np.uint32)


def _add_chains(arrays: dict[str, Any]) -> int:
    """Add the chains of edges between hubs (where other than two edges meet; one in a ring); how many hubs."""
    first, link, start, end = (memoryview(arrays[name]) for name in ("first", "link", "start", "end"))
    hub = bytearray((np.diff(arrays["first"]) != 2).astype(np.uint8).tobytes())
    seen = bytearray(len(start))
    at, edges, a, b = array("I", [0]), array("I"), array("I"), array("I")

    def follow(here: int, edge: int) -> None:
        a.append(here)
        while True:
            seen[edge] = 1
            edges.append(edge)
            here = end[edge] if start[edge] == here else start[edge]
            if hub[here]:
                break
            one, other = link[first[here]], link[first[here] + 1]
            edge = other if one == edge else one
        b.append(here)
        at.append(len(edges))

    for vertex in np.flatnonzero(np.diff(arrays["first"]) != 2).tolist():
        for n in range(first[vertex], first[vertex + 1]):
            if not seen[link[n]]:
                follow(vertex, link[n])
    for edge in np.flatnonzero(np.frombuffer(seen, np.uint8) == 0).tolist():
        if not seen[edge]:
            hub[start[edge]] = 1
            follow(start[edge], edge)
    chains = {"chain_at": at, "chain_edges": edges, "chain_a": a, "chain_b": b}
    arrays |= {name: np.frombuffer(values, np.uint32) for name, values in chains.items()}
    hubs = np.flatnonzero(np.frombuffer(hub, np.uint8))
    arrays["hub_of"] = np.full(len(hub), NONE, np.uint32)
    arrays["hub_of"][hubs] = np.arange(len(hubs))
    return len(hubs)


def _tenths(arrays: dict[str, Any], kinds: Iterable[Kind], network: str) -> Numbers:
    """How many tenths of a second each edge takes at the speed of its class."""
    kmh = np.array([KMH[network][kind.rank] for kind in kinds], np.float64)
    found: Numbers = np.rint(arrays["dm"] * 3.6 / kmh[arrays["kind"]])
    return found


def _add_hierarchy(arrays: dict[str, Any], hubs: int, measure: str, cost: Numbers, tell: Tell) -> None:
    chains = np.add.reduceat(cost[arrays["chain_edges"]].astype(np.int64), arrays["chain_at"][:-1])
    a, b = arrays["hub_of"][arrays["chain_a"]], arrays["hub_of"][arrays["chain_b"]]
    tell(f"contracting by {measure}")
    made = contract(hubs, a, b, chains, tell=tell)
    core = np.full(hubs, NONE, np.uint32)
    core[made.core] = np.arange(len(made.core))
    arrays[f"{measure}_first"] = made.first.astype(np.uint32)
    arrays[f"{measure}_to"] = made.to.astype(np.uint32)
    arrays[f"{measure}_cost"] = made.cost.astype(np.uint32)
    arrays[f"{measure}_via"] = made.via.astype(np.int32)
    arrays[f"{measure}_core"] = core
    arrays[f"{measure}_mark"] = mark(made)


def _parts(count: int, start: Numbers, end: Numbers, dm: Numbers) -> Numbers:
    """Lengths in decimetres of the bits that hang together."""
    label = np.arange(count)
    while True:
        least = np.minimum(label[start], label[end])
        before = label.copy()
        np.minimum.at(label, label[start], least)
        np.minimum.at(label, label[end], least)
        label = label[label]
        if np.array_equal(label, before):
            break
    sums = np.bincount(label[start], weights=dm)
    return sums[sums > 0]
