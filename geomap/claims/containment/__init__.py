"""Claims that a place lies in an area: found in `find`, judged in `judge`."""

from geomap.claims.containment.checker import ContainmentChecker

__all__ = ["ContainmentChecker"]
