"""Who says a sentence, and a claim's stretch of it."""

import pytest

from geomap.claims.attribution import begin_claim, speaker_of
from geomap.records import ClaimKind


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to the port authority, the ferry sailed 90 km.", "the port authority"),
        ("The pass lies 30 km off, according to Kedar Thapa.", "Kedar Thapa"),
        ("The convoy left on Monday, Tass reported.", "Tass"),
        ("Ada Obi, a pilot, told local radio that the strip lies 40 km north.", "Ada Obi"),
        ("The Harbour Board said the buoy had drifted 12 km.", "The Harbour Board"),
        ("The National Rally (NR) also said it marched 20 km.", "The National Rally"),
        ("But Lena Falk stated that it is 15 km.", "Lena Falk"),
        ("\u201cIt is 15 km to the well,\u201d said Musa Keita.", "Musa Keita"),
        ("\u201cIt is 15 km,\u201d said Musa Keita, who herds goats.", "Musa Keita"),
        ("He said it was 15 km.", None),
        ("The captain said it was 15 km.", None),
        ("The authorities said Friday.", None),
        ("The minister said Uber must leave.", None),
        ("On her way to Puno, 300 km to the south, said aides, she rested.", None),
        ("The train covered 300 km.", None),
    ],
)
def test_who_says_a_sentence(sentence, speaker):
    assert speaker_of(sentence) == speaker


def test_a_claim_quotes_its_stretch_and_names_who_says_the_sentence(read):
    text = "It rained. The well lies 15 km from Lyon, said Musa Keita. It rained again."
    reading = read(text)
    start, end = text.index("15"), text.index(", said")
    claim = begin_claim(reading, ClaimKind.DISTANCE, reading.sentences[1], (start, end))
    assert claim.quote == text[claim.start : claim.end] == "15 km from Lyon"
    assert (claim.document, claim.kind, claim.speaker) == ("d", ClaimKind.DISTANCE, "Musa Keita")
