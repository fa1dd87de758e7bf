"""The travellers of a text, as far as it has been read: whom "he", "it", "the train" and "another plane" mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.modality import mode_of
from geomap.claims.storms import MISSILES, STORMS, storm_names
from geomap.claims.travellers import (
    Subject,
    full_names,
    is_carrier,
    is_name_of_thing,
    is_office,
    is_pronoun,
    noun_before,
    same_traveller,
    subject_before,
)
from geomap.records import PlacedMention, Reading
from geomap.vehicles import nouns

_NAME = r"[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,3}"
_OFFICE = (
    r"[Ll]eader|[Pp]resident|[Pp]remier|[Mm]inister|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]ope|[Gg]overnor|[Mm]ayor"
    r"|[Ee]nvoy|[Pp]ilot|[Cc]aptain"
)
_NAME_OFFICE = re.compile(rf"({_NAME}), (?:the |an? )?(?:(?!former\b)[\w-]+ ){{0,3}}?({_OFFICE})\b")
_OFFICE_NAME = re.compile(rf"(?<![Ff]ormer )(?<!\b[Ll]ate )(?<!\b[Ee]x-)(?<!then-)\b({_OFFICE}) ({_NAME})")
_CARRIES = re.compile(
    r"\b(?P<carrier>train|plane|jet|aircraft|ship|convoy|motorcade|boat|yacht|helicopter|car)\b(?:\s[a-z]+){0,4}?"
    r"\s(?:carrying|with|of)\s(?:[a-z\ue002 -]{1,40}?\s)?"
    rf"(?:(?:[Pp]resident|[Ll]eader|[Mm]inister|[Cc]hancellor|Prime|Foreign)\s){{0,3}}(?P<name>{_NAME})"
)
_OWNS = re.compile(
    rf"(?P<name>{_NAME})['’]s?\s(?:[a-z-]+\s){{0,3}}(?P<carrier>train|plane|jet|ship|convoy|motorcade|boat|yacht)\b"
)
_BEARS = re.compile(
    r"\b[Tt]he (?P<name>(?:[\ue001\ue002] )?[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2}),? (?:(?:the"
    r"|an?) [^,.;]{0,40}?\b)?"
    rf"(?P<carrier>{nouns('rail', 'sea', 'air', plural=False)}|express|carrier)\b"
)

_VEHICLE = re.compile(rf"\b(?:{nouns('rail', 'sea')})\b", re.IGNORECASE)
_PRONOUN_OWNS = re.compile(
    r"\b[Hh](?:is|er)\s(?:[a-z-]+\s){0,3}?(?P<carrier>train|plane|jet|ship|convoy|motorcade|boat|yacht|truck|lorry"
    r"|car|bicycle|bike)\b"
)
# "The Blue Star is at anchor": what bears the name is what "it" means next.
_BEGINS = re.compile(
    r"\W{0,2}The (?P<name>(?:[\ue001\ue002] )?[A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2}) (?:is|was|has|had|will)\b"
)

_FINITE = re.compile(r"\s(?:was|were|is|are|had|has|have|will|would|left|went|came|took|set|ran|[a-z]{3,12}ed)\s")


_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they"}
# "The 51-year-old driver", "the pontiff": a description of whom the text named before.
_AGED = re.compile(
    r"[\W_]*(?:(?:On|In|At|By) \ue003,? )?[Tt]he (?:\d\d?-year-old|[\ue002\w-]* ?(?:pontiff|adventurer|explorer|cyclist"
    r"|walker|rower|runner|hiker|skier|climber|skipper|monarch|driver|teacher|nurse|doctor|veteran))\b"
)
# "The Canadian will fly to X" tells of one of that people, not of whoever was told of last.
_A_PEOPLE = re.compile(rf"[\W_]*(?:(?:On|In|At|By) \ue003,? )?[Tt]he (?P<who>{DEMONYM})(?= (?!and\b)[a-z])")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") or noun.split()[-1] in ("people", "men", "women", "children")


class Cast:
    """Gives each subject of a text the name under which it is known; sentences are read in order."""

    def __init__(self, reading: Reading) -> None:
        sentences = masked_sentences(reading)
        self.known = frozenset(name for masked in sentences for name in full_names(masked.text))
        self._offices = _offices(reading.document.text)
        self._bearers = _bearers(sentences, self.known)
        self._carriers: dict[str, str] = {}
        self._told: dict[str, int] = {}
        self._person: str | None = None
        self._thing: str | None = None
        self._people: str | None = None
        self._last: str | None = None
        self._body = reading.document.body_start
        self._storms = storm_names(reading.document.text)
        self._lands = _lands_of_offices(sentences)

    def named(self, masked: Masked, start: int, end: int) -> str | None:
        """Who the words before a verb say travels, under the name that the text knows."""
        self._note_owners(masked)
        subject = subject_before(masked.text[start:end], self.known)
        if masked.sentence.start < self._body:
            return self._in_header(subject)
        if subject is None or self._is_land(subject, masked, start):
            return self._unnamed(masked, start, end)
        name = subject.name
        if is_pronoun(name):
            if name == "they" and (noun := noun_before(masked.text[start:end])) and _is_plural(noun):
                self._people = noun  # "Some drivers were turned away: they went by X"
            if meant := self._meant(name):
                return meant
            if meant := self._in_sentence(masked, start, start + subject.start):
                self._note(meant)
            return meant or name
        if name.startswith("the "):
            words = masked.words(start + subject.start, start + subject.end)
            name = self._office_or_carrier(subject, words, masked.number)
        self._note(name)
        return name

    def _note_owners(self, masked: Masked) -> None:
        """Whose "the train" is from here on, where "his train" was told of: the person's."""
        for hit in _PRONOUN_OWNS.finditer(masked.text):
            owner, mode = self._person, mode_of(hit["carrier"])
            if owner is not None and mode is not None and mode not in self._bearers:
                if is_carrier(self._carriers.get(mode, "the train")):
                    self._carriers[mode] = owner
                self._thing = self._carriers[mode]

    def read(self, masked: Masked) -> None:
        """Take note of whom a sentence without events names last."""
        self._note_owners(masked)
        verb = _FINITE.search(masked.text)
        words = masked.text[: verb.start()] if verb else masked.text
        subject = subject_before(words, self.known)
        noun = noun_before(words) if subject is None else None
        if noun is not None and _is_plural(noun):
            self._people = noun
            self._last = self._last or noun
        if hit := _BEGINS.match(masked.text):
            self._thing = f"the {masked.words(*hit.span('name'))}"
        if subject is None or is_pronoun(subject.name):
            return
        if not subject.name.startswith("the "):
            self._person = subject.name
            self._last = self._last or subject.name
        elif is_carrier(subject.name):
            words = masked.words(subject.start, subject.end)
            self._thing = self._office_or_carrier(subject, words, masked.number)
            self._last = self._last or self._thing
        elif self._last is None:
            self._note(subject.name)

    def _in_sentence(self, masked: Masked, start: int, end: int) -> str | None:
        """Whom the words before a pronoun name, where the text before the sentence named nobody."""
        subject = subject_before(masked.text[start:end], self.known)
        return None if subject is None or is_pronoun(subject.name) else subject.name

    def _is_land(self, subject: Subject, masked: Masked, start: int) -> bool:
        """Whether "the P" is a place of the world and no train or ship of that name."""
        item = masked.items.get(start + subject.start) if subject.name == f"the {PLACE}" else None
        return isinstance(item, PlacedMention) and item.place is not None and item.place.is_wide

    def carried(self, masked: Masked, start: int, word: str) -> str | None:
        """Whom "took them", "brought her" carries: who the pronoun means, whatever it is that carries."""
        pronoun = _OBJECTS.get(word.rpartition(" ")[2])
        meant = self._meant(pronoun) if pronoun else None
        return meant or self.named(masked, 0, start)

    def strikes(self, who: str | None) -> bool:
        """Whether a subject is a storm, called one or told by its name to be one, or a missile or drone."""
        if who is None:
            return False
        noun = who.removeprefix("the ").rpartition(" ")[2]
        return noun in STORMS or noun.removesuffix("s") in MISSILES or who in self._storms

    def means_of(self, who: str | None) -> str | None:
        """By what somebody goes, where the text told so far of "his train" or "her yacht"."""
        return next((mode for mode, owner in self._carriers.items() if owner == who), None) if who else None

    def _unnamed(self, masked: Masked, start: int, end: int) -> str | None:
        """What a sentence begins with that is no known traveller, else who was told of last."""
        words = masked.text[start:end]
        if people := _A_PEOPLE.match(words):
            return f"the {masked.words(start + people.start('who'), start + people.end('who'))}"
        noun = noun_before(words)
        if noun is not None and self._person is not None and _AGED.match(words):
            return self._person
        if noun is not None and _is_plural(noun):
            self._people = noun
        return noun or self._last

    def _in_header(self, subject: Subject | None) -> str | None:
        """A title's person, where the text knows the name; nothing else of a title is told apart."""
        if subject is None or not self.known & set(subject.name.split()):
            return None
        self._person = subject.name
        return subject.name

    def _meant(self, pronoun: str) -> str | None:
        if pronoun in ("he", "she", "his", "her"):
            return self._person or self._last
        if pronoun in ("it", "its"):
            return self._thing or self._last
        return self._people or (None if self.strikes(self._last) else self._last)

    def _note(self, name: str) -> None:
        self._last = name
        if not name.startswith("the "):
            self._person = self._people = name
        elif is_carrier(name) or self.strikes(name):
            self._thing = name
        else:
            self._people = name
            if not (self._thing and self._thing in (*self._carriers.values(), *self._bearers.values())):
                self._thing = name  # after a ship and its crew "it" is the ship

    def _office_or_carrier(self, subject: Subject, words: str, sentence: int) -> str:
        """The holder of an office; for a carrier its owner or its name, else the first word for one of its mode."""
        name = subject.name
        if holder := self._offices.get(name.removeprefix("the ")):
            return holder
        if is_office(name) and len(words.split()) > 2 and self._lands > 1:
            return f"the {words.partition(' ')[2]}"  # "the Chinese leader", where others are told of
        if self._person is not None and is_office(name):
            return self._person
        if self._person in self._storms and name.removeprefix("the ") in STORMS and not subject.introduced:
            return self._person
        if name[4:5].isupper() or name[4:5] in (PLACE, DEMONYM):
            return self._bearing(subject, words)
        word = name.removeprefix("the ")
        mode = mode_of(word) if is_carrier(name) else None
        if mode is None:
            return name
        told = self._told.setdefault(mode, sentence)
        if subject.another or (subject.introduced and told != sentence):
            return f"the other {word}"
        return self._carriers.setdefault(mode, self._bearers.get(mode) or name)

    def _bearing(self, subject: Subject, words: str) -> str:
        """A thing with a name of its own, which may be the only carrier that the text told of before."""
        name = subject.name if subject.carrier else f"the {words}"
        if subject.another or name in self._bearers.values():
            return name
        if subject.carrier:
            return self._carriers.setdefault(mode_of(subject.carrier) or "", name)
        told = next(iter(self._carriers.values())) if len(self._carriers) == 1 else name
        other = told.startswith("the ") and told[4:5].isupper() and not same_traveller(told, name)
        return name if other else told


