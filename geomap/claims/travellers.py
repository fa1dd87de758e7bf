"""Who or what travels: the subject of a verb of motion, under one name for a whole text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from geomap.vehicles import nouns

_PERSON = r"[A-Z][\w’'-]{1,20}(?:[ -](?:[A-Z][\w’'-]{0,20}|al-[A-Z]\w{1,20}|bin|de|van|von|el)){0,4}"
_CARRIER = (
    rf"(?:{nouns('rail', 'road', 'sea', 'air')}|(?:car|motor|sailing)ships?|flights?|carrier|caravan|column|express"
    r"|sleeper|tram|balloon|bombers?|raft|missiles?|drones?|boeing|airbus|cessna|antonov|tupolev|ilyushin|embraer"
    r"|gulfstream|falcon|spacecraft|capsule|rocket)"
)
VEHICLE = (
    rf"(?:{_CARRIER}|delegation|entourage|migrants|refugees|pilgrims|group|family|families|residents|evacuees|team"
    r"|crew|pair|couple|expedition|marchers|climbers|riders|rally|fleet|flotilla|herd|flock|procession|cortege|troops|soldiers|peloton|prisoners?|inmates|hurricane|typhoon|cyclone|storm)"
)
_OFFICE = (
    r"(?:leader|president|premier|chancellor|king|queen|pope|minister|envoy|ambassador|dictator|senator|governor"
    r"|pilot|captain|sailor|mayor|general|admiral|prince|princess|patriarch)"
)
# "the train station", "the flight attendant" and "the bus driver" do not travel.
_NO_CARRIER = (
    r"(?![\w-])(?!['’]s\b)(?!\s(?:station|services?|operator|driver|crash|company|line|tickets?|tracks?|attendants?"
    r"|owner|stop|terminal|port|lane|routes?|times?)\b)"
)
# How far before its verb a subject is looked for, in characters.
_REACH = 240
_CANDIDATE = re.compile(
    rf"(?P<owner>{_PERSON})['’]s?\s+(?:[a-z-]+\s){{0,3}}(?P<owned>{VEHICLE})\b"
    rf"|(?<![\w-])(?P<vehicle>{VEHICLE}|Hurricane|Typhoon|Cyclone|Boeing|Airbus|Cessna|Antonov|Tupolev|Ilyushin|Embraer|Gulfstream){_NO_CARRIER}"
    rf"(?:\s(?P<called>(?:St\.?\s|MV\s|MT\s|SS\s|USS\s|HMS\s)?(?!(?:The|Mr|Mrs|President|Station|Flight)\b)[A-Z][a-zé]{{2,20}}"
    rf"(?:\s[A-Z][a-zé]{{2,20}}){{0,2}}))?"
    rf"|(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|his|her|their|its|His|Her|Their"
    rf"|Its)\b|\b[Tt]he (?:\ue002 )?{_OFFICE}\b(?! [A-Z]))"
    rf"|\b[Tt]he (?:(?:east|west|north|south)bound |overnight |luxury |daily )?"
    rf"(?!(?:Boeing|Airbus)\b)(?P<thing>(?:[\ue001\ue002] )?[A-Z][\w’'-]{{1,20}}(?: [A-Z][\w’'-]{{1,20}}){{0,2}})"
    rf"|\b[Tt]he (?P<place>\ue001)(?= )"
    rf"|(?!(?:An?|The|Another|One|Two|Three|Four|Five|Six|Some|Several)\b)(?<![\w’'-])(?P<person>{_PERSON})"
)
_NOT_A_NAME = frozenset(
    """The This That These Those A An On In At By From For With Having After Before When While If As But And Or So Then
    There Here However According Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April May June July August September October November December Reports Report Images
    Photos Officials Also Notably Earlier Later Last Next Its His Her Their Our Your My He She They It We
    You Who Which What Where Meanwhile Although Though Since Until During Both Two Three Four Five Six
    Seven Eight Nine Ten Eleven Twelve Fifteen Twenty Thirty Dozens Hundreds Thousands Of
    Some Many Most All One No Not Now Despite About Around Police President Minister
    Prime Leader Foreign Defense Defence General Secretary Sources Today Yesterday Tomorrow Neither Date Title
    Outlet Only Another Several Once Instead Afterwards Eventually Finally Ships Trains Flights Highway Route
    Interstate Platform Terminal Gate Flight Way Cape Mount Lake Inside How Why Watch Exclusive Breaking Analysis
    Opinion Explained""".split()
)
_ORGANISATION = frozenset(
    """Agency Forum News University Party Ministry Herald Times Post Committee Army Council Union Bank
    Department Office Court Corps Navy Force Command Institute Group Company Telegraph Daily Media
    Association Federation Railways Airlines Ties Supply War Channel Network Radio Television Journal
    Standard Press Observatory Embassy Kremlin Pentagon Guard Authority Service Airways Republic Commission
    Nations Cross Crescent States House Kingdom Emirates
    Parliament Senate Congress Church Station Airport Highway Way Canal Bridge Sea Ocean""".split()
)
_TITLES = re.compile(
    r"^(?:(?:President|Prime|Minister|Foreign|Defense|Defence|Secretary|General|Chancellor|King|Queen|Prince|Princess"
    r"|Pope|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Sir|Lord|Lady|Captain|Capt\.?|Gen\.?|Adm\.?|Col\.?|Lt\.?|Sgt\.?|Sen\.?|Rep\.?|Gov\.?|Leader|Chairman|Emperor"
    r"|of|State)\s)+"
)
# What stands after these is no subject: "the wife of Per Holm left", "the train with Anna Berg on board left".
_AFTER_PREPOSITION = re.compile(
    r"\b(?:of|in|at|on|from|to|by|with|for|near|around|round|along|behind|past|over|under|across|through|via|off"
    r"|between|against|towards?|into|onto|during|aboard|alongside|like|than)\s(?:(?:an?|the|her|his|their)\s)?"
    r"(?:[\w\ue002-]{1,15}\s){0,2}$"
)
# "They boarded a plane which landed in X" tells of them.
_TAKEN = re.compile(
    r"\b(?:boarded|boarding|caught|hired|rented|t(?:ook|akes|aking))\s(?:[\w\ue002-\ue004-]{1,15}\s){0,4}$"
)
# "A group of blind pilgrims left" tells of the pilgrims.
_SET_OF = re.compile(
    r"\b(?:group|party|crowd|column|dozens?|hundreds|thousands|number) of (?:[\w\ue002-]{1,15} ){0,3}$"
)
_ANOTHER = re.compile(
    r"\b(?:another|(?:[Aa]|[Tt]he)\s(?:second|third|different|separate)|[Tt]he other)\s(?:[\w-]{1,15},?\s){0,3}$"
    r"|\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any) (?:other|more"
    r"|further)\s(?:[\w-]{1,15}\s){0,2}$",
    re.I,
)
_KNOWN_BEFORE = re.compile(r"\b(?:the|this|that|these|those|its|whose|['’]s)\s(?:[\w\ue002-]{1,15},?\s){0,4}$", re.I)
_APPOSED = re.compile(r",\s(?:(?:an?|the|another)\s(?:[\w\ue002-]{1,15}\s){0,3})?$")
_OWNED_BY_PRONOUN = re.compile(r"\b(?P<who>[Hh]is|[Hh]er|[Tt]heir)\s(?:own\s)?(?:[a-z-]{1,15},?\s){0,3}$")
# "Its sailors were flown home": who belongs to the ship, not the ship.
_OWNERS = frozenset(("his", "her", "its", "their"))
_FOLK = re.compile(
    r" (?:[\d\ue002-]{1,6} |[a-z-]{1,12} ){0,2}(?P<noun>sailors|seamen|seafarers|crewmen|crew|passengers|survivors"
    r"|occupants|travellers|drivers|pilots|officers|fishermen|rowers|guests|wife|husband|children|parents|family|body"
    r"|remains|coffin)\b(?!['’])"
)
# Between a subject and its verb: "Holm, 58, who had also"
_TO_VERB = re.compile(
    r"(?:,\s\d{1,3})?,?(?:\s(?!and\b|said\b|says\b)[a-z]{2,14}){0,3}\s?$|,[^,;.]{2,60},\s(?:[a-z]{2,10}\s){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The traveller that some words name.

    `name` is a person's name without titles, a vehicle or group as "the train", a thing that bears a name as "the
    Orient", or a pronoun as it stands. `another` says that it is told apart from those before, `introduced` that it is
    told of for the first time ("a train"); `carrier` is the word for a vehicle that bears a name. `start` and `end` are
    where the words name it.
    """

    name: str
    start: int
    end: int
    another: bool = False
    introduced: bool = False
    carrier: str = ""


