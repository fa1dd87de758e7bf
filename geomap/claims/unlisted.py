"""Names that a text treats as those of places and that no gazetteer knows."""

from __future__ import annotations

import re

from geomap.records import MentionKind, PlacedMention

# Of a name that was taken for a place less surely than this nothing is told, and of one that is less sure than the
# second the text does not go on as "it" (chosen by us).
_SURE, _SURE_TOPIC = 0.4, 0.6
# Streets, houses and bodies of a town, and words that name no place alone.
_OTHER = re.compile(
    r"\b(?:Road|Rd|Street|St|Avenue|Ave|Drive|Dr|Lane|Highway|Hwy|Boulevard|Blvd|Square|Line|Court|Hospital|Clinic|Health"
    r"|Medical|Cent(?:er|re)|School|College|University|Church|Jail|Prison|Hotel|Theat(?:er|re)|Museum|Arena|Stadium)\b"
    r"|\A(?:North|South|East|West|Central|Upper|Lower|Inner|Outer|Parliament)\Z"
)


def is_unlisted(placed: PlacedMention | None) -> bool:
    """Whether a mention is meant as a place that none is known of."""
    if placed is None or placed.place is not None:
        return False
    mention = placed.mention
    named = mention.kind is MentionKind.PLACE and mention.confidence >= _SURE and mention.text[:1].isupper()
    return named and _OTHER.search(mention.text) is None


def is_unlisted_topic(placed: PlacedMention) -> bool:
    """Whether a text can go on about a mention as "it", though no place is known of it."""
    return is_unlisted(placed) and placed.mention.confidence >= _SURE_TOPIC
