"""JSON documents: a line for each, `{"id", "text", "title"?, "date"?, "url"?, "outlet"?}`.

A `domain`, which corpora of web news have, stands for the outlet where there is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from geomap.documents import days, header
from geomap.errors import TextError
from geomap.records import Document, ReadOptions, Unread

_SURROGATES = re.compile("[\ud800-\udfff]")


def read_lines(
    stream: IO[bytes], *, source: str, stem: str, options: ReadOptions, limit: int
) -> Iterator[Document | Unread]:
    """The documents of a stream of JSON lines; a bad line is told with its number, and the others go on."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        where = f"{source}:{number}"
        if len(line) > limit and not line.endswith(b"\n"):
            yield Unread(source=where, reason=f"this line is longer than {limit / 1e6:g} MB; --max-bytes reads more")
            _skip_line(stream, limit)
            continue
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        if not line.strip():
            continue
        try:
            yield read_document(load(line), source=source, fallback_id=f"{stem}:{number}", options=options)
        except TextError as error:
            yield Unread(source=where, reason=str(error))


def _skip_line(stream: IO[bytes], limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass


def load(content: bytes | str) -> Any:
    """JSON, or a TextError that says what is wrong with it."""
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        raise TextError(f"not valid JSON: {error.msg} at character {error.pos}") from error
    except UnicodeDecodeError as error:
        raise TextError(f"not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise TextError("not a document: brackets nested too deep") from error
    except ValueError as error:
        raise TextError(f"not valid JSON: {error}") from error


def read_document(row: Any, *, source: str, fallback_id: str, options: ReadOptions) -> Document:
    """The document of one JSON object."""
    if not isinstance(row, dict):
        raise TextError('a document is an object such as {"id": "a1", "text": "…"}')
    text = row.get("text")
    if not isinstance(text, str):
        raise TextError('no "text", or it is not a string')
    text, lost = _SURROGATES.subn("\ufffd", text)
    found = header.find_header(text)
    stated = _text(row, "date")
    day = days.read_day(stated) if stated else None
    notes = [f"{lost} half surrogates in the text were replaced"] if lost else []
    if stated and day is None:
        notes.append(f"the date {stated[:40]!r} is not a day; write YYYY-MM-DD")
    return Document(
        id=_id(row, fallback_id),
        text=text,
        source=_text(row, "source") or source,
        title=_text(row, "title") or found.title,
        date=day or found.day or options.day,
        outlet=_text(row, "outlet") or _text(row, "domain") or found.outlet or options.outlet,
        url=_text(row, "url") or found.url,
        body_start=found.body_start,
        notes=tuple(notes),
    )


def _id(row: dict[str, Any], fallback: str) -> str:
    value = row.get("id")
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        return fallback
    return _SURROGATES.sub("\ufffd", str(value)) if isinstance(value, str) else str(value)


def _text(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return _SURROGATES.sub("\ufffd", value).strip() or None if isinstance(value, str) else None