def subject_before(words: str, known: frozenset[str] = frozenset()) -> Subject | None:
    """The traveller that the words before a verb name nearest to it; a vehicle's owner counts for the vehicle.

    `known` are the words of the full names in the text: one of them alone is a person wherever it stands; another
    single word only where the verb follows it.
    """
    skipped = max(0, len(words) - _REACH - 1)
    found = _nearest(words[skipped:], known)
    if found is None or not skipped:
        return found
    return replace(found, start=found.start + skipped, end=found.end + skipped)


@lru_cache(maxsize=512)
def _nearest(words: str, known: frozenset[str]) -> Subject | None:
    cut = max(0, len(words) - _REACH)
    found: Subject | None = None
    for hit in _CANDIDATE.finditer(words, cut):
        before = words[max(cut, hit.start() - 60) : hit.start()]
        governed = _AFTER_PREPOSITION.search(before) is not None
        if found is not None and hit["vehicle"] and _TAKEN.search(before):
            continue
        named = hit["person"] or hit["thing"]
        if governed and (found is not None or named) and not (hit["vehicle"] and _SET_OF.search(before)):
            continue
        apposed = (
            found is not None and found.name.startswith("the ") and _APPOSED.fullmatch(words, found.end, hit.start())
        )
        if apposed and (hit["vehicle"] or hit["thing"]):
            continue  # "A second train, the eastbound Orient, left"
        found = _read(words, hit, before, known) or found
    return found


