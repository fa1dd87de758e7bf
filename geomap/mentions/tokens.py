"""Tokens of a text with their offsets, in segments that are about a sentence long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.mentions import lexicon

_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN = re.compile(
    rf"""
    (?:[A-Z]\.){{2,6}}                            # U.S., D.C., U.A.E.
  | \b[A-Z]\.(?=\s?\w)                          # J. Smith
  | ['’]s\b
  | \d+(?:[.,:]\d+)*\w*
  | {_WORD}(?:['’](?!s\b){_WORD})*               # O'Brien, P'yongyang
  | \S
    """,
    re.VERBOSE,
)
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"”’')]»")
MAX_SEGMENT = 120


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens of one sentence or line; `starts[i]:ends[i]` are the offsets of `words[i]` in the text."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def segments(text: str) -> Iterator[Segment]:
    """Segments of a text in order: lines, split after full stops, never longer than `MAX_SEGMENT` tokens."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    closing = False
    last_end = 0
    for match in _TOKEN.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if start < last_end:
            continue
        if word in lexicon.ABBREVIATIONS and text[end : end + 1] == ".":
            word, end = word + ".", end + 1
        if words:
            gap = start - last_end
            broken = gap and (gap > 1 or text[last_end] != " ") and "\n" in text[last_end:start]
            if broken or (closing and word not in _CLOSING) or len(words) >= MAX_SEGMENT:
                yield Segment(words, starts, ends)
                words, starts, ends = [], [], []
                closing = False
        words.append(word)
        starts.append(start)
        ends.append(end)
        last_end = end
        if word in _ENDS:
            closing = True
        elif word not in _CLOSING:
            closing = False
    if words:
        yield Segment(words, starts, ends)
