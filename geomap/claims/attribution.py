"""How a statement is put, and who makes it."""

from __future__ import annotations

import re

from geomap.records import Modality

_NEGATED = re.compile(
    r"\b(?:not|never|isn't|wasn't|aren't|weren't|doesn't|didn't|don't|cannot|can't|won't|wouldn't)\s"
    r"(?!(?:only|far|just|even|yet|more|less|merely|until|know|knowing|clear)\b)(?:[a-z]+\s){0,3}\Z"
)
_POSSIBLE = re.compile(r"\b(?:would|could|might|may|if|perhaps|possibly|supposed|hypothetical|assuming|suppose)\b")
_PLANNED = re.compile(
    r"\b(?:will|planned|plans?|planning|intends?|due\sto|scheduled|bound\sfor|is\sto|are\sto|expected\sto"
    r"|going\sto|hopes?\sto)\b"
)
_ACCORDING = re.compile(r"\baccording to ((?:the |a |an )?[^,.;:\"“”]{2,60})", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]{0,30}(?:\s(?:[A-Z][\w.'’-]{0,30}|of|and)){0,4}"
_VERB = r"(?:said|says|told|reported|reports|wrote|added|claimed|claims|estimated|announced|explained|noted)"
_SAID = re.compile(rf"(?<!\bof\s)(?<!\bin\s)(?<!\bfrom\s)(?<!\bat\s)(?<!\w)({_NAME})(?:,[^,.;]{{0,60}},)?\s{_VERB}\b")
_SAID_AFTER = re.compile(rf"{_VERB}\s({_NAME})")


def modality_of(words: str) -> Modality:
    """The modality of a statement by the words that lead up to its figure, lower case."""
    if _NEGATED.search(words[-60:]):
        return Modality.NEGATED
    if _POSSIBLE.search(words):
        return Modality.POSSIBLE
    if _PLANNED.search(words):
        return Modality.PLANNED
    return Modality.ASSERTED


def speaker_of(sentence: str) -> str | None:
    """Who a sentence says it is from, None where it does not."""
    for form in (_ACCORDING, _SAID, _SAID_AFTER):
        if match := form.search(sentence):
            name = match[1].strip()
            return (
                None
                if name.split()[0].lower() in {"he", "she", "it", "they", "we", "i", "the"} and form is _SAID
                else name
            )
    return None
