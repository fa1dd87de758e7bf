"""Judges statements that a place lies in an area: by region codes, outlines and distance."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geomap import tolerances
from geomap.claims import known_events
from geomap.claims.areas import holds_point, in_part
from geomap.claims.borders import km_to_border, km_to_line
from geomap.claims.placing import unknown
from geomap.geodesy import distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Outcome, Participant, Place, Rule, Source, Verdict

RULES = (
    Rule(
        id="containment.codes",
        kind="containment",
        text=("The place's country and region codes in the gazetteer are compared with the area's."),
    ),
    Rule(
        id="containment.outline",
        kind="containment",
        text=("The place's point is looked for inside the area's outline, or within its reach."),
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

# The outline of a region without agreed borders is drawn to about this.
_VAGUE_KM = 100.0
Finding = tuple[Outcome, str, str]
OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE


def judge_containment(claim: Claim, gazetteer: Gazetteer) -> Verdict:
    """What holds of a claim; where it can be read in two ways, the better one counts."""
    best = _judge(claim, gazetteer)
    for other in claim.alternatives:
        found = _judge(other, gazetteer)
        if best[0] in (NO, DOUBT) and found[0] is OK:
            best = found
    outcome, rule, why = best
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


def _judge(claim: Claim, gazetteer: Gazetteer) -> Finding:
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
    finding = _link(inner.place, outer.place, gazetteer, inner.text)
    if finding[0] is not NO and claim.direction:
        finding = _part(inner.place, outer.place, claim.direction, gazetteer, finding)
    if finding[0] is OK and claim.event == "border":
        finding = _border(inner.place, outer.place, gazetteer, finding)
    return _wider(claim, gazetteer, finding)


def _wider(claim: Claim, gazetteer: Gazetteer, finding: Finding) -> Finding:
    """The further links of a chain: a broken one breaks it, a vague one is only told."""
    outcome, rule, why = finding
    inside: Sequence[Participant] = [p for p in (claim.ground, *claim.via) if p]
    for lower, upper in pairwise(inside):
        if lower.place is None or upper.place is None:
            continue
        found, link_rule, link_why = _link(lower.place, upper.place, gazetteer, lower.text)
        if found is NO and outcome is not NO:
            return NO, link_rule, link_why
        if upper.place.kind == "vague" or found is DOUBT:
            why += f"; {upper.place.name} is a region without an agreed border"
        else:
            why += f"; {link_why}"
    return outcome, rule, why


def _link(inner: Place, outer: Place, gazetteer: Gazetteer, name: str) -> Finding:
    """Whether one place lies in the other."""
    if outer.kind == "vague":
        return _vague(inner, outer, gazetteer)
    by_code = _by_codes(inner, outer)
    if by_code is True:
        where = inner.admin1 or outer.name
        return (
            OK,
            "containment.codes",
            f"{inner.name} lies in {outer.name}" + (f" ({where})" if where not in (outer.name, inner.name) else ""),
        )
    if by_code is None:
        return _by_shape(inner, outer, gazetteer)
    if near := _border_case(inner, outer, gazetteer):
        return near
    if _namesake(name, outer, gazetteer):
        return OK, "containment.codes", f"a place named {name} lies in {outer.name}"
    return (
        NO,
        "containment.codes",
        (f"does not match: {inner.name} lies in {_whereabouts(inner, outer)}, not in {outer.name}"),
    )


def _by_codes(inner: Place, outer: Place) -> bool | None:
    """Whether the gazetteer's codes put one place in the other; None where they cannot tell."""
    if inner.id == outer.id:
        return True
    if outer.kind == "country":
        return inner.country == outer.country if inner.country and outer.country else None
    if outer.kind == "region":
        if inner.country and outer.country and inner.country != outer.country:
            return False
        return inner.admin1_code == outer.admin1_code if inner.admin1_code and outer.admin1_code else None
    if outer.kind == "county" and inner.admin2_code and outer.admin2_code:
        return (inner.admin1_code, inner.admin2_code) == (outer.admin1_code, outer.admin2_code)
    if (
        inner.country
        and outer.country
        and inner.country != outer.country
        and outer.kind in ("county", "city", "district")
    ):
        return False
    return None


