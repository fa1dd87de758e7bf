"""Texts that were made to be slow take time in line with their length, through all stages."""

import time

import pytest

from geomap import defaults
from geomap.records import Document

UNITS = [
    " ",
    "Lyon is 391 km from Paris. ",
    "The train changed course after crossing the Volga River and headed north to Perm. ",
    "he went from Paris to Lyon and from Lyon to Nice and ",
    "Paris, Lyon, Nice, Rome, Berlin, ",
    "Paris\n",
    "10-20-30-40 km ",
    "他从東京乘火车到了北京，然后去了上海。",
    "(Paris [Lyon “Nice ",
    "On Monday, April 24, 2019, he left Oslo at 9 a.m. and ",
]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: ascii(unit[:24]))
def test_time_is_in_line_with_the_length(unit):
    def seconds(chars: int) -> float:
        text = (unit * (chars // len(unit) + 1))[:chars]
        start = time.process_time()
        defaults.pipeline().check([Document(id="d", text=text)])
        return time.process_time() - start

    seconds(1_000)
    # Four times the text takes about four times as long; the slack is for a busy machine.
    assert seconds(60_000) < 8 * seconds(15_000) + 0.5
