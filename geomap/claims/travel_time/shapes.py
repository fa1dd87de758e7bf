"""The shapes of statements of travel time, as patterns over a sentence in signs."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.claims.patterns import COPULA, EDGE_OF_PEOPLE, GROUND, GROUND_OR_WORDS, JOURNEY, TRAVEL, WORD
from geomap.claims.wording import pattern

_TRIP = (
    r"(?:drive|ride|flight|trip|journey|walk|train|bus|sail|voyage|crossing|trek|hike|boat|cruise|ferry"
    r"|commute|haul)"
)
_EXTRA = (
    rf"(?:(?:'|'s|away|out|further|by|the|a|in|on|road|rail|train|car|bus|sea|air|boat|ferry|plane|highway|foot"
    rf"|horseback|caravan"
    rf"|camel|fast|slow|easy|short|long|direct|scenic|bumpy|rough|about|only|just|roughly|approximately"
    rf"|high-speed|{_TRIP}|time"
    r"|or|travel|driving|walking|flying|sailing|cycling|distant|speedboat|helicopter|jeep|coach|four-wheel-drive"
    r"|non-stop)[\s,]{1,2}){0,6}"
)
FROM = pattern(
    rf"[\s,)'s-]{{0,4}}(?:(?:(?!the\s){WORD}){{1,2}}(?={_TRIP}\b))?{_EXTRA}(?:(?:to|in)\sthe\s)?(?:due\s|straight\s)?(?P<d><D>)?[\s,]{{0,2}}(?:drive\s)?"
    rf"(?:from|of|outside(?:\sof)?|off)\s{GROUND_OR_WORDS}"
)
# "a 45-minute flight or a four-hour drive from X"
OR_TIME = pattern(rf"[\s-]{{1,2}}(?:[a-z-]+\s){{0,2}}?{_TRIP}\s(?:or|and)\s(?:an?\s|about\s){{0,2}}(?P<t><T>)")
# "From Vienna, the train needs T to Budapest."
LEG = pattern(
    rf"from\s(?P<a>{GROUND})(?:(?!\bto\s(?:the\s)?<P>)[^.;]){{0,70}}?(?P<t><T>)[\s)]{{1,2}}(?:[a-z]+\s){{0,3}}?to\s(?P<b>{GROUND})",
    "from ",
)
NEXT = pattern(
    rf"[\s,]{{1,3}}(?:and\s|or\s|&\s)?(?P<ground>{GROUND})(?=[\s,.;)]|$)(?!\s(?:[a-z]+\s){{0,2}}(?:<T>|<L>))"
)
NEAR_TRIP = pattern(
    rf"\b(?:{JOURNEY}|take[sn]?|took|taking|last(?:s|ed|ing)?|need(?:s|ed)?|spen[dt]\w*|separat\w+|reach\w*|arriv(?:ed|es)|got\sto|made\sit\sto|did\s(?:it|the)|link(?:s|ed)?|connect(?:s|ed)?|join(?:s|ed)?"
    rf"|within|by\s(?:road|rail"
    rf"|train|car|bus|sea|air|ferry|boat|plane)|{TRAVEL}|hours|duration)\b"
)
TAKES = pattern(
    r"(?:\b(?:takes?|took|taking|last(?:s|ed|ing)?|need(?:s|ed)?(?:\saround)?|requires?|in|within|under"
    r"|spen[dt]s?|for|of"
    r"|is|was|averages?)\s(?:[a-z]+\s){0,3}|,\s(?:a\s|an\s)?)\Z"
)
SEPARATES = pattern(
    rf"[\s'-]{{0,3}}(?:[a-z-]+\s){{0,3}}separat\w+\s(?P<a>{GROUND})\s(?:from|and)\s(?P<b>{GROUND})", "separat"
)
THE = pattern(r"\b(?:the|this|that)\s(?:[a-z-]+\s){0,2}\Z")
# "The journey from X takes T", "The trip to X by bus took T"
ONE_END = pattern(
    rf"\b{JOURNEY}s?\s(?:from\s(?P<a>{GROUND})|to\s(?P<b>{GROUND}))(?:\s(?:by|on|along|aboard|in)\s[a-z\s]{{1,24}}?)?"
    r"\s(?:(?:now|usually|normally|still|can|could|would|will)\s){0,2}(?:takes?|took|lasts?|lasted|needs?|needed|is|was)\s"
    r"(?:[a-z]+\s){0,3}\Z",
    "from ",
    "to ",
)
_THE_TWO = r"(?:them|both|the\s(?:two|pair)(?:\s(?:cities|towns|capitals|ports|places|islands|villages|stations))?)"
# "The flight took T", "a voyage of T": its ends were told before.
WHOLE_TRIP = pattern(
    r"\b(?:(?:the|this|that|his|her|their)\s(?:(?:whole|entire|direct|return|train|bus|boat|car|road|sea|air|ferry|non-stop)\s)?"
    r"(?:flight|drive|ride|crossing|voyage|journey|trip|trek|walk|hike|passage)\s"
    r"(?:(?:over|across|through|via|on|by|along)\s(?:the\s)?(?:[a-z-]+\s){1,2}?)?"
    r"(?:(?:now|usually|normally|only|would|will|had|has)\s){0,2}"
    r"(?:takes?|took|taken|take|lasts?|lasted|needs?|needed)(?!\s(?:off|place|in|over)\b)"
    rf"|(?:(?:travel(?:l?ing)?|journey|driving|flight|sailing|running|transit|trip)\stimes?"
    rf"|(?:fastest|shortest|quickest)\s(?:time|trip|journey|train|service))\s(?:between\s{_THE_TWO}\s|by\s[a-z]+\s){{0,2}}"
    r"(?:is|was|of|to|averages?|takes?|took|(?:is|was|(?:will|would|can|could)\sbe|has\s(?:now\s)?been|had\sbeen)\s(?:now\s)?"
    r"(?:cut|reduced|slashed|shortened|halved|down)(?:\sto|\sfrom)|(?:fell|dropped|drops?|falls?)\sto)"
    r"|(?P<of>an?)\s(?:[a-z-]+\s){0,2}(?:(?:flight|drive|ride|crossing|voyage|journey|trek|walk|hike|passage)\sof"
    r"|(?:flight|drive|ride|crossing|voyage|journey|trip|trek|walk|hike|passage)\s(?:that|which)\s(?:(?:usually|normally|now|can|could|would|will"
    r"|often|typically|should|has|had)\s){0,2}(?:takes?|took|taken|lasts?|lasted|needs?|needed)))\s(?:[a-z]+\s){0,3}\Z"
)
# "Buses need T", "The express between the two cities takes T", "A train links the two in T".
VEHICLES_NEED = pattern(
    r"\b(?:trains?|bus(?:es)?|coach(?:es)?|ferr(?:y|ies)|boats?|flights?|planes?|express(?:es)?|cars?|lorr(?:y|ies)|trucks?"
    r"|ships?|taxis?|services?|jets?|hydrofoils?|catamarans?|(?:mini)?vans?|minibus(?:es)?|shuttles?)\s"
    rf"(?:(?:between|linking|connecting|joining)\s{_THE_TWO}\s|(?:across|over|through|along)\s(?:the\s)?(?:[a-z]+\s){{1,2}})?"
    r"(?:costs?\s[^.;\ue000-\ue7ff]{1,30}\sand\s)?(?:(?:now|usually|normally|generally|typically|often|also|however|only|can|will|would)\s){0,3}"
    r"(?:(?:takes?|took|needs?|needed)(?!\s(?:off|place|in|over)\b)|(?:cover|mak|do|links?|connect|join)(?:e?s|ed?|ing)?\s"
    rf"(?:it|{_THE_TWO}|the\s(?:way|distance|route|trip|journey|crossing)(?:\sbetween\s{_THE_TWO})?)\sin)\s(?:[a-z]+\s){{0,3}}\Z"
)
ALONE = pattern(rf"(?:'s?)?[\s-]{{1,2}}(?:[a-z-]{{1,14}}\s){{0,2}}{_TRIP}\b")
# "in Z, an hour's drive south"
OWN_PLACE = pattern(r"<P>,\s(?:(?:an?|about|some|just|only|roughly)\s){0,2}\Z")
# "X, three hours away"; "X is five hours further north": from where the text was before.
AWAY = pattern(
    r"\s(?:(?:away|distant|off)\b(?!\s(?:from|of|in)\b)|to\sthe\s<D>(?!\s(?:from|of)\b)|(?:further|farther)\s(?:on\b|<D>|up\b|down\b|along\b)(?!\s(?:from|of)\b)|(?:further|farther)(?=[.,;)]|\Z))"
    r"(?:\sby\s(?:[a-z]+\s){0,2}[a-z]+)?"
)
# "X is N south of Y and T by road": the ends are those of the distance.
AND_TIME = pattern(r"[\s,](?:and|or)\s(?:in\s|about\s|some\s|around\s|roughly\s|another\s)?\Z")
BY_WAY = pattern(
    r"\s(?:away\s)?(?:by|on)\s(?:the\s)?(?:[a-z-]+\s)?(?:road|car|bus|coach|minibus|taxi|jeep|rail|train|boat|ferry|ferryboat|ship|plane|air"
    r"|hydrofoil|catamaran|speedboat|helicopter|bike|bicycle|foot)\b(?!\sfrom\b)"
)
# "the Montenegrin border is T further on"
EDGE_IS = pattern(rf"(?P<people>{EDGE_OF_PEOPLE})\s{COPULA}\s(?:[a-z]+\s){{0,2}}\Z")
# "The leaders did it in T", "By bus it is T", "it needs T.": the way whose length the sentence before told.
DID_IT = pattern(
    r"\b(?:did|made|covered|do|make|cover)\s(?:it|the\s(?:way|distance|trip|journey|stretch|crossing))\s(?:within|inside|in)\s(?:[a-z]+\s){0,3}\Z"
    r"|\bby\s(?:bus|coach|train|car|road|rail|boat|ferry|air|plane|taxi)\s(?:it\s(?:is|takes)|(?:the\s(?:trip|journey)|this)\stakes)\s"
    r"(?:[a-z]+\s){0,3}\Z"
)
IT_NEEDS = pattern(r"\b(?:it|she)\s(?:(?:will|would|now|usually)\s){0,2}(?:needs?|needed)\s(?:[a-z]+\s){0,3}\Z")
_TIME_FROM = pattern(r"<T>[^.;\ue000-\uf3ff]{0,40}?\bfrom\s(?:the\s)?<P>")
_NO_PLACE = pattern(r"[^.;\ue000-\uf3ff]{0,60}\Z")
STOPS = pattern(r"[\s)]{0,2}(?:[.;,]|\Z)")
# "A to B takes T and to C T": a further end of the way of the time before.
AND_TO = pattern(
    rf"[\s,;)]{{0,3}}(?:(?:and|while|but|or)\s)?(?:(?:the\s(?:one|trip|journey|ride|flight|drive)|that|those)\s)?to\s"
    rf"(?P<b>{GROUND})[\s,(]{{1,2}}(?:(?:takes?|is|needs?|in|within|about|around|some|just|only|another|almost|nearly"
    rf"|under|over|an?)\s){{0,4}}\Z"
)
# "two hours to the west", "an hour's drive further north": where from there the place lies.
SIDE = pattern(
    rf"(?:'s?)?\s(?:(?:{_TRIP}|by\s[a-z]+|away)\s)?(?:further\s|farther\s|to\sthe\s|due\s)?(?P<d><D>)(?!\s(?:of|from)\b)"
)
# "left X and reached Y in T", "was trucked to Y within T": where the way ends; from where, the text said before.
REACHED_IN = pattern(
    rf"\b(?:(?:and\s|then\s|who\s|which\s|that\s)?(?:reach(?:ed|es)?|g[eo]t\s(?:back\s)?to|ma[dk]e\sit\sto|arriv(?:ed|es)\s(?:in|at))"
    rf"|(?:{TRAVEL}|trucked|bussed|bused|airlifted|taken|sent|rushed)\s(?:back\s|on\s|overland\s)?to)"
    rf"\s(?:(?P<b>{GROUND})|(?P<told>(?:the|this|that)\s(?:[a-z]+\s)?(?:city|town|village|capital|port|station|border|island)))"
    r"\s(?:by\s[a-z]+\s)?(?:with)?in\s(?:[a-z]+\s){0,3}\Z"
)
# "takes T to reach X", "go another T south by train, to arrive in X": where the way ends.
TO_REACH = pattern(
    rf"(?:\s<D>)?(?:\s(?:by|on|in)\s(?:[a-z]+\s){{0,3}}?[a-z]+)?,?\sto\s(?:finally\s|at\slast\s|then\s)?(?:reach|get\sto|arrive\s(?:in|at)|make\sit\sto|(?:{TRAVEL})\s(?:on\s|back\s|over\s)?to)\s(?P<b>{GROUND})"
    rf"(?:(?:\s(?:by|on|in)\s(?:a\s)?[a-z]+)?\sfrom\s(?P<a>{GROUND}))?",
    " to ",
)
# "a T journey to X", "a T flight to the Polish capital"
TRIP_TO = pattern(
    rf"(?:'s?)?[\s-]{{1,2}}(?:[a-z-]{{1,14}}\s){{0,2}}{_TRIP}\s(?:(?:on|aboard)\s(?:[a-z]+\s){{1,3}})?to\s{GROUND_OR_WORDS}"
    r"(?!\sfrom\b)",
    " to ",
)
# "was driven for T to X": where the way ends.
CARRIED_FOR = pattern(
    rf"\b(?:{TRAVEL}|transported|escorted|whisked|bussed|trucked|flown)\b[^.;,]{{0,40}}\sfor\s(?:[a-z]+\s){{0,3}}\Z"
)
# "was driven for T to the old station": to where no name says.
TO_WORDS = pattern(r"\s(?:to|into)\s(?:(?:the|an?|his|her|their|its)\s)?[a-z]")
INTO = pattern(rf"\s(?:by\s[a-z]+\s)?(?:to|into)\s(?P<b>{GROUND})(?!\sfrom\b)", "to ")
# "is to go another T": an amount that leads to the end of a way.
GO_ON = pattern(
    r"\b(?:(?:to|must|will|would|then|and)\s(?:go|travel|ride|drive|sail|fly|continue)|went|goes|travelled|rode|drove|sailed|flew"
    r"|continued|continues)(?:\son)?(?:\sfor)?\s(?:(?:another|a\sfurther|about|some|for|the\sfinal)\s){0,3}\Z"
)
# "a journey taking T from X"
JOURNEY_TAKING = pattern(
    rf"\b{JOURNEY}\s(?:(?:that|which)\s(?:takes|took|lasts|lasted)|taking|lasting|of)\s(?:[a-z]+\s){{0,3}}\Z"
)
# "back on the train for another T trek": no way on foot.
TREK = pattern(r"[\s-]{1,2}(?:[a-z-]+\s){0,2}(?:trek|hike|march|slog|plod)\b")
ABOARD = pattern(r"\b(?:on|aboard|in|by)\s(?:the\s|a\s|his\s|her\s|their\s)?(?:[a-z]+\s){0,2}?[a-z]+\b[^.;]{0,50}\Z")
NOW = pattern(r"\b(?:now|today|these\sdays|currently)\s(?:[a-z]+\s){0,2}\Z")
BEFORE_AWAY = pattern(
    rf"(?:<P>,?|\b{COPULA}|\bnow)\s(?:(?:only|just|about|some|another|a|an|now|still|roughly|nearly|at\sleast|at)\s){{0,3}}\Z"
)
# "A four-day march from A brought them to B."
BROUGHT = pattern(
    r"[^.;]{0,24}\b(?:takes|took|brings|brought|gets|leads|led|carries|carried)\s"
    r"(?:you|visitors|one|travell?ers|them|him|her|us|people|(?:the|a)\s[a-z]+(?:\s[a-z]+)?)\sto\s(?P<p><P>)"
)
# "For more than a day it had carried them."
RODE = pattern(rf"\b{TRAVEL}\b")
RIDE = pattern(rf"\b{TRAVEL}\s[^.;,]{{0,60}}\bfor\s\Z")
TIME_BEFORE = pattern(
    r"\b(?:ago|before|after|past|last|next|previous|every|open|aged|sentenced|jail"
    r"|prison|(?:time|times|twice)\sin)\s?\Z"
)
TOOK = pattern(r"\b(?:takes?|took|taken|lasted|needed)\s(?:[a-z]+\s){0,3}\Z")
NOT_AFTER = pattern(
    r"\s?(?:'s?\s)?(?:ago|later|earlier|before|after|old|behind|ahead|time\sdifference|a\sday|a\sweek|per|each(?!\sway\b)"
    r"|in\s(?:prison|jail|hospital|custody|hiding|space"
    r"|(?:the\s)?(?:water|sea|dark|cold|rubble|lifeboat|raft|snow|open))|at\ssea|adrift"
    r"|(?:in|at)\s<P>|of\s(?:war|fighting|talks|shelling|rain|debate|work|sleep|training|detention|siege|conflict|violence"
    r"|mourning)|notice|siege"
    r"|strike|visit|shift|work|week\b|summit|meeting|stay|sentence|window|deadline|ceasefire|curfew|truce|tour\b"
    r"|game|from\s(?:time|now)"
    rf"|[^.;]{{1,30}}<T>\s(?:each|either)\sway\b|into\s(?:(?:the|an?|this|that|his|her|its|their|our|my)\s)?(?:(?:<L>|<T>|[a-z-]{{1,16}})\s){{0,3}}(?:{JOURNEY}|game|match)\b)"
)
# "will shorten the A-B journey, some N, from T to T"
CHANGES = pattern(
    r"\b(?:shorten|cut|reduc|slash|halv|trim|extend|lengthen|bring|brought|drop|fell|fall|shrink|shr[au]nk)[a-z]{0,4}\b"
    r"[^.;]{0,150}?\b(?:from|to)\s(?:[a-z]+\s){0,3}\Z"
)
SHUT = pattern(
    r"\b(?:clos(?:es?|ed|ing)|shut|block(?:s|ed|ing)|suspend(?:s|ed)|halt(?:s|ed)|clogg?ed|impassable|delay(?:s|ed)|cancel(?:led|ed)|cuts?|sever(?:s|ed)|disrupt(?:s|ed)|interrupt(?:s|ed)|paraly[sz]ed?)\b"
    r"[^.;]{0,160}?\bfor\s(?:[a-z]+\s){0,3}\Z"
)
HIGH_SPEED = pattern(r"high-speed|bullet|maglev|superfast|\btgv\b|shinkansen")
# "…, and crossed into <P> on foot"
_NEXT_CLAUSE = pattern(
    rf"[,;]\s(?:and|but|then|before|while)\s(?:[a-z]+\s){{0,2}}?{TRAVEL}\b|[,;]\s(?:while|whereas|compared\swith)\b|;\s(?:by|via|on)\s"
)
# "By air it is T from X to Y": the way of travelling that heads a clause.
FRONTED = pattern(
    r"(?:\A|[;:]\s|,\s(?:and|but)\s)(?P<by>by\s(?:the\s)?(?:air|plane|road|rail|train|car|bus|sea|boat|ferry|ship|bike|bicycle))\b"
    r"[,\s][^;]{0,60}\Z",
    "by ",
)


def starts_before(line: str, at: int) -> frozenset[int]:
    """Where the places stand from which another time is told: "it takes T from X while it is T from Y"."""
    return frozenset(match.end() - 1 for match in _TIME_FROM.finditer(line, 0, at))


def is_by_other_way(line: str, last_at: int, at: int) -> bool:
    """Whether a time is that of the way of the time before by other means: "takes T by bus and about T by car"."""
    joined = AND_TIME.search(line, max(last_at, at - 24), at)
    return (
        joined is not None
        and BY_WAY.match(line, at + 1) is not None
        and _NO_PLACE.match(line, last_at + 1, at) is not None
    )


def to_clause_end(line: str, start: int, stop: int) -> int:
    """`stop`, or where the next clause begins before it: its way of travelling is another's."""
    match = _NEXT_CLAUSE.search(line, start, stop)
    return match.start() if match is not None else min(stop, len(line))


