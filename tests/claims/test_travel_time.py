"""Which travel times are found, and how they are judged."""

import pytest

from geomap import catalogue
from geomap.claims.travel_time import TravelTimeChecker
from geomap.networks.rail import RailAtlas
from geomap.networks.sea import TABLE, SeaLanes

FOUND = [
    ("Turin is four hours from Lyon by bus.", "Turin", "Lyon", 4, "h", "road"),
    ("Turin is a four-hour drive from Lyon.", "Turin", "Lyon", 4, "h", "road"),
    ("Dijon, two hours north of Lyon, lost power.", "Dijon", "Lyon", 2, "h", None),
    ("The four-hour trip from Lyon to Turin was cancelled.", "Turin", "Lyon", 4, "h", None),
    ("The 45-minute flight between Lyon and Nice is full.", "Nice", "Lyon", 45, "min", "air"),
    ("A two-hour train ride north of Lyon takes you to Dijon.", "Dijon", "Lyon", 2, "h", "rail"),
    (
        "She went by train from Paris to Lyon and, after a two-hour flight aboard her jet to Tunis, slept.",
        "Tunis",
        "Lyon",
        2,
        "h",
        "air",
    ),
    ("The trip from Lyon to Turin takes at least four hours.", "Turin", "Lyon", 4, "h", None),
    ("It takes an hour and 45 minutes to drive from Lyon to Geneva.", "Geneva", "Lyon", 1.75, "h", "road"),
    ("Paris to Lyon in two hours by train.", "Lyon", "Paris", 2, "h", "rail"),
    ("The bus from Lyon to Turin is a five-hour trip.", "Turin", "Lyon", 5, "h", "road"),
    ("Four hours separate Lyon from Turin.", "Turin", "Lyon", 4, "h", None),
    ("From Paris, the train needs two hours to Lyon.", "Lyon", "Paris", 2, "h", "rail"),
    ("Turin is 310 km from Lyon by road, which takes about four hours.", "Turin", "Lyon", 4, "h", "road"),
    (
        "She drove from Paris to Lyon in May, and the car went by ship to Tunis, a voyage of 1,000 km that took "
        "two days.",
        "Tunis",
        "Lyon",
        48,
        "h",
        "sea",
    ),
    (
        "The ferry left Marseille on Monday and was on its way to Tunis, a crossing of 900 km that takes 20 hours.",
        "Tunis",
        "Marseille",
        20,
        "h",
        "sea",
    ),
    (
        "The ship had left Marseille, 275 km south of Lyon, on Monday and was bound for Tunis, a trip that normally "
        "takes two days.",
        "Tunis",
        "Marseille",
        48,
        "h",
        "sea",
    ),
    (
        "She reached Dijon after a ride of two hours from Lyon, the first to see the land between Paris and Nice.",
        "Dijon",
        "Lyon",
        2,
        "h",
        None,
    ),
    ("The voyage from Marseille round the Cape to Tunis takes 35 days.", "Tunis", "Marseille", 840, "h", "sea"),
    ("Marseille is eight days from Dijon by caravan.", "Marseille", "Dijon", 192, "h", "horse"),
    ("Two hours north of Lyon, the town of Dijon lost power.", "Dijon", "Lyon", 2, "h", None),
    ("Four hours east of Lyon, in Turin, fans cheered.", "Turin", "Lyon", 4, "h", None),
    ("She flew for an hour from Paris to the French base in Nice.", "Nice", "Paris", 1, "h", "air"),
]


@pytest.fixture
def checker(world, worder):
    return TravelTimeChecker(gazetteer=world, worder=worder)


