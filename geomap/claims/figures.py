"""Which place a distance, direction or travel time is stated of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.claims.participants import Participants, starts_with_pronoun, subject_at, unnamed
from geomap.claims.patterns import COPULA, EDGE
from geomap.claims.wording import AREAS, Wording, pattern
from geomap.quantities import convert
from geomap.records import Participant, Place, Reading

NOT_NAMED = "the place meant here"
_COPULA = pattern(rf"\b{COPULA}\b")
_EVENT = pattern(r"\b(?:cent(?:er|re)d|epicent(?:er|re)s?|hypocent(?:er|re)|struck|occurred|hit)\b")
_SAME = pattern(
    r"[\s,;:)\]]{0,4}(?:<P>(?:'s|,)?[^,;]{0,48}[,)]\s?)?(?:and|but|or|while|yet|then|plus|&|as well as)?[\s,]{0,2}"
    r"(?:(?:also|it|is|lies|lie|about|some|another|a|the|same|further|only|just|located|situated|or|roughly"
    r"|around|at|be|stands"
    r"|approximately|exactly|is\salso|nearly|almost|again|both|are|within)\s){0,5}\Z"
)
# "P district", "P province": the name is that of an area that the figure lies in.
_AREA_WORD = pattern(
    r"\s(?:district|province|region|county|oblast|state|governorate|prefecture|department|territory|valley"
    r"|peninsula|parish|suburb|native|resident|metro|metropolitan|area|neighbou?rhood|company|man|woman)\b"
)
_THIS_TOWN = pattern(
    r"\b(?:this|the)\s(?:[a-z-]+\s){0,2}(?:city|town|village|community|settlement|hamlet"
    r"|port)\s?,?\s?\Z"
)
# Between a place and an amount: what makes the amount that of something else.
_NEW_CLAUSE = pattern(
    r"\b(?:and|while|but|when|after|before|because|whereas|although|though|as)\s[^,]{0,60}"
    r"\b(?:was|were|had|has|have|said|reached|is|are|went|came|hit|fell|took|struck|made|began|opened|told|saw)\b"
)
_THING = pattern(
    r"\b(?:in|at|on|to|from|near|off|into|of|for|with|by|is|was|an?)\s(?:an?|his|her|their|another|one|some"
    r"|several|two|three)\s"
    r"(?:[a-z'-]+\s){1,5},?\s?\Z"
)
# What can stand between a place and the amount that is told of it alone.
_APPOSITION = pattern(r"(?:,|\s?[(–—]|\s-)\s?(?:(?:which|that)\s(?:is|lies)\s|(?:located|situated|lying)\s)?\Z")
_BE = pattern(r"\b(?:is|was|are|were|be|been|being)\b")
# A form of "to be" with a verb of what is done, and the way from there to a place.
_HAPPENED = pattern(
    r"\s(?:(?:not|also|later|then|first|still|soon|already|once|[a-z]{2,12}ly)\s){0,2}"
    r"(?!located|situated|based|founded|found|cent|nestled|perched|positioned|headquartered|named|called|known|bordered"
    r"|surrounded|bounded|divided|separated|connected|linked|served|sited|placed|set\b)"
    r"(?:[a-z]{2,14}(?:ed|ing|en|own)|held|sent|brought|caught|struck|hit|lost|shot|left|sunk|born|put|kept|laid|led|met"
    r"|due|bound)\s[^.;]{0,80}?\b(?:to|into|in|at|from|off|for|toward|towards|reach|on|past|via|through)\s(?:[a-z-]+\s){0,4}\Z"
)
# An area with a radius below this share of a stated distance counts as a point (chosen by us).
_SMALL = 0.25
_APPOSED = pattern(r",\s(?:an?|the|one|its|once)\s")
_INSIDE = pattern(r"\b(?:in|of)\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
_EDGE_OF = pattern(rf"(?:the\s)?{EDGE}\s(?:with|of|to)\s(?:the\s)?\Z")
_RIGHT = pattern(
    r"[,\s]{0,3}(?:(?:lies|is|stands|sits|in|at|near|was|are|along|,|the|a|an|town|city|village|of|port|small"
    r"|called|named)[\s,]{1,2}){0,7}"
    r"(?P<p><P>)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with where it stands in the line (None where it is only implied) and another reading.

    `bound` says that the amount follows right after its name.
    """

    participant: Participant
    at: int | None = None
    other: Participant | None = None
    bound: bool = False


