"""Finds dates that contradict themselves and counts of days or years from a dated event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from geomap.calendar_dates import MONTHS, day_of, find_anchor, month_number, weekday_number
from geomap.claims import known_events
from geomap.claims.attribution import begin_claim
from geomap.claims.masking import QUANTITY, TIME, Masked, masked_sentences
from geomap.records import Claim, ClaimKind, Quantity, Reading, TimeSpan

_DIGIT = re.compile(r"\d")
_MONTH = "(?:" + "|".join(f"{m[:3]}[a-z]{{0,6}}" for m in MONTHS) + r")\.?"
_DOUBLE = re.compile(
    rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?P<a>(?:19|20)\d\d),\s?(?P<b>(?:19"
    rf"|20)\d\d)(?!\d|\s?[-–]\d)|\b\d{{1,2}}\s{_MONTH},?\s(?P<c>(?:19|20)\d\d),\s?(?P<d>(?:19|20)\d\d)(?!\d)",
    re.I,
)
_WEEKDAY = re.compile(
    rf"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    rf"|Sun)day)(?:\s(?:morning|afternoon|evening|night))?,?\s(?:the\s)?(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y1>(?:1[5-9]"
    rf"|20)\d\d))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH})(?:,?\s(?P<y2>(?:1[5-9]|20)\d\d))?)(?!\d)",
    re.I,
)
# "Feb. 21, 2023, a Tuesday", "3 May, which was a Friday", "May 3 (a Friday)"
_WEEKDAY_LAST = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y1>(?:1[5-9]|20)\d\d))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH})(?:,?\s(?P<y2>(?:1[5-9]|20)\d\d))?)"
    rf"(?:,?\s(?:which\s|it\s|that\s)?(?:was|is|fell on|falls on)|,|\s\(|\s[-–—])?\s?an?\s"
    rf"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=\s?[,.;:)–—]|$|\s(?:when|and|that|which|at|in)\b)",
    re.I,
)
_DAY = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]|\s?(?:km|miles?|%|a\.m"
    rf"|p\.m))|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{_MONTH}))(?:,?\s(?P<y>(?:1[5-9]|20)\d\d))?(?!\d)",
    re.I,
)
_COUNT = re.compile(
    rf"(?P<lead>\bfor|\bafter|\bin its|\bsince|\blasted|\bday)\s(?:the\s(?:past"
    rf"|last)\s)?(?P<n>{QUANTITY})|(?P<n2>{QUANTITY})\s(?P<tail>after|since|into|of|ago)\b",
    re.I,
)
_NTH = re.compile(r"\b(?:on )?(?:the )?(?:day (?P<a>\d{1,4})|(?P<b>\d{1,4})(?:st|nd|rd|th) day) of\b", re.I)
_AGO = re.compile(rf"(?P<a>{TIME}),? (?:exactly |almost |nearly |more than |just over |about |some )?(?P<b>{TIME})")


# A date this close to the day of writing is not one of another year.
_THIS_YEAR = timedelta(days=60)


def find_dates(reading: Reading) -> Iterator[Claim]:
    """Claims of the calendar in text order.

    Finds "Sept. 12, 2023, 2022", "Tuesday, Sept. 13, 2023", "February 30", "has been at war for 566 days", "on day 100
    of the invasion", "two years after the earthquake", "four years ago, in 2019".
    """
    text = reading.document.text
    written = find_anchor(reading.document) or _written_beside(reading)
    for masked in masked_sentences(reading):
        dated = _DIGIT.search(text, masked.sentence.start, masked.sentence.end) is not None
        if dated:
            yield from _days(reading, masked, written)
        if dated or QUANTITY in masked.text:
            yield from _counts(reading, masked, written)
        if TIME in masked.text:
            yield from _agos(reading, masked)


def _days(reading: Reading, masked: Masked, written: date | None) -> Iterator[Claim]:
    """Days that contradict themselves in a sentence with a figure."""
    text, start, end = reading.document.text, masked.sentence.start, masked.sentence.end
    for hit in _DOUBLE.finditer(text, start, end):
        if (hit["a"] or hit["c"]) != (hit["b"] or hit["d"]):
            yield calendar_claim(reading, masked, hit.start(), hit.end(), "double-year")
    yield from _weekdays(reading, masked, written)
    for hit in _DAY.finditer(text, start, end):
        if _is_impossible(hit):
            yield calendar_claim(reading, masked, hit.start(), hit.start() + len(hit.group().rstrip(".")), "impossible")


def _written_beside(reading: Reading) -> date | None:
    """The day of the youngest other text of the run, for a text without a day of its own."""
    days = [day for other in reading.companions if (day := find_anchor(other.document))]
    return max(days) if days else None


def _weekdays(reading: Reading, masked: Masked, written: date | None) -> Iterator[Claim]:
    text, start, end = reading.document.text, masked.sentence.start, masked.sentence.end
    for hit in (h for pattern in (_WEEKDAY, _WEEKDAY_LAST) for h in pattern.finditer(text, start, end)):
        month, number = month_number(hit["m1"] or hit["m2"]), int(hit["d1"] or hit["d2"])
        year = hit["y1"] or hit["y2"]
        years = [int(year)] if year else [written.year + n for n in (0, -1, 1)] if written else []
        days = [d for d in (day_of(y, month, number) for y in years) if d]
        if not days:
            continue
        if written and not year:
            days.sort(key=lambda d: written - d if d <= written else 2 * (d - written))
        named = weekday_number(hit["weekday"])
        fits = [d for d in days if d.weekday() == named]
        if not year and written and fits and fits[0] != days[0]:
            if abs(days[0] - written) > _THIS_YEAR:
                continue  # another year is meant
            fits = []
        claim = calendar_claim(reading, masked, hit.start(), hit.end(), "weekday")
        day = fits[0] if fits else days[0]
        moment = datetime(day.year, day.month, day.day)
        span = TimeSpan(
            start=hit.start(),
            end=hit.end(),
            text=hit.group(),
            grain="day",
            earliest=moment,
            latest=moment + timedelta(days=1),
            weekday=named,
        )
        yield replace(claim, time=span, times=(span,))


def _is_impossible(hit: re.Match[str]) -> bool:
    month, number = month_number(hit["m1"] or hit["m2"]), int(hit["d1"] or hit["d2"])
    if hit["m1"] and hit["m1"].lower() in ("may", "mar", "march") and not hit["m1"][0].isupper():
        return False
    if number == 0 or number > 31:
        return number in range(32, 40) and hit["y"] is not None
    year = int(hit["y"]) if hit["y"] else 2000
    return day_of(year, month, number) is None


def _counts(reading: Reading, masked: Masked, written: date | None) -> Iterator[Claim]:
    """Counts of days or years in a sentence that names a dated event."""
    text = reading.document.text
    sentence = text[masked.sentence.start : masked.sentence.end]
    if written is None or not (_COUNT.search(masked.text) or _NTH.search(sentence)):
        return
    events = [e for e in known_events.named_in(sentence) if e.kind not in ("summit", "period")]
    if not events:
        return
    for hit in _COUNT.finditer(masked.text):
        quantity = masked.items[hit.start("n") if hit["n"] else hit.start("n2")]
        if (
            not isinstance(quantity, Quantity)
            or quantity.dimension != "duration"
            or quantity.unit not in ("day", "week", "month", "year")
        ):
            continue
        if hit["n"] and hit["lead"].lower() in ("after", "in its") and not _of_event(masked, hit):
            continue
        if (
            hit["tail"]
            and hit["tail"].lower() in ("of", "ago", "into")
            and quantity.unit not in ("day", "week", "month")
        ):
            continue
        if not _counts_event(masked, hit, events, text):
            continue
        start, end = _around(masked, hit, events, text)
        claim = calendar_claim(reading, masked, start, end, "count")
        yield replace(claim, stated=quantity, time=_day_span(written, "the day of writing"), notes=(events[0].id,))
        return
    for hit in _NTH.finditer(sentence):
        number = float(hit["a"] or hit["b"])
        base = masked.sentence.start
        quantity = Quantity(
            start=base + hit.start(),
            end=base + hit.end(),
            text=hit.group(),
            dimension="duration",
            value=number,
            unit="day",
            low=number,
            high=number,
        )
        claim = calendar_claim(reading, masked, quantity.start, min(masked.sentence.end, quantity.end + 30), "count")
        yield replace(claim, stated=quantity, time=_day_span(written, "the day of writing"), notes=(events[0].id,))
        return


def _of_event(masked: Masked, hit: re.Match[str]) -> bool:
    """Whether an event follows "after 500 days of …"."""
    return re.match(r"\s(?:of|since|after|into)\b", masked.text[hit.end() : hit.end() + 8]) is not None


def _counts_event(masked: Masked, hit: re.Match[str], events: list[known_events.KnownEvent], text: str) -> bool:
    """Whether the count is the event's own: no comma, time or long clause stands between them."""
    named = events[0].words.search(text, masked.sentence.start, masked.sentence.end)
    if named is None:
        return False
    start, end = masked.offset(hit.start()), masked.end_offset(hit.end())
    if hit["n"] and hit["lead"].lower() in ("for", "lasted") and named.start() > start:
        return text[end:].lstrip().startswith("of ")  # "for 100 days of the war", not "for 12 days after it"
    between = text[named.end() : start] if named.end() <= start else text[end : named.start()]
    return len(between) <= 40 and not re.search(r"[,;:]|\b(?:19|20)\d\d\b", between)


