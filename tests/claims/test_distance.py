"""Which statements of distance are found, and how they are judged."""

from dataclasses import replace

import pytest

from geomap.claims.distance import DistanceChecker

# The shapes that the finder's docstring lists, then their kin: figure, ground, value, unit, direction, way.
FOUND = [
    ("Avignon is 85 km north of Marseille.", "Avignon", "Marseille", 85, "km", "N", None),
    ("Avignon, 85 km north-northwest of Marseille, was calm.", "Avignon", "Marseille", 85, "km", "NNW", None),
    ("Avignon is located about 50 miles to the north-west of Marseille.", "Avignon", "Marseille", 50, "mi", "NW", None),
    ("Geneva lies 150 km by road northeast of Lyon.", "Geneva", "Lyon", 150, "km", "NE", "road"),
    ("Turin is 90 km off the Nice waterfront.", "Turin", "the Nice", 90, "km", None, None),
    ("Turin is 240 kilometres from Lyon.", "Turin", "Lyon", 240, "km", None, None),
    ("Turin lies some 240 km away from Lyon.", "Turin", "Lyon", 240, "km", None, None),
    ("They met in Nice, nineteen miles from the Italian border.", "Nice", "the Italian border", 19, "mi", None, None),
    (
        "The pass at Nice, on the border with Italy, 160 km east of Marseille, is open.",
        "Nice",
        "Marseille",
        160,
        "km",
        "E",
        None,
    ),
    ("In Vienne, 25 km from Lyon's centre, rescuers dug.", "Vienne", "Lyon's centre", 25, "km", None, None),
    ("Vienne, close to Lyon, 280 km from Turin, was calm.", "Vienne", "Turin", 280, "km", None, None),
    ("In France, near Lyon, 240 km from Turin, it rained.", "Lyon", "Turin", 240, "km", None, None),
    ("The 310-kilometre-long railway between Lyon and Turin is shut.", "Turin", "Lyon", 310, "km", None, "rail"),
    ("Gas is piped from Lyon to Turin via a 310-km-long pipeline.", "Turin", "Lyon", 310, "km", None, None),
    ("A 300-km high-speed railway between Lyon and Turin is planned.", "Turin", "Lyon", 300, "km", None, "rail"),
    ("A 310-km tunnel links Lyon and Turin.", "Turin", "Lyon", 310, "km", None, None),
    (
        "Avignon, city, southern France, on the Rhone, 85 km north of Marseille.",
        "Avignon",
        "Marseille",
        85,
        "km",
        "N",
        None,
    ),
    ("Vienne was the seat of the area and lies about 30 km south of Lyon.", "Vienne", "Lyon", 30, "km", "S", None),
    ("Nice is 30 km from the border with Italy.", "Nice", "the border with Italy", 30, "km", None, None),
    ("Geneva is northeast of Lyon, 150 km by car and 110 km by air.", "Geneva", "Lyon", 150, "km", "NE", "road"),
    ("Some 60 kilometres to the east of Avignon lies Nice.", "Nice", "Avignon", 60, "km", "E", None),
    ("The 280-km trip from Lyon to Marseille was cancelled.", "Marseille", "Lyon", 280, "km", None, None),
    ("The distance between Lyon and Turin is 240 km.", "Turin", "Lyon", 240, "km", None, None),
    ("The way from Lyon to Turin, the length of which is 310 km, is steep.", "Turin", "Lyon", 310, "km", None, None),
    ("Lyon and Turin are 310 km apart by road.", "Turin", "Lyon", 310, "km", None, "road"),
    ("Only 150 km separate Geneva from Lyon.", "Lyon", "Geneva", 150, "km", None, None),
    ("Lyon and Geneva are separated by just 150 km.", "Geneva", "Lyon", 150, "km", None, None),
    ("From Lyon he drove the 310 km to Turin.", "Turin", "Lyon", 310, "km", None, "road"),
    ("The truck had covered 280 km from Lyon when it reached Marseille.", "Marseille", "Lyon", 280, "km", None, "road"),
    (
        "It runs from Lyon, in eastern France, to Turin, Italy's old capital, a trip of 310 km.",
        "Turin",
        "Lyon",
        310,
        "km",
        None,
        None,
    ),
    ("From Lyon to Turin the trip is 310 km.", "Turin", "Lyon", 310, "km", None, None),
    ("The railway from Lyon to Turin is some 310 km long.", "Turin", "Lyon", 310, "km", None, "rail"),
    ("The old road between Lyon and Turin was 310 km in length.", "Turin", "Lyon", 310, "km", None, None),
    ("The 310-kilometre line links Lyon with Turin.", "Turin", "Lyon", 310, "km", None, None),
    ("A guide puts the rail distance from Lyon to Turin at 310 km.", "Turin", "Lyon", 310, "km", None, "rail"),
    ("The Alpine Express covers the 310 km from Lyon to Turin.", "Turin", "Lyon", 310, "km", None, "rail"),
    ("Ten miles from Lyon, on the road to Paris, the town of Vienne slept.", "Vienne", "Lyon", 10, "mi", None, None),
    ("The stage from Lyon to Turin is 310 km long.", "Turin", "Lyon", 310, "km", None, None),
    (
        "The line runs from Marseille in the south to Dijon in the north, a distance of 455 km.",
        "Dijon",
        "Marseille",
        455,
        "km",
        None,
        None,
    ),
    ("Vienne lies 30 km along the Marseille highway from Lyon.", "Vienne", "Lyon", 30, "km", None, None),
    ("They walked 310 km from Lyon to arrive in Turin.", "Turin", "Lyon", 310, "km", None, "foot"),
    (
        "Starting from Lyon, the train will cover 310 km in about four hours to reach Turin.",
        "Turin",
        "Lyon",
        310,
        "km",
        None,
        "rail",
    ),
    ("They set off from Lyon and finished in Vienne, 30 km later.", "Vienne", "Lyon", 30, "km", None, None),
    ("They set off from Lyon and reached Vienne 30 km and two days later.", "Vienne", "Lyon", 30, "km", None, None),
    ("They walked from Lyon to Turin in Italy, 310 km.", "Turin", "Lyon", 310, "km", None, "foot"),
    ("The 310-km Lyon-Turin railway is old.", "Turin", "Lyon", 310, "km", None, "rail"),
    ("Turin is 240 km from Lyon as the crow flies.", "Turin", "Lyon", 240, "km", None, "straight"),
    ("At 240 km, Turin is the farthest from Lyon of them.", "Turin", "Lyon", 240, "km", None, None),
    (
        "Police said the bus burned in Avignon, about 85 km from Marseille.",
        "Avignon",
        "Marseille",
        85,
        "km",
        None,
        None,
    ),
    ("Dijon, a town some 175 km north of Lyon, lost power.", "Dijon", "Lyon", 175, "km", "N", None),
    ("Avignon is 690 km from France's capital, Paris.", "Avignon", "France's capital, Paris", 690, "km", None, None),
    (
        "Avignon is 690 km from France's capital city Paris.",
        "Avignon",
        "France's capital city Paris",
        690,
        "km",
        None,
        None,
    ),
    ("Dijon lies 175 km north of Lyon, between Geneva and Paris.", "Dijon", "Lyon", 175, "km", "N", None),
    (
        "Dijon, in the wide valley of the Rhone some 175 km north of Lyon, lost power.",
        "Dijon",
        "Lyon",
        175,
        "km",
        "N",
        None,
    ),
    (
        "A plane left Lyon for Tunis on Monday. The flight of about 1,100 km was rough.",
        "Tunis",
        "Lyon",
        1100,
        "km",
        None,
        "air",
    ),
]


