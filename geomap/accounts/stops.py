"""Who was where: the stops that claims of schedule and route tell, put together for each traveller."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from geomap.accounts.means import Means
from geomap.calendar_dates import find_anchor, find_times
from geomap.records import (
    ClaimKind,
    Comparison,
    Modality,
    Outcome,
    Participant,
    Place,
    Reading,
    TimeSpan,
    Verdict,
)
from geomap.vehicles import VEHICLES

_WORDS = {
    "rail": ("trains", "express", "sleeper"),
    "air": ("flight", "boeing", "airbus"),
    "sea": ("carrier",),
    "road": ("cars", "trucks"),
}
_CARRIERS = {word: mode for mode, words in _WORDS.items() for word in (*words, *VEHICLES[mode])}
# Whom the text never names is one traveller all the same, and "she" another one than "he".
_ALONE = {"he": "he", "his": "he", "she": "she", "her": "she"}
# A name has few words, and few names of one text share their rarest word; a text with more travellers is a list.
_MOST_WORDS, _MOST_ALIKE, _MOST_JOINED = 6, 50, 60
_PRONOUNS = frozenset("he she they it we his her their its".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A traveller at (or planned for) a place, as one claim tells it; `usual` where it only says how one goes."""

    traveller: str | None
    place: Place
    role: str
    time: TimeSpan | None
    verdict: Verdict
    planned: bool
    mode: str | None
    usual: bool = False

    @property
    def is_area(self) -> bool:
        """Whether the place is too wide to be a stop."""
        return self.place.is_wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """All sightings of one traveller, in the order of the documents; `mode` is what most of them say.

    `told_mode` is the means by which the texts tell of ways between the stops.
    """

    traveller: str | None
    sightings: tuple[Sighting, ...]
    told_mode: str | None = None

    @property
    def mode(self) -> str | None:
        """The means of travel that is told most often."""
        reached = [s for s in self.sightings if not s.planned]
        modes = Counter(s.mode for s in reached or self.sightings if s.mode)
        return modes.most_common(1)[0][0] if modes else self.told_mode


