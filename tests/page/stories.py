"""Reports made up for the page: one with everything, and the odd shapes that a map has to bear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from geomap.records import (
    Candidate,
    ClaimKind,
    Comparison,
    Journey,
    LatLon,
    Line,
    Modality,
    Outcome,
    Report,
    Route,
    Rule,
    Source,
    Stop,
    StopRole,
    TimeSpan,
    Tolerance,
    Verdict,
)
from tests.page.made import GAZETTEER, document, length, mention, part, place, straight, verdict

RAILS = Source(name="Test railways", version="2026-05", licence="CC0-1.0", attribution="nobody")
RULES = (
    Rule(
        id="distance.as-route",
        kind="distance",
        text="The stated length is that of the way, not of the straight line.",
        tolerances=(
            Tolerance(name="rounding", value=10, unit="%", reason="Newspapers round.", source="chosen for the test"),
        ),
    ),
    Rule(id="distance.straight", kind="distance", text="The stated length is that of the straight line."),
    Rule(id="travel_time.speed", kind="travel_time", text="Length by time must be a speed that the vehicle can go."),
)

OSLO = place("Oslo", 59.9111, 10.7528, country="NO", admin1="Oslo", population=580000, radius_km=12)
DRAMMEN = place("Drammen", 59.7439, 10.2045, country="NO", admin1="Buskerud")
HONEFOSS = place("Hønefoss", 60.1681, 10.2565, country="NO", admin1="Buskerud")
GEILO = place("Geilo", 60.5341, 8.2057, country="NO", admin1="Buskerud")
FINSE = place("Finse", 60.6025, 7.5042, country="NO", admin1="Vestland", kind="station")
VOSS = place("Voss", 60.6286, 6.4146, country="NO", admin1="Vestland")
BERGEN = place("Bergen", 60.3930, 5.3242, country="NO", admin1="Vestland", population=210000)
STAVANGER = place("Stavanger", 58.9701, 5.7333, country="NO", admin1="Rogaland")
NORWAY = place("Norway", 62.0, 10.0, country="NO", kind="country", radius_km=600)
NES = place("Nes", 60.5650, 9.1010, country="NO", admin1="Buskerud")
OTHER_NES = [
    place("Nes", 60.1200, 11.4700, id="test:nes2", country="NO", admin1="Akershus"),
    place("Nes", 63.7700, 9.6000, id="test:nes3", country="NO", admin1="Trøndelag"),
    place("Nes", 53.4450, 5.7750, id="test:nes4", country="NL", admin1="Friesland"),
]

FIRST = "\n\n".join(
    [
        "Snow holds the mountain train\nOSLO, 5 February 2024",
        "The morning train left Oslo at 8.25 on Monday and was to cover the 471 kilometres to Bergen by way of Geilo "
        "in six and a half hours, its operator in Norway said.",
        "It stood for two hours at Finse, 90 miles east of Voss, while a plough cleared the line. A second train was "
        "turned back near Nes, which added some 60 kilometres to its trip.",
        "Voss, about 75 km east-northeast of Bergen, was reached in the evening. The train did not go on to Stavanger.",
    ]
)

SECOND = "\n\n".join(
    [
        "Passengers praise crew",
        "Passengers who reached Voss on Monday night said the way from Oslo to Bergen is 305 kilometres as the crow "
        "flies. Others put the journey at 700 kilometres.",
    ]
)

LINE: Line = tuple(
    LatLon(lat, lon)
    for lat, lon in [
        (59.9111, 10.7528),
        (59.83, 10.43),
        (59.7439, 10.2045),
        (59.79, 9.95),
        (59.98, 9.99),
        (60.1681, 10.2565),
        (60.33, 9.92),
        (60.47, 9.55),
        (60.62, 9.02),
        (60.70, 8.95),
        (60.62, 8.56),
        (60.5341, 8.2057),
        (60.51, 7.92),
        (60.6025, 7.5042),
        (60.68, 7.30),
        (60.735, 7.12),
        (60.65, 6.85),
        (60.6286, 6.4146),
        (60.58, 6.05),
        (60.50, 5.72),
        (60.42, 5.60),
        (60.3930, 5.3242),
    ]
)
RAIL = Route(
    mode="rail",
    stops=(OSLO, BERGEN),
    length_km=496.0,
    length_source="kilometres of the test line",
    straight_km=305.0,
    geometry=(LINE,),
    sources=(RAILS,),
)


def _time(text: str, hour: int | None, grain: str) -> TimeSpan:
    at = datetime(2024, 2, 5, hour or 0)
    return TimeSpan(start=0, end=0, text=text, grain=grain, earliest=at, latest=at)


def sample() -> Report:
    """Two texts with every verdict, nested and overlapping claims, a journey, comparisons and an unsure place."""
    a = document(
        FIRST,
        id="a",
        source="first.txt",
        title="Snow holds the mountain train",
        date=date(2024, 2, 5),
        outlet="Oslo",
        url="https://example.org/snow",
        body_start=FIRST.index("\n\n"),
    )
    b = document(SECOND, id="b", source="second.txt", title="Passengers praise crew", date=date(2024, 2, 6))
    nes = mention(
        a,
        "Nes",
        NES,
        score=0.41,
        candidate_count=34,
        why="nearest to the other places",
        candidates=tuple(
            Candidate(place=p, score=s) for p, s in zip([NES, *OTHER_NES], (0.41, 0.3, 0.2, 0.05), strict=True)
        ),
    )
    mentions = (
        *(mention(a, p.name, p) for p in (OSLO, BERGEN, GEILO, NORWAY, FINSE, VOSS)),
        nes,
        mention(a, "Voss", VOSS, nth=1),
        mention(a, "Bergen", BERGEN, nth=1),
        mention(a, "Stavanger", STAVANGER),
        *(mention(b, p.name, p) for p in (VOSS, OSLO, BERGEN)),
    )
    found = [*_first_claims(a), *_second_claims(b)]
    verdicts = tuple(replace(v, claim=replace(v.claim, id=f"c{n}")) for n, v in enumerate(found, start=1))
    return Report(
        documents=(a, b),
        mentions=mentions,
        verdicts=verdicts,
        comparisons=(
            Comparison(
                id="x1",
                kind="conflict",
                claims=("c2", "c8"),
                outcome=Outcome.INCONSISTENT,
                rule="agreement.length",
                why="One text says 471 km and the other 700 km for the same way.",
            ),
            Comparison(
                id="x2",
                kind="agreement",
                claims=("c2", "c7"),
                outcome=Outcome.CONSISTENT,
                why="471 km along the line and 305 km straight fit each other.",
            ),
        ),
        journeys=(_journey(),),
        sources=(GAZETTEER, RAILS),
        version="0.0-test",
    )


def _journey() -> Journey:
    stops = (
        Stop(place=OSLO, role=StopRole.FROM, time=_time("at 8.25 on Monday", 8, "hour"), claim="c1"),
        Stop(place=GEILO, role=StopRole.VIA),
        Stop(place=FINSE, role=StopRole.PASSED),
        Stop(place=VOSS, role=StopRole.PASSED, time=_time("on Monday night", 20, "daypart"), document="b"),
        Stop(place=BERGEN, role=StopRole.TO),
        Stop(place=STAVANGER, role=StopRole.NOT_REACHED),
    )
    return Journey(
        id="j1",
        mode="rail",
        document="a",
        stops=stops,
        length_km=496,
        length_source="kilometres of the test line",
        geometry=(LINE,),
        planned=(straight(BERGEN, STAVANGER),),
        subject="the morning train",
    )


def _first_claims(a: object) -> list[Verdict]:
    doc = a
    return [
        verdict(
            doc,
            "The morning train left Oslo at 8.25 on Monday and was to cover the 471 kilometres to Bergen by way of "
            "Geilo",
            kind=ClaimKind.ROUTE,
            ground=part(OSLO, doc),
            figure=part(BERGEN, doc),
            via=(part(GEILO, doc),),
            mode="rail",
            route=RAIL,
            event="depart",
            time=_time("at 8.25 on Monday", 8, "hour"),
            rule="route.on-network",
            why="Geilo lies on the line from Oslo to Bergen.",
            modality=Modality.PLANNED,
            sources=(RAILS,),
        ),
        verdict(
            doc,
            "471 kilometres to Bergen",
            ground=part(OSLO, doc),
            figure=part(BERGEN, doc),
            stated=length(471, low=466, high=476),
            mode="rail",
            route=RAIL,
            measured={"route_km": 496.0, "straight_km": 305.2, "ratio": 0.95},
            rule="distance.as-route",
            why="471 km is 5 % under the 496 km of the line and 54 % over the straight line.",
            sources=(GAZETTEER, RAILS),
        ),
        verdict(
            doc,
            "Bergen by way of Geilo in six and a half hours",
            kind=ClaimKind.TRAVEL_TIME,
            ground=part(OSLO, doc),
            figure=part(BERGEN, doc),
            measured={"speed_kmh": 76.3, "route_km": 496.0},
            rule="travel_time.speed",
            why="496 km in 6.5 h is 76 km/h, usual for a long-distance train.",
            route=RAIL,
        ),
        verdict(
            doc,
            "Finse, 90 miles east of Voss",
            "inconsistent",
            ground=part(VOSS, doc),
            figure=part(FINSE, doc),
            stated=length(90, "mi", low=85, high=95),
            direction="E",
            lines=(straight(VOSS, FINSE),),
            measured={"straight_km": 60.0, "bearing_deg": 93.0},
            rule="distance.straight",
            why="90 miles is 145 km, which does not match the 60 km between Voss and Finse.",
        ),
        verdict(
            doc,
            "near Nes, which added some 60 kilometres to its trip",
            "unverifiable",
            figure=part(NES, doc),
            stated=length(60, hedge="some", low=50, high=70),
            rule="distance.no-ground",
            why="The text does not say from where.",
        ),
        verdict(
            doc,
            "Voss, about 75 km east-northeast of Bergen",
            "doubtful",
            ground=part(BERGEN, doc),
            figure=part(VOSS, doc),
            stated=length(75, hedge="about", low=65, high=85),
            direction="ENE",
            lines=(straight(BERGEN, VOSS),),
            measured={"straight_km": 65.2, "bearing_deg": 65.0},
            why="65 km straight is 13 % under the stated 75 km.",
        ),
    ]


def _second_claims(doc: object) -> list[Verdict]:
    return [
        verdict(
            doc,
            "the way from Oslo to Bergen is 305 kilometres as the crow flies",
            ground=part(OSLO, doc),
            figure=part(BERGEN, doc),
            stated=length(305),
            mode="straight",
            lines=(straight(OSLO, BERGEN),),
            measured={"straight_km": 305.2},
        ),
        verdict(
            doc,
            "Others put the journey at 700 kilometres",
            "inconsistent",
            ground=part(OSLO),
            figure=part(BERGEN),
            route=RAIL,
            stated=length(700),
            measured={"route_km": 496.0, "straight_km": 305.2},
            why="700 km does not match 496 km by rail.",
        ),
    ]


def one(text: str, *places: object, verdicts: tuple[Verdict, ...] = ()) -> Report:
    """A report on one text that names these places."""
    doc = document(text, id="only", source="only.txt")
    found = tuple(mention(doc, p.name, p) for p in places)
    return Report(documents=(doc,), mentions=found, verdicts=verdicts, sources=(GAZETTEER,), version="0.0-test")
