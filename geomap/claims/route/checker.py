"""The checker of claims about the ways that travellers take."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.placing import spoken
from geomap.claims.route.find import find_routes
from geomap.claims.route.judge import RULES, RouteJudge
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class RouteChecker:
    """Finds and judges statements of origin, stops, crossings, turns, destinations and connections."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None = None) -> None:
        self._gazetteer = gazetteer
        self._judge = RouteJudge(gazetteer, network)

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return list(find_routes(reading, self._gazetteer))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return spoken(self._judge.judge(claim))
