"""Parts of patterns that several kinds of claims share: grounds, journeys, ways of travelling."""

from __future__ import annotations

import re

from geomap.claims.wording import pattern
from geomap.vehicles import nouns

# Words that end a noun phrase, so that "of the old port of <P>" reaches the place and "of them, who left <P>" does not.
_STOP = (
    "and|or|but|nor|is|was|are|were|be|been|has|have|had|which|who|whom|that|from|to|at|in|on|near|by|for|after|"
    "before|when"
    "|while|reach|reached|reaches|reaching|visit|meet|join|attend|help|where|as|than|then|if|because|since|until|during|into|onto|over|under|between|within|across|through|along"
    "|around|about|against|toward|towards|via|said|says|told|went|came|left|will|would|could|can|may|might|should|"
    "did|do"
    "|does|not|he|she|it|they|we|i|you|him|them|us|me|what|how|there|here|up|down|out|off|away|another|some|with|"
    "without"
)
_ANY = r"(?:[a-z][a-z'.\-]{0,24}\s)"
WORD = rf"(?:(?!(?:{_STOP})\b)[a-z][a-z'.\-]{{0,24}}\s)"
_INNER = rf"(?:{_ANY}|<E>\s|<D>\s)"
_HEAD = (
    r"(?:capital|capitol|center|centre|seat|city|town|village|hub|port|metropolis|neighbour|neighbor"
    r"|headquarters)"
)
# What is meant of a named area when a distance starts there.
EDGE = (
    r"(?:border|frontier|boundary|coast|coastline|shore|shores|shoreline|line|edge|tip|mainland"
    r"|demilitarized zone)"
)
# What stands in a town: "the US military base in Ramstein" is where Ramstein is, and not the US.
_SITES = (
    "base",
    "port",
    "field",
    "station",
    "terminal",
    "harbour",
    "harbor",
    "barracks",
    "camp",
    "embassy",
    "consulate",
)
_OF_SITE = rf"(?:{'|'.join(rf'(?<={noun}.)' for noun in _SITES)})(?:in|at)\s"
_SITE_IN = rf"\s(?:[a-z]+\s){{0,2}}?[a-z]*(?:{'|'.join(_SITES)})\s(?:in|at)\s(?:the\s)?<P>"
# "Kenya's capital" is the ground, but not in "Kenya's capital, Nairobi" or "Kenya's capital city Nairobi".
_CAPITAL = r"capital(?!(?:\scity)?(?:\s?,)?\s(?:of\s)?<P>)"
GROUND = (
    rf"(?:both\s|either\s)?(?:(?:{WORD}|<E>(?:-[a-z]{{1,16}})?\s|<D>\s|of\s|{EDGE}\s(?:with|of|at)\s"
    rf"|{_HEAD}(?:\sof(?:\sthe)?\s[a-z]+)?\s?,\s(?!<P>(?:,\s<P>){{0,2}},?\sand\s<P>)"
    rf"|{_OF_SITE}|<P>(?={_SITE_IN})\s"
    rf"|<P>'s?\s(?={_ANY}{{0,3}}(?:[\ue000-\ue7ff,]|[a-z]{{1,25}}\s?,\s[\ue000-\ue7ff]))|<P>\sand\s(?=<P>\s{EDGE})"
    rf"|<P>\s?[-–—/]\s?(?=<P>\s(?:[a-z]+\s)?{EDGE})|{EDGE}\sbetween\s(?:the\s)?<P>\sand\s"
    rf"|<P>\s(?:state\s|provincial\s|regional\s)?capital(?:\scity)?\s?,?\s(?=<P>)){{0,7}}?)<P>"
    rf"(?!\s(?:state\s|provincial\s|regional\s)?capital(?:\scity)?\s?,?\s<P>)(?!{_SITE_IN})(?!\s?[-–—/]\s?<P>\s(?:[a-z]+\s)?{EDGE})(?!'s?\s(?!(?:{_INNER}{{0,3}}?{EDGE}|{_ANY}{{0,3}}?(?:{_CAPITAL}|airport"
    rf"|outskirts|suburbs|cent(?:re|er)|downtown|harbou?r))\b))"
    rf"(?:'s?\s{_INNER}{{0,3}}?{EDGE}\b|\s{_ANY}{{0,1}}?{EDGE}\b|'s?\s{_ANY}{{0,3}}?(?:{_CAPITAL}|airport|outskirts"
    rf"|suburbs|cent(?:re|er)|downtown|harbou?r)\b)?"
)
# How one goes, between an amount and what it is told from: "N by road from", "N along the old railway from".
ASIDE_MODE = (
    r"(?:[\s,]{0,2}\(?(?:by|via)\s(?!way\b)[a-z\s]{3,24}?\)?[\s,]{1,2}"
    r"|\salong\s(?:the\s)?(?:(?:[a-z]{1,16}|<P>|<E>)[\s-]){0,4}?(?:railway|railroad|line|road|highway|motorway|river|coast|track"
    r"|trail|route|canal)\s)?"
)
# What a way goes by, after its start or its end.
VIA = r"(?:\s(?:via|through|over|across|by\sway\sof)\s(?:the\s)?(?:[a-z]+\s)?<P>(?:\sand\s(?:the\s)?<P>)?)?"
EDGE_OF_PEOPLE = (
    rf"(?:the\s|its\s)?{_ANY}{{0,3}}?<E>\s{_ANY}{{0,3}}?(?:{EDGE}|capital)\b"
    r"(?!\s(?:goods|gains?|flows?|markets?|punishment|expenditure|investment)\b)"
)
DESCRIBED = (
    r"(?:(?:down)?town\b(?!\s(?:of|hall|centre|center)\b)"
    r"|[a-z]{3,6}days?'s\s(?:epicent(?:er|re)|(?:earth)?quake|tremor|blast|explosion|crash|attack)\b"
    r"|the\s<D>\spole\b|where\s[a-z' ]{3,60}?(?=[,.;]|$)|here\b|there\b|home\b|the\s(?:latter|former)\b"
    r"|the\s(?:[a-z-]+\s)?<E>\s(?:[a-z-]+\s)?(?:city|town|village|port|island)\b(?!'s|\sof\b)"
    r"|(?:the|their|its|his|her|our|my)\s"
    r"(?:(?!(?:and|or|is|was|are|were|that|which|who|to|from|by|in|on|at)\b)[a-z][a-z'\-]{0,20}\s){0,4}?"
    r"(?:epicenter|epicentre|epicenters|border|frontier|scene|site|sites|coast|coastline|shore|sea|ocean|seashore|capital|city|town"
    r"|village"
    r"|camp|base|airport|station|front\s?lines?|mainland|home|homes|equator|crossing|facility|plant|school|house"
    r"|downtown"
    r"|shrine|temple|monastery|mosque|church|cathedral|fort|fortress|palace|castle|summit|peak|park|refuge|lodge|resort|refinery|factory"
    r"|prison|falls|ruins|reserve|stadium"
    r"|headquarters|island|hospital|river|launch\spad|checkpoint|wreck|wreckage|quake|earthquake|tremor|blast|explosion"
    r"|destination|goal|starting\spoint|(?:town\s|city\s)?cent(?:re|er)(?!\sof\b)|crash|crash\ssite|volcano|crater|reactor|dam|spot)\b(?!'s))"
)
GROUND_OR_WORDS = rf"(?:(?P<ground>{GROUND})|(?P<people>{EDGE_OF_PEOPLE})|(?P<described>{DESCRIBED}))"

