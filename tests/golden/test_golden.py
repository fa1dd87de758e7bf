"""Whole stories against what a careful reader takes from them; README.md says how to add one."""

import json
from functools import cache
from pathlib import Path

import pytest

import geomap
from geomap.geodesy import distance_km
from geomap.records import LatLon, MentionKind

HERE = Path(__file__).resolve().parent
STORIES = sorted(path.stem for path in HERE.glob("*.txt"))
NEAR_KM = 30.0


@cache
def report_of(name):
    return geomap.check(HERE / f"{name}.txt")


@cache
def gold_of(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def cases(field):
    return [pytest.param(name, key, id=f"{name}-{key}") for name in STORIES for key in gold_of(name).get(field, ())]


@pytest.mark.parametrize(("name", "text"), cases("places"))
def test_places(name, text):
    expected = gold_of(name)["places"][text]
    pins = [m for m in report_of(name).mentions if m.mention.text == text and m.mention.kind is MentionKind.PLACE]
    if expected is None:
        assert not pins
        return
    assert pins, f"{text} is not found"
    for pin in pins:
        assert pin.place is not None, f"{text}: {pin.why}"
        if isinstance(expected, str):
            assert pin.place.id == expected
        else:
            assert pin.place.at is not None
            assert distance_km(pin.place.at, LatLon(*expected)) <= NEAR_KM, pin.place


def claim_cases():
    return [
        pytest.param(name, claim, id=f"{name}-{claim['has']}") for name in STORIES for claim in gold_of(name)["claims"]
    ]


@pytest.mark.parametrize(("name", "expected"), claim_cases())
def test_claims(name, expected):
    found = [
        v for v in report_of(name).verdicts if v.claim.kind == expected["kind"] and expected["has"] in v.claim.quote
    ]
    assert found, [(v.claim.kind, v.claim.quote) for v in report_of(name).verdicts]
    assert expected["verdict"] in {v.outcome for v in found}, [(v.outcome, v.why) for v in found]


@pytest.mark.parametrize("name", [name for name in STORIES if gold_of(name).get("only_inconsistent")])
def test_nothing_true_is_called_inconsistent(name):
    wrong = [claim["has"] for claim in gold_of(name)["claims"] if claim["verdict"] == "inconsistent"]
    for verdict in report_of(name).verdicts:
        if verdict.outcome == "inconsistent" and verdict.claim.kind != "arithmetic":
            assert any(has in verdict.claim.quote for has in wrong), (verdict.claim.quote, verdict.why)


@pytest.mark.parametrize("name", [name for name in STORIES if gold_of(name).get("no_claims_of")])
def test_stories_without_claims_have_none(name):
    kinds = set(gold_of(name)["no_claims_of"])
    assert [(v.claim.kind, v.claim.quote) for v in report_of(name).verdicts if v.claim.kind in kinds] == []


@pytest.mark.parametrize("name", [name for name in STORIES if gold_of(name).get("journeys")])
def test_journeys(name):
    told = [
        [f"{s.role} {s.place.name}" for s in journey.stops if s.role != "passed"]
        for journey in report_of(name).journeys
    ]
    assert [stops for stops in gold_of(name)["journeys"] if stops not in told] == [], told


@pytest.mark.parametrize("name", STORIES)
def test_offsets_slice_back_to_the_text(name):
    report = report_of(name)
    text = report.documents[0].text
    for mention in report.mentions:
        assert text[mention.start : mention.end] == mention.mention.text
    for verdict in report.verdicts:
        claim = verdict.claim
        assert text[claim.start : claim.end] == claim.quote
        if claim.stated:
            assert text[claim.stated.start : claim.stated.end] == claim.stated.text
