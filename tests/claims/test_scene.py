"""Which places descriptions, left-out grounds and appositions mean."""

from dataclasses import replace

import pytest

from geomap.claims.distance import DistanceChecker
from geomap.claims.wording import Worder
from geomap.records import LatLon, Place


@pytest.fixture
def checker(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("A flood hit Avignon. Help came from Marseille, 85 km south of the town.", "Marseille", "Avignon"),
        ("A ship sank off Corsica. Divers came from Nice, 190 km north of the island.", "Nice", "Corsica"),
        ("Police closed roads in Nice, some 690 km southeast of the capital.", "Nice", "Paris"),
        ("Dijon is 260 km from the capital of France.", "Dijon", "Paris"),
        ("A fire burned in Nice. People of a village 40 km north of the capital fled.", None, "Paris"),
        ("They walked to the shrine of Vienne. Avignon is 175 km south of the shrine.", "Avignon", "Vienne"),
        ("They saw Vienne temple. Avignon is 175 km south of the temple.", "Avignon", "Vienne"),
        ("Quito lies 25 km south of the equator.", "Quito", "the equator"),
        ("Lyon (AP) - A fire burned in Geneva, 110 km from here, on Monday.", "Geneva", "Lyon"),
        (
            "Two hikers were found near Avignon. They come from Nice, some 200 km from where they were found.",
            "Nice",
            "Avignon",
        ),
        ("A fire burned near Lyon and came within 5 km of the city.", None, "Lyon"),
        ("It was felt in Avignon, 200 km to the west, a man in Nice said.", "Avignon", None),
        ("Two men were rescued on Malta, the sea's smallest state, 320 km east of Tunis.", "Malta", "Tunis"),
        ("The marchers left Dijon for Nice in May. They are in Lyon, 175 km from where they set out.", "Lyon", "Dijon"),
        (
            "The bus left Dijon for Nice. It was turned back at Marseille, 160 km short of its destination.",
            "Marseille",
            "Nice",
        ),
        ("Turin slept. Marseille was calm. A boat sank 40 km south of the French port.", None, "Marseille"),
        ("Lyon (AP) - The walkers slept in Avignon and Gordes. Paris is still 390 km away.", "Paris", "Lyon"),
        # What the text is about, and not the place that stands nearest.
        ("Dijon is a town in the hills, north of Lyon and Vienne. It lies 690 km from Nice.", "Dijon", "Nice"),
        ("Dijon is a town near Vienne. Its fair is old. It lies 690 km from Nice.", "Dijon", "Nice"),
        ("Avignon is a town on the river near Vienne. Nice, 200 km to the east, is larger.", "Nice", "Avignon"),
        ("Avignon is a town near Vienne. The nearest large town is Nice, 200 km to the east.", "Nice", "Avignon"),
        ("Dijon has a fair; Lyon, France, is 175 km to the south.", "Lyon", "Dijon"),
        # The place named last does not fit, the one where the story is set does.
        (
            "Crews in Avignon searched the Avignon hills. They were joined by men of Paris. A helicopter from "
            "Marseille, 85 km to the south, came too.",
            "Marseille",
            "Avignon",
        ),
    ],
)
def test_descriptions_mean_a_place_spoken_of(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name if claim.figure.place else None) == figure
    if ground is not None:
        assert claim.ground.place is not None
        assert claim.ground.place.name == ground
        assert claim.ground.why