@pytest.fixture
def checker(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


@pytest.mark.parametrize(("text", "figure", "ground", "value", "unit", "direction", "mode"), FOUND)
def test_shapes_that_are_found(read, checker, text, figure, ground, value, unit, direction, mode):
    claim = checker.find_claims(read(text))[0]
    assert claim.figure.place is not None
    assert claim.figure.place.name == figure
    assert claim.ground.text == ground
    assert (claim.stated.value, claim.stated.unit, claim.direction) == (value, unit, direction)
    assert claim.mode == mode
    assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Avignon is 85 km north of Marseille and 200 km south of Lyon.",
            [("Avignon", "Marseille", 85), ("Avignon", "Lyon", 200)],
        ),
        (
            "Avignon is 85 km from Marseille, 200 km from Lyon and 370 km from Dijon.",
            [("Avignon", "Marseille", 85), ("Avignon", "Lyon", 200), ("Avignon", "Dijon", 370)],
        ),
        (
            "Avignon is 85 km from Marseille and 200 from Lyon.",
            [("Avignon", "Marseille", 85), ("Avignon", "Lyon", 200)],
        ),
        (
            "Avignon is 85 and 200 km from Marseille and Lyon, respectively.",
            [("Avignon", "Marseille", 85), ("Avignon", "Lyon", 200)],
        ),
        (
            "Geneva and Turin are 110 and 240 km from Lyon, respectively.",
            [("Geneva", "Lyon", 110), ("Turin", "Lyon", 240)],
        ),
        ("Geneva is 150 km from Lyon, and Turin 240 km.", [("Geneva", "Lyon", 150), ("Turin", "Lyon", 240)]),
        (
            "The mayor of Dijon, which is 175 km from Lyon and from Marseille approximately 450 km, resigned.",
            [("Dijon", "Lyon", 175), ("Dijon", "Marseille", 450)],
        ),
        (
            "Lyon and Turin are 240 km apart as the crow flies, but 310 km by road.",
            [("Turin", "Lyon", 240), ("Turin", "Lyon", 310)],
        ),
        (
            "Avignon lies 200 km south of Lyon as the crow flies, and 230 km by the river road.",
            [("Avignon", "Lyon", 200), ("Avignon", "Lyon", 230)],
        ),
        (
            "By road it is 330 km from Lyon to Turin, although the two cities are only 235 km apart.",
            [("Turin", "Lyon", 330), ("Turin", "Lyon", 235)],
        ),
        (
            "Turin is 235 km from Lyon. The road is 330 km long.",
            [("Turin", "Lyon", 235), ("Turin", "Lyon", 330)],
        ),
        ("Dijon is quiet. The railway from Lyon is 197 km long.", [("Dijon", "Lyon", 197)]),
        ("Dijon is quiet. The road is 19 km long.", []),
        ("Turin is 235 km from Lyon. The road to the harbour is 300 km long.", [("Turin", "Lyon", 235)]),
        ("Turin is 235 km from Lyon. The road is 4 km long.", [("Turin", "Lyon", 235)]),
        ("Turin is 235 km from Lyon. The oldest tunnel on the way is 300 km long.", [("Turin", "Lyon", 235)]),
        ("The drive from Lyon to Paris is 465 km: 100 km to a bridge and 365 km on.", [("Paris", "Lyon", 465)]),
        (
            "The wreck of Avignon lies 85 km north of Marseille; a plaque says 90 km.",
            [("Avignon", "Marseille", 85), ("Avignon", "Marseille", 90)],
        ),
        ("A storm may reach Savoy province in France, 300 km north-east of Avignon.", [("Savoy", "Avignon", 300)]),
        ("Trains run from Lyon to Marseille, 280 km to the south, and on.", [("Marseille", "Lyon", 280)]),
        (
            "From Lyon they crossed the Savoy to Turin, 240 km to the east, in a day.",
            [("Turin", "Lyon", 240)],
        ),
        ("Dijon, a small town near the Rhone, 175 km from Lyon, flooded.", [("Dijon", "Lyon", 175)]),
        (
            "Avignon is 85 km from Marseille, and Nice another 160 km to the east.",
            [("Avignon", "Marseille", 85), ("Nice", "Avignon", 160)],
        ),
        (
            "From Marseille it is 85 km to Avignon, and Dijon is 380 km farther on.",
            [("Avignon", "Marseille", 85), ("Dijon", "Avignon", 380)],
        ),
        (
            "“It is slow,” said a driver in Avignon, 85 km from Marseille.",
            [("Avignon", "Marseille", 85)],
        ),
        ("Lyon slept. Flights from the capital, 390 km north-west of Lyon, were late.", [("Paris", "Lyon", 390)]),
        ("The train left Lyon. Some 110 km to the north-east, Geneva was quiet.", [("Geneva", "Lyon", 110)]),
        ("The train left Lyon. Geneva, 110 km to the east, was quiet.", [("Geneva", "Lyon", 110)]),
        ("Turin is 240 km east of Italian-held Lyon.", [("Turin", "Italian-held Lyon", 240)]),
        (
            "The bus goes by Lyon, 390 km from Paris, and stops before they turn off to Geneva, 110 km from Vienne.",
            [("Lyon", "Paris", 390), ("Geneva", "Vienne", 110)],
        ),
        ("The caravan limped into Vienne on Tuesday, 30 km from Lyon.", [("Vienne", "Lyon", 30)]),
        # How far the end of a way lies is told of that end; "farther on" is from the place before.
        (
            "Lyon is two hours by train from Paris, about 390 km to the north-west.",
            [("Paris", "Lyon", 390)],
        ),
        ("Lyon is connected to Geneva, 110 km to the north-east, by motorway.", [("Geneva", "Lyon", 110)]),
        (
            "They came to Lyon. Vienne, the next town, is 30 km farther. Avignon is 200 km further on.",
            [("Vienne", "Lyon", 30), ("Avignon", "Vienne", 200)],
        ),
        ("The line from Lyon to Turin took years to build. It is 310 km long.", [("Turin", "Lyon", 310)]),
        ("Trains from Lyon to Turin stood still. From the border to Nice one covered 430 km.", []),
        ("The train from Lyon to Turin was late. The lake is old. It is 310 km long.", []),
        ("Dijon, 260 km south-east of the capital, Lyon and Nice were hit.", [("Dijon", "the capital", 260)]),
        (
            "Between Lyon and Turin, 240 km apart, the track drops a thousand metres.",
            [("Turin", "Lyon", 240)],
        ),
        (
            "The bus left Paris on Monday and is heading for Turin. It spent the night at Lyon. It had covered the 390 "
            "km by dawn.",
            [("Lyon", "Paris", 390)],
        ),
        ("Dijon is the midway point between Paris and Lyon on the road, Paris 300 km, Lyon 300 km.", []),
        (
            "The road cuts the distance between Lyon and Turin from 340 km to 310 km.",
            [("Turin", "Lyon", 340), ("Turin", "Lyon", 310)],
        ),
        ("The railway, which is 310 km long, links Lyon and Turin.", [("Turin", "Lyon", 310)]),
        (
            "Vienne is 280 km from Turin, whereas Dijon in France is 430 km away.",
            [("Vienne", "Turin", 280), ("Dijon", "Turin", 430)],
        ),
        ("From Lyon it is 310 km to Turin.", [("Turin", "Lyon", 310)]),
        ("Vienne. A small Roman town about 30 km from Lyon. It is old.", [("Vienne", "Lyon", 30)]),
        ("Vienne. Located about 30 km from Lyon, the town is old.", [("Vienne", "Lyon", 30)]),
        ("The 310-kilometre (190 mi) A43 motorway connects Lyon to Turin.", [("Turin", "Lyon", 310)]),
        ("Located 30 km from Lyon in the Savoy, Vienne is old.", [("Vienne", "Lyon", 30)]),
        (
            "Located 215 km from Geneva, 80 km north of Marseille and 350 km west of Turin, Avignon is old.",
            [("Avignon", "Geneva", 215), ("Avignon", "Marseille", 80), ("Avignon", "Turin", 350)],
        ),
        (
            "Located 80 km north of Marseille via the old road and 200 km from Lyon, Avignon is old.",
            [("Avignon", "Marseille", 80), ("Avignon", "Lyon", 200)],
        ),
        ("Situated in Savoy, 30 km from Lyon, Vienne is old.", [("Vienne", "Lyon", 30)]),
        (
            "Avignon is linked by rail with Marseille (85 km), Lyon (230 km) and Nice (200 km).",
            [("Marseille", "Avignon", 85), ("Lyon", "Avignon", 230), ("Nice", "Avignon", 200)],
        ),
        ("The nearest airport to Vienne is at Lyon (25 km).", [("Lyon", "Vienne", 25)]),
        ("They visited the Rhone (812 km) and Lyon (once a camp).", []),
        ("She won the race in Nice (42 km), near her home in Lyon.", []),
        ("Many go from Lyon to Turin. The distance between the two cities is 310 km.", [("Turin", "Lyon", 310)]),
    ],
)
def test_several_distances_in_a_sentence(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name, c.ground.text, c.stated.value) for c in claims] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fire burned 120,000 square kilometres of forest near Lyon.",
        "France has 47,000 km of track.",
        "The balloon reached an altitude of 12 km above Lyon.",
        "Everyone within a 30-km radius of Lyon was told to leave.",
        "A 1,100-km front line runs through Savoy.",
        "The 200 m sprint in Lyon was won by a student from Turin.",
        "He swam 26 miles in the pool in Lyon.",
        "Lyon sold 1,200 tonnes of cheese to Italy.",
        "Winds reached 100 km in Lyon.",
        "Between Lyon and Turin the road climbs to 3,350 metres.",
        "The path from Lyon to Turin drops a thousand metres.",
        "They had covered 30 km of the 330 km road when the rain came to Lyon.",
        "She walks 29 kilometres a day in Savoy.",
        "A tanker 1,100 feet long left Marseille.",
        "The speed limit between Lyon and Geneva is 130 km/h.",
        "An 11-km road closure held up people driving to Lyon from Geneva.",
        "It burned an area 30 km wide around Lyon.",
        "A two-mile queue formed on the road from Lyon to Geneva.",
        "They left Lyon for Turin. After marching 3 miles they slept.",
        "Version 48.8584, 2.2945 was shown in Lyon, 3 metres wide.",
        "The tunnel will shorten the road from Lyon to Turin by 30 km.",
        "It is 40 km shorter than the old road from Lyon to Turin.",
        "The boat was in the zone off Nice, whose territorial waters reach about 12 miles off the coast.",
        "The tunnel saves drivers 40 km on the way from Lyon to Turin.",
    ],
)
def test_look_alikes_are_left_alone(read, checker, text):
    assert checker.find_claims(read(text)) == []


