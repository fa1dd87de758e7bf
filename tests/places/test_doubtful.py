"""Names that may be no place's: placed only where it is about as likely as not which place is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geomap import defaults
from geomap.records import Document, Mention

TEXT = "Officers spoke with Springfield on Monday."


@pytest.mark.parametrize(("confidence", "placed"), [(0.99, True), (0.6, False)])
def test_a_name_of_many_places_needs_a_sure_mention(confidence: float, placed: bool) -> None:
    start = TEXT.index("Springfield")
    mention = Mention(document="d", start=start, end=start + 11, text="Springfield", confidence=confidence)
    (found,) = defaults.resolver().resolve(Document(id="d", text=TEXT), [mention])
    assert found.score < 0.45, "the text does not tell which Springfield"
    assert (found.place is not None) is placed
    assert found.candidates, "what it might be is still told"


def test_one_sure_mention_is_enough() -> None:
    text = f"{TEXT} Rain fell in Springfield."
    start, again = TEXT.index("Springfield"), text.rindex("Springfield")
    doubtful = Mention(document="d", start=start, end=start + 11, text="Springfield", confidence=0.6)
    sure = replace(doubtful, start=again, end=again + 11, confidence=0.99)
    found = defaults.resolver().resolve(Document(id="d", text=text), [doubtful, sure])
    assert all(p.place is not None for p in found)
