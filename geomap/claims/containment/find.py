"""Finds statements that a place lies in an area."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims import known_events
from geomap.claims.containment import patterns
from geomap.claims.containment.capitals import find_capitals
from geomap.claims.containment.frames import find_framed
from geomap.claims.containment.relations import (
    can_hold,
    fits,
    is_measured,
    listed_before,
    may_hold_unknown,
    on_border,
    owner,
    seated_in,
    spoken_of,
    wider_areas,
)
from geomap.claims.containment.statements import Found, find_implied, find_owned, state
from geomap.claims.masking import PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.motion.events import participant_of
from geomap.claims.spans import apart
from geomap.claims.unlisted import is_unlisted
from geomap.records import Claim, MentionKind, Participant, Place, Quantity, Reading

# A name that goes on as a list names no capital.
_LISTED = re.compile(rf"\s(?:and|or)\s(?:the\s)?{PLACE}")

# "the Amur region of Siberia", "Gao, the largest town of northern Mali"
_OF = re.compile(
    rf"(?: (?:{patterns.DIVISION}|area))?"
    rf"(?:(?:,| is| was) (?:an?|the|one of the) {patterns.FURTHER}{patterns.KIND}s?)? of "
    rf"(?:the )?(?:mainland |metropolitan )?(?:(?:{patterns.COMPASS}) )?",
    re.I,
)
_OF_AREA = re.compile(rf" of (?:the )?{PLACE}")
_OWN_NOUN = re.compile(r"\s(?!(?:is|was|has|lies|sits|stands|borders)\b)[a-z]{3,}s\b")
# "three hours' drive north of X"
_AWAY = re.compile(
    rf"{QUANTITY}['’]?\s(?:drive|walk|ride|flight|hike|march|by (?:car|road|bus|boat|train|rail|air|foot|jeep))\b"
    r"(?: (?:[a-z-]+ ){0,2})?(?:from|of)\b"
)
# "From Lyon, France is asked": the second name is what the sentence is about.
_LEADS_IN = re.compile(
    r"(?:^|[.;:]\s)[“\"]?(?:From|In|At|After|Near|Before|Beyond|Outside|Since leaving|Leaving)\s(?:the\s)?$"
    rf"|(?:^|[.;:]\s)[“\"]?(?:Located|Situated|Lying|Set|Perched|Standing|Just|Only|{QUANTITY})"
    r"[^.;:]{0,120}\b(?:from|of|off)\s(?:the\s)?$"
)
_AT = re.compile(r"\b(?:in|at|near|outside|from|to|of|reached|left|around|towards?) (?:the )?$", re.I)
_ACTS = re.compile(r"\s(?:is|was|has|had|will|would|could|may|might|can|moved|went|turned|headed|crossed)\b")
# "on the west coast of R"
_EDGE = re.compile(r"\bon the [a-z-]+ (?:coast|shore|tip|edge|end|side) of ")
_IS_APART = re.compile(rf"{PLACE},\s(?:is|was|lies|sits|stands)\b")
_BESIDE = re.compile(r"\b(?:with|than|like|unlike|from|to|of|besides)\s(?:the\s)?$")
_COMPASS = re.compile(r"(?:North|South|East|West|Central)(?:ern)?", re.I)
_THE = re.compile(rf",\sthe\s{PLACE}$")


def find_containments(reading: Reading) -> Iterator[Claim]:
    """Claims of containment in text order.

    Finds "X in (the) R", "X, a town in northern R", "X and Y, two towns in R", "X in the province of R", "X, an
    island in the W Sea", "X, R" and chains of it, "X, town, northern R", "the R-ian border town of X", "R's second
    city X", "northern R's X", "X, the capital of R", "X on the R-ian side", "the Y Forum in X", and an arrival "in R"
    of a text that names the place elsewhere; also "X, across the river from Y, is in R", "one paper put X in R" and
    "It lies in R", "It is one of the last ports in R" of the place that the sentence before names first; "X district
    of R", "X at the southern tip of R". In "300 km north of Y in R" the area holds what
    is 300 km away, not Y.
    """
    for masked in masked_sentences(reading):
        if PLACE not in masked.text or masked.sentence.start < reading.document.body_start:
            continue
        yield from apart(_in_sentence(reading, masked))
    yield from find_implied(reading)


def _in_sentence(reading: Reading, masked: Masked) -> Iterator[Found]:
    text = masked.text
    yield from find_capitals(reading, masked)
    for pattern in (patterns.ASIDE, patterns.PUT_IN, patterns.ENTRY):
        for hit in pattern.finditer(text):
            inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
            if can_hold(outer.place, inner.place) and outer.mention.kind is MentionKind.PLACE:
                pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
                yield state(reading, masked, hit.start(), hit.end(), pair, part=hit["part"])
    yield from _pointed(reading, masked)
    for hit in patterns.IN.finditer(text):
        found = _read_in(reading, masked, hit)
        if found is None and (again := patterns.IN.match(text, hit.start("outer"))) is not None:
            hit, found = again, _read_in(reading, masked, again)  # "X, at the end of Lake Y in R"
        if found is not None:
            yield found
            yield from _shared(reading, masked, hit, found)
    for hit in patterns.MEASURE.finditer(masked.text):
        if found := _measured(reading, masked, hit):
            yield found
    for pattern in (patterns.TOWN_OF, patterns.POSSESSIVE):
        for hit in pattern.finditer(text):
            inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
            event = "capital" if "capital" in text[hit.start() : hit.start("inner")] else None
            border = "border" in hit["words"].lower()
            if event and _LISTED.match(text, hit.start("inner") + 1) and text[hit.start("inner") - 2] == ",":
                continue  # "south of the Kenyan capital, Dodoma and Mbeya" goes on to other places
            if can_hold(outer.place, inner.place) or event:
                yield state(
                    reading,
                    masked,
                    hit.start(),
                    hit.start("inner") + 1,
                    (participant_of(inner, "inner"), participant_of(outer, "outer")),
                    part=hit["part"],
                    event=event or ("border" if border else None),
                )
    yield from _towns(reading, masked)
    for hit in patterns.SIDE.finditer(text):
        inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
        yield state(
            reading, masked, hit.start(), hit.end(), (participant_of(inner, "inner"), participant_of(outer, "outer"))
        )
    for hit in patterns.EVENT.finditer(text):
        inside = Participant(
            place=None,
            text=hit["name"],
            start=masked.offset(hit.start("name")),
            end=masked.end_offset(hit.end("name")),
            role="event",
        )
        outer = masked.mention(hit.start("outer"))
        if outer.mention.kind is MentionKind.PLACE:
            yield state(reading, masked, hit.start(), hit.end(), (inside, participant_of(outer, "outer")), event="held")
    yield from find_owned(reading, masked)
    yield from find_framed(reading, masked)
    for hit in patterns.COMMA.finditer(text):
        if found := _apposition(reading, masked, hit):
            yield found


def _towns(reading: Reading, masked: Masked) -> Iterator[Found]:
    """The name before or after what it is: "X, a Russian border town", "a port in northern R, X"."""
    for hit in patterns.TOWN.finditer(masked.text):
        inner, outer = (
            masked.mention(hit.start("inner")),
            masked.mention(hit.start("outer") if hit["outer"] else hit.start("owner")),
        )
        pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
        border = "border" if "border" in hit["words"].lower() or "frontier" in hit["words"].lower() else None
        if can_hold(outer.place, inner.place) and "capital" not in hit.group():
            yield state(reading, masked, hit.start(), hit.end(), pair, part=hit["part"], event=border)
    for hit in patterns.KIND_IN.finditer(masked.text):
        inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
        pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
        known = inner.place is not None and can_hold(outer.place, inner.place)
        if known or may_hold_unknown(outer.place, inner):
            yield state(reading, masked, hit.start(), hit.end(), pair, part=hit["part"])


def _pointed(reading: Reading, masked: Masked) -> Iterator[Found]:
    """What "it" or "the town" lies in: of the place that the sentence before is about."""
    for hit in patterns.POINTED.finditer(masked.text):
        outer = masked.mention(hit.start("outer"))
        inner = spoken_of(reading, masked, hit.start())
        if inner is None or outer.mention.kind is not MentionKind.PLACE or not can_hold(outer.place, inner.place):
            continue
        yield state(reading, masked, hit.start(), hit.end(), (inner, participant_of(outer, "outer")), part=hit["part"])


def _shared(reading: Reading, masked: Masked, hit: re.Match[str], found: Found) -> Iterator[Found]:
    """The same of the names listed before: "X and Y, two cities in R"."""
    claim, last = found[0], found[2]
    for position in listed_before(masked, hit):
        inner = masked.mention(position)
        if claim.ground is not None and inner.place is not None and can_hold(claim.ground.place, inner.place):
            people = (participant_of(inner, "inner"), claim.ground, *claim.via)
            other = state(reading, masked, position, last, people, part=hit["part"])[0]
            yield other, position, position + 1


def _read_in(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """A claim of "X in R", with further areas that follow ("…, Russia", "of Siberia")."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if hit["prep"].lower() in ("of", "on") and not _is_kind_of(hit, outer.place):
        return None
    if is_measured(masked.text, hit.start("inner")):
        return None
    if _IS_APART.match(masked.text, hit.start("inner")) and _BESIDE.search(masked.text[: hit.start("inner")]):
        return None  # "the island, along with X, is in R"
    division = seated_in(masked, hit.start("outer"))
    if division is not None and (is_unlisted(inner) or (inner.place is not None and inner.place.kind == "city")):
        pair = (participant_of(inner, "inner"), division)
        last = hit.end("outer") + len(division.text) - len(outer.mention.text)
        return state(reading, masked, hit.start(), last, pair, part=hit["part"])
    if not can_hold(outer.place, inner.place):
        return None
    if outer.mention.kind is not MentionKind.PLACE:
        return None
    if inner.place is None and (event := _named_event(reading, masked, hit)):
        return event
    if inner.place is None and not may_hold_unknown(outer.place, inner):
        return None
    chain, last = wider_areas(masked, hit.end("outer") - 1)
    if (
        not chain
        and inner.place is not None
        and outer.place is not None
        and _OF_AREA.match(masked.text, last)
        and not fits(outer.place, inner.place)
    ):
        return None  # "in the Far North of South Australia", where the name alone is that of another region
    people = (participant_of(inner, "inner"), participant_of(outer, "outer"), *owner(masked, hit), *chain)
    border, last = on_border(masked, last)
    return state(reading, masked, hit.start(), last, people, part=hit["part"], event=border)


