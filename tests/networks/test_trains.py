"""Named trains: their stations are in the atlas, and their ways are as long as published."""

import csv

import pytest

from geomap import catalogue
from geomap.errors import DataError
from geomap.networks.rail import RailAtlas
from geomap.networks.trains import COLUMNS, TRAINS, Timetable, read_trains
from geomap.records import Place

WITHIN = 0.03
ALL = read_trains(catalogue.data_dir())


@pytest.fixture(scope="module")
def network():
    return RailAtlas(catalogue.data_dir())


def place(network, name, country):
    station = next(s for s in network.atlas.stations if (s.name, s.country) == (name, country))
    return Place(id=station.place, name=name, at=station.at, kind="station", country=country)


@pytest.mark.parametrize("train", ALL, ids=lambda t: t.name)
def test_the_way_of_a_train_is_as_long_as_published(network, train):
    known = {(s.name, s.country) for s in network.atlas.stations}
    assert [call for call in train.stations if call not in known] == []
    ends = [place(network, *train.stations[n]) for n in (0, -1)]
    route = network.route(ends)
    assert route.length_km == pytest.approx(train.km, rel=WITHIN)
    assert route.why.endswith(f"taken as the {train.name} runs")
    called = [name for name, _, _ in route.stations]
    assert [name for name, _ in train.stations if name not in called] == []
    assert network.route(ends[::-1]).length_km == pytest.approx(route.length_km, abs=0.2)
    assert network.alternatives(*ends)[0].length_km == route.length_km
    assert network.route(ends, by="km").length_km <= route.length_km
    assert train.mode in ("rail", "highspeed")
    assert train.source


def test_a_train_is_told_only_between_its_ends(network):
    quetta, lahore = place(network, "Quetta", "PK"), place(network, "Lahore", "PK")
    assert "runs" not in network.route([quetta, lahore]).why


def test_a_train_of_the_old_kind_keeps_off_fast_lines(network):
    route = network.route([place(network, "Guangzhou", "CN"), place(network, "Lhasa", "CN")])
    assert not any("high-speed" in leg.line for leg in route.legs)


def table(folder, *rows):
    with (folder / TRAINS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return folder


def test_countries_of_stations_hold_until_the_next(tmp_path):
    row = ["K27", "CN", "Beijing; Dandong; KP: Sinuiju; Pyongyang", "rail", "1364", "a timetable"]
    (train,) = read_trains(table(tmp_path, COLUMNS, row))
    assert train.stations == (("Beijing", "CN"), ("Dandong", "CN"), ("Sinuiju", "KP"), ("Pyongyang", "KP"))


@pytest.mark.parametrize("row", [["K27", "CN", "Beijing"], ["K27", "CN", "Beijing", "rail", "far", "a timetable"]])
def test_a_damaged_row_is_named(tmp_path, row):
    with pytest.raises(DataError, match="K27"):
        read_trains(table(tmp_path, COLUMNS, row))


def test_other_columns_are_refused_and_no_table_is_no_trains(tmp_path):
    assert read_trains(tmp_path) == []
    with pytest.raises(DataError, match="columns"):
        read_trains(table(tmp_path, ["name"]))


def test_a_train_with_a_station_that_the_atlas_lacks_is_passed_over():
    train = ALL[0]
    numbers = {call: n for n, call in enumerate(train.stations)}
    ends = (0, len(numbers) - 1)
    assert Timetable([train], numbers).name(ends) == train.name
    del numbers[train.stations[1]]
    assert Timetable([train], numbers).name(ends) == ""
