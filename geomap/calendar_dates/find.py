"""Finds the times that a text names and says when they were."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from geomap.calendar_dates import patterns, resolve
from geomap.calendar_dates.anchors import find_anchor
from geomap.calendar_dates.tense import facing
from geomap.calendar_dates.words import NUMBERS, day_of, month_number, weekday_number
from geomap.records import Document, TimeSpan


def find_times(document: Document) -> Sequence[TimeSpan]:
    """Time expressions in text order, resolved from the document's date where they are relative.

    Finds days ("Sept. 12, 2023", "12 September", "2023-09-12", "Tuesday", "last Tuesday", "yesterday"), each with a
    part or a clock time ("in the early hours of Tuesday", "5 p.m. Saturday", "Sunday at 17:30"), spans of days
    ("Sept. 10-13"), counted times ("two days later", "four years ago", "the next morning", "overnight"), months,
    years and decades ("in April 2019", "since 2011", "in the 1990s"), and clock times alone.

    A weekday is the last one up to the day of writing, unless its clause looks ahead ("until Wednesday", "will meet on
    Friday"); "last Tuesday" in a text of a Tuesday is a week earlier.
    """
    text = document.text
    anchor = find_anchor(document)
    taken: list[tuple[int, int]] = []
    hits: list[tuple[int, str, re.Match[str]]] = []
    finders = (patterns.dated, patterns.relative, patterns.loose, patterns.clock)
    for name, pattern in ((f.__name__, f()) for f in finders):
        for match in pattern.finditer(text):
            if _is_time(text, name, match) and not _overlaps(taken, match.start(), match.end()):
                hits.append((match.start(), name, match))
        taken = sorted((m.start(), m.end()) for _, _, m in hits)
    return tuple(_spans(text, anchor, sorted(hits, key=lambda hit: hit[0])))


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (end, end))
    return at > 0 and taken[at - 1][1] > start


def _is_time(text: str, name: str, match: re.Match[str]) -> bool:
    if name != "dated":
        return True
    if match["word"] and match["word"][0].isupper():  # "Russia Today" is an outlet
        return not re.search(r"[\w,] $", text[max(0, match.start("word") - 2) : match.start("word")])
    if not match["weekday"] or match["m1"] or match["d2"]:
        return True
    before = text[max(0, match.start() - 10) : match.start()]
    return not patterns.NAMES.match(text, match.end()) and not (
        (hit := patterns.NAMED_DAY.search(before)) and hit.group() != "and "
    )


def _spans(text: str, anchor: date | None, hits: Sequence[tuple[int, str, re.Match[str]]]) -> Iterator[TimeSpan]:
    """Each hit as a time; counted ones go on from the time before them."""
    last: TimeSpan | None = None
    for _, name, match in hits:
        reader = {"dated": _read_dated, "relative": _read_relative, "loose": _read_loose, "clock": _read_clock}[name]
        span = reader(text, match, anchor, last)
        yield span
        dated = span.earliest is not None or span.weekday is not None  # an undated Monday hides the day before it
        if dated and span.grain in ("day", "daypart", "hour"):
            last = span


def _span(
    match: re.Match[str], grain: str, window: resolve.Window | None = None, weekday: int | None = None
) -> TimeSpan:
    whole = match.group().rstrip(",")
    start, end = window if window else (None, None)
    return TimeSpan(start=match.start(), end=match.start() + len(whole), text=whole, grain=grain, earliest=start,
                    latest=end, weekday=weekday)  # fmt: skip


def _group(match: re.Match[str], *names: str) -> str | None:
    return next((match[n] for n in names if match[n]), None)


def _read_dated(text: str, match: re.Match[str], anchor: date | None, last: TimeSpan | None) -> TimeSpan:
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    look = facing(text, match.start(), match.end())
    month, number = (
        _group(match, "m1", "m2", "m3", "xm1", "xm2", "xm3"),
        _group(match, "d1", "d2", "d3", "xd1", "xd2", "xd3"),
    )
    year = _group(match, "y1", "y2", "y3", "xy1", "xy2", "xy3")
    day: date | None
    if month and number:
        at = int(month) if month.isdigit() else month_number(month)
        number = re.sub(r"\D", "", number)
        day = (
            day_of(int(year), at, int(number)) if year else resolve.nearest_date(anchor, at, int(number), look, weekday)
        )
    elif match["word"]:
        shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]
        day = anchor + timedelta(days=shift) if anchor else None
    else:
        assert weekday is not None
        weeks = match["weeks"] and (
            int(match["weeks"]) if match["weeks"].isdigit() else NUMBERS[match["weeks"].lower()]
        )
        day = (
            resolve.weeks_later(last, weeks, weekday)
            if weeks and last
            else resolve.weekday_date(anchor, weekday, (_group(match, "mod", "mod2") or "").lower(), look, last)
        )
    grain, window = _within(match, day)
    if window and (second := _group(match, "d1b", "d2b", "xd1b", "xd2b")) and day:
        until = day_of(day.year, day.month, int(re.sub(r"\D", "", second)))
        if until and until > day:
            grain, window = "period", (window[0], datetime.combine(until, time()) + timedelta(days=1))
    return _span(match, grain, window, weekday)


def _within(match: re.Match[str], day: date | None) -> tuple[str, resolve.Window | None]:
    """The grain and the hours that are named of a day."""
    clock = _group(match, "clock1", "clock2", "t3", "xt3")
    part = _group(match, "part1", "part2", "before")
    if clock:
        return "hour", resolve.clock_window(day, clock)
    if part:
        return "daypart", resolve.part_window(day, part)
    return "day", resolve.day_window(day)


def _read_relative(text: str, match: re.Match[str], anchor: date | None, last: TimeSpan | None) -> TimeSpan:
    if match["count"]:
        return _read_count(match, anchor, last)
    if match["step"] or match["daybefore"]:
        shift = {"next": 1, "following": 1, "same": 0, "previous": -1}[match["step"]] if match["step"] else -1
        base = last.earliest.date() if last and last.earliest else None
        unit = match["stepunit"] or "day"
        if unit in ("week", "month", "year"):
            return _span(match, "period")
        day = base + timedelta(days=shift) if base else None
        if clock := match["stepclock"]:
            return _span(match, *_at_clock(day, clock))
        return _span(
            match,
            "day" if unit == "day" else "daypart",
            resolve.day_window(day) if unit == "day" else resolve.part_window(day, unit),
        )
    if match["tonight"]:
        if match["tonight"].lower() == "tonight":
            return _span(match, "daypart", resolve.part_window(anchor, "night"))
        return _span(match, "daypart")
    unit, which = match["thisunit"], match["this"].lower()
    if unit in ("morning", "afternoon", "evening", "night"):
        shift = {"this": 0, "last": -1, "next": 1}[which]
        return _span(match, "daypart", resolve.part_window(anchor + timedelta(days=shift), unit) if anchor else None)
    return _span(match, "year" if unit == "year" else "period", resolve.period_window(anchor, which, unit))


def _at_clock(day: date | None, clock: str) -> tuple[str, resolve.Window | None]:
    """The grain and window of a time on the clock of a day: "8 p.m.", "noon"."""
    if clock[0].isdigit():
        return "hour", resolve.clock_window(day, clock)
    return "daypart", resolve.part_window(day, clock)


def _read_count(match: re.Match[str], anchor: date | None, last: TimeSpan | None) -> TimeSpan:
    """A counted time: "ago" from the day of writing, "later" from the time before it in the text."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else NUMBERS[word]
    unit, way = match["unit"].rstrip("s"), match["way"]
    base = last.earliest if last else None
    if way == "ago":
        base = datetime.combine(anchor, time()) if anchor else None
    grain = {"hour": "hour", "day": "day", "night": "day"}.get(unit, "period")
    if base is None or (way.startswith(("earlier", "before")) and unit in ("month", "year")):
        return _span(match, grain)
    return _span(match, grain, resolve.shifted(base, count if way.startswith(("later", "after")) else -count, unit))


def _read_loose(text: str, match: re.Match[str], anchor: date | None, last: TimeSpan | None) -> TimeSpan:
    if match["decade"]:
        if match["decade"] == "19":
            return _span(match, "period")
        first = int(match["decade"])
        return _span(
            match,
            "period",
            (datetime(first, 1, 1), datetime(first + (100 if first % 100 == 0 and first < 2000 else 10), 1, 1)),
        )
    if match["only"]:
        first = int(match["only"])
        second = match["only2"]
        final = first if not second else int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        grain = "year" if final == first else "period"
        return _span(match, grain, (datetime(first, 1, 1), datetime(max(first, final) + 1, 1, 1)))
    month = month_number(_group(match, "month", "month2", "month3") or "")
    if match["year"]:
        return _span(match, "month", resolve.month_window(int(match["year"]), month))
    look = facing(text, match.start(), match.end())
    year = resolve.nearest_month(anchor, month, look)
    return _span(match, "month", resolve.month_window(year, month) if year else None)


def _read_clock(text: str, match: re.Match[str], anchor: date | None, last: TimeSpan | None) -> TimeSpan:
    """A clock time alone is on the day named just before it, within the same paragraph."""
    near = last is not None and "\n" not in text[last.end : match.start()] and match.start() - last.end < 400
    day = last.earliest.date() if near and last and last.earliest else None
    if match["point"]:
        return _span(match, "daypart", resolve.part_window(day, match["point"]))
    return _span(match, "hour", resolve.clock_window(day, match["clock"]))