def _read(words: str, hit: re.Match[str], before: str, known: frozenset[str]) -> Subject | None:
    start, end = hit.span()
    if hit["owner"]:
        return Subject(_name(hit["owner"]) or f"the {hit['owned'].lower()}", start, end)
    if hit["vehicle"]:
        return _vehicle(hit, before)
    if hit["pronoun"]:
        if hit["pronoun"].lower() in _OWNERS and (folk := _FOLK.match(words, end)):
            return Subject(f"the {folk['noun']}", start, folk.end("noun"))
        return Subject(
            f"the {hit['pronoun'].split()[-1]}" if " " in hit["pronoun"] else hit["pronoun"].lower(), start, end
        )
    in_place = _TO_VERB.fullmatch(words, end) is not None
    if hit["place"]:
        return Subject(f"the {hit['place']}", *hit.span("place")) if in_place else None
    if hit["thing"]:
        bears = in_place and is_name_of_thing(hit["thing"])
        return Subject(f"the {hit['thing']}", *hit.span("thing")) if bears else None
    name = _name(hit["person"])
    if name is None:
        return None
    opens = start == 0 or words[max(0, start - 2) : start] in ("- ", "– ", "— ")
    if opens and " " not in name and name.endswith("s") and len(words) < _REACH and name not in known:
        return Subject(f"the {name.lower()}", start, end)  # "Migrants reached …"
    return Subject(name, start, end) if " " in name or name in known or in_place else None


def is_name_of_thing(words: str) -> bool:
    """Whether words after "the" can be the name of a ship or a train, not that of a body."""
    return words.split()[-1] not in _ORGANISATION and _name(words, body=False) is not None


def _vehicle(hit: re.Match[str], before: str) -> Subject:
    start, end = hit.span()
    if owned := _OWNED_BY_PRONOUN.search(before):
        return Subject(owned["who"].lower(), start, end)
    word = hit["vehicle"].lower()
    another = _ANOTHER.search(before) is not None
    if hit["called"] and is_carrier(f"the {word}") and (called := _name(hit["called"])):
        return Subject(f"the {called}", start, end, another=another, carrier=word)
    introduced = _KNOWN_BEFORE.search(before) is None
    return Subject(f"the {word}", start, end, another=another, introduced=introduced)


def _name(words: str, *, body: bool = True) -> str | None:
    words = _TITLES.sub("", words)
    parts = words.replace("’s", "").replace("'s", "").split()
    while parts and parts[0] in _NOT_A_NAME:
        parts = parts[1:]
    if (
        not parts
        or len(parts[0]) < 2
        or any(part.isupper() and len(part) > 2 for part in parts)
        or (body and _ORGANISATION & set(parts))
    ):
        return None
    return " ".join(parts)


