"""Judges travel times: the speed they imply against what each way of travelling can do."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from geomap import tolerances
from geomap.claims.compass import NAMES, describe_sight, judge_direction
from geomap.claims.findings import Finding, show, show_km
from geomap.claims.geometry import Gap, Geometry, is_area
from geomap.claims.travel_time.dates import judge_dates
from geomap.claims.travel_time.shapes import KINDS
from geomap.claims.verdicts import SEVERITY, missing, settle
from geomap.interfaces import Network
from geomap.quantities import convert
from geomap.records import Claim, Modality, Outcome, Route, Rule, Tolerance, Verdict

_TEXTS = {
    "travel_time.possible": "The time implies a mean speed that the way of travelling reaches.",
    "travel_time.fast": "The time implies a mean speed along the straight line that is hardly reached.",
    "travel_time.too-fast": (
        "Even along the straight line the time implies a speed that the way of travelling never reaches."
    ),
    "travel_time.slow": "The time implies a mean speed below what the way of travelling makes even with long stops.",
    "travel_time.own-distance": "The length that the sentence gives for the way cannot be made in the stated time.",
    "travel_time.own-speed": "The text's own speed needs longer than the stated time, even along the straight line.",
    "travel_time.by-air-only": "No way of travelling is named; only an aircraft is that fast.",
    "travel_time.dates": "A departure and an arrival that the text dates leave more or less time than it states.",
    "travel_time.direction": "The time may hold, but the stated direction does not.",
    "travel_time.missing-place": "One of the two ends is not known.",
    "travel_time.inside": "One end lies in the other, and where in it the journey began or ended is not told.",
    "travel_time.other-place": "The places are so far apart that another place of the same name is probably meant.",
    "travel_time.negative-claim": "The text denies the time; the check is turned around.",
}
_TOLERANCES = {
    "travel_time.dates": (
        tolerances.DAY_COUNT_SLACK,
        tolerances.CLOCK_SLACK_H,
        tolerances.DATES_FAR,
        tolerances.DATES_FAR_SHARE,
    )
}
RULES = tuple(
    Rule(id=r, kind="travel_time", text=t, tolerances=_TOLERANCES.get(r, tolerances.SPEEDS)) for r, t in _TEXTS.items()
)
_NAMES = {
    "road": "by road",
    "rail": "by rail",
    "sea": "by sea",
    "air": "by air",
    "foot": "on foot",
    "wing": "on wings or by balloon",
    "horse": "with animals",
    "bicycle": "by bicycle",
}


# High-speed trains do not stop more often (chosen by us).
RAIL_FROM_KM = 60.0
# The share of a way on high-speed lines from which its trains are fast ones (chosen by us).
_MOSTLY = 0.5
# A day of travel is a third on the way; the rest is sleep and stops (chosen by us).
_TRAVEL_DAY_H = 8.0
# Who moves by strength sleeps on a way longer than this (chosen by us: a day and a night are raced through).
_BY_STRENGTH, _SLEEPLESS_H = frozenset({"foot", "horse", "bicycle"}), 30.0
_IN_DAYS = re.compile(r"\b(?:days?|nights?|weeks?|fortnights?)\b")


class TravelTimeJudge:
    """Judges travel times by the implied speed on the straight line, and on the network where it knows the way."""

    def __init__(self, geometry: Geometry, network: Network | None = None) -> None:
        self._geometry = geometry
        self._network = network

    def judge(self, claim: Claim) -> Verdict:
        """The verdict on a travel time."""
        gap = self._geometry.gap(claim.ground, claim.figure) if claim.ground and claim.figure else None
        a, b = (p.place if p is not None else None for p in (claim.ground, claim.figure))
        if gap is None or claim.stated is None or a is None or b is None:
            return missing(claim, "travel_time.missing-place")
        if gap.of_area and gap.known and gap.low_km == 0.0 and is_area(a) != is_area(b):
            return self._inside(claim, gap)
        route = self._route(claim, gap)
        measured = {"straight_km": round(gap.usual_km, 1)}
        found = self._by_speed(claim, gap, route, measured)
        finding = _with_dates(claim, self._by_train(claim, gap, found, measured))
        if claim.direction is not None and (judged := judge_direction(claim.direction, gap)) is not None:
            outcome, off = judged
            measured["bearing_error_deg"] = round(off, 1)
            if SEVERITY[outcome] > SEVERITY[finding.outcome]:
                seen = describe_sight(claim.direction, gap)
                said = "does not match" if outcome is Outcome.INCONSISTENT else "is doubtful"
                why = f"the direction {said}: {NAMES[claim.direction]} is stated, it lies to the {seen}; {finding.why}"
                finding = Finding("travel_time.direction", outcome, why, finding.measured, finding.route)
        return settle(claim, finding, measured, gap)

    def _inside(self, claim: Claim, gap: Gap) -> Verdict:
        """Of a way from an area to a place in it, "after entering X it took T to Y", the far end bounds the speed."""
        assert claim.stated is not None
        high = convert(claim.stated.high, claim.stated.unit, "h")
        most = f"at most {show_km(gap.high_km)} of it can lie between"
        if claim.modality is not Modality.NEGATED and high > 0 and gap.high_km / high <= ceilings(claim)[0].value:
            why = f"one end lies in the other, and {most}, for which {show(claim.stated)} is enough"
            finding = Finding("travel_time.inside", Outcome.CONSISTENT, why)
        else:
            why = f"cannot be checked: one end lies in the other, and where the way began or ended is not told ({most})"
            finding = Finding("travel_time.inside", Outcome.UNVERIFIABLE, why)
        return settle(claim, finding, {"furthest_km": round(gap.high_km, 1)}, gap)

    def _by_train(self, claim: Claim, gap: Gap, found: Finding, measured: dict[str, float]) -> Finding:
        """The finding for a train where the text names no way of travelling and other ways are hardly that fast."""
        if claim.mode is not None or found.rule != "travel_time.fast":
            return found
        taken = replace(claim, mode="rail")
        route, by_train = self._route(taken, gap), dict(measured)
        if route is None:
            return found
        finding = self._by_speed(taken, gap, route, by_train)
        if finding.outcome is not Outcome.CONSISTENT:
            return found
        measured.update(by_train)
        return finding

    def _route(self, claim: Claim, gap: Gap) -> Route | None:
        a, b = (claim.ground.place if claim.ground else None), (claim.figure.place if claim.figure else None)
        if self._network is None or a is None or b is None or claim.mode not in {"rail", "road", "sea"} or gap.of_area:
            return None
        if claim.mode == "sea" and gap.usual_km < tolerances.LANES_FROM.value:
            return None
        route = self._network.route([a, b], mode=claim.mode)
        return route if route is not None and route.length_km and not route.estimated else None

    def _by_speed(self, claim: Claim, gap: Gap, route: Route | None, measured: dict[str, float]) -> Finding:
        stated = claim.stated
        assert stated is not None
        hours, high = convert(stated.value, stated.unit, "h"), convert(stated.high, stated.unit, "h")
        shortest = max(0.0, gap.low_km if gap.of_area or gap.of_edge else gap.usual_km - 0.5 * gap.reach_km)
        usual = gap.low_km or gap.usual_km if gap.of_area or gap.of_edge else gap.usual_km
        kmh = usual / hours if hours > 0 else math.inf
        least = shortest / high if high > 0 else math.inf
        measured["straight_kmh"] = round(min(kmh, 99_999.0), 1 if kmh >= 10 else 3)
        words = show(stated)
        line = f"the straight line of {show_km(usual)} in {words} makes {show_kmh(kmh)}"
        if route is not None and route.length_km:
            measured["route_km"] = round(route.length_km, 1)
            measured["route_kmh"] = round(min(route.length_km / hours if hours else 99_999.0, 99_999.0), 1)
            line += f", the {route.length_km:,.0f} km {_NAMES.get(route.mode, '')} {show_kmh(measured['route_kmh'])}"
        if (beyond := _beyond_its_distance(claim, high, ceilings(claim, route)[1].value)) is not None:
            return Finding("travel_time.own-distance", Outcome.INCONSISTENT, beyond, measured, route)
        if (own := _own_speed(claim)) is not None and shortest > 0 and shortest / own > high:
            why = (
                f"{words} does not match: at the stated {show(claim.quantities[0])} even the straight line takes "
                f"{show_hours(shortest / own)}"
            )
            return Finding("travel_time.own-speed", Outcome.INCONSISTENT, why, measured, route)
        if claim.mode in _BY_STRENGTH and hours > _SLEEPLESS_H:
            awake = 24 / tolerances.AWAKE_H.value
            kmh, least = awake * kmh, awake * least
            line += f", or {show_kmh(kmh)} in {tolerances.AWAKE_H.value:g} waking hours a day"
        return self._by_ceiling(claim, (kmh, least), line, measured, route)

    def _by_ceiling(
        self, claim: Claim, speeds: tuple[float, float], line: str, measured: dict[str, float], route: Route | None
    ) -> Finding:
        kmh, least = speeds
        warn, reject = ceilings(claim, route)
        kind = next((note for note in claim.notes if note in KINDS), None)
        how = f"by a {kind}" if kind else _NAMES.get(claim.mode or "", "")
        if claim.mode is None and kmh > 1.5 * warn.value and measured["straight_km"] >= 250:
            air_warn, air_reject = tolerances.CEILINGS["air"]
            if least <= air_reject.value:
                outcome = Outcome.CONSISTENT if kmh <= air_warn.value else Outcome.DOUBTFUL
                return Finding(
                    "travel_time.by-air-only",
                    outcome,
                    f"{line}: only by {'fast train or ' if kmh <= 300 else ''}air",
                    measured,
                    route,
                )
        fast = tolerances.CEILINGS["high-speed rail"][0].value
        if claim.mode is None and least > reject.value and kmh <= fast and measured["straight_km"] >= RAIL_FROM_KM:
            return Finding("travel_time.fast", Outcome.DOUBTFUL, f"{line}: only by fast train", measured, route)
        if max(least, _least_kmh(claim, route)) > reject.value:
            why = (
                f"does not match: {line}, more than the {reject.value:g} km/h that any journey {how} reaches"
            ).replace("  ", " ")
            return Finding("travel_time.too-fast", Outcome.INCONSISTENT, why, measured, route)
        stated = claim.stated
        leeway = stated.value / stated.high if stated is not None and stated.hedge == "about" else 1.0
        swift = max(kmh, measured.get("route_kmh", 0.0) / 1.25) * leeway > warn.value
        if swift and stated is not None and stated.hedge != "at least":
            return Finding(
                "travel_time.fast", Outcome.DOUBTFUL, f"{line}, hardly reached {how}".rstrip(), measured, route
            )
        floor = tolerances.FLOORS.get(claim.mode or "", tolerances.FLOORS["foot"])
        least_kmh = floor.value * (_TRAVEL_DAY_H / 24 if claim.stated and _IN_DAYS.search(claim.stated.text) else 1.0)
        bounded = claim.stated is not None and claim.stated.hedge in {"within", "up to", "less than"}
        if measured["straight_kmh"] < least_kmh and measured["straight_km"] > 5 and not bounded:
            return Finding(
                "travel_time.slow",
                Outcome.DOUBTFUL,
                f"{line}, slower than journeys {how} are".replace("  ", " "),
                measured,
                route,
            )
        return Finding(
            "travel_time.possible", Outcome.CONSISTENT, f"{line}, which is possible {how}".rstrip(), measured, route
        )


def _with_dates(claim: Claim, finding: Finding) -> Finding:
    """The finding with what the dates of departure and arrival say of the time, where the text tells both."""
    dated = judge_dates(claim)
    if dated is None or SEVERITY[finding.outcome] >= SEVERITY[Outcome.INCONSISTENT]:
        return finding
    outcome, why = dated
    if outcome is Outcome.CONSISTENT and finding.rule != "travel_time.slow":
        return replace(finding, why=f"{finding.why}; {why}")
    return replace(finding, rule="travel_time.dates", outcome=outcome, why=why)


def show_hours(hours: float) -> str:
    """A time as a reader wants it: "6.6 hours", "19 days"."""
    return f"{hours:.1f} hours" if hours < 72 else f"{hours / 24:,.0f} days"


def show_kmh(kmh: float) -> str:
    """A speed as a reader wants it: "86 km/h", "0.3 km/h"."""
    return f"{kmh:,.0f} km/h" if kmh >= 10 or kmh == 0 else f"{kmh:.1f} km/h" if kmh >= 0.05 else f"{kmh:.2g} km/h"


def ceilings(claim: Claim, route: Route | None = None) -> tuple[Tolerance, Tolerance]:
    """The speeds to warn at and to reject from, for a claim's way of travelling and the known way, if any."""
    key = claim.mode or "road"
    if key == "rail" and ("high-speed" in claim.notes or (route is not None and _is_fast(route))):
        key = "high-speed rail"
    key = next((note for note in claim.notes if note in KINDS and KINDS[note][0] == key), key)
    if key in {"river", "straight"}:
        key = "sea" if key == "river" else "air"
    return tolerances.CEILINGS[key]


