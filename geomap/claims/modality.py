"""How a statement is put: as fact, plan, possibility or denial; by what means of travel; and who says it."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.records import Modality

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
_PLANNED = re.compile(
    r"\b(?:will|would|shall|plans?|planned|planning|intend(?:s|ed|ing)?|expected|expects"
    r"|forecast to|projected to|predicted to|on course to"
    r"|scheduled|slated|due (?:to"
    r"|in|at|on)|set to|to be held"
    r"|is to|are to|was to|were to|about to|means? to|meant to|wish(?:es|ed) to|going to|upcoming|forthcoming"
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
        r"|rail(?:way|road)?|locomotive|carriage|express\b|sleeper",
    ),
    (
        "air",
        r"(?:air)?planes?|aircraft|jets?|jetliner|airliner|flights?|flew|fl(?:y|ies|ying|own)\b|helicopter"
        r"|took off|airlift\w*|airlines?|nonstop|boeing|airbus|cessna|antonov|tupolev|ilyushin|embraer|gulfstream",
    ),
    (
        "sea",
        r"ships?\b|vessels?|ferry|ferries|boats?|yacht|dingh(?:y|ies)|sailed|sails?\b|sailing|tanker|freighter"
        r"|cruise|frigate|destroyer|submarine|liner\b|by sea|row(?:ed|ing)\b|paddl(?:ed|ing)\b|kayak\w*|canoe\w*",
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
            r"|pilgrims?\b"
        ),
    ),
    (
        "road",
        r"\bcars?\b|buses\b|\bbus\b|coach(?:es)?\b|trucks?|lorr(?:y|ies)|convoys?|motorcades?|dr(?:o"
        r"|i)ve[sn]?\b|driving|highway|motorway|taxis?|motorbikes?|jeeps?|by road|vans?\b|minibus|ambulances?",
    ),
)
_MODES = re.compile(r"\b(?:" + "|".join(f"(?P<{mode}>{words})" for mode, words in MODES) + ")", re.I)

_SPEAKER = re.compile(
    r"\b(?:[Aa]ccording to|citing|as reported by|quoted by|reported by|[Rr]eports? (?:by|from))\s+(?:the\s+)?"
    r"((?:[A-Z][\w.'’-]{0,24}\s?){1,5}|(?:[a-z]+ ){0,3}(?:sources?|officials?|media|ministry|reports?|authorities))"
)
_SAID = re.compile(
    r"((?:[A-Z][\w.'’-]{1,24}\s){0,4}[A-Z][\w.'’-]{1,24})(?:\s\([A-Z]{2,6}\))?\s(?:also\s|further\s|later\s)?"
    r"(?:said|says|reported|reports|told|announced|claimed|confirmed|wrote|added|stated)\b"
)


# Who these are, the sentence alone does not say.
_POINTING = frozenset("I He She They We It You Who That This The A An As And But Others Some Both All Many".split())


def modality_of(clause: str) -> Modality:
    """How a clause puts its statement; the words up to and around the verb."""
    if _NEGATED.search(clause):
        return Modality.NEGATED
    if _POSSIBLE.search(clause):
        return Modality.POSSIBLE
    if _PLANNED.search(clause):
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


@lru_cache(maxsize=64)
def speaker_of(sentence: str) -> str | None:
    """Who says a sentence: "According to KCNA, …", "… , TASS reported"."""
    hit = _SPEAKER.search(sentence) or _SAID.search(sentence)
    speaker = hit[1].strip(" ,.") if hit else ""
    return speaker if speaker not in _POINTING else None
