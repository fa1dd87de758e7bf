"""Where sentences and paragraphs end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.sentences import MAX_SENTENCE, find_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lee came to St. Louis with Gen. Smith|He left.",
        "The train left at 5 p.m.|The next did not.",
        "It stopped shortly after 10 p.m.|Lyon is 390 km from Paris.",
        "It stopped at 10 p.m. Friday in Lyon and at 11 p.m. Lyon time in Dijon.",
        "It is 3.5 km away|It is small.",
        "She moved to Tulsa, Okla.|Her son stayed.",
        "J. R. Miller went|He went far.",
        '"Come here."|She came.',
        "Is it far?|Yes, it is!|No.",
        "He won No. 5 of 7|It rained.",
        "They came from the U.S. Army base|It was late.",
        "It is 142 km.|Kandahar is near.",
        "It is 16 mi. W of Lyon|It rained.",
    ],
)
def test_ends(text):
    parts = [p if p.endswith((".", "!", "?", '"')) else p + "." for p in text.split("|")]
    joined = " ".join(parts)
    assert [joined[s.start : s.end] for s in find_sentences(joined)] == parts


def test_lines_and_paragraphs():
    text = "A headline\nThe first line of text.\n\nAnother paragraph. With two."
    found = find_sentences(text)
    assert [text[s.start : s.end] for s in found] == [
        "A headline",
        "The first line of text.",
        "Another paragraph.",
        "With two.",
    ]
    assert [s.paragraph for s in found] == [0, 0, 1, 1]


def test_wrapped_lines_are_one_sentence():
    text = "\n".join(
        [
            "The convoy left the harbour in the early hours of the morning and was",
            "seen an hour later on the coast road, where it waited for the rest of",
            "the lorries that had been held up at the gate by a broken barrier and",
            "a missing key. Nobody said why.",
        ]
    )
    assert len(find_sentences(text)) == 2


@given(st.text(max_size=500))
def test_sentences_do_not_overlap_and_are_not_blank(text):
    last = 0
    for found in find_sentences(text):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert found.end - found.start <= MAX_SENTENCE
        last = found.end