UNSEEN = ["\u00ad", "\u200b", "\u200e", "\u202a", "\u202c", "\u2060", "\u2069", "\ufeff"]


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_what_nobody_sees_parts_no_words(read, checker, mark):
    text = f"Tunis{mark} lies {mark}391 kilometres{mark} from {mark}Algiers{mark}."
    [claim] = checker.find_claims(read(text))
    assert (claim.figure.text, claim.ground.text, claim.stated.value) == ("Tunis", "Algiers", 391)
    assert text[claim.start : claim.end] == claim.quote


def test_it_is_the_title(read, checker):
    claim = checker.find_claims(read("It is 85 km north of Marseille.", title="Avignon, France"))[0]
    assert claim.figure.place.name == "Avignon"
    assert "titled" in claim.figure.why


def test_a_site_is_not_the_place_named_before_it(read, checker):
    text = "Rain fell in Dijon, while roofs were torn off at a research site about 8 km south of Lyon."
    claim = checker.find_claims(read(text))[0]
    assert claim.figure.place is None


@pytest.mark.parametrize(
    "text",
    [
        "The bus from Lyon to Marseille, a trip of 280 km, was hit 20 km north of Avignon.",
        "A fire broke out on the bus, which was going from Lyon to Marseille with 30 people, 20 km north of Avignon.",
        "The bus, which was going from Lyon to Marseille, a journey of 280 km, was hit 20 km north of Avignon.",
        "The plane, which had left Paris for Nice, a flight of one hour, came down 20 km north of Avignon.",
        "The bus left Marseille at noon and stopped 20 km north of Avignon.",
    ],
)
def test_what_befell_a_traveller_is_not_told_of_where_it_was_bound(read, checker, text):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place, claim.ground.text, claim.stated.value) == (None, "Avignon", 20)


