"""Names of places inside names of bodies: which stand for the place after all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.mentions.belonging import leads_office
from geomap.mentions.draft import Draft
from geomap.mentions.features import is_plain
from geomap.mentions.known import ABBREVIATION, DEMONYM, Name
from geomap.mentions.lexicon import BODIES
from geomap.mentions.second_look import is_whole
from geomap.mentions.spans import demonym, is_acronym, is_phrase
from geomap.mentions.tagger import Span
from geomap.records import MentionKind

# Bodies of a place's own government: "Mansfield Police Department" is Mansfield's, "Boston Globe" is not Boston's.
_CIVIC = re.compile(
    r"(?:[A-Z]\w+ ){0,3}(?:Police|Fire|Department|Council|Commission|Legislature|Assembly|Parliament|Government|Guard|"
    r"Ministry|Army|Navy|Force|Forces|Patrol|Senate|House|Chamber of Commerce|Embassy|Troopers|Mayor|Governor|Gov\b|"
    r"Public Schools|School District|School Board|Public Works|Attorney|Coroner|Sheriff|(?:Law )?Courts?|Collector)\b"
)
# "Court" is a street's word, but not behind these.
_COURT = re.compile(
    r"\b(?:Superior|Supreme|Circuit|District|County|Crown|City|Town|Municipal|Magistrates['’]?|High|Appeals?|Appellate|"
    r"Trial|Pleas|Family|Probate|Juvenile|Youth|Criminal|Federal|Regional|Sessions|Commissioners['’]?|Sheriff|"
    r"Constitutional|Provincial|Justice|Local|Land|Labou?r|Commercial|Coroner['’]?s|People['’]?s|Sessions|Central|"
    r"Queen['’]s|King['’]s|Chancery|Common) Court$"
)
_COUNTY = re.compile(r"\b(?:County|Parish|Township|Borough)$")
# Firms, schools, papers, streets and teams are called after places; they are not the place.
_CALLED_AFTER = re.compile(
    r"\b(?:University|College|Institute|Academy|Times|Post|News|Tribune|Herald|Journal|Gazette|Press|Today|Globe|"
    r"Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Boulevard|Blvd|Highway|Way|Court|Place|Hotel|Inc|Corp|Co|LLC|Ltd|"
    r"Tech|Polytechnic|FC|Rovers|Wanderers|Tigers|Bulldogs|Eagles|Rangers|United|City|Open|Cup|Party|Agency|Cowboys|Rockets|Bisons|Museum|Airlines|Airways|"
    r"Papers|Instruments|Steel|Motors|Cartel|Convention|Accords|Protocol|Treaty|Express|Limited|Zephyr|Orchestra|"
    r"Philharmonic|Symphony|Marathon|Games|Festival|Prize|Syndrome|Railroad|Petroleum|Holdings|Entertainment|Records|"
    r"Pictures|Studios|Theatre|Theater|Competition|Tournament|Foundation|"
    r"Bank|Conference|Forum|Studies|Church|Cemetery|Hospital|Mall|Restaurant|Cafe|Administration)\.?$"
)
# Streets, firms and goods: not even beside the place itself.
_NEVER = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Boulevard|Blvd|Airlines|Airways|Inc|Corp|LLC|Ltd|Motors|Steel|"
    r"Instruments|Petroleum|Holdings|Records|Pictures|Studios|Entertainment|Express)\.?$"
)
_PAPERS = ("Register", "Times", "Post", "News", "Tribune", "Herald", "Journal", "Gazette", "Press", "Sun", "Star")
_CAPITALISED = re.compile(r"(?: [A-Z][\w&-]{1,20}){1,4}")
_AREAS = frozenset("CRYA")
_SURE_PERSON = 0.95


def is_called_after(whole: str) -> bool:
    """Whether a firm, school, paper, team and the like bears a name, which is not the place's own body."""
    return _CALLED_AFTER.search(whole) is not None and _COURT.search(whole) is None


