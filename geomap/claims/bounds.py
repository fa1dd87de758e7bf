"""The longest and the shortest length that can be meant of two places, by how far they lie apart."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.geometry import Gap


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
