"""Statements of who was where and when."""

from dataclasses import replace

import pytest
from marked import PLACES, MarkedGazetteer, read

from geomap.claims.motion.events import find_events
from geomap.claims.schedule import ScheduleChecker

CHECKER = ScheduleChecker(MarkedGazetteer(), None)


def judged(text: str, written: str | None = "2021-06-10"):
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text, written=written))]


CASES = [
    ("Anna Berg will be in the {~Norwegian} city of {Oslo} on Sunday.", "unverifiable", "schedule.planned"),
    ("Anna Berg left {Oslo} on Sunday and arrived in {Stockholm} on Monday.", "consistent", "schedule.feasible"),
    (
        "Anna Berg, who left {Oslo} on Sunday, reached {Stockholm} on Tuesday morning.",
        "consistent",
        "schedule.feasible",
    ),
    (
        "The ferry left {Bergen} at 9 a.m. on Monday and docked in {Sydney} at 6 p.m. on Monday.",
        "inconsistent",
        "schedule.feasible",
    ),
    (
        "The ferry left {Oslo} at 6 a.m. today and will dock in {Sydney} at 7 p.m. today.",
        "inconsistent",
        "schedule.feasible",
    ),
    (
        "They walked: they left {Oslo} at 8 a.m. on Monday on foot and reached {Halden} at 9 a.m. on Monday.",
        "inconsistent",
        "schedule.feasible",
    ),
    ("Anna Berg left {Oslo} on Tuesday and arrived in {Stockholm} on Monday.", "inconsistent", "schedule.order"),
    (
        "The nurses moved from {Oslo} to {Lima} on Tuesday and to {Bergen} on Wednesday.",
        "consistent",
        "schedule.feasible",
    ),
    ("Anna Berg arrived in {Oslo} in the early hours of Tuesday.", "consistent", "schedule.placed"),
    ("The train pulled into {Narvik} on Tuesday morning.", "consistent", "schedule.placed"),
    ("The delegation landed at {Oslo}.", "consistent", "schedule.placed"),
    ("The convoy spent Monday night at {Halden}.", "consistent", "schedule.placed"),
    ("She crossed to {Bergen} on Monday.", "consistent", "schedule.placed"),
    ("The riders made camp near {Narvik} on Tuesday.", "consistent", "schedule.placed"),
    ("The ship put in at {Bergen} for water.", "consistent", "schedule.placed"),
    ("Anna Berg was last heard of in {Kiruna} on Monday.", "consistent", "schedule.placed"),
    ("On Monday the couple began their tour in {Oslo} and ended it in {Bergen}.", "consistent", "schedule.placed"),
    ("The convoy reached the besieged {~Norwegian} town of {Narvik} on Tuesday.", "consistent", "schedule.placed"),
    ("Anna Berg was greeted with flowers at {Oslo}.", "consistent", "schedule.placed"),
    ("The talks were held in {Helsinki} in April 2019.", "consistent", "schedule.placed"),
    ("{Helsinki} was the city where the talks were held in April 2019.", "consistent", "schedule.placed"),
    ("A truck ferrying a wedding party from {Halden} to {Strömstad} overturned.", "consistent", "schedule.placed"),
    ("The jet had taken off from {Oslo} on Monday with six aboard.", "consistent", "schedule.placed"),
    ("Anna Berg flew to {Oslo}, {Norway}, where she arrived on Tuesday.", "consistent", "schedule.placed"),
    ("Anna Berg flew north, landing in the capital, {Oslo}.", "consistent", "schedule.placed"),
    ("Anna Berg flew south, landing outside {Oslo} on Tuesday.", "consistent", "schedule.placed"),
    ("The march began on Monday from {Oslo}.", "consistent", "schedule.placed"),
    ("Anna Berg came to {Sweden} in May 2019.", "consistent", "schedule.placed"),
    ("The two might meet in {Helsinki}.", "unverifiable", "schedule.planned"),
    ("Anna Berg is due to meet the king in {Stockholm} on Friday.", "unverifiable", "schedule.planned"),
    ("The ship should arrive in {Bergen} on Friday.", "unverifiable", "schedule.planned"),
    ("A train believed to be carrying envoys crossed into {Kiruna} on Monday.", "consistent", "schedule.placed"),
    ("A train is believed to have arrived in {Kiruna} on Monday.", "unverifiable", "schedule.planned"),
    ("Russia's invasion of {Ukraine} in February 2022 was condemned.", "consistent", "schedule.known-event"),
    ("Russia's invasion of {Ukraine} in May 2021 was condemned.", "inconsistent", "schedule.known-event"),
]


