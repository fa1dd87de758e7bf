"""Who a statement is about: names, descriptions, pronouns and the document's title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.patterns import COPULA, TRAVEL
from geomap.claims.wording import AREAS, REGIONS, Sign, Wording, pattern
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import LatLon, MentionKind, Participant, Place, Reading

_PRONOUN = pattern(
    r"^(?:[a-z,]{1,12}\s){0,3}?(?:it(?:'s|s)?\b|this\b|(?:the|this|that)\s(?:[a-z-]+\s){0,3}?(?:city|town|village"
    r"|community"
    r"|municipality|settlement|place|site|commune|hamlet|locality|suburb|island|station|parish|county|area"
    r"|district|township"
    r"|borough|resort|airport|base|facility|mine|camp|port|spaceport|cosmodrome|plant|lake|neighbou?rhood"
    r"|mountain|river)\b"
    r"|there\b)"
)
_SUBJECT = pattern(
    r"^(?:[a-z]{1,12},?\s){0,6}?(?P<s><P>)\s?(?:,[^.;]{0,120}?,\s?)?(?:[^.;,]{0,60}?\b)?"
    r"(?:is|was|lies|lay|sits|sat|stands|stood|located|situated|remains|are)\b"
)
_VERB = re.compile(rf"\b(?:{COPULA}|{TRAVEL}|in|near|of|from|at)\b")
_TITLE = re.compile(r"\s*([^,(|–—:]{2,60}?)\s*(?:[,(]\s*([^()]{2,60}?)\)?)?\s*\Z")


class Participants:
    """Finds the places that pronouns, titles and descriptions mean.

    The gazetteer, if any, places a title such as "Kingston, Ontario".
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer
        self._title: tuple[Reading, Participant | None] | None = None

    def named(self, sign: Sign, text: str, start: int | None = None, end: int | None = None) -> Participant:
        """A participant that the text names."""
        assert sign.place is not None
        begin, stop = sign.start if start is None else start, sign.end if end is None else end
        return Participant(
            place=sign.place.place,
            text=text[begin:stop],
            start=begin,
            end=stop,
            score=sign.place.score,
            why=sign.place.why,
        )

    def subject(self, reading: Reading, wording: Wording) -> Participant:
        """What "it" or an unnamed subject means: the title's place, else the place spoken of last."""
        title = self.title(reading)
        if title is not None:
            return title
        focal = self.focal(reading, wording.sentence.start)
        if focal is not None:
            return focal
        return unnamed("the place meant here", "the text does not name it; give it with --resolve NAME=ID")

    def capital(self, of: Participant) -> Participant:
        """The capital of the people or country that the text names: "the Canadian capital"."""
        country = of.place.country if of.place is not None and of.place.kind == "country" else None
        place = self.gazetteer.capital_of(country) if self.gazetteer and country else None
        why = f"{place.name} is the capital" if place else "which city the capital is, the text leaves to the reader"
        return replace(of, place=place, why=why)

    def focal(self, reading: Reading, before: int, other_than: frozenset[str] = frozenset()) -> Participant | None:
        """The place spoken of last before an offset; areas only where nothing else was named."""
        area = None
        for placed in reversed(_before(reading, before)):
            place = placed.place
            if placed.mention.kind is not MentionKind.PLACE or place is None or place.id in other_than:
                continue
            found = Participant(
                place=place,
                text=place.name,
                score=0.7 * placed.score,
                why=f"not named in the sentence; {placed.mention.text!r} was the last place named before it",
            )
            if place.kind not in AREAS:
                return found
            area = area or found
        return area

    def title(self, reading: Reading) -> Participant | None:
        """The place that the document's title names, None where the title is not just a name."""
        if self._title is None or self._title[0] is not reading:
            self._title = (reading, self._read_title(reading))
        return self._title[1]

    def _read_title(self, reading: Reading) -> Participant | None:
        title = reading.document.title
        match = _TITLE.fullmatch(title) if title and len(title) < 90 else None
        if match is None:
            return None
        name, qualifier = match[1], match[2] or ""
        why = f"the document is titled {title!r}"
        for placed in reading.mentions:
            if placed.place is not None and placed.mention.text == name and placed.mention.kind is MentionKind.PLACE:
                return Participant(place=placed.place, text=name, score=placed.score, why=why)
        places = self.gazetteer.find_places(name) if self.gazetteer else ()
        chosen = self._choose(places, qualifier, reading)
        if chosen is None:
            return None
        return Participant(place=chosen, text=name, score=0.8, why=why)

    def _choose(self, places: Sequence[Place], qualifier: str, reading: Reading) -> Place | None:
        """The place of a title's name that fits its qualifier, else lies nearest to the text's other places."""
        points = [p for p in places if p.at is not None and p.kind not in {"road", "person"}]
        if not points:
            return None
        if qualifier:
            words = {part.strip().lower() for part in qualifier.split(",")}
            codes = {
                p.country for q in words if self.gazetteer for p in self.gazetteer.find_places(q) if p.kind == "country"
            }
            fitting = [p for p in points if (p.admin1 or "").lower() in words or p.country in codes]
            regions = [r for q in words if self.gazetteer for r in self.gazetteer.find_places(q) if r.kind in REGIONS]
            if not fitting:
                admin = {r.admin1_code for r in regions if r.admin1_code}
                fitting = [p for p in points if p.admin1_code in admin]
            if fitting:
                return _nearest(fitting, reading) or fitting[0]
        elif not _is_encyclopedic(reading):
            return None
        return _nearest(points, reading) or points[0]


def _is_encyclopedic(reading: Reading) -> bool:
    """Whether the text speaks of its title's place from the start, as an entry of a gazetteer does."""
    return len(reading.document.text) < 4000


def _before(reading: Reading, offset: int) -> Sequence:  # type: ignore[type-arg]
    low, high = 0, len(reading.mentions)
    while low < high:
        middle = (low + high) // 2
        if reading.mentions[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return reading.mentions[max(0, low - 40) : low]


def _nearest(places: Sequence[Place], reading: Reading) -> Place | None:
    """The candidate nearest to any other place that the text names."""
    known = [p.place.at for p in reading.mentions if p.place is not None and p.place.at and p.place.kind not in AREAS][
        :20
    ]
    if not known:
        return None

    def remoteness(place: Place) -> float:
        at = place.at or LatLon(0.0, 0.0)
        return min(d for k in known if (d := rough_distance_km(at, k)) >= 0)

    return min(places, key=remoteness)


def unnamed(text: str, why: str) -> Participant:
    """A participant without a place."""
    return Participant(place=None, text=text, score=0.5, why=why)


def starts_with_pronoun(line: str) -> bool:
    """Whether a sentence's subject is "it", "the town" and the like."""
    return _PRONOUN.match(line) is not None


def subject_at(wording: Wording) -> int | None:
    """Where the place stands that a sentence is about ("<P> is a town in …"), None where it is about none."""
    match = _SUBJECT.match(wording.line)
    if match is None or _VERB.search(wording.line, 0, match.start("s")):
        return None
    return match.start("s")
