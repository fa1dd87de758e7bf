"""A user's network on disk: arrays behind a small header, opened by memory map without a load."""

from __future__ import annotations

import json
import mmap
import struct
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geomap.errors import DataError, MissingDataError
from geomap.files import write_whole

MAGIC = b"GEOMAPNET1\n"
ALIGN = 8
LAYOUT = 1
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
    "gauge": "B",  # edges: number in the header's gauges
    "name": "I",  # edges: number of the line's name
    "shape": "I",  # edges: where their points begin in `shape_lat`; one more than there are edges
    "shape_lat": "i",
    "shape_lon": "i",
    "chain_at": "I",  # chains: where their edges begin in `chain_edges`; one more than there are chains
    "chain_edges": "I",
    "chain_a": "I",  # chains: junctions at both ends, and length in decimetres
    "chain_b": "I",
    "chain_dm": "I",
    "hub_first": "I",  # vertices: where their chains begin in `hub_link`; one more than there are vertices
    "hub_link": "I",
    "station": "I",  # stations: the vertex
    "station_name": "I",
    "name_at": "I",  # names: where they begin in `names`; one more than there are names
    "names": "B",
}


def write_network(path: Path, arrays: Mapping[str, array[Any]], facts: Mapping[str, Any]) -> None:
    """Write a network whole or not at all."""
    parts, places, at = [], {}, 0
    for name, kind in ARRAYS.items():
        values = arrays[name]
        if values.typecode != kind:
            raise TypeError(f"{name} is {values.typecode}, not {kind}")
        raw = values.tobytes()
        raw += b"\0" * (-len(raw) % ALIGN)
        places[name] = [at, len(values)]
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
        except (ValueError, KeyError, struct.error) as error:
            self._map.close()
            raise DataError(f"{path} is damaged or of another layout; import it again") from error
        view = memoryview(self._map)
        self._arrays = {name: self._cast(view, name, kind) for name, kind in ARRAYS.items()}

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
        """The name with this number."""
        at = self._arrays["name_at"]
        return bytes(self._arrays["names"][at[number] : at[number + 1]]).decode("utf-8")
