"""What a person sees: results on stdout, notes and progress on stderr."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from geomap import layout
from geomap.errors import UsageError
from geomap.files import write_whole
from geomap.records import Document

_level = 1
_BAR_WIDTH = 24


def set_level(*, quiet: bool = False, verbose: bool = False) -> None:
    """How much is said beside the results: nothing, notes, or notes with details and tracebacks."""
    global _level
    _level = 0 if quiet else 2 if verbose else 1


def is_verbose() -> bool:
    """Whether tracebacks and details are wanted."""
    return _level > 1


def note(message: str) -> None:
    """A line on stderr that is no result and no error, where a person watches; silent with -q."""
    if _level and sys.stderr.isatty():
        print(layout.visible(message), file=sys.stderr)


def warn(message: str, *, quietly: bool = False) -> None:
    """A line on stderr about something that went wrong; with `quietly` not under -q."""
    if _level or not quietly:
        print(f"geomap: {layout.visible(message)}", file=sys.stderr)


def examples(*lines: str) -> str:
    """The end of a help text: commands that work as they stand (the tests run them)."""
    return "\b\nExamples:\n" + "\n".join(f"  $ {line}" for line in lines)


def stdout_is_terminal() -> bool:
    """Whether a person reads the results."""
    return sys.stdout.isatty()


def wants_colour() -> bool:
    """Whether results may be coloured: a terminal that is not dumb, and no `NO_COLOR`."""
    return stdout_is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal (`COLUMNS` wins), at least 40."""
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Aligned columns for a terminal, tab-separated lines for a pipe."""
    if stdout_is_terminal():
        return layout.columns(headers, rows, width=width())
    return layout.tab_separated(headers, rows)


def emit(content: str | bytes, output: Path | None = None) -> None:
    """Put a result on stdout, or into a file that is written whole or not at all."""
    if output is not None and str(output) != "-":
        write_whole(output, content)
        return
    if isinstance(content, bytes):
        if stdout_is_terminal():
            raise UsageError("this format is binary and would garble the terminal; name a file with -o FILE")
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    if content.startswith(("{", "[")):
        content = escaped_json(content, sys.stdout.encoding)
    sys.stdout.write(content if content.endswith("\n") or not content else content + "\n")
    sys.stdout.flush()


def escaped_json(content: str, encoding: str | None) -> str:
    """JSON that this encoding can carry: what it cannot becomes an escape, which means the same in JSON."""
    try:
        content.encode(encoding or "ascii")
    except UnicodeEncodeError:
        pattern = "[\ud800-\udfff]" if (encoding or "").lower().startswith("utf") else "[^\x00-\x7f]"
        return re.sub(pattern, lambda m: _json_escape(m.group()), content)
    return content


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


def progress(documents: Sequence[Document]) -> Iterable[Document]:
    """The documents, with a line on stderr that says how far the work has come, where a person watches."""
    if len(documents) < 3 or not _level or not sys.stderr.isatty():
        return documents
    return _counted(documents)


def _counted(documents: Sequence[Document]) -> Iterator[Document]:
    total = len(documents)
    try:
        for number, document in enumerate(documents, start=1):
            shown = layout.shorten(layout.one_line(document.id), max(10, width() - 24))
            sys.stderr.write(f"\r\x1b[2Kreading {number}/{total}  {shown}")
            sys.stderr.flush()
            yield document
    finally:
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


class Bar:
    """A line on stderr that says how far a step of the work has come, where a person watches."""

    def __init__(self) -> None:
        self._shown = bool(_level) and sys.stderr.isatty()
        self._last = ""

    def __enter__(self) -> Callable[[str, float], None]:
        return self._tell

    def __exit__(self, *error: object) -> None:
        if self._last:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def _tell(self, step: str, done: float) -> None:
        if not self._shown:
            return
        full = min(_BAR_WIDTH, int(done * _BAR_WIDTH))
        shown = layout.shorten(layout.one_line(step), max(10, width() - _BAR_WIDTH - 9))
        line = f"[{'#' * full}{'.' * (_BAR_WIDTH - full)}] {100 * done:3.0f} % {shown}"
        if line != self._last:
            sys.stderr.write(f"\r\x1b[2K{line}")
            sys.stderr.flush()
            self._last = line


def emit_lines(lines: Iterable[str], output: Path | None = None) -> None:
    """Put lines on stdout as they come, or into a file that is written whole or not at all."""
    if output is not None and str(output) != "-":
        write_whole(output, lines)
        return
    for line in lines:
        sys.stdout.write(escaped_json(line, sys.stdout.encoding))
        sys.stdout.flush()
