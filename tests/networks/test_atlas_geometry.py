"""The atlas against geometry: km, points, connections."""

import csv
import re
from collections import Counter
from itertools import groupby, pairwise
from operator import itemgetter

from geomap import catalogue
from geomap.geodesy import distance_km
from geomap.networks.atlas import read_atlas
from geomap.records import LatLon

# A gazetteer's point is a town's centre, not its station: so much shorter than the straight line may a stated km be.
SLACK = 0.01
MOST = 1.8
# Stretches that are longer than 1.8 straight lines, with the reason: "line: station - station".
EXCEPTIONS = {
    "sevan: Yerevan - Hrazdan": "the line goes round the city and climbs 700 m",
    "interoceanic: Perote - Xalapa de Enríquez": "the line winds down 1,000 m to the coast",
    "peloponnese: Corinth - Argos": "the line winds over the mountains of Arcadia",
    "peloponnese: Argos - Tripoli": "the line winds over the mountains of Arcadia",
    "peloponnese: Tripoli - Kalamata": "the line winds over the mountains of Arcadia",
    "campos-do-jordao: Pindamonhangaba - Campos do Jordão": "the line climbs 1,100 m in loops",
    "cuernavaca: Mexico City - Cuernavaca": "the line climbs over a pass of 3,000 m in loops",
    "ouro-preto: Ouro Preto - Mariana": "the line winds along a gorge",
    "pacifico: Buenaventura - Cali": "the line winds through the gorge of the Dagua and over a pass of 1,800 m",
    "arosa: Chur - Arosa": "the line climbs 1,150 m in loops",
    "divaca-koper: Divača - Koper": "the line winds down 430 m from the Karst to the sea",
    "eritrea: Massawa - Asmara": "the line climbs 2,300 m from the sea in loops",
    "kuranda: Cairns - Kuranda": "the line climbs 330 m round the gorge of the Barron",
    "alishan: Chiayi - Alishan": "the line climbs 2,200 m in loops",
    "matheran: Neral - Matheran": "the line climbs 760 m in loops",
    "darjeeling: New Jalpaiguri - Kurseong": "the line climbs into the hills in loops",
    "darjeeling: Kurseong - Darjeeling": "the line climbs into the hills in loops",
    "kalka-shimla: Kalka - Solan": "the line climbs 1,400 m in loops",
    "kalka-shimla: Solan - Shimla": "the line climbs 1,400 m in loops",
    "nubes: Salta - San Antonio de los Cobres": "the line climbs 2,600 m by zigzags and spirals",
    "ogden-portland: La Grande - Pendleton": "the line winds over the Blue Mountains",
    "suedbahn: Gloggnitz - Mürzzuschlag": "the line climbs over the Semmering in loops",
    "samara-chelyabinsk: Zlatoust - Miass": "the line winds down from the Urals in loops",
    "potosi-sucre: Potosí - Sucre": "the line winds down 1,300 m through the valleys",
}