def _named_event(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """A recurring event that was taken for a place: "the Shangri-La Dialogue in Singapore"."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if known_events.fixture(inner.mention.text) is None:
        return None
    inside = replace(participant_of(inner, "event"), place=None)
    return state(reading, masked, hit.start(), hit.end(), (inside, participant_of(outer, "outer")), event="held")


def _is_kind_of(hit: re.Match[str], outer: Place | None) -> bool:
    """Whether "of" and "on" speak of a place in an area: "the Amur region of Siberia", "a port on Crete"."""
    if hit["prep"].lower() == "on":
        if outer is not None and _EDGE.search(hit.group()):
            return outer.kind in ("island", "peninsula", "region", "country", "county")
        told = re.search(r"\b(?:is|was|lies|sits|stands|located|situated)\b|\bisland of\b", hit.group())
        kinds = ("island", "peninsula", "region") if told else ("island", "peninsula")
        return outer is not None and outer.kind in kinds
    if _OWN_NOUN.match(hit.string, hit.end("outer")):
        return False  # "the old seat of the Mongol khans"
    between = hit.group()[1 : hit.start("outer") - hit.start()]
    return _OF.fullmatch(between) is not None and outer is not None and outer.kind in ("vague", "country", "region")


def _measured(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """In "X, 300 km from Y in R" the area holds X; that it might hold Y instead is kept as another reading."""
    amount = masked.items[hit.start()]
    if not isinstance(amount, Quantity) or (amount.dimension != "length" and not _AWAY.match(masked.text, hit.start())):
        return None  # "24 days after leaving X, in R": the area is X's
    # "They fought to within 12 miles of Sebha in southern Libya": what is so far away is no place of the sentence.
    closer = amount.hedge.lower().startswith("within")
    before = [] if closer else [p for p in masked.positions(PLACE) if p < hit.start()]
    before = [p for p in before if (place := masked.mention(p).place) is None or not place.is_wide] or before
    ground, outer = masked.mention(hit.start("ground")), masked.mention(hit.start("outer"))
    figure = masked.mention(before[-1]) if before else ground
    if not can_hold(outer.place, figure.place) or (figure is ground and not fits(outer.place, ground.place)):
        return None
    chain, last = wider_areas(masked, hit.end("outer") - 1)
    rest = (participant_of(outer, "outer"), *owner(masked, hit), *chain)
    first = hit.start("prep")
    main, _, _ = found = state(reading, masked, first, last, (participant_of(figure, "inner"), *rest), part=hit["part"])
    other = state(reading, masked, first, last, (participant_of(ground, "inner"), *rest), part=hit["part"])[0]
    return replace(main, alternatives=(other,), score=main.score * 0.9), *found[1:]


def _apposition(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """The text says "X, R" where R can hold X and nothing says that the two only stand in a list."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if not can_hold(outer.place, inner.place) or outer.place is None:
        return None
    if inner.place is None and not (may_hold_unknown(outer.place, inner) and _AT.search(masked.text[: hit.start()])):
        return None  # "Anna Berg, Norway": a name alone may be anybody's
    if outer.mention.kind is not MentionKind.PLACE or outer.place.kind not in ("country", "region", "county"):
        return None
    text = masked.text
    here = inner.place.country if inner.place is not None else None
    if here and outer.place.country and here != outer.place.country and inner.score < 0.9:
        return None  # which place is meant was not clear, and this one is not there
    chain, last = wider_areas(masked, hit.end("outer") - 1)
    listed = re.match(rf"(?:,? (?:and|or) (?:in |to |the )*{PLACE}|, {PLACE})", text[last:]) or re.search(
        rf"{PLACE}, $", text[: hit.start()]
    )
    named = re.match(r"['’]s\b|-", text[last:])
    if inner.mention.text.isupper() and hit.start() < 12:
        return None  # a dateline tells where it was written
    if listed or named or (_LEADS_IN.search(text[: hit.start()]) and _ACTS.match(text[last:])):
        return None
    if _COMPASS.fullmatch(outer.mention.text) or (
        hit["gap"] and _THE.search(hit.group()) and text[last : last + 1] == " "
    ):
        return None  # "Kansas City, North"; "in Sirte, the US carried out"
    border, tail = on_border(masked, last)
    return state(
        reading,
        masked,
        hit.start(),
        tail,
        (participant_of(inner, "inner"), participant_of(outer, "outer"), *chain),
        part=hit["part"],
        event=border or "address",
    )
