"""Statements of how long a way takes: how they are found and judged."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.distance.find import DistanceFinder
from geomap.claims.geometry import Geometry
from geomap.claims.participants import Participants
from geomap.claims.spans import of_journeys
from geomap.claims.travel_time.elapsed import find_elapsed, with_events
from geomap.claims.travel_time.find import TravelTimeFinder
from geomap.claims.travel_time.judge import RULES, TravelTimeJudge
from geomap.claims.wording import Worder
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class TravelTimeChecker:
    """Finds and judges travel times."""

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        network: Network | None = None,
        worder: Worder | None = None,
    ) -> None:
        worder, participants = worder or Worder(), Participants(gazetteer, network)
        self._finder = TravelTimeFinder(worder, participants, DistanceFinder(worder, participants))
        self._judge = TravelTimeJudge(Geometry(gazetteer), network)

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        found = [with_events(claim, reading) for claim in self._finder.find(reading)]
        return of_journeys(found, list(find_elapsed(reading)))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return self._judge.judge(claim)
