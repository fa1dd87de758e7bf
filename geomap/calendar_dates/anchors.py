"""The day on which a document was written: its date, its dateline, or a date at its head."""

from __future__ import annotations

import re
from datetime import date

from geomap.calendar_dates.words import MONTH, ORDINAL_DAY, YEAR, day_of, month_number
from geomap.records import Document

_HEAD = 600
_ISO = re.compile(rf"(?<![0-9-])({YEAR})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12][0-9]|3[01])(?![0-9])")
_MDY = re.compile(rf"\b({MONTH})\s+({ORDINAL_DAY}),?\s+({YEAR})(?![0-9])")
_DMY = re.compile(rf"(?<![0-9])({ORDINAL_DAY})\s+({MONTH}),?\s+({YEAR})(?![0-9])")
# "OSLO, 3 May 2021. A ferry …": the place in capitals says that a date before a full stop is no end of a sentence.
_DATELINE = re.compile(r"[A-Z][A-Z .'’/-]{1,40}(?:,\s[A-Z][A-Za-z. ]{1,30})?,?")
# An embedded post ("— Name (@name) September 13, 2023") is no younger than the page that shows it.
_POST = re.compile(rf"\(@\w{{1,20}}\)\s+({MONTH})\s+({ORDINAL_DAY}),\s+({YEAR})")


def find_anchor(document: Document) -> date | None:
    """The document's day: as given, else a full date in its head, else the latest post that it embeds.

    Where a date carries two years ("Sept. 12, 2023, 2022"), the first counts.
    """
    if document.date is not None:
        return document.date
    head = document.text[:_HEAD]
    found = [hit for hit in (_first_iso(head), _first_mdy(head), _first_dmy(head)) if hit]
    if found:
        return min(found)[1]
    posts = [_from(m[3], m[1], m[2]) for m in _POST.finditer(document.text)]
    days = [day for day in posts if day]
    return max(days) if days else None


def _first_iso(head: str) -> tuple[int, date] | None:
    hit = _ISO.search(head)
    day = day_of(int(hit[1]), int(hit[2]), int(hit[3])) if hit else None
    return (hit.start(), day) if hit and day else None


def _first_mdy(head: str) -> tuple[int, date] | None:
    hit = _MDY.search(head)
    day = _from(hit[3], hit[1], hit[2]) if hit else None
    return (hit.start(), day) if hit and day and _heads(head, hit) else None


def _first_dmy(head: str) -> tuple[int, date] | None:
    hit = _DMY.search(head)
    day = _from(hit[3], hit[2], hit[1]) if hit else None
    return (hit.start(), day) if hit and day and _heads(head, hit) else None


def _heads(head: str, hit: re.Match[str]) -> bool:
    """Whether a date at the head is the document's own and not part of a sentence ("born on 3 May 1950")."""
    line_start = head.rfind("\n", 0, hit.start()) + 1
    before = head[line_start : hit.start()].strip()
    after = head[hit.end() : hit.end() + 45]
    if _DATELINE.fullmatch(before) and re.match(r"[.:]\s+[A-Z“\"]", after):
        return True
    if re.match(r"(?:,\s*(?:19|20)\d\d)?\s*(?:\([^)\n]{2,30}\))?\s*(?:[-–—|]|\n|$|\d\d?[:.]\d\d)", after):
        return not re.search(r"\b(?:on|in|since|until|from|of|born|by|before|after)$", before)
    return bool(
        re.search(
            r"(?:^|\b)(?:date|published|updated|posted|dated|issued|modified)\b[^a-z]{0,4}(?:on )?$", before, re.I
        )
    ) or (not before and bool(re.match(r"\s*$", after.split("\n")[0])))


def _from(year: str, month: str, day: str) -> date | None:
    return day_of(int(year), month_number(month), int(re.sub(r"\D", "", day)))
