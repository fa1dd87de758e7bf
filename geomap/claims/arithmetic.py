"""Sums within a sentence: distance, speed and time that must fit, and amounts given in two units."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geomap import tolerances
from geomap.claims.attribution import begin_claim
from geomap.claims.distance.amounts import is_distance
from geomap.claims.findings import Finding, show
from geomap.claims.patterns import JOURNEY, TO, TRAVEL, journey_mode, vehicle_mode
from geomap.claims.signs import Sign
from geomap.claims.travel_time.amounts import is_travel
from geomap.claims.travel_time.judge import RAIL_FROM_KM, ceilings
from geomap.claims.travel_time.shapes import travel_notes
from geomap.claims.verdicts import settle
from geomap.claims.wording import Worder, Wording, pattern
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Outcome, Quantity, Reading, Rule, Tolerance, Verdict

_TEXTS = {
    "arithmetic.fits": (
        "Distance, speed and time of one journey agree within what their rounding and hedges leave open."
    ),
    "arithmetic.nearly": "Distance, speed and time of one journey agree only with wide rounding.",
    "arithmetic.does-not-fit": "Distance, speed and time of one journey do not agree.",
    "arithmetic.pace": (
        "The stated distance in the stated time makes a speed that the way of travelling does not reach."
    ),
    "arithmetic.unit-conversion": "The amount in one unit does not convert to the amount given in the other.",
    "arithmetic.inverse-conversion": "The second amount is what the first would be if the units were exchanged.",
}
RULES = tuple(
    Rule(id=r, kind="arithmetic", text=t, tolerances=(*tolerances.SUMS, *tolerances.SPEEDS)) for r, t in _TEXTS.items()
)
_TRIP = pattern(rf"\b(?:{JOURNEY}|{TRAVEL}|covers?|averag\w+|long|away|from|takes?|speeds?)\b")
_IN = pattern(r"\A[^.;\uec00-\uf5ff]{0,60}?\b(?:in|takes?|took|lasting|which\stakes?|within)\s(?:[a-z]+\s){0,3}\Z")


# A top speed bounds the mean from above only: "can reach V", "with a top speed of V", "never faster than V".
_TOP_BEFORE = pattern(
    r"\b(?:top\sspeeds?|maximum(?:\sspeeds?)?|max|peak(?:ed|s)?|speeds?\sof\sup\sto|up\sto|can\s(?:reach|do|go|run|travel|hit)"
    r"|could\s(?:reach|do|go)|cannot\s[a-z]+|capable\sof|never\s[a-z]+\sthan|no\s[a-z]+\sthan|not\s[a-z]+\sthan|reach(?:es|ed|ing)?"
    r"|hit(?:s|ting)?|as\s(?:fast|much)\sas|limited\sto|accelerat\w+\sto)\s(?:[a-z]+\s){0,4}\Z"
)
_TOP_AFTER = pattern(r"\s(?:at\s(?:most|best|peak)|maximum|tops?|or\sless)\b")
# Who travels was told in the sentence before.
_CARRIED_ON = pattern(r"(?:it|he|she|they|that|this)\b")
_A_DAY = pattern(r"\s(?:a|per|each|every)\sday\b|\sdaily\b")


@dataclass(frozen=True, slots=True)
class _Sum:
    """The three amounts of a journey, the speed None where only distance and time are given."""

    distance: Quantity
    time: Quantity
    speed: Quantity | None


class ArithmeticChecker:
    """Finds and judges sums.

    Accepts these shapes (N a length, T a time, V a speed, all of one journey): the N trip takes T at V; at V the N
    would take T; N in T at an average of V or of M a day; N in T, where the pace is not reached; N (M) where M is
    not N in the other unit.
    """

    def __init__(self, worder: Worder | None = None) -> None:
        self._worder = worder or Worder()

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        found = [_conversion(reading, q) for q in reading.quantities if q.pair is not None and _differ(q) > 0]
        found += [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]
        return sorted(found, key=lambda c: (c.start, c.end))

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        lengths = [(a, s) for a, s in wording.of_sort("length") if is_distance(wording, a)]
        times = [(a, s) for a, s in wording.of_sort("duration") if s.quantity and is_travel(wording, a, s.quantity)]
        speeds = [*wording.of_sort("speed"), *_daily(wording)]
        whole = len(lengths) == len(times) == len(speeds) == 1
        told = wording.of_sort("place") or (whole and (vehicle_mode(wording.line) or _CARRIED_ON.match(wording.line)))
        if not lengths or not times or not told:
            return
        if not (_TRIP.search(wording.line) or TO.search(wording.line)):
            return
        if whole:
            yield _claim(reading, wording, (lengths[0], times[0], _as_bound(wording, *speeds[0])))
        elif not speeds:
            for at, sign in times:
                before = [(a, s) for a, s in lengths if a < at and at - a < 70 and _IN.search(wording.line[a + 1 : at])]
                if before:
                    claim = _claim(reading, wording, (before[-1], (at, sign)))
                    if self.judge(claim).outcome is not Outcome.CONSISTENT:
                        yield claim

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        stated = claim.stated
        assert stated is not None
        if not claim.quantities:
            return _judge_conversion(claim, stated)
        speed = claim.quantities[1] if len(claim.quantities) > 1 else None
        amounts = _Sum(stated, claim.quantities[0], speed)
        return _judge_pace(claim, amounts) if speed is None else _judge_sum(claim, amounts)


def _as_bound(wording: Wording, at: int, sign: Sign) -> tuple[int, Sign]:
    """A speed, without a lower end where the words make it the highest."""
    line, quantity = wording.line, sign.quantity
    if quantity is None or not (_TOP_BEFORE.search(line, max(0, at - 48), at) or _TOP_AFTER.match(line, at + 1)):
        return at, sign
    return at, replace(sign, quantity=replace(quantity, low=0.0))


def _daily(wording: Wording) -> Iterator[tuple[int, Sign]]:
    """Amounts of a length a day, as the speed that they make: "12 miles a day"."""
    for at, sign in wording.of_sort("length"):
        quantity = sign.quantity
        if quantity is not None and _A_DAY.match(wording.line, at + 1):
            low, value, high = (v / 24 for v in _in(quantity, "km"))
            rate = replace(quantity, text=f"{quantity.text} a day", dimension="speed", unit="km/h", pair=None)
            yield at, replace(sign, quantity=replace(rate, low=low, value=value, high=high))


def _judge_sum(claim: Claim, amounts: _Sum) -> Verdict:
    """Distance over speed against time, each as the range it leaves open."""
    assert amounts.speed is not None
    distance, speed = _in(amounts.distance, "km"), _in(amounts.speed, "km/h")
    low, value, high = _in(amounts.time, "h")
    needed = distance[1] / speed[1] if speed[1] else math.inf
    needed_low = distance[0] / speed[2] if speed[2] else math.inf
    needed_high = distance[2] / speed[0] if speed[0] else math.inf
    measured = {
        "needed_h": round(needed, 2),
        "stated_h": round(value, 2),
        "ratio": round(value / needed, 3) if needed else 0.0,
    }
    takes = f"{needed / 24:.1f} days" if amounts.time.unit in {"day", "week"} else f"{needed:.1f} hours"
    least = (" at most", " or more") if amounts.speed.low == 0 else ("", "")
    said = f"{show(amounts.distance)} at {show(amounts.speed)}{least[0]} takes {takes}{least[1]}, and "
    said += f"{show(amounts.time)} is stated"
    if needed_low <= high and low <= needed_high:
        finding = Finding("arithmetic.fits", Outcome.CONSISTENT, f"{said}: they fit")
    elif abs(math.log(value / needed)) <= math.log1p(tolerances.SUM_NEARLY.value):
        finding = Finding("arithmetic.nearly", Outcome.DOUBTFUL, f"{said}: they fit only roughly")
    else:
        finding = Finding("arithmetic.does-not-fit", Outcome.INCONSISTENT, f"does not match: {said}")
    return settle(claim, finding, measured, None)


def _judge_pace(claim: Claim, amounts: _Sum) -> Verdict:
    """The speed that distance and time make, against what the way of travelling reaches."""
    distance, time = _in(amounts.distance, "km"), _in(amounts.time, "h")
    kmh = distance[1] / time[1] if time[1] else math.inf
    least = distance[0] / time[2] if time[2] else math.inf
    warn, reject = ceilings(claim)
    if claim.mode is None and distance[1] > 1000:
        warn, reject = tolerances.CEILINGS["air"]
    elif claim.mode == "rail" or (claim.mode is None and distance[1] >= RAIL_FROM_KM):
        # No line is named here, so it may be one of fast trains; and what is not named may be a train.
        warn, reject = max(warn, tolerances.CEILINGS["rail"][0], key=_value), tolerances.CEILINGS["high-speed rail"][1]
    measured = {"pace_kmh": round(min(kmh, 99_999.0), 1)}
    said = f"{show(amounts.distance)} in {show(amounts.time)} makes {kmh:,.0f} km/h"
    if least > reject.value:
        why = f"does not match: {said}, more than the {reject.value:g} km/h that is ever reached"
        return settle(claim, Finding("arithmetic.pace", Outcome.INCONSISTENT, why), measured, None)
    if kmh > warn.value * 1.2 or (kmh > warn.value and warn.value > 500):
        return settle(
            claim, Finding("arithmetic.pace", Outcome.DOUBTFUL, f"{said}, hardly ever reached"), measured, None
        )
    return settle(claim, Finding("arithmetic.pace", Outcome.CONSISTENT, f"{said}, which is possible"), measured, None)


def _value(tolerance: Tolerance) -> float:
    return tolerance.value


def _judge_conversion(claim: Claim, stated: Quantity) -> Verdict:
    pair = stated.pair
    assert pair is not None
    right = convert(stated.value, stated.unit, pair.unit)
    inverse = convert(pair.value, stated.unit, pair.unit)
    measured = {
        "converted": round(right, 2),
        "stated_pair": pair.value,
        "ratio": round(pair.value / right, 3) if right else 0.0,
    }
    said = f"{stated.value:,g} {stated.unit} are {right:,.0f} {pair.unit}, not {pair.value:,g}"
    if inverse and abs(inverse / stated.value - 1) <= tolerances.CONVERSION.value:
        why = f"does not match: {said}; {pair.value:,g} {stated.unit} would be {stated.value:,g} {pair.unit}"
        return settle(claim, Finding("arithmetic.inverse-conversion", Outcome.INCONSISTENT, why), measured, None)
    outcome = Outcome.INCONSISTENT if _differ(stated) > tolerances.CONVERSION_FAR.value else Outcome.DOUBTFUL
    why = f"does not match: {said}" if outcome is Outcome.INCONSISTENT else f"the conversion is rough: {said}"
    return settle(claim, Finding("arithmetic.unit-conversion", outcome, why), measured, None)


def _differ(quantity: Quantity) -> float:
    """By what share an amount and its pair differ; 0 where their rounding explains it."""
    pair = quantity.pair
    if pair is None or not pair.value or not quantity.value:
        return 0.0
    right = convert(quantity.value, quantity.unit, pair.unit)
    low, high = (convert(v, quantity.unit, pair.unit) for v in (quantity.low, quantity.high))
    off = abs(pair.value / right - 1)
    touches = math.isfinite(high) and low <= pair.high and pair.low <= high
    return 0.0 if off <= tolerances.CONVERSION.value or touches else off


def _conversion(reading: Reading, quantity: Quantity) -> Claim:
    return Claim(
        document=reading.document.id,
        start=quantity.start,
        end=quantity.end,
        quote=quantity.text,
        kind=ClaimKind.ARITHMETIC,
        hedge=quantity.hedge,
        stated=quantity,
    )


def _claim(reading: Reading, wording: Wording, parts: Sequence[tuple[int, Sign]]) -> Claim:
    first, last = min(a for a, _ in parts), max(a for a, _ in parts)
    start, end = wording.start(first), wording.end(last + 1)
    amounts = [s.quantity for _, s in parts if s.quantity is not None]
    near = wording.line[max(0, first - 160) : last + 40]
    mode = journey_mode(wording.line[max(0, first - 60) : last + 40])
    mode = mode or vehicle_mode(wording.line[max(0, first - 160) : first])
    return replace(
        begin_claim(reading, ClaimKind.ARITHMETIC, wording.sentence, (start, end)),
        mode=mode,
        notes=travel_notes(wording.line, near, mode),
        stated=amounts[0],
        quantities=tuple(amounts[1:]),
        score=0.8,
    )


def _in(quantity: Quantity, unit: str) -> tuple[float, float, float]:
    """Lowest, stated and highest value in a unit."""
    return (
        convert(quantity.low, quantity.unit, unit),
        convert(quantity.value, quantity.unit, unit),
        convert(quantity.high, quantity.unit, unit),
    )
