"""Two places that a line or a service is said to connect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.motion.event import participant_of
from geomap.records import WIDE_KINDS, MentionKind, Participant, Reading

_TOWN = (
    rf"(?:(?:[a-z]+\s)?{PLACE}['’]s\s(?:[a-z]+\s)?)?"
    r"(?:the\s)?(?:(?:[a-z]+\s)?(?:capital(?:\scity)?|(?:[a-z]+\s)?(?:cit(?:y|ies)|towns?|ports?|villages?|resorts?|islands?|airports?|provinces?|states?)\sof)\s"
    r"(?:the\s)?)?"
)
_LINK = re.compile(
    rf"\b(?:connect(?:s|ed|ing)?|link(?:s|ed|ing)?|join(?:s|ed"
    rf"|ing)?)\s{_TOWN}(?P<a>{PLACE})(?:['’]s {PLACE}"
    rf"|\s(?:town|city|port|village|airport)\b(?:\sin\s(?:the\s)?{PLACE}(?:\s[a-z]+)?)?"
    rf"|,\s[^,;.]{{2,60}},)?\s(?:to|with|and)\s{_TOWN}(?P<b>{PLACE})",
    re.I,
)
_SERVICE = re.compile(
    r"(?<!straight )(?<!front )(?<!dividing )(?<!border )\b(?:services?|flights?|railways?"
    r"|ferr(?:y|ies)|trains?|links?|bus(?:es)?"
    r"|connections?)\s(?:that\s)?(?:runs?\s|running\s|operat\w{1,3}\s|flies\s)?"
    rf"between\s(?:the\s)?(?P<a>{PLACE})(?:['’]s)?(?:\sin\s(?:the\s)?{PLACE}|(?:\s(?:[A-Z][\w.]{{0,20}}|{PLACE})){{0,6}})"
    rf"\sand\s(?:the\s)?(?P<b>{PLACE})(?:['’]s\s{PLACE})?"
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two places that a line or service connects, and the positions of the words that say so."""

    sentence: Masked
    first: int
    last: int
    places: tuple[Participant, Participant]
    word: str


def find_links(reading: Reading) -> Iterator[Link]:
    """The text says "a railway connecting X to Y", "nonstop service between X and Y"."""
    for masked in masked_sentences(reading):
        for pattern, word in ((_LINK, "connect"), (_SERVICE, "service")):
            for hit in pattern.finditer(masked.text):
                ends = [hit.start(name) for name in ("a", "b")]
                mentions = [masked.mention(end) for end in ends]
                if any(m.mention.kind is not MentionKind.PLACE for m in mentions) or QUANTITY in hit.group():
                    continue
                if all(m.place is not None and m.place.kind in WIDE_KINDS for m in mentions):
                    continue  # that two countries are linked says nothing of a place
                first = hit.start()
                if word == "connect":
                    built = re.search(
                        rf"\b(?:an?|the)\s(?:[\w-]+\s|{DEMONYM}\s){{0,3}}(?:railways?|line|roads?"
                        rf"|bridge|tunnel|highway|ferry|canal|pipeline|rail link|expressway|motorway|freeway|corridor"
                        rf"|railroad|route|service|causeway|train|bus|flight|tramway)\b|^It\b",
                        masked.text[:first],
                        re.I,
                    )
                    if built is None:
                        continue
                    first = built.start()
                a, b = (participant_of(m, role) for m, role in zip(mentions, ("from", "to"), strict=True))
                yield Link(masked, first, hit.end(), (a, b), word)
