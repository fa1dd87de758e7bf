"""Mentions by where they stand, without a walk through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from geomap.records import PlacedMention


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
