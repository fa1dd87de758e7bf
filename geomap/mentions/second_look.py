"""A second look at known names that the tagger passed over, cut short or took for part of a longer name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from geomap.mentions.cover import Cover
from geomap.mentions.described import is_described
from geomap.mentions.features import is_plain
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name
from geomap.mentions.spans import follows_compass, follows_preposition, has_feature, is_measured, is_measured_from
from geomap.mentions.tagger import Span

_IN = re.compile(r" in (?:the )?(?:(?:north|south|east|west|central)[a-z-]* )?")
_SEVERAL = re.compile(r"[\w.][ -]\w")
_COUNTY = re.compile(r" (?:County|Parish)$")


_FLOWS = re.compile(r" (?:flows|flowed|overflow(?:s|ed)|burst its banks|rises|rose|empties|froze|is frozen)\b")


def is_told_to_be_place(text: str, start: int, end: int) -> bool:
    """Whether the words around a name make it a place in any case: "north of X", "X is a town", "the X flows"."""
    flows = text[max(0, start - 4) : start].lower() == "the " and _FLOWS.match(text, end) is not None
    return flows or follows_compass(text, start) or is_described(text, end)


def names_within(known: Sequence[Name], span: Span) -> Iterator[Name]:
    """Names of places, not their adjectives, inside a span."""
    return (n for n in known if span.start <= n.start and n.end <= span.end and n.tag != DEMONYM and n.text != "The"
            and (n.start, n.end) != (span.start, span.end) and not n.tag.endswith("?"))  # fmt: skip


def is_whole(name: Name) -> bool:
    """Whether a name of several words is that of an area or a feature, and so cannot mean much else."""
    return name.tag in ("C", "Z", "L", "X", "W", "R") and bool(_SEVERAL.search(name.text))


# "the Keningau Highway, 48 km south of": a name that ends a longer one is none of its own.
_TAIL = re.compile(r"(?:(?<=[a-z,] )|(?<=-))[A-Z][\w'’-]{1,20} $")


class Widener:
    """Makes spans as wide as the known names that they are a part of: "Russian Far East" for "Russian" or "East".

    In a line of capitals it makes them as narrow as the known name at their end: "FLOODS CLOSE GALWAY".
    """

    def __init__(self, known: Sequence[Name]) -> None:
        wholes = [name for name in known if is_whole(name)]
        self._by_end = {name.end: name for name in known if not name.tag.endswith("?")}
        self._wholes = sorted(wholes, key=lambda name: (name.start, name.end))
        self._cover = Cover((name.start, name.end) for name in wholes)
        self._starts = {name.start: name for name in wholes}

    def widened(self, text: str, span: Span) -> Span:
        """The span, or that of the name that begins with it or holds it, or that a plain word in capitals precedes."""
        last = self._by_end.get(span.end)
        if last is not None and span.start < last.start and text[span.start : span.end].isupper():
            words = text[span.start : last.start].split()
            return replace(span, start=last.start) if all(map(is_plain, words)) else span
        first = self._by_end.get(span.start - 1) if text[span.start - 1 : span.start] in ("-", "–") else None
        if first is not None and first.tag[0] in "CR432":
            span = replace(span, start=first.start)  # "the Baku-Tbilisi-Ceyhan Pipeline"
        holder = self._cover.holder(span.start, span.end)
        name = self._starts.get(span.start) if holder is None else self._wholes[holder]
        return replace(span, start=name.start, end=max(span.end, name.end)) if name is not None else span


def is_feature(name: Name) -> bool:
    """Whether a name is that of a water, a mountain and the like, in several words."""
    return name.tag in ("X", "W", "L", "Z") and " " in name.text


def why_within(text: str, name: Name, areas: Set[int], ends: Set[int]) -> str:
    """Why a known town that the tagger passed over is a place beside an area: "Nyeri in Kenya", "Kenya's Mombasa".

    `areas` are the offsets at which known lands, regions and islands begin, `ends` those at which they end.
    """
    if name.tag[0] not in "234" or name.tag.endswith("?"):
        return ""
    lead = _IN.match(text, name.end)
    if lead is not None and lead.end() in areas:
        return "a known name with the area that it lies in"
    owned = text[name.start - 3 : name.start] in ("'s ", "’s ") and name.start - 3 in ends
    alone = not text[name.end + 1 : name.end + 2].isupper() and text[name.end : name.end + 1] not in ("-", "–")
    return "a known name that an area owns" if owned and alone and name.tag[0] in "34" else ""


def why_alone(text: str, name: Name, alone: set[str]) -> str:
    """Why a known name that the tagger passed over is a place all the same; "" where it is none."""
    if name.tag[0] != ABBREVIATION[0] and follows_compass(text, name.start):
        return "a known name behind a direction"
    if is_described(text, name.end) and not _TAIL.search(text, max(0, name.start - 24), name.start):
        return "a known name that the text calls a place"
    if name.tag.endswith("?"):
        return ""
    if name.text in alone:
        return "a place elsewhere in the document"
    if name.tag == "Y" and _COUNTY.search(name.text):
        return "a county by its whole name"
    if name.tag == ABBREVIATION:
        return "a short form behind a comma" if text[name.start - 2 : name.start] == ", " else ""
    if is_measured(text, name.end) and not _TAIL.search(text, max(0, name.start - 24), name.start):
        return "a known name with its distance from another"
    if is_measured_from(text, name.start):
        return "a known name from which a distance is measured"
    if has_feature(text, name.start, name.end):
        return "a known name with a feature noun"
    if name.tag[0] in "CRZ34" and len(name.text) > 3 and follows_preposition(text, name.start, name.end):
        return "a large place behind a preposition"
    if is_feature(name):
        return "a known name of several words"
    return ""
