"""Groups statements of one distance, travel time or journey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.accounts.nearby import Nearby, same_place
from geomap.geodesy import distance_km
from geomap.records import Claim, ClaimKind, Place, Verdict


def of_one_way(verdicts: Sequence[Verdict]) -> Iterator[list[Verdict]]:
    """Groups of at least two claims of the same ends, in text order; compared with those that may share both."""
    groups: list[list[Verdict]] = []
    nearby = Nearby()
    for verdict in verdicts:
        claim = verdict.claim
        ends = stated_ends(claim)
        if ends is None:
            continue
        # A whole journey may end elsewhere in another text; it begins at the same place.
        sought = ends[1:] if claim.event == "whole" else ends
        likely = min((nearby.near(end) for end in sought), key=len)
        group = next((groups[n] for n in likely if _same_ends(groups[n][0].claim, claim)), None)
        if group is None:
            for end in ends:
                nearby.add(end, len(groups))
            groups.append([verdict])
        else:
            group.append(verdict)
    return (group for group in groups if len(group) > 1)


def stated_ends(claim: Claim) -> tuple[Place, Place] | None:
    """The places that a claim is told of and from; None where one is unknown."""
    a, b = (p.place if p else None for p in (claim.figure, claim.ground))
    return (a, b) if a is not None and b is not None else None


def _same_ends(one: Claim, other: Claim) -> bool:
    a, b = stated_ends(one), stated_ends(other)
    if a is None or b is None or one.kind is not other.kind:
        return False
    if one.mode != other.mode and (one.kind is ClaimKind.TRAVEL_TIME or (one.mode and other.mode)):
        return False
    if one.kind is ClaimKind.TRAVEL_TIME and one.document == other.document and _overlap(one, other):
        return False  # "was cut from two days to nine hours": a sentence that gives two times sets them apart
    if "whole" in (one.event, other.event):
        return one.event == other.event and _one_journey(a, b)
    straight = same_place(a[0], b[0]) and same_place(a[1], b[1])
    return straight or (same_place(a[0], b[1]) and same_place(a[1], b[0]))


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


# Two texts may end one journey at the border and in the capital; the ends lie this near, by the whole (chosen by us).
_SAME_END = 0.1


def _one_journey(a: tuple[Place, Place], b: tuple[Place, Place]) -> bool:
    """Whether two whole journeys, each as its end and its start, are one."""
    if not same_place(a[1], b[1]) or not (a[0].at and a[1].at and b[0].at):
        return False
    return same_place(a[0], b[0]) or distance_km(a[0].at, b[0].at) <= _SAME_END * distance_km(a[0].at, a[1].at)
