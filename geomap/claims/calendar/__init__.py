"""Claims about dates, weekdays and spans of time: found in `find` and `firsts`, judged in `judge`."""

from geomap.claims.calendar.checker import CalendarChecker

__all__ = ["CalendarChecker"]
