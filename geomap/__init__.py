"""Check what a text says about places.

    import geomap

    report = geomap.check("story.txt")
    report.filter(verdict="inconsistent")
    report.save("story.html")

Importing geomap reads no data; what is needed is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geomap.api import check, find_places, locate, lookup, read, route
    from geomap.errors import DataError, GeomapError, MissingExtraError, ServiceError, TextError, UsageError
    from geomap.notebook import Report
    from geomap.records import (
        Claim,
        Comparison,
        Document,
        Journey,
        LatLon,
        Place,
        PlacedMention,
        Route,
        Source,
        Verdict,
    )

    Geocoder: Any

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Comparison",
    "DataError",
    "Document",
    "Geocoder",
    "GeomapError",
    "Journey",
    "LatLon",
    "MissingExtraError",
    "Place",
    "PlacedMention",
    "Report",
    "Route",
    "ServiceError",
    "Source",
    "TextError",
    "UsageError",
    "Verdict",
    "check",
    "find_places",
    "locate",
    "lookup",
    "read",
    "route",
]

_FUNCTIONS = frozenset({"check", "find_places", "locate", "lookup", "read", "route"})


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    if name == "Geocoder":
        value = import_module("geomap.defaults").geocoder_class()
    else:
        value = getattr(import_module(_module_of(name)), name)
    globals()[name] = value
    return value


def _module_of(name: str) -> str:
    if name in _FUNCTIONS:
        return "geomap.api"
    if name == "Report":
        return "geomap.notebook"
    return "geomap.errors" if name.endswith("Error") else "geomap.records"


def __dir__() -> list[str]:
    """The public names, for tab completion."""
    return [*__all__, "__version__"]
