"""How the words between a place and an amount bind the two, or tell of another thing."""

from __future__ import annotations

import re

from geomap.claims.patterns import COPULA, JOURNEY, TRAVEL
from geomap.claims.signs import AREAS
from geomap.claims.wording import Wording, pattern
from geomap.quantities import convert
from geomap.records import Place, Reading

# Between a place and an amount: what makes the amount that of something else.
_NEW_CLAUSE = pattern(
    r"\b(?:and|while|but|when|after|before|because|whereas|although|though|as)\s[^,]{0,60}"
    r"\b(?:was|were|had|has|have|said|reached|is|are|went|came|hit|fell|took|struck|made|began|opened|told|saw"
    r"|broke|sank|died|killed|injured|wounded|damaged|destroyed|erupted|exploded|crashed|collapsed|flew|ran|burned|rose|shook)\b"
)
_THING = pattern(
    r"\b(?:in|at|on|to|from|near|off|into|of|for|with|by|is|was|an?)\s(?:an?|his|her|their|another|one|some"
    r"|several|two|three)\s"
    r"(?:[a-z'-]+\s){1,5},?\s?\Z"
)
# "bound for P ran aground": after a place that another thing comes from or goes to, a verb tells of that thing.
_WENT_ON = pattern(
    r"\A(?:\sin\s(?:the\s)?<P>)?(?:,?[^,;]{0,40}|[^,;]{0,40},\s(?=(?:was|were|had|has|have|is|are|[a-z]{3,12}ed)\s)[^,;]{0,40})"
    rf"\b(?!(?:located|situated|based|called|named)\b)(?:{TRAVEL}|[a-z]{{2,12}}ed|sank|hit|broke|fell|lost"
    rf"|struck|blew|caught|left|met|burst|began|came|found|seen)\b"
)
# "from P to Q, a journey of N that takes T, was hit": what is said of the way between a place and a verb.
_SUMMED_UP = pattern(rf",\s(?:an?|the|some|about)\s(?:(?:[a-z-]+|<T>|<L>)\s){{0,3}}?{JOURNEY}\b[^,;]{{0,80}}(?=,\s)")
# "on its way to P when pirates boarded it N from": told of what was on its way.
_WHEN = pattern(r"\b(?:when|after|before|until)\s[^,]{1,60}\b[a-z]{2,12}ed\b")
# "limped into P on Tuesday, N from Q": the day is nothing on board.
_DAY = (
    r"(?:on|in|by)\s(?:the\s)?(?:late\s|early\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|morning|afternoon|evening|night|\d)"
)
# "was sailing from Q to P with 32 people on board, N west of R"
_ABOARD = pattern(rf"\s(?!{_DAY}\b)(?:with|carrying|without|in|on|under|by)\s[^,;]{{3,60}},\s(?:[a-z]+\s){{0,2}}\Z")
# "The flight to P was N from Q": not P is, but what goes there.
_IS_ITSELF = pattern(rf"\s{COPULA}\b")
_LEADS_TO = pattern(
    r"(?<!distance\s)(?<!\bway\s)(?<!journey\s)(?<!trip\s)(?<!drive\s)(?<!voyage\s)(?<!crossing\s)"
    r"\b(?:from|for|to|into|towards?)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?)?\Z"
)
_ON_THE_WAY = pattern(
    r"\b(?:from|for|to|into|towards?|off|past|via|through|over|out\sof|left|leaving|leaves|departed|departing|quit|fled)"
    r"\s(?:the\s)?(?:[a-z]+\s(?:of\s)?)?\Z"
)
_WAY_TO = pattern(
    r"\b(?:on|along|off|by|beside)\s(?:the\s)?(?:[a-z]+\s){0,2}(?:road|highway|motorway|freeway|route|way|railway|line|track|path)"
    r"\s(?:to|from|for|towards?)\s(?:the\s)?\Z"
)
# "east of P": beside it, not in it.
_OFFSET_FROM = pattern(r"<D>\s(?:of|from)\s(?:the\s)?\Z")
# "North of P, the rebels came within N of": told of the rebels.
_THEN_SUBJECT = pattern(r",\s(?:<E>\s|the\s|its\s|an?\s)?(?:[a-z-]+\s){1,5}")
# "P, east of X, N from" is told of P.
_LIES_OFF = pattern(
    r"<P>,?\s(?:(?:just|located|situated|lying|which|is|lies|to|the|far|well|due|immediately)\s){0,4}\Z"
)
_IS_AWAY = pattern(rf"\s{COPULA}\s(?:[a-z]+\s){{0,3}}\Z")
_CLAUSE_STARTS = pattern(r"(?:[;:,]|\b(?:and|but|while|that|where|since|because|as))\s(?:the\s|all\s|whole\s){0,2}\Z")
_SAME = pattern(
    r"[\s,;:)\]]{0,4}(?:<P>(?:'s|,)?[^,;]{0,48}[,)]\s?)?(?:and|but|or|while|yet|then|plus|&|as well as)?[\s,]{0,2}"
    r"(?:(?:also|it|is|lies|lie|about|some|another|a|the|same|further|only|just|located|situated|or|roughly"
    r"|around|at|be|stands"
    r"|approximately|exactly|is\salso|nearly|almost|again|both|are|within)\s){0,5}\Z"
)
# "Situated N from X and M from Y, the base of P was hit": told of P.
_FRONTED = pattern(
    r"(?:situated|located|lying|set|perched|standing|built|nestled|sitting|only|just)\s(?:[a-z]+\s){0,3}"
    r"(?:<P>(?:\s[a-z]+)?,\s(?:[a-z]+\s){0,3})?"
)
_SUBJECT_NEXT = pattern(
    r"(?:\s(?:in|on)\s(?:the\s)?<P>)?(?:(?:,\s(?:[a-z]+\s){0,2}<L>|\s(?:and|but|via|by|along)\s)[^,;]{1,60}){0,4},\s"
    r"(?:(?:the|an?|this|its)\s(?:(?!(?:is|was|has|had|were|are)\b)[a-z'-]+\s){0,4}?)?(?P<p><P>)"
)
# What can stand between a place and the amount that is told of it alone.
APPOSITION = pattern(r"(?:,|\s?[(–—]|\s-)\s?(?:(?:which|that)\s(?:is|lies)\s|(?:located|situated|lying)\s)?\Z")
# "Mount Cook, New Zealand's highest peak, N from": what stands between says the same of the place.
_DESCRIBED = pattern(r",\s(?:<P>'s?|the|an?|its|their)\s(?:[a-z'-]{1,16}\s){0,4}[a-z'-]{1,16},\s?\Z")
# "X, a town on the Y, N from", "X, near the border with Y, N from": told of X.
_HEAD = pattern(
    r"(?P<p><P>),\s(?:(?P<noun>(?:an?|the|one\sof\sthe)\s(?:[a-z-]{1,16}\s){1,4}?)|(?:just|right|directly|deep)\s)?"
    r"(?P<where>on|in|near|at|by|along|beside|opposite|(?:close|next)\sto|not\sfar\sfrom|across\sthe\sborder\sfrom)\s"
    r"(?:the\s)?(?:(?:[a-z]+|<D>)\s){0,4}(?P<q><P>)(?:\sand\s<P>)?(?:'s\s<P>|\s[a-z]{3,12})?(?:\s(?:of|in|with)\s(?:the\s)?<P>)?,?\s"
    r"(?:(?:about|some|roughly|around|nearly|almost|just|only|and|which|lies|is)\s){0,2}\Z"
)
_BE = pattern(r"\b(?:is|was|are|were|be|been|being)\b")
# A form of "to be" with a verb of what is done, and the way from there to a place.
_HAPPENED = pattern(
    r"\s(?:(?:not|also|later|then|first|still|soon|already|once|[a-z]{2,12}ly)\s){0,2}"
    r"(?!located|situated|based|founded|found|cent|nestled|perched|positioned|headquartered|named|called|known|bordered"
    r"|surrounded|bounded|divided|separated|connected|linked|served|sited|placed|set\b)"
    r"(?:[a-z]{2,14}(?:ed|ing|en|own)|felt|heard|held|sent|brought|caught|struck|hit|lost|shot|left|sunk|born|put|kept|laid|led|met"
    r"|due|bound)\s[^.;]{0,120}?\b(?:to|into|in|at|from|off|for|toward|towards|reach|on|past|via|through|as\sfar(?:\s[a-z]+|\s<D>)?\sas)\s(?:[a-z-]+\s){0,4}\Z"
)
# An area with a radius below this share of a stated distance counts as a point (chosen by us).
_SMALL = 0.25
_APPOSED = pattern(r",\s(?:an?|the|one|its|once)\s")
# "Holm, on the coast of <P>, is …", "Holm, a village near <P>, is …": what an unknown name is said to lie at.
_ASIDE = pattern(
    rf"(?P<head>(?:(?!(?:{COPULA}|{TRAVEL}|said|says|told|it|he|she|they|there)\b)(?:<P>|[a-z])[a-z'.-]{{0,20}}\s?){{1,7}}),\s"
    r"(?:(?:an?|the|just|right|high|deep|far|set|located|situated|lying|perched|nestled|close|next|up|out)\s"
    r"(?:[a-z-]{1,16}\s){0,5}?)?"
    r"(?P<in>on|in|at|of|to|near|off|by|along|above|below|beside|outside|opposite|behind|beyond)\s"
    r"[^;.,\ue000-\uf5ff]{0,60}(?P<p><P>)[^;.,\uec00-\uf5ff]{0,40}(?:,[^;.,\uec00-\uf5ff]{0,60}){0,2},\s"
    rf"(?:(?:now|still|also|itself|alone)\s)?{COPULA}\b"
)
# "HOLM, a township, in the parish of <P>, N from": the headword of an entry.
_HEADWORD = pattern(
    r"(?P<head>[a-z][a-z'-]{2,24}(?:\s[a-z][a-z'-]{1,24}){0,3}),\s(?:an?\s)?(?:[a-z]+\s(?:and\s)?){0,3}"
    r"(?:township|parish|hamlet|village|town|chapelry|borough|city|port|settlement)\b"
)
_INSIDE = pattern(r"\b(?:in|of)\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z")
# "A is N from B, which is M from C": B is M from C, but not of "A, N from B, which is M from C".
_WHICH = pattern(
    r"(?P<p><P>)(?:,\s[^,;]{2,60})?,\s(?:itself\s)?which\s(?:itself\s|in\sturn\s)?"
    rf"{COPULA}\s(?:[a-z]+,?\s){{0,4}}\Z"
)
_OFFSET_APPOSED = pattern(r",\s(?:[a-z]+\s){0,3}<L>[^,;]{0,40}\b(?:of|from|off)\s(?:the\s)?\Z")
# "N from P, a town that is M from C": of P whatever stands before it.
_TOWN_THAT = pattern(
    r"(?P<p><P>)(?:,\s<P>)?,\s(?:an?|the|its|one\sof\sthe|another)\s(?:[a-z-]+\s){1,5}?(?:of\s[^;\ue000-\ue7ff]{1,30}\s)?"
    rf"(?:that|which)\s(?:itself\s)?{COPULA}\s(?:[a-z]+\s){{0,3}}\Z"
)
# "will shorten the road from P to Q by N", "saves N on the way": how much less, not how far.
_DIFFERENCE = pattern(
    r"\b(?:shorten|cut|reduc|slash|trim|shav|extend|lengthen|increas|drop|fell|fall|shrink|shr[au]nk|decreas|pared?)[a-z]{0,4}\b"
    r"[^;]{0,120}?\bby\s(?:(?:about|some|around|nearly|almost|roughly|at\sleast|up\sto|as\smuch\sas|more\sthan|over|an?"
    r"|another|<L>|<T>|and|or)\s){0,5}\Z"
    r"|\b(?:sav(?:e|es|ed|ing)|shav(?:es?|ed|ing))\s(?:[a-z]+\s){0,4}\Z"
)
_DIFFERS = pattern(
    r"[\s-](?:shorter|longer|quicker|faster|slower)\b|\s(?:less|more)\sthan\s(?:by|via|the|on)\b"
    r"|\soff\s(?:the|its|their|this|that)\s(?:[a-z]+\s)?(?:journey|trip|way|route|road|distance|drive|track|line|total)\b"
)


