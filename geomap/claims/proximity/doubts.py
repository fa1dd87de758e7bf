"""What keeps a statement of nearness open: a place that may be another of its name, a road of one known point."""

from __future__ import annotations

from geomap import tolerances
from geomap.records import Claim, Place


def obscure(claim: Claim) -> Place | None:
    """The one of two places that is so little known that one of its name, which is not, may be meant."""
    for participant in (claim.figure, claim.ground):
        place = participant.place if participant is not None else None
        if participant is None or place is None or "," in participant.text or place.kind not in ("city", "district"):
            continue
        if place.population < tolerances.LITTLE_KNOWN.value:
            return place
    return None


def of_one_point(a: Place, b: Place, km: float, lines: frozenset[str]) -> str:
    """What keeps a distance open that was measured to one point of something long or wide."""
    end, wide = (b, a) if a.kind in lines and b.kind not in lines else (a, b)
    return f"{end.name} lies {km:,.0f} km from the one known point of {wide.name}, whose course is not known"
