"""Bytes to text: what TRAPS.md lists under bad input, cases 1 to 7."""

import codecs

import pytest

from geomap.documents.decode import decode
from geomap.errors import TextError

STORY = "Zürich liegt 95 km südwestlich von Konstanz.\nÇa va à Besançon – 12 % déjà.\n"


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.replace("\n", "\r\n").encode(),
        STORY.replace("\n", "\r").encode(),
    ],
    ids=["utf8", "bom8", "bom16le", "bom16be", "bom32", "utf16le", "utf16be", "crlf", "cr"],
)
def test_the_same_text_whatever_the_encoding(data):
    decoded = decode(data)
    assert decoded.text == STORY
    assert decoded.notes == ()


def test_cp1252_is_assumed_and_told():
    decoded = decode(STORY.encode("cp1252"))
    assert decoded.text == STORY
    assert "assumed cp1252" in decoded.notes[0]


def test_a_given_encoding_wins():
    text = "Из Перми в Казань 500 км."
    assert decode(text.encode("cp1251"), encoding="cp1251").text == text
    assert decode(text.encode("koi8-r"), encoding="KOI8-R").text == text


def test_a_page_declares_its_encoding():
    page = '<meta charset="windows-1251"><p>Из Перми</p>'
    assert "Из Перми" in decode(page.encode("cp1251"), is_markup=True).text
    assert decode(b'<meta charset="no-such-thing">caf\xe9', is_markup=True).notes


@pytest.mark.parametrize("name", ["utf-99", "base64", "rot13", ""])
def test_an_encoding_that_is_none_is_told(name):
    with pytest.raises(TextError, match="encoding"):
        decode(b"x", encoding=name)


def test_broken_utf8_is_replaced_counted_and_located():
    data = "Über Köln nach ".encode() + b"\xff\xfe"[:1] + " Düsseldorf, schön".encode() + b"\xc3"
    decoded = decode(data)
    assert "Düsseldorf" in decoded.text and decoded.text.count("\ufffd") == 2
    assert "2 places were" in decoded.notes[0] and "character 15" in decoded.notes[0]


def test_a_few_control_characters_pass_and_keep_offsets():
    decoded = decode(b"Oslo\x00 is \x07 far from Bergen, and the road is long.\x1b[31m")
    assert decoded.text.index("Bergen") == 20


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\x00word/document.xml", "docx"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "xlsx"),
        (b"PK\x03\x04\x14\x00other", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1\\ansi Oslo}", "RTF"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)) * 20, "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_named(start, told):
    with pytest.raises(TextError, match=told):
        decode(start)


def test_nothing_is_an_empty_text():
    assert decode(b"").text == ""
    assert decode(codecs.BOM_UTF8).text == ""
    assert decode(b"a").text == "a"