JOURNEY = (
    r"(?:trip|journey|drive|ride|flight|voyage|crossing|trek|walk|hike|haul|run|route|road|way|sail|cruise|march"
    r"|commute"
    r"|pass|distance|stretch|train\sride|bus\sride|boat\sride|car\strip|railway|rail\sline|line|leg|hop|detour|passage"
    r"|travel|race"
    r"|swim|pipeline|highway|motorway|expressway|corridor|track|trail|path|gap|expedition|convoy|slog|dash"
    r"|trip\sby\s\w+)"
)
TRAVEL = (
    r"(?:travel(?:l?ed|s|l?ing)?|drove|drives?|driven|driving|walk(?:ed|s|ing)?|rode|rides?|ridden|flew|fl(?:y"
    r"|ies|own|ying)"
    r"|sail(?:ed|s|ing)?|cover(?:ed|s|ing)?|march(?:ed|es|ing)?|trek(?:ked|s)?|cycl(?:ed|es|ing)|went|gone"
    r"|go(?:es|ing)?"
    r"|ran|run(?:s|ning)?|row(?:ed|s)?|mak(?:e|es|ing)|made|journey(?:ed)?|cross(?:ed|es|ing)?|pass(?:ed|es)?"
    r"|transport(?:ed|s|ing)?|haul(?:ed|s)?|ship(?:ped|ping)|transfer(?:red|s)?|deliver(?:ed|s)?|carr(?:y|ied|ies|ying)"
    r"|mov(?:e|ed|es|ing)|brought|bring|took|tak(?:e|es|en|ing)|flee|fled|swam|swum|hik(?:ed|e|ing)|evacuat(?:ed|e)"
    r"|mean(?:der(?:s|ed)?)|stretch(?:es|ed)?|hitch(?:ed|hiked)?|sped|race[ds]?|commut(?:e|es|ed|ing))"
)
COPULA = (
    r"(?:is|was|are|were|lies|lay|lie|sits|sat|sit|stands|stood|stand|located|situated|remains?|being|been"
    r"|centred|centered"
    r"|set|based|found|nestled|struck|positioned|perched|headquartered|starts|begins)"
)
# Ways of travelling: after "by" or "on", and as the noun or verb of the journey itself.
_MODES = {
    "rail": r"rail|railway|railroad|train|trains|metro|subway|tram|line|express",
    "road": r"road|roads|car|bus|buses|coach|highway|motorway|expressway|freeway|interstate|vehicle|truck|lorry|taxi"
    r"|jeep"
    r"|motorbike|motorcycle|convoy|automobile|minibus|van|suv|ambulance|land",
    "bicycle": r"bicycle|bike|cycle",
    "sea": (
        r"sea|boat|ship|ferry|water|yacht|hovercraft|hydrofoil|barge|canoe|freighter|kayak|steamer|speedboat"
        r"|vessel"
    ),
    "air": r"plane|jet|airplane|aeroplane|aircraft|helicopter|flight",
    "foot": r"foot|walking",
    "horse": r"horseback|horse|caravan|camel|mule|oxcart|wagon|stagecoach|donkey|cart|pony",
}
# "the mule train", "a wagon train": no railway.
_PACK = r"(?<!mule\s)(?<!pack\s)(?<!camel\s)(?<!wagon\s)(?<!baggage\s)(?<!road\s)"
_JOURNEYS = {
    "rail": (
        r"train\s(?:journey|ride|trip|route|line)|rail\s(?:journey|line|link|route|trip|distance|ride|tracks?)|railways?"
        rf"|railroads?|by-train|{_PACK}train"
        r"|the\s(?:[a-z\ue000-\uebff'-]+\s){0,3}express(?!\s(?:bus|coach|lane|mail|deliver|courier))"
    ),
    "road": r"drives?|driving|driven|drove|bus\s(?:ride|trip|journey)|car\s(?:trip|journey|ride)|hitchhik\w+"
    r"|road\s(?:trip|journey)|highway|motorway|tour\sbus|the\sbus|coach|overland|convoy|taxi\sride|trucked|bussed",
    "bicycle": r"cycling|cycled|bike\sride|bicycle",
    "sea": (
        r"ferry|sail|sailed|sailing|voyage|cruise|boat\s(?:ride|trip|journey)|rowed|swim|swam|steamed"
        r"|(?<!border\s)(?<!land\s)(?<!desert\s)(?<!level\s)crossing(?!\sof\s<P>|\spoint)"
        r"|container\sship"
    ),
    "air": r"flights?|fl(?:y|ew|ies|ying|own)|airlines?|nonstop|jet|plane|airlift\w*|helicopter|aircraft",
    "foot": r"walk(?:ed|ing|s)?|hik(?:e|ed|ing)|trek(?:ked|king)?|march(?:ed|ing)?|on\sfoot",
    "horse": r"caravan|on\shorseback|camel|mule|stagecoach",
    "river": r"flow(?:s|ed|ing)?|upstream|downstream|upriver|downriver|meanders?|up\sthe\sriver|down\sthe\sriver",
}
_MODE = {word: mode for mode, words in _MODES.items() for word in words.split("|")}
_STRAIGHT = re.compile(
    r"as the crow flies|straight[\s-]line|in a straight|by air\b|bird's|great[- ]circle|air miles|direct line"
    r"|through the air"
)
# "140 km, twice the straight line": the figure is compared with it.
_COMPARED = re.compile(
    r"\b(?:twice|double|triple|half|times|than|unlike|against|versus|exceed(?:s|ing)|over)\s(?:(?:the|that|a|in)\s){0,2}\Z"
)
_BY = pattern(
    r"\b(?:by|via|on|aboard)\s(?:the\s|an?\s|high-speed\s|overnight\s|local\s|express\s|old\s|main\s|armou?red\s"
    r"|special\s){0,3}"
    r"(?:[a-z]{0,2}\d{1,4}\s)?("
    + "|".join(sorted(map(re.escape, _MODE), key=len, reverse=True))
    + r")\b(?!\s(?:bridge|station))"
)
_JOURNEY_MODES = [(mode, pattern(rf"\b(?:{words})\b")) for mode, words in _JOURNEYS.items()]
# What flies or drifts without an engine.
_WINGED = pattern(
    r"\b(?:birds?|god\s?wits?|storks?|swallows?|geese|goose|swans?|cranes?\sfl\w+|albatross(?:es)?|terns?|pigeons?|cuckoos?"
    r"|eagles?|vultures?|warblers?|flamingos|butterfl(?:y|ies)|locusts?|dragonfl(?:y|ies)|bats|balloons?|paraglid\w+)\b"
)
_ON_FIXED = re.compile(r"\bon\s(?:the\s|an?\s)")
# "on the Bruce Highway", "along Route 66": the distance may be that of the way, though the text does not say so.
ALONG = pattern(
    r"\b(?:along|on|via|by)\s(?:[a-z.\ue000-\ue7ff'-]+\s){0,5}?(?:highway|route|road|interstate|freeway|motorway"
    r"|hwy|railway|railroad"
    r"|expressway|turnpike)\b|\b(?:highway|route|interstate)\s\d|\bmain\sroad\b"
)
ALONG_NAMED = pattern(r"\b(?:along|on|via|by)\s(?:the\s)?(?:[a-z-]+\s){0,2}?(?P<p><P>)")
WAY_NAME = re.compile(r"\b(?:Highway|Road|Route|Motorway|Freeway|Expressway|Turnpike|Railway|Railroad)\Z")
# "by the Kolyma Highway": the distance is that of the way.
BY_NAMED_ROAD = pattern(r"\b(?:by|via)\s(?:[a-z.'-]+\s){1,4}?(?:highway|road|motorway|freeway|expressway|turnpike)\b")
MOUNTAINS = pattern(
    r"\b(?:mountains?|mountainous|himalaya\w*|gorge|hairpin|winding|ghats?|passes|pass|serpentine|twisting"
    r"|hill\sstation)\b"
)

