"""The one door to data/: where tables and the built index are, what they are, and whether they are whole."""

from __future__ import annotations

import os
import sys
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap.errors import DataError
from geomap.records import Source

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PACKAGE = Path(__file__).resolve().parent
PACKED_TABLES = "places.zip"


def data_dir() -> Path:
    """The folder of the tables: inside an installed package, or beside it in a source tree."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else PACKAGE.parent / "data"


def place_tables() -> Traversable:
    """The folder of the tables that the index is built from: packed into one file in an installed package."""
    packed = data_dir() / PACKED_TABLES
    if not packed.is_file():
        return data_dir()
    import zipfile

    return zipfile.Path(packed)


def index_dir() -> Path:
    """The folder of the index that was built with the package."""
    return PACKAGE / "_index"


def _home() -> Path:
    """The user's folder; one that nothing can be written to where there is none, as for a service."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


def user_dir() -> Path:
    """The folder for what the user imports: `GEOMAP_HOME`, else the platform's folder for a program's data."""
    if home := os.environ.get("GEOMAP_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(_home()))) / "geomap"
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / "geomap"
    return Path(os.environ.get("XDG_DATA_HOME", str(_home() / ".local" / "share"))) / "geomap"


def cache_dir() -> Path:
    """The folder for what can be fetched or made again."""
    if home := os.environ.get("GEOMAP_HOME"):
        return Path(home) / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME", str(_home() / ".cache"))) / "geomap"


@lru_cache(maxsize=1)
def entries() -> dict[str, dict[str, Any]]:
    """What data/SOURCES.toml says of each file of data/ (path relative to it)."""
    path = data_dir() / "SOURCES.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path} cannot be read ({error}); install geomap again") from error


def source_of(name: str) -> Source:
    """The source of a file of data/."""
    entry = entries().get(name)
    if entry is None:
        raise DataError(f"data/SOURCES.toml has no entry for {name}")
    return Source(
        name=entry["title"],
        version=entry["version"],
        licence=entry["licence"],
        attribution=entry["attribution"],
        url=entry["url"],
    )
