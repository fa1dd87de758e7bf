"""How a tolerance is put down."""

from __future__ import annotations

from geomap.records import Tolerance

MEASURED = "measured on 768 'N km DIR of Y' statements of Wikipedia (WikToR corpus), one half of them kept apart"
FITTED = "fitted on the 354 sound statements of that half that is not kept apart"
OWN = "chosen by us"


def fixed(name: str, value: float, unit: str, reason: str, source: str) -> Tolerance:
    """A constant of a check with its reason and source."""
    return Tolerance(name=name, value=value, unit=unit, reason=reason, source=source)