def _is_fast(route: Route) -> bool:
    """Whether most of a way runs on high-speed lines."""
    fast = sum(leg.length_km for leg in route.legs if leg.kind == "highspeed")
    return fast > _MOSTLY * sum(leg.length_km for leg in route.legs)


def _least_kmh(claim: Claim, route: Route | None) -> float:
    """The mean speed that the stated time needs at least on a known way; 0 where none is known."""
    if route is None or claim.stated is None or route.mode != claim.mode:
        return 0.0
    hours = convert(claim.stated.high, claim.stated.unit, "h")
    return (route.low_km or route.length_km or 0.0) / hours if hours > 0 else 0.0


def _beyond_its_distance(claim: Claim, hours: float, fastest_kmh: float) -> str | None:
    """Why the length that the sentence itself gives cannot be made in the time; None where it can, or none is given."""
    own = next((q for q in claim.quantities if q.dimension == "length"), None)
    if own is None or claim.stated is None or hours <= 0 or claim.modality is Modality.NEGATED:
        return None
    kmh = convert(own.low, own.unit, "km") / hours
    if kmh <= fastest_kmh:
        return None
    how = f"any journey {_NAMES.get(claim.mode or '', '')}".rstrip()
    need = f"the {show(own)} that go with it need {kmh:,.0f} km/h or more, and {how} makes at most {fastest_kmh:g} km/h"
    return f"{show(claim.stated)} does not match: {need}"


def _own_speed(claim: Claim) -> float | None:
    """The highest speed that the sentence itself gives, in km/h."""
    if not claim.quantities or claim.quantities[0].dimension != "speed":
        return None
    quantity = claim.quantities[0]
    if not math.isfinite(quantity.high):
        return None
    return convert(quantity.high, quantity.unit, "km/h")
