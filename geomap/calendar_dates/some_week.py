"""Times of a text without a day of its own, set beside each other in some week or other."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from geomap.calendar_dates.find import find_times
from geomap.records import Document, TimeSpan

# Which week it is does not matter; a Sunday, so that each weekday of the text lies in the week before it.
_SOME_SUNDAY = date(2001, 7, 8)
# Which half of the day a clock means is said, or shown by an hour that only a clock of 24 hours has.
_HALF = re.compile(r"[ap]\.?\s?m\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)
_WHOLE_DAY = re.compile(r"(?:at )?(?:0\d|1[3-9]|2[0-4])(?:[:.h]\d\d|00 hours)")


def in_some_week(first: TimeSpan, second: TimeSpan) -> tuple[TimeSpan, TimeSpan] | None:
    """Two undated weekdays ("Saturday afternoon", "early on Sunday") with windows, the second not before the first.

    So are two clock times of whatever day ("9:15", "13:40"), the second within a day of the first. None where only one
    of them names a weekday, where one is dated already, and for clocks that may be of either half of the day.
    """
    if first.weekday is None and second.weekday is None:
        return _on_some_day(first, second)
    a, b = _in_week(first), _in_week(second)
    return _after(a, b, timedelta(weeks=1)) if a is not None and b is not None else None


def _after(a: TimeSpan, b: TimeSpan, turn: timedelta) -> tuple[TimeSpan, TimeSpan] | None:
    """The two, the second moved on by a turn where it would end before the first begins."""
    if not (a.earliest and b.earliest and b.latest):
        return None
    on = turn if b.latest <= a.earliest else timedelta()
    return a, replace(b, earliest=b.earliest + on, latest=b.latest + on)


def _on_some_day(first: TimeSpan, second: TimeSpan) -> tuple[TimeSpan, TimeSpan] | None:
    if any(span.grain != "hour" or span.earliest is not None for span in (first, second)):
        return None
    halves = [_HALF.search(span.text) is not None for span in (first, second)]
    if not all(halves) and not any(_WHOLE_DAY.match(span.text) for span in (first, second)):
        return None
    a, b = _dated(f"Monday, {first.text}", first), _dated(f"Monday, {second.text}", second)
    return _after(a, b, timedelta(days=1)) if a is not None and b is not None else None


def _in_week(span: TimeSpan) -> TimeSpan | None:
    if span.weekday is None or span.earliest is not None:
        return None
    return _dated(span.text, span)


def _dated(text: str, span: TimeSpan) -> TimeSpan | None:
    """A time with the window that it has in the week before some Sunday; words before it may name its day."""
    found = find_times(Document(id="", text=text, date=_SOME_SUNDAY))
    last = found[-1] if found and (len(found) == 1 or text != span.text) else None
    if last is None or last.earliest is None or last.grain != span.grain:
        return None
    return replace(span, earliest=last.earliest, latest=last.latest)
