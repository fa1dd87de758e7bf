"""The railway atlas: reads its two tables into a graph of stations."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geomap.errors import DataError, MissingDataError
from geomap.files import open_table
from geomap.geodesy import is_point
from geomap.networks.lazy_rows import LazyRows
from geomap.networks.search import Edge, Graph
from geomap.records import LatLon, Source

# Trains keep to main lines where a secondary one or a branch is a little shorter, to high-speed lines where the old one
# is, and take a ferry only where they must (chosen by us: Moscow-Vladivostok is given as 9,288 km although the Baikal-
# Amur line would save 2 %, the Kazan line 1 %; Beijing-Guangzhou as 2,298 km, by the high-speed line).
COST = {"highspeed": 0.9, "secondary": 1.15, "branch": 1.35, "ferry": 2.0}
# A train of the old kind takes a high-speed line only where another would be so many times as long (chosen by us).
OFF_HIGHSPEED = 3.0
# Mean speeds of trains by mode and rank of a line, for the fastest way (chosen by us: only their order matters).
KMH = {"highspeed": 180.0, "ferry": 25.0, "main": 80.0, "secondary": 65.0, "branch": 50.0}
# A change of gauge counts as so many km (chosen by us: Moscow-Vladivostok without a change of wheels) …
CHANGE_KM = 200.0
# … a change between the high-speed lines and the others as so many where they are two systems, mostly with stations of
# their own (chosen by us: Beijing-Pyongyang is given as 1,364 km, by the old line) …
OWN_CHANGE_KM = 400.0
OWN_HIGHSPEED = frozenset({"CN", "JP", "TW", "ID", "TR", "US"})
# … while elsewhere trains run through, and leaving a high-speed line counts as so many (chosen by us).
TURNOUT_KM = 10.0
# Rails without passenger trains, because of a war or a closed border, are taken only where the others are so many times
# as long (chosen by us).
SUSPENDED = 5.0
# Countries whose trains run through each other as at home (the Schengen area): Vienna-Innsbruck by Rosenheim, Munich-
# Zurich by Bregenz.
OPEN_BORDERS = frozenset("AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IT LI LT LU LV MC NL NO PL PT RO SE SI SK".split())
LINE_COLUMNS = "id name operator countries gauge_mm mode known source opened closed suspended rank".split()
STATION_COLUMNS = "line name place country lat lon km known".split()
LINES, STATIONS = "rail_lines.csv", "rail_stations.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Railway:
    """A line of railway with its gauges in mm and where its km come from.

    `mode` is "rail", "highspeed" or "ferry", `rank` "main", "secondary" or "branch"; `known` says how the km are known:
    "chainage", "timetable", "length stated, stations interpolated", "estimated from tracks" or "from stations", and
    "memory", alone or with what bears it out: "length", "way" or "part confirmed", or with tracks that differ by up to
    a tenth: "length differs". `closed` is the year since which the rails are gone, `suspended` since which they lie but
    no passenger trains run.
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
    suspended: str = ""
    rank: str = "main"

    @property
    def cost(self) -> float:
        """How many km of a main line a km of this one counts as when ways are compared."""
        return COST.get(self.mode, 1.0) * COST.get(self.rank, 1.0) * (SUSPENDED if self.suspended else 1.0)

    @property
    def slow_cost(self) -> float:
        """The same for a train that keeps off high-speed lines."""
        return OFF_HIGHSPEED if self.mode == "highspeed" else self.cost

    @property
    def kmh(self) -> float:
        """How fast trains are on it."""
        return KMH.get(self.mode) or KMH[self.rank]


@dataclass(frozen=True, slots=True)
class Station:
    """A station: its name, country, point and, where the gazetteer has it, the id of its place."""

    name: str
    country: str
    at: LatLon
    place: str


StationRow = tuple[str, str, float, float, str]
"""A station as plain values: name, country, latitude and longitude in degrees, place."""


def make_station(row: StationRow) -> Station:
    """The station of a row."""
    name, country, lat_deg, lon_deg, place = row
    return Station(name, country, LatLon(lat_deg, lon_deg), place)


Track = tuple[frozenset[int], bool]


