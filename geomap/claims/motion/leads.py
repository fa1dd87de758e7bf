"""Which preposition leads to a place: "to the eastern port city of X", "in several towns including X"."""

from __future__ import annotations

import re

from geomap.claims.masking import DEMONYM, PLACE

PREPOSITIONS = frozenset(
    """back to|to|into|in|at|on|from|out of|for|via|through|near|across|toward|towards|onto|by way of|by|over|off
    |outside|around|round|past""".replace("\n    ", "").split("|")
)
# Words that can stand between a preposition and a place: "to the eastern port city of X".
_NOUN_PHRASE = frozenset(
    """the a an its his her their this nearby neighboring neighbouring main old new small tiny large remote eastern
    western northern southern central northernmost southernmost northeastern northwestern southeastern southwestern
    north-eastern east west north south far city town port village capital station airport border region province state
    district county island islands resort coastal mountain settlement hamlet municipality prefecture republic railway
    train rail bus naval air military base harbor harbour oasis spaceport cosmodrome ski seaside historic ancient of
    then cathedral outskirts suburbs gates centre center edge mouth shore shores soil coast beach
    downtown industrial mining farming frontier lakeside largest second territory commune suburb""".split()
)
_KINDS = frozenset("city town port village capital airport island islands settlement hamlet resort base".split())
_ARTICLES = frozenset("the a an its their this".split())
_STANDS_IN = frozenset("station airport port harbor harbour hotel palace prison jail colony camp hospital".split())
_TOKEN = re.compile(r"[^\s-]{1,24}[\s-]")
_PEOPLE_OR_OWNER = re.compile(rf"{DEMONYM}(?:['’]s?)?|{PLACE}['’]s?")
_LEAD_WORDS = 7
# "the southern Mexico city of X", "the Oaxaca state city of X": the first name only says where the town lies.
ADJECTIVAL = re.compile(
    rf" (?:(?:state|province|county|region) )?(?:[a-z]+ )?(?:city|town|village|port|resort|settlement|hamlet|suburb"
    rf"|municipality|island|district) of {PLACE}"
)
# "in several towns and cities including X"
_INCLUDING = re.compile(
    r"(?:\b(?P<prep>in|at|to|through|via|across|for)\s)?(?P<many>(?:(?:the|several|many|various|other|some|major|nearby|all"
    r"|most|number|of|a|and|its|their|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|dozens"
    r"|towns?|cities|places|countries|villages|ports|stations|states|provinces|sites|stops|islands|destinations"
    r"|locations|areas|districts|regions|points|capitals|communities|airports)\s){1,8})(?:,\s)?"
    r"(?:including|such as|among them)\s(?:the\s)?$"
)

# What may describe a place right behind "from" or "into", where no verb can stand.
_ADJECTIVE = re.compile(r"(?!(?:late|early|there|here|where|which|what|both|being|nearby)$)[a-z]{3,14}(?<!ing)")
_LEADING = frozenset("from into towards toward".split())


def _is_led(tokens: list[tuple[int, str]], at: int) -> bool:
    """Whether up to an article the preposition right before a word leads away from or into what it describes."""
    before = [word.lower() for _, word in tokens[max(0, at - 4) : at - 1]]
    while before and (before[-1] in _ARTICLES or before[-1] in _NOUN_PHRASE or before[-1] in ("war", "rebel")):
        before.pop()
    return bool(before) and before[-1] in _LEADING


def lead_before(text: str, position: int) -> tuple[str, int]:
    """The preposition that leads to the place at `position` ("" for none) and where the whole lead begins."""
    first = max(0, position - 90)
    if (among := _INCLUDING.search(text, first, position)) is not None:
        return among["prep"] or "", among.start()
    tokens = [(m.start(), m.group()[:-1]) for m in _TOKEN.finditer(text, first, position)]
    if not tokens or tokens[-1][0] + len(tokens[-1][1]) + 1 != position:
        return "", position
    at, left, kind = len(tokens), _LEAD_WORDS, False
    while at > 0 and left > 0:
        word = tokens[at - 1][1].lower()
        kind = kind or word in _KINDS
        if word == "of" and " ".join(t for _, t in tokens[max(0, at - 3) : at]).lower().endswith(("way of", "out of")):
            break  # "by way of X", "out of X"
        if word == "in" and at > 1 and tokens[at - 2][1].lower() in _STANDS_IN:
            at -= 2  # "at the station in X"
        elif (
            word in _NOUN_PHRASE
            or word.rstrip(",") in _KINDS
            or _PEOPLE_OR_OWNER.fullmatch(word)
            or _is_adjectival(text, tokens[at - 1])
        ):
            at -= 1
        elif at > 1 and _ADJECTIVE.fullmatch(word) and _is_led(tokens, at):
            at -= 1  # "from hilly X", "into war-torn X" (of a word with a dash, its parts)
        elif kind and at > 1 and tokens[at - 2][1].lower() in _ARTICLES and word not in PREPOSITIONS and word.isalpha():
            at -= 1  # "the besieged town of X"
        else:
            break
        left -= 1
    for count in (3, 2, 1):
        words = " ".join(word for _, word in tokens[max(0, at - count) : at]).lower()
        if at >= count and words in PREPOSITIONS:
            return words, tokens[at - count][0]
    return "", tokens[at][0] if at < len(tokens) else position


def _is_adjectival(text: str, token: tuple[int, str]) -> bool:
    return token[1] == PLACE and ADJECTIVAL.match(text, token[0] + 1) is not None
