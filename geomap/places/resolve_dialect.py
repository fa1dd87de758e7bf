"""Words that tell in which country a text is at home, for stories that do not name it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

# Offices, laws, schools and money as they are called in few countries; single words, or two with a hyphen between them.
# From general knowledge.
_WORDS = {
    "US": (
        "sheriff sheriff's sheriffs deputies republican republicans democrat democrats gop congressman congresswoman "
        "medicaid medicare troopers township fbi sophomore sophomores freshman superintendent high-school "
        "elementary-school middle-school school-board school-district city-council county-commissioners county-judge "
        "highway-patrol state-police state-trooper district-attorney police-department fire-department grand-jury "
        "attorney-general county-commission city-manager county-sheriff county-jail zip-code state-rep state-sen "
        "community-college town-hall state-highway interstate varsity homecoming selectmen selectman alderman aldermen "
        "quarterback touchdown touchdowns arraigned felony misdemeanor zoning-board school-boards state-senator "
        "state-representative county-road labor-day memorial-day thanksgiving semester fifth-grade sixth-grade "
        "eighth-grade third-grade first-grade kindergarten valedictorian pta ymca county-clerk county-fair "
        "county-prosecutor prosecuting-attorney circuit-judge township-trustees food-stamps social-security "
        "public-schools middle-schools high-schools city-hall police-chief city-commission tea-party borough-council"
    ),
    "GB": (
        "mp mps councillor councillors tory tories nhs ofsted gcse gcses pensioner pensioners constable £ "
        "home-secretary scotland-yard metropolitan-police county-council borough-council parish-council premier-league "
        "crown-court magistrates-court town-centre high-street petrol lorry dvla hmrc a-levels a-level mep raf cllr "
        "lib-dem lib-dems council-tax post-office pub landlord landlady bank-holiday city-council network-rail "
        "nursing-home housing-association primary-school secondary-school sixth-form"
    ),
    "CA": (
        "rcmp mounties mpp mpps mla mlas premier provincial-police provincial-government councillor councillors mp "
        "first-nations ndp liberals parliament-hill opp cupe loonie loonies toonie reeve regional-police tim-hortons "
        "crown-attorney by-law bylaw constable const provincial-court hydro-one junior-hockey provincially cbc "
        "member-of-parliament transit-commission stats-canada city-hall"
    ),
    "AU": (
        "nsw bushfire bushfires footy afl nrl federal-police ute utes centrelink anzac aboriginal magistrate premier "
        "shire councillor councillors mp rfs cfa ses tafe nbn netball magistrates-court local-court arvo servo "
        "metropolitan-fire coalition-government wallabies a-league primary-school town-centre grazier graziers paddock "
        "detective-senior senior-constable liberals petrol pensioner pensioners"
    ),
    "IE": (
        "garda gardaí gardai taoiseach dáil dail tánaiste oireachtas fianna-fáil fine-gael sinn-féin hse gaa hurling "
        "camogie rté rte td tds cllr county-council councillor councillors an-post circuit-court coroner's-court "
        "leaving-cert junior-cert primary-school petrol lorry"
    ),
    "IN": (
        "crore crores lakh lakhs rupees bjp lok-sabha rajya-sabha panchayat panchayats taluk tehsil chief-minister "
        "high-court ₹ rs ndrf sub-inspector mla mlas naxal naxals naxalite mandal tahsildar aadhaar "
        "zilla magistrate petrol lorry"
    ),
    "NZ": (
        "iwi maori māori all-blacks kiwi kiwis hapū hapu whānau whanau marae metservice kainga kāinga niwa nzta "
        "rūnanga waka-kotahi regional-council district-council super-rugby senior-constable mp councillor "
        "councillors petrol"
    ),
    "ZA": (
        "anc rand rands eskom saps township townships load-shedding matric mec sanral premier bakkie "
        "municipality magistrate councillor councillors r# petrol"
    ),
    "PH": (
        "barangay barangays purok sitio peso pesos p# ₱ ndrrmc dpwh dswd pnp lgu lgus philhealth bayan police-regional "
        "vice-mayor municipal-police"
    ),
    "NG": "naira ₦ n# efcc inec lga lgas ndlea nafdac asuu kobo oba alhaji apc pdp senatorial-district",
    "KE": "matatu matatus ksh sh boda mca mcas odm kws ocs sub-county county-commissioner shillings",
    "GH": "cedi cedis gh¢ ndc npp",
    "PK": "rs rupees crore tehsil taluka tehsils fir rangers pti nazim union-council",
    "BD": "taka tk upazila upazilas thana awami",
    "SG": "hdb mrt lta",
    "MY": "ringgit rm# bernama datuk umno",
}
# Spellings and words of many countries: so many of them count as one of the words above, for each of these countries.
_WEAK_SHARE = 0.4
_COMMONWEALTH = ("GB", "IE", "AU", "NZ", "ZA", "IN", "CA")
_WEAK = {
    ("US",): (
        "neighborhood neighborhoods center colors color favorite honor honored harbor labor neighbor neighbors program "
        "programs theater traveled canceled sidewalk sidewalks downtown mph firefighters pickup truck trucks gasoline "
        "apartment apartments attorney attorneys lawmakers mom commissioner commissioners ordinance pastor"
    ),
    _COMMONWEALTH: (
        "neighbourhood neighbourhoods centre centres colour colours favourite honour honoured harbour labour neighbour "
        "neighbours programme programmes theatre travelled cancelled metre metres kilometre kilometres litres tonnes "
        "organisation organised recognised apologised realised defence licence tyre tyres mum storey cheque"
    ),
}  # fmt: skip
_SHARES: dict[str, dict[str, float]] = {}


def _fill() -> None:
    holders: dict[str, list[str]] = defaultdict(list)
    for country, text in _WORDS.items():
        for word in text.split():
            holders[word].append(country)
    for word, countries in holders.items():
        _SHARES[word] = dict.fromkeys(countries, 1 / len(countries))
    for group, text in _WEAK.items():
        for word in text.split():
            _SHARES[word] = dict.fromkeys(group, _WEAK_SHARE)


_fill()
_FIRST = frozenset(word.partition("-")[0] for word in _SHARES if "-" in word)
# A letter before a sum is that of a currency: "R40 million", "P500,000"; "R40" may be a road.
_SUM = re.compile(r"\b(RM|[RNP])(?=\d[\d.,]{0,9}(?: ?(?:m|bn|million|billion|trillion)\b)|\d{1,3},\d{3})")
_TOKEN = re.compile(r"[^\W\d_]+(?:'s)?|[£₹₦₱]")
# The head of a text is enough, and bounds the time for a long one.
_CHARS = 6000
# This many different words make a text wholly at home; a word of two countries counts half for each.
_ENOUGH = 3.0


def home_countries(text: str) -> dict[str, float]:
    """How much a text sounds like each country's news, 0 to 1, for those that it sounds like at all."""
    head = text[:_CHARS]
    tokens = _TOKEN.findall(head.lower().replace("’", "'"))
    found = _SHARES.keys() & tokens
    found.update(f"{sign.lower()}#" for sign in _SUM.findall(head))
    found.update(pair for a, b in pairwise(tokens) if a in _FIRST and (pair := f"{a}-{b}") in _SHARES)
    counts: dict[str, float] = defaultdict(float)
    for word in sorted(found & _SHARES.keys()):
        for country, share in _SHARES[word].items():
            counts[country] += share
    return {country: min(1.0, count / _ENOUGH) for country, count in counts.items()}
