"""Words that mix scripts, as forged names do: a Cyrillic "а" in "Paris" looks like a Latin one and matches nothing."""

from __future__ import annotations

import re

_LATIN, _ALIKE = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u04ff"
_SEAM = re.compile(rf"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]")
_LETTERS = re.compile(rf"[{_LATIN}{_ALIKE}]{{1,40}}")
# "μm" and "kΩ" are units, not names.
SHORTEST = 4


def mixed_scripts(text: str) -> tuple[str, ...]:
    """A note on the first word that mixes Latin with Greek or Cyrillic letters, and how many more there are."""
    if text.isascii():
        return ()
    found: list[tuple[int, str]] = []
    end = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < end:
            continue
        start = seam.start()
        while start > max(end, seam.start() - 40) and _LETTERS.match(text[start - 1]):
            start -= 1
        word = _LETTERS.match(text, start)
        end = word.end() if word else seam.end()
        if end - start >= SHORTEST:
            found.append((start, text[start:end]))
    if not found:
        return ()
    start, word_text = found[0]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return (f"{word_text!r} at character {start}{more} mixes Latin with other letters; such a name matches no place",)
