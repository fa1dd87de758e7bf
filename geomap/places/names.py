"""How names are compared: the words of a name, their normal form, and the key under which a name is indexed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A word is a run of anything but space and punctuation, so that vowel signs (Mn, Mc) stay in their words.
_PUNCTUATION = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b0-\u02ff\u055a-\u055f\u0589"
    r"\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u104a\u104b\u10fb\u17d4-\u17da"
    r"\u2000-\u200b\u200e-\u206f\u20a0-\u20bf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u303d\u30fb"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufffc\ufffd"
)
LETTER = f"[^{_PUNCTUATION}]"


def _letters_from(first: int) -> str:
    """The same letters from a code point on, as ranges for a class that has no complement."""
    marks = [(0x1680, 0x1680)]  # the one space that the ranges do not name
    for low, high in re.findall(r"\\u([0-9a-f]{4})(?:-\\u([0-9a-f]{4}))?", _PUNCTUATION):
        marks.append((int(low, 16), int(high or low, 16)))
    ranges = []
    for low, high in sorted(marks):
        if low > first:
            ranges.append(f"{chr(first)}-{chr(low - 1)}")
        first = max(first, high + 1)
    return "".join([*ranges, f"{chr(first)}-\U0010ffff"])


# What a name may begin with in a text: capitals, and the letters of scripts without case. Lower-case letters above
# U+0100 are in it too, since only few wide ranges are searched fast.
CAPITAL = f"[A-ZÀ-ÖØ-Þ{_letters_from(0x100)}]"
APOSTROPHES = "'’‘ʼʻʹʺ`´′＇"
# "U.S.", "D.C.", "U.A.E." are one word; otherwise letters, with apostrophes inside ("P'yongyang", "d'Ivoire").
WORD = rf"(?:[A-Za-zА-Яа-я]\.){{2,6}}(?:[A-Za-z](?!{LETTER}))?|{LETTER}+(?:[{APOSTROPHES}]{LETTER}+)*"
WORD_RE = re.compile(WORD)
# What may stand between two words of one name; a comma may not.
GAP = r"(?:[ \t\u00a0\u2009\u202f]{1,3}(?:\n[ \t]{0,3})?|\n[ \t]{0,3}|[-‐‑‒–־·・])"
DOT_GAP = r"\.(?:[ \t\u00a0]{1,2}\n?|\n|-)?"

MAX_WORD_CHARS = 100
MAX_WORDS = 9
_MAX_MARKS = 8

_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ħ": "h", "ŋ": "ng", "ə": "e"}
    | {"ŧ": "t", "ĸ": "k", "ґ": "г", "ё": "е"}
    # What Persian and Arabic keyboards have for one letter; some write a last yeh without its dots.
    | {"ى": "ي", "ی": "ي", "ک": "ك"}
    | dict.fromkeys([*APOSTROPHES, ".", "ー", "\u200c", "\u200d", "\u00ad", "\u0640"], "")
)
_LETTER_RE = re.compile("[" + re.escape("".join(map(chr, _LETTERS))) + "]")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# Marks of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowels; the vowel signs of India stay.
_MARKS_RE = re.compile(r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_MANY_MARKS_RE = re.compile(rf"([\u0300-\u036f]{{{_MAX_MARKS}}})[\u0300-\u036f]+")
# Scripts that put no spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han.
UNSPACED = (
    r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005\u3006\u3021-\u302f\u3031-\u303c\u3040-\u30fa\u30fc-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
UNSPACED_RE = re.compile(f"[{UNSPACED}]")
HANGUL_RE = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")


@lru_cache(maxsize=20_000)
def normalise_word(word: str) -> str:
    """The normal form of one word: compatibility forms, case, accents and apostrophes are gone."""
    if word.isascii():
        folded = word.lower()
        if not folded.isalnum():
            folded = folded.translate(_LETTERS)
        return _ABBREVIATED.get(folded, folded)
    if len(word) > _MAX_MARKS:
        word = _MANY_MARKS_RE.sub(r"\1", word[: MAX_WORD_CHARS * 2])
    plain = _MARKS_RE.sub("", unicodedata.normalize("NFKD", word)).casefold()
    if not plain.isascii():
        if _LETTER_RE.search(plain):
            plain = plain.translate(_LETTERS)
        plain = unicodedata.normalize("NFKC", plain)
    elif not plain.isalnum():
        plain = plain.translate(_LETTERS)
    return _ABBREVIATED.get(plain, plain)


def normalise(name: str) -> str:
    """The key of a name: its normalised words with one space between them, without a leading "the".

    "St. Petersburg", "Saint Petersburg" and "SAINT-PETERSBURG" have one key, and so have "The Hague" and "Hague".
    """
    if name.isascii() and name.isalpha():
        folded = name.lower()
        return _ABBREVIATED.get(folded, folded)
    if len(name) < MAX_WORD_CHARS and name.isascii() and name.replace(" ", "").isalnum():
        words = name.lower().split()
        if not _ABBREVIATED.keys().isdisjoint(words):
            words = [_ABBREVIATED.get(word, word) for word in words]
    else:
        words = [w for word in WORD_RE.findall(name[:400]) if (w := normalise_word(word))]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)
