"""The two places whose distance the sentence before told: what "the drive" and "the road" go on about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from geomap.claims.spans import nth_sentence
from geomap.claims.wording import Worder, Wording
from geomap.records import Claim, Participant, Reading

_SURE = 0.65


class PairBefore:
    """Looks one sentence back; `find` gives the distances of a sentence."""

    def __init__(self, worder: Worder, find: Callable[[Reading, Wording], Sequence[Claim]]) -> None:
        self._worder = worder
        self._find = find

    def ends(self, reading: Reading, wording: Wording) -> tuple[Participant, Participant] | None:
        """Ground and figure; None where the sentence before tells of no two known places, or of several pairs."""
        words = self._worder.word(reading)
        at = bisect_left(words, wording.sentence.start, key=lambda w: w.sentence.start)
        if at == 0:
            return None
        last = words[at - 1]
        if nth_sentence(reading, last.sentence.start) + 1 != nth_sentence(reading, wording.sentence.start):
            return None
        return pair_of(self._find(reading, last))


def pair_of(claims: Sequence[Claim]) -> tuple[Participant, Participant] | None:
    """The one pair of known places that distances are told of, as what the text implies afterwards."""
    pairs = {
        frozenset({a.place.id, b.place.id}): (b, a)
        for c in claims
        if (a := c.figure) is not None and (b := c.ground) is not None and a.place is not None and b.place is not None
    }
    if len(pairs) != 1:
        return None
    ground, figure = next(iter(pairs.values()))
    return _implied(ground), _implied(figure)


def _implied(told: Participant) -> Participant:
    why = f"not named here; the text tells how far {told.text!r} is before"
    return replace(told, start=None, end=None, score=_SURE * told.score, why=why)
