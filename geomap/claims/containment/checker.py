"""The checker of claims that a place lies in an area."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.containment.find import find_containments
from geomap.claims.containment.judge import RULES, judge_containment
from geomap.claims.placing import spoken
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class ContainmentChecker:
    """Finds and judges statements that one place lies in another, is its capital, or lies in a part of it."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None = None) -> None:
        self._gazetteer = gazetteer
        self._network = network

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return list(find_containments(reading))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return spoken(judge_containment(claim, self._gazetteer, self._network))
