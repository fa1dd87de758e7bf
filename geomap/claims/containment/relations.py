"""What the words around an area add: wider areas, borders, and which places can lie in which."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.claims.containment.patterns import COMPASS
from geomap.claims.masking import DEMONYM, PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.motion.event import participant_of
from geomap.claims.unlisted import is_unlisted
from geomap.records import WIDE_KINDS, MentionKind, Participant, Place, PlacedMention, Reading


def owner(masked: Masked, hit: re.Match[str]) -> tuple[Participant, ...]:
    """The wider area that an area belongs to: "in Siberia's Amur region"."""
    if not hit["owner"]:
        return ()
    owner = masked.mention(hit.start("owner"))
    return (participant_of(owner, "outer"),) if owner.place is not None else ()


def is_measured(text: str, position: int) -> bool:
    """Whether a place is the ground of a distance: "300 km north of Y"."""
    return (
        re.search(rf"{QUANTITY}[^{PLACE}]{{0,40}}\b(?:from|of|to)\s(?:the )?$", text[max(0, position - 60) : position])
        is not None
    )


def fits(outer: Place | None, inner: Place | None) -> bool:
    """Whether the codes of two places agree as far as both have them."""
    if outer is None or inner is None:
        return False
    return (outer.country, outer.admin1_code or inner.admin1_code) == (inner.country, inner.admin1_code)


_WIDER = re.compile(
    rf"(?: (?:state|province|region|county|district|department|prefecture|oblast))?(?:,| in| of) (?:the )?"
    rf"(?:{COMPASS} )?({PLACE})(?!['’]s)",
    re.IGNORECASE,
)


def wider_areas(masked: Masked, position: int) -> tuple[tuple[Participant, ...], int]:
    """The wider areas that follow an area: ", Russia", " of Siberia"."""
    out: list[Participant] = []
    place = masked.mention(position).place
    while hit := _WIDER.match(masked.text, position + 1):
        wider = masked.mention(hit.start(1))
        if wider.place is None or place is None or not _is_wider(wider.place, place):
            break
        out.append(participant_of(wider, "outer"))
        position, place = hit.start(1), wider.place
    return tuple(out), position + 1


# No state of islands reaches farther (chosen by us), so that Malta lies in a sea and Mali does not.
_ISLAND_STATE_KM = 300.0
# Waters, which hold islands and nothing else.
SEAS = frozenset({"ocean", "sea", "gulf", "bay"})
_RANK = {"country": 4, "continent": 6, "union": 5, "vague": 4, "historic": 4, "region": 3, "county": 2}


def _rank(place: Place) -> int:
    return _RANK.get(place.kind, 1)


def _is_wider(outer: Place, inner: Place) -> bool:
    return _rank(outer) > _rank(inner)


def can_hold(outer: Place | None, inner: Place | None) -> bool:
    """Whether one place is of a kind that can lie in the other; unknown places can."""
    if outer is None or inner is None:
        return outer is not None
    if outer.kind in SEAS:
        return is_island(inner)
    if outer.id == inner.id or outer.kind in ("union", "river", "border"):
        return False
    if inner.kind in (
        "country",
        "continent",
        "union",
        "vague",
        "border",
        "ocean",
        "sea",
        "gulf",
        "historic",
        "building",
    ):
        return False
    if outer.kind in ("island", "peninsula", "desert", "valley", "range", "park", "district"):
        return inner.kind not in ("region", "county")
    return _rank(outer) > _rank(inner) and outer.kind != "union"


def is_island(place: Place | None) -> bool:
    """Whether a place is an island, or a state that may be one."""
    if place is None:
        return False
    return place.kind == "island" or (place.kind == "country" and place.radius_km < _ISLAND_STATE_KM)


# What a place of which nothing else is known can lie in.
_HOLDERS = frozenset(
    ("country", "region", "county", "vague", "historic", "district", "island", "peninsula", "desert", "valley", "range")
)


def may_hold_unknown(outer: Place | None, inner: PlacedMention) -> bool:
    """Whether an area can hold a place that no gazetteer knows."""
    return is_unlisted(inner) and outer is not None and outer.kind in _HOLDERS


_DIVISION = re.compile(
    r"\s(?:(?:sub-?|rural |administrative )?(?:district|county|province|region|governorate|municipality|department"
    r"|prefecture))\b"
)


def seated_in(masked: Masked, position: int) -> Participant | None:
    """The division that is called after the town at a position, of which no more is known: "the Holm district"."""
    town = masked.mention(position)
    noun = _DIVISION.match(masked.text, position + 1)
    if noun is None or town.place is None or town.place.kind != "city" or town.mention.kind is not MentionKind.PLACE:
        return None
    end = masked.end_offset(noun.end())
    why = f"only the town {town.place.name} is known, not how far what is called after it reaches"
    return replace(
        participant_of(town, "outer"), place=None, text=f"{town.mention.text}{noun.group()}", end=end, why=why
    )


def on_border(masked: Masked, last: int) -> tuple[str | None, int]:
    """Whether ", on the North Korean border" follows, and where the claim then ends."""
    hit = re.compile(
        rf",? on (?:the|its) (?:border with (?:the )?{PLACE}|(?:{DEMONYM}"
        rf"|{PLACE})(?:[-–](?:{DEMONYM}|{PLACE}))?(?: border)?)"
    ).match(masked.text, last)
    if hit and "border" in masked.words(hit.start(), hit.end()):
        return "border", hit.end()
    return None, last


def _is_spoken_of(mention: PlacedMention) -> bool:
    """Whether a text that goes on with "it" can mean a place: one with a point, or one that no gazetteer knows."""
    place = mention.place
    return is_unlisted(mention) if place is None else place.kind not in WIDE_KINDS


# How far into its sentence the place of a dateline may stand (chosen by us).
_HEAD = 12


def _can_be_town(mention: PlacedMention) -> bool:
    place = mention.place
    return (
        _NO_TOWN.search(mention.mention.text) is None if place is None else place.kind in ("city", "district", "port")
    )


_LEFT = re.compile(r"\b(?:from|left) (?:the )?\Z", re.IGNORECASE)


# What "the town" is not, where no gazetteer knows it.
_NO_TOWN = re.compile(r"\b(?:River|Lake|Sea|Bay|Mountains?|Valley|Canyon|Desert|Strait|Creek)\b|\AMount\b")


def spoken_of(reading: Reading, masked: Masked, before: int, *, town: bool = False) -> Participant | None:
    """The place that the words before, or the sentence before within the paragraph, name first."""
    last = masked_sentences(reading)[masked.number - 1] if masked.number else None
    near = [(masked, before)]
    if last is not None and last.sentence.paragraph == masked.sentence.paragraph:
        near.append((last, len(last.text)))
    for line, end in near:
        named = [p for p in line.positions(PLACE) if p < end and _is_spoken_of(line.mention(p))]
        named = [p for p in named if not town or _can_be_town(line.mention(p))]
        if len(named) > 1 and named[0] < _HEAD and line.mention(named[0]).mention.text.isupper():
            named = named[1:]  # a dateline tells where it was written
        # After "they drove from X to Y" the text goes on about Y.
        meant = next((p for p in named if not _LEFT.search(line.text, max(0, p - 8), p)), None)
        if named:
            mention = line.mention(named[0] if meant is None else meant)
            why = f"not named in the sentence; the text speaks of {mention.mention.text} before"
            return Participant(
                place=mention.place, text=mention.mention.text, score=0.7 * mention.score, role="inner", why=why
            )
    return None


_SEVERAL = re.compile(r"\b(?:both|all|two|three|four|are|were)\b", re.IGNORECASE)
_LIST = re.compile(rf"(?:{PLACE}(?:,? and |, )){{1,8}}\Z")
# Longer than any list of names that share what is said of the last.
_LIST_CHARS = 60


def listed_before(masked: Masked, hit: re.Match[str]) -> list[int]:
    """The positions of the names that share what a match says of its inner place: "X and Y, two cities in R"."""
    start = hit.start("inner")
    if not _SEVERAL.search(masked.text, start, hit.end()):
        return []
    found = _LIST.search(masked.text, max(0, start - _LIST_CHARS), start)
    return [p for p in range(found.start(), start) if masked.text[p] == PLACE] if found else []
