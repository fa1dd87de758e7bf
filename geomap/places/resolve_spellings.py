"""Looser ways to write a name, for names that the gazetteer does not know as they stand."""

from __future__ import annotations

import re

_SPACES = re.compile(r"(?<=\.)\s+")
_TRIMS = (
    re.compile(r"\s*[(\[][^()\[\]]*[)\]]$"),
    re.compile(r"(?:['’]s?|[.,;:])$"),
    re.compile(
        r"^(?:the|a|an|our|downtown|greater|metro|metropolitan|central|inner|outer|suburban|upstate|mainland|mid)[\s-]+",
        re.I,
    ),
    re.compile(r"\s+(?:(?:refugee|displacement|idp|internment|transit)\s+)?(?:camp|complex|settlement)s?$", re.I),
    re.compile(r"^(?:north|south|east|west)-?(?:east|west)?(?:ern)?[\s-]+(?:and\s+\w+\s+)?", re.I),
    re.compile(
        r"\s+(?:city|town|village|township|state|province|region|area|district|county|parish|municipality|republic|"
        r"prefecture|governorate|oblast|krai|valley|metro|peninsula|island|islands|suburbs?|downtown)$",
        re.I,
    ),
    re.compile(
        r"^(?:city|town|village|state|province|region|district|county|port|republic|island)\s+of\s+(?:the\s+)?", re.I
    ),
)


def short_forms(text: str) -> list[str]:
    """A name as a table of short forms may have it: "S. C." also as "S.C.", "MO." also as "Mo."."""
    if "." not in text:
        return [text] if len(text) <= 6 else []
    closed = _SPACES.sub("", text)
    closed = closed if closed.endswith(".") or closed.count(".") == 0 else f"{closed}."
    return list(dict.fromkeys([text, closed, closed.title()])) if len(closed) <= 10 else []


def spellings(name: str) -> list[str]:
    """Looser ways to look a name up, closest first: without what people put around it.

    "the Primorye Region" also as "Primorye", "downtown Denver's" as "Denver", "Bratislava (Pressburg)" as "Bratislava",
    "Kakuma refugee camp" as "Kakuma";
    in the end two words as one, "Khorram Abad" as "Khorramabad".
    """
    out: list[str] = []
    trimmed = name
    for pattern in _TRIMS:
        shorter = pattern.sub("", trimmed).strip()
        if shorter and shorter != trimmed:
            trimmed = shorter
            out.append(trimmed)
    words = re.split(r"[\s-]", name)
    return [*out, words[0] + words[1].lower()] if len(words) == 2 and all(map(str.isalpha, words)) else out
