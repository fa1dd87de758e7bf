"""The sentence shapes that say that a place lies in an area."""

from __future__ import annotations

import re

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY

COMPASS = (
    r"(?:(?:north|south|east|west)(?:east|west)?-?central"
    r"|(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern|ernmost)?|mid)"
)
# Whose these are says nothing of the land that they lie in: "the American base of X".
NOT_OWNED = r"(?!(?:base|camp|outpost|stronghold|mine)\b)"
# What a place can be called between its name and its area: "a spaceport in", "the border town of".
KIND = (
    r"(?:capital|city|town|village|port|settlement|suburb|district|neighbou?rhood|municipality|hamlet|commune"
    r"|spaceport|cosmodrome|airport|airfield"
    r"|station|resort|oasis|province|region|state|county|prefecture|territory|island|peninsula|crossing|base"
    r"|harbou?r|lake|river|mountain|volcano"
    r"|valley|glacier|park|reserve|refinery|mine|plant|dam|bridge|castle|monastery|camp|enclave|exclave|outpost"
    r"|township|borough|stronghold|foothold|bastion|redoubt|hometown|haven"
    r"|hub|junction|crossroads|garrison|county seat|seat|islet|atoll|archipelago|waterfall|canyon"
    r"|(?<=most )(?:point|place|tip|spot))"
)
KINDS = rf"(?:{KIND}s?|cities|counties|countries|municipalities|territories)"
_COUNT = r"two|three|four|five|six|seven|eight|nine|ten|several|both"
# What an area is, before its name: "in the province of Jaén", "in the state of Oregon".
OF_KIND = (
    rf"(?:(?:(?:{DEMONYM} )?(?:(?!(?:the|an?|of|its|his|this|that|one|each|every) )[\w-]{{3,16}} ){{0,2}}?"
    r"(?:province|state|region|county|district"
    r"|department|prefecture|governorate|municipality|republic|canton|oblast|territory|community|division|commune"
    r"|parish|island) of"
    r"|island of)\s(?:the\s)?)?"
)
# The part of an area that is meant: "in the far north of", "in south-western".
PART = rf"(?:(?P<part>{COMPASS})\s(?:(?:part|coast|tip|end|shore|half|corner|edge|fringe) of |of )?)?"
# A comma, or the dash that stands for it: "Halden – a town in Norway – burned".
_SET_OFF = r"(?:,|[–—]|--?)"
ADJECTIVES = (
    r"(?:(?:large|small|tiny|remote|big|main|major|historic|ancient|old|new|sleepy|industrial|coastal|border"
    r"|frontier|mining|fishing|holiday|seaside"
    rf"|largest|second-largest|third-largest|busiest|biggest|capital|provincial|regional|strategic|key|port"
    rf"|railway|rebel-held|besieged|{COMPASS})\s){{0,3}}"
)

# Further words between an article and what a place is: "a road and rail hub", "a former gold-mining town".
FURTHER = r"(?:(?!(?:of|in|at|from|to|on|by|with|for|near|whose|who|that|which)\b)[\w’'-]+\s){0,4}?"

