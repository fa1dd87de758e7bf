"""Opens the gazetteer: what the user has imported, then the index that comes with geomap."""

from __future__ import annotations

from geomap import catalogue
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.store import Store


def open_gazetteer() -> IndexGazetteer:
    """The gazetteer of this installation.

    Raises:
        MissingDataError: The built-in index is not there.
        DataError: An index is damaged or of another layout.
    """
    return IndexGazetteer([Store(catalogue.index_dir())])
