"""Which place a distance, direction or travel time is stated of."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.claims.attachment import (
    APPOSITION,
    apposed_head,
    belongs_elsewhere,
    head_after,
    head_of_clause,
    is_bound,
    is_event,
    is_fronted,
    is_on_the_way,
    is_point_from,
    is_small,
    lies_beside,
    names_a_way,
    opens_clause,
    speech_closed,
    unknown_subject,
)
from geomap.claims.heads import holds_figure, is_loud, is_measured_from, own_clause_at, taken_at
from geomap.claims.nouns import THINGS
from geomap.claims.participants import NOT_SAID, Participants, starts_with_pronoun, subject_at, unnamed
from geomap.claims.patterns import COPULA, EDGE
from geomap.claims.signs import AREAS, Sign
from geomap.claims.titles import is_headless, is_named_first, opens_entry, title_speaks
from geomap.claims.unknown_names import apposed_name, unknown_name
from geomap.claims.wording import Wording, pattern
from geomap.records import Participant, Reading

_NOT_NAMED = "the place meant here"
_COPULA = pattern(rf"\b{COPULA}\b")
_ITS_NAMED = pattern(  # "Its nearest rival, P, is N away": told of P
    rf"(?:its|their|the\s[a-z]+'s)\s(?:[a-z'-]{{1,16}}\s){{0,4}}[a-z'-]{{1,16}},\s(?P<p><P>),?\s[^.;,]{{0,60}}?\b{COPULA}\b"
)
_IT_IS = pattern(r"(?:[a-z]{1,12},?\s){0,2}?it's\s")
_EVENT = pattern(r"\b(?:cente?red|epicent(?:er|re)s?|hypocent(?:er|re)|struck|occurred|hit)\b")
_QUAKE = pattern(
    r"\b(?:(?:earth)?quakes?|temblor|tremors?|aftershocks?|magnitude|epicent(?:er|re)s?|hypocent|cente?red)"
)
# "Russia moved troops": an area that does something is not what lies somewhere.
_ACTS = pattern(
    r"\s(?:has\s|have\s|had\s|is\s|will\s)?(?!located|situated|based|bordered|found)"
    r"(?:[a-z]{2,12}(?:ed|ing)|sent|brought|put|held|built|shot|flew|hit|struck|took|said|says)\s"
)
_OF_NAMED = pattern(r"(?:[a-z-]+\s){1,5}(?:at|in|near|outside|on)\s<P>[,\s]")
# "P district", "P province": the name is that of an area that the figure lies in.
_AREA_WORD = pattern(
    r"\s(?:district|province|region|county|oblast|state|governorate|prefecture|department|territory|valley"
    r"|peninsula|parish|suburb|native|resident|metro|metropolitan|area|neighbou?rhood|company|man|woman)\b"
)
# "P province in <R>, N from": an area that is a point beside the amount.
_WHOLE_AREA = pattern(r"\s(?:province|district|county|prefecture|governorate|department)(?:\sin\s(?:the\s)?<P>)?,\s\Z")
_WAY_WORD = pattern(
    r"\s(?:road|highway|motorway|expressway|route|line|railway|street|avenue|bridge)\s(?!(?:station|town)\b)"
)
# "SUCRE, Bolivia - The city lies N from": what it tells first is told of where it was written.
_OF_ITSELF = pattern(r"[^.;]{0,40}?[-–—]\s(?:the|this)\s(?:[a-z-]+\s){0,2}(?:city|town|capital|port|resort)\b")
_AFRESH = pattern(
    r",\s<P>\s(?:is|lies)\s(?:(?:about|some|only|just|over)\s){0,2}\Z|"
    rf"(?:[;:]|,\s(?:and|but|while|whereas))\s(?:[a-z]+\s){{0,3}}<P>(?:(?:,\s<P>|,\s[^,;.\ue000-\uf7ff]{{2,40}}?,?)?,?\s(?:{COPULA})\b|,\s\Z)"
)
_THIS_TOWN = pattern(
    r"\b(?:this|the)\s(?:[a-z-]+\s|<E>\s){0,3}(?:city|town|village|community|settlement|hamlet"
    r"|port)\s?,?\s?\Z"
)
# "flights from the capital, N from": told of the capital.
_THE_CAPITAL = pattern(r"\bthe\scapital,\s(?:(?:about|some|roughly|only|just)\s)?\Z")
_EDGE_OF = pattern(rf"(?:the\s)?{EDGE}\s(?:with|of|to)\s(?:the\s)?\Z")
_RIGHT = pattern(
    r"[,\s]{0,3}(?:(?:lies|is|stands|sits|in|at|near|was|are|along|,|the|a|an|town|city|village|of|port|small"
    r"|called|named)[\s,]{1,2}){0,7}"
    r"(?P<p><P>)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with where it stands in the line (None where it is only implied) and another reading.

    `bound` says that the amount follows right after its name, `unknown` that the sentence names no place at all.
    """

    participant: Participant
    at: int | None = None
    other: Participant | None = None
    bound: bool = False
    unknown: bool = False

    @property
    def is_thing(self) -> bool:
        """Whether it is no place but what the sentence calls by its noun: "the boat"."""
        return self.unknown and self.participant.text != _NOT_NAMED

    @property
    def is_lost(self) -> bool:
        """Whether the sentence's own words stand for it, and nothing before says what they mean."""
        return self.participant.place is None and self.participant.why == NOT_SAID

    @property
    def is_open(self) -> bool:
        """Whether the sentence may name it elsewhere, after the amount."""
        return self.unknown or self.is_lost


