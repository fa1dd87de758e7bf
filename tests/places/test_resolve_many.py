"""In a text of many names the points are measured all at once, which changes no answer."""

import random

import pytest

from geomap import defaults
from geomap.places import resolve_near
from geomap.records import Document, Mention

# Names of several places each, all over the world.
NAMES = """
Springfield Portland Santiago Córdoba Valencia Alexandria Tripoli Hyderabad Birmingham Cambridge Perth
Victoria Georgetown Kingston Hamilton Wellington Newcastle Richmond Salem Athens Rome Paris Florence Moscow
Odessa Lebanon Cairo Memphis Manchester Bristol Durham Lancaster York Dover Windsor London Toledo Granada
Cartagena Mérida
""".split()


def mentions(words):
    text, found = "", []
    for word in words:
        found.append(Mention(document="d", start=len(text), end=len(text) + len(word), text=word))
        text += f"{word}; "
    return Document(id="d", text=text), found


@pytest.mark.parametrize("seed", range(3))
def test_few_and_many_points_give_the_same(monkeypatch, seed):
    words = random.Random(seed).sample(NAMES, 25)
    document, found = mentions(words)
    answers = []
    for many in (0, 1_000_000):
        monkeypatch.setattr(resolve_near, "MANY_POINTS", many)
        answers.append(defaults.pipeline().resolver.resolve(document, found))
    for one, other in zip(*answers, strict=True):
        assert one.place == other.place
        assert one.score == pytest.approx(other.score, abs=1e-12)
        assert one.why == other.why
    assert sum(placed.place is not None for placed in answers[0]) > 15
