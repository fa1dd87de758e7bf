"""A document's text cut into pieces that the template writes one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.records import Document, MentionKind, PlacedMention, Verdict

_LINE = re.compile(r"[^\r\n]+")
_LABEL = re.compile(r"^\s*(?:title|headline|date|published|outlet|source|publisher)\s*:\s*", re.IGNORECASE)
MAX_HEIGHT = 3


@dataclass(slots=True)
class Piece:
    """A stretch of text, a place, or where the underline of a claim opens or closes.

    A claim that overlaps another is cut where that one ends; `last` marks where it really ends. `height` counts the
    underlines below this one, so that nested ones do not cover each other.
    """

    kind: str
    text: str = ""
    claim: str = ""
    place: int = 0
    last: bool = False
    height: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a document; `header` where title, date and outlet stand."""

    pieces: list[Piece]
    header: bool = False


@dataclass(slots=True)
class _Span:
    claim: str
    start: int
    end: int
    height: int = 0


@dataclass(slots=True)
class _Sweep:
    out: list[Piece] = field(default_factory=list)
    open: list[tuple[_Span, Piece]] = field(default_factory=list)

    def begin(self, span: _Span) -> None:
        piece = Piece("open", claim=span.claim)
        self.out.append(piece)
        self.open.append((span, piece))
        for below, (outer, _) in enumerate(reversed(self.open)):
            outer.height = max(outer.height, min(below, MAX_HEIGHT))

    def finish(self, at: int, paragraph_end: int) -> None:
        """Close what ends here; what lies above it in the stack is closed and opened again."""
        ending = [n for n, (span, _) in enumerate(self.open) if min(span.end, paragraph_end) <= at]
        if not ending:
            return
        above = self.open[ending[0] :]
        for span, _ in reversed(above):
            self.out.append(Piece("close", claim=span.claim, last=span.end <= at))
        del self.open[ending[0] :]
        for span, _ in above:
            if min(span.end, paragraph_end) > at:
                self.begin(span)


def paragraphs(
    document: Document,
    mentions: Sequence[PlacedMention],
    verdicts: Sequence[Verdict],
    numbers: Mapping[str, int],
) -> list[Paragraph]:
    """The document's lines with its places (by the number of their pin) and its claims marked."""
    literal = (m for m in mentions if m.mention.kind == MentionKind.PLACE)
    pins = sorted((m for m in literal if m.place and m.place.id in numbers), key=lambda m: (m.start, m.end))
    starts = [m.start for m in pins]
    spans = [_snapped(v, pins, starts) for v in verdicts]
    spans.sort(key=lambda s: (s.start, -s.end, s.claim))
    out: list[Paragraph] = []
    running: list[_Span] = []
    coming = deque(spans)
    for line in _LINE.finditer(document.text):
        if not line[0].strip():
            continue
        while coming and coming[0].start < line.end():
            running.append(coming.popleft())
        running = [s for s in running if s.end > line.start()]
        here = pins[bisect_left(starts, line.start()) : bisect_left(starts, line.end())]
        places = {m.start: (m.end, _number(m, numbers)) for m in here if m.end <= line.end()}
        pieces = _pieces(document.text, line.span(), running, places)
        header = line.end() <= document.body_start
        if header and _said_above(line[0], document) and all(p.kind in ("text", "place") for p in pieces):
            continue
        out.append(Paragraph(pieces, header=header))
    heights = {s.claim: s.height for s in spans}
    for paragraph in out:
        for piece in paragraph.pieces:
            piece.height = heights.get(piece.claim, 0)
    return out


def _said_above(line: str, document: Document) -> bool:
    """Whether a header line only says what the page shows above the text: "# Title", "Outlet: EIRNS"."""
    words = _LABEL.sub("", line).strip(" #*=\t")
    return words in (document.title, document.outlet, document.date.isoformat() if document.date else None)


def _number(mention: PlacedMention, numbers: Mapping[str, int]) -> int:
    return numbers[mention.place.id] if mention.place is not None else 0


def _snapped(verdict: Verdict, pins: Sequence[PlacedMention], starts: Sequence[int]) -> _Span:
    """The claim's span, widened so that it does not begin or end inside a place's name."""
    claim = verdict.claim
    start, end = claim.start, max(claim.end, claim.start + 1)
    before = bisect_left(starts, start) - 1
    if before >= 0 and start < pins[before].end:
        start = pins[before].start
    before = bisect_left(starts, end) - 1
    if before >= 0 and end < pins[before].end:
        end = pins[before].end
    return _Span(claim.id, start, end)


def _pieces(
    text: str, line: tuple[int, int], spans: Sequence[_Span], places: Mapping[int, tuple[int, int]]
) -> list[Piece]:
    sweep = _Sweep()
    begin, end = line
    opening: dict[int, list[_Span]] = defaultdict(list)
    for span in spans:
        opening[max(span.start, begin)].append(span)
    cuts = {begin, end, *places, *(stop for stop, _ in places.values()), *opening, *(min(s.end, end) for s in spans)}
    order = sorted(cuts)
    for at, following in zip(order, [*order[1:], end], strict=True):
        sweep.finish(at, end)
        for span in opening.get(at, ()):
            sweep.begin(span)
        if at < following and at in places:
            sweep.out.append(Piece("place", text=text[at:following], place=places[at][1]))
        elif at < following:
            sweep.out.append(Piece("text", text=text[at:following]))
    return sweep.out