@pytest.mark.parametrize(
    "text",
    [
        "Dijon is 60 km from the border.",
        "A fire burned near the camp. It is 20 km from the camp.",
        "A convoy left Dijon, 90 km from where it was built.",
    ],
)
def test_what_the_text_leaves_open_stays_open(read, checker, text):
    assert all(claim.ground.place is None for claim in checker.find_claims(read(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A boat, which left Tunis, 630 km east of Algiers, was towed to Malta, 400 km east of Tunis.",
            [("Tunis", "Algiers"), ("Malta", "Tunis")],
        ),
        ("The train left Paris. It was expected to arrive in Dijon, 175 km north of Lyon.", [("Dijon", "Lyon")]),
        ("The train left Paris. It is in Dijon, 175 km north of Lyon.", [("Dijon", "Lyon")]),
        ("The painting was taken from Turin to Geneva, 110 km northeast of Lyon.", [("Geneva", "Lyon")]),
        ("The village is near Avignon, 85 km north of Marseille.", [("Avignon", "Marseille")]),
        ("Malta, 400 km east of Tunis, took them in.", [("Malta", "Tunis")]),
        (
            "Avignon is 200 km south of the city of Lyon on the Rhone, 85 km north of Marseille.",
            [("Avignon", "Lyon"), ("Avignon", "Marseille")],
        ),
    ],
)
def test_an_amount_is_told_of_the_place_right_before_it(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    found = [(c.figure.place.name if c.figure.place else None, c.ground.place.name) for c in claims]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # On a map Tokyo lies east of Madrid; the shortest line sets out to the north.
        ("Tokyo is 10,800 km east of Madrid.", "consistent"),
        ("Tokyo is 10,800 km north of Madrid.", "consistent"),
        ("Tokyo is 10,800 km southwest of Madrid.", "inconsistent"),
    ],
)
def test_far_directions_hold_on_a_map_or_along_the_shortest_line(read, checker, text, outcome):
    assert checker.judge(checker.find_claims(read(text))[0]).outcome == outcome


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A cargo ship bound from Tunis for Nice ran aground 3 km off Marseille.", "the ship"),
        ("The plane took off from Lyon and crashed 25 km north of Nice.", "the plane"),
        ("The boat capsized on Friday about 70 nautical miles south of Malta.", "the boat"),
        ("The storm stood 80 km south of Nice on Wednesday.", "the storm"),
    ],
)
def test_what_has_no_place_is_called_by_its_noun(read, checker, text, figure):
    claim = checker.find_claims(read(text))[0]
    assert (claim.figure.place, claim.figure.text) == (None, figure)
    verdict = checker.judge(claim)
    assert verdict.outcome == "unverifiable"
    assert figure in verdict.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avignon lies between Lyon and Marseille, 85 km from the latter.", [("Avignon", "the latter", 85)]),
        ("Hikers on a 30 km pass between Nice and Turin were flown to Lyon, 240 km west.", [("Turin", "Nice", 30)]),
        ("The club faces a round trip of 480 km to Turin from Lyon.", [("Turin", "Lyon", 480)]),
        ("The hall at Dijon is 175 km from Lyon.", [("Dijon", "Lyon", 175)]),
        (
            "The distance from Lyon to Turin is not 150 km but 240 km.",
            [("Turin", "Lyon", 150), ("Turin", "Lyon", 240)],
        ),
    ],
)
def test_further_shapes(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name, c.ground.text, c.stated.value) for c in claims][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The club faces a round trip of 480 km from Lyon to Turin.", ["consistent"]),
        ("The club faces a round trip of 240 km from Lyon to Turin.", ["inconsistent"]),
        ("A line of 240 km from Lyon to Turin is planned.", ["consistent"]),
        ("Turin is not 280 km from Lyon.", ["doubtful"]),
        ("Turin is not 600 km from Lyon.", ["consistent"]),
        ("Refugees walked 150 km from the border of Italy to Nice.", ["doubtful"]),
        ("Avignon lies about 80 km north of Marseille; a plaque says 100 km.", ["inconsistent"] * 2),
        ("Avignon lies about 80 km north of Marseille; a plaque says 85 km.", ["consistent"] * 2),
    ],
)
def test_verdicts_on_further_shapes(read, checker, text, outcomes):
    assert [checker.judge(c).outcome for c in checker.find_claims(read(text))] == outcomes


class Namesakes:
    """A gazetteer that knows more places of the name "Dijon"."""

    def __init__(self, world, namesakes):
        self._world = world
        self._namesakes = namesakes

    def find_places(self, name):
        return [*self._world.find_places(name), *(self._namesakes if name == "Dijon" else ())]

    def __getattr__(self, name):
        return getattr(self._world, name)


