"""Numbers in figures and words, read backwards from a unit: "1,200", "3½-4", "a couple of hundred", "twenty-odd"."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MAX_DIGITS = 12
MAX_TOKENS = 14

_SMALL = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "thirds": 1 / 3, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2}
_MORE = {"and a half": 0.5, "and half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75}
# Vague words: what they stand for and the range they leave open (chosen by us).
_VAGUE = {"couple": (2, 2, 3), "few": (3, 2, 6), "several": (4, 3, 9), "dozen": (12, 11, 13), "score": (20, 18, 22)}
_VAGUE_PLURAL = {"dozens": (36, 24, 99), "hundreds": (300, 200, 999), "thousands": (3000, 2000, 9999)}
_VAGUE_PLURAL |= {"scores": (60, 40, 99)}
_GLUE = {"and", "a", "an", "of", "to", "or", "odd", "some", "point", "plus", "the"}
NUMBER_WORDS = frozenset(
    {*_SMALL, *_TENS, *_SCALES, *_PARTS, *_VAGUE, *_VAGUE_PLURAL, *_GLUE, "k"}
    - {"the", "some", "of", "and", "to", "or"}
)
_TOKEN = re.compile(
    r"(?<![\d/.,])[1-9]/(?:[2-58]|1[06])(?![\d/])"
    r"|\d[\d.,'’٫٬]*(?:(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d))?(?:\s?[½⅓⅔¼¾⅛⅜⅝⅞]|[ +-]\d[/⁄]\d{1,2}(?!\d)"
    r"|⁄\d{1,2}(?!\d))?(?::\d{2})?"
    r"|[½⅓⅔¼¾⅛⅜⅝⅞]|[^\W\d_]+|[-–—−‑+/~]|\S"
)
_DASHES = frozenset("-–—‑")
_BETWEEN = re.compile(r"\b(?:between|anywhere\sfrom)\s(?:[a-z]+\s)?\Z", re.IGNORECASE)
_FRACTION = re.compile(r"(.*?)[\s+-]?([½⅓⅔¼¾⅛⅜⅝⅞]|(?<=[ +-])\d[/⁄]\d{1,2}|(?<!\d)\d[/⁄]\d{1,2})\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the range that its wording leaves open.

    `grain` is the step it is rounded to (0 for a vague word, whose range stands), `ambiguous` marks a separator that
    could be read both ways, `figures` that it was written with digits.
    """

    start: int
    value: float
    low: float
    high: float
    grain: float = 1.0
    is_range: bool = False
    ambiguous: bool = False
    figures: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    text: str


def read_number_before(text: str, end: int, floor: int = 0) -> Number | None:
    """The number that ends at `end` and begins after `floor`, None where there is none.

    Blanks and a hyphen may stand between the number and `end`.
    """
    stop = end
    while stop > 0 and end - stop < 3 and (text[stop - 1].isspace() or text[stop - 1] in _DASHES):
        stop -= 1
    if stop == 0 or not (_is_number_part(last_word(text, stop)) or text[stop - 1].isdecimal()):
        return None
    base = max(floor, stop - 72)
    window = text[base:stop]
    tokens = [_Token(base + m.start(), m[0]) for m in _TOKEN.finditer(window)]
    if base > 0 and tokens and text[base - 1].isalnum() and window[0].isalnum():
        tokens = tokens[1:]
    first = len(tokens)
    while first > 0 and len(tokens) - first < MAX_TOKENS and _is_number_part(tokens[first - 1].text):
        first -= 1
    for start in range(first, len(tokens)):
        at = tokens[start].start
        number = _parse(tokens[start:], between=_BETWEEN.search(text, max(0, at - 24), at) is not None)
        if number is not None:
            return _signed(text, number)
    return None


def last_word(text: str, end: int) -> str:
    """The word, or else the single character, that ends at `end`, lower case; words of over 16 letters are cut."""
    start = end
    while start > 0 and end - start < 16 and text[start - 1].isalpha():
        start -= 1
    return text[min(start, end - 1) : end].lower()


def _signed(text: str, number: Number) -> Number | None:
    """The number, None where a minus sign makes it negative: no amount on a map is."""
    before = text[max(0, number.start - 8) : number.start]
    if re.search(r"(?:minus\s|(?:^|[\s(])−)\s?\Z|(?:^|[\s(])-\Z", before):  # " - 60 km" follows a dash
        return None
    if re.search(r"[$€£¥#]\s?\Z|(?<=[A-Za-z])-?\Z|\d[.,/:]\Z", before) and not before.endswith((" ", "\n")):
        return None
    return number


