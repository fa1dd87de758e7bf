"""What `lookup` offers for a name that it does not know."""

import pytest

from geomap.places.gazetteer import IndexGazetteer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vladivostock", "Vladivostok"),
        ("Pyongyan", "Pyongyang"),
        ("Usuriysk", "Ussuriysk"),
        ("Manchestre", "Manchester"),
        ("Philadelpia", "Philadelphia"),
        ("San Fransisco", "San Francisco"),
        ("Владивасток", "Владивосток"),
        ("Komsomolsk on Amurr", "Komsomolsk-on-Amur"),
    ],
)
def test_the_name_that_was_meant_comes_first(gazetteer: IndexGazetteer, typed: str, meant: str) -> None:
    assert gazetteer.suggest(typed)[0].casefold() == meant.casefold()


@pytest.mark.parametrize("typed", ["", "   ", "?!", "x" * 5000, "\x00"])
def test_nonsense_gets_no_error(gazetteer: IndexGazetteer, typed: str) -> None:
    assert len(gazetteer.suggest(typed)) <= 5
