"""Names by look-up alone, for texts in languages that the tagger was not trained on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geomap.mentions.draft import Draft
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name, NameTagger
from geomap.records import NameSpan

_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|he|at|by|from|are)\b", re.I)
# Function words of German, French, Spanish, Italian, Portuguese, Dutch, Polish and Turkish that English lacks.
_FOREIGN = re.compile(
    r"\b(?:der|die|das|und|von|nach|mit|den|dem|ein|eine|el|los|las|del|que|y|por|para|con|una|le|les|et|des|du|une|"
    r"dans|pour|avec|il|lo|gli|di|che|della|nel|o|os|em|não|uma|het|een|van|naar|w|z|na|się|ve|bir|için|à|est|selon|según)\b",
    re.I,
)
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\w+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,20}\b")
_CASES = tuple("ского ском ому ого ей ой ою ом ем ём ам ах ии ию а я у ю ы и е ь".split())
_NOMINATIVES = ("", "а", "я", "ь", "й", "ия", "о", "ы", "ский", "ск")
_SURE_TAGS = frozenset("ZCR432")
_MIN_CHARS = 4


def is_english(text: str) -> bool:
    """Whether a text reads as English; a short one does unless it has the small words of another language."""
    sample = text[:6000]
    words = len(_WORD.findall(sample))
    if len(_OTHER_SCRIPT.findall(sample)) > len(_LATIN.findall(sample)):
        return False
    english, foreign = len(_ENGLISH.findall(sample)), len(_FOREIGN.findall(sample))
    return foreign <= english or foreign < max(2, 0.06 * words)


def find_by_lookup(names: Iterable[Name]) -> Iterator[Draft]:
    """Known names that are neither ordinary words nor tiny places, at word starts."""
    for name in names:
        if name.tag in (DEMONYM, ABBREVIATION) or name.tag.endswith("?"):
            continue
        other_script = bool(_OTHER_SCRIPT.search(name.text))
        long_enough = len(name.text) >= (2 if other_script else _MIN_CHARS)
        if long_enough and (name.tag[0] in _SURE_TAGS or (other_script and len(name.text) > 2)):
            yield Draft(name.start, name.end, name.text, 0.6 if name.tag[0] in "ZCR" else 0.5, why="known name")


class Inflected:
    """Finds Cyrillic names in a case other than the nominative ("в Самаре", "из Самары") by their stem."""

    def __init__(self, names: NameTagger) -> None:
        self._names = names
        self._found: dict[str, str | None] = {}

    def find(self, text: str) -> Iterator[Draft]:
        """Names whose nominative is a large place; known spellings are left to the look-up."""
        for match in _CYRILLIC.finditer(text):
            word = match.group()
            if word not in self._found:
                self._found[word] = self._nominative(word)
            if name := self._found[word]:
                yield Draft(match.start(), match.end(), word, 0.45, name=name, why=f"a case of {name}")

    def _nominative(self, word: str) -> str | None:
        if self._names.tag(NameSpan(0, len(word), word)):
            return None
        stems = dict.fromkeys(word[: -len(end)] for end in _CASES if word.endswith(end) and len(word) - len(end) > 2)
        options = (stem + end for stem in stems for end in _NOMINATIVES)
        return next((name for name in options if self._names.is_large(name)), None)
