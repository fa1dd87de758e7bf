"""The fixed words of a report: outcomes, kinds, roles."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What a check concludes, from best to worst, then "cannot say"."""

    CONSISTENT = "consistent"
    DOUBTFUL = "doubtful"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


class MentionKind(StrEnum):
    """How a name is used: a place, its government, an adjective, or a part of a longer name."""

    PLACE = "place"
    METONYM = "metonym"
    DEMONYM = "demonym"
    EMBEDDED = "embedded"


class ClaimKind(StrEnum):
    """What a claim is about; a statement of distance and direction is one claim of kind DISTANCE."""

    DISTANCE = "distance"
    DIRECTION = "direction"
    TRAVEL_TIME = "travel_time"
    SPEED = "speed"
    ARITHMETIC = "arithmetic"
    CONTAINMENT = "containment"
    PROXIMITY = "proximity"
    ROUTE = "route"
    SCHEDULE = "schedule"
    BETWEEN = "between"
    TRIANGLE = "triangle"
    CALENDAR = "calendar"


class Modality(StrEnum):
    """How a statement is put: as fact, as plan, as mere possibility, or denied."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class StopRole(StrEnum):
    """What a place is to a journey."""

    FROM = "from"
    VIA = "via"
    TO = "to"
    PASSED = "passed"
    PLANNED = "planned"
    NOT_REACHED = "not_reached"
