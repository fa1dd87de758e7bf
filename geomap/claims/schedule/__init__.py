"""Claims that something happened at a place and time: found in `find`, judged in `judge`."""

from geomap.claims.schedule.checker import ScheduleChecker

__all__ = ["ScheduleChecker"]
