"""Travellers in the making: the sightings under one name, and names that mean one traveller."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from geomap.accounts.sightings import Sighting

# A name has few words, and few names of one text share their rarest word.
_MOST_WORDS, _MOST_ALIKE = 6, 50


def same_traveller(a: str, b: str) -> bool:
    """Whether two names can mean one traveller: one's words are among the other's ("Kim", "Kim Jong-Un")."""
    left, right = _words(a), _words(b)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[\s-]", name.lower()) if word)


def is_common(name: str) -> bool:
    """Whether a name is a common noun: "the train", unlike "the Indian Pacific"."""
    return name.startswith("the ") and not name[4:5].isupper()


class Group:
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


class Named:
    """Finds the first group whose name can mean the same traveller, in time that does not grow with their number."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._known: dict[str, int] = {}
        self._by_words: dict[frozenset[str], int] = {}
        self._by_word: dict[str, list[int]] = {}

    def add(self, group: Group) -> Group:
        """Remember a group by the words of its name."""
        at, words = len(self._groups), _words(group.name)
        self._groups.append(group)
        self._known[group.name] = at
        self._by_words.setdefault(words, at)
        for word in words:
            self._by_word.setdefault(word, []).append(at)
        return group

    def find(self, name: str) -> Group | None:
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
