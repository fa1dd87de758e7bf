"""The checker of claims that places are near each other or share a border."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.placing import spoken
from geomap.claims.proximity.find import find_proximities
from geomap.claims.proximity.judge import judge_proximity
from geomap.claims.proximity.rules import RULES
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class ProximityChecker:
    """Finds and judges statements that a place is near another, on a border, or that countries are neighbours."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None = None) -> None:
        self._gazetteer = gazetteer

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return list(find_proximities(reading))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return spoken(judge_proximity(claim, self._gazetteer))
