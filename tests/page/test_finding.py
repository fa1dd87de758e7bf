"""What a reader sees first: the result in one line, and the cards that need a look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geomap.records import Comparison, Outcome
from geomap.writers.page.cards import Card, claim_cards, comparison_cards
from geomap.writers.page.countries import country_name
from geomap.writers.page.finding import by_urgency, finding
from geomap.writers.page.pins import number, sureness
from geomap.writers.page.timeline import days
from tests.page.stories import sample

CARD = Card("c1", 1, "a", "consistent", "Consistent", "", "Distance", "a quote", [], [], "why", "rule", [])


def cards(*outcomes: str) -> list[Card]:
    return [replace(CARD, id=f"c{n}", n=n, outcome=outcome) for n, outcome in enumerate(outcomes, start=1)]


AGAINST = Comparison(id="x1", kind="distance", claims=(), outcome=Outcome.INCONSISTENT, why="They do not match.")
ALIKE = Comparison(id="x2", kind="distance", claims=(), outcome=Outcome.CONSISTENT, why="They agree.")
WORDS = [
    ([], [], "", "No statement was found that could be checked"),
    (["consistent"], [], "consistent", "The only statement that could be checked matches"),
    (
        ["consistent", "unverifiable", "consistent"],
        [ALIKE],
        "consistent",
        "All 2 statements that could be checked match",
    ),
    (["unverifiable"], [], "unverifiable", "1 statement found, none could be checked"),
    (["consistent", "doubtful"], [], "doubtful", "1 of 2 statements is doubtful"),
    (["doubtful", "inconsistent"], [], "inconsistent", "1 of 2 statements does not match"),
    (["inconsistent", "inconsistent"], [AGAINST], "inconsistent", "2 of 2 statements do not match, 1 contradiction"),
    (["consistent"], [AGAINST, AGAINST], "inconsistent", "2 contradictions"),
]


@pytest.mark.parametrize(("outcomes", "compared", "outcome", "words"), WORDS, ids=[row[3] for row in WORDS])
def test_the_result_in_one_line(outcomes: list[str], compared: list[Comparison], outcome: str, words: str) -> None:
    found = finding(cards(*outcomes), compared)
    assert (found.outcome, found.text) == (outcome, words)


def test_what_does_not_match_comes_first_and_every_card_once() -> None:
    given = cards("consistent", "inconsistent", "unverifiable", "doubtful", "inconsistent")
    groups = by_urgency(given, comparison_cards([ALIKE, AGAINST], given))
    assert [g.outcome for g in groups] == ["inconsistent", "doubtful", "unverifiable", "consistent"]
    assert [[c.n for c in g.claims] for g in groups] == [[2, 5], [4], [3], [1]]
    assert [[c.id for c in g.comparisons] for g in groups] == [["x1"], [], [], []]


def test_a_contradiction_is_shown_where_no_claim_is_wrong_by_itself() -> None:
    given = cards("consistent")
    assert [g.outcome for g in by_urgency(given, comparison_cards([AGAINST], given))] == ["inconsistent", "consistent"]


def test_events_of_one_day_stand_under_one_date_in_order() -> None:
    report = sample()
    pins = number(report)
    found = days(report, pins, claim_cards(report, pins))
    assert [when for when, _, _ in found] == list(dict.fromkeys(when for when, _, _ in found))
    assert [(machine, [e.claim for e in events]) for _, machine, events in found] == [
        ("2024-02-05T08:00", ["c1"]),
        ("2024-02-05", [""]),
    ]


@pytest.mark.parametrize(("code", "name"), [("FO", "Faroe Islands"), ("NA", "Namibia"), ("??", "??"), (None, "")])
def test_countries_by_their_code(code: str | None, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(("score", "words"), [(0.41, "41 %"), (0.999, "99 %"), (0.0, "0 %")])
def test_nothing_is_quite_sure(score: float, words: str) -> None:
    assert sureness(score) == words
