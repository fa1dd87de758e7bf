"""Where a text was published, from the outlet's name, its domain or its town."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.divisions import lies_in
from geomap.places.resolve_options import OptionCache, Options, prepare

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


def find_outlet(outlet: str | None, cache: OptionCache) -> Options | None:
    """The places that may be where a text was published, or None where the outlet does not say.

    Reads a place ("Boston", "Alexandria, Louisiana"), a newspaper ("The Boston Globe") and a domain
    ("bostonglobe.com", "www.irishtimes.ie", where the country may be all there is). "Springfield News" stays open
    between the Springfields: the text decides.
    """
    text = " ".join((outlet or "").split())[:200]
    if not text:
        return None
    if (domain := _DOMAIN.match(text)) is not None:
        return _of_host(domain["host"].casefold().split("."), cache)
    return _of_words(text, cache)


def _of_words(text: str, cache: OptionCache) -> Options | None:
    if "," in text:
        name, _, rest = text.partition(",")
        inner, outer = cache.find(name.strip()), cache.find(rest.strip())
        held = tuple(
            option for option in inner.rows if any(lies_in(option.place, area.place) for area in outer.rows[:12])
        )
        if held:
            return replace(inner, rows=held[:1])
    if (whole := _known(text, cache)) is not None:
        return whole
    words = _PARTS.findall(text)
    if words and words[0].casefold() == "the":
        words = words[1:]
    for stop in range(len(words) - 1, 0, -1):
        if words[stop].casefold() in _PRESS_WORDS and (found := _known(" ".join(words[:stop]), cache)) is not None:
            return found
    return None


def _known(name: str, cache: OptionCache, country: str | None = None) -> Options | None:
    """The places that bear a name as their own and that could have a newspaper; no "BBC", no "Herald"."""
    if name.casefold() in _PRESS_WORDS or (name.isupper() and len(name) <= _LEAST_LETTERS):
        return None
    options = cache.find(name)
    rows = tuple(
        option
        for option in options.rows
        if option.exact
        and (option.primary > 0 or option.use or (option.order == 0 and option.group == "country"))
        and (option.group in {"country", "region"} or option.place.population >= _LEAST_POPULATION)
        and (country is None or option.place.country == country)
    )
    return replace(options, rows=rows) if rows else None


def _of_host(parts: list[str], cache: OptionCache) -> Options | None:
    tld = parts[-1]
    country = None
    if len(tld) == 2 and tld not in _GENERIC_TLDS:
        country = _ISO_OF_TLD.get(tld, tld.upper())
    named = [part for part in parts[:-1] if part not in _SORTS] or parts[:1]
    for label in reversed(named):
        for core in _cores(label.replace("-", "")):
            for name in (core, *(f"{core[:n]} {core[n:]}" for n in range(3, len(core) - 2))):
                if (found := _known(name, cache, country)) is not None:
                    return found
    return _country(country, cache) if country is not None else None


def _country(code: str, cache: OptionCache) -> Options | None:
    capital = cache.gazetteer.capital_of(code)
    return prepare(code, [capital]) if capital is not None else None


def _cores(label: str) -> list[str]:
    """A run-together host without the words of the trade, longest first: "thebostonglobe" gives "boston"."""
    out = [label]
    seen = 0
    while seen < len(out) and len(out) < 24:
        core = out[seen]
        seen += 1
        for word in _PRESS_WORDS:
            for shorter in (core.removesuffix(word), core.removeprefix(word) if len(word) > 2 else core):
                if shorter != core and len(shorter) >= _LEAST_LETTERS and shorter not in out:
                    out.append(shorter)
    return sorted(out, key=len, reverse=True)
