"""The words that tell of a turn: diverted, turned back, changed course."""

from __future__ import annotations

import re

TURNS = re.compile(
    r"\b(?:chang|alter|revers)\w{2,3} (?:its |his |her |their )?(?:course|direction|route)\b"
    r"|\bre-?rout|\bU-turn\b|\bdivert|\bturned\b|\bturn(?:ing)? (?:back|round|around)\b|\bredirect"
)


def turn_position(text: str) -> int:
    """Where a sentence tells of a turn; its end where it tells of none."""
    hit = TURNS.search(text)
    return hit.start() if hit else len(text)


# Who is quoted and who quotes need not be one traveller.
QUOTED = re.compile(r"[”\"]")
