"""The compact tables in scripts/rail/*.txt, read into lines with their stations.

A table has a header for each line of railway, then its stations in order, semicolons between them:

    @ id | name | operator | gauge in mm | mode | how the km are known | source | opened-closed | rank
    KP: Pyongyang 0; Sunchon=Sunch'on; Tumangang@42.4153,130.6256 830.5

"1906-2012" is a line whose rails are gone, "1906-suspended 2022" one without passenger trains since.

A country code with a colon holds until the next one. `Name=Other` looks up another spelling, `@lat,lon` types the
point in (where the gazetteer lacks it), a number is the line's kilometre (`1038mi` its mile). Stations without a number
lie between two that have one: their km is shared out by OpenStreetMap's tracks ("interpolated"); after the last number
km are estimated from the tracks, as 1.12 straight lines where none were measured ("estimated"). A line known as
"estimated from tracks" takes all its km from them; the numbers typed with it are not used.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from geomap.records import LatLon

TABLES = Path(__file__).resolve().parent / "rail"
STATION = re.compile(
    r"^(?P<name>[^=@]+?)(?:=(?P<other>[^@]+?))?(?:@(?P<lat>-?[\d.]+),(?P<lon>-?[\d.]+))?(?:\s+(?P<km>\d[\d.]*)(?P<mi>mi)?)?$"
)


@dataclass
class Stop:
    """A station as typed, then as placed."""

    name: str
    country: str
    other: str | None
    typed: LatLon | None
    km: float | None
    known: str = "stated"
    place: str = ""
    at: LatLon | None = None


@dataclass
class Railway:
    """A line as typed."""

    header: dict[str, str]
    stops: list[Stop] = field(default_factory=list)


def normal(name: str) -> str:
    """The name without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l").replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if c.isalnum())


HEADER = ("id", "name", "operator", "gauge_mm", "mode", "known", "source", "years", "rank")


KM_PER_MILE = 1.609344
# What a header leaves empty.
USUAL = {"gauge_mm": "1435", "mode": "rail", "known": "memory", "source": "memory", "rank": "main"}


def read_tables() -> list[Railway]:
    lines: list[Railway] = []
    aliases: dict[tuple[str, str], str] = {}
    for path in sorted(TABLES.glob("*.txt")):
        country = ""
        for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text = raw.strip()
            if not text or text.startswith("#"):
                continue
            if text.startswith("@ "):
                cells = [cell.strip() for cell in text[2:].split("|")]
                cells += [""] * (len(HEADER) - len(cells))
                header = dict(zip(HEADER, cells, strict=True))
                for key, usual in USUAL.items():
                    header[key] = header[key] or usual
                lines.append(Railway(header))
                continue
            for token in filter(None, (t.strip() for t in text.split(";"))):
                if match := re.match(r"^([A-Z]{2}):\s*", token):
                    country, token = match.group(1), token[match.end() :]
                found = STATION.match(token)
                if not found:
                    raise SystemExit(f"{path.name}:{number}: cannot read {token!r}")
                typed = LatLon(float(found["lat"]), float(found["lon"])) if found["lat"] else None
                km = float(found["km"]) if found["km"] else None
                if km is not None and found["mi"]:
                    km = round(km * KM_PER_MILE, 1)
                name = found["name"].strip()
                other = found["other"] or aliases.get((country, name))
                if found["other"]:
                    aliases[country, name] = found["other"]
                lines[-1].stops.append(Stop(name, country, other, typed, km))
    return lines
