"""Statements about dates, weekdays and spans of time."""

import pytest
from marked import MarkedGazetteer, read, run

from geomap.claims.calendar import CalendarChecker

CHECKER = CalendarChecker(MarkedGazetteer())


def judged(text: str, written: str | None = "2021-06-10"):
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text, written=written))]


CASES = [
    ("March 3, 2020, 2019 (AGENCY)—A dam broke.", "March 3, 2020, 2019", "inconsistent", "calendar.double-year"),
    ("It broke on Tuesday, March 3, 2020.", "Tuesday, March 3, 2020", "consistent", "calendar.weekday"),
    ("It broke on Friday, 3 March 2020.", "Friday, 3 March 2020", "inconsistent", "calendar.weekday"),
    ("It broke on Monday, June 9.", "Monday, June 9", "inconsistent", "calendar.weekday"),
    ("It broke late on Monday afternoon, June 9.", "Monday afternoon, June 9", "inconsistent", "calendar.weekday"),
    ("On March 3, 2020, a Tuesday, it broke.", "March 3, 2020, a Tuesday", "consistent", "calendar.weekday"),
    ("On 3 March 2020, a Friday, it broke.", "3 March 2020, a Friday", "inconsistent", "calendar.weekday"),
    ("It broke on June 9, which was a Monday.", "June 9, which was a Monday", "inconsistent", "calendar.weekday"),
    ("It broke on 9 June (a Wednesday).", "9 June (a Wednesday", "consistent", "calendar.weekday"),
    ("It broke on February 30, 2019.", "February 30, 2019", "inconsistent", "calendar.impossible"),
    ("It broke on 31 April.", "31 April", "inconsistent", "calendar.impossible"),
    ("In 2019, two years ago, it broke.", "2019, two years ago", "consistent", "calendar.ago"),
    ("In 2010, two years ago, it broke.", "2010, two years ago", "inconsistent", "calendar.ago"),
]


@pytest.mark.parametrize(("text", "quote", "outcome", "rule"), CASES, ids=[c[0] for c in CASES])
def test_dates(text, quote, outcome, rule):
    [verdict] = judged(text)
    assert (verdict.claim.quote, str(verdict.outcome), verdict.rule) == (quote, outcome, rule)


# 18 April to 21 May: 33 days, 34 with the first.
SPANS = [
    ("She reached {Oslo} on 21 May, 33 days after leaving {Bergen} on 18 April.", "consistent"),
    ("She reached {Oslo} on 21 May, 34 days after leaving {Bergen}, in {Norway}, on 18 April.", "consistent"),
    ("She reached {Oslo} on 21 May, 35 days after leaving {Bergen} on 18 April.", "doubtful"),
    ("She reached {Oslo} on 21 May, 43 days after leaving {Bergen} on 18 April.", "inconsistent"),
    ("She left {Oslo} on 3 May and reached {Bergen} 12 days later, on 15 May.", "consistent"),
    ("She left {Oslo} on 3 May and reached {Bergen} 12 days later, on 25 May.", "inconsistent"),
    ("A seven-day visit from 3 to 9 May was announced.", "consistent"),
    ("A twenty-day visit from 3 to 9 May was announced.", "inconsistent"),
    ("The six-day ride, which began on 3 May and ended on 9 May, was cold.", "consistent"),
    ("It snowed two weeks after the 3 May start, on 17 May.", "consistent"),
    ("The trip was to end on 15 June, two weeks after the start on 1 June.", "consistent"),
    ("The trip was to end on 15 June, five weeks after the start on 1 June.", "inconsistent"),
    ("It snowed two weeks after the 3 May start, on 30 May.", "inconsistent"),
    ("She set off on 3 November and reached the pole on 9 January after 67 days on skis.", "consistent"),
    ("She set off on 3 November and reached the pole on 9 January after 87 days on skis.", "inconsistent"),
]


@pytest.mark.parametrize(("text", "outcome"), SPANS, ids=[c[0] for c in SPANS])
@pytest.mark.parametrize("written", ["2021-06-10", None])
def test_days_between_two_dates(text, outcome, written):
    [verdict] = judged(text, written=written)
    assert (str(verdict.outcome), verdict.rule) == (outcome, "calendar.span")


@pytest.mark.parametrize(
    "text",
    [
        "She left on 3 May, two days after the storm, and came back on 20 May.",
        "She left on 3 May. It rained for 12 days. She came back on 20 May.",
        "The 40-day fast was told of from 3 May in {Oslo}.",
    ],
)
def test_counts_that_are_not_between_the_dates(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    ("text", "written", "outcome"),
    [
        ("It broke on Saturday, December 30.", "2024-01-03", ["consistent"]),
        ("It broke on Sunday, December 30.", "2024-01-03", ["inconsistent"]),
        ("It broke on Wednesday, December 21.", "2023-12-22", ["inconsistent"]),
        ("It broke on Wednesday, June 21.", "2023-12-22", ["consistent"]),
    ],
)
def test_a_date_is_of_the_year_that_lies_nearest(text, written, outcome):
    assert [str(v.outcome) for v in judged(text, written)] == outcome


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


@pytest.mark.parametrize(
    ("span", "outcome"), [("four years", "consistent"), ("ten years", "unverifiable"), ("two years", "unverifiable")]
)
@pytest.mark.parametrize(
    "words",
    [
        "the first visit to the city by a {{~Norwegian}} queen in {}",
        "the first visit to {{Finland}} in {} by a queen",
    ],
)
def test_the_first_of_a_kind_counts_from_whoever_the_text_dates_before(words, span, outcome):
    [verdict] = first_of(
        f"Anna Berg was in {{Helsinki}} on Monday, {words.format(span)}. Per Holm came to {{Helsinki}} in April 2017."
    )
    assert verdict.outcome == outcome
