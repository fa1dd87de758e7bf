"""Where a name begins and ends, and what is no name after all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.mentions.draft import Draft
from geomap.mentions.known import Name
from geomap.mentions.lexicon import (
    COMPASS,
    FEATURES,
    FUNCTION_WORDS,
    MONTHS,
    NUMBERED,
    STREETS,
    THINGS,
    TITLES,
)
from geomap.records import MentionKind

_LEADING = re.compile(r"(?:(?:the|a|an|(?-i:of|in|at|from|near))\s+|[“\"‘'(\[]|[DRI][-–](?=[A-Z])|,\s*)", re.I)
_TRAILING = re.compile(r"(?:['’]s?|[\s,;:!?)\]\"”‘“(—–-]+)$")
_WORDS = re.compile(r"\S+")
_LINKS = frozenset(
    "of the and de la le les du des del da do di el al y et e in upon on am an der den im bei van von st los las "
    "d'ivoire under by es sous sur lès ob auf zu à".split()
)
_LANGUAGE = re.compile(
    r"\b(?:in|speaks?|speaking|spoken|fluent|learn|learning|taught|teach|teaching|translated (?:from|into)) $"
)
_PEOPLE = re.compile(r"[^s]s$")
_NOUN = re.compile(r" (?!and\b|or\b|but\b|with\b|as\b|on\b|at\b|for\b|by\b|to\b)[a-z]+s?\b")
_SPEAKERS = re.compile(r"[- ](?:language|speaking|speakers?|lessons?|teacher|class|classes|literature)\b")
# A capitalised word before, inside a sentence, makes one name of both: "the Flying Scotsman", "Native American".
_LONGER_NAME = re.compile(r"[a-z,;”\"] ([A-Z][a-z]+) $")
_BORDER = re.compile(
    r"(?:[-–][A-Z][\w-]+(?: [A-Z]\w+)?)?(?: [A-Z]\w+)? (?:border|frontier)\b"
    r"(?! (?:town|city|village|guards?|police|crossing|post|patrol|force|region|area|station)s?\b)"
)
_NUMBERED = re.compile(r"[-– ]?\d|\$")
_NUMBER = re.compile(r" (?:No\. ?)?\d")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}|(?:[A-Z][a-z]*\.)+")
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_FEATURE = re.compile(
    r" (?:station|cosmodrome|region|oblast|krai|district|province|river|peninsula|prefecture|strait)\b"
)
_FEATURE_OF = re.compile(r"\b(?:city|town|village|port|province|district|island|suburb|hamlet|municipality) of $")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?"
    r"(?:,? (?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?:\([A-Z]\w+\) ?)?(?:[—–]|--?) "
)
_AGENCY = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})? \((?:AP|AFP|CNN|CP|DPA|IANS|PTI|ANI|KUNA|MNA|PANA|RNS|UPI|TASS|[Rr]euters|REUTERS|"
    r"Bloomberg|Xinhua|Kyodo|Yonhap|Interfax)\)"
)
# … or a verb that only places stand behind.
_PREPOSITION = re.compile(
    r"\b(?:in|at|near|from|outside|across|towards?|via|depart(?:ed|s|ing)|reach(?:ed|es|ing)|enter(?:ed|s|ing)) $", re.I
)
_COMPASS_OF = re.compile(
    r"\b(?:(?:north|south)[ -]?(?:east|west)?|east|west|(?-i:[NS]{1,2}[EW]?|[EW][NS]?[EW]?)) of $", re.I
)
# "the Dallas-Houston Railway": what leads from one of a pair to the other.
LINE_NOUN = re.compile(
    r" (?:(?:High[- ]Speed |Inter[Cc]ity |Main |Toll )?(?:Railway|Railroad|Rail|Line|Highway|Expressway|Motorway"
    r"|Freeway|Road|Route|Corridor|Pipeline|Ferry|Express|Canal|Mainline|Link|Flight))$"
)
COMPASS_WORD = re.compile(
    r"(?:(?:North|South)(?:[- ]?(?:[Ee]ast|[Ww]est))?(?:ern)?|(?:East|West)(?:ern)?|Central|S\.|N\.) "
    r"|(?i:(?:north|south)[ -]?(?:east|west)?|east|west) of "
)
# A figure of a table behind a name: "Vienna 8".
FIGURE = re.compile(r"(?<=\w) -?\d{1,3}\Z")
# What joins a place with a thing of its: "North Carolina's Sandhills".
# "Pamban Island of Tamil Nadu" is two names, "Isle of Man" one.
PART_OF = re.compile(
    r"(?P<part>\S.* (?:Islands?|Peninsula|District|Region|Province|County|Valley|Lake|City|Division|Department|Parish))"
    r" of (?P<whole>[A-Z].*)"
)
POSSESSIVE = re.compile(r"(?<=\w)['’]s (?=[A-Z])")


_DASH = re.compile(r"\s[–—-]{1,2}\s")
_LENGTH = r"\d[\d,.]{0,7}[\s-](?:miles?|mi|kms?|kilomet(?:er|re)s?)\s"
_MEASURED = re.compile(
    r",?\s(?:(?:which\s)?(?:lies|lay|is|was|sits|stands|stood)\s(?:located\s|situated\s)?)?"
    rf"(?:about\s|some\s|around\s|just\s|only\s|roughly\s)?{_LENGTH}"
    r"(?:\([^)]{1,25}\)\s)?(?:[a-z-]{2,20}\s){0,3}(?:of|from)\s"
)
_MEASURED_FROM = re.compile(rf"\b{_LENGTH}(?:\([^)]{{1,25}}\)\s)?(?:[a-z-]{{2,20}}\s){{0,3}}(?:of|from)\s$")
_POINT = re.compile(r"(?:(?:north|south)[ -]?)?(?:north|south|east|west)(?:[ -]?(?:east|west))?")
_SEEN_FROM = re.compile(r" (?:of|from)")
_CAMPUS = re.compile(r"(?:[A-Z][\w.&’'-]+ )+(?:University|College)|University of (?:[A-Z][\w.-]+ ?){1,5}")
_STATION = re.compile(
    r"(?:Union|Central|Main|Grand Central|Grand Union|North|South|East|West|Northern|Southern|Eastern|Western)"
    r" (?:(?:[Rr]ailway|[Tt]rain|[Rr]ail|[Bb]us) )?(?:[Ss]tation|[Tt]erminal)\b(?! [A-Z])"
)
_COUNTED = re.compile(r"\b(?:two|both) ([A-Z]\w{2,}s)\b")
_ZONE = re.compile(r"\b(?:demilitari[sz]ed zone|DMZ)\b")
_NUMERALS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million""".split()
)
_COUNTS = re.compile(r" (?!is\b|was\b|has\b|lies\b|in\b|and\b)[a-z]{3,}")
_PART_OF = re.compile(r"\b([A-Z]\w+)['’]s (Far East|Far North|Far West|Deep South)\b")


