"""Finds names of places: the tagger's, with what the gazetteer and the rest of the document say about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from geomap.interfaces import Gazetteer
from geomap.mentions.agreement import agreed
from geomap.mentions.belonging import why_belonging
from geomap.mentions.called_after import is_called_by_noun, is_club, is_listed, is_of_suit, is_planet, is_scorer
from geomap.mentions.cases import Inflected
from geomap.mentions.cover import Cover
from geomap.mentions.crafts import is_articled, is_titled
from geomap.mentions.cutting import Cutter
from geomap.mentions.described import find_described
from geomap.mentions.draft import Draft
from geomap.mentions.embedded import adjective, inside
from geomap.mentions.hints import Hints
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name, NameTagger
from geomap.mentions.lists import listed
from geomap.mentions.lookup import find_by_lookup, is_english, is_foreign_word
from geomap.mentions.openers import Openers
from geomap.mentions.plurals import with_shared
from geomap.mentions.points import with_points
from geomap.mentions.recast import Recaster
from geomap.mentions.second_look import Widener, is_feature, names_within, why_alone, why_within
from geomap.mentions.spans import (
    is_acronym,
    is_campus,
    is_count,
    is_nameless_station,
    is_numbered,
    is_shouted,
    nominal,
    opens_dateline,
)
from geomap.mentions.tagger import WEIGHTS, Span, Tagged, Tagger
from geomap.mentions.unlisted import find_unlisted
from geomap.mentions.usage import Usage
from geomap.records import Document, Mention, MentionKind, NameSpan

# Of names elsewhere tagged less surely than this, about half are places (measured on the development halves).
_SURE = 0.65
_SURE_ALONE = 0.85
_SURE_ABROAD = 0.97
_FIRST_OF_BODY = re.compile(r"(.+) (?:State|Department|District|Province|Region)")


_USED_ALONE = (MentionKind.PLACE, MentionKind.METONYM)
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
        self._cutter = Cutter(self._names, self._hints)
        self._recaster = Recaster(self._names, self._hints, self._usage)

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        """Mentions in text order, not overlapping."""
        text = document.text
        tagged = self._tagger.tag(text)
        drafts = [d for d in self._drafts(text, tagged) if not self._is_no_place(text, d)]
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
        drafts = with_shared(text, drafts, self._hints.knows)
        return with_points(document, [draft.mention(document) for draft in _apart(drafts)])

    def _speaks_for_land(self, word: str) -> bool:
        """Whether a word that speaks is a country, its capital or its people: "Brussels said", "a Georgian told"."""
        return self._usage.governs(word) or self._names.is_demonym(word)

    def _is_no_place(self, text: str, draft: Draft) -> bool:
        """Whether a name is a station's of any town, or has an article as ships and trains do and towns do not."""
        start, end = draft.start, draft.end
        if is_nameless_station(text, start, end) or is_count(text, start, end):
            return True
        if draft.kind not in _USED_ALONE:
            return False
        if (
            is_called_by_noun(text, draft.text, end)
            or is_planet(text, start, end)
            or (not draft.text.isupper() and is_of_suit(text, start, end))
        ):
            return True
        if is_club(text, start, draft.text) or is_scorer(text, draft.text, end):
            return True
        if is_listed(text, start, end) and not self._usage.governs(draft.text):
            return True
        return is_titled(text, start, end) or (is_articled(text, start, end) and self._names.is_town_alone(draft.text))

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
        spans, persons = agreed(text, tagged.spans, governs=self._speaks_for_land)
        openers = Openers(text)
        spans = [self._recaster.recast(text, span, persons, openers) for span in spans]
        known = [name for name in tagged.known if name.text not in persons]
        wholes = Widener(known)
        spans = [s for s in spans if s.label != "LOC" or not openers.is_plain_word(s.start, s.end, s.confidence)]
        places = [
            d for span in spans if span.label == "LOC" for d in self._cutter.cut(text, wholes.widened(text, span))
        ]
        places = self._cutter.shortened(text, places)
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
        more = list(self._known(text, known, others, places, openers))
        yield from more
        described = list(find_described(text, Cover((d.start, d.end) for d in (*places, *more))))
        yield from described
        names = {name.text for name in tagged.known}
        yield from find_unlisted(text, [*places, *more, *described], others, names, persons)
        for span in others:
            whole = text[span.start : span.end]
            if span.label == "ORG" and is_campus(whole) and not any(names_within(known, span)):
                yield Draft(span.start, span.end, whole, 0.7, kind_hint="university", why="a university")

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
        self,
        text: str,
        known: Sequence[Name],
        others: Sequence[Span],
        places: Sequence[Draft],
        openers: Openers,
    ) -> Iterator[Draft]:
        """What the gazetteer knows beyond the tagger's places."""
        alone = self._alone(text, places, others)
        taken = Cover((d.start, d.end) for d in places)
        bodies = Cover((s.start, s.end) for s in others)
        areas = {name.start for name in known if name.tag[0] in "CRL"} | {d.start for d in places}
        ends = {name.end for name in known if name.tag[0] in "CR"}
        done = 0
        for name in known:
            if name.start < done or taken.touches(name.start, name.end) or text[name.start - 1 : name.start] == "#":
                continue
            holder = bodies.holder(name.start, name.end)
            if holder is not None:
                name = self._shorter(text, name, others[holder])
            if self._usage.is_seat(name.text):
                yield Draft(name.start, name.end, name.text, 0.8, why="a seat of government")
                done = name.end
            elif holder is None and name.tag[0] in "CRZ234" and opens_dateline(text, name.start, name.end):
                yield Draft(name.start, name.end, name.text, 0.6, why="a dateline")
                done = name.end
            elif holder is not None:
                yield from inside(
                    text,
                    name,
                    others[holder],
                    alone=name.text in alone,
                    is_state=self._names.is_country_acronym(name.text),
                )
            elif bodies.touches(name.start, name.end) and not (
                is_feature(name) and bodies.within(name.start, name.end)
            ):
                continue
            elif name.tag == DEMONYM:
                yield from adjective(text, name)
            elif why := (
                why_alone(text, name, alone)
                or why_within(text, name, areas, ends)
                or self._why_known(text, name, openers)
            ):
                yield Draft(name.start, name.end, name.text, 0.6, why=why)
                done = name.end

    def _alone(self, text: str, places: Sequence[Draft], others: Sequence[Span]) -> set[str]:
        """Names that stand alone as places; what people bear too, or only hamlets, by the sum over the document."""
        sure: defaultdict[str, float] = defaultdict(float)
        for draft in places:
            sure[draft.text] += draft.confidence
        for span in others:
            sure[text[span.start : span.end]] -= span.confidence if span.label == "PER" else 0.0
        found = {d.text for d in places if d.confidence > _SURE and len(d.text) > 3}
        return {name for name in found if sure[name] > _SURE_ALONE or (sure[name] > 0 and self._is_known_widely(name))}

    def _is_known_widely(self, name: str) -> bool:
        """Whether a name is that of more than a hamlet, and no capitals that stand for a body."""
        if is_acronym(name) and not self._names.is_place_acronym(name):
            return False
        tag = self._names.tag(NameSpan(0, len(name), name))
        return tag[:1] not in ("", "0") and not tag.endswith("?")

    def _why_known(self, text: str, name: Name, openers: Openers) -> str:
        """Why a known name is a place by what bears it: of the user's list, or a water, "over the Atlantic."."""
        if self._recaster.opens(text, name.start, name.end, openers, doubtful=True):
            return "a known name that does what towns do"
        if self._recaster.is_articled_name(text, name.start, name.end):
            return "a known name with its article"
        if name.tag == ABBREVIATION or name.tag in ("C?", "Z?"):
            named = self._names.is_country_acronym(name.text) and not is_shouted(text, name.start, name.end)
            return "the short form of a country" if named and not is_numbered(text, name.start, name.end) else ""
        if not name.tag.endswith("?"):
            if why := why_belonging(text, name.start, name.end):
                return why
            if name.tag[0] in "CR" and name.text.istitle() and self._usage.acts(text, name.start, name.end, name.text):
                return "a country or capital that does what governments do"
            if self._names.is_own(name.text):
                return "a place that you brought"
            if is_articled(text, name.start, name.end) and self._names.is_water(name.text):
                return "a water with its article"
        return ""

    def _shorter(self, text: str, name: Name, holder: Span) -> Name:
        """The name without a noun that belongs to the body: "Ohio" in "Ohio Department of Health"."""
        if name.end != holder.end and (base := self._names.city_without_word(name.text)):
            return Name(name.start, name.start + len(base), base, self._names.tag(NameSpan(0, len(base), base)))
        found = _FIRST_OF_BODY.fullmatch(name.text)
        cut = name.end == holder.end and not text.startswith(" of ", name.end)
        if found is None or cut or not self._hints.knows(found[1]):
            return name
        span = NameSpan(name.start, name.start + len(found[1]), found[1])
        return Name(span.start, span.end, span.text, self._names.tag(span))


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
