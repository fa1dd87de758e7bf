"""Names of countries, which records know by their code."""

from __future__ import annotations

import csv
import io
from functools import cache

from geomap import catalogue


@cache
def _names() -> dict[str, str]:
    with (catalogue.place_tables() / "countries.tsv").open("rb") as file:
        rows = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline=""), delimiter="\t")
        return {row["country"]: row["name"] for row in rows}


def country_name(code: str | None) -> str:
    """The name of a country by its ISO code; the code itself where it is not known, nothing for none."""
    return _names().get(code, code) if code else ""
