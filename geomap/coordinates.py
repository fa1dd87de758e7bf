"""Points that a text gives by latitude and longitude.

Accepts these shapes:

- a hemisphere after each number: 35.027N 119.178W; 51.872° North, 176.6° West; 12°30'S 096°50'E; 4.5 S, 36.2 W;
  34 degrees 48 minutes north and 119 degrees 10 minutes west; 12-30.5N 045-10.2E; 2335N 05812E
- a hemisphere before each number: N 51° 30.5', W 0° 7.2'; S33.86 E151.21
- both words: latitude 12.5 and longitude -7; lat: 12.5, lon: -7.25; 12.5 degrees latitude, -7 degrees longitude
- decimals alone, in brackets with four places or more, (48.8584, 2.2945), or after a word such as "coordinates", "GPS"
  or "position": at coordinates 48.86, 2.29

Everything else is some other pair of numbers: a score, a version, a confidence interval, temperatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.geodesy import is_point
from geomap.records import LatLon, Place, Source

KIND = "point"
"""The kind of a place that is nothing but a latitude and a longitude."""

_NUMBER = r"(?P<{0}>{1}\d{{1,3}}(?:\.\d{{1,8}})?)"
_SIGN = r"[-+−–]?"
_DEGREE = r"\s?(?:°|º|˚|deg(?:rees?)?\b\.?)?"
_MINUTES = (
    r"(?:(?:,?\s(?:and\s)?)?(?P<{0}_min>\d{{1,2}}(?:\.\d{{1,6}})?)\s?(?:['′’´]|min(?:ute)?s?\b\.?)"
    r"(?:(?:,?\s(?:and\s)?)?(?P<{0}_sec>\d{{1,2}}(?:\.\d{{1,4}})?)\s?(?:[\"″”]|''|′′|sec(?:ond)?s?\b\.?))?"
    r"|-(?P<{0}_dash>\d{{2}}(?:\.\d{{1,4}})?))?"
)
_GAP = r"(?:\s?[,;/]\s?(?:and\s)?|\s?(?:[-–]\s?)?|\s(?:and|by)\s)"


def _degrees_of(part: str, sign: str = "") -> str:
    return (_NUMBER + _DEGREE + _MINUTES).format(part, sign)


_AFTER = re.compile(
    r"(?<![\w.-])(?:latitude\s)?"
    + _degrees_of("lat")
    + r"\s?(?P<ns>[NS]|[Nn]orth|[Ss]outh)(?![\w])\.?(?:\slatitude)?"
    + _GAP
    + r"(?:longitude\s)?"
    + _degrees_of("lon")
    + r"\s?(?P<ew>[EW]|[Ee]ast|[Ww]est)(?![\w])(?:\slongitude)?"
)
_BEFORE = re.compile(
    r"(?<![\w.-])(?P<ns>[NS])\s?"
    + _degrees_of("lat")
    + r"(?:\s?[,;/]\s?|\s?)(?P<ew>[EW])\s?"
    + _degrees_of("lon")
    + r"(?![\w%])"
)
_PACKED = re.compile(
    r"(?<![\w.-])(?P<lat>\d{2})(?P<lat_min>[0-5]\d)(?P<ns>[NS])\s?[-/,]?\s?(?P<lon>[01]\d{2})(?P<lon_min>[0-5]\d)(?P<ew>[EW])(?!\w)"
)
_HEMISPHERE = r"(?:\s?(?P<{0}>[{1}]|[{2}])(?![\w]))?"
_NAMED = re.compile(
    r"(?<!\w)lat(?:itude)?(?:\s(?:of|is|was)|\s?[:=.])?\s?"
    + _degrees_of("lat", _SIGN)
    + r"(?:\s?(?P<ns>[NS]|[Nn]orth|[Ss]outh)\b)?(?:\s?[,;/]\s?(?:and\s)?|\s(?:and\s)?)(?:an?\s)?"
    + r"lon(?:g|gitude)?(?:\s(?:of|is|was)|\s?[:=.])?\s?"
    + _degrees_of("lon", _SIGN)
    + r"(?:\s?(?P<ew>[EW]|[Ee]ast|[Ww]est)\b)?(?![\w%])",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    r"(?<![\w.])"
    + _degrees_of("lat", _SIGN)
    + r"(?:\s?(?P<ns>[NS]|[Nn]orth|[Ss]outh))?\s(?:of\s)?latitude(?:\s?[,;/]\s?(?:and\s)?|\s(?:and\s)?)"
    + _degrees_of("lon", _SIGN)
    + r"(?:\s?(?P<ew>[EW]|[Ee]ast|[Ww]est))?\s(?:of\s)?longitude\b"
)
_DECIMALS = re.compile(
    r"(?<![\w.$€£%-])(?P<lat>[-+−–]?\d{1,2}\.\d{1,8})°?,\s?(?P<lon>[-+−–]?\d{1,3}\.\d{1,8})°?"
    r"(?![\w%]|[.,]\d|\s?(?:%|percent\b|per\s|million\b|billion\b|km\b|kilomet|miles?\b|points?\b|seconds?\b|degrees\b))"
)
_FORMS = (_AFTER, _BEFORE, _PACKED, _NAMED, _NAMED_AFTER, _DECIMALS)
# Without one of these before it a pair of decimals is only a point where it stands in brackets, and is that fine.
_CUE = re.compile(
    r"\b(?:co-?ordinates?|gps|lat(?:itude)?s?|position|geolocat\w+|waypoints?|pin|whereabouts)\b[^.;\n]{0,40}\Z",
    re.IGNORECASE,
)
_MARK = re.compile(r"[°º˚'′’´-]|deg|itude|min", re.IGNORECASE)
_FINE_DECIMALS = 4
_CUE_REACH = 60
_SOURCE = Source(name="coordinates given in the text")
# How exact a point is that is given to a hundredth of a degree or better, and to a tenth or worse.
_FINE_KM, _COARSE_KM = 1.0, 6.0
# No text without one of these gives a point, so that most are passed over at once.
_DIGIT = re.compile(r"\d")
# Three patterns that each begin with few letters are searched in a third of the time of one.
_WORTH = (
    re.compile(r"\d(?:\s?(?:[°º˚]|[NSns]\b|(?i:deg|north|south))|\.\d{1,8}°?,\s?[-+−–]?\d)"),
    re.compile(r"[NSns](?<!\w[NSns])\s?\d"),
    re.compile(r"[Ll](?<!\w[Ll])[Aa][Tt]"),
)


@dataclass(frozen=True, slots=True)
class StatedPoint:
    """A point with where the text gives it, brackets around it included; `radius_km` is how exactly."""

    start: int
    end: int
    at: LatLon
    radius_km: float

    def place(self, words: str) -> Place:
        """The point as a place that is called as the text has it."""
        name = " ".join(words.split()).strip("()[]").strip()
        return Place(
            id=f"geomap:point-{self.at.lat_deg:.4f}-{self.at.lon_deg:.4f}",
            name=name,
            at=self.at,
            kind=KIND,
            radius_km=self.radius_km,
            source=_SOURCE,
        )


def find_points(text: str, start: int = 0, end: int | None = None) -> list[StatedPoint]:
    """The points of a stretch of text, in order; of two that overlap, the one that begins first."""
    stop = len(text) if end is None else end
    if not any(worth.search(text, start, stop) for worth in _WORTH):
        return []
    found = sorted((p for form in _FORMS for p in _read_all(form, text, start, stop)), key=lambda p: (p.start, -p.end))
    out: list[StatedPoint] = []
    for point in found:
        if not out or point.start >= out[-1].end:
            out.append(point)
    return out


def read_point(words: str, *, told: bool = False) -> StatedPoint | None:
    """The point that some words give and nothing else; `told` says that they are known to be one."""
    if _DIGIT.search(words) is None:
        return None
    fitting = (p for form in _FORMS for p in _read_all(form, words, 0, len(words), told=told))
    return next((p for p in fitting if (p.start, p.end) == (0, len(words))), None)


def _read_all(form: re.Pattern[str], text: str, start: int, end: int, *, told: bool = False) -> Iterator[StatedPoint]:
    for match in form.finditer(text, start, end):
        lat, lon = _degrees(match, "lat", "ns"), _degrees(match, "lon", "ew")
        if lat is None or lon is None or not is_point(lat, lon):
            continue
        first, last = match.span()
        if text[max(0, first - 1) : first] in {"(", "["} and text[last : last + 1] in {")", "]"}:
            first, last = first - 1, last + 1
        if not told and not _is_meant(form, match, text, first):
            continue
        fine = len(match["lat"].partition(".")[2]) >= 2 or _minutes(match, "lat") > 0
        yield StatedPoint(first, last, LatLon(lat, lon), _FINE_KM if fine else _COARSE_KM)


def _degrees(match: re.Match[str], part: str, side: str) -> float | None:
    """A signed number of degrees; None where its minutes or its sign make none."""
    written = _plain(match[part])
    hemisphere = match.groupdict().get(side) or ""
    minutes = _minutes(match, part)
    if minutes >= 60 or (hemisphere and written[0] in "+-"):
        return None
    degrees = abs(float(written)) + minutes / 60
    return -degrees if written[0] == "-" or hemisphere[:1] in {"S", "s", "W", "w"} else degrees


def _plain(number: str) -> str:
    """A number with the sign that `float` reads."""
    return number.replace("−", "-").replace("–", "-")


def _minutes(match: re.Match[str], part: str) -> float:
    groups = match.groupdict()
    minutes = groups.get(f"{part}_min") or groups.get(f"{part}_dash") or 0
    return float(minutes) + float(groups.get(f"{part}_sec") or 0) / 60


def _is_meant(form: re.Pattern[str], match: re.Match[str], text: str, start: int) -> bool:
    """Whether two numbers are meant as a point.

    "12 North, 13 East" is an address. Decimals alone are a point where the text says so, or where they are fine, stand
    in brackets by themselves and are no two shares of one.
    """
    if form is _AFTER:
        return "." in match["lat"] + match["lon"] or _MARK.search(match[0]) is not None
    if form is not _DECIMALS or _CUE.search(text, max(0, start - _CUE_REACH), start):
        return True
    fine = all(len(match[part].partition(".")[2]) >= _FINE_DECIMALS for part in ("lat", "lon"))
    shares = all(abs(float(_plain(match[part]))) <= 1 for part in ("lat", "lon"))
    return fine and start < match.start() and not shares