def _by_shape(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    """By the outline where one is known, else by the reach of the area's point."""
    inside = holds_point(gazetteer.outline(outer.id), inner.at)
    if inside:
        return OK, "containment.outline", f"{inner.name} lies inside the outline of {outer.name}"
    if inner.at is None or outer.at is None:
        return OPEN, "containment.unknown", f"no outline or point is known for {outer.name}"
    away = distance_km(inner.at, outer.at)
    reach = outer.radius_km + inner.radius_km
    if inside is False and away > 2 * reach + 50:
        return (
            NO,
            "containment.outline",
            (f"does not match: {inner.name} lies {away:,.0f} km from {outer.name}, outside its outline"),
        )
    if away <= 1.5 * reach + 5:
        return (
            OK,
            "containment.outline",
            (f"{inner.name} lies {away:,.0f} km from the point of {outer.name}, within its reach"),
        )
    if away <= 4 * reach + 30:
        return (
            DOUBT,
            "containment.outline",
            (f"{inner.name} lies {away:,.0f} km from the point of {outer.name}; its outline is not known"),
        )
    if inside is None and outer.kind not in ("city", "district", "county", "park", "village", "suburb"):
        return OPEN, "containment.unknown", f"no outline of {outer.name} is known to look in"
    return NO, "containment.outline", f"does not match: {inner.name} lies {away:,.0f} km from {outer.name}"


def _vague(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    """A region without an agreed border: country and reach only; "Eastern Russia" is the east of Russia."""
    whole = _whole_of(outer, gazetteer)
    if whole is not None:
        place, part = whole
        finding = _link(inner, place, gazetteer, inner.name)
        return _part(inner, place, part, gazetteer, finding) if finding[0] is OK else finding
    outline = gazetteer.outline(outer.id)
    inside = holds_point(outline, inner.at)
    if inside is False and inner.at and (km_to_line(inner.at, outline) or 0.0) <= _VAGUE_KM:
        inside = True
    if outer.country and inner.country and outer.country != inner.country and not inside:
        return (
            DOUBT,
            "containment.vague",
            (f"{inner.name} lies in another country than {outer.name}, a region without an agreed border"),
        )
    away = distance_km(inner.at, outer.at) if inner.at and outer.at else 0.0
    if inside is False or (inside is None and outer.radius_km > 50 and away > 3 * outer.radius_km):
        return (
            DOUBT,
            "containment.vague",
            (f"{outer.name} has no agreed border, and {inner.name} lies {away:,.0f} km from its middle"),
        )
    return OK, "containment.vague", f"{inner.name} lies in {outer.name}, a region without an agreed border"


def _whole_of(outer: Place, gazetteer: Gazetteer) -> tuple[Place, str] | None:
    """The country and the part of it that a name such as "Eastern Russia" says."""
    part, _, rest = outer.name.partition(" ")
    if not rest or not part.lower().startswith(("north", "south", "east", "west", "central")):
        return None
    country = next((p for p in gazetteer.find_places(rest) if p.kind == "country"), None)
    return (country, part.lower()) if country else None


def _border_case(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding | None:
    """A place that codes put elsewhere but that touches the area: disputed land, a city on the line."""
    inside = holds_point(gazetteer.outline(outer.id), inner.at)
    if inside:
        return (
            DOUBT,
            "containment.outline",
            (f"{inner.name} lies inside the outline of {outer.name}, but the gazetteer's codes put it elsewhere"),
        )
    return None


def _namesake(name: str, outer: Place, gazetteer: Gazetteer) -> bool:
    """Whether some other place of this name lies in the area: then that one is meant."""
    return outer.kind in ("country", "region", "county") and any(
        _by_codes(p, outer) for p in gazetteer.find_places(name)
    )


def _whereabouts(inner: Place, outer: Place) -> str:
    """Where a place lies instead, as far as it differs from the area."""
    country = inner.country or "another country"
    if inner.admin1 and inner.country == outer.country:
        return inner.admin1
    return f"{inner.admin1} ({country})" if inner.admin1 else f"the country {country}"


def _judge_capital(inner: Place, outer: Place, gazetteer: Gazetteer) -> Finding:
    capital = gazetteer.capital_of(outer.country) if outer.kind == "country" and outer.country else None
    if capital is None:
        outcome, rule, why = _link(inner, outer, gazetteer, inner.name)
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


def _part(inner: Place, outer: Place, part: str, gazetteer: Gazetteer, finding: Finding) -> Finding:
    if inner.at is None:
        return finding
    place = in_part(inner.at, part, gazetteer.outline(outer.id), outer.at)
    if place is None:
        return finding
    share, why = place
    if -0.3 <= share < 0 and not part.startswith(("central", "mid")):
        why = f"close to the middle between its {part} and its other half"
    slack = tolerances.PART_SLACK.value * (1 if gazetteer.outline(outer.id) else 3)
    if share >= -slack:
        return OK, "containment.part", f"{finding[2]}, {why}"
    outcome = DOUBT if share >= -3 * slack else NO
    return (
        outcome,
        "containment.part",
        (f"{'does not match' if outcome is NO else 'hardly fits'}: {inner.name} lies in {outer.name}, but {why}"),
    )


def _border(inner: Place, outer: Place, gazetteer: Gazetteer, finding: Finding) -> Finding:
    """A border town must be close to the border of its country."""
    away = km_to_border(inner, gazetteer)
    if away is None:
        return finding[0], "containment.border-town", f"{finding[2]}; how far the border is could not be measured"
    limit = tolerances.BORDER_TOWN.value
    if away <= limit + inner.radius_km:
        return OK, "containment.border-town", f"{finding[2]}, about {away:.0f} km from the border"
    outcome = DOUBT if away <= 3 * limit else NO
    words = "is" if outcome is DOUBT else "does not match:"
    return (
        outcome,
        "containment.border-town",
        (f"a border town {words} hard to see in {inner.name}: the border is about {away:.0f} km away"),
    )


def _judge_event(inner: Participant, outer: Participant) -> Finding:
    """A recurring event against the place where it is held."""
    known = known_events.fixture(inner.text)
    if known is None or outer.place is None:
        return OPEN, "containment.event", f"no table says where the {inner.text} is held"
    if (
        known.place in (outer.place.name, outer.text)
        or known.place_id == outer.place.id
        or (outer.place.kind == "country" and known.country == outer.place.country)
    ):
        return OK, "containment.event", f"the {inner.text} is held in {known.place}"
    return NO, "containment.event", f"does not match: the {inner.text} is held in {known.place}, not in {outer.text}"
