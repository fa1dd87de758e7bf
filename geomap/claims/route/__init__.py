"""Claims about ways taken or planned: found in `find`, judged in `judge`."""

from geomap.claims.route.checker import RouteChecker

__all__ = ["RouteChecker"]
