"""Whether the words around a time speak of what was or of what is to come."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache


class Facing(IntEnum):
    """Which way from the day of writing a statement looks."""

    PAST = -1
    OPEN = 0
    FUTURE = 1
    PLANNED = 2  # ahead of what was told before it: "left on Monday and was due on Tuesday"


# The word directly before a time decides first: a deadline lies ahead.
_DEADLINE = re.compile(r"(?:\buntil|\btill|\bthrough|\bby|\bnext|\bcoming|\bupcoming)\s+(?:early |late |the )?$", re.I)
_ALREADY = re.compile(r"[^.;\n]{0,50}?\b(?:had\s[a-z]|(?:was|were)\s(?:back\s|already\s)?(?:in|at|near)\s)")
_FUTURE = re.compile(
    r"(?:\b(?:will|would|shall|should(?! have\b)|won't)\b(?: (?:not|also|then|now|soon))?"
    r"(?: [a-z]{2,20}(?: (?:off|out|up|back))?)?"
    r"|\b(?:is to|are to|was to|were to|is due|are due|due (?:in|at|to|on)|is set|are set|set to|set for"
    r"|scheduled|expected to|expects? to|plans? to|planned (?:for|to)|planning|intends? to|hopes? to|about to|going to"
    r"|slated|poised to|later (?:this|on)|(?:is|are) (?:expected|scheduled|planned|being held)"
    r"|(?:is|are) (?:arriving|leaving|departing|travell?ing|flying|visiting|heading|meeting))\b)(?: (?:to )?(?:be"
    r"|have been) [a-z]{2,20}\b)?",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:was|were|had been)\s(?:originally\s|initially\s|also\s)?"
    r"(?:due|expected|scheduled|slated|set|supposed|planned|meant|to)\b(?:\s(?:to\s)?(?:be|have been)\s[a-z]{2,20}\b)?",
    re.I,
)
_PAST = re.compile(
    r"\b(?:(?!(?:proceed|succeed|exceed|need|speed|deed|indeed|feed|seed|hundred|sacred)\b)[a-z]{2,20}ed|was|were|had"
    r"|said|told|left|went|came|met|took|sent|set off|set out|got|gave|held|began|saw"
    r"|shot|fell"
    r"|flew|drove|rode|ran|wrote|made|found|became|put|hit|spoke|won|lost|struck|broke|brought|led|sank|swam|rose"
    r"|stood|lay"
    r"|paid|grew|knew|drew|threw|fought|bought|caught|thought|sold|stole|froze|chose|fled|slept|kept|swept|built"
    r"|spent|heard"
    r"|hung|dug|wore|tore|bore|wound|crept|dealt|felt|lent|bent|meant|rang|sang|sprang|stuck|swore|strode|dove)\b",
)
_PRESENT = re.compile(
    r"\b(?:is|are|being|will|runs?|lasts?|continues?|would)(?:\s+(?:be(?:ing)?\s+)?[a-z]{2,20})?\b", re.I
)
# "On Saturday they ride on": a timetable; "Kim arrives on Saturday" may be a headline of what was.
_TIMETABLE = re.compile(
    r",?\s(?:they|he|she|it|we|the\s(?:[a-z]+\s){1,2})\s?(?:go|goes|ride|rides|take|takes|leave|leaves|head|heads|travel|travels|fly|flies"
    r"|sail|sails|start|starts|depart|departs|return|returns|continue|continues|face|faces)\b",
)
# "The ship leaves again on Tuesday": no headline of what was.
_AGAIN = re.compile(
    r"\b(?:leaves?|departs?|sails?|goes|go|returns?|fl(?:ies|y)|travels?|sets? (?:off|out)|moves?|continues?|starts?)\s"
    r"(?:again|next|then|on|back)\b(?!\sa\b)[^.;,]{0,40}$"
)
_BREAK = re.compile(r"[a-z0-9]{4}[.!?][”\"’)]?\s+|\n|;\s")
_REACH = 160


def facing(text: str, start: int, end: int) -> Facing:
    """What the clause around `text[start:end]` says: the nearest verb before it counts, else the first one after it.

    "who left on Sunday" is past, "which is being shown in Oslo until Wednesday" and "will meet on Friday" are future.
    """
    return _facing(text[max(0, start - _REACH) : start], text[end : end + 80])


@lru_cache(maxsize=4096)
def _facing(before: str, after: str) -> Facing:
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    if hit := _DEADLINE.search(before):
        if _ALREADY.match(after):
            return Facing.PAST  # "By Thursday they had reached the town"
        ended = _last(_PAST, before[: hit.start()]) > _last(_PRESENT, before[: hit.start()])
        return Facing.PAST if ended else Facing.FUTURE
    future, past = _last(_FUTURE, before), _last(_PAST, before)
    if (planned := _last(_PLANNED, before)) >= 0 and not _PAST.search(before, planned):
        return Facing.PLANNED
    if future >= 0 or past >= 0:
        return Facing.FUTURE if future >= past else Facing.PAST
    if _AGAIN.search(before):
        return Facing.FUTURE
    after = _BREAK.split(after)[0]
    if _TIMETABLE.match(after):
        return Facing.FUTURE
    future, past = _first(_FUTURE, after), _first(_PAST, after)
    if future < past:
        return Facing.FUTURE
    return Facing.PAST if past < future else Facing.OPEN


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.end() for m in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    hit = pattern.search(text)
    return hit.start() if hit else len(text) + 1