def is_difference(wording: Wording, at: int) -> bool:
    """Whether an amount tells by how much a way is shorter or longer, and not how far or long it is."""
    line = wording.line
    return (_DIFFERS.match(line, at + 1) or _DIFFERENCE.search(line, max(0, at - 160), at)) is not None


def head_of_clause(line: str, at: int) -> int | None:
    """Where the place stands that a relative clause before an amount tells of: "P, which is N from"."""
    if town := _TOWN_THAT.search(line, max(0, at - 120), at):
        return town.start("p")
    which = _WHICH.search(line, max(0, at - 120), at)
    if which is None or _OFFSET_APPOSED.search(line, max(0, which.start("p") - 80), which.start("p")):
        return None
    return which.start("p")


def apposed_head(wording: Wording, at: int) -> int | None:
    """Where the place stands that an aside before an amount tells of: "X, a town on the Y, N from".

    Not "in Italy, near Naples, N from" and "in Oslo, in Bergen, N from", which tell of the place named last.
    """
    match = _HEAD.search(wording.line, max(0, at - 140), at)
    if match is None:
        return None
    if match["noun"] is None and (
        _is_area(wording, match["p"]) or (match["where"] in {"in", "at"} and not _is_area(wording, match["q"]))
    ):
        return None
    return match.start("p")