@pytest.mark.parametrize(("text", "outcome", "rule"), CASES, ids=[c[0] for c in CASES])
def test_schedules(text, outcome, rule):
    [verdict] = judged(text, written="2021-06-10" if "2022" not in text else "2023-01-01")
    assert (str(verdict.outcome), verdict.rule) == (outcome, rule)


def stops(text: str) -> list[tuple[str, str, str | None]]:
    [claim] = CHECKER.find_claims(read(text))
    people = [p for p in (claim.ground, *claim.via, claim.figure) if p]
    return [(p.role, p.text, p.time.text if p.time else None) for p in people]


def test_each_stop_keeps_its_own_time():
    assert stops("On Sunday, Anna Berg set off from {Oslo} and reached {Narvik} on Tuesday morning.") == [
        ("from", "Oslo", "Sunday"),
        ("to", "Narvik", "Tuesday morning"),
    ]
    assert stops("Anna Berg left {Oslo} on Sunday, and on Tuesday morning she reached {Narvik}.") == [
        ("from", "Oslo", "Sunday"),
        ("to", "Narvik", "Tuesday morning"),
    ]


def test_what_nobody_sees_parts_no_words():
    text = "Anna Berg left \u200e{Oslo}\u200e on\u00ad Sunday and arri\u00adved in \u200b{Stockholm} on\u2060 Monday."
    assert [(name, time.strip("\u00ad\u2060 ")) for _, name, time in stops(text)] == [
        ("Oslo", "Sunday"),
        ("Stockholm", "Monday"),
    ]


def test_entered_at_a_place_tells_of_the_land():
    both = MarkedGazetteer()
    land = replace(PLACES["Norrbotten"], name="Kiruna", id="test:kiruna-land")
    both.find_places = lambda name: [PLACES["Kiruna"], land] if name == "Kiruna" else []
    checker = ScheduleChecker(both, None)
    [claim] = checker.find_claims(read("They entered {Kiruna} at {Narvik} on Tuesday."))
    assert land in [p.place for p in (claim.ground, *claim.via, claim.figure) if p]
    [claim] = checker.find_claims(read("They entered {Kiruna} on Tuesday."))
    assert claim.figure.place == PLACES["Kiruna"]


def test_each_place_has_the_day_beside_it():
    told = stops(
        "She was in {Oslo} on 1 June, in {Bergen}, 300 km to the west, on 5 June, and spent three days at {Narvik}."
    )
    assert {(name, time) for _, name, time in told} == {("Oslo", "1 June"), ("Bergen", "5 June"), ("Narvik", None)}


def test_announced_stops_are_told_with_the_departure():
    told = stops("The train is to leave {Oslo} on Friday and will stop in {Halden} and {Strömstad}.")
    assert [(role, name) for role, name, _ in told] == [
        ("from", "Oslo"),
        ("planned", "Halden"),
        ("planned", "Strömstad"),
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Anna Berg might go by train on Friday, passing through {Halden}.", "possible"),
        ("Anna Berg is to ride on for two hours on Friday, to finally arrive in {Halden}.", "planned"),
        ("Anna Berg will sail on Friday, reaching {Narvik} on Sunday.", "planned"),
        ("Anna Berg did not rest on Friday, reaching {Narvik} on Sunday.", "asserted"),
        ("It would not be until Friday before Anna Berg arrived in {Narvik}.", "asserted"),
        ("The next flight was to Norway, and on Friday Anna Berg landed in {Narvik}.", "asserted"),
        ("The train should arrive in {Narvik} on Friday.", "planned"),
        ("Anna Berg will board the Star, a new ship, for a voyage from Norway to {Narvik} on Friday.", "planned"),
        ("Anna Berg was to land in {Narvik} on Friday.", "planned"),
    ],
)
def test_what_hangs_on_a_plan_is_planned(text, modality):
    [event] = [e for e in find_events(read(text)) if e.place.text in ("Halden", "Narvik")]
    assert event.modality == modality


def test_how_a_place_can_be_reached_tells_of_nobody():
    assert judged("{Kiruna} can be reached from {Oslo} in two days, with a night at {Halden}.") == []


