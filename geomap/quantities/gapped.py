"""Figures that take up the unit of a length beside them: "1,500 km from A and 1,700 from B"."""

from __future__ import annotations

import re

_POINT = (
    r"(?:(?:to\sthe\s)?(?:due\s)?(?:north|south)?-?(?:east|west|north|south)(?:ern)?(?:-(?:north|south)-?(?:east|west))?\s(?:of|from)"
    r"|(?:away\s)?from)"
)
_NAMED = r"(?=\s(?:the\s(?:border|frontier|coast|capital|city|town|port)\b|(?:the\s)?[^\W\d_a-z]))"
_FIGURE = r"(?P<n>\d[\d.,]{0,9}(?<![.,])|[a-z]{3,9}(?:-[a-z]{3,5})?)"
# "and more than fifty from Sumy are missing": people, no kilometres.
_PEOPLE = r"\sfrom\s[\w’'-]{2,30}(?:\s[A-Z][\w’'-]{1,24}){0,2}\s(?:are|were|have|had|died|remain|fled|went|came)\b"
# After a length and its place a second figure and its place, with no unit between: the unit is the first one's.
NEXT = re.compile(
    rf"(?:\s\([^()]{{1,24}}\))?\s(?i:{_POINT}){_NAMED}[^.;:()\d]{{2,60}}?(?:,?\s(?:and|but)|,)"
    r"\s(?:(?:about|around|some|roughly|approximately|only|just|nearly|almost|over|another|a\sfurther|more\sthan|less\sthan|under"
    r"|barely|well|a\slittle|at\sleast|up\sto|not\seven)\s){0,3}"
    rf"{_FIGURE}(?=(?:\s\([^()]{{1,24}}\))?\s(?i:{_POINT}){_NAMED})(?!{_PEOPLE})"
)
# "24, 30 and 36 km from A, B and C, respectively": the figures before the last, which say that each has its own place.
_BARE = r"\d[\d.,]{0,9}(?<![.,])"
NUMBER = re.compile(_BARE)
FIRST = re.compile(rf"(?<![\w.,])(?P<list>(?:{_BARE},\s){{0,3}}{_BARE}),?\s(?:and|&)\s(?:(?:about|some|around)\s)?\Z")
SAID_BEFORE = re.compile(r"\brespectively\s(?:about\s|some\s)?\Z")
SHARED_OUT = re.compile(r"[^.;:()]{0,120}?\brespectively\b")
