"""Names that the text itself calls a place: "Kiffa is a large town in the south", "Kiffa, a town of 70,000 in".

Accepts these shapes (X a name, N a noun for a settlement, an area or a water): X is a N in; X was once the largest N
of; X remains an N; X (also Y) is one of the N; X, a N in; X, the N of. Behind N stands a preposition, a pause or a verb
form, for "X is a town clerk" is said of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.mentions.cover import Cover
from geomap.mentions.draft import Draft

_NOUNS = (
    r"(?:cit(?:y|ies)|towns?|villages?|hamlets?|settlements?|municipalit(?:y|ies)|communes?|localit(?:y|ies)|suburbs?|"
    r"neighbou?rhoods?|boroughs?|townships?|parish(?:es)?|count(?:y|ies)|districts?|provinces?|regions?|prefectures?|"
    r"cantons?|governorates?|departments?|islands?|islets?|atolls?|peninsulas?|archipelagos?|rivers?|tributar(?:y|ies)|"
    r"lakes?|reservoirs?|mountains?|volcano(?:es)?|oas[ie]s|ports?|seaports?|resorts?|capitals?|"
    r"(?:countr(?:y|ies)|states?)(?!\sand))"
)
_TOWNS = frozenset({"city", "town", "village", "hamlet", "settlement", "capital", "seaport", "resort"})
_KINDS = frozenset({"river", "lake", "island", "county", "peninsula"})
_ISLANDS = frozenset({"atoll", "islet"})
_BEHIND = (
    r"(?=\s?[,.;:(–—]|\s(?:in|of|on|at|near|with|that|which|where|some|about|around|roughly|just|only|located|situated|"
    r"lying|set|by|along|between|and|from|north|south|east|west|close|outside|inside|off|\d)|\s?$)"
)
_WORDS = r"(?:(?:[\w’'-]++,?|\([^()\n]{1,40}\))\s){0,5}?"
_IS = r"(?:is|was|remains|became|being)"
_DESCRIPTION = re.compile(
    rf"(?:\s\([^()\n]{{1,80}}\))?(?:\s{_IS}\s(?:now\s|also\s|still\s|once\s)?(?:an?|the|one\sof\sthe)\s{_WORDS}"
    rf"(?P<is>{_NOUNS}){_BEHIND}|,\s(?:an?|the)\s{_WORDS}(?P<noun>{_NOUNS})"
    r"(?=\s(?:in|of|on|near|that\slies|some|about|located|situated|\d+)\b))"
)
_LINK = r"(?:de|del|della|di|da|do|dos|du|des|la|le|les|el|al|an|am|on|of|in|sur|sous|upon|and|the|ob|bei)"
_NAME = rf"[A-Z][\w’'-]++(?: (?:{_LINK} ){{0,2}}[A-Z][\w’'-]++){{0,4}}"
_OPENING = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?P<name>{_NAME})(?=(?:\s\([^()\n]{{1,80}}\))?\s{_IS}\s)", re.MULTILINE
)
_NO_NAME = re.compile(
    r"(?:He|She|It|They|We|I|You|This|That|These|Those|There|Here|Who|What|Which|Where|When|While|If|The|An?|One|Each|"
    r"Every|Another|Its|His|Her|Their|Our|My|Today|Now|Nearby|Elsewhere|Mr|Mrs|Ms|Dr)\b"
)

# A little surer than that a part of the name is one (chosen by us).
_SURE = 0.75


def is_described(text: str, end: int) -> bool:
    """Whether the words behind a name say that it is a settlement, an area or a water."""
    return _DESCRIPTION.match(text, end) is not None


def described_kind(text: str, end: int) -> str | None:
    """The kind of place that the words behind a name say it is, where a name alone could be another's."""
    found = _DESCRIPTION.match(text, end)
    if found is None:
        return None
    noun = (found["is"] or found["noun"]).lower()
    noun = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
    noun = "island" if noun in _ISLANDS else noun
    return "city" if noun in _TOWNS else noun if noun in _KINDS else None


def find_described(text: str, taken: Cover) -> Iterator[Draft]:
    """Names at the beginning of a sentence that it calls a place, also such as no list has and parts were found of."""
    for match in _OPENING.finditer(text):
        start, end = match.span("name")
        if taken.holder(start, end) is None and not _NO_NAME.match(text, start) and is_described(text, end):
            yield Draft(start, end, match["name"], _SURE, why="a name that the text calls a place")
