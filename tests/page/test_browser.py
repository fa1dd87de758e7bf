"""The page in headless Chromium with no network: it opens, links, filters, and asks nobody."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

import geomap
from geomap import defaults
from geomap.errors import DataError
from geomap.writers.page import PageWriter
from tests.page.conftest import ROOT, Tab
from tests.page.shapes import HOSTILE, SHAPES

pytestmark = pytest.mark.browser
ENTER, SPACE, ESCAPE, TAB = "\ue007", " ", "\ue00c", "\ue004"


@pytest.mark.parametrize("name", list(SHAPES))
def test_opens_without_a_fault_and_asks_for_nothing_but_itself(tab: Tab, name: str) -> None:
    tab.open(name)
    assert tab.js("'ready' in document.body.dataset")
    assert tab.faults() == []
    assert tab.requests() == [tab.driver.current_url]
    assert tab.js("window.pwned === undefined")


def test_a_claim_in_the_text_lights_its_card_lines_and_pins(tab: Tab) -> None:
    tab.open()
    tab.click(".c[data-claim=c4] .ref")
    assert tab.lit() == {"card claim-c4", "text c4", "line", "pin 5", "pin 6", "place-5", "place-6"}
    assert tab.said().startswith("Claim 4, Inconsistent, 141 % too long: Finse, 90 miles east of Voss.")
    assert tab.js("location.hash") == "#claim-c4"
    box = tab.js("geomap.map.getBounds().toBBoxString().split(',').map(Number)")
    assert 3 < box[0] < 6.41 < 7.5 < box[2] < 10


def test_a_card_shows_its_claim_in_the_text_of_another_story(tab: Tab) -> None:
    tab.open()
    assert tab.js("document.getElementById('story-2').hidden")
    tab.click("#claim-c8 h4 a")
    assert {"card claim-c8", "text c8"} <= tab.lit()
    assert not tab.js("document.getElementById('story-2').hidden")
    assert tab.js("document.querySelector('[data-story=\"2\"]').getAttribute('aria-pressed')") == "true"


def test_keys_alone_reach_a_claim_and_clear_it(tab: Tab) -> None:
    tab.open()
    tab.press(TAB)
    assert tab.js("document.activeElement.textContent") == "Skip to the claims"
    tab.press(ENTER, TAB, TAB, TAB, TAB, ENTER)
    assert "card claim-c4" in tab.lit()
    tab.press(ESCAPE)
    assert tab.lit() == set()
    assert tab.said() == ""
    assert tab.js("location.hash") == ""


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_keys_open_a_pin(tab: Tab, key: str) -> None:
    tab.open()
    tab.js("geomap.pins.get(6).node.focus()")
    tab.press(key)
    assert {"pin 6", "mention 6", "place-6"} <= tab.lit()
    assert "Place 6: Voss." in tab.said()


def test_a_pin_and_a_line_answer_to_a_click(tab: Tab) -> None:
    tab.open()
    tab.click(".pin[aria-label^='8 '] b")
    assert {"pin 8", "place-8", "mention 8"} <= tab.lit()
    tab.js("(geomap.claims.get('c6').drawn[0].fire('click'), 1)")
    assert {"card claim-c6", "line"} <= tab.lit()
    assert "pin 8" not in tab.lit()


def test_a_link_to_a_claim_opens_it_and_following_another_moves_on(tab: Tab) -> None:
    tab.open(at="#claim-c6")
    assert "card claim-c6" in tab.lit()
    tab.js("(location.hash = '#claim-c2', 1)")
    tab.js("new Promise(done => setTimeout(done, 50))")
    assert "card claim-c2" in tab.lit()
    tab.open(at="#claim-nonsense")
    assert tab.lit() == set()
    tab.open(at="#place-7")
    assert "pin 7" in tab.lit()
    assert tab.faults() == []


def test_an_unsure_place_shows_its_ring_and_what_else_it_could_be(tab: Tab) -> None:
    tab.open()
    assert tab.js("document.querySelectorAll('path.ring').length") == 1
    tab.click("a.m[data-pin='7']")
    assert tab.js("document.querySelectorAll('path.other').length") == 3
    assert "1 of 34 places with this name" in tab.said()
    tab.press(ESCAPE)
    assert tab.js("document.querySelectorAll('path.other').length") == 0


def test_chips_filter_cards_lines_and_comparisons(tab: Tab) -> None:
    tab.open()
    cards = "[...document.querySelectorAll('[data-card]')].filter(n => !n.hidden).map(n => n.id)"
    lines = "document.querySelectorAll('path.l.v-consistent').length"
    assert len(tab.js(cards)) == 8
    assert tab.js(lines) > 0
    tab.click("[data-verdict=inconsistent]")
    assert tab.js(cards) == ["claim-c4", "claim-c8"]
    assert tab.js(lines) == 0
    assert tab.js("document.getElementById('compared-x2').hidden")
    assert tab.said() == "2 of 8 claims shown"
    tab.click("[data-verdict=doubtful]")
    assert tab.js(cards) == ["claim-c4", "claim-c8", "claim-c6"]
    tab.click("[data-verdict=doubtful]")
    tab.click("[data-verdict=inconsistent]")
    assert len(tab.js(cards)) == 8


def test_the_box_filters_claims_and_places_by_their_words(tab: Tab) -> None:
    tab.open()
    tab.click("#find")
    tab.press(*"stavanger")
    assert tab.js("[...document.querySelectorAll('tr[data-row]')].filter(n => !n.hidden).map(n => n.id)") == ["place-8"]
    assert not tab.js("document.getElementById('nothing').hidden")
    tab.press(ESCAPE)
    assert tab.js("document.querySelectorAll('[data-card]:not([hidden])').length") == 8
    tab.press(*"crow flies")
    assert tab.js("document.querySelectorAll('[data-card]:not([hidden])').length") == 1


def test_a_journey_lights_its_line_and_stops(tab: Tab) -> None:
    tab.open()
    tab.click("[data-journey=j1]")
    assert {"line", "pin 1", "pin 8", "card journey-j1"} <= tab.lit()
    assert tab.js("document.querySelectorAll('path.l.journey.planned').length") == 1
    assert tab.js("geomap.journeys.get('j1').drawn.length") == 2
    assert tab.js("document.querySelector('path.arrow').getAttribute('d').split('M').length") > 3


def test_the_panel_opens_takes_the_focus_and_gives_it_back(tab: Tab) -> None:
    tab.open()
    shown = "getComputedStyle(document.getElementById('method')).display !== 'none'"
    assert not tab.js(shown)
    tab.click("#how")
    assert tab.js(shown)
    assert tab.js("document.activeElement.id") == "method"
    assert "rounding: 10%Newspapers round. Source: chosen for the test" in tab.js(
        "document.getElementById('method').textContent"
    )
    tab.press(ESCAPE)
    assert not tab.js(shown)
    assert tab.js("document.activeElement.id") == "how"


def test_colours_follow_the_reader_and_the_switch(tab: Tab) -> None:
    back = "getComputedStyle(document.body).backgroundColor"
    tab.open()
    assert tab.js(back) == "rgb(255, 255, 255)"
    land = tab.js("getComputedStyle(document.documentElement).getPropertyValue('--land')")
    tab.click("#theme")
    assert tab.js(back) == "rgb(20, 24, 29)"
    assert tab.js("document.getElementById('theme').getAttribute('aria-pressed')") == "true"
    assert tab.js("getComputedStyle(document.documentElement).getPropertyValue('--land')") != land
    tab.open(dark=True)
    assert tab.js(back) == "rgb(20, 24, 29)"
    tab.click("#theme")
    assert tab.js(back) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", ["sample", "many", "arabic"])
@pytest.mark.parametrize("size", [(1600, 900), (390, 844)])
def test_names_on_the_map_cover_neither_each_other_nor_a_pin(tab: Tab, name: str, size: tuple[int, int]) -> None:
    tab.open(name, size=size)
    hits = """(() => {
      const labels = document.querySelectorAll(".pin span, #geomap_map .name span");
      const shown = [...labels].filter(n => n.getClientRects().length);
      const pins = [...document.querySelectorAll(".pin:not(.small) b")].filter(n => n.getClientRects().length);
      const name = n => n.textContent, box = n => n.getBoundingClientRect();
      const hit = (a, b) => { const p = box(a), q = box(b);
        return p.left < q.right - 2 && q.left < p.right - 2 && p.top < q.bottom - 2 && q.top < p.bottom - 2; };
      const out = [];
      shown.forEach((a, i) => { shown.slice(i + 1).forEach(b => hit(a, b) && out.push(name(a) + "/" + name(b)));
        pins.forEach(b => b.parentNode !== a.parentNode && hit(a, b) && out.push(name(a) + "@" + name(b))); });
      return [out, shown.length]; })()"""
    for _ in range(3):
        found, count = tab.js(hits)
        assert found == []
        assert count > 0
        tab.js("(geomap.map.zoomOut(1, {animate: false}), 1)")


def test_a_map_has_its_bearings_and_names_only_what_it_shows(tab: Tab) -> None:
    tab.open()
    labels = "[...document.querySelectorAll('#geomap_map .name')]"
    kinds = labels + ".map(n => n.className.match(/town|water|country/)[0])"
    names = labels + ".map(n => n.textContent)"
    assert "town" in tab.js(kinds)
    assert "Tokyo" not in tab.js(names)
    tab.js("(geomap.map.setView([36, 138], 5, {animate: false}), 1)")
    assert "Tokyo" in tab.js(names)
    tab.js("(geomap.map.setView([20, 0], 2, {animate: false}), 1)")
    assert {"country", "water"} <= set(tab.js(kinds))
    assert tab.js("document.querySelectorAll('#geomap_map .name').length") < 150


@pytest.mark.parametrize(("claim", "pin"), [("c2", 3), ("c4", 5), ("c6", 7)])
def test_a_line_that_leaves_the_map_comes_in_again_on_the_other_side(tab: Tab, claim: str, pin: int) -> None:
    tab.open("world")
    ends = """((claim, pin) => {
      const path = geomap.claims.get(claim).drawn[0].getElement().getAttribute("d");
      const ends = path.split("M").filter(Boolean).map(p => p.split("L").pop().split(/[ ,]/).map(Number));
      const at = geomap.map.latLngToLayerPoint(geomap.pins.get(pin).marker.getLatLng());
      return [ends.length, Math.min(...ends.map(([x, y]) => Math.hypot(x - at.x, y - at.y)))]; })(...arguments)"""
    count, from_pin = tab.js(ends, claim, pin)
    assert count == 2
    assert from_pin < 3


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("name", ["sample", "hostile", "arabic"])
def test_nothing_is_wider_than_a_narrow_window(tab: Tab, name: str, width: int) -> None:
    tab.open(name, size=(width, 640))
    for part in ("cards", "text", "places", "time", "method"):
        tab.click(f"[data-tab={part}]")
        assert tab.js("document.documentElement.scrollWidth") <= width, part
        assert tab.js("document.getElementById(arguments[0]).getClientRects().length", part) == 1
    assert tab.faults() == []


def test_on_a_phone_a_claim_in_the_text_opens_its_card_below_the_map(tab: Tab) -> None:
    tab.open(size=(390, 844))
    tab.click("[data-tab=text]")
    tab.click(".c[data-claim=c6] .ref")
    assert tab.js("document.body.dataset.tab") == "cards"
    top = tab.js("document.getElementById('claim-c6').getBoundingClientRect().top")
    map_bottom = tab.js("document.getElementById('tabs').getBoundingClientRect().bottom")
    assert map_bottom - 1 <= top < 844
    assert "line" in tab.lit()


def test_hostile_text_is_shown_as_it_is(tab: Tab) -> None:
    tab.open("hostile")
    told = tab.js("document.querySelector('.story p:last-of-type').textContent")
    for bad in HOSTILE:
        if bad.isprintable():
            assert bad in told
    assert tab.js("document.querySelectorAll('script').length") == 6
    tab.click("#claim-c1 h4 a")
    tab.click("[data-pin='1']")
    assert tab.js("window.pwned === undefined")
    assert tab.faults() == []


def test_forty_texts_are_usable_within_two_seconds(tab: Tab) -> None:
    """Counted in processor time of the page's thread, which a loaded machine does not stretch as it does the clock."""
    tab.do("Performance.disable")
    tab.do("Performance.enable", timeDomain="threadTicks")
    before = tab.busy_s()
    tab.open("forty")
    assert tab.busy_s() - before < 2
    tab.click("[data-story='37']")
    tab.click("[data-verdict=doubtful]")
    assert tab.busy_s() - before < 3
    assert tab.js("document.querySelectorAll('.story:not([hidden])').length") == 1