@dataclass(slots=True)
class Atlas:
    """Stations and lines as a graph; an edge's `line` counts in `railways`.

    A town has a station of its own for each gauge, and for high-speed lines; all share one record, and `base` gives the
    first of them. `squares` has the stations of lines in service by the degree square they lie in.
    """

    railways: LazyRows[list[str], Railway] = field(default_factory=lambda: LazyRows(make_railway))
    stations: LazyRows[StationRow, Station] = field(default_factory=lambda: LazyRows(make_station))
    base: list[int] = field(default_factory=list)
    squares: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    tracks: dict[str, dict[Track, int]] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)


def read_atlas(folder: Path) -> Atlas:
    """The atlas from its tables; closed lines are left out of the graph.

    Raises:
        MissingDataError: A table is not there.
        DataError: A row cannot be read; the message names it.
    """
    collecting = gc.isenabled()
    gc.disable()  # the reading makes 30,000 objects that all stay; looking through them costs a third of its time
    try:
        return _read(folder)
    finally:
        if collecting:
            gc.enable()


def _read(folder: Path) -> Atlas:
    atlas = Atlas(graph=Graph(open_borders=OPEN_BORDERS))
    index: dict[str, int] = {}
    for row in _rows(folder / LINES, LINE_COLUMNS):
        index[row[0]] = len(atlas.railways)
        atlas.railways.append(row)
    line, railway, number, before, at_km = "", None, -1, -1, 0.0
    for row in _rows(folder / STATIONS, STATION_COLUMNS):
        if row[0] != line:
            line, before = row[0], -1
            if line not in index:
                raise DataError(f"{STATIONS}: line {line!r} is not in {LINES}")
            number = index[line]
            railway = atlas.railways[number]
            track, cost = (railway.gauges, railway.mode == "highspeed"), railway.cost
        if railway is None or railway.closed:
            continue
        station, km = _station(atlas, row, track), float(row[6])
        if before >= 0:
            atlas.graph.add(Edge(before, station, round(abs(km - at_km), 3), number), cost=cost)
        before, at_km = station, km
    for number, (_, _, lat_deg, lon_deg, _) in enumerate(atlas.stations.rows):
        if atlas.graph.links[number] and atlas.base[number] == number:
            atlas.squares.setdefault(square_of(lat_deg, lon_deg), []).append(number)
    return atlas


def square_of(lat_deg: float, lon_deg: float) -> tuple[int, int]:
    """The degree square that a point lies in, by its south-western corner."""
    return int(lat_deg // 1), int(lon_deg // 1)


def _rows(path: Path, columns: list[str]) -> Iterator[list[str]]:
    try:
        with open_table(path) as file:
            rows = csv.reader(file)
            if next(rows, None) != columns:
                raise DataError(f"{path.name} has other columns than {', '.join(columns)}")
            yield from rows
    except FileNotFoundError as error:
        raise MissingDataError(f"{path.name} is missing: reinstall geomap") from error


def make_railway(row: list[str]) -> Railway:
    """The line of a row of the table of lines."""
    identity, name, operator, _, gauges, mode, known, source, opened, closed, suspended, rank = row
    return Railway(
        id=identity,
        name=name,
        operator=operator,
        gauges=frozenset(int(gauge) for gauge in gauges.split("/")),
        mode=mode,
        known=known,
        source=Source(name=source, licence="facts"),
        opened=opened,
        closed=closed,
        suspended=suspended,
        rank=rank,
    )


def _station(atlas: Atlas, row: list[str], track: Track) -> int:
    """The number of a row's station; towns with several tracks have several, joined to each other."""
    _, name, place, country, lat, lon, _, _ = row
    others = atlas.tracks.setdefault(place, {})
    number = others.get(track)
    if number is not None:
        return number
    number = atlas.graph.add_station(country)
    if others:
        first = next(iter(others.values()))
        for other_track, other in others.items():
            atlas.graph.join(other, number, cost_km=_change_km(track, other_track, country))
        atlas.stations.append(atlas.stations.rows[first])
        atlas.base.append(first)
    else:
        lat_deg, lon_deg = float(lat), float(lon)
        if not is_point(lat_deg, lon_deg):
            raise DataError(f"{STATIONS}: {name} has no point on Earth ({lat}, {lon})")
        atlas.stations.append((name, country, lat_deg, lon_deg, place))
        atlas.base.append(number)
    others[track] = number
    return number


def _change_km(one: Track, other: Track, country: str) -> float:
    """How many km it counts as to go over from one kind of track to another."""
    if not one[0] & other[0]:
        return CHANGE_KM
    if one[1] == other[1]:
        return 0.0
    return OWN_CHANGE_KM if country in OWN_HIGHSPEED else TURNOUT_KM
