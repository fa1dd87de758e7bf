"""Files, folders and standard input: what is there, what may be read, each file once."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from geomap.errors import TextError
from geomap.records import Unread

SUFFIXES = (".txt", ".md", ".html", ".jsonl")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `root` is the folder that it was found in, or None if it was named itself."""

    path: Path
    root: Path | None = None


def find_files(source: str | Path) -> Iterator[Found | Unread]:
    """The file itself, or the texts of a folder and of the folders in it, sorted, each file once."""
    if not str(source).strip():
        yield Unread(source=repr(str(source)), reason="an empty name; name a file or a folder (. is this one)")
        return
    path = Path(source)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Unread(source=str(source), reason=describe(error, path))
        return
    if not stat.S_ISDIR(status.st_mode):
        yield Found(path)
        return
    count = 0
    for item in _walk(path, path, set()):
        count += 1
        yield item
    if not count:
        kinds = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        yield Unread(source=str(source), reason=f"no texts ({kinds}) in this folder")


def _walk(folder: Path, root: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Unread]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unread(source=str(folder), reason=describe(error, folder))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        wanted = entry.suffix.lower() in SUFFIXES
        try:
            status = entry.stat()
        except OSError as error:
            if wanted:
                yield Unread(source=str(entry), reason=describe(error, entry))
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(entry, root, seen)
        elif wanted and (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            yield Found(entry, root)


def open_regular(path: Path) -> BinaryIO:
    """An open file, never a pipe or a device, which might never end.

    Raises:
        TextError: It is not there, not readable, or no regular file; the message says so.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise TextError(describe(error, path)) from error
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise TextError(f"is {_kind(mode)}; geomap reads regular files, and standard input as -")
    return os.fdopen(descriptor, "rb")


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


def describe(error: Exception, path: Path) -> str:
    """Why a file cannot be opened, and what to try."""
    if isinstance(error, FileNotFoundError):
        return f"no such file or folder{_suggest(path)}"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, ValueError):
        return "not a file name (it holds a NUL character)"
    if isinstance(error, OSError):
        if error.errno == errno.ELOOP:
            return "a symbolic link that leads to itself"
        if error.errno == errno.ENAMETOOLONG:
            return "this name is too long for a file; to check a text, pipe it in"
        return error.strerror or str(error)
    return str(error)


def _suggest(path: Path) -> str:
    if str(path).startswith(("http:", "https:")):
        return "; geomap fetches nothing: save the page and name the file"
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return ""
    import difflib

    near = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean {path.parent / near[0]}?" if near else ""
