"""Names that a text treats as those of places and that no gazetteer knows."""

from __future__ import annotations

from geomap.records import MentionKind, PlacedMention

# Of a name that was taken for a place less surely than this nothing is told (chosen by us).
_SURE = 0.4


def is_unlisted(placed: PlacedMention | None) -> bool:
    """Whether a mention is meant as a place that none is known of."""
    if placed is None or placed.place is not None:
        return False
    mention = placed.mention
    return mention.kind is MentionKind.PLACE and mention.confidence >= _SURE and mention.text[:1].isupper()
