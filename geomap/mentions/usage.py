"""How a name is used: as a place, for a government, or for a team."""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.interfaces import Gazetteer
from geomap.mentions.draft import Draft, after, before
from geomap.records import MentionKind

# "Moscow is seeking", "Pyongyang would be seeking": what governments do, and towns do not.
_ACTS = (
    r"(?:says|said|wants?|wanted|warn(?:s|ed)|urge[sd]|accuse[sd]|den(?:y|ies|ied)|insist(?:s|ed)|denounce[sd]|"
    r"condemn(?:s|ed)|refuse[sd]|reject(?:s|ed)|agree[sd]|pledge[sd]|vow(?:s|ed)|threaten(?:s|ed)|seeks?|sought|hopes?|"
    r"hoped|fears?|feared|believes?|believed|considers?|considered|demand(?:s|ed)|propose[sd]|claim(?:s|ed)|announce[sd]|"
    r"sign(?:s|ed)|offer(?:s|ed)|call(?:s|ed)|promise[sd]|decide[sd]|deploy(?:s|ed)|order(?:s|ed)|ban(?:s|ned)|test(?:s|ed)|"
    r"retaliate[sd]|invade[sd]|annex(?:ed|es)|recogni[sz]e[sd]|respond(?:s|ed)|complain(?:s|ed)|"
    r"impose[sd]|suspend(?:s|ed)|veto(?:es|ed)|back(?:s|ed)|suppl(?:y|ies|ied)|reduced its|expel(?:s|led)|"
    r"is seeking|is trying|is ready|is prepared|is willing|is determined|is unable|is still unable|is accused|"
    r"has accused|has denied|has said|has warned|has refused|has agreed|has long|has maintained|has been accused|"
    r"have denied|had \“?never|would be seeking|would \“?pay|would not|will not accept|must|needs|appears|seems|"
    r"does not want|desperately)"
)
_SUBJECT = re.compile(rf"(?:,? (?:which|in turn|also|has also|itself|now|already|reportedly)[^.;]{{0,12}}?)? {_ACTS}\b")
_OWNS = re.compile(
    r"['’]s (?:\w+ )?(?:government|regime|leaders?|leadership|officials?|commitments?|promises?|demands?|allies|ally|"
    r"ambassadors?|envoys?|spokes\w+|foreign|policy|policies|stance|position|interests?|intentions?|ambitions?|sanctions|"
    r"war|aggression|invasion|decision|response|support|warnings?|claims?|proposal|army|military|navy|offer|refusal)\b"
)
_SPEAKS = re.compile(
    r"\b(?:warnings?|pressure|threats?|signals?|messages?|criticism|support|sanctions|demands?|orders|instructions|aid|"
    r"assistance|backing|concessions|complaints?|reaction|response|comment|help|pledges?|appeals?|denials?|"
    r"(?:ties|relations|talks|negotiations|deal|agreement|alliance|tensions|dispute|cooperation) (?:between|with))"
    r" (?:from|by|to|with|against|between|of)?\s?$",
    re.I,
)
_PAIR = re.compile(
    r"\b(?:ties|relations|talks|negotiations|deal|agreement|alliance|tensions|dispute|cooperation|war|summit) "
    r"(?:between|with) \w+(?: \w+)? and $",
    re.I,
)
_RELATION = re.compile(
    r"(?:[-–]\w+(?: \w+)?)? (?:relations|ties|talks|summit|cooperation|alliance|deal|pact|agreement)\b"
)
_ALSO_BEFORE = re.compile(r"\b(?:and|[Nn]either|nor) $")
_ALSO = re.compile(r" and (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?= )| nor [A-Z]\w+(?: [A-Z]\w+)?")
_MOTION = re.compile(r"\b(?:in|at|near|into|through|across|outside|via|around|inside|north|south|east|west) $", re.I)
_BLOC = re.compile(r"(?:the )?(?:West|Western (?:nations|countries|powers|allies)|Global South)")
_AT_SEAT = re.compile(r"\b(?:in|at|near|into|outside|inside|to|visited|toured|entered|left) (?:the )?$", re.I)
_STARTS = re.compile(
    r"(?:^|[.!?;:,“\"”(—–-]\s*|\b(?:that|and|but|while|as|because|if|when|which|whether|although|though|since|after|before|"
    r"until|where|said|says|believe) )$"
)


