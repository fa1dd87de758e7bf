"""Short forms of states and provinces as addresses and newspapers write them, and guards against ordinary words."""

from __future__ import annotations

import re

# Two capitals: USPS Publication 28, appendix B, and Canada Post's Addressing Guidelines.
POSTAL = {
    "US": (
        "AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado CT=Connecticut DE=Delaware "
        "DC=District_of_Columbia FL=Florida GA=Georgia HI=Hawaii ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas "
        "KY=Kentucky LA=Louisiana ME=Maine MD=Maryland MA=Massachusetts MI=Michigan MN=Minnesota MS=Mississippi "
        "MO=Missouri MT=Montana NE=Nebraska NV=Nevada NH=New_Hampshire NJ=New_Jersey NM=New_Mexico NY=New_York "
        "NC=North_Carolina ND=North_Dakota OH=Ohio OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode_Island "
        "SC=South_Carolina SD=South_Dakota TN=Tennessee TX=Texas UT=Utah VT=Vermont VA=Virginia WA=Washington "
        "WV=West_Virginia WI=Wisconsin WY=Wyoming PR=Puerto_Rico"
    ),
    "CA": (
        "AB=Alberta BC=British_Columbia MB=Manitoba NB=New_Brunswick NL=Newfoundland_and_Labrador NS=Nova_Scotia "
        "NT=Northwest_Territories NU=Nunavut ON=Ontario PE=Prince_Edward_Island QC=Quebec SK=Saskatchewan YT=Yukon"
    ),
    "AU": "NSW=New_South_Wales QLD=Queensland VIC=Victoria TAS=Tasmania ACT=Australian_Capital_Territory",
}
# With a period: the traditional forms of the Associated Press Stylebook and, for older prints, of the US Government
# Printing Office Style Manual (1894 to 1984 editions).
DOTTED = {
    "US": (
        "Ala=Alabama Ariz=Arizona Ark=Arkansas Cal=California Calif=California Colo=Colorado Conn=Connecticut "
        "Del=Delaware D.C=District_of_Columbia Fla=Florida Ga=Georgia Ill=Illinois Ind=Indiana Kan=Kansas Kans=Kansas "
        "Ky=Kentucky La=Louisiana Md=Maryland Mass=Massachusetts Mich=Michigan Minn=Minnesota Miss=Mississippi "
        "Mo=Missouri Mont=Montana Neb=Nebraska Nebr=Nebraska Nev=Nevada N.H=New_Hampshire N.J=New_Jersey "
        "N.M=New_Mexico N.Mex=New_Mexico N.Y=New_York N.C=North_Carolina N.D=North_Dakota Okla=Oklahoma Ore=Oregon "
        "Oreg=Oregon Pa=Pennsylvania Penn=Pennsylvania R.I=Rhode_Island S.C=South_Carolina S.D=South_Dakota "
        "Tenn=Tennessee Tex=Texas Vt=Vermont Va=Virginia Wash=Washington W.Va=West_Virginia Wis=Wisconsin Wyo=Wyoming"
    ),
    "CA": (
        "Alta=Alberta B.C=British_Columbia Man=Manitoba N.B=New_Brunswick N.S=Nova_Scotia "
        "N.L=Newfoundland_and_Labrador "
        "N.W.T=Northwest_Territories Ont=Ontario P.E.I=Prince_Edward_Island Que=Quebec Sask=Saskatchewan"
    ),
    "AU": "N.S.W=New_South_Wales Qld=Queensland Vic=Victoria Tas=Tasmania",
}


def _table(rows: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {
        short.casefold(): (full.replace("_", " "), country)
        for country, text in rows.items()
        for short, full in (pair.split("=") for pair in text.split())
    }


_POSTAL = _table(POSTAL)
_DOTTED = _table(DOTTED)
_SPACES = re.compile(r"(?<=\.)\s+")


def expand_region(text: str, *, after_comma: bool = False) -> tuple[str, str] | None:
    """The region that a short form stands for and its country: "Fla." is ("Florida", "US").

    Dotted forms need their period ("Miss." but not "Miss"); bare ones must be capitals, and two capitals count only
    after a comma ("Columbus, OH"), because "IN", "OR" and "ME" are words of a headline.
    """
    bare = text.strip()
    if bare.endswith(".") or "." in bare:
        dotted = _SPACES.sub("", bare).rstrip(".").casefold()
        if (found := _DOTTED.get(dotted)) is not None and (bare.endswith(".") or dotted.count(".")):
            return found
        return _POSTAL.get(dotted.replace(".", "")) if re.fullmatch(r"(?:[A-Z]\.\s?){2,3}", bare) else None
    if bare.isupper() and (after_comma or len(bare) > 2):
        return _POSTAL.get(bare.casefold())
    return None


_TRIMS = (
    re.compile(r"(?:['’]s?|[.,;:])$"),
    re.compile(
        r"^(?:the|a|an|our|downtown|greater|metro|metropolitan|central|inner|outer|suburban|upstate|mainland|mid)[\s-]+",
        re.I,
    ),
    re.compile(r"^(?:north|south|east|west)-?(?:east|west)?(?:ern)?[\s-]+(?:and\s+\w+\s+)?", re.I),
    re.compile(
        r"\s+(?:city|town|village|township|state|province|region|area|district|county|parish|municipality|republic|"
        r"prefecture|governorate|oblast|krai|valley|metro|peninsula|island|islands|suburbs?|downtown)$",
        re.I,
    ),
    re.compile(
        r"^(?:city|town|village|state|province|region|district|county|port|republic|island)\s+of\s+(?:the\s+)?", re.I
    ),
)


def spellings(name: str) -> list[str]:
    """Looser ways to look a name up, closest first: without what people put around it.

    "the Primorye Region" also as "Primorye", "downtown Denver's" as "Denver".
    """
    out: list[str] = []
    trimmed = name
    for pattern in _TRIMS:
        shorter = pattern.sub("", trimmed).strip()
        if shorter and shorter != trimmed:
            trimmed = shorter
            out.append(trimmed)
    return out
