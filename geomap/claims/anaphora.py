"""Words that stand for a place named before, as places of the sentence: "from there", "north of it".

Accepts these shapes (N an amount, D a point of the compass): from there; to there; between there and; between it and;
D of there; N from it; D of it; N away from it. Their place is the one that the text spoke of last. Where something is
measured from it, that is one of another clause: "X is N from it" is not told of X alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.claims.nouns import FIXED
from geomap.claims.signs import AREAS
from geomap.claims.spans import mentions_within, named_before
from geomap.records import Mention, MentionKind, PlacedMention, Reading, Sentence

_MEASURE = (
    r"(?:km|kilomet(?:er|re)s?|miles?|m|mi|away|(?:(?:north|south|east|west)-?){1,3}|distance|far|minutes?|hours?|drive|walk"
    r"|flight)"
)
_WORDS = re.compile(
    rf"\b(?P<far>{_MEASURE}\)?\s)?(?:from|to|of|between)\s(?P<there>there)\b(?!\s(?:is|are|was|were|will|has|have)\b)"
    rf"|\bbetween\s(?P<mid>it)(?=\sand\b)|\b{_MEASURE}\)?\s(?:from|of)\s(?P<it>it)(?=\s?[.,;:)]|\s(?:and|but|by|on|in|at|to|as|along)\b)",
    re.IGNORECASE,
)
_ONWARD = re.compile(r"\sto\b")
_CLAUSE = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas)\s|\s(?:while|whereas|and\sthe)\s")
# "X and Y, 40 km south of it": the measure is told of Y.
_APPOSED = re.compile(r",\s(?:[a-z]+\s){0,3}\d[\d.,]{0,9}\s?[a-z\s()-]{0,40}", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:north|south|east|west)[a-z-]{0,10}\sof\s(?:the\s)?\Z", re.IGNORECASE)
# How sure it is that the place spoken of last is meant (chosen by us, as for "the town").
_SURE = 0.7


def find_anaphors(reading: Reading, sentence: Sentence) -> Iterator[PlacedMention]:
    """The words of a sentence that stand for a place named before, with that place."""
    text = reading.document.text
    for match in _WORDS.finditer(text, sentence.start, sentence.end):
        start, end = match.span(next(name for name in ("there", "mid", "it") if match[name]))
        before = match.start()
        if match["it"] or match["mid"] or (match["far"] and not _ONWARD.match(text, end)):
            breaks = [m.end() for m in _CLAUSE.finditer(text, sentence.start, before)]
            before = _other_place(reading, breaks[-1] if breaks else sentence.start, before)
        own = {m.place.id for m in mentions_within(reading.mentions, before, match.start()) if m.place is not None}
        for placed in named_before(reading, before):
            place = placed.place
            if place is not None and place.id in own:
                continue  # "X lies N from it" is not from X
            if placed.mention.kind is not MentionKind.PLACE or place is None or place.at is None or place.kind in AREAS:
                continue
            if match["it"] and FIXED.search(text, placed.end, before):
                break  # "the epicentre" is what is meant
            words = text[start:end]
            why = f"“{words}” is taken to be {place.name}, named before"
            mention = Mention(document=reading.document.id, start=start, end=end, text=words, why=why)
            yield PlacedMention(mention=mention, place=place, score=_SURE * placed.score, why=why)
            break


def _other_place(reading: Reading, clause: int, at: int) -> int:
    """Before which offset a measured "it" or "there" was named: in its clause, where that names another place too."""
    inside = [m for m in mentions_within(reading.mentions, clause, at) if m.mention.kind is MentionKind.PLACE]
    if len(inside) > 1 and _APPOSED.fullmatch(reading.document.text, inside[-1].end, at):
        return inside[-1].start
    if len(inside) == 1 and _BESIDE.search(reading.document.text, clause, inside[0].start):
        return at  # "west of X, N from there" is N from X
    return clause
