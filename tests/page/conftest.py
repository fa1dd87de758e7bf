"""A headless Chromium without network, and the pages that it opens."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from geomap.writers.page import PageWriter
from tests.page.shapes import SHAPES
from tests.page.stories import RULES

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-prefers-reduced-motion",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
ROOT = Path(__file__).resolve().parents[2]


class Tab:
    """A page in the browser, with what tests ask of it."""

    def __init__(self, driver: Any, write: Callable[[str], Path]) -> None:
        self.driver = driver
        self.write = write

    def open(
        self,
        name: str = "sample",
        *,
        size: tuple[int, int] = (1600, 900),
        dark: bool = False,
        script: bool = True,
        at: str = "",
    ) -> None:
        """Open a page afresh, at this size and in these colours."""
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.do("Emulation.setScriptExecutionDisabled", value=False)
        self.driver.get("about:blank")
        self.do("Emulation.setEmulatedMedia", media="", features=[theme, calm])
        self.do("Emulation.setScriptExecutionDisabled", value=not script)
        self.resize(*size)
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(self.write(name).as_uri() + at)

    def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        self.do(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700
        )

    def do(self, command: str, **given: Any) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, given)

    def js(self, script: str, *given: Any) -> Any:
        """The value of an expression in the page; `given` are its `arguments`."""
        return self.driver.execute_script(f"return {script}", *given)

    def click(self, selector: str) -> None:
        """Click in the middle of the first such element, as a mouse does."""
        from selenium.webdriver.common.by import By

        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def press(self, *keys: str) -> None:
        """Keys on whatever has the focus."""
        from selenium.webdriver.common.action_chains import ActionChains

        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def lit(self) -> set[str]:
        """What is lit up: cards, pins by number, underlined claims, lines, rows."""
        return set(
            self.js(
                """[...document.querySelectorAll(".on")].map(n =>
                n.matches(".card") ? "card " + n.id : n.matches(".pin") ? "pin " + n.textContent.replace(/\\D.*$/, "") :
                n.matches(".c") ? "text " + n.dataset.claim : n.matches("path") ? "line" : n.matches("tr") ? n.id :
                n.matches(".m") ? "mention " + n.dataset.pin : "other")"""
            )
        )

    def said(self) -> str:
        """What the live region says."""
        return str(self.js("document.getElementById('live').textContent"))

    def busy_s(self) -> float:
        """How long the page's thread has worked."""
        metrics = {row["name"]: row["value"] for row in self.do("Performance.getMetrics")["metrics"]}
        return float(metrics["TaskDuration"])

    def faults(self) -> list[str]:
        """Messages in the console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for."""
        entries = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        asked = [e["params"]["request"]["url"] for e in entries if e["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith(("data:", "about:"))]


def _executable(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    chromium = _executable(["chromium", "chromium-browser", "google-chrome"])
    chromedriver = _executable(["chromedriver"])
    if chromium is None or chromedriver is None:
        pytest.skip("needs chromium and chromedriver (Debian: apt-get install chromium chromium-driver)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium (pip install '.[test]')")
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=chromedriver)
    browser = webdriver.Chrome(options=options, service=service)
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("pages")

    def write(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(PageWriter(rules=RULES).write(SHAPES[name]()), encoding="utf-8")
        return path

    return write


@pytest.fixture
def tab(driver: Any, written: Callable[[str], Path]) -> Tab:
    return Tab(driver, written)


@pytest.fixture(scope="session")
def axe() -> str:
    for folder in (ROOT, *ROOT.parents):
        source = folder / "node_modules" / "axe-core" / "axe.min.js"
        if source.is_file():
            return source.read_text(encoding="utf-8")
    pytest.skip("needs axe-core (npm install --no-save axe-core)")
