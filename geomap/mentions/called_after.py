"""Things that are called after places, and are not the place: goods, breeds, dishes, clubs, suits at law.

The pairs of names and nouns, and the first names of clubs, are typed from general knowledge.
"""

from __future__ import annotations

import re

from geomap.mentions.given_names import GIVEN_NAMES

# Behind each name, the nouns with which it is a word of the language: "Bermuda shorts", "Guinea pigs".
_THINGS = """
angora: wool rabbit goat cat
bath: bun
bengal: tiger cat
bermuda: short grass
bologna: sausage sandwich
boston: terrier lettuce ivy fern cream baked
brazil: nut
brent: crude oil future blend benchmark
bristol: board
brussels: sprout lace
buffalo: wing sauce mozzarella
california: roll poppy
canada: goose geese balsam
cayenne: pepper
champagne: socialist bottle flute glass cork
cheddar: cheese sandwich biscuit
cheshire: cat cheese
chile: pepper powder
china: shop cabinet cup plate clay doll teapot
colorado: beetle
copenhagen: interpretation
delft: tile
delhi: belly
derby: winner
dover: sole
epsom: salt
georgia: peach
gloucester: cheese
guernsey: cow cattle
guinea: pig fowl hen worm
hamburg: steak
havana: cigar
hereford: beef cow cattle bull steer
holland: sauce
idaho: potato
india: ink rubber
jaffa: cake orange
jamaica: ginger pepper rum
java: sparrow applet
jersey: cow cattle barrier
jerusalem: artichoke syndrome
jordan: almond
kentucky: derby fried bluegrass
kiev: cake
labrador: retriever puppy puppie dog
lima: bean syndrome
lincoln: log
london: broil gin
madeira: cake
madras: curry
maine: coon
malta: fever
manila: envelope folder hemp rope
marathon: runner
morocco: leather
nashville: sound
newcastle: disease
norfolk: jacket terrier
norway: spruce rat maple lobster
oxford: comma shoe shirt brogue
paisley: shirt tie pattern
panama: hat
peking: duck
plymouth: rock brethren
rhode island: red
shetland: pony ponie
stilton: cheese
stockholm: syndrome
suffolk: punch
tabasco: sauce
texas: toast hold'em longhorn
turkey: dinner sandwich breast leg burger bacon trot stuffing roast wrap baster price farm farmer flock producer
vienna: sausage
virginia: creeper ham
west texas: intermediate
worcester: sauce
yorkshire: pudding terrier
"""
_NOUNS = {
    name: frozenset(nouns.split()) for name, _, nouns in (row.partition(": ") for row in _THINGS.strip().splitlines())
}
_NEXT_WORD = re.compile(r" ([A-Za-z][\w']{1,15})\b(?!['’]s)")
# What is listed on an exchange: "shares in Santos and Woodside", "Santos fell 2%"; crude oil is too: "Brent traded at".
_SHARES = re.compile(
    r"\b(?:[Ss]hares|[Ss]tocks?|[Ss]takes?) (?:in|of) "
    r"(?:[A-Z][\w.&’'-]{1,20}(?: [A-Z][\w.&’'-]{1,20})?(?:, | and |, and )){0,3}$"
)
_SHARED = ("hares ", "tock", "take")
_TRADES = re.compile(
    r"(?:(?:, | and |, and )[A-Z][\w&’'-]{1,20}){0,2} (?:shares|stock|(?:fell|rose|gained|lost|dropped|slid|added|shed|"
    r"climbed|jumped|sank|closed (?:up|down)|was (?:up|down)|were (?:up|down)) (?:by )?\d[\d.,]{0,6} ?(?:%|per ?cent|"
    r"points)|(?:traded|settled|closed) (?:at|near|above|below|up|down|lower|higher)\b)"
)
_TRADE_CHARS = 100
# Not "prices in Chicago rose 2%": the name is what rises.
_CLAUSE = re.compile(
    r"(?:^|[.!?;:\n”\"]\s?|\b(?:and|while|but|as|though|[Ss]hares (?:in|of))\s|[A-Z][\w&]{1,20}(?:, | and |, and ))$"
)
# Nor "unemployment in Toledo and Dayton".
_AMONG = re.compile(r"\b(?:in|at|from|for|near|around|to) (?:[A-Z][\w’'-]{1,20}(?:, | and |, and )){1,3}$")
# A club's first name: with a town behind it, the club. Alone these two are in English never the state or a town.
_CLUB_ITSELF = frozenset({"Bayern", "Inter"})
_CLUB_BEFORE = re.compile(
    r"\b(?:Bayern|Inter|Real|Atl[eé]tico|Athletic|Sporting|Dyn?amo|Dinamo|Lokomotiv|Spartak|Zenit|Torpedo|Slavia|Sparta|"
    r"Red Star|Borussia|Werder|Eintracht|Hertha|Fortuna|Arminia|Hansa|Bayer|VfB|VfL|TSG|RB|SV|SC|AC|AS|FC|FK|NK|"
    r"Olympique(?: de)?|Girondins|Rapid|Sturm|Wacker|Young Boys|Maccabi|Hapoel|Beitar|Shakhtar|Metalist|Partizan|"
    r"Hajduk|Legia|Lech|Wis[lł]a|Steaua|CSKA|Deportivo) $"
)
_STAR = re.compile(
    r" (?:[Ss]cores? \d|[Ss]cored \d|Scores\b|Weds\b|Nets \d|Hits \d+ (?:Points|Runs)|Drops \d|Dunks\b|[Dd]unked\b)"
)
# The noun of a firm, an event or a pact, with which a name in capitals makes one: "Boston Consulting", "Paris Accords".
_BODY_AFTER = re.compile(
    r" (?:Consulting|Scientific|Dynamics|Marathon|Derby|Stakes|Philharmonic|Accords?|Protocol|Agreement|Syndrome|"
    r"Symphony|Grammar|Biennale|Capital Partners)\b"
)
# The sides of a suit at law: "Loving v. Virginia", "Brown v. Board of Education of Topeka".
_VERSUS = " v. "
_CASE_AFTER = re.compile(r"(?: [A-Z][\w.]{0,15}){0,3} v\. [A-Z]")
_CASE_BEFORE = re.compile(r"\b[A-Z][\w.&-]{0,20} v\. (?:(?:[A-Z][\w.&-]{0,20}|of|the|and) ){0,6}$")
_CASE_CHARS = 120
_TEXAS = re.compile(r",? (?:\(?Texas|TX)\b")


