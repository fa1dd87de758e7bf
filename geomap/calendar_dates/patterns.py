"""The patterns of times in a text; every quantifier is bounded."""

from __future__ import annotations

import re
from functools import cache

from geomap.calendar_dates.words import (
    CLOCK,
    DAY,
    FULL_MONTH,
    MONTH,
    ORDINAL_DAY,
    PART,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
)

_NUMBER = (
    r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|a couple of)"
)
_DATE = (
    rf"(?:(?P<m1>{MONTH})\s+(?P<d1>{ORDINAL_DAY})(?![0-9:])(?:\s?[-–]\s?(?P<d1b>{DAY})(?![0-9:]))?(?:,?\s+(?P<y1>{YEAR})(?![0-9]))?"
    rf"|(?:the\s+)?(?P<d2>{ORDINAL_DAY})(?:\s?(?:[-–]|to"
    rf"|and)\s?(?P<d2b>{ORDINAL_DAY}))?\s+(?:of\s+)?(?P<m2>{MONTH})(?![a-z])(?:,?\s+(?P<y2>{YEAR})(?![0-9]))?"
    rf"|(?P<y3>{YEAR})-(?P<m3>0[1-9]"
    rf"|1[0-2])-(?P<d3>[0-3][0-9])(?![0-9])(?:[T ](?P<t3>[0-2][0-9]:[0-5][0-9])(?::[0-9]{{2}})?)?)"
)
_DAY = (
    rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}(?=,?\s{{1,3}}(?:{MONTH}\s{{1,3}}{DAY}|{DAY}\s{{1,3}}{MONTH}))|(?:Mon"
    rf"|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
    rf"(?:,?\s+(?:the\s+)?{_DATE})?"
    + "|"
    + _DATE.replace("?P<", "?P<x")
    + r"|(?P<word>today|yesterday|tomorrow|Today|Yesterday|Tomorrow))"
)
_DATED = (
    r"(?:(?P<mod>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming|[Tt]he (?:previous|following|next|same)|[Tt]his past)\s+)?"
    r"(?:(?P<before>[Ee]arly|[Ll]ate|[Mm]id)\s+(?:on\s+)?|(?P<part1>"
    + PART
    + r")\s+(?:of|on)\s+(?:(?P<mod2>last|next|this)\s+)?|(?P<clock1>"
    + CLOCK
    + r")(?:\s+(?:local time|GMT|UTC|hours|hrs|[A-Z]{2,4}T))?,?\s+(?:on\s+)?)?"
    + _DAY
    + rf"(?:(?:,)?\s+(?P<part2>(?:early |late )?(?:morning|afternoon|evening|night)|midday|noon|at dawn|at noon"
    rf"|at midnight|at dusk)\b|,?\s+(?:at\s+)?(?P<clock2>{CLOCK}))?"
    rf"(?:,?\s+(?P<weeks>{_NUMBER})\s+weeks?\s+later\b)?"
)
_RELATIVE = (
    rf"(?P<count>{_NUMBER})\s+(?P<unit>hours?|days?|nights?|weeks?|months?|years?)\s+(?P<way>ago|later|earlier"
    rf"|afterwards?|before that)\b"
    rf"|(?:(?P<stepclock>{CLOCK}|noon|midday|midnight)(?:\s+local time)?,?\s+(?:on\s+|of\s+|later\s+)?)?"
    r"(?:[Tt]he|[Tt]hat)\s+(?P<step>next|following|same|previous)\s+(?P<stepunit>day|morning|afternoon|evening|night"
    r"|week|month|year)\b"
    r"|(?P<this>[Tt]his|[Ll]ast|[Nn]ext)\s+(?P<thisunit>morning|afternoon|evening|night|weekend|week|month|year"
    r"|spring|summer|autumn|fall|winter)\b"
    r"|(?P<tonight>[Tt]onight|[Oo]vernight)\b"
    r"|(?P<daybefore>[Tt]he day before)(?=[ ,.](?!yesterday))"
)
_LOOSE = (
    rf"(?:(?:(?P<edge>[Ee]arly|[Ll]ate|[Mm]id)[- ](?:in )?)?(?P<month>{MONTH})(?:,| of)?\s+(?P<year>{YEAR})(?![0-9])"
    rf"|(?<=[Ii]n )(?:(?P<edge2>early|late|mid)[- ])?(?P<month2>{FULL_MONTH})(?!['’]s)(?!\s+[0-9])"
    rf"|(?:(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Ll]ast )|(?<=[Nn]ext )|(?<=[Bb]y )"
    rf"|(?<=[Tt]his )|(?<=\bend of )|(?<=start of )"
    rf"|(?<=beginning of )|(?<=middle of ))(?P<month3>{FULL_MONTH})(?!\s+[0-9])(?![a-z])"
    rf"|(?:(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Dd]uring )|(?<=\bof )|(?<=[Ff]rom )|(?<=early )"
    rf"|(?<=late )|(?<=mid-)"
    rf"|(?<=summer )|(?<=spring )|(?<=winter )|(?<=autumn )|(?<=fall )|(?<=on )|(?<=[Bb]etween )|(?<=year ))"
    rf"(?P<only>{YEAR})(?:\s?(?:[-–]|and|to)\s?(?P<only2>{YEAR}|[0-9]{{2}}))?(?![0-9,.]?[0-9])(?!\s?(?:km|kilomet"
    rf"|miles?|people|[€$£%]|tons?|tonnes))"
    r"|(?P<decade>1[0-9]{3}|20[0-9]{2}|19)s\b)"
)
_CLOCK = rf"(?<![0-9:.])(?P<clock>{CLOCK})|(?<=at )(?P<point>noon|midday|midnight)\b(?! on\b)"

# "Sunday Times" and "Friday prayers" name something else than a day of this story.
NAMES = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Mail|Herald|Post|Express|Star|newspapers?|papers?|school|roast|prayers?|League"
    r"|Night (?:Live|Football)"
    r"|Harbor|Harbour|Island|Creek|Agreement)\b"
)
NAMED_DAY = re.compile(
    r"(?:Black|Good|Bloody|Super|Cyber|Easter|Palm|Ash|Holy|Shrove|Giving|Casual|Sheffield|every|each|Every|Each"
    r"|and)\s$"
)


@cache
def dated() -> re.Pattern[str]:
    """A day, with a part of it or a time on the clock before or after it."""
    return re.compile(r"(?<![\w-])" + _DATED + r"(?!\w)")


@cache
def relative() -> re.Pattern[str]:
    """A time counted from the day of writing or from the time before it in the text."""
    return re.compile(r"(?<![\w-])(?:" + _RELATIVE + ")")


@cache
def loose() -> re.Pattern[str]:
    """A month, a year or a decade."""
    return re.compile(r"(?<![\w-])" + _LOOSE)


@cache
def clock() -> re.Pattern[str]:
    """A time on the clock alone."""
    return re.compile(_CLOCK)
