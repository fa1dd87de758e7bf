"""What readers import themselves - places, railways, files, lines of JSON - is as little run as an article is."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.page.conftest import Tab

pytestmark = pytest.mark.browser

BAD = "<img src=x onerror=window.pwned=1>{{7*191}}${window.pwned=1}`</script><script>window.pwned=1</script>"
WAY = [[10.0, 50.0], [10.4, 50.2], [10.8, 50.5], [11.0, 51.0]]
NOTEBOOK = """
import pathlib, sys, geomap
report = geomap.check(sys.argv[1])
pathlib.Path(sys.argv[2]).write_text("<meta charset=utf-8>" + report._repr_html_(), encoding="utf-8")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page and a notebook's output of texts, places and a railway that all carry markup, templates and script."""
    here = tmp_path_factory.mktemp("hostile")
    rows = [
        ("name", "lat", "lon", "id", "country", "admin1", "population", "names"),
        ("Zorblax", 50.0, 10.0, "my:1", "DE", BAD, "1000", BAD),
        ("Quuxton", 50.5, 10.8, "my:2", "DE", BAD, "1000", ""),
        (BAD, 51.0, 11.0, "my:3", "DE", "", "10", "Frobnitz"),
    ]
    with (here / "own.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    line = {"type": "LineString", "coordinates": WAY}
    rail = {"type": "Feature", "properties": {"name": BAD, "railway": "rail"}, "geometry": line}
    (here / "rails.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [rail]}))
    story = here / "<img src=x onerror=window.pwned=1>{{7*191}}.txt"
    story.write_text(f"The train from Frobnitz to Quuxton covers 90 km by rail, {BAD} said.\n")
    row = {"id": BAD, "title": BAD, "text": f"The train from Zorblax to Quuxton covers 900 km. {BAD}", "outlet": BAD}
    (here / "d.jsonl").write_text(json.dumps({**row, "url": "javascript:window.pwned=1"}) + "\n")

    def geomap(*arguments: str) -> None:
        environment = {**os.environ, "GEOMAP_HOME": str(here / "home"), "GEOMAP_CONFIG": ""}
        subprocess.run([sys.executable, *arguments], cwd=here, env=environment, check=True, capture_output=True)

    geomap("-m", "geomap", "data", "import-places", "own.csv")
    geomap("-m", "geomap", "data", "import-osm", "rails.geojson")
    geomap("-m", "geomap", "map", story.name, "d.jsonl", "-o", "page.html", "--title", BAD)
    geomap("-c", NOTEBOOK, "d.jsonl", "notebook.html")
    return here


@pytest.mark.parametrize("name", ["page.html", "notebook.html"])
def test_nothing_runs_and_nothing_is_asked_for(tab: Tab, folder: Path, name: str) -> None:
    tab.open(at="#")  # forgets what an earlier page logged
    tab.faults(), tab.requests()
    tab.driver.get((folder / name).as_uri())
    tab.js("document.querySelectorAll('a[data-pin], a[data-claim], button').forEach(n => n.click())")
    assert tab.js("window.pwned === undefined")
    assert tab.requests() == [(folder / name).as_uri()]
    assert tab.faults() == []
    assert "1337" not in tab.js("document.body.textContent")


def test_names_of_places_and_lines_are_shown_as_they_are(tab: Tab, folder: Path) -> None:
    tab.driver.get((folder / "page.html").as_uri())
    assert BAD in tab.js("document.querySelector('#places').textContent")
    assert BAD in tab.js("document.querySelector('#cards').textContent")
    assert tab.js("document.querySelector('h1').textContent") == BAD
    assert tab.js("document.title") == BAD
