"""What a check found, and lengths and amounts in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geomap.claims.rereading import ROUND_TRIP
from geomap.quantities import convert
from geomap.records import Claim, Outcome, Quantity, Route


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
    words = " ".join(quantity.text.split())
    return f"{words} {quantity.unit}" if words[-1:].isdigit() else words


def words_of(claim: Claim) -> str:
    """The length that is checked, in the text's words."""
    assert claim.stated is not None
    return f"half of the round trip of {show(claim.stated)}" if ROUND_TRIP in claim.notes else show(claim.stated)
