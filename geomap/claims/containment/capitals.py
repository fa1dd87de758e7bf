"""Finds statements that a town is the capital of a country, a state or a province."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.claims.containment import patterns
from geomap.claims.containment.relations import fits
from geomap.claims.containment.statements import Found, state
from geomap.claims.masking import PLACE, Masked
from geomap.claims.motion.events import participant_of
from geomap.claims.spans import named_before
from geomap.records import MentionKind, PlacedMention, Reading

_CAPITAL_OF = re.compile(
    rf"(?P<inner>{PLACE})(?:,|\s[–—-]| is"
    rf"| was)\s(?:the )?(?:capital (?:and (?:[\w-]+ ){{1,3}})?(?:city )?of (?:the )?(?:(?:{patterns.COMPASS}) )?"
    rf"(?:{PLACE}['’]s? (?:[\w-]+ ){{0,2}})?(?:(?:{patterns.COMPASS}) )?"
    rf"(?P<outer>{PLACE})(?!['’]s?\s)|(?P<owner>{PLACE})['’]s? capital"
    rf"|(?P<named>{PLACE})(?: (?:state|regional|provincial|county))? capital\b)",
    re.I,
)
# "the provincial capital of R, X"
_OF_NAMED = re.compile(
    rf"(?P<state>{PLACE}) (?:state|provincial|regional) capital(?: city)?,? (?P<town>{PLACE})(?!['’-])"
    rf"|\bcapital (?:city )?of (?:the )?(?:(?:{patterns.COMPASS}) )?(?P<outer>{PLACE})(?: {patterns.DIVISION})?, "
    rf"(?P<inner>{PLACE})(?!['’-])",
    re.I,
)
# A name that goes on as a list names no capital.
_LISTED = re.compile(rf"\s(?:and|or)\s(?:the\s)?{PLACE}")
# "X, the provincial capital", "the state capital of X": of the division that the text named last
_DIVISION_CAPITAL = re.compile(
    rf"(?P<before>{PLACE})(?:,| is| was) (?:the |its )?(?P<noun>provincial|state|regional|departmental|county) capital"
    rf"\b(?! of)|\b(?:the|its) (?:provincial|state|regional|departmental|county) capital(?: city)?(?: of|,)? "
    rf"(?P<after>{PLACE})(?!['’-])"
)
# "the capital, X": of the country that the text named last
_THE_CAPITAL = re.compile(rf"\b[Tt]he capital(?: city)?,? (?P<inner>{PLACE})(?!['’-])")
_DIVISIONS = frozenset({"region", "county"})


def find_capitals(reading: Reading, masked: Masked) -> Iterator[Found]:
    """Statements of a sentence that a town is a capital.

    Finds "X, the capital of R", "X, R's capital", "the capital of R, X", and of a division that the text named before
    "X, the provincial capital", "the provincial capital of X", and of the country named last "the capital, X".
    """
    text = masked.text
    for hit in _CAPITAL_OF.finditer(text):
        inner = masked.mention(hit.start("inner"))
        outer = masked.mention(next(hit.start(name) for name in ("outer", "owner", "named") if hit[name]))
        yield _state(reading, masked, hit, inner, outer)
    for hit in _OF_NAMED.finditer(text):
        names = ("town", "state") if hit["town"] else ("inner", "outer")
        inner, outer = (masked.mention(hit.start(name)) for name in names)
        if _is_town(inner) and _of_one_country(inner, outer) and not _LISTED.match(text, hit.end()):
            yield _state(reading, masked, hit, inner, outer)
    for hit in _DIVISION_CAPITAL.finditer(text):
        inner = masked.mention(hit.start("before") if hit["before"] else hit.start("after"))
        division = _division_before(reading, inner)
        if _is_town(inner) and division is not None:
            yield _state(reading, masked, hit, inner, division)
    yield from _find_of_country(reading, masked)


def _find_of_country(reading: Reading, masked: Masked) -> Iterator[Found]:
    """The text says "the capital, X", where the country that it named last is that of X."""
    for hit in _THE_CAPITAL.finditer(masked.text):
        inner = masked.mention(hit.start("inner"))
        if not _is_town(inner) or _LISTED.match(masked.text, hit.end()):
            continue
        before = named_before(reading, inner.start)
        land = next((m for m in before if m.place is not None and m.place.kind == "country"), None)
        if land is not None and _of_one_country(inner, land):
            yield _state(reading, masked, hit, inner, land)


def _state(reading: Reading, masked: Masked, hit: re.Match[str], inner: PlacedMention, outer: PlacedMention) -> Found:
    pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
    return state(reading, masked, hit.start(), hit.end(), pair, event="capital")


def _is_town(placed: PlacedMention) -> bool:
    return placed.place is not None and not placed.place.is_wide and placed.mention.kind is MentionKind.PLACE


def _of_one_country(inner: PlacedMention, outer: PlacedMention) -> bool:
    return inner.place is not None and outer.place is not None and inner.place.country == outer.place.country


def _division_before(reading: Reading, town: PlacedMention) -> PlacedMention | None:
    """The division that a text named last before a town, if it may hold the town."""
    for placed in named_before(reading, town.start):
        if placed.place is not None and placed.place.kind in _DIVISIONS and _of_one_country(town, placed):
            return placed if fits(placed.place, town.place) else None
    return None
