"""The railway atlas as the tables made it, kept in the cache folder: a run that asks one question reads no tables."""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import sys
import zlib
from pathlib import Path
from typing import Any

from geomap import files
from geomap.networks import atlas, search
from geomap.networks.atlas import LINES, STATIONS, Atlas, make_railway, make_station, read_atlas
from geomap.networks.lazy_rows import LazyRows
from geomap.networks.search import Edge, Graph

_FILE = "rail_atlas.bin"
_STAMP_BYTES = 32
_SUM_BYTES = 4


def read_kept(folder: Path, cache: Path) -> Atlas:
    """The atlas of a folder, from what an earlier run kept of the same tables, else from the tables.

    Raises:
        DataError: The tables are missing or damaged; as `read_atlas`.
    """
    try:
        stamp = _stamp(folder)
    except OSError:
        return read_atlas(folder)
    path = cache / _FILE
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError, KeyError):
        held = path.read_bytes()
        body = held[_STAMP_BYTES + _SUM_BYTES :]
        if held.startswith(stamp + _sum(body)):
            return _unpacked(marshal.loads(body))
    found = read_atlas(folder)
    with contextlib.suppress(OSError):  # a read-only system reads the tables each time
        cache.mkdir(parents=True, exist_ok=True)
        body = marshal.dumps(_packed(found))
        files.write_whole(path, stamp + _sum(body) + body)
    return found


def _stamp(folder: Path) -> bytes:
    """What the kept atlas was made of: the tables by size and time, the code that reads them, this Python."""
    digest = hashlib.sha256(f"{sys.version} {marshal.version} {folder.resolve()}".encode())
    for table in (LINES, STATIONS):
        status = files.packed(folder / table).stat()
        digest.update(f"{table} {status.st_size} {status.st_mtime_ns}".encode())
    for module in (__file__, atlas.__file__, search.__file__):
        digest.update(Path(module).read_bytes())
    return digest.digest()


def _sum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM_BYTES, "big")


def _packed(found: Atlas) -> dict[str, Any]:
    """The atlas as plain values."""
    graph = found.graph
    return {
        "railways": found.railways.rows,
        "stations": found.stations.rows,
        "base": found.base,
        "squares": found.squares,
        "tracks": found.tracks,
        "open_borders": graph.open_borders,
        "countries": graph.countries,
        "edges": [tuple(edge) for edge in graph.edges],
        "links": graph.links,
        "parents": graph.parents,
        "twins": graph.twins,
        "neighbours": graph.neighbours,
    }


def _unpacked(held: dict[str, Any]) -> Atlas:
    graph = Graph(
        open_borders=held["open_borders"],
        countries=held["countries"],
        edges=list(map(Edge._make, held["edges"])),
        links=held["links"],
        parents=held["parents"],
        twins=held["twins"],
        neighbours=held["neighbours"],
    )
    return Atlas(
        railways=LazyRows(make_railway, held["railways"]),
        stations=LazyRows(make_station, held["stations"]),
        base=held["base"],
        squares=held["squares"],
        tracks=held["tracks"],
        graph=graph,
    )
