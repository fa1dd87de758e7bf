"""Which words running text writes small: what a headline's capitals are read by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

# Words of headlines that the corpora are too small to have often enough; chosen by us, general English.
OWN = Path(__file__).with_name("headline_words.txt")
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{3,20}(?![\w-])")
# Where a sentence or a line begins, a capital tells nothing.
_OPENS = re.compile(r"(?:^|[.!?:;“\"‘'(—–\n-])\s*$")
LEAST = 3
SHARE = 0.65


def plain_words(texts: Iterable[str]) -> list[str]:
    """Words that texts write small at least `LEAST` times, and mostly where no sentence begins."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for word in _inside_sentences(texts):
        lower = word.lower()
        every[lower] += 1
        small[lower] += word.islower()
    learnt = {word for word, count in small.items() if count >= LEAST and count >= SHARE * every[word]}
    return sorted(learnt.union(OWN.read_text(encoding="utf-8").split()))


def _inside_sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text.islower():
            continue
        for found in _WORD.finditer(text):
            if found[0].isupper() or _OPENS.search(text, max(0, found.start() - 6), found.start()):
                continue
            yield found[0]
