"""Who "I" and "we" are within speech: the one whom the sentence names as its speaker."""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w’'-]{1,20}(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]{1,20}){0,3}"
_SAID = r"(?:said|says|recalled|added|told|explained|remembered)"
_AFTER = re.compile(rf"[”\"]\s{_SAID}\s(?P<name>{_NAME})|[”\"]\s(?P<other>{_NAME})(?:,[^,.”\"]{{1,60}},)?\s{_SAID}\b")
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:,[^,.”\"]{{1,60}},)?\s{_SAID}(?:\s[^,.“\"]{{1,40}})?[,:]?\s?[“\"]")
_ONE_SPEAKS = re.compile(r"\b(?:I|[Ww]e)\s(?:[a-z’']{1,12}\s){0,2}\Z")
_OPENING = '“"'


def speaker_before(text: str, trigger: int) -> str | None:
    """Who speaks of "I" or "we" right before a verb within speech; None for other subjects and for nobody named."""
    if not _ONE_SPEAKS.search(text[max(0, trigger - 30) : trigger]):
        return None
    opened = max(text.rfind(mark, 0, trigger) for mark in _OPENING)
    if opened < 0 or (text[opened] == '"' and text.count('"', 0, trigger) % 2 == 0):
        return None
    if text[opened] == "“" and text.rfind("”", opened, trigger) >= 0:
        return None
    found = _AFTER.search(text, trigger) or _BEFORE.search(text[: opened + 1])
    if found is None:
        return None
    return found["name"] or found.groupdict().get("other")
