"""Points that a text gives by latitude and longitude.

Accepts "35.027N 119.178W", "51.872° North, 176.6° West", "12°30'S 096°50'E", "4.5 S, 36.2 W" and "latitude 12.5 north
and longitude 45 east"; the hemisphere must be named, so that no other pair of numbers is taken for a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.geodesy import is_point
from geomap.records import LatLon, Mention, Place, PlacedMention, Reading, Sentence, Source

_DEGREES = (
    r"(?P<{0}>\d{{1,3}}(?:\.\d{{1,8}})?)\s?(?:°|º|deg(?:rees)?\.?)?\s?"
    r"(?:(?P<{0}_min>\d{{1,2}}(?:\.\d{{1,6}})?)\s?['′’]\s?(?:(?P<{0}_sec>\d{{1,2}}(?:\.\d{{1,4}})?)\s?(?:[\"″”]|'')\s?)?)?"
)
_PAIR = re.compile(
    r"(?<![\w.])(?:latitude\s)?"
    + _DEGREES.format("lat")
    + r"(?P<ns>[NS]|[Nn]orth|[Ss]outh)(?![\w])\.?(?:\slatitude)?(?:\s?[,;/]\s?|\s(?:and\s)?)(?:longitude\s)?"
    + _DEGREES.format("lon")
    + r"(?P<ew>[EW]|[Ee]ast|[Ww]est)(?![\w])(?:\slongitude)?"
)
_SOURCE = Source(name="coordinates given in the text")
# How exact a point is that is given to a hundredth of a degree or better, and to a tenth or worse.
_FINE_KM, _COARSE_KM = 1.0, 6.0


def find_coordinates(reading: Reading, sentence: Sentence) -> Iterator[PlacedMention]:
    """The points of a sentence, as mentions that are placed where they say."""
    text = reading.document.text
    for match in _PAIR.finditer(text, sentence.start, sentence.end):
        lat_deg, lon_deg = _degrees(match, "lat"), _degrees(match, "lon")
        lat_deg = -lat_deg if match["ns"][0] in "Ss" else lat_deg
        lon_deg = -lon_deg if match["ew"][0] in "Ww" else lon_deg
        if not is_point(lat_deg, lon_deg):
            continue
        words = " ".join(match[0].split())
        fine = len(match["lat"].partition(".")[2]) >= 2 or match["lat_min"] is not None
        place = Place(
            id=f"geomap:point-{lat_deg:.4f}-{lon_deg:.4f}",
            name=words,
            at=LatLon(lat_deg, lon_deg),
            kind="point",
            radius_km=_FINE_KM if fine else _COARSE_KM,
            source=_SOURCE,
        )
        mention = Mention(document=reading.document.id, start=match.start(), end=match.end(), text=match[0])
        yield PlacedMention(mention=mention, place=place, score=1.0, why="the text gives its latitude and longitude")


def _degrees(match: re.Match[str], part: str) -> float:
    return float(match[part]) + float(match[f"{part}_min"] or 0) / 60 + float(match[f"{part}_sec"] or 0) / 3600
