"""Numbers, units, measures and verdicts in words, as a reader of the page sees them."""

from __future__ import annotations

import re

from geomap.geodesy import compass_point
from geomap.records import ClaimKind, Modality, Outcome, Quantity, StopRole, TimeSpan

VERDICTS = {
    Outcome.CONSISTENT: "Consistent",
    Outcome.INCONSISTENT: "Inconsistent",
    Outcome.DOUBTFUL: "Doubtful",
    Outcome.UNVERIFIABLE: "Not checkable",
}
URGENCY = (Outcome.INCONSISTENT, Outcome.DOUBTFUL, Outcome.UNVERIFIABLE, Outcome.CONSISTENT)
"""Outcomes in the order in which a reader should look at them."""

KINDS = {
    ClaimKind.DISTANCE: "Distance",
    ClaimKind.DIRECTION: "Direction",
    ClaimKind.TRAVEL_TIME: "Travel time",
    ClaimKind.SPEED: "Speed",
    ClaimKind.ARITHMETIC: "Arithmetic",
    ClaimKind.CONTAINMENT: "What lies in what",
    ClaimKind.PROXIMITY: "Nearness",
    ClaimKind.ROUTE: "Route",
    ClaimKind.SCHEDULE: "Schedule",
    ClaimKind.BETWEEN: "Between",
    ClaimKind.TRIANGLE: "Triangle",
    ClaimKind.CALENDAR: "Calendar",
}
ROLES = {
    StopRole.FROM: "from",
    StopRole.VIA: "via",
    StopRole.TO: "to",
    StopRole.PASSED: "passed",
    StopRole.PLANNED: "planned",
    StopRole.NOT_REACHED: "not reached",
}
MODALITIES = {
    Modality.PLANNED: "said as a plan",
    Modality.POSSIBLE: "said as a possibility",
    Modality.NEGATED: "denied",
}
# Exact by definition (international yard and pound 1959, international nautical mile 1929), except verst, league and
# li, which are historic and round: 1.0668 km, 3 statute miles, 0.5 km.
UNIT_KM = {
    "km": 1.0,
    "m": 0.001,
    "mi": 1.609344,
    "nmi": 1.852,
    "ft": 0.0003048,
    "yd": 0.0009144,
    "league": 4.828032,
    "verst": 1.0668,
    "li": 0.5,
}
COMPASS = {
    "N": "north",
    "E": "east",
    "S": "south",
    "W": "west",
}
MEASURES = {
    "straight_km": "Straight line",
    "route_km": "Along the network",
    "side_km": "Third side, straight",
    "side_route_km": "Third side, network",
    "straight_kmh": "Speed, straight line",
    "route_kmh": "Speed, network",
    "mean_kmh": "Mean speed",
    "pace_kmh": "Pace",
    "stated_kmh": "Stated speed",
    "stated_km": "Stated, in km",
    "bearing_deg": "Bearing",
    "bearing_error_deg": "Off the direction",
    "ratio": "Stated ÷ straight",
    "detour": "Detour",
}
_SUFFIXES = {
    "_kmh": "km/h",
    "_km": "km",
    "_deg": "°",
    "_hours": "h",
    "_h": "h",
    "_min": "min",
    "_days": "days",
    "_years": "years",
    "_percent": "%",
}


# What a reason tells somebody at the command line, and what a reader of the page is told instead.
_COMMANDS = re.compile(
    r"\s?\((?:--resolve|geomap )[^()]{0,80}\)|[;,]?\s(?:and )?(?:(?:set|give) (?:it|the place that is meant) with )?"
    r"--resolve(?: NAME=ID)?(?: sets it)?|; import one with geomap data [a-z-]{1,20} FILE"
)
_REMEDIES = (
    ("--resolve", "geomap can be told which place is meant"),
    ("import-osm", "a map of the ways there, from OpenStreetMap, can be given to geomap"),
    ("import-places", "the outline of the area can be given to geomap"),
)


def plain(why: str) -> str:
    """A reason without the commands and options that it names."""
    return _COMMANDS.sub("", why)


def remedy(why: str) -> str:
    """What would settle an open question, as far as a reason names a command for it; empty where it does not."""
    return "; ".join(words for command, words in _REMEDIES if command in why)


# Units that are words, not symbols.
_COUNTED = ("year", "month", "week", "day", "night", "hour", "league", "verst")


def by(mode: str) -> str:
    """How a journey was made: "by rail", "on foot"; nothing for a straight line."""
    return {"": "", "straight": "", "foot": "on foot", "horse": "on horseback"}.get(mode, f"by {mode}")


def amount(value: float, unit: str = "") -> str:
    """A number with as many digits as it is worth, thousands apart, and its unit: "1,038 mi"."""
    size = abs(value)
    if value == int(value) and size < 1e15:
        text = f"{int(value):,}"
    else:
        text = f"{value:,.0f}" if size >= 100 else f"{value:,.1f}" if size >= 10 else f"{value:.2g}"
    if unit in _COUNTED and value != 1:
        unit += "s"
    return f"{text}{unit}" if unit in ("°", "%") else f"{text} {unit}".rstrip()


def compass(point: str) -> str:
    """A point of the compass in words: "NNE" is "north-northeast"."""
    words = [COMPASS.get(letter, letter) for letter in point]
    return "-".join(filter(None, (words[0] if len(words) == 3 else "", "".join(words[-2:]))))


def measure(name: str, value: float) -> tuple[str, str]:
    """One of a verdict's measured numbers as a label and a value: ("Bearing", "256° (west-southwest)")."""
    label, unit = MEASURES.get(name, ""), ""
    for suffix, symbol in _SUFFIXES.items():
        if name.endswith(suffix):
            label, unit = label or name.removesuffix(suffix), symbol
            break
    label = label or name
    text = f"{value:.2f}" if name == "ratio" else amount(round(value) if unit == "°" else value, unit)
    if name == "bearing_deg":
        text += f" ({compass(compass_point(value))})"
    return label.replace("_", " ").capitalize() if label.islower() or "_" in label else label, text


def stated(quantity: Quantity) -> str:
    """A stated amount with its bounds: "1,200 km", "at least 20 h", "5 to 7 km"."""
    if quantity.high == float("inf"):
        return f"at least {amount(quantity.low, quantity.unit)}"
    if quantity.low != quantity.high and not quantity.low <= quantity.value <= quantity.high:
        return f"{amount(quantity.low)} to {amount(quantity.high, quantity.unit)}"
    return f"{quantity.hedge} {amount(quantity.value, quantity.unit)}".strip()


def when(span: TimeSpan) -> str:
    """The day and the hour of a time, as exactly as the text gives it: "Tue 12 Sep 2023"."""
    if span.earliest is None:
        return span.text
    at = span.earliest
    if span.grain == "year":
        return f"{at.year}"
    if span.grain in ("month", "period"):
        return f"{_MONTHS[at.month - 1]} {at.year}" if span.grain == "month" else span.text
    day = f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]} {at.year}"
    if span.grain == "hour":
        return f"{day}, {at.hour:02}:{at.minute:02}"
    return day


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