_OFFICE_OF_LAND = re.compile(rf"{DEMONYM}(?: [a-z]+)? (?i:{_OFFICE})")


def _lands_of_offices(sentences: Sequence[Masked]) -> int:
    """Of how many countries a text names leaders and the like."""
    return len({m.words(h.start(), h.start() + 1) for m in sentences for h in _OFFICE_OF_LAND.finditer(m.text)})


def _offices(text: str) -> dict[str, str]:
    """Who "the leader" or "the minister" is: the one whom the text names with that office, where it names only one."""
    named: dict[str, list[str]] = {}
    for office, name in _OFFICE_NAME.findall(text):
        named.setdefault(office.lower(), []).append(name.strip())
    for name, office in _NAME_OFFICE.findall(text):
        named.setdefault(office.lower(), []).append(name.strip())
    one = {o: names for o, names in named.items() if all(same_traveller(a, b) for a, b in combinations(set(names), 2))}
    return {office: min(names, key=len) for office, names in one.items()}


# "The Blue Star left Oslo", "The Blue Star was some 60 km east of": only what sails or rolls has such a name.
_GOES = re.compile(
    r"(?:^|[.!?”\"] )[Tt]he (?P<name>(?:[A-Z][\w’-]{1,20} ){0,2}[A-Z][\w’-]{2,20}) "
    r"(?:(?:had|has|is|was|will|then|later|still|now) ){0,2}"
    r"(?:left|leaves?|sail(?:s|ed|ing)|dock(?:s|ed|ing)|depart(?:s|ed)|anchor(?:s|ed)|moored|tied up|berthed"
    r"|pass(?:ed|ing)|round(?:ed|ing)|steam(?:s|ed|ing)|drift(?:s|ed|ing)|sank|ran aground|set (?:out|off|sail)"
    rf"|put to sea|pulled|rolled|called at|(?:(?:about|some|around|only|still) )?{QUANTITY} )"
)
_NAMED_MODES = frozenset(("sea", "rail"))


