"""What is called after a place, or bears the name of one, is not the place."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.records import Document, MentionKind

_SHOWN = (MentionKind.PLACE, MentionKind.METONYM)


def places(text: str) -> set[str]:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    return {m.text for m in mentions if m.kind in _SHOWN}


@pytest.mark.parametrize(
    ("text", "there", "none"),
    [
        ("He sold Bermuda shorts in Ghent.", {"Ghent"}, {"Bermuda"}),
        ("They left Ghent for the coldest place on Earth.", {"Ghent"}, {"Earth"}),
        ("The train stopped in Earth, Texas, at noon.", {"Earth", "Texas"}, set()),
        ("Guinea Pig Show Draws Crowds to Bolton", {"Bolton"}, {"Guinea"}),
        ("Brussels sprouts from Lancashire were short this year.", {"Lancashire"}, {"Brussels"}),
        ("A Georgia Peach pie won in Savannah.", {"Savannah"}, {"Georgia"}),
        ("Georgia farmers sold fewer peaches in Savannah.", {"Georgia", "Savannah"}, set()),
        ("Brussels spent more on roads, and shorts sold well in Bermuda.", {"Brussels", "Bermuda"}, set()),
        ("Bayern Munich beat Dortmund at home in the rain.", set(), {"Bayern", "Munich"}),
        ("Inter Milan sold a winger. He was born in Genoa.", {"Genoa"}, {"Milan"}),
        ("Trains from Munich to Milan were full.", {"Munich", "Milan"}, set()),
        ("Loving v. Virginia was argued in Washington.", {"Washington"}, {"Virginia"}),
        ("The suit, Weiss v. City of Topeka, was heard in Wichita.", {"Wichita"}, {"Topeka"}),
        ("Jordan Scores 40 as Hosts Win in Denver", {"Denver"}, {"Jordan"}),
        ("Jordan opens its border, officials in Amman said.", {"Jordan", "Amman"}, set()),
        ("A partner at Boston Consulting spoke in Leipzig.", {"Leipzig"}, {"Boston"}),
        ("Passengers aboard The Ghan slept. It stops in Katherine and Darwin.", {"Darwin"}, {"Ghan"}),
        ("The tanker Bahia Star left Ushant. Bahia Star was towed to Brest.", {"Ushant", "Brest"}, {"Bahia"}),
        ("The stork Borneo has left Mali. It is the tenth flight of Borneo.", {"Mali"}, {"Borneo"}),
        ("Phoenix is a stray cat in Tucson. Phoenix sleeps all day.", {"Tucson"}, {"Phoenix"}),
        ("A terrier named Memphis found the boy near Duluth.", {"Duluth"}, {"Memphis"}),
        ("A village named Memphis lies near Duluth.", {"Duluth"}, set()),
        ("Boston, the band, will play in Cologne. Boston last toured in May.", {"Cologne"}, {"Boston"}),
        ("Mr. London keeps a shop in Exeter. London plans to appeal.", {"Exeter"}, {"London"}),
        ("Mr. Ames keeps a shop in London. London has many.", {"London"}, set()),
        ("Born in Salem to Clyde and Virginia (Dallas) Wade, he moved to Toledo.", {"Toledo"}, {"Virginia", "Dallas"}),
        ("She was the daughter of Carlo and Sienna Rossi of Toledo.", set(), {"Sienna"}),
        ("Shares in Santos and Woodside rose on the Sydney exchange.", {"Sydney"}, {"Santos", "Woodside"}),
        ("Crude rose. Brent settled at $83 in Singapore.", {"Singapore"}, {"Brent"}),
        ("Exports fell. Japan lost 2 points to China.", {"Japan", "China"}, set()),
        ("Unemployment in Toledo and Dayton dropped 3%.", {"Toledo", "Dayton"}, set()),
        ("Kenya Airways flies from Kenya to Ghana.", {"Kenya", "Ghana"}, {"Kenya Airways"}),
        ("North-west of Toledo, and east of Akron, it snowed.", {"Toledo", "Akron"}, {"North-west", "east"}),
        ("Lane closures start Monday in Toledo, and Pack 122 meets.", {"Toledo"}, {"Lane", "Pack"}),
        ("The Hague tribunal ordered Serbia to pay.", {"Hague", "Serbia"}, set()),
        ("Planes fly twice a day from Alta. The fare is paid in Oslo.", {"Alta", "Oslo"}, {"Alta."}),
        ("He left Lethbridge, Alta. The family stayed.", {"Lethbridge", "Alta."}, set()),
        ("A walk in Dublin Veterans Park is free. Dublin paid for it.", {"Dublin"}, {"Dublin Veterans Park"}),
        ("The Phoenix drug has helped patients in Leeds.", {"Leeds"}, {"Phoenix"}),
        ("“We stopped,” said Corning. Corning said he was tired of Leeds.", {"Leeds"}, {"Corning"}),
        ("“We stopped,” Brussels said. A Georgian told the court in Leeds so.", {"Brussels", "Leeds"}, set()),
        ("Springfield City Council met. Oklahoma City Council did not.", {"Springfield", "Oklahoma City"}, set()),
        ("Ebola has reached Goma and Pan-African troops.", {"Goma"}, {"Ebola", "Pan"}),
    ],
)
def test_a_thing_or_being_with_the_name_of_a_place(text: str, there: set[str], none: set[str]) -> None:
    found = places(text)
    assert there <= found
    assert not none & found