NAMESAKE = Place(id="geomap:dijon-south", name="Dijon", at=LatLon(44.7, 4.9), kind="city", country="XX")
SOUTH = "Dijon, 120 km south of Lyon, lost power."


@pytest.mark.parametrize(
    ("score", "namesakes", "outcome", "rule"),
    [
        (0.7, (NAMESAKE,), "consistent", "distance.straight"),
        (0.95, (NAMESAKE,), "doubtful", "distance.other-reading"),
        (0.7, (), "doubtful", "distance.too-short"),
        (0.95, (), "inconsistent", "distance.too-short"),
    ],
)
def test_another_place_of_the_name_counts_where_the_name_is_unsure(read, world, score, namesakes, outcome, rule):
    reading = read(SOUTH)
    unsure = tuple(replace(m, score=score) if m.mention.text == "Dijon" else m for m in reading.mentions)
    reading, gazetteer = replace(reading, mentions=unsure), Namesakes(world, namesakes)
    checker = DistanceChecker(gazetteer=gazetteer, worder=Worder(gazetteer))
    verdict = checker.judge(checker.find_claims(reading)[0])
    assert (verdict.outcome, verdict.rule) == (outcome, rule), verdict.why
    if outcome == "doubtful":
        assert "--resolve" in verdict.why


@pytest.mark.parametrize(
    ("text", "outcome", "rule"),
    [
        # Near places are told straighter than far ones; no network tells here what lies between.
        ("Vienne is 35 km from Lyon.", "consistent", "distance.straight"),
        ("Vienne is 43 km from Lyon.", "inconsistent", "distance.too-long"),
        ("Paris is 630 km from Lyon by road.", "consistent", "distance.as-way"),
        ("Paris is 800 km from Lyon by road.", "doubtful", "distance.winding-way"),
        ("Paris is 1,000 km from Lyon by road.", "unverifiable", "distance.needs-network"),
        ("Geneva is 400 km from Lyon by road.", "unverifiable", "distance.needs-network"),
        ("Turin is only 180 km from Lyon.", "inconsistent", "distance.too-short"),
    ],
)
def test_ratios_by_how_far_the_places_lie(read, checker, text, outcome, rule):
    verdict = checker.judge(checker.find_claims(read(text))[0])
    assert (verdict.outcome, verdict.rule) == (outcome, rule), verdict.why


def test_a_way_belongs_to_the_amount_it_stands_with(read, checker):
    claim = checker.find_claims(read("Dijon is 175 km from Lyon and an hour and a half by train."))[0]
    assert claim.mode is None


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        # Where the traveller is now, not where the journey began.
        (
            "The envoy arrived in Dijon after a night train from Paris. He then drove the 190 km to Lyon.",
            "Lyon",
            "Dijon",
        ),
        (
            "The envoy arrived at Dijon station on the border of Savoy at noon. He then drove the 190 km to Lyon.",
            "Lyon",
            "Dijon",
        ),
        (
            "She flew from Algiers to Tunis and on to Nice, where she boarded a bus. The bus covered the 200 km to "
            "Marseille.",
            "Marseille",
            "Nice",
        ),
        ("The convoy crossed at Nice and drove 40 km up the coast to Savoy.", "Savoy", "Nice"),
        ("A train went from Paris to Lyon. The trip of 465 km was slow.", "Lyon", "Paris"),
        ("They reached Lyon. Marseille is another 310 km away.", "Marseille", "Lyon"),
        (
            "It could take her two days to go from Paris to Tunis. Her train will stop at Nice, where she will get off "
            "and drive 200 km to Marseille.",
            "Marseille",
            "Nice",
        ),
        ("His train will stop at Nice, where he will get off and drive 200 km to Marseille.", "Marseille", "Nice"),
        (
            "A bus from Lyon to Turin, 310 km away, fell into a gorge near Avignon, 85 km north of Marseille.",
            "Avignon",
            "Marseille",
        ),
    ],
)
def test_a_journey_goes_on_from_where_it_was(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name, claim.ground.place.name) == (figure, ground)


