"""Finds statements that places are near each other or share a border."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.attribution import begin_claim
from geomap.claims.containment.relations import is_island, spoken_of
from geomap.claims.masking import PLACE, QUANTITY, TIME, Masked, masked_sentences
from geomap.claims.modality import modality_of
from geomap.claims.motion.events import participant_of
from geomap.claims.proximity import shapes
from geomap.claims.proximity.coasts import FRONTED, OFFSHORE, ON_WATER, WATER_PORT, WATERS
from geomap.claims.spans import apart
from geomap.divisions import lies_in
from geomap.geodesy import rough_distance_km
from geomap.records import Claim, ClaimKind, MentionKind, Modality, Participant, Quantity, Reading

# What is set off by a comma behind its place: "X, near Y".
_ASIDE = re.compile(rf"{PLACE},\s")
# How sure what "it" means is, less than would make a statement about it inconsistent (chosen by us).
_IMPLIED = 0.65


def find_proximities(reading: Reading) -> Iterator[Claim]:
    """Claims of nearness in text order.

    Finds "X, near Y", "X lies close to Y", "It is not far from Y" and "It lies on the R River" of the place that the
    sentence before names, "X lies close to the coast of Y", "near the A-B border, near the R River", "X, on the
    border with B", "X borders Y", "X borders Y, Z and W", "X is a hilly land and borders Y", "X and Z, two towns near
    Y", "X is bordered by Y", "X's neighbour Y", "X, across the river from Y", "X lies across the R from Y", "X,
    opposite Y", "X, which faces Y across the R", "the border town of X", "X lies on the R River", "the R flows
    through X, Y and Z", "X, on the W Sea coast", "the W Sea port of X", "X, an island off the coast of R". Where only
    something without a place of its own is near Y ("a farm near Y"), there is nothing to measure and no claim.
    """
    extent = _extent(reading)
    for masked in masked_sentences(reading):
        if PLACE not in masked.text or masked.sentence.start < reading.document.body_start:
            continue
        for claim in apart(_in_sentence(reading, masked)):
            yield replace(claim, quantities=(extent,)) if extent else claim


def _in_sentence(reading: Reading, masked: Masked) -> Iterator[tuple[Claim, int, int]]:
    yield from _sharing(reading, masked)
    for pattern, event in (
        (shapes.TWICE, "near"),
        (shapes.AT_BORDER, "border"),
        (shapes.ACROSS, "across"),
        (shapes.NEIGHBOUR, "neighbour"),
        (shapes.NEAR, "near"),
        (shapes.BORDER_TOWN, "border"),
    ):
        for hit in pattern.finditer(masked.text):
            if found := _read(reading, masked, hit, event):
                yield found, hit.start(), hit.end()
    yield from _pointed(reading, masked)
    yield from _by_rivers(reading, masked)
    yield from _by_waters(reading, masked)


def _pointed(reading: Reading, masked: Masked) -> Iterator[tuple[Claim, int, int]]:
    """What "it" or "the town" is near: the place that the sentence before is about."""
    for hit in shapes.POINTED_BORDER.finditer(masked.text):
        figure = spoken_of(reading, masked, hit.start(), town=hit.group()[:2] != "It")
        sides = [participant_of(masked.mention(hit.start(n)), "side") for n in ("b1", "b2", "b3", "b4") if hit[n]]
        if figure is not None and sides:
            figure = replace(figure, role="figure", score=_IMPLIED * figure.score)
            yield _claim(reading, masked, hit, "border", figure, sides[0], sides[1:]), hit.start(), hit.end()
    for hit in (*shapes.POINTED.finditer(masked.text), *shapes.POINTED_ON.finditer(masked.text)):
        ground = masked.mention(hit.start("ground"))
        figure, kind = spoken_of(reading, masked, hit.start()), ground.place.kind if ground.place else ""
        event = "near" if hit.re is shapes.POINTED else "river" if kind == "river" else "shore"
        if event == "shore" and kind not in WATERS:
            continue
        if figure is None or ground.mention.kind is not MentionKind.PLACE:
            continue
        known = [p for p in (figure.place, ground.place) if p is not None]
        if known and len({p.id for p in known}) == len(known):
            figure, other = (
                replace(figure, role="figure", score=_IMPLIED * figure.score),
                participant_of(ground, "ground"),
            )
            yield _claim(reading, masked, hit, event, figure, other, []), hit.start(), hit.end()


def _sharing(reading: Reading, masked: Masked) -> Iterator[tuple[Claim, int, int]]:
    """Those that an area borders on, one claim each; a list of them goes on as long as it names countries."""
    for hit in shapes.SHARED.finditer(masked.text):
        first, last = hit.span("list")
        rest = masked.text[last : last + 24]
        if not (re.search(r"\band\b", hit["list"]) or re.match(r",?\sand\b", rest)) or shapes.OWN_VERB.match(rest):
            last = first + 1  # "France borders Spain, Portugal does not"
        for position in (p for p in masked.positions(PLACE) if first <= p < last):
            side = masked.mention(position)
            if position > first and (side.place is None or side.place.kind != "country"):
                break
            found = _read(reading, masked, hit, "neighbour")
            if found is None:
                break
            end = masked.end_offset(position + 1)
            other = participant_of(side, "ground")
            claim = replace(found, ground=other, end=end, quote=reading.document.text[found.start : end])
            score = min(claim.figure.score if claim.figure else 1.0, other.score)
            span = (hit.start(), hit.start("ground") + 1) if position == first else (position, position + 1)
            yield replace(claim, score=score), *span


def _by_rivers(reading: Reading, masked: Masked) -> Iterator[tuple[Claim, int, int]]:
    """Places that a river flows through, or that lie on one."""
    for pattern in (shapes.FLOWS, shapes.ON_RIVER):
        for hit in pattern.finditer(masked.text):
            ground = masked.mention(hit.start("ground"))
            before = masked.text[max(0, hit.start() - 50) : hit.start()]
            if ground.place is None or ground.place.kind != "river" or shapes.MEASURED.search(before):
                continue  # of "300 km west of X, on the R River" it is not X that lies on it
            first, last = hit.span("list" if pattern is shapes.FLOWS else "figure")
            river = participant_of(ground, "ground")
            for position in (p for p in masked.positions(PLACE) if first <= p < last):
                town = participant_of(masked.mention(position), "figure")
                claim = _claim(reading, masked, hit, "river", town, river, [])
                if pattern is shapes.ON_RIVER:
                    yield claim, hit.start(), hit.end()
                    continue
                end = masked.end_offset(position + 1)
                yield replace(claim, end=end, quote=reading.document.text[claim.start : end]), position, position + 1


def _by_waters(reading: Reading, masked: Masked) -> Iterator[tuple[Claim, int, int]]:
    """Towns on a sea or a lake, and on a border that has a name of its own."""
    for pattern in (ON_WATER, WATER_PORT, FRONTED):
        for hit in pattern.finditer(masked.text):
            ground, town = masked.mention(hit.start("ground")), masked.mention(_inner(masked, hit.start("figure")))
            kind = ground.place.kind if ground.place is not None else ""
            before = masked.text[max(0, hit.start() - 50) : hit.start()]
            if town.place is None or town.place.is_wide or shapes.MEASURED.search(before):
                continue
            if town.mention.kind is not MentionKind.PLACE or (kind not in WATERS and kind != "border"):
                continue
            event = "border" if kind == "border" else "shore"
            pair = participant_of(town, "figure"), participant_of(ground, "ground")
            yield _claim(reading, masked, hit, event, *pair, []), hit.start(), hit.end()
    for hit in OFFSHORE.finditer(masked.text):
        at = next(hit.start(name) for name in ("land", "ground") if hit[name])
        ground, isle = masked.mention(at), masked.mention(hit.start("figure"))
        before = masked.text[max(0, hit.start() - 50) : hit.start()]
        lands = ground.place is not None and ground.place.kind in ("country", "region", "continent")
        isle_like = isle.place is not None and (isle.place.kind in ("region", "city") or is_island(isle.place))
        if not lands or not isle_like or shapes.MEASURED.search(before):
            continue
        pair = participant_of(isle, "figure"), participant_of(ground, "ground")
        yield _claim(reading, masked, hit, "offshore", *pair, []), hit.start(), hit.end()


def _read(reading: Reading, masked: Masked, hit: re.Match[str], event: str) -> Claim | None:
    names = hit.re.groupindex
    at = next((hit.start(n) for n in ("figure", "figure2") if n in names and hit[n]), None)
    # "X in R, which borders Y" tells of R.
    inner = at if at is None or event == "neighbour" else _inner(masked, at)
    if inner is not None and inner == at and masked.text.startswith((" and near", " and close", " and very"), at + 1):
        return None  # "X, in R and near the border" lies there; "they left X and near the border" is of others
    figure = masked.mention(inner) if inner is not None else None
    ground = next((masked.mention(hit.start(n)) for n in ("ground", "ground2") if n in names and hit[n]), None)
    sides = [masked.mention(hit.start(n)) for n in ("b1", "b2", "b3", "b4") if n in names and hit[n]]
    if figure is not None and figure.place is not None and figure.place.kind in ("ocean", "sea", "gulf", "continent"):
        return None  # no point of a sea is near a town
    lies = figure.place if figure is not None else None
    if event == "across" and lies is not None and (lies.is_wide or lies.kind == "river"):
        return None  # "on the Rhine opposite X"
    if any(m.mention.kind is MentionKind.METONYM for m in (figure, ground) if m) and event != "neighbour":
        return None
    before = masked.text[max(0, hit.start() - 30) : hit.start()]
    if event == "near" and inner == at and re.search(rf"(?:{QUANTITY}|{TIME})[^{PLACE}]{{0,12}}$", before):
        return None
    people = [participant_of(side, "side") for side in sides]
    main = participant_of(figure, "figure") if figure else (people.pop(0) if people else None)
    other = participant_of(ground, "ground") if ground else (people.pop(0) if people else None)
    if main is None or (main.place is None and other is not None and other.place is None):
        return None
    held = other.place if other is not None else None
    if event == "near" and main.place is not None and held is not None and lies_in(held, main.place):
        return None  # "in Italy, near Naples" tells which part of Italy is meant
    if figure is None and sides:
        event = "near-border"
    claim = _claim(reading, masked, hit, event, main, other, people)
    return replace(claim, notes=(shapes.ACROSS_WATER,)) if event == "across" and _is_wide(masked, hit) else claim


def _is_wide(masked: Masked, hit: re.Match[str]) -> bool:
    """Whether two places lie across a strait, a lake or a sea from each other."""
    first, last = hit.span("cue")
    named = [masked.mention(p).place for p in masked.positions(PLACE) if first <= p < last]
    return shapes.WIDE_WATER.search(hit["cue"]) is not None or any(
        place is not None and place.kind in WATERS | {"strait"} for place in named
    )


def _inner(masked: Masked, position: int) -> int:
    """Of "X, a town in R, lies near …" the position of X, not of R."""
    before = masked.text[:position]
    held = re.search(
        rf"(?P<x>{PLACE})(?:,[^{PLACE},.;]{{0,40}})? (?:(?:is|was|lies|sits|stands) (?:located |situated )?)?"
        rf"(?:in|of) (?:the )?(?:[a-z]+ ){{0,2}}$",
        before,
    )
    area = masked.mention(position).place
    if held is not None and area is not None and not area.is_wide:
        held = None  # "25 miles from X, and went to school in Y, near Z" is told of Y
    held = held or re.search(rf"(?P<x>{PLACE}), $", before)
    held = held or shapes.OFFSET.search(before)
    return held.start("x") if held else position


def _claim(
    reading: Reading,
    masked: Masked,
    hit: re.Match[str],
    event: str,
    main: Participant,
    other: Participant | None,
    rest: list[Participant],
) -> Claim:
    start, end = masked.offset(hit.start()), masked.end_offset(hit.end())
    start = min(start, main.start) if main.start is not None else start
    # "not far from" denies nothing
    aside = _ASIDE.match(masked.text, hit.start()) is not None  # "cannot reach X, near the border" denies no nearness
    before = hit.start() if aside else max(0, hit.start() - 40)
    modality = modality_of(masked.text[before : hit.end()].replace("not far from", "near"))
    return replace(
        begin_claim(reading, ClaimKind.PROXIMITY, masked.sentence, (start, end)),
        figure=main,
        ground=other,
        via=tuple(rest),
        event=event,
        hedge="near" if re.search(r"\b(?:near|close)\b", hit.group(), re.I) else "",
        modality=modality if modality is Modality.NEGATED else Modality.ASSERTED,
        score=min(p.score for p in (main, other) if p),
    )


def _extent(reading: Reading) -> Quantity | None:
    """How far the text's places lie apart: what "near" means grows with it."""
    points = [
        m.place.at
        for m in reading.mentions
        if m.place
        and m.place.at
        and m.mention.kind is MentionKind.PLACE
        and m.place.kind in ("city", "station", "spaceport", "airport", "port")
    ]
    if len(points) < 2:
        return None
    south, north = min(points, key=lambda p: p.lat_deg), max(points, key=lambda p: p.lat_deg)
    west, east = min(points, key=lambda p: p.lon_deg), max(points, key=lambda p: p.lon_deg)
    km = max(rough_distance_km(south, north), rough_distance_km(west, east))
    return Quantity(
        start=0, end=0, text="extent of the story", dimension="length", value=km, unit="km", low=km, high=km
    )
