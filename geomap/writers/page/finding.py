"""What a reader should see first: the result in one line, and the cards in the order in which they need a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.records import Comparison, Outcome
from geomap.writers.page import wording
from geomap.writers.page.cards import Card, ComparisonCard


@dataclass(frozen=True, slots=True)
class Finding:
    """The result in words; `outcome` gives its colour and icon, and is empty where nothing was found to check."""

    outcome: str
    text: str


def finding(cards: Sequence[Card], comparisons: Sequence[Comparison]) -> Finding:
    """The worst that was found, in one line."""
    total = len(cards)
    bad, unsure, good = (
        sum(card.outcome == outcome.value for card in cards)
        for outcome in (Outcome.INCONSISTENT, Outcome.DOUBTFUL, Outcome.CONSISTENT)
    )
    against = sum(comparison.outcome == Outcome.INCONSISTENT for comparison in comparisons)
    parts = [f"{bad:,} of {_counted(total, 'statement')} {'does' if bad == 1 else 'do'} not match"] if bad else []
    parts += [_counted(against, "contradiction")] if against else []
    if parts:
        return Finding("inconsistent", ", ".join(parts))
    if unsure:
        are = "is" if unsure == 1 else "are"
        return Finding("doubtful", f"{unsure:,} of {_counted(total, 'statement')} {are} doubtful")
    if good:
        one = "The only statement that could be checked matches"
        return Finding("consistent", one if good == 1 else f"All {good:,} statements that could be checked match")
    if total:
        return Finding("unverifiable", f"{_counted(total, 'statement')} found, none could be checked")
    return Finding("", "No statement was found that could be checked")


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Group:
    """Cards of one outcome, in the order of the texts; of the comparisons only those that do not match."""

    outcome: str
    claims: list[Card]
    comparisons: list[ComparisonCard]


def by_urgency(cards: Sequence[Card], comparisons: Sequence[ComparisonCard]) -> list[Group]:
    """The cards by outcome, those first that a reader should look at."""
    groups = []
    for outcome in wording.URGENCY:
        claims = [card for card in cards if card.outcome == outcome]
        against = [c for c in comparisons if c.outcome == outcome == Outcome.INCONSISTENT]
        if claims or against:
            groups.append(Group(outcome.value, claims, against))
    return groups