# "The stork Borneo has": the name of an animal.
_ANIMAL = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:[a-z]+ )?(?:storks?|cranes?|eagles?|vultures?|geese|goose|birds?|pigeon|elephants?|lions?"
    r"|lioness|tigers?|wolf|bears?|whales?|turtles?|sharks?|seals?|horses?|dogs?|cats?|camels?|stallion|mare)"
    r" ([A-Z][a-z]{2,20})\b"
)


def full_names(words: str) -> set[str]:
    """The words of the full or titled names that a sentence holds: "Anna Berg" makes "Anna" and "Berg" known."""
    found = [(hit.group(), _name(hit.group())) for hit in re.finditer(_PERSON, words)]
    found += [(f"Mr {hit[1]}", hit[1]) for hit in re.finditer(r"\b(?:named|called) ([A-Z][a-z]{2,20})\b", words)]
    found += [(f"Mr {hit[1]}", hit[1]) for hit in _ANIMAL.finditer(words)]
    titled = [name for told, name in found if name and (" " in name or _TITLES.match(told))]
    return {part for name in titled for part in name.split()}


# Words that end the noun a sentence begins with: "Rescue teams from Germany", "Thirty passengers were".
_AFTER_NOUN = frozenset(
    """from of with in on at by for to who which that were was had have has will would are is did do does and also then
    later aboard carrying began started ended ran went came took left got held fell rose""".split()
)
_OPENING = re.compile(r"[\W_]*(?:(?:On|In|At|By|Early|Late|Before|After|Since) (?:the )?\ue003,? ?)?")
# "The three leaders" are those whom the text told of before.
_SAME_PEOPLE = re.compile(
    r"(?:[Tt]he|[Tt]hese|[Bb]oth|[Aa]ll)(?: (?:two|three|four|five|six|other))? (?:leaders|presidents"
    r"|ministers|men|women|boys"
    r"|girls|politicians|visitors|guests|travell?ers|friends|brothers|sisters|others|couple|pair|statesmen)\b"
)
_NO_NOUN = frozenset(
    """the a an this that these those it he she they there here when while after before since as if but and or then
    later instead having being once only both all some many most none""".split()
)


def noun_before(words: str) -> str | None:
    """The noun that a sentence begins with, as "the teams"; None where it begins with no noun of its own."""
    opening = _OPENING.match(words)
    if _SAME_PEOPLE.match(words, opening.end() if opening else 0):
        return None
    noun = ""
    for word in words[opening.end() if opening else 0 :].split()[:8]:
        plain = word.strip(",")
        if plain.lower() in _AFTER_NOUN:
            break
        if is_pronoun(plain.lower()) or plain in ("I", "You", "We"):
            return None
        noun = plain
        if word.endswith(","):
            break
    known = noun.isalpha() and noun.islower() and len(noun) > 2 and not noun.endswith(("ly", "ing"))
    return f"the {noun}" if known and noun not in _NO_NOUN else None


def is_pronoun(subject: str | None) -> bool:
    """Whether a subject only points at another one."""
    return subject is not None and subject in ("he", "she", "they", "it", "we", "his", "her", "their", "its")


def is_office(subject: str) -> bool:
    """Whether a subject is an office that some person holds: "the leader"."""
    return re.fullmatch(rf"the {_OFFICE}", subject) is not None


def is_vehicle(subject: str | None) -> bool:
    """Whether a subject is a thing that carries people."""
    return subject is not None and subject.startswith("the ")


def is_carrier(subject: str) -> bool:
    """Whether a subject is a means of travel, which no "he" or "she" means."""
    return re.fullmatch(rf"the (?:other )?{_CARRIER}", subject.lower()) is not None


def same_traveller(a: str, b: str) -> bool:
    """Whether two names can mean one traveller: one's words are among the other's ("Kim", "Kim Jong-Un")."""
    left, right = _words(a), _words(b)
    return bool(left and right) and (left <= right or right <= left)


def _words(name: str) -> set[str]:
    return {word for word in re.split(r"[\s-]", name.lower()) if word}
