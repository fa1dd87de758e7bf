"""An event: a place in the role that a verb gives it, and how one is made."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geomap.claims.masking import PLACE, Masked
from geomap.claims.modality import modality_of, mode_of
from geomap.claims.unlisted import is_unlisted
from geomap.records import Modality, Participant, PlacedMention, TimeSpan

# What a participant's `why` says whose place is the country of an unnamed capital, and whose place is a description.
CAPITAL, DESCRIBED = "the capital", "a description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A place in the role that a verb gives it: from, to, via, at or cross.

    `first` to `last` are positions in the masked sentence; `mention` is None for a place that is only pointed at.
    """

    sentence: Masked
    verb: str
    word: str
    role: str
    place: Participant
    mention: PlacedMention | None
    trigger: int
    first: int
    last: int
    time: TimeSpan | None = None
    time_position: int | None = None
    subject: str | None = None
    mode: str | None = None
    modality: Modality = Modality.ASSERTED

    @property
    def is_area(self) -> bool:
        """Whether the place is too wide to be a stop."""
        return self.place.place is not None and self.place.place.is_wide and self.place.why != CAPITAL

    @property
    def is_named(self) -> bool:
        """Whether the place is known, or named although no gazetteer knows it."""
        return self.place.place is not None or is_unlisted(self.mention)


def make_event(masked: Masked, verb: str, word: str, role: str, position: int, trigger: int) -> Event:
    """The event of the place at `position` by the verb at `trigger`."""
    mention = masked.mention(position)
    own = masked.text[max(trigger, masked.text.rfind(PLACE, 0, position) + 1) : position]
    return Event(
        sentence=masked,
        verb=verb,
        word=word,
        role=role,
        place=place_at(masked, position, role),
        mention=mention,
        trigger=trigger,
        first=trigger + len(word) + 1 if verb == "show" else min(trigger, position),
        last=position,
        mode=mode_of(own) or mode_of(_clause(masked.text, trigger, position)),
        modality=_called_off(masked.text, word, position)
        or (Modality.NEGATED if word.startswith("bypass") else event_modality(masked.text, trigger, position)),
    )


# "A visit to X, which had been planned for Monday, was called off"
_OFF = re.compile(
    r"[^.;]{0,90}?\b(?:(?:was|were|had been|been) (?:called off|cancell?ed|postponed|scrapped|put off)"
    r"|never took place)\b"
)
_PLANNED = re.compile(
    r",? (?:which|that)? ?(?:had been|was|were) (?:originally )?(?:planned|scheduled|due|to follow)\b"
)


def _called_off(text: str, word: str, position: int) -> Modality | None:
    """How a trip that was planned or called off afterwards is put; None for what nothing is said of."""
    if not word.startswith(
        ("visit", "trip", "tour", "journey", "flight", "voyage", "stop", "meeting", "summit", "talks")
    ):
        return None
    if _OFF.match(text, position + 1):
        return Modality.NEGATED
    return Modality.PLANNED if _PLANNED.match(text, position + 1) else None


def place_at(masked: Masked, position: int, role: str) -> Participant:
    """The participant at a position; "Norway's capital" and "the Norwegian capital" are marked as such by `why`."""
    participant = participant_of(masked.mention(position), role)
    capital = re.compile(rf"(?:['’]s?)? capital\b(?! ?(?:city )?(?:of )?{PLACE})").match(masked.text, position + 1)
    if capital is None or participant.place is None or participant.place.kind != "country":
        return participant
    text = masked.words(position, capital.end())
    return replace(participant, text=text, end=masked.end_offset(capital.end()), why=CAPITAL)


def participant_of(mention: PlacedMention, role: str) -> Participant:
    """A mention as a claim's participant."""
    return Participant(
        place=mention.place,
        text=mention.mention.text,
        start=mention.start,
        end=mention.end,
        score=mention.score,
        why=mention.why,
        role=role,
    )


_CLAUSE_END = re.compile(
    r"[;:.](?:\s|$)|,\s(?:who|which|where|while|but)\b|\band (?:[a-z]+ ){0,3}?(?:by|aboard) "
    r"|,\s(?:and|then|before)\s(?:then\s|later\s)?[a-z]{2,12}ed\b"
)


def _clause(text: str, trigger: int, position: int) -> str:
    """The words that tell of the event: from some way before its verb to the end of its clause."""
    end = _CLAUSE_END.search(text[position : position + 260])
    return text[max(0, trigger - 60) : position + (end.start() if end else len(text) - position)][:260]


# "a train believed to carry envoys crossed": what is believed is another thing than the crossing.
_ITS_OWN_VERB = re.compile(
    r"\b(?:believed|thought|suspected|rumou?red|said|reported)\sto\s(?:be\s|have\s(?:been\s)?)?(?!be\b|have\b|been\b)"
    r"[a-z]{3,}\s(?=(?:[\w\ue001-\ue004'’-]+\s){1,6}$)"
)


# "might go by train, passing through X", "is to go on, to arrive in X": put as the clause before.
_ITS_CLAUSE = re.compile(
    r",\s(?:(?:then|later|and|to|first|finally)\s){0,2}$|,\sfor\s(?:an?|the|his|her|their)\s(?:[a-z-]+\s){0,2}$"
)
_HANGS_ON = re.compile(r"[a-z]+ing\b")
# "It would not be until noon before he arrived": he did.
_NOT_UNTIL = re.compile(r"\bit\s(?:would|was|is|will)\snot\s(?:be\s)?until\b", re.I)
_PARTS = (", ", " that ", " who ", " which ", "; ", " but ", " since ")
_AHEAD = (Modality.POSSIBLE, Modality.PLANNED)


def event_modality(text: str, trigger: int, position: int) -> Modality:
    """How the clause from before the verb to its place puts the event."""
    before = _NOT_UNTIL.sub("", _ITS_OWN_VERB.sub("", text[max(0, trigger - 70) : trigger]))
    cut = max(before.rfind(word) for word in _PARTS)
    put = modality_of(before[cut + 1 :] + " " + text[trigger:position])
    hangs = _ITS_CLAUSE.search(before) if put is Modality.ASSERTED else None
    if hangs is None or not (_HANGS_ON.match(text, trigger) or re.search(r" (?:to|for) ", hangs[0])):
        return put
    earlier = before[: hangs.start()]
    begin = 0 if " for " in hangs[0] else max(earlier.rfind(word) for word in _PARTS) + 1
    above = modality_of(earlier[begin:])
    return above if above in _AHEAD else put
