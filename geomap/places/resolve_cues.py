"""What the wording around a mention says about where it lies, read from the text without knowing any place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from geomap.apposition import names_itself
from geomap.records import Mention

# Longer stretches are not read: "X, a small town that …, in Y" is a sentence of its own.
REACH = 90
# "Hodgenville, LaRue County, Kentucky" goes on no further.
_CHAIN = 3
UPPER = r"[^\W\d_a-zß-öø-ÿа-яё]"
WORD = rf"{UPPER}[\w'’-]{{0,30}}\.?(?:[A-Z]\.){{0,3}}"
NAME = rf"(?P<name>{WORD}(?:\s(?:of\s|and\s)?{WORD}){{0,3}})"
SIDE = r"(?:(?:the\s)?(?:far\s)?(?:north|south|east|west|central|mid|up)[a-z]{0,8}(?:[-\s][a-z]{4,8}ern)?\s)?"
SORT = (
    r"(?:city|town|village|capital|port|port city|seaport|suburb|district|region|province|state|county|island|area|"
    r"municipality|hamlet|community|settlement|resort|township|prefecture|governorate|republic|territory)"
)
_AFTER = re.compile(
    rf"(?:,\s{{1,2}}|\s?\(|,?\s(?:in|of)\s{SIDE}(?:the\s)?(?:{SORT}\sof\s)?|,\s(?:in|the|a|an)\s(?:[a-z-]{{2,15}}\s){{0,3}}"
    rf"(?:in|of|on)\s{SIDE}(?:the\s)?"
    rf"|,\s(?:[a-z-]{{2,15}}\s){{0,2}}(?:capital|seat)\s(?:city\s)?of\s{SIDE}(?:the\s)?(?:(?:{WORD}\s)?{WORD}['’]s\s{SIDE})?"
    rf"|\s(?:is|was|remains|became)\s(?:an?|the|one\sof\sthe)\s(?:[\w-]{{1,15}}\s){{0,4}}?"
    rf"{SORT}s?\s(?:[a-z]{{2,10}}\s){{0,4}}?(?:in|of|on)\s{SIDE}(?:the\s)?(?:{SORT}\sof\s)?){NAME}"
)
_BEFORE = re.compile(rf"{NAME}(?:['’]s?)?,?\s(?:[a-z-]{{3,14}}\s){{0,2}}(?:{SORT}\s)?(?:of\s)?(?:the\s)?$")
_FLOWN = re.compile(
    r"\b(?:[Ff]lights?|[Ff]lew|[Ff]lies|[Ff]ly|[Ff]lying|[Ff]lown|[Pp]lanes?|[Jj]ets?|[Aa]irliners?|[Ss]ail(?:s|ed|ing)?|"
    r"[Ss]hips?|[Vv]essels?|[Bb]oats?|[Vv]oyages?)\b[^.;\n]{0,40} (?:from|between) (?:the )?$"
)
_TO = re.compile(r"(?:(?:, [A-Z][\w. ]{1,20},?)? (?:on \w+ |back |via [A-Z]\w+ )?(?:to|and|for) )")
_GAP = 40
_OPENS_IN = re.compile(r"(?:^|[.;!?:\n“\"]\s?|\s)[Ii]n\s(?:the\s)?$")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w. ]{1,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?,? ?"
    r"(?:\([A-Z][\w/ ]{1,20}\) ?)?(?:[—–]|--?) "
)
_AT_POINT = re.compile(
    r"\b(?:from|to|via|between|reach(?:ed|es)?|left|leaves|near|outside|downtown|bound for|arriv\w{1,4} (?:in|at)) $",
    re.I,
)
# What the words before a name end with where these patterns can hold: a look at them spares most names the search.
_POINT_ENDS = tuple(
    f"{word} "
    for word in "from to via between reach reached reaches left leaves near outside downtown for in at".split()
)
_SMALL_ENDS = tuple(f"{word} " for word in "village villages hamlet hamlets called named of in from near".split())
_RISES = re.compile(
    r" (?:(?:had|has|have) )?(?:rose|risen|burst|crested|flooded|overflow(?:s|ed)|swelled|swollen|flows|flowed|froze|"
    r"frozen|broke its banks|meets|empties|runs dry)\b"
)
_ALONG = re.compile(
    r"\b(?:on|along|across|over|down|up|off|crossed|crossing|crosses|forded|follow(?:s|ed|ing)?|banks of|mouth of|"
    r"bridge over) the $",
    re.I,
)
_ENDS_THERE = re.compile(r"(?:[.,;:)]|$| (?:and|at|in|near|to|toward|towards|from|by)\b)")
_ALONE = re.compile(
    r"[.;:)?!]|,(?! [A-Z])|$| (?:(?:and|or)(?! [A-Z])|at|in|near|to|towards?|from|by|on|off|for|with|after|before|when|"
    r"where|which|that|was|were|is|are|has|had|have|will|would|can)\b"
)
_HINT_BEFORE = re.compile(rf"\b(?P<sort>{SORT})\sof\s(?:the\s)?$", re.I)
_HINT_AFTER = re.compile(
    r"[\s-](?P<sort>river|county|parish|province|region|oblast|krai|state|island|islands|airport|station|peninsula|bay|"
    r"lake|mountains?|district|sea|gulf|strait|valley|cosmodrome|spaceport)\b",
    re.I,
)
_SMALL_BEFORE = re.compile(
    r"\b(?:(?:villages?|hamlets?)(?: (?:called|named))?(?: of)?|small (?:\w+ ){0,2}towns? of|"
    r"villagers (?:in|of|from|near)) $",
    re.I,
)
_SMALL_AFTER = re.compile(
    r"(?:,? (?:is |was )?(?:an?|the) (?:[\w-]{1,15} ){0,3}(?:village|hamlet)\b|"
    r" (?:village|hamlet|villagers)\b(?! [A-Z]))"
)
SORT_KINDS = {
    "river": "river", "county": "county", "parish": "county", "province": "region", "region": "region",
    "oblast": "region", "krai": "region", "state": "region", "territory": "region", "prefecture": "region",
    "governorate": "region", "island": "island", "islands": "island", "airport": "airport", "station": "station",
    "peninsula": "peninsula", "bay": "bay", "lake": "lake", "mountain": "mountain", "mountains": "range",
    "sea": "sea", "gulf": "gulf", "strait": "strait", "valley": "valley", "cosmodrome": "spaceport",
    "spaceport": "spaceport", "city": "city", "town": "city", "village": "city", "hamlet": "city", "suburb": "city",
    "port": "city", "port city": "city", "seaport": "city", "settlement": "city", "municipality": "city",
    "township": "city", "capital": "city", "resort": "city", "republic": "country", "district": "county",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A name that says where another one lies ("Ohio" in "Columbus, Ohio").

    `tight` is the form with a comma or bracket alone, in which a mismatch speaks against a place; `firm` are the forms
    that can hardly mean anything else ("Valdivia in southern Chile", "Ohio's Columbus", "In Ohio, Columbus").
    """

    text: str
    start: int
    tight: bool
    firm: bool = True

    @property
    def strength(self) -> int:
        """2 for tight, 1 for firm, 0 for what stands somewhere before the name."""
        return 2 if self.tight else 1 if self.firm else 0