class Figures:
    """Finds what an amount is stated of."""

    def __init__(self, participants: Participants) -> None:
        self._participants = participants

    def find(self, reading: Reading, wording: Wording, at: int, *, taken: frozenset[int], floor: int = 0) -> Found:
        """What stands to the left of an amount at `at`: the nearest place that can be located, or the subject.

        `taken` are places of the line that already are grounds; `floor` is where the statement before ended.
        """
        line = wording.line
        if (told := self._told_beside(reading, wording, at, taken, floor)) is not None:
            return told
        if (won := own_clause_at(line, at) or taken_at(line, at, floor)) is not None:
            return Found(self._participants.named(wording.sign(line[won]), reading), won)
        nearest, area = self._candidates(reading, wording, at, taken, floor)
        subject = self._subject(reading, wording, at, floor)
        spoken = subject is not None and subject.at is None and nearest is not None
        if spoken and nearest is not None and speech_closed(reading, wording, nearest):
            subject = None
        unknown = unknown_subject(wording, at) if not floor and (subject is None or subject.at is not None) else None
        apposed = apposed_name(reading, wording, at, max(floor, nearest or 0)) if subject is None else None
        if apposed is not None:
            return Found(apposed, unknown=True)
        if unknown is not None:
            name = reading.document.text[wording.sentence.start : wording.end(unknown)]
            return Found(unnamed(name.strip(), "no place of that name is known"))
        if nearest is not None and subject is None and belongs_elsewhere(line, nearest, at):
            if this := _THIS_TOWN.search(line, max(0, at - 40), at):
                return Found(self._participants.town(reading, wording, first=this[0].startswith("this")))
            return nothing(reading, wording, at)
        if nearest is None and subject is None and (this := _THIS_TOWN.search(line, max(0, at - 40), at)):
            return Found(self._participants.town(reading, wording, first=this[0].startswith("this")))
        if _THE_CAPITAL.search(line, max(0, at - 40), at) and (subject is None or subject.is_lost):
            return Found(self._capital(reading))
        if nearest is not None:
            gap = line[nearest + 1 : at]
            begin = wording.start(e.start()) if (e := _EDGE_OF.search(line, max(0, nearest - 40), nearest)) else None
            found = self._participants.named(wording.sign(line[nearest]), reading, begin)
            vague = found.place is None and subject is not None and subject.participant.place is not None
            bound = APPOSITION.match(gap) is not None
            held = subject is not None and subject.at is None and line[:nearest].endswith((", at ", ", in "))
            own = is_bound(line, nearest, gap) or (bound and (held or is_event(line, nearest)))
            unsaid = subject is not None and subject.is_lost and found.place is not None
            if subject is None or unsaid or subject.at == nearest or (own and not vague):
                return Found(found, nearest, bound=bound)
            other = None if found.place is not None and found.place.kind in AREAS else found
            return Found(subject.participant, subject.at, other)
        if subject is not None:
            lost = unknown_name(reading, wording, at) if subject.is_lost else None
            return Found(lost, unknown=True) if lost is not None else subject
        if _QUAKE.search(line, 0, at) and _EVENT.search(line, max(0, at - 90), at):
            return Found(unnamed("the epicentre", "the text gives no other position for it"))
        if (
            area is not None
            and area < 16
            and not (_ACTS.match(line, area + 1, at) or belongs_elsewhere(line, area, at))
        ):
            return Found(self._participants.named(wording.sign(line[area]), reading), area)
        return nothing(reading, wording, at)

    def _told_beside(
        self, reading: Reading, wording: Wording, at: int, taken: frozenset[int], floor: int
    ) -> Found | None:
        """What the words right before an amount say it is told of: "P, which is N from", "P, a town on Y, N from"."""
        line = wording.line
        if (border := self._participants.where_lands_meet(reading, wording, at, floor)) is not None:
            return Found(border, bound=True)
        if (head := head_of_clause(line, at)) is not None:
            return Found(self._participants.named(wording.sign(line[head]), reading), head, bound=True)
        aside = apposed_head(wording, at)
        if aside is None or aside < floor or aside in taken:
            return None
        if (subject := self._subject(reading, wording, aside, floor)) is not None and subject.at != aside:
            return None  # "X is on the island of P, near Y, N from" is told of X
        return Found(self._participants.named(wording.sign(line[aside]), reading), aside, bound=True)

    def _heads(self, reading: Reading, sign: Sign) -> bool:
        """Whether a name is that of the dateline, of which the sentence behind it tells nothing."""
        line = self._participants.scene.dateline(reading)
        return line is not None and sign.start <= line.start < sign.end

    def _capital(self, reading: Reading) -> Participant:
        """What "the capital" means: that of the country in which the story is set."""
        main = self._participants.scene.main(reading)
        known = Participant(place=main.place, text="", score=main.score) if main is not None else None
        return self._participants.scene.describe(reading, unnamed("the capital", NOT_SAID), known)

    def right_of(self, reading: Reading, wording: Wording, at: int, end: int) -> Found | None:
        """The figure that follows: "20 km to the north of Y lies X"."""
        fronted = is_fronted(wording.line, at)
        if fronted and (head := head_after(wording.line, end)) is not None:
            return Found(self._participants.named(wording.sign(wording.line[head]), reading))
        match = _RIGHT.match(wording.line, end)
        if match is not None:
            return Found(self._participants.named(wording.sign(match["p"]), reading), match.start("p"))
        if not fronted and at < 4 and end < 60 and wording.line[end : end + 1] == ",":
            for place_at, sign in wording.of_sort("place"):
                if not end < place_at < end + 90 or _is_area(sign):
                    continue
                if names_a_way(wording.line, place_at):
                    continue
                if is_on_the_way(wording.line, place_at):
                    return None  # "N from Y, the convoy turned back to X" tells where the convoy was
                return Found(self._participants.named(sign, reading), place_at)
        return None

    def _candidates(
        self, reading: Reading, wording: Wording, at: int, taken: frozenset[int], floor: int
    ) -> tuple[int | None, int | None]:
        """The nearest place left of `at` that has a point of its own, and the nearest area."""
        line = wording.line
        area = None
        for place_at in range(at - 1, max(floor, at - 260) - 1, -1):
            sign = wording.signs.get(line[place_at])
            if sign is None or sign.sort != "place" or place_at in taken or line[place_at + 1 : place_at + 3] == "'s":
                continue
            if self._heads(reading, sign) and (is_loud(reading, sign) or not APPOSITION.match(line, place_at + 1, at)):
                continue
            if _WAY_WORD.match(line, place_at + 1) or is_measured_from(line, place_at, at):
                continue  # "on the Lyon road" is not Lyon
            if sign.place is not None and holds_figure(wording, place_at, sign.place.place):
                continue  # "the village of X on Y island, N from"
            if beside := lies_beside(line, place_at, at):
                if beside == "alone":
                    return None, area  # "anchored east of X, N from Y" is told of what lies east of X
                continue
            area_place = sign.place.place if sign.place is not None else None
            apposed = area_place is not None and _WHOLE_AREA.match(line, place_at + 1, at) is not None
            if apposed and area_place is not None and is_point_from(wording, area_place, at):
                return place_at, area
            if place_at + 1 < at and _AREA_WORD.match(line, place_at + 1):
                area = place_at if area is None else area
                continue
            place = sign.place.place if sign.place else None
            bordered = _EDGE_OF.search(line, max(0, place_at - 40), place_at)
            point = bordered or place is None or is_small(wording, place, place_at, at)
            if not point and APPOSITION.match(line, place_at + 1, at) and sign.place is not None:
                point = self._participants.town_of(sign.place, reading) is not None
            if place is not None and place.kind in AREAS and not point and not opens_clause(line, place_at, at):
                area = place_at if area is None else area
                continue
            return place_at, area
        return None, area

    def _subject(self, reading: Reading, wording: Wording, at: int, floor: int) -> Found | None:
        """What the sentence is about, where a form of "to be" carries the amount."""
        line = wording.line
        if _EVENT.search(line, max(0, at - 60), at) or floor:
            return None
        if opens_entry(line, at) and not self._heads(reading, wording.sign(line[0])):
            return Found(self._participants.named(wording.sign(line[0]), reading), 0)
        start = subject_at(wording)
        if (
            start is not None
            and self._heads(reading, wording.sign(line[start]))
            and not _OF_ITSELF.match(line, start + 1)
        ):
            start = None  # "PARIS (AP) - The army said the village lies N from"
        if start is not None and start < at and _AFRESH.search(line, start, at):
            start = None  # "Lyon lies in the middle: Paris is N north" is told of Paris
        if start is not None and start < at and _COPULA.search(line, start, at):
            return Found(self._participants.named(wording.sign(line[start]), reading), start)
        if owned := _ITS_NAMED.match(line, 0, at):
            return Found(self._participants.named(wording.sign(owned["p"]), reading), owned.start("p"))
        title = self._participants.title(reading)
        if title is not None and is_named_first(reading, wording, title.text) and _COPULA.search(line, 0, at):
            return Found(title)
        carried = _COPULA.search(line, 0, at) or _IT_IS.match(line)
        named = carried is not None and _OF_NAMED.match(line, 0, carried.start()) is not None
        pronoun = starts_with_pronoun(line) and not named  # "the airport at P is N from …" is about P
        if pronoun and carried:
            return Found(self._participants.subject(reading, wording))
        if title is not None and start is None and title_speaks(line, at):
            return Found(title)
        implied = (pronoun and title_speaks(line, at)) or is_headless(line, at)
        return Found(self._participants.subject(reading, wording)) if implied else None


def _is_area(sign: Sign) -> bool:
    return sign.place is not None and sign.place.place is not None and sign.place.place.kind in AREAS


def nothing(reading: Reading, wording: Wording, at: int) -> Found:
    """A figure that no place is named for; called by its name or its noun where the sentence has one: "the boat"."""
    if (name := unknown_name(reading, wording, at)) is not None:
        return Found(name, unknown=True)
    nouns = THINGS.findall(wording.line, max(0, at - 240), at)
    called = f"the {nouns[-1]}" if nouns else _NOT_NAMED
    return Found(unnamed(called, "the text gives no position for it"), unknown=True)
