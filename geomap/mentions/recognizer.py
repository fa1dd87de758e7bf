"""Finds names of places: the tagger's, with what the gazetteer and the rest of the document say about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from geomap.interfaces import Gazetteer
from geomap.mentions.agreement import agreed
from geomap.mentions.cover import Cover
from geomap.mentions.draft import Draft
from geomap.mentions.embedded import adjective, is_called_after, stands_for_place
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.hints import Hints
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name, NameTagger
from geomap.mentions.lexicon import FEATURES
from geomap.mentions.lists import listed
from geomap.mentions.lookup import Inflected, find_by_lookup, is_english, is_foreign_word
from geomap.mentions.points import with_points
from geomap.mentions.spans import (
    COMPASS_WORD,
    dateline_end,
    demonym,
    follows_preposition,
    has_feature,
    is_acronym,
    is_campus,
    is_measured,
    is_nameless_station,
    is_numbered,
    is_phrase,
    is_vessel,
    nominal,
    opens_dateline,
    split_pair,
    trimmed,
)
from geomap.mentions.tagger import WEIGHTS, Span, Tagged, Tagger
from geomap.mentions.usage import Usage
from geomap.records import Document, Mention, MentionKind, NameSpan

# Of names elsewhere tagged less surely than this, about half are places (measured on the development halves).
_SURE = 0.65
_SURE_ABROAD, _SURE_PERSON = 0.97, 0.95
_SEVERAL = re.compile(r"\w[ -]\w")
_SCHOOL_OR_TEAM = re.compile(r"\w (?:Tech|Polytechnic|FC|United|Rovers|Wanderers)$")
_COUNTY = re.compile(r" (?:County|Parish)$")
_FIRST_OF_BODY = re.compile(r"(.+) (?:State|Department|District|Province|Region)")


# "Russia's Far East" is a name of its own; "Russia's Vladivostok" is not.
_OWNING = ("'s ", "’s ")


class TaggedRecognizer:
    """The tagger beside the look-up."""

    def __init__(self, gazetteer: Gazetteer, *, weights: Path = WEIGHTS) -> None:
        self._names = NameTagger(gazetteer)
        self._tagger = Tagger(self._names, weights)
        self._usage = Usage(gazetteer)
        self._hints = Hints(gazetteer)
        self._inflected = Inflected(self._names)

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        """Mentions in text order, not overlapping."""
        text = document.text
        tagged = self._tagger.tag(text)
        drafts = [d for d in self._drafts(text, tagged) if not is_nameless_station(text, d.start, d.end)]
        drafts = self._owned(text, drafts)
        for draft in drafts:
            if draft.text.endswith((" border", " frontier")):
                home = self._names.home_of(draft.text.rpartition(" ")[0])[0]
                draft.name = f"{home} border" if home and not self._hints.knows(draft.text) else draft.name
                continue
            if draft.kind is MentionKind.DEMONYM:
                draft.name, draft.kind_hint = self._names.home_of(draft.text)
            if draft.why.startswith("a part of ") and draft.name and not self._hints.knows(draft.text):
                draft.name = self._hints.first_known(f"{draft.why[10:]}n {draft.name}", draft.name)
            if draft.kind is MentionKind.PLACE:
                self._hints.add(text, draft)
                if any(owning in draft.text for owning in _OWNING) and self._hints.knows(draft.text):
                    draft.name = None
                self._usage.settle(text, draft)
        return with_points(document, [draft.mention(document) for draft in _apart(drafts)])

    def _owned(self, text: str, drafts: list[Draft]) -> list[Draft]:
        """The drafts with a country and what it owns as one name, where the gazetteer knows both as one."""
        drafts = sorted(drafts, key=lambda d: (d.start, -d.end))
        out: list[Draft] = []
        for draft in drafts:
            last = out[-1] if out else None
            if last and draft.kind is MentionKind.PLACE and text[last.end : draft.start] in _OWNING:
                whole = text[last.start : draft.end]
                if self._hints.knows(whole):
                    out[-1] = Draft(last.start, draft.end, whole, draft.confidence, why="a country and what it owns")
                    continue
            out.append(draft)
        return out

    def _drafts(self, text: str, tagged: Tagged) -> Iterator[Draft]:
        spans, persons = agreed(text, tagged.spans)
        spans = [self._recast(text, span, persons) for span in spans]
        known = [name for name in tagged.known if name.text not in persons]
        wholes = {name.start: name for name in known if _is_whole(name)}
        places = [d for span in spans if span.label == "LOC" for d in self._trimmed(text, _widened(span, wholes))]
        others = [span for span in spans if span.label != "LOC"]
        if more := listed(text, known, places, others):
            places += more
            ends = {(d.start, d.end) for d in more}
            others = [span for span in others if (span.start, span.end) not in ends]
        if not is_english(text):
            yield from self._abroad(text, tagged.known, places, others)
            return
        yield from places
        yield from (d for d in nominal(text) if d.name and self._names.is_large(d.name))
        yield from self._known(text, known, others, places)
        for span in others:
            whole = text[span.start : span.end]
            if span.label == "ORG" and is_campus(whole) and not any(_names_within(known, span)):
                yield Draft(span.start, span.end, whole, 0.7, kind_hint="university", why="a university")

    def _recast(self, text: str, span: Span, persons: frozenset[str]) -> Span:
        """A lone word that was taken for a person and is a capital or country, unless the document has that person."""
        word = text[span.start : span.end]
        kept = span.label != "PER" or span.confidence > _SURE_PERSON or " " in word or word in persons
        if kept or word.lower() in GIVEN_NAMES:
            return span
        told = span.confidence < _SURE and follows_preposition(text, span.start, span.end)
        if (told and self._names.is_large(word)) or self._usage.governs(word):
            return replace(span, label="LOC", confidence=0.6)
        return span

    def _abroad(
        self, text: str, known: Sequence[Name], places: Sequence[Draft], others: Sequence[Span]
    ) -> Iterator[Draft]:
        """By look-up alone: the tagger, which learnt English, only keeps people's full names out."""
        people = Cover(
            (s.start, s.end)
            for s in others
            if s.label == "PER" and " " in text[s.start : s.end] and s.confidence > _SURE_ABROAD
        )
        yield from (d for d in places if self._names.is_large(d.text) and not is_foreign_word(d.text))
        yield from find_by_lookup(text, (n for n in known if not people.touches(n.start, n.end)))
        yield from self._inflected.find(text)

    def _known(
        self, text: str, known: Sequence[Name], others: Sequence[Span], places: Sequence[Draft]
    ) -> Iterator[Draft]:
        """What the gazetteer knows beyond the tagger's places."""
        alone = {d.text for d in places if d.confidence > _SURE and len(d.text) > 3}
        taken = Cover((d.start, d.end) for d in places)
        bodies = Cover((s.start, s.end) for s in others)
        done = 0
        for name in known:
            if name.start < done or taken.touches(name.start, name.end) or text[name.start - 1 : name.start] == "#":
                continue
            holder = bodies.holder(name.start, name.end)
            if holder is not None:
                name = self._shorter(name, others[holder])
            if self._usage.is_seat(name.text):
                yield Draft(name.start, name.end, name.text, 0.8, why="a seat of government")
                done = name.end
            elif holder is None and name.tag[0] in "CRZ234" and opens_dateline(text, name.start, name.end):
                yield Draft(name.start, name.end, name.text, 0.6, why="a dateline")
                done = name.end
            elif holder is not None:
                yield from _inside(text, name, others[holder], name.text in alone)
            elif bodies.touches(name.start, name.end) and not (
                _is_feature(name) and bodies.within(name.start, name.end)
            ):
                continue
            elif name.tag == DEMONYM:
                yield from adjective(text, name)
            elif why := _alone(text, name, alone):
                yield Draft(name.start, name.end, name.text, 0.6, why=why)
                done = name.end

    def _shorter(self, name: Name, holder: Span) -> Name:
        """The name without a noun that belongs to the body: "Ohio" in "Ohio Department of Health"."""
        found = _FIRST_OF_BODY.fullmatch(name.text)
        if found is None or name.end == holder.end or not self._hints.knows(found[1]):
            return name
        span = NameSpan(name.start, name.start + len(found[1]), found[1])
        return Name(span.start, span.end, span.text, self._names.tag(span))

    def _trimmed(self, text: str, span: Span) -> Iterator[Draft]:
        start, end = trimmed(text, span.start, dateline_end(text, span.start, span.end))
        if start >= end or is_numbered(text, start, end) or text[start - 1 : start] == "#":
            return
        if text[end : end + 2] in ("'s", "’s", "'S", "’S") and self._hints.knows_whole(text[start : end + 2]):
            end += 2  # "St. John's", not the St. John of somebody
        if text[end - 1 : end] == "." and "." not in text[start : end - 1] and self._hints.knows(text[start : end - 1]):
            end -= 1 if not self._names.is_place_acronym(text[start:end]) else 0
        word = text[start:end]
        if "#" in word or is_vessel(text, start, end) or word.lower() in FEATURES:
            return
        if self._names.is_demonym(word):
            yield from demonym(text, Name(start, end, word, DEMONYM))
            return
        if not self._hints.knows(word):
            pieces = list(split_pair(text, start, end))
            if pieces and all(self._names.is_demonym(text[a:b]) for a, b in pieces):
                border = [d for d in demonym(text, Name(start, end, word, DEMONYM)) if d.kind_hint == "border"]
                yield from border or (d for a, b in pieces for d in demonym(text, Name(a, b, text[a:b], DEMONYM)))
                return
            if pieces and all(self._names.is_large(text[a:b]) for a, b in pieces):
                for a, b in pieces:
                    yield Draft(a, b, text[a:b], span.confidence, why="named like a place, one of a pair")
                return
            if (cut := COMPASS_WORD.match(word)) and self._hints.knows(word[cut.end() :]):
                start, word = start + cut.end(), word[cut.end() :]
        if is_acronym(word) and not self._names.is_place_acronym(word):
            return
        if _SCHOOL_OR_TEAM.search(word) and not self._hints.knows(word):
            return
        yield Draft(start, end, word, span.confidence, why="named like a place")


