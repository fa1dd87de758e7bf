"""Names of towns that open a sentence, where a tagger takes many for people or for plain words: "Bath wants a cap".

A surname alone stands for somebody whom the text has named in full before, and what people do differs from what
towns do. A name is therefore a place where the text has nobody of that name, a verb follows, and the sentence tells
of what a town has (a council, buses, rain); without that only where the tagger was in doubt.
"""

from __future__ import annotations

import re

from geomap.mentions.described import is_described
from geomap.mentions.features import is_plain
from geomap.mentions.given_names import GIVEN_NAMES
from geomap.mentions.lexicon import BODIES, FUNCTION_WORDS, SAYING, TITLES

_OPENS = re.compile(r"(?:^|[.!?][”\"’']? |\n\s{0,8}|\n[-*•] )$")
_OPENS_CHARS = 12
# A modal or auxiliary, or what looks like a verb in the present or the past, and no noun of the name's.
_VERB = re.compile(
    r" (?:both |each )?(?P<verb>will|would|has|had|have|is|was|may|might|must|could|can|wants?|needs?|got|saw|lost|"
    r"won|hit|lies|lay|sits|sat|stands|stood|swore|shook|ran|runs|dug|woke|goes|went|gets|says|picked|picks|[a-z]{2,12}ed|"
    r"[a-z]{2,11}[^s'’\W]s(?= (?:an?|the|its|to|for|no|up|down|new|more|out|off|back|over|another|\d)\b))"
    r" (?!and\b|[A-Z][a-z]+ (?:and|who)\b)"
)
# What only towns and states have, for a name that is a plain word too: "Fog has closed airports" is of the fog.
_OWN = re.compile(
    r"\b(?:its|councils?|councillors?|councilors?|mayors?|aldermen|residents|voters|lawmakers|city|town|bus|season)\b"
)
# What towns have and do, and people mostly do not.
_CIVIC = re.compile(
    r"\b(?:councils?|councillors?|councilors?|mayors?|aldermen|residents|city|town|voters|lawmakers|locals|commuters|"
    r"tourists?|tourism|visitors|bus|buses|trams?|trains?|ferr(?:y|ies)|flights|metro|subway|cruise|airports?|"
    r"harbou?r|port|quays?|pier|schools|hospitals?|police|firefighters|streets?|roads?|bridges?|motorway|landfill|"
    r"stadium|carnival|parade|festival|museums?|markets?|tax|budget|rents|housing|homes|lets|zoning|scooters|bin|"
    r"flood(?:s|ed|ing|waters)?|rain(?:fall)?|snow(?:fall)?|inches|degrees|temperatures?|heat ?wave|storms?|winds|"
    r"hurricane|typhoon|cyclone|drought|driest|wettest|hottest|coldest|warmest|earthquake|quake|aftershocks?|dawn|smoke|wildfires?|water|power|blackouts?|outages?|"
    r"shelling|drones?|missiles?|season|population|cyclists|province|region|governor|district|-?\d{1,2}C)\b"
)
_WORD = r"(?:(?:[A-Z]|Mrs?|Ms|Dr|Rev|Sgt|Lt|Capt|Gov|Sen|Rep)\.|[A-Z][\w’'-]{0,24})"
_LONGER = re.compile(rf"\b{_WORD}(?: {_WORD}){{1,5}}")
_WITHIN = re.compile(r"(?<=[a-z0-9,;] )[A-Z][a-z]{2,20}\b")
_SMALL = re.compile(r"\b[a-z]{3,20}\b")
_OF_TOWNS = BODIES | TITLES
_SENTENCE_CHARS = 160
_MISSPELT_FROM = 5
_HALF_SURE = 0.5
_SENTENCE_END = re.compile(r"[.!?](?: |$)|\n")
_ALSO_SAID = SAYING | frozenset("thinks thought believes believed smiled wept married plans hopes insists".split())


class Openers:
    """Tells towns from people and plain words at the beginning of a document's sentences."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: tuple[frozenset[str], frozenset[str], frozenset[str]] | None = None

    def is_town(self, start: int, end: int, *, doubtful: bool, named: bool) -> bool:
        """Whether a name does what towns do, and is nobody's whom the document names in full, and no word of its.

        Args:
            start: Where the name begins.
            end: Where it ends.
            doubtful: Whether nothing speaks against a place, so that a verb alone is enough.
            named: Whether it is sure to be a name, and no plain word.
        """
        word = self._text[start:end]
        if not word.isalpha() or not acts_like_town(self._text, start, end, doubtful=doubtful, named=named):
            return False
        borne, small, _ = self._known_words()
        borne_so = word in borne or any(_is_misspelt(word, other) for other in borne)
        return not borne_so and (word.lower() not in small or is_plain(word))

    def is_plain_word(self, start: int, end: int, sure: float) -> bool:
        """Whether a word opens a sentence, and the document elsewhere writes it small and never with a capital.

        Args:
            start: Where the word begins.
            end: Where it ends.
            sure: How sure the tagger is that it is a name; below a half a plain word has to do what towns do.
        """
        word = self._text[start:end]
        if not word.isalpha() or word.isupper() or not opens_sentence(self._text, start):
            return False
        _, small, capital = self._known_words()
        if word.lower() in small and word not in capital:
            return True
        acts = acts_like_town(self._text, start, end, doubtful=False, named=True)
        return sure < _HALF_SURE and is_plain(word) and not acts and not is_described(self._text, end)

    def _known_words(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        if self._words is None:
            text = self._text
            self._words = borne_names(text), frozenset(_SMALL.findall(text)), frozenset(_WITHIN.findall(text))
        return self._words


def _is_misspelt(word: str, other: str) -> bool:
    """Whether two long words differ in one letter alone, as the spellings of one surname do: Kozlov and Koslov."""
    if len(word) != len(other) or len(word) < _MISSPELT_FROM or word[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(word, other, strict=True)) == 1


def opens_sentence(text: str, start: int) -> bool:
    """Whether a name is the first word of a sentence or a line."""
    return start == 0 or _OPENS.search(text, max(0, start - _OPENS_CHARS), start) is not None


def acts_like_town(text: str, start: int, end: int, *, doubtful: bool, named: bool) -> bool:
    """Whether a name that opens a sentence does what towns do; the flags as for `Openers.is_town`."""
    verb = _VERB.match(text, end)
    if verb is None or not opens_sentence(text, start):
        return False
    word = text[start:end]
    if verb["verb"] in _ALSO_SAID or word.lower() in FUNCTION_WORDS or word.lower() in GIVEN_NAMES:
        return False
    stop = _SENTENCE_END.search(text, verb.end(), verb.end() + _SENTENCE_CHARS)
    last = stop.start() if stop is not None else verb.end() + _SENTENCE_CHARS
    if is_plain(word) and not named:
        return _OWN.search(text, verb.start(), last) is not None
    return (doubtful and not is_plain(word)) or any(p.search(text, verb.start(), last) for p in (_CIVIC, _OWN))


def borne_names(text: str) -> frozenset[str]:
    """Words of the longer names in a text, of which a name alone may be short: "Bath" for "Ann Bath".

    "Bath Council" is no such name, nor is a small word with a name behind it ("In Bath").
    """
    found = set()
    for run in _LONGER.finditer(text):
        words = run.group().split(" ")
        while words and words[0].lower().rstrip(".") in FUNCTION_WORDS:
            del words[0]
        if len(words) > 1 and words[-1].lower() not in _OF_TOWNS:
            found.update(words)
    return frozenset(found)
