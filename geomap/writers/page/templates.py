"""The page's templates, which escape whatever they are given, and its other files."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from geomap.writers.page import wording
from geomap.writers.page.safe import shown


@cache
def environment() -> Environment:
    """Where templates come from; all of them escape what they print, `.j2` in the name or not."""
    env = Environment(
        loader=PackageLoader("geomap.writers.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["shown"] = shown
    env.filters["amount"] = wording.amount
    return env


def asset(name: str) -> str:
    """The text of a style sheet or script of the page."""
    return (resources.files("geomap.writers.page") / name).read_text(encoding="utf-8").strip()
