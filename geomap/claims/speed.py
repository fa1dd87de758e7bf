"""Statements of speed: how they are found and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap import tolerances
from geomap.claims.attribution import begin_claim
from geomap.claims.findings import Finding, show
from geomap.claims.patterns import TRAVEL, journey_mode
from geomap.claims.verdicts import settle
from geomap.claims.wording import Worder, Wording, pattern
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, MentionKind, Outcome, Reading, Rule, Verdict
from geomap.vehicles import nouns

_NOT_TRAVEL = pattern(
    r"\b(?:winds?|gusts?|gusting|storms?|cyclone|hurricane|typhoon|tornado|blizzard|limits?|zones?|download"
    r"|upload|broadband|internet"
    r"|serve|serves|fastball|pitch|pitches|ball|currents?|front|eruption|lava|ash|earth|orbit|orbital|waves?"
    r"|tsunami|depression|breeze"
    r"|sustained|rain|dust|smoke|slip|plates?|wheels?|fan|blades?)\b"
)
_VEHICLES = {
    "rail": rf"{nouns('rail')}|express|rail|tram",
    "road": rf"{nouns('road')}|vehicles?|suvs?|tanks?|driver",
    "sea": rf"{nouns('sea')}|tugs?|carrier",
    "air": rf"{nouns('air')}|drones?|flights?|glider|balloon|pilot",
    "bicycle": r"cyclists?|bicycles?|peloton|bikes?",
    "foot": r"walk(?:s|ed|ers?|ing)?|runners?|hikers?|marchers|on\sfoot|pedestrians?",
    "missile": r"missiles?|rockets?|shells?|projectiles?|spacecraft|capsule|warheads?",
}
_VEHICLE = {mode: re.compile(rf"\b(?:{words})\b") for mode, words in _VEHICLES.items()}
_FORCE = pattern(
    r"\b(?:(?P<storm>(?:super\s?|thunder)?storms?|hurricanes?|typhoons?|cyclones?|tornado(?:es)?|twister|depression|blizzard|system)"
    r"|(?P<tsunami>tsunamis?))\b"
)
_GOES = pattern(
    r"\b(?:mov(?:es?|ed|ing)|head(?:s|ed|ing)|track(?:s|ed|ing)|travel(?:s|led|ling|ed|ing)|drift(?:s|ed|ing)|advanc(?:es|ed|ing)"
    r"|churn(?:s|ed|ing)|crawl(?:s|ed|ing)|rac(?:es|ed|ing)|spe(?:d|eding)|forward\sspeed|barrel(?:s|led|ling|ed|ing))\b"
    r"(?:(?!\bwinds?\b|\bgusts?\b)[^.;\ue800-\uf5ff]){0,48}\Z"
)
_SPEED_WORD = pattern(rf"\b(?:speeds?|averag\w+|cruis\w+|slow(?:ed|ly)?|fast(?:er)?|top|maximum|at|{TRAVEL})\b")
# "The average speed was V", "it had been making V": of what the text just told of.
_ITS_SPEED = pattern(
    r"\b(?:the|its|their)\s(?:[a-z]+\s){0,2}speed\s(?:was|is)\s(?:[a-z]+\s){0,3}\Z"
    r"|\b(?:it|they)\s(?:had\sbeen\s|was\s|were\s)?(?:making|made|averaged|averaging|doing|did)\s(?:[a-z]+\s){0,3}\Z"
)
# What a ship makes: "was sailing at V", "doing V".
_DRIVEN = pattern(
    rf"\b(?:{TRAVEL}|rac(?:es|ed|ing)|steam(?:s|ed|ing))\s(?:[a-z]+\s){{0,2}}?at\s(?:(?:a|the|about|around|up|to|some|speeds?|of|just"
    r"|over|under|nearly|almost|more|than)\s){0,5}\Z"
)
_SHIP = re.compile(rf"\b(?:{nouns('sea')}|sail(?:s|ed|ing|ors?))\b")
_NO_FASTER = pattern(r"\b(?:cannot|can't|not|never|no)\s(?:[a-z]+\s){0,3}\Z")
_TOWARDS = re.compile(
    r"\b(?:of|to|towards?|for|from|off|over|near|through|across|in|into|at|on|past|hit|reach|between|along)\s(?:the\s)?(?:[a-z]+\s)?\Z"
)
_LOOKED_AT = 40
_CLAUSE_END = re.compile(r"[,;]|\b(?:when|while|as|before|after|until|but)\b")
_PERMITTED = pattern(r"\b(?:limit|limited\sto|restrict\w+|permitted|allowed|posted)\b")
_TEXTS = {
    "speed.possible": "The speed is one that vehicles of this kind reach.",
    "speed.high": "The speed is above what vehicles of this kind usually reach.",
    "speed.too-high": "The speed is above what any vehicle of this kind in service reaches.",
    "speed.unknown-vehicle": "The text does not say what travels, so there is nothing to hold the speed against.",
}
RULES = tuple(Rule(id=r, kind="speed", text=t, tolerances=tolerances.TOP_SPEEDS_ALL) for r, t in _TEXTS.items())


class SpeedChecker:
    """Finds and judges speeds of what travels.

    Accepts these shapes (V an amount of speed): travels at (a speed of) V; the train's slow speed – V; with a top speed
    of V; averaging V; cruising at V; cannot go beyond V; slowed to V; the V train. Winds, storms, limits and
    connections are left out, and so are texts in which no place is named. The storm is moving D at V; the tsunami
    travelled at V: how fast it goes is a speed, how hard it blows is none.
    """

    def __init__(self, worder: Worder | None = None) -> None:
        self._worder = worder or Worder()

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        if not reading.mentions:
            return []
        return [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        line = wording.line
        for at, sign in wording.of_sort("speed"):
            near = line[max(0, at - 120) : at] + _CLAUSE_END.split(line[at : at + 60], maxsplit=1)[0]
            if sign.quantity is not None and _is_placed(reading) and (force := _goes(line, at)) is not None:
                yield _claim(reading, wording, at, force)
                continue
            driven = _DRIVEN.search(line, max(0, at - 60), at) is not None  # by whatever wind
            if (
                sign.quantity is None
                or (_NOT_TRAVEL.search(near) and not driven)
                or _PERMITTED.search(line[max(0, at - 60) : at])
            ):
                continue
            mode = _mode(line, at) or self._mode_before(reading, wording, at)
            mode = mode or (
                "sea" if driven and sign.quantity.unit == "kn" and _SHIP.search(reading.document.text) else None
            )
            if mode is None and not (_SPEED_WORD.search(line[max(0, at - 40) : at]) and _is_moving(line)):
                continue
            if mode is not None:
                yield _claim(reading, wording, at, mode)

    def _mode_before(self, reading: Reading, wording: Wording, at: int) -> str | None:
        """What travels at "the average speed", by the vehicle of the sentence before."""
        if not _ITS_SPEED.search(wording.line, max(0, at - 60), at):
            return None
        before = self._worder.before(reading, wording.sentence, 1)
        return _mode(before[0].line, len(before[0].line)) if before else None

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        assert claim.stated is not None
        low, value = (convert(v, claim.stated.unit, "km/h") for v in (claim.stated.low, claim.stated.value))
        measured = {"stated_kmh": round(value, 1)}
        words = show(claim.stated)
        bounds = tolerances.TOP_SPEEDS.get(claim.mode or "")
        if bounds is None:
            why = f"cannot be checked: the text does not say what travels at {words}"
            return settle(claim, Finding("speed.unknown-vehicle", Outcome.UNVERIFIABLE, why), measured, None)
        warn, reject = bounds
        kind = _NAMES[claim.mode or ""]
        if low > reject.value:
            why = f"{words} does not match what {kind} reach: at most {reject.value:g} km/h"
            return settle(claim, Finding("speed.too-high", Outcome.INCONSISTENT, why), measured, None)
        if low > warn.value:
            why = f"{words} is more than {kind} usually reach ({warn.value:g} km/h)"
            return settle(claim, Finding("speed.high", Outcome.DOUBTFUL, why), measured, None)
        why = f"{words} is a speed that {kind} reach"
        return settle(claim, Finding("speed.possible", Outcome.CONSISTENT, why), measured, None)


_NAMES = {
    "rail": "trains",
    "road": "vehicles on roads",
    "sea": "ships",
    "air": "aircraft",
    "bicycle": "cyclists",
    "foot": "walkers and runners",
    "missile": "missiles and rockets",
    "storm": "storms",
    "tsunami": "tsunamis",
}


def _is_placed(reading: Reading) -> bool:
    """Whether a text names a known place that something is told to go to, or to be in, off or near."""
    text = reading.document.text
    return any(
        m.place is not None
        and m.mention.kind is MentionKind.PLACE
        and _TOWARDS.search(text, max(0, m.start - 24), m.start)
        for m in reading.mentions[:_LOOKED_AT]
    )


def _goes(line: str, at: int) -> str | None:
    """Whether an amount is how fast a storm or a tsunami goes: "was moving north-west at V"."""
    if not _GOES.search(line, max(0, at - 60), at):
        return None
    named = list(_FORCE.finditer(line, max(0, at - 220), at))
    return named[-1].lastgroup if named else None


def _mode(line: str, at: int) -> str | None:
    """What travels, by the nearest vehicle in the sentence."""
    best: tuple[int, str] | None = None
    for mode, form in _VEHICLE.items():
        for match in form.finditer(line, max(0, at - 220), at + 60):
            distance = abs(match.start() - at)
            if best is None or distance < best[0]:
                best = (distance, mode)
    if best is not None:
        return best[1]
    told = journey_mode(line[max(0, at - 80) : at + 40])
    return told if told in tolerances.TOP_SPEEDS else None


def _is_moving(line: str) -> bool:
    return re.search(rf"\b{TRAVEL}\b", line) is not None


def _claim(reading: Reading, wording: Wording, at: int, mode: str | None) -> Claim:
    line = wording.line
    quantity = wording.sign(line[at]).quantity
    assert quantity is not None
    lead = re.search(
        r"(?:\bat\s|\bwith\s|\bthe\s)?(?:[a-z'-]+\s){0,4}?(?:speeds?\b|averag\w+"
        r"|cruis\w+)[^.;\ue000-\uf7ff]{0,60}\Z",
        line[max(0, at - 90) : at],
    )
    first = max(0, at - 90) + lead.start() if lead else at
    start, end = wording.start(first), wording.end(at + 1)
    return replace(
        begin_claim(reading, ClaimKind.SPEED, wording.sentence, (start, end)),
        mode=mode,
        hedge="up to" if _NO_FASTER.search(line, max(0, at - 40), at) else quantity.hedge,
        stated=quantity,
        score=0.9 if mode else 0.6,
    )
