"""Names told to be places by whoever belongs to them: "an Alton man", "Iowa Governor Ann Lee", "Hale School Board".

Accepts these shapes (X the name): X with an office, a body or a party of its own behind it; a X with a noun for one of
its people; X's with what only places have; a legislator's seat behind the letter of his party, "D-X".
"""

from __future__ import annotations

import re

from geomap.mentions.features import is_plain
from geomap.mentions.lexicon import FEATURES, STREETS, TITLES
from geomap.mentions.spans import is_acronym

_OFFICE = re.compile(
    r" (?:(?:Deputy|Vice|Assistant|Acting|Lt\.|Lieutenant|First|Chief|City|County|Town|Township|Village|Borough|State|"
    r"Police|Fire|Public|Community|Regional|Municipal|Area|Planning|Zoning|Citizens) ){0,2}"
    r"(?:Mayor|Gov(?:ernor|\.)|Sen(?:ator|\.)|Chief|Marshal|Sheriff|Council(?:man|woman|member|l?or)?|Alderm[ae]n|"
    r"Select(?:man|woman|men|board)|Supervisors?|Board|School (?:Board|District|Committee)|Attorney|Prosecutor|"
    r"Commission(?:er|ers)?|Superintendent|Manager|Administrator|Democrats?|Republicans?|Department|Legislature|"
    r"Chamber of Commerce|Planning|Schools|Coroner|Clerk|Treasurer|Court|Courthouse|Jail|Library|Fairgrounds)\b"
)
# Of states; firms too have presidents, whose names are no places for that.
_RULER = re.compile(
    r" (?:(?:Deputy|Vice|Prime|Foreign|Defen[cs]e|Finance|Interior|Health|Justice|Trade|Energy|Culture|Education|"
    r"Transport|Agriculture|Economy|Labou?r|Army|Navy|Home|State) ){0,2}"
    r"(?:Minister|President|Premier|Chancellor|Ambassador|Secretary|Prime Minister|Chief)\b"
)
_FOLK = re.compile(
    r"(?: [a-z-]{3,14}){0,2} (?:man|woman|teen(?:ager)?|boy|girl|couple|family|residents?|native|officials?|police|"
    r"firefighters?|motorist|homeowners?|voters?|mayor|council(?:man|woman|l?or)|lawyer|attorney|pastor|business(?:man|"
    r"woman|es)?|developer|contractor|doctor|dentist|teacher|farmer|grandmother|grandfather|mother|father|"
    r"director|officer|detective|jury|judge|Democrats?|Republicans?|suburb|hospital|school|church|home|neighbou?rhood)\b"
)
_ARTICLE = re.compile(r"(?:^|[^\w’'-])[Aa]n? $")
_OWNED = re.compile(
    r"['’]s (?:[a-z-]{3,12} ){0,2}?(?:mayor|(?:city|town|village|county|borough|district) (?:council|hall|manager|"
    r"cent(?:re|er))|building inspector|police|fire (?:department|chief|brigade)|residents|inhabitants|downtown|"
    r"suburbs?|outskirts|airport|streets|population|economy|unemployment|main (?:street|square)|harbou?r|port|voters|"
    r"school (?:district|board)|taxpayers|citizens|parliament|government|neighbou?rhoods|railway station|bus station)\b"
)
# "Martin Luther King": what stands in a longer name.
_LONGER = re.compile(r"[a-z.] [A-Z][a-z'’-]+ $")
_RANKS = TITLES | STREETS | FEATURES.keys() | {"vice", "supreme", "superior", "crown", "common", "senior", "junior"}
_SEAT = re.compile(r"(?:^|[ (])[DRI][-–]$")


def is_seat_of_party(text: str, start: int) -> bool:
    """Whether the letter of a party is joined to a name: "Sen. Ann Lee, D-Story City"."""
    return _SEAT.search(text, max(0, start - 3), start) is not None


def leads_office(text: str, end: int) -> bool:
    """Whether an office stands behind the end of a name: "Russian Foreign Minister Sergey Lavrov"."""
    return _OFFICE.match(text, end) is not None or _RULER.match(text, end) is not None


def why_belonging(text: str, start: int, end: int) -> str:
    """Why a name is a place by whoever belongs to it; "" where nobody does."""
    word = text[start:end]
    if is_seat_of_party(text, start):
        return "a legislator's seat"
    if is_acronym(word) or is_plain(word) or word.lower() in _RANKS or _LONGER.search(text, max(0, start - 30), start):
        return ""
    if _OFFICE.match(text, end):
        return "before an office or body of its own"
    if _FOLK.match(text, end) and _ARTICLE.search(text, max(0, start - 4), start):
        return "where one of its people is from"
    return "what it has, only places have" if _OWNED.match(text, end) else ""
