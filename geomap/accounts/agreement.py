"""Compares statements of the same thing: distances, times and speeds, arrivals, spans of years, counts of days."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from geomap.accounts.copies import comparison_of
from geomap.accounts.nearby import same_place
from geomap.accounts.same_way import of_one_way, stated_ends
from geomap.accounts.stops import spoken
from geomap.accounts.things import SCENE, at_one_moment, thing_of
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Comparison, Outcome, Reading, Rule, Verdict
from geomap.tolerances import LESS_THAN, MORE_THAN

RULES = (
    Rule(
        id="agreement.pair",
        kind="distance",
        text="Statements of one distance or travel time, in one or several texts, are compared as intervals.",
    ),
    Rule(
        id="agreement.position",
        kind="distance",
        text="Where texts put one wreck or scene, or one storm or ship at one moment, is compared as intervals.",
    ),
    Rule(
        id="agreement.speed", kind="speed", text="Statements of the speed of one traveller are compared as intervals."
    ),
    Rule(
        id="agreement.span",
        kind="duration",
        text="Spans since the last such event are compared as intervals; bounds such as 'nearly' and 'more than' "
        "that only touch contradict.",
    ),
    Rule(id="agreement.since", kind="duration", text="Texts that count from the same event agree on it."),
    Rule(
        id="agreement.day-count",
        kind="day_count",
        text="A count of days and a date of the same event are compared through the day of writing.",
    ),
)

OK, NO = Outcome.CONSISTENT, Outcome.INCONSISTENT


class Agreements:
    """Tells which statements agree and which do not."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """One comparison for each thing that several claims state."""
        return spoken(
            [
                *_pairs(verdicts),
                *_positions(readings, verdicts),
                *_speeds(readings, verdicts),
                *_spans(verdicts),
                *_counts(verdicts),
            ]
        )


def _grouped(verdicts: Sequence[Verdict], alike: Callable[[Claim, Claim], bool]) -> Iterator[list[Verdict]]:
    """Groups of at least two claims that are alike, in text order."""
    groups: list[list[Verdict]] = []
    for verdict in verdicts:
        group = next((g for g in groups if alike(g[0].claim, verdict.claim)), None)
        if group is None:
            groups.append([verdict])
        else:
            group.append(verdict)
    return (group for group in groups if len(group) > 1)


def _interval(claim: Claim, unit: str) -> tuple[float, float] | None:
    """What a claim states, in a unit, as an interval."""
    if claim.stated is None:
        return None
    try:
        value, low = (
            convert(claim.stated.value, claim.stated.unit, unit),
            convert(claim.stated.low, claim.stated.unit, unit),
        )
        high = convert(claim.stated.high, claim.stated.unit, unit) if math.isfinite(claim.stated.high) else math.inf
    except ValueError:
        return None
    return min(low, value * 0.95), max(high, value * 1.05)


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _pairs(verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    chosen = [v for v in verdicts if v.claim.kind in (ClaimKind.DISTANCE, ClaimKind.TRAVEL_TIME) and v.claim.stated]
    for group in of_one_way(chosen):
        unit = "km" if group[0].claim.kind is ClaimKind.DISTANCE else "h"
        yield from _compare_values(group, unit, "agreement.pair", str(group[0].claim.kind))


def _compare_values(group: Sequence[Verdict], unit: str, rule: str, kind: str) -> Iterator[Comparison]:
    intervals = [(v, i) for v in group if (i := _interval(v.claim, unit))]
    if len(intervals) < 2:
        return
    told = ", ".join(dict.fromkeys(v.claim.stated.text for v, _ in intervals if v.claim.stated))
    apart = _apart(intervals)
    what = _of_what(group[0].claim)
    if apart is None:
        yield comparison_of(kind, [v for v, _ in intervals], OK, rule, f"{what}: the statements agree ({told})")
        return
    one, other = apart
    if both := _way_and_line(one, other):
        yield comparison_of(kind, [v for v, _ in intervals], OK, rule, f"{what}: {both}")
        return
    quotes = f"{what}: “{one.claim.quote}” and “{other.claim.quote}”"
    ways = [any(word in v.rule for word in ("rout", "way")) for v in (one, other)]
    if (
        one.claim.mode == other.claim.mode
        and ways[0] == ways[1]
        and Outcome.DOUBTFUL not in (one.outcome, other.outcome)
    ):
        yield comparison_of(kind, [v for v, _ in intervals], NO, rule, f"{quotes} do not match")
    else:
        why = f"{quotes} differ; one may mean the straight line and the other a way"
        yield comparison_of(kind, [v for v, _ in intervals], Outcome.DOUBTFUL, rule, why)


def _way_and_line(one: Verdict, other: Verdict) -> str:
    """That two lengths both hold, the longer being told as one by road, rail or sea; empty where they need not."""
    for way, line in ((one, other), (other, one)):
        stated, straight = way.claim.stated, line.claim.stated
        if way.claim.kind is not ClaimKind.DISTANCE or stated is None or straight is None:
            continue
        longer = convert(stated.value, stated.unit, "km") > convert(straight.value, straight.unit, "km")
        told = way.claim.mode not in (None, "straight") and line.claim.mode in (None, "straight")
        if longer and told and line.outcome is OK and way.outcome is not NO:
            return f"{stated.text} is the way by {way.claim.mode}, {straight.text} another length; both can hold"
    return ""


def _apart(intervals: Sequence[tuple[Verdict, tuple[float, float]]]) -> tuple[Verdict, Verdict] | None:
    """The first two statements, in text order, whose intervals do not meet."""
    highest, lowest = max(low for _, (low, _) in intervals), min(high for _, (_, high) in intervals)
    if highest <= lowest:
        return None  # all meet
    pairs = ((a, b) for n, a in enumerate(intervals) for b in intervals[n + 1 :] if not _meet(a[1], b[1]))
    return next(((one, other) for (one, _), (other, _) in pairs), None)


def _of_what(claim: Claim) -> str:
    ends = stated_ends(claim)
    if ends is None and claim.figure is not None and claim.ground is not None and claim.ground.place is not None:
        return f"{claim.figure.text} - {claim.ground.place.name}"
    return f"{ends[0].name} - {ends[1].name}" if ends else str(claim.kind).replace("_", " ")


def _positions(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Where two texts put one thing: a wreck, or a storm at one moment."""
    by_id = {reading.document.id: reading for reading in readings}
    chosen = [v for v in verdicts if v.claim.kind is ClaimKind.DISTANCE and v.claim.stated and thing_of(v.claim)]

    def alike(a: Claim, b: Claim) -> bool:
        grounds = [c.ground.place if c.ground else None for c in (a, b)]
        if thing_of(a) != thing_of(b) or a.direction != b.direction or a.mode != b.mode or a.document == b.document:
            return False
        if grounds[0] is None or grounds[1] is None or not same_place(grounds[0], grounds[1]):
            return False
        return thing_of(a) == SCENE or at_one_moment(by_id, a, b)

    for group in _grouped(chosen, alike):
        yield from _compare_values(group, "km", "agreement.position", "distance")


