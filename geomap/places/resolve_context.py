"""The names of one document as groups that each mean one place, and what they say about each other."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from geomap.divisions import region_key
from geomap.places.resolve_offsets import Offset
from geomap.places.resolve_options import Option, Options

# Options less likely than this are no evidence for other names.
LEAST_WEIGHT = 0.03
# How much more each doubling of its mentions lets a name count as evidence.
OFTEN = 0.25
# Each option is measured against every point; a press report has some dozens, a book would take its length squared.
MAX_POINTS = 800


@dataclass(slots=True)
class Group:
    """The mentions of one name that mean one place.

    `holders` are what follows or precedes it and may hold it, by name and strength of its form; `held` are the
    groups that it may hold; `allowed` are the ids of the options that fit the wording around it, None where it does
    not tell; `namesakes` are all groups of that name; `spot` says that the wording speaks of a point (the end of a
    way), `articled` that the name has an article, as a town's has not, `small` that it is a village's; `beside` are the
    groups of the names in the same phrase as a border; `weights` is how likely each option is.
    """

    name: str
    options: Options
    mentions: list[int] = field(default_factory=list)
    hints: set[str] = field(default_factory=set)
    holders: dict[tuple[str, int], Options] = field(default_factory=dict)
    held: list[int] = field(default_factory=list)
    metonym: bool = False
    demonym: bool = False
    embedded: bool = False
    spot: bool = False
    articled: bool = False
    small: bool = False
    beside: list[int] = field(default_factory=list)
    allowed: frozenset[str] | None = None
    namesakes: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Context:
    """A document's groups with the evidence that runs between them.

    The place of publication is a group too, by its number in `outlet`, which no mention belongs to. `offsets` are by
    the groups that they join; `apart` has for a group the other ends of its flights, which tell nothing of where it
    lies.
    """

    groups: list[Group]
    group_of: list[int]
    offsets: dict[int, list[Offset]]
    outlet: int | None = None
    apart: dict[int, set[int]] = field(default_factory=dict)
    home: dict[str, float] = field(default_factory=dict)
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    all_countries: float = 0.0
    all_regions: float = 0.0
    named_countries: dict[str, set[int]] = field(default_factory=dict)
    named_regions: dict[str, set[int]] = field(default_factory=dict)
    points: list[tuple[int, Option, float]] = field(default_factory=list)

    def same_name(self, n: int) -> set[int]:
        """A group, with the others of its name where these are told by the echo, and the other end of its flight."""
        group = self.groups[n]
        return ({n, *group.namesakes} if group.allowed is None else {n}) | self.apart.get(n, set())

    def named(self, name: str) -> int | None:
        """The first group of a name, if it is looked up as a place."""
        found = (n for n, group in enumerate(self.groups) if group.name.casefold() == name.casefold())
        return next((n for n in found if not self.groups[n].embedded and not self.groups[n].demonym), None)


def spread(context: Context) -> None:
    """Gather from the groups' weights which countries, regions and points the document is about."""
    context.countries.clear()
    context.regions.clear()
    context.named_countries.clear()
    context.named_regions.clear()
    context.points.clear()
    for n, group in enumerate(context.groups):
        often = 1.0 + OFTEN * math.log2(max(1, len(group.mentions)))
        for option, weight in zip(group.options.rows, group.weights, strict=False):
            if weight < LEAST_WEIGHT:
                continue
            place = option.place
            key = region_key(place)
            if place.country:
                context.countries[place.country] += weight * often
                if option.group == "country" and weight > 0.4:
                    context.named_countries.setdefault(place.country, set()).add(n)
            if key and option.group != "country":
                context.regions[key] += weight * often
                if option.group == "region" and weight > 0.3:
                    context.named_regions.setdefault(key, set()).add(n)
            if option.at is not None and option.group not in {"country", "region", "wide"}:
                context.points.append((n, option, weight**0.5))
    context.all_countries, context.all_regions = sum(context.countries.values()), sum(context.regions.values())
    if len(context.points) > MAX_POINTS:
        context.points = sorted(context.points, key=lambda point: -point[2] * len(context.groups[point[0]].mentions))
        del context.points[MAX_POINTS:]
