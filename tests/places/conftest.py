"""The gazetteer of this source tree, if it has been built."""

from collections.abc import Iterator

import pytest

from geomap import catalogue
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.layout import MANIFEST
from geomap.places.store import Store


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[IndexGazetteer]:
    """The built-in gazetteer without the user's own places."""
    if not (catalogue.index_dir() / MANIFEST).is_file():
        pytest.skip("the built-in gazetteer is not built: geomap data build")
    built_in = IndexGazetteer([Store(catalogue.index_dir())])
    yield built_in
    built_in.close()
