"""Which lengths of a sentence are distances at all, and which are lengths of a way."""

from __future__ import annotations

from geomap.claims.attachment import is_difference
from geomap.claims.distance.shapes import EXTENDS, LATER, LONG_WAY, OFFSET, TRIP_NEXT, TRIP_OF, WAY_LONG
from geomap.claims.patterns import JOURNEY
from geomap.claims.wording import Wording, pattern
from geomap.geodesy import rough_distance_km
from geomap.quantities import convert
from geomap.records import Participant

# Amounts that are no way from one place to another.
_NOT_BEFORE = pattern(
    r"\b(?:altitudes?|elevations?|heights?|depths?|width|wingspan|radius|diameter|circumference|range|visibility"
    r"|perimeter"
    r"|length(?!\sof\swhich)|measures|measuring|caliber|calibre|buffer|limit|speed)\b(?:(?!\b(?:lies|located|situated|stands)\b)[^,;.]){0,24}\Z"
)
_NOT_AFTER = pattern(
    r"\s(?:out\s)?of\s(?:the|an?|its|their|his|her|this|that)\s(?:[a-z-]+\s){0,2}<L>"
    r"|[\s-]{1,2}(?:[a-z]+\s){0,2}(?:closures?|tailbacks?|queues?|(?:traffic\s)?jams?|backlog)\b"
    r"|\s?-?\s?(?:radius|diameter|wide|long\b|tall|high\b(?!-)|deep|thick|circumference|perimeter|range\b|front\b"
    r"|front-line|frontline"
    r"|exclusion|buffer|strip\b|swath|zone|altitude|square|above\s(?:the\s)?(?:ground|sea|earth|city|water)"
    r"|below\s(?:the\s)?"
    r"(?:ground|surface|sea)|up\sin\s|in\s(?:length|height|diameter|width|depth|circumference|altitude"
    r"|the\s(?:pool|air))"
    r"|of\s(?:[a-z-]+\s){0,2}(?:tracks?|roads?|pipelines?|rails?|railway|coast(?:line)?|borders?|highways?"
    r"|fenc\w+|walls?|cables?"
    r"|beach\w*|trails?|shelves|lines|paths?|rivers?|terrain|land|desert|open|rain|snow|water|ocean|sea|nothing"
    r"|canals?|shoreline"
    r"|tunnels?|sewers?|wire|film|territory|front)\b"
    r"|-?\s?(?:section|stretch|portion)\sof\s(?:the\s)?(?:[a-z-]+\s){0,2}(?:border|coast|frontier|wall|fence"
    r"|beach|shore)"
    r"|(?:a|per|each|every)\s(?:day|week|month|year|night|second|gallon|litre|person)|daily|weekly|swim\b"
    r"|freestyle|race\b"
    r"|run\b(?!\sfrom)|marathon|walk\s(?:for|in)\b|relay|time\strial|stage\b|circuit|course\b|loop|lap|bike\sride"
    r"|fun\srun"
    r"|offshore\s(?:limit|zone)|no-fly|nautical\slimit|territorial|per\shour|economic|of\swinds?)"
)
_BUILT = r"(?:canal|tunnel|bridge|causeway|viaduct|cable|ferry|tramway|waterway|river)"
# "the N-long railway from X to Y"
_LONG_NOUN = pattern(rf"[\s-]{{1,2}}long,?\s(?:[a-z-]+\s){{0,4}}?(?:{JOURNEY}|{_BUILT})s?\b")
# "an area 30 km wide", not "a fire in the P area 30 km from Y"
_AREA_BEFORE = pattern(r"\barea(?!\s(?:is|was|lies|lay)\b)(?:(?!\b(?:lies|located|situated|stands)\b)[^,;.]){0,24}\Z")
# "in its economic zone, which is set about N off": how wide a belt of sea is.
_BELT = pattern(
    r"\b(?:economic\szone|territorial\s(?:sea|waters)|maritime\s(?:zone|boundary)|fishing\szone|12-mile\slimit|waters)\b"
    r"[^.;\ue000-\ue7ff]{0,40}\b(?:set|extends?|reach(?:es)?|stretch(?:es)?)\s(?:[a-z]+\s){0,3}\Z"
)
# "X, which sits at N": how high it is.
_AT_HEIGHT = pattern(
    r"(?:\b(?:sits?|sat|lies|lay|stands?|stood|is|was|perched|situated|located|camp|pass|summit|lake|village)|,)\sat\s(?:[a-z]+\s){0,2}\Z"
)
# "It is N long."
IT_IS = pattern(
    r"(?:\A|[.;,]\s(?:and\s)?)(?:it|which)(?P<way>)\s(?:is|was)\s"
    r"(?:(?:about|some|around|nearly|roughly|only)\s){0,2}\Z"
)