def _speeds(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    by_id = {reading.document.id: reading for reading in readings}
    chosen = [v for v in verdicts if v.claim.kind is ClaimKind.SPEED and v.claim.stated and v.claim.mode]

    def alike(a: Claim, b: Claim) -> bool:
        return a.mode == b.mode and (a.mode != "storm" or at_one_moment(by_id, a, b))

    for group in _grouped(chosen, alike):
        if len({v.claim.document for v in group}) > 1:
            yield from _compare_values(group, "km/h", "agreement.speed", "speed")


def _spans(verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Spans since the last trip: "in more than four years" against "in nearly four years"."""
    firsts = [v for v in verdicts if v.claim.kind is ClaimKind.CALENDAR and v.claim.event == "first"]
    stated = [v for v in firsts if v.claim.stated]
    if len({v.claim.document for v in stated}) > 1:
        bounds = [(v, _strict(v.claim)) for v in stated]
        apart = [
            (a, b)
            for n, (a, left) in enumerate(bounds)
            for b, right in bounds[n + 1 :]
            if left[0] >= right[1] or right[0] >= left[1]
        ]
        if apart:
            one, other = apart[0]
            why = f"“{one.claim.quote}” and “{other.claim.quote}” do not match: {one.why[:1].lower()}{one.why[1:]}"
            yield comparison_of("duration", stated, NO, "agreement.span", why)
        else:
            yield comparison_of(
                "duration",
                stated,
                OK,
                "agreement.span",
                f"the spans agree: {', '.join(v.claim.stated.text for v in stated if v.claim.stated)}",
            )
    for event in dict.fromkeys(n for v in firsts for n in v.claim.notes if n.startswith("since:")):
        group = [v for v in firsts if event in v.claim.notes]
        if len({v.claim.document for v in group}) > 1:
            yield comparison_of(
                "duration", group, OK, "agreement.since", f"{len(group)} statements count from the same event"
            )


def _strict(claim: Claim) -> tuple[float, float]:
    """A span as bounds: "nearly four" ends at four, "more than four" begins there."""
    quantity = claim.stated
    assert quantity is not None
    low, high = (
        convert(quantity.low, quantity.unit, "day"),
        convert(quantity.high, quantity.unit, "day") if math.isfinite(quantity.high) else math.inf,
    )
    value = convert(quantity.value, quantity.unit, "day")
    if quantity.hedge in MORE_THAN:
        return value, max(high, value * 1.25)
    if quantity.hedge in LESS_THAN:
        return min(low, value * 0.75), value
    return value * 0.9, value * 1.1


def _counts(verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """The text says "for 566 days" against a date of the same event elsewhere."""
    dated = [v for v in verdicts if v.claim.event == "known" and v.claim.notes]
    for count in (
        v for v in verdicts if v.claim.kind is ClaimKind.CALENDAR and v.claim.event == "count" and v.claim.notes
    ):
        others = [v for v in dated if v.claim.notes[0] == count.claim.notes[0]]
        if others:
            agree = all(v.outcome is not NO for v in (count, *others))
            why = (
                f"“{count.claim.quote}” and “{others[0].claim.quote}” {'agree' if agree else 'do not match'}: "
                f"{count.why[:1].lower()}{count.why[1:]}"
            )
            yield comparison_of("day_count", [count, *others], OK if agree else NO, "agreement.day-count", why)
