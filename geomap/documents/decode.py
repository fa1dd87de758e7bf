"""From bytes to text: byte order marks, UTF-16, declared and assumed encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from geomap.errors import TextError

_SAMPLE = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)

_ZIPPED = (
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an EPUB book"),
)

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what a reader should know about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None, is_markup: bool = False) -> Decoded:
    """Bytes as text.

    A byte order mark wins, then the given encoding, then UTF-16 by its NULs, UTF-8, the encoding that markup declares,
    and at last cp1252. Line ends become line feeds, as Python reads text files.

    Raises:
        TextError: The bytes are no text, or the encoding is unknown.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    if encoding is not None:
        return _decoded(data, _known(encoding))
    refuse_binary(data)
    if wide := _utf16_without_mark(data):
        return _decoded(data, wide)
    try:
        return Decoded(_newlines(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _decode_other(data, is_markup=is_markup)


def _decode_other(data: bytes, *, is_markup: bool) -> Decoded:
    if is_markup and (found := _DECLARED.search(data[:4096])):
        name = found[1].decode("ascii")
        try:
            codecs.lookup(name)
        except LookupError:
            pass
        else:
            if codecs.lookup(name).name != "utf-8":
                return _decoded(data, name)
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) - bad > bad:
        return _replaced(text)
    text = _newlines(data.decode("cp1252", "replace"))
    return Decoded(text, ("the encoding is not UTF-8; assumed cp1252 (--encoding NAME sets another)",))


def _decoded(data: bytes, name: str) -> Decoded:
    if not data.isascii() or name.startswith(("utf-16", "utf-32")):
        had = data.count("\ufffd".encode(name)) if name == "utf-8" else 0
        text = data.decode(name, "replace")
        if text.count("\ufffd") > had:
            return _replaced(text)
        return Decoded(_newlines(text))
    return Decoded(_newlines(data.decode(name, "replace")))


def _replaced(text: str) -> Decoded:
    text = _newlines(text)
    count, first = text.count("\ufffd"), text.find("\ufffd")
    what = "1 place was" if count == 1 else f"{count} places were"
    return Decoded(text, (f"{what} not readable in this encoding and replaced; the first is character {first}",))


def _known(encoding: str) -> str:
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError) as error:
        raise TextError(f"no encoding {encoding!r}; names are such as utf-8, cp1251, koi8-r, shift_jis") from error
    if not getattr(info, "_is_text_encoding", True):
        raise TextError(f"{encoding!r} is no encoding of texts; names are such as utf-8, cp1251, koi8-r, shift_jis")
    return info.name


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def refuse_binary(data: bytes) -> None:
    """Refuse what is no text, and say what it looks like."""
    start = data[:_SAMPLE]
    what = next((what for magic, what in _MAGIC if start.startswith(magic)), None)
    if start.startswith(b"PK\x03\x04"):
        what = next((what for part, what in _ZIPPED if part in start), "a ZIP archive")
    if what is None and start[4:8] == b"ftyp":
        what = "a video"
    if what is None and _looks_binary(start):
        what = "a binary file"
    if what is not None:
        raise TextError(f"looks like {what}; geomap reads text: save it as text or HTML first")


def _looks_binary(start: bytes) -> bool:
    """Whether more than a tenth of the bytes are control characters that no text has, UTF-16 apart."""
    if _utf16_without_mark(start):
        return False
    controls = sum(start.count(code) for code in range(32) if code not in b"\t\n\v\f\r\x1b")
    return controls * 10 > len(start)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 by its NULs: at least a fifth of the odd (little-endian) or of the even places, and few of the others."""
    start = data[: _SAMPLE if len(data) > _SAMPLE else len(data) // 2 * 2]
    half = len(start) // 2
    if half < 4:
        return None
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd >= half / 5 and even <= odd / 10:
        return "utf-16-le"
    if even >= half / 5 and odd <= even / 10:
        return "utf-16-be"
    return None
