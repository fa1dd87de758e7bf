"""Whether "the city of X" says what X is, or "the largest city of X" what lies in it."""

from __future__ import annotations

import re

# Who is one of several, or the head of a whole, is not that whole.
_MEMBER = re.compile(
    r"\b(?:an?|one|another|each|every|any|no|other|first|second|third|fourth|fifth|main|chief|principal|major|leading|"
    r"only|capital|former|most|least|(?!(?:forest|west|honest|modest|rest)\b)[a-z]{2,12}est|[a-z]{4,9}most)\s"
    r"(?:(?!the\b)[a-z-]{2,15}\s){0,2}[a-z]+\sof\s(?:the\s)?$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\bcapital\sof\s(?:the\s)?$", re.IGNORECASE)
# "The Ethiopian capital of Addis Ababa" is a looser way to say that Addis Ababa is the capital.
_ITSELF = re.compile(r"(?<![.!?]\s)\b[A-Z][a-z]{3,}\s(?:[a-z]+\s)?capital\sof\s$")


def names_itself(before: str) -> bool:
    """Whether the noun with "of" at the end of the words before a name says what the name is.

    So it does in "the port of", "the coastal town of" and "the Ethiopian capital of", and not in "the capital of",
    "the second largest city of", "a village of".
    """
    if _CAPITAL.search(before):
        return _ITSELF.search(before) is not None
    return _MEMBER.search(before) is None
