"""Mentions and claims by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from geomap.records import WIDE_KINDS, Claim, PlacedMention, Reading

# How many of the mentions before a statement are looked through: about two paragraphs (chosen by us).
BACK = 40
# How far into a text the place of its dateline may stand, in characters (chosen by us).
_HEAD = 120
# What makes a name one that something else is only measured from.
_MEASURED_FROM = re.compile(
    r"(?:\b(?:north|south|east|west|km|kilomet(?:er|re)s?|mi|miles?|away|hours?|minutes?|days?|drive|flight|ride|walk)"
    r"|\))\s(?:of|from)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){0,3}\Z"
)


def mentions_from(mentions: Sequence[PlacedMention], start: int) -> int:
    """The index of the first mention that begins at `start` or later."""
    return bisect_left(mentions, start, key=lambda m: m.start)


def mentions_within(mentions: Sequence[PlacedMention], start: int, end: int) -> Sequence[PlacedMention]:
    """The mentions that touch a stretch of the text."""
    first = mentions_from(mentions, start)
    if first > 0 and mentions[first - 1].end > start:
        first -= 1
    last = first
    while last < len(mentions) and mentions[last].start < end:
        last += 1
    return mentions[first:last]


def opening_town(reading: Reading) -> PlacedMention | None:
    """The town at the head of a text, which "this town" then is; None where it begins with none."""
    start = reading.document.body_start
    first = mentions_within(reading.mentions, start, start + _HEAD)[:3]
    return next((m for m in first if m.place is not None and m.place.kind not in WIDE_KINDS), None)


def named_before(reading: Reading, offset: int) -> list[PlacedMention]:
    """The last mentions that begin before an offset, nearest first.

    Of those in one sentence, the ones that something is only measured from come last: after "X lies 50 km south of Y"
    the text goes on about X.
    """
    last = mentions_from(reading.mentions, offset)
    found = list(reversed(reading.mentions[max(0, last - BACK) : last]))
    ends = [nth_sentence(reading, m.start) for m in found]
    text = reading.document.text
    grounds = [_MEASURED_FROM.search(text, max(0, m.start - 48), m.start) is not None for m in found]
    order = sorted(range(len(found)), key=lambda n: (-ends[n], grounds[n], n))
    return [found[n] for n in order]


def nth_sentence(reading: Reading, offset: int) -> int:
    """Which sentence of a text holds an offset."""
    return bisect_right(reading.sentences, offset, key=lambda s: s.start) - 1


def apart(found: Iterable[tuple[Claim, int, int]]) -> Iterator[Claim]:
    """Of claims with where each begins and ends in one sentence those that overlap none before them."""
    taken: list[tuple[int, int]] = []
    for claim, first, last in found:
        if not any(start < last and first < end for start, end in taken):
            taken.append((first, last))
            yield claim


def of_journeys(found: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """The claims of a text in order, each amount in one of them.

    Args:
        found: Those that a sentence states in its own words; they count where these name both ends.
        told: Those of the journey that the text tells; they count otherwise.
    """
    named = {_amount(c) for c in found if all(p and p.place and p.start is not None for p in (c.figure, c.ground))}
    told = [c for c in told if _amount(c) not in named]
    amounts = {_amount(c) for c in told}
    return sorted([*(c for c in found if _amount(c) not in amounts), *told], key=lambda c: (c.start, c.end))


def _amount(claim: Claim) -> int | None:
    return claim.stated.start if claim.stated is not None else None
