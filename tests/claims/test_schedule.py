"""Statements of who was where and when."""

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.schedule import ScheduleChecker

CHECKER = ScheduleChecker(MarkedGazetteer(), None)


def judged(text: str, written: str | None = "2021-06-10"):
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text, written=written))]


CASES = [
    ("Anna Berg left {Oslo} on Sunday and arrived in {Stockholm} on Monday.", "consistent", "schedule.feasible"),
    (
        "Anna Berg, who left {Oslo} on Sunday, reached {Stockholm} on Tuesday morning.",
        "consistent",
        "schedule.feasible",
    ),
    (
        "The ferry left {Bergen} at 9 a.m. on Monday and docked in {Sydney} at 6 p.m. on Monday.",
        "inconsistent",
        "schedule.feasible",
    ),
    (
        "They walked: they left {Oslo} at 8 a.m. on Monday on foot and reached {Halden} at 9 a.m. on Monday.",
        "inconsistent",
        "schedule.feasible",
    ),
    ("Anna Berg left {Oslo} on Tuesday and arrived in {Stockholm} on Monday.", "inconsistent", "schedule.order"),
    ("Anna Berg arrived in {Oslo} in the early hours of Tuesday.", "consistent", "schedule.placed"),
    ("The train pulled into {Narvik} on Tuesday morning.", "consistent", "schedule.placed"),
    ("The delegation landed at {Oslo}.", "consistent", "schedule.placed"),
    ("Anna Berg was greeted with flowers at {Oslo}.", "consistent", "schedule.placed"),
    ("The talks were held in {Helsinki} in April 2019.", "consistent", "schedule.placed"),
    ("{Helsinki} was the city where the talks were held in April 2019.", "consistent", "schedule.placed"),
    ("The two might meet in {Helsinki}.", "unverifiable", "schedule.planned"),
    ("Anna Berg is due to meet the king in {Stockholm} on Friday.", "unverifiable", "schedule.planned"),
    ("Russia's invasion of {Ukraine} in February 2022 was condemned.", "consistent", "schedule.known-event"),
    ("Russia's invasion of {Ukraine} in May 2021 was condemned.", "inconsistent", "schedule.known-event"),
]


@pytest.mark.parametrize(("text", "outcome", "rule"), CASES, ids=[c[0] for c in CASES])
def test_schedules(text, outcome, rule):
    [verdict] = judged(text, written="2021-06-10" if "2022" not in text else "2023-01-01")
    assert (str(verdict.outcome), verdict.rule) == (outcome, rule)


def stops(text: str) -> list[tuple[str, str, str | None]]:
    [claim] = CHECKER.find_claims(read(text))
    people = [p for p in (claim.ground, *claim.via, claim.figure) if p]
    return [(p.role, p.text, p.time.text if p.time else None) for p in people]


def test_each_stop_keeps_its_own_time():
    assert stops("On Sunday, Anna Berg set off from {Oslo} and reached {Narvik} on Tuesday morning.") == [
        ("from", "Oslo", "Sunday"),
        ("to", "Narvik", "Tuesday morning"),
    ]
    assert stops("Anna Berg left {Oslo} on Sunday, and on Tuesday morning she reached {Narvik}.") == [
        ("from", "Oslo", "Sunday"),
        ("to", "Narvik", "Tuesday morning"),
    ]


def test_a_capital_that_is_only_described_is_found():
    [claim] = CHECKER.find_claims(read("Anna Berg left {Norway}'s capital on Sunday."))
    assert claim.ground.text == "Norway's capital"
    assert claim.ground.place.name == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "The agency in {Oslo} reported on Tuesday that prices rose.",
        "The minister said on Tuesday that {Norway} would pay.",
        "A video shared Monday was seen by millions in {Norway}.",
        "Arms exports from {Norway} to {Ukraine} rose in May.",
        "File photo: Anna Berg leaves {Oslo} on Sunday.",
        "Share prices in {Oslo} came back on Tuesday.",
        "He holds the highest rank in {Norway}.",
    ],
)
def test_reports_goods_and_offices_are_no_schedule(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She left her job at {Oslo} on Thursday.",
        "He passed away on Monday in {Bergen}.",
        "The talks held in {Norway} have failed, says a report distributed on Wednesday.",
    ],
)
def test_leaving_a_job_or_this_life_is_no_journey(text):
    assert judged(text) == []
