"""Names that are mostly ordinary words, and names that are no use to a text."""

from __future__ import annotations

import re

from geomap.places.names import UNSPACED_RE

# English words of everyday prose that some village also bears; typed here by the classes that a grammar lists.
_FUNCTION_WORDS = """
nearest farthest furthest largest
a about above across after again against ago all almost alone along already also although always am among an and
another any anybody anyone anything anywhere are around as at away back be became because become been before behind
being below beneath beside besides between beyond both but by can cannot could did do does done down during each
either else enough even ever every everybody everyone everything everywhere few fewer first for former forth from
further had half has have he hence her here hers herself him himself his how however i if in indeed inside instead
into is it its itself just last later latter least less lest like likely many may maybe me meanwhile might mine more
moreover most much must my myself near nearly neither never nevertheless next no nobody none nor not nothing now
nowhere of off often on once one only onto or other others otherwise ought our ours ourselves out outside over own
per perhaps quite rather same second several shall she should since so some somebody someone something sometimes
somewhere soon still such than that the their theirs them themselves then there therefore these they third this
those though through throughout thus till to together too toward towards under unless until unto up upon us very was
we well were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why
will with within without would yes yet you your yours yourself
"""
_TIME_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december spring summer autumn fall winter today tomorrow yesterday tonight morning noon evening
night midnight day week month year hour minute easter christmas ramadan new old date time era age season
"""
_NEWS_WORDS = """
police army navy force guard court state states government council senate house congress parliament party union
minister president king queen prince duke bishop pope saint general major captain colonel doctor judge mayor
governor chief lady lord master miss mister hall church school college university hospital prison bank market store
shop hotel station airport port bridge road street avenue square park garden field farm forest wood woods hill hills
mountain valley lake river creek sea ocean bay beach coast island islands point cape north south east west northern
southern eastern western central center centre middle upper lower great little big small long short high low good
best better bad right left wrong true false real free open close closed clear fair fine nice pretty strong hard soft
warm hot cold cool dry wet white black red green blue brown grey gray gold golden silver pink orange purple yellow
man men woman women boy girl child children people friend friends family father mother brother sister son daughter
world earth sun moon star stars sky heaven hell paradise eden god hope faith love charity peace war battle victory
liberty freedom justice law order union unity welcome reform progress enterprise industry commerce business success
energy power water fire air wind rain snow ice storm cloud stone rock sand iron steel coal oil gas salt sugar coffee
tea bread butter milk meat fish bird eagle hawk fox wolf bear deer horse cow bull lion tiger dog cat book news press
post mail story report paper letter media radio television internet online times tribune herald english french
german spanish international national federal local public private royal imperial mission ministry security defense
defence health education science art music sport sports football league cup team game games club home city town
village country county province district region area place site zone line call called say said see seen look looking
read reading write writing think know go going gone come coming make made take taken give given find found keep kept
hold held stop start end begin began leave left stay stand turn run walk work working play show help need want use
used try tried ask asked answer tell told speak meet met wait move moved live lived die died kill killed win won
lose lost pay paid buy sell bought sold build built cut set put let lead led follow change changed plan planned deal
issue problem question reason result case fact idea point part side top bottom front way number percent million
billion hundred thousand two three four five six seven eight nine ten twelve twenty covid delta alpha omega beta
gamma sigma opportunity experiment surprise normal early main don lena average many young male female page box opera
romance rush flush zap why rat nut ordinary jewish tuxedo hazard cash bowling speed
"""
COMMON = frozenset(f"{_FUNCTION_WORDS} {_TIME_WORDS} {_NEWS_WORDS}".split())
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_DIGITS_RE = re.compile(r"[\d ]+\Z")
_LATIN_RE = re.compile(r"[a-z0-9 ]+\Z")


def is_dropped(key: str) -> bool:
    """Whether a name is no use to a text: empty, digits, or a single letter of a script that has longer words."""
    if not key or len(key) > 120 or _DIGITS_RE.match(key):
        return True
    return len(key) == 1 and not UNSPACED_RE.match(key)


def is_common(key: str) -> bool:
    """Whether a name is mostly an ordinary word: in the lists above, or two letters, or made of function words only."""
    if " " not in key:
        return key in COMMON or (len(key) <= 2 and _LATIN_RE.match(key) is not None)
    return all(word in _FUNCTION for word in key.split(" "))