def _around(masked: Masked, hit: re.Match[str], events: list[known_events.KnownEvent], text: str) -> tuple[int, int]:
    """From the event to its count, or from the count to the event."""
    start, end = masked.offset(hit.start()), masked.end_offset(hit.end())
    named = events[0].words.search(text, masked.sentence.start, masked.sentence.end)
    return (min(start, named.start()), max(end, named.end())) if named else (start, end)


def _agos(reading: Reading, masked: Masked) -> Iterator[Claim]:
    """The text says "in 2019, four years ago": two ways of naming one time."""
    for hit in _AGO.finditer(masked.text):
        a, b = masked.time(hit.start("a")), masked.time(hit.start("b"))
        ago, plain = (a, b) if "ago" in a.text else (b, a)
        if (
            "ago" in ago.text
            and "ago" not in plain.text
            and plain.grain in ("year", "month", "day")
            and any(ch.isdigit() for ch in plain.text)
            and ago.earliest
        ):
            claim = calendar_claim(reading, masked, masked.offset(hit.start()), masked.end_offset(hit.end()), "ago")
            yield replace(claim, time=plain, times=(plain, ago))


def _day_span(day: date, text: str) -> TimeSpan:
    moment = datetime(day.year, day.month, day.day)
    return TimeSpan(start=0, end=0, text=text, grain="day", earliest=moment, latest=moment + timedelta(days=1))


def calendar_claim(reading: Reading, masked: Masked, start: int, end: int, event: str) -> Claim:
    """A claim of the calendar over a stretch of text; `event` is what `judge_calendar` tells its kinds by."""
    return replace(
        begin_claim(reading, ClaimKind.CALENDAR, masked.sentence, (start, end)),
        event=event,
        score=0.95,
    )
