"""The one door to data/: where tables and the built index are, what they are, and whether they are whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_dir() -> Path:
    """The folder of the tables: inside an installed package, or beside it in a source tree."""
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else PACKAGE.parent / "data"


def index_dir() -> Path:
    """The folder of the index that was built with the package."""
    return PACKAGE / "_index"


def user_dir() -> Path:
    """The folder for what the user imports: `GEOMAP_HOME`, else the platform's folder for a program's data."""
    if home := os.environ.get("GEOMAP_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "geomap"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "geomap"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "geomap"


def cache_dir() -> Path:
    """The folder for what can be fetched or made again."""
    if home := os.environ.get("GEOMAP_HOME"):
        return Path(home) / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))) / "geomap"