def following_names(text: str, end: int) -> list[Qualifier]:
    """What follows a name and may hold it, nearest first; the first shape that fits goes on along the chain.

    "Columbus, Ohio", "Columbus (Ohio)", "Zaria, in northern Nigeria", "the town of Gori in Georgia",
    "Hodgenville, LaRue County, Kentucky", "Ampato, a volcano in southern Peru", "Kiffa is a town in the south of Mali".
    """
    return [Qualifier(name, end + at, tight) for name, at, tight in _names_after(text[end : end + _CHAIN * REACH])]


@lru_cache(maxsize=2048)
def _names_after(words: str) -> tuple[tuple[str, int, bool], ...]:
    """The names that follow one another from where the words begin: each with its start and whether it is tight."""
    out: list[tuple[str, int, bool]] = []
    end = 0
    while len(out) < _CHAIN and (match := _AFTER.match(words, end, min(len(words), end + REACH))) is not None:
        lead = words[end : match.start("name")].strip()
        out.append((match["name"], match.start("name"), lead in {",", "("}))
        end = match.end("name")
    return tuple(out)


def preceding_name(text: str, start: int) -> Qualifier | None:
    """What stands before a name and may hold it: "Ohio's Columbus", "the Iraqi city of Mosul", "Texas town Paris"."""
    low = max(0, start - REACH)
    match = _name_at_end(text[low:start]) if text[start - 1 : start].isspace() else None
    if match is None:
        return None
    lead = match["name"].rfind("In ") + 3 if re.match(r"(?:.*\s)?In\s", match["name"]) else 0
    at = low + match.start("name") + lead
    name = match["name"][lead:]
    gap = text[at + len(name) : start]
    owns = name.endswith(("'s", "’s")) or gap in {"'s ", "’s "}
    return Qualifier(name, at, False, firm=owns or (gap == ", " and bool(_OPENS_IN.search(text[max(0, at - 12) : at]))))


