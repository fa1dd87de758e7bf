"""Whether a noun with "of" says what the name behind it is, or what lies in it."""

import pytest

from geomap.apposition import names_itself


@pytest.mark.parametrize(
    "before",
    ["They left the port of ", "In the coastal town of ", "They met in the Ethiopian capital of ", "the city of "],
)
def test_the_noun_says_what_the_name_is(before):
    assert names_itself(before)


@pytest.mark.parametrize(
    "before",
    [
        "It is the capital of ",
        "It is the second largest city of ",
        "It is the northernmost town of ",
        "They camped at a village of ",
        "One port of the ",
    ],
)
def test_the_noun_says_what_lies_there(before):
    assert not names_itself(before)
