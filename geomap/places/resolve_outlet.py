"""Where a text was published, from the outlet's name, its domain or its town."""

from __future__ import annotations

import re

from geomap.places.resolve_options import Option, OptionCache

_PRESS_TEXT = """
the my our daily weekly sunday morning evening online digital local live today now news newspaper newspapers times
post herald tribune trib gazette chronicle journal press star sun globe mail express courier record register
observer examiner independent dispatch telegraph telegram bulletin sentinel standard advertiser advocate argus
banner beacon bee call citizen commercial democrat republican republic eagle echo enquirer inquirer leader ledger
mercury messenger mirror monitor pioneer reporter review state talk town tele voice world tv radio fm am media net
web site city county valley area region free union views inter intelligencer statesman recorder
"""
_PRESS_WORDS = tuple(_PRESS_TEXT.split())
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\d?\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:/.*)?$", re.I)
_PARTS = re.compile(r"[^\W\d_]+")
# Second-level parts of a host that say what sort of body it is ("bbc.co.uk"), not its name.
_SORTS = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})
_GENERIC_TEXT = "com org net info biz edu gov mil int tv fm am io me cc eu news press online site app"
_GENERIC_TLDS = frozenset(_GENERIC_TEXT.split())
_ISO_OF_TLD = {"uk": "GB"}
# Names shorter than this inside a run-together host are mostly accidents ("ham", "york").
_LEAST_LETTERS = 5
_LEAST_POPULATION = 1_000


def find_outlet(outlet: str | None, cache: OptionCache) -> Option | None:
    """The place of publication, or None where the outlet does not say it.

    Reads a place ("Boston", "Alexandria, Louisiana"), a newspaper ("The Boston Globe") and a domain
    ("bostonglobe.com", "www.irishtimes.ie", where the country may be all there is).
    """
    text = " ".join((outlet or "").split())[:200]
    if not text:
        return None
    if (domain := _DOMAIN.match(text)) is not None:
        return _of_host(domain["host"].casefold().split("."), cache)
    return _of_words(text, cache)


def _of_words(text: str, cache: OptionCache) -> Option | None:
    if "," in text:
        name, _, rest = text.partition(",")
        inner, outer = cache.find(name.strip()), cache.find(rest.strip())
        for option in inner.rows:
            if any(_inside(option, other) for other in outer.rows):
                return option
    if (whole := _first(text, cache)) is not None:
        return whole
    words = _PARTS.findall(text)
    while words and words[0].casefold() in {"the", "a", "le", "la", "el", "die", "der", "das"}:
        words = words[1:]
    for stop in range(len(words) - 1, 0, -1):
        if words[stop].casefold() in _PRESS_WORDS and (found := _first(" ".join(words[:stop]), cache)) is not None:
            return found
    return None


def _inside(option: Option, other: Option) -> bool:
    a, b = option.place, other.place
    if other.group == "country":
        return a.country == b.country
    return other.group == "region" and a.country == b.country and a.admin1_code == b.admin1_code


def _first(name: str, cache: OptionCache) -> Option | None:
    rows = cache.find(name).rows
    return rows[0] if rows and rows[0].exact else None


def _of_host(parts: list[str], cache: OptionCache) -> Option | None:
    tld = parts[-1]
    named = [part for part in parts[:-1] if part not in _SORTS] or parts[:1]
    label = named[-1].replace("-", "")
    country = None
    if len(tld) == 2 and tld not in _GENERIC_TLDS:
        country = _ISO_OF_TLD.get(tld, tld.upper())
    for core in _cores(label):
        for name in (core, *(f"{core[:n]} {core[n:]}" for n in range(3, len(core) - 2))):
            rows = [o for o in cache.find(name).rows if o.exact and _known(o)]
            fitting = [o for o in rows if country is None or o.place.country == country]
            if fitting:
                return fitting[0]
    return _country(country, cache) if country is not None else None


def _known(option: Option) -> bool:
    return option.group in {"country", "region"} or option.place.population >= _LEAST_POPULATION


def _country(code: str, cache: OptionCache) -> Option | None:
    return next((o for o in cache.find(code).rows if o.group == "country" and o.place.country == code), None)


def _cores(label: str) -> list[str]:
    """A run-together host without the words of the trade, longest cut last: "thebostonglobe" gives "boston"."""
    out = [label]
    seen = 0
    while seen < len(out) and len(out) < 24:
        core = out[seen]
        seen += 1
        for word in _PRESS_WORDS:
            for shorter in (core.removesuffix(word), core.removeprefix(word) if len(word) > 2 else core):
                if shorter != core and len(shorter) >= _LEAST_LETTERS and shorter not in out:
                    out.append(shorter)
    return sorted(out[1:], key=len) if len(out) > 1 else out
