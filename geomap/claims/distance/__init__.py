"""Statements of distance, with or without a direction: how they are found and judged."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.distance.find import DistanceFinder
from geomap.claims.distance.judge import RULES, DistanceJudge
from geomap.claims.distance.whole_journey import find_whole, judge_whole
from geomap.claims.geometry import Geometry
from geomap.claims.lengths import Lengths
from geomap.claims.participants import Participants
from geomap.claims.spans import of_journeys
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
        return of_journeys(self._finder.find(reading), list(find_whole(reading)))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return judge_whole(claim, self._network) if claim.event == "whole" else self._judge.judge(claim)
