"""What range a stated figure leaves open: rounding and hedges."""

from __future__ import annotations

import math
import re

from geomap.quantities.numbers import Number, last_word
from geomap.records import Tolerance

GBIF = (
    "GBIF, Georeferencing Best Practices (Chapman & Wieczorek), doi:10.15468/doc-gg7h-s853, table of offset precision"
)
OWN = "chosen by us"

ROUNDING = Tolerance(
    name="rounding of a stated figure",
    value=0.5,
    unit="of the step it is rounded to: 1 below 100, 10 below 1,000, 100 below 10,000",
    reason="a figure is as exact as its last place that counts",
    source=GBIF,
)
ROUNDING_FLOOR = Tolerance(
    name="least rounding",
    value=0.025,
    unit="share of the value",
    reason="no stated figure is meant more exactly than this",
    source=OWN,
)
ABOUT = Tolerance(
    name="about, around, some, roughly",
    value=0.10,
    unit="share of the value, either way",
    reason="half of the width that readers give to 'about' for figures of tens to hundreds",
    source="Ferson et al. 2015, International Journal of Approximate Reasoning, Mechanical Turk study of hedges",
)
NEARLY = Tolerance(
    name="nearly, almost, just under",
    value=0.15,
    unit="share of the value, downwards",
    reason="the true value lies below the stated one, not far",
    source=OWN,
)
JUST_OVER = Tolerance(
    name="just over, a little more than",
    value=0.15,
    unit="share of the value, upwards",
    reason="the true value lies above the stated one, not far",
    source=OWN,
)
MORE_THAN = Tolerance(
    name="more than, over",
    value=0.5,
    unit="share of the value, upwards",
    reason="a writer who means half as much again names the next round figure",
    source=OWN,
)
LESS_THAN = Tolerance(
    name="less than, under",
    value=0.5,
    unit="share of the value, downwards",
    reason="a writer who means half of it names a smaller round figure",
    source=OWN,
)
TOLERANCES = (ROUNDING, ROUNDING_FLOOR, ABOUT, NEARLY, JUST_OVER, MORE_THAN, LESS_THAN)

HEDGES = {
    "about": """about around approximately approx approx. roughly some circa ca. ca c. ~ ≈ estimated close-to
        in-the-region-of in-the-order-of on-the-order-of in-the-vicinity-of
        an-estimated something-like more-or-less perhaps maybe or-so
        give-or-take approximatively roughtly""",
    "nearly": "nearly almost just-under a-little-under a-little-less-than slightly-less-than just-short-of not-quite "
    "slightly-under a-bit-less-than close-on approaching shy-of just-shy-of",
    "just over": "just-over a-little-over a-little-more-than slightly-more-than slightly-over a-bit-more-than "
    "a-bit-over little-more-than just-more-than a-shade-over only-slightly-more-than",
    "more than": "more-than over upwards-of in-excess-of above greater-than well-over exceeding longer-than "
    "further-than farther-than way-over far-more-than much-more-than",
    "at least": "at-least a-minimum-of minimum no-less-than not-less-than or-more no-fewer-than at-the-least",
    "less than": "less-than under fewer-than below well-under lower-than shorter-than barely scarcely hardly",
    "up to": "up-to at-most no-more-than not-more-than a-maximum-of maximum as-much-as as-far-as "
    "as-long-as or-less not-exceeding as-many-as",
    "within": "within inside-of in-under",
    "just": "just only a-mere mere merely barely-more-than a-scant a-short just-a",
    "exactly": "exactly precisely",
}
_KIND = {phrase.replace("-", " "): kind for kind, phrases in HEDGES.items() for phrase in phrases.split()}
_PHRASES = "|".join(re.escape(p).replace(r"\ ", r"\s{1,2}") for p in sorted(_KIND, key=len, reverse=True))
_LAST_WORDS = frozenset(re.split(r"[\s.]+", phrase.rstrip("."))[-1] for phrase in _KIND)
BEFORE = re.compile(rf"(?<![\w-])(?:{_PHRASES})[\s]{{0,2}}\Z", re.IGNORECASE)
AFTER = re.compile(r"\s{0,2},?\s?\b(or so|or more|or less|at least|at most|or thereabouts)\b", re.IGNORECASE)


def hedge_before(text: str, start: int) -> tuple[str, int]:
    """The hedge that stands before `start` and where it begins; two may stand together ("just about")."""
    kind, begin = "", start
    for _ in range(3):
        if (
            last_word(text, len(text[max(0, begin - 4) : begin].rstrip(" .\n\t")) + max(0, begin - 4))
            not in _LAST_WORDS
        ):
            break
        match = BEFORE.search(text, max(0, begin - 28), begin)
        if match is None:
            break
        found = hedge_kind(match[0])
        kind = found if not kind or kind == "just" or found in {"within", "up to", "at least", "more than"} else kind
        begin = match.start()
    return kind, begin


def hedge_kind(phrase: str) -> str:
    """The kind of a hedge by its wording."""
    known = " ".join(phrase.lower().split())
    return {"or thereabouts": "about"}.get(known) or _KIND.get(known, "")


def interval(number: Number, hedge: str) -> tuple[float, float]:
    """What a figure means, in its own unit: lowest and highest value; `math.inf` for "at least"."""
    low, high = number.low, number.high
    if number.grain:
        half = max(_half_step(number), ROUNDING_FLOOR.value * number.value)
        low, high = number.value - half, number.value + half
    low, high = _hedged(number.low if number.is_range else number.value, low, high, hedge)
    return max(0.0, low), high


def _half_step(number: Number) -> float:
    if number.grain != 1.0 or number.value < 100:
        return ROUNDING.value * min(number.grain, 1.0)
    step = 10.0 ** (math.floor(math.log10(number.value)) - 1)
    while step > 1 and number.value % step:
        step /= 10
    return ROUNDING.value * step


def _hedged(value: float, low: float, high: float, hedge: str) -> tuple[float, float]:
    if hedge == "about":
        return min(low, value * (1 - ABOUT.value)), max(high, value * (1 + ABOUT.value))
    if hedge == "nearly":
        return value * (1 - NEARLY.value), high
    if hedge == "just over":
        return low, max(high, value * (1 + JUST_OVER.value))
    if hedge == "more than":
        return low, max(high, value * (1 + MORE_THAN.value))
    if hedge == "at least":
        return low, math.inf
    if hedge == "less than":
        return min(low, value * (1 - LESS_THAN.value)), high
    if hedge in {"up to", "within"}:
        return 0.0, high
    return low, high
