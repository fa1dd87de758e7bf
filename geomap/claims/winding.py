"""Lengths well over the straight line: whether water or hills between two places make a way so long."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.findings import Finding
from geomap.claims.geometry import Gap
from geomap.interfaces import Network
from geomap.records import Claim, Outcome, Route

# Ways of travelling that keep to the land, as do those that the text does not name; and all that keep to some way.
OVER_LAND = frozenset({"road", "rail", "foot", "horse", "bicycle"})
PATHS = OVER_LAND | {"sea", "river"}
# As an estimate says it (records.Route.winds).
AROUND_WATER, THROUGH_HILLS, THROUGH_MOUNTAINS = "around water", "through hills", "through mountains"
OVER_SEA = "over the sea"
_OVER_WATER = "over water"
_BY = {"foot": "on foot", "horse": "with animals"}


def land_way(network: Network | None, claim: Claim, gap: Gap) -> Route | None:
    """The estimated way over the land between two places; None where the text goes by sea or one has no point."""
    a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
    mode = claim.mode or "road"
    if network is None or a is None or b is None or gap.of_edge or gap.of_area or mode not in OVER_LAND:
        return None
    way = network.estimate(a, b, mode=mode)
    return way if way.length_km and way.high_km and way.winds != OVER_SEA else None


def needs_water(way: Route) -> bool:
    """Whether no land joins the ends of an estimated way."""
    return way.winds == OVER_SEA or way.winds.endswith(_OVER_WATER)


def judge_winding(
    claim: Claim, gap: Gap, way: Route, said: tuple[str, str, str], low_km: float, *, named: bool
) -> Finding:
    """The finding for a figure that usual ways do not reach.

    Args:
        claim: The claim.
        gap: How far its places lie apart.
        way: The estimated way over land between them.
        said: The stated length, the straight line and the ratio of the two, in words.
        low_km: The least length that the text may mean.
        named: Whether the text names a way; one that it does not name is believed as long as ways around the water
            between usually are: hills make no more of unnamed ways than 99 of 100 writers do.
    """
    words, straight, ratio = said
    usual, most = way.length_km or 0.0, (way.high_km or 0.0) + tolerances.FAR_SHARE.value * gap.reach_km
    by = _BY.get(claim.mode or "", f"by {claim.mode or 'road'}")
    bends = f"ways {by} {way.winds} are up to about {most:,.0f} km long here" if way.winds else ""
    if low_km <= (most if named else usual if way.winds == AROUND_WATER else 0.0) and way.winds:
        why = f"{words} is {ratio} the straight line of {straight}, and {bends} (an estimate by the land between)"
        return Finding("distance.around", Outcome.CONSISTENT, why)
    tame = way.winds in {"", THROUGH_HILLS}
    slack = (tolerances.BEYOND_USUAL if tame else tolerances.BEYOND_WINDING).value
    in_mountains = tolerances.UNNAMED_IN_MOUNTAINS.value * gap.usual_km
    unnamed = {AROUND_WATER: most, THROUGH_MOUNTAINS: in_mountains}
    if "along a way" in claim.notes:
        unnamed[THROUGH_HILLS] = in_mountains
    if low_km <= (slack * most if named else unnamed.get(way.winds, 0.0)):
        reason = bends or f"nothing between the two, water or hills, makes a way {by} wind so much"
        why = f"{words} is {ratio} the straight line of {straight}; {reason}"
        return Finding("distance.winding-way", Outcome.DOUBTFUL, why)
    reason = f"even {bends}"
    if not named:
        reason = f"no usual way is {ratio.removesuffix(' times')} times as long"
    elif not bends:
        reason = f"no way {by} winds so much where neither water nor hills lie between"
    why = f"{words} does not match: the straight line is {straight}, and {reason}"
    return Finding("distance.too-long", Outcome.INCONSISTENT, why)
