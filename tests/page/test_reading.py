"""The page for those who print, who read without script or with a screen reader, and inside another page."""

from __future__ import annotations

import base64
import html
import io
from pathlib import Path

import pytest

from tests.page.conftest import Tab

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1600, 900), (390, 844)], ids=["wide", "phone"])
@pytest.mark.parametrize("name", ["sample", "nothing", "arabic"])
def test_axe_finds_nothing(tab: Tab, axe: str, name: str, size: tuple[int, int], dark: bool) -> None:
    tab.open(name, size=size, dark=dark)
    tab.driver.execute_script(axe)
    states = ["1"]
    if name == "sample":
        states += ["document.querySelector('#claim-c4 h4 a').click()", "document.getElementById('how').click()"]
        if size[0] < 700:
            states = [
                f"document.querySelector('[data-tab={t}]').click()"
                for t in ("cards", "text", "places", "time", "method")
            ]
    for state in states:
        tab.js(f"({state}, 1)")
        found = tab.driver.execute_async_script(
            "axe.run().then(r => arguments[0](r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target))))"
        )
        assert found == [], state


def test_text_contrast_is_six_to_one(tab: Tab, axe: str) -> None:
    """The axe rule for enhanced contrast asks for 7:1, the page promises 6:1: measure what it lists."""
    for dark in (False, True):
        tab.open(dark=dark)
        tab.driver.execute_script(axe)
        found = tab.driver.execute_async_script(
            "axe.run({runOnly: ['color-contrast-enhanced']}).then(r => arguments[0](r.violations.flatMap(v =>"
            " v.nodes.map(n => [n.html, n.any[0].data.contrastRatio]))))"
        )
        assert [row for row in found if row[1] < 6] == []


def test_print_has_the_text_of_all_stories_and_the_map(tab: Tab) -> None:
    pypdf = pytest.importorskip("pypdf", reason="needs pypdf (pip install '.[test]')")
    tab.open(dark=True)
    pdf = tab.do("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
    pages = pypdf.PdfReader(io.BytesIO(base64.b64decode(pdf))).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())
    for said in (
        "It stood for two hours",
        "Passengers who reached",
        "does not match the 60 km",
        "Stavanger",
        "Journeys",
        "Newspapers round",
    ):
        assert said.upper() in told.upper()
    drawn = sum(page.get_contents().get_data().count(b" l\n") for page in pages)
    assert drawn > 500  # the coast of the static map
    assert tab.faults() == []


def test_without_script_everything_can_be_read(tab: Tab) -> None:
    tab.open(script=False, size=(900, 1000))
    tree = tab.do("DOMSnapshot.captureSnapshot", computedStyles=["display"])
    strings, layout = tree["strings"], tree["documents"][0]["layout"]
    told = " ".join(" ".join(strings[i] for i in layout["text"] if i >= 0).split()).upper()
    for said in (
        "It stood for two hours",
        "Passengers who reached",
        "does not match the 60 km",
        "Timeline",
        "How this was checked",
        "Stavanger",
    ):
        assert said.upper() in told
    names = [strings[i] for i in tree["documents"][0]["nodes"]["nodeName"]]
    shown = {names[n] for n in layout["nodeIndex"]}
    assert {"svg", "path", "circle"} <= shown
    assert "INPUT" not in shown  # what needs script is not there


def test_inside_a_sandboxed_frame_it_works_as_well(tab: Tab, tmp_path: Path) -> None:
    page = tab.write("sample").read_text(encoding="utf-8")
    frame = f'<iframe sandbox="allow-scripts" width="1200" height="700" srcdoc="{html.escape(page)}"></iframe>'
    outer = tmp_path / "outer.html"
    outer.write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
    tab.open("sample")
    tab.driver.get(outer.as_uri())
    tab.driver.switch_to.frame(0)
    tab.click("#claim-c2 h4 a")
    assert "card claim-c2" in tab.lit()
    tab.driver.switch_to.default_content()
    assert tab.faults() == []
