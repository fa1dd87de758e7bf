"""`geomap lookup` and `geomap data` over the real index."""

import json
import sys

import pytest

from geomap import catalogue
from geomap.cli import app, status, terminal


@pytest.fixture
def run(monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("GEOMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GEOMAP_CONFIG", "")
    terminal.set_level()

    def run(*arguments):
        code = status.run(app, list(arguments))
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return run


def test_lookup_lists_places_with_point_id_and_source(run):
    code, out, err = run("lookup", "Reykjavik")
    rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0 and err == ""
    assert rows[0][:3] == ["name", "kind", "country"] and rows[1][2] == "IS" and rows[1][7].startswith("geonames:")


def test_lookup_says_what_reads_other_scripts(run, monkeypatch):
    assert "Ardabil" in run("lookup", "Ардебиль")[1]
    monkeypatch.setitem(sys.modules, "anyascii", None)
    code, out, err = run("lookup", "Ардебиль")
    assert code == 2 and out == "" and "pip install 'geomap[scripts]'" in err and err.count("\n") == 1


def test_lookup_in_other_formats(run):
    places = json.loads(run("lookup", "Paris", "-f", "json", "-n", "3")[1])
    assert len(places) == 3 and places[0]["country"] == "FR" and places[0]["source"]
    assert run("lookup", "Paris", "-f", "csv")[1].startswith("id,name,lat,lon")


def test_lookup_narrows_by_country_and_point(run):
    assert all(p["country"] == "US" for p in json.loads(run("lookup", "Paris", "--country", "us", "-f", "json")[1]))
    nearest = json.loads(run("lookup", "Paris", "--near", "33.7,-95.5", "-f", "json")[1])[0]
    assert nearest["admin1"] == "Texas"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Reykjavikk"], "Reykjav"),
        (["Reykjavik", "--country", "FR"], "there are some in IS"),
        (["Paris", "--near", "91,0"], "LAT,LON"),
        (["Paris", "--near", "here"], "LAT,LON"),
        (["Paris", "-n", "many"], "-n"),
    ],
)
def test_what_is_not_found_is_told_with_the_next_step(run, arguments, told):
    code, out, err = run("lookup", *arguments)
    assert code == 2 and out == "" and told in err


@pytest.mark.parametrize("limit", ["-3", "0", "many"])
def test_a_limit_that_is_no_count_is_one_line(run, limit):
    code, out, err = run("lookup", "Paris", "-n", limit)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "'-n'" in err


def test_a_name_that_is_only_heard_is_told_as_such(run):
    code, out, err = run("lookup", "Ардебиль", "-f", "json")
    assert code == 0 and json.loads(out)[0]["country"] == "IR"
    assert err.strip() == "geomap: no place is written 'Ардебиль'; these sound like it"
    assert run("lookup", "Грозный")[2] == ""


def test_data_says_what_is_there(run):
    code, out, _ = run("data", "status")
    assert code == 0 and "built-in gazetteer" in out and "MB" in out and "CC-BY" in out
    code, out, _ = run("data", "path")
    assert str(catalogue.index_dir()) in out and "home" in out


def test_clear_removes_the_cache_and_imports_only_when_asked(run, tmp_path):
    (tmp_path / "home" / "cache").mkdir(parents=True)
    (tmp_path / "home" / "networks").mkdir()
    assert run("data", "clear")[0] == 0
    assert not (tmp_path / "home" / "cache").exists() and (tmp_path / "home" / "networks").exists()
    assert run("data", "clear", "--imports")[0] == 0
    assert not (tmp_path / "home" / "networks").exists()


def test_damage_is_status_3_with_the_command_that_mends_it(run, monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue, "index_dir", lambda: tmp_path / "nowhere")
    for command in ("status", "verify"):
        code, _, err = run("data", command)
        assert code == 3 and "geomap data build" in err