def _is_area(wording: Wording, char: str) -> bool:
    placed = wording.sign(char).place
    return placed is not None and placed.place is not None and placed.place.kind in AREAS


def speech_closed(reading: Reading, wording: Wording, place_at: int) -> bool:
    """Whether a sentence begins with speech that ends before a place: "It is late," said a driver in <P>."""
    text, start = reading.document.text, wording.sentence.start
    before = text[start : wording.start(place_at)]
    return before[:1] in "\"“'‘" and re.search(r"[,.!?][\"”'’]\s", before) is not None


def is_small(wording: Wording, place: Place | None, place_at: int, at: int) -> bool:
    """Whether an area right before an amount is a point beside it: "Malta, 160 miles south-east of Lampedusa"."""
    if place is None or not any(form.match(wording.line, place_at + 1, at) for form in (APPOSITION, _DESCRIBED)):
        return False
    if place.kind in {"region", "county"} and _INSIDE.search(wording.line, max(0, place_at - 24), place_at):
        return False
    return is_point_from(wording, place, at)


def is_point_from(wording: Wording, place: Place, at: int) -> bool:
    """Whether an area is so small that it counts as a point beside the length at `at`."""
    stated = wording.sign(wording.line[at]).quantity if wording.line[at] in wording.signs else None
    if stated is None or stated.dimension != "length":
        return False
    return place.radius_km <= _SMALL * convert(stated.value, stated.unit, "km")


