"""Names that their company tells: rows of tables, pairs, ships, bylines, datelines, distances, endings."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.records import Document, MentionKind

PLACES = {MentionKind.PLACE, MentionKind.METONYM}


def places(text: str) -> list[str]:
    return [m.text for m in defaults.recognizer().find_mentions(Document(id="d", text=text)) if m.kind in PLACES]


TABLE = (
    "Station | Arr. | Dep.\nVladimir | 03:07 | 03:30\nPerm | 20:40 | 21:00\nOmsk | 14:30 | 14:46\nTyumen | 22:20 | -"
)
RAIN = "Where it rained (mm):\n- Galway: 34\n- Cork: 28\n- Ennis: 30\n- Athlone: 12\n- Birr: 9\n"
SCORES = "Scorers:\n- Jackson: 34\n- Smith: 28\n- O'Neal: 30\n- Hansen: 12\n- Kovalenko: 9\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TABLE, ["Vladimir", "Perm", "Omsk", "Tyumen"]),
        (RAIN, ["Galway", "Cork", "Ennis", "Athlone", "Birr"]),
        (SCORES, []),
        ("Turnout by district: Gulu 61.2; Lira 58.9; Soroti 55.1; Hoima 70.4.", ["Gulu", "Lira", "Soroti", "Hoima"]),
        ("Highs: Yuma 41, Needles 44, Barstow 39, Kingman 37.", ["Yuma", "Needles", "Barstow", "Kingman"]),
        ("Nelson and Boris both said they were late.", []),
        ("Nelson and Blenheim both recorded their driest spring on record.", ["Nelson", "Blenheim"]),
        ("Seoul (Associated Press) By A. Lee WASHINGTON (AP) - A senator resigned.", ["Seoul", "WASHINGTON"]),
        ("Earlier, convoys from Kaya and Dori had been ambushed.", ["Kaya", "Dori"]),
        ("He said that Nixa and Ozark would be asked to join.", ["Nixa", "Ozark"]),
        ("TBILISI - Rescuers in Georgia found two men.", ["TBILISI", "Georgia"]),
        ("The ferry Estonia sank between Tallinn and Stockholm.", ["Tallinn", "Stockholm"]),
        ("HMAS Sydney was lost off Carnarvon, the navy in Canberra said.", ["Carnarvon", "Canberra"]),
        ("A report from Juneau.\n\n(Writing by Paris Jackson in Sitka; editing by London Breed)", ["Juneau", "Sitka"]),
        ("The train stopped at Cook, 1,100 km west of Adelaide, for an hour.", ["Cook", "Adelaide"]),
        ("The convoy left Narva for Tartu.\n\n#Estonia #Narva #Convoy", ["Narva", "Tartu"]),
        ("From Harbin up to Qiqihar the movement is stopped.", ["Harbin", "Qiqihar"]),
        ("Lake-effect snow off Lake Ontario closed the road to Utica.", ["Lake Ontario", "Utica"]),
        ("ST. JOHN'S, N.L. — Ice held a boat off Halifax.", ["ST. JOHN'S", "N.L.", "Halifax"]),
        ("A train from St. John's reached Gander on Monday.", ["St. John's", "Gander"]),
        ("The express left Mumbai Central for Surat on Monday.", ["Mumbai Central", "Surat"]),
        ("A train from Guangzhou South to Vijayawada Junction.", ["Guangzhou South", "Vijayawada Junction"]),
    ],
)
def test_company_tells_what_a_name_is(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Потяг з Києва до Львова зупинився, а в Тернополі чекали автобуси.", ["Києва", "Львова", "Тернополі"]),
        ("Под Курском сбит беспилотник, сообщил губернатор Александр Хинштейнов.", ["Курском"]),
        ("Ankara'dan İstanbul'a giden tren Eskişehir'de durdu, yolcular bir otobüs ile Bursa'ya gitti.",
         ["Ankara", "İstanbul", "Eskişehir", "Bursa"]),
        ("غادر القطار القاهرة متجها إلى الإسكندرية وتوقف في طنطا", ["القاهرة", "الإسكندرية", "طنطا"]),
        ("Il treno da Milano a Roma si è fermato a Bologna e a Firenze.", ["Milano", "Roma", "Bologna", "Firenze"]),
    ],
)  # fmt: skip
def test_other_languages_keep_their_endings(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The Flying Scotsman left London for York.", "Scotsman"),
        ("The Korean Central News Agency said so in Pyongyang.", "Korean"),
        ("The Panama Papers named a bank in Geneva.", "Panama"),
        ("Officials in Rome said Margaret Perth, 71, of Albury, was well.", "Perth"),
    ],
)
def test_names_of_trains_bodies_and_people_are_no_places(text: str, absent: str) -> None:
    found = defaults.recognizer().find_mentions(Document(id="d", text=text))
    assert absent not in [m.text for m in found if m.kind is not MentionKind.EMBEDDED]
