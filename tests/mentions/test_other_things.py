"""Names that are something else's: of ships, trains, storms, titles, teams and people; and headlines."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.mentions.features import is_plain, recased
from geomap.mentions.tokens import segments
from geomap.records import Document, MentionKind

P, M = MentionKind.PLACE, MentionKind.METONYM


def found(text: str) -> dict[str, MentionKind]:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    return {m.text: m.kind for m in mentions if m.kind in (P, M)}


@pytest.mark.parametrize(
    ("text", "places", "others"),
    [
        (
            "The container ship Ravenna left Gdynia for Antwerp. Near Skagen the Ravenna lost power, and the Ravenna's "
            "crew was flown to Aalborg.",
            {"Gdynia", "Antwerp", "Skagen", "Aalborg"},
            {"Ravenna"},
        ),
        (
            "The minister, Igor Kozlov, met him in Tver. Koslov had been there before, when it was a city of mills.",
            {"Tver"},
            {"Koslov"},
        ),
        ("He leaves two daughters, Georgia and Florence, and lived in Leeds.", {"Leeds"}, {"Georgia", "Florence"}),
        ("Ties with its neighbours, Chad and Niger, froze.", {"Chad", "Niger"}, set()),
        ("Israel Adesanya trains in Auckland.", {"Auckland"}, {"Israel"}),
        ("The tanker Jade Denver was towed to Durban. The Denver had left Mombasa.", {"Durban", "Mombasa"}, {"Denver"}),
        ("The Overland to Melbourne was late, and so was a bus to Ballarat.", {"Melbourne", "Ballarat"}, {"Overland"}),
        ("He works in The Hague, and she moved from Utrecht to the Hague.", {"Hague", "Utrecht"}, set()),
        ("They fled to the Sudan. Ships from the UK sailed up the Potomac.", {"Sudan", "UK", "Potomac"}, set()),
        ("The Mobile area and the Dallas suburbs flooded.", {"Mobile", "Dallas"}, set()),
        (
            "Hurricane Florence made landfall near Wilmington. Florence weakened inland.",
            {"Wilmington"},
            {"Florence"},
        ),
        ("“A Winter in Lisbon” was shown in Porto, then another.", {"Porto"}, {"Lisbon"}),
        ("The ferry Nordic Bergen left Oslo. Bergen was late.", {"Oslo"}, {"Bergen"}),
        ('"Paris in the rain" was all that he said in Porto.', {"Paris", "Porto"}, set()),
        ('"Lisbon is lovely in winter," he said in Porto.', {"Porto"}, set()),
        ("Magistrates in Preston jailed Kyle Preston on Monday.", {"Preston"}, set()),
        ("In Quito a man called Santiago sold us bread. Our guide, Lima, waited.", {"Quito"}, {"Santiago", "Lima"}),
        ("A man Bristol police had sought was found in Bath.", {"Bristol", "Bath"}, set()),
        ("Kyle Preston, 27, was jailed. Preston has left Burnley, his lawyer said.", {"Burnley"}, {"Preston"}),
    ],
)
def test_what_bears_the_name_of_a_town_is_none(text: str, places: set[str], others: set[str]) -> None:
    mentions = {name for name, kind in found(text).items() if kind is P}
    assert places <= mentions
    assert not others & mentions


@pytest.mark.parametrize(
    ("text", "teams", "places"),
    [
        ("Iceland lost 2-0 to Norway in Oslo on Saturday.", {"Iceland", "Norway"}, {"Oslo"}),
        ("Troops lost Bakhmut in May and hold Avdiivka.", set(), {"Bakhmut", "Avdiivka"}),
        ("Denmark beat Sweden in the final in Cologne.", {"Denmark", "Sweden"}, {"Cologne"}),
    ],
)
def test_a_team_is_not_its_town(text: str, teams: set[str], places: set[str]) -> None:
    kinds = found(text)
    assert all(kinds[name] is M for name in teams)
    assert all(kinds[name] is P for name in places)


@pytest.mark.parametrize(
    ("line", "words", "mark"),
    [
        ("Mayor of Lima Visits Quito, Signs Railway Deal", "Mayor of Lima visits Quito , signs railway deal", "title"),
        ("FLOODS CLOSE ROAD FROM PATNA TO GAYA", "Floods close road from Patna to Gaya", "caps"),
        ("The mayor of Lima visits Quito.", "The mayor of Lima visits Quito .", ""),
        ("United Nations Security Council", "United Nations Security Council", ""),
    ],
)
def test_headlines_are_read_as_running_text(line: str, words: str, mark: str) -> None:
    assert recased(next(iter(segments(line)))) == (words.split(), mark)


def test_a_number_in_words_is_no_town() -> None:
    assert "Forty-two" not in found("Forty-two lorries left Odesa on Monday.")
    assert "Eighty Eight" in found("Eighty Eight, a village in Kentucky, lies on the road to Glasgow.")


def test_a_plain_word_is_no_name() -> None:
    assert all(map(is_plain, ["Fire", "Opens", "Derailed", "Closing", "the"]))
    assert not any(map(is_plain, ["Lima", "Jordan", "Texas", "Johnson"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Conditions on Ben Nevis were poor, the team from Oban said.", "Ben Nevis"),
        ("MAN FROM TUAM JAILED FOR GALWAY STABBING", "TUAM"),
        ("STORM WEAKENS OVER THE ATLANTIC", "ATLANTIC"),
        ("At Hakodate the ferry did not sail.", "Hakodate"),
        ("Uruguay and Kiribati voted in favour.", "Kiribati"),
        ("The Ohio Department of Health said so in Dayton.", "Ohio"),
    ],
)
def test_what_the_tagger_passes_over_is_found(text: str, expected: str) -> None:
    assert expected in found(text)
