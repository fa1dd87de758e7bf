"""The forms under which a text names a place beside its names in a table: "Amur region", "the River Tumen"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.places.rows import Row

_REGION_WORDS = (
    "Region", "Oblast", "Krai", "Kray", "Province", "State", "Governorate", "County", "Prefecture",
    "Department", "District", "Territory", "Republic", "Canton", "Voivodeship", "Division", "Emirate",
    "Municipality", "Autonomous Region", "Autonomous Oblast", "Autonomous Okrug",
)  # fmt: skip
# Words around a region's proper name, in the languages of the tables.
_GENERIC_RE = re.compile(
    r"^(?:The )?(?:(?:Autonomous |Federal )?(?:Region|Province|State|Republic|Department|Canton|District|County|City|"
    r"Union Territory|Principality|Commonwealth|Prefecture|Governorate|Emirate|Municipality) of (?:the )?|"
    r"(?:Provincia|Departamento|Región|Region|Estado|Província|Distrito|Propinsi|Provinsi|Wilaya|Gouvernorat|Province|Région|"
    r"Land|Kanton|Tỉnh|Thành Phố|Changwat|Oblast|Respublika|Republic|Muḩāfaz̧at|Imārat|Parish|Powiat|Daerah|Gobolka|"
    r"Comunidad|Departement|Département|Comune|Distrikt|Free and Hanseatic City of|Free State of|"
    r"National Capital Territory of)"
    r"(?: (?:de la|de las|de los|del|de|di|do|da|dos|d’|d'|du|des|of))? )?"
    r"(?P<stem>.+?)"
    r"(?:[ -](?:Region|Oblast’?|Oblast'|Krai|Kray|Province|State|Governorate|County|Prefecture|"
    r"Department|District|"
    r"Territory|Republic|Canton|Voivodeship|Division|Emirate|Municipality|Municipio|Rayon|Rayonu|Megye|Parish|-ken|-fu|-to|ken|fu|to|Shi|Sheng|Okrug|"
    r"Autonomous Region|Autonomous Oblast|Autonomous Okrug|Zizhiqu|Ili|Lääni|Län|Fylke|Oblasti|Special Region|City))?$",
    re.IGNORECASE,
)
# "At Rothera" is said of the station; of Casey and Davis hardly.
_STATION_RE = re.compile(r"(?: Research)? (?:Station|Base)(?: [IVX]{1,4})?$")
_WATER_WORDS = {
    "river": "River", "lake": "Lake", "mountain": "Mount", "island": "Island", "range": "Mountains", "bay": "Bay",
    "gulf": "Gulf", "strait": "Strait", "desert": "Desert", "peninsula": "Peninsula", "canal": "Canal",
    "sea": "Sea", "ocean": "Ocean", "cape": "Cape",
}  # fmt: skip
_BEFORE = {"river", "lake", "mountain", "cape"}


def stem_of(name: str) -> str:
    """A region's name without the word for its kind: "Amur" of "Amur Oblast", "Lima" of "Departamento de Lima"."""
    match = _GENERIC_RE.match(name)
    return match["stem"].strip() if match else name


_FOREIGN_RE = re.compile(
    r"^(?:State of|Union Territory of|Kanton|Canton d[eu]|Cantone|Provincie|Provincia|Tỉnh|Thành Phố|Województwo|"
    r"Muḩāfaz̧at|Imārat|Respublika|Departamento|Estado|Changwat|Propinsi|Provinsi|Wilaya|Gouvernorat|Oblast|Gobolka|"
    r"Région|Región|Distrikt|Distrito|Mestna Občina|Daerah|Baladīyat|Mohafazat) .|"
    r".(?:-ken|-fu| Sheng| Shi| megye| Rayonu?| Municipio)$"
)


def english_name(name: str) -> str:
    """A region's name without a foreign word for its kind: "Chiba" for "Chiba-ken", "Uri" for "Kanton Uri"."""
    return stem_of(name) if _FOREIGN_RE.search(name) else name


def region_forms(name: str) -> list[str]:
    """A region's name without and with each word for its kind: "Primorye", "Primorye Region", "State of Primorye"."""
    stem = stem_of(name)
    if not stem.isascii() and not stem[:1].isupper():
        return [stem]
    return [stem, *(f"{stem} {word}" for word in _REGION_WORDS), f"Province of {stem}", f"State of {stem}"]


def _strait_forms(name: str) -> list[str]:
    """The Strait of Tiran as the Tiran Strait, and the Taiwan Strait as the Strait of Taiwan."""
    if match := re.fullmatch(r"(?:The )?Straits? of (?P<stem>.+)", name):
        return [f"{match['stem']} Strait", f"Straits of {match['stem']}"]
    return [f"Strait of {match['stem']}"] if (match := re.fullmatch(r"(?P<stem>\w.+) Straits?", name)) else []


def add_variants(row: Row) -> Row:
    """The row with the names that a rule gives it."""
    if row.kind == "region":
        return replace(row, name=english_name(row.name), called=(*row.called, row.name, *region_forms(row.name)))
    if row.kind == "border":  # "the Russian border" is any of Russia's, which the text must tell
        sides = row.name.removesuffix(" border").split("–")
        return replace(row, called=(*row.called, *(f"{side} border" for side in sides)))
    if row.kind == "county" and row.country == "US" and row.name.endswith((" County", " Parish")):
        return row
    if row.kind == "county" and row.country != "US" and (stem := stem_of(row.name)) != row.name:
        return replace(row, called=(*row.called, stem, *((f"{stem} Province",) if "Provin" in row.name else ())))
    if row.kind == "base" and row.country == "AQ":
        return replace(row, names=(*row.names, *{_STATION_RE.sub("", name) for name in (row.name, *row.called)}))
    if row.kind == "strait":
        straits = [form for name in (row.name, *row.called) for form in _strait_forms(name)]
        row = replace(row, called=(*row.called, *straits))
    if (word := _WATER_WORDS.get(row.kind)) is not None:
        made = []
        for name in (row.name, *row.called):
            if not name.isascii() or word.lower() in name.lower().split():
                continue
            made += [f"{name} {word}"] + ([f"{word} {name}"] if row.kind in _BEFORE else [])
        return replace(row, called=(*row.called, *made))
    return row
