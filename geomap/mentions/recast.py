"""Names that were taken for people or bodies and are places after all: "The Hague tribunal", "D-Story City"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.mentions.belonging import is_seat_of_party, why_belonging
from geomap.mentions.features import is_plain
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.hints import Hints
from geomap.mentions.known import NameTagger
from geomap.mentions.openers import Openers
from geomap.mentions.second_look import is_told_to_be_place
from geomap.mentions.spans import follows_preposition
from geomap.mentions.tagger import Span
from geomap.mentions.usage import Usage
from geomap.records import NameSpan

_SURE_PERSON = 0.95
_SURE_OTHER = 0.8
_OWNS = ("'s", "’s")
_LEAD = re.compile(r"(?:(?:An?|The) |[DRI][-–])(?=[A-Z])")


class Recaster:
    """Tells places among what the tagger took for something else."""

    def __init__(self, names: NameTagger, hints: Hints, usage: Usage) -> None:
        self._names = names
        self._hints = hints
        self._usage = usage

    def recast(self, text: str, span: Span, persons: frozenset[str], openers: Openers) -> Span:
        """A lone word that was taken for a person or a body and is a place, unless the document has that person.

        It is one behind a preposition of place where the gazetteer knows it and the tagger is not sure, one that the
        text calls a place or a water, and a capital or country that was taken for a person.
        """
        bare = text[span.start : span.end].removeprefix("The ")
        if span.label != "LOC" and bare not in persons and self.is_articled_name(text, span.start, span.end):
            return replace(span, label="LOC", confidence=0.7)  # "The Hague tribunal"
        if span.label != "LOC" and (lead := _LEAD.match(text, span.start, span.end)):
            span = replace(span, start=lead.end())  # "An Alton man", "D-Story City"
        word = text[span.start : span.end]
        told_place = is_told_to_be_place(text, span.start, span.end)
        told_place = told_place or is_seat_of_party(text, span.start)
        if span.label != "LOC" and told_place and self._hints.knows(word):
            return replace(span, label="LOC", confidence=0.7)
        if span.label == "LOC" or " " in word or word in persons or word.lower() in GIVEN_NAMES or word.isupper():
            return span
        if self._names.is_own(word):
            return replace(span, label="LOC", confidence=0.7)
        unsure = span.confidence < _SURE_OTHER
        told = unsure and follows_preposition(text, span.start, span.end)
        known = told and not text.startswith(_OWNS, span.end) and self._names.is_ordinary_place(word)
        governs = span.label == "PER" and span.confidence <= _SURE_PERSON and self._usage.governs(word)
        opens = self.opens(text, span.start, span.end, openers, doubtful=unsure, named=True)
        owned = self._names.is_ordinary_place(word) and why_belonging(text, span.start, span.end) != ""
        return replace(span, label="LOC", confidence=0.6) if known or governs or opens or owned else span

    def is_articled_name(self, text: str, start: int, end: int) -> bool:
        """Whether a name with its article is one of more than a hamlet: "The Hague", "The Bronx"."""
        word = text[start:end].removeprefix("The ")
        articled = text.startswith("The ", start) or text[max(0, start - 4) : start] == "The "
        return articled and " " not in word and not is_plain(word) and self._names.has_article(word)

    def opens(self, text: str, start: int, end: int, openers: Openers, *, doubtful: bool, named: bool = False) -> bool:
        """Whether a name of a town of some size, or of an area, opens a sentence and does what towns do."""
        tag = self._names.tag(NameSpan(start, end, text[start:end]))
        return tag[:1] in tuple("CR432") and openers.is_town(
            start, end, doubtful=doubtful and len(tag) == 1, named=named
        )
