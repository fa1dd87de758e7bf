"""Which of two places before an amount it is told of: "X on Y island, N from", "the capture of X put them N from"."""

from __future__ import annotations

import re

from geomap.claims.signs import AREAS, Sign
from geomap.claims.wording import Wording, pattern
from geomap.records import Place, Reading

# "The capture of P put the rebels N from": as far as that is P.
_TAKEN = pattern(
    r"\b(?:(?:re)?captur(?:e\sof|ing)|seiz(?:ure\sof|ing)|fall\sof|loss\sof|taking(?:\sof)?|conquest\sof|control\sof|advance\s(?:on|to)"
    r"|takeover\sof)\s(?:the\s(?:[a-z-]+\s){1,3}of\s)?(?P<p><P>)[^.;,\ue000-\ue7ff]{0,40}?\b(?:br(?:ings?|ought)|bringing|puts?|putting"
    r"|leaves?|left|places?|placed|takes?|took|moves?|moved)\s(?!an?\s|to\s|pressure|hope)(?:[a-z-]+\s|<E>\s){1,5}?(?:to\s)?(?:within\s|just\s|only\s|some\s|about\s|less\sthan\s){0,3}\Z"
)
# What a place can lie in whose distance a sentence tells, and that has a point of its own.
_HOLDERS = frozenset({"island", "peninsula", "park", "valley", "county", "district"})
_IN_HOLDER = pattern(
    r"(?P<p><P>)(?:\s(?:village|town|city|port|camp))?,?\s(?:on|in)\s(?:the\s)?(?:(?!and\b|or\b)[a-z-]+\s){0,2}\Z"
)


# "…, including the region, where P city lies N from": told of P, whatever the sentence began with
_OWN_CLAUSE = pattern(
    r"\b(?:where|while|whereas|though|although|whose)\s(?:the\s(?:[a-z-]+\s){1,3}of\s)?(?P<p><P>)(?:\s(?:city|town|village|district|airport))?"
    r"\s(?:is|lies|sits|stands|was|lay)\s(?:located\s|situated\s)?(?:[a-z]+\s){0,2}\Z"
)


# "the bridge linking A and B is N from": told of where two lands meet.
_MEETING = pattern(
    r"\b(?:border|frontier|bridge|tunnel|crossing|causeway)\s(?:post\s|crossing\s)?(?:between|linking|connecting|joining"
    r"|(?:that|which)\s(?:links|connects|joins))\s(?:the\s)?(?P<a><P>)\s(?:and|with|to)\s(?:the\s)?(?P<b><P>)"
    r",?\s(?:is|was|lies|stands|sits)\s(?:[a-z]+\s){0,2}\Z"
)


def meeting_before(line: str, at: int, floor: int) -> re.Match[str] | None:
    """The two places `a` and `b` whose border or bridge an amount at `at` is told of."""
    return _MEETING.search(line, max(floor, at - 140), at)


# "The town is two hours from P and N from Q": P is only what the town is measured from.
_MEASURED = pattern(r"<T>\s(?:[a-z-]+\s){0,4}?(?:from|of|outside)\s(?:the\s)?\Z")
_AND_ON = pattern(r",?\s(?:and|but|or)\s(?:(?:is|lies|lay|was|sits|stands|only|about|just|some)\s){0,3}\Z")


def is_measured_from(line: str, place_at: int, at: int) -> bool:
    """Whether a place is the ground of the time before an amount, which is told of the same thing."""
    return bool(_MEASURED.search(line, max(0, place_at - 60), place_at) and _AND_ON.match(line, place_at + 1, at))


def own_clause_at(line: str, at: int) -> int | None:
    """Where the place stands of which a clause of its own tells an amount: "…, where P lies N from"."""
    clause = _OWN_CLAUSE.search(line, max(0, at - 90), at)
    return clause.start("p") if clause is not None else None


def taken_at(line: str, at: int, floor: int) -> int | None:
    """Where the place stands whose capture brought somebody as near as an amount at `at` says."""
    won = _TAKEN.search(line, max(floor, at - 140), at)
    return won.start("p") if won is not None else None


def holds_figure(wording: Wording, place_at: int, place: Place | None) -> bool:
    """Whether a place is only that which holds the one before it: "X on Y island, N from"."""
    if place is None or place.kind not in _HOLDERS:
        return False
    inner = _IN_HOLDER.search(wording.line, max(0, place_at - 60), place_at)
    held = wording.sign(inner["p"]).place if inner is not None else None
    return held is not None and (held.place is None or held.place.kind not in AREAS | _HOLDERS)


def is_loud(reading: Reading, sign: Sign) -> bool:
    """Whether a name is in capitals, as datelines are: "PARIS, France - Some 20 km south …"."""
    return sign.place is not None and reading.document.text[sign.place.start : sign.place.end].isupper()