def _is_number_part(token: str) -> bool:
    low = token.lower()
    return token[0].isdecimal() or token in "½⅓⅔¼¾⅛⅜⅝⅞" or token in _DASHES or low in NUMBER_WORDS or low in _GLUE


def _parse(tokens: list[_Token], *, between: bool) -> Number | None:
    """A number or a range that uses every token; "24 and 36" is a range after "between" only."""
    words = [t.text.lower() for t in tokens]
    around = {i + step for i, word in enumerate(words) if word in {"to", "or"} for step in (-1, 1)}  # "five-to-ten"
    words = [word for i, word in enumerate(words) if word not in _DASHES or i not in around]
    if not words or words[0] in {"and", "or", "of", "to", "odd", "plus", "point", "the"} or words[0] in _DASHES:
        return None
    start = tokens[0].start
    single = _single(tuple(words))
    if single is not None:
        value, low, high, grain, ambiguous = single
        return Number(start, value, low, high, grain, False, ambiguous, words[0][0].isdigit())
    for i in range(1, len(words) - 1):
        if words[i] in _DASHES or words[i] in {"to", "or", "and"}:
            left, right = _single(tuple(words[:i])), _single(tuple(words[i + 1 :]))
            if left and right and (words[i] != "and" or between):
                return _range(start, left, right, words)
    return None


_Single = tuple[float, float, float, float, bool]


def _range(start: int, left: _Single, right: _Single, words: list[str]) -> Number | None:
    """A range such as "30-45" or "two to three" (a shared scale, "two to three hundred", counts for both)."""
    low, high = left[0], right[0]
    if words[-1] in _SCALES and low < _SCALES[words[-1]] and words[-2] not in _DASHES:
        scaled = low * _SCALES[words[-1]]
        low = scaled if scaled < high else low
    if not low < high or low == 0:
        return None
    return Number(start, (low + high) / 2, low, high, 0.0, True, False, words[0][0].isdigit())


@lru_cache(maxsize=4096)
def _single(tokens: tuple[str, ...]) -> _Single | None:
    """Value, low, high, grain and whether the separator is ambiguous."""
    words = [w for w in tokens if w not in _DASHES or len(tokens) == 1]
    if not words:
        return None
    if words[-1] in {"odd", "plus"} and len(words) > 1:
        base = _single(tuple(words[:-1]))
        if base is None:
            return None
        high = base[0] * 1.2 if words[-1] == "odd" else base[0] * 1.5
        return base[0], base[0], high, 0.0, base[4]
    return _figures(words) or _vague(words) or _words(words)


def _figures(words: list[str]) -> _Single | None:
    """Figures, with a scale or a fraction after them: "4.5 thousand", "3 and a half"."""
    if not words[0][0].isdigit() and words[0] not in "½⅓⅔¼¾⅛⅜⅝⅞":
        return None
    read = read_figures(words[0])
    if read is None:
        return None
    value, grain, ambiguous = read
    rest = words[1:]
    if not rest or (value < 1 and rest in (["of", "a"], ["of", "an"])):
        return value, value, value, grain, ambiguous
    if len(rest) == 1 and rest[0] in {*_SCALES, "k"}:
        scale = _SCALES.get(rest[0], 1000)
        return value * scale, value * scale, value * scale, grain * scale, ambiguous
    if (part := _MORE.get(" ".join(rest))) is not None:
        return value + part, value + part, value + part, 0.5 if part == 0.5 else 0.25, False
    return None


def read_figures(token: str) -> tuple[float, float, bool] | None:
    """Value, grain and ambiguity of figures with any separators; None for what is no amount."""
    if match := _FRACTION.match(token):
        whole = read_figures(match[1].strip()) if match[1].strip() else (0.0, 1.0, False)
        if whole is None:
            return None
        top, _, bottom = match[2].replace("⁄", "/").partition("/")
        part = int(top) / int(bottom) if bottom and int(bottom) else unicodedata.numeric(match[2][0])
        return whole[0] + part, 1 / int(bottom) if bottom and int(bottom) else 0.25, False
    if ":" in token:
        hours, _, minutes = token.partition(":")
        return (int(hours) + int(minutes) / 60, 1 / 60, False) if hours.isdecimal() and int(minutes) < 60 else None
    plain = unicodedata.normalize("NFKC", token).replace("٫", ".").replace("٬", ",")
    plain = re.sub(r"[\s'’]", "", plain).rstrip(".,")
    digits = re.sub(r"[.,]", "", plain)
    if not digits.isdecimal() or len(digits) > MAX_DIGITS:
        return None
    return _separated(plain)


