"""Holds a travel time against the days of departure and arrival that the text tells."""

from __future__ import annotations

import re
from datetime import timedelta

from geomap.claims.findings import show
from geomap.geodesy import most_behind_h
from geomap.quantities import convert
from geomap.records import Claim, Outcome, Participant, Quantity
from geomap.tolerances import CLOCK_SLACK_H, DATES_FAR, DATES_FAR_SHARE, DAY_COUNT_SLACK


def judge_dates(claim: Claim) -> tuple[Outcome, str] | None:
    """Whether the days of departure and arrival leave the stated time; None where the text does not date both."""
    start, end = claim.ground, claim.figure
    if start is None or end is None or claim.stated is None or start.time is None or end.time is None:
        return None
    window = _window(start, end)
    if window is None:
        return None
    least, most = window
    low, high = bounds_h(claim.stated)
    slack = (
        24 * DAY_COUNT_SLACK.value if claim.stated.text and not re.search(r"hour|hr|\bh\b", claim.stated.text) else 0.0
    )
    days = f"{start.time.text} to {end.time.text}"
    spans = dict.fromkeys(f"{h / 24:.1f}".removesuffix(".0") if most >= 96 else f"{h:.0f}" for h in (least, most))
    told = f"{' to '.join(spans)} {'days' if most >= 96 else 'hours'}"
    if low - slack <= most and least <= high + slack:
        return Outcome.CONSISTENT, f"{show(claim.stated)} fits the days told, {days}: {told}"
    off = max(low - most, least - high)
    outcome = (
        Outcome.INCONSISTENT
        if off > DATES_FAR.value * slack and off > DATES_FAR_SHARE.value * high
        else Outcome.DOUBTFUL
    )
    return outcome, f"{show(claim.stated)} does not match the days told, {days}: {told}"


def bounds_h(stated: Quantity) -> tuple[float, float]:
    """The bounds of an amount of time, in hours."""
    return convert(stated.low, stated.unit, "h"), convert(stated.high, stated.unit, "h")


def _window(start: Participant, end: Participant) -> tuple[float, float] | None:
    a, b = start.time, end.time
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return None
    if {a.grain, b.grain} & {"month", "year", "period", "week"}:
        return None
    hour = timedelta(hours=1)
    behind = 0.0
    if start.place and end.place and start.place.at and end.place.at:
        behind = most_behind_h(start.place.at, end.place.at, slack_h=CLOCK_SLACK_H.value)
    most = (b.latest - a.earliest) / hour + behind
    return (max(0.0, (b.earliest - a.latest) / hour - CLOCK_SLACK_H.value), most) if most > 0 else None
