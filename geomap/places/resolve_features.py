"""Numbers that compare the options of a name within a document; the model weighs them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geomap.divisions import lies_in, region_key
from geomap.geodesy import rough_distance_km
from geomap.places.resolve_context import LEAST_WEIGHT, OFTEN, Context, Group
from geomap.places.resolve_near import NEAR_KM, Nearness
from geomap.places.resolve_offsets import Offset
from geomap.places.resolve_options import AREAS, GROUP_OF, Option, Options
from geomap.records import Place

NAMES = (
    "prominence", "below_first", "first", "rank", "primary", "alias_beside", "famous", "loose",
    "capitals", "twin", "demonym", "seat", "capital", "capital_meant",
    "country", "region", "county", "district", "wide", "water", "land", "site",
    "hint_fits", "hint_misses",
    "held_tight", "held_loose", "not_held", "holds",
    "country_named", "region_named", "country_share", "region_share", "country_alone", "region_alone",
    "near", "near_many", "far",
    "outlet_near", "outlet_region", "outlet_country",
    "offset_fits", "offset_misses", "metonym_area", "metonym_rank", "drag_region", "drag_near", 
    "home", "abroad", "worldly", "echo", "seated", "seated_spot", "touches", "articled", "company",
    "abroad_land", "oversized",
)  # fmt: skip
_AT = {name: n for n, name in enumerate(NAMES)}
# Kinds that a story from elsewhere names less often; it names countries all the same.
LOCAL = frozenset({"city", "district", "county"})
# What a qualifier's form counts for: none, "in southern Chile", "Valdivia, Chile".
HELD_BY = (0.0, 0.8, 1.0)
LINES = frozenset({"border", "railway", "road", "range", "desert", "valley", "coast"})
# The largest that news calls villages have some 40,000 people, in India and Nigeria (chosen by us).
NO_VILLAGE = 100_000


def base_features(option: Option, group: Group) -> list[float]:
    """What does not depend on the other names."""
    row = [0.0] * len(NAMES)
    row[_AT["prominence"]] = option.prominence / 7
    row[_AT["below_first"]] = option.below_first / 7
    row[_AT["first"]] = 1.0 if option.order == 0 else 0.0
    row[_AT["rank"]] = math.log1p(option.order) / 4
    row[_AT["primary"]] = option.primary
    if option.use:
        row[_AT[option.use]] = 1.0
    row[_AT["capital"]] = 1.0 if option.capital else 0.0
    row[_AT["twin"]] = 1.0 if option.twin else 0.0
    row[_AT["seated"]] = 1.0 if option.seated else 0.0
    row[_AT["seated_spot"]] = 1.0 if option.seated and group.spot and "region" not in group.hints else 0.0
    row[_AT["articled"]] = (
        1.0 if group.articled and option.group in {"city", "district"} and option.place.name[:4] != "The " else 0.0
    )
    row[_AT["oversized"]] = 1.0 if group.small and _is_large(option) else 0.0
    row[_AT["alias_beside"]] = option.alias_beside
    row[_AT["famous"]] = min(1.0, max(0.0, option.prominence - 5.0) / 2)
    row[_AT["loose"]] = 0.0 if option.exact else 1.0
    bare = group.name.replace(".", "")
    row[_AT["capitals"]] = (
        1.0 if bare.isupper() and len(bare) <= 4 and option.primary == 1.0 and option.group == "city" else 0.0
    )
    if option.group in _AT:
        row[_AT[option.group]] = 1.0
    if group.hints:
        fits = any(_kind_fits(option, hint) for hint in group.hints)
        row[_AT["hint_fits" if fits else "hint_misses"]] = 1.0
    if group.metonym:
        row[_AT["capital_meant"]] = 1.0 if option.capital else 0.0
        row[_AT["metonym_area"]] = 1.0 if option.group in AREAS else 0.0
        row[_AT["metonym_rank"]] = math.log1p(option.order) / 4
    return row


def add_company(rows: Sequence[list[float]], company: Sequence[float]) -> None:
    """Fill in how many names that are open too may mean a place near each option of a group."""
    for row, others in zip(rows, company, strict=True):
        row[_AT["company"]] = min(1.0, math.log1p(others) / 2)


def _is_large(option: Option) -> bool:
    """Whether a place is too large for a village."""
    return option.group in {"country", "region"} or (option.group == "city" and option.place.population >= NO_VILLAGE)


def _kind_fits(option: Option, hint: str) -> bool:
    # The provinces of many countries, as those of the Philippines and of Italy, are divisions of the second level.
    if hint == "region" and option.group == "county":
        return True
    return option.place.kind == hint or option.group == GROUP_OF.get(hint, "site") != "site"


@dataclass(frozen=True, slots=True)
class Others:
    """What the names of a document other than one say: its own share is taken out of each sum.

    `own_countries` and `own_regions` are what is left of the sums that it has a share in.
    """

    own_countries: Mapping[str, float]
    own_regions: Mapping[str, float]
    context: Context
    all_countries: float
    all_regions: float
    nearness: Sequence[Nearness]

    def country(self, code: str) -> float:
        """How much of the document is about a country."""
        own = self.own_countries.get(code)
        return self.context.countries.get(code, 0.0) if own is None else own

    def region(self, key: str) -> float:
        """How much of the document is about a region."""
        own = self.own_regions.get(key)
        return self.context.regions.get(key, 0.0) if own is None else own


def others_of(n: int, context: Context, nearness: Sequence[Nearness]) -> Others:
    """The document's countries and regions without what group `n` adds to them, nor others of its name if it echoes."""
    countries: dict[str, float] = {}
    regions: dict[str, float] = {}
    for m in context.same_name(n):
        group = context.groups[m]
        often = 1.0 + OFTEN * math.log2(max(1, len(group.mentions)))
        for option, weight in zip(group.options.rows, group.weights, strict=False):
            if weight < LEAST_WEIGHT:
                continue
            if country := option.place.country:
                countries[country] = countries.get(country, context.countries[country]) - weight * often
            if option.group != "country" and (key := region_key(option.place)):
                regions[key] = regions.get(key, context.regions[key]) - weight * often
    countries = {name: max(0.0, value) for name, value in countries.items()}
    regions = {name: max(0.0, value) for name, value in regions.items()}
    return Others(
        countries,
        regions,
        context,
        context.all_countries - sum(context.countries[name] - left for name, left in countries.items()),
        context.all_regions - sum(context.regions[name] - left for name, left in regions.items()),
        nearness,
    )


