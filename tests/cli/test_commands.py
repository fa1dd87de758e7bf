"""Commands, their exit status and their one line for each error."""

import json
import stat
from pathlib import Path

import pytest

from geomap import defaults
from geomap.errors import MissingDataError

GOOD, BAD = "From Lyon 90 km to Nice.", "From Lyon 9000 km to Nice."


@pytest.fixture
def stories(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "so.txt").write_text("From Lyon 500 km to Nice.")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.txt"], 0),
        (["so.txt"], 0),
        (["bad.txt"], 1),
        (["good.txt", "so.txt", "bad.txt"], 1),
        (["bad.txt", "--fail-on", "never"], 0),
        (["so.txt", "--fail-on", "doubtful"], 1),
        (["good.txt", "--fail-on", "unverifiable"], 0),
        (["bad.txt", "-f", "jsonl"], 1),
        (["bad.txt", "-f", "json", "-o", "r.json"], 1),
        (["good.txt", "nothing.txt"], 4),
        (["bad.txt", "nothing.txt"], 4),
        (["nothing.txt"], 2),
        (["nothing.txt", "nor.txt"], 2),
        (["good.txt", "-f", "xlsx"], 2),
        (["good.txt", "--colour"], 2),
        (["good.txt", "--date", "12.9.2023"], 2),
        (["good.txt", "--max-bytes", "much"], 2),
        (["good.txt", "--encoding", "utf-99"], 2),
        (["good.txt", "--resolve", "Lyon"], 2),
        (["good.txt", "--resolve", "Lyon=geonames:0"], 2),
        (["good.txt", "-o", "no/such/folder/r.json"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_check_ends_with_the_stated_status(run, stories, arguments, code):
    ended = run("check", *arguments)
    assert ended.status == code, ended.err
    assert "Traceback" not in ended.err
    if code == 2:
        assert ended.out == "" and ended.err.startswith("geomap: ")


def test_no_arguments_show_help_and_a_wrong_command_the_right_one(run):
    assert run().out.startswith("Usage: geomap")
    ended = run("chekc")
    assert ended.status == 2 and "check" in ended.err and ended.out == ""
    assert run("--version").out.startswith("geomap ")


def test_a_format_of_export_is_named_as_such(run, stories):
    ended = run("check", "good.txt", "-f", "gpkg")
    assert ended.status == 2 and "geomap export" in ended.err and "Value error" not in ended.err


def test_piped_input_needs_no_argument(run):
    assert run("check", stdin=BAD.encode()).status == 1
    assert run("check", "-", stdin=GOOD.encode()).status == 0
    ended = run("check")
    assert ended.status == 2 and "nothing to read" in ended.err


def test_a_pipe_gets_tab_separated_text_and_no_notes(run, stories):
    ended = run("check", "good.txt")
    header, row = ended.out.splitlines()
    assert header.split("\t") == ["claim", "document", "kind", "verdict", "quote", "why"]
    assert row.split("\t")[3:5] == ["consistent", "90 km"] and ended.err == ""


def test_json_is_a_report_and_json_lines_are_reports_of_one_document(run, stories):
    report = json.loads(run("check", stories, "-f", "json").out)
    assert report["schema"] == "geomap/1" and len(report["documents"]) == 3
    rows = [json.loads(line) for line in run("check", "good.txt", "bad.txt", "-f", "jsonl").out.splitlines()]
    assert [row["documents"][0]["id"] for row in rows] == ["good", "bad"]
    assert [row["claims"][0]["id"] for row in rows] == ["c1", "c1"]


def test_every_format_of_check_and_places_is_written(run, stories):
    for format_ in ("table", "json", "jsonl", "csv", "geojson", "md"):
        assert run("check", "good.txt", "-f", format_).status == 0, format_
    for format_ in ("table", "json", "jsonl", "csv", "geojson", "kml"):
        ended = run("places", "good.txt", "-f", format_)
        assert ended.status == 0 and "Lyon" in ended.out, format_


def test_places_as_json_lines_have_a_line_for_each_document(run, stories):
    (stories / "d.jsonl").write_text('{"id": "x", "text": "Nice"}\n{"id": "y", "text": "none"}\n')
    rows = [json.loads(line) for line in run("places", "d.jsonl", "-f", "jsonl").out.splitlines()]
    assert [row["id"] for row in rows] == ["x", "y"] and rows[1]["toponyms"] == []
    assert rows[0]["toponyms"][0]["lat"] == pytest.approx(43.703)


def test_bad_lines_are_listed_and_the_others_are_done(run, stories):
    (stories / "d.jsonl").write_text('{"id": "x", "text": "Nice"}\n{\n')
    ended = run("places", "d.jsonl", "-f", "jsonl")
    assert ended.status == 4 and "d.jsonl:2" in ended.err and len(ended.out.splitlines()) == 1


def test_min_score_leaves_out_the_unsure(run, stories):
    assert "Lyon" in run("places", "good.txt", "--min-score", "0.8").out
    assert "Lyon" not in run("places", "good.txt", "--min-score", "0.95").out
    assert run("places", "good.txt", "--min-score", "2").status == 2


def test_a_date_and_a_fixed_place_reach_the_report(run, stories):
    nice = defaults.gazetteer().find_places("Nice")[0].id
    report = json.loads(
        run("check", "good.txt", "-f", "json", "--date", "2020-02-02", "--outlet", "Accra",
            "--resolve", f"Lyon={nice}").out
    )  # fmt: skip
    assert report["documents"][0]["date"] == "2020-02-02" and report["documents"][0]["outlet"] == "Accra"
    assert [m["place"] for m in report["mentions"]] == [nice, nice]


def test_an_empty_text_is_no_error(run, stories):
    (stories / "empty.txt").write_text("")
    assert run("check", "empty.txt").status == 0
    assert json.loads(run("check", "empty.txt", "-f", "json").out)["claims"] == []
    assert run("map", "empty.txt", "-o", "m.html").status == 0
    assert run("places", "empty.txt", "-f", "geojson").status == 0


def test_a_page_is_written_whole_and_replaces_the_old_one(run, stories):
    (stories / "m.html").write_text("old")
    (stories / "m.html").chmod(0o640)
    (stories / ".m.html.999999999.tmp").write_text("left by a killed run")
    assert run("map", "good.txt", "-o", "m.html", "--title", "A <b>").status == 0
    assert "A &lt;b&gt;" in (stories / "m.html").read_text("utf-8")
    assert stat.S_IMODE((stories / "m.html").stat().st_mode) == 0o640
    assert not list(stories.glob(".m.html*"))


def test_a_full_disk_is_told_and_leaves_no_half_file(run, stories):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ended = run("check", "good.txt", "-f", "json", "-o", "/dev/full")
    assert ended.status == 2 and "No space left" in ended.err


def test_missing_data_is_status_3_with_the_command_that_mends_it(run, stories, monkeypatch):
    def missing(**_):
        raise MissingDataError("the gazetteer is not there; make it with: geomap data build")

    monkeypatch.setattr(defaults, "pipeline", missing)
    ended = run("check", "good.txt")
    assert ended.status == 3 and "geomap data build" in ended.err


def test_a_fault_is_status_70_and_only_v_shows_where(run, stories, monkeypatch):
    def broken(**_):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(defaults, "pipeline", broken)
    ended = run("check", "good.txt")
    assert ended.status == 70 and len(ended.err.splitlines()) == 1 and "fault in geomap" in ended.err
    assert "Traceback" in run("-v", "check", "good.txt").err
    assert "Traceback" in run("check", "good.txt", "-v").err


def test_an_interrupt_is_status_130(run, stories, monkeypatch):
    def interrupted(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(defaults, "pipeline", interrupted)
    ended = run("check", "good.txt")
    assert ended.status == 130 and "Traceback" not in ended.err


def test_control_characters_are_shown_as_escapes(run, stories):
    (stories / "evil.txt").write_text("From Lyon\x1b]0;x\x07 \u202e 90 km")
    ended = run("check", "evil.txt", "nothing\x1b[31m.txt")
    assert "\x1b" not in ended.out + ended.err and "\\x1b[31m" in ended.err


def test_assumed_encodings_are_told_unless_q(run, stories):
    (stories / "l.txt").write_bytes("From Lyon to Besançon".encode("cp1252"))
    assert "assumed cp1252" in run("check", "l.txt").err
    assert run("-q", "check", "l.txt").err == ""
    assert run("check", "-q", "l.txt").err == ""


def test_export_turns_a_report_into_another_format(run, stories):
    run("check", "bad.txt", "-f", "json", "-o", "r.json")
    for format_ in ("csv", "geojson", "kml", "md", "html", "svg", "jsonl", "tsv", "annotation", "json"):
        ended = run("export", "r.json", "-f", format_)
        assert ended.status == 0 and ended.out, (format_, ended.err)
    assert run("export", "r.json", "-o", "r.gpkg").status == 0
    assert (stories / "r.gpkg").read_bytes().startswith(b"SQLite format 3")
    assert "choose one of" in run("export", "r.json", "-f", "shp").err
    assert run("export", "r.json").status == 2
    (stories / "no.json").write_text("{}")
    ended = run("export", "no.json", "-f", "csv")
    assert ended.status == 2 and "no geomap report" in ended.err
    ended = run("export", "r.json", "-f", "claimreview")
    assert ended.status == 2 and "--author" in ended.err
    assert run("export", "r.json", "-f", "claimreview", "--author", "A", "--url", "https://a.org/1").status == 0


def test_explain_tells_rules_and_claims(run, stories):
    run("check", "bad.txt", "-f", "json", "-o", "r.json")
    assert "chosen by us" in run("explain", "fake.length").out
    assert "fake.length" in run("explain").out
    ended = run("explain", "r.json#c1")
    assert "9000 km" in ended.out and "chosen by us" in ended.out
    assert "c1" in run("explain", "r.json#c9").err
    assert "did you mean fake.length" in run("explain", "fake.lenght").err


def test_standing_options_come_from_a_file(run, stories, monkeypatch):
    monkeypatch.delenv("GEOMAP_CONFIG")
    (stories / "geomap.toml").write_text('date = 2021-01-01\n[check]\nfail-on = "never"\nformat = "json"\n')
    ended = run("check", "bad.txt")
    assert ended.status == 0 and json.loads(ended.out)["documents"][0]["date"] == "2021-01-01"
    assert run("check", "bad.txt", "--fail-on", "inconsistent").status == 1
    (stories / "geomap.toml").write_text('[check]\nfail-onn = "never"\n')
    ended = run("check", "bad.txt")
    assert ended.status == 2 and "did you mean 'fail-on'" in ended.err
    (stories / "geomap.toml").write_text("[")
    assert run("check", "bad.txt").status == 2
