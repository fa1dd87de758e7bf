"""Long documents are judged in blocks, and what is found stands where it stands in the whole text."""

import time
from dataclasses import replace

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


def test_a_text_that_repeats_itself_falls_into_equal_blocks():
    unit = "From Lyon it is 9 km to Nice. It rains there. "
    reading = fakes.pipeline().read(Document(id="d", text=unit * 200))
    parts = list(blocks.split(reading, 1000))
    first = parts[0][0]
    assert len(parts) > 5 and [part for part, _ in parts[1:-1]] == [first] * (len(parts) - 2)


def test_blocks_that_are_equal_are_worked_out_once():
    read = fakes.pipeline().read
    one, other = read(Document(id="d", text="Lyon")), read(Document(id="d", text="Nice"))
    asked = []
    repeats = blocks.Repeats(lambda part: asked.append(part) or part.document.text)
    assert [repeats(part) for part in (one, other, replace(one), one, other)] == [
        "Lyon",
        "Nice",
        "Lyon",
        "Lyon",
        "Nice",
    ]
    assert asked == [one, other]


def test_claims_of_equal_blocks_stand_where_they_stand():
    text = "From Lyon it is 9 km to Nice. It rains there. " * 4000
    report = fakes.pipeline().check([Document(id="d", text=text)])
    claims = [verdict.claim for verdict in report.verdicts]
    assert len({claim.start for claim in claims}) == len(claims) == 4000
    assert {text[claim.start : claim.end] for claim in claims} == {claim.quote for claim in claims} == {"9 km"}
