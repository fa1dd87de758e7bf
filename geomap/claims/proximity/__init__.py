"""Claims that places are near each other or share a border: found in `find`, judged in `judge`."""

from geomap.claims.proximity.checker import ProximityChecker

__all__ = ["ProximityChecker"]
