"""Who or what travels: the subject of a verb of motion, under one name for a whole text."""

from __future__ import annotations

import re

_PERSON = r"[A-Z][\w’'-]{1,20}(?:[ -](?:[A-Z][\w’'-]{0,20}|al-[A-Z]\w{1,20}|bin|de|van|von|el)){0,4}"
VEHICLE = (
    r"(?:train|convoy|motorcade|ship|ferry|vessel|plane|aircraft|jet|airliner|jetliner|flight|helicopter|boat|yacht"
    r"|tanker|freighter|caravan|bus"
    r"|coach|column|delegation|trucks?|submarine|frigate|destroyer|locomotive|express|entourage|car|cars|migrants"
    r"|refugees|pilgrims|group|family|team"
    r"|crew|pair|couple|expedition|marchers|climbers|troops|soldiers|balloon|bombers?|liner|trawler|barge|raft"
    r"|dinghy)"
)
_OFFICE = (
    r"(?:leader|president|premier|chancellor|king|queen|pope|minister|envoy|ambassador|dictator|senator|governor"
    r"|pilot|captain|sailor|mayor|general|admiral|prince|princess|patriarch)"
)
_CANDIDATE = re.compile(
    rf"(?P<owner>{_PERSON})['’]s?\s+(?:[a-z-]+\s){{0,3}}(?P<owned>{VEHICLE})\b"
    rf"|\b(?P<vehicle>{VEHICLE})\b|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|his|her|their|its|His|Her|Their"
    rf"|Its)\b|\b[Tt]he (?:\ue002 )?{_OFFICE}\b(?! [A-Z]))|(?P<person>{_PERSON})"
)
_NOT_A_NAME = frozenset(
    """The This That These Those A An On In At By From For With After Before When While If As But And Or So Then
    There Here However According Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April May June July August September October November December Reports Report Images
    Photos Officials Also Notably Earlier Later Last Next Its His Her Their Our Your My He She They It We
    You Who Which What Where Meanwhile Although Though Since Until During Both Two Three Four Five Six
    Seven Eight Nine Ten Some Many Most All One No Not Now Despite About Around Police President Minister
    Prime Leader Foreign Defense Defence General Secretary Sources Today Yesterday Tomorrow Neither""".split()
)
_ORGANISATION = frozenset(
    """Agency Forum News University Party Ministry Herald Times Post Committee Army Council Union Bank
    Department Office Court Corps Navy Force Command Institute Group Company Telegraph Daily Media
    Association Federation Railways Airlines Ties Supply War Channel Network Radio Television Journal
    Standard Press Observatory Embassy Kremlin Pentagon""".split()
)
_TITLES = re.compile(
    r"^(?:(?:President|Prime|Minister|Foreign|Defense|Defence|Secretary|General|Chancellor|King|Queen|Prince|Princess"
    r"|Pope|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Sir|Lord|Lady|Captain|Capt\.?|Gen\.?|Adm\.?|Col\.?|Lt\.?|Sgt\.?|Sen\.?|Rep\.?|Gov\.?|Leader|Chairman|Emperor"
    r"|of|State)\s)+"
)


def subject_before(words: str) -> str | None:
    """The traveller that the words before a verb name nearest to it; a vehicle's owner counts for the vehicle.

    Returns a person's name without titles, a vehicle as "the train", a pronoun as it stands, or None.
    """
    found = None
    for hit in _CANDIDATE.finditer(words[-240:]):
        if hit["owner"]:
            found = _name(hit["owner"]) or f"the {hit['owned']}"
        elif hit["vehicle"]:
            found = f"the {hit['vehicle']}"
        elif hit["pronoun"]:
            if hit["pronoun"][:3].lower() == "the" and " " in hit["pronoun"]:
                found = f"the {hit['pronoun'].split()[-1]}"
                continue
            found = found if hit["pronoun"].lower() in ("it", "its") and found else hit["pronoun"].lower()
        elif name := _name(hit["person"]):
            common = hit.start() == 0 and " " not in name and name.endswith("s") and len(words) < 240
            found = f"the {name.lower()}" if common else name  # "Migrants reached …"
    return found


def _name(words: str) -> str | None:
    words = _TITLES.sub("", words)
    parts = words.replace("’s", "").replace("'s", "").split()
    while parts and parts[0] in _NOT_A_NAME:
        parts = parts[1:]
    if (
        not parts
        or len(parts[0]) < 2
        or any(part.isupper() and len(part) > 2 for part in parts)
        or _ORGANISATION & set(parts)
    ):
        return None
    return " ".join(parts)


def is_pronoun(subject: str | None) -> bool:
    """Whether a subject only points at another one."""
    return subject is not None and subject in ("he", "she", "they", "it", "we", "his", "her", "their", "its")


def is_vehicle(subject: str | None) -> bool:
    """Whether a subject is a thing that carries people."""
    return subject is not None and subject.startswith("the ")


def is_carrier(subject: str) -> bool:
    """Whether a subject is a means of travel, which no "he" or "she" means."""
    return re.fullmatch(rf"the {VEHICLE}", subject) is not None


def same_traveller(a: str, b: str) -> bool:
    """Whether two names can mean one traveller: one's words are among the other's ("Kim", "Kim Jong-Un")."""
    left, right = _words(a), _words(b)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> set[str]:
    return {word for word in re.split(r"[\s-]", name.lower()) if word}
