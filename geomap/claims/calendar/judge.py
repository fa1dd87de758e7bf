"""Judges dates, weekdays and spans of time by the calendar."""

from __future__ import annotations

import re
from datetime import date, datetime

from geomap import tolerances
from geomap.calendar_dates import WEEKDAYS
from geomap.claims import known_events
from geomap.claims.calendar.firsts import OF_A_KIND
from geomap.claims.calendar.spans import length_days
from geomap.records import Claim, Outcome, Quantity, Rule, TimeSpan, Verdict

RULES = (
    Rule(id="calendar.double-year", kind="calendar", text="One date cannot carry two years."),
    Rule(id="calendar.weekday", kind="calendar", text="A date falls on one weekday."),
    Rule(id="calendar.impossible", kind="calendar", text="A date must exist in the calendar."),
    Rule(
        id="calendar.count",
        kind="calendar",
        text=("Days, weeks, months or years since a dated event are counted with and without the first day."),
        tolerances=(tolerances.DAY_COUNT_SLACK,),
    ),
    Rule(
        id="calendar.span",
        kind="calendar",
        text="Days or weeks between two dates of the text are counted with and without the first day.",
        tolerances=(tolerances.DAY_COUNT_SLACK,),
    ),
    Rule(
        id="calendar.first",
        kind="calendar",
        text=(
            "The span since the last such trip, as the texts or the "
            "table of events date it, is compared with the stated one."
        ),
    ),
    Rule(id="calendar.ago", kind="calendar", text="Two ways of naming one time must meet."),
    Rule(
        id="calendar.undated",
        kind="calendar",
        text=("Where nothing dates the event or the text, a span cannot be checked."),
    ),
)

OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


def judge_calendar(claim: Claim) -> Verdict:
    """What holds of a claim of the calendar."""
    judge = {
        "double-year": _double,
        "weekday": _weekday,
        "impossible": _impossible,
        "count": _count,
        "first": _first,
        "ago": _ago,
        "span": _between_dates,
    }
    outcome, rule, why = judge[claim.event or "impossible"](claim)
    event = known_events.by_id(claim.notes[0]) if claim.event == "count" and claim.notes else None
    return Verdict(
        claim=claim, outcome=outcome, rule=rule, why=why, score=claim.score, sources=(event.source,) if event else ()
    )


Finding = tuple[Outcome, str, str]


def _double(claim: Claim) -> Finding:
    years = re.findall(r"(?:19|20)\d\d", claim.quote)
    return NO, "calendar.double-year", f"does not match itself: one date with two years, {years[-2]} and {years[-1]}"


def _weekday(claim: Claim) -> Finding:
    time = claim.time
    if time is None or time.earliest is None or time.weekday is None:
        return OPEN, "calendar.undated", "the year of this date is not known"
    day = time.earliest
    falls = WEEKDAYS[day.weekday()].capitalize()
    if day.weekday() == time.weekday:
        return OK, "calendar.weekday", f"{day.day} {day:%B %Y} is a {falls}"
    return (
        NO,
        "calendar.weekday",
        (f"does not match: {day.day} {day:%B %Y} is a {falls}, not a {WEEKDAYS[time.weekday].capitalize()}"),
    )


def _impossible(claim: Claim) -> Finding:
    return NO, "calendar.impossible", f"does not match the calendar: there is no {claim.quote}"


def _count(claim: Claim) -> Finding:
    event = known_events.by_id(claim.notes[0]) if claim.notes else None
    stated, written = claim.stated, claim.time
    if event is None or stated is None or written is None or written.earliest is None:
        return OPEN, "calendar.undated", "nothing dates the event that is counted from"
    elapsed = (written.earliest.date() - event.start).days
    told = (
        f"{event.name} began on {_say(event.start)}; by {_say(written.earliest.date())} that is {elapsed:,} "
        f"days ({elapsed + 1:,} with the first)"
    )
    if stated.unit == "day":
        slack = tolerances.DAY_COUNT_SLACK.value
        low, high = elapsed - slack, elapsed + 1 + slack
        fits = low <= stated.value <= high or (stated.hedge and stated.low <= elapsed + 1 and stated.high >= elapsed)
        near = abs(stated.value - elapsed) <= max(7.0, 0.02 * elapsed)
        return (
            (OK, "calendar.count", told)
            if fits
            else (DOUBT if near else NO, "calendar.count", told if near else f"does not match: {told}")
        )
    return _span(stated, elapsed, elapsed, told, "calendar.count")


