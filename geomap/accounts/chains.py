"""Compares parts with wholes and sides of triangles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from geomap.accounts.copies import comparison_of
from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import ELSEWHERE
from geomap.accounts.spellings import ALIAS, find_aliases
from geomap.accounts.stops import spoken
from geomap.accounts.ways import cornered, distinct, ends_of, with_parts
from geomap.geodesy import distance_km
from geomap.interfaces import Network
from geomap.quantities import convert
from geomap.records import WIDE_KINDS, Claim, ClaimKind, Comparison, Outcome, Place, Reading, Rule, Verdict

RULES = (
    Rule(id="chain.length", kind="distance_chain", text="A part of a way cannot be longer than the whole."),
    Rule(
        id="chain.time",
        kind="travel_time",
        text="A part of a way cannot take longer than the whole takes at most; mean speeds that differ are told.",
    ),
    Rule(
        id="triangle.sides",
        kind="triangle",
        text="No side of a triangle is longer than the other two together, on straight lines or on the network.",
    ),
    ALIAS,
)

OK, NO = Outcome.CONSISTENT, Outcome.INCONSISTENT
# A place lies on the way between two others when the way by it is hardly longer (CLAIMS model v0: detour 1.15).
_ON_THE_WAY = 1.15


# Below this score of a place an inconsistency is not stated.
_SURE = 0.6


class Chains:
    """Tells whether statements about parts and wholes fit together."""

    def __init__(self, network: Network | None) -> None:
        self._network = network
        self._known: dict[tuple[str, str], float | None] = {}

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """Chains of lengths and of times, triangles, spellings."""
        return spoken(
            [
                *_longest(self._chains(verdicts)),
                *self._times(verdicts),
                *self._triangles(verdicts),
                *find_aliases(readings, verdicts),
            ]
        )

    def _between(self, a: Place, b: Place) -> float | None:
        """The way between two places: by rail where the network knows it, else straight."""
        return self._railed(a, b) or _straight(a, b)

    def _railed(self, a: Place, b: Place) -> float | None:
        """The way by rail between two places; None where the network knows none."""
        if self._network is None or a.at is None or b.at is None or {a.kind, b.kind} & WIDE_KINDS:
            return None
        key = (min(a.id, b.id), max(a.id, b.id))
        if key not in self._known:
            route = self._network.route([a, b], mode="rail")
            self._known[key] = route.length_km if route is not None else None
        return self._known[key]

    def _is_on_the_way(self, inner: Place, far: Place, near: Place) -> bool:
        """Whether the way by a place is hardly longer: by rail where all three ways are known, else straight."""
        pairs = ((far, inner), (inner, near), (far, near))
        straight = [_straight(a, b) for a, b in pairs]
        least, known = _detour(straight), self._railed(far, near)
        if known is None or _detour([*straight[:2], max(known, straight[2] or 0.0)]) > _ON_THE_WAY:
            return least <= _ON_THE_WAY
        railed = [self._railed(a, b) for a, b in pairs]
        return (least if None in railed else _detour(railed)) <= _ON_THE_WAY

    def _part_of(self, part: tuple[Place, Place], whole: tuple[Place, Place]) -> bool:
        """Whether one way is a part of another: they share an end, and the other end lies on the way."""
        if {part[0].id, part[1].id} == {whole[0].id, whole[1].id}:
            return False
        for far, near in (whole, whole[::-1]):
            inner = next(
                (end for end, other in (part, part[::-1]) if same_place(other, near) and not same_place(end, far)), None
            )
            if inner is not None and self._is_on_the_way(inner, far, near):
                return True
        return False

    def _chains(self, verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
        """Parts that are longer than their whole, and the first of another text that is not."""
        verdicts = [v for v in verdicts if v.claim.event != "whole" and v.claim.stated and ends_of(v.claim)]
        wholes = [v for v in verdicts if v.claim.kind is ClaimKind.DISTANCE]
        parts = [v for v in verdicts if v.claim.kind in (ClaimKind.DISTANCE, ClaimKind.TRAVEL_TIME)]
        lengths = {id(v): length for v in parts if (length := _part_km(v)) is not None}
        told = {id(v) for v in parts if _is_told(v)}
        shown = False

        def matters(whole: Verdict, part: Verdict) -> bool:
            length, stated = lengths.get(id(part)), lengths[id(whole)]
            if length is None:
                return False
            if length > stated * 1.05:
                return id(whole) in told and id(part) in told
            # Within one text that is as expected.
            return not shown and whole.claim.document != part.claim.document

        for whole, part in with_parts(wholes, parts, self._part_of, matters):
            ends, inner = ends_of(whole.claim), ends_of(part.claim)
            assert ends is not None and inner is not None
            length = lengths[id(part)]
            says = f"{inner[1].name} - {inner[0].name} ({length:,.0f} km) is a part of {ends[1].name} - {ends[0].name}"
            says += f" ({_text(whole)})"
            if length > lengths[id(whole)] * 1.05:
                why = f"does not match: {says}, but longer"
                yield comparison_of("distance_chain", (whole, part), NO, "chain.length", why)
            else:
                shown = True
                yield comparison_of("distance_chain", (whole, part), OK, "chain.length", f"{says} and shorter")

    def _times(self, verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
        times = [v for v in verdicts if v.claim.kind is ClaimKind.TRAVEL_TIME and v.claim.stated and ends_of(v.claim)]

        def fits(whole: Verdict, part: Verdict) -> bool:
            return _hours(part.claim)[0] <= _hours(whole.claim)[1]

        def matters(whole: Verdict, part: Verdict) -> bool:
            same_means = whole.claim.mode == part.claim.mode
            return same_means and (fits(whole, part) or (_is_told(whole) and _is_told(part)))

        for whole, part in with_parts(times, times, self._part_of, matters):
            outcome = OK if fits(whole, part) else NO
            why = (
                f"“{part.claim.quote}” for a part and “{whole.claim.quote}” for the whole "
                f"{'can both hold' if outcome is OK else 'do not match'}"
            )
            yield comparison_of("travel_time", (whole, part), outcome, "chain.time", why + self._paces(part, whole))

    def _paces(self, part: Verdict, whole: Verdict) -> str:
        """The mean speeds that two travel times imply."""
        told = []
        for verdict in (part, whole):
            ends = ends_of(verdict.claim)
            km = self._between(*ends) if ends else None
            if km and verdict.claim.stated:
                told.append(f"{km / convert(verdict.claim.stated.value, verdict.claim.stated.unit, 'h'):.0f} km/h")
        return f"; they imply means of {' and '.join(told)}" if len(told) == 2 else ""

    def _triangles(self, verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
        """Distances of one place from two others: those that fail, and the first across texts that is near failing."""
        sides = distinct([v for v in verdicts if v.claim.kind is ClaimKind.DISTANCE and v.claim.event != "whole"])
        told = False
        for one, other in cornered(sides):
            corner = _corner(one.claim, other.claim)
            comparison = self._triangle(one, other, *corner) if corner else None
            across = one.claim.document != other.claim.document
            if comparison is not None and (comparison.outcome is NO or (across and not told)):
                told = told or comparison.outcome is OK
                yield comparison

    def _triangle(self, one: Verdict, other: Verdict, x: Place, a: Place, b: Place) -> Comparison | None:
        first, second = _bounds(one.claim), _bounds(other.claim)
        straight = _straight(a, b)
        if straight is None:
            return None
        if abs(sum(first) - sum(second)) / 2 < 0.5 * straight:
            return None  # nothing to wonder at
        thirds = [straight, self._between(a, b) or straight]
        fits = [t for t in thirds if max(first[0] - second[1], second[0] - first[1], 0.0) <= t <= first[1] + second[1]]
        told = (
            f"{x.name} - {a.name} ({_text(one)}), {x.name} - {b.name} ({_text(other)}) and {a.name} - {b.name} "
            f"({straight:,.0f} km straight)"
        )
        if fits:
            return comparison_of(
                "triangle", (one, other), OK, "triangle.sides", f"{told} can be the sides of a triangle"
            )
        if one.claim.mode or other.claim.mode or any("way" in v.rule or "route" in v.rule for v in (one, other)):
            return None  # lengths along roads need not close with a straight line
        if (
            not (_is_told(one) and _is_told(other))
            or min(one.score, other.score) < _SURE
            or Outcome.DOUBTFUL in (one.outcome, other.outcome)
        ):
            return None  # a place may be the wrong one of its name
        why = f"does not match: {told} cannot be the sides of a triangle"
        return comparison_of("triangle", (one, other), NO, "triangle.sides", why)


def _is_told(verdict: Verdict) -> bool:
    """Whether a text names both ends of a statement that nothing speaks against: what is guessed contradicts none."""
    people = (verdict.claim.figure, verdict.claim.ground)
    implied = any(p is None or (p.start is None and p.why and "title" not in p.why) for p in people)
    return not implied and verdict.outcome in (OK, Outcome.UNVERIFIABLE) and not verdict.rule.endswith(ELSEWHERE)


def _longest(found: Iterable[Comparison]) -> list[Comparison]:
    """Every chain that does not fit, and the first that does."""
    chains = list(found)
    return [c for c in chains if c.outcome is NO] + [c for c in chains if c.outcome is OK][:1]


def _detour(legs: Sequence[float | None]) -> float:
    """How many times the third length the first two are together; infinite where one is not known."""
    first, second, whole = legs
    return (first + second) / whole if first is not None and second is not None and whole else math.inf


def _straight(a: Place, b: Place) -> float | None:
    if a.at is None or b.at is None or {a.kind, b.kind} & WIDE_KINDS:
        return None
    return distance_km(a.at, b.at)


def _text(verdict: Verdict) -> str:
    return verdict.claim.stated.text if verdict.claim.stated else ""


def _corner(one: Claim, other: Claim) -> tuple[Place, Place, Place] | None:
    """The place that two distances are told of, and from where."""
    a, b = ends_of(one), ends_of(other)
    if a is None or b is None or not same_place(a[0], b[0]) or same_place(a[1], b[1]):
        return None
    return a[0], a[1], b[1]


def _km(claim: Claim) -> float | None:
    return convert(claim.stated.value, claim.stated.unit, "km") if claim.stated else None


def _bounds(claim: Claim) -> tuple[float, float]:
    assert claim.stated is not None
    value = convert(claim.stated.value, claim.stated.unit, "km")
    return min(convert(claim.stated.low, claim.stated.unit, "km"), 0.95 * value), max(
        convert(min(claim.stated.high, 10 * claim.stated.value), claim.stated.unit, "km"), 1.05 * value
    )


def _hours(claim: Claim) -> tuple[float, float]:
    assert claim.stated is not None
    high = claim.stated.high
    return convert(claim.stated.low, claim.stated.unit, "h"), convert(high, claim.stated.unit, "h") if high != float(
        "inf"
    ) else high


def _part_km(verdict: Verdict) -> float | None:
    """The length of a part: as stated, or for a travel time as measured."""
    if verdict.claim.kind is ClaimKind.DISTANCE:
        return _km(verdict.claim)
    measured = verdict.measured.get("route_km") or verdict.measured.get("straight_km")
    ends = ends_of(verdict.claim)
    if measured is None and ends and ends[0].at and ends[1].at:
        return distance_km(ends[0].at, ends[1].at)
    return measured
