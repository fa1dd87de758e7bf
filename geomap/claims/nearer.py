"""Statements that a place is nearer to one place than to another: their shapes, and how they are judged.

Accepts these shapes (X, Y and Z places): X is (much) closer to Y than (it is) (to) Z; X is farther from Y than from Z;
closer to Y than to Z, X …
"""

from __future__ import annotations

import re

from geomap.claims.findings import Finding
from geomap.claims.patterns import GROUND
from geomap.claims.wording import pattern
from geomap.records import Outcome
from geomap.tolerances import NEARER_EVEN

NEARER = pattern(
    rf"\b(?P<near>closer|nearer|less\sfar)\s(?:(?:by\s)?[a-z]+\s){{0,2}}?(?:to|from)\s(?P<a>{GROUND})[^.;\ue000-\ue7ff]{{0,40}}?"
    rf"\bthan\s(?:(?:it|they)\s(?:is|was|are|were)\s)?(?:(?:to|from)\s)?(?!(?:the\s)?mainland\b)(?P<b>{GROUND})"
    r"(?!'?s?\s(?:is|was|are|were|lies|does|do)\b)",
    "closer",
    "nearer",
    "less far",
)
FARTHER = pattern(
    rf"\b(?P<far>farther|further|more\sdistant)\s(?:(?:away|off)\s)?from\s(?P<a>{GROUND})[^.;\ue000-\ue7ff]{{0,40}}?"
    rf"\bthan\s(?:(?:it|they)\s(?:is|was|are|were)\s)?(?:from|to)\s(?P<b>{GROUND})",
    "farther",
    "further",
    "more distant",
)
# Without one of these "closer to Y than to Z" may be said of politics or mood.
_SPATIAL = re.compile(
    r"\b(?:lies?|lay|located|situated|sits?|stands?|geographically|physically|distances?|miles?|km|kilomet(?:er|re)s?|drive|flight"
    r"|border|coast|north|south|east|west|north(?:ern|east|west)\w*|south(?:ern|east|west)\w*|map|town|village|island|airport|port)\b",
    re.IGNORECASE,
)
_FIGURATIVE = re.compile(
    r"\b(?:polic(?:y|ies)|politic\w*|ideolog\w*|cultur\w*|ties|relations?|allian\w*|ally|allies|aligned|views?|in\sspirit"
    r"|government|values|style|taste|mood|econom\w*|prices?|wages?|climate|temperatures?|language|accent)\b",
    re.IGNORECASE,
)


def is_comparison(event: str) -> bool:
    """Whether a claim says which of two places is nearer."""
    return event.startswith(("nearer", "farther"))


def is_spatial(sentence: str) -> bool:
    """Whether "closer" is meant on the map for certain."""
    return _SPATIAL.search(sentence) is not None


def is_figurative(sentence: str) -> bool:
    """Whether "closer" is said of something else than distance."""
    return _FIGURATIVE.search(sentence) is not None


def find_nearer(share: float, stated: str, said: str, slack: float) -> Finding:
    """Holds what is nearer against the two straight lines; `share` is the first's part of their sum."""
    lead = (0.5 - share) * (1 if stated.startswith("nearer") else -1)
    words = "nearer to" if stated.startswith("nearer") else "farther from"
    why = f"{said}, where it is said to be {words} the first"
    if lead > 0:
        return Finding("between.nearer", Outcome.CONSISTENT, why)
    if -lead <= NEARER_EVEN.value + 0.5 * slack:
        return Finding("between.nearer", Outcome.DOUBTFUL, f"{why}: about the same")
    if stated.endswith("perhaps"):
        return Finding("between.nearer", Outcome.DOUBTFUL, f"{why}; but it may not speak of distance")
    return Finding("between.nearer", Outcome.INCONSISTENT, f"does not match: {why}")