def is_event(line: str, place_at: int) -> bool:
    """Whether the words before a place tell what happened there, not where something lies: "was towed to P"."""
    ends = [match.end() for match in _BE.finditer(line, max(0, place_at - 160), place_at)]
    if not ends:
        return False
    return _HAPPENED.match(line, ends[-1], place_at) is not None or line[ends[-1] : place_at] in {" in ", " at "}


def is_on_the_way(line: str, place_at: int) -> bool:
    """Whether the words before a place make it where something comes from or goes to, not where it is."""
    match = _ON_THE_WAY.search(line, max(0, place_at - 40), place_at)
    return match is not None and not re.match(r"from\sthe\s[a-z]+\sof\s", match[0])


def lies_beside(line: str, place_at: int, at: int) -> str | None:
    """How something lies beside a place, and not in it: a "place" named before ("P, east of X"), or it "alone".

    None where the amount is told of the place itself: "east of X, a town N from Y".
    """
    offset = _OFFSET_FROM.search(line, max(0, place_at - 40), place_at)
    if offset is not None and offset.start() == 0 and _THEN_SUBJECT.match(line, place_at + 1):
        return "alone"
    if offset is None or not APPOSITION.match(line, place_at + 1, at):
        return None
    return "place" if _LIES_OFF.search(line, max(0, offset.start() - 40), offset.start()) else "alone"