def add_context(row: list[float], n: int, m: int, context: Context, others: Others) -> None:
    """Fill in what the document's other names say about option `m` of group `n`."""
    group = context.groups[n]
    option = group.options.rows[m]
    place = option.place
    key = region_key(place)
    if place.country and context.home:
        _add_home(row, option, n, context)
    if context.named_countries and option.group in LOCAL:
        known = max(row[_AT["famous"]], row[_AT["capital"]])
        row[_AT["worldly"]] = known * min(1.0, (len(context.named_countries) - 1) / 3)
    if lands := option.sides or ((place.country,) if place.country else ()):
        amount = sum(map(others.country, lands))
        row[_AT["country_share"]] = amount / (1.0 + others.all_countries)
        row[_AT["country_alone"]] = min(1.0, math.log1p(amount) / 2)
        row[_AT["country_named"]] = sum(bool(context.named_countries.get(c, set()) - {n}) for c in lands) / len(lands)
    if key and option.group != "country":
        amount = others.region(key)
        row[_AT["region_share"]] = amount / (1.0 + others.all_regions)
        row[_AT["region_alone"]] = min(1.0, math.log1p(amount) / 2)
        row[_AT["region_named"]] = 1.0 if context.named_regions.get(key, set()) - {n} else 0.0
    if option.sides and group.beside:
        row[_AT["touches"]] = max(_weight_in(option.sides, context.groups[other]) for other in group.beside)
    row[_AT["near"]], row[_AT["near_many"]], row[_AT["far"]] = others.nearness[m]
    row[_AT["drag_region"]] = option.below_first / 7 * row[_AT["region_alone"]]
    row[_AT["drag_near"]] = option.below_first / 7 * row[_AT["near"]]
    if context.outlet is not None and context.outlet != n:
        outlet = context.groups[context.outlet]
        for other, weight in zip(outlet.options.rows, outlet.weights, strict=False):
            if weight >= LEAST_WEIGHT:
                _add_outlet(row, option, other, weight**0.5)
    if group.allowed is None and len(group.namesakes) > 1:
        row[_AT["echo"]] = max(_weight_of(option, context.groups[other]) for other in group.namesakes if other != n)
    for offset in context.offsets.get(n, ()):
        _add_offset(row, option, n, offset, context)


def _weight_of(option: Option, group: Group) -> float:
    """How likely the place of an option is what another group of the same name means."""
    pairs = zip(group.options.rows, group.weights, strict=False)
    return max((weight for other, weight in pairs if other.place.id == option.place.id), default=0.0)


def _weight_in(countries: Sequence[str], group: Group) -> float:
    """How likely a group's place lies in one of some countries."""
    pairs = zip(group.options.rows, group.weights, strict=False)
    return sum(weight for option, weight in pairs if option.place.country in countries)


