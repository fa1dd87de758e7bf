"""GeoPackage 1.3: an SQLite file that map programs open, with a layer for each kind of geometry."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from geomap.records import Report
from geomap.writers.flat import Flat, rows
from geomap.writers.geojson import features_of

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, UNIQUE (table_name, column_name));
"""
_LAYERS = {"places": "POINT", "claims": "GEOMETRY", "journeys": "MULTILINESTRING"}
_ATTRIBUTES = ("documents", "mentions", "comparisons")

# The format asks when a table was last changed; a fixed instant keeps two runs byte-identical.
_CHANGED = "1970-01-01T00:00:00.000Z"
_APPLICATION, _VERSION = 0x47504B47, 10300


class GeoPackageWriter:
    """Layers places, claims and journeys, and tables documents, mentions and comparisons."""

    def write(self, report: Report) -> bytes:
        """The file's bytes."""
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.execute(f"PRAGMA user_version = {_VERSION}")
            db.executescript(_TABLES)
            db.executemany(
                "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
                [
                    ("WGS 84", 4326, "EPSG", 4326, _WGS84),
                    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
                    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
                ],
            )
            for layer, kind in _LAYERS.items():
                _write_layer(db, layer, kind, features_of(report, layer))
            for layer in _ATTRIBUTES:
                _write_table(db, layer, rows(report, layer))
            db.commit()
            return db.serialize()


def _write_layer(db: sqlite3.Connection, layer: str, kind: str, features: Sequence[dict[str, Any]]) -> None:
    found = [
        ({k: v for k, v in f["properties"].items() if k != "layer"}, _multiple(f["geometry"], kind)) for f in features
    ]
    shapes = [shape for _, shape in found if shape is not None]
    box = _box(shapes)
    _create(db, layer, [row for row, _ in found], geometry=kind)
    db.execute(
        "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)",
        (layer, layer, _CHANGED, *box),
    )
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", (layer, kind))
    _fill(db, layer, [{"geom": _blob(shape) if shape is not None else None, **row} for row, shape in found])


def _write_table(db: sqlite3.Connection, layer: str, found: Sequence[Flat]) -> None:
    _create(db, layer, found)
    db.execute(
        "INSERT INTO gpkg_contents VALUES (?, 'attributes', ?, '', ?, NULL, NULL, NULL, NULL, NULL)",
        (layer, layer, _CHANGED),
    )
    _fill(db, layer, found)


def _create(db: sqlite3.Connection, layer: str, found: Sequence[Flat], *, geometry: str = "") -> None:
    columns = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    columns += [f"geom {geometry}"] if geometry else []
    columns += [f'"{name}" {_type([row[name] for row in found])}' for name in (found[0] if found else ("id",))]
    db.execute(f'CREATE TABLE "{layer}" ({", ".join(columns)})')


def _type(values: Sequence[object]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return "INTEGER"
    return "DOUBLE" if kinds and kinds <= {int, float} else "TEXT"


def _fill(db: sqlite3.Connection, layer: str, found: Sequence[dict[str, Any]]) -> None:
    for row in found:
        names = ", ".join(f'"{name}"' for name in row)
        values = [v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in row.values()]
        db.execute(f'INSERT INTO "{layer}" ({names}) VALUES ({", ".join("?" * len(row))})', values)


def _multiple(geometry: dict[str, Any] | None, kind: str) -> dict[str, Any] | None:
    if geometry is not None and kind == "MULTILINESTRING" and geometry["type"] == "LineString":
        return {"type": "MultiLineString", "coordinates": [geometry["coordinates"]]}
    return geometry


def _positions(geometry: dict[str, Any]) -> list[list[float]]:
    at = geometry["coordinates"]
    if geometry["type"] == "Point":
        return [at]
    return list(at) if geometry["type"] == "LineString" else [position for part in at for position in part]


def _box(shapes: Sequence[dict[str, Any]]) -> tuple[float | None, float | None, float | None, float | None]:
    positions = [position for shape in shapes for position in _positions(shape)]
    if not positions:
        return None, None, None, None
    lons, lats = zip(*positions, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _blob(geometry: dict[str, Any]) -> bytes:
    """A geometry in the format's own header (little-endian, with its box where it is no point) and WKB."""
    if geometry["type"] == "Point":
        return struct.pack("<2sBBi", b"GP", 0, 0b0001, 4326) + _wkb(geometry)
    west, south, east, north = _box([geometry])
    return struct.pack("<2sBBi4d", b"GP", 0, 0b0011, 4326, west, east, south, north) + _wkb(geometry)


def _wkb(geometry: dict[str, Any]) -> bytes:
    kind, at = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        return struct.pack("<BI2d", 1, 1, *at)
    if kind == "LineString":
        return struct.pack("<BII", 1, 2, len(at)) + b"".join(struct.pack("<2d", *position) for position in at)
    parts = [_wkb({"type": "LineString", "coordinates": part}) for part in at]
    return struct.pack("<BII", 1, 5, len(parts)) + b"".join(parts)
