"""Statements of ways by their two ends, so that what is told of the same ways again and again is compared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from geomap.accounts.nearby import Nearby
from geomap.records import WIDE_KINDS, Claim, Participant, Place, Verdict

# How far a border or a river is, is told of its nearest part, wherever its one known point lies.
_LINES = frozenset("border river coast strait canal railway lake bay valley forest park peninsula".split())
Ends = tuple[Place, Place]
_EDGE = re.compile(
    r"\b(?:borders?|frontier|boundary|coast|coastline|shores?|shoreline|front\s?line|edge)\b", re.IGNORECASE
)


def with_parts(
    wholes: Sequence[Verdict],
    parts: Sequence[Verdict],
    is_part: Callable[[Ends, Ends], bool],
    matters: Callable[[Verdict, Verdict], bool],
) -> Iterator[tuple[Verdict, Verdict]]:
    """Each statement of a way with each of a part of it, which shares an end with it, where the two matter.

    Ways of the same ends are measured once, and only those that may share an end and whose statements, the whole first,
    `matters` holds for.
    """
    groups: dict[tuple[str, str], list[tuple[int, Verdict]]] = {}
    ways: list[tuple[Ends, list[tuple[int, Verdict]]]] = []
    nearby = Nearby()
    for number, part in enumerate(distinct(parts)):
        if ends := ends_of(part.claim):
            key = (ends[0].id, ends[1].id)
            if key not in groups:
                for end in ends:
                    nearby.add(end, len(ways))
                groups[key] = []
                ways.append((ends, groups[key]))
            groups[key].append((number, part))
    known: dict[tuple[int, tuple[str, str]], bool] = {}
    for whole in distinct(wholes):
        ends = ends_of(whole.claim)
        if ends is None:
            continue
        near = {*nearby.near(ends[0]), *nearby.near(ends[1])}
        for _, way, part in sorted(((m, n, part) for n in near for m, part in ways[n][1]), key=itemgetter(0)):
            if part is whole or not matters(whole, part):
                continue
            pair = way, (ends[0].id, ends[1].id)
            if pair not in known:
                known[pair] = is_part(ways[way][0], ends)
            if known[pair]:
                yield whole, part


def distinct(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts without those of sentences that a document says again with the same ends and amount."""
    seen: dict[tuple[object, ...], Verdict] = {}
    for verdict in verdicts:
        claim = verdict.claim
        ends, stated = ends_of(claim), claim.stated
        if ends is None or stated is None:
            continue
        amount = (stated.low, stated.high, stated.unit)
        key = (claim.document, claim.kind, ends[0].id, ends[1].id, amount, claim.mode, claim.modality)
        seen.setdefault(key, verdict)
    return list(seen.values())


def cornered(sides: Sequence[Verdict]) -> Iterator[tuple[Verdict, Verdict]]:
    """The pairs of statements, in order, that may be told of one place."""
    corners = [ends[0] if (ends := ends_of(side.claim)) else None for side in sides]
    nearby = Nearby()
    for n, corner in enumerate(corners):
        if corner is not None:
            nearby.add(corner, n)
    for n, corner in enumerate(corners):
        if corner is not None:
            yield from ((sides[n], sides[m]) for m in nearby.near(corner) if m > n)


def ends_of(claim: Claim) -> Ends | None:
    """The two places that a statement of a way lies between; None where one has no point, or is an edge."""
    a, b = (_end(p) for p in (claim.figure, claim.ground))
    return None if a is None or b is None else (a, b)


def _end(participant: Participant | None) -> Place | None:
    """A participant's place, if its point says where it is: not "the border", "the coast of Corsica", a river."""
    place = participant.place if participant is not None else None
    if participant is None or place is None or place.at is None or place.kind in WIDE_KINDS | _LINES:
        return None
    made = place.kind == "point" and participant.start is None  # a point that a statement itself puts on the map
    return None if made or _EDGE.search(participant.text) else place
