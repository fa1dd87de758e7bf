"""Which town is the capital of a country, a state or a province."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from geomap import catalogue
from geomap.divisions import region_key
from geomap.interfaces import Gazetteer
from geomap.records import Place

TABLE = "region_capitals.csv"


def capital_of(area: Place, gazetteer: Gazetteer) -> Place | None:
    """The capital of a country or of one of its divisions; None where no table tells it."""
    if area.kind == "country":
        return gazetteer.capital_of(area.country) if area.country else None
    capital_id = _table()[0].get(area.id)
    return gazetteer.get(capital_id) if capital_id is not None else None


def capital_of_region_around(place: Place, gazetteer: Gazetteer) -> Place | None:
    """The capital of the first-level region that a place lies in: "the state capital"."""
    capital_id = _table()[1].get(region_key(place) or "")
    return gazetteer.get(capital_id) if capital_id is not None else None


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Ids of capitals by the id of their area and by the code of their first-level region."""
    path = catalogue.data_dir() / TABLE
    if not path.is_file():
        return {}, {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["area"]: row["capital"] for row in rows}, {row["code"]: row["capital"] for row in rows if row["code"]}
