"""Railways around a story, as faint lines that give a bare map its bearings."""

from __future__ import annotations

import csv
from functools import cache
from itertools import groupby, islice

from geomap import catalogue
from geomap.files import open_table
from geomap.records import LatLon
from geomap.writers.page.frame import Frame
from geomap.writers.page.polyline import encode

# A kilometre: the lines run straight from station to station anyway.
DECIMALS = 2
MAX_LINES = 250
# From farther away the lines are a tangle.
MAX_SPAN_DEG = 60.0

Station = tuple[str, float, float]


@cache
def _lines() -> tuple[tuple[Station, ...], ...]:
    """Every open line as its stations in order, main lines first."""
    folder = catalogue.data_dir()
    with open_table(folder / "rail_lines.csv") as file:
        rank = {row["id"]: row["rank"] for row in csv.DictReader(file) if not row["closed"]}
    with open_table(folder / "rail_stations.csv") as file:
        rows = [row for row in csv.DictReader(file) if row["line"] in rank and row["lat"]]
    lines = {
        line: tuple((row["name"], float(row["lat"]), float(row["lon"])) for row in stations)
        for line, stations in groupby(rows, key=lambda row: row["line"])
    }
    return tuple(lines[line] for line in sorted(lines, key=lambda line: (rank[line] != "main", line)))


def railways(frame: Frame) -> str:
    """The lines around a frame as encoded polylines with blanks between."""
    ways = [frame.line(tuple(LatLon(lat, lon) for _, lat, lon in line)) for line in lines_near(frame)]
    return " ".join(encode(way, DECIMALS) for way in ways if len(way) > 1)


def lines_near(frame: Frame) -> list[tuple[Station, ...]]:
    """The lines that touch a frame, main lines first; none where the frame is too wide for them."""
    if frame.empty or frame.pole or frame.span_deg > MAX_SPAN_DEG:
        return []
    near = (line for line in _lines() if any(frame.reaches_deg(lat, lon) for _, lat, lon in line))
    return list(islice(near, MAX_LINES))
