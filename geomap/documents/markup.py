"""HTML to text in linear time: nothing is executed, nothing is fetched, unclosed tags cost nothing extra."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from geomap.documents.linked_data import read_linked_data

_TAG_START = re.compile(r"</?[A-Za-z]")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_QUOTED_TAG = re.compile(r"""<(?>[^<>"']+|"[^"]*"|'[^']*'|<)*+>""")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][-A-Za-z0-9_:.]{0,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LONG_CHARREF = re.compile(r"&#(?:x[0-9a-f]{7,}|[0-9]{8,});?", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# What no reader of a page sees: soft hyphens, blanks of no width, marks of the writing direction.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_RAW = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "math", "object", "noembed", "noframes"})
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "select", "dialog", "textarea"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"br", "li", "tr", "dt", "dd"})
_PARTS = frozenset({"address", "article", "body", "details", "div", "fieldset", "figure", "header", "main", "section"})
_LISTS = frozenset({"dl", "ol", "ul", "table", "thead", "tbody", "tfoot"})
_TEXTS = frozenset({"blockquote", "caption", "center", "figcaption", "hr", "p", "pre", "summary", "title"})
_BLOCKS = _HEADINGS | _LINES | _PARTS | _LISTS | _TEXTS
_CLOSE = "\n"
_LARGEST_TAG = 65_536


@dataclass(slots=True)
class Page:
    """What a page says: its text and what it tells about itself."""

    text: str = ""
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(slots=True)
class _Collector:
    """Text by region while tags go by; a region is an article, a main part, or the rest (0)."""

    parts: list[tuple[int, str]] = field(default_factory=list)
    regions: list[int] = field(default_factory=lambda: [0])
    count: int = 0
    meta: dict[str, str] = field(default_factory=dict)
    title: list[str] | None = None
    heading: list[str] | None = None
    open_name: str = ""

    def text(self, raw: str) -> None:
        if self.open_name == "title":
            self.title = [*(self.title or []), raw]
            return
        if self.open_name == "h1":
            self.heading = [*(self.heading or []), raw]
        self.parts.append((self.regions[-1], raw))

    def tag(self, name: str, source: str) -> None:
        closing = source.startswith("</")
        if name in ("title", "h1"):
            first = (self.title if name == "title" else self.heading) is None
            self.open_name = "" if closing or not first else name
        if name in ("article", "main"):
            if not closing:
                self.count += 1
                self.regions.append(self.count)
            elif len(self.regions) > 1:
                self.regions.pop()
        if name in ("meta", "link", "time") and not closing:
            self._note_meta(name, source)
        if name in _BLOCKS:
            self.parts.append((self.regions[-1], _CLOSE if name in _LINES else _CLOSE * 2))
        elif name in ("td", "th"):
            self.parts.append((self.regions[-1], " "))

    def _note_meta(self, name: str, source: str) -> None:
        found = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(source[:_LARGEST_TAG])}
        if name == "meta":
            key, value = found.get("property") or found.get("name") or found.get("itemprop") or "", found.get("content")
        elif name == "time":
            key, value = "time", found.get("datetime")
        else:
            key, value = f"link:{found.get('rel', '')}", found.get("href")
        if key and value:
            self.meta.setdefault(key.lower(), _unescape(value).strip()[:2000])


def read_page(source: str) -> Page:
    """The readable text of a page, with its title, date, outlet and address where it names them.

    Where the page marks an article (or a main part) that holds at least a third of the text, only this is read.
    """
    collector = _Collector()
    for is_text, piece in _tokens(source):
        if is_text:
            collector.text(piece)
        elif (found := _NAME.match(piece)) is not None:
            collector.tag(found[1].lower(), piece)
    meta, told = collector.meta, read_linked_data(source)
    heading, title = _tidy("".join(collector.heading or [])), _tidy("".join(collector.title or []))
    days = ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "time")
    return Page(
        text=_choose_text(collector.parts),
        title=heading or told.get("title") or meta.get("og:title") or title or None,
        date=told.get("date") or next((meta[name] for name in days if name in meta), None),
        outlet=told.get("outlet") or meta.get("og:site_name"),
        url=meta.get("link:canonical") or meta.get("og:url"),
    )