@pytest.mark.parametrize(("text", "figure", "ground", "value", "unit", "mode"), FOUND)
def test_shapes_that_are_found(read, checker, text, figure, ground, value, unit, mode):
    claim = checker.find_claims(read(text))[0]
    assert claim.figure.place is not None
    assert (claim.figure.place.name, claim.ground.text) == (figure, ground)
    assert (claim.stated.value, claim.stated.unit, claim.mode) == (value, unit, mode)
    assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    ("told", "times"),
    [
        (
            "It will link Lyon, seat of the area, and Turin, cutting the travel time from four hours to two hours.",
            [4, 2],
        ),
        ("The Lyon-Turin railway opens on Sunday. Travel time will be cut to two hours.", [2]),
        ("A line from Lyon to Turin has opened. Trains run with a total travel time of two hours.", [2]),
        ("It connects Lyon and Turin. Before, the fastest time between the two cities by train was four hours.", [4]),
        ("The journey between Lyon and Turin has been shortened from four hours to two hours.", [4, 2]),
        ("A trip from Lyon to Turin will be shortened to two hours from the current four hours.", [2, 4]),
    ],
)
def test_what_a_new_line_does_to_the_time(read, checker, told, times):
    claims = checker.find_claims(read(told))
    assert [c.stated.value for c in claims] == times
    assert all({c.figure.place.name, c.ground.place.name} == {"Lyon", "Turin"} for c in claims)


def test_a_list_of_grounds(read, checker):
    claims = checker.find_claims(read("Avignon is within a two-hour drive of Lyon, Marseille, and Nice."))
    assert [c.ground.text for c in claims] == ["Lyon", "Marseille", "Nice"]


def test_a_place_with_a_time_of_its_own_ends_the_list(read, checker):
    claims = checker.find_claims(read("Turin is four hours from Lyon by road, and Nice two hours further."))
    assert [c.ground.text for c in claims][:1] == ["Lyon"]
    assert ("Turin", "Nice") not in [(c.figure.text, c.ground.text) for c in claims if c.stated.value == 4]


def test_an_approximate_time_may_be_the_longer_one(read, checker):
    outcomes = [
        checker.judge(checker.find_claims(read(f"The flight from Tokyo to Paris takes {words}."))[0]).outcome
        for words in ("10 hours", "about 10 hours", "nine hours")
    ]
    assert outcomes == ["doubtful", "consistent", "doubtful"]


def test_a_ride_without_ends_takes_those_of_the_journey_told_elsewhere(read, checker):
    text = "A truck carried the bell for more than a day.\n\nThe trip from Paris to Turin was not announced."
    claim = checker.find_claims(read(text))[0]
    assert (claim.ground.place.name, claim.figure.place.name) == ("Paris", "Turin")
    assert claim.figure.start is None


@pytest.mark.parametrize(
    "text",
    [
        "Nine people have died in Lyon in the past 24 hours.",
        "The shelling of Lyon lasted two hours.",
        "Lyon scored 12 minutes from time.",
        "Two hours from kick-off, fans filled Lyon.",
        "He was sentenced to three years in Paris.",
        "There is a seven hours time difference between Paris and Lyon.",
        "The shop in Turin is open 20 hours a day.",
        "Paris fell after a three-day siege.",
        "The storm crossed from Lyon to Turin for the second time in three weeks.",
    ],
)
def test_look_alikes_are_left_alone(read, checker, text):
    assert checker.find_claims(read(text)) == []


@pytest.mark.parametrize(
    ("text", "outcome", "rule"),
    [
        ("Turin is a four-hour drive from Lyon.", "consistent", "travel_time.possible"),
        ("Turin is a one-hour drive from Lyon.", "inconsistent", "travel_time.too-fast"),
        ("Turin is a two-hour drive from Lyon.", "doubtful", "travel_time.fast"),
        ("The trip from Paris to Tunis takes two hours.", "consistent", "travel_time.by-air-only"),
        ("The trip from Lyon to Turin takes at least four hours.", "consistent", "travel_time.possible"),
        ("The drive from Lyon to Turin takes six days.", "doubtful", "travel_time.slow"),
        ("At 100 km/h the car trip from Lyon to Turin takes 90 minutes.", "inconsistent", "travel_time.own-speed"),
        ("The walk from Lyon to Turin takes ten hours.", "inconsistent", "travel_time.too-fast"),
        ("Dijon is two hours south of Lyon by car.", "inconsistent", "travel_time.direction"),
    ],
)
def test_verdicts(read, checker, text, outcome, rule):
    verdict = checker.judge(checker.find_claims(read(text))[0])
    assert (verdict.outcome, verdict.rule) == (outcome, rule), verdict.why
    assert any(verdict.rule == known.id for known in checker.rules)


def test_a_time_there_and_back_is_no_time_of_the_way(read, checker):
    [claim] = checker.find_claims(read("The train took her from Paris to Lyon for nearly 4 hours, 2 hours each way."))
    assert claim.stated.value == 2


