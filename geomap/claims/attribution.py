"""Who makes a statement, and the claim that a stretch of a sentence begins."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.calendar_dates import MONTHS, WEEKDAYS
from geomap.records import Claim, ClaimKind, Reading, Sentence

_CITING = re.compile(
    r"\b(?:[Aa]ccording to|citing|as reported by|quoted by|reported by|[Rr]eports? (?:by|from))\s"
    r"((?:the |a |an )?(?:[^,.;:\"“”]|\.(?=\w)){2,60})"
)
_NAME = r"[A-Z][\w.'’-]{0,30}(?:\s(?:[A-Z][\w.'’-]{0,30}|of|and)){0,4}"
_VERB = (
    r"(?:said|says|reported|reports|wrote|writes|added|claimed|claims|estimated|announced|explained|noted|stated"
    r"|confirmed|declared)"
)
# "… , Tass reported", "Ann Lee, a pilot, told Reuters"; a name behind "in" or "to" is where something was.
_SAID = re.compile(
    rf"(?<!\bof\s)(?<!\bin\s)(?<!\bfrom\s)(?<!\bat\s)(?<!\bto\s)(?<!\w)({_NAME})(?:,[^,.;]{{0,60}},|\s\([A-Z]{{2,6}}\))?"
    rf"\s(?:also\s|further\s|later\s)?(?:{_VERB}|told)\b"
)
# "…," said Ann Lee; not "said Uber must"
_SAID_AFTER = re.compile(rf"\b{_VERB}\s({_NAME})(?=[,.;]|$|\s(?:in|on|from|who)\b)")
# Words before a name, and those that say by themselves nobody whom the sentence names.
_LEADING = frozenset("and as but that then".split())
_POINTING = frozenset("he she it they we i you who this others some both all many".split())
_ARTICLES = frozenset({"the", "a", "an"})
_DAYS = frozenset((*MONTHS, *WEEKDAYS))


@lru_cache(maxsize=64)
def speaker_of(sentence: str) -> str | None:
    """Who a sentence says it is from, None where it does not.

    "According to KCNA, …", "… , Tass reported", "Ann Lee, a pilot, said …", "… said Ann Lee, who …".
    """
    if match := _CITING.search(sentence):
        return match[1].strip()
    match = _SAID.search(sentence) or _SAID_AFTER.search(sentence)
    words = match[1].rstrip(".").split() if match else []
    if words and words[0].lower() in _LEADING:
        del words[0]
    if not words or words[0].lower() in _POINTING | _DAYS or (len(words) == 1 and words[0].lower() in _ARTICLES):
        return None
    return " ".join(words)


def begin_claim(reading: Reading, kind: ClaimKind, sentence: Sentence, span: tuple[int, int]) -> Claim:
    """A claim over a stretch of a sentence, with who says it; its finder fills in what it states."""
    text, (start, end) = reading.document.text, span
    return Claim(
        document=reading.document.id,
        start=start,
        end=end,
        quote=text[start:end],
        kind=kind,
        speaker=speaker_of(text[sentence.start : sentence.end]),
    )
