"""Times of a text without a day of its own, set beside each other in some week or other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from geomap.calendar_dates.find import find_times
from geomap.records import Document, TimeSpan

# Which week it is does not matter; a Sunday, so that each weekday of the text lies in the week before it.
_SOME_SUNDAY = date(2001, 7, 8)


def in_some_week(first: TimeSpan, second: TimeSpan) -> tuple[TimeSpan, TimeSpan] | None:
    """Two undated weekdays ("Saturday afternoon", "early on Sunday") with windows, the second not before the first.

    None where one of them names no weekday or is dated already.
    """
    a, b = _in_week(first), _in_week(second)
    if a is None or b is None or not (a.earliest and b.earliest and b.latest):
        return None
    weeks = 0 if b.latest > a.earliest else 1
    return a, replace(b, earliest=b.earliest + timedelta(weeks=weeks), latest=b.latest + timedelta(weeks=weeks))


def _in_week(span: TimeSpan) -> TimeSpan | None:
    if span.weekday is None or span.earliest is not None:
        return None
    found = find_times(Document(id="", text=span.text, date=_SOME_SUNDAY))
    if len(found) != 1 or found[0].earliest is None:
        return None
    return replace(span, earliest=found[0].earliest, latest=found[0].latest)
