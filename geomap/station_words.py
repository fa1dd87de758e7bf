"""What the stations of a town are called beside its name: "Beijing West", "Agra Cantt", "Kraków Główny"."""

from __future__ import annotations

import re

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
