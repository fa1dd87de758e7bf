"""People, animals, bands and trains that bear names of towns, told by the words around: "Phoenix is a stray cat".

Accepts these shapes (X the name, N a noun for what has a name of its own): Mr. X; a N named X; a N called X;
her son, X; X, the N,; X, her N,; X is a N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ANIMAL = (
    r"(?:dog|puppy|cat|kitten|horse|mare|colt|filly|gelding|stallion|pony|foal|cow|bull|calf|goat|sheep|pig|parrot|"
    r"elephant|giraffe|lion|tiger|bear|cub|panda|gorilla|dolphin|whale|tortoise|labrador|retriever|shepherd|terrier|"
    r"spaniel|collie|poodle|beagle|greyhound|bulldog|hound|tabby|stray|racehorse|alpaca|llama|donkey)"
)
_ACT = r"(?:band|rock band|pop group|rapper|singer|singer-songwriter|duo|boy band|girl group|trio|quartet)"
_KIN = (
    r"(?:baby|friend|guide|son|daughter|brother|sister|wife|husband|mother|father|uncle|aunt|cousin|nephew|niece|"
    r"neighbou?r|grandson|granddaughter)"
)
_PERSON = rf"(?:{_KIN}|man|woman|boy|girl|child|toddler|infant|teenager|twin)"
_CALLED = rf"\b(?:(?i:{_ANIMAL}|{_PERSON})(?: who was| that was)?(?:,? called| named)|{_KIN},?) "
CALLED = re.compile(rf"{_CALLED}$")
_NAME = r"(?P<name>[A-Z][\w’'-]{1,24})"
_BEARERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\"“'‘\w])(?:Mr|Mrs|Ms|Dr)\b\.? {_NAME}(?=[,.;:!?]| [a-z])",
        rf"{_CALLED}{_NAME}\b",
        rf"\b{_NAME}, (?:the|an?|her|his|their|my|our) (?:[a-z-]{{2,15}} ){{0,2}}(?:{_ANIMAL}|{_ACT}|{_PERSON}),",
        rf"(?:^|(?<=[.!?]\s)|(?<=\n)){_NAME} (?:is|was) (?:an?|the|her|his|their|our) (?:[a-z-]{{2,15}} ){{0,2}}"
        rf"(?:{_ANIMAL}|{_ACT}|{_PERSON})\b",
    )
)
# A text without any of these needs no closer look.
_WORDS = (
    "called ",
    "named ",
    "Mr",
    "Ms",
    "Dr",
    ", the ",
    ", a ",
    ", her ",
    ", his ",
    " is a",
    " was a",
    " is the",
    *(f"{word} " for word in "friend guide son daughter brother sister wife husband mother father uncle aunt".split()),
)


def bearers(text: str) -> Iterator[str]:
    """Names that somebody or something other than a place bears in a text, once for each time that it is said."""
    if not any(word in text for word in _WORDS):
        return
    for pattern in _BEARERS:
        yield from (found["name"] for found in pattern.finditer(text))
