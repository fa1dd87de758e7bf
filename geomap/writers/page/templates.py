"""The page's templates, which escape whatever they are given, and its other files."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from geomap.writers.page import wording
from geomap.writers.page.safe import shown


@cache
def environment() -> Environment:
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
    return (resources.files("geomap.writers.page") / name).read_text(encoding="utf-8").strip()