def _tokens(source: str) -> Iterator[tuple[bool, str]]:
    """Texts and tags in order; what lies in scripts, styles, comments and navigation is left out."""
    lowered = source.lower() if source.isascii() else _ascii_lower(source)
    pos, scan_budget = 0, 2_000_000
    unclosed: set[str] = set()
    while pos < len(source):
        start = source.find("<", pos)
        if start < 0:
            yield True, source[pos:]
            return
        if start > pos:
            yield True, source[pos:start]
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            pos = len(source) if end < 0 else end + 3
        elif source.startswith(("<!", "<?"), start):
            end = source.find(">", start)
            pos = len(source) if end < 0 else end + 1
        elif _TAG_START.match(source, start) is None:
            yield True, "<"
            pos = start + 1
        else:
            end, cost = _tag_end(source, start, quoted=scan_budget > 0)
            scan_budget -= cost
            if end < 0:
                return
            tag = source[start:end]
            yield False, tag
            pos = _after_hidden(lowered, tag, end, unclosed)


def _tag_end(source: str, start: int, *, quoted: bool) -> tuple[int, int]:
    """Where a tag ends, minding ">" in quoted values, and what a vain search for quotes has cost."""
    if quoted and (match := _QUOTED_TAG.match(source, start, start + _LARGEST_TAG)):
        return match.end(), 0
    return source.find(">", start) + 1 or -1, min(_LARGEST_TAG, len(source) - start)


def _after_hidden(lowered: str, tag: str, end: int, unclosed: set[str]) -> int:
    """Where to go on after a tag: behind the closing tag of what is not read, else right behind the tag.

    `unclosed` keeps the names that are closed nowhere further on, so that each is searched for only once.
    """
    found = _NAME.match(tag)
    if found is None or tag.startswith("</") or tag.endswith("/>"):
        return end
    name = found[1].lower()
    if name in unclosed or (name not in _RAW and name not in _ASIDE):
        return end
    close = lowered.find(f"</{name}", end)
    if close < 0:
        unclosed.add(name)
        return len(lowered) if name in ("script", "style") else end
    after = lowered.find(">", close)
    return len(lowered) if after < 0 else after + 1


def _ascii_lower(text: str) -> str:
    return re.sub("[A-Z]+", lambda m: m.group().lower(), text)


def _choose_text(parts: list[tuple[int, str]]) -> str:
    sizes: dict[int, int] = {}
    for region, piece in parts:
        sizes[region] = sizes.get(region, 0) + len(piece.strip())
    best = max((region for region in sizes if region), key=lambda r: sizes[r], default=0)
    chosen = best if best and sizes[best] * 3 >= sum(sizes.values()) else None
    return _join([piece for region, piece in parts if chosen is None or region == chosen])


def _join(pieces: list[str]) -> str:
    """Pieces as running text: blanks collapse, breaks stay, never more than one empty line."""
    lines: list[str] = []
    line: list[str] = []
    for piece in pieces:
        if piece.startswith(_CLOSE) and not piece.strip(_CLOSE):
            lines.append(_tidy("".join(line)))
            line = []
            if len(piece) > 1:
                lines.append("")
        else:
            line.append(piece)
    lines.append(_tidy("".join(line)))
    kept: list[str] = []
    for text in lines:
        if text or (kept and kept[-1]):
            kept.append(text)
    return "\n".join(kept).strip("\n")


def _tidy(raw: str) -> str:
    return _BLANKS.sub(" ", _UNSEEN.sub("", _unescape(raw))).strip(" ")


def _unescape(raw: str) -> str:
    return html.unescape(_LONG_CHARREF.sub("\ufffd", raw)) if "&" in raw else raw
