"""Where the gazetteer knows names in a document, as short tags that the tagger learns from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.interfaces import Gazetteer
from geomap.mentions.lexicon import FUNCTION_WORDS
from geomap.mentions.tokens import Segment
from geomap.records import OWN_PLACES, WATERS, NameSpan

_AREAS = (("continent", "Z"), ("union", "Z"), ("country", "C"), ("historic", "C"), ("region", "R"), ("county", "Y"))
_LAND = frozenset({"mountain", "range", "island", "peninsula", "desert", "cape", "vague", "valley", "forest"})
_SIZES = ((1_000_000, "4"), (100_000, "3"), (15_000, "2"), (3_000, "1"))
_TOWNS = frozenset({"city", "county"})
# A county that is called like a town of some size is tagged as the town, which is what texts mostly mean.
_TOWN = 15_000
_ABBREVIATION = re.compile(
    r"(?:(?<![\w.&-])|(?<=[ (][DRI]-))(?:[A-Z]\.\s?[A-Z]\.(?:[A-Z]\.)?|[A-Z][a-z]{1,4}\.|W\. ?Va\.|[A-Z]{2,4})"
    r"(?!\w|-[A-Z\d])"
)
KOREAN_UNIT = re.compile(r"-(?:ri|up|ku|gu|si|do|dong|gun|myon|myeon|eup)\b")
_ADJECTIVE = re.compile(
    r"\b(?:(?:North|South|East|West|Central|Saudi|Sri|New|Puerto|Costa|El|Latin|Sierra|Papua|Trinidadian|Bosnian)[ -])?"
    r"[A-Z][\w’']{0,24}?(?:an|ans|ese|ish|i|is|ch|ks?|ek|ss|rn|it[ei]|s|ais|kh|lsh|men|yz|ino|iot|dic|tine|ine|que)\b"
)
DEMONYM, ABBREVIATION = "D", "A"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that the gazetteer knows, with a tag for what it is."""

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Known:
    """A stretch of a segment (tokens, end exclusive) that the gazetteer knows, and as what."""

    first: int
    last: int
    tag: str


