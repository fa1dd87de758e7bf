"""The longest and the shortest length that can be meant of two places, by how far they lie apart."""

from __future__ import annotations

from dataclasses import replace

from geomap import tolerances
from geomap.claims.geometry import Gap
from geomap.claims.rereading import one_way
from geomap.quantities.intervals import ROUNDING_FLOOR
from geomap.records import Claim


def far_km(gap: Gap) -> float:
    """The longest length that a usual way makes of a gap: near places are told straighter than far ones."""
    near, far = tolerances.FAR_RATIO_NEAR.value, tolerances.FAR_RATIO.value
    start, end = tolerances.FAR_RATIO_FROM.value, 2 * tolerances.FAR_RATIO_FROM.value
    share = min(1.0, max(0.0, (gap.usual_km - start) / (end - start)))
    return (near + share * (far - near)) * gap.usual_km + tolerances.FAR_SHARE.value * gap.reach_km


def short_km(gap: Gap) -> float:
    """The least length that can be meant of a gap: from edge to edge, and for far places hardly less than the line."""
    slack = tolerances.EDGE_SHARE.value * gap.reach_km
    far = gap.usual_km >= tolerances.SHORT_FROM.value
    return (tolerances.SHORT_RATIO_FAR if far else tolerances.SHORT_RATIO).value * (gap.usual_km - slack)


def is_rather_short(claim: Claim, gap: Gap) -> bool:
    """Whether a figure for places that lie well apart is less than the straight line by more than edges explain.

    Hedges do not count: who writes "about" is no further off than others. A range and a lower bound speak for all that
    they leave open.
    """
    stated = claim.stated
    if stated is None or gap.usual_km < tolerances.SHORT_DOUBT_FROM.value or stated.hedge in tolerances.MORE_THAN:
        return False
    low, value, high = one_way(claim)
    firm = min(high, value * (1 + ROUNDING_FLOOR.value)) if low <= value < high else high
    return with_pair(claim, low, firm)[1] < tolerances.SHORT_DOUBT.value * gap.usual_km


def with_pair(claim: Claim, low: float, high: float) -> tuple[float, float]:
    """The range with what the figure in the other unit leaves open too: "four miles (six km)" may be 6 km."""
    stated = claim.stated
    pair = stated.pair if stated is not None else None
    if stated is None or pair is None:
        return low, high
    twin = one_way(replace(claim, stated=pair))[1]
    value = one_way(claim)[1]
    if not value or abs(twin / value - 1) > tolerances.CONVERSION_FAR.value:
        return low, high  # one of the two is wrong, and is told so
    margin = ROUNDING_FLOOR.value
    return min(low, twin * (1 - margin)), max(high, twin * (1 + margin))
