r"""Makes data/terrain.bin: where land is, to a kilometre or two, and how hilly it is.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    apt-get download ferret-datasets && dpkg -x ferret-datasets_*.deb ferret
    PYTHONPATH=. python scripts/make_terrain.py package ferret/usr/share/ferret-vis/data/etopo5.cdf

Land comes from Natural Earth at 1:10 million (world-atlas) less the lakes of data/water_outlines.tsv, relief from
ETOPO5 (NOAA, 5 minutes): the range of height within a cell and its eight neighbours. The file's form is told in
geomap/networks/ground.py, which reads it.
"""

from __future__ import annotations

import csv
import json
import math
import struct
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from make_regions import DATA
from numpy.typing import NDArray
from topojson_rings import Point, features

from geomap.networks.ground import CELLS, HILL_CELLS, HILL_STEP_M, MAGIC, TILE_DEG

PER_DEG = CELLS // TILE_DEG
# Where the variable ROSE (metres) begins in the file, a netCDF of the classic form, and its size.
ETOPO_START, ETOPO_ROWS, ETOPO_COLUMNS = 0xCD48, 2161, 4320


def land_rings(world_atlas: Path) -> Iterator[Iterable[Point]]:
    topology = json.loads((world_atlas / "land-10m.json").read_text(encoding="utf-8"))
    for feature in features(topology, "land"):
        polygons = feature["geometry"]["coordinates"]
        for polygon in polygons if feature["geometry"]["type"] == "MultiPolygon" else [polygons]:
            yield from polygon


def lake_rings() -> Iterator[list[Point]]:
    with (DATA / "water_outlines.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["form"] == "area":
                for part in row["points"].split(";"):
                    points = [tuple(map(float, p.split(",")))[::-1] for p in part.split()]
                    yield [*points, points[0]]  # type: ignore[list-item]


def fill(rings: Iterable[Iterable[Point]]) -> NDArray[np.bool_]:
    """The cells whose middle lies inside the rings (even-odd rule); rows from south to north."""
    height, width = 180 * PER_DEG, 360 * PER_DEG
    turns = np.zeros((height, width + 1), bool)
    for ring in rings:
        line = np.array(list(ring))
        xs, ys = (line[:, 0] + 180) * PER_DEG - 0.5, (line[:, 1] + 90) * PER_DEG - 0.5
        for x0, y0, x1, y1 in zip(xs[:-1], ys[:-1], xs[1:], ys[1:], strict=True):
            if y0 == y1:
                continue
            bottom, top = min(y0, y1), max(y0, y1)
            rows = np.arange(max(0, math.ceil(bottom)), min(height, math.ceil(top)))
            columns = np.ceil(x0 + (rows - y0) * (x1 - x0) / (y1 - y0)).astype(int)
            turns[rows, np.clip(columns, 0, width)] ^= True
    return np.logical_xor.accumulate(turns, axis=1)[:, :width]


def hills(etopo: Path) -> NDArray[np.uint8]:
    """The range of height around each point, in steps of HILL_STEP_M, as the mean of the points of a cell."""
    raw = np.frombuffer(etopo.read_bytes(), ">f4", ETOPO_ROWS * ETOPO_COLUMNS, ETOPO_START)
    heights = np.maximum(raw.reshape(ETOPO_ROWS, ETOPO_COLUMNS).astype(float), 0)
    around = [np.roll(np.roll(heights, a, 0), b, 1) for a in (-1, 0, 1) for b in (-1, 0, 1)]
    reach = np.max(around, axis=0) - np.min(around, axis=0)
    reach = np.roll(reach[:-1], ETOPO_COLUMNS // 2, axis=1)  # its columns begin at Greenwich, ours at 180 degrees west
    share = 12 * TILE_DEG // HILL_CELLS
    cells = reach.reshape(2160 // share, share, 4320 // share, share).mean(axis=(1, 3))
    return np.minimum(255, np.round(cells / HILL_STEP_M)).astype(np.uint8)


def main() -> None:
    atlas, etopo = Path(sys.argv[1]), Path(sys.argv[2])
    land = fill(land_rings(atlas)) & ~fill(lake_rings())
    relief = hills(etopo)
    tiles = []
    for row in range(180 // TILE_DEG):
        for column in range(360 // TILE_DEG):
            bits = land[row * CELLS : (row + 1) * CELLS, column * CELLS : (column + 1) * CELLS]
            steep = relief[row * HILL_CELLS :, column * HILL_CELLS :][:HILL_CELLS, :HILL_CELLS]
            tiles.append(zlib.compress(np.packbits(bits).tobytes() + steep.tobytes(), 9) if bits.any() else b"")
    head = MAGIC + struct.pack(f"<{len(tiles)}I", *map(len, tiles))
    (DATA / "terrain.bin").write_bytes(head + b"".join(tiles))


if __name__ == "__main__":
    main()