def same_as_before(wording: Wording, last_end: int, at: int) -> bool:
    """Whether an amount goes on from the statement before it: "12 miles east of X, 20 miles west of Y and …"."""
    return at - last_end <= 90 and _SAME.match(wording.line, last_end, at) is not None


class Figures:
    """Finds what an amount is stated of."""

    def __init__(self, participants: Participants) -> None:
        self._participants = participants

    def find(self, reading: Reading, wording: Wording, at: int, *, taken: frozenset[int], floor: int = 0) -> Found:
        """What stands to the left of an amount at `at`: the nearest place that can be located, or the subject.

        `taken` are places of the line that already are grounds; `floor` is where the statement before ended.
        """
        line = wording.line
        nearest, area = self._candidates(wording, at, taken, floor)
        subject = self._subject(reading, wording, at, floor)
        if nearest is not None and subject is None and _belongs_elsewhere(line, nearest, at):
            if this := _THIS_TOWN.search(line, max(0, at - 40), at):
                return Found(self._participants.town(reading, wording, first=this[0].startswith("this")))
            return Found(unnamed(NOT_NAMED, "the sentence does not name it"))
        if nearest is None and subject is None and (this := _THIS_TOWN.search(line, max(0, at - 40), at)):
            return Found(self._participants.town(reading, wording, first=this[0].startswith("this")))
        if nearest is not None:
            gap = line[nearest + 1 : at]
            found = self._participants.named(wording.sign(line[nearest]), reading)
            if edge := _EDGE_OF.search(line, max(0, nearest - 40), nearest):
                found = self._participants.named(wording.sign(line[nearest]), reading, wording.start(edge.start()))
            vague = found.place is None and subject is not None and subject.participant.place is not None
            bound = _APPOSITION.match(gap) is not None
            own = _is_bound(line, nearest, gap) or (bound and _is_event(line, nearest))
            lost = subject is not None and subject.participant.text == NOT_NAMED and found.place is not None
            if subject is None or lost or subject.at == nearest or (own and not vague):
                return Found(found, nearest, bound=bound)
            other = None if found.place is not None and found.place.kind in AREAS else found
            return Found(subject.participant, subject.at, other)
        if subject is not None:
            return subject
        if _EVENT.search(line, max(0, at - 90), at):
            return Found(unnamed("the epicentre", "the text gives no other position for it"))
        if area is not None and area < 16:
            return Found(self._participants.named(wording.sign(line[area]), reading), area)
        return Found(unnamed(NOT_NAMED, "the sentence does not name it"))

    def right_of(self, reading: Reading, wording: Wording, at: int, end: int) -> Found | None:
        """The figure that follows: "20 km to the north of Y lies X"."""
        match = _RIGHT.match(wording.line, end)
        if match is not None:
            return Found(self._participants.named(wording.sign(match["p"]), reading), match.start("p"))
        if at < 4 and end < 60 and wording.line[end : end + 1] == ",":
            for place_at, sign in wording.of_sort("place"):
                if end < place_at < end + 90 and not (
                    sign.place and sign.place.place and sign.place.place.kind in AREAS
                ):
                    return Found(self._participants.named(sign, reading), place_at)
        return None

    def _candidates(
        self, wording: Wording, at: int, taken: frozenset[int], floor: int
    ) -> tuple[int | None, int | None]:
        """The nearest place left of `at` that has a point of its own, and the nearest area."""
        line = wording.line
        area = None
        for place_at in range(at - 1, max(floor, at - 260) - 1, -1):
            sign = wording.signs.get(line[place_at])
            if sign is None or sign.sort != "place" or place_at in taken or line[place_at + 1 : place_at + 3] == "'s":
                continue
            if place_at + 1 < at and _AREA_WORD.match(line, place_at + 1):
                area = place_at if area is None else area
                continue
            place = sign.place.place if sign.place else None
            bordered = _EDGE_OF.search(line, max(0, place_at - 40), place_at)
            if place is not None and place.kind in AREAS and not (bordered or _is_small(wording, place, place_at, at)):
                area = place_at if area is None else area
                continue
            return place_at, area
        return None, area

    def _subject(self, reading: Reading, wording: Wording, at: int, floor: int) -> Found | None:
        """What the sentence is about, where a form of "to be" carries the amount."""
        line = wording.line
        if _EVENT.search(line, max(0, at - 60), at) or floor:
            return None
        start = subject_at(wording)
        if start is not None and start < at and _COPULA.search(line, start, at):
            return Found(self._participants.named(wording.sign(line[start]), reading), start)
        title = self._participants.title(reading)
        if title is not None and _is_named_first(reading, wording, title.text) and _COPULA.search(line, 0, at):
            return Found(title)
        pronoun = starts_with_pronoun(line)
        if (pronoun and _COPULA.search(line, 0, at)) or (start is None and _title_speaks(line, at)):
            if title is not None:
                return Found(title)
            if pronoun:
                return Found(self._participants.subject(reading, wording))
        return None