def test_a_traveller_is_at_the_head_of_the_phrase_though_no_place_is_known_for_it(read, checker):
    text = "He stopped at a small station on the border of Savoy. He then drove the 190 km to Lyon."
    assert [c.ground.place for c in checker.find_claims(read(text)) if c.ground is not None] == []


def test_a_way_goes_by_the_places_that_the_text_names(read, checker):
    text = "The voyage from Marseille to Algiers via Tunis is 1,500 km; around Malta it is 2,100 km."
    claims = checker.find_claims(read(text))
    assert [[p.place.name for p in claim.via] for claim in claims] == [["Tunis"], ["Malta"]]
    assert {(c.ground.place.name, c.figure.place.name) for c in claims} == {("Marseille", "Algiers")}


def test_a_point_beside_a_place_can_be_held_against_far_ones(read, checker):
    text = "The balloon was shot down six miles off Nice, {} northeast of Marseille."
    outcomes = [
        checker.judge(checker.find_claims(read(text.format(n)))[-1]).outcome for n in ("100 miles", "600 miles")
    ]
    assert outcomes == ["consistent", "inconsistent"]


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("An earthquake at 43.5N 6.25E, 85 km west of Nice, was felt on Monday.", "43.5N 6.25E", "Nice"),
        ("The buoy came from (43.5000, 6.2500), 85 km west of Nice.", "43.5000, 6.2500", "Nice"),
        ("Lyon is 280 km from 43.5N 6.25E.", "Lyon", "43.5N 6.25E"),
        ("The wreck at 43.5N 6.25E is 40 km from 43.5N 6.75E.", "43.5N 6.25E", "43.5N 6.75E"),
        # The name is the place's own, its coordinates only say where it is.
        ("Holm in France (43.5N, 6.25E) is 85 km west of Nice.", "France", "Nice"),
        ("Lyon (45.75N, 4.85E) is 110 km from Geneva.", "Lyon", "Geneva"),
    ],
)
def test_distances_are_told_of_and_from_coordinates(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[0]
    assert (claim.figure.place.name, claim.ground.place.name) == (figure, ground)
    assert checker.judge(claim).outcome == "consistent"


def test_coordinates_place_the_name_that_they_follow(read, checker):
    reading = read("Savoy (43.5N, 6.25E) is 85 km west of Nice.")
    lost = tuple(replace(m, place=None) if m.mention.text == "Savoy" else m for m in reading.mentions)
    claim = checker.find_claims(replace(reading, mentions=lost))[0]
    assert (claim.figure.place.name, claim.figure.place.at) == ("Savoy", LatLon(43.5, 6.25))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dijon is 175 km north of Lyon and the same distance south of Paris.",
            [("Dijon", "Lyon", "N"), ("Dijon", "Paris", "S")],
        ),
        ("The railway from Lyon to Turin, 310 km long, is steep.", [("Turin", "Lyon", None)]),
        ("The Lyon-Turin line is 310 km in length.", [("Turin", "Lyon", None)]),
        ("The planes came within 200 km of Italy's west coast.", [(None, "Italy's west coast", None)]),
        ("Half a mile from Lyon, in the heart of Savoy, a car burned.", [(None, "Lyon", None)]),
        ("France moved troops to within 60 km of Turin.", [(None, "Turin", None)]),
        (
            "We walked from Nice, 30 km from the border of Italy, towards Turin.",
            [("Nice", "the border of Italy", None)],
        ),
    ],
)
def test_more_shapes(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    found = [(c.figure.place.name if c.figure.place else None, c.ground.text, c.direction) for c in claims]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        # What stands at the head of a report lies nowhere in particular.
        ("Paris (AP) - A wildfire 20 km west of Avignon is out.", None, "Avignon"),
        # A mountain is not the town that was named last; the town is.
        ("An avalanche hit a peak near Turin. The mountain is 30 km west of the city.", None, "Turin"),
        ("The plane took off from Paris, refuelled in Lyon and flew the last 1,100 km to Tunis.", "Tunis", "Lyon"),
        ("The crew was taken to Nice and will travel to Lyon by bus, a journey of 470 km.", "Lyon", "Nice"),
        # The seat of government where the story is set, where the official capital does not fit.
        (
            "Lyon (AP) - A road was cut on Monday. Police in Turin, 240 km west of the capital, helped.",
            "Turin",
            "the capital",
        ),
        ("The pilot landed at Tunis after 13 hours in the air from Paris. She had flown 1,500 km.", "Tunis", "Paris"),
        ("A race starts in Nice. It ends in Marseille, 200 km down the coast.", "Marseille", "Nice"),
    ],
)
def test_whole_stories(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name if claim.figure.place else None) == figure
    assert ground in {claim.ground.text, claim.ground.place.name if claim.ground.place else None}


