"""People, animals, bands and trains that bear names of towns, told by the words around: "Phoenix is a stray cat".

Accepts these shapes (X the name, N a noun for what has a name of its own): Mr. X; a N named X; a N called X;
her son, X; her sons, X, Y and Z; X, the N,; X, her N,; X is a N; the N X has (of animals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ANIMAL = (
    r"(?:dog|puppy|cat|kitten|horse|mare|colt|filly|gelding|stallion|pony|foal|cow|bull|calf|goat|sheep|pig|parrot|"
    r"elephant|giraffe|lion|tiger|bear|cub|panda|gorilla|dolphin|whale|tortoise|labrador|retriever|shepherd|terrier|"
    r"spaniel|collie|poodle|beagle|greyhound|bulldog|hound|tabby|stray|racehorse|alpaca|llama|donkey|stork|eagle|"
    r"vulture|goose|swan|falcon|osprey|cuckoo|albatross|pigeon|wolf|lynx|turtle|shark|seal|walrus|camel)"
)
_ACT = r"(?:band|rock band|pop group|rapper|singer|singer-songwriter|duo|boy band|girl group|trio|quartet)"
_KIN = (
    r"(?:baby|friend|guide|son|daughter|brother|sister|wife|husband|mother|father|uncle|aunt|cousin|nephew|niece|"
    r"neighbou?r|grandson|granddaughter)"
)
_PERSON = rf"(?:{_KIN}|man|woman|boy|girl|child|toddler|infant|teenager|twin)"
_NAMED = rf"(?:{_ANIMAL}|{_PERSON})(?: who was| that was)?(?:,? called| named) "
CALLED = re.compile(rf"\b(?:(?i:{_NAMED})|{_KIN},? )$")
# What the words before a name end with where `CALLED` can hold.
CALLED_ENDS = tuple(
    f"{word}{comma} "
    for word in (
        *"called named neighbor".split(),
        *_KIN.removeprefix("(?:").removesuffix(")").replace("u?", "u").split("|"),
    )
    for comma in ("", ",")
)
_NAME = r"(?P<name>[A-Z][\w’'-]{1,24})"
_NOUN = rf"(?:{_ANIMAL}|{_ACT}|{_PERSON})"
# Without "\b" before them, which would make each several times slower; `bearers` looks at the letter before instead.
_BEARERS = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        rf"(?:Mrs?|Ms|Dr)\.? {_NAME}(?=[,.;:!?]| [a-z])",
        rf"called {_NAME}\b",
        rf"named {_NAME}\b",
        rf"{_KIN},? {_NAME}\b",
        rf"(?:[Tt]he|[Aa]n?) (?:[a-z-]{{2,15}} )?{_ANIMAL} {_NAME}"
        r"(?= (?:has|had|is|was|will|left|flew|swam|ran|[a-z]{2,12}ed)\b)",
        rf"{_NAME}(?:, (?:the|an?|her|his|their|my|our) (?:[a-z-]{{2,15}} ){{0,2}}{_NOUN},"
        rf"| (?:is|was) (?:an?|the|her|his|their|our) (?:[a-z-]{{2,15}} ){{0,2}}{_NOUN}\b)",
    )
)
# Countries have neighbours and friends, of these only families.
_KINDRED = re.compile(
    r"\b(?:(?:grand)?(?:sons|daughters|children)|brothers|sisters|nieces|nephews|cousins|uncles|aunts|twins),? "
    r"(?P<names>[A-Z][\w’'-]{1,24}(?:, [A-Z][\w’'-]{1,24}){0,5},? and [A-Z][\w’'-]{1,24})(?! [A-Z])"
)
# Parents: "born to Clyde and Virginia (Dallas) Wayne", "daughter of Carlo and Sienna Milano".
_PARENTS = re.compile(
    r"\b(?:[Bb]orn|[Ss]on|[Dd]aughter|[Cc]hild)\b[^.;\n]{0,60}? (?:to|of) (?:the late )?"
    r"(?P<names>[A-Z][\w’'-]{1,24}(?: [A-Z]\.)? and [A-Z][\w’'-]{1,24}(?: \([A-Z][\w’'-]{1,24}\))?) [A-Z][a-z]"
)
_CAPITALISED = re.compile(r"[A-Z][\w’'-]{1,24}")
_CALLED_CHARS = 40
# “'Mr. Arlington,'” is a byname.
_QUOTES = ("'", '"', "‘", "“", "-")


def bearers(text: str) -> Iterator[str]:
    """Names that somebody or something other than a place bears in a text, once for each time that it is said."""
    for kindred in _KINDRED.finditer(text):
        yield from _CAPITALISED.findall(kindred["names"])
    for parents in _PARENTS.finditer(text):
        yield from _CAPITALISED.findall(parents["names"])
    for pattern in _BEARERS:
        for found in pattern.finditer(text):
            start = found.start()
            before = text[max(0, start - 1) : start]
            if before.isalnum() or before in _QUOTES:
                continue
            at = found.start("name")
            if found.group().startswith(("called", "named")) and not CALLED.search(
                text, max(0, at - _CALLED_CHARS), at
            ):
                continue
            yield found["name"]
