"""The shapes of statements that a place lies between two others."""

from __future__ import annotations

from geomap.claims.patterns import GROUND
from geomap.claims.wording import pattern

_HALF = (
    r"(?:half[\s-]?way|mid[\s-]?way|half(?:\sof)?\sthe\sway|the\s(?:mid|half)-?\s?(?:way\s)?point|midpoint"
    r"|half-way\spoint)"
)
_PART = (
    r"(?:(?:a|one)[\s-](?P<part>third|quarter|fifth)|(?P<parts>two[\s-]thirds"
    r"|three[\s-]quarters))\s(?:of\s)?the\sway"
)
_TWO = rf"(?P<a>{GROUND})\s?(?:,\s)?(?:and|&|to)\s(?:of\s|from\s)?(?P<b>{GROUND})"
_TWO_LISTED = rf"(?P<a>{GROUND})\s?(?:,\s|,?\s(?:and|&|to)\s(?:of\s|from\s)?)(?P<b>{GROUND})"
FORMS = (
    pattern(
        rf"\b{_HALF}(?:\s(?:point|mark|stop|stage|town))?[\s,]{{1,2}}(?:on\sthe\s[a-z\s]{{2,24}}?)?(?:between"
        rf"|from|along)\s{_TWO}",
        "half",
        "mid",
    ),
    pattern(rf"\b{_PART}\s(?:up\s|down\s|along\s)?(?:between|from)\s{_TWO}", "of the way"),
    pattern(
        rf"\b(?P<equal>equidistant|equally\sfar|the\ssame\sdistance|at\sequal\sdistances?)\s(?:from|between"
        rf"|to)\s{_TWO_LISTED}",
        "equi",
        "equal",
        "same distance",
    ),
    pattern(
        rf"\b(?:is|lies|sits|stands|was|are|located|situated|lying|found)\s(?:(?:roughly|somewhere|about|in"
        rf"|just|almost|directly"
        rf"|squarely|right)\s){{0,2}}(?P<plain>between|in-between|sandwiched\sbetween)\s{_TWO}",
        "between ",
    ),
    pattern(
        rf"(?<=<P>,\s)(?P<apposed>(?:an?|the)\s(?:[a-z-]+\s){{1,4}})?(?P<plain>between)\s{_TWO}(?=\s?(?:[,.;)]|\Z))",
        "between ",
    ),
)
ONWARD = pattern(rf"\b(?P<half>{_HALF})\sto\s(?P<b>{GROUND})", "half", "mid")
RIGHT = pattern(r"[\s,]{1,2}(?:lies|is|stands|sits|was)\s(?:the\s(?:[a-z]+\s){1,3}(?:of\s)?)?(?P<p><P>)")
POINT_OF = pattern(rf"\b{_HALF}\s(?:of|on)\sthe\s(?P<a><P>)\s?[-–—]\s?(?P<b><P>)", "half", "mid")
# What lies between two lands or seas is told by what it does to them; `wet` words hold of straits and canals alone.
PARTS = pattern(
    r"(?P<x><P>)(?:\sstrait|\schannel)?(?:,?\s(?:which|that))?,?\s(?:[a-z]+ly\s)?"
    r"(?:separat(?:es|ed|ing)|divid(?:es|ed|ing)|(?P<wet>(?:connect|link|join)(?:s|ed|ing)))"
    rf"\s(?P<a>{GROUND})\s(?:from|and|with|to)\s(?P<b>{GROUND})",
    "separat",
    "divid",
    "connect",
    "link",
    "join",
)
