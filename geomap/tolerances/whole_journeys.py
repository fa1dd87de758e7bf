"""How the stated length of a whole journey may differ from the way through its stops."""

from __future__ import annotations

from geomap.tolerances.made import OWN
from geomap.tolerances.made import fixed as _fixed

WHOLE_SHORT = _fixed(
    "share of the shortest way that a journey cannot stay below",
    0.85,
    "stated / straight legs, or stated / known way",
    "stops may be told that the figure leaves out, and begin at a town's edge",
    OWN,
)
WHOLE_LONG = _fixed(
    "usual winding of a whole journey",
    1.8,
    "stated / straight legs",
    "not all stops are told; roads make 1.2 to 1.4 of a straight line, and cyclists and walkers go round about",
    OWN,
)
WHOLE_LONGEST = _fixed(
    "greatest winding of a whole journey",
    2.6,
    "stated / straight legs",
    "more would be another journey than the one whose stops are told",
    OWN,
)
WHOLES = (WHOLE_SHORT, WHOLE_LONG, WHOLE_LONGEST)
