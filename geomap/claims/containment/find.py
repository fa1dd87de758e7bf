"""Finds statements that a place lies in an area."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims import known_events
from geomap.claims.attribution import begin_claim
from geomap.claims.containment import patterns
from geomap.claims.containment.relations import can_hold, fits, is_measured, on_border, owner, spoken_of, wider_areas
from geomap.claims.masking import PLACE, Masked, masked_sentences
from geomap.claims.motion import Event, find_events
from geomap.claims.motion.events import participant_of
from geomap.claims.spans import apart
from geomap.records import Claim, ClaimKind, MentionKind, Modality, Participant, Place, Quantity, Reading

# A name that goes on as a list names no capital.
_LISTED = re.compile(rf"\s(?:and|or)\s(?:the\s)?{PLACE}")

# "the Amur region of Siberia", "Gao, the largest town of northern Mali"
_OF = re.compile(
    rf"(?:, (?:an?|the|one of the) {patterns.FURTHER}{patterns.KIND}s?)? of (?:the )?(?:(?:{patterns.COMPASS}) )?", re.I
)
_OF_AREA = re.compile(rf" of (?:the )?{PLACE}")
# "From Lyon, France is asked": the second name is what the sentence is about.
_LEADS_IN = re.compile(
    r"(?:^|[.;:]\s)[“\"]?(?:From|In|At|After|Near|Before|Beyond|Outside|Since leaving|Leaving)\s(?:the\s)?$"
)
_ACTS = re.compile(r"\s(?:is|was|has|had|will|would|could|may|might|can|moved|went|turned|headed|crossed)\b")


def find_containments(reading: Reading) -> Iterator[Claim]:
    """Claims of containment in text order.

    Finds "X in (the) R", "X, a town in northern R", "X, R" and chains of it, "the R-ian border town of X", "R's second
    city X", "X, the capital of R", "X on the R-ian side", "the Y Forum in X", and an arrival "in R" of a text that
    names the place elsewhere; also "X, across the river from Y, is in R", "one paper put X in R" and "It lies in R" of
    the place that the sentence before names first. In "300 km north of Y in R" the area holds what is 300 km away, not
    Y.
    """
    for masked in masked_sentences(reading):
        if PLACE not in masked.text or masked.sentence.start < reading.document.body_start:
            continue
        yield from apart(_in_sentence(reading, masked))
    yield from _implied(reading)


Found = tuple[Claim, int, int]


def _in_sentence(reading: Reading, masked: Masked) -> Iterator[Found]:
    text = masked.text
    yield from _capitals(reading, masked)
    for pattern in (patterns.ASIDE, patterns.PUT_IN):
        for hit in pattern.finditer(text):
            inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
            if can_hold(outer.place, inner.place) and outer.mention.kind is MentionKind.PLACE:
                pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
                yield _claim(reading, masked, hit.start(), hit.end(), pair, part=hit["part"])
    yield from _pointed(reading, masked)
    for hit in patterns.IN.finditer(text):
        if found := _read_in(reading, masked, hit):
            yield found
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
                yield _claim(
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
        yield _claim(
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
            yield _claim(
                reading, masked, hit.start(), hit.end(), (inside, participant_of(outer, "outer")), event="held"
            )
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
            yield _claim(reading, masked, hit.start(), hit.end(), pair, part=hit["part"], event=border)
    for hit in patterns.KIND_IN.finditer(masked.text):
        inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
        pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
        if inner.place is not None and can_hold(outer.place, inner.place):
            yield _claim(reading, masked, hit.start(), hit.end(), pair, part=hit["part"])


def _capitals(reading: Reading, masked: Masked) -> Iterator[Found]:
    for hit in patterns.CAPITAL_OF.finditer(masked.text):
        inner = masked.mention(hit.start("inner"))
        outer = masked.mention(hit.start("outer") if hit["outer"] else hit.start("owner"))
        pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
        yield _claim(reading, masked, hit.start(), hit.end(), pair, event="capital")


def _pointed(reading: Reading, masked: Masked) -> Iterator[Found]:
    """What "it" or "the town" lies in: of the place that the sentence before is about."""
    for hit in patterns.POINTED.finditer(masked.text):
        outer = masked.mention(hit.start("outer"))
        inner = spoken_of(reading, masked, hit.start())
        if inner is None or outer.mention.kind is not MentionKind.PLACE or not can_hold(outer.place, inner.place):
            continue
        yield _claim(reading, masked, hit.start(), hit.end(), (inner, participant_of(outer, "outer")), part=hit["part"])


def _read_in(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """A claim of "X in R", with further areas that follow ("…, Russia", "of Siberia")."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if hit["prep"].lower() in ("of", "on") and not _is_kind_of(hit, outer.place):
        return None
    if is_measured(masked.text, hit.start("inner")) or not can_hold(outer.place, inner.place):
        return None
    if inner.place is None or outer.mention.kind is not MentionKind.PLACE:
        return _named_event(reading, masked, hit)
    chain, last = wider_areas(masked, hit.end("outer") - 1)
    if (
        not chain
        and outer.place is not None
        and _OF_AREA.match(masked.text, last)
        and not fits(outer.place, inner.place)
    ):
        return None  # "in the Far North of South Australia", where the name alone is that of another region
    people = (participant_of(inner, "inner"), participant_of(outer, "outer"), *owner(masked, hit), *chain)
    border, last = on_border(masked, last)
    return _claim(reading, masked, hit.start(), last, people, part=hit["part"], event=border)