# Vehicles that are slower or faster than others of their way of travelling: the way, and the words.
KINDS = {
    "missile": ("air", pattern(r"\b(?:missiles?|rockets?|spacecraft|satellites?|warheads?|space\sstation)\b")),
    "supersonic aircraft": ("air", pattern(r"\b(?:concorde|supersonic|fighter\s(?:jets?|planes?))\b")),
    "fast ferry": (
        "sea",
        pattern(r"\b(?:hydrofoils?|jetfoils?|catamarans?|hovercrafts?|fast\s(?:ferry|ferries|boats?))\b"),
    ),
    "bus or lorry": (
        "road",
        pattern(
            r"\b(?:bus(?:es)?|coach(?:es)?|minibus(?:es)?|lorry|lorries|trucks?|trucked|bussed|tractors?|convoys?)\b"
        ),
    ),
    "sea animal": (
        "sea",
        pattern(
            r"\b(?:whales?|humpbacks?|orcas?|dolphins?|porpoises?|seals?|sea\slions?|walrus(?:es)?|(?:sea\s)?turtles?|sharks?|tunas?"
            r"|salmon|eels|penguins?|manatees?)\b"
        ),
    ),
    "swimmer": ("sea", pattern(r"\b(?:sw[aiu]m(?:s|ming|mers?)?)\b")),
    "helicopter": ("air", pattern(r"\b(?:helicopters?|choppers?)\b")),
    "cargo ship": (
        "sea",
        pattern(r"\b(?:(?:container|cargo|merchant)\s(?:ships?|vessels?)|freighters?|bulk\scarriers?|tankers?)\b"),
    ),
    "rowing boat": ("sea", pattern(r"\b(?:row(?:ed|s|ing)|rowing\sboats?|dugout|canoes?|kayaks?|paddled)\b")),
    "sailing boat": ("sea", pattern(r"\b(?:yachts?|sailboats?|sailing\sboats?|schooners?|dhows?|junks?)\b")),
}


def is_ridden(line: str, at: int) -> bool:
    """Whether a time is of a way whose ends its words leave out: "travelled for T", not "driven for T to the house"."""
    fronted = line[:at] in {"for ", "in "} and RODE.search(line, at, at + 60)
    ridden = fronted or RIDE.search(line[max(0, at - 90) : at])
    return bool(ridden) and not TO_WORDS.match(line, at + 1)


def own_words(line: str, span: tuple[int, int], durations: Sequence[tuple[int, object]]) -> tuple[int, int]:
    """From where to where the words around a time tell of its own way of travelling: not beyond the next times."""
    before = [at + 1 for at, _ in durations if at < span[0]]
    behind = [at for at, _ in durations if at > span[1]]
    return max([0, span[0] - 50, *before]), min([len(line), span[1] + 40, *behind])


def travel_notes(line: str, near: str, mode: str | None) -> tuple[str, ...]:
    """What the words tell of the vehicle: that it is a fast train, or of a kind with a speed of its own."""
    fast = ("high-speed",) if HIGH_SPEED.search(line) else ()
    kinds = (kind for kind, (way, words) in KINDS.items() if way == mode and words.search(near))
    return (*fast, *list(kinds)[:1])