# What leads from one place to another by any way: a race, a front, a wall.
RACES = pattern(
    r"\b(?:annual|charity|sponsored|fun|cycle|bike|bicycle)\b[^.;]{0,60}\b(?:ride|run|walk|swim|trek)\b|"
    r"\b(?:races?|stages?\s(?:from|of\sthe)|marathon|triathlon|regatta|circular|peloton|sightseeing|front\s?lines?"
    r"|coastlines?|shorelines?|frontier|great\swall|ramparts|trench(?:es)?|stretch(?:es|ed|ing)|snak(?:es|ed|ing))\b"
)


def mode_of(words: str) -> str | None:
    """The way of travelling after an amount ("by rail", "by the coast road", "upstream"), None where it is not told."""
    if (straight := _STRAIGHT.search(words)) and not _COMPARED.search(words[: straight.start()]):
        return "straight"
    for match in _BY.finditer(words):
        mode = _MODE[match[1]]
        if (
            match[0].startswith("on ")
            and mode in {"road", "rail", "sea", "air"}
            and match[1] not in {"foot", "horseback"}
        ):
            continue
        return mode
    return "river" if re.search(r"\b(?:up|down)(?:stream|river)\b", words) else None


def journey_mode(words: str, at: int | None = None) -> str | None:
    """The way of travelling that a journey's noun or verb names: "the four-hour drive", "flew", "the train trip".

    Of several the first counts, or the nearest to the position `at`: "without a ferry, you drive 580 km".
    """
    if _WINGED.search(words):
        return "wing"
    if mode := mode_of(words):
        return mode
    if at is None:
        named = [(match.start(), mode) for mode, form in _JOURNEY_MODES if (match := form.search(words))]
    else:
        named = [
            (min(abs(m.start() - at), abs(m.end() - at)), mode)
            for mode, form in _JOURNEY_MODES
            for m in form.finditer(words)
        ]
    return min(named)[1] if named else None


