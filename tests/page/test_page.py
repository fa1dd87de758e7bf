"""The page as text: safe, whole, small and always the same."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from geomap.errors import UsageError
from geomap.writers.page import PageWriter
from geomap.writers.svg import SvgWriter
from tests.page.shapes import HOSTILE, SHAPES
from tests.page.stories import RULES, sample


class Page(HTMLParser):
    """All that matters of a page: tags with their attributes, scripts, styles, and text by element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.islands: list[str] = []
        self.words: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        is_island = tag == "script" and dict(attrs).get("type") == "application/json"
        self._inside = "island" if is_island else tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        kinds = {"script": self.scripts, "style": self.styles, "island": self.islands}
        kinds.get(self._inside, self.words).append(data)

    @property
    def policy(self) -> dict[str, list[str]]:
        """The Content Security Policy by directive."""
        (content,) = [a["content"] for t, a in self.tags if a.get("http-equiv") == "Content-Security-Policy"]
        return {part.split()[0]: part.split()[1:] for part in (content or "").split(";")}


@pytest.fixture(scope="module", params=list(SHAPES))
def text(request: pytest.FixtureRequest) -> str:
    return PageWriter(rules=RULES).write(SHAPES[request.param]())


def hashed(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def test_policy_allows_exactly_what_the_page_holds(text: str) -> None:
    page = Page(text)
    assert page.policy["default-src"] == page.policy["connect-src"] == ["'none'"]
    assert page.policy["script-src"] == [hashed(s) for s in page.scripts]
    assert page.policy["style-src"] == [hashed(s) for s in page.styles]
    assert page.policy["img-src"] == ["data:"]


def test_nothing_is_fetched_and_nothing_is_handled_in_attributes(text: str) -> None:
    page = Page(text)
    for tag, attrs in page.tags:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base", "form", "foreignobject", "animate")
        assert not [name for name in attrs if name == "style" or name.startswith("on") or name in ("src", "srcset")]
        link = attrs.get("href") or "#"
        assert link.startswith("#") or (tag == "a" and re.match(r"https?://", link))
        if not link.startswith("#"):
            assert attrs["rel"] == "noopener noreferrer nofollow"
    assert not re.search(r"url\((?!data:)|@import", "".join(page.styles))


def test_every_link_inside_the_page_has_its_target(text: str) -> None:
    page = Page(text)
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for _, a in page.tags if (a.get("href") or "").startswith("#")} <= set(ids)  # type: ignore[index]


def test_the_page_says_its_language_and_title_and_may_be_enlarged(text: str) -> None:
    page = Page(text)
    assert ("html", {"lang": "en"}) in page.tags
    assert re.search(r"<title>[^<]+</title>", text)
    assert "maximum-scale" not in text
    assert "user-scalable" not in text


@pytest.mark.parametrize("name", ["sample", "many", "hostile", "pole"])
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert PageWriter(rules=RULES).write(SHAPES[name]()) == PageWriter(rules=RULES).write(SHAPES[name]())
    assert SvgWriter().write(SHAPES[name]()) == SvgWriter().write(SHAPES[name]())


@pytest.mark.parametrize(("name", "limit"), [("sample", 500_000), ("many", 700_000), ("forty", 3_000_000)])
def test_size(name: str, limit: int) -> None:
    assert len(PageWriter(rules=RULES).write(SHAPES[name]()).encode()) < limit


def test_hostile_text_is_text() -> None:
    report = SHAPES["hostile"]()
    text = PageWriter(title="{{7*191}}</title><script>1</script>").write(report)
    page = Page(text)
    assert "1337" not in "".join(page.words)
    assert len(page.scripts) == 5  # one for the class, Leaflet, the map's options, map.js, page.js
    told = "".join(page.words)
    for bad in HOSTILE:
        if bad.isprintable():
            assert told.count(bad) >= 8, bad
    assert "\u202e" not in text
    assert "javascript:" not in text
    json.loads("".join(page.islands))


def test_hostile_text_in_a_picture_is_text() -> None:
    svg = SvgWriter().write(SHAPES["hostile"]())
    assert "<script" not in svg
    assert "1337" not in svg


def test_text_of_every_part_is_there_without_script() -> None:
    told = " ".join("".join(Page(PageWriter(rules=RULES).write(sample())).words).split())
    for said in (
        "It stood for two hours at",
        "90 miles is 145 km, which does not match the 60 km between Voss and Finse.",
        "Inconsistent · 41 % too long",
        "unsure, 41 %; 1 of 34 places with this name",
        "One text says 471 km and the other 700 km for the same way.",
        "the morning train by rail",
        "not reached",
        "Newspapers round.",
        "Test railways",
        "1 of the claims found could not be checked",
    ):
        assert said in told, said


def test_an_article_text_that_looks_like_a_template_reaches_the_page_as_it_is() -> None:
    report = sample()
    first = replace(report.documents[0], text=report.documents[0].text.replace("a plough", "{{7*191}}  "))
    told = "".join(Page(PageWriter().write(replace(report, documents=(first, report.documents[1])))).words)
    assert "while {{7*191}}" in told


def test_online_tiles_open_the_policy_for_their_host_only() -> None:
    page = Page(PageWriter(tiles="https://{s}.tiles.example.org/{z}/{x}/{y}.png").write(sample()))
    assert page.policy["img-src"] == ["data:", "https://*.tiles.example.org"]
    assert page.policy["connect-src"] == ["'none'"]
    assert Page(PageWriter(tiles="osm").write(sample())).policy["img-src"][1] == "https://tile.openstreetmap.org"


@pytest.mark.parametrize(
    "tiles",
    [
        "google",
        "https://example.org/",
        "javascript:{z}{x}{y}",
        "https://a.example;script-src *;/{z}/{x}/{y}",
        "file:///{z}{x}{y}",
    ],
)
def test_a_wrong_address_of_tiles_is_refused(tiles: str) -> None:
    with pytest.raises(UsageError, match="tiles"):
        PageWriter(tiles=tiles)


def test_a_small_page_for_notebooks_leaves_the_pictures_out() -> None:
    small, whole = (PageWriter(rules=RULES, small=small).write(sample()) for small in (True, False))
    assert len(html.escape(small)) < 500_000
    assert 'class="picture"' not in small
    assert 'class="picture"' in whole
    assert json.loads("".join(Page(small).islands))["tiles"] == []
    assert json.loads("".join(Page(whole).islands))["tiles"] != []


def test_an_unsure_place_is_named_on_the_cards_of_its_claims() -> None:
    told = " ".join("".join(Page(PageWriter().write(sample())).words).split())
    assert "Unsure place Nes: unsure, 41 %; 1 of 34 places with this name" in told


def test_a_title_may_be_given() -> None:
    assert "<title>A &lt;b&gt; title</title>" in PageWriter(title="A <b> title").write(sample())
