"""Names of months, weekdays and parts of the day, and the pieces that patterns of dates are made of."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "couple of": 2, "fifteen": 15, "twenty": 20,
    "thirty": 30,
}  # fmt: skip

# First and last hour of each part of a day; the last may pass midnight. Chosen by us, wide on purpose: writers call
# 3 a.m. "early hours" and "morning" alike, so that the two must overlap.
DAY_PARTS = {
    "early hours": (0, 7), "small hours": (0, 6), "wee hours": (0, 6), "predawn hours": (1, 7),
    "pre-dawn hours": (1, 7),
    "predawn": (1, 7), "dawn": (3, 8), "early morning": (0, 9), "mid-morning": (8, 11), "late morning": (9, 12),
    "morning": (3, 12), "midday": (11, 14), "noon": (12, 13), "early afternoon": (12, 15), "late afternoon": (15, 19),
    "afternoon": (12, 18), "early evening": (17, 20), "late evening": (20, 24), "evening": (17, 24),
    "late night": (21, 28), "night": (18, 30), "midnight": (23, 25), "early": (0, 10), "late": (16, 24), "mid": (9, 15),
}  # fmt: skip

YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|JAN\.?|FEB\.?|MAR\.?|APR\.?|JUN\.?|JUL\.?|AUG\.?|SEPT?\.?|OCT\.?|NOV\.?|DEC\.?)"
)
FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|Sept\.|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Oct\.|Nov\.|Dec\.)"
)
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
ORDINAL_DAY = rf"{DAY}(?:st|nd|rd|th)?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?"
PART = (
    r"(?:early hours|small hours|wee hours|pre-?dawn hours|(?:early |late |mid-)?(?:morning|afternoon|evening|night)"
    r"|midday|noon|midnight|pre-?dawn|dawn)"
)
CLOCK = (
    r"(?:[01]?[0-9]|2[0-3])(?:[:.][0-5][0-9])? ?(?:a\.m\.|p\.m\.|am|pm|AM|PM)(?![a-z])|(?:[01]?[0-9]"
    r"|2[0-3]):[0-5][0-9](?![0-9:])"
    r"|(?:[01][0-9]|2[0-3])[0-5][0-9](?= ?(?:GMT|UTC|hours\b|hrs\b|local time))|(?:[01]?[0-9]|2[0-3])h[0-5][0-9](?!\w)"
    # "at 13.10 from", "11.10 GMT"; "at 13.10 dollars" is no time
    r"|(?:(?<=\b[Aa]t )|(?<=\baround ))(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]"
    r"(?= (?:local time|on|from|to|and|in|for)\b|[,;)]|\.?\s*\Z|\.\s)"
    r"|(?:[01]?[0-9]|2[0-3])\.[0-5][0-9](?= ?(?:GMT|UTC)\b)"
)


def month_number(word: str) -> int:
    """1 to 12 for any spelling of a month."""
    return next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for any spelling of a weekday."""
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.lower().rstrip(".")[:3]))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
