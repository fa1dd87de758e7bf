"""Places that a text does not name outright: unnamed capitals, and descriptions of data/descriptions.csv."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache

from geomap import catalogue
from geomap.claims.findings import no_place
from geomap.claims.motion.events import CAPITAL, DESCRIBED
from geomap.interfaces import Gazetteer
from geomap.records import ClaimKind, Outcome, Participant, Verdict

# Below this score of a place an inconsistency is doubted rather than stated.
SURE_ENOUGH = 0.5
TABLE = "descriptions.csv"


def settle(participant: Participant, gazetteer: Gazetteer) -> Participant:
    """The participant with its place, where it is the capital of a country or a known description."""
    if participant.why == CAPITAL and participant.place and participant.place.country:
        capital = gazetteer.capital_of(participant.place.country)
        if capital is None:
            return participant
        return replace(participant, place=capital, why=f"{capital.name} is the capital of {participant.place.name}")
    if participant.why == DESCRIBED:
        for pattern, name, country in _table():
            if pattern.search(participant.text):
                found = [p for p in gazetteer.find_places(name) if p.country == country]
                if found:
                    return replace(participant, place=found[0], why=f"{participant.text} is {found[0].name}")
    return participant


def spoken(verdict: Verdict) -> Verdict:
    """The verdict with its reason as a sentence of its own; where the places are uncertain, no more than a doubt."""
    if (
        verdict.outcome is Outcome.INCONSISTENT
        and verdict.claim.kind is not ClaimKind.CALENDAR
        and verdict.score < SURE_ENOUGH
    ):
        why = f"{verdict.why}; but which places are meant is uncertain"
        verdict = replace(verdict, outcome=Outcome.DOUBTFUL, why=why.replace("does not match: ", ""))
    return replace(verdict, why=verdict.why[:1].upper() + verdict.why[1:])


def unknown(*people: Participant | None) -> str:
    """What to say of participants without a place: their words, why there is none, and what would help."""
    missing = [p for p in people if p is not None and p.place is None]
    names = ", ".join(f"“{p.text}”" for p in missing) or "the place"
    why = next((p.why.rstrip(".") for p in missing if p.why and p.why not in (CAPITAL, DESCRIBED)), "")
    return no_place(names, why)


@cache
def _table() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    path = catalogue.data_dir() / TABLE
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            (re.compile(row["words"], re.IGNORECASE), row["place"], row["country"]) for row in csv.DictReader(file)
        )