@lru_cache(maxsize=1024)
def _name_at_end(words: str) -> re.Match[str] | None:
    """The match that ends where the words end; in a script without small letters a name may begin at every letter."""
    # A comma may stand behind the name alone, so that none but the last is looked beyond.
    comma = words.rfind(",")
    return _BEFORE.search(words, words.rfind(",", 0, comma) + 1 if comma > 0 else 0)


def beside(text: str, mention: Mention, following: Mention) -> Qualifier | None:
    """The next name as a qualifier, where a comma or bracket alone parts the two, in whatever letters."""
    if text[mention.end : following.start] not in {", ", " (", "(", "，", "、"} or following.kind_hint == "border":
        return None
    return Qualifier(following.lookup_name, following.start, True)


def are_flown_between(text: str, start: Mention, end: Mention) -> bool:
    """Whether two names are the ends of a flight or a voyage, which may lie in any two countries."""
    gap = text[start.end : end.start]
    if len(gap) > _GAP or _TO.fullmatch(gap) is None:
        return False
    return _FLOWN.search(text, max(0, start.start - REACH), start.start) is not None


def opens_dateline(text: str, mention: Mention) -> bool:
    """Whether a name stands where reports say from where they come: "NEW YORK (Reuters) -", "LIMA, May 3 —"."""
    at_line_start = mention.start == 0 or text[mention.start - 1] == "\n"
    return at_line_start and _DATELINE.match(text, mention.end) is not None


def speaks_of_point(text: str, mention: Mention) -> bool:
    """Whether a name is the end of a way, which is a town and not the area called like it."""
    low = max(0, mention.start - 24)
    ends_so = text[low : mention.start].lower().endswith(_POINT_ENDS)
    return ends_so and _AT_POINT.search(text, low, mention.start) is not None


def names_water(text: str, mention: Mention) -> bool:
    """Whether the article speaks of a river: "The Kosi rose", "towns on the Mississippi,"."""
    article = text[max(0, mention.start - 4) : mention.start].lower()
    if not article.endswith("the "):
        return False
    if _RISES.match(text, mention.end, mention.end + 30):
        return True
    after = _ENDS_THERE.match(text, mention.end, mention.end + 12)
    return bool(after and _ALONG.search(text, max(0, mention.start - 24), mention.start))


def has_article(text: str, mention: Mention) -> bool:
    """Whether a name alone has an article, as rivers, regions and ships have and towns have not: "to the Sudan."."""
    if text[max(0, mention.start - 4) : mention.start].lower() != "the ":
        return False
    return _ALONE.match(text, mention.end, mention.end + 12) is not None


def is_called_small(text: str, mention: Mention) -> bool:
    """Whether the words around a name make it a village's: "the hamlet of New York", "Villagers in Toledo"."""
    low = max(0, mention.start - 40)
    ends_so = text[low : mention.start].lower().endswith(_SMALL_ENDS)
    if ends_so and _SMALL_BEFORE.search(text, low, mention.start):
        return True
    return _SMALL_AFTER.match(text, mention.end, mention.end + 70) is not None


def kind_hint(text: str, mention: Mention) -> str | None:
    """The kind that the wording asks for: "the port of X", "X County", "the X River"."""
    if mention.kind_hint is not None:
        return mention.kind_hint
    start, end = mention.start, mention.end
    return _hinted(text[max(0, start - 48) : start], mention.text, text[end : end + 16])


@lru_cache(maxsize=2048)
def _hinted(before: str, name: str, after: str) -> str | None:
    held = _HINT_BEFORE.search(before)
    told = (held if held and names_itself(before) else None) or _HINT_AFTER.match(after) or _HINT_AFTER.search(name)
    return SORT_KINDS.get(told["sort"].lower()) if told is not None else None


def hinted_word(text: str, end: int) -> str:
    """The word right after a name that says what sort of place it is: "River" in "the Miami River"."""
    match = _HINT_AFTER.match(text, end, end + 16)
    return match["sort"] if match is not None else ""
