"""Stretches of a text that are taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Cover:
    """Stretches of text that are taken, in order."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]

    def holder(self, start: int, end: int) -> int | None:
        """Which stretch holds this one whole."""
        at = bisect_right(self._starts, start) - 1
        return at if at >= 0 and self._stretches[at][1] >= end else None

    def touches(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with this one."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._stretches[at][1] > start:
            return True
        return at + 1 < len(self._starts) and self._starts[at + 1] < end

    def within(self, start: int, end: int) -> bool:
        """Whether the stretches that share a character with this one lie in it whole."""
        at = max(0, bisect_right(self._starts, start) - 1)
        shared = [(a, b) for a, b in self._stretches[at : at + 4] if a < end and b > start]
        return bool(shared) and all(start <= a and b <= end for a, b in shared)