def nominal(text: str) -> Iterator[Draft]:
    """Places that are described: "the two Koreas", "the demilitarized zone", "Russia's Far East"."""
    for found in _COUNTED.finditer(text):
        yield Draft(found.start(), found.end(), found.group(), 1.0, name=found[1][:-1], why="counted countries")
    for found in _ZONE.finditer(text):
        yield Draft(found.start(), found.end(), found.group(), 0.6, name="Demilitarized Zone", why="a described zone")
    for found in _PART_OF.finditer(text):
        yield Draft(found.start(), found.end(), found.group(), 1.0, name=found[2], why=f"a part of {found[1]}")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a name ends that was taken together with what follows its dash: "TBILISI" of "TBILISI - Rescuers"."""
    dash = _DASH.search(text, start, end)
    return dash.start() if dash is not None else end


def is_measured(text: str, end: int) -> bool:
    """Whether it is said how far from another place a name lies: "Cook, 1,100 km west of Adelaide"."""
    return _MEASURED.match(text, end) is not None


def is_measured_from(text: str, start: int) -> bool:
    """Whether it is said how far something lies from a name: "12 km north of Cook"."""
    return _MEASURED_FROM.search(text, max(0, start - 80), start) is not None


def is_campus(whole: str) -> bool:
    """Whether a body's name is that of a university or college, which stands somewhere."""
    return _CAMPUS.fullmatch(whole) is not None


def is_nameless_station(text: str, start: int, end: int) -> bool:
    """Whether a name is only what a station of any town may be called: "Union Station", "Central station"."""
    return _STATION.match(text, start, min(len(text), end + len(" railway station"))) is not None


def is_phrase(whole: str) -> bool:
    """Whether a supposed name has plain words in small letters, and so is a phrase ("Norway's purchase of Sweden")."""
    return any(word.isalpha() and word.islower() and word not in _LINKS and word != "for" for word in whole.split())