def test_the_time_of_another_clause_is_not_its_own():
    assert stops("Anna Berg left {Oslo}, near the sea, on Sunday and came to {Narvik} on Monday.") == [
        ("from", "Oslo", "Sunday"),
        ("to", "Narvik", "Monday"),
    ]
    assert stops("Anna Berg left {Oslo}, near the sea, on Sunday reached {Halden} on Monday.")[0][2] == "Sunday"
    assert stops("She came by {Oslo}, where she worked until May; she passed {Halden} on Monday.")[-1][1] == "Halden"


def test_a_capital_that_is_only_described_is_found():
    [claim] = CHECKER.find_claims(read("Anna Berg left {Norway}'s capital on Sunday."))
    assert claim.ground.text == "Norway's capital"
    assert claim.ground.place.name == "Oslo"


CLOCKS = [
    ("The train left {Oslo} at 5 pm on Tuesday. It reached {Narvik} at noon.", "2021-06-09T12:00"),
    ("The train left {Oslo} at 5 pm on Tuesday and reached {Narvik} at 7 am.", "2021-06-09T07:00"),
    ("The train left {Oslo} at 5 am on Tuesday. It reached {Narvik} at noon.", "2021-06-08T12:00"),
    ("The train left {Oslo} at 5 pm on Thursday. It reached {Narvik} at noon.", "2021-06-10T12:00"),
    ("The train left {Oslo} at 5 pm on Tuesday. It had reached {Narvik} at noon.", "2021-06-08T12:00"),
    ("The train left {Oslo} at 5 pm on Tuesday. It had reached {Narvik} at 6 pm.", "2021-06-09T18:00"),
    ("The train left {Oslo} at 5 pm on Tuesday. It reached {Halden} at 6 pm.", "2021-06-08T18:00"),
    ("The train left {Oslo} at 5 pm on Tuesday. Anna Berg reached {Narvik} at noon.", "2021-06-08T12:00"),
    ("The train reached {Oslo} at 5 pm on Tuesday. It left {Narvik} at noon.", "2021-06-08T12:00"),
]


@pytest.mark.parametrize(("text", "moment"), CLOCKS, ids=[c[0] for c in CLOCKS])
def test_an_arrival_by_the_clock_alone_follows_its_departure(text, moment):
    claims = CHECKER.find_claims(read(text))
    [time] = [t for claim in claims for t in claim.times if t.text in ("noon", "7 am", "6 pm")]
    assert time.earliest.isoformat(timespec="minutes") == moment


STARTS = [
    ("The ship left {Oslo} on Monday and reached {Bergen} on Thursday.", "2021-05-31"),
    ("The ship reached {Bergen} on Thursday, having left {Oslo} on Monday.", "2021-05-31"),
    ("The ship left {Oslo} on Monday. It reached {Bergen} on Thursday.", "2021-05-31"),
    ("The ship left {Oslo} on Monday. It had reached {Bergen} on Thursday.", "2021-06-07"),
    ("The king reached {Bergen} on Thursday and left {Oslo} on Monday.", "2021-06-07"),
    ("The ship reached {Bergen} on 9 June, three days after it left {Oslo}.", "2021-06-06"),
    ("The ship reached {Bergen} on 9 June, two weeks after leaving {Oslo}.", "2021-05-25"),
    ("The ship reached {Bergen} on 9 June, more than a week after leaving {Oslo}.", None),
]


@pytest.mark.parametrize(("text", "day"), STARTS, ids=[c[0] for c in STARTS])
def test_the_day_of_a_start_follows_from_that_of_the_arrival(text, day):
    claims = CHECKER.find_claims(read(text, written="2021-06-09"))
    [start] = [claim.ground for claim in claims if claim.ground and claim.ground.text == "Oslo"]
    found = start.time.earliest.date().isoformat() if start.time and start.time.earliest else None
    assert found == day


UNDATED = [
    ("The ferry left {Bergen} on Monday evening and docked in {Sydney} on Tuesday.", "inconsistent"),
    ("The train left {Oslo} on Saturday and reached {Stockholm} on Sunday morning.", "consistent"),
    ("The train left {Oslo} on Saturday and reached {Stockholm} early on Saturday morning.", "consistent"),
    ("She left {Oslo} on Sunday and reached {Sydney} on Thursday.", "consistent"),
]


