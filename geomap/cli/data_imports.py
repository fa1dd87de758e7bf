"""`geomap data import-geonames` and `import-places`: more places, beside those that come with geomap."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from geomap import defaults
from geomap.cli import terminal

GEONAMES_EXAMPLES = terminal.examples(
    "geomap data import-geonames RU.txt", "geomap data import-geonames RU.txt --countries RU --features P,A"
)
PLACES_EXAMPLES = terminal.examples("geomap data import-places mine.csv")


def import_geonames(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", exists=True, dir_okay=False, help="allCountries.txt or RU.txt; alternateNamesV2.txt too."
        ),
    ],
    countries: Annotated[str, typer.Option(metavar="CC,CC", help="Only these countries (ISO codes).")] = "",
    features: Annotated[str, typer.Option(metavar="P,H,…", help="Only these feature classes or codes.")] = "",
) -> None:
    """Import a GeoNames dump; a later import takes the place of an earlier one."""
    with terminal.Bar() as progress:
        manifest = defaults.import_geonames(
            files, countries=_listed(countries), features=_listed(features), progress=progress
        )
    _tell(manifest)


def import_places(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A table (CSV, TSV) or GeoJSON points.")
    ],
) -> None:
    """Import your own places; they come before those that geomap brings.

    Columns: name, lat, lon, and if wanted id, kind, country, admin1, population, area_km2, names (a|b|c). In GeoJSON
    these are the properties of points. A row with the id of a place that geomap has (geonames:2013348) hides it.
    """
    with terminal.Bar() as progress:
        manifest = defaults.import_places(file, progress=progress)
    _tell(manifest)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _tell(manifest: Mapping[str, Any]) -> None:
    counts = manifest["counts"]
    told = f"{counts['imported']:,} of {counts['lines']:,} lines imported: {manifest['names']:,} names"
    if counts["left_out"]:
        told += f", {counts['left_out']:,} left out as asked"
    if more := counts.get("more"):
        told += (
            f"; of {more['lines']:,} lines of other names {more.get('names', 0):,} are names, "
            f"{more.get('no names', 0):,} links and codes, {more.get('rejected', 0):,} rejected"
        )
    terminal.emit(told)
    for reason, count in sorted(counts["rejected"].items(), key=lambda pair: -pair[1])[:10]:
        terminal.warn(f"{count:,} lines rejected: {reason}", quietly=True)
