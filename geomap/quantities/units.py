"""Units of length, duration and speed: their spellings and what they measure."""

from __future__ import annotations

import re

# Metres in a unit. International mile, yard, foot: 1959 agreement (exact); nautical mile: BIPM (exact); league: three
# miles; verst: 1.0668 km (Russian standard of 1835); li: 500 m (China, 1930).
METRES = {
    "km": 1000.0,
    "m": 1.0,
    "mi": 1609.344,
    "nmi": 1852.0,
    "ft": 0.3048,
    "yd": 0.9144,
    "league": 4828.032,
    "verst": 1066.8,
    "li": 500.0,
}
# Hours in a unit; a month and a year are those of the Gregorian mean (365.2425 days).
HOURS = {
    "s": 1 / 3600,
    "min": 1 / 60,
    "h": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.485,
    "year": 8765.82,
}
# Kilometres an hour in a unit.
KMH = {"km/h": 1.0, "mph": 1.609344, "kn": 1.852, "m/s": 3.6}

FACTORS = {"length": METRES, "duration": HOURS, "speed": KMH}
METRIC = frozenset({"km", "m", "km/h", "m/s"})

_SPELLINGS: dict[str, tuple[str, str]] = {}
_WORDS = {
    "length": {
        "km": "kilometers kilometres kilometer kilometre kilometrs kilometeres kilometters kilomètres klicks kms km "
        "k.m. км километров ㎞",
        "m": "meters metres meter metre mtrs m м",
        "mi": "miles mile mi. mi statute-miles statute-mile",
        "nmi": "nautical-miles nautical-mile sea-miles sea-mile nmi nm n.m.i.",
        "ft": "feet foot ft. ft",
        "yd": "yards yard yds. yds yd",
        "league": "leagues league",
        "verst": "versts verst versty",
        "li": "li",
    },
    "duration": {
        "s": "seconds second secs sec",
        "min": "minutes minute mins. mins min. min",
        "h": "hours hour hrs. hrs hr. hr h",
        "day": "days day nights night",
        "week": "weeks week fortnights fortnight",
        "month": "months month",
        "year": "years year",
    },
    "speed": {
        "km/h": "km/h kmh kmph kph k.p.h. km/hr kms/h kmh-1 км/ч",
        "mph": "mph m.p.h. mi/h",
        "kn": "knots knot kts kn",
        "m/s": "m/s",
    },
}
for _dimension, _units in _WORDS.items():
    for _unit, _spellings in _units.items():
        for _spelling in _spellings.split():
            _SPELLINGS[_spelling.replace("-", " ")] = (_dimension, _unit)
# "an hour", "per hour", "a second" after a length make a speed.
_RATE = (
    r"(?:[\s-]{1,2}(?:an|per|a|each|every)[\s-]{1,2}(hour|hr|h|second|sec|s)\b|(?<=[\w)])\s?/\s?(h|hr|hour|s|sec)\b)"
)
RATE = re.compile(_RATE, re.IGNORECASE)
# Short signs that are words or initials in other case, or need figures before them.
_EXACT_CASE = frozenset({"m", "h", "mi", "mi.", "nm", "li", "kn", "ft", "min", "min.", "м"})
NEEDS_DIGITS = frozenset({"m", "h", "mi", "mi.", "nm", "м", "kn"})

_ALTERNATIVES = "|".join(re.escape(s).replace(r"\ ", r"[\s-]{1,3}") for s in sorted(_SPELLINGS, key=len, reverse=True))
UNIT = re.compile(rf"(?<![^\W\d_])(?:{_ALTERNATIVES})(?![^\W_])", re.IGNORECASE)


def read_unit(written: str) -> tuple[str, str] | None:
    """Dimension and unit of a spelling, None where its case makes it something else."""
    low = written.lower()
    known = _SPELLINGS.get(low) or _SPELLINGS.get(" ".join(low.replace("-", " ").split()))
    if known is None or (low in _EXACT_CASE and written not in {low, "NM"}):
        return None
    return known


def speed_unit(length_unit: str, per: str) -> str | None:
    """The unit of speed of a length per hour or second; None for what nobody uses."""
    if per.lower().startswith("h"):
        return {"km": "km/h", "mi": "mph", "nmi": "kn"}.get(length_unit)
    return {"m": "m/s"}.get(length_unit)


def convert(value: float, unit: str, other: str) -> float:
    """The value in another unit of the same dimension."""
    for factors in FACTORS.values():
        if unit in factors and other in factors:
            return value * factors[unit] / factors[other]
    raise ValueError(f"cannot convert {unit} to {other}: they measure different things")
