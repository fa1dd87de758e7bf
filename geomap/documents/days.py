"""The day of a document: in a header line, in a line of its own, or in a dateline.

Only days that are certain count: with their year, and where a document states its own day. Days inside a story
are for `calendar_dates`.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier januar enero gennaio janeiro",
            "february feb février fevrier februar febrero febbraio fevereiro",
            "march mar mars märz marz marzo março",
            "april apr avril abril aprile",
            "may mai mayo maggio maio",
            "june jun juin juni junio giugno junho",
            "july jul juillet juli julio luglio julho",
            "august aug août aout agosto",
            "september sept sep septembre septiembre settembre setembro",
            "october oct octobre oktober octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec décembre decembre dezember diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"{_MONTH}\s{{0,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"{_DAY}\s{{0,3}}(?:de\s)?{_MONTH},?\s{{0,3}}(?:de\s)?{_YEAR}",
        r"(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        r"(?P<year>\d{4})年\s?(?P<number>\d{1,2})月\s?(?P<day>\d{1,2})日",
        r"(?P<year>\d{4})년\s?(?P<number>\d{1,2})월\s?(?P<day>\d{1,2})일",
    )
)
_BEFORE = re.compile(
    r"\s{0,9}(?:date|dated|published|posted|updated|last updated|publicado|publié le|on)?\s?[:|-]?\s{0,3}"
    r"(?:(?:mon|tues|tue|wednes|wed|thurs|thur|thu|fri|satur|sat|sun)(?:day)?\.?,?\s{1,3})?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\sT,|•·@-]{0,6}(?:at\s)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?\s?(?:[ap]\.?m\.?)?)?\s?"
    r"(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?[\s.|,]{0,3}",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"(?:(?:(?:of|the|de|la|del|near|at|in|on|am|an der|sur)\s|[A-ZÀ-Þ][\w'’.-]{0,30}[\s,.]{1,3})){1,9}(?<=[,.]\s)"
)
# "On Monday, 25 July 2025 - the day of the vote": no place.
_ADVERBIAL = re.compile(r"(?:On|In|At|By|Since|From|Until|Before|After)\s")
_DASHED = re.compile(r"\d{4}\s{0,2}(?:\([^()\n]{1,40}\)\s{0,2})?(?:(?:—|–|--|-)\s|:\s(?=[^\W\d_a-z\s]|[\"“‘']))")
_LABEL = re.compile(r"(?:date|published|posted)[:\s]{1,3}", re.IGNORECASE)
_DAY_START = re.compile(r"(?<=[,\s(—–/-])(?=\d|[A-Z][a-z]{2})")
_DATELINE_END = re.compile(
    r"[,\s]{0,3}(?:(?:19|20)\d\d)?\s{0,2}(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/|[A-Z .]{0,12})?\s{0,2}(?:—|–|--|-\s|:)"
)


# "Shanghai, 10 October 2025. The train": a place and a day as a sentence of their own.
_PLACE_ALONE = re.compile(r"[^\W\d_a-z][\w'’-]{1,30}(?:[ -][^\W\d_a-z][\w'’-]{0,30}){0,2},\s")
_STOPPED = re.compile(r"\.\s{1,3}(?=[\"“‘']?[^\W\d_a-z])")


def read_day(text: str) -> date | None:
    """A day that stands at the start of a header's value; a time after it is no harm."""
    text = text.strip()[:80]
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        before = _BEFORE.match(text)
        found = _day_at(text, before.end() if before else 0)
        return found[0] if found else None


def read_day_line(line: str) -> date | None:
    """The day of a line that holds nothing but a day and a time, words such as "Published", or a place.

    A place stands in letters and dispatches: "Fort Henry, Tenn., February 6, 1862".
    """
    if len(line) > 80:
        return None
    before = _BEFORE.match(line)
    starts = [before.end() if before else 0]
    if _PLACES.match(line):
        starts += [match.start() for match in _DAY_START.finditer(line) if _PLACES.fullmatch(line[: match.start()])]
    for start in starts:
        found = _day_at(line, start)
        if found is not None and _CLOCK.fullmatch(line, found[1]) is not None:
            return found[0]
    return None


def starts_with_day(line: str) -> bool:
    """Whether a line opens with a day, as datelines do."""
    before = _BEFORE.match(line)
    return _day_at(line, before.end() if before else 0) is not None


def find_dateline(body: str) -> date | None:
    """The day of a dateline or after the label "date".

    Datelines are "Sept. 12, 2023 (AP) —", "OSLO, 4 March 2021 -", "Oslo, 4 March 2021 -" and "Oslo, 4 March 2021. The".
    """
    line = body.lstrip().split("\n", 1)[0][:200]
    label = _LABEL.match(line)
    if label and (found := _day_at(line, label.end())):
        return found[0]
    starts = [0]
    inner = [match.start() for match in _DAY_START.finditer(line, 0, 80)]
    if line.split(",")[0].split("(")[0].strip(" —–-/").isupper():
        starts += inner
    elif not _ADVERBIAL.match(line):
        starts += [
            start for start in inner if _PLACES.fullmatch(line[:start]) and _DASHED.search(line, start, start + 70)
        ]
    for start in starts:
        found = _day_at(line, start)
        if found and _DATELINE_END.match(line, found[1]):
            return found[0]
    place = _PLACE_ALONE.match(line)
    found = _day_at(line, place.end()) if place else None
    return found[0] if found and _STOPPED.match(line, found[1]) else None


def _day_at(text: str, start: int) -> tuple[date, int] | None:
    for form in _FORMS:
        match = form.match(text, start)
        if match is None:
            continue
        parts = match.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        try:
            return date(int(parts["year"]), month, int(parts["day"])), match.end()
        except ValueError:
            continue
    return None