def _names_within(known: Sequence[Name], span: Span) -> Iterator[Name]:
    """Names of places, not their adjectives, inside a span."""
    return (n for n in known if span.start <= n.start and n.end <= span.end and n.tag != DEMONYM and n.text != "The"
            and (n.start, n.end) != (span.start, span.end) and not n.tag.endswith("?"))  # fmt: skip


def _is_whole(name: Name) -> bool:
    """Whether a name of several words is that of an area or a feature, and so cannot mean much else."""
    return name.tag in ("C", "Z", "L", "X", "W", "R") and bool(_SEVERAL.search(name.text))


def _widened(span: Span, wholes: Mapping[int, Name]) -> Span:
    """The span out to the end of a known name that begins with it: "Russian Far East" for "Russian"."""
    name = wholes.get(span.start)
    return replace(span, end=name.end) if name is not None and name.end > span.end else span


def _is_feature(name: Name) -> bool:
    return name.tag in ("X", "W", "L", "Z") and " " in name.text


def _alone(text: str, name: Name, alone: set[str]) -> str:
    """Why a known name that the tagger passed over is a place all the same; "" where it is none."""
    if name.tag.endswith("?"):
        return ""
    if name.text in alone:
        return "a place elsewhere in the document"
    if name.tag == "Y" and _COUNTY.search(name.text):
        return "a county by its whole name"
    if name.tag == ABBREVIATION:
        return "a short form behind a comma" if text[name.start - 2 : name.start] == ", " else ""
    if is_measured(text, name.end):
        return "a known name with its distance from another"
    if has_feature(text, name.start, name.end):
        return "a known name with a feature noun"
    if name.tag[0] in "CRZ34" and len(name.text) > 3 and follows_preposition(text, name.start, name.end):
        return "a large place behind a preposition"
    if _is_feature(name):
        return "a known name of several words"
    return ""