# "Preston lost 2-0 to Plymouth, and Reading beat Lincoln": teams called by their towns.
_SCORE = r"\d{1,3}[-–]\d{1,3}"
_BEATS = (
    r"(?i:beat|defeated|edged|routed|thrashed|crushed|downed|rallied past|knocked out|pipped|stunned|blanked|outscored|"
    r"eased past|held off)"
)
_WITH_FIGURE = r"[A-Z][\w ]{2,20} \d{1,3}\b"
_PLAYS = re.compile(
    rf" (?:(?:have|had|has|narrowly|comfortably|easily) )?(?:(?:{_BEATS}|lost|drew|won|led|trailed) (?:by )?{_SCORE}|"
    rf"(?:{_BEATS}|lost to|lost at|drew with|drew at) (?:the )?[A-Z]|{_SCORE} [A-Z]|"
    rf"\d{{1,3}}, [A-Z][\w ]{{2,20}} \d{{1,3}}\b(?!, {_WITH_FIGURE}))"
)
# A score has two sides; a longer row of names with figures is a table of temperatures or votes.
_IN_TABLE = re.compile(rf"{_WITH_FIGURE}, $")
_PLAYED = re.compile(
    rf"\b(?:{_BEATS}|beating|lost to|lost at|drew with|drew at|draw with|win over|defeat to|"
    rf"(?:lost|won|drew|draw|win|defeat|victory) {_SCORE} (?:to|at|with|against|over)|"
    rf"{_SCORE} (?:win|victory|defeat|draw|loss) (?:over|to|at|against|with))(?: the)? $"
)

# What the words before a name end with where these patterns can hold: a look at them spares most names the search.
_SPEAKS_ENDS = (
    *"from by to with against between of warning warnings pressure threat threats signal signals message".split(),
    *"messages criticism support sanctions demand demands orders instructions aid assistance backing".split(),
    *"concessions complaint complaints reaction response comment help pledge pledges appeal appeals denial".split(),
    "denials",
)
_MOTION_ENDS = tuple(
    f"{word} " for word in "in at near into through across outside via around inside north south east west".split()
)
_PLAYED_ENDS = tuple(
    f"{word} "
    for word in "beat defeated edged routed thrashed crushed downed past out pipped stunned blanked outscored".split()
    + "off beating to at with over against the".split()
)


class Usage:
    """Tells governments and teams from places; remembers which cities are capitals."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._governs: dict[str, bool] = {}
        self._seats: dict[str, bool] = {}

    def is_seat(self, name: str) -> bool:
        """Whether a name is a byword for a government ("Kremlin")."""
        if name not in self._seats:
            self._seats[name] = bool(self._gazetteer.find_metonym(name))
        return self._seats[name]

    def governs(self, name: str) -> bool:
        """Whether the best known place of a name is a country or its capital."""
        if name not in self._governs:
            places = self._gazetteer.find_places(name)
            best = places[0] if places else None
            capital = self._gazetteer.capital_of(best.country) if best and best.country else None
            self._governs[name] = best is not None and (
                best.kind in ("country", "historic", "union") or (capital is not None and capital.id == best.id)
            )
        return self._governs[name]

    def acts(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether a country or its capital does what governments do: "although Moscow denies it"."""
        return bool(_actor(before(text, start), after(text, end))) and self.governs(name)

    def settle(self, text: str, draft: Draft) -> None:
        """Marks a draft as a metonym where the wording makes it an actor."""
        if draft.kind is not MentionKind.PLACE:
            return
        left, right = before(text, draft.start), after(text, draft.end)
        if self.is_seat(draft.lookup):
            if not _AT_SEAT.search(left):
                draft.kind, draft.why = MentionKind.METONYM, "a byword for a government"
            return
        if _BLOC.fullmatch(draft.text):
            draft.kind, draft.why = MentionKind.METONYM, "a bloc, not a place"
            return
        told = left.lower()
        played = told.endswith(_PLAYED_ENDS) and _PLAYED.search(left)
        if played or (_PLAYS.match(right) and _STARTS.search(left) and not _IN_TABLE.search(left)):
            draft.kind, draft.why = MentionKind.METONYM, "a team, not the place"
            return
        if told.endswith(_MOTION_ENDS) and _MOTION.search(left):
            return
        if (cue := _actor(left, right)) and self.governs(draft.lookup):
            draft.kind, draft.why = MentionKind.METONYM, f"the government, not the place: {cue}"


@lru_cache(maxsize=2048)
def _actor(left: str, right: str) -> str:
    """The words that make an actor of what stands between them, quoted; "" for none."""
    behind = right[other.end() :] if (other := _ALSO.match(right)) else right
    if (acts := _SUBJECT.match(behind)) and (_STARTS.search(left) or _ALSO_BEFORE.search(left)):
        return f"“{acts.group().strip()}”"
    if owns := _OWNS.match(right):
        return f"“{owns.group().strip()}”"
    told = left.lower()
    speaks = _SPEAKS.search(left) if told.rstrip().endswith(_SPEAKS_ENDS) else None
    if speaks := speaks or (_PAIR.search(left) if told.endswith("and ") else None):
        return f"“{speaks.group().strip()}”"
    if relation := _RELATION.match(right):
        return f"“{relation.group().strip()}”"
    return ""
