"""Text for terminals: columns that fit a width, and nothing in them that a terminal would obey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

# C0 and C1 controls, bidirectional overrides and isolates, zero-width and other invisible format characters; the
# joiners U+200C and U+200D stay, because Persian and Indic words are spelt with them.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# What a reader copies into the next command is not cut.
WHOLE = ("id",)
NARROWEST = 4


def visible(text: str) -> str:
    """The text with control, bidirectional and invisible characters shown as escapes."""
    shown = _UNSAFE.sub(lambda m: _escape(m.group()), text)
    return _SURROGATE.sub(lambda m: _escape(m.group()), shown)


def one_line(text: str) -> str:
    """The text on one line: line breaks and runs of blanks become one blank, the rest as `visible` has it."""
    return visible(re.sub(r"[\t-\r \x85\xa0\u2028\u2029]{1,}", " ", text).strip())


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def width_of(text: str) -> int:
    """How many columns a terminal gives this text; East Asian wide characters take two."""
    return len(text) if text.isascii() else sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """The text cut to a width, with "…" where something was cut."""
    if width_of(text) <= width:
        return text
    used, kept = 0, []
    for char in text:
        used += _columns(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def columns(headers: Sequence[str], rows: Sequence[Sequence[str]], *, width: int) -> str:
    """A table in aligned columns that fits a width: the widest columns are cut until it does."""
    return "\n".join(line for block in blocks(headers, rows, width=width) for line in block) + "\n"


def blocks(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int,
    lines: int = 1,
    paint: Mapping[str, str] | None = None,
) -> list[list[str]]:
    """The lines of a table, a block for the header and for each row.

    A cell takes up to so many `lines`, then it is cut; `paint` maps what a cell says to its ANSI colour.
    """
    cells = [list(headers), *([one_line(cell) for cell in row] for row in rows)]
    wanted = [max(width_of(row[n]) for row in cells) for n in range(len(headers))]
    whole = {n for n, name in enumerate(headers) if name in WHOLE}
    widths = fit(wanted, width - 2 * (len(headers) - 1), whole)
    return [_block(row, widths, lines, paint or {}) for row in cells]


def _block(row: Sequence[str], widths: Sequence[int], lines: int, paint: Mapping[str, str]) -> list[str]:
    wrapped = [wrap(cell, width, lines) for cell, width in zip(row, widths, strict=True)]
    found = []
    for n in range(max(len(cell) for cell in wrapped)):
        parts = [cell[n] if n < len(cell) else "" for cell in wrapped]
        padded = [part + " " * (width - width_of(part)) for part, width in zip(parts, widths, strict=True)]
        line = [f"\x1b[{paint[p]}m{pad}\x1b[0m" if p in paint else pad for p, pad in zip(parts, padded, strict=True)]
        found.append("  ".join(line).rstrip())
    return found


def wrap(text: str, width: int, lines: int) -> list[str]:
    """The text in lines of a width, broken at blanks where it can be, at most so many; "…" where it was cut."""
    found: list[str] = []
    rest = text
    while width_of(rest) > width and len(found) < lines - 1:
        cut = _cut(rest, width)
        blank = rest.rfind(" ", 0, cut + 1)
        cut = blank if blank > 0 else cut
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*found, shorten(rest, width)]


def _cut(text: str, width: int) -> int:
    """How many characters fit into a width; at least one."""
    used = 0
    for n, char in enumerate(text):
        used += _columns(char)
        if used > width:
            return max(1, n)
    return len(text)


def fit(wanted: Sequence[int], room: int, whole: Collection[int] = ()) -> list[int]:
    """Widths that fit into `room`: narrow columns keep theirs, the wide ones share what is left.

    Columns of `whole` keep their width as long as the others can give way.
    """
    widths = list(wanted)
    least = [w if n in whole else min(w, NARROWEST) for n, w in enumerate(wanted)]
    if sum(least) > room:
        least = [min(w, NARROWEST) for w in wanted]
    while sum(widths) > max(room, sum(least)):
        over = sum(widths) - max(room, sum(least))
        largest = max(w for w, low in zip(widths, least, strict=True) if w > low)
        chosen = [n for n, w in enumerate(widths) if w == largest and w > least[n]]
        second = max([w for w in widths if w < largest] + [least[n] for n in chosen])
        step = min(largest - second, -(-over // len(chosen)))
        for n in chosen:
            widths[n] -= step
    return widths


def tab_separated(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same table for a pipe: a line for each row, a tab between cells, nothing cut."""
    lines = ["\t".join(one_line(cell) for cell in row) for row in [headers, *rows]]
    return "\n".join(lines) + "\n"
