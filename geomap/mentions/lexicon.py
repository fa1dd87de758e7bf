"""Words that tell names of people, bodies and places apart; chosen by us, general English."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays mon tue tues wed thu thur thurs fri sat sun today "
    "yesterday tomorrow christmas easter ramadan thanksgiving"
)

# "Calif." and its like end with a period that belongs to them.
STATE_ABBREVIATIONS = _words(
    "Ala Ariz Ark Cal Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev "
    "Okla Ore Oreg Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Alta Ont Sask Man Que"
)
TITLES = _words(
    "mr mrs ms miss dr sir lord lady dame prof professor president premier chancellor minister secretary senator "
    "sen rep congressman congresswoman representative gov governor mayor judge justice sheriff constable deputy "
    "sgt sergeant capt captain cpl corporal lt lieutenant col colonel gen general maj major cmdr commander adm admiral "
    "detective det officer chief inspector superintendent supt attorney ambassador envoy spokesman spokeswoman "
    "spokesperson rev reverend father fr sister brother bishop archbishop pope cardinal imam rabbi sheikh king queen "
    "prince princess coach manager captain striker defender midfielder goalkeeper quarterback director chairman "
    "chairwoman chairperson ceo founder author actor actress singer rapper analyst economist historian leader "
    "dictator coroner councilman councilwoman councillor councilor commissioner alderman trooper principal "
    "vice-president expert researcher scientist lawyer marshal private pvt nurse rookie driver"
)
ABBREVIATIONS = STATE_ABBREVIATIONS | _words(
    "St Ste Mt Ft Pt Mr Mrs Ms Dr Sr Jr Prof Rev Fr Gov Sen Rep Reps Sens Lt Col Gen Maj Capt Sgt Cpl Pvt Cmdr Adm "
    "Supt Det Insp Hon Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Co Inc Ltd Corp Bros No Nos Ave Blvd Rd Hwy "
    "Rte vs Messrs Atty Dist Ter Terr Mex Tenn Dept Assn"
)
# The last word of a body's, firm's, paper's, team's or work's name.
BODIES = _words(
    "department agency ministry commission committee council board bureau office authority administration service "
    "services organization organisation association federation union league party congress parliament senate house "
    "assembly court tribunal police army navy force forces corps guard command battalion brigade regiment division "
    "university college school academy institute institution center centre hospital clinic foundation fund trust bank "
    "group company corporation corp inc ltd llc plc co holdings industries systems partners times post news tribune "
    "herald gazette journal daily press today star sun mirror guardian telegraph observer examiner chronicle globe "
    "sentinel courier register review standard mail express record republic democrat dispatch ledger leader advocate "
    "television tv radio network broadcasting magazine airlines airways railways club fc united city rovers wanderers "
    "athletic society church ministries chamber museum library theatre theater orchestra symphony choir festival "
    "forum summit conference championship championships cup open marathon games olympics act bill treaty agreement "
    "accord protocol declaration convention project program programme initiative movement front coalition alliance "
    "brigades tigers bulldogs eagles lions bears wildcats panthers hawks cardinals giants rangers warriors knights "
    "rebels raiders vikings cougars mustangs trojans patriots sheriff"
)
# Words that open sentences and, to some gazetteer, are villages.
FUNCTION_WORDS = _words(
    "the a an it he she we they you i his her its our their my your this that these those there here who what when "
    "where why how which in on at by for from to of with without under over after before during since until as if "
    "but and or nor so yet because although though while and not no yes all some many most more both each every any "
    "one two three four five six seven eight nine ten another other such only just even also then now still once "
    "never always can could will would may might must should shall do does did is are was were be been has have had "
    "let get go see say said i'm it's he's she's we're they're i've we've you're i'd i'll we'll don't can't that's "
    "there's what's him them us me mine than too very well about into out up down off again however meanwhile "
    "according despite among between police people officials man woman men women children monday tuesday wednesday "
    "thursday friday saturday sunday january february march april june july august september october november december"
)
# Words after which a capitalised name is where something is.
PLACE_PREPOSITIONS = _words(
    "in at near from to toward towards outside inside across around throughout into via through between beyond "
    "northern southern eastern western central north south east west northeast northwest southeast southwest "
    "downtown suburban rural nearby neighboring neighbouring upstate mid off along within leaving left reached "
    "visited visits visiting entered enters leaves reaches bound"
)
SAYING = _words(
    "said says told added noted wrote tweeted explained argued testified recalled insisted joked scored "
    "replied continued commented remarked resigned died pleaded laughed smiled"
)
COMPASS = _words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "north-east north-west south-east south-west northeastern northwestern southeastern southwestern upper lower "
    "greater mid inner outer"
)
# A feature noun beside a name, and the kind of place it asks for.
FEATURES = {
    "river": "river", "creek": "river", "rivers": "river",
    "lake": "lake", "reservoir": "lake", "loch": "lake",
    "sea": "sea", "ocean": "ocean", "gulf": "gulf", "bay": "bay", "strait": "strait", "straits": "strait",
    "canal": "canal", "mount": "mountain", "mountain": "mountain", "mountains": "range", "hills": "range",
    "island": "island", "islands": "island", "isle": "island", "peninsula": "peninsula", "desert": "desert",
    "cape": "cape", "airport": "airport", "airfield": "airport", "airbase": "base",
    "cosmodrome": "spaceport", "spaceport": "spaceport", "station": "station", "bridge": "bridge",
    "crossing": "crossing", "checkpoint": "crossing", "dam": "dam", "plant": "plant", "base": "base",
    "university": "university", "border": "border", "port": "port", "harbor": "port", "harbour": "port",
    "park": "park", "forest": "forest", "valley": "valley", "railway": "railway", "railroad": "railway",
    "region": "region", "oblast": "region", "krai": "region", "province": "region", "state": "region",
    "prefecture": "region", "governorate": "region", "voivodeship": "region", "republic": "region",
    "territory": "region", "okrug": "region", "canton": "region", "county": "county", "parish": "county",
    "district": "district", "raion": "county", "township": "city", "city": "city", "village": "city", "town": "city",
    "suburb": "district", "neighborhood": "district", "neighbourhood": "district", "borough": "district",
}  # fmt: skip
STREETS = _words(
    "street st avenue ave road rd boulevard blvd drive lane highway hwy route parkway court place square terrace way "
    "interstate freeway turnpike"
)
# Buildings and the like that some hamlet is called by, and a text by a capital alone.
THINGS = _words(
    "hospital museum campus cathedral library church chapel school college stadium arena theatre theater courthouse "
    "cemetery auditorium gymnasium highways streets roads avenues parks transit speedway casino planetarium zoo shire "
    "ebola pan marines cardinals passover hanukkah ramadan christmas easter internet"
)
# What is told apart by numbers.
NUMBERED = _words(
    "pack troop lot section gate unit ward division precinct line room suite apartment exit platform block phase stage "
    "level pier dock terminal class group pool team flight bus train track field ring heat race round lodge post local "
    "engine ladder station squad company battalion act article proposition measure amendment bill sector zone area "
    "chapter part page grade tier building hall camp channel lock mile well mine site store plant"
)
