"""What an import reads of a file, in flat arrays: ways with their nodes, the nodes' points, and stations."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from geomap.records import LatLon


class Kind(NamedTuple):
    """What the ways of one line have in common: its name, its gauge in mm (0 for unknown) and its class."""

    name: str
    gauge: int
    rank: str


@dataclass(slots=True)
class Fragments:
    """Ways as mapped, and where their nodes lie (1e-7 degrees); 8 bytes for each node of a way, 16 for each point."""

    refs: array[int] = field(default_factory=lambda: array("q"))
    way_at: array[int] = field(default_factory=lambda: array("q", [0]))
    way_kind: array[int] = field(default_factory=lambda: array("i"))
    kinds: dict[Kind, int] = field(default_factory=dict)
    ids: array[int] = field(default_factory=lambda: array("q"))
    lat: array[int] = field(default_factory=lambda: array("i"))
    lon: array[int] = field(default_factory=lambda: array("i"))
    stations: list[tuple[str, LatLon]] = field(default_factory=list)

    def add_way(self, nodes: Iterable[int], kind: Kind) -> None:
        """Add a way by the numbers of its nodes."""
        self.refs.extend(nodes)
        self.way_at.append(len(self.refs))
        self.way_kind.append(self.kinds.setdefault(kind, len(self.kinds)))

    def add_point(self, node: int, lat: int, lon: int) -> None:
        """Add the point of a node; nodes that no way has do no harm."""
        self.ids.append(node)
        self.lat.append(lat)
        self.lon.append(lon)
