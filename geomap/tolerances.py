"""Every constant that a check compares with, each with its reason and source."""

from __future__ import annotations

from geomap.records import Tolerance

MEASURED = "measured on 768 'N km DIR of Y' statements of Wikipedia (WikToR corpus), one half of them kept apart"
GBIF = "GBIF, Georeferencing Best Practices (Chapman & Wieczorek), doi:10.15468/doc-gg7h-s853"

ROUNDING_FLOOR = Tolerance(
    name="rounding floor",
    value=0.025,
    unit="share of the value",
    reason="a stated figure is never meant more exactly than this",
    source="chosen by us; fitted on the offsets named in MEASURED",
)