@pytest.mark.parametrize(("text", "outcome"), UNDATED, ids=[c[0] for c in UNDATED])
def test_weekdays_of_an_undated_text_follow_each_other(text, outcome):
    [verdict] = judged(text, written=None)
    assert (str(verdict.outcome), verdict.rule) == (outcome, "schedule.feasible")


def subjects(text: str) -> list[str | None]:
    return [claim.subject for claim in CHECKER.find_claims(read(text))]


TRAVELLERS = [
    ("The Orient Star left {Oslo} on Sunday. It reached {Narvik} on Monday.", ["the Orient Star", "the Orient Star"]),
    (
        "Anna Berg spoke. Her train left {Oslo} on Sunday. She reached {Narvik} on Monday.",
        ["Anna Berg", "Anna Berg"],
    ),
    (
        "A train left {Oslo} on Sunday. Another train reached {Narvik} on Monday.",
        ["the train", "the other train"],
    ),
    (
        "A passenger jet left {Oslo} on Sunday. A cargo plane landed in {Narvik} on Monday. The jet reached {Bergen}.",
        ["the jet", "the other plane", "the jet"],
    ),
    (
        "The train with Anna Berg on board left {Oslo} on Sunday. The train reached {Narvik} on Monday.",
        ["Anna Berg", "Anna Berg"],
    ),
    (
        "The tanker Solveig left {Oslo} on Sunday. The vessel reached {Bergen} on Monday.",
        ["the Solveig", "the Solveig"],
    ),
    ("A stork named Berta flew north. Berta reached {Oslo} on Sunday.", ["Berta"]),
    ("The riders of the Giro d'Ovest left {Oslo} at noon on Sunday.", ["the riders"]),
    ("The guest, Per Holm, a minister of defence, Per Holm said, landed in {Oslo} on Sunday.", ["Per Holm"]),
    ("Hurricane Nils crossed the coast. It reached {Bergen} on Monday.", ["the hurricane"]),
    ("The {Glomm} left {Oslo} on Sunday. It stopped at {Halden} and reached {Narvik} on Monday.", ["the Glomm"] * 2),
    (
        "Minister Per Berg-Holm spoke. Minister Per Berg-holm smiled. The minister left {Oslo} on Sunday.",
        ["Per Berg-Holm"],
    ),
    (
        "Anna Berg visited {Oslo} on Sunday. Rescue teams from {Sweden} landed in {Bergen} on Monday.",
        ["Anna Berg", "the teams"],
    ),
    ("Anna Berg gave a speech. The two leaders left {Oslo} on Sunday.", ["Anna Berg"]),
    ("The first train from {Oslo} in ten years reached {Bergen} on Sunday.", ["the train"]),
    ("The wife of Per Holm and Anna Berg left {Oslo} on Sunday.", ["Anna Berg"]),
    # The name of whom the first sentence leaves unnamed follows soon, and is that of a person, of as many.
    ("A nurse walked to {Narvik} on Tuesday. Anna Berg left {Oslo} on Monday.", ["Anna Berg", "Anna Berg"]),
    (
        "A nurse walked to {Narvik} on Tuesday. It was cold. It was dark. It rained. It snowed. Anna Berg left {Oslo} "
        "on Monday.",
        ["the nurse", "Anna Berg"],
    ),
    (
        "A crowd saw how the nurses walked to {Narvik} on Tuesday. Anna Berg left {Oslo} on Monday.",
        ["the nurses", "Anna Berg"],
    ),
    ("A nurse walked to {Narvik} on Tuesday. The train left {Oslo} on Monday.", ["the nurse", "the train"]),
    # A ship's name, told by what it does; what is called so by its last word is a body.
    ("A ship left {Oslo} on Sunday. The Ocean Star was 40 km off {Bergen}.", ["the Ocean Star"]),
    ("The Ocean Star tied up in {Oslo} on Sunday. It left {Bergen} on Friday.", ["the Ocean Star", "the Ocean Star"]),
    ("A ship left {Oslo} on Sunday. The United Nations was 40 years old.", ["the ship"]),
    ("Lorries of the World Food Programme left {Oslo} on Sunday.", ["the lorries"]),
    ("The caravan started from {Oslo} on 9 June.", ["the caravan"]),
    ("On Monday the rally crossed to {Bergen} on the night ferry.", ["the rally"]),
    ("NAIROBI (AP) -- Lorries of the United Nations reached {Bergen} on Sunday.", ["the lorries"]),
    # Who belongs to a ship is not the ship, and "it" is the ship again.
    (
        "The ship left {Oslo} on Sunday. Its sailors were flown to {Bergen} on Monday. It reached {Narvik} on Tuesday.",
        ["the ship", "the sailors", "the ship"],
    ),
    ("Anna Berg left {Oslo} on Sunday. Her two children were flown to {Bergen}.", ["Anna Berg", "the children"]),
]


