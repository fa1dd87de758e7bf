"""Sentences with the mentions that a reader would mark: text, kind."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.interfaces import Recognizer
from geomap.records import Document, MentionKind

P, M = MentionKind.PLACE, MentionKind.METONYM

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
    ("Jack London, a sailor, met Virginia Stone near Lisbon.", [("Lisbon", P)]),
    ("a storm hit manila and cebu on friday, and ships stayed in port all day long", [("manila", P), ("cebu", P)]),
    ("Поезд прибыл в Хабаровск из Москвы.", [("Хабаровск", P), ("Москвы", P)]),
    ("기차가 평양에서 부산까지 갔다.", [("평양", P), ("부산", P)]),
    ("Der Zug fuhr am Dienstag von Hamburg über Bremen nach Köln, sagte Anna Weber.", "Hamburg Bremen Köln"),
    ("El tren salió de Sevilla el martes y llegó a Zaragoza, dijo el ministro.", "Sevilla Zaragoza"),
    ("Le convoi a quitté Marseille lundi avant d’arriver à Grenoble, selon la police.", "Marseille Grenoble"),
    ("Omar Haddad spoke. Haddad said he lived in Tunis.", "Tunis"),
    ("Ankara accused Athens of ignoring the treaty.", [("Ankara", M), ("Athens", P)]),
    ("The Kremlin has not named a day, and Moscow is seeking loans.", [("Kremlin", M), ("Moscow", M)]),
    ("There were stern warnings from Tokyo about the ships near Okinawa.", [("Tokyo", M), ("Okinawa", P)]),
    ("The distance between Suva and Nadi is 120 km.", "Suva Nadi"),
    ("Talks between Hanoi and Vientiane went on.", [("Hanoi", M), ("Vientiane", M)]),
    ("Guayaquil, Nov. 3 - Police said a bus had overturned.", "Guayaquil"),
    ("They live in the village of Imst, in Tyrol.", "Imst Tyrol"),
    ("Germany's foreign minister landed in Vilnius.", [("Germany", M), ("Vilnius", P)]),
    ("She reads the Boston Globe and studied at Oxford University Press.", []),
    ("Rep. Ana Cole, D-Toledo, drove on W.Va. 61 for an hour.", "Toledo"),
    ("A U.S.-led force left Erbil; the price was US$40.", "U.S. Erbil"),
    ("They flew to St. Petersburg, Fla., from Portland, Ore.", "St. Petersburg|Fla.|Portland|Ore."),
    ("He played for Virginia Tech and then for Leeds United.", []),
    ("The two Koreas share the demilitarized zone.", "two Koreas|demilitarized zone"),
]


def listed(expected: str | list[tuple[str, MentionKind]]) -> list[tuple[str, MentionKind]]:
    """Texts in a string are places."""
    if isinstance(expected, list):
        return expected
    return [(text, P) for text in expected.split("|" if "|" in expected else " ")]


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return defaults.recognizer()


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:30] for text, _ in SENTENCES])
def test_mentions(recognizer: Recognizer, text: str, expected: str | list[tuple[str, MentionKind]]) -> None:
    found = recognizer.find_mentions(Document(id="d", text=text))
    assert [(m.text, m.kind) for m in found if m.kind in (P, M)] == listed(expected)


def test_demonyms_are_marked_and_name_their_place(recognizer: Recognizer) -> None:
    found = recognizer.find_mentions(Document(id="d", text="Turkish and North Korean envoys met a French captain."))
    assert [(m.text, m.lookup_name) for m in found if m.kind is MentionKind.DEMONYM] == [
        ("Turkish", "Turkey"),
        ("North Korean", "North Korea"),
        ("French", "France"),
    ]


def test_languages_are_no_demonyms(recognizer: Recognizer) -> None:
    found = recognizer.find_mentions(Document(id="d", text="The sign was written in French and she speaks Polish."))
    assert [m.text for m in found] == []


@pytest.mark.parametrize(
    ("text", "mention", "hint"),
    [
        ("They crossed the Vistula River by boat.", "Vistula River", "river"),
        ("Rain fell in Orange County all day.", "Orange County", "county"),
        ("The train stopped at Samarkand station at noon.", "Samarkand station", "station"),
        ("She lives in the village of Imst.", "Imst", "city"),
        ("Ships left the port of Odesa.", "Odesa", "port"),
        ("They camped by Lake Sevan.", "Lake Sevan", "lake"),
    ],
)
def test_wording_hints_at_the_kind(recognizer: Recognizer, text: str, mention: str, hint: str) -> None:
    found = {m.text: m for m in recognizer.find_mentions(Document(id="d", text=text))}
    assert found[mention].kind_hint == hint


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Inspectors left the Smolensk nuclear power plant on Friday.", "Smolensk nuclear power plant"),
        ("Sirens wailed at the Tihange nuclear plant.", "Tihange nuclear plant"),
        ("Two jets took off from the Engels air base.", "Engels air base"),
        ("Water poured over the Kariba dam.", "Kariba dam"),
        # No work that the gazetteer knows: the town's name alone.
        ("Inspectors left the Lyon nuclear plant.", "Lyon"),
        ("Ferries serve the Canary islands daily.", "Canary islands"),
        ("Cars crossed the Ural mountains in May.", "Ural"),  # Ural names them alone
        ("The Bergen islands were shut.", "Bergen"),
        ("Smolensk nuclear scientists met.", "Smolensk"),
    ],
)
def test_a_works_name_goes_with_its_noun(recognizer: Recognizer, text: str, mention: str) -> None:
    assert mention in [m.text for m in recognizer.find_mentions(Document(id="d", text=text))]


def test_texts_without_names_have_no_mentions(recognizer: Recognizer) -> None:
    for text in ("", " \n\n ", "12:45 -- 3,000 ...", "the quick brown fox jumps over the lazy dog. " * 5):
        assert not [m for m in recognizer.find_mentions(Document(id="d", text=text)) if m.kind is P]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A storm moved from southeast of Reno to the Sea of Cortez.", ["Reno", "Sea of Cortez"]),
        ("The road runs south of Lyon and on to Turin.", ["Lyon", "Turin"]),
        ("They met in Kenya's Rift Valley on Monday.", ["Kenya", "Rift Valley"]),
        ("The visit began on Friday, when he departed Abuja.", ["Abuja"]),
        ("A blaze broke out in St. John's late on Monday.", ["St. John's"]),
        ("A bus fell into a river in East China's Fujian province.", ["China", "Fujian"]),
        ("He was born in Central India, and she in Northeast India.", ["India", "India"]),
        ("Kusong is about 40 km northwest of Sino-ri.", ["Kusong", "Sino-ri"]),
        ("Five people died in Kayseri, a hub in Central\n            Anatolia, on Monday.", ["Kayseri", "Anatolia"]),
        ("They moved from South Africa to West Virginia.", ["South Africa", "West Virginia"]),
        ("The Xiamen-Shenzhen Railway opened.", ["Xiamen", "Shenzhen"]),
        ("It lies to the south of Varash; and South Ukraine is next.", ["Varash", "Ukraine"]),
        ("The Baku-Tbilisi-Ceyhan Pipeline was shut.", ["Baku", "Tbilisi", "Ceyhan"]),
    ],
)
def test_names_end_at_compass_words_and_owners(recognizer: Recognizer, text: str, expected: list[str]) -> None:
    assert [m.text for m in recognizer.find_mentions(Document(id="d", text=text))] == expected
