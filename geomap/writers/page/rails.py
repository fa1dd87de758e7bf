"""Railways and their stations around a story, as faint lines and small names that give a bare map its bearings."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from geomap import catalogue
from geomap.records import LatLon
from geomap.writers.page.frame import Frame
from geomap.writers.page.polyline import encode

# A kilometre: the lines run straight from station to station anyway.
DECIMALS = 2
MAX_LINES, MAX_TOWNS = 250, 70
# From farther away the lines are a tangle.
MAX_SPAN_DEG = 60.0
# Towns closer than this share of the box's size crowd each other's names.
SPACING = 1 / 14

Station = tuple[str, float, float]


@cache
def _lines() -> tuple[tuple[Station, ...], ...]:
    """Every open line as its stations in order, main lines first."""
    folder = catalogue.data_dir()
    with (folder / "rail_lines.csv").open(encoding="utf-8", newline="") as file:
        rank = {row["id"]: row["rank"] for row in csv.DictReader(file) if not row["closed"]}
    with (folder / "rail_stations.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["line"] in rank and row["lat"]]
    lines = {
        line: tuple((row["name"], float(row["lat"]), float(row["lon"])) for row in stations)
        for line, stations in groupby(rows, key=lambda row: row["line"])
    }
    return tuple(lines[line] for line in sorted(lines, key=lambda line: (rank[line] != "main", line)))


def railways(frame: Frame) -> tuple[str, list[tuple[str, float, float]]]:
    """The lines around a frame as encoded polylines with blanks between, and stations to name, not too many."""
    south, west, north, east = frame.box
    if frame.empty or frame.pole or max(north - south, east - west) > MAX_SPAN_DEG:
        return "", []
    near = [line for line in _lines() if any(frame.reaches_deg(lat, lon) for _, lat, lon in line)][:MAX_LINES]
    ways = [frame.line(tuple(LatLon(lat, lon) for _, lat, lon in line)) for line in near]
    return " ".join(encode(way, DECIMALS) for way in ways if len(way) > 1), list(_towns(frame, near))


def _towns(frame: Frame, lines: Sequence[Sequence[Station]]) -> Iterator[tuple[str, float, float]]:
    """Ends of lines first, since those are the larger towns, then what lies between."""
    south, west, north, east = frame.box
    high, wide = (north - south) * SPACING, (east - west) * SPACING
    taken: list[tuple[float, float]] = []
    ends = [station for line in lines for station in (line[0], line[-1])]
    for name, lat, lon in [*ends, *(station for line in lines for station in line)]:
        drawn = frame.lon(lon)
        if len(taken) >= MAX_TOWNS:
            return
        if frame.reaches_deg(lat, lon) and all(abs(lat - y) > high or abs(drawn - x) > wide for y, x in taken):
            taken.append((lat, drawn))
            yield name, round(lat, DECIMALS), round(drawn, DECIMALS)
