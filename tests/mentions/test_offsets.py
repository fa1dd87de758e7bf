"""Properties that hold for any text: offsets slice back, order, no overlap, time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap import defaults
from geomap.mentions.tokens import MAX_SEGMENT, segments
from geomap.records import Document

PIECES = [
    "Paris", "St. Louis", "the Netherlands", "Mr. Oslo", "Сеул",
    "東京", "서울에서", "İzmir", "O’Fallon", "U.S.", "N.C.,",
    "north of", "said", ",", ".",
    "—", "-", "\n", "\u2028", "\x85", " ", "  ", "(", "”", "12.5",
    "NEW YORK", "<b>",
    "ﬁeld", "e\u0301cole", "ß", "👍", "\x00",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mentions_slice_back_in_order_without_overlap(pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    last = 0
    for mention in defaults.recognizer().find_mentions(Document(id="d", text=text)):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_tokens_slice_back_and_leave_nothing_but_space(text: str) -> None:
    at = 0
    for segment in segments(text):
        assert len(segment.words) <= MAX_SEGMENT
        for word, start, end in zip(segment.words, segment.starts, segment.ends, strict=True):
            assert text[start:end] == word
            assert not text[at:start].strip()
            at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "unit", ["A.", "Paris ", "North-", "the ", "Saint ", "D-", "X’s ", "New York City ", "(", "é", " ", "\t", "- "]
)
def test_long_texts_take_time_in_line_with_their_length(unit: str) -> None:
    def seconds(chars: int) -> float:
        text = (unit * (chars // len(unit) + 1))[:chars]
        started = time.process_time()
        defaults.recognizer().find_mentions(Document(id="d", text=text))
        return time.process_time() - started

    seconds(2_000)
    assert seconds(40_000) < 8 * max(0.05, seconds(10_000))
