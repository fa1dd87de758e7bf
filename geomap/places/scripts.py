"""Names of other scripts in Latin letters, for those that no list of names has in their own."""

from __future__ import annotations

import re

from geomap.places.names import normalise

_BRACKET_RE = re.compile(r"\([^()]{0,60}\)?|（[^（）]{0,60}）?")
# What stands for no letter of its own: an ayin, a soft sign, a tone.
_MARKS_RE = re.compile(r"[^a-z0-9 ]")
_LONGEST_NAME = 60


def in_latin(name: str) -> str:
    """The key of a name as it sounds in Latin letters ("Ардебиль": "ardebil"), without a second name in brackets.

    Of a name in another script it is "" where the extra geomap[scripts] is not installed.
    """
    name = _BRACKET_RE.sub("", name[:_LONGEST_NAME])
    if not (key := normalise(name)).isascii():
        try:
            from anyascii import anyascii  # 3 MB of tables, needed by few
        except ImportError:
            return ""
        key = normalise(_MARKS_RE.sub("", anyascii(name).lower().replace("-", " ")))
    return key
