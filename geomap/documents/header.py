"""What stands above a story: its title, day, outlet and address, labelled or not.

Read are labelled lines ("Title: Floods in the delta", "Date: 2021-03-04", "Outlet: The Daily"), the front matter of
Markdown ("---" above and below), and the loose lines of a copied web page: navigation, headline, byline, a line with
nothing but a day and a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from geomap.documents import days

_LABEL = re.compile(r"\s{0,9}[#*]{0,3}\s?([A-Za-z][A-Za-z ]{1,20}?)\*{0,2}\s?[:=]\s{0,9}(.{0,500})")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "published on": "date",
    "publication date": "date",
    "date published": "date",
    "updated": "updated",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "source": "outlet",
    "url": "url",
    "link": "url",
    "author": "author",
    "by": "author",
    "byline": "author",
    "section": "section",
    "language": "section",
    "lang": "section",
    "id": "section",
    "tags": "section",
    "keywords": "section",
}
_UNKNOWN = frozenset({"", "unknown", "none", "n/a", "null", "-", "?"})
_FURNITURE = re.compile(
    r"(?:go|return|back|skip)\s(?:to|back)\b.{0,40}|home(?:\s?page)?|menu|search|subscribe.{0,30}|sign in|log in"
    r"|advertisement|share(?: this.{0,20})?|print|listen.{0,20}|\d{1,3} min(?:ute)?s? read|news|world|by\s.{2,60}"
    r"|(?:last )?(?:updated|published|posted)\b.{0,60}|(?:photo|image|picture|credit)s?\s?:.{0,200}|breaking news"
    r"|read more.{0,60}|comments?|all rights reserved.{0,60}",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?] +[A-Z]")
_LOOSE_LINES = 14
_LONGEST_TITLE = 200
# Broken lines are this long, and no line is longer than the one before it by as much as a long word.
_FULL_LINE, _UNEVEN = 70, 20


@dataclass(slots=True)
class Header:
    """What was found above a story; `body_start` is where the story begins."""

    title: str | None = None
    day: date | None = None
    outlet: str | None = None
    url: str | None = None
    body_start: int = 0


def find_header(text: str) -> Header:
    """The header of a text; offsets refer to this text."""
    header = Header()
    lines = _first_lines(text)
    if not lines:
        return header
    used = _read_labelled(lines, header)
    if used:
        header.body_start = _next_line(lines, used, len(text))
    _read_loose(lines[used:], header)
    if header.day is None:
        header.day = days.find_dateline(text[header.body_start : header.body_start + 400])
    return header


def _first_lines(text: str) -> list[tuple[int, str]]:
    """The first lines that are not blank, with their offsets, whole up to 1,000 characters."""
    lines: list[tuple[int, str]] = []
    pos = 0
    while pos < len(text) and len(lines) < 40:
        end = text.find("\n", pos)
        end = len(text) if end < 0 else end
        line = text[pos : min(end, pos + 1000)]
        if line.strip():
            lines.append((pos, line))
        pos = end + 1
    return lines


def _next_line(lines: list[tuple[int, str]], index: int, length: int) -> int:
    return lines[index][0] if index < len(lines) else length


def _read_labelled(lines: list[tuple[int, str]], header: Header) -> int:
    """How many of the lines are labelled; a single one counts only if it names the title, the day or the outlet."""
    fenced = lines[0][1].strip() == "---"
    used = 1 if fenced else 0
    found: dict[str, str] = {}
    for _, line in lines[used:]:
        if fenced and line.strip() == "---":
            used += 1
            break
        match = _LABEL.fullmatch(line)
        kind = _FIELDS.get(match[1].strip().lower()) if match else None
        if match is None or (kind is None and not fenced):
            break
        used += 1
        if kind is not None and (value := match[2].strip().strip("\"'")).lower() not in _UNKNOWN:
            found.setdefault(kind, value)
    if not found and not fenced and used < 2:
        return 0
    if not fenced and used == 1 and found.keys() <= {"author", "section"}:
        return 0
    header.title = found.get("title")
    header.outlet = found.get("outlet")
    header.url = found.get("url")
    header.day = days.read_day(found.get("date", "")) or days.read_day(found.get("updated", ""))
    return used


def _read_loose(lines: list[tuple[int, str]], header: Header) -> None:
    """Navigation, headline, byline and day lines before the first paragraph."""
    for index, (start, line) in enumerate(lines[:_LOOSE_LINES]):
        bare = line.strip().strip("\u00a0").strip()
        if found := days.read_day_line(bare):
            header.day = header.day or found
        elif _is_furniture(bare):
            pass
        elif header.title is None and not _runs_on(lines[index : index + 2]) and _is_title(bare, lines[index + 1 :]):
            header.title = bare.lstrip("#").strip()
        elif header.title is not None and bare.lstrip("#").strip() == header.title:
            pass
        else:
            header.body_start = start
            return
        if index + 1 < len(lines):
            header.body_start = lines[index + 1][0]


def _is_furniture(line: str) -> bool:
    """Whether a line is no part of the story: no letters to speak of, or navigation, or a byline."""
    letters = sum(char.isalpha() for char in line)
    return letters < 3 or _FURNITURE.fullmatch(line) is not None


def _runs_on(lines: list[tuple[int, str]]) -> bool:
    """Whether a line begins a paragraph that is broken into lines of like length, or a small letter follows it."""
    if len(lines) < 2 or lines[1][0] > lines[0][0] + len(lines[0][1]) + 1:
        return False
    line, following = (text.strip() for _, text in lines[:2])
    return following[:1].islower() or (len(line) > _FULL_LINE and len(following) <= len(line) + _UNEVEN)


def _is_title(line: str, following: list[tuple[int, str]]) -> bool:
    """A headline: short, one sentence without a full stop, a capital at its start, and a longer text below it."""
    if line.startswith("# "):
        return True
    if not following or len(line) > _LONGEST_TITLE or line[-1] in ".,;:—-":
        return False
    if line[0].islower() or line[0] == "[" or days.starts_with_day(line) or _SENTENCE_END.search(line):
        return False
    return any(len(text.strip()) > max(len(line), 60) for _, text in following[:8])
