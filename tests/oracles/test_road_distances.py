"""Estimates of ways by road against published lengths; `road_distances.csv` names the source of each."""

import csv
from pathlib import Path
from statistics import median

import pytest

from geomap import catalogue
from geomap.networks.estimates import estimate_route
from geomap.networks.ground import TABLE, Ground
from geomap.networks.overland import Overland
from geomap.records import LatLon, Place

with (Path(__file__).parent / "road_distances.csv").open(encoding="utf-8", newline="") as file:
    ROADS = list(csv.DictReader(file))
# The least way over land may pass where no road does, but never over more than this share too much.
CLOSE = 0.4


@pytest.fixture(scope="module")
def overland():
    return Overland(Ground(catalogue.data_dir()), catalogue.source_of(TABLE))


def end(row, which):
    at = LatLon(float(row[f"{which}_lat"]), float(row[f"{which}_lon"]))
    return Place(id=f"test:{row[which]}", name=row[which], at=at, kind="city")


def estimate(row, overland):
    return estimate_route(end(row, "start"), end(row, "end"), mode="road", overland=overland)


@pytest.mark.parametrize("row", ROADS, ids=lambda row: f"{row['start']}-{row['end']}")
def test_a_road_is_within_the_range_of_its_estimate(row, overland):
    assert estimate(row, overland).low_km * 0.95 <= float(row["km"]) <= estimate(row, overland).high_km


def test_estimates_are_nearer_the_roads_than_a_circuity_of_the_straight_line(overland):
    def off(km, row):
        return abs(km / float(row["km"]) - 1)

    with_land = [off(estimate(row, overland).length_km, row) for row in ROADS]
    without = [off(estimate(row, None).length_km, row) for row in ROADS]
    assert median(with_land) < 0.16
    assert median(with_land) < 0.75 * median(without)


@pytest.mark.parametrize(
    ("start", "end_", "winds"),
    [
        ("Everett", "Port Townsend", "around water"),
        ("Buenos Aires", "Montevideo", "around water"),
        ("Manama", "Doha", "with 32 km over water"),
        ("Chamonix", "Zermatt", "through mountains"),
        ("Warsaw", "Łódź", ""),
        ("Dallas", "Fort Worth", ""),
    ],
)
def test_an_estimate_says_why_it_is_long(start, end_, winds, overland):
    row = next(r for r in ROADS if (r["start"], r["end"]) == (start, end_))
    assert estimate(row, overland).winds == winds
