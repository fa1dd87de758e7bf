"""Options that several commands share, and what they mean."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from geomap import defaults
from geomap.errors import UsageError
from geomap.records import ReadOptions

Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SRC", help="Files, folders (*.txt *.md *.html *.jsonl) or - ; piped input needs none."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of documents that do not give theirs.")
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="PLACE", help="Where the documents were published.")]
Resolve = Annotated[
    list[str] | None,
    typer.Option("--resolve", metavar="NAME=ID", help="Fix what a name means (ids: geomap lookup NAME). Repeatable."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="How the files are encoded, where it is not found out.")
]
MaxBytes = Annotated[
    str | None, typer.Option("--max-bytes", metavar="SIZE", help="Largest text to read (default 5MB; 300k, 1GB).")
]
Recognizer = Annotated[
    str | None,
    typer.Option(
        "--recognizer", metavar="spacy:NAME", help="Find names with a spaCy pipeline of yours, or its folder."
    ),
]
Online = Annotated[bool, typer.Option("--online", help="Ask an online geocoder for names that the gazetteer lacks.")]
Geocoder = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="Which of geopy's geocoders --online asks: photon, nominatim:domain=localhost:8080, …"
    ),
]
GEOCODER = defaults.ONLINE


class FailOn(StrEnum):
    """From which verdict on `check` ends with status 1."""

    inconsistent = "inconsistent"
    doubtful = "doubtful"
    unverifiable = "unverifiable"
    never = "never"


_SIZE = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)\s?([kmgt]?)i?b?", re.IGNORECASE)


def read_size(text: str | None) -> int | None:
    """Bytes from "300k", "25MB" or "1.5 GB"."""
    if text is None:
        return None
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"--max-bytes {text}: not a size; write a number of bytes, or 300k, 25MB, 1GB")
    return int(float(match[1]) * 1000 ** " kmgt".index(match[2].lower() or " "))


def read_day(text: str | None) -> date | None:
    """A day from YYYY-MM-DD."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"--date {text}: not a day; write it as YYYY-MM-DD, such as 2023-09-12") from error


def read_options(day: str | None, outlet: str | None, encoding: str | None, max_bytes: str | None) -> ReadOptions:
    """The options that say how inputs are read."""
    return ReadOptions(day=read_day(day), outlet=outlet, encoding=encoding, max_bytes=read_size(max_bytes))


def read_fixed(pairs: Sequence[str] | None) -> dict[str, str]:
    """Names and place ids from NAME=ID pairs; whether the ids exist is for the caller to find out."""
    fixed = {}
    for pair in pairs or ():
        name, separator, place_id = (part.strip() for part in pair.rpartition("="))
        if not separator or not name or not place_id:
            raise UsageError(f"--resolve {pair}: write NAME=ID, such as Khasan=geonames:2023469 (geomap lookup NAME)")
        fixed[name] = place_id
    return fixed


def read_sources(sources: Sequence[str] | None) -> list[str]:
    """The inputs, or standard input where something is piped in."""
    if sources:
        return list(sources)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("nothing to read: name a file or a folder, or pipe a text in (see: geomap check --help)")
    return ["-"]
