"""Puts a report into one HTML file that needs no network."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from geomap.errors import UsageError
from geomap.records import Document, Report, Rule
from geomap.writers.page import basemap, cards, drawing, leaflet, wording
from geomap.writers.page.article import Paragraph, paragraphs
from geomap.writers.page.finding import by_urgency, finding
from geomap.writers.page.method import credits_of, file_name, method, title_of
from geomap.writers.page.pins import Pin, number, sureness, where
from geomap.writers.page.safe import csp_hash, island, shown, web_link
from geomap.writers.page.static_map import picture
from geomap.writers.page.templates import asset, environment
from geomap.writers.page.timeline import days

OSM_TILES = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
OSM_CREDIT = "© OpenStreetMap contributors"


# A host, a port and a path; nothing in it may end the policy's directive.
_TILES = re.compile(r"https?://(?:\{s\}\.)?[\w.-]+(?::\d+)?/[\w./{}?=&%@-]*\Z", re.ASCII | re.IGNORECASE)
# Up to this size a page is filled with the detailed base map; five stories are to stay below 600 KB in all.
COMFORTABLE_BYTES = 592_000
LEAD_CHARS = 90
DATA_HERE = "geomap-data-goes-here"
LEGEND = {
    "route": "way or journey",
    "straight": "straight line",
    "planned": "planned or not reached",
    "unsure": "unsure place",
    "area": "country or other area",
}
# Runs in the head, so that a page with script never shows itself without.
HAS_SCRIPT = 'document.documentElement.className="js"'


@dataclass(frozen=True, slots=True)
class Story:
    """A document as the article pane shows it."""

    n: int
    id: str
    title: str
    lead: str
    byline: str
    link: str | None
    paragraphs: list[Paragraph]
    counts: dict[str, int]
    claims: int


class PageWriter:
    """Writes the map page.

    Args:
        title: The page's title; by default that of the only document, or how many documents there are.
        tiles: "none", "osm", or an address of map tiles with {z}, {x} and {y}, which the reader's browser then fetches.
        rules: All rules that could have fired, for the panel on how it was checked.
        small: Leave out the static picture and the base map at 1:10m, for a page inside a notebook.
        only_map: Show the map alone, for a list of places, a journey or a route without any text.
    """

    def __init__(
        self,
        title: str | None = None,
        tiles: str = "none",
        rules: Sequence[Rule] = (),
        *,
        small: bool = False,
        only_map: bool = False,
    ) -> None:
        self.title = title
        self.tiles = _tile_address(tiles)
        self.rules = tuple(rules)
        self.small = small
        self.only_map = only_map
        self.size = 0 if small else COMFORTABLE_BYTES

    def write(self, report: Report) -> str:
        """The whole page; the same report gives the same bytes."""
        pins = number(report)
        claim_cards = cards.claim_cards(report, pins)
        data = self._map_data(report, pins, claim_cards)
        view = self._view(report, pins, claim_cards, data)
        library, library_style = leaflet.library()
        scripts = [HAS_SCRIPT, library, leaflet.map_script(), asset("map.js"), asset("page.js")]
        styles = [library_style, asset("colours.css"), asset("page.css"), asset("picture.css"), asset("map.css")]
        page = (
            environment()
            .get_template("page.html.j2")
            .render(
                **view,
                policy=self._policy(scripts, styles),
                tiles=self.tiles,
                first=Markup(scripts[0]),
                scripts=[Markup(s) for s in scripts[1:]],
                styles=[Markup(s) for s in styles],
                data=DATA_HERE,
            )
        )
        before, _, after = page.rpartition(DATA_HERE)  # the last one: an article may contain it too
        return before + self._data(report, pins, data, room=self.size - len(page.encode())) + after

    def _data(self, report: Report, pins: dict[str, Pin], data: dict[str, Any], *, room: int) -> str:
        """The island, with as much of the base map at 1:10m as there is room for."""
        bare = island({**data, "tiles": []})
        room = min(basemap.DETAIL_BYTES, room - len(bare.encode()))
        tiles = drawing.squares(report, pins, budget=room) if room > 0 else []
        return island({**data, "tiles": tiles}) if tiles else bare

    def _map_data(self, report: Report, pins: dict[str, Pin], claim_cards: Sequence[cards.Card]) -> dict[str, Any]:
        data = drawing.map_data(report, pins, claim_cards)
        data["credits"] = [shown(credit) for credit in credits_of(report)]
        if self.tiles:
            data["tileUrl"] = self.tiles
            data["tileCredit"] = OSM_CREDIT if self.tiles == OSM_TILES else urlsplit(self.tiles).netloc
        return data

    def _view(
        self, report: Report, pins: dict[str, Pin], claim_cards: Sequence[cards.Card], data: dict[str, Any]
    ) -> dict[str, Any]:
        counts = {v.value: sum(c.outcome == v.value for c in claim_cards) for v in wording.VERDICTS}
        stories = _stories(report, pins)
        compared = cards.comparison_cards(report.comparisons, claim_cards)
        drawn = {kind for row in (*data["claims"], *data["journeys"]) for kind, _ in row["lines"]}
        drawn |= {kind for pin in data["pins"] for kind in ("unsure", "area") if kind in pin}
        return {
            "title": self.title or _title(report),
            "stories": stories,
            "story_title": {s.id: s.title for s in stories},
            "pins": list(pins.values()),
            "pin": {pin.n: pin for pin in pins.values()},
            "cards": claim_cards,
            "finding": finding(claim_cards, report.comparisons),
            "groups": by_urgency(claim_cards, compared),
            "card": {card.id: card for card in claim_cards},
            "comparisons": compared,
            "journeys": cards.journey_cards(report.journeys, pins),
            "days": days(report, pins, claim_cards),
            "method": method(report, self.rules, pins),
            "counts": counts,
            "verdicts": {k.value: v for k, v in wording.VERDICTS.items()},
            "picture": None if self.small else picture(report, pins),
            "version": report.version,
            "only_map": self.only_map,
            "where": where,
            "sureness": sureness,
            "legend": [(kind, words) for kind, words in LEGEND.items() if kind in drawn],
        }

    def _policy(self, scripts: Sequence[str], styles: Sequence[str]) -> str:
        images = "data:" if not self.tiles else f"data: {_origin(self.tiles)}"
        return "; ".join(
            [
                "default-src 'none'",
                "script-src " + " ".join(map(csp_hash, scripts)),
                "style-src " + " ".join(map(csp_hash, styles)),
                f"img-src {images}",
                "connect-src 'none'",
                "base-uri 'none'",
                "form-action 'none'",
            ]
        )


def _title(report: Report) -> str:
    if len(report.documents) == 1:
        return title_of(report.documents[0])
    return f"{len(report.documents):,} texts, checked"


def _stories(report: Report, pins: dict[str, Pin]) -> list[Story]:
    numbers = {place: pin.n for place, pin in pins.items()}
    out = []
    for n, document in enumerate(report.documents, start=1):
        verdicts = [v for v in report.verdicts if v.claim.document == document.id]
        mentions = [m for m in report.mentions if m.mention.document == document.id]
        out.append(
            Story(
                n=n,
                id=document.id,
                title=title_of(document),
                lead="" if document.title else _lead(document),
                byline=_byline(document),
                link=web_link(document.url),
                paragraphs=paragraphs(document, mentions, verdicts, numbers),
                counts={k.value: sum(v.outcome == k for v in verdicts) for k in wording.VERDICTS},
                claims=len(verdicts),
            )
        )
    return out


def _lead(document: Document) -> str:
    """The first words of a text that has no title."""
    return textwrap.shorten(
        document.text[document.body_start : document.body_start + 400], LEAD_CHARS, placeholder=" …"
    )


def _byline(document: Document) -> str:
    day = f"{document.date:%d %B %Y}".lstrip("0") if document.date else ""
    name = file_name(document) if document.title else ""
    return " · ".join(filter(None, (document.outlet or "", day, name)))


def _tile_address(tiles: str) -> str:
    if tiles == "none":
        return ""
    address = OSM_TILES if tiles == "osm" else tiles
    if not _TILES.match(address) or not all(field in address for field in ("{z}", "{x}", "{y}")):
        raise UsageError(f"--tiles takes none, osm or an address with {{z}}, {{x}} and {{y}}, not {tiles!r}")
    return address


def _origin(address: str) -> str:
    """The host that images may come from; a `{s}` before its first dot becomes a wildcard."""
    parts = urlsplit(address.replace("{s}", "*"))
    return f"{parts.scheme}://{parts.netloc}"