def split_pair(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of "North Korea-Russia" or "Dallas/Houston"."""
    parts = list(re.finditer(r"[^\s–/-][^–/-]*(?<!\s)", text[start:end]))
    if len(parts) > 1:
        yield from ((start + part.start(), start + part.end()) for part in parts if part.group()[:1].isupper())


# "Deir ez-Zor", "Bab al-Mandab": an article in small letters that its noun hangs on.
_ARTICLED = re.compile(r"(?:[ae][lnsdtzr]|[ae]sh|ul)[-‑][A-Z'’‘ʿ]")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without articles, quotes, party letters, possessives and what follows a word in small letters."""
    while (leading := _LEADING.match(text, start, end)) and leading.end() > start:
        start = leading.end()
    if not text[start:end].islower():
        for word in _WORDS.finditer(text, start, end):
            plain = word.group()
            links = plain.lower().strip("'’") in _LINKS or _ARTICLED.match(plain)
            if plain[:1].islower() and not links and word.start() > start:
                end = word.start()
                break
    while (trailing := _TRAILING.search(text[start:end])) and trailing.group():
        end = start + trailing.start()
    if text[max(0, start - 6) : start] == "Trans-":
        start -= 6
    return start, end


def is_count(text: str, start: int, end: int) -> bool:
    """Whether a name is a number in words that counts what follows: "Forty-two lorries", not "Ten, a village"."""
    words = re.split(r"[\s-]", text[start:end].lower())
    return all(word in _NUMERALS for word in words) and _COUNTS.match(text, end) is not None


def is_numbered(text: str, start: int, end: int) -> bool:
    """Whether a short form is part of a road's number or a sum: "W.Va. 61", "US-24", "US$3m"."""
    return bool(_ABBREVIATED.fullmatch(text, start, end) and _NUMBERED.match(text, end))


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether a supposed name is a noun for a street, a building, or what is told by its number: "Lane closures".

    Or a point of the compass that is seen from a place: "North-west of".
    """
    word = text[start:end].lower()
    if word in FEATURES or (_POINT.fullmatch(word) and _SEEN_FROM.match(text, end)):
        return True
    if text[end : end + 2] == ", " and text[end + 2 : end + 3].isupper():
        return False  # "Lane, Oklahoma"
    return word in STREETS or word in THINGS or (word in NUMBERED and _NUMBER.match(text, end) is not None)


def is_acronym(word: str) -> bool:
    """Whether a name is two to four capitals."""
    return _ACRONYM.fullmatch(word) is not None


def is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around a name are in capitals too, as in a headline, so that its own tell nothing."""
    around = text[max(0, start - 24) : start].rpartition("\n")[2] + text[end : end + 24].partition("\n")[0]
    return around.isupper() and sum(map(str.isalpha, around)) > 5


def follows_compass(text: str, start: int) -> bool:
    """Whether a direction stands right before, of which people have none: "northwest of Tyler"."""
    return text[start - 4 : start].lower() == " of " and _COMPASS_OF.search(text, max(0, start - 16), start) is not None


def follows_preposition(text: str, start: int, end: int) -> bool:
    """Whether a preposition of place stands right before, and no further capitalised word behind."""
    return (
        _PREPOSITION.search(text, max(0, start - 12), start) is not None and not text[end : end + 2].strip().istitle()
    )


def opens_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name opens a line and a date or a dash follows ("Shenzhen, Nov. 3 - ")."""
    if text[start:end].isupper() and _AGENCY.match(text, end):
        return True  # also where a byline stands before it in the line
    return (start == 0 or text[start - 1] == "\n") and _DATELINE.match(text, end) is not None


def has_feature(text: str, start: int, end: int) -> bool:
    """Whether a feature noun in small letters follows, or stands before with "of" ("the village of")."""
    return _FEATURE.match(text, end) is not None or _FEATURE_OF.search(text, max(0, start - 24), start) is not None


def demonym(text: str, name: Name) -> Iterator[Draft]:
    """The adjective; a border called by adjectives ("the Russian-North Korean border") is a place.

    People in the plural ("Russians") and languages are neither.
    """
    if border := _BORDER.match(text, name.end):
        yield Draft(
            name.start,
            border.end(),
            text[name.start : border.end()],
            0.8,
            kind_hint="border",
            why="a border by its sides",
        )
        return
    if _LANGUAGE.search(text[max(0, name.start - 20) : name.start]) and not _NOUN.match(text, name.end):
        return
    longer = _LONGER_NAME.search(text, max(0, name.start - 30), name.start)
    if longer and longer[1].lower() not in FUNCTION_WORDS | TITLES | COMPASS | MONTHS:
        return
    if not _SPEAKERS.match(text, name.end) and not _PEOPLE.search(name.text):
        yield Draft(name.start, name.end, name.text, 0.8, kind=MentionKind.DEMONYM, why="an adjective of a place")