def test_a_way_within_an_area_is_bounded_by_its_far_end(read, checker):
    told = "It takes {} to get from Italy to Turin by train."
    slow, fast = (checker.judge(checker.find_claims(read(told.format(t)))[0]) for t in ("nine hours", "a minute"))
    assert (slow.outcome, slow.rule) == ("consistent", "travel_time.inside"), slow.why
    assert (fast.outcome, fast.rule) == ("unverifiable", "travel_time.inside"), fast.why


@pytest.mark.parametrize(
    ("text", "figure", "ground", "mode"),
    [
        ("Turin is 310 km from Lyon. The drive usually takes four hours.", "Turin", "Lyon", "road"),
        ("Turin is 310 km from Lyon. Buses need about four hours.", "Turin", "Lyon", "road"),
        ("Dijon is 175 km from Lyon. The train between the two takes two hours.", "Dijon", "Lyon", "rail"),
        ("Dijon is 175 km from Lyon. Fast trains cover the way in two hours.", "Dijon", "Lyon", "rail"),
        ("Turin is 310 km from Lyon. The fastest cars did it in four hours.", "Turin", "Lyon", "road"),
        ("Turin is 310 km from Lyon. By bus it is five hours.", "Turin", "Lyon", "road"),
        ("From Marseille to Tunis the ship has 900 km to sail. It needs two days.", "Tunis", "Marseille", None),
        ("The bus left Lyon for Turin, a journey of five hours.", "Turin", "Lyon", "road"),
        ("The ferry to Tunis leaves Marseille at noon; the crossing takes 20 hours.", "Tunis", "Marseille", "sea"),
        ("She flew from Lyon to Tunis. The flight took two hours.", "Tunis", "Lyon", "air"),
    ],
)
def test_times_of_the_way_that_was_told_before(read, checker, text, figure, ground, mode):
    (claim,) = checker.find_claims(read(text))
    assert (claim.figure.place.name, claim.ground.place.name, claim.mode) == (figure, ground, mode)
    assert claim.figure.start is claim.ground.start is None
    assert checker.judge(claim).outcome == "consistent"


@pytest.mark.parametrize(
    ("text", "figure", "ground", "mode"),
    [
        ("The train left Lyon at dawn. It will reach Turin in about four hours.", "Turin", "Lyon", None),
        ("The bus left Lyon and is heading for Turin. It will reach the city in four hours.", "Turin", "Lyon", None),
        ("He landed in Lyon and was driven for four hours to Turin.", "Turin", "Lyon", "road"),
        ("He went from Paris to Lyon and was driven for four hours to Turin.", "Turin", "Lyon", "road"),
        ("She had a ride of two hours from Paris to Lyon and a one-hour flight to Tunis.", "Tunis", "Lyon", "air"),
        ("After a day in Paris she was back on the train for another two-hour trek to Lyon.", "Lyon", "Paris", "rail"),
        ("After a night in Lyon they faced a 60-hour trek to Turin.", "Turin", "Lyon", "foot"),
        (
            "She went to Dijon. From there she must go two hours north by train, to reach Paris.",
            "Paris",
            "Dijon",
            "rail",
        ),
    ],
)
def test_times_of_a_way_from_where_one_was(read, checker, text, figure, ground, mode):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name, claim.ground.place.name, claim.mode) == (figure, ground, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Turin is 310 km from Lyon. He spoke in Nice. The drive takes four hours.",
        "Turin is 310 km from Lyon and Dijon is 190 km from Geneva. The drive takes four hours.",
        "Turin is 310 km from Lyon. The flight took off an hour late.",
        "The minister left Paris for Tunis. The trip lasts three days.",
        "Turin is 310 km from Lyon. The trains of Nice need four hours.",
        "Turin is 310 km from Lyon. It needs two weeks to dry.",
    ],
)
def test_which_way_is_meant_must_be_clear(read, checker, text):
    assert checker.find_claims(read(text)) == []


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("Voters queued in Lyon. Turin, the next city, is a four-hour drive away.", "Turin", "Lyon"),
        ("Police in Nice took them in. They were brought to Algiers, a 20-hour ferry ride.", "Algiers", "Nice"),
        ("A four-day march from Marseille brought the column to Avignon.", "Avignon", "Marseille"),
        ("The ferry from Marseille reaches Tunis in 21 hours.", "Tunis", "Marseille"),
        ("The flight to Tunis from Lyon takes two hours.", "Tunis", "Lyon"),
    ],
)
def test_further_shapes(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[0]
    assert (claim.figure.place.name, claim.ground.place.name) == (figure, ground)
    assert checker.judge(claim).outcome == "consistent"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The geese flew from Tunis to Dijon in 14 hours.", "consistent"),
        ("The jet flew from Tunis to Dijon in 24 hours.", "doubtful"),
        ("The trek from Avignon to Marseille takes a fortnight.", "consistent"),
        # Kinds of vehicles that are slower than others of their way of travelling; 840 km from Marseille to Tunis.
        ("The helicopter flew from Marseille to Tunis in 75 minutes.", "inconsistent"),
        ("The plane flew from Marseille to Tunis in 75 minutes.", "consistent"),
        ("The container ship sailed from Marseille to Tunis in ten hours.", "inconsistent"),
        ("The ferry from Marseille to Tunis takes 14 hours.", "consistent"),
        ("They rowed from Marseille to Tunis in 20 hours.", "inconsistent"),
        ("A cyclist went from Lyon to Marseille in three hours.", "inconsistent"),
        ("The caravan went from Paris to Nice in two days.", "inconsistent"),
        ("The caravan went from Paris to Nice in 20 days.", "consistent"),
        ("The bus from Lyon to Marseille takes two hours and ten minutes.", "inconsistent"),
        ("The mule train needed five days from Lyon to Avignon.", "consistent"),
        ("The ferry crosses from Marseille to Tunis in 11 hours.", "doubtful"),
        ("The hydrofoil crosses from Marseille to Tunis in 11 hours.", "consistent"),
        ("He swam from Nice to Marseille in eight hours.", "inconsistent"),
        ("The whales swam from Nice to Marseille in a day.", "consistent"),
        ("The missile flew from Marseille to Tunis in ten minutes.", "consistent"),
        ("The trek from Avignon to Marseille takes 600 hours.", "doubtful"),
    ],
)
def test_slow_ways(read, checker, text, outcome):
    assert checker.judge(checker.find_claims(read(text))[0]).outcome == outcome


