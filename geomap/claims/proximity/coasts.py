"""The sentence shapes that say that a place lies on a sea or a lake."""

from __future__ import annotations

import re

from geomap.claims.masking import DEMONYM, PLACE

_STANDS = (
    r"(?:,|,? (?:which |that )?(?:is|was|lies|sits|stands|perches)(?: located| situated)?)"
    rf"(?:,? (?:an?|the|its|{PLACE}['’]s) [^{PLACE},.;]{{1,50}}?)?"
)
_SHORE = r"(?:coast(?:line)?|sea ?shore|shores?|shoreline|seaboard|riviera)"
_WHOSE = rf"(?:the |its |(?:the )?(?:{PLACE}['’]s|{DEMONYM}) )?"
# "X lies on the W coast", "X, a resort on the shores of the W", "X, on the W"
ON_WATER = re.compile(
    rf"(?P<figure>{PLACE}){_STANDS} (?:on|along) {_WHOSE}(?:[a-z-]+ )?(?:{_SHORE} of (?:the )?)?"
    rf"(?P<ground>{PLACE}|{DEMONYM})(?: {_SHORE})?",
    re.IGNORECASE,
)
# "the W port of X"
WATER_PORT = re.compile(
    rf"\b(?:the|an?) (?P<ground>{PLACE}) (?:coastal )?(?:sea)?(?:port|resort|harbou?r|city|town)(?: city| town)?"
    rf"(?: of)? (?P<figure>{PLACE})",
    re.IGNORECASE,
)
WATERS = frozenset({"sea", "gulf", "bay", "ocean", "lake"})