@pytest.mark.parametrize(("text", "names"), TRAVELLERS, ids=[t for t, _ in TRAVELLERS])
def test_travellers_have_one_name(text, names):
    assert subjects(text) == names


def test_places_of_one_verb_have_days_of_their_own():
    text = "She will travel to {Oslo} on Friday, to {Bergen} on Saturday and to {Narvik} on Sunday."
    assert [(name, time) for _, name, time in stops(text)] == [
        ("Oslo", "Friday"),
        ("Bergen", "Saturday"),
        ("Narvik", "Sunday"),
    ]


def test_where_days_were_spent_before_is_no_arrival():
    assert stops("She arrived in {Narvik} on Tuesday after two days in {Oslo}.") == [("to", "Narvik", "Tuesday")]


def test_what_goes_on_after_a_plan_is_planned_too():
    [claim] = CHECKER.find_claims(read("She will fly to {Oslo} on Friday and travel on to {Narvik} on Saturday."))
    assert str(claim.modality) == "planned"
    assert {p.role for p in (*claim.via, claim.figure)} == {"planned"}


def test_a_new_clause_takes_no_verb_from_before():
    [claim] = CHECKER.find_claims(read("The ship called at {Bergen} on Monday and was to end its voyage in {Sydney}."))
    assert [p.text for p in (claim.ground, *claim.via, claim.figure) if p] == ["Bergen"]


@pytest.mark.parametrize(
    "text",
    [
        "It was Anna Berg's first visit to {Oslo} since the war began in May 2020.",
        "By Friday night they had reached {Oslo}.",
    ],
)
def test_no_time_is_read_into_the_future_or_from_since(text):
    assert all(v.rule != "schedule.after-writing" for v in judged(text))
    assert all(v.claim.time is None or "May" not in v.claim.time.text for v in judged(text))


def test_clocks_are_local():
    text = "Anna Berg left {Sydney} at 6 p.m. on Monday and landed in {Oslo} at 9 a.m. on Tuesday."
    [verdict] = judged(text)
    assert verdict.outcome == "consistent"
    [verdict] = judged("Anna Berg left {Oslo} at 6 p.m. on Monday and landed in {Sydney} at 9 a.m. on Tuesday.")
    assert verdict.outcome == "inconsistent"
    # Westwards over the date line one lands before one has left.
    for told in ("8 a.m. the same day", "8 a.m. on Friday"):
        [verdict] = judged(f"Anna Berg left {{Sydney}} at 11 a.m. on Friday and landed in {{Lima}} at {told}.")
        assert verdict.outcome == "consistent", verdict.why


def test_the_same_day_is_that_of_the_departure():
    [verdict] = judged(
        "Anna Berg left {Oslo} by car at 8 a.m. on Monday and reached {Narvik} at 10 a.m. on the same day."
    )
    assert (verdict.outcome, verdict.rule) == ("inconsistent", "schedule.feasible")
    [verdict] = judged("Anna Berg left {Oslo} by car at 8 a.m. on Monday and reached {Narvik} at 10 a.m. the next day.")
    assert (verdict.outcome, verdict.rule) == ("consistent", "schedule.feasible")


@pytest.mark.parametrize(
    "text",
    [
        "The agency in {Oslo} reported on Tuesday that prices rose.",
        "The minister said on Tuesday that {Norway} would pay.",
        "A video shared Monday was seen by millions in {Norway}.",
        "Arms exports from {Norway} to {Ukraine} rose in May.",
        "File photo: Anna Berg leaves {Oslo} on Sunday.",
        "Share prices in {Oslo} came back on Tuesday.",
        "He holds the highest rank in {Norway}.",
    ],
)
def test_reports_goods_and_offices_are_no_schedule(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She left her job at {Oslo} on Thursday.",
        "He passed away on Monday in {Bergen}.",
        "The talks held in {Norway} have failed, says a report distributed on Wednesday.",
    ],
)
def test_leaving_a_job_or_this_life_is_no_journey(text):
    assert judged(text) == []