def test_two_ways_of_travelling_have_a_time_each(read, checker):
    claims = checker.find_claims(read("Turin is a 45-minute flight or a four-hour drive from Lyon."))
    assert [(c.ground.place.name, c.mode) for c in claims] == [("Lyon", "air"), ("Lyon", "road")]


@pytest.mark.parametrize(
    "text",
    [
        "The survivors spent 14 hours in the water and were taken to Nice, 160 km east of Marseille.",
        "He spent six hours in hospital in Lyon, 240 km from Turin.",
        "The dinghy was five days adrift off Nice, 160 km from Marseille.",
    ],
)
def test_times_that_are_spent_are_no_travel_times(read, checker, text):
    assert checker.find_claims(read(text)) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The train from Paris to Lyon takes an hour and 55 minutes.", "consistent"),
        ("The train from Paris to Lyon takes 50 minutes.", "inconsistent"),
        ("The train from Lyon to Geneva takes 30 minutes.", "inconsistent"),
    ],
)
def test_trains_are_fast_where_the_way_runs_on_high_speed_lines(read, world, worder, text, outcome):
    checker = TravelTimeChecker(gazetteer=world, worder=worder, network=RailAtlas(catalogue.data_dir()))
    verdict = checker.judge(checker.find_claims(read(text))[0])
    assert verdict.outcome == outcome, verdict.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A rail line will shorten the Lyon-Turin journey, a distance of 310 km, from a day to two hours.",
            [("Turin", "Lyon", 24), ("Turin", "Lyon", 2)],
        ),
        (
            "The tunnel cut the trip between Lyon and Turin, which is 310 km long, from six hours to four hours.",
            [("Turin", "Lyon", 6), ("Turin", "Lyon", 4)],
        ),
        # The border is that of the apposition, not the other end of the ride.
        (
            "He came to Paris after a ten-hour overnight train ride from Nice, about 30 km from the Italian border.",
            [("Paris", "Nice", 10)],
        ),
        # How long they had been on the way.
        ("The crew turned back four hours into the 1,100-kilometre journey from Lyon to Tunis.", []),
        ("Two hours into the drive from Lyon to Turin the bus broke down.", []),
        ("He fell ill an hour into the three-hour flight from Paris to Tunis.", [("Tunis", "Paris", 3)]),
        ("They were six hours waiting for the train from Lyon when Paris closed.", []),
    ],
)
def test_times_of_a_whole_journey(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    assert [(c.figure.place.name, c.ground.place.name, c.stated.value) for c in claims] == expected


def test_the_way_of_travelling_of_the_next_clause_is_not_that_of_the_time(read, checker):
    text = "He came to Turin after a five-hour journey from Lyon, and crossed into Italy on foot."
    assert [c.mode for c in checker.find_claims(read(text))] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They landed in Lyon and took a bus to Geneva, two hours away.", [("Geneva", "Lyon", 2)]),
        ("They landed in Lyon. Geneva is two hours away by bus.", [("Geneva", "Lyon", 2)]),
        ("They landed in Lyon. Geneva is two hours to the north-east by road.", [("Geneva", "Lyon", 2)]),
        ("They landed in Lyon. Paris is five hours further north.", [("Paris", "Lyon", 5)]),
        ("They landed in Lyon. Vienne is half an hour further.", [("Vienne", "Lyon", 0.5)]),
        ("Turin is 310 km from Lyon and four hours by train.", [("Turin", "Lyon", 4)]),
        ("The train stops at Nice; the Italian border is half an hour farther on.", [("Italy", "Nice", 0.5)]),
        ("Turin - once two hours from Lyon - is now seven hours away.", [("Turin", "Lyon", 2), ("Turin", "Lyon", 7)]),
        ("Turin, once two hours from Lyon, is now seven hours away.", [("Turin", "Lyon", 2), ("Turin", "Lyon", 7)]),
        (
            "The airline opened a route to Tunis. The two-hour flight from Paris costs 90 euros.",
            [("Tunis", "Paris", 2)],
        ),
        ("The line to Turin opened in May. The journey from Lyon takes four hours.", [("Turin", "Lyon", 4)]),
        ("The train left Lyon. The journey to Turin by train lasted four hours.", [("Turin", "Lyon", 4)]),
        (
            "A ferry between Nice and Tunis starts in June. The 20-hour crossing costs 60 euros.",
            [("Tunis", "Nice", 20)],
        ),
        ("They flew to Lyon. It takes four hours to drive from there to the capital.", [("Paris", "Lyon", 4)]),
        ("Vans leave Dijon and Nice. From the capital to Lyon they need five hours.", [("Lyon", "Paris", 5)]),
        (
            "Trains from Paris to Lyon take two hours and to Nice six hours.",
            [("Lyon", "Paris", 2), ("Nice", "Paris", 6)],
        ),
        (
            "Travel from Dijon to Lyon takes two hours, from Lyon to Turin four hours.",
            [("Lyon", "Dijon", 2), ("Turin", "Lyon", 4)],
        ),
        (
            "It takes an hour to drive from Dijon while it is a four-hour drive from Lyon to Turin.",
            [("Turin", "Lyon", 4)],
        ),
        ("The tunnel will shorten the drive from Lyon to Turin by an hour.", []),
        (
            "Driving from Lyon to Turin takes about five hours by bus and around four hours by car.",
            [("Turin", "Lyon", 5), ("Turin", "Lyon", 4)],
        ),
        ("It takes an hour to drive from Vienne while it takes two hours from Dijon.", []),
        (
            "Nice is around five hours by car, coach or train from Lyon or Dijon and under two hours from Marseille.",
            [("Nice", "Lyon", 5), ("Nice", "Marseille", 2)],
        ),
        (
            "The road from Lyon to Turin is long. Vans cover the distance between the two in four hours.",
            [("Turin", "Lyon", 4)],
        ),
        ("The road from Lyon to Turin is long. Local buses will however need seven hours.", [("Turin", "Lyon", 7)]),
        ("A bridge links Lyon with Turin. The drive over the bridge takes four hours.", [("Turin", "Lyon", 4)]),
        ("Take the bus from Lyon to Turin. The bus costs 20 euros and takes four hours.", [("Turin", "Lyon", 4)]),
        ("A train links Dijon, 170 km north of Lyon, with Nice. The trip takes seven hours.", [("Nice", "Dijon", 7)]),
        ("The drive from Lyon to Turin is now an hour shorter.", []),
        ("A tunnel would save an hour on the way from Lyon to Turin.", []),
        ("Turin is a 40-minute flight from Lyon but four hours by bus.", [("Turin", "Lyon", 40), ("Turin", "Lyon", 4)]),
        ("Police closed Nice. It is a six-hour drive from Dijon to the city.", [("Nice", "Dijon", 6)]),
        ("The road between Lyon and Turin will be closed for four hours.", []),
        ("A landslide cut the highway from Lyon to Turin for two days.", []),
        ("Trains between Lyon and Turin ran again after a derailment that had cut the line for two days.", []),
        (
            "By air it is two hours from Paris to Tunis; by road three days.",
            [("Tunis", "Paris", 2), ("Tunis", "Paris", 72)],
        ),
        # From Lyon it would be no way of 20 hours, and a part of a drive is not the drive.
        ("They left Tunis. They landed in Lyon. Vienne is 20 hours away by road.", [("Vienne", "Tunis", 20)]),
        ("The last two hours of the drive from Lyon to Geneva were hard.", []),
        ("Nobody went to Turin. The four-hour match was a bore.", []),
        ("They landed in Lyon. The deadline is three hours away in Geneva.", []),
        ("Geneva is one hour ahead of Tunis.", []),
        ("They landed in Lyon. In Geneva, two hours later, they slept.", []),
    ],
)
def test_times_from_where_the_text_was(read, world, worder, text, expected):
    claims = TravelTimeChecker(gazetteer=world, worder=worder).find_claims(read(text))
    assert [(c.figure.place.name, c.ground.place.name, c.stated.value) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "The ferry from Marseille to Tunis takes 21 hours, while the flight from Lyon to Tunis takes two hours.",
            ["sea", "air"],
        ),
        ("Turin is a 40-minute flight from Lyon but four hours by bus.", ["air", "road"]),
        ("The flight from Lyon to Tunis takes two hours, whereas the ferry from Nice takes a day.", ["air", "sea"]),
    ],
)
def test_each_time_has_the_way_of_travelling_of_its_own_clause(read, checker, text, modes):
    assert [c.mode for c in checker.find_claims(read(text))] == modes


