"""The checker of claims about when who was where."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.placing import spoken
from geomap.claims.schedule.find import find_schedules
from geomap.claims.schedule.judge import RULES, judge_schedule
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class ScheduleChecker:
    """Finds and judges statements of departure, arrival, meeting or sighting at a place and time."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None = None) -> None:
        self._gazetteer = gazetteer
        self._network = network

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return list(find_schedules(reading, self._gazetteer))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return spoken(judge_schedule(claim, self._network))
