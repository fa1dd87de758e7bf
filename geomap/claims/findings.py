"""What a check found, and lengths and amounts in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.claims.rereading import ROUND_TRIP
from geomap.quantities import convert
from geomap.records import Claim, Outcome, Quantity, Route

_ADJECTIVE = re.compile(
    r"(?P<number>[\w,.-]{1,40})-(?P<unit>kilomet(?:er|re)|met(?:er|re)|mile|yard|league|minute|hour|day|week)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check of a length found: rule, outcome, a sentence's end, and the numbers behind it."""

    rule: str
    outcome: Outcome
    why: str
    measured: Mapping[str, float] = field(default_factory=dict)
    route: Route | None = None


def show_km(km: float, unit: str = "km") -> str:
    """A length as a reader wants it: "1,011 km", with the miles beside it where the text counts in miles."""
    rounded = f"{km:,.0f} km" if km >= 20 else f"{km:.1f} km"
    name = {"mi": "miles", "nmi": "nautical miles"}.get(unit)
    return f"{rounded} ({convert(km, 'km', unit):,.0f} {name})" if name else rounded


def show(quantity: Quantity) -> str:
    """The amount as the text has it, without line breaks; with its unit where that stands with another figure."""
    words = _unhyphenated(" ".join(quantity.text.split()))
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words  # "An hour north of" opens a sentence
    return f"{words} {quantity.unit}" if words[-1:].isdigit() else words


def _unhyphenated(words: str) -> str:
    """An amount that stands as an adjective, put as one that stands alone: "a two-hour drive", two hours."""
    match = _ADJECTIVE.fullmatch(words)
    if match is None:
        return words
    one = match["number"].lower() in {"one", "1"}
    return f"{match['number']} {match['unit']}{'' if one else 's'}"


def listed(names: Sequence[str]) -> str:
    """Names as a list that a reader wants: "A, B and C"."""
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), *names[-1:]])


def words_of(claim: Claim) -> str:
    """The length that is checked, in the text's words."""
    assert claim.stated is not None
    return f"half of the round trip of {show(claim.stated)}" if ROUND_TRIP in claim.notes else show(claim.stated)


def no_place(names: str, why: str) -> str:
    """What to say of words for which no place is known: why, where that is more than just this, and what would help."""
    why = "" if why.startswith("No place called") else why.rstrip(".")
    how = "" if "--resolve" in why else "; --resolve NAME=ID sets it"
    return f"no place is known for {names}" + (f" ({why})" if why else "") + how
