"""Which kind of place a GeoNames feature is (geonames.org/export/codes.html)."""

from __future__ import annotations

_BY_CODE = {
    "PCL": "country", "ADM1": "region", "ADM1H": "historic", "PCLH": "historic", "CONT": "continent", "RGN": "vague",
    "PPLX": "district", "OCN": "ocean", "SEA": "sea", "GULF": "gulf", "BAY": "bay", "STRT": "strait", "CHN": "strait",
    "SD": "strait", "CNL": "canal", "LK": "lake", "LKS": "lake", "RSV": "lake", "LGN": "lake", "STM": "river",
    "STMS": "river", "WAD": "river", "FLLS": "waterfall", "GLCR": "glacier", "MT": "mountain", "PK": "mountain",
    "VLC": "mountain", "HLL": "mountain", "MTS": "range", "HLLS": "range", "ISL": "island", "ISLS": "island",
    "ISLET": "island", "ATOL": "island", "PEN": "peninsula", "DSRT": "desert", "CAPE": "cape", "PT": "cape",
    "VAL": "valley", "PLN": "plain", "PLAT": "plateau", "COST": "coast", "BCH": "coast", "AIRP": "airport",
    "AIRF": "airport", "AIRB": "base", "INSM": "base", "NVB": "base", "MILB": "base", "RSTN": "station",
    "BDG": "bridge", "DAM": "dam", "PSN": "plant", "PS": "plant", "UNIV": "university", "PRT": "port", "HBR": "port",
    "PASS": "crossing", "TNL": "crossing", "BDRY": "border", "RR": "railway", "RD": "road", "FRST": "forest",
    "PRK": "park", "RESN": "park", "RES": "park",
}  # fmt: skip
_BY_CLASS = {
    "A": "county", "P": "city", "H": "river", "T": "mountain", "L": "vague", "S": "building", "R": "road",
    "V": "forest", "U": "sea",
}  # fmt: skip


def kind_of(feature_class: str, code: str) -> str:
    """The kind of a feature: by its code, or the start of it, or by its class.

    Raises:
        ValueError: There is no such class.
    """
    if code in _BY_CODE:
        return _BY_CODE[code]
    if code.startswith("PCL"):
        return "country"
    if feature_class not in _BY_CLASS:
        raise ValueError("no feature class")
    return _BY_CLASS[feature_class]
