"""Words that tell in which country a text is at home, for stories that do not name it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

# Offices, laws and schools as they are called in one country; single words, or two with a hyphen between them.
_WORDS = {
    "US": (
        "sheriff sheriff's sheriffs deputies republican republicans democrat democrats gop congressman congresswoman "
        "medicaid medicare troopers township fbi sophomore freshman superintendent high-school "
        "elementary-school middle-school school-board school-district city-council county-commissioners county-judge "
        "highway-patrol state-police state-trooper district-attorney police-department fire-department grand-jury "
        "attorney-general county-commission city-manager county-sheriff county-jail zip-code "
        "state-rep state-sen community-college town-hall state-highway interstate"
    ),
    "GB": (
        "mp mps councillor councillors tory tories labour nhs ofsted gcse gcses pensioner pensioners constable £ "
        "home-secretary scotland-yard metropolitan-police county-council borough-council parish-council premier-league "
        "crown-court magistrates-court town-centre high-street petrol lorry"
    ),
    "CA": (
        "rcmp mounties mpp mla premier provincial-police provincial-government "
        "first-nations ndp liberals parliament-hill"
    ),
    "AU": "nsw bushfire bushfires footy afl nrl federal-police ute centrelink anzac aboriginal magistrate",
    "IE": "garda gardaí gardai taoiseach dáil dail tánaiste oireachtas fianna-fáil fine-gael sinn-féin",
    "IN": "crore crores lakh lakhs rupees bjp lok-sabha rajya-sabha panchayat taluk chief-minister high-court",
    "NZ": "iwi maori all-blacks kiwi kiwis",
    "ZA": "anc rand eskom saps township",
}
_COUNTRIES: dict[str, list[str]] = defaultdict(list)
for _country, _text in _WORDS.items():
    for _word in _text.split():
        _COUNTRIES[_word].append(_country)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’]s)?|£")
# The head of a text is enough, and bounds the time for a long one.
_CHARS = 6000
# This many different words make a text wholly at home; a word of two countries counts half for each.
_ENOUGH = 3.0


def home_countries(text: str) -> dict[str, float]:
    """How much a text sounds like each country's news, 0 to 1, for those that it sounds like at all."""
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text[:_CHARS])]
    found = {token for token in tokens if token in _COUNTRIES}
    found.update(f"{a}-{b}" for a, b in pairwise(tokens) if f"{a}-{b}" in _COUNTRIES)
    counts: dict[str, float] = defaultdict(float)
    for word in found:
        for country in _COUNTRIES[word]:
            counts[country] += 1 / len(_COUNTRIES[word])
    return {country: min(1.0, count / _ENOUGH) for country, count in counts.items()}
