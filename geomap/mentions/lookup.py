"""Names by look-up alone, for texts in languages that the tagger was not trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.mentions.draft import Draft
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name

_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|he|at|by|from|are)\b", re.I)
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"\w+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")
_SURE_TAGS = frozenset("ZCR432")
_MIN_CHARS = 4


def is_english(text: str) -> bool:
    """Whether a text reads as English; short ones get the benefit of the doubt."""
    sample = text[:6000]
    words = len(_WORD.findall(sample))
    if len(_OTHER_SCRIPT.findall(sample)) > len(_LATIN.findall(sample)):
        return False
    return words < 40 or len(_ENGLISH.findall(sample)) > 0.08 * words


def find_by_lookup(names: list[Name], text: str) -> Iterator[Draft]:
    """Known names that are neither ordinary words nor tiny places, at word starts."""
    for name in names:
        if name.tag in (DEMONYM, ABBREVIATION) or name.tag.endswith("?"):
            continue
        other_script = bool(_OTHER_SCRIPT.search(name.text))
        long_enough = len(name.text) >= (2 if other_script else _MIN_CHARS)
        if long_enough and (name.tag[0] in _SURE_TAGS or (other_script and len(name.text) > 2)):
            yield Draft(name.start, name.end, name.text, 0.6 if name.tag[0] in "ZCR" else 0.5, why="known name")
