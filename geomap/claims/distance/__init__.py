"""Statements of distance, with or without a direction: how they are found and judged."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.distance.find import DistanceFinder
from geomap.claims.distance.judge import RULES, DistanceJudge
from geomap.claims.distance.whole_journey import find_whole, judge_whole
from geomap.claims.geometry import Geometry
from geomap.claims.lengths import Lengths
from geomap.claims.participants import Participants
from geomap.claims.wording import Worder
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class DistanceChecker:
    """Finds and judges distances; a network gives ways, a gazetteer outlines and titles."""

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        network: Network | None = None,
        worder: Worder | None = None,
    ) -> None:
        self._finder = DistanceFinder(worder or Worder(), Participants(gazetteer, network))
        self._judge = DistanceJudge(Geometry(gazetteer), Lengths(network))
        self._network = network

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        found = self._finder.find(reading)
        settled = {
            _amount(c) for c in found if all(p and p.place and p.start is not None for p in (c.figure, c.ground))
        }
        whole = [c for c in find_whole(reading) if _amount(c) not in settled]
        amounts = {_amount(c) for c in whole}
        kept = [c for c in found if _amount(c) not in amounts]
        return sorted([*kept, *whole], key=lambda c: (c.start, c.end))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return judge_whole(claim, self._network) if claim.event == "whole" else self._judge.judge(claim)


def _amount(claim: Claim) -> int | None:
    return claim.stated.start if claim.stated is not None else None
