"""What the stations of a town are called beside its name: "Beijing West", "Agra Cantt", "Kraków Główny"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Words behind a town's name that make it the name of its station, in the languages of timetables.
_AFTER_TOWN = frozenset(
    """central centrale centraal centralna centrální centar hauptbahnhof hbf hb termini terminus junction jn jct
    cantt cantonment główny glowny główna glowna nord est sud ouest glavny glavnaya passazhirsky pasazhyrskyi
    sentral north south east west h norte sur este oeste""".split()
)
_WORDS = re.compile(r"[\s-]+(?=\S+$)")


def town_of_station(name: str) -> str:
    """The town in the name of a station, empty if its last word is none that stations have: "Milano Centrale"."""
    town, *last = _WORDS.split(name.strip(), maxsplit=1)
    return town if last and last[0].casefold().rstrip(".") in _AFTER_TOWN else ""


# What timetables write before a town for its station: "Ga Hà Nội", "Gare de Lyon-Part-Dieu", "Estación de Atocha".
_BEFORE_TOWN = re.compile(
    r"(?:gare (?:de la |de l['’]|des |du |de |d['’])|(?:ga|gare|gara|estaci[oó]n(?: de)?|esta[cç][aã]o(?: de)?"
    r"|stazione(?: di)?|stasiun|stesen|bahnhof|dworzec|station|вокзал|станция|ст\.|محطة|ايستگاه|ایستگاه) )(?=\w)",
    re.IGNORECASE,
)
# What is written behind it without a space: "東京駅", "北京西站", "부산역"; the quarter of the sky is the station's.
_JOINED = re.compile(r"(?<=[^\W\d_a-z]{2})(?:[东東西南北]?[站駅]|[东東西南北]|역)$")
# A code behind a name: "Delhi (NDLS)".
_CODE = re.compile(r"\s*\([^()]{1,40}\)$")
_FEWEST_LETTERS = 4
_TOGETHER = re.compile(r"[\u4e00-\u9fff]{3,8}$")


def bare_names(name: str) -> Iterator[str]:
    """What a station's name says without the code behind it, or without a word for "station"."""
    for pattern in (_CODE, _JOINED):
        bare = pattern.sub("", name.strip())
        if bare and bare != name.strip():
            yield bare
    if (found := _BEFORE_TOWN.match(name.strip())) is not None:
        yield name.strip()[found.end() :]


def heads(name: str) -> Iterator[str]:
    """The words before the last, before the last two …: a town, where a station has a name of its own behind it."""
    # In Chinese and Japanese no space parts them: "上海虹桥", "新大阪".
    together = _TOGETHER.match(name.strip())
    words = list(name.strip()) if together else re.findall(r"[^\s-]+[\s-]*", name.strip())
    for count in range(len(words) - 1, 0, -1):
        head = "".join(words[:count]).rstrip(" -")
        if len(head) >= (2 if together else _FEWEST_LETTERS):
            yield head
    if together and name.strip().startswith("新"):
        yield name.strip()[1:]
