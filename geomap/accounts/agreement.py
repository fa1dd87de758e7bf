"""Compares statements of the same thing: distances, times and speeds, arrivals, spans of years, counts of days."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Hashable, Iterator, Sequence

from geomap.accounts.copies import comparison_of
from geomap.accounts.nearby import same_place
from geomap.accounts.same_way import of_one_way, stated_ends
from geomap.accounts.stops import spoken
from geomap.accounts.unplaced import SCENE, at_one_moment, thing_of
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
# More things than this of one sort are not told apart, and no more dates of one event are held against each count of
# days, so that the time does not grow with the square of the text (chosen by us: no run of stories tells of so many).
_MOST_GROUPS, _MOST_DATED = 100, 100


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


def _grouped(
    verdicts: Sequence[Verdict], key: Callable[[Claim], Hashable], alike: Callable[[Claim, Claim], bool]
) -> list[list[Verdict]]:
    """Groups of at least two claims of one key that are alike, in text order; `_MOST_GROUPS` of each key at most."""
    groups: list[list[Verdict]] = []
    by_key: dict[Hashable, list[list[Verdict]]] = {}
    for verdict in verdicts:
        same = by_key.setdefault(key(verdict.claim), [])
        group = next((g for g in same if alike(g[0].claim, verdict.claim)), None)
        if group is not None:
            group.append(verdict)
        elif len(same) < _MOST_GROUPS:
            groups.append([verdict])
            same.append(groups[-1])
    return [group for group in groups if len(group) > 1]


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
    apart = _first_apart([interval for _, interval in intervals])
    what = _of_what(group[0].claim)
    if apart is None:
        yield comparison_of(kind, [v for v, _ in intervals], OK, rule, f"{what}: the statements agree ({told})")
        return
    one, other = (intervals[n][0] for n in apart)
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


def _first_apart(intervals: Sequence[tuple[float, float]], *, touching: bool = False) -> tuple[int, int] | None:
    """The first two intervals that do not meet, by their numbers; None if all do. `touching` ones may not meet either.

    Takes time in proportion to the intervals, by the highest lower and the lowest upper bound of those behind each.
    """
    beyond = operator.ge if touching else operator.gt
    behind = [(-math.inf, math.inf)]
    for low, high in reversed(intervals):
        behind.append((max(low, behind[-1][0]), min(high, behind[-1][1])))
    for n, (low, high) in enumerate(intervals):
        highest, lowest = behind[len(intervals) - n - 1]
        if beyond(highest, high) or beyond(low, lowest):
            others = enumerate(intervals[n + 1 :], start=n + 1)
            return n, next(m for m, (a, b) in others if beyond(a, high) or beyond(low, b))
    return None


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
        if a.document == b.document or grounds[0] is None or grounds[1] is None:
            return False
        return same_place(grounds[0], grounds[1]) and (thing_of(a) == SCENE or at_one_moment(by_id, a, b))

    for group in _grouped(chosen, lambda claim: (thing_of(claim), claim.direction, claim.mode), alike):
        yield from _compare_values(group, "km", "agreement.position", "distance")


def _speeds(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    by_id = {reading.document.id: reading for reading in readings}
    chosen = [v for v in verdicts if v.claim.kind is ClaimKind.SPEED and v.claim.stated and v.claim.mode]

    def alike(a: Claim, b: Claim) -> bool:
        return a.mode != "storm" or at_one_moment(by_id, a, b)

    for group in _grouped(chosen, lambda claim: claim.mode, alike):
        if len({v.claim.document for v in group}) > 1:
            yield from _compare_values(group, "km/h", "agreement.speed", "speed")


def _spans(verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Spans since the last trip: "in more than four years" against "in nearly four years"."""
    firsts = [v for v in verdicts if v.claim.kind is ClaimKind.CALENDAR and v.claim.event == "first"]
    stated = [v for v in firsts if v.claim.stated]
    if len({v.claim.document for v in stated}) > 1:
        apart = _first_apart([_strict(v.claim) for v in stated], touching=True)
        if apart is not None:
            one, other = (stated[n] for n in apart)
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
    dated: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.claim.event == "known" and verdict.claim.notes:
            dated.setdefault(verdict.claim.notes[0], []).append(verdict)
    for count in (
        v for v in verdicts if v.claim.kind is ClaimKind.CALENDAR and v.claim.event == "count" and v.claim.notes
    ):
        if others := dated.get(count.claim.notes[0], [])[:_MOST_DATED]:
            agree = all(v.outcome is not NO for v in (count, *others))
            why = (
                f"“{count.claim.quote}” and “{others[0].claim.quote}” {'agree' if agree else 'do not match'}: "
                f"{count.why[:1].lower()}{count.why[1:]}"
            )
            yield comparison_of("day_count", [count, *others], OK if agree else NO, "agreement.day-count", why)