def _add_home(row: list[float], option: Option, n: int, context: Context) -> None:
    """Whether the text is news of the option's country; the more countries it names beside, the less that says."""
    own = context.home.get(option.place.country or "", 0.0)
    most = max(context.home.values())
    named = (country for country, groups in context.named_countries.items() if groups != {n})
    foreign = sum(context.home.get(country, 0.0) < most for country in named)
    told = max(0.0, 1.0 - foreign / 2)
    row[_AT["home"]] = own * told
    if option.group in LOCAL:
        row[_AT["abroad"]] = (most - own) * told
    elif option.group in {"country", "region"}:
        row[_AT["abroad_land"]] = (most - own) * told


def add_holders(rows: Sequence[list[float]], n: int, context: Context) -> None:
    """Fill in which options of group `n` lie in the areas that the wording around it names, and which hold others."""
    group = context.groups[n]
    own: dict[str | None, list[int]] = {}
    for m, option in enumerate(group.options.rows):
        own.setdefault(option.place.country, []).append(m)
    for (_, strength), held_by in group.holders.items():
        held = _held_in(held_by, group.options, own)
        for m in held:
            rows[m][_AT["held_loose"]] = 1.0 if strength < 2 else rows[m][_AT["held_loose"]]
            rows[m][_AT["held_tight"]] = max(rows[m][_AT["held_tight"]], HELD_BY[strength])
        if strength == 2 and held_by.rows[0].group in {"country", "region"}:
            for m in set(range(len(rows))).difference(held):
                rows[m][_AT["not_held"]] = 1.0
    for row, option in zip(rows, group.options.rows, strict=True):
        if row[_AT["held_tight"]]:
            row[_AT["not_held"]] = 0.0
        if option.group in AREAS and any(_holds_some(option, context.groups[inner].options) for inner in group.held):
            row[_AT["holds"]] = 1.0


def _held_in(outer: Options, inner: Options, by_country: Mapping[str | None, Sequence[int]]) -> list[int]:
    """The numbers of the options that lie in a likely one of others; `by_country` has all numbers by their country."""
    return [
        m
        for country, holders in outer.by_country.items()
        for m in by_country.get(country, ())
        if any(holds(holder, inner.rows[m]) for holder in holders)
    ]


def _holds_some(option: Option, inner: Options) -> bool:
    return any(holds(option, other) for other in inner.by_country.get(option.place.country, ()))


def holds(outer: Option, inner: Option) -> bool:
    """Whether one place lies in another, as far as their codes tell; near a town counts for towns."""
    a, b = outer.place, inner.place
    if a.id == b.id or not a.country or a.country != b.country:
        return False
    if outer.group == "country":
        return inner.group != "country"
    if outer.group == "region":
        return inner.group not in {"country", "region"} and lies_in(b, a) is True
    if outer.group == "county":
        return inner.group not in AREAS and (lies_in(b, a) is True or _within(a, b, max(40.0, a.radius_km)))
    return inner.group not in AREAS and _within(a, b, 25.0)


def _within(a: Place, b: Place, km: float) -> bool:
    return a.at is not None and b.at is not None and rough_distance_km(a.at, b.at) <= km


def _add_outlet(row: list[float], option: Option, outlet: Option, weight: float) -> None:
    if not option.place.country or option.place.country != outlet.place.country:
        return
    row[_AT["outlet_country"]] = max(row[_AT["outlet_country"]], weight)
    if outlet.group == "country":
        return
    if (key := region_key(option.place)) and key == region_key(outlet.place):
        row[_AT["outlet_region"]] = max(row[_AT["outlet_region"]], weight)
    if option.at is not None and outlet.at is not None and outlet.group != "region":
        near = weight * math.exp(-rough_distance_km(option.at, outlet.at) / (2 * NEAR_KM))
        row[_AT["outlet_near"]] = max(row[_AT["outlet_near"]], near)


def _is_wide(option: Option) -> bool:
    """Whether a place is an area or a line, from whose middle nobody measures."""
    return option.group in AREAS or option.group == "water" or option.place.kind in LINES


def _add_offset(row: list[float], option: Option, n: int, offset: Offset, context: Context) -> None:
    """How likely the other name is a place from which the option lies as stated; what is wide cannot tell."""
    figure, ground = context.group_of[offset.figure], context.group_of[offset.ground]
    if option.at is None or _is_wide(option) or figure == ground:
        return
    other = context.groups[ground if n == figure else figure]
    fit = told = 0.0
    for against, weight in zip(other.options.rows, other.weights, strict=False):
        if weight < LEAST_WEIGHT or against.at is None or _is_wide(against):
            continue
        told += weight
        pair = (option.place, against.place) if n == figure else (against.place, option.place)
        fit += weight if offset.fits(*pair) else 0.0
    if not offset.way:  # many places lie within the length of a way
        row[_AT["offset_fits"]] = max(row[_AT["offset_fits"]], fit)
    if told > 0.3 and fit < 0.3 * told and offset.length_km is not None:
        row[_AT["offset_misses"]] = max(row[_AT["offset_misses"]], told - fit)
