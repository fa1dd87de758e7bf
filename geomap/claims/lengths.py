"""Checks of a stated length between two places: against the straight line, and against the way where one is known."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.bounds import far_km, is_rather_short, short_km, with_pair
from geomap.claims.constructed import made_point
from geomap.claims.extents import judge_extent
from geomap.claims.findings import Finding, show_km, words_of
from geomap.claims.geometry import Gap
from geomap.claims.rereading import NEW_WAY, RACE, one_way
from geomap.claims.winding import OVER_LAND, PATHS, judge_winding, land_way
from geomap.interfaces import Network
from geomap.quantities import convert
from geomap.quantities.intervals import ROUNDING_FLOOR
from geomap.records import Claim, Outcome, Place, Quantity, Route

# What the straight line alone allows: any way, of whatever kind, could be so long.
_AS_ANY_WAY = frozenset({"distance.straight", "distance.as-way", "distance.winding-way"})


class Lengths:
    """Judges lengths; a network gives the ways."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network

    def judge(self, claim: Claim, gap: Gap) -> Finding:
        """The finding for a claim's stated length over a gap."""
        stated = claim.stated
        assert stated is not None
        low, value, high = one_way(claim)
        firm = value * (1 - ROUNDING_FLOOR.value)
        near = low >= 0.85 * value or stated.value - stated.low <= 0.5
        if near and stated.hedge in {"", "about", "just", "exactly"}:
            low = max(low, firm)  # hedged and round figures overstate no more than others: see MEASURED
        low, high = with_pair(claim, low, high)
        measured = {"straight_km": round(gap.usual_km, 1), "stated_km": round(value, 1)}
        if gap.usual_km > 0:
            measured["ratio"] = round(value / gap.usual_km, 3)
        if stated.hedge == "ambiguous":
            why = f"“{stated.text}” can be read as {stated.low:g} or {stated.high:,g} {stated.unit}; "
            why += "write it without the dot"
            return Finding("distance.ambiguous-figure", Outcome.UNVERIFIABLE, why, measured)
        route = self._route(claim, value, gap)
        if route is not None and route.length_km:
            measured["route_km"] = round(route.length_km, 1)
            found = self._by_route(claim, gap, route, (low, value, high))
            if found is not None:
                if found.route is not None and found.route.length_km:
                    measured["route_km"] = round(found.route.length_km, 1)
                return Finding(found.rule, found.outcome, found.why, measured, found.route or route)
        found = self._by_line(claim, gap, (low, value, high))
        if route is None and found.rule in _AS_ANY_WAY and (lack := self._lack(claim, gap)):
            why = (
                f"cannot be checked: {words_of(claim)} is {value / gap.usual_km:.1f} times the straight line of "
                f"{show_km(gap.usual_km, stated.unit)}, which a railway may make of it, but {lack}"
            )
            return Finding("distance.needs-network", Outcome.UNVERIFIABLE, why, measured)
        if route is not None and route.mode == claim.mode and found.rule in _AS_ANY_WAY:
            known = show_km(route.length_km or 0.0, stated.unit)
            return Finding(
                found.rule, found.outcome, f"{found.why}; the known way by {route.mode} is {known}", measured, route
            )
        return Finding(found.rule, found.outcome, found.why, measured, route)

    def _lack(self, claim: Claim, gap: Gap) -> str:
        """Why no railway is known for a length by rail, and which import would settle it; empty for other lengths."""
        a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
        if self._network is None or claim.mode != "rail" or a is None or b is None or gap.of_edge or gap.of_area:
            return ""
        told = self._network.route(_stops(a, b, claim), mode="rail")
        if told is None or told.length_km is not None or gap.usual_km <= gap.reach_km:
            return ""
        return self._network.explain(told).why

    def _route(self, claim: Claim, value: float, gap: Gap) -> Route | None:
        """The known way, asked for where the text names a railway or a voyage or the straight line falls short."""
        a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
        if self._network is None or a is None or b is None or gap.of_edge or gap.of_area:
            return None
        modes = [claim.mode] if claim.mode in PATHS else ["rail", "road"] if claim.mode is None else []
        if claim.mode not in {"rail", "sea"} and value <= tolerances.STRAIGHT_RATIO.value * gap.usual_km:
            return None
        stops = _stops(a, b, claim)
        for mode in modes:
            route = self._network.route(stops, mode=mode)
            if route is not None and route.length_km and not route.estimated:
                return route
        return None

    def _by_route(self, claim: Claim, gap: Gap, route: Route, stated: tuple[float, float, float]) -> Finding | None:
        low, _, high = stated
        length = route.length_km or 0.0
        assert claim.stated is not None
        unit = claim.stated.unit
        match = tolerances.ROUTE_MATCH.value
        way, straight = show_km(length, unit), show_km(gap.usual_km, unit)
        if claim.mode is None and length > tolerances.UNNAMED_WAY.value * gap.usual_km:
            return None
        if low <= length * (1 + match) and high >= length * (1 - match):
            why = f"{words_of(claim)} matches the way by {route.mode}, {way}; the straight line is only {straight}"
            return Finding("distance.as-route", Outcome.CONSISTENT, why)
        if route.mode == "sea" and gap.usual_km < tolerances.LANES_FROM.value:
            return None
        if claim.mode == route.mode and (other := self._other_way(claim, route, (low, high))) is not None:
            by = f"{show_km(other.length_km or 0.0, unit)} ({other.length_source})"
            why = f"{words_of(claim)} matches another way by {route.mode}, {by}; the usual one is {way}"
            return Finding("distance.as-other-route", Outcome.CONSISTENT, why, route=other)
        least = min(tolerances.ROUTE_SHORT.value * length, route.low_km or length)
        if claim.mode == route.mode and high < least and NEW_WAY in claim.notes:
            return None  # it may be straighter than the one that is known
        if claim.mode == route.mode and high < least:
            if route.mode == "rail" and high >= tolerances.OTHER_LINE.value * gap.usual_km:
                why = f"{words_of(claim)} is less than the way by rail that is known, {way}; a line that is not may do "
                why += f"(straight line {straight})"
                return Finding("distance.shorter-than-route", Outcome.DOUBTFUL, why)
            if route.mode == "sea" and high >= gap.usual_km and length <= tolerances.OFF_LANES.value * gap.usual_km:
                why = f"{words_of(claim)} is less than the way by the lanes, {way}, to which boats do not always keep "
                why += f"(straight line {straight})"
                return Finding("distance.shorter-than-route", Outcome.DOUBTFUL, why)
            why = f"{words_of(claim)} does not match: by {route.mode} the way is {way} long (straight line {straight})"
            return Finding("distance.shorter-than-route", Outcome.INCONSISTENT, why)
        if claim.mode == route.mode and low > 1.25 * length:
            why = f"{words_of(claim)} does not match: by {route.mode} the way is only {way} long "
            why += f"(straight line {straight})"
            return Finding("distance.longer-than-route", Outcome.INCONSISTENT, why)
        return None

    def _other_way(self, claim: Claim, usual: Route, stated: tuple[float, float]) -> Route | None:
        """A way that differs from the usual one and has the stated length; None where the text names stops between."""
        if self._network is None or claim.via:
            return None
        match = tolerances.ROUTE_MATCH.value
        ways = self._network.alternatives(usual.stops[0], usual.stops[-1], mode=usual.mode, limit=OTHER_WAYS)
        for way in ways:
            length = way.length_km or 0.0
            if stated[0] <= length * (1 + match) and stated[1] >= length * (1 - match):
                return way
        return None

    def _by_line(self, claim: Claim, gap: Gap, stated: tuple[float, float, float]) -> Finding:
        low, value, high = stated
        assert claim.stated is not None
        words, straight = words_of(claim), show_km(gap.usual_km, claim.stated.unit)
        slack = tolerances.EDGE_SHARE.value * gap.reach_km
        if gap.of_edge or gap.of_area:
            found = judge_extent(claim, gap, stated)
            if found.outcome is Outcome.CONSISTENT or gap.known:
                return found
            why = (
                f"cannot be checked: {words} is measured to an area of unknown outline (geomap data import-places FILE)"
            )
            if made := made_point(claim):
                why = f"cannot be checked: the text puts {made} too roughly for {words}"
            return Finding("distance.extent", Outcome.UNVERIFIABLE, why)
        if high < gap.usual_km - slack:
            explicit = claim.mode == "straight" and high < tolerances.SHORT_RATIO_FAR.value * (gap.usual_km - slack)
            if (
                high < short_km(gap)
                or explicit
                or (claim.mode in PATHS and high < tolerances.PATH_SHORT.value * (gap.usual_km - gap.reach_km))
            ):
                why = f"{words} does not match: even the straight line is {straight} long"
                return Finding("distance.too-short", Outcome.INCONSISTENT, why)
            why = f"{words} is less than the straight line of {straight}; only from edge to edge can it hold"
            return Finding("distance.short", Outcome.DOUBTFUL, why)
        if is_rather_short(claim, gap):
            why = f"{words} is less than the straight line of {straight}, by more than where the places begin explains"
            return Finding("distance.short", Outcome.DOUBTFUL, why)
        if claim.mode == "straight" and low > 1.2 * gap.usual_km + slack:
            clear = low > 1.4 * gap.usual_km + slack
            why = f"{words} in a straight line does not match: the straight line is {straight}"
            return Finding("distance.straight", Outcome.INCONSISTENT if clear else Outcome.DOUBTFUL, why)
        far = far_km(gap)
        if low <= min(far, tolerances.STRAIGHT_RATIO.value * gap.usual_km + gap.reach_km):
            return Finding(
                "distance.straight", Outcome.CONSISTENT, (f"{words} matches the straight line of {straight}")
            )
        return self._beyond(claim, gap, low, value)

    def _beyond(self, claim: Claim, gap: Gap, low: float, value: float) -> Finding:
        """A figure well over the straight line: a usual way, a winding one, or none."""
        assert claim.stated is not None
        words, straight = words_of(claim), show_km(gap.usual_km, claim.stated.unit)
        slack = tolerances.EDGE_SHARE.value * gap.reach_km
        ratio = f"{value / gap.usual_km:.1f} times" if gap.usual_km else "over"
        path = (
            claim.mode in PATHS or "a journey" in claim.notes or {"along a way", "in the mountains"} <= set(claim.notes)
        )
        if claim.mode not in PATHS and _is_mix_up(claim.stated, gap):
            other = "kilometres" if claim.stated.unit == "mi" else "miles"
            why = f"{words} does not match: the straight line is {straight}, which is the stated number in {other}"
            return Finding("distance.unit-mix-up", Outcome.INCONSISTENT, why)
        far = far_km(gap)
        if low <= min(far, tolerances.WAY_RATIO.value * gap.usual_km + slack):
            why = (
                f"{words} can hold by road or rail only: the straight line is {straight}, and the figure is "
                f"{ratio} that"
            )
            return Finding("distance.as-way", Outcome.CONSISTENT, why)
        fine = low <= far
        if RACE in claim.notes and not fine:
            why = f"{words} is {ratio} the straight line of {straight}; a race, a front or a wall may wind at will"
            return Finding("distance.winding-way", Outcome.DOUBTFUL, why)
        if not fine and (way := land_way(self._network, claim, gap)) is not None:
            return judge_winding(claim, gap, way, (words, straight, ratio), low, named=path)
        if path and low > tolerances.WINDING_RATIO.value * gap.usual_km + slack:
            way_name = claim.mode or "road"
            lack = (
                f"without a {way_name} network (geomap data import-osm FILE)"
                if way_name in OVER_LAND
                else "for no way of that kind between them is known: measure along it on a map"
            )
            why = f"the straight line is {straight}; whether a winding way by {way_name} makes {words} of it "
            why += f"cannot be told {lack}"
            return Finding("distance.needs-network", Outcome.UNVERIFIABLE, why)
        if path or fine:
            why = f"{words} is {ratio} the straight line of {straight}; only a winding way is that long"
            return Finding("distance.winding-way", Outcome.CONSISTENT if fine and path else Outcome.DOUBTFUL, why)
        why = f"{words} does not match: the straight line is {straight}, and no usual way is {ratio} as long"
        return Finding("distance.too-long", Outcome.INCONSISTENT, why)


# So many ways beside the usual one may be meant (chosen by us: with five, Beijing-Kunming is 2,566, 2,689, 2,758 and
# 2,882 km long; more of them would fit any figure).
OTHER_WAYS = 4


def _stops(a: Place, b: Place, claim: Claim) -> list[Place]:
    via = [p.place for p in claim.via if p.place is not None and not p.place.is_wide]
    return [a, *via, b]


def _is_mix_up(stated: Quantity, gap: Gap) -> bool:
    """Whether the number fits the straight line in the other unit and not in its own."""
    other = {"mi": "km", "km": "mi"}.get(stated.unit)
    if other is None or gap.usual_km < 30 or gap.reach_km > 0.2 * gap.usual_km:
        return False
    near = convert(gap.usual_km, "km", other)
    return (
        abs(stated.value / near - 1) <= tolerances.MIX_UP.value
        and convert(stated.value, stated.unit, "km") > 1.5 * gap.usual_km
    )