@pytest.mark.parametrize("told", ["a town that lies", "a city of 150,000 which is", "one of the towns that are"])
def test_a_clause_on_a_town_is_told_of_it_and_not_of_the_quake(read, checker, told):
    first, second = checker.find_claims(read(f"It was centered 20 km south of Vienne, {told} 30 km south of Lyon."))
    assert (first.figure.text, first.ground.text) == ("the epicentre", "Vienne")
    assert (second.figure.text, second.ground.text) == ("Vienne", "Lyon")


@pytest.mark.parametrize(
    "told",
    [
        "They left Lyon at noon. The drive to Turin is 310 km.",
        "The bus was going from Lyon to Turin. Help came from Nice. The trip to Turin, below the hills, is 310 km.",
    ],
)
def test_how_long_the_way_to_a_place_is(read, checker, told):
    claim = checker.find_claims(read(told))[-1]
    assert (claim.ground.place.name, claim.figure.place.name, claim.stated.value) == ("Lyon", "Turin", 310)


@pytest.mark.parametrize(
    "told",
    [
        "A new line will link Lyon and Turin. It will extend 310 km.",
        "The Lyon-Turin railway has opened. The line runs for 310 km.",
        "The Lyon-Turin railway, over 310 km with ten stops, has opened.",
    ],
)
def test_how_long_a_line_is(read, checker, told):
    [claim] = checker.find_claims(read(told))
    assert (claim.ground.place.name, claim.figure.place.name, claim.stated.value) == ("Lyon", "Turin", 310)


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("A fire burned near Avignon. The area is 85 km north of Marseille.", "Avignon", "Marseille"),
        ("A quake shook Avignon. The area is 85 km north of Marseille.", "the epicentre", "Marseille"),
        (
            "A quake struck 20 km north of Nice. Turin is 150 km from Saturday's epicentre.",
            "Turin",
            "Saturday's epicentre",
        ),
    ],
)
def test_the_area_and_the_epicentre_of_a_day(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.text, claim.ground.text) == (figure, ground)


