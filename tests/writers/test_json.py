"""JSON reports: everything survives, and other people's reports are read too."""

import json
from dataclasses import replace

import factories
import pytest

from geomap import defaults
from geomap.errors import TextError
from geomap.records import Source


def test_a_report_survives_json_whole():
    report = factories.report()
    written = defaults.WRITERS["json"]().write(report)
    assert defaults.read_report(written.encode()) == report
    assert defaults.from_dict(defaults.to_dict(report)) == report


def test_the_documented_keys_are_there_and_come_first():
    row = defaults.to_dict(factories.report())
    assert list(row)[:4] == ["schema", "geomap", "data", "documents"]
    claim = row["claims"][0]
    assert claim["figure"] == factories.LYON.id and claim["via"] == []
    assert claim["stated"]["low"] == 252.0
    assert row["claims"][1]["stated"]["high"] is None, "no bound is null, not Infinity"
    assert row["journeys"][0]["geometry"]["type"] == "LineString"
    assert row["journeys"][0]["geometry"]["coordinates"][0] == [4.85, 45.75], "longitude first"
    assert row["summary"] == {"consistent": 1, "doubtful": 1, "inconsistent": 0, "unverifiable": 0}


def test_two_sources_of_one_name_stay_two():
    older = replace(factories.GAZETTEER, version="2019")
    places = [factories.LYON, replace(factories.NICE, source=older)]
    report = replace(
        factories.report(),
        mentions=tuple(factories.mention(p.name, p) for p in places),
        verdicts=(),
        journeys=(),
    )
    again = defaults.from_dict(defaults.to_dict(report))
    assert [m.place.source.version for m in again.mentions] == ["2025-01", "2019"]


def test_a_report_with_only_the_documented_keys_is_read():
    row = {
        "schema": "geomap/1",
        "geomap": "9",
        "documents": [{"id": "a", "source": "a.txt", "title": None, "date": "2020-02-02", "outlet": None, "chars": 3}],
        "places": [{"id": "geonames:1", "name": "X", "lat": 1.0, "lon": 2.0, "kind": "city", "source": "Elsewhere"}],
        "claims": [
            {
                "id": "c1", "document": "a", "start": 0, "end": 1, "quote": "q", "kind": "distance",
                "figure": "geonames:1", "ground": None, "via": [], "verdict": "doubtful", "rule": "r", "why": "w",
                "stated": {"value": 3, "unit": "km", "low": 2, "high": None}, "route": None,
            }
        ],
    }  # fmt: skip
    report = defaults.from_dict(row)
    assert report.verdicts[0].claim.figure.place.source == Source(name="Elsewhere")
    assert report.verdicts[0].claim.stated.high == float("inf")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([], "no geomap report"),
        ({"schema": "geomap/7"}, "another version"),
        ({"schema": "geomap/1", "claims": [{"id": "c1"}]}, "claims[0] lacks 'document'"),
        ({"schema": "geomap/1", "places": 3}, "places is not a list"),
        ({"schema": "geomap/1", "mentions": [7]}, "mentions[0] does not fit"),
    ],
)
def test_what_is_no_report_is_told(row, told):
    with pytest.raises(TextError) as error:
        defaults.from_dict(row)
    assert told in str(error.value)


def test_deeply_nested_json_is_refused():
    with pytest.raises(TextError):
        defaults.read_report(b"[" * 100_000)


def test_a_line_for_each_document_is_the_report_of_that_document_alone():
    second = factories.document(id="second", text="Nothing here.")
    report = replace(factories.report(), documents=(factories.document(), second))
    lines = defaults.WRITERS["jsonl"]().write(report).splitlines()
    first, other = map(json.loads, lines)
    assert [d["id"] for d in first["documents"]] == ["story"] and len(first["claims"]) == 2
    assert other["claims"] == other["mentions"] == [] and other["summary"]["consistent"] == 0


def test_toponyms_have_null_where_no_place_is_known():
    report = replace(factories.report(), mentions=(factories.mention("Lyon", None),))
    row = json.loads(defaults.WRITERS["toponyms"]().write(report))
    assert row["toponyms"][0]["lat"] is None and row["toponyms"][0]["geonameid"] is None
    assert row["toponyms"][0]["text"] == "Lyon"