def test_near_harbours_are_not_measured_along_the_lanes(read, world, worder):
    lanes = SeaLanes(catalogue.data_dir(), catalogue.source_of(TABLE))
    checker = TravelTimeChecker(gazetteer=world, worder=worder, network=lanes)
    [verdict] = [
        checker.judge(c) for c in checker.find_claims(read("The boat from Nice to Marseille takes ten hours."))
    ]
    assert "route_km" in verdict.measured
    [verdict] = [checker.judge(c) for c in checker.find_claims(read("The boat from Avignon to Lyon takes ten hours."))]
    assert "route_km" not in verdict.measured


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Her flight home covered 9,000 kilometres and lasted four hours.", "inconsistent"),
        ("Her flight home covered 900 kilometres and lasted two hours.", "consistent"),
        ("She walked 40 kilometres in one hour.", "inconsistent"),
    ],
)
def test_a_time_is_held_against_the_length_beside_it(read, checker, sentence, outcome):
    verdicts = [checker.judge(c) for c in checker.find_claims(read(f"She went from Paris to Madrid. {sentence}"))]
    assert [str(v.outcome) for v in verdicts] == [outcome]


def test_a_quote_begins_with_a_word(read, checker):
    [claim] = checker.find_claims(read("Dijon is 175 km north of Lyon; the bus takes three hours."))
    assert claim.quote == claim.quote.strip()


