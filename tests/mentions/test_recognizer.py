"""Sentences with the mentions that a reader would mark: text, kind."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.interfaces import Recognizer
from geomap.records import Document, MentionKind

P, M, E = MentionKind.PLACE, MentionKind.METONYM, MentionKind.EMBEDDED

SENTENCES = [
    ("The ferry from Bari to Durres was late on Sunday.", [("Bari", P), ("Durres", P)]),
    ("She moved from the Netherlands to New York City in May.", [("Netherlands", P), ("New York City", P)]),
    ("Nairobi's mayor flew to Kampala.", [("Nairobi", P), ("Kampala", P)]),
    ("TALLINN, Oct. 3 (Reuters) - A tram left the rails near Narva.", [("TALLINN", P), ("Narva", P)]),
    ("The agency TASS quoted Dmitry Orlov and Kim Jong Un.", []),
    (
        "He was born in Toledo, Ohio, and lives in Peoria, Ill.",
        [("Toledo", P), ("Ohio", P), ("Peoria", P), ("Ill.", P)],
    ),
    ("Trains run from Osaka to Kyoto on Mondays in June.", [("Osaka", P), ("Kyoto", P)]),
    ("Jack London met Virginia Woolf in Lisbon.", [("Lisbon", P)]),
    ("a storm hit manila and cebu on friday, and ships stayed in port all day long", [("manila", P), ("cebu", P)]),
    ("Поезд прибыл в Хабаровск из Москвы.", [("Хабаровск", P)]),
]


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return defaults.recognizer()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:30] for text, _ in SENTENCES])
def test_mentions(recognizer: Recognizer, text: str, expected: list[tuple[str, MentionKind]]) -> None:
    found = recognizer.find_mentions(Document(id="d", text=text))
    assert [(m.text, m.kind) for m in found if m.kind is not MentionKind.DEMONYM] == expected
