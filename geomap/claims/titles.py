"""The place that a document's title names, for texts that call it "it", "the town", or by its bare name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from geomap.claims.signs import AREAS
from geomap.claims.wording import Wording, pattern
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, MentionKind, Participant, Place, PlacedMention, Reading

_TITLE = re.compile(r"\s*([^,(|–—:;]{2,60}?)\s*(?:[,(]\s*([^()]{2,80}?)\)?)?\s*\Z")
_NAME = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:of|de|la|le|el|al|on|upon|the|do|da|di|den)\s)?[A-Z][\w'’-]*){0,3}")
_ENTRY = re.compile(
    r"\s*(?:It(?:['’]s|\sis|\slies)|(?:The|This)\s(?:[a-z-]+\s){0,3}(?:village|town|city|hamlet|municipality|settlement|commune|island"
    r"|suburb|parish|district|lake|river|mountain|station|airport|harbour|port|resort)\b|Located|Situated|Lying)\b"
)
# "Holm, town, southern Norway, on the Glomma": an entry that opens with its headword, and has no verb there.
_HEADWORD = pattern(
    r"<P>,\s(?!(?:in|at|on|near|from|to|by|with|and|or|but|for|which|who|that|where)\s)(?:[a-z'-]+,?\s){1,5}"
)
_ANOTHER = pattern(r"\b(?:and|or)\s<P>", " and ", " or ")
_VERB = pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|lies|lay|said|says|told"
    r"|(?!situated|located|walled|fortified|noted|named|called)[a-z]{2,12}ed)\b"
)
_TOWN = r"(?:town|city|village|hamlet|settlement|suburb|port|resort|place|island|outpost)"
# "Holm. A small town about N from X", "Located N from X, the town is …": the heading before says of what.
_HEADLESS = pattern(
    rf"an?\s(?:[a-z-]+\s){{0,4}}?{_TOWN}\s(?:(?:just|about|some|roughly|around|only|nearly)\s){{0,2}}\Z"
)
_SET = pattern(
    r"(?:located|situated|lying|set|perched|nestled)\s(?:(?:just|about|some|roughly|around|only|nearly|approximately)\s){0,2}\Z"
)
_GOES_ON = pattern(rf"[^,;.]{{2,60}},\s(?:the\s(?:[a-z-]+\s){{0,2}}?{_TOWN}|it|this)\b")
# An entry about a place is short; in a longer text the title is a headline (chosen by us).
MAX_ENTRY = 6000
# A candidate of a bare title this near to another place of the text is meant, if no other is near (chosen by us).
_NEARBY_KM = 60.0
# An entry with a bare title is about the one that everybody knows, if there is one (chosen by us).
_KNOWN, _OUTSHINES = 50_000, 10
# How sure a place is of a title that names its area; one at its edge; one that only other lists call so; and that of a
# name in the text that has a place in the title's area (chosen by us).
SURE, _AT_THE_EDGE, _BY_ANOTHER_NAME, _BY_AREA = 0.9, 0.7, 0.65, 0.8
# What a title names behind a comma.
_SMALL = frozenset({"county", "vague", "district", "park", "island", "valley", "peninsula"})
_QUALIFYING = _SMALL | {"country", "historic", "region"}
# A county without a known extent reaches so far from its point, and what else its entries name lies so far around it;
# a place that is the only one of its name in the country may lie at the far end of a long province.
_COUNTY_KM, _AROUND_KM, _FAR_END_KM = 50.0, 150.0, 150.0


class Titles:
    """Reads titles such as "Kingston, Ontario"; a gazetteer places them."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer
        self._last: tuple[Reading, Participant | None] | None = None

    def read(self, reading: Reading) -> Participant | None:
        """The title's place, without a place where its name fits none; None where the title is not a name."""
        last = self._last
        if last is not None and last[0] is reading:
            return last[1]
        found = self._find(reading)
        self._last = (reading, found)
        return found

    def _find(self, reading: Reading) -> Participant | None:
        title = reading.document.title
        match = _TITLE.fullmatch(title) if title and len(title) < 110 else None
        if match is None or len(reading.document.text) > MAX_ENTRY:
            return None
        name, qualifier = match[1], match[2] or ""
        why = f"the document is titled {title!r}"
        places = [p for p in self._gazetteer.find_places(name) if p.at is not None] if self._gazetteer else []
        named = [m for m in reading.mentions if m.mention.text == name and m.mention.kind is MentionKind.PLACE]
        levels = self._qualifiers(qualifier, reading)
        fitting = _narrowed(places, levels)
        if fitting:
            own = [p for p in fitting if _is_called(p, name)]
            place = _nearest(own or fitting, reading)
            known = own or _away_km(place, _others([place], reading)) <= _AROUND_KM
            score = _BY_ANOTHER_NAME if not known else _AT_THE_EDGE if _is_far([place], levels) else SURE
            return Participant(place=place, text=name, score=score, why=why)
        if fitting is not None and (places or named):
            why = f"{why}, and no {name} is known there"
            return Participant(place=None, text=name, score=0.3, why=why)
        if named and named[0].place is not None:
            return Participant(place=named[0].place, text=name, score=named[0].score, why=why)
        if places and not re.search(r"\s[a-z]", name):
            place = _likeliest(places, reading)
            return Participant(place=place, text=name, score=_sureness(place, places, reading), why=why)
        if not places and _NAME.fullmatch(name) and _begins_with(reading, name):
            return Participant(place=None, text=name, score=0.3, why=f"{why}, and no {name} is known")
        return None

    def _qualifiers(self, qualifier: str, reading: Reading) -> list[list[Place]]:
        """The areas that each part of a qualifier may name, the widest first; parts that name none are left out."""
        out: list[list[Place]] = []
        lands = {m.place.country for m in reading.mentions if m.place and m.place.country}
        for part in reversed([part.strip() for part in qualifier.split(",")]):
            if not part or self._gazetteer is None:
                continue
            found = [*self._gazetteer.find_places(part), *self._gazetteer.find_abbreviation(part)]
            areas = [a for a in found if a.kind in _QUALIFYING and a.at is not None]
            if areas:
                areas = [a for a in areas if a.country in lands or a.kind == "country"] or areas
                out.append([a for a in areas if _plain(a.name) == _plain(part)] or areas)
                lands = {a.country for a in out[-1] if a.country}
        return out

    def settled(self, placed: PlacedMention, reading: Reading) -> tuple[Place | None, float]:
        """The place of a name that is unsure, and how sure it is: one in the area that the title names, if one is.

        "Independence" is in Oregon in a text that is titled "Buena Vista, Oregon".
        """
        place, score = placed.place, placed.score
        title = reading.document.title
        match = _TITLE.fullmatch(title) if title and len(title) < 110 else None
        if self._gazetteer is None or match is None or not match[2] or score >= SURE or "," in placed.mention.text:
            return place, score
        if place is not None and (place.kind in AREAS or len(reading.document.text) > MAX_ENTRY):
            return place, score
        levels = self._qualifiers(match[2], reading)
        if not levels:
            return place, score
        name = placed.mention.lookup_name
        known = [p for p in self._gazetteer.find_places(name) if p.at is not None and p.kind not in AREAS]
        known = [p for p in known if _is_called(p, name) or (place is not None and p.id == place.id)]
        inside = next(
            (found for n in range(len(levels), 0, -1) if (found := _narrowed(known, levels[:n], around=True))), []
        )
        if not inside:
            return place, score
        if place is not None and any(p.id == place.id for p in inside):
            return place, max(score, _BY_AREA)
        return max(inside, key=lambda p: p.population), _BY_AREA