def spoken(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons with their reasons as sentences of their own."""
    return [replace(c, why=c.why[:1].upper() + c.why[1:]) for c in comparisons]


def same_traveller(a: str, b: str) -> bool:
    """Whether two names can mean one traveller: one's words are among the other's ("Kim", "Kim Jong-Un")."""
    left, right = _words(a), _words(b)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[\s-]", name.lower()) if word)


def run_date(readings: Sequence[Reading]) -> date | None:
    """The day of the youngest dated text of a run, for texts without a day."""
    days = [day for reading in readings if (day := find_anchor(reading.document))]
    return max(days) if days else None


def find_sightings(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> list[Sighting]:
    """The sightings of all claims that nothing contradicts; times of undated texts are read from the run's day."""
    redated = _redated(readings)
    out = []
    for verdict in verdicts:
        claim = verdict.claim
        if claim.kind not in (ClaimKind.SCHEDULE, ClaimKind.ROUTE) or verdict.outcome is Outcome.INCONSISTENT:
            continue
        if claim.event in ("known", "connect", "service") or (
            claim.modality is Modality.NEGATED and claim.event != "missed"
        ):
            continue
        if "of a line" in claim.notes:  # what a railway passes or crosses, nobody is told to have
            continue
        people = [p for p in (claim.ground, *claim.via, claim.figure) if p is not None and p.place is not None]
        rest = [p for p in people if p is not claim.ground]
        if all(p.start is not None and p.role not in ("planned", "bound", "not_reached") for p in rest):
            people.sort(
                key=lambda p: -1 if p is claim.ground or p.start is None else p.start
            )  # as told, the start first
        out += [_sighting(verdict, person, redated) for person in people]
    return out


def _sighting(verdict: Verdict, person: Participant, redated: Mapping[tuple[str, int], TimeSpan]) -> Sighting:
    claim = verdict.claim
    time = person.time
    if time is not None and time.earliest is None:
        time = redated.get((claim.document, time.start), time)
    planned = claim.modality in (Modality.PLANNED, Modality.POSSIBLE) or person.role in (
        "planned",
        "not_reached",
        "bound",
    )
    subject = claim.subject if claim.subject not in _PRONOUNS else _ALONE.get(claim.subject or "")
    assert person.place is not None
    return Sighting(
        traveller=subject,
        place=person.place,
        role=person.role,
        time=time,
        verdict=verdict,
        planned=planned,
        mode=person.mode if any(p.mode for p in (claim.ground, *claim.via, claim.figure) if p) else claim.mode,
        usual="the usual way" in claim.notes,
    )


def _redated(readings: Sequence[Reading]) -> dict[tuple[str, int], TimeSpan]:
    """The times of undated texts, as if they were of the run's day."""
    day = run_date(readings)
    out: dict[tuple[str, int], TimeSpan] = {}
    if day is None:
        return out
    for reading in readings:
        if find_anchor(reading.document) is None:
            for span in find_times(replace(reading.document, date=day)):
                out[reading.document.id, span.start] = span
    return out


def find_trips(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> list[Trip]:
    """The sightings of each traveller; those of "the train" or of nobody named join the traveller they fit best."""
    sightings = find_sightings(readings, verdicts)
    groups: list[_Group] = []
    named = _Named()
    loose: list[Sighting] = []
    for sighting in sightings:
        name = sighting.traveller
        if name is None or _is_common(name) or name in _ALONE:
            loose.append(sighting)
            continue
        group = named.find(name)
        if group is None:
            groups.append(group := named.add(_Group(name)))
        group.add(sighting)
    by_name = {(group.name, group.only_in): group for group in groups}
    for sighting in loose:
        _join(sighting, groups, by_name)
    order = {id(s): n for n, s in enumerate(sightings)}
    means = Means(verdicts)
    trips = [
        Trip(
            traveller=g.name,
            sightings=tuple(sorted(g.sightings, key=lambda s: order[id(s)])),
            told_mode=means.between([(s.verdict.claim.document, s.place.id) for s in g.sightings]),
        )
        for g in groups
    ]
    return sorted(trips, key=lambda trip: -len(trip.sightings))


class _Group:
    """A traveller in the making."""

    def __init__(self, name: str, document: str | None = None) -> None:
        self.name = name
        self.only_in = document
        self.sightings: list[Sighting] = []
        self.documents: set[str] = set()
        self.modes: set[str] = set()
        self.places: set[str] = set()

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        self.documents.add(sighting.verdict.claim.document)
        self.places.add(sighting.place.id)
        if sighting.mode:
            self.modes.add(sighting.mode)

    def takes(self, sighting: Sighting) -> bool:
        """Whether a sighting in one of the group's texts, or in one that tells of its places, can be its."""
        document = sighting.verdict.claim.document
        if self.only_in is not None:
            return document == self.only_in
        return document in self.documents or sighting.place.id in self.places

    def fit(self, sighting: Sighting) -> tuple[bool, int]:
        """How well a sighting fits, to compare groups by."""
        return sighting.verdict.claim.document in self.documents, len(self.sightings)


class _Named:
    """Finds the first group whose name can mean the same traveller, in time that does not grow with their number."""

    def __init__(self) -> None:
        self._groups: list[_Group] = []
        self._known: dict[str, int] = {}
        self._by_words: dict[frozenset[str], int] = {}
        self._by_word: dict[str, list[int]] = {}

    def add(self, group: _Group) -> _Group:
        """Remember a group by the words of its name."""
        at, words = len(self._groups), _words(group.name)
        self._groups.append(group)
        self._known[group.name] = at
        self._by_words.setdefault(words, at)
        for word in words:
            self._by_word.setdefault(word, []).append(at)
        return group

    def find(self, name: str) -> _Group | None:
        """The first group that `same_traveller` accepts for a name."""
        if name not in self._known:
            words = _words(name)
            found = [self._by_words[part] for part in _parts(words) if part in self._by_words]
            rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
            longer = (at for at in rarest[:_MOST_ALIKE] if words <= _words(self._groups[at].name))
            found += [at for at in (next(longer, None),) if at is not None]
            if not found:
                return None
            self._known[name] = min(found)
        return self._groups[self._known[name]]


def _parts(words: frozenset[str]) -> Iterator[frozenset[str]]:
    """The sets of some or all of a name's words."""
    for size in range(1, min(len(words), _MOST_WORDS) + 1):
        yield from map(frozenset, combinations(sorted(words)[:_MOST_WORDS], size))


def _is_common(name: str) -> bool:
    """Whether a name is a common noun: "the train", unlike "the Indian Pacific"."""
    return name.startswith("the ") and not name[4:5].isupper()


def _join(sighting: Sighting, groups: list[_Group], by_name: dict[tuple[str, str | None], _Group]) -> None:
    """Add a sighting of a carrier, or of nobody named, to who is told to go by it, else to its own group."""
    name, document = sighting.traveller, sighting.verdict.claim.document
    if name is not None and (name.startswith("the other ") or name in _ALONE):
        if (name, document) not in by_name:
            groups.append(by_name.setdefault((name, document), _Group(name, document)))
        by_name[name, document].add(sighting)
        return
    mode = _CARRIERS.get((name or "").removeprefix("the "))
    own = by_name.get((name or "the traveller", document)) or by_name.get((name or "the traveller", None))
    if own is not None and name is not None and not own.takes(sighting):
        groups.append(by_name.setdefault((name, document), own := _Group(name, document)))
    near = [g for g in groups[:_MOST_JOINED] if g.takes(sighting) and not g.name.startswith("the other ")]
    alike = [g for g in near if mode and _CARRIERS.get(g.name.removeprefix("the ")) == mode]
    going = [g for g in near if not _is_common(g.name) and (mode or sighting.mode) in g.modes]
    fitting = going if mode or (name is None and going) else near if name is None else []
    if fitting:
        max(fitting, key=lambda g: g.fit(sighting)).add(sighting)
    elif own is not None or alike:
        (own or alike[0]).add(sighting)
    else:
        name = name or "the traveller"
        groups.append(by_name.setdefault((name, None), _Group(name)))
        by_name[name, None].add(sighting)
