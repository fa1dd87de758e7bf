"""Judges statements that a place lies in an area: by region codes, outlines and distance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geomap import tolerances
from geomap.claims import known_events
from geomap.claims.borders import km_to_border
from geomap.claims.capitals import capital_of
from geomap.claims.containment.landscapes import DOUBT, NO, OK, OPEN, Finding
from geomap.claims.containment.links import link, part_of
from geomap.claims.placing import unknown
from geomap.claims.verdicts import unless_namesake
from geomap.geodesy import distance_km
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, Participant, Place, Rule, Source, Verdict

RULES = (
    Rule(
        id="containment.codes",
        kind="containment",
        text=("The place's country and region codes in the gazetteer are compared with the area's."),
    ),
    Rule(
        id="containment.outline",
        kind="containment",
        text=("The place's point is looked for inside the area's outline or near it, else within the area's reach."),
        tolerances=(tolerances.OUTLINE_KM, tolerances.OUTLINE_FAR_KM, tolerances.OUTLINE_ISLAND_KM),
    ),
    Rule(
        id="containment.vague",
        kind="containment",
        text=(
            "A region without an agreed border (Siberia, the "
            "West) is matched by country and reach only, and never contradicts."
        ),
    ),
    Rule(
        id="containment.disputed",
        kind="containment",
        text=(
            "A territory that several states claim (data/disputed.csv) is doubted, never contradicted, where the "
            "text puts it in a claimant's land that the gazetteer's codes do not."
        ),
    ),
    Rule(
        id="containment.part",
        kind="containment",
        text=("The place's point is compared with the halves (for 'central' the middle) of the area's extent."),
        tolerances=(tolerances.PART_SLACK,),
    ),
    Rule(
        id="containment.capital",
        kind="containment",
        text=("The named capital is compared with the gazetteer's capital of the country."),
    ),
    Rule(
        id="containment.border-town",
        kind="containment",
        text=("The place must lie in the country and close to a border of it."),
        tolerances=(tolerances.BORDER_TOWN,),
    ),
    Rule(
        id="containment.event",
        kind="containment",
        text=("A recurring event is compared with the place where it is held, from data/events.csv."),
    ),
    Rule(
        id="containment.unknown",
        kind="containment",
        text=("A place that the gazetteer does not know cannot be checked."),
    ),
)


# From this score on, another place of the name is not the one meant.
_CLEAR = 0.85


def judge_containment(claim: Claim, gazetteer: Gazetteer, network: Network | None = None) -> Verdict:
    """What holds of a claim; where it can be read in two ways, the better one counts."""
    best = _judge(claim, gazetteer, network)
    for other in claim.alternatives:
        found = _judge(other, gazetteer, network)
        if best[0] in (NO, DOUBT) and found[0] is OK:
            best = found
    outcome, rule, why = best
    outcome, why = unless_namesake(claim, outcome, why)
    measured = {}
    inner, outer = claim.figure, claim.ground
    if (
        inner
        and outer
        and inner.place
        and outer.place
        and inner.place.at
        and outer.place.at
        and outer.place.kind not in ("country", "region")
    ):
        measured["straight_km"] = round(distance_km(inner.place.at, outer.place.at), 1)
    return Verdict(
        claim=claim, outcome=outcome, rule=rule, why=why, measured=measured, score=claim.score, sources=_sources(claim)
    )


def _sources(claim: Claim) -> tuple[Source, ...]:
    people = [p for p in (claim.figure, claim.ground, *claim.via) if p and p.place]
    return tuple(dict.fromkeys(p.place.source for p in people if p.place))


def _judge(claim: Claim, gazetteer: Gazetteer, network: Network | None) -> Finding:
    inner, outer = claim.figure, claim.ground
    if inner is None or outer is None or outer.place is None:
        return OPEN, "containment.unknown", unknown(outer)
    if inner.role == "event":
        return _judge_event(inner, outer)
    if inner.place is None:
        return (
            OPEN,
            "containment.unknown",
            unknown(inner),
        )
    if claim.event == "capital":
        return _judge_capital(inner.place, outer.place, gazetteer)
    finding = link(inner.place, outer.place, gazetteer, inner.text, sure=inner.score >= _CLEAR, network=network)
    if finding[0] is not NO and claim.direction:
        finding = part_of(inner.place, outer.place, claim.direction, gazetteer, finding)
    if finding[0] is OK and claim.event == "border":
        finding = _border(inner.place, gazetteer, finding)
    return _wider(claim, gazetteer, finding)


def _wider(claim: Claim, gazetteer: Gazetteer, finding: Finding) -> Finding:
    """The further links of a chain: a broken one breaks it, a vague one is only told."""
    outcome, rule, why = finding
    inside: Sequence[Participant] = [p for p in (claim.ground, *claim.via) if p]
    for lower, upper in pairwise(inside):
        if lower.place is None or upper.place is None:
            continue
        found, link_rule, link_why = link(lower.place, upper.place, gazetteer, lower.text)
        if found is NO and outcome is not NO:
            return NO, link_rule, link_why
        if upper.place.kind == "vague" or (found is DOUBT and link_rule == "containment.vague"):
            why += f"; {upper.place.name} is a region without an agreed border"
        else:
            why += f"; {link_why}"
    return outcome, rule, why


def _judge_capital(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    capital = capital_of(outer, gazetteer)
    if capital is None:
        outcome, rule, why = link(inner, outer, gazetteer, inner.name)
        return outcome, rule, f"{why}; which town is its capital is not known" if outcome is OK else why
    if capital.id == inner.id or (capital.at and inner.at and distance_km(capital.at, inner.at) <= 25):
        return OK, "containment.capital", f"{inner.name} is the capital of {outer.name}"
    if capital.country == inner.country and any(
        p.id == inner.id or p.name == inner.name for p in gazetteer.find_places(capital.name)
    ):
        return OK, "containment.capital", f"{inner.name} is the capital of {outer.name}"
    return (
        NO,
        "containment.capital",
        (f"does not match: the capital of {outer.name} is {capital.name}, not {inner.name}"),
    )


def _border(inner: Place, gazetteer: Gazetteer, finding: Finding) -> Finding:
    """A border town must be close to the border of its country."""
    away = km_to_border(inner, gazetteer)
    if away is None:
        return finding[0], "containment.border-town", f"{finding[2]}; how far the border is could not be measured"
    limit = tolerances.BORDER_TOWN.value
    if away <= limit + inner.radius_km:
        return OK, "containment.border-town", f"{finding[2]}, about {away:.0f} km from the border"
    outcome = DOUBT if away <= 3 * limit else NO
    far = f"the border is about {away:.0f} km away"
    why = (
        f"{inner.name} is hardly a border town: {far}"
        if outcome is DOUBT
        else f"does not match: {far} from {inner.name}"
    )
    return outcome, "containment.border-town", why.replace(f"away from {inner.name}", f"away from {inner.name} or more")


def _judge_event(inner: Participant, outer: Participant) -> Finding:
    """A recurring event against the place where it is held."""
    known = known_events.fixture(inner.text)
    name = inner.text.removeprefix("The ")
    if known is None or outer.place is None:
        return OPEN, "containment.event", f"no table says where the {name} is held"
    if (
        known.place in (outer.place.name, outer.text)
        or known.place_id == outer.place.id
        or (outer.place.kind == "country" and known.country == outer.place.country)
    ):
        return OK, "containment.event", f"the {name} is held in {known.place}"
    return NO, "containment.event", f"does not match: the {name} is held in {known.place}, not in {outer.text}"
