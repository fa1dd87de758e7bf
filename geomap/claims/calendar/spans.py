"""Finds counts of days that stand beside the two dates which they lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from geomap.calendar_dates import MONTHS, find_times
from geomap.claims.calendar.find import calendar_claim
from geomap.claims.masking import QUANTITY, TIME, Masked, masked_sentences
from geomap.quantities import find_quantities
from geomap.records import Claim, Document, Quantity, Reading, TimeSpan

_GAP = rf"(?:(?!,? (?:and|but|then|while|before)\b)[^;.()“”{TIME}{QUANTITY}])"
_REACHED = r"\b(?:reach|arriv|complet|finish|end|return|land|dock|got|came)\w*"
# Each names the earlier time a, the later time b and the count n; `later` counts in a time of its own.
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"(?P<b>{TIME}){_GAP}{{0,60}}?(?P<n>{QUANTITY}) after {_GAP}{{0,120}}?(?P<a>{TIME})",
        rf"(?P<n>{QUANTITY}) after {_GAP}{{0,80}}?(?P<a>{TIME}){_GAP}{{0,40}}?, (?:on )?(?P<b>{TIME})",
        rf"(?P<a>{TIME})[^;.“”{QUANTITY}]{{0,140}}?(?P<later>{TIME}),? (?:on |\()?(?P<b>{TIME})",
        rf"(?P<n>{QUANTITY})[^;.{TIME}{QUANTITY}]{{0,60}}?(?:\bfrom|\bbetween|\() ?(?P<a>{TIME})"
        rf"(?: ?(?:to|until|till|through|and|[-–]) ?(?P<b>{TIME}))?",
        rf"(?P<n>{QUANTITY})[^;.{TIME}{QUANTITY}]{{0,60}}\b(?:began|begins?|start\w*|open\w*)\b[^;.{TIME}{QUANTITY}]{{0,60}}?"
        rf"(?P<a>{TIME})[^;.{TIME}{QUANTITY}]{{0,60}}\b(?:end|clos|finish|conclud)\w*[^;.{TIME}{QUANTITY}]{{0,40}}?"
        rf"(?P<b>{TIME})",
        rf"(?P<a>{TIME})[^;.{TIME}{QUANTITY}]{{0,120}}{_REACHED}[^;.{TIME}{QUANTITY}]{{0,60}}(?P<b>{TIME})"
        rf"[^;.{TIME}{QUANTITY}]{{0,20}}\bafter (?P<n>{QUANTITY})",
    )
)
# A date of an undated text has a day and a month; which year is all the same for a span between two of them.
_SOME_DAY = date(2001, 7, 1)
# A date without its year may be one of the year before; a span is then no longer than this. Chosen by us.
_LONGEST_DAYS = 300
_YEAR = re.compile(r"\b(?:1[5-9]|20)[0-9]{2}\b")
_MONTH = re.compile("|".join(month[:3] for month in MONTHS), re.I)


def find_spans(reading: Reading) -> Iterator[Claim]:
    """Counts beside their dates, in text order.

    Finds "arrived on 20 May, 33 days after they had set out on 18 April", "two weeks after the 3 May start, on 17 May",
    "left on 3 May and arrived 12 days later, on 15 May", "a five-day visit from 3 to 7 May", "the six-day trip, which
    began on May 3 and ended on May 8", "set off on 3 November and reached the pole on 9 January after 67 days".
    """
    for masked in masked_sentences(reading):
        if masked.sentence.start < reading.document.body_start or TIME not in masked.text:
            continue
        taken = -1
        for hit in sorted((hit for shape in _SHAPES for hit in shape.finditer(masked.text)), key=re.Match.start):
            claim = _read(reading, masked, hit) if hit.start() > taken else None
            if claim is not None:
                taken = hit.end()
                yield claim


def _read(reading: Reading, masked: Masked, hit: re.Match[str]) -> Claim | None:
    names = hit.re.groupindex
    early = _dated(masked.time(hit.start("a")))
    late = _dated(masked.time(hit.start("b"))) if hit["b"] else early
    stated = _counted(masked.time(hit.start("later"))) if "later" in names else masked.items[hit.start("n")]
    if not isinstance(stated, Quantity) or stated.dimension != "duration" or stated.unit not in ("day", "week"):
        return None
    if early is None or late is None or (late is early and early.grain != "period"):
        return None
    if late is not early and early.earliest and late.earliest and late.earliest < early.earliest:
        if _YEAR.search(masked.time(hit.start("a")).text) or not _MONTH.search(early.text):
            return None  # the two are not the ends of one span
        early = replace(early, earliest=early.earliest - timedelta(days=365), latest=None)
        if (length_days(early, late) or 0) > _LONGEST_DAYS:
            return None
    claim = calendar_claim(reading, masked, masked.offset(hit.start()), masked.end_offset(hit.end()), "span")
    return replace(claim, stated=stated, time=late, times=(early, late), score=0.8)


def _dated(span: TimeSpan) -> TimeSpan | None:
    """A time with its day; that of an undated text in some year or other."""
    if span.earliest is not None:
        return span if span.grain in ("day", "daypart", "hour", "period") else None
    if span.grain not in ("day", "daypart", "hour", "period") or not _MONTH.search(span.text):
        return None
    [*found] = find_times(Document(id="", text=span.text, date=_SOME_DAY))
    if not found or found[0].earliest is None:
        return None
    return replace(span, grain=found[0].grain, earliest=found[0].earliest, latest=found[0].latest)


def _counted(span: TimeSpan) -> Quantity | None:
    """How much "12 days later" counts."""
    if "later" not in span.text:
        return None
    found = find_quantities(span.text)
    return replace(found[0], start=span.start, end=span.start + found[0].end) if found else None


def length_days(early: TimeSpan, late: TimeSpan) -> int | None:
    """Days from the first to the last day, the first not counted."""
    if early.earliest is None:
        return None
    if late is not early:
        return (late.earliest.date() - early.earliest.date()).days if late.earliest else None
    last = early.latest - timedelta(days=1) if early.latest else None
    return (last.date() - early.earliest.date()).days if isinstance(last, datetime) else None