def adjective(text: str, name: Name) -> Iterator[Draft]:
    """An adjective of a place; part of a longer name where one of a firm begins: "Korean Central News Agency"."""
    run = _CAPITALISED.match(text, name.end)
    whole = text[name.start : run.end()] if run is not None else ""
    if whole and is_called_after(whole):
        why = f"inside “{whole}”"
        yield Draft(name.start, name.end, name.text, 0.6, kind=MentionKind.EMBEDDED, why=why)
    else:
        yield from demonym(text, name)


def stands_for_place(whole: str, name: str, tag: str, at: int, *, alone: bool) -> bool:
    """Whether a place's name in a body's name (at offset `at`) is the place as an actor.

    True where the same string stands alone as a place elsewhere in the document, for services and authorities of the
    place itself, and for countries, regions and counties inside names that are not merely called after them.
    """
    if _COUNTY.search(name) and not whole.endswith(_PAPERS):
        return True
    if is_called_after(whole):
        return alone and not _NEVER.search(whole)
    if alone:
        return True
    rest = whole[at + len(name) :].lstrip(" '’s")
    if at == 0 and _COURT.search(f" {name} {rest}") and rest == "Court":
        return False  # "Superior Court"
    if at == 0 and tag[0] != "0" and _CIVIC.match(rest):
        return True
    return tag[0] in _AREAS and bool(rest) and not (tag[0] == "C" and at == 0 and _is_surname(rest))


def _is_surname(rest: str) -> bool:
    """Whether what follows a country in a supposed body's name is one strange word: "Israel Adesanya"."""
    strange = rest.isalpha() and rest.istitle() and not is_plain(rest)
    return strange and rest.lower() not in BODIES and not rest.endswith("s")


def _is_natural(name: Name, holder: Span) -> bool:
    """Whether a name is that of a water or a mountain, and it is not sure that a person bears it: "Ben Nevis"."""
    return name.tag in ("W", "L", "Z") and holder.confidence < _SURE_PERSON


def inside(text: str, name: Name, holder: Span, *, alone: bool, is_state: bool) -> Iterator[Draft]:
    """A known name in the name of a person or a body: of a person it is nothing, of a body it may be the place.

    Args:
        text: The text.
        name: The known name.
        holder: The person or body.
        alone: Whether the name stands alone as a place elsewhere in the document.
        is_state: Whether it is the short form of a country's name.
    """
    whole = text[holder.start : holder.end]
    if name.tag == DEMONYM and whole == name.text:
        yield from demonym(text, name)
    elif name.tag.endswith("?"):
        return
    elif whole == name.text and is_whole(name) and (holder.label == "ORG" or _is_natural(name, holder)):
        yield Draft(name.start, name.end, name.text, 0.6, why="a known name of several words")
    elif whole == name.text and is_state:
        yield Draft(name.start, name.end, name.text, 0.6, why="the short form of a country")
    elif holder.label == "PER":
        if (name.tag == ABBREVIATION and name.start == holder.start) or (
            name.tag == "Y" and name.text.endswith((" County", " Parish"))
        ):
            yield Draft(name.start, name.end, name.text, 0.6, why="before a person's title")
        elif name.start == holder.start and leads_office(text, name.end):
            if name.tag == DEMONYM:
                yield from demonym(text, name)
            else:
                yield Draft(name.start, name.end, name.text, 0.6, why="before a person's title")
    elif name.tag == DEMONYM:
        last = name.end == holder.end  # "the Flying Scotsman"
        kind = MentionKind.EMBEDDED if last or is_called_after(whole) else MentionKind.DEMONYM
        yield Draft(name.start, name.end, name.text, 0.6, kind=kind, why=f"inside “{whole}”")
    elif is_acronym(name.text) and name.tag[0] in "01234":
        return
    elif is_phrase(whole) and name.tag[0] in "CRYZ432":
        yield Draft(name.start, name.end, name.text, 0.6, why="a known name in a phrase")
    elif stands_for_place(whole, name.text, name.tag, name.start - holder.start, alone=alone):
        why = f"inside “{whole}”, which is that place's own"
        yield Draft(name.start, name.end, name.text, 0.6, kind=MentionKind.METONYM, why=why)
    elif name.tag[0] in "ZCRY432":
        yield Draft(name.start, name.end, name.text, 0.5, kind=MentionKind.EMBEDDED, why=f"inside “{whole}”")
