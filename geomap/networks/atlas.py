"""The railway atlas: reads its two tables into a graph of stations."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

from geomap.errors import DataError, MissingDataError
from geomap.geodesy import is_point
from geomap.networks.search import Edge, Graph
from geomap.records import LatLon, Source

# Trains keep to main lines where a secondary one is a little shorter, and take a ferry only where they must (chosen by
# us: Moscow-Vladivostok is given as 9,288 km although the Baikal-Amur line would save 2 %, the Kazan line 1 %).
COST = {"secondary": 1.15, "ferry": 2.0}
# Countries whose high-speed lines have stations, and mostly a gauge or rules, of their own: a change of trains there
# counts as so many km (chosen by us: Beijing-Pyongyang is given as 1,364 km, by the old line) …
OWN_HIGHSPEED = frozenset({"CN", "JP", "TW", "ES", "ID", "TR", "MA"})
CHANGE_KM = 200.0
# … while elsewhere trains run through, and leaving a line for the other counts as so many (chosen by us).
TURNOUT_KM = 10.0
LINES, STATIONS = "rail_lines.csv", "rail_stations.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Railway:
    """A line of railway with its gauges in mm and where its km come from.

    `mode` is "rail", "highspeed" or "ferry", `rank` "main" or "secondary"; `known` says how the km are known:
    "chainage", "timetable", "length stated, stations interpolated", "memory", "estimated from stations".
    """

    id: str
    name: str
    operator: str
    gauges: frozenset[int]
    mode: str
    known: str
    source: Source
    opened: str = ""
    closed: str = ""
    rank: str = "main"

    @property
    def cost(self) -> float:
        """How many km of a main line a km of this one counts as when ways are compared."""
        return COST.get(self.mode, 1.0) * COST.get(self.rank, 1.0)


@dataclass(frozen=True, slots=True)
class Station:
    """A station: its name, country, point and, where the gazetteer has it, the id of its place."""

    name: str
    country: str
    at: LatLon
    place: str


@dataclass(slots=True)
class Atlas:
    """Stations and lines as a graph; an edge's `line` counts in `railways`.

    A town on a high-speed line and on another one has two stations of the same record; `base` gives the first.
    """

    railways: list[Railway] = field(default_factory=list)
    stations: list[Station] = field(default_factory=list)
    base: list[int] = field(default_factory=list)
    by_place: dict[tuple[str, bool], int] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)

    def station_lines(self, station: int) -> Iterator[Railway]:
        """The lines that call at a station."""
        for edge in self.graph.edges_at(station):
            yield self.railways[edge.line]


def read_atlas(folder: Path) -> Atlas:
    """The atlas from its tables; closed lines are left out of the graph.

    Raises:
        MissingDataError: A table is not there.
        DataError: A row cannot be read; the message names it.
    """
    atlas = Atlas()
    index: dict[str, int] = {}
    for row in _rows(folder / LINES):
        index[row["id"]] = len(atlas.railways)
        atlas.railways.append(_railway(row))
    for line, rows in groupby(_rows(folder / STATIONS), key=itemgetter("line")):
        number = index.get(line)
        if number is None:
            raise DataError(f"{STATIONS}: line {line!r} is not in {LINES}")
        fast = atlas.railways[number].mode == "highspeed"
        stops = [(_station(atlas, row, fast=fast), float(row["km"])) for row in rows]
        if atlas.railways[number].closed:
            continue
        for (start, start_km), (end, end_km) in pairwise(stops):
            edge = Edge(start, end, round(abs(end_km - start_km), 3), number)
            atlas.graph.add(edge, cost=atlas.railways[number].cost)
    return atlas


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except FileNotFoundError as error:
        raise MissingDataError(f"{path.name} is missing: reinstall geomap") from error


def _railway(row: dict[str, str]) -> Railway:
    return Railway(
        id=row["id"],
        name=row["name"],
        operator=row["operator"],
        gauges=frozenset(int(gauge) for gauge in row["gauge_mm"].split("/")),
        mode=row["mode"],
        known=row["known"],
        source=Source(name=row["source"], licence="facts"),
        opened=row["opened"],
        closed=row["closed"],
        rank=row["rank"],
    )


def _station(atlas: Atlas, row: dict[str, str], *, fast: bool) -> int:
    """The number of a row's station; the same place on two lines is one station, or two that are joined."""
    number = atlas.by_place.get((row["place"], fast))
    if number is not None:
        return number
    number = atlas.graph.add_station(row["country"])
    other = atlas.by_place.get((row["place"], not fast))
    atlas.by_place[row["place"], fast] = number
    if other is not None:
        apart = row["country"] in OWN_HIGHSPEED
        atlas.graph.join(other, number, cost_km=CHANGE_KM if apart else TURNOUT_KM)
        atlas.stations.append(atlas.stations[other])
        atlas.base.append(other)
        return number
    lat, lon = float(row["lat"]), float(row["lon"])
    if not is_point(lat, lon):
        raise DataError(f"{STATIONS}: {row['name']} has no point on Earth ({lat}, {lon})")
    atlas.stations.append(Station(row["name"], row["country"], LatLon(lat, lon), row["place"]))
    atlas.base.append(number)
    return number
