"""Towns that open a sentence, and people and plain words that do."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.records import Document, MentionKind

_SHOWN = (MentionKind.PLACE, MentionKind.METONYM)


def places(text: str) -> set[str]:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    return {m.text for m in mentions if m.kind in _SHOWN}


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("Bruges has banned coaches from its old town since April.", {"Bruges"}),
        ("Darwin recorded its hottest night in ten years, forecasters said.", {"Darwin"}),
        ("Bath will charge drivers of old vans, the council decided.", {"Bath"}),
        ("Nice postponed its jazz festival after the storm.", {"Nice"}),
        ("Reading needs two hundred more homes a year, councillors heard.", {"Reading"}),
        ("Split wants fewer cruise ships in its harbour.", {"Split"}),
        ("Officials met on Friday. Bergen saw three weeks of rain.", {"Bergen"}),
        ("Trains between Turin and Valencia cover 1,200 km.", {"Turin", "Valencia"}),
        ("Trains between Sevilla and Barcelona run three times a day.", {"Sevilla", "Barcelona"}),
        ("Lisbon 14, Oslo 3, Vienna 8, Beirut 21.", {"Lisbon", "Oslo", "Vienna", "Beirut"}),
        ("Tickets: Ghent 40, Turin 35, Porto 28, Lima 12.", {"Ghent", "Turin", "Porto", "Lima"}),
        ("FLOODS CLOSE GALWAY ROADS AS RIVER RISES", {"GALWAY"}),
        ("Power failed in Galway, Sligo, Cork and Kerry.", {"Galway", "Sligo", "Cork", "Kerry"}),
    ],
)
def test_a_town_at_the_beginning_of_a_sentence_or_a_row(text: str, towns: set[str]) -> None:
    assert towns <= places(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Reading aloud is good for children, a teacher said.", "Reading"),
        ("Nice weather returned to the coast on Sunday.", "Nice"),
        ("Split the dough in two and let it rest.", "Split"),
        ("Ann Bergen opened a shop. Bergen wants more customers.", "Bergen"),
        ("Fog has closed three airports. The fog will lift by noon.", "Fog"),
        ("Bath time is at seven for the twins.", "Bath"),
        ("Talks between Fatima and Paul resumed in the spring.", "Paul"),
    ],
)
def test_a_person_or_plain_word_at_the_beginning_of_a_sentence(text: str, none: str) -> None:
    assert none not in places(text)
