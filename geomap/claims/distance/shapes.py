"""The shapes of statements of distance, as patterns over a sentence in signs."""

from __future__ import annotations

from geomap.claims.nouns import FACILITY
from geomap.claims.patterns import ASIDE_MODE, COPULA, GROUND, GROUND_OR_WORDS, JOURNEY, TRAVEL
from geomap.claims.patterns import VIA as ANY_VIA
from geomap.claims.travellers import VEHICLE
from geomap.claims.wording import pattern

EXTRA = (
    r"(?:(?:away|distant|or\sso|out|further|farther|more|inland|offshore|on|upstream|downstream|upriver|downriver"
    r"|drive|ride|trip"
    r"|journey|walk|flight|by|road|rail|train|car|bus|sea|air|boat|ferry|highway|plane|as|the|crow|flies|in|a"
    r"|straight|line|train"
    r"|overland|directly|along|coast|up|down|river|west|railway|rail|foot|on\sfoot|vehicle|land|water|short"
    r"|stone's|approximately"
    r"|street|shore|beach|journey|distance|hike|cycle|south|just|mostly|slightly|generally|generally|almost|due"
    r"|roughly|bird's"
    r"|northbound|southbound)[\s,]{1,2}){0,7}"
)
DIRECTION = (
    r"(?:(?:to|in|towards|on)\s(?:the|a|its)\s)?(?:(?:due|directly|almost"
    r"|mainly)\s){0,2}(?P<d><D>)(?:\s(?:direction|side))?"
)
OFFSET = pattern(
    rf"[\s,)-]{{0,3}}{EXTRA}(?:{DIRECTION}[\s,]{{1,2}}{EXTRA})?{ASIDE_MODE}"
    rf"(?:of|from|outside(?:\sof)?|off(?:shore)?|beyond|past|short\sof|inside|away\sfrom|to\sthe|before"
    rf"|than)\s{GROUND_OR_WORDS}"
)
BARE = pattern(
    rf"[\s,)-]{{0,3}}(?:(?:further|farther|away|out|up|down|more|on)\s){{0,2}}"
    rf"(?:{DIRECTION}(?!\s(?:of|from)\b)|(?:(?P<away>away)|(?P<stream>upstream|downstream|upriver|downriver|inland"
    rf"|(?:up|down|along)\sthe\s(?:coast|road|river|valley|highway|line|track))\b"
    rf"|(?P<mode>by\s(?:road|rail|sea|air|train"
    rf"|car|bus|boat|vehicle|plane|ferry))\b))|[\s,)-]{{0,3}}(?:further|farther\s)?(?P<d2><D>)(?!\s(?:of|from)\b)"
    r"|[\s)]{1,2}(?P<on>(?:further|farther)(?:\s(?:on|along))?)(?=[\s]?(?:[.,;)]|\Z))"
)
# "The sea came 500 metres inland", "waves up to": how far it reached, not where a place lies.
CAME_INLAND = pattern(
    r"\b(?:(?!located|situated|based|built|lo)[a-z]{2,12}ed|come|came|comes|swept|went|gone|ran|waves?|water|floods?|sea|surge|tsunami)\s"
    r"(?:(?:as\sfar\sas|up\sto|at\sleast|about|some|around|nearly|almost|more\sthan|over)\s){0,2}\Z"
)
NORTH_OF = pattern(
    rf"(?P<d><D>)\s(?:of|from)\s(?P<ground>{GROUND})[\s,]{{1,3}}(?:at\s|and\s|about\s|a\sdistance\sof\s)?\Z"
)
# "… as the crow flies, but N by the coast road": the same two places by another way.
OTHER_WAY = pattern(
    r"[\s)]{1,2}(?:away\s)?(?:by\s(?:the\s)?(?:[a-z-]+\s){0,3}?(?:road|rail|railway|train|motorway|highway|freeway|car|bus|sea|boat|ferry"
    r"|air|plane|vehicle|river|land|water|route)\b|in\sa\s(?:straight|direct)\sline|as\sthe\scrow\sflies|on\sfoot\b|overland\b)"
)
ON_THE_SAME = pattern(r"[^.;\ue000-\uf7ff]{0,60}\Z")
OWN_DIRECTION = pattern(r"[\s,)-]{0,3}(?:(?:to|in)\s(?:the|a)\s|due\s)?(?:<D>|from\b|of\b|away\b)")
APART = pattern(r"(?P<a><P>)\s(?:and|&)\s(?:[a-z]+\s){0,3}(?P<b><P>)[^.;]{0,40}\Z", "apart", "other", "another")
SEPARATED_BY = pattern(
    r"(?P<a><P>)\s(?:and|&|from)\s(?P<b><P>)\s(?:are|is|were|lie)\s(?:only\s"
    r"|now\s)?separated\sby\s(?:[a-z]+\s){0,3}\Z",
    "separated by",
)
APART_FIRST = pattern(r"[\s)]{0,2}apart,\s(?P<a><P>)\s(?:and|&)\s(?P<b><P>)", "apart,")
# "Hamburg is 255 km from Berlin, and Munich 585 km."
AND_OTHER = pattern(
    r"[\s,;]{0,3}(?:and|while|whereas|but|,)\s(?P<p><P>)(?:\s(?:at|in)\s<P>)?[\s,]{1,2}(?:is\s|lies\s|at\s)?(?P<on>another\s|a\sfurther\s)?\Z"
)
# "… 40 miles east of Y; a caption says 45 miles."
SAID_AGAIN = pattern(
    r"[^.\ue000-\uf7ff]{0,80}?\b(?:say|says|said|gives|gave|puts?\s(?:it|the\sdistance)\sat|reported|reports"
    r"|estimated)\s"
    r"(?:it\s(?:as|at|is|was)\s|that\sit\s(?:is|was)\s|the\sdistance\s(?:as|is|was)\s)?\Z"
)
# "The distance from X to Y is not N but M."
NOT_BUT = pattern(r"[\s)]{0,2},?\s?but\s(?:rather\s|more\slike\s|actually\s)?\Z", "but ")
STOPS = pattern(r"[\s)]{0,2}(?:[.;,]|\Z)")
# "At 1,500 km, X is the farthest from Y."
AT_FIRST = pattern(
    rf"[\s)]{{0,2}},\s(?:the\s(?:[a-z]+\s){{0,3}})?(?P<p><P>)[^.;]{{0,60}}?\b(?:farthest|furthest|nearest|closest"
    rf"|distant|away|far)"
    rf"\b[^.;]{{0,30}}?\b(?:from|to)\s(?P<ground>{GROUND})",
    "farthest",
    "furthest",
    "nearest",
    "closest",
    "distant",
    "away",
    " far",
)
APART_AFTER = pattern(
    r"[\s)]{0,2}(?:[a-z]+\s){0,2}apart\b|\s(?:away\s)?from\s(?:each other|one another)\b", "apart", "other"
)
# "X is closer to A, N away, than to B, N to the north": the amount and its direction are those of A and B.
COMPARED = pattern(
    r"(?P<a><P>)[^.;\ue000-\uf7ff]{0,60}?\b(?:closer|nearer|farther|further)(?:\saway)?\s(?:to|from)\s"
    rf"(?:[^.;]{{0,90}}?\bthan\s(?:it\sis\s)?(?:to|from)\s)?(?P<b>{GROUND})(?:,\s|\s\()(?:[a-z]+\s){{0,2}}\Z",
    "closer",
    "nearer",
    "farther",
    "further",
)
SEPARATE = pattern(
    rf"[\s)]{{0,2}}(?:[a-z-]+\s){{0,3}}(?:separat\w+|divid\w+|lies?|li|stretch\w*|is"
    rf"|are)\s(?:between\s)?(?P<a>{GROUND})\s(?:from|and)\s(?P<b>{GROUND})",
    "separat",
    "divid",
    "between",
)
JOURNEY_AFTER = pattern(
    rf"[\s)-]{{0,2}}(?:(?:[a-z\d'-]{{1,20}},?|<P>|\([^()]{{0,12}}\))\s){{0,4}}?(?:{JOURNEY}|tunnel|bridge|canal|causeway|viaduct|cable|railroad|ferry)\b|[\s)]{{0,2}}\Z|[\s)]{{0,2}}(?:by|on|across|over"
    rf"|through)\s"
)
JOURNEY_NEAR = pattern(rf"\b(?:{JOURNEY}|{TRAVEL}|apart|distance|separat\w+|kilometres|miles)\b")
# What lies between two ends, so that an amount after them is no length of the whole way.
MIDWAY = pattern(
    r"\b(?:half-?\s?way|mid-?\s?way|mid-?\s?point|equidistant|equally\sfar)(?:\s(?:point|mark|stop|town))?\s\Z"
)
LAST_LEG = pattern(
    rf"from\s(?P<a>{GROUND})[^.;\ue000-\ue7ff]{{0,70}}?\b(?:{TRAVEL}|the|a|it\s(?:is"
    rf"|was))\s(?:[a-z]+\s){{0,3}}?(?P<l><L>)[\s)]{{1,2}}"
    rf"(?:[a-z]+\s){{0,3}}?(?:to|into)\s(?P<b>{GROUND})",
    "from ",
)
TO_REACH = pattern(
    rf"(?:{TRAVEL})\s(?:[a-z]+\s){{0,3}}?(?P<l><L>)[^.;]{{0,60}}?\bfrom\s(?P<a>{GROUND})[^.;]{{0,90}}?"
    rf"\b(?:reach(?:ed|ing|es)?|arriv(?:ed|ing|es)\s(?:in|at)|got\sto|to)\s(?P<b>{GROUND})",
    "from ",
)
EVENT_FIGURE = pattern(r"\b(?:cente?red|epicent|hypocent)")
# "X is N away", "X, N away": not "airports N away", which are no place.
# "Z is N farther on": from where the statement before it ended.
FARTHER = pattern(r"[\s)]{1,2}(?:further|farther)\s(?:on|along|down|up)\b")
AWAY_BEFORE = pattern(rf"(?:\b{COPULA}|,|\band|\bor|<P>)\s?(?:another\s|a\sfurther\s|still\s|only\s)?\Z")
# "Mexico City is still N away": from where the report is written.
STILL = pattern(r"\bstill\s(?:[a-z]+\s){0,3}\Z", "still ")
# "…, and took others from a dinghy N from Y": a thing that was not told of before.
OWN_THING = pattern(
    r"\b(?:an?|another)\s"
    r"(?:(?!distance|point|spot|place|site|position|area|village|town|further|few|couple|total|journey|trip)"
    r"[a-z-]{3,16}\s){1,3}\Z"
)
# "covers the N", "had flown some N", "was driven N": the amount of a journey.
TRAVELLED = pattern(rf"\b(?<!crow\s){TRAVEL}\s(?:(?!to\b|from\b)[a-z]+\s){{0,4}}\Z")
TRIP_OF = pattern(
    rf"\b(?:the|this|a|an|her|his|their|its)\s(?:[a-z-]+\s){{0,3}}{JOURNEY}\s(?:of|is|was|covers|measures"
    rf"|runs\sfor|came\sto)\s"
    r"(?:[a-z]+\s){0,2}\Z"
)
TRIP_NEXT = pattern(
    r"(?:,\s(?:and\s)?(?:[a-z]+\s){0,2}<T>)?[\s-]{1,2}(?:[a-z-]+\s){0,2}(?:journey|trip|voyage|crossing|flight|drive|trek|march"
    r"|ride|haul|stretch\sof\s(?:road|highway|motorway|railway|track))\b"
)
# "… set off from X and finished in Y, N later"
LATER = pattern(
    r"[\s)]{1,2}(?:and\s(?:[a-z]+\s){0,2}<T>\s)?(?:later|further on|farther on|down the (?:road|line|coast))\b"
)
TO_END = pattern(
    rf"[\s,)-]{{1,3}}(?:(?:[a-z-]+\s){{0,2}}{JOURNEY}\s)?(?P<d><D>)?\s?(?:on\s|all\sthe\sway\s|across\s|over\s"
    rf"|back\s|(?:up|down|along|across|through|over)\s(?:the\s)?(?:[a-z]+\s){{1,2}}|up\s|down\s|inland\s){{0,2}}"
    rf"(?:in\s(?:[a-z]+\s){{0,2}}<T>\s)?(?:to\sreach|to|into|towards)\s(?P<p>{GROUND})"
)
FROM_START = pattern(
    rf"[\s,)-]{{1,3}}(?:(?:[a-z-]+\s){{0,2}}{JOURNEY}\s(?:(?:taking|lasting|of|that\stakes|which\stakes)\s(?:[a-z]+\s){{0,2}}<T>\s)?)?"
    rf"(?P<d><D>)?\s?(?:away\s|on\s){{0,2}}(?:from|out\sof)\s(?P<p>{GROUND})"
)
# "a N drive to my neighbour", "drove N to the coast": an end that is no place's name.
OTHER_END = pattern(
    rf"[\s,)-]{{1,3}}(?:(?:[a-z-]+\s){{0,2}}{JOURNEY}\s)?(?:to|from|into)\s(?:my|our|your|his|her|their|its|an?|another|the)\s"
    r"(?!capital|border|other|city|town)"
)
ONLY_POINT = pattern(r"[\s)]{1,2}(?:to\sthe\s|due\s)?(?P<d><D>)")
SWAPPED = pattern(rf"\bfrom\s(?P<ground>{GROUND})[\s,]{{1,3}}(?:it\sis\s|at\s)?\Z", "from ")
# What can be some way apart and is no town or other place that the text named.
_NO_PLACES = (
    r"(?:(?:epi|hypo)cent(?:er|re)s|(?:earth)?quakes|tremors|(?:after)?shocks|blasts|explosions|attacks|crashes|incidents|events"
    r"|sightings|finds|wrecks|fires|camps|cars|men|women|people)"
)
THE_TWO = pattern(
    rf"\b(?!(?:[a-z]+\s){{1,3}}?(?:{_NO_PLACES}|{VEHICLE})\s(?:are|lie|were|sit|stand)\b)"
    r"(?:the\s(?:two|pair)|both|these|they|the)(?:\s(?:two|neighbou?ring|rival|[a-z]+))?"
    r"(?:\s(?:cities|towns|places|capitals|stations|ports|villages|islands|airports|bases|points))?"
    r"\s(?:are|lie"
    r"|were|sit|stand)\s"
    r"(?:[a-z]+\s){0,3}\Z",
    " are ",
    " lie ",
    " were ",
    " sit ",
    " stand ",
)
# "The road between the two is", "the railway from X is", before "N long".
THE_WAY = pattern(
    r"(?<!\bon\s)(?<!\bof\s)(?<!\bby\s)\b(?:the|this|its|their)\s(?:[a-z-]+\s){0,3}?(?P<way>road|highway|motorway|expressway|freeway|railway|railroad|rail\sline|route|drive"
    r"|journey|way|trip|crossing|track|trail)"
    r"(?:\sfrom\s(?P<p>(?:the\s)?<P>)|\s(?!(?:to|into|on|of|in|up\sto)\s)[^.;,\ue000-\uf7ff]{1,40})?\s(?:is|was|runs)\s(?:[a-z]+\s){0,3}\Z"
)
ROUND_TRIP_WORDS = pattern(
    r"\bround[\s-]trip|\breturn\s(?:trip|journey|flight|voyage|drive)|\bthere\sand\sback\b", "round", "return", "back"
)
# What a way goes by: "via the Suez Canal", "around the Cape of Good Hope".
# Not the other way that this one is held against: "3,300 more than through Suez".
VIA = pattern(
    r"(?<!\bthan\s)(?<!\bagainst\s)(?<!\bnot\s)(?<!\binstead\sof\s)(?<!\bthan\sgoing\s)"
    r"\b(?:via|through|by\sway\sof|around|round|across|past|over)\s(?:the\s)?(?:[a-z]+\s){0,2}?(?P<p><P>)"
)
GOES_BY = pattern(
    r"[\s)]{0,2}[;,]\s(?:and\s|but\s|while\s)?(?P<via>(?:via|through|by\sway\sof|around|round|across)\s(?:the\s)?(?:[a-z]+\s){0,2}?<P>)"
    r"[\s,]{1,2}(?:it\s(?:is|was)\s|the\s(?:distance|way|trip)\s(?:is|was)\s|(?:is|was)\s)?\Z"
)
# "half a mile from the Kremlin, in central Moscow, …": not Moscow is half a mile away.
INSIDE = pattern(r"\bin\s(?:[a-z]+\s){0,2}(?:central|downtown|the\s(?:heart|middle|cent(?:re|er)|north|south)\sof)\s")
# "… and the same distance south-west of Z."
SAME_DISTANCE = pattern(
    rf"\bthe\ssame\sdistance\s(?:away\s)?(?:to\sthe\s)?(?P<d><D>)?\s?(?:of|from|to)\s(?P<p>{GROUND})",
    "same distance",
)
# "the railway, 157 km long": the length of a way is that between its ends.
WAY_LONG = pattern(r"[\s-]{1,2}(?:long\b|in\slength\b)")
# "It will extend N": how long the way is that the sentence before told of.
EXTENDS = pattern(
    r"(?:\A|[.;,]\s(?:and\s)?)(?:(?:it|which)|(?:the|this)\s(?:[a-z-]+\s){0,2}?(?P<way>road|highway|motorway|expressway|freeway|railway"
    r"|railroad|line|route|track|pipeline|ferry))\s(?:(?:will|would|now|currently)\s){0,2}"
    r"(?:extends?|stretch(?:es)?|spans?|covers?|runs?|measures?)\s(?:for\s|over\s)?(?:(?:about|some|around|nearly|roughly)\s)?\Z"
)
LONG_WAY = pattern(
    rf"\b(?:{JOURNEY}|canal|tunnel|bridge|stage|rally|course)\b[^.;]{{0,60}}?(?:,\s|\sis\s|\swas\s|\s)(?:[a-z]+\s){{0,2}}\Z"
)
# "X and Y are N from Z"
BOTH_ARE = pattern(
    r"(?P<a><P>),?\s(?:and|&)\s(?P<b><P>)(?:,\s(?:which|both|each|the)\s[^;.]{0,60},)?\s(?:are|lie|were|sit|stand)\s"
    r"(?:[a-z]+\s){0,3}\Z",
    " are ",
    " lie ",
    " were ",
    " sit ",
    " stand ",
)
# "X, Y and Z are N, M and K from", "X and Y, N and M from"
LISTED = pattern(
    r"(?P<list>(?:<P>,\s){0,3}<P>,?\s(?:and|&)\s<P>)(?:,?\s(?:[a-z]+\s){0,2}(?:are|lie|were|sit|stand)|,(?:\swhich\s(?:are|lie))?"
    r"|,\s(?:which|both|each|the|[a-z]+\s[a-z]+)\s[^;.\ue000-\uf7ff]{0,60},(?:\s(?:are|lie|were|sit|stand))?)\s"
    r"(?:[a-z]+\s){0,3}\Z"
)
# "Both towns are N from Z", "The two lie N from Z": the two places of the sentence before.
BOTH_OF_THEM = pattern(
    r"\b(?:both|the\stwo|these\stwo|the\spair)(?:\sof\s(?:them|these))?(?:\s(?:neighbou?ring\s|rival\s)?(?:cities|towns|places"
    r"|capitals|stations|ports|villages|islands|airports|bases|settlements|sites))?\s(?:are|lie|were|sit|stand)\s(?:[a-z]+\s){0,3}\Z",
    "both ",
    "the two ",
    "these two ",
    "the pair ",
)
OWN_CAPITAL = pattern(r"['’]s?\s(?:[a-z]+\s){0,3}capital\Z", "capital")
CAPITAL_OF = pattern(r"\bcapital(?:\scity)?\sof\s(?:the\s)?\Z", "capital")
# What sets a place apart from the statement before it: "…, to X, N from Y", "… and fell on X, N from Y",
# "… before they turn off to X, N from Y".
VERB_OR_TO = pattern(
    rf"\b(?:{COPULA}|{TRAVEL}|reach\w*|left|arriv\w+|land\w+|sent|fell|sank|hit|struck|broke|burst|blew|met|came|got"
    rf"|[a-z]{{2,12}}ed|stops?|halts?|calls?|turns?|ends?)\b|,\s(?:and\s)?(?:then\s)?(?:on\s)?(?:to|into)\s\Z"
    r"|,\s(?:and|or|but|as\swell\sas)\s(?:from\s|in\s|at\s|near\s|as\sfar(?:\s[a-z]+|\s<D>)?\sas\s)?\Z"
    r"|\b(?:he|she|it|they|we|who)\s(?!(?:is|was|are|were|lies|lie)\b)[a-z]{2,}\b"
)
# "from A to B, a journey of M, was hit N west of Y": what travelled there, not B.
WAY_OF = pattern(rf"\b{JOURNEY}\s(?:of|over|covering)\s")
THEN_DID = pattern(
    r"[^,;\ue000-\ue7ff]{0,60},\s(?:[a-z]{3,12}ed|was|were|hit|came|ran|fell|sank|struck|broke|went|lay)\s[^,;\ue000-\ue7ff]{0,40}\Z"
)
# "X airport, N from the city", "the base at X, N from the town", "X: the airport, N from the city": the town is X.
OF_A_TOWN = pattern(
    rf"(?P<p><P>)(?:'s|:)?\s(?:the\s|its\s)?(?:[a-z-]+\s){{0,2}}{FACILITY}(?:,|\s{COPULA}|,?\swhich\s{COPULA})\s(?:[a-z]+\s){{0,3}}\Z"
    rf"|\b{FACILITY}\s(?:in|at|of|near|outside)\s(?P<q><P>)(?:,|\s{COPULA}|,?\swhich\s{COPULA})\s(?:[a-z]+\s){{0,3}}\Z"
)
# "N from X, a town M from Y": told of X.
GROUND_IS = pattern(
    r",\s(?:an?|the|one\sof\sthe)\s(?:[a-z-]+\s){0,4}?(?:city|town|village|hamlet|port|suburb|settlement|island|resort|community"
    r"|municipality|district|outpost|crossing|place|site|speck|hub|stronghold|township)\s"
    r"(?:(?:which|that)\s(?:is|lies)\s|(?:of|with|in)\s(?:<P>|[a-z\d,.]+(?:\s[a-z]+)?)\s|located\s|situated\s)?(?:[a-z]+\s){0,3}\Z"
)
# "…, and passed N north of Y": what the verb is told of.
AND_DID = pattern(
    r"[\s,]{0,2}(?:and|but|then|before)\s(?:(?:then|later|again|soon|also)\s){0,2}"
    r"(?!located|situated|based|called|named)(?:[a-z]{3,12}ed|lay|came|went|hit|ran|fell|was\s(?:last\s)?(?:seen|spotted))\s"
    rf"(?P<far>(?:(?!{COPULA}\b)[^\s;.]{{1,24}}\s){{0,12}}?)(?:[a-z]+\s){{0,3}}\Z"
)
IS = pattern(rf"\b{COPULA}\b")
# What makes the amount between two ends that of a journey, which winds as it likes.
TRAVELS = pattern(rf"\b(?:{TRAVEL}|stage|trip|journey|drive|trek|voyage|march|ride|tour|rally|race|hike)\b")
# "its airport is N to the south-east": what belongs to the place spoken of.
OWNED = pattern(
    r"\b(?P<what>(?:its|their|the\s(?:town|city|village|island)'s)\s(?:(?!(?:is|was|are|were)\b)[a-z'-]{1,20}\s){1,5}?)"
    r"(?:which\s)?(?:is|was|are|were|lies|lay|stands|sits)\s(?:[a-z]+\s){0,3}\Z",
    "its ",
    "their ",
    "'s ",
)
# "From X it's N", "The drive from X via Z is N", "the one from X needs T for the N": to what the text is about.
FROM_IT = pattern(
    rf"(?P<way>\b(?:{JOURNEY}|one|other)\s)?\bfrom\s(?P<p>{GROUND}){ANY_VIA},?\s(?:it(?:'s|\sis|\swas)|allow|reckon(?:\swith|\son)?|expect|count\son"
    r"|(?(way)(?:is|was|covers|measures|(?:takes?|took|needs?|needed)\s(?:[a-z]+\s){0,3}<T>\sfor)|\A\Z))\s(?:[a-z]+\s){0,3}"
    r"(?:<T>[\s,(]{1,3}(?:and\s|or\s)?(?:[a-z]+\s){0,2})?\Z",
    "from ",
)