_VEHICLES = {
    "rail": rf"{_PACK}trains?|{nouns('rail')}",
    **{way: nouns(way).replace(" ", r"\s") for way in ("road", "sea", "air")},
    "bicycle": r"cyclists?|bicycles?|peloton",
    "foot": r"hikers?|walkers?|pilgrims?|marchers?|trekkers?",
    "horse": r"horsemen|horseman|horsewoman|camels?|oxcarts?",
}
_VEHICLE = pattern("|".join(rf"\b(?P<{mode}>{words})\b" for mode, words in _VEHICLES.items()))


def vehicle_mode(words: str) -> str | None:
    """The way of travelling of the vehicle that words name last: "a hydrofoil that would make the trip"."""
    named = list(_VEHICLE.finditer(words))
    return named[-1].lastgroup if named else None


PAIR = pattern(
    rf"(?P<from>from\s(?P<a>{GROUND})(?:,(?!\stowards?))?"
    rf"(?:\s(?:over|via|through|across|past|by\sway\sof|around|round|along)\s(?:the\s)?(?:[a-z]+\s)?"
    rf"(?:<P>(?:\sand\s(?:the\s)?<P>)?|(?<=the\s)(?:[a-z]+\s)?[a-z]+),?)?"
    rf"\s(?:all the way\s|over\s|up\s|down\s|across\s|back\s"
    rf"|on\s){{0,2}}(?:to|till|until|into|towards?)\s"
    rf"(?:(?:arrive|finish|end|land)\s(?:in|at|on)\s|reach\s)?(?P<b>{GROUND}))",
    "from ",
)
# "the N to B from A"
PAIR_BACK = pattern(rf"(?P<from>(?:to|into)\s(?P<b>{GROUND})\sfrom\s(?P<a>{GROUND}))", "from ")
# "the ferry from A reaches B"
REACH = pattern(
    rf"(?P<from>from\s(?P<a>{GROUND})[^.;,\ue000-\uf7ff]{{0,40}}?\b(?:reach(?:es|ed)?|arriv(?:es|ed)\s(?:in|at)"
    rf"|lands?\sin|landed\sin|gets?\sto|got\sto|brought\s(?:[a-z]+\s){{1,3}}to)\s(?P<b>{GROUND}))",
    "from ",
)
# "the N line links A with B"
LINKS = pattern(
    rf"(?P<from>\b(?:links?|linked|linking|connect(?:s|ed|ing)?|join(?:s|ed|ing)?)\s(?P<a>{GROUND})(?:\sand|,?\s(?:with|to))\s"
    rf"(?P<b>{GROUND}))",
    "link",
    "connect",
    "join",
)
# "the A-B railway"
LINE_OF = pattern(
    r"(?P<from>(?P<a><P>)\s?[-–—/]\s?(?P<b><P>)\s(?:[a-z-]+\s){0,2}?(?:railway|railroad|line|link|highway|motorway|expressway|freeway"
    r"|road|route|ferry|corridor|service|flight|train|pipeline|journey|trip)\b)"
)
BETWEEN = pattern(rf"(?P<from>between\s(?P<a>{GROUND})\s?(?:,\s)?(?:and|&|to)\s(?P<b>{GROUND}))", "between ")
TO = pattern(r"(?P<from>(?P<a><P>)(?:\s?[-–—]\s?|\sto\s)(?P<b>(?:[a-z]+\s){0,2}<P>))")
# "crossed the <P> to Y", "over the <P> to Y": what lies on the way is no start.
CROSSED = re.compile(
    r"\b(?:over|across|along|through|via|past|up|down|cross(?:ed|es|ing)?|round|around)\s(?:the\s)?(?:[a-z]+\s){0,2}\Z"
)
