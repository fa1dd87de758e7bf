"""Records for tests: every field has a value, and each test names only those it is about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from geomap.records import (
    Candidate,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    Journey,
    LatLon,
    Leg,
    Mention,
    MentionKind,
    Outcome,
    Participant,
    Place,
    PlacedMention,
    Quantity,
    Report,
    Route,
    Source,
    Stop,
    StopRole,
    TimeSpan,
    Verdict,
)

GAZETTEER = Source(
    name="GeoNames", version="2025-01", licence="CC-BY-4.0", attribution="GeoNames", url="https://geonames.org"
)
RAILS = Source(name="Rail lines", version="1", licence="ODbL-1.0", attribution="made for tests")

STORY = (
    "The night train left Lyon for Marseille on Friday.\n\n"
    "Lyon lies about 280 km north of Marseille, and the train needed 3 hours. "
    "A French official said it would not go on to Nice."
)


def document(**fields: Any) -> Document:
    """A short story of a train, made up for the tests."""
    defaults: dict[str, Any] = {
        "id": "story",
        "text": STORY,
        "source": "story.txt",
        "title": "Night train",
        "date": date(2021, 3, 6),
        "outlet": "Le Test",
    }
    return Document(**{**defaults, **fields})


def place(name: str = "Lyon", lat: float | None = 45.75, lon: float | None = 4.85, **fields: Any) -> Place:
    """A city in France unless the fields say otherwise."""
    defaults: dict[str, Any] = {
        "id": f"geonames:{sum(map(ord, name))}",
        "kind": "city",
        "country": "FR",
        "admin1": "Somewhere",
        "admin1_code": "FR.84",
        "population": 500_000,
        "radius_km": 5.5,
        "source": GAZETTEER,
    }
    at = LatLon(lat, lon) if lat is not None and lon is not None else None
    return Place(name=name, at=at, **{**defaults, **fields})


LYON = place()
MARSEILLE = place("Marseille", 43.297, 5.381, admin1_code="FR.93")
NICE = place("Nice", 43.703, 7.266, admin1_code="FR.93")
OTHER_NICE = place("Nice", 38.55, -121.5, id="geonames:99", country="US", population=120)


def mention(text: str, where: Place | None, *, story: Document | None = None, **fields: Any) -> PlacedMention:
    """The first mention of a name in a story."""
    story = story or document()
    start = story.text.index(text)
    score = fields.pop("score", 0.9)
    candidates = fields.pop("candidates", (Candidate(place=where, score=score),) if where is not None else ())
    return PlacedMention(
        mention=Mention(document=story.id, start=start, end=start + len(text), text=text, **fields),
        place=where,
        score=score if where is not None else 0.0,
        why="the only place of this name" if where is not None else "no place of this name",
        candidates=candidates,
        candidate_count=len(candidates),
    )


def quantity(text: str = "about 280 km", *, story: Document | None = None, **fields: Any) -> Quantity:
    """A length in a story."""
    start = (story or document()).text.index(text)
    defaults: dict[str, Any] = {
        "dimension": "length",
        "value": 280.0,
        "unit": "km",
        "low": 252.0,
        "high": 308.0,
        "hedge": "about",
    }
    return Quantity(start=start, end=start + len(text), text=text, **{**defaults, **fields})


def route(**fields: Any) -> Route:
    """A railway from Lyon to Marseille."""
    defaults: dict[str, Any] = {
        "id": "r1",
        "mode": "rail",
        "stops": (LYON, MARSEILLE),
        "length_km": 351.0,
        "length_source": "line kilometres",
        "straight_km": 277.0,
        "legs": (Leg(start="Lyon", end="Marseille", length_km=351.0, line="PLM", source=RAILS),),
        "stations": (("Lyon", LatLon(45.75, 4.85), 0.0), ("Marseille", LatLon(43.297, 5.381), 351.0)),
        "geometry": ((LatLon(45.75, 4.85), LatLon(44.9, 4.9), LatLon(43.297, 5.381)),),
        "sources": (RAILS,),
    }
    return Route(**{**defaults, **fields})


def claim(quote: str = "Lyon lies about 280 km north of Marseille", **fields: Any) -> Claim:
    """A claim of distance and direction."""
    story = fields.pop("story", None) or document()
    start = story.text.index(quote)
    defaults: dict[str, Any] = {
        "document": story.id,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "kind": ClaimKind.DISTANCE,
        "id": "c1",
        "figure": Participant(place=LYON, text="Lyon", start=start, end=start + 4),
        "ground": Participant(place=MARSEILLE, text="Marseille", start=start + 32, end=start + 41),
        "stated": quantity() if story.text == STORY else None,
        "hedge": "about",
        "direction": "N",
    }
    return Claim(**{**defaults, **fields})


def verdict(**fields: Any) -> Verdict:
    """A consistent verdict on that claim."""
    defaults: dict[str, Any] = {
        "claim": claim(),
        "outcome": Outcome.CONSISTENT,
        "rule": "distance.straight",
        "why": "280 km matches 277 km in a straight line.",
        "measured": {"straight_km": 277.0, "bearing_deg": 351.0, "ratio": 1.01},
        "route": route(),
        "lines": ((LatLon(43.297, 5.381), LatLon(45.75, 4.85)),),
        "score": 0.9,
        "sources": (GAZETTEER,),
    }
    return Verdict(**{**defaults, **fields})


def span(text: str = "Friday", **fields: Any) -> TimeSpan:
    """A day in the story."""
    start = STORY.index(text)
    defaults: dict[str, Any] = {
        "grain": "day",
        "earliest": datetime(2021, 3, 5),
        "latest": datetime(2021, 3, 6),
        "weekday": 4,
    }
    return TimeSpan(start=start, end=start + len(text), text=text, **{**defaults, **fields})


def journey(**fields: Any) -> Journey:
    """The train's journey: Lyon, Marseille, and Nice not reached."""
    defaults: dict[str, Any] = {
        "id": "j1",
        "mode": "rail",
        "document": "story",
        "stops": (
            Stop(place=LYON, role=StopRole.FROM, time=span(), claim="c2", document="story"),
            Stop(place=MARSEILLE, role=StopRole.TO, claim="c2", document="story"),
            Stop(place=NICE, role=StopRole.NOT_REACHED, document="story"),
        ),
        "length_km": 351.0,
        "length_source": "line kilometres",
        "geometry": route().geometry,
        "planned": ((LatLon(43.297, 5.381), LatLon(43.703, 7.266)),),
        "subject": "the train",
    }
    return Journey(**{**defaults, **fields})


