"""Dates, weekdays, times of day and relative days in a text."""

from geomap.calendar_dates.anchors import find_anchor
from geomap.calendar_dates.find import find_times
from geomap.calendar_dates.some_week import in_some_week
from geomap.calendar_dates.tense import Facing, facing
from geomap.calendar_dates.words import MONTHS, WEEKDAYS, day_of, month_number, weekday_number

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Facing",
    "day_of",
    "facing",
    "find_anchor",
    "find_times",
    "in_some_week",
    "month_number",
    "weekday_number",
]
