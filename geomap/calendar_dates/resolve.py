"""From words for a time to its first and last moment."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from geomap.calendar_dates.tense import Facing
from geomap.calendar_dates.words import DAY_PARTS, day_of
from geomap.records import TimeSpan

Window = tuple[datetime, datetime]

# A text that speaks of "September 13" with no tense, in a text of the 12th, means the day after: within this many
# days either side the nearest year is right whatever the tense. Chosen by us: papers of the next day, other zones.
_SLACK_DAYS = 2
# A date this close is of the year at hand, whatever its weekday is said to be. Chosen by us.
_SAME_YEAR_DAYS = 60
_WEEK = 7


def weekday_date(anchor: date | None, weekday: int, modifier: str, look: Facing, last: TimeSpan | None) -> date | None:
    """The day that a weekday means in a text of `anchor`.

    A plan that is told as past lies after what was told before it (`last`); where that is not known, next to `anchor`.
    """
    if modifier in ("the following", "the next", "the same", "the previous") and last and last.earliest:
        return _beside(last.earliest.date(), weekday, modifier)
    if anchor is None:
        return None
    back = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7
    if modifier == "last" or modifier == "this past":
        return anchor - timedelta(days=back or 7)
    if modifier == "next" or modifier == "this coming":
        return anchor + timedelta(days=ahead or 7)
    if modifier == "this":
        return anchor - timedelta(days=back) if look is Facing.PAST else anchor + timedelta(days=ahead)
    if look is Facing.PLANNED and last and last.earliest and 0 < (anchor - last.earliest.date()).days <= _WEEK:
        return last.earliest.date() + timedelta(days=(weekday - last.earliest.weekday()) % 7)
    if look is Facing.FUTURE or (look is Facing.PLANNED and ahead <= back):
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)


def weeks_later(last: TimeSpan, weeks: int, weekday: int) -> date | None:
    """The weekday nearest to so many weeks after another time: "Monday a week later"."""
    if last.earliest is None:
        return None
    try:
        target = last.earliest.date() + timedelta(weeks=weeks)
        return target + timedelta(days=(weekday - target.weekday() + 3) % 7 - 3)
    except OverflowError:
        return None


def _beside(base: date, weekday: int, modifier: str) -> date:
    ahead = (weekday - base.weekday()) % 7
    if modifier == "the same":
        return base + timedelta(days=ahead)
    if modifier == "the previous":
        return base - timedelta(days=(-ahead) % 7 or 7)
    return base + timedelta(days=ahead or 7)


def nearest_date(anchor: date | None, month: int, day: int, look: Facing, weekday: int | None = None) -> date | None:
    """The day of this name that a text of `anchor` means; None without an anchor or where no year has such a day.

    A weekday that is named with it tells between two years.
    """
    if anchor is None:
        return None
    days = [d for d in (day_of(anchor.year + n, month, day) for n in (-1, 0, 1)) if d]
    if not days:
        return None
    close = [d for d in days if abs((d - anchor).days) <= _SLACK_DAYS]
    if close:
        return close[0]
    if weekday is not None and (fits := [d for d in days if d.weekday() == weekday]):
        days = [d for d in days if abs((d - anchor).days) <= _SAME_YEAR_DAYS] or fits
    if look is Facing.PAST:
        days = [d for d in days if d <= anchor] or days
    if look is Facing.FUTURE:
        days = [d for d in days if d >= anchor] or days
    return min(days, key=lambda d: abs((d - anchor).days))


def nearest_month(anchor: date | None, month: int, look: Facing) -> int | None:
    """The year of a month that is named without one."""
    if anchor is None:
        return None
    if month == anchor.month:
        return anchor.year
    if look in (Facing.FUTURE, Facing.PLANNED):
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


def day_window(day: date | None) -> Window | None:
    """The whole of a day."""
    if day is None:
        return None
    start = datetime.combine(day, time())
    return start, start + timedelta(days=1)


def part_window(day: date | None, part: str) -> Window | None:
    """A part of a day, such as "early hours" or "at noon"."""
    if day is None:
        return None
    name = part.lower().removeprefix("at ").replace("dusk", "evening")
    first, last = DAY_PARTS[name]
    start = datetime.combine(day, time())
    return start + timedelta(hours=first), start + timedelta(hours=last)


def clock_window(day: date | None, clock: str) -> Window | None:
    """The quarter of an hour from a time on the clock; the minute itself is not meant more exactly than that."""
    hit = re.match(r"(\d{1,2})(?:[:.h]?(\d\d))? ?([ap])?", clock, re.I)
    if day is None or not hit:
        return None
    hour, minute = int(hit[1]), int(hit[2] or 0)
    if hit[3]:
        hour = hour % 12 + (12 if hit[3].lower() == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    start = datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
    return start, start + timedelta(minutes=15)


def month_window(year: int, month: int) -> Window:
    """The whole of a month."""
    return datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1)


def period_window(anchor: date | None, which: str, unit: str) -> Window | None:
    """A week, weekend, month, year or season beside the day of writing."""
    if anchor is None:
        return None
    shift = {"this": 0, "last": -1, "next": 1}[which]
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * shift)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return datetime.combine(first, time()), datetime.combine(monday + timedelta(days=7), time())
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return month_window(months // 12, months % 12 + 1)
    if unit == "year":
        return datetime(anchor.year + shift, 1, 1), datetime(anchor.year + shift + 1, 1, 1)
    return None


def shifted(base: datetime, count: int, unit: str) -> Window | None:
    """The day (hour, week, month, year) that lies `count` units from `base`."""
    try:
        if unit == "hour":
            return base + timedelta(hours=count), base + timedelta(hours=count + 1)
        if unit in ("day", "night", "week"):
            days = count * (7 if unit == "week" else 1)
            slack = 3 if unit == "week" else 0
            start = datetime.combine(base.date(), time()) + timedelta(days=days)
            return start - timedelta(days=slack), start + timedelta(days=1 + slack)
        months = base.year * 12 + base.month - 1 + count * (12 if unit == "year" else 1)
        slack = 6 if unit == "year" else 1
        first, last = months - slack, months + slack
        return month_window(first // 12, first % 12 + 1)[0], month_window(last // 12, last % 12 + 1)[1]
    except (OverflowError, ValueError):
        return None
