"""What the wording around a mention says about where it lies, read from the text without knowing any place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.records import Mention

# Longer stretches are not read: "X, a small town that …, in Y" is a sentence of its own.
REACH = 90
UPPER = r"[^\W\d_a-zß-öø-ÿа-яё]"
WORD = rf"{UPPER}[\w'’-]{{0,30}}\.?(?:[A-Z]\.){{0,3}}"
NAME = rf"(?P<name>{WORD}(?:\s(?:of\s|and\s)?{WORD}){{0,3}})"
SIDE = r"(?:(?:the\s)?(?:far\s)?(?:north|south|east|west|central|mid|up)[a-z]{0,8}(?:[-\s][a-z]{4,8}ern)?\s)?"
SORT = (
    r"(?:city|town|village|capital|port|port city|seaport|suburb|district|region|province|state|county|island|area|"
    r"municipality|hamlet|community|settlement|resort|township|prefecture|governorate|republic|territory)"
)
_AFTER = re.compile(
    rf"(?:,\s{{1,2}}|\s?\(|,?\s(?:in|of)\s{SIDE}(?:the\s)?(?:{SORT}\sof\s)?|,\s(?:in|the|a|an)\s(?:[a-z-]{{2,15}}\s){{0,3}}"
    rf"(?:in|of|on)\s{SIDE}(?:the\s)?){NAME}"
)
_BEFORE = re.compile(rf"{NAME}(?:['’]s?)?,?\s(?:[a-z-]{{3,14}}\s){{0,2}}(?:{SORT}\s)?(?:of\s)?(?:the\s)?$")
_HINT_BEFORE = re.compile(rf"\b(?P<sort>{SORT})\sof\s(?:the\s)?$", re.I)
_HINT_AFTER = re.compile(
    r"[\s-](?P<sort>river|county|parish|province|region|oblast|krai|state|island|islands|airport|station|peninsula|bay|"
    r"lake|mountains?|district|sea|gulf|strait|valley|cosmodrome|spaceport)\b",
    re.I,
)
_OFFSET = re.compile(
    r"[^.;!?\n]{0,60}?(?P<number>\d[\d,.]{0,8})[\s-]?(?P<unit>miles?|mi|kms?|kilomet(?:er|re)s?|nautical miles?)\b"
    r"(?:\s\([^)]{1,25}\))?,?\s?(?:(?:to\sthe\s|due\s)?(?P<point>(?:north|south)?-?(?:east|west)?(?:north|south)?))?"
    r"\s?(?:away\s)?(?:of|from|outside(?:\sof)?)\s(?:the\s)?(?:[a-z-]{3,12}\s(?:of\s)?){0,2}$",
    re.I,
)
_UNIT_KM = {"m": 1.609344, "k": 1.0, "n": 1.852}
_AZIMUTHS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
SORT_KINDS = {
    "river": "river", "county": "county", "parish": "county", "province": "region", "region": "region",
    "oblast": "region", "krai": "region", "state": "region", "territory": "region", "prefecture": "region",
    "governorate": "region", "island": "island", "islands": "island", "airport": "airport", "station": "station",
    "peninsula": "peninsula", "bay": "bay", "lake": "lake", "mountain": "mountain", "mountains": "range",
    "sea": "sea", "gulf": "gulf", "strait": "strait", "valley": "valley", "cosmodrome": "spaceport",
    "spaceport": "spaceport", "city": "city", "town": "city", "village": "city", "hamlet": "city", "suburb": "city",
    "port": "city", "port city": "city", "seaport": "city", "settlement": "city", "municipality": "city",
    "township": "city", "capital": "city", "resort": "city", "republic": "country", "district": "county",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A name that says where another one lies ("Ohio" in "Columbus, Ohio").

    `tight` is the form with a comma or bracket alone, in which a mismatch speaks against a place.
    """

    text: str
    start: int
    tight: bool


@dataclass(frozen=True, slots=True)
class Offset:
    """A stated distance between two mentions (by their place in the list), with its azimuth where one is stated."""

    figure: int
    ground: int
    length_km: float
    azimuth_deg: float | None


def following_names(text: str, end: int) -> list[Qualifier]:
    """What follows a name and may hold it, nearest first; the first shape that fits goes on along the chain.

    "Columbus, Ohio", "Columbus (Ohio)", "Zaria, in northern Nigeria", "the town of Gori in Georgia",
    "Hodgenville, LaRue County, Kentucky", "Ampato, a volcano in southern Peru".
    """
    out: list[Qualifier] = []
    while len(out) < 3 and (match := _AFTER.match(text, end, min(len(text), end + REACH))) is not None:
        lead = text[end : match.start("name")].strip()
        out.append(Qualifier(match["name"], match.start("name"), lead in {",", "("}))
        end = match.end("name")
    return out


def preceding_name(text: str, start: int) -> Qualifier | None:
    """What stands before a name and may hold it: "Ohio's Columbus", "the Iraqi city of Mosul", "Texas town Paris"."""
    low = max(0, start - REACH)
    match = _BEFORE.search(text[low:start])
    return Qualifier(match["name"], low + match.start("name"), False) if match else None


def kind_hint(text: str, mention: Mention) -> str | None:
    """The kind that the wording asks for: "the port of X", "X County", "the X River"."""
    if mention.kind_hint is not None:
        return mention.kind_hint
    before = _HINT_BEFORE.search(text, max(0, mention.start - 30), mention.start)
    if before is not None:
        return SORT_KINDS.get(before["sort"].lower())
    after = _HINT_AFTER.match(text, mention.end, mention.end + 16)
    if after is None:
        after = _HINT_AFTER.search(mention.text)
    return SORT_KINDS.get(after["sort"].lower()) if after is not None else None


def hinted_word(text: str, end: int) -> str:
    """The word right after a name that says what sort of place it is: "River" in "the Miami River"."""
    match = _HINT_AFTER.match(text, end, end + 16)
    return match["sort"] if match is not None else ""


def find_offsets(text: str, mentions: Sequence[Mention]) -> list[Offset]:
    """Stated distances between neighbouring mentions: "Spassk, about 100 miles north of Vladivostok"."""
    out: list[Offset] = []
    for n in range(len(mentions) - 1):
        gap_start, gap_end = mentions[n].end, mentions[n + 1].start
        if not 8 <= gap_end - gap_start <= 120:
            continue
        match = _OFFSET.match(text, gap_start, gap_end)
        if match is None:
            continue
        number = match["number"].replace(",", "").rstrip(".")
        if number.count(".") > 1:
            continue
        length = float(number) * _UNIT_KM[match["unit"][0].lower()]
        azimuth = _AZIMUTHS.get((match["point"] or "").replace("-", "").lower())
        out.append(Offset(n, n + 1, length, azimuth))
    return out
