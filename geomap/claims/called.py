"""What "the shrine" means of which the text spoke with its place: "the shrine of P"."""

from __future__ import annotations

import re
from collections.abc import Container

from geomap.claims.nouns import FIXED
from geomap.claims.signs import AREAS
from geomap.claims.spans import named_before
from geomap.records import MentionKind, PlacedMention, Reading


def called_before(reading: Reading, words: str, start: int, but: Container[str]) -> PlacedMention | None:
    """The place that a text names with the same noun before: "the shrine of P" is what "the shrine" means.

    `but` are nouns that are told otherwise: towns, borders.
    """
    noun = words.lower().rpartition(" ")[2]
    if not noun.isalpha() or noun in but or FIXED.fullmatch(noun) or not words.lower().startswith("the "):
        return None
    text = reading.document.text
    for placed in named_before(reading, start):
        if placed.mention.kind is not MentionKind.PLACE or placed.place is None or placed.place.kind in AREAS:
            continue
        before = text[max(0, placed.start - 24) : placed.start].lower()
        behind = re.match(r"\s([a-z]+)\b", text[placed.end : placed.end + 24])
        if re.search(rf"\b{noun}\s(?:of|in|at)\s(?:the\s)?\Z", before) or (behind is not None and behind[1] == noun):
            return placed
    return None