def test_a_time_is_that_of_the_place_right_before_it(read, checker):
    text = "They slept in Avignon, 85 km north of Marseille, and in Nice, two hours' drive east."
    assert [c.figure.text for c in checker.find_claims(read(text))] == ["Nice"]
    text = "Trucks from Lyon take it on to Geneva, 150 km to the east, in two hours, and to Dijon, 175 km to the north."
    assert [c.figure.text for c in checker.find_claims(read(text))] == ["Geneva"]


def test_nights_in_a_place_are_no_way(read, checker):
    assert checker.find_claims(read("They spend two nights in Quito, which is 25 km south of the equator.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The way ends where the sentence says, and starts where it or the text before told.
        ("A team left Paris on Monday morning and reached Lyon in five hours.", ("Lyon", "Paris")),
        ("Grain is flown from Marseille to Lyon, then trucked to Dijon in three hours.", ("Dijon", "Lyon")),
        ("The wounded set off from Nice at dawn. They got to Lyon in six hours.", ("Lyon", "Nice")),
        ("The crew took off from Lyon and arrived in Geneva in 40 minutes.", ("Geneva", "Lyon")),
        # The place that lies on the side that is told: Marseille is south of Lyon, Dijon north of it.
        (
            "Dijon and Lyon were shelled. People were driven to Marseille, four hours to the south.",
            ("Marseille", "Lyon"),
        ),
        ("Marseille is quiet. Help came from Lyon, four hours' drive to the north.", ("Lyon", "Marseille")),
    ],
)
def test_times_to_where_a_sentence_ends(read, checker, text, expected):
    [claim] = checker.find_claims(read(text))
    assert (claim.figure.place.name, claim.ground.place.name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She flew from Paris to Nice and spent a week in Lyon, which is four hours from Holmby.",
        "The team will reach Lyon in two days.",
        "It takes three hours to drive from there to Lyon.",
        "He had flown from Paris to Nice and on to Tunis, and was held in a house 20 minutes from the beach.",
        "The truck carried us for five hours.\n\nThe forest stretches from France to Italy.",
        "The truck carried us for five hours.\n\nShe drove from Paris to Nice.\n\nA trip from Lyon to Turin failed.",
    ],
)
def test_times_of_no_two_places(read, checker, text):
    assert [c for c in checker.find_claims(read(text)) if c.figure.place and c.ground.place] == []


