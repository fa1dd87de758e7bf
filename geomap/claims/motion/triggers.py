"""The words that make an event of a place: verbs and nouns of motion, meeting and sighting, with their prepositions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geomap.claims.masking import TIME

# "was flown to X" is done to one, "had flown to X" one does.
_NOT_HAVING = r"(?<!\bhad )(?<!\bhas )(?<!\bhave )(?<!\bhaving )"
TRIGGERS = (
    (
        "enter",
        r"enter(?:s|ed|ing)?|cross(?:es|ed|ing)? (?:over )?into|slipped into|cross(?:es|ed"
        r"|ing)? the (?:\ue002[- ]?){0,2}border (?:into|to)"
        r"|cross(?:es|ed|ing)? \ue001['’]s border with(?= \ue001(?! into))",
    ),
    ("cross", r"cross(?:es|ed|ing)?|ford(?:s|ed|ing)"),
    (
        "turn",
        r"(?:changed|changes|changing|altered|reversed) (?:its |his |her |their )?(?:course|direction|route)"
        r"|made an? u-turn|turn(?:s|ed|ing)? (?:back|around|away|north\w*|south\w*|east\w*|west\w*|inland|left|right)"
        r"|(?:was |were |been |being )?(?:diverted|re-?routed|redirected)|swung (?:north|south|east|west)\w*"
        r"|veer(?:s|ed|ing)?",
    ),
    (
        "bound",
        r"bound|en route|on (?:its|his|her|their|the) way|destined|head(?:s|ed|ing)?(?!\s(?:of|office)\b)"
        r"|making for|made for|ma(?:de|kes?|king) an? (?:dash|run|break|beeline|detour)(?= (?:for|to)\b)"
        r"|(?:re-?)?board(?:s|ed|ing) (?:an?|the|his|her|their) (?:[a-z-]+ ){0,2}?(?:train|plane|flight|bus|coach|ship"
        r"|ferry|boat)(?= (?:to|for|bound for)\b)|destination (?:is|was|will be|would be)"
        r"|(?:due|expected)(?= (?:back |home )?(?:(?:in|at) (?:\ue001|the \ue002 capital)"
        r"|(?:on )?\ue003))",
    ),
    (
        "depart",
        r"left(?! the (?:road|rails|tracks|runway))|leaves?|leaving|depart(?:s|ed|ing|ure)?"
        r"|set (?:off|out|sail)|sets (?:off|out|sail)"
        r"|(?:start(?:s|ed|ing)?|began|begins)(?= (?:(?:on |early on )?\ue003 )?from (?:the )?\ue001)"
        r"|(?:began|begins|started)(?= (?:on )?\ue003 from the [a-zA-Z ]{2,20} in \ue001)"
        r"|setting (?:off|out)|took off|takes off|taken off|taking off|"
        r"lift(?:s|ed) off|pull(?:s|ed) out|flew out|fled|flees?|fleeing"
        r"|withdr(?:ew|aws?|awn|awing)|retreat(?:s|ed|ing)?|(?:fell|falls?|fallen|pull(?:s|ed|ing)?) back|blasted off"
        r"|(?:fired|launched)(?= (?:on \ue003 )?from\b)"
        r"|embark(?:s|ed|ing)?|(?:start(?:s|ed|ing)?|began|begins|resum(?:es|ed|ing)) (?:out|off|(?:its|his|her"
        r"|their|the) (?:[a-z-]+ ){0,3}?(?:journey|voyage|trip|tour"
        r"|flight|march|trek|ride|walk|way|pilgrimage|expedition))"
        r"|board(?:ed|ing)?|pull(?:s|ed) away|loaded|cast off|rolled out|steamed out",
    ),
    (
        "arrive",
        r"ma(?:de|kes|king) land(?:fall)?|arriv(?:e|es|ed|ing|al)|reach(?:es|ed|ing)?"
        r"|(?:(?<=\bto )|(?<=\bwill ))(?:land|dock|berth|moor|anchor|touch down|tie up|finish)"
        r"|land(?:s|ed|ing)(?! (?:them|him|her|us|me)\b)"
        r"|dock(?:s|ed|ing)|touch(?:ed|es) down"
        r"|pull(?:s|ed|ing) in(?:to)?|c(?:ame|omes|oming) ashore|came(?! (?:through|down)\b)"
        r"|got off|got|(?<=\bto )get(?= (?:back |home |as far as )?to\b)|made it|return(?:s|ed|ing)?"
        r"|stepp(?:ed|ing) (?:off|out|down)|alight(?:s|ed|ing)|climbed (?:off|out|down)|finish(?:es|ed|ing)?"
        r"|disembarked|anchored|moored"
        r"|(?:roll|limp|steam|sail|crawl|drift|march|walk|cycl|row|pedall?|paddl)ed into|drew into"
        r"|(?:roll|limp|crawl)(?:s|ing)? into"
        r"|rode into|put (?:into|in at)|struck|str(?:ikes|iking)|batter(?:s|ed|ing)"
        r"|slam(?:s|med|ming) into|slam(?:s|med|ming)(?= \ue001)|lash(?:es|ed|ing)|hit(?:s|ting)?"
        r"|put down(?= (?:in|at|near|on)\b)|crash-land(?:s|ed|ing)"
        r"|pull(?:s|ed) up|berth(?:s|ed)|tied up"
        r"|end(?:s|ed|ing)? (?:it|(?:its|his|her|their|the) (?:journey|voyage|trip|tour|flight|march|trek|ride))",
    ),
    (
        "pass",
        r"pass(?:es|ed|ing)?(?: through| by| over)?|stop(?:s|ped|ping|pages?)?(?:over|overs)?|call(?:s|ed|ing) at"
        r"|halt(?= (?:at|in) \ue001)"
        r"|bypass(?:es|ed|ing)?(?= (?:the )?[\ue001\ue002])"
        r"|(?:next|first|second|third|fourth|fifth|last|final|only|main) (?:stop|stopover|halt|port of call)"
        r"(?: (?:of|on) (?:the|his|her|its|their|that) [a-z]+)? (?:is|was|will be|would be)"
        r"|refuel(?:led|ed|s|ling)|transit(?:ed|s|ing)?|stayed|overnight(?:ed|ing)|paused|crossed through|halt(?:s|ed)"
        r"|c(?:ame|omes?|oming) through|(?:made|pitched) camp|lay(?= (?:at anchor )?off \ue001)"
        r"|spent(?= (?:(?:the|a|an|one|two|three|four|five|several|that|\ue004) ){0,2}"
        r"(?:\ue003|nights?|days?|weeks?|weekend|evening|\ue004) (?:in|at|near|off|on) (?:the )?\ue001)"
        r"|stranded|waited|round(?:ed|ing)|camped|rested|spent the night|t(?:ook|aking) on (?:fuel|water|supplies|cargo"
        r"|provisions|passengers)|bunkered|derail(?:s|ed|ing)|(?:jumped|left) (?:the|its) (?:rails|tracks|road|runway)"
        r"|ran aground|c(?:ame|omes|oming) down|broke down|sank|capsized|crashed|overturned|ditched",
    ),
    (
        "transfer",
        r"t(?:ook|ake|akes|aking)(?= (?:the |its |all |some |\w+ )?(?:evacuees|pupils|passengers|wounded|injured|crew"
        r"|prisoners|refugees|troops|soldiers|children|patients|survivors|bodies|hostages|families|migrants|pilgrims"
        r"|supplies) from )"
        r"|(?:took|brought|drove|flew|carried|led|sent|landed|dropped|rushed|ferried|escorted)"
        r" (?:me|him|her|us|them)\b|transferred|deported"
        rf"|evacuated|airlifted|{_NOT_HAVING}flown|transported|extradited|relocated|escorted"
        rf"|repatriated|shipped back|{_NOT_HAVING}driven|bussed|taken|brought|rushed|moved|towed|ferried|hauled"
        r"|bused|carr(?:ies|ied|ying)|ferrying|transporting|hauling",
    ),
    ("attend", r"participat(?:e|es|ed|ing)|attend(?:s|ed|ing)?|tak(?:e|es|ing) part|took part"),
    ("visit", r"visit(?:s|ed|ing)?|tour(?:s|ed|ing)?"),
    (
        "receive",
        r"received|greeted|welcomed|spotted|sighted|photographed|pictured|last (?:seen|heard (?:of|from))"
        r"|seen|filmed|handed over|picked up"
        r"|rescued|freed|released|intercepted|(?:was|were)(?= (?:back |already |still |now )?(?:in|at) \ue001)"
        r"|(?<!stoppages )(?<!stops )(?<!stop )(?<!halts )(?<!halt )will be(?= (?:in|at)"
        r" (?:the )?(?:\ue002 )?(?:(?:port |capital )?(?:city|town|capital) (?:of )?)?\ue001)",
    ),
    (
        "meet",
        r"met|meet(?:s|ings?)?|summits?|talks|hold|holds|held|holding|host(?:s|ed|ing)?|take place|takes place"
        r"|took place|taking place|encounter|convene[sd]?|gather(?:s|ed|ing)?|conference|ceremony",
    ),
    ("show", r"show(?:s|ed|n|ing)?"),
    (
        "move",
        r"(?:route|way|road|path|journey|itinerary|course|trail|tour|voyage|trek|walk"
        r"|ride|march|drive|expedition|pilgrimage)\s(?:had |has |will |would )?(?:le(?:d|ads?)|t(?:ook|akes?|aken)"
        r"|r[au]ns?|goes|went)(?:\s(?:him|her|them|it))?"
        r"|t(?:ook|akes?|aking) (?:(?:an?|the|another|one|\ue004) )?(?:[a-z\ue003-]+ ){0,2}?(?:bus|coach|minibus|train"
        r"|ferry|flight|taxi|boat|plane|roads?|routes?|highway|motorway|drive|ride|walk|cruise)"
        r"(?= (?:at \ue003 (?:local time )?)?(?:from|to|via|through|across)\b)"
        r"|(?:stretch|leg|stage|section)(?= (?:was|is|will be|went|goes) from \ue001)"
        r"|travel(?:s|l?ed|l?ing)?|went|go(?:es|ing|ne)?|fl[ye]w?|flown|flies|flying|sail(?:s|ed|ing)?|drove|driv(?:e"
        r"|es|ing)|walk(?:s|ed|ing)?|march(?:es|ed|ing)?|rode|rid(?:e|es|ing)|mov(?:e|es|ing)|journey(?:ed|s)?"
        r"|journeying|row(?:ed|ing)|paddl(?:es|ed|ing)|ski(?:s|ed|ing)|pedal(?:s|l?ed|l?ing)|cycles|climb(?:s|ed|ing)"
        r"|advanc(?:es|ed|ing)|progress(?:ed|ing)|drift(?:s|ed|ing)|swept|raced|sped|hasten(?:s|ed|ing)|hurried"
        r"|(?:cycle|hike|paddle|row|trek)(?= (?:(?:back|on|home|all the way) )?(?:from|to|across|through|around|via)\b)"
        r"|hitch-?hiked|pressed on|pushed on|carried on"
        r"|ma(?:de|kes?|king) (?:its|his|her|their|our|my) way|follow(?:ed|ing) (?:the|its|his|her|their)"
        r"|trek(?:ked|s|king)?|proceed(?:s|ed|ing)?|continu(?:e|es|ed|ing)|cycl(?:ed|ing)|hik(?:ed|ing)|ran|runs"
        r"|running|steam(?:s|ed|ing)|trips?|voyages?|flights?|journeys|tours?|crossing|expedition|rides?|ferry"
        r"|train|service|exodus|pilgrimage|odyssey|haul"
        r"|(?:plane|jet|airliner|helicopter|bus|coach|minibus|ship|yacht|lorry|truck)"
        r"(?= from (?:the )?\ue001(?:, \ue001)?,? to (?:the )?\ue001)",
    ),
)

# Which prepositions lead from a trigger to its place, and what the place then is; "" is a direct object.
# As "preposition=role"; "_" stands for a blank.
_ROLES = {
    "enter": "=to from=from at=at near=at through=via via=via",
    "cross": "=cross at=at near=at from=from to=to into=to",
    "turn": "to=to back_to=to towards=to toward=to at=at in=at near=at for=to",
    "bound": "=to back_to=to by_way_of=via in=to at=to to=to for=to towards=to toward=to from=from into=to via=via",
    "depart": "=from from=from for=to at=from in=from to=to via=via out_of=from",
    "arrive": "=to at=to in=to to=to into=to on=to over=to from=from via=via through=via near=to outside=to off=to "
    "back_to=to",
    "pass": "=via in=via at=via through=via by=via over=via near=via off=via outside=via on=via",
    "transfer": "to=to into=to towards=to toward=to from=from back_to=to via=via",
    "attend": "in=to at=to",
    "visit": "=to to=to in=to at=to",
    "receive": "in=at at=at on=at near=at off=at outside=at",
    "meet": "in=at at=at on=at outside=at near=at",
    "show": "in=at at=at",
    "move": "by=via to=to back_to=to into=to from=from for=to towards=to toward=to via=via through=via by_way_of=via "
    "out_of=from"
    " out_of=from onto=to across=via over=via around=via round=via past=via",
}
ROLES = {
    verb: {prep.replace("_", " "): role for prep, role in (pair.split("=") for pair in pairs.split(" "))}
    for verb, pairs in _ROLES.items()
}
# Only a storm, a missile or a drone arrives by these.
STRIKING_VERBS = frozenset(
    "struck|strikes|striking|batters|battered|battering|lashes|lashed|lashing|slams into|slammed into"
    "|slamming into|slam|slams|slammed|slamming|hit|hits|hitting".split("|")
)
# Nouns that only make a journey of a pair "from X to Y".
NOUNS = frozenset(
    """trip trips voyage voyages flight flights journey journeys tour tours crossing expedition ride rides ferry train
    service exodus pilgrimage odyssey haul plane jet airliner helicopter bus coach minibus ship yacht lorry truck
    summit summits talks conference ceremony encounter meeting meetings
    """.split()
)

# Verbs that say much else: their preposition must follow within so many characters.
GAPS = dict.fromkeys(
    """continue continues continued continuing proceed proceeds proceeded go goes going gone went came come got run runs
    running ran move moves moved moving returned return returns head heads headed heading left started made""".split(),
    24,
)

_WENT = frozenset("went gone flown driven ridden flew drove rode ran swept raced sped hitchhiked hitch-hiked".split())


def is_past(word: str) -> bool:
    """Whether a verb of motion says that somebody went, not that they go, are going or will."""
    words = word.split()
    past = words[0].endswith("ed") or words[-1].endswith("ed") or words[-1] in _WENT or words[-1] == "led"
    return past or word.startswith(("made ", "took ")) or " on" in word


_REPORTING = re.compile(
    r"\b(?:report(?:ed|s|ing)|said|says|told|announced|warned|wrote|writes|shared|posted|published|released|tweeted"
    r"|added|statement|claimed|confirmed"
    r"|footage|photographs?|photos?|image[sd]?|interview|dated|issued"
    r"|quoted|distributed|circulated)(?:\s(?!that\b)[\w’']{1,15}){0,2}?\s(?:on\s|late\s|early\s|in\s|the\s|from\s)*$",
    re.I,
)


@cache
def _trigger_pattern(flags: int) -> re.Pattern[str]:
    """All triggers; the name of the group that matched is the class."""
    return re.compile(
        r"(?<![\w’'-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in TRIGGERS) + r")(?![\w-])", flags
    )


def find_triggers(text: str) -> Iterator[re.Match[str]]:
    """The triggers of a masked sentence in small letters, in order.

    A pattern that minds the case takes a third of the time; only where small letters are more than the capitals were
    ("İ") the other one is needed.
    """
    lowered = text.lower()
    return _trigger_pattern(0).finditer(lowered) if len(lowered) == len(text) else _trigger_pattern(re.I).finditer(text)


def is_of_the_report(text: str, position: int) -> bool:
    """Whether the time at `position` says when something was reported: "said on Tuesday", "a video shared Monday"."""
    return text[position] == TIME and _REPORTING.search(text[max(0, position - 70) : position]) is not None