STARTED = [
    ("An airline jet from {Oslo}, which had been aloft for an hour, put down in {Bergen}.", "Oslo", "Bergen"),
    ("The last train out of {Oslo} pulled into {Narvik} on Friday.", "Oslo", "Narvik"),
    ("Flight AB123 from {Lima} landed in {Sydney} at 6 a.m.", "Lima", "Sydney"),
    ("A convoy of lorries from {Halden} reached {Gothenburg} on 3 May.", "Halden", "Gothenburg"),
    ("A ferry from {Bergen} with 200 passengers on board docked in {Helsinki}.", "Bergen", "Helsinki"),
    ("A missile fired from {Finland} struck {Narvik} on Sunday.", "Finland", "Narvik"),
    ("The drone, launched from {Ukraine}, hit a depot in {Halden} on Sunday.", "Ukraine", "Halden"),
    ("Rebels withdrew from {Kiruna} to {Narvik} on Friday.", "Kiruna", "Narvik"),
    ("The army fell back from {Kiruna} to {Narvik} on Friday.", "Kiruna", "Narvik"),
    # Whose train or jet it was is no journey of who arrives.
    (
        "Jets from {Bergen} were scrambled, and the mayor went to {Oslo} and arrived in {Halden} on Monday.",
        None,
        "Halden",
    ),
    ("Trains from {Oslo} to {Bergen} ran on, and one arrived in {Halden} on Monday.", None, "Halden"),
    ("“The bus from {Oslo} is late,” said Ann, who arrived in {Halden} on Monday.", None, "Halden"),
]


@pytest.mark.parametrize(("text", "start", "end"), STARTED, ids=[c[0] for c in STARTED])
def test_a_vehicle_starts_where_it_is_told_to_come_from(text, start, end):
    [claim] = CHECKER.find_claims(read(text))
    assert (claim.ground.text if claim.ground else None, claim.figure.text) == (start, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cyclone hit {Sydney} on Friday.", ["Sydney"]),
        ("The storm made landfall near {Narvik} late Thursday as a depression.", ["Narvik"]),
        ("The plane crash-landed near {Kiruna}.", ["Kiruna"]),
        ("She has not been seen since she left {Halden} last Tuesday.", ["Halden"]),
        # Neither a storm nor a missile.
        ("The band hit {Sydney} on Friday.", []),
        ("Inflation hit {Norway} in May.", []),
    ],
)
def test_where_storms_missiles_and_planes_come_down(text, found):
    claims = CHECKER.find_claims(read(text))
    assert [p.text for c in claims for p in (c.ground, c.figure) if p] == found


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Man-yi moved west. On Friday Man-yi slammed into {Bergen} at noon.",
        "The storm made landfall over {Bergen} at noon.",
    ],
)
def test_storms_with_a_dash_in_their_name_and_landfall_over_a_place(text):
    assert [c.figure.text for c in CHECKER.find_claims(read(text)) if c.figure] == ["Bergen"]


def test_the_time_between_commas_is_that_of_the_verb_before():
    text = "The storm made landfall near {Bergen}, late Thursday as a hurricane, then raced through {Sweden}."
    [claim] = CHECKER.find_claims(read(text))
    assert (claim.figure.text, claim.time.text) == ("Bergen", "late Thursday")


def test_several_stops_and_a_weekday_are_told_once():
    whys = [v.why for v in judged("Anna Berg left {Oslo}, called at {Halden} and arrived in {Gothenburg} on Tuesday.")]
    assert whys == ["Oslo, Halden and Gothenburg are known, Tuesday is 8 June 2021, and nothing contradicts it"]


def test_where_a_station_lies_is_no_further_stop():
    [claim] = CHECKER.find_claims(
        read("Anna Berg arrived at {Halden} railway station, in {Norway} and near the border.")
    )
    assert (claim.figure.text, claim.via) == ("Halden", ())


def test_a_capital_from_which_one_leaves_for_a_land_owns_no_place_of_it():
    events = find_events(read("Anna Berg's departure from {Norway}'s capital for {Sweden} was reported."))
    assert [(e.role, e.place.text) for e in events] == [("from", "Norway's capital"), ("to", "Sweden")]
