"""Territories that several states claim, from data/disputed.csv: where one lies is not for a gazetteer to settle."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from geomap import catalogue
from geomap.records import Place

TABLE = "disputed.csv"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A territory with the ISO codes of those who claim it, and who they are in words."""

    name: str
    claimants: frozenset[str]
    told: str


def dispute_of(inner: Place, outer: Place) -> Dispute | None:
    """The dispute about a place's territory in which the other place's country is one of the claimants."""
    found = _table().get(inner.admin1_code or "") or _table().get(inner.country or "")
    return found if found is not None and outer.country in found.claimants else None


@cache
def _table() -> dict[str, Dispute]:
    path = catalogue.data_dir() / TABLE
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: Dispute(row["name"], frozenset(row["claimants"].split()), row["told"])
            for row in csv.DictReader(file)
        }
