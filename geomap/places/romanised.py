"""How newspapers spell Arabic names that lists write letter by letter: "Deir al-Balah" is "Dayr al Balaḩ" there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

from geomap.places.names import normalise
from geomap.records import Place

# Where GeoNames writes names by the BGN/PCGN system; the Maghreb's are French in the lists as well.
ARABIC_LANDS = frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
_ARTICLES = frozenset("al el ul as ash an ar ad adh at ath az es esh en er ed ez et".split())
_BEFORE_NAMES = frozenset(
    "abu abou ain ayn bani beit beni bir bourj burj dar deir ein jebel jabal jisr kafr kfar khan khirbet marj nahr "
    "qasr ras sheikh tal tall tel tell um umm wadi".split()
)
# What names of few other languages have; whether such a place is known in these lands has to tell the rest.
_SOUNDS = re.compile(r"kh|gh|dh|q(?!u)|(?:iyya|iya|iyah|iyyah|iyeh|ieh)$|ou|oo|ei|aa")
_WORDS = {
    "tel": "tall", "tal": "tall", "tell": "tall", "um": "umm", "jebel": "jabal", "djebel": "jabal", "gebel": "jabal",
    "ain": "ayn", "ein": "ayn", "khirbet": "khirbat", "kfar": "kafr", "beni": "bani", "bin": "ibn",
}  # fmt: skip
_LETTERS = (
    (re.compile(r"ch"), "sh"), (re.compile(r"dj"), "j"), (re.compile(r"ou|oo"), "u"), (re.compile(r"ee"), "i"),
    (re.compile(r"(?:iyya|iya|ia|iyeh|ieh|eya)$"), "iyah"), (re.compile(r"[ea][iy](?!y)"), "ay"),
    (re.compile(r"aa"), "a"), (re.compile(r"eh$"), "ah"), (re.compile(r"o"), "u"),
)  # fmt: skip
# An article takes the sound of these first letters: "ash Shaykh", "an Nusayrat".
_SUN_RE = re.compile(r"sh|dh|th|[tdrzsn]")
_MOST = 48


def find_romanised(name: str, find: Callable[[str], Iterable[Place]]) -> list[Place]:
    """The towns of Arabic lands that a name may be a newspaper's spelling of; none where it does not sound Arabic."""
    for spelling in romanised(name):
        if towns := [p for p in find(spelling) if p.country in ARABIC_LANDS and p.kind in ("city", "district")]:
            return towns
    return []


def romanised(name: str) -> Iterator[str]:
    """Spellings of the lists that a newspaper's spelling of an Arabic name may stand for, at most 48.

    "Kabkabiya" is "Kabkābīyah", "Beit Lahia" "Bayt Lāhyā", "Nuseirat" "An Nuşayrāt", "Jisr al-Shughour" "Jisr ash
    Shughūr". Nothing is given for a name without an Arabic article, a word like "Beit" or sounds of Arabic.
    """
    words = normalise(name).split()
    if not 0 < len(words) <= 5 or not all(map(str.isalpha, words)) or not _is_arabic(words):
        return
    kept = [n for n, word in enumerate(words) if n + 1 == len(words) or word not in _ARTICLES]
    stems = [_stems(words[n]) for n in kept]
    after = [n > 0 and words[n - 1] in _ARTICLES for n in kept]
    seen = {" ".join(words)}
    for chosen in islice(product(*stems), _MOST // 2):
        inner = [_with_article(word) if article else word for word, article in zip(chosen[1:], after[1:], strict=True)]
        first = [_with_article(chosen[0]), chosen[0]]
        for form in first if after[0] else reversed(first):
            if (spelling := " ".join((form, *inner))) not in seen:
                seen.add(spelling)
                yield spelling


def _is_arabic(words: list[str]) -> bool:
    if len(words) > 1 and (not _ARTICLES.isdisjoint(words[:-1]) or words[0] in _BEFORE_NAMES):
        return True
    return any(len(word) > 4 and _SOUNDS.search(word) for word in words)


def _stems(word: str) -> list[str]:
    """A word as lists may have it, likeliest first."""
    word = _WORDS.get(word, word)
    for pattern, letters in _LETTERS:
        word = pattern.sub(letters, word)
    forms = [word] if "e" not in word else [word.replace("e", "i"), word.replace("e", "a")]
    ends = [f"{form}h" for form in forms if form.endswith("a")]
    return [*forms, *ends]


def _with_article(word: str) -> str:
    sun = _SUN_RE.match(word)
    return f"a{sun[0] if sun else 'l'} {word}"