def read(name):
    with (catalogue.data_dir() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINES = {row["id"]: row for row in read("rail_lines.csv")}
STATIONS = {line: list(rows) for line, rows in groupby(read("rail_stations.csv"), key=itemgetter("line"))}


def test_stated_km_fit_the_straight_lines_between_neighbours():
    off = []
    for line, rows in STATIONS.items():
        for a, b in pairwise(rows):
            straight = distance_km(point(a), point(b))
            km = float(b["km"]) - float(a["km"])
            name = f"{line}: {a['name']} - {b['name']}"
            if not straight * (1 - SLACK) <= km <= MOST * straight and name not in EXCEPTIONS:
                off.append(f"{name}: {km:.1f} km, straight {straight:.1f} km")
    assert off == []


def test_the_atlas_is_as_large_as_promised():
    km = sum(float(rows[-1]["km"]) - float(rows[0]["km"]) for rows in STATIONS.values())
    assert len(LINES) >= 150
    assert len({row["place"] for rows in STATIONS.values() for row in rows}) >= 3000
    assert km >= 120_000


def point(row):
    return LatLon(float(row["lat"]), float(row["lon"]))


def test_every_line_has_a_source_and_a_way_of_knowing_its_km():
    for line in LINES.values():
        assert line["source"], line["id"]
        assert line["known"], line["id"]
        assert set(line["gauge_mm"].split("/")) <= {
            "600",
            "914",
            "610",
            "750",
            "760",
            "762",
            "950",
            "1000",
            "1050",
            "1067",
        } | {
            "1435",
            "1520",
            "1524",
            "1600",
            "1668",
            "1676",
        }
        assert line["mode"] in {"rail", "highspeed", "ferry"}


def test_no_line_is_called_stated_whose_only_source_is_memory():
    stated = {"chainage", "timetable", "length stated, stations interpolated"}
    remembered = [i for i, line in LINES.items() if re.fullmatch(r"memory(?: \([^()]*\))?", line["source"])]
    assert {LINES[i]["known"] for i in remembered} == {"memory", "estimated from stations"}
    assert not {LINES[i]["known"] for i in remembered} & stated
    assert len(remembered) > 100


def test_both_tables_have_the_same_lines_and_each_line_at_least_two_stations():
    assert set(LINES) == set(STATIONS)
    assert all(len(rows) >= 2 for rows in STATIONS.values())


def test_a_station_has_one_point_and_one_country_on_all_its_lines():
    seen = {}
    for rows in STATIONS.values():
        for row in rows:
            told = (row["country"], row["lat"], row["lon"])
            assert seen.setdefault(row["place"], told) == told


# Railways that no line of the atlas joins to Eurasia's, by a station of each, with the reason.
SEA = "beyond the sea"
BORDER = "no railway crosses the border in service"
OWN = "a railway of its own"
ISLANDS = {
    ("Chicago", "US"): SEA,
    ("Tokyo", "JP"): SEA,
    ("Kota Kinabalu", "MY"): SEA,
    ("Padang", "ID"): OWN,
    ("Makassar", "ID"): SEA,
    ("Asmara", "ER"): BORDER,
    ("Kumasi", "GH"): BORDER,
    ("Tema", "GH"): OWN,
    ("Lomé", "TG"): BORDER,
    ("Cotonou", "BJ"): BORDER,
    ("Kérouané", "GN"): BORDER,
    ("Sangarédi", "GN"): OWN,
    ("Ubundu", "CD"): OWN,
    ("Buchanan", "LR"): BORDER,
    ("Warri", "NG"): OWN,
    ("Fianarantsoa", "MG"): OWN,
    ("Port Hedland", "AU"): OWN,
    ("Normanton", "AU"): OWN,
    ("Tavan Tolgoi", "MN"): OWN,
    ("Hobart", "AU"): SEA,
    ("Santa Rosa", "US"): OWN,
    ("Sept-Îles", "CA"): OWN,
    ("Whitehorse", "CA"): OWN,
    ("Montevideo", "UY"): BORDER,
    ("Quito", "EC"): BORDER,
    ("Bogotá", "CO"): BORDER,
    ("Caracas", "VE"): BORDER,
    ("San José", "CR"): BORDER,
    ("Cagliari", "IT"): SEA,
    ("Bastia", "FR"): SEA,
    ("Dar es Salaam", "TZ"): BORDER,
    ("Port Augusta", "AU"): SEA,
    ("Buenos Aires", "AR"): SEA,
    ("Jakarta", "ID"): SEA,
    ("Algiers", "DZ"): SEA,
    ("Auckland", "NZ"): SEA,
    ("Dublin", "IE"): SEA,
    ("Santa Cruz de la Sierra", "BO"): OWN,
    ("Lagos", "NG"): BORDER,
    ("Yangon", "MM"): BORDER,
    ("Cairo", "EG"): BORDER,
    ("Marrakesh", "MA"): BORDER,
    ("Santiago", "CL"): OWN,
    ("Colombo", "LK"): SEA,
    ("Taipei", "TW"): SEA,
    ("Mombasa", "KE"): BORDER,
    ("Wadi Halfa", "SD"): BORDER,
    ("São Luís", "BR"): OWN,
    ("Mollendo", "PE"): OWN,
    ("Nahariyya", "IL"): BORDER,
    ("Dakar", "SN"): BORDER,
    ("Havana", "CU"): SEA,
    ("Riyadh", "SA"): BORDER,
    ("Abidjan", "CI"): BORDER,
    ("Nacala", "MZ"): OWN,
    ("Vitória", "BR"): OWN,
    ("Lima", "PE"): OWN,
    ("Addis Ababa", "ET"): BORDER,
    ("Seward", "US"): OWN,
    ("Manila", "PH"): SEA,
    ("Libreville", "GA"): BORDER,
    ("Douala", "CM"): BORDER,
    ("Palembang", "ID"): OWN,
    ("Medan", "ID"): OWN,
    ("Mecca", "SA"): OWN,
    ("Abu Dhabi", "AE"): BORDER,
    ("Pointe-Noire", "CG"): BORDER,
    ("Namibe", "AO"): OWN,
    ("Antananarivo", "MG"): SEA,
    ("Matadi", "CD"): OWN,
    ("Nouadhibou", "MR"): BORDER,
    ("Luanda", "AO"): OWN,
    ("Panamá", "PA"): OWN,
    ("Palma", "ES"): SEA,
    ("Kingston", "JM"): SEA,
    ("Río Gallegos", "AR"): OWN,
    ("Iquique", "CL"): OWN,
    ("Santana", "BR"): OWN,
    ("São João del Rei", "BR"): OWN,
    ("Ouro Preto", "BR"): OWN,
    ("Cali", "CO"): OWN,
    ("Barquisimeto", "VE"): OWN,
    ("San Pedro Sula", "HN"): OWN,
}


def test_countries_hang_together():
    atlas = read_atlas(catalogue.data_dir())
    main = Counter(atlas.graph.part(n) for n in range(len(atlas.stations))).most_common(1)[0][0]
    off = {
        (station.name, station.country)
        for number, station in enumerate(atlas.stations)
        if atlas.graph.links[number] and atlas.graph.part(number) != main
    }
    allowed = {atlas.graph.part(number_of(atlas, *name)) for name in ISLANDS}
    assert {name for name in off if atlas.graph.part(number_of(atlas, *name)) not in allowed} == set()


def number_of(atlas, name, country):
    return next(n for n, s in enumerate(atlas.stations) if (s.name, s.country) == (name, country))


def test_few_km_are_from_memory_alone():
    km = Counter()
    for line, rows in STATIONS.items():
        km[LINES[line]["known"] in {"memory", "estimated from stations"}] += float(rows[-1]["km"]) - float(
            rows[0]["km"]
        )
    assert km[True] < 0.15 * (km[True] + km[False])
