"""Reads GeoNames dumps and the user's own tables into an index of their own, beside the one that comes with geomap."""

from __future__ import annotations

import csv
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from geomap import catalogue
from geomap.errors import DataError, UsageError
from geomap.places import layout
from geomap.places.features import kind_of
from geomap.places.kinds import KINDS
from geomap.places.readers import GEONAMES_ATTRIBUTION
from geomap.places.rows import Row
from geomap.places.write import write_index
from geomap.records import Source

_DUMP_COLUMNS, _NAMES_COLUMNS = 19, 10
# Codes in the language column of alternateNamesV2 that are no languages.
_NO_LANGUAGE = {"link", "post", "wkdt", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny"}
_EVERY = 100_000


def imports_dir() -> Path:
    """The folder that holds one index for each import."""
    return catalogue.user_dir() / "gazetteers"


def import_geonames(
    files: Sequence[Path],
    *,
    countries: Collection[str] = (),
    features: Collection[str] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Mapping[str, Any]:
    """Import a GeoNames dump (allCountries.txt or a country's file), with alternateNamesV2.txt if it is given too.

    Args:
        files: The dump, and if wanted the file of alternate names; told apart by their number of columns.
        countries: Only these (ISO codes); all by default.
        features: Only these feature classes ("P") or codes ("PPLC"); all by default.
        progress: Told what is being done.

    Returns:
        The manifest; `lines`, `imported`, `left_out` and `rejected` (by reason) account for every line.
    """
    dumps = [path for path in files if _columns(path) != _NAMES_COLUMNS]
    extra = [path for path in files if path not in dumps]
    if not dumps:
        raise UsageError("a GeoNames dump is needed (allCountries.txt or RU.txt, 19 columns), not only alternate names")
    counts: Counter[str] = Counter()
    wanted = {c.upper() for c in countries}, {f.upper() for f in features}
    alternates: dict[int, list[str]] = {}
    if extra:
        progress("alternate names")
        kept = {int(row.id[9:]) for path in dumps for row in _dump_rows(path, wanted, Counter(), progress)}
        for path in extra:
            _read_alternates(path, kept, alternates)

    def rows() -> Iterator[Row]:
        for path in dumps:
            for row in _dump_rows(path, wanted, counts, progress):
                if more := alternates.get(int(row.id[9:])):
                    row.names = (*row.names, *more)
                yield row

    title = "GeoNames " + ", ".join(path.name for path in dumps)
    source = Source(
        name=title, licence="CC-BY-4.0", attribution=GEONAMES_ATTRIBUTION, url="https://www.geonames.org/", version=""
    )
    return _write("geonames", rows(), source, counts, progress)


def import_places(file: Path, *, progress: Callable[[str], None] = lambda _: None) -> Mapping[str, Any]:
    """Import the user's own places from CSV, TSV or GeoJSON; a place with an id that geomap has hides geomap's own.

    Columns (in GeoJSON: properties): name, lat and lon (in GeoJSON: a point), and if wanted id, kind, country, admin1,
    population, area_km2, names (with | between them).
    """
    counts: Counter[str] = Counter()
    reader = _geojson_cells if file.suffix.lower() in (".geojson", ".json") else _table_cells

    def rows() -> Iterator[Row]:
        for cells in reader(file):
            counts["lines"] += 1
            try:
                yield _user_row(cells)
            except (ValueError, KeyError, TypeError) as error:
                counts[f"rejected: {error}"] += 1
            else:
                counts["imported"] += 1

    name = re.sub(r"[^\w-]+", "-", file.stem).strip("-").lower() or "places"
    return _write(f"own-{name}", rows(), Source(name=f"your own places ({file.name})"), counts, progress)


def _write(
    name: str, rows: Iterator[Row], source: Source, counts: Counter[str], progress: Callable[[str], None]
) -> Mapping[str, Any]:
    folder = imports_dir() / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with layout.build_lock(folder):
            about: dict[str, Any] = {"title": source.name, "counts": {}}
            manifest = write_index(folder, _some(rows, counts), sources=[source], about=about, progress=progress)
            rejected = {k.removeprefix("rejected: "): v for k, v in counts.items() if k.startswith("rejected: ")}
            manifest["counts"] = {
                "lines": counts["lines"],
                "imported": counts["imported"],
                "left_out": counts["left out"],
                "rejected": rejected,
            }
            layout.write_whole(folder / layout.MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
    except OSError as error:
        raise DataError(f"cannot write the import to {folder} ({error}); mend that and import again") from error
    return manifest


def _some(rows: Iterator[Row], counts: Counter[str]) -> Iterator[Row]:
    """The rows; none at all is an error, so that a wrong file does not take the place of an earlier import."""
    yield from rows
    if not counts["imported"]:
        rejected = [reason for reason, _ in counts.most_common() if reason.startswith("rejected: ")]
        raise UsageError(
            f"nothing imported: {counts['lines']:,} lines read; {'; '.join(rejected[:3]) or 'none wanted'}"
        )


def _columns(path: Path) -> int:
    with path.open("rb") as file:
        return file.readline().count(b"\t") + 1


def _lines(path: Path) -> Iterator[bytes]:
    """Lines end at a line feed and nowhere else; a carriage return before it goes too."""
    with path.open("rb") as file:
        for line in file:
            yield line.rstrip(b"\n").removesuffix(b"\r")


def _dump_rows(
    path: Path,
    wanted: tuple[Collection[str], Collection[str]],
    counts: Counter[str],
    progress: Callable[[str], None],
) -> Iterator[Row]:
    countries, features = wanted
    for number, line in enumerate(_lines(path), start=1):
        counts["lines"] += 1
        if number % _EVERY == 0:
            progress(f"{path.name}: {number:,} lines")
        cells = line.split(b"\t")
        if len(cells) != _DUMP_COLUMNS:
            counts[f"rejected: {len(cells)} columns instead of {_DUMP_COLUMNS}"] += 1
            continue
        if countries and cells[8].decode("ascii", "replace") not in countries:
            counts["left out"] += 1
            continue
        if features and not {cells[6].decode("ascii", "replace"), cells[7].decode("ascii", "replace")} & set(features):
            counts["left out"] += 1
            continue
        try:
            row = _dump_row(line.decode("utf-8").split("\t"))
        except ValueError as error:
            reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            counts[f"rejected: {reason}"] += 1
            continue
        counts["imported"] += 1
        yield row


def _dump_row(cells: Sequence[str]) -> Row:
    number, name, plain, alternates, lat, lon, feature_class, code, country = cells[:9]
    if "\0" in name or not name.strip():
        raise ValueError("no name")
    if not (number.isascii() and number.isdigit() and 0 < int(number) < 1 << 31):
        raise ValueError("no GeoNames id")
    population = cells[14]
    if population and not (population.isascii() and population.isdigit()):
        raise ValueError("population is no number")
    admin1, admin2 = cells[10], cells[11]
    at = _point(lat, lon)
    return Row(
        id=f"geonames:{int(number)}",
        name=name,
        kind=kind_of(feature_class, code),
        lat=at[0],
        lon=at[1],
        country=country or None,
        admin1_code=f"{country}.{admin1}" if country and admin1 else None,
        admin2_code=f"{country}.{admin1}.{admin2}" if country and admin1 and admin2 else None,
        population=min(int(population or 0), (1 << 62)),
        capital=code == "PPLC",
        names=tuple(n for n in (plain, *alternates.split(",")) if n and n != name and "\0" not in n),
    )


def _point(lat: str, lon: str) -> tuple[float, float]:
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise ValueError("latitude or longitude is no number") from None
    if not (math.isfinite(point[0]) and math.isfinite(point[1]) and abs(point[0]) <= 90 and abs(point[1]) <= 180):
        raise ValueError("latitude or longitude out of range")
    return point


def _read_alternates(path: Path, kept: set[int], alternates: dict[int, list[str]]) -> None:
    for line in _lines(path):
        cells = line.decode("utf-8", "replace").split("\t")
        if len(cells) != _NAMES_COLUMNS or not cells[1].isdecimal() or cells[2] in _NO_LANGUAGE:
            continue
        number = int(cells[1])
        if number in kept and cells[3] and "\0" not in cells[3]:
            alternates.setdefault(number, []).append(cells[3])


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
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path} is no GeoJSON FeatureCollection ({error})") from error
    for feature in features:
        geometry, properties = feature.get("geometry") or {}, feature.get("properties") or {}
        lon, lat, *_ = geometry.get("coordinates", ("", "")) if geometry.get("type") == "Point" else ("", "")
        yield {**properties, "lat": lat, "lon": lon, "id": properties.get("id") or feature.get("id")}


def _user_row(cells: Mapping[str, Any]) -> Row:
    name = str(cells.get("name") or "").strip()
    if not name:
        raise ValueError("no name")
    kind = str(cells.get("kind") or "city").strip().lower()
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}")
    lat, lon = _point(str(cells.get("lat")), str(cells.get("lon")))
    place_id = str(cells.get("id") or "").strip() or "user:" + re.sub(r"[^\w]+", "-", name).strip("-").lower()
    area = str(cells.get("area_km2") or "").strip()
    return Row(
        id=place_id if ":" in place_id else f"user:{place_id}",
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=str(cells.get("country") or "").strip().upper() or None,
        admin1_code=str(cells.get("admin1") or "").strip() or None,
        population=int(float(cells.get("population") or 0)),
        area_km2=float(area) if area else None,
        rank=1000.0,
        called=tuple(n.strip() for n in str(cells.get("names") or "").split("|") if n.strip()),
    )
