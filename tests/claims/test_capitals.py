"""Capitals of countries and of their divisions, named and described."""

import csv

import pytest

import geomap
from geomap import catalogue, defaults
from geomap.claims.capitals import capital_of

# Common knowledge, from memory and not from the list that made the table: area, country, capital.
CAPITALS = [
    ("Alberta", "CA", "Edmonton"),
    ("Ontario", "CA", "Toronto"),
    ("New South Wales", "AU", "Sydney"),
    ("Odisha", "IN", "Bhubaneswar"),
    ("Bavaria", "DE", "Munich"),
    ("Texas", "US", "Austin"),
    ("California", "US", "Sacramento"),
    ("Sichuan", "CN", "Chengdu"),
    ("Bahia", "BR", "Salvador"),
    ("Jalisco", "MX", "Guadalajara"),
    ("North Darfur", "SD", "El Fasher"),
    ("Sabah", "MY", "Kota Kinabalu"),
]


@pytest.mark.parametrize(("area", "country", "capital"), CAPITALS)
def test_the_table_agrees_with_what_is_known(area, country, capital):
    gazetteer = defaults.gazetteer()
    place = next(p for p in gazetteer.find_places(area) if p.country == country and p.kind == "region")
    found = capital_of(place, gazetteer)
    assert found is not None
    assert found.id in {p.id for p in gazetteer.find_places(capital)}


def test_every_row_has_its_places():
    gazetteer = defaults.gazetteer()
    with (catalogue.data_dir() / "region_capitals.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 1500
    assert len({row["area"] for row in rows}) == len(rows)
    for row in rows:
        area, capital = gazetteer.get(row["area"]), gazetteer.get(row["capital"])
        assert area is not None and capital is not None, row
        assert area.country == capital.country, row


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Edmonton is the capital of Alberta.", "consistent"),
        ("Calgary is the capital of Alberta.", "inconsistent"),
        ("They met in Bhubaneswar, the capital of Odisha.", "consistent"),
        ("Newcastle is the capital of New South Wales.", "inconsistent"),
        ("Nairobi is the capital of Kenya.", "consistent"),
        ("Mombasa is the capital of Kenya.", "inconsistent"),
        ("They met in Edmonton, the Alberta capital, on foot.", "consistent"),
        ("They met in Calgary, the Alberta provincial capital, on foot.", "inconsistent"),
        ("They met in the capital of Alberta, Calgary.", "inconsistent"),
        ("Rain fell on Calgary – capital of Alberta.", "inconsistent"),
        ("Rain fell north of the Alberta provincial capital Calgary.", "inconsistent"),
        ("Rain fell in Kenya. Streets in the capital, Nairobi, were dry.", "consistent"),
        ("Rain fell in Kenya. Streets in the capital Mombasa were dry.", "inconsistent"),
        ("Fires burn in Alberta. They fled to Edmonton, the provincial capital, on foot.", "consistent"),
        ("Fires burn in Alberta. They fled to the provincial capital of Calgary on foot.", "inconsistent"),
    ],
)
def test_capitals_are_checked(said, outcome):
    assert [str(v.outcome) for v in geomap.check(said).claims] == [outcome]


@pytest.mark.parametrize(
    ("said", "ground"),
    [
        ("Nuremberg lies 150 km north of the Bavarian capital.", "Munich"),
        ("Tambunan lies 80 km east of the state capital.", "Kota Kinabalu"),
        ("Jasper in Alberta is 365 km west of the provincial capital.", "Edmonton"),
        ("Mombasa is 440 km south-east of the capital.", "Nairobi"),
    ],
)
def test_a_described_capital_is_where_a_distance_starts(said, ground):
    (claim,) = [v.claim for v in geomap.check(said).claims if v.claim.kind == "distance"]
    assert claim.ground is not None and claim.ground.place is not None
    assert claim.ground.place.name == ground


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("The distance from Rome to the Mongolian capital is some 6,900 km.", {"Rome", "Ulan Bator"}),
        ("The train from Moscow to the Chinese capital covers 7,800 km.", {"Moscow", "Beijing"}),
        ("The 480-km railway links the Kenyan capital with Mombasa.", {"Nairobi", "Mombasa"}),
        ("Mombasa is 480 km from the Kenyan capital, Nairobi.", {"Mombasa", "Nairobi"}),
        ("Nairobi, the Kenyan capital, is 480 km from Mombasa.", {"Mombasa", "Nairobi"}),
    ],
)
def test_the_capital_of_a_people_is_an_end_of_a_way(said, ends):
    claims = [v.claim for v in geomap.check(said).claims if v.claim.kind == "distance"]
    assert [{p.place.name for p in (c.figure, c.ground) if p and p.place} for c in claims] == [ends]


def test_money_is_no_capital():
    found = geomap.check("Oslo is 300 km from the market for Swedish capital goods.").claims
    assert not [v for v in found if v.claim.ground and v.claim.ground.text.endswith("capital")]
