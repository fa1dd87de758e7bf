"""The names of one document as groups that each mean one place, and what they say about each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from geomap.places.resolve_cues import (
    Offset,
    Qualifier,
    find_offsets,
    following_names,
    hinted_word,
    kind_hint,
    preceding_name,
)
from geomap.places.resolve_dialect import home_countries
from geomap.places.resolve_options import NONE, Option, OptionCache, Options
from geomap.records import Document, Mention, MentionKind, Place

# Options less likely than this are no evidence for other names.
LEAST_WEIGHT = 0.03
# How much more each doubling of its mentions lets a name count as evidence.
OFTEN = 0.25
# Each option is measured against every point; a press report has some dozens, a book would take its length squared.
MAX_POINTS = 800
HOLDERS = frozenset({"country", "region", "county", "wide"})


@dataclass(slots=True)
class Group:
    """The mentions of one name that mean one place.

    `holders` are names that follow or precede it and may hold it, each with whether the form is tight; `held` are the
    groups that it may hold; `weights` is how likely each option is so far.
    """

    name: str
    options: Options
    mentions: list[int] = field(default_factory=list)
    hints: set[str] = field(default_factory=set)
    holders: list[tuple[Options, bool, str]] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    metonym: bool = False
    demonym: bool = False
    embedded: bool = False
    weights: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Context:
    """A document's groups with the evidence that runs between them.

    The place of publication is a group too, by its number in `outlet`, which no mention belongs to. `offsets` are by
    the groups that they join.
    """

    groups: list[Group]
    group_of: list[int]
    offsets: dict[int, list[Offset]]
    outlet: int | None = None
    home: dict[str, float] = field(default_factory=dict)
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named_countries: dict[str, set[int]] = field(default_factory=dict)
    named_regions: dict[str, set[int]] = field(default_factory=dict)
    points: list[tuple[int, Option, float]] = field(default_factory=list)


def region_key(place: Place) -> str | None:
    """A first-level region's code with its country, or None for what lies in none."""
    code = place.admin1_code
    if not code or not place.country:
        return None
    return code if "." in code else f"{place.country}.{code}"


def build_context(document: Document, mentions: Sequence[Mention], cache: OptionCache) -> Context:
    """Group the mentions of a document by name and read the wording around each."""
    text = document.text
    groups: list[Group] = []
    by_key: dict[tuple[str, str], int] = {}
    by_name: dict[str, list[tuple[str, str]]] = {}
    group_of: list[int] = []
    starts = {mention.start: n for n, mention in enumerate(mentions)}
    ends = {mention.end: n for n, mention in enumerate(mentions)}
    links: list[tuple[int, int]] = []
    for n, mention in enumerate(mentions):
        hint = kind_hint(text, mention)
        options = _options(mention, hint, text, cache)
        qualifiers = following_names(text, mention.end)
        holders = [h for q in qualifiers if (h := _holder(q, cache)) is not None]
        links += [(n, starts[q.start]) for q in qualifiers if q.start in starts]
        if (before := preceding_name(text, mention.start)) is not None:
            if (holder := _holder(before, cache)) is not None:
                holders.append(holder)
            if (other := ends.get(before.start + len(before.text.removesuffix("'s").removesuffix("’s")))) is not None:
                links.append((n, other))
        key = _key_for(mention, options, holders, by_key, by_name)
        if key not in by_key:
            by_key[key] = len(groups)
            by_name.setdefault(key[0], []).append(key)
            groups.append(Group(mention.lookup_name, options, embedded=mention.kind is MentionKind.EMBEDDED))
        group = groups[by_key[key]]
        group_of.append(by_key[key])
        group.mentions.append(n)
        group.holders += (h for h in holders if h not in group.holders)
        group.metonym |= mention.kind is MentionKind.METONYM
        group.demonym |= mention.kind is MentionKind.DEMONYM
        if hint is not None:
            group.hints.add(hint)
    for inner, outer in links:
        if group_of[inner] != group_of[outer] and group_of[inner] not in groups[group_of[outer]].held:
            groups[group_of[outer]].held.append(group_of[inner])
    offsets = _by_group(find_offsets(text, mentions), group_of)
    return Context(groups=groups, group_of=group_of, offsets=offsets, home=home_countries(text))


def _by_group(offsets: Sequence[Offset], group_of: Sequence[int]) -> dict[int, list[Offset]]:
    """The offsets by each of the groups that they join."""
    out: dict[int, list[Offset]] = {}
    for offset in offsets:
        for n in {group_of[offset.figure], group_of[offset.ground]}:
            out.setdefault(n, []).append(offset)
    return out


def _options(mention: Mention, hint: str | None, text: str, cache: OptionCache) -> Options:
    """The options of a mention; "the Miami River" is also looked up as that where "Miami" alone is marked."""
    if mention.kind is MentionKind.EMBEDDED:
        return NONE
    name = mention.lookup_name
    if hint is not None and mention.kind_hint is None and (word := hinted_word(text, mention.end)):
        return cache.find_both(f"{name} {word}", name)
    return cache.find_mentioned(name, mention.kind)


def _holder(qualifier: Qualifier, cache: OptionCache) -> tuple[Options, bool, str] | None:
    """The areas that a qualifier may mean, by its longest part that is the name of one."""
    words = qualifier.text.removesuffix("'s").removesuffix("’s").split(" ")
    for stop in range(len(words), 0, -1):
        options = cache.find(" ".join(words[:stop]))
        if any(option.group in HOLDERS for option in options.rows):
            return options, qualifier.tight, " ".join(words[:stop])
    options = cache.find(" ".join(words))
    return (options, False, options.name) if options.rows else None


def _key_for(
    mention: Mention,
    options: Options,
    holders: Sequence[tuple[Options, bool, str]],
    by_key: dict[tuple[str, str], int],
    by_name: dict[str, list[tuple[str, str]]],
) -> tuple[str, str]:
    """The group of a mention: its name, and a tight qualifier that sets it apart; bare names join the first group."""
    name = ("\0" if mention.kind is MentionKind.EMBEDDED else "") + (options.name or mention.lookup_name).casefold()
    key = (name, _split_key(holders))
    if key not in by_key and not key[1]:
        return next(iter(by_name.get(name, ())), key)
    if key not in by_key and (bare := (name, "")) in by_key:
        by_key[key] = by_key.pop(bare)
        by_name[name].remove(bare)
        by_name[name].append(key)
    return key


def _split_key(holders: Sequence[tuple[Options, bool, str]]) -> str:
    """Keeps "Paris, Texas" apart from "Paris, France" in one document; names without a qualifier join either."""
    return next((name.casefold() for options, tight, name in holders if tight and _is_area(options)), "")


def _is_area(options: Options) -> bool:
    return bool(options.rows) and options.rows[0].group in {"country", "region"}


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
    if len(context.points) > MAX_POINTS:
        context.points = sorted(context.points, key=lambda point: -point[2] * len(context.groups[point[0]].mentions))
        del context.points[MAX_POINTS:]
