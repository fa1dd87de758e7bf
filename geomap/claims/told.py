"""The ends of a journey that the text told before: what "the crossing" and "she had flown" leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.asides import pare
from geomap.claims.motion.event import Event
from geomap.claims.motion.events import find_events
from geomap.claims.motion.trips import made_events
from geomap.claims.participants import Participants
from geomap.claims.patterns import BETWEEN, GROUND, JOURNEY, LINE_OF, LINKS, PAIR, TRAVEL
from geomap.claims.travellers import same_traveller
from geomap.claims.wording import Shape, Worder, Wording, pattern
from geomap.records import Modality, Participant, Reading, Sentence

_BACK = 4
_START = pattern(
    rf"\b(?:from|left|leav(?:e|es|ing)|departed(?:\sfrom)?|departing|set(?:ting)?\s(?:out|off)\sfrom"
    rf"|boarded\s(?:[a-z]+\s){{0,4}}in|after\s(?:<T>|an?\s(?:[a-z-]+\s){{0,2}}(?:stop|stay|night|day|visit))\s(?:in|at|to)"
    rf"|started\sin|took\soff\sfrom|out\sof)\s(?P<p>{GROUND})"
)
_END = pattern(
    rf"\b(?:(?:arriv(?:ed?|es|ing)|finish(?:ed|es|ing)?|end(?:ed|s|ing)(?:\sup)?)\s(?:in|at)"
    rf"|reach(?:ed|es|ing)?|land(?:ed|s|ing)?\s(?:in|at|on)|bound\sfor|(?:on\s(?:its|his|her|their|the)\sway|en\sroute)\sto"
    rf"|(?:left|set\soff)\sfor|head(?:ed|s|ing)?\s(?:[a-z]+\s)?(?:for|to|towards?)|leading\sto"
    rf"|(?:left|departed|leaving|quit)\s<P>\s(?:(?:with|by|on|aboard|at)\s[^,.;\ue000-\ue7ff]{{1,32}}\s)?for|pulled\sinto|came\sto|(?:{TRAVEL})\s(?:[a-z]+\s){{0,3}}?to|on\sto|back\sto"
    rf"|(?:flights?|trains?|services?|ferry|ferries|bus(?:es)?|route|line|railway|link|voyage|trip|journey|crossing)\s(?:[a-z]+\s){{0,2}}?to|destination(?:,|\sis"
    rf"|\sof))\s(?P<p>{GROUND})"
)


# Where one is only on the way to: no end of what one "had covered".
_AHEAD = pattern(
    r"(?:bound\sfor|(?:on\s(?:its|his|her|their|the)\sway|en\sroute)\sto|heading\sfor|destination)"
    r"|\b(?:is|are|was|were|been)\s(?:[a-z]+\s){0,2}headed\sfor"
)
_PLANNED = pattern(
    r"\b(?:due|will|would|plans?|planned|expected|hopes?|scheduled|to|can|could|may|offered)\s(?:[a-z]+\s){0,2}\Z"
)
_FROM_THE = pattern(
    r"\bfrom\s(?:the|its|their)\s(?:[a-z]+\s){0,2}(?:border|frontier|coast|source|river|mouth|crossing)\sto\s"
    r"(?:the\s)?(?:[a-z]+\s)?<P>"
)
# What has been covered by then, or at the end of which one has arrived.
_MADE = pattern(
    rf"\b(?:had|has|have)\s(?:[a-z]+\s){{0,2}}{TRAVEL}\s[^.;]{{0,40}}\Z"
    rf"|\bafter\s(?:an?|the|its|his|her|their)\s(?:[a-z-]+\s){{0,3}}{JOURNEY}\s[^.;]{{0,40}}\Z"
)
# "They reached the city after a march of N": the town that the report is about.
_END_TOWN = pattern(
    r"\b(?:reach(?:ed|ing)|arriv(?:ed|ing)\s(?:in|at)|enter(?:ed|ing)|(?:[a-z]{3,8}ed|rode|drove)\sinto)\s"
    r"(?P<p>(?:the|this)\s(?:[a-z]+\s)?(?:city|town|village|port))\b(?!\s(?:of|hall|cent)\b)"
)
_THEN_TO = pattern(
    rf"[,;]?\s(?:and|then|before|from there)\s[^.;\ue000-\uf7ff]{{0,40}}?\b{TRAVEL}\s(?:[a-z]+\s){{0,3}}?to\s"
    rf"(?P<p>{GROUND})"
)
# What stands between a verb and where it happens; not the head of the phrase, which "on the border of <P>" is said of.
_ON_THE_WAY = r"(?:(?!(?:at|into)\s(?!dawn|dusk|noon|midnight|night|sunrise|sunset|last|first))[a-z]+\s){0,4}?"
# "a journey to P", "a 60-hour ride to P" have got nobody there.
_NO_NOUN = r"(?!(?:journey|drive|ride|walk|hike|march|sail|trek|run|race|flight|transfer|ship|go|fly|travel)\s)"
# Where a traveller is before going on.
_AT = pattern(
    rf"\b(?:(?:arriv(?:ed?|es|ing)|land(?:ed|s)|stop(?:ped|s|ping)?|disembark(?:ed|s)?|alight(?:ed|s)?|g[eo]ts?\soff|dock(?:ed|s)|call(?:ed|s)|cross(?:ed|es)|chang(?:ed|es)|refuel(?:led|s)?"
    rf"|stay(?:ed|s)|spent(?:\s[a-z]+){{1,4}}|board(?:ed|s)|stuck)\s{_ON_THE_WAY}(?:in|at|on|into)|reach(?:ed|es)|pulled\sinto|came\sto"
    rf"|on\sto|{_NO_NOUN}{TRAVEL}\s(?:[a-z]+\s){{0,3}}?(?:from\s<P>\s)?to)\s(?P<p>{GROUND})"
)


_WHERE_ON = pattern(r",\s(?:from\s)?(?:where|whence)\b[^.;]{0,80}\Z")


# "2. Lyon to Turin by car": a heading of a guide.
_HEADING = pattern(r"\A(?:\d{1,2}[.)]\s)?(?P<from>(?P<a><P>)\sto\s(?P<b><P>))(?:\sby\s[a-z]+)?\W{0,3}\Z", " to ")


class Told:
    """Finds where the journey that a sentence goes on about begins and ends."""

    def __init__(self, worder: Worder, participants: Participants) -> None:
        self._worder = worder
        self._participants = participants

    def ends(
        self,
        reading: Reading,
        wording: Wording,
        at: int,
        *,
        end: Participant | None = None,
        start: Participant | None = None,
        back: int = _BACK,
    ) -> tuple[Participant, Participant] | None:
        """Start and end of the journey, by the nearest words before `at` that name them; None where they do not.

        What is given is kept, and only the other end is looked for. `back` is how many sentences before are read. What
        is `made` already does not end where one is only on the way to, if the text tells of another end.
        """
        if _FROM_THE.search(wording.line, 0, at) and start is None:
            return None  # "from the border to X it covered N" is no length of the way told before
        made = _MADE.search(wording.line, max(0, at - 70), at)
        if made and (ends := self._ends(reading, wording, at, (end, start), back, made=True)) is not None:
            return ends
        found = self._ends(reading, wording, at, (end, start), back, made=False)
        if found is None and end is not None and start is None and back:
            last = _last_stop(reading, wording.sentence)
            return (last, end) if last is not None and _differ(last, end) else None
        return found

    def _ends(
        self,
        reading: Reading,
        wording: Wording,
        at: int,
        given_ends: tuple[Participant | None, Participant | None],
        back: int,
        *,
        made: bool,
    ) -> tuple[Participant, Participant] | None:
        end, start = given_ends
        if end is not None and start is None and (here := self._onward_from(reading, wording, at, end)) is not None:
            return here, end
        if end is not None and start is None and (whole := self._way_to(reading, wording, at, end, back)) is not None:
            return whole, end
        for told in self._lines(reading, wording, back):
            stop = at if told is wording else len(told.line)
            passed: re.Match[str] | None = None
            for form in (PAIR, BETWEEN, LINKS, LINE_OF, _HEADING):
                pairs = list(form.finditer(told.line, 0, stop))
                if pairs and self._went_on(reading, told, pairs[-1], stop, end):
                    passed = pairs[-1]
                elif pairs and (start is None or end is None):
                    a = start or self._implied(reading, told, pairs[-1], "a")
                    b = end or self._implied(reading, told, pairs[-1], "b")
                    onward = self._onward(reading, told, pairs[-1].end(), stop) if start is end is None else None
                    if onward is not None and _differ(b, onward):
                        return b, onward
                    if _differ(a, b):
                        return a, b
            given = end is not None
            end = end or self._last(reading, told, stop, start, made=made)
            if start is None:
                left = made and _START.search(told.line, 0, stop)  # "left A …, where they offered rides to C"
                forms = (_START, _AT) if (given or end is not None) and not left else (_START,)
                start = self._latest(reading, told, forms, (passed.end() if passed else 0, stop), end)
                if start is None and passed is not None:  # "a ride from A to B and a flight to C"
                    start = self._implied(reading, told, passed, "b")
            if start is not None and end is not None:
                return (start, end) if _differ(start, end) else None
        return None

    def _way_to(self, reading: Reading, wording: Wording, at: int, end: Participant, back: int) -> Participant | None:
        """Where the way begins that the text tells "from X to" an end, though it speaks of another place since."""
        for told in self._lines(reading, wording, back):
            stop = at if told is wording else len(told.line)
            for match in reversed(list(PAIR.finditer(told.line, 0, stop))):
                start, goal = (self._implied(reading, told, match, group) for group in ("a", "b"))
                if not _differ(goal, end) and _differ(start, end):
                    return start
        return None

    def _onward_from(self, reading: Reading, wording: Wording, at: int, end: Participant) -> Participant | None:
        """Where one stops before going on within a sentence: "stop at P, where he will get off and drive N to X"."""
        for match in reversed(list(_AT.finditer(wording.line, 0, at))):
            here = self._implied(reading, wording, match, "p")
            return here if _WHERE_ON.match(wording.line, match.end(), at) and _differ(here, end) else None
        return None

    def _onward(self, reading: Reading, wording: Wording, at: int, stop: int) -> Participant | None:
        """Where the text goes on to after "drove from A to B": "and the car went by ship to C"."""
        match = _THEN_TO.search(wording.line, at, stop)
        return self._implied(reading, wording, match, "p") if match is not None else None

    def _went_on(
        self, reading: Reading, wording: Wording, pair: re.Match[str], stop: int, end: Participant | None
    ) -> bool:
        """Whether the journey "from A to B" is over, and goes on to `end`."""
        if end is None or not pair.re.pattern.startswith("(?P<from>from"):
            return False
        return _differ(self._implied(reading, wording, pair, "b"), end)

    def _latest(
        self,
        reading: Reading,
        wording: Wording,
        forms: Sequence[Shape],
        span: tuple[int, int],
        other: Participant | None,
    ) -> Participant | None:
        """Where a journey set out or a traveller was, by the words that come last."""
        found = [
            (match, form, self._implied(reading, wording, match, "p"))
            for form in forms
            for match in form.finditer(wording.line, *span)
        ]
        found = [one for one in found if other is None or _differ(one[2], other)]
        if any(form is _AT for _, form, _ in found):  # "arrived in B after a train from A" is at B
            found = [one for one in found if not one[0][0].startswith(("from", "out of"))]
        return max(found, key=lambda one: one[0].end())[2] if found else None

    def _lines(self, reading: Reading, wording: Wording, back: int) -> list[Wording]:
        """The sentence itself and those before it, nearest first."""
        before = self._worder.before(reading, wording.sentence, back) if back else ()
        return [wording, *(pared.wording if (pared := pare(told)) is not None else told for told in before)]

    def _last(
        self, reading: Reading, wording: Wording, stop: int, other: Participant | None, *, made: bool
    ) -> Participant | None:
        """Where a journey ends, by the words that come last; "the city" is the one that the report is about."""
        line = wording.line
        found = [*_END.finditer(line, 0, stop), *_END_TOWN.finditer(line, 0, stop)]
        if made:
            found = [m for m in found if not _is_ahead(line, m)]
            at = [
                m for m in _AT.finditer(line, 0, stop) if not _PLANNED.search(line, max(0, m.start() - 40), m.start())
            ]
            found += [] if found else at
        for match in sorted(found, key=lambda m: m.end(), reverse=True):
            town = wording.line[match.end("p") - 1] not in wording.signs
            end = self._town(reading, wording) if town else self._implied(reading, wording, match, "p")
            if end is not None and (other is None or _differ(end, other)):
                return end
        return None

    def _town(self, reading: Reading, wording: Wording) -> Participant | None:
        """What "the city" means where one arrives there: the place of the dateline, else where one came before."""
        came = (e.place for e in reversed(made_events(reading)) if _is_arrival(e, wording.sentence.start))
        found = self._participants.scene.here(reading) or next(came, None)
        if found is None or found.place is None:
            return None
        why = f"“the city” is taken to be {found.place.name}"
        return replace(found, start=None, end=None, score=0.65 * found.score, why=why)

    def _implied(self, reading: Reading, wording: Wording, match: re.Match[str], group: str) -> Participant:
        at = max(
            i
            for i in range(*match.span(group))
            if wording.line[i] in wording.signs and wording.signs[wording.line[i]].place
        )
        found = self._participants.named(wording.sign(wording.line[at]), reading)
        why = f"the text tells this journey with {found.text!r} before"
        return replace(found, start=None, end=None, score=0.65 * found.score, why=why)


_WHOLE = frozenset("journey journeys trip trips voyage voyages tour tours expedition pilgrimage odyssey haul".split())


def _last_stop(reading: Reading, sentence: Sentence) -> Participant | None:
    """Where whoever the sentence tells of was last, by the events before it."""
    events = find_events(reading)
    here = next((e for e in events if e.sentence.sentence.start == sentence.start and e.subject), None)
    if here is None or here.subject is None or here.word in _WHOLE or here.word.startswith("continu"):
        return None  # "on its journey of N to X" counts from the start
    for event in reversed([e for e in events if e.sentence.number < here.sentence.number]):
        if event.subject is None or not same_traveller(event.subject, here.subject):
            continue
        if event.role in ("to", "at", "via") and event.modality is not Modality.NEGATED and not event.is_area:
            why = f"the text tells of {event.place.text} as the stop before"
            return replace(event.place, start=None, end=None, score=0.6 * event.place.score, why=why)
        if event.role == "from" and event.verb == "depart":
            return None
    return None


def _is_arrival(event: Event, before: int) -> bool:
    came = event.verb == "arrive" and event.role == "to" and not event.is_area
    return came and (event.place.start or 0) < before


def _is_ahead(line: str, match: re.Match[str]) -> bool:
    """Whether a place is one that one is only on the way to, or means to reach."""
    begin = max(0, match.start() - 40)
    return bool(_AHEAD.search(line, begin, match.end()) or _PLANNED.search(line, begin, match.start()))


def _differ(a: Participant, b: Participant) -> bool:
    if a.place is None or b.place is None:
        return a.text != b.text
    land, other = (a.place, b.place) if a.place.is_wide else (b.place, a.place)
    within = land.kind == "country" and land.country == other.country and not other.is_wide
    return a.place.id != b.place.id and not within  # "to Norway, … a flight to Oslo" starts elsewhere