def _named_event(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """A recurring event that was taken for a place: "the Shangri-La Dialogue in Singapore"."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if outer.mention.kind is not MentionKind.PLACE or known_events.fixture(inner.mention.text) is None:
        return None
    inside = replace(participant_of(inner, "event"), place=None)
    return _claim(reading, masked, hit.start(), hit.end(), (inside, participant_of(outer, "outer")), event="held")


def _is_kind_of(hit: re.Match[str], outer: Place | None) -> bool:
    """Whether "of" and "on" speak of a place in an area: "the Amur region of Siberia", "a port on Crete"."""
    if hit["prep"].lower() == "on":
        told = re.search(r"\b(?:is|was|lies|sits|stands|located|situated)\b|\bisland of\b", hit.group())
        kinds = ("island", "peninsula", "region") if told else ("island", "peninsula")
        return outer is not None and outer.kind in kinds
    between = hit.group()[1 : hit.start("outer") - hit.start()]
    return _OF.fullmatch(between) is not None and outer is not None and outer.kind in ("vague", "country", "region")


def _measured(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """In "X, 300 km from Y in R" the area holds X; that it might hold Y instead is kept as another reading."""
    amount = masked.items[hit.start()]
    if not isinstance(amount, Quantity) or amount.dimension != "length":
        return None  # "24 days after leaving X, in R": the area is X's
    # "They fought to within 12 miles of Sebha in southern Libya": what is so far away is no place of the sentence.
    closer = amount.hedge.lower().startswith("within")
    before = [] if closer else [p for p in masked.positions(PLACE) if p < hit.start()]
    ground, outer = masked.mention(hit.start("ground")), masked.mention(hit.start("outer"))
    figure = masked.mention(before[-1]) if before else ground
    if not can_hold(outer.place, figure.place) or (figure is ground and not fits(outer.place, ground.place)):
        return None
    chain, last = wider_areas(masked, hit.end("outer") - 1)
    rest = (participant_of(outer, "outer"), *owner(masked, hit), *chain)
    first = hit.start("prep")
    main, _, _ = found = _claim(
        reading, masked, first, last, (participant_of(figure, "inner"), *rest), part=hit["part"]
    )
    other = _claim(reading, masked, first, last, (participant_of(ground, "inner"), *rest), part=hit["part"])[0]
    return replace(main, alternatives=(other,), score=main.score * 0.9), *found[1:]


def _apposition(reading: Reading, masked: Masked, hit: re.Match[str]) -> Found | None:
    """The text says "X, R" where R can hold X and nothing says that the two only stand in a list."""
    inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
    if not can_hold(outer.place, inner.place) or outer.place is None or inner.place is None:
        return None
    if outer.mention.kind is not MentionKind.PLACE or outer.place.kind not in ("country", "region", "county"):
        return None
    text = masked.text
    if inner.place.country and outer.place.country and inner.place.country != outer.place.country and inner.score < 0.9:
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
    border, tail = on_border(masked, last)
    return _claim(
        reading,
        masked,
        hit.start(),
        tail,
        (participant_of(inner, "inner"), participant_of(outer, "outer"), *chain),
        part=hit["part"],
        event=border,
    )


def _implied(reading: Reading) -> Iterator[Claim]:
    """An arrival in a region without agreed borders, where the text names the place of arrival elsewhere."""
    events = find_events(reading)
    stops = [
        e for e in events if e.role in ("to", "at") and e.verb in ("arrive", "receive") and not e.is_area and e.mention
    ]
    arrivals: dict[int, Event] = {}
    for event in events:
        if event.verb == "arrive" and event.role == "to" and event.modality is Modality.ASSERTED:
            arrivals.setdefault(event.sentence.number, event)
    for masked in masked_sentences(reading) if stops else ():
        hit = patterns.OPENING.search(masked.text)
        found = [(hit.start("outer"), hit.start(), hit.end())] if hit else []
        if (arrival := arrivals.get(masked.number)) is not None:
            found.append((arrival.last, arrival.first, arrival.last + 1))
        for position, first, last in found[:1]:
            outer = masked.mention(position) if masked.text[position] == PLACE else None
            if (
                outer is None
                or outer.place is None
                or outer.place.kind not in ("vague", "island", "peninsula")
                or not stops
            ):
                continue
            there = stops[0].place
            why = f"the text names the place of arrival elsewhere: {there.text}"
            inner = Participant(place=there.place, text=there.text, score=0.8 * there.score, role="inner", why=why)
            yield _claim(reading, masked, first, last, (inner, participant_of(outer, "outer")))[0]


def _claim(
    reading: Reading,
    masked: Masked,
    first: int,
    last: int,
    people: Sequence[Participant],
    *,
    part: str | None = None,
    event: str | None = None,
) -> Found:
    start, end = masked.offset(first), masked.end_offset(last)
    inner, outer, *wider = people
    claim = replace(
        begin_claim(reading, ClaimKind.CONTAINMENT, masked.sentence, (start, end)),
        figure=inner,
        ground=outer,
        via=tuple(wider),
        direction=part.lower() if part else None,
        event=event,
        modality=Modality.ASSERTED,
        score=min(inner.score, outer.score),
    )
    return claim, first, last
