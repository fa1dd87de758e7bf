"""Fills the story templates; what a slot holds decides how it is labelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from geomap.mentions.given_names import GIVEN_NAMES
from tagger.corpora import Labelled
from tagger.fillers import AP_STATES, COMMON_COUNTRIES, DEMONYMS, REGIONS, WATERS, Fillers

TEMPLATES = Path(__file__).with_name("stories.txt")
_SLOT = re.compile(r"\{(\w+?)(\d*)\}|<([LOP]):([^>]*)>")
# A place before such words is the first part of the name of a body.
_BODY_TAIL = re.compile(
    r" (?:[A-Z][\w.']+ ){0,3}(?:Council|Department(?: of [A-Z]\w+(?: and [A-Z]\w+)?)?|School(?: of Medicine)?|Library"
    r"|Court(?:house)?|Jail|Commission|Legislature|Tech|State(?: Police| Troopers)?|Chamber of Commerce|Prize"
    r"|Attorney General's Office)\b"
)
PLACES = frozenset(
    "city town state st postal county country capital region river lake sea strait island mountain continent port "
    "airport park forest county_name CAPITAL CITY TOWN COUNTRYCITY "
    "HEADLINE_CITY HEADLINE_COUNTY HEADLINE_COUNTRY".split()
)
PEOPLE = frozenset("per sur given NAMECAPS".split())
PLAIN = frozenset("n age day month year dir dirl dircap dem zip highway".split())
# "@" is the name of a place, "~" a surname.
BODIES = {
    "company": "~ Corp.|~ Industries|~ & ~|@ Electric|Bank of @|@ Steel Co.|~ Energy|@ Airlines|~ Motors|Air @|"
    "@ Airways|@ Instruments|@ Steel|Royal Bank of @|@ Petroleum|Rio ~|~|@ Holdings",
    "club": "@ United|@ City|@ Town|@ Wanderers|Real @|Inter @|Dynamo @|Bayern @|Athletic @|@ Wednesday|@ County|"
    "@ Rovers|Sporting @|AC @|Lokomotiv @|Red Star @|Ajax @|@ Celtics|@ Cowboys|@ Bulls|@ Athletic",
    "train": "@ Express|@ Mail|@ Limited|~ Zephyr|Trans-@ Express|@ Flyer|Flying ~|@ Star|~ Pacific|@ Sleeper|"
    "Coast Starlight",
    "hospital": "@ General Hospital|~ Memorial Hospital|St. ~ Medical Center|@ Hospital",
    "university": "University of @|@ State University|~ College|@ University",
    "school": "@ High School|~ Elementary School|@ Middle School|St. ~ Academy",
    "paper": "@ Times|@ Herald|@ Post|Daily ~|@ News-Tribune",
    "team": "@ United|@ City|@ Tigers|FC @|@ Bears|~ Rovers",
    "teamnick": "Tigers|Eagles|Red Sox|Braves|Rangers",
    "stadium": "~ Stadium|~ Field|@ Arena|~ Park",
    "church": "First @ Baptist Church|~ Methodist Church|St. ~'s Church",
    "cemetery": "~ Cemetery|@ Memorial Gardens",
    "street": "~ Street|@ Road|~ Avenue|@ Drive|West ~ Boulevard|~ Lane",
    "party": "Labour Party|Green Party|Democratic Party|United @ Party|National Front",
    "agency": "AP|Reuters|AFP|TASS|Xinhua|Kyodo|Interfax|Yonhap|DPA|ANI",
    "journal": "New England Journal of Medicine|@ Medical Journal|Lancet",
    "ship": "USS @|~|HMS ~|@ Star|HMAS @|MV @|Maersk @|Ever ~|Spirit of @|CMA CGM @|INS ~|Costa ~|MS @",
    "car": "Honda|Ford Crown Victoria|Toyota Camry|Chevrolet Malibu|Buick|Dodge Dakota|Jeep Cherokee",
    "tribe": "Cherokee|Navajo|Sioux|Chippewa|Choctaw",
    "title_place": "The Road to @|@ Nights|A Winter in @",
}
DIRECTIONS = ("north", "south", "east", "west")


class Story:
    """One filling of a template: a slot that returns holds the same."""

    def __init__(self, fillers: Fillers, template: str) -> None:
        self.fill = fillers
        self.american = bool(re.search(r"\{(?:state|st|postal|county(?:_name)?)\d*\}", template))
        self.home = fillers.home(self.american)
        self.values: dict[tuple[str, str], str] = {}
        self.people: dict[str, tuple[str, str]] = {}

    def value(self, slot: str, number: str) -> str:
        """What a slot holds."""
        if slot in ("per", "sur", "NAMECAPS"):
            person = self.people.setdefault(number, self.fill.person())
            return {"per": person[0], "sur": person[1], "NAMECAPS": person[0].upper()}[slot]
        base = {"CITY": "city", "CAPITAL": "capital", "TOWN": "town", "COUNTRYCITY": "city", "HEADLINE_CITY": "city",
                "HEADLINE_COUNTY": "county", "HEADLINE_COUNTRY": "country"}.get(slot, slot)  # fmt: skip
        key = (base, number)
        if key not in self.values:
            self.values[key] = self.make(base)
        made = self.values[key]
        return made.upper() if slot != base else made

    def make(self, slot: str) -> str:
        """Something new for a slot."""
        fill, pick = self.fill, self.fill.pick
        name = lambda: pick((fill.city, fill.town))(self.home)  # noqa: E731
        if slot in ("city", "capital"):
            return fill.city(self.home if slot == "city" else pick(fill.countries)["iso"])
        if slot in WATERS:
            own = {"river": f"{fill.town(self.home)} River", "lake": f"Lake {fill.surname()}",
                   "mountain": f"Mount {fill.surname()}", "island": f"{fill.surname()} Island"}  # fmt: skip
            return own[slot] if slot in own and fill.random.random() < 0.4 else pick(WATERS[slot].split("|"))
        makers = {
            "town": lambda: fill.town(self.home),
            "port": lambda: fill.city(self.home),
            "state": lambda: pick(fill.states)["name"] if self.american else pick(REGIONS),
            "st": lambda: pick(list(AP_STATES.values())),
            "postal": lambda: pick(list(AP_STATES)),
            "county": lambda: pick(fill.counties),
            "county_name": lambda: pick(fill.counties).removesuffix(" County").removesuffix(" Parish"),
            "given": lambda: pick(sorted(GIVEN_NAMES)).capitalize(),
            "acro": lambda: "".join(fill.random.choices("ABCDEFGHILMNOPRSTUW", k=pick((3, 3, 4)))),
            "country": lambda: pick(COMMON_COUNTRIES) if fill.random.random() < 0.7 else pick(fill.countries)["name"],
            "continent": lambda: pick(("Europe", "Africa", "Asia", "Latin America", "North America", "South America")),
            "region": lambda: pick(REGIONS),
            "airport": lambda: f"{name()} {pick(('Airport', 'International Airport'))}",
            "park": lambda: f"{fill.surname()} {pick(('State Park', 'National Park', 'Park'))}",
            "forest": lambda: f"{name()} Forest",
            "n": lambda: str(fill.random.randint(2, 99)), "age": lambda: str(fill.random.randint(17, 89)),
            "zip": lambda: str(fill.random.randint(10000, 99999)), "year": lambda: str(fill.random.randint(1950, 2023)),
            "day": lambda: pick(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")),
            "month": lambda: pick(("January", "March", "April", "May", "June", "Aug.", "Sept.", "Oct.", "Dec.")),
            "dir": lambda: pick(DIRECTIONS), "dirl": lambda: pick(DIRECTIONS),
            "dircap": lambda: pick(DIRECTIONS).capitalize() + "ern",
            "dem": lambda: pick(DEMONYMS),
            "highway": lambda: pick(("Highway ", "Route ", "Interstate ", "U.S. ")) + str(fill.random.randint(2, 99)),
        }  # fmt: skip
        return makers[slot]() if slot in makers else self.body(slot, name)

    def body(self, slot: str, name: Callable[[], str]) -> str:
        """The name of a firm, a paper, a team, a street and so on, often with a place's name inside."""
        pattern = self.fill.pick(BODIES[slot].split("|"))
        return re.sub("[@~]", lambda sign: name() if sign[0] == "@" else self.fill.surname(), pattern)


