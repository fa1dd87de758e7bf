"""Lengths, durations and speeds in a text."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.quantities import gapped
from geomap.quantities.intervals import AFTER, hedge_before, hedge_kind, interval
from geomap.quantities.numbers import Number, read_number_before
from geomap.quantities.units import METRIC, NEEDS_DIGITS, RATE, UNIT, convert, read_unit, speed_unit
from geomap.records import Quantity

__all__ = ["METRIC", "convert", "find_quantities"]

# What follows a unit and makes it another one: areas, volumes, rates, consumption, counted people or money.
_NOT_AFTER = re.compile(
    r"[²³]|\s?\^\s?[23]|[23](?!\d)|\s{1,2}(?:squared|cubed|square|per\s(?:gallon|litre|liter|second|day|week|annum|person))\b"
    r"|\s?/\s?(?!h\b|\d|\()\w|[-\s](?:old|olds)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:people|tons?|tonnes|dollars|pounds|euros|barrels|users|inhabitants|residents|viewers|sprint|hurdles|relay|dash"
    r"|freestyle|butterfly|backstroke|breaststroke|medley|final|finals|champion|race)\b",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(r"[$€£¥]\s?\d[\d.,]*\s?\Z")
_AND_A_PART = re.compile(r"[\s-]and[\s-](a[\s-]half|a[\s-]quarter|three[\s-]quarters)(?![\w])", re.IGNORECASE)
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
_JOIN = re.compile(r"(?:,?\s{1,2}and\s{1,2}|,\s|\s{0,2})\Z", re.IGNORECASE)
_OPEN = re.compile(
    r"\s{0,2}(?:[(\[]\s?|/\s?|,?\sor\s|,\s)(?:about|approx\.?|approximately|around|roughly"
    r"|some|or|nearly|just over|i\.e\.,?)?\s{0,2}\Z",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[^()\[\]]{0,24}[)\]]")
_COMPOUND = {"h": "min", "min": "s", "day": "h", "week": "day", "mi": "yd", "year": "month"}


def find_quantities(text: str) -> Sequence[Quantity]:
    """Quantities in text order, with their hedge inside the span and the other system's figure as `pair`.

    Accepts "1,200 km", "sixty-one miles", "a couple of hundred kilometres", "half a mile", "3½-4 hours", "2:30 hours",
    "an hour and 45 minutes", "twenty-odd miles", "300 miles (480km)", "248 miles (400 km) an hour", "30-minute". Areas,
    ages, sums of money, negative amounts and place names such as "Ten Mile" are left out. A figure may take up the unit
    of a length beside it: "1,500 km from Lyon and 1,700 from Nice", "24 and 36 km from Lyon and Nice, respectively".
    """
    plain: list[Quantity] = []
    floor = 0
    for match in UNIT.finditer(text):
        quantity = _read(text, match, floor)
        floor = match.end()
        if quantity is None:
            continue
        if quantity.dimension == "length":
            plain += _before_unit(text, quantity)
        plain.append(quantity)
        while quantity is not None and quantity.dimension == "length":
            quantity = _after_place(text, quantity)
            plain += [quantity] if quantity is not None else []
    return _with_rates(text, _paired(text, _compounded(text, plain)))


def _before_unit(text: str, last: Quantity) -> list[Quantity]:
    """The figures before the last of a list that share a unit and belong to different places."""
    before = gapped.FIRST.search(text, max(0, last.start - 48), last.start)
    said = before is not None and gapped.SAID_BEFORE.search(text, max(0, before.start() - 16), before.start())
    if before is None or not (said or gapped.SHARED_OUT.match(text, last.end)):
        return []
    spans = [match.span() for match in gapped.NUMBER.finditer(text, *before.span("list"))]
    numbers = [(read_number_before(text, end, start), end) for start, end in spans]
    return [_quantity(text, number, end, last.dimension, last.unit) for number, end in numbers if number is not None]


def _after_place(text: str, first: Quantity) -> Quantity | None:
    """A figure without a unit that goes on from a length: "1,500 km from Lyon and 1,700 from Nice"."""
    match = gapped.NEXT.match(text, first.end)
    if match is None:
        return None
    number = read_number_before(text, match.end("n"), match.start("n"))
    if number is None or number.start != match.start("n"):
        return None
    return _quantity(text, number, match.end("n"), first.dimension, first.unit)


def _read(text: str, match: re.Match[str], floor: int) -> Quantity | None:
    """The quantity whose unit is at this match, before its neighbours are looked at."""
    known = read_unit(match[0])
    if known is None or match.start() == 0:
        return None
    number = read_number_before(text, match.start(), floor)
    if number is None or _is_something_else(text, match, number):
        return None
    dimension, unit = known
    end = match.end()
    if number.low == number.high == int(number.value) and (more := _AND_A_PART.match(text, end)):
        value = number.value + _PARTS[re.split(r"[\s-]", more[1].lower())[-1]]
        number = replace(number, value=value, low=value, high=value, grain=0.25)
        end = more.end()
    if match[0].lower() in {"fortnight", "fortnights"}:
        number = replace(number, value=2 * number.value, low=2 * number.low, high=2 * number.high)
    return _quantity(text, number, end, dimension, unit)


def _quantity(text: str, number: Number, end: int, dimension: str, unit: str) -> Quantity:
    hedge, start = hedge_before(text, number.start)
    if not hedge and (after := AFTER.match(text, end)):
        hedge, end = hedge_kind(after[1]), after.end()
    low, high = interval(number, hedge)
    if number.ambiguous:
        hedge, low, high = "ambiguous", number.value / 1000, number.value
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        dimension=dimension,
        value=number.value,
        unit=unit,
        low=low,
        high=high,
        hedge=hedge,
    )


def _is_something_else(text: str, match: re.Match[str], number: Number) -> bool:
    """Whether figure and unit are no amount here: "120 km²", "$5m", "6-year-old", "54 degrees 40 minutes"."""
    written = match[0]
    if _NOT_AFTER.match(text, match.end()) and not RATE.match(text, match.end()):
        return True
    if written in NEEDS_DIGITS and not text[number.start].isdigit():
        return True
    if written == "m" and (
        _COUNTED.match(text, match.end()) or _MONEY_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    ):
        return True
    if _COUNTED.match(text, match.end()) and written.lower() in {"metres", "meters", "metre", "meter", "yards", "yard"}:
        return True
    if written[0].isupper() and written[1:].islower() and not number.figures and not written.endswith("s"):
        return True
    if read_unit(written) in {("duration", "min"), ("duration", "s")}:
        return bool(re.search(r"(?:degrees?,?|°|′|minutes,?)\s?\Z", text[max(0, number.start - 12) : number.start]))
    return bool(
        re.search(r"(?:^|\s)(?:a|an|per|each|every)\Z", text[number.start : match.start()].strip())
        and _is_rate(text, number)
    )


def _is_rate(text: str, number: Number) -> bool:
    """Whether "a day" follows another unit and so says how often: "29 km a day", "20 hours a day"."""
    before = text[max(0, number.start - 14) : number.start].rstrip()
    units = [m for m in UNIT.finditer(before) if m.end() == len(before)]
    return bool(units) or bool(re.search(r"(?:times|once|twice|\d)\Z", before))


def _compounded(text: str, found: list[Quantity]) -> list[Quantity]:
    """Joins "5 hours" and "10 minutes"."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and _COMPOUND.get(last.unit) == quantity.unit and quantity.start - last.end <= 6 and last.pair is None:
            gap = text[last.end : quantity.start]
            if _JOIN.match(gap) and not quantity.hedge and last.value == int(last.value):
                out[-1] = _joined(text, last, quantity)
                continue
        if last and quantity.start < last.end:
            continue
        out.append(quantity)
    return out