def test_a_way_told_of_another_place_is_not_that_of_the_distance(read, checker):
    claim = checker.find_claims(read("Nice, 30 km from the border of Italy, is linked to Lyon by rail."))[0]
    assert claim.mode is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(Lyon, 175 km from Dijon) - Two men were hurt.", [("Lyon", "Dijon")]),
        ("Both Nice and Tunis are more than 600 km from Paris.", [("Nice", "Paris"), ("Tunis", "Paris")]),
        (
            "The aftershock was centred 6 km from Nice, about 160 km from Marseille.",
            [(None, "Nice"), (True, "Marseille")],
        ),
    ],
)
def test_figures_in_brackets_in_pairs_and_by_points(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [c.ground.text for c in claims] == [ground for _, ground in expected]
    for claim, (figure, _) in zip(claims, expected, strict=True):
        place = claim.figure.place
        assert (place is None) == (figure is None)
        assert figure in {None, True} or place.name == figure


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Vienne is 27 miles (43 km) from Lyon.", "inconsistent"),
        ("Vienne is 25.5 miles (38 km) from Lyon.", "consistent"),
        ("Vienne is 25.5 miles from Lyon.", "inconsistent"),
    ],
)
def test_a_figure_in_two_units_may_mean_either(read, checker, text, outcome):
    assert checker.judge(checker.find_claims(read(text))[0]).outcome == outcome


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Cap d'Ormes, on the southern tip of Corsica, is 330 km from Marseille by sea.", "Cap d'Ormes"),
        ("Holmby, just off the coast of Italy, is 300 km from Nice.", "Holmby"),
        ("Holmby, a hamlet near Dijon, is 170 km from Lyon.", "Holmby"),
        ("Thirty miles from Tunis, a bus overturned on the road to Algiers.", "the place meant here"),
        ("Sixty kilometres from Lyon, the column of trucks turned back towards Turin.", "the place meant here"),
        ("The tanker, anchored 20 km off Nice in France, was hit.", "the tanker"),
    ],
)
def test_a_place_that_something_unknown_lies_beside_or_heads_for_is_not_what_is_told_of(read, checker, text, figure):
    (claim,) = checker.find_claims(read(text))
    assert (claim.figure.place, claim.figure.text) == (None, figure)
    assert checker.judge(claim).outcome == "unverifiable"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The lab, at Dijon, is 175 km from Lyon.", "Dijon"),
        ("Nice, on the coast of France, is 160 km from Marseille.", "Nice"),
        ("Some 85 km from Marseille, the town of Avignon was quiet.", "Avignon"),
    ],
)
def test_a_place_named_as_the_subject_or_around_it_is(read, checker, text, figure):
    (claim,) = checker.find_claims(read(text))
    assert claim.figure.place.name == figure