@pytest.mark.parametrize("way", ["the main highway", "the Napoleon Highway"])
def test_a_distance_along_a_road_is_noted(read, checker, way):
    [claim] = checker.find_claims(read(f"Gordes lies on {way}, about 190 km west of Nice."))
    assert "along a way" in claim.notes


def test_off_the_coast_is_no_difference(read, checker):
    [claim] = checker.find_claims(read("The ship is 40 km off the Corsica coast."))
    assert claim.ground.text == "the Corsica coast"
    assert not checker.find_claims(read("The tunnel from Lyon to Turin takes 40 km off the old road."))


def test_a_dateline_with_a_month_cut_short_is_no_figure(read, checker):
    text = "LYON, Feb. 3 (Reuters) - Two hikers were found alive on Monday about 15 km north of Nice."
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place, claim.ground.text) == (None, "Nice")


def test_each_of_a_list_of_places_has_its_own_distance(read, checker):
    claim = checker.find_claims(read("They came from Vienne, 30 km to the south, and Nice, 300 km from Lyon."))[-1]
    assert (claim.figure.text, claim.ground.text, claim.stated.value) == ("Nice", "Lyon", 300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dijon and Vienne, 175 and 28 km from Lyon respectively, are closed.", [("Dijon", 175), ("Vienne", 28)]),
        (
            "Dijon, Vienne and Avignon are 175, 28 and 200 km from Lyon, respectively.",
            [("Dijon", 175), ("Vienne", 28), ("Avignon", 200)],
        ),
        ("Lyon (AP) - The army said the village lies 400 km from Paris.", [(None, 400)]),
        ("Lyon (AP) - The city lies 400 km from Paris.", [("Lyon", 400)]),
        ("She drove from Paris to Lyon and walked the last 9 km.", []),
        ("Corsica is near: Italy is 80 km away.", [("Italy", 80)]),
        (
            "It was felt in Paris, 410 km from Lyon, and as far away as Turin, 240 km east of Lyon.",
            [("Paris", 410), ("Turin", 240)],
        ),
        ("She was seen east of Vienne, a town 28 km south of Lyon.", [("Vienne", 28)]),
        ("She was seen in Vienne, south of Paris, 28 km from Lyon.", [("Vienne", 28)]),
        ("She drove from Paris to Lyon. It is a 20-km drive to my neighbour.", []),
        ("Dijon is old, and Vienne, the second town, is 28 km from Lyon.", [("Vienne", 28)]),
        ("Dijon was quiet; Vienne, 28 km from Lyon, was not.", [("Vienne", 28)]),
        ("The bus from Turin to Lyon fell into a ravine 40 km before it got there.", []),
        ("The quake struck 18 km south-west of Vienne, a town 28 km south of Lyon.", [(None, 18), ("Vienne", 28)]),
        ("It closed in Avignon and in Vienne, 28 km south of it.", [("Vienne", 28)]),
        (
            "Situated 28 km from Lyon and just 400 from Paris, the base at Vienne was hit.",
            [("Vienne", 28), ("Vienne", 400)],
        ),
        (
            "Situated 28 km from Lyon and just 400 from Paris, the Vienne base was hit.",
            [("Vienne", 28), ("Vienne", 400)],
        ),
        ("The ship, which was sailing from Turin to Tunis in Africa, was seized 90 km west of Malta.", [(None, 90)]),
        ("They had set off from Tunis five days earlier, were found 90 km west of Malta.", [(None, 90)]),
        ("Dijon and Vienne, respectively 175 and 28 km from Lyon, are closed.", [("Dijon", 175), ("Vienne", 28)]),
        ("Vienne is 28 km south of Lyon, which in turn is far, 170 km, from Dijon.", [("Vienne", 28), ("Lyon", 170)]),
        ("Talks went on in Nice. The plant lies on the bank, at Vienne, some 28 km south of Lyon.", [("Vienne", 28)]),
        ("Nice, the port near Italy, and Vienne, town which is in 28 km of Lyon, have troops.", [("Vienne", 28)]),
        ("The road between Lyon and Vienne is shut. Vienne lies some 28 km south of it.", [("Vienne", 28)]),
        ("One is at Vienne, 28 km south of Lyon; and South Italy, 20 km from Nice.", [("Vienne", 28), (None, 20)]),
        ("It runs two plants: Paris, in the north; Dijon, at Vienne, 28 km south of Lyon.", [("Vienne", 28)]),
        ("Dijon shook. Lyon shook. The two epicentres are 500 km apart.", []),
        ("The village of Nice on Corsica island, 420 km south-east of Lyon, was hit.", [("Nice", 420)]),
        ("They camped on Corsica, 420 km south-east of Lyon.", [("Corsica", 420)]),
        ("The capture of Vienne has brought the rebels within 28 km of Lyon.", [("Vienne", 28)]),
        ("The capture of Vienne put an end to a siege 90 km from Lyon.", [(None, 90)]),
        ("A balloon came down 12 km east of Lyon near Turin on Monday.", [(None, 12)]),
        ("A fire was burning in the Savoy area about 30 km east of Lyon.", [(None, 30)]),
        ("The tug sank 30 miles offshore Marseille.", [(None, 30)]),
        ("The blast was heard in Dijon, and windows broke 30 km from the port of Marseille.", [(None, 30)]),
        ("Lyon, Fr. — A ship helped in the rescue of five people 90 km west of Malta.", [(None, 90)]),
        (
            "Lyon, France - They came to sell sheep in this large French city, 390 km south-east of Paris.",
            [("Lyon", 390)],
        ),
        ("Savoy was not hit, but rain fell on the plain, where Vienne lies 28 km from Lyon.", [("Vienne", 28)]),
        ("A balloon came down 12 km N/NE of Lyon.", [(None, 12)]),
        ("LYON, May 3 (ABC) - A raid on a weekly market 28 km south of Vienne killed two.", [(None, 28)]),
        ("Lyon, the region's capital, and Vienne, 85 km from Geneva, are shut.", [("Vienne", 85)]),
        ("Lyon: A bus fell into a ravine at Vienne, 28 km from here.", [("Vienne", 28)]),
        ("Dijon lies 310 km from the Savoy state capital Avignon.", [("Dijon", 310)]),
        ("Dijon shook. Lyon shook. The two towns are 170 km apart.", [("Lyon", 170)]),
    ],
)
def test_what_a_figure_is_told_of(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name if c.figure.place else None, c.stated.value) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("Avignon was shelled. It is a last stronghold of theirs and troops are just 7 km away.", None, "Avignon"),
        ("Vienne is quiet, and rescuers are just 7 km away.", None, "Vienne"),
        (
            "The town of Vienne, where people from Dijon live, fell. It is big, and troops are just 7 km away.",
            None,
            "Vienne",
        ),
        ("Lyon is large, and Vienne is 28 km away.", "Vienne", "Lyon"),
        ("Fire swept Lyon. The wounded were taken to a hospital 28 km away in Vienne.", "Vienne", "Lyon"),
    ],
)
def test_what_is_away_from_what_a_sentence_is_about(read, checker, text, figure, ground):
    [claim] = checker.find_claims(read(text))
    assert (claim.figure.place and claim.figure.place.name, claim.ground.place.name) == (figure, ground)


