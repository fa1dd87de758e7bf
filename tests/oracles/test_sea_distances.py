"""Published distances between ports against the shipping lanes."""

import csv
from pathlib import Path

import pytest

from geomap import defaults

TABLE = Path(__file__).parent / "sea_distances.csv"
WITHIN = 0.05
KM = 1.852


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def places(row):
    names = filter(None, (row["start"], row["via"], row["end"]))
    return [defaults.gazetteer().find_places(name)[0] for name in names]


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r['start']}-{r['via']}-{r['end']}")
def test_published_nautical_miles(row):
    route = defaults.network().route(places(row), mode="sea")
    assert route.length_km == pytest.approx(float(row["nautical_miles"]) * KM, rel=WITHIN)


def test_every_row_has_a_source():
    assert all(row["source"] for row in rows())
