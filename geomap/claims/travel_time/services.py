"""Times of lines that run, as timetables and guides tell them: "buses leave X at noon and need T"."""

from __future__ import annotations

import re

from geomap.claims.asides import pare
from geomap.claims.distance.find import DistanceFinder
from geomap.claims.patterns import GROUND, VIA
from geomap.claims.travel_time.journeys import Journey
from geomap.claims.wording import Wording, pattern
from geomap.records import Reading
from geomap.vehicles import nouns

_VEHICLE = (
    rf"(?:{nouns('rail', 'road', 'sea', 'air')}|omnibus(?:es)?|flights?|express(?:es)?|services?|minivans?|marshrutkas?"
    r"|matatus?|jeepneys?|colectivos?|combis?|dolmu[sş](?:es|lar)?|sleepers?|locals?|shuttles?|tuk-tuks?"
    r"|the\s(?:one|other)|line|route|road|drive|ride|trip|journey|crossing|passage)"
).replace(" ", r"\s")
_SOME = (
    r"(?:(?:about|around|some|roughly|approximately|only|just|at\sleast|up\sto|between|under|over|nearly|almost|an?"
    r"|another|usually|normally|now)\s){0,3}"
)
# What leads to the time of a way: "and takes", "which need", "(N$250, ".
_LED = (
    r"(?:(?:and|which|that|who|;|,)?\s?(?:(?:usually|normally|then|now|can|will|would|should|it|they)\s){0,2}"
    r"(?:takes?|took|taking|needs?|needed|needing|requires?|lasts?|lasting|is\sdone\sin|do(?:es)?\sit\sin"
    rf"|makes?\sit\sin)\s{_SOME}|[,(]\s?(?:[^()\ue000-\ue7ff]{{0,24}}?[,;/]\s)?{_SOME})"
)
_FREE = r"[^.;\ue000-\ue7ff]"
_AWAY_FROM = (
    rf"(?:from|out\sof|leav(?:es?|ing)|left|depart(?:s|ed|ing)?(?:\sfrom)?)\s(?P<a>{GROUND}|<P>(?='s\s(?:[a-z]+\s){{0,3}}"
    r"(?:station|terminal|port|harbour|airport)\b))(?!,?\s(?:and|or)\s<P>)"
)
_TOWARDS = rf"(?:to|for|into|towards?|reach(?:es|ed)?|serv(?:es?|ing))\s(?P<b>{GROUND})"
# "Buses leave X for Y twice a week and take T"
_FROM_TO = pattern(
    rf"\b{_VEHICLE}\b{_FREE}{{0,60}}?\b{_AWAY_FROM}{_FREE}{{0,40}}?\b{_TOWARDS}(?:\s{_FREE}{{0,90}}?)?{_LED}\Z"
)
# "Coaches from X to Y call at Z around midnight (T in all)"
_IN_BRACKETS = pattern(
    rf"\b{_VEHICLE}\b{_FREE}{{0,40}}?\bfrom\s(?P<a>{GROUND})\sto\s(?P<b>{GROUND})\s[^.;()]{{0,90}}\(\s?{_SOME}\Z",
    "from ",
)
# "Buses leave X every hour (T)", "There are four buses a day to Y (T)": the other end is what the text is about.
_ONE_END = pattern(
    rf"\b{_VEHICLE}\b{_FREE}{{0,70}}?\b(?:{_AWAY_FROM}|{_TOWARDS})(?:'s?\s{_FREE}{{0,40}}?)?{VIA}(?:\s{_FREE}{{0,90}}?)?"
    rf"{_LED}\Z"
)
# "Y can be reached in T"
_REACHED = pattern(
    rf"(?P<b>{GROUND})\s(?:is|are|was|were|can\sbe|could\sbe|may\sbe)\s(?:(?:easily|best|usually|now|also)\s){{0,2}}"
    rf"reached\s(?:(?:by|on|via|from\shere)\s(?:[a-z-]+\s){{1,3}})?(?:in|within|after)\s{_SOME}\Z",
    "reached ",
)
_RECKON = r"(?:allow|reckon(?:\swith|\son)?|expect|count\son|figure\son)"
# "From X it's T", "From X allow T"
_FROM_IT = pattern(
    rf"\bfrom\s(?P<a>{GROUND}),?\s(?:it(?:'s|\sis|\swas|\stakes|\stook)|{_RECKON})\s{_SOME}(?:<L>,?\s(?:and|or)\s{_SOME})?\Z",
    "from ",
)
_ALLOW = pattern(rf"\b{_RECKON}\s{_SOME}\Z")
_ALLOWED = pattern(rf"\s(?:by\s[a-z]+\s|for\sthe\s[a-z]+\s)?(?:from\s(?P<a>{GROUND})|to\s(?P<b>{GROUND}))")
# What ends a time: not "20 minutes late", "two hours after sunset", "two hours to get refunds".
_ENDS = pattern(
    r"(?:\s(?:in\s(?:all|total)|each\sway|one[\s-]way|(?:either|each|one)\sway|or\s(?:so|more|less)|all\stold"
    r"|by\s[a-z]+|on\s[a-z]+))?\s?(?:[.,;:()]|\Z|\s(?:and|but|while|for|by|if|in|at|costs?|over|along|through|via|of"
    r"|to\s(?:reach|get\sto|make|cover|complete|the|<P>))\b)"
)


class Services:
    """Finds the line that a time is told of; the places of its ends are named with `distances`."""

    def __init__(self, distances: DistanceFinder) -> None:
        self._distances = distances

    def find(self, reading: Reading, wording: Wording, at: int) -> Journey | None:
        """The way of a line's time, one of its ends at least; None where no line is told of."""
        pared, kept = pare(wording), tuple(range(len(wording.line) + 1))
        if pared is not None:
            kept = (*pared.kept, len(wording.line))
            wording, at = pared.wording, pared.wording.line.find(wording.line[at])
        line = wording.line
        if at < 0:
            return None
        if _ALLOW.search(line, max(0, at - 40), at) and (match := _ALLOWED.match(line, at + 1)):
            return self._journey(reading, wording, match, kept[at])
        if not _ENDS.match(line, at + 1):
            return None
        first = max(0, at - 260)
        for form in (_FROM_TO, _IN_BRACKETS, _ONE_END, _REACHED, _FROM_IT):
            match = form.search(line, first, at)
            if match is not None:
                return self._journey(reading, wording, match, kept[match.start()])
        return None

    def _journey(self, reading: Reading, wording: Wording, match: re.Match[str], at: int) -> Journey:
        ends = [
            self._distances.named(reading, wording, *match.span(name))
            if name in match.re.groupindex and match[name]
            else None
            for name in "ab"
        ]
        return Journey(ends[0], ends[1], at)