def test_a_stop_on_the_way_is_told_of_itself(read, checker):
    text = "Trains from Lyon to Marseille, a journey of 280 km, stop at Avignon, 85 km north of Marseille."
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.text, claim.ground.text, claim.stated.value) == ("Avignon", "Marseille", 85)


def test_another_thing_is_not_where_the_first_is(read, checker):
    text = "Men left a ferry 40 km south of Marseille, and others were seen on a rubber dinghy 70 km west of Tunis."
    claims = checker.find_claims(read(text))
    assert [(c.figure.text, c.ground.text) for c in claims] == [("the ferry", "Marseille"), ("the dinghy", "Tunis")]


def test_an_unnamed_figure_is_placed_by_its_other_distances(read, checker):
    text = "The quake was centred 175 km north of Lyon, 370 km north of Avignon and 262 km southeast of Paris."
    verdicts = [checker.judge(c) for c in checker.find_claims(read(text))]
    assert [v.outcome for v in verdicts] == ["consistent"] * 3
    wrong = text.replace("262 km southeast", "262 km northwest")
    assert "inconsistent" in [checker.judge(c).outcome for c in checker.find_claims(read(wrong))]


@pytest.mark.parametrize(
    ("text", "outcome", "rule"),
    [
        ("Turin is 233 km from Lyon.", "consistent", "distance.straight"),
        ("Turin is 330 km from Lyon.", "consistent", "distance.as-way"),
        ("Turin is 385 km from Lyon.", "doubtful", "distance.winding-way"),
        ("Turin is 520 km from Lyon.", "inconsistent", "distance.too-long"),
        ("Turin is 120 km from Lyon.", "inconsistent", "distance.too-short"),
        ("Turin is nearly 250 km from Lyon.", "consistent", "distance.straight"),
        ("Turin is at least 200 km from Lyon.", "consistent", "distance.straight"),
        ("Turin is about 205 km from Lyon.", "doubtful", "distance.short"),
        ("Vienne is about 23 km from Lyon.", "consistent", "distance.straight"),
        ("Turin is 170 km south of Geneva.", "consistent", "distance.straight"),
        ("Turin is 210 km south of Geneva.", "doubtful", "distance.both-off"),
        ("Turin is within 300 km of Lyon.", "consistent", "distance.straight"),
        ("Turin is within 100 km of Lyon.", "inconsistent", "distance.too-short"),
        ("Turin is more than 700 km from Lyon.", "inconsistent", "distance.too-long"),
        ("Turin is 235 miles from Lyon.", "inconsistent", "distance.unit-mix-up"),
        ("Turin is 450 km from Lyon in a straight line.", "inconsistent", "distance.straight"),
        ("Vienne is 23 km from Lyon.", "consistent", "distance.straight"),
        ("Vienne is 17 km from Lyon as the crow flies.", "inconsistent", "distance.too-short"),
        ("The front stretches 700 km from Lyon to Turin.", "doubtful", "distance.winding-way"),
        ("The river flows 700 km from Lyon to Turin.", "unverifiable", "distance.needs-network"),
        ("The race leads from Lyon to Turin, 700 km in all.", "doubtful", "distance.winding-way"),
        ("Turin is 900 km from Lyon by the mountain road.", "unverifiable", "distance.needs-network"),
        ("Avignon is 85 km south of Marseille.", "inconsistent", "distance.direction"),
        ("Avignon is 85 km north of Marseille.", "consistent", "distance.straight"),
        ("Avignon is 85 km west of Marseille.", "doubtful", "distance.direction"),
        ("Turin is not 233 km from Lyon.", "inconsistent", "distance.negative-claim"),
        ("Nice is 30 km from the Italian border.", "consistent", "distance.extent"),
        ("Nice is 250 km from the Italian border.", "inconsistent", "distance.extent"),
        ("Turin is 1.200 km from Lyon.", "unverifiable", "distance.ambiguous-figure"),
        # A village of which only its district's point is known.
        ("Gordes is 17 km from Avignon.", "doubtful", "distance.too-short"),
        ("Gordes is 5 km from Avignon.", "inconsistent", "distance.too-short"),
        ("Gordes is 31 km west of Avignon.", "inconsistent", "distance.direction"),
    ],
)
def test_verdicts(read, checker, text, outcome, rule):
    verdict = checker.judge(checker.find_claims(read(text))[0])
    assert (verdict.outcome, verdict.rule) == (outcome, rule), verdict.why
    assert "false" not in verdict.why.lower()
    assert any(verdict.rule == known.id for known in checker.rules)


