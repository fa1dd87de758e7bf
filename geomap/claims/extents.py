"""Checks of a stated length against the nearest and the furthest part of an area, or its border."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.constructed import made_point
from geomap.claims.findings import Finding, show_km, words_of
from geomap.claims.geometry import Gap
from geomap.claims.winding import PATHS
from geomap.records import Claim, Outcome


def judge_extent(claim: Claim, gap: Gap, stated: tuple[float, float, float]) -> Finding:
    """Against the nearest and the furthest part of an area, or its border."""
    low, _, high = stated
    assert claim.stated is not None
    unit = claim.stated.unit
    words, near, far = words_of(claim), show_km(gap.low_km, unit), show_km(gap.high_km, unit)
    place = "coast" if gap.of_coast else "border or coast" if gap.of_edge else "area"
    extent = f"the nearest part of the {place} is {show_km(gap.usual_km if gap.of_edge else gap.low_km, unit)} away"
    ratio = tolerances.FAR_RATIO.value
    if high < tolerances.SHORT_RATIO.value * gap.low_km:
        why = f"{words} does not match: {extent}"
        return Finding("distance.extent", Outcome.INCONSISTENT, why)
    if high < 0.95 * gap.low_km - 2:
        return Finding("distance.extent", Outcome.DOUBTFUL, f"{words} is less than the straight line: {extent}")
    if low <= gap.high_km * tolerances.STRAIGHT_RATIO.value + 2:
        fits = "fits" if low <= gap.high_km else "is what ways make of"
        why = f"{words} {fits} the straight line, {near} to {far} depending on which part of the {place} is meant"
        if made := made_point(claim):
            why = f"{words} fits the straight line, {near} to {far}, as roughly as the text puts {made}"
        return Finding("distance.extent", Outcome.CONSISTENT, why)
    if gap.sea and claim.mode in PATHS and low <= gap.high_km * tolerances.MEANDER.value:
        why = f"{words} is more than the straight line to the nearest coast, {near} to {far}, as a winding way may be"
        return Finding("distance.extent", Outcome.CONSISTENT, why)
    if gap.sea:
        why = f"cannot be checked: {extent}; how far the coast of {gap.sea} is cannot be told without its outline"
        return Finding("distance.extent", Outcome.UNVERIFIABLE, f"{why} (geomap data import-places FILE)")
    if low <= gap.high_km * ratio + (tolerances.EDGE_KM.value if gap.of_edge else 5) or (
        claim.mode in PATHS and low <= gap.high_km * tolerances.WINDING_RATIO.value
    ):
        why = f"{words} is more than the straight line of {near} to {far}; a way may be that long"
        return Finding("distance.extent", Outcome.DOUBTFUL, why)
    why = f"{words} does not match: {extent}, and its furthest part {far}"
    deep_in = gap.of_coast and gap.usual_km <= tolerances.SHORE_KM.value
    if gap.of_edge and (gap.inside or deep_in or "a journey" in claim.notes or claim.mode in PATHS):
        why = f"{words} is more than to the nearest part of the {place}, {near}; another part may be meant"
        return Finding("distance.extent", Outcome.DOUBTFUL, why)
    if gap.of_edge:
        why = f"{words} does not match: {extent}"
    return Finding("distance.extent", Outcome.INCONSISTENT, why)
