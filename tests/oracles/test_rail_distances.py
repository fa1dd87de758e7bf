"""Published distances by rail, from other sources than the atlas, against its ways."""

import csv
from pathlib import Path

import pytest

from geomap import catalogue
from geomap.networks.rail import RailAtlas
from geomap.records import Place

TABLE = Path(__file__).parent / "rail_distances.csv"
# Published lengths that are not those of the usual way, with the reason: one of the other ways is as long.
OTHER_WAYS = Path(__file__).parent / "rail_other_ways.csv"
WITHIN, WITHIN_OTHER, WAYS = 0.02, 0.03, 6


def rows(table=TABLE):
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def network():
    return RailAtlas(catalogue.data_dir())


def station(network, name, country):
    found = [s for s in network.atlas.stations if (s.name, s.country) == (name, country)]
    assert found, f"no station {name} ({country})"
    return Place(id=found[0].place, name=name, at=found[0].at, kind="station")


@pytest.mark.parametrize("row", rows(), ids=lambda r: f"{r['from']}-{r['to']}")
def test_published_km(network, row):
    stops = [station(network, row["from"], row["from_country"]), station(network, row["to"], row["to_country"])]
    published = float(row["km"])
    assert network.route(stops).length_km == pytest.approx(published, rel=WITHIN, abs=1.0)


@pytest.mark.parametrize("row", rows(OTHER_WAYS), ids=lambda r: f"{r['from']}-{r['to']}")
def test_published_km_of_another_way(network, row):
    ends = [station(network, row["from"], row["from_country"]), station(network, row["to"], row["to_country"])]
    published = float(row["km"])
    lengths = [way.length_km for way in network.alternatives(*ends, limit=WAYS)]
    assert lengths[0] != pytest.approx(published, rel=WITHIN), "the usual way after all: move the row"
    assert min(abs(km / published - 1) for km in lengths[1:]) <= WITHIN_OTHER
    assert row["reason"]


def test_every_row_has_a_source():
    assert all(row["source"] for row in rows())