def _is_small(wording: Wording, place: Place, place_at: int, at: int) -> bool:
    """Whether an area right before an amount is a point beside it: "Malta, 160 miles south-east of Lampedusa"."""
    stated = wording.sign(wording.line[at]).quantity if wording.line[at] in wording.signs else None
    if stated is None or stated.dimension != "length" or not _APPOSITION.match(wording.line, place_at + 1, at):
        return False
    if place.kind in {"region", "county"} and _INSIDE.search(wording.line, max(0, place_at - 24), place_at):
        return False
    return place.radius_km <= _SMALL * convert(stated.value, stated.unit, "km")


def _is_event(line: str, place_at: int) -> bool:
    """Whether the words before a place tell what happened there, not where something lies: "was towed to P"."""
    ends = [match.end() for match in _BE.finditer(line, max(0, place_at - 160), place_at)]
    if not ends:
        return False
    return _HAPPENED.match(line, ends[-1], place_at) is not None or line[ends[-1] : place_at] in {" in ", " at "}


def _belongs_elsewhere(line: str, place_at: int, at: int) -> bool:
    """Whether the words between a place and an amount name another thing: "in P, while … at a site N from …"."""
    gap = line[place_at + 1 : at]
    if re.match(r",?\s(?:which|where|that)\b", gap) or _APPOSED.match(gap):
        return False
    return _NEW_CLAUSE.search(gap) is not None or _THING.search(gap) is not None


def _is_named_first(reading: Reading, wording: Wording, name: str) -> bool:
    """Whether a sentence begins with the title's name, though it was not taken for a place."""
    start = wording.sentence.start
    return reading.document.text.startswith(name, start) or reading.document.text.startswith(f"The {name}", start)


def _title_speaks(line: str, at: int) -> bool:
    """Whether a sentence leaves its subject out: "Located on the main route, midway between …", "N km from …"."""
    return re.match(
        r"(?:located|situated|lying|set|founded|based|found|about|approximately|only|just)?\s?\Z", line[:at][:24]
    ) is not None or (re.match(r"(?:located|situated|lying|set|nestled)\b", line) is not None)


def _is_bound(line: str, place_at: int, gap: str) -> bool:
    """Whether the place left of an amount is what it is stated of, though the sentence is about another one."""
    if re.match(r",?\s(?:which|where|that)\b", gap):
        return True
    if re.fullmatch(r",\s?", gap) and re.search(
        r"\b(?:though|but|where|while|whose)\s", line[max(0, place_at - 60) : place_at]
    ):
        return True
    return re.match(r",?\s(?:a|an)\s(?:[a-z'-]+\s){1,6}", gap) is not None