def _joined(text: str, big: Quantity, small: Quantity) -> Quantity:
    value = big.value + convert(small.value, small.unit, big.unit)
    half = convert(max(small.high - small.value, 0.0), small.unit, big.unit)
    number = Number(big.start, value, value - half, value + half, max(2 * half, 1e-6))
    low, high = interval(number, big.hedge)
    return replace(big, end=small.end, text=text[big.start : small.end], value=value, low=low, high=high)


def _paired(text: str, found: list[Quantity]) -> list[Quantity]:
    """Puts the figure of the other system behind its first: "20 km (12 miles)"."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and last.pair is None and _is_pair(text, last, quantity):
            close = _CLOSE.match(text, quantity.end) if re.search(r"[(\[]", text[last.end : quantity.start]) else None
            end = close.end() if close else quantity.end
            out[-1] = _settled(replace(last, end=end, text=text[last.start : end], pair=quantity))
        elif last is None or quantity.start >= last.end:
            out.append(quantity)
    return out


def _is_pair(text: str, first: Quantity, second: Quantity) -> bool:
    if first.dimension != second.dimension or first.dimension == "duration" or second.start - first.end > 24:
        return False
    if (first.unit in METRIC) == (second.unit in METRIC):
        return False
    gap = text[first.end : second.start]
    if not _OPEN.match(gap):
        return False
    if "(" in gap or "[" in gap:
        return True
    ratio = convert(first.value, first.unit, second.unit) / second.value if second.value else 0.0
    return 0.8 <= ratio <= 1.25


def _settled(quantity: Quantity) -> Quantity:
    """Reads an ambiguous separator the way that fits the figure in the other system."""
    pair = quantity.pair
    if pair is None or quantity.hedge != "ambiguous":
        return quantity
    other = convert(pair.value, pair.unit, quantity.unit)
    value = min((quantity.value, quantity.value / 1000), key=lambda v: abs(math.log(max(v, 1e-9) / max(other, 1e-9))))
    low, high = interval(Number(quantity.start, value, value, value), "")
    return replace(quantity, value=value, low=low, high=high, hedge="")


def _with_rates(text: str, found: list[Quantity]) -> list[Quantity]:
    """Turns "60 miles an hour" into a speed, and drops the hour from it."""
    out: list[Quantity] = []
    for quantity in found:
        if out and quantity.start < out[-1].end:
            continue
        rate = RATE.match(text, quantity.end) if quantity.dimension == "length" else None
        out.append(_speed(text, quantity, rate) if rate else quantity)
    return out


def _speed(text: str, quantity: Quantity, rate: re.Match[str]) -> Quantity:
    unit = speed_unit(quantity.unit, rate[1] or rate[2])
    if unit is None:
        return quantity
    pair = quantity.pair
    if pair is not None:
        pair_unit = speed_unit(pair.unit, rate[1] or rate[2])
        pair = replace(pair, dimension="speed", unit=pair_unit) if pair_unit else None
    end = rate.end()
    return replace(quantity, end=end, text=text[quantity.start : end], dimension="speed", unit=unit, pair=pair)
