"""Nouns of things that are no places but stay where they are: an epicentre, a wreck, a camp, an airport."""

from __future__ import annotations

import re

from geomap.claims.travellers import VEHICLE

# What stays where it is, so that two statements of a text about it speak of one point.
FIXED = re.compile(
    r"\b(?P<quake>epicent(?:re|er)s?|hypocent(?:re|er)|(?:earth)?quakes?|temblor|tremor)\b"
    r"|\b(?P<other>wreck|wreckage|crash\ssite|(?:accident|landing|launch|impact|excavation|building)\ssite|site|scene|camp|volcano"
    r"|landslide|avalanche|blast|explosion|crater|mine|dam|reactor|checkpoint|island|islet|reef|oilfield|platform|rig|summit)\b",
    re.IGNORECASE,
)
# What stands at a town and is called after it: "Heraklion airport", "the base at X".
FACILITY = (
    r"(?:airport|airfield|airstrip|aerodrome|air\sbase|base|station|port|harbou?r|refinery|plant|depot|camp|prison|jail|hospital"
    r"|stadium|university|campus|mine|dam|terminal|barracks|garrison|checkpoint|reactor|shipyard|factory|warehouse|cemetery|zoo)"
)
# What distances are told of that is no place.
THINGS = re.compile(
    rf"\b({VEHICLE}|storm|hurricane|typhoon|cyclone|tornado|fire|blaze|wildfire|wreck|wreckage|debris|rocket|missile|satellite|comet"
    r"|volcano|landslide|avalanche|oilfield|airstrip|explosion|blast|crash|accident|collision|derailment|attack|incident|spill|camp|site|scene|base|reactor|plant|stadium|hut"
    r"|lighthouse|hospital|school|mine|dam|park|reserve|hamlet|farm|ranch|depot|pipeline|monastery|temple|castle|factory|refinery|checkpoint|facility|prison"
    rf"|{FACILITY}"
    r"|summit|peak|epicentre|epicenter|quake|earthquake|tremor|temblor|aftershock|platform|rig|islet|reef|cave|ruins|villages?|towns?)\b"
)