# "The road climbs to 3,350 metres": a height.
_CLIMBS = pattern(
    r"\b(?:climb(?:s|ed|ing)?|ris(?:es|ing|e)|rose|drop(?:s|ped|ping)?|descend(?:s|ed|ing)?|falls?|fell|soar(?:s|ed)"
    r"|ascend(?:s|ed)?|towers?|tops\sout|peaks?|gains?|loses?)\b[^,;.\ue000-\ue7ff]{0,30}\Z"
)
# Who has gone less than this share of the straight line has not arrived (chosen by us).
_PART = 0.7


def is_length_of_way(wording: Wording, at: int) -> bool:
    """Whether an amount is how long a way is that the words before it name: "the road from X to Y, N long"."""
    quantity = wording.sign(wording.line[at]).quantity
    if quantity is None or quantity.unit not in {"km", "mi"}:
        return False
    if EXTENDS.search(wording.line, max(0, at - 70), at):
        return not OFFSET.match(wording.line, at + 1)
    if not WAY_LONG.match(wording.line, at + 1):
        return False
    if _LONG_NOUN.match(wording.line, at + 1):
        return True
    line = wording.line
    return (LONG_WAY.search(line, max(0, at - 120), at) or IT_IS.search(line, max(0, at - 40), at)) is not None


def is_distance(wording: Wording, at: int) -> bool:
    """Whether an amount can be a way between places at all."""
    quantity = wording.sign(wording.line[at]).quantity
    if quantity is None or (convert(quantity.value, quantity.unit, "m") < 100 and quantity.unit in {"m", "ft", "yd"}):
        return False
    if quantity.unit == "ft":
        return False
    line = wording.line
    if quantity.unit in {"m", "yd"} and _CLIMBS.search(line, max(0, at - 60), at):
        return False
    if quantity.unit == "m" and _AT_HEIGHT.search(line, max(0, at - 48), at) and not OFFSET.match(line, at + 1):
        return False
    if _BELT.search(line, max(0, at - 110), at):
        return False
    if _NOT_BEFORE.search(line, max(0, at - 48), at) or _NOT_AFTER.match(line, at + 1):
        return False
    if _AREA_BEFORE.search(line, max(0, at - 48), at) and not OFFSET.match(line, at + 1):
        return False
    return not is_difference(wording, at)


def is_partial(wording: Wording, at: int, ends: tuple[Participant, Participant]) -> bool:
    """Whether "after marching 3 miles" tells of a part of the way only, as "the crossing of 3 miles" does not."""
    line, stated = wording.line, wording.sign(wording.line[at]).quantity
    whole = TRIP_OF.search(line, max(0, at - 60), at) or TRIP_NEXT.match(line, at + 1) or LATER.match(line, at + 1)
    places = [p.place.at for p in ends if p.place is not None and p.place.at is not None]
    timed = wording.of_sort("duration")  # its pace is checked, whatever part it is
    if whole or timed or stated is None or len(places) < 2:
        return False
    return convert(stated.value, stated.unit, "km") < _PART * rough_distance_km(*places)
