"""Reads the user's own places from CSV, TSV or GeoJSON."""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geomap.errors import UsageError
from geomap.places.geonames import point_of
from geomap.places.kinds import KINDS
from geomap.places.rows import Row


def read_own_places(file: Path, counts: Counter[str]) -> Iterator[Row]:
    """The places of a table or of GeoJSON points; `counts` gets "lines", "imported" and "rejected: REASON".

    Raises:
        UsageError: The file is no such table.
    """
    reader = _geojson_cells if file.suffix.lower() in (".geojson", ".json") else _table_cells
    for cells in reader(file):
        counts["lines"] += 1
        try:
            row = _user_row(cells)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            counts[f"rejected: {error}"] += 1
            continue
        counts["imported"] += 1
        yield row


def _table_cells(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        yield from _cells_of_table(path)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} cannot be read as a table in UTF-8 ({error}); save it as CSV in UTF-8") from error


def _cells_of_table(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
        reader = csv.DictReader((line.replace("\0", "") for line in file), delimiter=delimiter)
        missing = {"name", "lat", "lon"} - {(h or "").strip().lower() for h in reader.fieldnames or ()}
        if missing:
            raise UsageError(f"{path}: no column {', '.join(sorted(missing))}; needed are name, lat and lon")
        for cells in reader:
            yield {(key or "").strip().lower(): value for key, value in cells.items()}


def _geojson_cells(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        features = json.loads(path.read_text(encoding="utf-8-sig"))["features"]
        if not isinstance(features, list):
            raise TypeError("its features are no list")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path} is no GeoJSON FeatureCollection ({error})") from error
    for feature in features:
        yield _feature_cells(feature)


def _feature_cells(feature: Any) -> Mapping[str, Any]:
    """The properties of a feature with its point; no name where it is no feature, so that it is counted as rejected."""
    if not isinstance(feature, dict):
        return {}
    geometry, properties = feature.get("geometry"), feature.get("properties")
    cells = {str(key).lower(): value for key, value in properties.items()} if isinstance(properties, dict) else {}
    point = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
    lon, lat = point[:2] if isinstance(point, list) and len(point) >= 2 else ("", "")
    return {**cells, "lat": lat, "lon": lon, "id": cells.get("id") or feature.get("id")}


def _user_row(cells: Mapping[str, Any]) -> Row:
    name = str(cells.get("name") or "").strip()
    if not name:
        raise ValueError("no name")
    kind = str(cells.get("kind") or "city").strip().lower()
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}")
    lat, lon = point_of(str(cells.get("lat")), str(cells.get("lon")))
    place_id = str(cells.get("id") or "").strip() or "user:" + re.sub(r"[^\w]+", "-", name).strip("-").lower()
    return Row(
        id=place_id if ":" in place_id else f"user:{place_id}",
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=str(cells.get("country") or "").strip().upper() or None,
        admin1_code=str(cells.get("admin1") or "").strip() or None,
        population=int(_amount(cells.get("population"), "population") or 0),
        area_km2=_amount(cells.get("area_km2"), "area_km2"),
        rank=1000.0,
        called=tuple(n.strip() for n in str(cells.get("names") or "").split("|") if n.strip()),
    )


def _amount(cell: Any, column: str) -> float | None:
    """A number that is not negative; None for an empty cell."""
    text = str(cell if cell is not None else "").strip()
    if not text:
        return None
    try:
        amount = float(text)
    except ValueError:
        raise ValueError(f"{column} is no number") from None
    if not (math.isfinite(amount) and 0 <= amount < 1e15):
        raise ValueError(f"{column} is out of range")
    return amount
