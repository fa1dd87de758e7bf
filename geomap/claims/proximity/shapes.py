"""The sentence shapes that say that places are near each other or share a border."""

from __future__ import annotations

import re

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY

P = rf"(?:{PLACE}|{DEMONYM})"
# A border by its two sides, or by the one that the text looks at.
BORDER = (
    rf"(?:(?P<b1>{P})(?:['’]s)?(?:\s?[-–—/]\s?(?P<b2>{P}))?(?:['’]s)?\s(?:land\s|state\s)?(?:border|frontier)"
    r"(?!\s(?:town|village|city|guard|police|crossing|post|patrol|force))"
    rf"|(?:border|frontier)\s(?:between|of|with)\s"
    r"(?:the\s(?:(?:state|province|region|department|canton)\sof\s(?:the\s)?)?|(?:its\s)?(?:[a-z]+ern\s)?neighbou?r(?:ing)?\s)?"
    rf"(?P<b3>{PLACE})(?:\sand\s(?:the\s)?(?P<b4>{PLACE}))?)"
)
CUE = (
    r"(?:(?:very |just |right )?near(?: to)?|close to|not far from|a stone['’]s throw from|in the vicinity of"
    r"|within sight of|just outside(?: of)?|just off(?: the coast of)?|on the outskirts of|adjacent to"
    r"|(?:on|at) the (?:very )?(?:edge|fringe|doorstep)s? of|at the (?:foot|gates?) of"
    r"|next to|in the shadow of|hard by)"
)
GAP = (
    r"(?:,? (?:which |that )?(?:is |was |lies |sits |stands |are |were |lie )?(?:located |situated |based )?"
    rf"|,? (?:(?:is|was) )?(?:an?|the) (?:[a-z-]+ |{DEMONYM} ){{1,3}}"
    r"|,? (?:(?:are|were|both) )?(?:(?:two|three|both|the|small) )?"
    r"(?:[a-z-]+ )?(?:towns|villages|cities|settlements|communities|islands|districts|ports|areas) )"
)
# What may follow the name of a place: "Holm village, near", "the Holm mine near".
_NOUN = (
    r"(?: (?:(?:railway |train |gas |power )?station|airport|village|town|city|district|area|(?:refugee )?camp|mine"
    r"|island|county|(?:air ?|naval )?base|bridge|farm|valley))?"
)
NEAR = re.compile(
    rf"(?P<figure>{PLACE}){_NOUN}(?:{GAP}|\s[–—-]\s)(?P<cue>{CUE})\s(?:the\s)?"
    rf"(?:(?:[a-z-]+ ){{0,2}}?(?:capital|city|town|village|port) of |(?:[a-z-]+ )?"
    rf"(?:coast|shores?|banks?|mouth|entrance|tip) of (?:the )?)?(?P<ground>{PLACE})",
    re.I,
)
# "It lies near Y", "The village is not far from Y": what "it" is, the text said before
POINTED = re.compile(
    rf"^(?:It|The (?:city|town|village|hamlet|port|island|airport|station|camp|base))(?:, [^,;{PLACE}]{{2,60}},)? "
    rf"(?:is|was|lies|sits|stands) (?:also |located |situated )?(?P<cue>{CUE})\s(?:the\s)?"
    rf"(?:(?:[a-z-]+ ){{0,2}}?(?:capital|city|town|village|port) of )?(?P<ground>{PLACE})(?!['’])"
)
# "parts of the town located near the border with Y"
POINTED_BORDER = re.compile(
    rf"(?:^It|\b[Tt]he (?:city|town|village|port|camp)),? (?:which |that )?(?:is |was |lies |sits )?(?:located "
    rf"|situated )?(?P<cue>near|on|at|close to|along) (?:the|its) {BORDER}"
)
TWICE = re.compile(
    rf"\b(?P<cue>{CUE})\s(?:the\s)?(?:{BORDER}|(?P<figure>{PLACE})),?\s(?:and\s)?(?:{CUE}|on"
    rf"|along)\s(?:the\s)?(?P<ground>{PLACE})(?!['’])",
    re.I,
)
# "X, 40 km to the south, on the border"
_MEASURED = rf"(?:,? (?:[a-z]+ ){{0,3}}{QUANTITY}(?: [a-z-]+){{0,6}})"
AT_BORDER = re.compile(
    rf"(?P<figure>{PLACE}){_NOUN}{_MEASURED}?(?:,|{GAP}|\s[–—-]\s|\sand(?=\s(?:very\s)?(?:close|near)\b))?\s?(?:very\s|right\s)?"
    rf"(?P<cue>on|near|at|close to"
    rf"|along|hard by|before)\s(?:(?:the|its)\s|(?={PLACE}['’]))?{BORDER}",
    re.I,
)
SIDE = r"(?: (?:to|in|on) (?:the|its) [a-z-]+)?"
# "X, like Y, is a hilly province and borders Z"
_ALSO = (
    rf"(?: (?:province|region|state|county|district))?(?:, (?:like|unlike|with|along with)[^,;.]{{2,50}},)?"
    rf" (?:is|lies|has)\b[^,;.{PLACE}]{{2,70}} and"
)
SHARED = re.compile(
    rf"(?P<figure>{PLACE})(?:,? which|,(?= sharing| bordering)|{_ALSO})?\s"
    rf"(?P<cue>borders(?: on)?|(?<=, )bordering(?: on)?|(?:is|was) bordered by"
    rf"|shar(?:es?|ing) (?:its |a |an )?(?:(?:[a-z]+ ){{0,2}}{QUANTITY} of )?"
    rf"(?:[\w-]+ ){{0,3}}(?:borders?|boundar(?:y|ies)) with|neighbou?rs|abuts|adjoins)"
    r"\s(?:the\s)?"
    rf"(?P<list>(?P<ground>{PLACE}){SIDE}(?:(?:,? and |, )(?:the )?{PLACE}{SIDE}){{0,15}})",
    re.I,
)
OWN_VERB = re.compile(
    r"\s(?:do|does|did|is|are|was|were|has|have|had|will|would|can|may|borders?|says?|[a-z]+ed)\b", re.IGNORECASE
)
NEIGHBOUR = re.compile(
    rf"(?P<figure>{PLACE})(?:['’]s?|['’]s? (?:northern|southern|eastern"
    rf"|western))\sneighbou?rs?,?\s(?P<ground>{PLACE})|(?P<figure2>{PLACE})\s(?:and|to|into"
    rf"|in)\sneighbou?ring\s(?P<ground2>{PLACE})",
    re.I,
)
# What a claim notes whose places lie across a wide water from each other.
ACROSS_WATER = "across a wide water"
WIDE_WATER = re.compile(r"\b(?:strait|channel|sound|gulf|bay|sea|lake|ocean|lagoon|fjord)\b", re.I)
# "X, a R port across the river from Y", "X, home to a base, lies across the R from Y", "X, opposite Y", "X faces Y
# across the R"
_WATER = (
    r"(?:(?:river|border|frontier|strait|bay|lake|channel|water|estuary|fjord|lagoon)"
    rf"|{PLACE}(?: [a-z]{{3,10}})?)"
)
_LIES = r"(?:is|lies|sits|stands)"
ACROSS = re.compile(
    rf"(?P<figure>{PLACE})(?:,? (?:which |that )?{_LIES}|,[^,.;]{{3,80}}, {_LIES}"
    rf"|, (?:an?|the) (?:[a-z-]+ |{PLACE} |{DEMONYM} ){{1,5}}?(?=across|opposite)"
    r"|(?=,? (?:across|opposite)|,? which faces| faces))"
    rf",?\s?(?:just |directly |right |straight )?(?P<cue>(?:over|across) (?:the )?{_WATER} from|opposite(?: to)?"
    rf"|(?:which )?faces(?= (?:the )?(?:(?:city|town|port|village) of )?{PLACE},? (?:across|over)\b))\s(?:the\s)?"
    rf"(?:(?:city|town|port|village) of )?(?P<ground>{PLACE})",
    re.I,
)
FLOWS = re.compile(
    rf"(?P<ground>{PLACE})(?:,? which)?\s(?P<cue>(?:flows|runs|winds|passes|meanders) (?:through|past))\s"
    rf"(?P<list>(?:the (?:city|town) of )?{PLACE}(?:(?:,? and |, ){PLACE}){{0,8}})"
)
ON_RIVER = re.compile(
    rf"(?P<figure>{PLACE})"
    r"(?:,|(?:,? (?:which|that))? (?:is|lies|sits|stands|is (?:located|situated|set|built|perched)))"
    rf"(?: (?:an?|the) (?:[a-z-]+ ){{1,3}})?\s?"
    rf"(?P<cue>(?:on|along|astride|beside) (?:(?:the|its) (?:[a-z]+ )?banks? of )?)"
    rf"(?:the )?(?P<ground>{PLACE})",
    re.I,
)
# "It stands on the left bank of the R": what "it" is, the text said before.
POINTED_ON = re.compile(
    rf"^(?:It|The (?:city|town|village|hamlet|port|station|camp|base))(?:, [^,;{PLACE}]{{2,60}},)? "
    rf"(?:is|was|lies|sits|stands) (?:also |located |situated )?(?P<cue>(?:on|along|astride|beside) )"
    rf"(?:the |its )?(?:[a-z]+ )?(?:(?:banks?|coast|shores?) of (?:the )?)?(?P<ground>{PLACE})(?!['’])(?: coast\b)?",
)
MEASURED = re.compile(rf"{QUANTITY}[^{PLACE}]{{0,30}}\b(?:from|of|to)\s(?:the )?$")
# "X is 95 km north-west of Y, near Z": X is near Z.
OFFSET = re.compile(
    rf"(?P<x>{PLACE})(?:,| (?:is|was|lies|sits|stands)) (?:[a-z]+ ){{0,3}}{QUANTITY} "
    rf"[^{PLACE},.;]{{0,40}}\b(?:of|from) (?:the )?$"
)
BORDER_TOWN = re.compile(
    rf"(?<!{DEMONYM} )(?<!{PLACE}['’]s )\bborder (?:town|city|village|post|crossing|station"
    rf"|settlement)(?: of| at)? (?P<figure>{PLACE})",
    re.I,
)
