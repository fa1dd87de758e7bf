"""Makes data/airports.tsv: the airports of the world that airlines have a code for, from airportsdata (MIT).

Needs `pip install airportsdata`. Taken are airports with an IATA code, but no heliports or seaplane bases. One that
calls itself international or is in MORE may go by its name alone, any other only by a name with the word "Airport"; the
name of its city it has where the city has no other. Run from the repository's root: `python scripts/make_airports.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import airportsdata
from make_regions import slug, write

MORE = """
LHR LGW STN LTN LCY MAN BHX EDI GLA BRS LPL NCL BFS DUB ORK CDG ORY NCE LYS MRS TLS AMS RTM EIN BRU CRL FRA
MUC TXL BER HAM DUS CGN STR NUE LEJ ZRH GVA BSL VIE MAD BCN AGP PMI ALC VLC SVQ BIO LIS OPO FAO FCO CIA MXP
LIN BGY VCE NAP BLQ CTA PMO ATH SKG HER CPH ARN GOT OSL BGO HEL KEF WAW KRK GDN PRG BUD OTP SOF BEG ZAG LJU
SKP TIA SVO DME VKO LED IST SAW ESB AYT TLV JFK LGA EWR DCA IAD BWI BOS PHL ATL MIA FLL MCO TPA CLT RDU ORD
MDW DTW MSP STL MCI DFW DAL IAH HOU AUS DEN SLC PHX LAS SAN LAX ONT BUR SNA SFO OAK SJC PDX SEA ANC HNL YYZ
YTZ YUL YOW YVR YYC YEG YWG YHZ MEX GRU GIG CGH EZE AEP SCL LIM BOG CCS HND NRT KIX ITM NGO CTS FUK OKA ICN
GMP CJU PUS PEK PKX PVG SHA CAN SZX CTU HKG TPE MNL SIN KUL BKK DMK CGK DPS DEL BOM BLR MAA CCU SYD MEL BNE
PER ADL CBR AKL WLG CHC VVO KHV IKT OVB SVX UUS PKC DXB AUH DOH JED RUH BGW KBL KHI LHE ISB CAI JNB CPT NBO
ADD LOS ACC KRT TIP FNJ WIL
""".split()
NAMES = {
    "LHR": "Heathrow|London Heathrow|Heathrow Airport",
    "LGW": "Gatwick|London Gatwick|Gatwick Airport",
    "STN": "Stansted|Stansted Airport",
    "LTN": "Luton Airport",
    "LCY": "London City Airport",
    "MAN": "Manchester Airport",
    "CDG": "Charles de Gaulle|Roissy|Charles de Gaulle Airport",
    "ORY": "Orly|Orly Airport",
    "AMS": "Schiphol|Amsterdam Schiphol|Schiphol Airport",
    "FRA": "Frankfurt Airport",
    "BRU": "Zaventem|Brussels Airport",
    "MUC": "Munich Airport",
    "TXL": "Tegel|Tegel Airport",
    "BER": "Berlin Brandenburg Airport|BER Airport",
    "FCO": "Fiumicino",
    "LIN": "Linate",
    "MXP": "Malpensa",
    "MAD": "Barajas",
    "BCN": "El Prat",
    "SVO": "Sheremetyevo|Sheremetyevo Airport|Sheremetyevo airport",
    "DME": "Domodedovo Airport",
    "VKO": "Vnukovo Airport",
    "LED": "Pulkovo|Pulkovo Airport",
    "IST": "Istanbul Airport",
    "TLV": "Ben Gurion|Ben Gurion Airport",
    "JFK": "JFK|JFK Airport|Kennedy Airport|John F. Kennedy International Airport",
    "LGA": "LaGuardia|La Guardia|LaGuardia Airport",
    "EWR": "Newark Airport|Newark Liberty",
    "DCA": "Reagan National|Reagan National Airport|National Airport",
    "IAD": "Dulles|Dulles Airport|Dulles International Airport",
    "BWI": "BWI Airport|BWI",
    "BOS": "Logan Airport|Logan International Airport",
    "ATL": "Hartsfield-Jackson|Atlanta airport",
    "ORD": "O'Hare|O'Hare Airport|O'Hare International Airport",
    "MDW": "Midway Airport",
    "LAX": "LAX|Los Angeles airport",
    "SFO": "SFO",
    "SEA": "Sea-Tac|SeaTac Airport|Sea-Tac Airport",
    "YYZ": "Pearson Airport|Pearson International Airport|Toronto Pearson",
    "YUL": "Trudeau Airport|Montreal-Trudeau Airport|Dorval",
    "YOW": "Ottawa Airport",
    "HND": "Haneda|Haneda Airport",
    "NRT": "Narita Airport|Narita International Airport",
    "KIX": "Kansai Airport",
    "ICN": "Incheon Airport|Incheon International Airport",
    "GMP": "Gimpo Airport|Gimpo",
    "PEK": "Beijing Capital Airport",
    "PKX": "Daxing Airport",
    "PVG": "Pudong Airport",
    "HKG": "Chek Lap Kok|Hong Kong Airport",
    "SIN": "Changi|Changi Airport",
    "BKK": "Suvarnabhumi|Suvarnabhumi Airport",
    "DMK": "Don Mueang|Don Mueang Airport",
    "DEL": "Indira Gandhi Airport",
    "VVO": "Vladivostok Airport|Knevichi",
    "KBL": "Kabul Airport",
    "ARN": "Arlanda|Arlanda Airport|Stockholm Arlanda",
    "CPH": "Kastrup|Kastrup Airport|Copenhagen Airport",
    "OSL": "Gardermoen|Gardermoen Airport|Oslo Airport",
    "HEL": "Helsinki-Vantaa|Helsinki-Vantaa Airport|Vantaa Airport",
    "SAW": "Sabiha Gökçen|Sabiha Gokcen|Sabiha Gökçen Airport",
    "AMM": "Queen Alia Airport",
    "THR": "Mehrabad|Mehrabad Airport",
    "SVX": "Koltsovo Airport",
    "OVB": "Tolmachevo|Tolmachevo Airport",
    "PHX": "Sky Harbor|Sky Harbor Airport",
    "DFW": "DFW|DFW Airport|Dallas-Fort Worth Airport|Dallas Fort Worth International Airport",
    "KUL": "KLIA|KLIA Airport",
    "SGN": "Tan Son Nhat|Tan Son Nhat Airport",
    "HAN": "Noi Bai|Noi Bai Airport",
    "CGK": "Soekarno-Hatta|Soekarno-Hatta Airport",
    "HLP": "Halim Perdanakusuma|Halim Airport",
    "MNL": "NAIA|Ninoy Aquino Airport",
    "SHA": "Hongqiao|Hongqiao Airport",
    "JNB": "OR Tambo|O.R. Tambo|OR Tambo Airport|OR Tambo International Airport|O.R. Tambo International Airport",
    "NBO": "JKIA|Jomo Kenyatta Airport",
    "WIL": "Wilson Airport",
    "ADD": "Bole Airport|Bole International Airport",
    "CGH": "Congonhas|Congonhas Airport",
    "GIG": "Galeão|Galeao|Galeão Airport|Galeão International Airport|Tom Jobim Airport",
    "AEP": "Aeroparque|Aeroparque Jorge Newbery",
    "FNJ": "Sunan Airport|Pyongyang Airport|Sunan International Airport|Sunan",
}


_NO_AIRPORT = re.compile(r"(?i)heli(?:port|pad)|seaplane|water aerodrome|\bspb\b|bus station|railway|off line point")
_AIRPORT = re.compile(r"(?i)\b(?:airport|airfield|aerodrome|air ?base|field)$")


def names_of(code: str, airport: dict[str, Any], is_only: bool) -> list[str]:
    """What an airport is called beside its name."""
    name, city = airport["name"].strip(), airport["city"].strip()
    if "International" not in name and code not in MORE:
        own = [] if _AIRPORT.search(name) else [f"{name} Airport"]
        return [*own, f"{city} Airport"] if city and is_only else own
    names = [*NAMES.get(code, "").split("|"), name.replace(" International", "")]
    if not name.lower().endswith("airport"):
        names.append(f"{name} Airport")
    names.append(f"{city} International Airport" if city else "")
    return names


def main() -> None:
    known = {
        code: airport
        for code, airport in sorted(airportsdata.load("IATA").items())
        if airport["name"].strip() and not _NO_AIRPORT.search(airport["name"])
    }
    of_city = Counter((airport["city"].strip(), airport["country"]) for airport in known.values())
    rows = []
    for code, airport in known.items():
        name = airport["name"].strip()
        names = names_of(code, airport, of_city[airport["city"].strip(), airport["country"]] == 1)
        if "International" not in name and code not in MORE and not _AIRPORT.search(name):
            name, names = names[0], names[1:]
        rank = "3" if code in NAMES else "1" if "International" in name or code in MORE else "0.3"
        rows.append(
            {"id": f"geomap:airport-{code.lower()}-{slug(name)}", "name": name, "kind": "airport",
             "lat": f"{airport['lat']:.4f}", "lon": f"{airport['lon']:.4f}", "country": airport["country"],
             "rank": rank, "names": "|".join(dict.fromkeys(n for n in names if n and n != name)),
             "source": "airportsdata"}
        )  # fmt: skip
    write("airports.tsv", rows)


if __name__ == "__main__":
    main()
