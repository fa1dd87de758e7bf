"""Ships, trains, storms and titles that bear names of towns, and so are no places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.vehicles import VEHICLES, nouns

_PREFIX = (
    r"(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|HNLMS|HDMS|RMS|RRS|RFA|CCGS|MV|M/V|MS|MT|M/T|SS|SV|S/V|INS|FV|F/V|RV|R/V|"
    r"ARA|BRP|KRI|ROKS|TCG)"
)
_NOUN = rf"(?:{nouns('sea', plural=False)}|cruiser|tug)"
_SHIP = re.compile(rf"{_PREFIX}\s[A-Z]")
_STORM = r"(?i:(?:tropical|winter) (?:storm|depression)|hurricane|typhoon|cyclone)"
_CARRIES = re.compile(rf"\b(?:(?:{_PREFIX}|{_NOUN})\s[“\"‘']?|{_STORM}\s|Storm )$")
# What the words before such a name end with: a look at them spares most names the search.
_CARRY_ENDS = tuple(
    {noun.rpartition(" ")[2] for noun in VEHICLES["sea"]}
    | {*"cruiser tug storm depression hurricane typhoon cyclone".split()}
    | {prefix.lower() for prefix in _PREFIX.removeprefix("(?:").removesuffix(")").split("|")}
)
_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:of )?[A-Z][\w’'-]{1,30}){0,2}"
_CALLED = re.compile(
    rf"\b(?:{_PREFIX}\s|{_NOUN}s?,?\s(?:(?:called|named|the)\s)?[“\"‘']?|twin, the )(?P<name>{_NAME})"
    rf"(?:(?: and|, the|,) (?P<other>{_NAME})(?=,? (?:are|were|had|have|will|turned|left)\b))?"
)
_RAGING = re.compile(
    rf"\b(?:{_STORM}|(?<=[a-z,] )Storm)\s(?P<name>(?!W(?:arning|atch)|WATCH|WARNING)[A-Z][\w’'-]{{2,20}})"
)
_CRAFTS = (
    *VEHICLES["sea"],
    *"cruiser tug twin".split(),
    *"torm TORM epression urrican URRICAN yphoon YPHOON yclon YCLON".split(),
    *(f"{prefix} " for prefix in _PREFIX.removeprefix("(?:").removesuffix(")").split("|")),
)
# A text without any of these needs no closer look; "ship" is in "warship".
_WORDS = tuple(word for word in _CRAFTS if not any(part in word for part in _CRAFTS if part != word))
_OWNER = re.compile(r"['’]s?$")
# What goes on after a name that is not the first part of a longer one: "the Estonia sank", not "the Boston area", "the
# Gainesville and Lindsay communities", "the Pittsburgh, Pennsylvania-based firm".
_ARTICLE = re.compile(r"\b(?:[Tt]he|THE) [“\"‘']?$")
_ITS_ARTICLE = re.compile(r"[a-z,] The $")
_CAPITAL_NEXT = re.compile(r"[-’' ]{1,3}[A-Z]|['’]s [A-Z]")
_GOES_ON = re.compile(
    r"[”\"’']?(?:[.;:!?)]|,(?! [A-Z])|['’]s\b|\s(?:(?:and|or)(?! [A-Z])|but|to|from|in|on|at|off|near|for|by|with|"
    r"after|before|when|while|which|is|was|has|had|will|would|can|could|may|might|must|did|does|ran|sank|left|hit|lay|came|"
    r"went|got|took|made|lost|broke|began|ended|said|[a-z]{2,12}ed)\b|\s?$)"
)


def is_vessel(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a ship or a storm: "HMAS Sydney", "the ferry Estonia", "Hurricane Florence"."""
    if _SHIP.match(text, start, end):
        return True
    low = max(0, start - 30)
    before = text[low:start].rstrip("“\"‘'").rstrip().lower()
    return before.endswith(_CARRY_ENDS) and _CARRIES.search(text, low, start) is not None


def vessels(text: str) -> Iterator[str]:
    """Names of ships, each also by its last word alone ("Smyrni Hope" and "Hope"), and of storms."""
    if not any(word in text for word in _WORDS):
        return
    yield from (_OWNER.sub("", storm["name"]) for storm in _RAGING.finditer(text))
    for found in _CALLED.finditer(text):
        for name in (found["name"], found["other"]):
            if name:
                whole = _OWNER.sub("", name)
                yield whole
                if " " in whole:
                    yield whole.rpartition(" ")[2]


def is_articled(text: str, start: int, end: int) -> bool:
    """Whether a name alone has an article, as ships, trains and rivers have and towns have not: "the Estonia sank".

    With a capital amid a sentence, "aboard The Overland", the article is a part of such a name whatever follows.
    """
    if _ITS_ARTICLE.search(text, max(0, start - 12), start) and not _CAPITAL_NEXT.match(text, end):
        return True
    return (
        _ARTICLE.search(text, max(0, start - 6), start) is not None
        and _GOES_ON.match(text, end, min(len(text), end + 20)) is not None
    )


# A title in quotation marks: capitals but for small words, and no comma or full stop as at the end of speech.
_QUOTE_BEFORE = re.compile(r"[“\"]((?:[A-Z][\w’'-]*|[a-z]{1,4})(?: (?:[A-Z][\w’'-]*|[a-z]{1,4})){0,6} )?$")
_QUOTE_AFTER = re.compile(r"((?: (?:[A-Z][\w’'-]*|[a-z]{1,4})){0,6})[”\"]")


def is_titled(text: str, start: int, end: int) -> bool:
    """Whether a name is a word of a title in quotation marks: "Death in Venice", and not of speech."""
    low = max(0, start - 60)
    if text.find("“", low, start) < 0 and text.find('"', low, start) < 0:
        return False
    left = _QUOTE_BEFORE.search(text, low, start)
    right = _QUOTE_AFTER.match(text, end, min(len(text), end + 60))
    if left is None or right is None or not ((left[1] or "") + right[1]).strip():
        return False
    words = f"{left[1] or ''}{right[1]}".split()
    return any(word[0].isupper() for word in words) and (left[1] is None or left[1][0].isupper())