def _inside(text: str, name: Name, holder: Span, alone: bool) -> Iterator[Draft]:
    """A known name in the name of a person or a body: of a person it is nothing, of a body it may be the place."""
    whole = text[holder.start : holder.end]
    if name.tag == DEMONYM and whole == name.text:
        yield from demonym(text, name)
    elif name.tag.endswith("?"):
        return
    elif holder.label == "PER":
        if (name.tag == ABBREVIATION and name.start == holder.start) or (name.tag == "Y" and _COUNTY.search(name.text)):
            yield Draft(name.start, name.end, name.text, 0.6, why="before a person's title")
    elif name.tag == DEMONYM:
        last = name.end == holder.end  # "the Flying Scotsman"
        kind = MentionKind.EMBEDDED if last or is_called_after(whole) else MentionKind.DEMONYM
        yield Draft(name.start, name.end, name.text, 0.6, kind=kind, why=f"inside “{whole}”")
    elif whole == name.text and _is_whole(name):
        yield Draft(name.start, name.end, name.text, 0.6, why="a known name of several words")
    elif is_acronym(name.text) and name.tag[0] in "01234":
        return
    elif is_phrase(whole) and name.tag[0] in "CRYZ432":
        yield Draft(name.start, name.end, name.text, 0.6, why="a known name in a phrase")
    elif stands_for_place(whole, name.text, name.tag, name.start - holder.start, alone=alone):
        why = f"inside “{whole}”, which is that place's own"
        yield Draft(name.start, name.end, name.text, 0.6, kind=MentionKind.METONYM, why=why)
    elif name.tag[0] in "ZCRY432":
        yield Draft(name.start, name.end, name.text, 0.5, kind=MentionKind.EMBEDDED, why=f"inside “{whole}”")


def _apart(drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts in text order; of two that overlap the surer stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if kept and draft.start < kept[-1].end:
            if draft.confidence > kept[-1].confidence:
                kept[-1] = draft
            continue
        kept.append(draft)
    yield from kept