def test_people_from_a_town_that_follows_are_in_it(read, checker):
    text = "Voters queued in Lyon. About 175 km to the north, two nurses from the town of Dijon were at work."
    (claim,) = checker.find_claims(read(text))
    assert (claim.figure.place.name, claim.ground.place.name) == ("Dijon", "Lyon")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lyon is nearer to Geneva, 110 km away, than to Marseille, 280 km to the south.",
            [("Geneva", "Lyon", None), ("Marseille", "Lyon", "S")],
        ),
        (
            "Lyon is farther from Paris, some 390 km to the north, than from Dijon, 175 km to the north.",
            [("Paris", "Lyon", "N"), ("Dijon", "Lyon", "N")],
        ),
    ],
)
def test_what_a_place_is_closer_to_is_told_of_from_there(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name, c.ground.place.name, c.direction) for c in claims] == expected
    assert {checker.judge(c).outcome for c in claims} == {"consistent"}


@pytest.mark.parametrize(("score", "place"), [(0.95, "geomap:paris"), (0.7, "geomap:paris-south")])
def test_a_huge_city_that_is_surely_meant_stays_in_an_absurd_statement(read, world, score, place):
    """Another Paris near Lyon fits; that the statement is absurd says nothing against a name that is sure."""
    south = Place(id="geomap:paris-south", name="Paris", at=LatLon(45.0, 4.9), kind="city", country="XX")
    reading = read("Paris, 80 km south of Lyon, lost power.")

    def doubted(mention):
        if mention.mention.text != "Paris":
            return mention
        return replace(mention, score=score, place=replace(mention.place, population=2_000_000))

    class TwoParises(Namesakes):
        def find_places(self, name):
            return [*self._world.find_places(name), *([south] if name == "Paris" else ())]

    reading = replace(reading, mentions=tuple(doubted(m) for m in reading.mentions))
    gazetteer = TwoParises(world, ())
    checker = DistanceChecker(gazetteer=gazetteer, worder=Worder(gazetteer))
    assert checker.find_claims(reading)[0].figure.place.id == place


def test_a_start_that_is_only_guessed_makes_no_inconsistency(read, checker):
    text = "The king took the train from Paris to Nice. In the same week he drove 180 km to Vienne."
    verdicts = [checker.judge(c) for c in checker.find_claims(read(text))]
    assert [v.outcome for v in verdicts if v.claim.figure.text == "Vienne"] == ["doubtful"]


@pytest.mark.parametrize(("population", "outcome"), [(2_000, "doubtful"), (150_000, "inconsistent")])
def test_a_large_city_without_a_fitting_namesake_is_meant_though_its_name_is_unsure(read, checker, population, outcome):
    reading = read(SOUTH)

    def unsure(mention):
        if mention.mention.text != "Dijon":
            return mention
        return replace(mention, score=0.7, place=replace(mention.place, population=population))

    reading = replace(reading, mentions=tuple(unsure(m) for m in reading.mentions))
    assert checker.judge(checker.find_claims(reading)[0]).outcome == outcome


@pytest.mark.parametrize(
    ("text", "called", "ground"),
    [
        ("Nice was shaken. The airport in Dijon, 5 km from the city centre, is closed.", "the airport", "Dijon"),
        ("Nice was shaken. They are held at Dijon airport, 5 km from the city.", "the airport", "Dijon"),
        ("Nice was shaken. A convoy came within 5 km of the city.", "the convoy", "Nice"),
    ],
)
def test_the_town_is_that_of_what_stands_there(read, checker, text, called, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.text, claim.figure.place, claim.ground.place.name) == (called, None, ground)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Vienne is 28 km from the Rhone city of Lyon.", "Lyon"),
        ("Turin is 310 km from the Savoy region town of Lyon.", "Lyon"),
        ("Turin is 130 km from the France border.", "France"),
        ("Turin is 310 km from the port city Marseille.", "Marseille"),
    ],
)
def test_a_town_told_with_its_area_is_the_ground(read, checker, text, ground):
    (claim,) = checker.find_claims(read(text))
    assert claim.ground.place.name == ground
