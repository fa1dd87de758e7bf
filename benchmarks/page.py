"""Measures the map page: how large it is, how long a browser takes until it can be used, how many elements it has.

    python benchmarks/page.py [FILE.jsonl or folder ...] [--documents 40] [--runs 5]

Without a source: the stories of `seeds/`, and forty documents of each corpus of places in `shared/` (or where
`GEOMAP_SHARED` says). Each page is written by geomap and opened in headless Chromium; the time runs from the beginning
of the navigation to the end of the page's last script, and the processor time of the page's thread is told beside it.
Then a chip, a place and a claim are clicked, and the slowest answer is told. Needs selenium, chromium and chromedriver.
Prints the rows of the table in README.md.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geomap import defaults  # noqa: E402
from geomap.records import Document, ReadOptions, Report  # noqa: E402

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND")
CORPORA = ("trnews", "geovirus", "lgl")
READY = "performance.getEntriesByName('ready')[0]?.startTime ?? null"
# The click is handled and laid out before the second frame is drawn.
ANSWER = """
const [node, done] = [document.querySelector(arguments[0]), arguments[1]], begun = performance.now();
if (!node) return done(0);
node.click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
"""
CLICKS = ("[data-verdict=consistent]", "[data-verdict=consistent]", "a[data-pin]", "h4 a[data-claim]")


@dataclass(frozen=True)
class Measured:
    """A page in a browser; times in seconds."""

    kilobytes: float
    written: float
    ready: float
    worst_ready: float
    busy: float
    answer: float
    elements: int


def documents(source: Path, most: int) -> list[Document]:
    read = defaults.reader().read_paths([source], ReadOptions())
    return list(itertools.islice((d for d in read if isinstance(d, Document)), most))


def browser() -> Any:
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium") or ""
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    driver.set_window_size(1600, 900)
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    return driver


def measure(driver: Any, report: Report, page: Path, runs: int) -> Measured:
    begun = time.perf_counter()
    page.write_text(defaults.WRITERS["html"]().write(report), encoding="utf-8")
    written = time.perf_counter() - begun
    ready, busy = [], []
    for _ in range(runs):
        driver.get("about:blank")
        before = busy_s(driver)
        driver.get(page.as_uri())
        busy.append(busy_s(driver) - before)
        ready.append(driver.execute_script(f"return {READY}") / 1000)
    answers = [driver.execute_async_script(ANSWER, selector) / 1000 for selector in CLICKS]
    elements = driver.execute_script("return document.querySelectorAll('*').length")
    kilobytes = page.stat().st_size / 1000
    return Measured(kilobytes, written, statistics.median(ready), max(ready), min(busy), max(answers), elements)


def busy_s(driver: Any) -> float:
    """How long the page's thread has worked, which a loaded machine does not stretch as it does the clock."""
    rows = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(row["value"] for row in rows if row["name"] == "TaskDuration"))


def sources(given: list[Path]) -> Iterator[tuple[str, Path]]:
    if given:
        yield from ((path.stem, path) for path in given)
        return
    yield "seeds", ROOT / "seeds"
    shared = Path(os.environ.get("GEOMAP_SHARED", ROOT.parent / "shared"))
    yield from ((name, shared / "corpora" / "places" / f"{name}.jsonl") for name in CORPORA)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    driver = browser()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, path in sources(given.source):
                texts = documents(path, given.documents)
                report = defaults.pipeline().check(texts)
                m = measure(driver, report, Path(folder) / f"{name}.html", given.runs)
                claims, places = len(report.verdicts), len({p.place.id for p in report.mentions if p.place})
                print(
                    f"| {name} | {len(texts)} | {claims} | {places} | {m.kilobytes:,.0f} | {m.written:.2f} "
                    f"| {m.ready:.2f} ({m.worst_ready:.2f}) | {m.busy:.2f} | {m.answer * 1000:.0f} | {m.elements:,} |",
                    flush=True,
                )
    finally:
        driver.quit()


if __name__ == "__main__":
    main()
