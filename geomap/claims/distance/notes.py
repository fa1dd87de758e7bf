"""What the words around a distance tell of its way: that it follows a road, lies in the mountains, or goes back too."""

from __future__ import annotations

import re

from geomap.claims.distance.shapes import ROUND_TRIP_WORDS, TRAVELS
from geomap.claims.patterns import ALONG, ALONG_NAMED, JOURNEY, MOUNTAINS, RACES, WAY_NAME
from geomap.claims.rereading import NEW_WAY, RACE, ROUND_TRIP
from geomap.claims.wording import Wording, pattern
from geomap.quantities import convert

# "from X it is N to Y": a way, as guides give it.
_IT_IS_TO = pattern(r"\bit(?:'s|\sis|\swas)\s(?:[a-z]+\s){0,2}<L>[\s)]{1,2}(?:[a-z]+\s){0,3}to\b")
# What spans the gap between two towns, not the way from the middle of one to that of the other.
BRIDGE = "a bridge or tunnel"
_BRIDGE = pattern(r"<L>[\s)-]{1,2}(?:[a-z-]+\s){0,3}(?:bridge|tunnel|causeway|viaduct)\b")
# A line that is built or planned is none that the maps of today know.
_NEW = pattern(
    rf"\b(?:new|newly[\s-](?:built|opened)|planned|proposed|future|high-speed|bullet|maglev|under\sconstruction|being\sbuilt"
    rf"|to\sbe\sbuilt|upgraded|straightened)\b[^.;]{{0,60}}?\b(?:{JOURNEY}|tunnel|bridge|railroad|train)\b"
    rf"|\b(?:build|built|lay|construct)(?:s|ed|ing)?\s(?:an?|the)\s[^.;\ue000-\ue7ff]{{0,40}}?\b(?:{JOURNEY}|tunnel|bridge|railroad)\b"
)


def notes_of(wording: Wording, at: int, end: int, start: int | None) -> tuple[str, ...]:
    """The notes of an amount at `at`, whose words end at `end`; `start` is where those of a journey begin."""
    line = wording.line
    around = max(0, at - 60), min(len(line), end + 60)
    along = ALONG.search(line, *around) or any(_is_way(wording, m["p"]) for m in ALONG_NAMED.finditer(line, *around))
    high = MOUNTAINS.search(wording.line) or any(_is_high(wording, p) for p, _ in wording.of_sort("length"))
    near = wording.line[max(0, min(at, start or at) - 60) : max(at, end)]
    journey = start is not None and (TRAVELS.search(near) or _IT_IS_TO.search(near))
    there_and_back = ROUND_TRIP_WORDS.search(line, max(0, min(at, start or at) - 40), at + 60)
    race = RACES.search(line, max(0, min(at, start or at) - 80), max(at, end) + 40)
    said = (
        ("along a way", along),
        ("in the mountains", high),
        ("a journey", journey),
        (RACE, race),
        (NEW_WAY, _NEW.search(line, max(0, min(at, start or at) - 60), max(at, end) + 40)),
        (ROUND_TRIP, there_and_back),
        (BRIDGE, _BRIDGE.match(line, at)),
    )
    return tuple(note for note, found in said if found)


def _is_way(wording: Wording, char: str) -> bool:
    """Whether a name is that of a road or railway: "the Tribhuvan Highway"."""
    named = wording.sign(char).place
    return named is not None and WAY_NAME.search(named.mention.text) is not None


def _is_high(wording: Wording, at: int) -> bool:
    quantity = wording.sign(wording.line[at]).quantity
    metres = convert(quantity.value, quantity.unit, "m") if quantity else 0.0
    return (
        1000 <= metres < 6000
        and re.search(r"\b(?:elevation|altitude|height)\b", wording.line[max(0, at - 30) : at]) is not None
    )