# "Manila's seaside slum neighbourhood of X"
_PLAIN = r"(?:(?!(?:the|an?|of|in|at|from|to|on|by|with|for|near|and|or|is|was|who)\b)[\w’'-]+\s){0,3}?"
# What follows the name of a division: "Holm district", "Holm Prefecture".
DIVISION = (
    r"(?:(?:sub-?|autonomous |tribal |administrative )?(?:district|province|state|county|prefecture|region|governorate"
    r"|municipality|department|territory|oblast|division|voivodeship|canton|subdistrict|township))"
)
# "Khasan station in the Primorye Region", "…, a spaceport in eastern Russia", "… is in northern Finland", "Pau
# (France)", "Holm district in the X region", "the cape at the southern tip of X"
IN = re.compile(
    rf"(?P<inner>{PLACE})(?:,? (?:(?:research |mission |weather |rail(?:way|road) |train )?station|airport|port"
    r"|harbou?r|(?:refugee )?camp"
    r"|(?:national |nature |game |state )?(?:park|reserve)|(?:gold |copper |coal )?mine|(?:air |naval )?base|dam"
    r"|volcano|mountains?|river|lake|glacier|valley|islands?|oasis|archipelago"
    rf"|peninsula|town|city|village|reservoir|desert|area|{DIVISION}))?"
    rf"(?:,? (?:which |that )?(?:(?:is|was|are|were|lies?|sits?|stands?) )?(?:both |all )?"
    rf"(?:also )?(?:located |situated )?"
    rf"(?:{_SET_OFF}? ?(?:an?|the|one of (?:the|its|{PLACE}['’]s)|{_COUNT}) {FURTHER}{KINDS} (?:[\w,-]+ ){{0,5}}?)?"
    rf"|(?:, (?:an?|the) {FURTHER}{KIND} ))"
    rf"(?P<prep>in|on|of|within|inside|part of|at(?=\s(?:the\s)?(?:far\s)?{COMPASS}\s(?:tip|end|edge) of))\s"
    r"(?:the\s)?(?:far\s)?(?:mainland\s|metropolitan\s)?(?:island of )?"
    rf"{PART}(?:the\s)?(?:{DEMONYM}\s)?{OF_KIND}(?:(?P<owner>{PLACE})['’]s?\s(?:(?:{COMPASS}\s)?(?:{ADJECTIVES}{KIND}\s(?:of\s)?)?)?)?(?P<outer>{PLACE})",
    re.I,
)
# "Halden, across the border from Strömstad, is in Norway": the aside tells of the place before it
ASIDE = re.compile(
    rf"(?P<inner>{PLACE})(?: station| airport)?, (?:at|on|across|near|by|an?|the|which|where|home to|known|about|some"
    rf"|once|just|close|along|between|opposite|not far|{QUANTITY}) ?[^,;()]{{1,90}}?,\s"
    rf"(?:is|was|lies|sits|stands) (?:located |situated )?"
    rf"(?:an? {FURTHER}{KIND} (?:of (?:[\w,-]+ ){{1,4}}?)?)?(?:in|on) (?:the\s)?(?:far\s)?"
    rf"{PART}(?:the\s)?{OF_KIND}(?P<outer>{PLACE})",
    re.I,
)
# "One paper put Halden in Sweden"
PUT_IN = re.compile(
    rf"\b(?:plac(?:es|ed|ing)|puts?|putting|locat(?:es|ed|ing)|situat(?:es|ed))\s(?:the (?:city|town"
    rf"|village|port|island) of )?"
    rf"(?P<inner>{PLACE})\s(?:in|on)\s(?:the\s)?(?:far\s)?{PART}(?:the\s)?{OF_KIND}(?P<outer>{PLACE})",
    re.I,
)
# "It lies in northern Spain", "one report placed the town in Sweden": what "it" is, the text said before
POINTED = re.compile(
    rf"(?:^(?:It|The (?:city|town|village|port|island|airport|station))(?:, [^,;{PLACE}]{{2,60}},)? "
    rf"(?:is|was|lies|sits|stands) (?:located |situated |(?:an?|the|one of the) {FURTHER}{KINDS} )?"
    rf"|\b(?:plac(?:es|ed)|puts?|locat(?:es|ed)) (?:it|the (?:city|town|village|port|island)) )"
    rf"(?:in|on) (?:the\s)?(?:far\s)?{PART}(?:the\s)?{OF_KIND}(?P<outer>{PLACE})",
    re.I,
)
# "In the province of R, a bomb killed four in the town of X"
FRONTED = re.compile(
    rf"^[“\"]?In (?:the )?(?:(?P<part>{COMPASS}) )?"
    rf"(?:{DIVISION} of (?:the )?(?P<outer>{PLACE})|(?P<named>{PLACE})(?: {DIVISION})?),? "
    rf"[^.;:{PLACE}]{{3,120}}? in the (?:{ADJECTIVES})(?:city|town|village|suburb|district|hamlet|port) of "
    rf"(?P<inner>{PLACE})(?!['’])"
)
# "this small town in northern R": where the story was written
THIS_TOWN = re.compile(
    rf"\bthis (?:[a-z-]+ ){{0,3}}?(?:city|town|village|port|island|resort|community|capital) (?:in|on) "
    rf"(?:the )?(?:far )?{PART}(?:the )?{OF_KIND}(?P<outer>{PLACE})"
)
# "a spaceport in eastern Russia, the Vostochny cosmodrome"
KIND_IN = re.compile(
    rf"\b(?:an?|the) {ADJECTIVES}{KIND} in\s(?:the\s)?(?:(?P<part>{COMPASS})\s)?(?:the\s)?(?P<outer>{PLACE}),"
    rf"\s(?:the\s)?(?P<inner>{PLACE})",
    re.I,
)
# "Khasan, a Russian border town", "Durres, Albania's largest port"
TOWN = re.compile(
    rf"(?P<inner>{PLACE}),\s(?:an?\s|the\s)?(?:(?P<part>{COMPASS})\s)?"
    rf"(?:(?P<outer>{DEMONYM})|(?P<owner>{PLACE})['’]s?)\s(?P<words>{ADJECTIVES}){NOT_OWNED}{KIND}\b(?!\s(?:of\s)?{PLACE})",
    re.I,
)
# "Halden, kommune (municipality), southern Norway"
ENTRY = re.compile(
    rf"^(?P<inner>{PLACE}), (?:[a-zà-ÿ-]+ ?){{1,4}}(?:\([^(){PLACE}]{{1,40}}\))?, (?:in )?(?:the )?{PART}"
    rf"(?:the )?{OF_KIND}(?P<outer>{PLACE})(?=[,.;]|$| (?:[Ss]tate|[Pp]rovince|region|county|district|Land)\b)"
)
# "Halden, Norway", "Halden (Norway)", and as a book of reference has it: "Halden, town, southern Norway"
COMMA = re.compile(
    rf"(?P<inner>{PLACE})(?: (?:state|province|region|county|district|department|prefecture|oblast))?(?P<gap>, "
    rf"(?:(?:[a-z]+ (?:and )?){{0,3}}{KIND}(?: (?:\(|and )[^,;.(){PLACE}]{{1,40}}\)?)?, )?| \()"
    rf"(?:in )?(?:the )?{PART}(?:the\s)?{OF_KIND}(?P<outer>{PLACE})"
)
# "central Norway's Trøndelag county", "Norway's southern Agder": whose a place is it lies in
OWNED = re.compile(
    rf"(?:\b(?P<part>{COMPASS})\s)?(?P<outer>{PLACE})['’]s?\s"
    r"(?-i:(?!(?:from|to|in|at|of|and|or|on|near|with|by|for|before|after|is|was|has|had)\b)[a-z-]+\s){0,2}"
    rf"(?P<inner>{PLACE})(?=\W{{0,2}}$|[,.;:)]| (?:state|province|region|county|district|department|prefecture|oblast"
    rf"|governorate|desert|peninsula|valley|coast|and|or|in|on|at|to|from|is|was|with|where|which|who|are|were|has|had|have|will"
    rf"|would|by|after|before|near|for|as|into|through|via|that|since|during|between|this|last|but|when|while|following|amid|against|under|over|around|along|across|because|despite|until)\b)",
    re.I,
)
TOWN_OF = re.compile(
    rf"(?:the\s"
    rf"|an?\s)?(?:(?P<part>{COMPASS})\s)?(?P<outer>{DEMONYM})\s(?P<words>{ADJECTIVES}){NOT_OWNED}{KIND}(?:\scity)?(?:\sof)?,?\s(?P<inner>{PLACE})",
    re.I,
)
POSSESSIVE = re.compile(
    rf"(?P<outer>{PLACE})['’]s?\s(?:(?P<part>{COMPASS})\s)?(?P<words>{ADJECTIVES}{_PLAIN}){NOT_OWNED}{KIND}(?:\scity)?(?:\sof)?,?\s(?P<inner>{PLACE})",
    re.I,
)
SIDE = re.compile(
    rf"(?P<inner>{PLACE}),?(?:\s(?:which|that))?(?:\s(?:is|lies))?\son\sthe\s(?P<outer>{DEMONYM}"
    rf"|{PLACE}(?:['’]s)?)\sside\b",
    re.I,
)
EVENT = re.compile(
    r"(?P<name>(?:[A-Z][\w&-]{1,24} (?:of |on |for |the )?){1,5}(?:Forum|Conference|Games|Olympics|Festival|Expo"
    r"|Exhibition|Congress|Fair|Biennale|Championships?"
    rf"|Cup|Assembly|Airshow|Air Show|Grand Prix|Summit))(?: is held| was held| held| takes place|,)? (?:in"
    rf"|at) (?:the (?:city|town) of )?(?P<outer>{PLACE})"
)
MEASURE = re.compile(
    rf"{QUANTITY}[^{PLACE},.;]{{0,40}}\b(?:from|of)\s(?:the )?(?:[a-z]+ )?(?P<ground>{PLACE}),?\s"
    rf"(?P<prep>in)\s(?:the\s)?(?:(?P<part>{COMPASS})\s)?(?:(?P<owner>{PLACE})['’]s?\s)?(?P<outer>{PLACE})"
)
# "In the Russian Far East, … arrived"
OPENING = re.compile(rf"^“?[Ii]n (?:the )?(?P<outer>{PLACE}),.{{0,80}}?\b(?:arrived|landed|docked|reached)\b")
