"""The reader: paths, streams and texts become documents with their title, day and outlet."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import IO, Any

from geomap.documents import days, lines, paths
from geomap.documents.decode import decode
from geomap.documents.header import find_header
from geomap.documents.markup import read_page
from geomap.documents.scripts import mixed_scripts
from geomap.errors import TextError
from geomap.records import Document, ReadOptions, Unread

LARGEST = 5_000_000
"""Bytes of the largest text that is read unless --max-bytes says otherwise."""

_MARKUP = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html)\b", re.I
)
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_JSON_LINES = (".jsonl", ".ndjson")


class DocumentReader:
    """Reads files, folders, streams and texts; nothing is kept between calls."""

    def read_paths(self, sources: Sequence[str | Path], options: ReadOptions) -> Iterator[Document | Unread]:
        """The documents of files, folders and "-" (standard input), in order, one by one."""
        taken: set[str] = set()
        for source in sources:
            for item in self._read_source(source, options):
                yield item if isinstance(item, Unread) else _with_free_id(item, taken)

    def _read_source(self, source: str | Path, options: ReadOptions) -> Iterator[Document | Unread]:
        if source == "-":
            yield from self.read_stream(sys.stdin.buffer, options)
            return
        for found in paths.find_files(source):
            if isinstance(found, Unread):
                yield found
            else:
                yield from _read_file(found, options)

    def read_stream(self, stream: IO[Any], options: ReadOptions) -> Iterator[Document | Unread]:
        """The documents of an open file, binary or text; JSON lines are known by their first one."""
        name = str(getattr(stream, "name", "") or "")
        source = "-" if name in ("", "<stdin>", "0") or name.isdigit() else name
        stem = "stdin" if source == "-" else Path(source).stem
        limit = options.max_bytes or LARGEST
        first = stream.readline(limit + 1)
        if isinstance(first, str):
            text = first + stream.read()
            data: IO[bytes] = io.BytesIO(text.encode("utf-8", "surrogatepass"))
            options = replace(options, encoding="utf-8")
            first = data.readline(limit + 1)
        else:
            data = stream
        if _is_json_line(first):
            yield from _read_first_line(first, source, stem, options)
            yield from lines.read_lines(data, source=source, stem=stem, options=options, limit=limit)
            return
        content = first + data.read(max(0, limit + 1 - len(first)))
        yield _read_bytes(content, source=source, stem=stem, suffix=Path(source).suffix, options=options)

    def read_text(self, text: str, options: ReadOptions) -> Document:
        """A document from a text that is at hand; its offsets are those of this text."""
        return _document(text.removeprefix("\ufeff"), source="", stem="text", options=options)


def _is_json_line(line: bytes) -> bool:
    start = line.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    try:
        row = lines.load(start)
    except TextError:
        return False
    return isinstance(row, dict) and ("text" in row or "id" in row)


def _read_first_line(line: bytes, source: str, stem: str, options: ReadOptions) -> Iterator[Document | Unread]:
    yield from lines.read_lines(io.BytesIO(line), source=source, stem=stem, options=options, limit=len(line) + 1)


def _read_file(found: paths.Found, options: ReadOptions) -> Iterator[Document | Unread]:
    source, suffix = str(found.path), found.path.suffix.lower()
    limit = options.max_bytes or LARGEST
    try:
        with paths.open_regular(found.path) as stream:
            if suffix in _JSON_LINES:
                yield from lines.read_lines(stream, source=source, stem=found.path.stem, options=options, limit=limit)
                return
            content = stream.read(limit + 1)
            if len(content) > limit:
                yield Unread(source=source, reason=_too_large(found.path.stat().st_size, limit))
                return
        yield _read_bytes(content, source=source, stem=found.path.stem, suffix=suffix, options=options)
    except TextError as error:
        yield Unread(source=source, reason=str(error))
    except OSError as error:
        yield Unread(source=source, reason=paths.describe(error, found.path))


def _too_large(size: int, limit: int) -> str:
    return f"is {size / 1e6:.1f} MB, more than {limit / 1e6:g} MB; --max-bytes {size // 1_000_000 + 1}MB reads it"


def _read_bytes(content: bytes, *, source: str, stem: str, suffix: str, options: ReadOptions) -> Document | Unread:
    limit = options.max_bytes or LARGEST
    if len(content) > limit:
        return Unread(source=source, reason=f"is more than {limit / 1e6:g} MB; --max-bytes SIZE reads more")
    try:
        is_markup = suffix.lower() in _HTML_SUFFIXES or _MARKUP.match(content[:4096]) is not None
        decoded = decode(content, encoding=options.encoding, is_markup=is_markup)
        if is_markup:
            return _page_document(decoded.text, source=source, stem=stem, options=options, notes=decoded.notes)
        return _document(decoded.text, source=source, stem=stem, options=options, notes=decoded.notes)
    except TextError as error:
        return Unread(source=source, reason=str(error))


def _document(text: str, *, source: str, stem: str, options: ReadOptions, notes: tuple[str, ...] = ()) -> Document:
    found = find_header(text)
    return Document(
        id=stem,
        text=text,
        source=source,
        title=found.title,
        date=found.day or options.day,
        outlet=found.outlet or options.outlet,
        url=found.url,
        body_start=found.body_start,
        notes=(*notes, *mixed_scripts(text)),
    )


def _page_document(markup: str, *, source: str, stem: str, options: ReadOptions, notes: tuple[str, ...]) -> Document:
    page = read_page(markup)
    document = _document(page.text, source=source, stem=stem, options=replace(options, day=None), notes=notes)
    day = days.read_day(page.date) if page.date else None
    return replace(
        document,
        title=page.title or document.title,
        date=day or document.date or options.day,
        outlet=page.outlet or document.outlet,
        url=page.url or document.url,
    )


def _with_free_id(document: Document, taken: set[str]) -> Document:
    """The document, renamed if another one of this run has its id."""
    if document.id not in taken:
        taken.add(document.id)
        return document
    free = next(name for n in count(2) if (name := f"{document.id}-{n}") not in taken)
    taken.add(free)
    note = f"the id {document.id!r} is taken by another document; this one is {free!r}"
    return replace(document, id=free, notes=(*document.notes, note))