def test_a_verdict_shows_its_numbers_and_its_line(read, checker):
    verdict = checker.judge(checker.find_claims(read("Turin is 310 km east of Lyon."))[0])
    assert verdict.measured["straight_km"] == pytest.approx(233, abs=5)
    assert verdict.measured["ratio"] == pytest.approx(1.33, abs=0.05)
    assert {"bearing_deg", "bearing_error_deg", "stated_km"} <= set(verdict.measured)
    assert verdict.lines
    assert verdict.lines[0][0].lat_deg == pytest.approx(45.75)


def test_what_is_missing_is_told(read, checker):
    verdict = checker.judge(checker.find_claims(read("He lives in a hut 30 km from Lyon."))[0])
    assert verdict.outcome == "unverifiable"
    assert "--resolve" in verdict.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dijon is 170 km north of Lyon, the old capital, which is only 30 km from Vienne.",
         [("Dijon", "Lyon"), ("Lyon", "Vienne")]),
        ("Dijon is 170 km from Lyon, which lies 30 km north of Vienne.", [("Dijon", "Lyon"), ("Lyon", "Vienne")]),
        ("They met in Dijon, 170 km from Lyon, which lies 500 km from Nice.", [("Dijon", "Lyon"), ("Dijon", "Nice")]),
    ],
)  # fmt: skip
def test_a_relative_clause_is_about_what_it_follows(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name, c.ground.place.name) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            "Trains leave Lyon for Turin and stop at Malvaux in Savoy, a village 6 km from the border with Italy.",
            "Malvaux",
        ),
        ("Troops who left Lyon fell back to Malvaux, 15 km north of Avignon.", "Malvaux"),
        ("The storm formed south of Malta, 900 km from Nice, and passed 90 km north of Tunis.", "the storm"),
        ("The accident happened 40 km upstream of Avignon.", "the accident"),
        ("The ship lay for a day east of Corsica, 300 km from Marseille.", "the ship"),
        (
            "She called at Tunis, 630 km from Algiers, and lay for two days east of Corsica, 300 km from Nice.",
            "the place meant here",
        ),
    ],
)
def test_a_name_that_nobody_knows_is_no_other_place(read, checker, text, called):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.text, claim.figure.place) == (called, None)


