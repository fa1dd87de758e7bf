"""A user's network on disk: arrays behind a small header, opened by memory map without a load."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geomap.errors import DataError, MissingDataError
from geomap.files import write_whole

MAGIC = b"GEOMAPNET1\n"
ALIGN = 8
LAYOUT = 2
SCALE = 10_000_000
# Cells of vertices are a tenth of a degree wide and high.
CELLS_PER_DEGREE = 10
# A vertex that is no hub, an arc or point that cannot be reached.
NONE = 0xFFFFFFFF
# What each array holds, by its type: i int32, I uint32, B uint8.
ARRAYS = {
    "lat": "i",  # vertices: latitude and longitude in 1e-7 degrees, sorted by cell
    "lon": "i",
    "cell": "I",  # vertices: the cell they lie in
    "first": "I",  # vertices: where their links begin in `link`; one more than there are vertices
    "link": "I",  # edge numbers at each vertex
    "start": "I",  # edges: vertices at both ends
    "end": "I",
    "dm": "I",  # edges: length in decimetres
    "kind": "I",  # edges: number of the line's name, gauge and class in the header
    "shape": "I",  # edges: where their points begin in `shape_lat`; one more than there are edges
    "shape_lat": "i",
    "shape_lon": "i",
    "chain_at": "I",  # chains of edges from hub to hub: where they begin in `chain_edges`; one more than there are
    "chain_edges": "I",
    "chain_a": "I",  # chains: the vertices at both ends
    "chain_b": "I",
    "hub_of": "I",  # vertices: the number of the hub that each is, or NONE
    "station": "I",  # stations: the vertex, in order
    "station_name": "I",
    "name_at": "I",  # names: where they begin in `names`; one more than there are names
    "names": "B",
}
# … and for each measure ("km", "time") under its name: the arcs of the hierarchy over the hubs.
HIERARCHY = {
    "first": "I",  # hubs: where their arcs begin; one more than there are hubs
    "to": "I",  # arcs: the hub they lead to, of a higher level or of the core
    "cost": "I",  # arcs: decimetres or tenths of a second
    "via": "i",  # arcs: the hub they pass over, or -1 less the chain that they are
    "core": "I",  # hubs: their number in the core, or NONE
    "mark": "I",  # core: the cost to each landmark, landmark by landmark
}


def cell_of(lat: Any, lon: Any) -> Any:
    """The number of the cell that a point (1e-7 degrees) lies in; of whole arrays too."""
    row = (lat + 90 * SCALE) * CELLS_PER_DEGREE // SCALE
    column = (lon + 180 * SCALE) * CELLS_PER_DEGREE // SCALE
    return row * 360 * CELLS_PER_DEGREE + column % (360 * CELLS_PER_DEGREE)


def array_types(measures: list[str]) -> dict[str, str]:
    """All arrays of a network with these measures, each with its type."""
    return ARRAYS | {f"{measure}_{name}": kind for measure in measures for name, kind in HIERARCHY.items()}


def write_network(path: Path, arrays: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    """Write a network whole or not at all; the arrays are buffers of the types of `array_types`."""
    parts: list[bytes] = []
    places, at = {}, 0
    for name, kind in array_types(facts["measures"]).items():
        values = memoryview(arrays[name])
        if values.itemsize != struct.calcsize(kind):
            raise TypeError(f"{name} is {values.format}, not {kind}")
        raw = values.tobytes()
        raw += b"\0" * (-len(raw) % ALIGN)
        places[name] = [at, values.nbytes // values.itemsize]
        parts.append(raw)
        at += len(raw)
    header = json.dumps({"layout": LAYOUT, "bytes": at, "arrays": places, **facts}).encode("utf-8")
    header += b" " * (-(len(MAGIC) + 8 + len(header)) % ALIGN)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, b"".join([MAGIC, struct.pack("<Q", len(header)), header, *parts]))


class NetFile:
    """An opened network; arrays are read from the map as they are needed."""

    def __init__(self, path: Path) -> None:
        """Open a network.

        Raises:
            MissingDataError: It is not there.
            DataError: It is damaged or of another layout.
        """
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            raise MissingDataError(f"{path}: no such network; geomap data import-osm makes one") from error
        except (OSError, ValueError) as error:
            raise DataError(f"{path}: {error}; import it again") from error
        try:
            self.facts, self._begin = self._read_header()
            view = memoryview(self._map)
            types = array_types(self.facts["measures"])
            self._arrays = {name: self._cast(view, name, kind) for name, kind in types.items()}
        except (ValueError, KeyError, TypeError, struct.error) as error:
            raise DataError(f"{path} is damaged or of another layout; import it again") from error

    def _read_header(self) -> tuple[dict[str, Any], int]:
        if self._map[: len(MAGIC)] != MAGIC:
            raise ValueError("not a network")
        (length,) = struct.unpack("<Q", self._map[len(MAGIC) : len(MAGIC) + 8])
        begin = len(MAGIC) + 8 + length
        facts = json.loads(self._map[len(MAGIC) + 8 : begin])
        if facts["layout"] != LAYOUT or begin + facts["bytes"] != len(self._map):
            raise ValueError("another layout or length")
        return facts, begin

    def _cast(self, view: memoryview, name: str, kind: str) -> memoryview[int]:
        at, count = self.facts["arrays"][name]
        start = self._begin + at
        part = view[start : start + count * struct.calcsize(kind)]
        if kind == "i":
            return part.cast("i")
        return part.cast("I") if kind == "I" else part.cast("B")

    def __getitem__(self, name: str) -> memoryview[int]:
        return self._arrays[name]

    def name(self, number: int) -> str:
        """The name of a station by its number."""
        at = self._arrays["name_at"]
        return bytes(self._arrays["names"][at[number] : at[number + 1]]).decode("utf-8")
