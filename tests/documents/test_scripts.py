"""Words that mix scripts get a note; texts in one script, two languages or with units get none."""

from __future__ import annotations

import pytest

from geomap.documents.scripts import mixed_scripts

CLEAN = [
    "Paris is 340 km from London.",
    "Москва - Moscow",
    "a wave of 5 μm and 10 kΩ",
    "Αθήνα, Athens",
    "",
    "Zürich Łódź",
]


@pytest.mark.parametrize("text", CLEAN)
def test_no_note_for_what_is_in_order(text: str) -> None:
    assert mixed_scripts(text) == ()


def test_the_first_word_is_named_with_its_place_and_the_others_are_counted() -> None:
    (note,) = mixed_scripts("From P\u0430ris to L\u043endon and back to P\u0430ris")
    assert note.startswith("'P\u0430ris' at character 5 and 2 more mixes Latin")


def test_a_long_run_takes_linear_time() -> None:
    assert len(mixed_scripts("a\u0430" * 200_000)) == 1