def test_the_direction_after_two_ends_is_that_of_the_way(read, checker):
    claim = checker.find_claims(read("She flew from Lyon to Marseille, 280 km to the south, on Monday."))[0]
    assert (claim.figure.text, claim.ground.text, claim.direction) == ("Marseille", "Lyon", "S")
    turned = checker.find_claims(read("She flew from Lyon to Marseille, 280 km to the north, on Monday."))[0]
    assert checker.judge(turned).outcome == "inconsistent"


def test_months_are_no_walks(read, checker):
    claims = checker.find_claims(read("He reached Turin from Lyon on March 21 after 310 km."))
    assert {c.mode for c in claims} <= {None}
    assert checker.find_claims(read("In May, Turin is 240 km from Lyon."))[0].modality == "asserted"


def test_a_vague_point_reaches_as_far_as_it_is_vague(read, checker):
    text = "The camp lies some 500 km west of Nice and 60 km from the border with Italy."
    assert checker.judge(checker.find_claims(read(text))[1]).outcome != "consistent"
    near = "The camp lies some 130 km west of Turin and 30 km from the border with Italy."
    assert checker.judge(checker.find_claims(read(near))[1]).outcome != "inconsistent"


def test_a_people_s_capital_is_no_town_of_that_name(read, world, worder, monkeypatch):
    known, people = world.find_places, world.find_demonym
    monkeypatch.setattr(world, "find_places", lambda name: known("Dijon" if name == "Gordian" else name))
    monkeypatch.setattr(world, "find_demonym", lambda word: people("French" if word == "Gordian" else word))
    text = "The plane came down in Lyon, 390 km from the Gordian capital."
    found = DistanceChecker(gazetteer=world, worder=worder).find_claims(read(text))
    assert [(c.ground.text, c.ground.place.name) for c in found] == [("the Gordian capital", "Paris")]


@pytest.mark.parametrize(
    ("score", "text", "outcome"),
    [
        (0.6, "Vienne is 26 km north of Lyon.", "inconsistent"),  # the figure fits, so these places are meant
        (0.6, "Vienne is 60 km north of Lyon.", "doubtful"),
        (0.4, "Vienne is 26 km north of Lyon.", "doubtful"),
    ],
)
def test_a_figure_that_fits_speaks_for_its_places(read, checker, score, text, outcome):
    reading = read(text)
    mentions = tuple(replace(m, score=score) if m.mention.text == "Vienne" else m for m in reading.mentions)
    small = tuple(
        replace(m, place=replace(m.place, population=0)) if m.mention.text == "Vienne" else m for m in mentions
    )
    (claim,) = checker.find_claims(replace(reading, mentions=small))
    assert checker.judge(claim).outcome == outcome


def test_what_is_seen_from_a_place_is_not_that_place(read, checker):
    [claim] = checker.find_claims(read("North of Lyon, the rebels came within 30 km of Dijon."))
    assert claim.figure.place is None
    assert claim.ground.text == "Dijon"


def test_a_bracket_with_a_direction_tells_where_the_place_before_it_lies(read, checker):
    [claim] = checker.find_claims(read("Lyon is also served by an airport at Vienne (25 km south)."))
    assert (claim.figure.place.name, claim.ground.place.name, claim.direction) == ("Vienne", "Lyon", "S")


@pytest.mark.parametrize(
    "text",
    [
        "From Lyon it is 310 km to Turin.",
        "Lyon is linked by rail with Turin (310 km) and Dijon (190 km).",
    ],
)
def test_what_guides_give_is_the_length_of_a_way(read, checker, text):
    assert "a journey" in checker.find_claims(read(text))[0].notes


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Anna Berg left Lyon with 190 km to the finish line in Dijon.", ("Dijon", "Lyon")),
        ("Anna Berg has slept in Lyon and is on the final 190 km to Dijon.", ("Dijon", "Lyon")),
    ],
)
def test_the_last_leg_begins_at_the_place_named_before_it(read, checker, text, ends):
    [claim] = checker.find_claims(read(text))
    assert (claim.figure.place.name, claim.ground.place.name) == ends
    assert checker.judge(claim).outcome == "consistent"
    far = checker.find_claims(read(text.replace("190", "40")))
    assert [checker.judge(c).outcome for c in far] == ["doubtful"]


def test_what_a_time_is_measured_from_is_not_what_the_next_length_is_told_of(read, checker):
    claims = checker.find_claims(read("The town is two hours from Lyon and 40 km from Geneva."))
    assert [(c.figure.place, c.ground.text) for c in claims] == [(None, "Geneva")]
    claims = checker.find_claims(read("Turin is four hours from Lyon and about 130 km from Nice."))
    assert [(c.figure.text, c.ground.text) for c in claims] == [("Turin", "Nice")]
