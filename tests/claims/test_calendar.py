"""Statements about dates, weekdays and spans of time."""

import pytest
from marked import MarkedGazetteer, read, run

from geomap.claims.calendar import CalendarChecker

CHECKER = CalendarChecker(MarkedGazetteer())


def judged(text: str, written: str = "2021-06-10"):
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text, written=written))]


CASES = [
    ("March 3, 2020, 2019 (AGENCY)—A dam broke.", "March 3, 2020, 2019", "inconsistent", "calendar.double-year"),
    ("It broke on Tuesday, March 3, 2020.", "Tuesday, March 3, 2020", "consistent", "calendar.weekday"),
    ("It broke on Friday, 3 March 2020.", "Friday, 3 March 2020", "inconsistent", "calendar.weekday"),
    ("It broke on Monday, June 9.", "Monday, June 9", "inconsistent", "calendar.weekday"),
    ("It broke on February 30, 2019.", "February 30, 2019", "inconsistent", "calendar.impossible"),
    ("It broke on 31 April.", "31 April", "inconsistent", "calendar.impossible"),
    ("In 2019, two years ago, it broke.", "2019, two years ago", "consistent", "calendar.ago"),
    ("In 2010, two years ago, it broke.", "2010, two years ago", "inconsistent", "calendar.ago"),
]


@pytest.mark.parametrize(("text", "quote", "outcome", "rule"), CASES, ids=[c[0] for c in CASES])
def test_dates(text, quote, outcome, rule):
    [verdict] = judged(text)
    assert (verdict.claim.quote, str(verdict.outcome), verdict.rule) == (quote, outcome, rule)


# 24 February 2022 to 4 June 2022: 100 days, 101 with the first.
COUNTS = [
    ("Russia has been invading {Ukraine} for 100 days.", "consistent"),
    ("Russia has been invading {Ukraine} for 101 days.", "consistent"),
    ("The war in {Ukraine} has lasted for 99 days.", "consistent"),
    ("The war in {Ukraine} has lasted for 105 days.", "doubtful"),
    ("The war in {Ukraine} has lasted for 200 days.", "inconsistent"),
    ("On day 101 of the invasion of {Ukraine} it rained.", "consistent"),
    ("The war in {Ukraine} has lasted for more than three months.", "consistent"),
    ("The war in {Ukraine} has lasted for nearly three months.", "inconsistent"),
]


@pytest.mark.parametrize(("text", "outcome"), COUNTS, ids=[c[0] for c in COUNTS])
def test_counts_from_a_dated_event(text, outcome):
    [verdict] = judged(text, written="2022-06-04")
    assert (str(verdict.outcome), verdict.rule) == (outcome, "calendar.count")


@pytest.mark.parametrize(
    "text",
    [
        "The 2022-23 season ended with 2,022 people in {Oslo}.",
        "They walked for 12 days after Russia's invasion of {Ukraine}, and then rested.",
        "The strike in {Oslo} has lasted for 30 days.",
        "May 68 was long ago, and Mark 12 is a verse.",
    ],
)
def test_look_alikes(text):
    assert judged(text, written="2022-06-04") == []


def first_of(*texts: str):
    readings = run(*texts)
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(readings[0])]


EARLIER = "Anna Berg visited {Helsinki} in January 2017."


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Anna Berg arrived in {Helsinki} on Monday. It is her first visit to {Finland} in more than four years.",
            "consistent",
        ),
        (
            "Anna Berg arrived in {Helsinki} on Monday. It is her first visit to {Finland} in nearly four years.",
            "inconsistent",
        ),
        (
            "Anna Berg arrived in {Helsinki} on Monday. In nearly four years she has not been to {Finland}.",
            "inconsistent",
        ),
        ("Anna Berg arrived in {Helsinki} on Monday. It is her first visit to {Finland} in ten years.", "inconsistent"),
    ],
)
def test_the_last_trip_may_be_told_by_another_text(text, outcome):
    [verdict] = first_of(text, EARLIER)
    assert (str(verdict.outcome), verdict.rule) == (outcome, "calendar.first")


def test_without_a_last_trip_the_span_is_left_open():
    [verdict] = first_of("Anna Berg arrived in {Helsinki} on Monday. It is her first visit to {Finland} in four years.")
    assert verdict.outcome == "unverifiable"
