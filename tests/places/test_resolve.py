"""Which place a name means, on a small made-up gazetteer and on the real index."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from geomap import defaults
from geomap.errors import GeomapError
from geomap.interfaces import Gazetteer
from geomap.places.kinds import prominence
from geomap.places.resolve import ContextResolver
from geomap.records import (
    Document,
    LatLon,
    Line,
    Mention,
    MentionKind,
    NameSpan,
    NameTraits,
    Place,
    PlacedMention,
    Source,
)


class SmallGazetteer:
    """A gazetteer of the rows it is given, by exact name without case."""

    def __init__(self, rows: Sequence[Place], other_names: dict[str, str] | None = None) -> None:
        self._rows = {row.id: row for row in rows}
        self._names: dict[str, list[Place]] = {}
        for row in rows:
            self._names.setdefault(row.name.casefold(), []).append(row)
        for name, place_id in (other_names or {}).items():
            self._names.setdefault(name.casefold(), []).append(self._rows[place_id])
        for places in self._names.values():
            places.sort(key=lambda p: -prominence(p.kind, p.population, capital=p.id in {"dc", "paris-fr"}))

    def find_places(self, name: str) -> Sequence[Place]:
        return self._names.get(name.casefold(), [])

    def find_names(self, text: str, *, any_start: bool = False) -> Sequence[NameSpan]:
        return []

    def describe_name(self, name: str) -> NameTraits | None:
        places = self.find_places(name)
        if not places:
            return None
        return NameTraits(count=len(places), population=places[0].population, kinds=frozenset(p.kind for p in places))

    def get(self, place_id: str) -> Place | None:
        return self._rows.get(place_id)

    def find_demonym(self, word: str) -> Sequence[Place]:
        return [self._rows[i] for i in DEMONYMS.get(word, [])]

    def find_metonym(self, name: str) -> Sequence[Place]:
        return [self._rows["us"]] if name == "Pentagon" else []

    def find_abbreviation(self, text: str) -> Sequence[Place]:
        return [
            self._rows[i] for i in {"Ga.": ["us-ga"], "GA": ["us-ga"], "Tex.": ["us-tx"], "US": ["us"]}.get(text, [])
        ]

    def capital_of(self, country: str) -> Place | None:
        return {"US": self._rows["dc"], "FR": self._rows["paris-fr"]}.get(country)

    def find_near(self, at: LatLon, *, radius_km: float, limit: int = 10) -> Sequence[tuple[Place, float]]:
        return []

    def suggest(self, name: str, *, limit: int = 5) -> Sequence[str]:
        return []

    def find_sounding(self, name: str) -> Sequence[Place]:
        return []

    def outline(self, place_id: str) -> tuple[Line, ...] | None:
        return None

    def neighbours(self, country: str) -> frozenset[str]:
        return frozenset()

    @property
    def sources(self) -> Sequence[Source]:
        return []


@pytest.fixture(scope="module")
def index() -> Gazetteer:
    try:
        return defaults.gazetteer()
    except GeomapError as error:
        pytest.skip(f"no index is built: {error}")


def place(place_id: str, name: str, at: tuple[float, float], kind: str, where: str, population: int = 0) -> Place:
    country, _, code = where.partition(".")
    return Place(
        id=place_id,
        name=name,
        at=LatLon(*at),
        kind=kind,
        country=country,
        admin1=REGION_NAMES.get(where),
        admin1_code=where if code else None,
        population=population,
    )


REGION_NAMES = {"US.OH": "Ohio", "US.GA": "Georgia", "US.IL": "Illinois", "US.MO": "Missouri", "US.TX": "Texas"}
WORLD = SmallGazetteer(
    [
        place("us", "United States", (39.8, -98.6), "country", "US", 330_000_000),
        place("fr", "France", (46.0, 2.0), "country", "FR", 67_000_000),
        place("ge", "Georgia", (42.0, 43.5), "country", "GE", 3_700_000),
        place("us-ga", "Georgia", (32.8, -83.5), "region", "US.GA", 10_000_000),
        place("us-oh", "Ohio", (40.3, -83.0), "region", "US.OH", 11_000_000),
        place("us-tx", "Texas", (31.0, -100.0), "region", "US.TX", 29_000_000),
        place("us-il", "Illinois", (40.0, -89.2), "region", "US.IL", 12_000_000),
        place("us-mo", "Missouri", (38.3, -92.5), "region", "US.MO", 6_000_000),
        place("columbus-oh", "Columbus", (39.96, -83.0), "city", "US.OH", 900_000),
        place("columbus-ga", "Columbus", (32.46, -84.99), "city", "US.GA", 200_000),
        place("springfield-mo", "Springfield", (37.2, -93.3), "city", "US.MO", 169_000),
        place("springfield-il", "Springfield", (39.8, -89.6), "city", "US.IL", 114_000),
        place("springfield-oh", "Springfield", (39.9, -83.8), "city", "US.OH", 58_000),
        place("dayton", "Dayton", (39.76, -84.19), "city", "US.OH", 140_000),
        place("paris-fr", "Paris", (48.85, 2.35), "city", "FR.11", 2_100_000),
        place("paris-tx", "Paris", (33.66, -95.55), "city", "US.TX", 25_000),
        place("tbilisi", "Tbilisi", (41.7, 44.8), "city", "GE.51", 1_000_000),
        place("miami-r", "Miami", (39.1, -84.7), "river", "US.OH"),
        place("miami", "Miami", (25.8, -80.2), "city", "US.FL", 450_000),
        place("dc", "Washington", (38.9, -77.0), "city", "US.DC", 690_000),
        place("us-wa", "Washington", (47.5, -120.5), "region", "US.WA", 7_700_000),
        place("seattle", "Seattle", (47.6, -122.3), "city", "US.WA", 740_000),
    ],
)
DEMONYMS = {"American": ["us"], "French": ["fr"], "Georgian": ["ge", "us-ga"]}


def resolve(text: str, *names: str, gazetteer: Gazetteer = WORLD, **more: object) -> list[PlacedMention]:
    mentions, at = [], 0
    for name in names:
        kind = MentionKind.PLACE
        if ":" in name:
            name, _, word = name.partition(":")
            kind = MentionKind(word)
        at = text.index(name, at)
        mentions.append(Mention(document="d", start=at, end=at + len(name), text=name, kind=kind))
        at += len(name)
    document = Document(id="d", text=text)
    return list(ContextResolver(gazetteer).resolve(document, mentions, **more))  # type: ignore[arg-type]


def ids(placed: Sequence[PlacedMention]) -> list[str | None]:
    return [p.place.id if p.place else None for p in placed]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        pytest.param("A mill burnt down in Columbus.", ["Columbus"], ["columbus-oh"], id="most populous"),
        pytest.param("A mill in Columbus, Ga., burnt.", ["Columbus"], ["columbus-ga"], id="newspaper short form"),
        pytest.param("A mill in Columbus, GA burnt.", ["Columbus"], ["columbus-ga"], id="postal short form"),
        pytest.param(
            "The mill (Columbus, Georgia) burnt.", ["Columbus", "Georgia"], ["columbus-ga", "us-ga"], id="state"
        ),
        pytest.param(
            "She flew to Tbilisi, Georgia.", ["Tbilisi", "Georgia"], ["tbilisi", "ge"], id="country of that name"
        ),
        pytest.param("In the Texas town of Paris it rained.", ["Texas", "Paris"], ["us-tx", "paris-tx"], id="before"),
        pytest.param(
            "Springfield lost to Dayton, and Dayton celebrated.",
            ["Springfield", "Dayton", "Dayton"],
            ["springfield-oh", "dayton", "dayton"],
            id="near the other place",
        ),
        pytest.param(
            "Illinois voted. In Springfield nobody slept.",
            ["Illinois", "Springfield"],
            ["us-il", "springfield-il"],
            id="region named elsewhere",
        ),
        pytest.param(
            "Paris slept. Later that day Paris, Texas, woke; Paris was calm.",
            ["Paris", "Paris", "Paris"],
            ["paris-tx", "paris-tx", "paris-tx"],
            id="one place for a name",
        ),
        pytest.param(
            "From Paris, France, he flew to Paris, Texas, by way of Miami.",
            ["Paris", "France", "Paris", "Texas", "Miami"],
            ["paris-fr", "fr", "paris-tx", "us-tx", "miami"],
            id="two places for a name",
        ),
        pytest.param("The Miami River rose.", ["Miami"], ["miami-r"], id="kind asked for"),
        pytest.param("American farmers met.", ["American:demonym"], ["us"], id="demonym"),
        pytest.param("Paris Tannery Guild met.", ["Paris:embedded"], [None], id="inside a longer name"),
        pytest.param(
            "Georgian soldiers left Tbilisi.", ["Georgian", "Tbilisi"], ["ge", "tbilisi"], id="demonym of two"
        ),
        pytest.param("Envoys left for Washington.", ["Washington"], ["dc"], id="capital"),
        pytest.param("Washington answered late.", ["Washington:metonym"], ["dc"], id="capital as a government"),
        pytest.param(
            "Rain in Seattle and all Washington.", ["Seattle", "Washington"], ["seattle", "us-wa"], id="state"
        ),
        pytest.param("The Pentagon was silent.", ["Pentagon:metonym"], ["dc"], id="byword for a government"),
        pytest.param("He left Qwxzville.", ["Qwxzville"], [None], id="unknown name"),
    ],
)
def test_resolves(text: str, names: list[str], expected: list[str | None]) -> None:
    assert ids(resolve(text, *names)) == expected


def test_stated_distance_speaks_against_a_far_namesake() -> None:
    text = "The mill at Columbus, 65 miles east of Dayton, burnt."
    assert ids(resolve(text, "Columbus", "Dayton"))[0] == "columbus-oh"
    text = "The mill at Springfield, 25 miles northeast of Dayton, burnt."
    assert ids(resolve(text, "Springfield", "Dayton"))[0] == "springfield-oh"


def test_what_the_user_fixes_wins() -> None:
    placed = resolve("In Columbus, Ohio, it rained.", "Columbus", "Ohio", fixed={"columbus": "columbus-ga"})
    assert ids(placed) == ["columbus-ga", "us-oh"]
    assert placed[0].score == 1.0
    assert [c.place.id for c in placed[0].candidates] == ["columbus-ga", "columbus-oh"]


def test_outlet_is_where_local_names_lie() -> None:
    text = "The council of Columbus met on Monday."
    assert ids(resolve(text, "Columbus", outlet="Georgia, United States")) != []
    assert ids(resolve("Springfield won.", "Springfield", outlet="Dayton Daily News")) == ["springfield-oh"]
    assert ids(resolve("Springfield won.", "Springfield", outlet="daytondailynews.com")) == ["springfield-oh"]


def test_every_result_is_explained_and_keeps_its_alternatives() -> None:
    for result in resolve("Springfield lost to Dayton in Ohio.", "Springfield", "Dayton", "Ohio"):
        assert result.place is not None
        assert result.place.name in result.why
        assert result.candidates[0].place == result.place
        assert [c.score for c in result.candidates] == sorted((c.score for c in result.candidates), reverse=True)
        assert 0.0 <= result.score <= 1.0
    assert resolve("Springfield lost.", "Springfield")[0].candidate_count == 3


@pytest.mark.parametrize(
    ("text", "names", "where"),
    [
        pytest.param("A barn burnt near Lebanon, Ind., on Friday.", ["Lebanon"], ["US.IN"], id="newspaper short form"),
        pytest.param(
            "She moved from Moscow, Idaho, to Berlin, N.H.", ["Moscow", "Berlin"], ["US.ID", "US.NH"], id="states"
        ),
        pytest.param("Delegates met in Moscow and Berlin.", ["Moscow", "Berlin"], ["RU", "DE"], id="capitals"),
        pytest.param(
            "Tripoli and Sidon lie north of Tyre in Lebanon.", ["Tripoli", "Sidon"], ["LB", "LB"], id="country named"
        ),
        pytest.param(
            "French farmers drove to Nice.", ["French:demonym", "Nice"], ["FR", "FR"], id="demonym as evidence"
        ),
        pytest.param("The Kremlin was silent.", ["Kremlin:metonym"], ["RU"], id="byword"),
        pytest.param("Envoys left Kyiv for Hanoi.", ["Kyiv", "Hanoi"], ["UA", "VN"], id="city and region of a name"),
        pytest.param("Officials met in Brasília.", ["Brasília"], ["BR"], id="city whose name a country has elsewhere"),
    ],
)
def test_resolves_on_the_real_index(index: Gazetteer, text: str, names: list[str], where: list[str]) -> None:
    for result, expected in zip(resolve(text, *names, gazetteer=index), where, strict=True):
        assert result.place is not None, result.why
        assert (result.place.admin1_code if "." in expected else result.place.country) == expected


def test_well_known_cities_are_sure(index: Gazetteer) -> None:
    for name, country in [("Nairobi", "KE"), ("Warsaw", "PL"), ("Jakarta", "ID"), ("Toronto", "CA"), ("Osaka", "JP")]:
        result = resolve(f"Officials met in {name} on Tuesday.", name, gazetteer=index)[0]
        assert result.place is not None and result.place.country == country
        assert result.score >= 0.9, (name, result.score)


def test_trust_follows_evidence(index: Gazetteer) -> None:
    bare = resolve("A fire broke out in Springfield.", "Springfield", gazetteer=index)[0]
    said = resolve("A fire broke out in Springfield, Ohio.", "Springfield", gazetteer=index)[0]
    assert bare.score < 0.9 < said.score


def test_time_stays_in_proportion_to_the_text(index: Gazetteer) -> None:
    name = "San Antonio"
    text = ", ".join([name] * 2000) + " and 40 miles north of" * 500
    mentions = [Mention(document="d", start=n * 13, end=n * 13 + len(name), text=name) for n in range(2000)]

    def seconds(count: int) -> float:
        start = time.process_time()
        ContextResolver(index).resolve(Document(id="d", text=text), mentions[:count])
        return time.process_time() - start

    seconds(100)
    # Four times the mentions take about four times as long; the slack is for a busy machine.
    assert seconds(2000) < 12 * seconds(500) + 0.5