class NameTagger:
    """Gives each name that the gazetteer knows a tag of its widest kind and its size; remembers what it looked up."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._tags: dict[str, str] = {}
        self._demonyms: dict[str, tuple[str, str] | None] = {}
        self._abbreviations: dict[str, bool] = {}
        self._has_own = any(source.name.startswith(OWN_PLACES) for source in gazetteer.sources)

    def find(self, text: str, *, any_start: bool) -> list[Name]:
        """Known names, abbreviations and demonyms of a text with their tags, in text order."""
        found = {}
        for span in self.gazetteer.find_names(text, any_start=any_start):
            if (tag := self.tag(span)) and not (span.text.lower() in FUNCTION_WORDS and not span.text.isupper()):
                found[span.start] = Name(span.start, span.end, span.text, tag)
        for name in (*self._find_abbreviations(text), *self._find_demonyms(text)):
            other = found.get(name.start)
            if other is None or other.end <= name.end:
                found[name.start] = name
        return [found[start] for start in sorted(found)]

    def tag(self, span: NameSpan) -> str:
        """The tag of a name: a letter or the class of its size, "?" behind what is mostly an ordinary word."""
        tag = self._tags.get(span.text)
        if tag is None:
            tag = self._tags[span.text] = self._make(span.text)
        return tag

    def is_demonym(self, word: str) -> bool:
        """Whether a word is an adjective or a people of a place."""
        if word not in self._demonyms:
            places = self.gazetteer.find_demonym(word)
            # "Kiribati" is also what its people are called; alone it is the country.
            own = bool(places) and places[0].name == word
            self._demonyms[word] = (places[0].name, places[0].kind) if places and not own else None
        return self._demonyms[word] is not None

    def home_of(self, word: str) -> tuple[str | None, str | None]:
        """The name and kind of the place that a demonym belongs to, the best known where there are several."""
        return (self._demonyms.get(word) if self.is_demonym(word) else None) or (None, None)

    def is_large(self, name: str) -> bool:
        """Whether a name is that of a country, a region, a part of the world, or a town of some size."""
        tag = self.tag(NameSpan(0, len(name), name))
        return tag[:1] in tuple("CRYZLX432") and (not tag.endswith("?") or tag[0] == "C")

    def is_land(self, name: str) -> bool:
        """Whether a name is, before all, that of a country."""
        places = self.gazetteer.find_places(name)
        return bool(places) and places[0].kind == "country"

    def is_own(self, name: str) -> bool:
        """Whether a name is one that the user has brought, and that nothing else bears."""
        places = self.gazetteer.find_places(name) if self._has_own else ()
        return bool(places) and all(place.source.name.startswith(OWN_PLACES) for place in places)

    def is_ordinary_place(self, name: str) -> bool:
        """Whether a name is that of some place, however small, and no ordinary word."""
        tag = self.tag(NameSpan(0, len(name), name))
        return bool(tag) and not tag.endswith("?")

    def city_without_word(self, name: str) -> str:
        """The town in "Springfield City", which is none of its own as Oklahoma City is; else ""."""
        base = name.removesuffix(" City")
        if base == name or not self.is_ordinary_place(base):
            return ""
        return "" if any(place.name == name for place in self.gazetteer.find_places(name)[:5]) else base

    def has_article(self, word: str) -> bool:
        """Whether a place of more than a few thousand people has the word with an article for its name: The Hague."""
        whole = f"The {word}"
        return self.is_large(whole) and any(place.name == whole for place in self.gazetteer.find_places(whole)[:5])

    def is_water(self, name: str) -> bool:
        """Whether a name is, among others, that of a river, a sea or an ocean."""
        traits = self.gazetteer.describe_name(name)
        return traits is not None and not traits.kinds.isdisjoint({"river", "sea", "ocean"})

    def is_town_alone(self, name: str) -> bool:
        """Whether what bears a name are towns without an article, and neither areas nor rivers nor anything else."""
        if name.isupper():
            return False  # "the US", "the UK"
        # "Ghan" is Ghana in another language, which is no matter in English; a river of that name is one.
        places = [place for place in self.gazetteer.find_places(name) if place.kind != "country" or place.name == name]
        return bool(places) and all(p.kind in _TOWNS and not p.name.startswith("The ") for p in places)

    def is_place_acronym(self, word: str) -> bool:
        """Whether two to four capitals are the short form of a country or region, or the name of one."""
        if self.gazetteer.find_abbreviation(word):
            return True
        traits = self.gazetteer.describe_name(word)
        return traits is not None and not traits.kinds.isdisjoint({"country", "union", "region", "historic"})

    def is_country_acronym(self, word: str) -> bool:
        """Whether two to four capitals are the short form of a country or of the European Union: "US", "U.K.", "EU"."""
        if not word.replace(".", "").isupper():
            return False
        return any(place.kind == "country" or place.name == "European Union"
                   for place in self.gazetteer.find_abbreviation(word)[:1])  # fmt: skip

    def _find_abbreviations(self, text: str) -> Iterator[Name]:
        for match in _ABBREVIATION.finditer(text):
            word = match.group()
            known = self._abbreviations.get(word)
            if known is None:
                known = self._abbreviations[word] = bool(self.gazetteer.find_abbreviation(word))
            if known:
                yield Name(match.start(), match.end(), word, ABBREVIATION)

    def _find_demonyms(self, text: str) -> Iterator[Name]:
        for match in _ADJECTIVE.finditer(text):
            word, start = match.group(), match.start()
            if not self.is_demonym(word):
                start = match.end() - len(re.split(r"[ -]", word)[-1])
                word = text[start : match.end()]
                if not self.is_demonym(word):
                    continue
            if not KOREAN_UNIT.match(text, match.end()):  # "Sino-ri" is a village
                yield Name(start, match.end(), word, DEMONYM)

    def _make(self, name: str) -> str:
        traits = self.gazetteer.describe_name(name)
        if traits is None:
            return ""
        mark = "?" if traits.common else ""
        town = "city" in traits.kinds and traits.population >= _TOWN
        for kind, letter in _AREAS:
            if kind in traits.kinds and not (kind == "county" and town):
                return letter + mark
        size = next((digit for least, digit in _SIZES if traits.population >= least), "0")
        if "city" in traits.kinds or "district" in traits.kinds:
            return size + mark
        if traits.kinds & WATERS:
            return "W" + mark
        return ("L" if traits.kinds & _LAND else "X") + mark


def place_known(segment: Segment, names: Sequence[Name]) -> list[Known]:
    """The names that lie in a segment, in its tokens; one that cuts a token is left out."""
    found = []
    for name in names:
        first = bisect_left(segment.starts, name.start)
        last = bisect_right(segment.starts, name.end - 1)
        if first < last and segment.starts[first] == name.start and segment.ends[last - 1] - name.end in (0, 1):
            found.append(Known(first, last, name.tag))
    return found
