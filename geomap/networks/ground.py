"""Where land is and how hilly it is: a raster of the world, read tile by tile.

`data/terrain.bin` is MAGIC, then the packed size of each tile of 10 degrees as 32-bit numbers (rows from south to
north, columns from 180 degrees west), then the tiles, each by zlib: a bit for each of CELLS x CELLS cells (land or
water), then a byte for each of HILL_CELLS x HILL_CELLS (range of height within some 25 km, in steps of HILL_STEP_M).
A tile of size 0 is all water.
"""

from __future__ import annotations

import struct
import zlib
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE = "terrain.bin"
MAGIC = b"geomapt1"
TILE_DEG, CELLS, HILL_CELLS = 10, 480, 60
HILL_STEP_M = 20
_ROWS, _COLUMNS = 180 // TILE_DEG, 360 // TILE_DEG


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
    def _tile(self, row: int, column: int) -> tuple[NDArray[Any], NDArray[Any]] | None:
        import numpy as np

        raw, starts = self._file
        number = row * _COLUMNS + column
        if starts[number] == starts[number + 1]:
            return None
        data = np.frombuffer(zlib.decompress(raw[starts[number] : starts[number + 1]]), np.uint8)
        size = CELLS * CELLS // 8
        return np.unpackbits(data[:size]).reshape(CELLS, CELLS), data[size:].reshape(HILL_CELLS, HILL_CELLS)

    def window(self, south: int, west: int, height: int, width: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """Land (0 or 1) and relief in metres of some cells, counted from the south pole and from 180 degrees west."""
        import numpy as np

        land = np.zeros((height, width), np.uint8)
        relief = np.zeros((height, width), np.int16)
        share = CELLS // HILL_CELLS
        for row in range(south // CELLS, (south + height - 1) // CELLS + 1):
            for column in range(west // CELLS, (west + width - 1) // CELLS + 1):
                tile = self._tile(row, column % _COLUMNS) if 0 <= row < _ROWS else None
                if tile is None:
                    continue
                top, left = row * CELLS, column * CELLS
                ys = slice(max(south, top) - top, min(south + height, top + CELLS) - top)
                xs = slice(max(west, left) - left, min(west + width, left + CELLS) - left)
                here = (
                    slice(ys.start + top - south, ys.stop + top - south),
                    slice(xs.start + left - west, xs.stop + left - west),
                )
                land[here] = tile[0][ys, xs]
                rows, columns = np.arange(ys.start, ys.stop) // share, np.arange(xs.start, xs.stop) // share
                relief[here] = tile[1][np.ix_(rows, columns)].astype(np.int16) * HILL_STEP_M
        return land, relief
