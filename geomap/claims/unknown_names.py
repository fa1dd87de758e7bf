"""Names of no known place that a distance is told of: "the village Holm, which is N from", "Holm, N from"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.claims.participants import unnamed
from geomap.claims.spans import mentions_within
from geomap.claims.wording import Wording
from geomap.records import Participant, Reading

# A name that opens a sentence about it: "Holm lies N from …", "- Holm (old town): N from …", "Holm, N from …".
_NAME_IS = re.compile(
    r"\s{0,3}(?:[-–—•*·]\s{1,3})?([A-Z][\w'’-]{1,24}(?:\s(?:(?:of|de|la|el|al|on|upon)\s)?[A-Z][\w'’-]{1,24}){0,3})"
    r"(?:(?:\s\([^()]{0,60}\))?(?:\s?:|\s[–—-])\s|,\s(?:(?:about|some|around|just|only|roughly)\s)?(?=(?:an?|half\san|[a-z-]{3,12}|\d[\d.,½]{0,7})[\s-]"
    r"(?:hours?|minutes?|km|kilomet|miles?|and\sa\shalf))|\s(?:is|lies|was|sits|stands)\s"
    r"(?!(?:[a-z]{2,12}ly\s)?(?!located|situated|based|perched|nestled|found)[a-z]{2,14}(?:ing|ed|en)\b))"
)
_NO_NAMES = frozenset(
    """The This That It He She They We There Here What Which Where His Her Its Their Our One Another Each Neither
    Both However Moreover Still Then Today Tomorrow Yesterday Nearby Further Farther Now Later Earlier Instead Elsewhere
    Afterwards Meanwhile Next After Before Location Distance Directions Note Tip""".split()
)
_WAYS = frozenset("Highway Road Street Avenue Motorway Expressway Railway Line Bridge Route River Valley".split())
# "the village Holm, which is N from …", "their town, Holm, is N from …"
_NAME_BEFORE = re.compile(
    r"\b(?:village|town|city|hamlet|settlement|suburb|island|called|named|of|near|in|at),?\s"
    r"([A-Z][\w'’-]{1,24}(?:\s[A-Z][\w'’-]{1,24}){0,2}),?\s\(?(?:(?:which|that|and)\s)?(?:(?:is|lies|was)\s)?"
    r"(?:[a-z]+\s){0,6}\Z"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]{2,24}"
# "at Holm in Poland, a village N from", "to Holm, about N": the name that stands right before the amount.
_APPOSED = re.compile(
    rf"\b(?:in|at|to|near|from|of|off|reached|left|took|seized|captured|entered|passed|held|and|outside|into|via|through|such\sas|like|including)\s"
    rf"(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})(?:\sin\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})?,\s"
    r"(?:(?:an?|the)\s(?:[a-z-]{1,16}\s){1,4})?(?:(?:which|that)\s(?:is|lies)\s)?(?:[a-z]{2,12}\s){0,2}\Z"
)


def unknown_name(reading: Reading, wording: Wording, at: int) -> Participant | None:
    """What an amount is stated of by a name that is no known place: "the village Holm, which is N from"."""
    text, start, end = reading.document.text, wording.sentence.start, wording.start(at)
    head = _NAME_IS.match(text, start)
    if head is None or head.end(1) > end or not _is_name(head[1]):
        start = max(start, end - 100)
        head = _NAME_BEFORE.search(text[start:end])
    else:
        start = 0
    if head is None:
        return None
    first, last = start + head.start(1), start + head.end(1)
    if any(m.place is not None for m in mentions_within(reading.mentions, first, last)):
        return None
    named = unnamed(head[1], "no place of that name is known")
    return replace(named, start=first, end=last)


def _is_name(words: str) -> bool:
    """Whether capitalised words at the start of a sentence are a name, and not "However" or "Further"."""
    first, last = words.split()[0], words.split()[-1]
    return (
        first not in _NO_NAMES and last not in _WAYS and not (first == words and first.endswith(("ly", "ing", "wards")))
    )


def apposed_name(reading: Reading, wording: Wording, at: int, floor: int) -> Participant | None:
    """The unknown name right before an amount, none where it stands before the sign at `floor`."""
    text, end = reading.document.text, wording.start(at)
    start = max(wording.sentence.start, end - 120)
    found = _APPOSED.search(text[start:end])
    if found is None:
        return None
    first, last = start + found.start("name"), start + found.end("name")
    known = mentions_within(reading.mentions, first, last)
    if known or first < wording.start(floor) or not _is_name(found["name"]):
        return None
    return replace(unnamed(found["name"], "no place of that name is known"), start=first, end=last)