@pytest.mark.parametrize("size", [(1600, 900), (390, 844)])
def test_the_map_has_its_buttons_and_credits(tab: Tab, size: tuple[int, int]) -> None:
    tab.open(size=size)
    start = tab.js("geomap.map.getZoom()")
    tab.click(".leaflet-control-zoom-in")
    assert tab.js("geomap.map.getZoom()") > start
    tab.click(".home")
    assert tab.js("geomap.map.getZoom()") == start
    credit = tab.driver.find_element("css selector", ".leaflet-control-attribution")
    assert credit.is_displayed()
    assert "Natural Earth" in credit.text
    assert tab.driver.find_element("css selector", ".leaflet-control-scale-line").is_displayed()


def test_a_note_says_where_the_base_map_is_coarse(tab: Tab) -> None:
    tab.open()
    assert tab.js("document.getElementById('coarse').hidden")
    tab.js("(geomap.map.setView([60.4, 8.5], 12, {animate: false}), 1)")
    assert not tab.js("document.getElementById('coarse').hidden")
    assert tab.js("geomap.map.getMaxZoom()") == 12


def test_tiles_are_asked_of_their_host_only_and_their_want_breaks_nothing(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "tiles.html"
    page.write_text(PageWriter(tiles="osm").write(SHAPES["sample"]()), encoding="utf-8")
    tab.open("nothing")
    tab.driver.get_log("performance")
    tab.driver.get(page.as_uri())
    assert tab.js("'ready' in document.body.dataset")
    hosts = {urlsplit(url).netloc for url in tab.requests()[1:] if not url.startswith("file:")}
    assert hosts == {"tile.openstreetmap.org"}
    tab.click("#claim-c4 h4 a")
    assert "card claim-c4" in tab.lit()
    assert "OpenStreetMap" in tab.js("document.querySelector('.leaflet-control-attribution').textContent")


@pytest.mark.parametrize("folder", ["seeds", "../shared/seeds"])
def test_the_five_stories_make_one_light_page(tab: Tab, tmp_path: Path, folder: str) -> None:
    seeds = ROOT / folder
    if not seeds.is_dir():
        pytest.skip(f"{folder} is not here")
    try:
        report = geomap.check(seeds)
    except DataError as error:
        pytest.skip(str(error))
    content = defaults.WRITERS["html"]().write(report)
    assert len(content.encode()) <= 600_000
    page = tmp_path / "seeds.html"
    page.write_text(content, encoding="utf-8")
    tab.open("nothing")
    tab.driver.get_log("performance")
    tab.driver.get(page.as_uri())
    assert tab.faults() == []
    assert tab.requests() == [tab.driver.current_url]
    assert tab.js("document.querySelectorAll('[data-card]').length") == len(report.claims) > 20
    assert tab.js("document.querySelectorAll('path.l.journey').length") > 0
