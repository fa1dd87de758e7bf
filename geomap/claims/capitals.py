"""Which town is the capital of a country, a state or a province."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from geomap import catalogue
from geomap.claims.signs import Sign
from geomap.divisions import region_key
from geomap.files import open_table, packed
from geomap.interfaces import Gazetteer
from geomap.records import MentionKind, Place, PlacedMention

TABLE = "region_capitals.csv"
_CAPITAL = re.compile(r"\scapital(?:\scity)?\b")
_MONEY = re.compile(
    r"-|['’]s\s|,?\s(?:of\s)?[A-Z]|\s(?:gains?|flows?|markets?|goods|punishment|expenditure|investment|city\b)"
)
# "from the capital to X": the country's of which the text tells.
_BARE = re.compile(
    r"\b(?i:from|to|between|between\s[^.,;]{1,40}\sand|links?|linking|connects?|connecting)\s"
    r"(?P<capital>the\s(?:national\s)?capital(?:\scity)?)"
    r"(?=\s?[.;)]|,\s[a-z]|\s(?:to|and|with|in|by|from|via|for|takes?|took|was|is|will|would|on|at|within|every)\b)"
)
# A text is set in a country that so much of its places lie in (chosen by us).
_SET_IN = 0.6
# So many signs before and after a description may name what it describes.
_NEAR = 3


def capital_of(area: Place, gazetteer: Gazetteer) -> Place | None:
    """The capital of a country or of one of its divisions; None where no table tells it."""
    if area.kind == "country":
        return gazetteer.capital_of(area.country) if area.country else None
    capital_id = _table()[0].get(area.id)
    return gazetteer.get(capital_id) if capital_id is not None else None


def capital_of_region_around(place: Place, gazetteer: Gazetteer) -> Place | None:
    """The capital of the first-level region that a place lies in: "the state capital"."""
    capital_id = _table()[1].get(region_key(place) or "")
    return gazetteer.get(capital_id) if capital_id is not None else None


def with_capitals(text: str, signs: Sequence[Sign], gazetteer: Gazetteer | None) -> list[Sign]:
    """The signs of a text, "the Mongolian capital" as the town that it is, where none beside it is that town's name."""
    if gazetteer is None:
        return list(signs)
    out = [*signs, *_bare(text, signs, gazetteer)]
    for nth, sign in enumerate(signs):
        area = sign.place.place if sign.sort == "demonym" and sign.place is not None else None
        found = _CAPITAL.match(text, sign.end) if area is not None else None
        if area is None or sign.place is None or found is None or _of_money(text, found.end()):
            continue
        town = capital_of(area, gazetteer)
        beside = [s.place.place for s in signs[max(0, nth - _NEAR) : nth + _NEAR + 1] if s.place and s.place.place]
        if town is not None and all(place.id != town.id for place in beside):
            placed = replace(sign.place, place=town, why=f"{town.name} is the capital of {area.name}")
            out[nth] = Sign("place", sign.start, found.end(), place=placed)
    return sorted(out, key=lambda s: s.start)


def _bare(text: str, signs: Sequence[Sign], gazetteer: Gazetteer) -> Iterator[Sign]:
    """The unnamed capital at an end of a way, as that of the country that most places of the text lie in."""
    found = list(_BARE.finditer(text))
    placed = [s.place for s in signs if found and s.place is not None and s.place.place is not None]
    counts = Counter(p.place.country for p in placed if p.place is not None and p.place.country)
    if not counts:
        return
    country, count = counts.most_common(1)[0]
    town = gazetteer.capital_of(country) if country and count >= _SET_IN * sum(counts.values()) else None
    for match in found if town is not None else ():
        start, end = match.span("capital")
        if any(s.start < end and start < s.end for s in signs):
            continue
        why = f"{town.name if town else ''} is the capital of the country that the text is set in"
        mention = replace(
            placed[0].mention, start=start, end=end, text=text[start:end], kind=MentionKind.PLACE, why=why
        )
        yield Sign("place", start, end, place=PlacedMention(mention=mention, place=town, score=_SET_IN, why=why))


def _of_money(text: str, at: int) -> bool:
    """Whether a capital is money or a part of a name, or has its name after it: "capital gains", "capital, Oslo,"."""
    return _MONEY.match(text, at) is not None


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Ids of capitals by the id of their area and by the code of their first-level region."""
    path = catalogue.data_dir() / TABLE
    if not packed(path).is_file():
        return {}, {}
    with open_table(path) as file:
        rows = list(csv.DictReader(file))
    return {row["area"]: row["capital"] for row in rows}, {row["code"]: row["capital"] for row in rows if row["code"]}
