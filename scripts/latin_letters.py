"""Spells Cyrillic names of places in Latin letters, as maps and English texts do.

Ukrainian: Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010. Russian: BGN/PCGN 1947 without its
apostrophes and dots. Belarusian: the national system of 2000/2007 as BGN/PCGN 1979 spells it without diacritics.
"""

from __future__ import annotations

import re

_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_UKRAINIAN = _RUSSIAN | {
    "г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ю": "iu", "я": "ia", "'": "",
    "’": "", "ʼ": "",
}  # fmt: skip
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_BELARUSIAN = _RUSSIAN | {"г": "h", "і": "i", "ў": "u", "'": "", "’": ""}
_AFTER_VOWEL = {"е": "ye"}
_VOWELS = "аеёиоуыэюяъь"


def in_latin_letters(name: str, country: str) -> str:
    """The name in Latin letters; empty where it has letters that the country's system lacks."""
    words = re.split(r"([ \-–])", name)
    spelt = [_word(word, country) if word.strip(" -–") else word for word in words]
    return "" if None in spelt else "".join(word or "" for word in spelt)


def _word(word: str, country: str) -> str | None:
    lower = word.lower()
    table = _UKRAINIAN if country == "UA" else _BELARUSIAN if country == "BY" and "і" in lower else _RUSSIAN
    out, before = [], ""
    for letter in lower:
        if letter not in table:
            return None
        spelt = table[letter]
        if country == "UA" and not before:
            spelt = _UKRAINIAN_FIRST.get(letter, spelt)
        elif country == "UA" and before + letter == "зг":
            spelt = "gh"
        elif country != "UA" and letter in _AFTER_VOWEL and (not before or before in _VOWELS):
            spelt = _AFTER_VOWEL[letter]
        out.append(spelt)
        before = letter
    joined = "".join(out)
    return joined[:1].upper() + joined[1:] if word[:1].isupper() else joined
