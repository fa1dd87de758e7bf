"""Readers of the labelled corpora; each yields documents as text with labelled spans."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What each corpus calls its labels; what is missing here counts as no name at all.
LABELS = {
    "LOC": "LOC", "location": "LOC", "country": "LOC", "Location": "LOC", "geo-loc": "LOC",
    "PER": "PER", "person": "PER", "politician": "PER", "Person": "PER",
    "ORG": "ORG", "organisation": "ORG", "politicalparty": "ORG", "Organisation": "ORG", "corporation": "ORG",
    "group": "ORG", "event": "ORG", "election": "ORG", "creative-work": "ORG", "product": "ORG",
}  # fmt: skip
GLUED_BEFORE = frozenset(". , ; : ! ? ) ] } % 's n't 'm 're 've 'll 'd ’s ' ”".split())
GLUED_AFTER = frozenset("( [ { $ # “ -LRB-".split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its labelled spans (start, end, label); `partial` ones label places only."""

    text: str
    spans: list[tuple[int, int, str]]
    partial: bool = False


def read_places(path: Path) -> Iterator[Labelled]:
    """Documents whose places alone are labelled."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        yield Labelled(row["text"], [(t["start"], t["end"], "LOC") for t in row["toponyms"]], partial=True)


def read_columns(path: Path, *, word: int = 0, label: int = -1, group: int = 8) -> Iterator[Labelled]:
    """Sentences of a file with a token and its label on each line, `group` of them to a document."""
    sentences = list(_sentences(path, word, label))
    for first in range(0, len(sentences), group):
        yield _joined(sentences[first : first + group])


def _sentences(path: Path, word: int, label: int) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# ") and "=" in line:
            continue
        cells = re.split(r"\t| (?=\S+$)", line) if line.strip() else []
        if cells and cells[0].strip():
            rows.append((cells[word], cells[label]))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _joined(sentences: Iterable[list[tuple[str, str]]]) -> Labelled:
    """Running text again: words with the spaces that print has."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for rows in sentences:
        open_label, glue, quote = None, True, False
        for token, raw in rows:
            tag, _, name = raw.partition("-")
            name = LABELS.get(name, "")
            closing = token == '"' and quote
            if not (glue or token in GLUED_BEFORE or closing):
                text += " "
            start = len(text)
            text += token
            if name and tag in "BI" and (tag == "B" or open_label != name):
                spans.append((start, len(text), name))
            elif name and tag == "I":
                spans[-1] = (spans[-1][0], len(text), name)
            open_label = name if tag in "BI" else None
            glue = token in GLUED_AFTER or (token == '"' and not quote)
            quote ^= token == '"'
        text += "\n"
    return Labelled(text, spans)


def read_re3d(folder: Path) -> Iterator[Labelled]:
    """Reports on the conflict in Syria, labelled by hand with overlaps: the longest span wins."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        if label := LABELS.get(row["type"]):
            found.setdefault(row["documentId"], []).append((row["begin"], row["end"], label))
    for line in (folder / "documents.json").read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        spans = sorted(found.get(row["_id"], []), key=lambda s: (s[0], -s[1]))
        kept: list[tuple[int, int, str]] = []
        for span in spans:
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        yield Labelled(row["text"], kept)


def tidied(document: Labelled) -> Labelled:
    """Spans as news corpora draw them: no article, no lower-case ends, "City, State" as two."""
    spans = []
    for start, end, label in document.spans:
        if label != "LOC":
            trimmed = document.text[start:end]
            if trimmed.lower().startswith("the "):
                start += 4
            if any(c.isupper() for c in document.text[start:end]):
                spans.append((start, end, label))
            continue
        for piece in re.finditer(r"[^,\n]+", document.text[start:end]):
            first, last = start + piece.start(), start + piece.end()
            spans.extend(_trimmed(document.text, first, last))
    return Labelled(document.text, spans, document.partial)


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    words = list(re.finditer(r"\S+", text[start:end]))
    lowered = text.islower()
    while words and (
        words[0].group().lower() == "the" or not (lowered or re.match(r"[\W]*[A-Z\d\u0080-\uffff]", words[0].group()))
    ):
        words = words[1:]
    if not words or len(words) > 7:
        return []
    last = re.sub(r"(['’]s|[;:!?)\]\"”]+)$", "", words[-1].group())
    first_offset = start + words[0].start()
    last_offset = start + words[-1].start() + len(last)
    return [(first_offset, last_offset, "LOC")] if last_offset > first_offset else []