def _between_dates(claim: Claim) -> Finding:
    """A count against the two dates that it stands between."""
    stated, early, late = claim.stated, claim.times[0], claim.times[-1]
    days = length_days(early, late)
    if stated is None or days is None:
        return OPEN, "calendar.undated", "the dates are not known"
    ends = early.text if late is early else f"{early.text} to {late.text}"
    told = f"{ends} is {days:,} days ({days + 1:,} with the first)"
    unit = _DAYS[stated.unit]
    slack = 0.0 if stated.unit == "day" else 0.5 * unit
    low, high = min(stated.low, stated.value) * unit, max(stated.high, stated.value) * unit
    if not stated.hedge:
        low = high = stated.value * unit
    if low - slack <= days + 1 and days <= high + slack:
        return OK, "calendar.span", told
    off = min(abs(days - high), abs(days + 1 - low))
    if off <= max(tolerances.DAY_COUNT_SLACK.value, 0.02 * days):
        return DOUBT, "calendar.span", told
    return NO, "calendar.span", f"does not match: {told}, not {stated.text}"


def _span(stated: Quantity, low_days: float, high_days: float, told: str, rule: str) -> Finding:
    """A span that is stated in weeks, months or years against a number of days, known between two bounds."""
    unit = _DAYS[stated.unit]
    low, high = low_days / unit, high_days / unit
    if stated.hedge in tolerances.LESS_THAN:
        first, last = min(stated.low, stated.value - 0.5), stated.value + 0.03
    elif stated.hedge in tolerances.MORE_THAN:
        first, last = (
            stated.value - 0.03,
            max(stated.high, stated.value + 1) if stated.high != float("inf") else float("inf"),
        )
    else:
        first, last = min(stated.low, stated.value - 0.5), max(stated.high, stated.value + 1.0 - 0.1)
    if first <= high and low <= last:
        return OK, rule, told
    miss = min(abs(low - last), abs(first - high))
    if miss <= 0.03 * stated.value:
        return DOUBT, rule, told
    return NO, rule, f"does not match: {told}"


def _first(claim: Claim) -> Finding:
    last, written = claim.time, claim.times[-1] if claim.times else None
    if (
        last is None
        or written is None
        or last is written
        or last.earliest is None
        or last.latest is None
        or written.earliest is None
    ):
        return OPEN, "calendar.undated", "nothing in the texts or the table of events dates the last such trip"
    high, low = (written.earliest - last.earliest).days, (written.earliest - last.latest).days
    told = (
        f"the last one told of was {_when(last)}, {low / 365.25:.1f} to {high / 365.25:.1f} years before "
        f"{_say(written.earliest.date())}"
    )
    if high - low < 40:
        told = (
            f"the last one told of was {_when(last)}, {high / 365.25:.1f} years before {_say(written.earliest.date())}"
        )
    finding: Finding = (OK, "calendar.first", told)
    if claim.stated is not None:
        finding = _span(claim.stated, low, high, told, "calendar.first")
    if OF_A_KIND in claim.notes and finding[0] is not OK:
        return OPEN, "calendar.undated", f"{told}, but whether others of the kind came between is not told"
    for note in claim.notes:
        event = known_events.by_id(note.removeprefix("since:")) if note.startswith("since:") else None
        if (
            event is not None
            and last.earliest > datetime(event.start.year, event.start.month, event.start.day)
            and finding[0] is OK
        ):
            return (
                NO,
                "calendar.first",
                (f"does not match: {told}, after the start of {event.name} on {_say(event.start)}"),
            )
    return finding


def _ago(claim: Claim) -> Finding:
    plain, ago = claim.times[0], claim.times[-1]
    if not (plain.earliest and plain.latest and ago.earliest and ago.latest):
        return OPEN, "calendar.undated", "the day of writing is not known"
    if plain.earliest < ago.latest and ago.earliest < plain.latest:
        return OK, "calendar.ago", f"{ago.text} and {plain.text} meet"
    return (
        NO,
        "calendar.ago",
        (f"does not match: {ago.text} is {ago.earliest:%B %Y} to {ago.latest:%B %Y}, not {plain.text}"),
    )


def _when(span: TimeSpan) -> str:
    return span.text


def _say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
