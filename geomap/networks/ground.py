"""Where land is and how hilly it is: a raster of the world, read tile by tile.

`data/terrain.bin` is MAGIC, then the packed size of each tile of 10 degrees as 32-bit numbers (rows from south to
north, columns from 180 degrees west), then the tiles, each by zlib: a bit for each of CELLS x CELLS cells (land or
water), then a byte for each of HILL_CELLS x HILL_CELLS (range of height within some 25 km, in steps of HILL_STEP_M).
A tile of size 0 is all water.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path

from geomap.errors import DataError

TABLE = "terrain.bin"
MAGIC = b"geomapt1"
TILE_DEG, CELLS, HILL_CELLS = 10, 480, 60
HILL_STEP_M = 20
_ROWS, _COLUMNS = 180 // TILE_DEG, 360 // TILE_DEG
_SHARE = CELLS // HILL_CELLS
_BITS = [bytes((value >> (7 - bit)) & 1 for bit in range(8)) for value in range(256)]
_Tile = tuple[bytes, bytes]


class Ground:
    """The raster; the file is read at the first question."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / TABLE

    @cached_property
    def _file(self) -> tuple[bytes, list[int]]:
        """All bytes, and where each tile begins and the last one ends."""
        raw = self._path.read_bytes()
        count = _ROWS * _COLUMNS
        start = len(MAGIC) + 4 * count
        if not raw.startswith(MAGIC):
            raise DataError(f"{self._path} is not a terrain file; install geomap again")
        sizes = struct.unpack(f"<{count}I", raw[len(MAGIC) : start])
        return raw, list(accumulate(sizes, initial=start))

    @lru_cache(maxsize=64)  # noqa: B019 - one raster lives as long as the program
    def _tile(self, row: int, column: int) -> _Tile | None:
        """Land (0 or 1) of a tile's cells and the steps of relief of its coarser ones; None where all is water."""
        raw, starts = self._file
        number = row * _COLUMNS + column % _COLUMNS
        if not 0 <= row < _ROWS or starts[number] == starts[number + 1]:
            return None
        data = zlib.decompress(raw[starts[number] : starts[number + 1]])
        size = CELLS * CELLS // 8
        return b"".join(map(_BITS.__getitem__, data[:size])), data[size:]

    def line(self, row: int, columns: range) -> tuple[bytes, bytes]:
        """Land (0 or 1) and steps of relief of some cells of a row, counted from the south pole and from 180° west."""
        land, relief = bytearray(), bytearray()
        inner = row % CELLS
        for tile, part in self._along(row, columns):
            if tile is None:
                land += bytes(len(part))
                relief += bytes(len(part))
                continue
            here = part.start % CELLS
            start = inner * CELLS + here
            land += tile[0][start : start + len(part) * part.step : part.step]
            hills = tile[1][inner // _SHARE * HILL_CELLS :][:HILL_CELLS]
            relief += bytes(hills[x % CELLS // _SHARE] for x in part)
        return bytes(land), bytes(relief)

    def _along(self, row: int, columns: range) -> Iterator[tuple[_Tile | None, range]]:
        """The tiles of a row of cells, each with the columns that lie in it."""
        at = columns.start
        while at < columns.stop:
            border = (at // CELLS + 1) * CELLS
            part = range(at, min(border, columns.stop), columns.step)
            yield self._tile(row // CELLS, at // CELLS), part
            at += len(part) * columns.step