def _separated(plain: str) -> tuple[float, float, bool] | None:
    """Reads dots and commas as groups or as the decimal sign: the last of two kinds is the decimal sign."""
    ambiguous = False
    if "," in plain and "." in plain:
        decimal = max(plain.rfind(","), plain.rfind("."))
        whole, part = re.sub(r"[.,]", "", plain[:decimal]), plain[decimal + 1 :]
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}", plain):
        whole, part = re.sub(r"[.,]", "", plain), ""
    elif re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", plain):
        whole, part, ambiguous = plain.replace(".", ""), "", True
    elif re.fullmatch(r"\d+[.,]\d+", plain):
        whole, part = re.split(r"[.,]", plain)
    elif plain.isdecimal():
        whole, part = plain, ""
    else:
        return None
    value = float(int(whole)) + (int(part) / 10 ** len(part) if part else 0.0)
    if not math.isfinite(value):
        return None
    return value, 10.0 ** -len(part), ambiguous


def _vague(words: list[str]) -> _Single | None:
    """A vague number: "a couple of hundred", "a few", "several thousand", "dozens of", "half a dozen"."""
    rest = [w for w in words if w not in {"a", "of", "some"}]
    if rest == ["half", "dozen"]:
        return 6, 5, 7, 0.0, False
    if not rest or len(rest) > 2:
        return None
    scale = _SCALES.get(rest[1]) if len(rest) == 2 else 1
    span = _VAGUE.get(rest[0]) or _VAGUE_PLURAL.get(rest[0])
    if len(rest) == 2 and rest[1] == "dozen" and rest[0] in {**_SMALL, **_VAGUE}:
        count = float(_SMALL.get(rest[0], _VAGUE.get(rest[0], (2, 0, 0))[0]))
        return 12 * count, 12 * count - 6, 12 * count + 6, 0.0, False
    if span is None or scale is None:
        return None
    return float(span[0] * scale), float(span[1] * scale), float(span[2] * scale), 0.0, False


def _words(words: list[str]) -> _Single | None:
    """Number words and fractions: "sixty-one", "two and a half", "three quarters of a", "half a", "an"."""
    if words in (["a"], ["an"]):
        return 1.0, 1.0, 1.0, 1.0, False
    if (part := _part(words)) is not None:
        return part, part, part, 0.25, False
    for size in (3, 2):
        tail = words[-size:]
        if len(words) > size and tail[0] == "and" and (fraction := _part(tail[1:])) is not None:
            whole = _cardinal(words[:-size])
            return None if whole is None else (whole + fraction, whole + fraction, whole + fraction, 0.5, False)
    if "point" in words[1:-1]:
        at = words.index("point")
        whole, tenths = _cardinal(words[:at]), [_SMALL.get(w, 10) for w in words[at + 1 :]]
        if whole is None or max(tenths) > 9 or len(tenths) > 3:
            return None
        value = whole + int("".join(map(str, tenths))) / 10 ** len(tenths)
        return value, value, value, 10.0 ** -len(tenths), False
    whole = _cardinal(words)
    return None if whole is None else (whole, whole, whole, 1.0, False)


def _part(words: list[str]) -> float | None:
    """A fraction of one: "half", "half a", "a quarter of an", "three quarters of a"."""
    rest = [w for w in words if w not in {"a", "an", "of"}]
    if len(rest) == 1 and rest[0] in _PARTS:
        return _PARTS[rest[0]]
    if len(rest) == 2 and rest[1] in _PARTS and rest[0] in _SMALL and 1 <= _SMALL[rest[0]] <= 4:
        return _SMALL[rest[0]] * _PARTS[rest[1]]
    return None


def _cardinal(words: list[str]) -> float | None:
    """A whole number in words; None where the words do not make one."""
    total = current = 0
    last = ""
    for i, word in enumerate(words):
        if word in {"a", "an"} and i == 0 and len(words) > 1 and words[1] in _SCALES:
            current = 1
        elif word == "and" and last in _SCALES and i < len(words) - 1:
            pass
        elif word in _SMALL and (last in _SCALES or last in {"", "and"} or (last in _TENS and 0 < _SMALL[word] < 10)):
            current += _SMALL[word]
        elif word in _TENS and (last in _SCALES or last in {"", "and"}):
            current += _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in {"thousand", "million"} and current:
            total, current = total + current * _SCALES[word], 0
        else:
            return None
        last = word
    return float(total + current)
