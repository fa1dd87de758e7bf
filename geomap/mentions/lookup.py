"""Names by look-up alone, for texts in languages that the tagger was not trained on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geomap.mentions.draft import Draft
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name, NameTagger
from geomap.records import NameSpan

_ENGLISH = frozenset("the of and to in that is was for on with said he at by from are".split())
# Function words of German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish and Arabic that English lacks.
_FOREIGN = frozenset(
    "der die das und von nach mit den dem ein eine el los las del que y por para con una le les et des du une dans "
    "pour avec lo gli di che della nel o os em não uma het een van naar z na się ve bir için à est selon según "
    "il è alla dal dalla nella sono auf aux au da de do dos foi إلى من في على عن وفي بين بعد قبل مع".split()
)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(
    r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,20}(?:-(?:на-)?[А-ЯЁІЇЄҐ][а-яёіїєґ]{2,20})?(?: (?<=[йюя] )[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,20})?\b"
)
_ADJECTIVES = {"ой": "ая", "ую": "ая", "ей": "яя", "ом": "ый", "ого": "ый", "ем": "ий", "его": "ий"}
# Endings of the oblique cases, and those of the nominatives that they come from.
_CASES = {
    "ского": "ский", "ском": "ский", "ской": "ская", "скую": "ская", "ией": "ия", "ого": "ое", "ому": "ое", "ой": "а",
    "ою": "а", "ей": "я ь", "ом": "- о", "ем": "ь й", "ём": "ь й", "ам": "ы", "ах": "ы", "ии": "ия", "ию": "ия",
    "а": "-", "я": "ь й", "у": "а -", "ю": "я ь й", "ы": "а", "и": "я ь а", "е": "- а о", "і": "- ь а я о",
}  # fmt: skip
# A capitalised word right before is a given name ("Алексея Орлова"), unless a preposition that opens a sentence.
_GIVEN = re.compile(
    r"\b(?!(?:Под|Над|Между|Около|Возле|Через|Вокруг|После|Перед|Против|Кроме|Для|При|Від|Під|Між|Біля|Через|Після)\s)"
    r"[А-ЯЁІЇЄҐ][а-яёіїєґ]{2,} $"
)
_SURNAME_AFTER = re.compile(r" [А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:ов|ев|ёв|ин|ын|ий|ой|ова|ева|ина|ская|енко|ук|юк|ич)\b")
# In Ukrainian the last vowel of a stem changes where its syllable closes: "Києва" is of "Київ".
_CLOSED = re.compile(r"([оеє])([бвгґджзйклмнпрстфхцчшщ])$")
_CLOSED_VOWELS = {"о": "і", "е": "і", "є": "ї"}
# Turkish parts the case from a name by an apostrophe: "Ankara'dan".
_TURKISH = re.compile(r"\b([A-ZÇĞİÖŞÜ][\wçğıöşü]{2,24})['’][a-zçğıöşü]{1,6}\b")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SURE_TAGS = frozenset("ZCR432")
_MIN_CHARS = 4
# So many words without one of the commonest, in letters that English lacks, are not English.
_FEW_WORDS = 12
_SAMPLE_CHARS = 1500


def is_english(text: str) -> bool:
    """Whether a text reads as English; a short one does unless it has the small words of another language."""
    sample = text[:_SAMPLE_CHARS]
    if not sample.isascii() and len(_OTHER_SCRIPT.findall(sample)) > len(_LATIN.findall(sample)):
        return False
    words = sample.lower().split()
    english, foreign = sum(word in _ENGLISH for word in words), sum(word in _FOREIGN for word in words)
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
        if long_enough and (name.tag[0] in _SURE_TAGS or (other_script and len(name.text) > 2)):
            yield Draft(name.start, name.end, name.text, 0.6 if name.tag[0] in "ZCR" else 0.5, why="known name")


class Inflected:
    """Finds names with an ending: Cyrillic ones in other cases ("в Самаре", "из Самары") and "Ankara'dan"."""

    def __init__(self, names: NameTagger) -> None:
        self._names = names
        self._found: dict[str, str | None] = {}

    def find(self, text: str) -> Iterator[Draft]:
        """Names whose nominative is a large place; known spellings are left to the look-up."""
        for match in _TURKISH.finditer(text):
            if self._names.is_large(match[1]):
                yield Draft(match.start(), match.end(1), match[1], 0.65, why="a known name with a case")
        for match in _CYRILLIC.finditer(text):
            whole, start = match.group(), match.start()
            if _GIVEN.search(text, max(0, start - 24), start):
                continue
            for word, offset in (
                (whole, 0),
                *((w.group(), w.start()) for w in re.finditer(r"\S+", whole) if " " in whole),
            ):
                if word not in self._found:
                    self._found[word] = self._nominative(word)
                if name := self._found[word]:
                    yield Draft(
                        start + offset, start + offset + len(word), word, 0.65, name=name, why=f"a case of {name}"
                    )
                    break

    def _nominative(self, word: str) -> str | None:
        if self._names.tag(NameSpan(0, len(word), word)):
            return None
        return next((name for name in _nominatives(word) if self._names.is_large(name)), None)


def _nominatives(word: str) -> Iterator[str]:
    """What the nominative of a Cyrillic name may be: "Северной Кореи" of "Северная Корея"."""
    head, gap, tail = word.partition(" ")
    if gap:
        for end, plain in _ADJECTIVES.items():
            if head.endswith(end):
                yield from (f"{head[: -len(end)]}{plain} {noun}" for noun in (tail, *_nominatives(tail)))
        return
    head, hyphen, tail = word.partition("-")
    for end, plains in _CASES.items():
        if head.endswith(end) and len(head) - len(end) > 2:
            stem = head[: -len(end)]
            yield from (stem + plain.strip("-") + hyphen + tail for plain in plains.split())
            if closed := _CLOSED.sub(lambda last: _CLOSED_VOWELS[last[1]] + last[2], stem):
                yield from (closed + plain + hyphen + tail for plain in ("", "ь") if closed != stem)