def is_called_by_noun(text: str, name: str, end: int) -> bool:
    """Whether the noun behind a name makes a thing or body of both: "Bermuda shorts", "Boston Consulting"."""
    if text[end : end + 2][1:].isupper() and _BODY_AFTER.match(text, end):
        return True
    nouns = _NOUNS.get(name.lower())
    found = _NEXT_WORD.match(text, end) if nouns is not None else None
    if nouns is None or found is None:
        return False
    word = found[1].lower()
    return not nouns.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})


def is_planet(text: str, start: int, end: int) -> bool:
    """Whether a name is that of the planet, and not of the town in Texas: "the coldest place on Earth"."""
    return text[start:end] == "Earth" and _TEXAS.match(text, end) is None


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether a name is a firm's whose shares are told of, or an oil's that is traded: "Brent settled at $80"."""
    low = max(0, start - _TRADE_CHARS)
    if _TRADES.match(text, end, min(len(text), end + _TRADE_CHARS)) and not _AMONG.search(text, low, start):
        return _CLAUSE.search(text, low, start) is not None
    before = text[low:start]
    return any(word in before for word in _SHARED) and _SHARES.search(text, low, start) is not None


def is_scorer(text: str, name: str, end: int) -> bool:
    """Whether what is also a given name does what players and stars do in a headline: "Jordan Scores 40"."""
    return name.lower() in GIVEN_NAMES and _STAR.match(text, end) is not None


def is_club(text: str, start: int, name: str) -> bool:
    """Whether a name is a club's, or that of the town in one: "Bayern Munich", "Real Madrid", "Inter Milan"."""
    return name in _CLUB_ITSELF or _CLUB_BEFORE.search(text, max(0, start - 20), start) is not None


def is_of_suit(text: str, start: int, end: int) -> bool:
    """Whether a name is in that of a suit at law."""
    if text.find(_VERSUS, max(0, start - _CASE_CHARS), end + _CASE_CHARS) < 0:
        return False
    return (
        _CASE_AFTER.match(text, end, min(len(text), end + _CASE_CHARS)) is not None
        or _CASE_BEFORE.search(text, max(0, start - _CASE_CHARS), start) is not None
    )
