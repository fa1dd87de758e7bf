"""Who a statement is about: names, descriptions, pronouns and the document's title."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from geomap.claims.capitals import capital_of
from geomap.claims.heads import meeting_before
from geomap.claims.patterns import COPULA, TRAVEL
from geomap.claims.scene import Scene
from geomap.claims.signs import AREAS, Sign
from geomap.claims.spans import named_before, nth_sentence, opening_town
from geomap.claims.titles import Titles
from geomap.claims.unlisted import is_unlisted_topic
from geomap.claims.wording import Wording, pattern
from geomap.interfaces import Gazetteer, Network
from geomap.records import MentionKind, Participant, Place, PlacedMention, Reading

_PRONOUN = pattern(
    r"^(?:[a-z,]{1,12}\s){0,3}?(?:it(?:'s|s)?\b|this\b|(?:the|this|that)\s(?!(?:near|clos|larg|bigg|small)est\b"
    r"|next\b|other\b|nearby\b|neighbou?ring\b)(?:[a-z-]+\s){0,3}?(?P<noun>city|town|village"
    r"|community"
    r"|municipality|settlement|place|site|commune|hamlet|locality|suburb|island|station|parish|county|area"
    r"|district|township"
    r"|borough|resort|airport|base|facility|mine|camp|port|spaceport|cosmodrome|plant|lake|neighbou?rhood"
    r"|mountain|river)\b"
    r"|there\b)"
)
_TOWN = pattern(r"\b(?:the|this)\s(?:[a-z-]+\s){0,2}(?:city|town|capital|village|port)\b")
# What "the town" named before cannot be.
_OTHER_THING = pattern(
    r"^(?:[a-z,]{1,12}\s){0,2}?(?:the|this|that)\s(?:[a-z-]+\s){0,2}?(island|station|airport|base|mine|camp|port|spaceport|cosmodrome"
    r"|plant|lake|mountain|river|scene|wreck(?:age)?|(?:crash|accident|impact|landing|blast|derailment|collision)\ssite)\s(?:is|was|lies|lay|sits|stands|stood)\b"
)
_AREA = pattern(r"^(?:[a-z,]{1,12}\s){0,2}?the\sarea\s(?:is|was|lies|lay)\s")
_BORDER = re.compile(r"\b(?:border|frontier)\b", re.IGNORECASE)
_QUAKE = re.compile(r"\b(?:epicent|(?:earth)?quake|tremor|temblor)", re.I)
# Why what the words of a sentence stand for has no place.
NOT_SAID = "the text does not name it; give it with --resolve NAME=ID"
_WIDE = frozenset({"region", "county"})
_WIDE_WORD = re.compile(
    r"\s(?:province|region|oblast|governorate|county|state|district|prefecture|department|territory|krai|republic)\b",
    re.IGNORECASE,
)
# A town of this size stands for its name before the area that is called after it (chosen by us).
_TOWN_FROM = 20_000
_SUBJECT = pattern(
    r"^(?:[a-z]{1,12},?\s){0,6}?(?P<s><P>)\s?(?:,[^.;]{0,120}?,\s?)?(?:[^.;,]{0,60}?\b)?"
    r"(?:is|was|lies|lay|sits|sat|stands|stood|located|situated|remains|are)\b"
)
_VERB = re.compile(
    rf"\b(?:{COPULA}|{TRAVEL}|in|near|from|at|to|for|into|towards?|left|leav(?:e|es|ing)|depart\w*|reach\w*"
    r"|had|has|have|will|would|said|says|enter\w*|visit\w*|hit|struck|after|before)\b"
)


class Participants:
    """Finds the places that pronouns, titles and descriptions mean.

    The gazetteer, if any, places a title such as "Kingston, Ontario".
    """

    def __init__(self, gazetteer: Gazetteer | None = None, network: Network | None = None) -> None:
        self.gazetteer = gazetteer
        self.network = network
        self.scene = Scene(gazetteer)
        self._titles = Titles(gazetteer)

    def named(self, sign: Sign, reading: Reading, start: int | None = None, end: int | None = None) -> Participant:
        """A participant that the text names; the title says which place its own name means."""
        assert sign.place is not None
        begin, stop = sign.start if start is None else start, sign.end if end is None else end
        text = reading.document.text[begin:stop]
        title = self.title(reading) if reading.document.title else None
        if title is not None and title.text == sign.place.mention.text and _is_meant(title, sign, reading):
            return replace(title, text=text, start=begin, end=stop)
        place, why, score = sign.place.place, sign.place.why, sign.place.score
        if title is not None and (settled := self._titles.settled(sign.place, reading)) != (place, score):
            (place, score), why = settled, f"{title.why}, which settles where {sign.place.mention.text} lies"
        town = self.town_of(sign.place, reading)
        if place is not None and town is not None:
            place, why = town, f"distances and times are told of the town {town.name}, not of {place.name}"
        return Participant(place=place, text=text, start=begin, end=stop, score=score, why=why)

    def town_of(self, placed: PlacedMention, reading: Reading) -> Place | None:
        """The town that has an area's name and lies in it: Sumy in the region of Sumy; None after "Sumy region"."""
        area = placed.place
        if self.gazetteer is None or area is None or area.kind not in _WIDE or area.admin1_code is None:
            return None
        name, end = placed.mention.lookup_name, placed.end
        if _WIDE_WORD.search(name) or _WIDE_WORD.match(reading.document.text, end, end + 16):
            return None
        found = self.gazetteer.find_places(name)
        towns = [p for p in found if p.kind == "city" and p.admin1_code == area.admin1_code]
        return next((p for p in towns if p.population >= _TOWN_FROM), None)

    def subject(self, reading: Reading, wording: Wording) -> Participant:
        """What "it" or an unnamed subject means: the title's place, the text's topic, else the place spoken of last."""
        title, noun = self.title(reading), _OTHER_THING.match(wording.line)
        if title is not None and (noun is None or _can_be(title, self.scene.kinds_of(f"the {noun[1]}"))):
            return title
        if noun is not None:
            return self.scene.of_kind(reading, wording.sentence.start, noun[1]) or unnamed(f"the {noun[1]}", NOT_SAID)
        if (topic := self.scene.topic(reading, wording.sentence.start)) is not None:
            if topic.place is None:
                return unlisted(topic)
            why = f"not named in the sentence; {topic.mention.text!r} is what the text before it is about"
            return Participant(place=topic.place, text=topic.place.name, score=0.7 * topic.score, why=why)
        if _AREA.match(wording.line) and (quake := self._quake_before(reading, wording)) is not None:
            return quake
        focal = self.focal(reading, wording.sentence.start)
        here = self.scene.here(reading) if focal is None or (focal.place and focal.place.kind in AREAS) else None
        if here is not None and _TOWN.search(wording.line):
            return replace(here, why="“the city” is taken to be that of the dateline")
        if focal is not None:
            return focal
        said = _PRONOUN.match(wording.line)
        called = f"the {said['noun']}" if said is not None and said["noun"] else "the place meant here"
        return unnamed(called, NOT_SAID)

    def _quake_before(self, reading: Reading, wording: Wording) -> Participant | None:
        """The epicentre that the sentence before tells of, which "the area" then is."""
        nth = nth_sentence(reading, wording.sentence.start) - 1
        last = reading.sentences[nth] if nth >= 0 else None
        if last is None or not _QUAKE.search(reading.document.text, last.start, last.end):
            return None
        return unnamed("the epicentre", "the text gives no other position for it")

    def town(self, reading: Reading, wording: Wording, *, first: bool) -> Participant:
        """What "the town" means: the place spoken of last; "this town" is where the story was written."""
        if first and self.title(reading) is None:
            placed = opening_town(reading)
            if placed is not None and placed.place is not None:
                why = f"the text begins in {placed.place.name}"
                return Participant(place=placed.place, text=placed.place.name, score=0.7 * placed.score, why=why)
        return self.subject(reading, wording)

    def describe(
        self,
        reading: Reading,
        described: Participant,
        other: Participant | None,
        fits: Callable[[Place], bool] = lambda _: True,
    ) -> Participant:
        """The description with the place that it means: "the town" of an entry is the one that it is about."""
        title = self.title(reading)
        about = title.place if title is not None else None
        meant = about is not None and about.kind in self.scene.kinds_of(described.text)
        if title is not None and about is not None and meant and about.id not in ids_of(other):
            why = f"“{described.text}” is taken to be {about.name}, which the text is about"
            return replace(described, place=about, score=0.8 * title.score, why=why)
        return self.scene.describe(reading, described, other, fits)

    def capital(self, of: Participant) -> Participant:
        """The capital of the people or country that the text names: "the Canadian capital"."""
        place = capital_of(of.place, self.gazetteer) if self.gazetteer and of.place is not None else None
        why = f"{place.name} is the capital" if place else "which city the capital is, the text leaves to the reader"
        return replace(of, place=place, why=why)

    def where_lands_meet(self, reading: Reading, wording: Wording, at: int, floor: int) -> Participant | None:
        """The border that an amount is told of as a bridge or the like: "the bridge linking A and B is N from"."""
        met = meeting_before(wording.line, at, floor)
        if met is None:
            return None
        whole = self.named(wording.sign(met["a"]), reading, wording.start(met.start()), wording.end(met.end("b")))
        return self.shared_border(whole, wording.sign(met["b"]), surely=True)

    def shared_border(self, found: Participant, other: Sign, *, surely: bool = False) -> Participant | None:
        """The border of two countries, where words that name both mean it, or `surely`: "the A-B border"."""
        sides = [found.place, other.place.place if other.place is not None else None]
        lands = [place.name for place in sides if place is not None and place.kind == "country"]
        if self.gazetteer is None or len(lands) < 2 or not (surely or _BORDER.search(found.text)):
            return None
        borders = (p for p in self.gazetteer.find_places(f"{lands[1]}-{lands[0]} border") if p.kind == "border")
        place = next(borders, None)
        return replace(found, place=place, why=f"the border between {lands[1]} and {lands[0]}") if place else None

    def of_people(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Participant:
        """The border or capital of a people, in the group `people` of a match."""
        sign = next(s for c in match["people"] if (s := wording.signs.get(c)) and s.sort == "demonym")
        begin, end = wording.start(match.start("people")), wording.end(match.end("people"))
        found = self.named(sign, reading, begin, end)
        return self.capital(found) if match["people"].endswith("capital") else found

    def focal(self, reading: Reading, before: int, other_than: frozenset[str] = frozenset()) -> Participant | None:
        """The place spoken of last before an offset; areas only where nothing else was named."""
        area = None
        line = self.scene.dateline(reading)
        for placed in named_before(reading, before):
            if is_unlisted_topic(placed) and placed is not line:
                return unlisted(placed)
            place = self.town_of(placed, reading) or placed.place
            if (
                placed.mention.kind is not MentionKind.PLACE
                or place is None
                or place.id in other_than
                or placed is line
            ):
                continue
            found = Participant(
                place=place,
                text=place.name,
                score=0.7 * placed.score,
                why=f"not named in the sentence; {placed.mention.text!r} was the last place named before it",
            )
            if place.kind not in AREAS:
                return found
            area = area or found
        return area

    def leaned_on(
        self, reading: Reading, before: int, other_than: frozenset[str], fits: Callable[[Place], bool]
    ) -> Participant | None:
        """What "40 km to the north" is measured from: the place spoken of last, or an earlier one that it fits better.

        The earlier ones are the four named before it and the one where the story is set.
        """
        topic = self.scene.topic(reading, before)
        if topic is not None and topic.place is not None and topic.place.id not in other_than and fits(topic.place):
            why = f"not named in the sentence; {topic.mention.text!r} is what the text before it is about"
            return Participant(place=topic.place, text=topic.place.name, score=0.7 * topic.score, why=why)
        last = self.focal(reading, before, other_than)
        beside = next(iter(named_before(reading, before)), None)
        if (
            beside is not None
            and is_unlisted_topic(beside)
            and nth_sentence(reading, beside.start) == nth_sentence(reading, before)
        ):
            return last  # "Ore from X goes by rail to Y, N away"
        if last is None or (last.place is not None and fits(last.place)):
            return last
        main = self.scene.main(reading)
        spoken = [p for p in self.scene.spoken(reading, before) if p.place is not None and p.place.kind not in AREAS]
        for placed in [*spoken[:4], *([main] if main is not None else [])]:
            if placed.place is not None and placed.place.id not in other_than and fits(placed.place):
                why = f"not named in the sentence; of the places named in the text, {placed.place.name} fits"
                return Participant(place=placed.place, text=placed.place.name, score=0.6 * placed.score, why=why)
        return last

    def title(self, reading: Reading) -> Participant | None:
        """The place that the document's title names, None where the title is not just a name."""
        return self._titles.read(reading)


def unlisted(placed: PlacedMention) -> Participant:
    """A place that the text named before and no gazetteer knows."""
    why = f"the text speaks of {placed.mention.text} before, and {placed.why[:1].lower()}{placed.why[1:]}"
    return unnamed(placed.mention.text, why)


def _can_be(title: Participant, kinds: frozenset[str]) -> bool:
    """Whether a title's place, if it is known, is of one of some kinds."""
    return title.place is None or title.place.kind in kinds


def _is_meant(title: Participant, sign: Sign, reading: Reading) -> bool:
    """Whether the title's name is meant by the same name in the text, and not one "in Maine" of a title in Texas."""
    place = sign.place.place if sign.place else None
    sure = title.score >= 0.8 or "," in (reading.document.title or "")
    if title.place is None or place is None:
        return title.place is None or sure
    qualified = sign.place is not None and sign.end > sign.place.end
    codes = {title.place.admin1_code, place.admin1_code}
    return sure and not (qualified and None not in codes and len(codes) == 2)


def unnamed(text: str, why: str) -> Participant:
    """A participant without a place."""
    return Participant(place=None, text=text, score=0.5, why=why)


def starts_with_pronoun(line: str) -> bool:
    """Whether a sentence's subject is "it", "the town" and the like."""
    return _PRONOUN.match(line) is not None


def subject_at(wording: Wording) -> int | None:
    """Where the place stands that a sentence is about ("<P> is a town in …"), None where it is about none."""
    match = _SUBJECT.match(wording.line)
    if match is None or _VERB.search(wording.line, 0, match.start("s")):
        return None
    return match.start("s")


def is_same(a: Participant, b: Participant) -> bool:
    """Whether two participants are one known place."""
    return a.place is not None and b.place is not None and a.place.id == b.place.id


def ids_of(participant: Participant | None) -> frozenset[str]:
    """The id of a participant's place, if it has one."""
    return frozenset({participant.place.id}) if participant and participant.place else frozenset()