def _narrowed(
    places: Sequence[Place], levels: Sequence[Sequence[Place]], *, around: bool = False, lone: bool = True
) -> list[Place] | None:
    """The places inside the areas of every level, and around the small ones if asked; None without a level.

    `lone` lets in the only one of its name in a country that is not quite so near.
    """
    out = None
    for areas in levels:
        regions = {r.admin1_code for r in areas if r.kind == "region" and r.admin1_code}
        names = {r.name for r in areas if r.kind == "region"}
        countries = {c.country for c in areas if c.kind in {"country", "historic"} and c.country}
        small = [a for a in areas if a.kind in _SMALL] if not regions and not countries else []
        pool = places if out is None else out
        out = [
            p
            for p in pool
            if p.admin1_code in regions
            or (p.admin1 is not None and p.admin1 in names)
            or (p.country in countries and not regions)
            or any(_lies_in(p, area, _AROUND_KM if around else _COUNTY_KM) for area in small)
        ]
        only = [p for p in pool if any(p.country == a.country for a in small)]
        if lone and not out and len(only) == 1 and any(_lies_in(only[0], area, _FAR_END_KM) for area in small):
            out = only
    return out


def _is_far(places: Sequence[Place], levels: Sequence[Sequence[Place]]) -> bool:
    """Whether all of the places lie too far from the areas of a level to be surely in them."""
    return not all(_narrowed(places, [areas], lone=False) for areas in levels)


