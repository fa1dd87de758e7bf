"""How a text is cut into pieces: [ opens an underline, ] closes a part of one and ]! its end, (n) is a place."""

from __future__ import annotations

import pytest

from geomap.records import MentionKind
from geomap.writers.page.article import Paragraph, paragraphs
from tests.page.made import document, mention, place, verdict

ROME, PARIS = place("Rome", 41.9, 12.5), place("Paris", 48.85, 2.35)
NUMBERS = {ROME.id: 1, PARIS.id: 2}


def drawn(paragraph: Paragraph) -> str:
    """The pieces as one line of text."""
    out = []
    for piece in paragraph.pieces:
        match piece.kind:
            case "text":
                out.append(piece.text)
            case "place":
                out.append(f"{piece.text}({piece.place})")
            case "open":
                out.append("[")
            case _:
                out.append("]!" if piece.last else "]")
    return "".join(out)


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        pytest.param("from Rome to Paris", [], "from Rome(1) to Paris(2)", id="places only"),
        pytest.param("from Rome to Paris", ["Rome to Paris"], "from [Rome(1) to Paris(2)]!", id="one claim"),
        pytest.param(
            "from Rome to Paris", ["from Rome", "to Paris"], "[from Rome(1)]! [to Paris(2)]!", id="two claims"
        ),
        pytest.param(
            "from Rome to Paris", ["from Rome to Paris", "Rome to"], "[from [Rome(1) to]! Paris(2)]!", id="nested"
        ),
        pytest.param(
            "from Rome to Paris", ["from Rome to", "Rome to Paris"], "[from [Rome(1) to]]![ Paris(2)]!", id="overlap"
        ),
        pytest.param("all of it", ["all of it", "all of it"], "[[all of it]!]!", id="the same twice"),
        pytest.param("seen in Rome", ["in Ro"], "seen [in Rome(1)]!", id="a claim ends inside a name"),
        pytest.param("Rome is far", ["me is"], "[Rome(1) is]! far", id="a claim begins inside a name"),
    ],
)
def test_pieces(text: str, quotes: list[str], expected: str) -> None:
    doc = document(text)
    named = [mention(doc, p.name, p) for p in (ROME, PARIS) if p.name in text]
    found = [verdict(doc, quote, id=f"c{n}") for n, quote in enumerate(quotes)]
    (paragraph,) = paragraphs(doc, named, found, NUMBERS)
    assert drawn(paragraph) == expected


def test_a_claim_over_two_lines_is_cut_at_the_line_end() -> None:
    doc = document("He left Rome\n\nand saw Paris.")
    found = [verdict(doc, "left Rome\n\nand saw", id="c1")]
    first, second = paragraphs(doc, [mention(doc, "Rome", ROME)], found, NUMBERS)
    assert (drawn(first), drawn(second)) == ("He [left Rome(1)]", "[and saw]! Paris.")


def test_every_character_stays() -> None:
    doc = document("  Two  blanks, a\ttab and Rome.\r\nNext\u2028line.\n")
    found = paragraphs(doc, [mention(doc, "Rome", ROME)], [verdict(doc, "blanks, a\ttab", id="c1")], NUMBERS)
    assert "".join(p.text for line in found for p in line.pieces) == doc.text.replace("\r", "").replace("\n", "")


def test_only_literal_places_are_marked() -> None:
    doc = document("Rome replied.")
    (paragraph,) = paragraphs(doc, [mention(doc, "Rome", ROME, kind=MentionKind.METONYM)], [], NUMBERS)
    assert drawn(paragraph) == "Rome replied."


def test_nested_underlines_leave_room_for_each_other() -> None:
    doc = document("from Rome to Paris by rail")
    quotes = ("from Rome to Paris by rail", "Rome to Paris", "Paris")
    (paragraph,) = paragraphs(doc, [], [verdict(doc, q, id=q) for q in quotes], {})
    assert {p.claim: p.height for p in paragraph.pieces if p.kind == "open"} == dict(
        zip(quotes, (2, 1, 0), strict=True)
    )


def test_the_title_line_of_a_header_is_not_shown_twice() -> None:
    doc = document("# A ride\nROME, May 1\n\nBody.", title="A ride", body_start=len("# A ride\nROME, May 1\n\n"))
    lines = paragraphs(doc, [], [], {})
    assert [(drawn(p), p.header) for p in lines] == [("ROME, May 1", True), ("Body.", False)]
