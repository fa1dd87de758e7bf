"""Puts the mentions of a document into groups that each mean one place, and reads the wording around each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from geomap.places.resolve_context import Context, Group
from geomap.places.resolve_cues import (
    Qualifier,
    are_flown_between,
    beside,
    following_names,
    has_article,
    hinted_word,
    is_called_small,
    kind_hint,
    names_water,
    opens_dateline,
    preceding_name,
    speaks_of_point,
)
from geomap.places.resolve_dialect import home_countries
from geomap.places.resolve_features import holds
from geomap.places.resolve_offsets import Offset, find_offsets
from geomap.places.resolve_options import NONE, TRIED, Option, OptionCache, Options
from geomap.records import Document, Mention, MentionKind

HOLDERS = frozenset({"country", "region", "county", "wide"})
# A dateline is a city's, where one of this size bears the name: NEW YORK is, MEXICO is not Mexico in Missouri.
DATELINE_POPULATION = 100_000
BASINS = ("Ocean", "Sea")
# A metonym that is no government: "Dublin" in "Dublin Recreation Center".
OWN_BODY = ("inside ", "a team")
# Names of one phrase stand no further apart than this.
PHRASE = 40


def build_context(document: Document, mentions: Sequence[Mention], cache: OptionCache) -> Context:
    """Group the mentions of a document by name and read the wording around each."""
    grouper = _Grouper(document.text, mentions, cache)
    for n in range(len(mentions)):
        grouper.add(n)
    return grouper.context()


class _Grouper:
    """Takes mentions in text order; those of a name join one group unless their wording sets them apart."""

    def __init__(self, text: str, mentions: Sequence[Mention], cache: OptionCache) -> None:
        self._text = text
        self._mentions = mentions
        self._cache = cache
        self._groups: list[Group] = []
        self._by_name: dict[str, list[int]] = {}
        self._group_of: list[int] = []
        self._starts = {mention.start: n for n, mention in enumerate(mentions)}
        self._ends = {mention.end: n for n, mention in enumerate(mentions)}
        self._links: list[tuple[int, int]] = []
        self._offsets = find_offsets(text, mentions)
        self._grounds: dict[int, list[Offset]] = {}
        for offset in self._offsets:
            self._grounds.setdefault(offset.figure, []).append(offset)
        self._holder_of: dict[str, tuple[Options, str] | None] = {}
        # With what was compared, so that no other options get their ids.
        self._held_ids: dict[tuple[int, int], tuple[frozenset[str], Options, Options]] = {}
        self._fitting_ids: dict[tuple[Any, ...], tuple[frozenset[str], Options, Options]] = {}
        self._measured = {n for offset in self._offsets for n in (offset.figure, offset.ground)}

    def add(self, n: int) -> None:
        """Put a mention into its group."""
        mention = self._mentions[n]
        hint = kind_hint(self._text, mention)
        options = self._options(mention, hint)
        qualifiers = self._qualifiers(n)
        found = [(q, holder) for q in qualifiers if (holder := self._holder(q)) is not None]
        tight = any(qualifier.tight for qualifier, _ in found)
        number = self._group_for(mention, options, self._allowed(n, options, found), joins_bare=tight)
        self._group_of.append(number)
        group = self._groups[number]
        group.mentions.append(n)
        for qualifier, (held_by, name) in found:
            group.holders.setdefault((name, qualifier.strength), held_by)
        group.spot |= n in self._measured or speaks_of_point(self._text, mention)
        group.articled |= has_article(self._text, mention)
        group.small |= is_called_small(self._text, mention)
        group.metonym |= mention.kind is MentionKind.METONYM and not mention.why.startswith(OWN_BODY)
        group.demonym |= mention.kind is MentionKind.DEMONYM
        group.hints |= self._hints(mention, hint, options)

    def context(self) -> Context:
        """What was found, with the links between the groups."""
        groups, group_of = self._groups, self._group_of
        for inner, outer in dict.fromkeys((group_of[inner], group_of[outer]) for inner, outer in self._links):
            if inner != outer:
                groups[outer].held.append(inner)
        for n, mention in enumerate(self._mentions):
            if mention.kind_hint == "border":
                groups[group_of[n]].beside += [group_of[m] for m in self._phrase(n)]
        offsets: dict[int, list[Offset]] = {}
        for offset in self._told_once(group_of):
            for n in {group_of[offset.figure], group_of[offset.ground]}:
                offsets.setdefault(n, []).append(offset)
        home = home_countries(self._text)
        return Context(groups=groups, group_of=group_of, offsets=offsets, home=home, apart=self._flown())

    def _flown(self) -> dict[int, set[int]]:
        """For each group, the others that it is linked with by flights and voyages alone."""
        found: dict[int, set[int]] = {}
        for n, (start, end) in enumerate(pairwise(self._mentions)):
            a, b = self._group_of[n], self._group_of[n + 1]
            if a != b and are_flown_between(self._text, start, end):
                found.setdefault(a, set()).add(b)
                found.setdefault(b, set()).add(a)
        return found

    def _told_once(self, group_of: Sequence[int]) -> Iterable[Offset]:
        """The stated distances, one that stands between the same two groups again left out."""
        told: dict[tuple[Any, ...], Offset] = {}
        for o in self._offsets:
            told.setdefault((group_of[o.figure], group_of[o.ground], o.length_km, o.azimuth_deg, o.way), o)
        return told.values()

    def _phrase(self, n: int) -> list[int]:
        """The mentions right before and after one in its sentence: "Dong Dang, on the Chinese border"."""
        mentions, text = self._mentions, self._text
        pairs = [(m, n) for m in (n - 1,) if m >= 0] + [(n, m) for m in (n + 1,) if m < len(mentions)]
        gaps = [(a, b, text[mentions[a].end : mentions[b].start]) for a, b in pairs]
        return [a + b - n for a, b, gap in gaps if len(gap) <= PHRASE and not {".", ";", "\n"} & set(gap)]

    def _options(self, mention: Mention, hint: str | None) -> Options:
        """The options of a mention; "the Miami River" is also looked up as that where "Miami" alone is marked."""
        if mention.kind is MentionKind.EMBEDDED:
            return NONE
        name = mention.lookup_name
        if hint is None and (basin := self._basin(mention)):
            return self._cache.find_both(f"{name} {basin}", name)
        if hint is None and names_water(self._text, mention):
            return self._cache.find_both(f"{name} River", name)
        if hint is not None and mention.kind_hint is None and (word := hinted_word(self._text, mention.end)):
            return self._cache.find_both(f"{name} {word}", name)
        return self._cache.find_mentioned(name, mention.kind)

    def _basin(self, mention: Mention) -> str | None:
        """The word that "the Atlantic" leaves out, where a sea or an ocean is called so for short."""
        start = mention.start
        if mention.kind is not MentionKind.PLACE or self._text[max(0, start - 4) : start].lower() != "the ":
            return None
        names = {option.place.name for option in self._cache.find(mention.lookup_name).rows}
        return next((word for word in BASINS if f"{mention.lookup_name.title()} {word}" in names), None)

    def _hints(self, mention: Mention, hint: str | None, options: Options) -> set[str]:
        if hint is not None:
            return {hint}
        kinds = {option.group for option in options.rows}
        if "water" in kinds and names_water(self._text, mention):
            return {"river"}
        if basin := self._basin(mention):
            return {basin.lower()}
        large = any(o.group == "city" and o.place.population >= DATELINE_POPULATION for o in options.rows[:TRIED])
        return {"city"} if large and opens_dateline(self._text, mention) else set()

    def _qualifiers(self, n: int) -> list[Qualifier]:
        """The names around a mention that may hold it; those that are mentions too are linked with it."""
        mention = self._mentions[n]
        found = following_names(self._text, mention.end)
        if not found and n + 1 < len(self._mentions) and (other := beside(self._text, mention, self._mentions[n + 1])):
            found = [other]
        self._links += [(n, self._starts[q.start]) for q in found if q.start in self._starts]
        before = preceding_name(self._text, mention.start)
        if before is None:
            return found
        end = before.start + len(before.text.removesuffix("'s").removesuffix("’s"))
        if (outer := self._ends.get(end)) is not None:
            self._links.append((n, outer))
        return [*found, before]

    def _holder(self, qualifier: Qualifier) -> tuple[Options, str] | None:
        """The areas that a qualifier may mean, by its longest part that is the name of one, and that part."""
        text = qualifier.text
        if text not in self._holder_of:
            self._holder_of[text] = self._find_holder(text)
        return self._holder_of[text]

    def _find_holder(self, text: str) -> tuple[Options, str] | None:
        words = text.removesuffix("'s").removesuffix("’s").split(" ")
        for stop in range(len(words), 0, -1):
            options = self._cache.find(" ".join(words[:stop]))
            if any(option.group in HOLDERS for option in options.rows):
                return options, " ".join(words[:stop])
        options = self._cache.find(" ".join(words))
        return (options, options.name) if options.rows else None

    def _allowed(
        self, n: int, options: Options, found: Sequence[tuple[Qualifier, tuple[Options, str]]]
    ) -> frozenset[str] | None:
        """The ids of the options that the wording right around a mention leaves, or None where it leaves all.

        A tight qualifier leaves none where no place of that name lies in it: such a mention stands alone.
        """
        for qualifier, (holders, _) in found:
            if not qualifier.firm or not holders.rows or holders.rows[0].group not in HOLDERS:
                continue
            held = self._held(options, holders)
            if held or (qualifier.tight and options.rows and holders.rows[0].group in {"country", "region"}):
                return held
        fitting: frozenset[str] | None = None
        for offset in self._grounds.get(n, ()):
            ground = self._cache.find(self._mentions[offset.ground].lookup_name)
            fits = self._fitting(options, ground, offset)
            fitting = fits or None if fitting is None else (fitting & fits or None)
        return fitting

    def _held(self, options: Options, holders: Options) -> frozenset[str]:
        """The ids of the options that lie in one of the likeliest holders."""
        key = (id(options), id(holders))
        if key not in self._held_ids:
            held = frozenset(o.place.id for o in options.rows if any(holds(h, o) for h in holders.rows[:TRIED]))
            self._held_ids[key] = (held, options, holders)
        return self._held_ids[key][0]

    def _fitting(self, options: Options, ground: Options, offset: Offset) -> frozenset[str]:
        """The ids of the options that lie as stated from one of the likeliest grounds."""
        key = (id(options), id(ground), offset.length_km, offset.azimuth_deg, offset.way)
        if key not in self._fitting_ids:
            fits = frozenset(o.place.id for o in options.rows if _fits_some(o, ground.rows[:TRIED], offset))
            self._fitting_ids[key] = (fits, options, ground)
        return self._fitting_ids[key][0]

    def _group_for(
        self, mention: Mention, options: Options, allowed: frozenset[str] | None, *, joins_bare: bool
    ) -> int:
        """The first group of that name that the wording allows; "In Ohio, Columbus" says little of one before."""
        name = ("\0" if mention.kind is MentionKind.EMBEDDED else "") + (options.name or mention.lookup_name).casefold()
        numbers = self._by_name.setdefault(name, [])
        for number in numbers:
            group = self._groups[number]
            if allowed is None or (group.allowed is None and joins_bare):
                group.allowed = allowed if group.allowed is None else group.allowed
                return number
            if group.allowed is not None and ((both := allowed & group.allowed) or allowed == group.allowed):
                group.allowed = both
                return number
        numbers.append(len(self._groups))
        embedded = mention.kind is MentionKind.EMBEDDED
        self._groups.append(Group(mention.lookup_name, options, embedded=embedded, allowed=allowed, namesakes=numbers))
        return numbers[-1]


def _fits_some(option: Option, grounds: Sequence[Option], offset: Offset) -> bool:
    return any(offset.fits(option.place, ground.place) for ground in grounds)