def _called(sentences: Sequence[Masked]) -> tuple[str, list[str]] | None:
    """The way of travelling and the name of the one ship or train that a text tells of, where it names only one."""
    names = {hit["name"] for m in sentences for hit in _GOES.finditer(m.text) if is_name_of_thing(hit["name"])}
    words = {hit.group().lower() for m in sentences for hit in _VEHICLE.finditer(m.text)}
    modes = {mode_of(word) for word in words} & _NAMED_MODES
    mode = next(iter(modes), None)
    return (mode, [f"the {names.pop()}"]) if len(names) == len(modes) == 1 and mode else None


def _bearers(sentences: Sequence[Masked], known: frozenset[str]) -> dict[str, str]:
    """Whose train, or which ship of what name, "the train" and "the ship" mean, where the text tells of only one."""
    found: dict[str, list[str]] = {}
    for masked in sentences:
        for pattern in (_CARRIES, _OWNS):
            for hit in pattern.finditer(masked.text):
                if known & set(hit["name"].split()):
                    found.setdefault(mode_of(hit["carrier"]) or "", []).append(hit["name"])
        for hit in _BEARS.finditer(masked.text):
            named = masked.words(*hit.span("name"))
            found.setdefault(mode_of(hit["carrier"]) or "", []).append(f"the {named}")
    if (called := _called(sentences)) is not None:
        found.setdefault(*called)
    longest = {mode: max(names, key=len) for mode, names in found.items() if mode}
    return {m: name for m, name in longest.items() if all(same_traveller(name, other) for other in found[m])}
