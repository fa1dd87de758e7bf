"""Places that go on the list of the one before: "stops in Hilversum and Almelo", "through A in R and B in S"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.claims.masking import PLACE, QUANTITY, TIME, Masked
from geomap.claims.motion.event import Event, participant_of
from geomap.claims.unlisted import is_unlisted
from geomap.records import WIDE_KINDS

_OWN_DAY = re.compile(rf"^ (?:on |at |early |late )?{TIME}")
_GOES_ON = re.compile(rf"(?:,| and| or|, and) (?:the )?{PLACE}")
# "through A in R, B in S and C in T": the lands are none of the list.
_IN_LAND = re.compile(rf"^(?: in|,) (?:the )?{PLACE}(?=,| and )")
_LIES = re.compile(rf"^,\s(?:[a-z]+\s){{0,2}}{QUANTITY}\s[^,.;]{{0,50}}(?=,)")


def is_land_of(masked: Masked, position: int, previous: Event | None) -> bool:
    """Whether a land only says where the stop before it lies: "through A in R, B in S"."""
    place = masked.mention(position).place
    if previous is None or place is None or place.kind not in WIDE_KINDS:
        return False
    return _IN_LAND.fullmatch(masked.text[previous.last + 1 : position + 1]) is not None or bool(
        re.fullmatch(r"(?: in|,) (?:the )?", masked.text[previous.last + 1 : position])
    )


def in_list(masked: Masked, position: int, previous: Event | None) -> Event | None:
    """A place that continues the list of the one before: "stops in Hilversum and Almelo"."""
    if previous is None or previous.role not in ("to", "via", "at"):
        return None
    between = masked.text[previous.last + 1 : position]
    place = masked.mention(position).place
    between = _OWN_DAY.sub("", _LIES.sub("", _IN_LAND.sub("", between)))
    known = place is not None or is_unlisted(masked.mention(position))
    if not re.fullmatch(r",? (?:and |then |and then )?(?:the )?", between) or not known:
        return None
    held = previous.place.place
    last = _GOES_ON.match(masked.text, position + 1) is None
    if between == ", " and last and place is not None and place.kind in ("island", "peninsula"):
        return None  # "at Lae, New Guinea" names where Lae is; "Corfu, Crete and Rhodes" are three
    if place is not None and place.kind in WIDE_KINDS and (held is None or held.kind not in WIDE_KINDS):
        return None  # "in Lyon, France" names where Lyon is
    return replace(
        previous,
        place=participant_of(masked.mention(position), previous.role),
        mention=masked.mention(position),
        last=position,
        time=None,
    )
