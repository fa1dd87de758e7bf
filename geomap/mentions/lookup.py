"""Names by look-up alone, for texts in languages that the tagger was not trained on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geomap.mentions.cases import small_words
from geomap.mentions.draft import Draft
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name

_ENGLISH = frozenset("the of and to in that is was for on with said he at by from are".split())
# Function words of German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish and Arabic that English lacks.
_FOREIGN = frozenset(
    "der die das und von nach mit den dem ein eine el los las del que y por para con una le les et des du une dans "
    "pour avec lo gli di che della nel o os em não uma het een van naar z na się ve bir için à est selon según "
    "il è alla dal dalla nella sono auf aux au da de do dos foi إلى من في على عن وفي بين بعد قبل مع".split()
)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ-]+")
_SURNAME_AFTER = re.compile(r" [А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:ов|ев|ёв|ин|ын|ий|ой|ова|ева|ина|ская|енко|ук|юк|ич)\b")
# In Arabic, which has no capitals, many a hamlet is called like a common word.
_ARABIC = re.compile(r"[\u0620-\u064a]")
_ARABIC_CUE = re.compile(r"(?<!\w)(?:في|إلى|الى|من|قرب|عبر|بين|نحو|مدينة|بلدة|قرية|منطقة|ناحية|مطار|ميناء|و) ?$")
_OPENS = re.compile(r"(?:^|[.!?\n]|[.!?] [„“\"«])\s?$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SURE_TAGS = frozenset("ZCR432")
_MIN_CHARS = 4
# So many words without one of the commonest, in letters that English lacks, are not English.
_FEW_WORDS = 12
_FEW_SMALL_WORDS = 2
# English prose has a fifth; no other language has so many of the same letters.
_ENGLISH_SHARE = 0.12
_SAMPLE_CHARS = 1500


def is_english(text: str) -> bool:
    """Whether a text reads as English; a short one does unless it has the small words of another language."""
    sample = text[:_SAMPLE_CHARS]
    if not sample.isascii() and len(_OTHER_SCRIPT.findall(sample)) > len(_LATIN.findall(sample)):
        return False
    words = sample.lower().split()
    english, foreign = sum(word in _ENGLISH for word in words), sum(word in _FOREIGN for word in words)
    few = english < _ENGLISH_SHARE * len(words)
    if few and not sample.isascii() and small_words(sample)[1] > max(_FEW_SMALL_WORDS, english):
        return False
    if not english and not sample.isascii() and len(words) >= _FEW_WORDS:
        return False
    return foreign <= english or foreign < max(2, 0.06 * len(words))


def is_foreign_word(word: str) -> bool:
    """Whether a word is a small word of another language that some gazetteer has as a name ("El", "Die")."""
    return word.lower() in _FOREIGN


def find_by_lookup(text: str, names: Iterable[Name]) -> Iterator[Draft]:
    """Known names that are neither ordinary words nor tiny places nor given names, at word starts."""
    for name in names:
        if name.tag in (DEMONYM, ABBREVIATION) or name.tag.endswith("?") or is_foreign_word(name.text):
            continue
        other_script = bool(_OTHER_SCRIPT.search(name.text))
        long_enough = len(name.text) >= (2 if _UNSPACED.match(name.text) else 3 if other_script else _MIN_CHARS)
        if _CYRILLIC.fullmatch(name.text) and _SURNAME_AFTER.match(text, name.end):
            continue
        if (
            _ARABIC.match(name.text)
            and name.tag[0] in "01"
            and not _ARABIC_CUE.search(text, max(0, name.start - 12), name.start)
        ):
            continue
        if long_enough and (name.tag[0] in _SURE_TAGS or (other_script and len(name.text) > 2)):
            yield Draft(name.start, name.end, name.text, 0.6 if name.tag[0] in "ZCR" else 0.5, why="known name")
