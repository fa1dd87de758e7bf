"""Sentences and paragraphs of a text, by offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.records import Sentence

# A stretch without any end is a table or a list; cut so that later stages meet bounded sentences.
MAX_SENTENCE = 4_000

# Never the last word of a sentence: a name or a figure follows.
_TITLES = frozenset(
    """mr mrs ms dr prof rev fr st ste mt ft gen col lt maj capt cmdr adm sgt cpl pvt gov sen rep pres hon insp supt
    vs cf approx ca i.e e.g viz jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# May be the last word, and is where a usual first word follows ("at 5 p.m. The train", "in Tulsa, Okla. He said").
_ABBREVIATIONS = frozenset(
    """jr sr etc dept dist est fig vol pp ed eds al inc corp co ltd bros ave blvd rd hwy rte sq mon tue tues wed thu
    thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont
    neb nebr nev okla ore penn pa tenn tex va vt wash wis wisc wyo ont que alta sask man ne nw se sw am pm nr""".split()
)
# Written with and without a period; a capitalised word after them begins a sentence, a single letter ("16 mi. W") none.
_UNITS = frozenset("km kms mi min hr hrs".split())
_NUMBERED = frozenset({"no", "nos", "sec", "art", "par"})
_STARTERS = frozenset(
    """the a an he she it they we i you this that these those there but and in on at by for from with as after
    before when while if its his her their our according however meanwhile officials police some many most no two
    three""".split()
)
# "at 10 p.m. Lyon is": a subject with its verb; "at 10 p.m. Friday", "at 10 p.m. Beijing time" go on.
_CLOCK = frozenset(("a.m", "p.m", "am", "pm"))
_SUBJECT_NEXT = re.compile(
    r"\s[^\W\d_a-z][\w'’-]{1,24}(?: [^\W\d_a-z][\w'’-]{1,24}){0,2}"
    r" (?:is|was|are|were|has|had|have|will|would|lies|said)\b"
)
_END = re.compile(r"(?:[.!?…]{1,8}|[。！？।؟۔])[\"'”’»)\]]{0,3}(?=\s|$)|[。！？।](?![。！？।])|\n")
_WORD_BEFORE = re.compile(r"[^\s\"“‘(\[]{1,24}\Z")
_NEXT = re.compile(r"[\s\"“‘'«(\[—–-]{0,12}(\w[\w'’]{0,24})?")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def find_sentences(text: str) -> Sequence[Sentence]:
    """Sentences in text order; abbreviations, initials, figures and quotes do not end one.

    A line break ends a sentence unless the text is wrapped at a fixed width; a blank line ends a paragraph.
    """
    width = _wrap_width(text)
    out: list[Sentence] = []
    paragraph = 0
    start = 0
    blank_ends = [match.end() for match in _BLANK_LINE.finditer(text)]
    at_blank = 0
    for end in _ends(text, width):
        while at_blank < len(blank_ends) and blank_ends[at_blank] <= start:
            at_blank += 1
            paragraph += 1
        for piece_start, piece_end in _pieces(text, start, end):
            lead = _leading_blanks(text, piece_start, piece_end)
            while at_blank < len(blank_ends) and blank_ends[at_blank] <= lead:
                at_blank += 1
                paragraph += 1
            out.append(Sentence(lead, piece_end, paragraph))
        start = end
    return out


def _ends(text: str, width: int) -> Iterator[int]:
    """Where sentences end, the end of the text last."""
    for match in _END.finditer(text):
        if match[0] == "\n":
            if not (width and _wrapped_at(text, match.start(), width)):
                yield match.start()
        elif _is_end(text, match):
            yield match.end()
    yield len(text)


def _is_end(text: str, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    word = following[1] if following else None
    if word is None:
        return True
    if word[0].islower():
        return False
    if match[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    token = before[0].lower() if before else ""
    if token in _NUMBERED:
        return not word[0].isdigit()
    if token in _TITLES:
        return False
    if token in _UNITS:
        return len(word) > 2
    if len(token) == 1 or token in _ABBREVIATIONS or ("." in token and token.replace(".", "").isalpha()):
        clock = token in _CLOCK and _SUBJECT_NEXT.match(text, match.end()) is not None
        return word.lower() in _STARTERS or clock
    return True


def _wrap_width(text: str) -> int:
    """The line width of a text that is wrapped by hand, else 0."""
    lines = [len(line) for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 4 or max(lines) > 110:
        return 0
    long = sum(length > 0.75 * max(lines) for length in lines)
    return max(lines) if max(lines) >= 50 and long >= 0.6 * len(lines) else 0


def _wrapped_at(text: str, newline: int, width: int) -> bool:
    """Whether a line only broke because the next word did not fit."""
    line_start = text.rfind("\n", max(0, newline - 200), newline) + 1
    nearest = re.compile(r"[^\s]{1,40}").match(text, newline + 1)
    return nearest is not None and newline - line_start + 1 + len(nearest[0]) > width - 4


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blank ends, cut at blanks where it is longer than any sentence."""
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        if text[start:cut].strip():
            yield start, cut
        start = cut
    stripped = text[start:end].rstrip()
    if stripped.strip():
        yield start, start + len(stripped)


def _leading_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
