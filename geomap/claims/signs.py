"""What stands behind a sign of a sentence: a place with its qualifier, an amount, a point of the compass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from geomap.coordinates import KIND
from geomap.geodesy import COMPASS_POINTS
from geomap.records import BORDERED, LANDSCAPES, WATERS, MentionKind, PlacedMention, Quantity

# Kinds of places whose point says little, and those among them that have a border on land.
AREAS = BORDERED | WATERS | LANDSCAPES | {"mountain", "border"}
REGIONS = BORDERED

# Characters that nobody sees and that part no words: soft hyphens, blanks of no width, marks of the writing direction.
UNSEEN = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"

# What a line of signs writes otherwise: quotes, hyphens, every sort of blank; nothing for what nobody sees.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ", "'"),
        **dict.fromkeys('“”"«»', " "),
        **dict.fromkeys("‐‑", "-"),
        **{char: " " for char in map(chr, range(0x3001)) if char.isspace()},
        **dict.fromkeys(UNSEEN),
    }
)

# "on March 21", "since May"
_MONTH = re.compile(
    r"(?<![\w'’])(?:March|May)(?=\.?\s\d{1,4}\b|,\s(?:19|20)\d\d\b)|(?<=[a-z\d]\s)(?:March|May)(?![\w'’])"
)
_LETTER = {"north": "N", "south": "S", "east": "E", "west": "W"}
_QUALIFIER_GAP = re.compile(r",\s?|\s?\(|\s[-–]\s")
# "the Black Sea port of X", "the Gaza town of X": what stands between the two names.
_TOWN_OF = re.compile(
    r"\s(?:[a-z-]{1,16}\s){0,2}(?:port|city|town|village|resort|island|hamlet|suburb|hub|enclave|settlement|township"
    r"|neighbou?rhood|municipality|community|outpost|stronghold)\s(?:city\s)?(?:of\s)?(?:the\s)?"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands behind one sign: its span in the text and its value."""

    sort: str
    start: int
    end: int
    place: PlacedMention | None = None
    quantity: Quantity | None = None
    compass: str = ""


def place_signs(mentions: Sequence[PlacedMention]) -> list[Sign]:
    """A sign for each name; names inside longer names say nothing about where a thing is."""
    out: list[Sign] = []
    for placed in mentions:
        if placed.mention.kind is MentionKind.EMBEDDED or (out and placed.start < out[-1].end):
            continue
        sort = "demonym" if placed.mention.kind is MentionKind.DEMONYM else "place"
        out.append(Sign(sort, placed.start, placed.end, place=placed))
    return out


def merge_qualifiers(text: str, signs: Sequence[Sign]) -> list[Sign]:
    """Joins "Alvin, Texas" and "Perth, Scotland" into one sign that means the first of the two.

    So are a name and the coordinates in brackets after it, which place a name that has no place yet. A name that only
    says which town is meant, as the sea of "the Black Sea port of X", is none of its own.
    """
    out: list[Sign] = []
    for sign in signs:
        last = out[-1] if out else None
        if last and last.sort == sign.sort == "place" and sign.start - last.end <= 3:
            gap = text[last.end : sign.start]
            if gap in {" ", ", "} and text[sign.start] in "([" and is_stated_point(sign) and not is_stated_point(last):
                out[-1] = Sign("place", last.start, sign.end, place=_at_point(last.place, sign.place))
                continue
            owns = text[sign.end : sign.end + 2] in {"'s", "’s"}
            if _QUALIFIER_GAP.fullmatch(gap) and not owns and _qualifies(last, sign):
                end = sign.end + (1 if "(" in gap and text[sign.end : sign.end + 1] == ")" else 0)
                out[-1] = Sign("place", last.start, end, place=_in_area(last.place, sign.place))
                continue
        out.append(sign)
    return _without_areas(text, out)


def is_stated_point(sign: Sign) -> bool:
    """Whether a sign is a latitude and longitude that the text gives."""
    return sign.place is not None and sign.place.mention.kind_hint == KIND


def _at_point(head: PlacedMention | None, point: PlacedMention | None) -> PlacedMention | None:
    """A name with the coordinates after it: they say where it is, unless its place is known."""
    if head is None or head.place is not None or point is None or point.place is None:
        return head
    place = replace(point.place, name=head.mention.text)
    return replace(head, place=place, score=point.score, why=point.why)


def _qualifies(head: Sign, area: Sign) -> bool:
    """Whether the second place says in which area the first one lies."""
    if head.place is None or area.place is None or area.place.place is None:
        return False
    outer, inner = area.place.place, head.place.place
    if outer.kind not in {"country", "region", "county", "historic"}:
        return False
    if inner is None:
        return True
    if inner.kind == outer.kind or inner.kind == "country":
        return False
    return outer.country is None or inner.country is None or inner.country == outer.country


def _in_area(head: PlacedMention | None, area: PlacedMention | None) -> PlacedMention | None:
    """The place of this name in the region that the text puts after it: "Springfield, Illinois" lies in Illinois."""
    outer = area.place if area else None
    if head is None or head.place is None or outer is None or outer.kind != "region" or outer.admin1_code is None:
        return head
    if head.place.admin1_code in {None, outer.admin1_code}:
        return head
    for candidate in head.candidates:
        if candidate.place.admin1_code == outer.admin1_code:
            return replace(head, place=candidate.place, why=f"the text puts it in {outer.name}")
    return head


def read_compass(written: str) -> str | None:
    """The point of the compass of a wording ("south-south-west", "NNE", "N/NE"), None for what is none."""
    if len(written) == 4 and written.isupper():
        written = written.replace("/", "").replace("-", "")
    if written.upper() == written and len(written) <= 3 and written in COMPASS_POINTS:
        return written
    words = re.findall(r"north|south|east|west", written.lower())
    point = "".join(_LETTER[word] for word in words)
    if not words or (len(written) <= 3 and written.isalpha()):
        return None
    return point if point in COMPASS_POINTS else None


def in_small(words: str) -> str:
    """Words in small letters, as many; the months March and May keep their capital."""
    small = words.lower()
    if len(small) != len(words):  # "İ" is two letters when small
        small = "".join(char.lower()[:1] for char in words)
    for month in _MONTH.finditer(words):
        small = small[: month.start()] + "M" + small[month.start() + 1 :]
    return small


def _without_areas(text: str, places: list[Sign]) -> list[Sign]:
    """The places without those that only say which town is meant: the sea of "the Black Sea port of X"."""
    return [
        place
        for place, after in zip_longest(places, places[1:])
        if after is None or not _TOWN_OF.fullmatch(text, place.end, after.start)
    ]
