"""The sentence shapes that say that a place lies on a sea or a lake."""

from __future__ import annotations

import re

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY

_STANDS = (
    r"(?:,(?: located| situated)?|,? (?:which |that )?(?:is|was|lies|sits|stands|perches)(?: located| situated)?)"
    rf"(?:,? (?:an?|the|its|{PLACE}['’]s) [^{PLACE},.;]{{1,50}}?)?"
)
_SHORE = r"(?:coast(?:line)?|sea ?shore|shores?|shoreline|seaboard|riviera)"
_WHOSE = rf"(?:the |its |(?:the )?(?:{PLACE}['’]s|{DEMONYM}) )?"
# What may follow the water's name alone: not the noun of "talks in X on the Black Sea deal".
_ENDS = (
    r"(?=\W{0,2}$|[,.;:)!?]| (?:in|at|and|or|but|near|is|was|has|had|will|that|which|where|about|some|between|since"
    rf"|until|from|to|close|just|off|north|south|east|west|opposite|with)\b| {QUANTITY})"
)
# "X lies on the W coast", "X, a resort on the shores of the W", "X, on the W"
ON_WATER = re.compile(
    rf"(?P<figure>{PLACE})(?:{_STANDS})? (?:on|along) {_WHOSE}(?:[a-z-]+ )?(?:{_SHORE} of (?:the )?)?"
    rf"(?P<ground>{PLACE}|{DEMONYM})(?: {_SHORE}\b|{_ENDS})",
    re.IGNORECASE,
)
# "the W port of X"
WATER_PORT = re.compile(
    rf"\b(?:the|an?) (?P<ground>{PLACE}) (?:coastal )?(?:sea)?(?:port|resort|harbou?r|city|town)(?: city| town)?"
    rf"(?: of)? (?P<figure>{PLACE})",
    re.IGNORECASE,
)
# "On the shores of the W, the city of X is …": told of what the sentence is about.
FRONTED = re.compile(
    rf"^(?:On|Along|Beside) (?:the )?(?:[a-z]+ )?(?:{_SHORE}|banks?) of (?:the )?(?P<ground>{PLACE}), "
    rf"(?:the (?:[a-z-]+ )?(?:city|town|village|port|resort)(?: of)? )?(?P<figure>{PLACE})(?!['’]s)",
)
# "X, an island off the coast of R", "X lies off the R coast"
OFFSHORE = re.compile(
    rf"(?P<figure>{PLACE})(?: islands?)?(?:{_STANDS})?,? ?(?:[a-z]+ )?off (?:the )?(?:[a-z-]+ )?"
    rf"(?:{_SHORE} of (?:the )?(?:[a-z-]+ )?(?P<land>{PLACE})(?!['’]s)"
    rf"|(?P<ground>{PLACE}|{DEMONYM})(?:['’]s)? (?:[a-z-]+ )?{_SHORE}\b)",
    re.IGNORECASE,
)
WATERS = frozenset({"sea", "gulf", "bay", "ocean", "lake"})