def test_a_train_is_believed_where_the_text_names_no_way_of_travelling(read, world, worder):
    claim = TravelTimeChecker(gazetteer=world, worder=worder).find_claims(
        read("A new line links Lyon and Marseille. Travel time has been cut to two hours and 15 minutes.")
    )[0]
    alone = TravelTimeChecker(gazetteer=world, worder=worder).judge(claim)
    rails = TravelTimeChecker(gazetteer=world, worder=worder, network=RailAtlas(catalogue.data_dir())).judge(claim)
    assert (alone.outcome, rails.outcome) == ("doubtful", "consistent")
    assert "by rail" in rails.why


@pytest.mark.parametrize(
    ("text", "figure", "ground", "hours"),
    [
        ("She left Lyon on Monday. It usually takes two hours to reach Turin.", "Turin", "Lyon", 2),
        ("By road it is 310 km from Lyon to Turin, a journey that took six hours before the war.", "Turin", "Lyon", 6),
        ("It takes two hours to reach Turin from Lyon.", "Turin", "Lyon", 2),
        ("He would ride all the way to Turin -- a journey taking four hours from Lyon.", "Turin", "Lyon", 4),
    ],
)
def test_times_to_reach_a_place(read, checker, text, figure, ground, hours):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name, claim.ground.place.name, claim.stated.value) == (figure, ground, hours)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turin is a four-hour drive from Lyon.", " in four hours makes "),
        ("Turin is a one-hour drive from Lyon.", " in one hour makes "),
        ("Turin is 4 hours from Lyon.", " in 4 hours makes "),
    ],
)
def test_an_amount_is_shown_as_it_stands_alone(read, checker, text, words):
    (claim,) = checker.find_claims(read(text))
    assert words in checker.judge(claim).why


def test_a_time_is_that_of_the_place_gone_on_to(read, checker):
    text = "He was driven from Paris to Nice, a 930 km trip, and put on a ferry to Corsica, three hours away."
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name, claim.ground.place.name) == ("Corsica", "Nice")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg left Dijon for a trip that will take her to France and on. It begins with a 7-hour walk to Lyon, "
        "France.",
        "Anna Berg flew to Dijon. Rain fell. The mayor spoke. Mass was said. A choir sang. It was late. On Friday Anna "
        "Berg made the 7-hour drive to Lyon.",
    ],
)
def test_a_leg_begins_where_its_traveller_was_last(read, checker, text):
    found = [c for c in checker.find_claims(read(text)) if c.stated.value == 7]
    assert [(c.ground.text, c.figure.text.partition(",")[0]) for c in found] == [("Dijon", "Lyon")]