def report(**fields: Any) -> Report:
    """A report with something of everything in it."""
    slow = verdict(
        claim=claim(
            "the train needed 3 hours",
            id="c2",
            kind=ClaimKind.TRAVEL_TIME,
            stated=quantity("3 hours", dimension="duration", value=3.0, unit="h", low=2.5, high=float("inf")),
            direction=None,
            mode="rail",
            via=(Participant(place=None, text="", why="implied"),),
            time=span(),
            times=(span(),),
            quantities=(quantity(),),
            alternatives=(claim(id="", ground=Participant(place=NICE, text="Nice")),),
            subject="the train",
        ),
        outcome=Outcome.DOUBTFUL,
        rule="travel_time.fast",
        why="3 h for 351 km asks for 117 km/h.",
        route=route(),
    )
    defaults: dict[str, Any] = {
        "documents": (document(),),
        "mentions": (
            mention("Lyon", LYON),
            mention("Marseille", MARSEILLE),
            mention("French", place("France", 46.0, 2.0, kind="country"), kind=MentionKind.DEMONYM),
            mention(
                "Nice", NICE, candidates=(Candidate(place=NICE, score=0.8), Candidate(place=OTHER_NICE, score=0.2))
            ),
        ),
        "verdicts": (verdict(), slow),
        "comparisons": (
            Comparison(
                id="x1",
                kind="agreement",
                claims=("c1", "c2"),
                outcome=Outcome.CONSISTENT,
                why="Both fit.",
                rule="accounts.agree",
                sources=(GAZETTEER,),
            ),
        ),
        "journeys": (journey(),),
        "sources": (GAZETTEER,),
        "version": "0.0",
    }
    return Report(**{**defaults, **fields})
