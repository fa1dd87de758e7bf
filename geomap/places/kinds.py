"""The kinds of places, in the order of their codes in the index (append only), and what each counts for."""

from __future__ import annotations

import math

KINDS = (
    "city", "country", "region", "county", "district", "continent", "union", "vague", "ocean", "sea", "gulf",
    "bay", "strait", "canal", "lake", "river", "mountain", "range", "island", "peninsula", "desert", "cape",
    "airport", "spaceport", "station", "bridge", "crossing", "dam", "plant", "base", "building", "university",
    "railway", "border", "port", "park", "forest", "valley", "historic", "road", "plain", "waterfall",
    "glacier", "plateau", "coast", "pole",
)  # fmt: skip
KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}

# How much a name means a place of this kind beside a town of the same population, when nothing else is known.
_WEIGHTS = {
    "country": 200.0,
    "continent": 1000.0,
    "union": 1.0,
    "vague": 1.0,
    "region": 0.2,
    "county": 0.05,
    "historic": 0.05,
}
_CAPITAL_WEIGHT = 3.0
# What stands in for a population where there is none: the size of town that is as well known.
_STAND_INS = {
    "ocean": 50_000_000, "sea": 5_000_000, "union": 5_000_000, "vague": 2_000_000, "gulf": 1_000_000, "strait": 500_000,
    "canal": 300_000, "river": 200_000, "range": 400_000, "desert": 400_000, "peninsula": 300_000, "lake": 150_000,
    "bay": 60_000, "island": 60_000, "mountain": 60_000, "historic": 300_000, "airport": 20_000, "building": 50_000,
    "spaceport": 50_000, "pole": 50_000, "base": 15_000, "university": 15_000, "border": 30_000,
}  # fmt: skip


def prominence(kind: str, population: int, *, capital: bool = False, rank: float = 1.0) -> float:
    """How likely a bare name means this place: its population, weighed by its kind; for ordering only."""
    weight = _WEIGHTS.get(kind, 1.0) * (_CAPITAL_WEIGHT if capital else 1.0)
    return (population * weight if population else _STAND_INS.get(kind, 1000)) * rank


def radius_km(kind: str, population: int, area_km2: float | None) -> float:
    """How far a place reaches from its point: half its width where an area is known, else by population.

    Towns: clamp(0.9 (population / 10,000) ** 0.45, 1, 25) km, which was fitted on distances stated in print.
    """
    if area_km2:
        return math.sqrt(area_km2 / math.pi)
    if kind in ("city", "district") and population:
        return min(25.0, max(1.0, 0.9 * math.pow(population / 10_000, 0.45)))
    return _RADII_KM.get(kind, 1.0)


# For what has no area in the tables: a coarse size of the kind, so that no tolerance is taken from a bare point.
_RADII_KM = {
    "country": 200.0, "region": 80.0, "county": 25.0, "continent": 2500.0, "union": 1000.0, "vague": 500.0,
    "ocean": 3000.0, "sea": 300.0, "gulf": 100.0, "bay": 20.0, "strait": 25.0, "canal": 30.0, "lake": 15.0,
    "river": 50.0, "range": 150.0, "island": 15.0, "peninsula": 80.0, "desert": 150.0, "mountain": 5.0,
    "airport": 2.0, "spaceport": 10.0, "base": 3.0, "railway": 50.0, "border": 50.0, "park": 10.0, "forest": 20.0,
    "valley": 20.0, "historic": 200.0, "plain": 80.0, "plateau": 100.0, "coast": 80.0, "glacier": 5.0,
    "road": 50.0, "port": 2.0, "cape": 2.0, "dam": 1.0, "bridge": 1.0,
}  # fmt: skip