def _is_called(place: Place, name: str) -> bool:
    """Whether a name is a place's own, or begins or lengthens it, and not one that some other list gives it."""
    own, said = _plain(place.name), _plain(name)
    return own.startswith(said) or said.startswith(own)


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def _lies_in(place: Place, area: Place, reach_km: float) -> bool:
    """Whether a place lies in a county or the like, of which mostly the point alone is known."""
    if place.at is None or area.at is None or (place.country and area.country and place.country != area.country):
        return False
    if area.admin2_code and place.admin2_code:
        return area.admin2_code == place.admin2_code
    return rough_distance_km(place.at, area.at) <= reach_km


def _begins_with(reading: Reading, name: str) -> bool:
    """Whether a text begins as an entry about its title does: with the name, "It is", "The village", "Located"."""
    text, start = reading.document.text, reading.document.body_start
    named = text[start : start + len(name) + 8].lstrip()
    return named.startswith((f"{name} is ", f"{name} lies ", f"{name} was ")) or _ENTRY.match(text, start) is not None


def _nearest(places: Sequence[Place], reading: Reading) -> Place:
    """The candidate nearest to another place that the text names, a town before an area."""
    points = [p for p in places if p.kind not in AREAS] or list(places)
    near = _others(points, reading)
    return min(points, key=lambda p: _away_km(p, near)) if near else points[0]


def _likeliest(places: Sequence[Place], reading: Reading) -> Place:
    """The candidate nearest to the text's places, or one of their countries that outshines it, unless it is close."""
    nearest = _nearest(places, reading)
    known = max((p for p in places if p.kind not in AREAS), key=lambda p: p.population, default=nearest)
    spoken = {m.place.country for m in reading.mentions if m.place is not None}
    outshone = (
        known.country in spoken and known.population >= _KNOWN and known.population > _OUTSHINES * nearest.population
    )
    return known if outshone and _away_km(nearest, _others([nearest], reading)) > _NEARBY_KM else nearest


def _others(points: Sequence[Place], reading: Reading) -> Sequence[LatLon]:
    """Points of the text's places, of none that the title could mean if there are others."""
    known = [m.place for m in reading.mentions if m.place is not None and m.place.at and m.place.kind not in AREAS]
    ids = {p.id for p in points}
    others = [p for p in known if p.id not in ids]
    return [p.at for p in (others or known)[:20] if p.at is not None]


def _away_km(place: Place, near: Sequence[LatLon]) -> float:
    return min(rough_distance_km(place.at, k) for k in near) if place.at and near else 1e9


def _sureness(place: Place, places: Sequence[Place], reading: Reading) -> float:
    """How surely a bare title means a place: it is by far the best known of its name, or by far the nearest.

    On entries with known coordinates 6 of 7 of the first two kinds were right, of the rest 3 of 5.
    """
    rest = [p for p in places if p.id != place.id and p.kind not in AREAS]
    if place.population >= 100_000 and all(place.population > 3 * p.population for p in rest):
        return 0.85
    near = _others([place], reading)
    away = _away_km(place, near)
    if away <= _NEARBY_KM and all(_away_km(p, near) > 4 * away for p in rest):
        return 0.85
    return 0.7


def is_named_first(reading: Reading, wording: Wording, name: str) -> bool:
    """Whether a sentence begins with the title's name, though it was not taken for a place."""
    start = wording.sentence.start
    return reading.document.text.startswith(name, start) or reading.document.text.startswith(f"The {name}", start)


def title_speaks(line: str, at: int) -> bool:
    """Whether a sentence leaves its subject out: "Located on the main route, midway between …", "N km from …"."""
    return re.match(
        r"(?:located|situated|lying|set|founded|based|found|about|approximately|only|just)?\s?\Z", line[:at][:24]
    ) is not None or (re.match(r"(?:located|situated|lying|set|nestled)\b", line) is not None)


def opens_entry(line: str, at: int) -> bool:
    """Whether a line begins as an entry of a book of reference does: "Holm, town, southern Norway, N from"."""
    if _VERB.search(line, 0, at) is not None or _ANOTHER.search(line, 0, at) is not None:
        return False  # "Holm, the capital, and Berg, N from X" tells of Berg
    return _HEADWORD.match(line, 0, at) is not None


def is_headless(line: str, at: int) -> bool:
    """Whether a sentence says of a heading what it does not name: "Holm. A small town N from X"."""
    if _HEADLESS.match(line, 0, at) is not None:
        return True
    return _SET.match(line, 0, at) is not None and _GOES_ON.match(line, at + 1) is not None
