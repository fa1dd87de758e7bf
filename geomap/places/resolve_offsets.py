"""Distances and directions that a text states between its names: "Cook, 1,100 km west of Adelaide"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.geodesy import angle_between_deg, bearing_deg, rough_distance_km
from geomap.records import Mention, Place

# Longer stretches between two names are not read.
LONGEST_GAP = 120
# "South of Manila", without a distance, is a matter of a day's drive.
NEARBY_KM = 300.0
# Of 768 distances in print 90 % lie below 1.38 times the straight line; rounding and centres take the rest.
SHORTEST, LONGEST = 0.5, 1.35
# A way between two places is longer than the straight line: by rail or road up to twice, by sea up to four times.
SHORTEST_WAY, LONGEST_WAY = 0.25, 1.05

_UNIT_KM = {"m": 1.609344, "k": 1.0, "n": 1.852}
_AZIMUTHS = {
    "n": 0.0, "nne": 22.5, "ne": 45.0, "ene": 67.5, "e": 90.0, "ese": 112.5, "se": 135.0, "sse": 157.5,
    "s": 180.0, "ssw": 202.5, "sw": 225.0, "wsw": 247.5, "w": 270.0, "wnw": 292.5, "nw": 315.0, "nnw": 337.5,
}  # fmt: skip
_HALF = r"(?:north|south|east|west)"
_POINT = rf"(?P<point>{_HALF}(?:[-\s]?{_HALF}){{0,2}}|[NSEW]{{1,3}})"
_AMOUNT = (
    r"(?P<number>\d[\d,.]{0,8})[\s-]?(?P<unit>miles?|mi|kms?|kilomet(?:er|re)s?|nautical miles?)\b"
    r"(?:\s?\([^)]{1,25}\))?"
)
_ABOUT = r"(?:about\s|some\s|around\s|roughly\s|just\s)?"
# What an apposition may say before its distance; words that open another thought are not among them.
_OPENS = r"(?:where|when|who|whom|while|after|before|and|but|as|to|from|said|says|that)\b"
_FILL = rf"(?:(?!{_OPENS})(?:[a-z][a-z'’-]{{0,15}}[\s-]|\d[\d,]{{0,8}}\s)){{0,8}}?"
_IS = rf"(?:(?:is|was|are|were|lies|lay|sits|stands)\s{_FILL})?"
_LINK = rf"(?:(?:\s?[,(—]\s?|\s[–-]\s)(?:which\s|that\s)?{_FILL}|\s{_IS}{_ABOUT})"
_AWAY = r"(?:(?:away|inland|upstream|downstream|by\s(?:road|rail|air))\s)?"
_TO_GROUND = rf"\s{_AWAY}(?:of|from|outside(?:\sof)?)\s(?:the\s)?(?:[a-z-]{{3,12}}\s(?:of\s)?){{0,2}}"
_TOWARDS = rf"(?:\s(?:to\sthe\s|due\s|further\s)?{_POINT})?"
_OFFSET = re.compile(rf"{_LINK}{_AMOUNT},?{_TOWARDS}{_TO_GROUND}$")
_BEARING = re.compile(rf"\s?,\s{_FILL}(?:to\sthe\s|due\s|just\s)?{_POINT}\sof\s(?:the\s)?$")
_AND_ANOTHER = re.compile(rf",?\s(?:and|or|but)\s{_FILL}{_AMOUNT}{_TOWARDS}{_TO_GROUND}$")
_FROM_BEFORE = re.compile(rf"{_AMOUNT}{_TOWARDS}\s(?:of|from|outside)\s(?:the\s)?$")
_LIES = re.compile(
    r"\s(?:lies|lay|is|stands|sits)\s(?:the\s)?(?:[a-z]{3,10}\s){0,2}(?:of\s)?$"
    r"|,\s(?:in|at|near)\s(?:the\s[a-z]{4,8}\sof\s)?$"
)
_WAY_BEFORE = re.compile(rf"{_AMOUNT}\s(?:[a-z-]{{2,12}}\s){{0,4}}(?:from|between)\s$")
_WAY_AFTER = re.compile(
    rf"(?:\s(?:is|are)|,(?:\sa\s(?:distance|journey|trip)\sof)?)\s{_ABOUT}{_AMOUNT}"
    r"(?:\sapart|\sby\s(?:road|rail)|[,.;]|\saway)"
)
_BETWEEN = re.compile(r"\s(?:to|and)\s$")
_REACH = 60


@dataclass(frozen=True, slots=True)
class Offset:
    """A stated distance between two mentions (by their place in the list), with its azimuth where one is stated.

    `length_km` is None where only a direction is stated; `way` marks the length of a road or line between the two.
    """

    figure: int
    ground: int
    length_km: float | None
    azimuth_deg: float | None = None
    way: bool = False

    def fits(self, figure: Place, ground: Place) -> bool:
        """Whether two places lie as stated, with room for their own size, rounding and detours."""
        if figure.at is None or ground.at is None:
            return False
        km = rough_distance_km(ground.at, figure.at)
        slack = figure.radius_km + ground.radius_km
        if self.length_km is None:
            close = km <= NEARBY_KM + slack
        else:
            low, high = (SHORTEST_WAY, LONGEST_WAY) if self.way else (SHORTEST, LONGEST)
            close = low * self.length_km - slack <= km <= high * self.length_km + slack
        if close and self.azimuth_deg is not None and km > 2 * slack:
            return angle_between_deg(bearing_deg(ground.at, figure.at), self.azimuth_deg) <= 67.5
        return close


def find_offsets(text: str, mentions: Sequence[Mention]) -> list[Offset]:
    """Stated distances between neighbouring mentions.

    "Spassk, about 100 miles north of Vladivostok", "Chasiv Yar, west of Bakhmut", "40 km from Gori lies Khashuri",
    "the 4,352 kilometres between Sydney and Perth", "Perth, 40 km from Northam and 70 km from York". In "Salem, Oregon,
    45 miles from Portland" it is Salem that lies there.
    """
    out: list[Offset] = []
    for n in range(len(mentions) - 1):
        start, end = mentions[n].end, mentions[n + 1].start
        if not 0 < end - start <= LONGEST_GAP or "\n" in text[start:end]:
            continue
        offset = _read(text, mentions, n, out[-1] if out else None)
        if offset is not None:
            out.append(offset)
    return out


def _read(text: str, mentions: Sequence[Mention], n: int, last: Offset | None) -> Offset | None:
    start, end = mentions[n].end, mentions[n + 1].start
    if match := _OFFSET.match(text, start, end) or _BEARING.match(text, start, end):
        held = n and text[start] == "," and text[mentions[n - 1].end : mentions[n].start] == ", "
        return _offset(n - 1 if held else n, n + 1, match)
    if last is not None and last.ground == n and (match := _AND_ANOTHER.match(text, start, end)):
        return _offset(last.figure, n + 1, match)
    lead = text[max(0, mentions[n].start - _REACH) : mentions[n].start]
    if last is not None and last.ground == n:
        return None
    if _LIES.fullmatch(text, start, end) and (match := _last(_FROM_BEFORE, lead)):
        return _offset(n + 1, n, match)
    if _BETWEEN.fullmatch(text, start, end):
        tail = mentions[n + 1].end
        match = _last(_WAY_BEFORE, lead) or _WAY_AFTER.match(text, tail, tail + _REACH)
        return _offset(n, n + 1, match, way=True) if match else None
    return None


def _last(pattern: re.Pattern[str], lead: str) -> re.Match[str] | None:
    """A match that ends where the lead ends; it begins at one of the lead's last few numbers."""
    for number in reversed(list(re.finditer(r"(?<![\d.,])\d", lead))[-3:]):
        if match := pattern.match(lead, number.start()):
            return match
    return None


def _offset(figure: int, ground: int, match: re.Match[str], *, way: bool = False) -> Offset | None:
    parts = match.groupdict()
    length = None
    if parts.get("number"):
        number = parts["number"].replace(",", "").rstrip(".")
        if number.count(".") > 1:
            return None
        length = float(number) * _UNIT_KM[parts["unit"][0].lower()]
    letters = re.sub(r"(?<=[a-z])(?:orth|outh|ast|est)[-\s]?", "", parts.get("point") or "").lower()
    return Offset(figure, ground, length, _AZIMUTHS.get(letters), way)
