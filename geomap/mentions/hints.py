"""What kind of place the wording asks for, and which part of it is the name to look up."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.apposition import names_itself
from geomap.interfaces import Gazetteer
from geomap.mentions.described import described_kind
from geomap.mentions.draft import Draft, after, before
from geomap.mentions.lexicon import COMPASS, FEATURES
from geomap.station_words import town_of_station

_BEFORE = re.compile(
    r"\b(city|town|village|port|state|province|region|island|county|district|suburb|republic|territory|lake|river|"
    r"peninsula|municipality|canton|governorate|oblast)(?: called| named)? of (?:the )?$",
    re.I,
)
_APPOSED = re.compile(r"\b(?:city|town|village|port|province|island|district|suburb|river|borough|neighbou?rhood) $")
_AFTER = re.compile(r"\s(?:\w+ )?([A-Za-z]+)\b")
# A lake that no list has must not be taken for the town of its name; a station or port lies by its town.
_ONLY_ITSELF = frozenset(
    {"lake", "river", "mountain", "range", "sea", "bay", "gulf", "strait", "cape", "island", "park", "forest"}
)
_HINTS = {"municipality": "city", "village": "city", "town": "city", "state": "region"}
# "Upper Slaughter" is another village than Slaughter, "Upper Egypt" a part of Egypt.
_OTHER_VILLAGE = frozenset({"upper", "lower"})
# Nouns in small letters that people still count as part of the name: "Vostochny cosmodrome", not "Amur province".
_JOINED = re.compile(r" (station|cosmodrome|spaceport)\b(?! (?:house|chief|manager|wagon))")

_NOUN_AFTER = re.compile(r" ([A-Za-z]+)\b")
# Stations that lie on a side of their town, "Beijing West", are those of cities (chosen by us); "Old West" is none.
_CITY_PEOPLE = 100_000
# Nouns behind a name that make a longer name or say something of the town: "Lyon station".
_TOO_COMMON = frozenset("city town state base park plant bridge port village station valley".split())
_REGION = re.compile(r" (?:region|oblast|krai|okrug)\b")
# With its noun in small letters the name of a work, which lies outside the town that it is called after.
_WORK = re.compile(r" (?:nuclear(?: power)? (?:plant|station|facility|complex|site)|(?:air|naval) ?base|dam)\b")
# Nouns that belong to the name of what is more than a town, however they are spelt: "the Canary islands".
_LANDSCAPE = re.compile(r" (islands?|peninsula|desert|sea|ocean|mountains|canal)\b")


class Hints:
    """Reads what the words around and inside a name say about its kind."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, bool] = {}

    def add(self, text: str, draft: Draft) -> None:
        """Sets what to look up and the kind to look for."""
        if joined := _JOINED.match(text, draft.end):
            draft.name, draft.kind_hint = draft.lookup, FEATURES[joined[1]]
            draft.end = joined.end()
            draft.text = text[draft.start : draft.end]
            if self.knows(draft.text):
                draft.name = None
            return
        for noun, kind in ((_REGION, "region"), (_WORK, None)):
            if (whole := noun.match(text, draft.end)) and self.knows(text[draft.start : whole.end()]):
                draft.kind_hint, draft.name, draft.end = kind, None, whole.end()
                draft.text = text[draft.start : draft.end]
                return
        if (landscape := _LANDSCAPE.match(text, draft.end)) and self._needs(text, draft, landscape):
            draft.kind_hint, draft.name, draft.end = FEATURES[landscape[1]], None, landscape.end()
            draft.text = text[draft.start : draft.end]
            return
        words = draft.text.split()
        if len(words) > 1:
            self._from_inside(draft, words)
        if draft.kind_hint is None:
            beside = _kind_beside(before(text, draft.start), after(text, draft.end))
            draft.kind_hint = beside or described_kind(text, draft.end)

    def first_known(self, *names: str) -> str:
        """The first of these names that the gazetteer has, else the last."""
        return next((name for name in names if self.knows(name)), names[-1])

    def knows(self, name: str) -> bool:
        """Whether the gazetteer has the name."""
        if name not in self._known:
            self._known[name] = self._gazetteer.describe_name(name) is not None
        return self._known[name]

    def knows_whole(self, name: str) -> bool:
        """Whether the gazetteer has a name of several words with what looks like a possessive."""
        return " " in name and self.knows(name)

    def _from_inside(self, draft: Draft, words: list[str]) -> None:
        first, last = words[0].lower(), words[-1].lower().rstrip(".")
        if last in FEATURES:
            draft.kind_hint, rest = FEATURES[last], words[:-1]
        elif first in ("lake", "mount", "mt.", "cape", "port", "gulf", "bay", "strait", "river", "isle"):
            draft.kind_hint = None if first == "port" else FEATURES.get(first.rstrip("."), "mountain")
            rest = words[2:] if words[1].lower() == "of" else words[1:]
        elif first in COMPASS or first.rstrip("ern") in COMPASS:
            rest = words[1:]
            if first in _OTHER_VILLAGE and not self._has_parts(" ".join(rest)):
                return
        elif (town := town_of_station(draft.text)) and (last not in COMPASS or self._is_city(town)):
            draft.kind_hint, rest = "station", town.split()
        else:
            return
        if not self.knows(draft.text) and rest and self._may_stand_for(" ".join(rest), draft.kind_hint):
            draft.name = " ".join(rest)
            if first in COMPASS:
                draft.why = "a part of it"

    def _needs(self, text: str, draft: Draft, noun: re.Match[str]) -> bool:
        """Whether a name is that of a landscape only together with the noun behind it."""
        traits = self._gazetteer.describe_name(draft.text)
        alone = traits is not None and FEATURES[noun[1]] in traits.kinds
        return not alone and self.knows(text[draft.start : noun.end()])

    def _has_parts(self, name: str) -> bool:
        """Whether a name is that of an area or a city, of which a part may be called the upper one."""
        traits = self._gazetteer.describe_name(name)
        return traits is not None and (bool(traits.kinds - {"city"}) or traits.population >= _CITY_PEOPLE)

    def _is_city(self, name: str) -> bool:
        traits = self._gazetteer.describe_name(name)
        return traits is not None and traits.population >= _CITY_PEOPLE

    def _may_stand_for(self, rest: str, hint: str | None) -> bool:
        """Whether the name without its noun will do: of a lake or river only where one is called so."""
        traits = self._gazetteer.describe_name(rest)
        return traits is not None and (hint not in _ONLY_ITSELF or hint in traits.kinds)


@lru_cache(maxsize=2048)
def _kind_beside(left: str, right: str) -> str | None:
    """The kind that the words before and after a name ask for."""
    if (found := _BEFORE.search(left)) and names_itself(left):
        noun = found[1].lower()
    elif found := _APPOSED.search(left):
        noun = found.group().strip()
    else:
        following = _NOUN_AFTER.match(right)
        noun = following[1].lower() if following else ""
        if noun in _TOO_COMMON:
            return None
    return _HINTS.get(noun) or FEATURES.get(noun)
