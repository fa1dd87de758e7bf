"""How a statement is put: as fact, plan, possibility or denial; and by what means of travel."""

from __future__ import annotations

import re

from geomap.records import Modality
from geomap.vehicles import nouns

_NEGATED = re.compile(
    r"\b(?:not|never|no longer|without|denied|denies|deny|refused to|failed to|unable to|cannot|can't|didn['’]t"
    r"|wasn['’]t"
    r"|isn['’]t|won['’]t|hasn['’]t|nor|cancel(?:led|ed|s)|called off|postponed|scrapped|ruled out)\b",
    re.I,
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|likely|probabl[ey]|rumou?red|speculat\w{2,6}|suggest(?:ed|s|ing)?|if"
    r"|would have"
    r"|believed to|thought to|unclear|hopes? to|hoped to|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|option)\b",
)
# "was to the east", "going to Paris": no verb follows.
_VERB = r"(?=\s+(?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|that\b|another\b)[a-z])"
_PLANNED = re.compile(
    r"\b(?:will|would|shall|should(?!\s(?:have|not)\b)|plans?|planned|planning|intend(?:s|ed|ing)?|expected|expects"
    r"|forecast to|projected to|predicted to|on course to"
    r"|scheduled|slated|due (?:to"
    r"|in|at|on)|set to|to be held"
    rf"|(?:is to|are to|was to|were to|going to){_VERB}|about to|means? to|meant to|wish(?:es|ed) to|upcoming"
    r"|forthcoming"
    r"|preparing|prepares|prepared to|bound to"
    r"|is being held|agreed to"
    r"|invited|looks? to|wants? to|aims? to|soon|tomorrow|next (?:week|month|year|spring|summer|autumn|fall"
    r"|winter))\b"
    r"|\bplanned\b|['’]ll\b",
    re.I,
)

MODES = (
    (
        "rail",
        r"(?:armou?red |bulletproof |private |special |night |high-speed |freight |passenger )*trains?"
        rf"|rail(?:way|road)?|(?:{nouns('rail')})\b|carriage|express\b|sleeper",
    ),
    (
        "air",
        rf"(?:{nouns('air')})\b|flights?|flew|fl(?:y|ies|ying|own)\b"
        r"|took off|airlift\w*|airlines?|nonstop|boeing|airbus|cessna|antonov|tupolev|ilyushin|embraer|gulfstream",
    ),
    (
        "sea",
        rf"(?:{nouns('sea')})\b|(?:container|cargo|cruise)ships?\b|sailed|sails?\b|sailing"
        r"|cruise|by sea|row(?:ed|ing)\b|paddl(?:ed|ing)\b|kayak\w*|canoe\w*",
    ),
    (
        "bicycle",
        r"(?<!electric )(?:bicycle|bike)\b|(?:(?<=\bon )|(?<=\bby )|(?<=\btheir ))(?:bicycles|bikes)\b"
        r"|cycl(?:ed|es|ing|ists?)\b|pedal(?:s|l?ed|l?ing)?\b",
    ),
    ("horse", r"(?:camel|mule|by|salt) caravans?|camels?|horseback|on horses?|mules?"),
    (
        "foot",
        (
            r"on foot|walk(?:ed|s|ing)?\b|march(?:ed|es|ing)\b|hik(?:ed|es|ing)\b|trek(?:ked|s|king)?\b"
            r"|(?-i:pilgrims?)\b"
        ),
    ),
    (
        "road",
        rf"(?:{nouns('road')})\b|dr(?:o|i)ve[sn]?\b|driving|highway|motorway|by road",
    ),
)
_MODES = re.compile(r"\b(?:" + "|".join(f"(?P<{mode}>{words})" for mode, words in MODES) + ")", re.I)

# Words that lead up to a figure: the denial stands right before it.
_NEGATED_BEFORE = re.compile(
    r"\b(?:not|never|isn't|wasn't|aren't|weren't|doesn't|didn't|don't|cannot|can't|won't|wouldn't)\s"
    r"(?!(?:only|far|just|even|yet|more|less|merely|until|know|knowing|clear)\b)(?:[a-z]+\s){0,3}\Z"
)
_POSSIBLE_BEFORE = re.compile(
    r"\b(?:would|could|might|may|if|perhaps|possibly|supposed|hypothetical|assuming|suppose)\b"
)
_PLANNED_BEFORE = re.compile(
    r"\b(?:will|planned|plans?|planning|intends?|due\sto|scheduled|bound\sfor|is\sto|are\sto|expected\sto"
    r"|going\sto|hopes?\sto)\b"
)


def modality_of(clause: str) -> Modality:
    """How a clause puts its statement; the words up to and around the verb."""
    if _NEGATED.search(clause):
        return Modality.NEGATED
    if _POSSIBLE.search(clause):
        return Modality.POSSIBLE
    if _PLANNED.search(clause):
        return Modality.PLANNED
    return Modality.ASSERTED


def modality_before(words: str) -> Modality:
    """How a sentence puts a figure, by the words that lead up to it, lower case."""
    if _NEGATED_BEFORE.search(words[-60:]):
        return Modality.NEGATED
    if _POSSIBLE_BEFORE.search(words):
        return Modality.POSSIBLE
    if _PLANNED_BEFORE.search(words):
        return Modality.PLANNED
    return Modality.ASSERTED


def mode_of(words: str) -> str | None:
    """The means of travel that words name: rail, air, sea, bicycle, horse, road; the first counts, on foot last."""
    mode = None
    for hit in _MODES.finditer(words):
        if hit.lastgroup != "foot":
            return hit.lastgroup
        mode = "foot"
    return mode
