"""The frozen records that move from stage to stage; nothing here computes more than a property."""

from geomap.records.findings import Claim, Comparison, Journey, Participant, Report, Rule, Stop, Tolerance, Verdict
from geomap.records.texts import (
    Candidate,
    Document,
    Mention,
    NameSpan,
    NameTraits,
    PlacedMention,
    Quantity,
    Reading,
    ReadOptions,
    Sentence,
    TimeSpan,
    Unread,
)
from geomap.records.words import ClaimKind, MentionKind, Modality, Outcome, StopRole
from geomap.records.world import LatLon, Leg, Line, Place, Route, Source

__all__ = [
    "Candidate",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Document",
    "Journey",
    "LatLon",
    "Leg",
    "Line",
    "Mention",
    "MentionKind",
    "Modality",
    "NameSpan",
    "NameTraits",
    "Outcome",
    "Participant",
    "Place",
    "PlacedMention",
    "Quantity",
    "ReadOptions",
    "Reading",
    "Report",
    "Route",
    "Rule",
    "Sentence",
    "Source",
    "Stop",
    "StopRole",
    "TimeSpan",
    "Tolerance",
    "Unread",
    "Verdict",
]
