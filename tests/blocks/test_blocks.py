"""Long documents are judged in blocks, and what is found stands where it stands in the whole text."""

import time

import fakes

from geomap import blocks
from geomap.records import Document


def test_claims_of_a_long_text_have_the_offsets_of_the_whole():
    text = "\n\n".join(f"From Lyon it is {n} km to Nice and further on." for n in range(2000))
    report = fakes.pipeline().check([Document(id="d", text=text)])
    assert len(report.verdicts) == 2000
    for number, verdict in enumerate(report.verdicts):
        claim = verdict.claim
        assert text[claim.start : claim.end] == claim.quote == f"{number} km"


def test_blocks_cover_the_text_and_end_with_paragraphs():
    text = "\n\n".join("Lyon is far. Nice is near." for _ in range(3000))
    reading = fakes.pipeline().read(Document(id="d", text=text))
    parts = list(blocks.split(reading, 1000))
    assert "".join(part.document.text for part, _ in parts) == text
    assert sum(len(part.mentions) for part, _ in parts) == len(reading.mentions) == 6000
    for part, start in parts:
        assert len(part.document.text) <= 1100 and text[start:].startswith("Lyon")
        for mention in part.mentions:
            assert part.document.text[mention.start : mention.end] == mention.mention.text


def test_a_short_text_is_read_whole():
    reading = fakes.pipeline().read(Document(id="d", text="From Lyon to Nice."))
    assert list(blocks.split(reading)) == [(reading, 0)]


def test_a_text_without_paragraphs_or_sentences_is_cut_where_it_can_be():
    reading = fakes.pipeline().read(Document(id="d", text="word " * 10_000))
    assert "".join(part.document.text for part, _ in blocks.split(reading, 1000)) == reading.document.text
    began = time.process_time()
    fakes.pipeline().check([Document(id="d", text="x" * 1_000_000)])
    assert time.process_time() - began < 5