def write_stories(seed: int, count: int) -> Iterator[Labelled]:
    """Filled stories with their labels; one in twelve has no capitals."""
    templates = [t.strip() for t in TEMPLATES.read_text(encoding="utf-8").split("\n\n") if t.strip()]
    fillers = Fillers(seed)
    for number in range(count):
        template = templates[number % len(templates)]
        text, spans = _filled(Story(fillers, template), template)
        if fillers.random.random() < 0.08 and len(text.lower()) == len(text):
            text = text.lower()
        yield Labelled(text, spans)


def _filled(story: Story, template: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, at = "", 0
    spans: list[tuple[int, int, str]] = []
    for slot in _SLOT.finditer(template):
        text += template[at : slot.start()]
        at = slot.end()
        if slot[3]:
            value, label = slot[4], {"L": "LOC", "O": "ORG", "P": "PER"}[slot[3]]
        else:
            value = story.value(slot[1], slot[2])
            label = "LOC" if slot[1] in PLACES else "PER" if slot[1] in PEOPLE else "" if slot[1] in PLAIN else "ORG"
        start, length = len(text), len(value)
        text += value
        tail = (
            _BODY_TAIL.match(template[at:])
            if label == "LOC" and slot[1] in ("city", "town", "state", "county")
            else None
        )
        if tail:
            text += tail.group()
            at += tail.end()
            length += tail.end()
            label = "ORG"
        if label:
            spans.append((start, start + length, label))
    return text + template[at:], spans
