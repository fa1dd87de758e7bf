"""Take the picture of the map page that the README shows.

    geomap map seeds -o map.html
    python scripts/screenshot.py map.html docs/page.png --size 1440x820 --at '#claim-c7'

Needs chromium, chromedriver and selenium.
"""

from __future__ import annotations

import argparse
import base64
import shutil
import time
from pathlib import Path

from selenium import webdriver

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-prefers-reduced-motion")


def take(page: Path, picture: Path, *, size: tuple[int, int], dark: bool, at: str) -> None:
    options = webdriver.ChromeOptions()
    for flag in FLAGS:
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium") or ""
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    browser = webdriver.Chrome(options=options, service=service)
    try:
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        theme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [theme]})
        browser.get(page.resolve().as_uri() + at)
        time.sleep(1)  # fonts and the canvas of the base map
        shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(base64.b64decode(shot["data"]))
    finally:
        browser.quit()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--size", default="1600x900")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--at", default="", help="a card or place to open, such as #claim-c3")
    given = parser.parse_args()
    width, height = map(int, given.size.split("x"))
    take(given.page, given.picture, size=(width, height), dark=given.dark, at=given.at)


if __name__ == "__main__":
    main()