def opens_clause(line: str, place_at: int, at: int) -> bool:
    """Whether a clause says of an area itself how far it is: "Sicily is near: Tunisia is N away"."""
    if _IS_AWAY.match(line, place_at + 1, at) is None:
        return False
    return place_at == 0 or _CLAUSE_STARTS.search(line, max(0, place_at - 24), place_at) is not None


def same_as_before(wording: Wording, last_end: int, at: int) -> bool:
    """Whether an amount goes on from the statement before it: "12 miles east of X, 20 miles west of Y and …"."""
    return at - last_end <= 90 and _SAME.match(wording.line, last_end, at) is not None


def is_fronted(line: str, at: int) -> bool:
    """Whether an amount stands in words that a sentence opens with: "Situated N from X, the base of P was hit"."""
    return _FRONTED.match(line, 0, at) is not None


def head_after(line: str, end: int) -> int | None:
    """Where the place stands that a sentence goes on about after its opening words; None where it does about none."""
    match = _SUBJECT_NEXT.match(line, end)
    return match.start("p") if match is not None else None


def names_a_way(line: str, place_at: int) -> bool:
    """Whether a place only says which way is meant: "on the road to P, the town of …"."""
    return _WAY_TO.search(line, max(0, place_at - 40), place_at) is not None


def belongs_elsewhere(line: str, place_at: int, at: int) -> bool:
    """Whether the words between a place and an amount name another thing: "in P, while … at a site N from …"."""
    gap = line[place_at + 1 : at]
    if (summed := _SUMMED_UP.match(gap)) is not None and is_on_the_way(line, place_at):
        gap = gap[summed.end() + 1 :]
    if re.match(r",?\s(?:which|where|that)\b", gap) or _APPOSED.match(gap):
        return False
    if _NEW_CLAUSE.search(gap) is not None or _THING.search(gap) is not None:
        return True
    if _ABOARD.match(gap) and is_on_the_way(line, place_at):
        return True
    if _IS_ITSELF.match(gap) and _LEADS_TO.search(line, max(0, place_at - 40), place_at):
        return True
    return (_WENT_ON.search(gap) or _WHEN.search(gap)) is not None and is_on_the_way(line, place_at)


def is_bound(line: str, place_at: int, gap: str) -> bool:
    """Whether the place left of an amount is what it is stated of, though the sentence is about another one."""
    if re.match(r",?\s(?:which|where|that)\b", gap):
        return True
    if re.fullmatch(r",\s?", gap) and re.search(
        r"\b(?:though|but|where|while|whose)\s", line[max(0, place_at - 60) : place_at]
    ):
        return True
    return re.match(r",?\s(?:a|an)\s(?:[a-z'-]+\s){1,6}", gap) is not None


def unknown_subject(wording: Wording, at: int) -> int | None:
    """Where the name ends that opens a sentence, is no known place and lies beside another: "Holm, near P, is N …".

    None where the sentence is about a place, or about what lies in a town, whose point then serves.
    """
    if (entry := _HEADWORD.match(wording.line, 0, at)) is not None and not _BE.search(wording.line, 0, at):
        return entry.end("head")
    match = _ASIDE.match(wording.line, 0, at)
    if match is None:
        return None
    places = [s.place.place for at, s in wording.of_sort("place") if at <= match.start("p") and s.place is not None]
    if any(place is not None for place in places[:-1]):
        return None
    if match["in"] in {"in", "at"} and places and places[-1] is not None and places[-1].kind not in AREAS:
        return None
    return match.end("head")
