"""The checker of claims about dates, weekdays and spans of time."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.calendar.find import find_dates
from geomap.claims.calendar.firsts import find_firsts
from geomap.claims.calendar.judge import RULES, judge_calendar
from geomap.claims.calendar.spans import find_spans
from geomap.claims.placing import spoken
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Reading, Rule, Verdict


class CalendarChecker:
    """Finds and judges double years, wrong weekdays, impossible days, day counts and "the first in N years"."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None = None) -> None:
        self._gazetteer = gazetteer

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        found = [*find_dates(reading), *find_firsts(reading), *find_spans(reading)]
        return sorted(found, key=lambda claim: (claim.start, claim.end))

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        return spoken(judge_calendar(claim))
