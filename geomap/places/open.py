"""Opens the gazetteer: what the user has imported, then the index that comes with geomap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geomap import catalogue
from geomap.places import layout
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.store import Store


def open_gazetteer() -> IndexGazetteer:
    """The gazetteer of this installation.

    Raises:
        MissingDataError: The built-in index is not there.
        DataError: An index is damaged or of another layout.
    """
    stores = [Store(folder, mend=_mend(folder)) for folder in import_folders()]
    return IndexGazetteer([*stores, Store(catalogue.index_dir())])


def import_folders() -> list[Path]:
    """The folders of the user's imports: own places before GeoNames."""
    folder = layout.imports_dir()
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if (path / layout.MANIFEST).is_file())
    return sorted(found, key=lambda path: (path.name == "geonames", path.name))


def index_folders() -> Iterator[tuple[Path, str]]:
    """Every index of this installation with the command that mends it."""
    for folder in import_folders():
        yield folder, _mend(folder)
    yield catalogue.index_dir(), layout.BUILD_COMMAND


def _mend(folder: Path) -> str:
    """The command that takes a damaged import away."""
    return f"geomap data clear --only {folder.name}, then import it again"
