"""Names with the ending of a case: "w Krakowie", "z Warszawy", "в Самаре", "Helsingissä", "Ankara'dan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from geomap.mentions.draft import Draft
from geomap.mentions.known import NameTagger
from geomap.records import NameSpan

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёіїєґα-ω]"
_LATIN_NAME = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]{2,20}(?:-[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž]{2,20})?\b")
_GREEK_NAME = re.compile(r"\b[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰ]{2,20}\b")
_CYRILLIC_NAME = re.compile(
    r"\b[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,20}(?:-(?:на-)?[А-ЯЁІЇЄҐ][а-яёіїєґ]{2,20})?(?: (?<=[йюя] )[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,20})?\b"
)
# Turkish parts the case from a name by an apostrophe: "Ankara'dan".
_TURKISH = re.compile(r"\b([A-ZÇĞİÖŞÜ][\wçğıöşü]{2,24})['’][a-zçğıöşü]{1,6}\b")
# Arabic and Hebrew write "and", "in", "to" and "from" together with a name: "والبصرة", "בירושלים".
_PREFIXED = re.compile(
    r"(?<![\w])(?:[وفبلك](?=[\u0620-\u064a])|[ובלמהכש](?=[\u05d0-\u05ea]))(\w{3,20})(?!\w)(?=(?: (\w{2,20}))?)"
)
# A word that only opens a sentence has a capital for that; a preposition may open one too ("W Krakowie", "Nad Wisłą").
_OPENS = re.compile(r"(?:^|[.!?:;„“\"«»(—–\n-])\s*$")
# A capitalised word right before is a given name ("Alexeja Orlowa"), unless a preposition that opens a sentence.
_GIVEN = re.compile(
    r"\b(?!(?:Под|Над|Между|Около|Возле|Через|Вокруг|После|Перед|Против|Кроме|Для|При|Від|Під|Між|Біля|Через|Після|"
    r"Pod|Nad|Koło|Przez|Między|Wokół|Przed|Obok|Około|Dla|Przy|Mezi|Kolem|Před|Při|Podle|Iznad|Ispod|Između|Oko|Kod|Kroz|"
    rf"Στην|Στη|Στον|Στο|Από|Προς|Της|Του|Στα)\s){_CAPITAL}\w{{2,30}} $"
)
_SAMPLE_CHARS = 1500
# Endings of the oblique cases by language, and those of the nominatives that they come from ("-" is none). The small
# words tell the language; grammar as any primer of it has it.
_LANGUAGES: dict[str, tuple[str, str]] = {
    "Polish": (
        "w i na z się do że nie jest przez od po dla oraz który która było zostało jak są ze we",
        "owie:ów owo owa owa:ów owem:ów owo owu:ów ie:- a o niu:ń nia:ń niem:ń dzi:dź ci:ć dze:ga ce:ka rze:r ra "
        "le:ł ła l cie:t ta dzie:d da ku:k iu:- u:- o e a:- o e y:a - i:a - ia ą:a ę:a em:- o iem:- ego:e y em:e ej:a "
        "ach:e y a ech:y ów:y ji:ja ii:ia ią:ia ę:a c:ce",
    ),
    "Czech": (
        "v a na se že je do z po pro při který která byl byla podle ve ze sa sú pre však jako bol bola",
        "ě:a o - e:a - y:a - u:- a o ou:a em:- o ém:é ého:é ze:ha ga ce:ka ích:e iach:e ách:y i:- e "
        "ove:ov ov:ovy a:- o",
    ),
    "South Slavic": (
        "u i na je se da za od su koji koja iz sa što nije po kao bio bila v in za pa ki so",
        "u:- o a e a:- o e:a i:a - om:- o em:- ju:- ci:ka cu:ac ima:i ih:e",
    ),
    "Finnish": (
        "ja on ei että oli se kun mutta hän ovat ole myös sen mukaan sekä joka",
        "issä:i e ngissä:nki issa:i e ngistä:nki ngin:nki ngissa:nki ssa:- ssä:- sta:- stä:- lla:- llä:- ellä:i e "
        "ella:e i lta:- ltä:- lle:- n:- iin:i en:i",
    ),
    "Hungarian": (
        "a az és hogy nem egy volt is meg szerint után már csak ezt pedig de",
        "ban:- ben:- ba:- be:- ból:- ből:- on:- en:- ön:- n:- ra:- re:- ról:- ről:- tól:- től:- hoz:- hez:- höz:- "
        "nál:- nél:- nak:- nek:- ig:- ában:a ából:a ába:a án:a ára:a áról:a ától:a ének:e ében:e éből:e ébe:e "
        "én:e ére:e",
    ),
    "Lithuanian": (
        "ir kad iš su į yra buvo bei tai kuris apie prie nuo dėl",
        "iuje:ius iaus:ius ių:iai uje:us e:as o:as oje:a os:a ą:as a ėje:ė ės:ė iuose:iai",
    ),
    "Latvian": ("un ir no ar uz kas par arī bija tika pie lai", "ā:a as:a u:a s us ī:is e ē:e es:e i:is"),
    "Germanic": (
        "der die das und och att det som en på är av för til og den ikke het een van der den ist mit von im",
        "s:-",
    ),
}  # fmt: skip
_GREEK = "ας:α ης:η ου:ος ο ο:ος α:ας η:ης ων:ες α ους:οι"
_CYRILLIC = (
    "ского:ский ском:ский ской:ская скую:ская ией:ия ого:ое ому:ое ой:а ою:а ей:я ь ом:- о ем:ь й ём:ь й ам:ы ах:ы "
    "ии:ия ию:ия а:- я:ь й у:а - ю:я ь й ы:а и:я ь а е:- а о і:- ь а я о"
)
_ADJECTIVES = {"ой": "ая", "ую": "ая", "ей": "яя", "ом": "ый", "ого": "ый", "ем": "ий", "его": "ий"}
# A region's adjective with its noun in small letters: "Воронежской области", "Приморского края".
_REGION = re.compile(
    r"\b([А-ЯЁ][а-яё]{3,24}(?:ск|цк))(?:(?:ой|ую|ая) област[иью]ю?|(?:ого|ому|ом|ий|им) кра[йяюе]м?)\b"
)
# In Ukrainian and Polish the last vowel of a stem changes where its syllable closes: "Києва" is of "Київ".
_CLOSED = re.compile(r"([оеєo])((?:d?[zź]|[^\Waeiouyąęóаеиоуюяєіїь\d_])ь?)$")
_CLOSED_VOWELS = {"о": "і", "е": "і", "є": "ї", "o": "ó"}
_LEAST_STEM = 2
_LEAST_WORDS = 2


def _endings(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pairs of an ending and the nominatives' endings, the longest first."""
    made: dict[str, tuple[str, ...]] = {}
    for word in text.split():
        ending, colon, plain = word.partition(":")
        if colon:
            last = ending
            made[last] = (*made.get(last, ()), plain.strip("-"))
        else:
            made[last] = (*made[last], word.strip("-"))
    return tuple(sorted(made.items(), key=lambda item: -len(item[0])))


_TABLES = {name: (frozenset(words.split()), _endings(table)) for name, (words, table) in _LANGUAGES.items()}
_CYRILLIC_ENDINGS, _GREEK_ENDINGS = _endings(_CYRILLIC), _endings(_GREEK)


def _behind_prefix(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Where a name behind a prefix may begin and end, and the name: two words, one, or one with its article."""
    start, word = match.start(1), match[1]
    if match[2]:
        yield start, match.end(2), f"{word} {match[2]}"
    yield start, match.end(1), word
    if word[0] == "ل":
        yield start + 1, match.end(1), f"ال{word[1:]}"


def small_words(text: str) -> tuple[str, int]:
    """The language that most of the small words at the beginning of a text are of, and how many there are."""
    words = text[:_SAMPLE_CHARS].lower().split()
    counts = {name: sum(word in small for word in words) for name, (small, _) in _TABLES.items()}
    best = max(counts, key=lambda name: counts[name])
    return best, counts[best]


class Inflected:
    """Finds names that stand in another case than the gazetteer has them in."""

    def __init__(self, names: NameTagger) -> None:
        self._names = names
        self._found: dict[tuple[str, str], str | None] = {}

    def find(self, text: str) -> Iterator[Draft]:
        """Names whose nominative is a large place; known spellings are left to the look-up."""
        for match in _TURKISH.finditer(text):
            if self._names.is_large(match[1]):
                yield Draft(match.start(), match.end(1), match[1], 0.65, why="a known name with a case")
        for match in _REGION.finditer(text):
            name = match[1] + ("ая область" if " об" in match.group() else "ий край")
            if self._names.is_large(name):
                why = f"a case of {name}"
                yield Draft(match.start(), match.end(), match.group(), 0.7, name=name, kind_hint="region", why=why)
        yield from self._joined(text)
        yield from self._bent(text, _CYRILLIC_NAME, "Cyrillic")
        yield from self._bent(text, _GREEK_NAME, "Greek")
        language, count = small_words(text)
        if count >= _LEAST_WORDS:
            yield from self._bent(text, _LATIN_NAME, language)

    def _joined(self, text: str) -> Iterator[Draft]:
        for match in _PREFIXED.finditer(text):
            for at, end, name in _behind_prefix(match):
                if self._names.is_large(name) and not self._tag(text[match.start() : end]):
                    yield Draft(at, end, text[at:end], 0.6, name=name, why="behind a small word")
                    break

    def _bent(self, text: str, pattern: re.Pattern[str], language: str) -> Iterator[Draft]:
        for match in pattern.finditer(text):
            whole, start = match.group(), match.start()
            left = text[max(0, start - 34) : start]
            latin = language not in ("Cyrillic", "Greek")
            given = _GIVEN.search(left)
            # "Prezydent Warszawy", "Jan Kowalski": a title or a given name that opens a sentence.
            titled = given is not None and latin and _OPENS.search(left[: given.start()]) is not None
            if (given and not titled) or (latin and _OPENS.search(left)):
                continue
            parts = [(w.group(), w.start()) for w in re.finditer(r"\S+", whole)] if " " in whole else []
            for word, offset in ((whole, 0), *parts):
                name = self._nominative(word, language)
                if name and (not titled or self._tag(name)[:1] in tuple("CZ34")):
                    at = start + offset
                    yield Draft(at, at + len(word), word, 0.65, name=name, why=f"a case of {name}")
                    break

    def _tag(self, name: str) -> str:
        return self._names.tag(NameSpan(0, len(name), name))

    def _nominative(self, word: str, language: str) -> str | None:
        key = (word, language)
        if key not in self._found:
            made = () if self._tag(word) else nominatives(word, language)
            self._found[key] = next((name for name in made if self._names.is_large(name)), None)
        return self._found[key]


@lru_cache(maxsize=20_000)
def nominatives(word: str, language: str) -> tuple[str, ...]:
    """What the nominative of a name may be: "Северной Кореи" of "Северная Корея", "Krakowie" of "Kraków"."""
    head, gap, tail = word.partition(" ")
    if gap:
        found = []
        for end, plain in _ADJECTIVES.items():
            if head.endswith(end):
                found += [f"{head[: -len(end)]}{plain} {noun}" for noun in (tail, *nominatives(tail, language))]
        return tuple(found)
    if language == "Cyrillic":
        head, hyphen, tail = word.partition("-")
        return tuple(f"{name}{hyphen}{tail}" for name in _bent_back(head, _CYRILLIC_ENDINGS))
    table = _GREEK_ENDINGS if language == "Greek" else _TABLES[language][1]
    return tuple(_bent_back(word, table))


def _bent_back(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    for ending, plains in endings:
        stem = word[: len(word) - len(ending)]
        if not word.endswith(ending) or len(stem) < _LEAST_STEM:
            continue
        for plain in plains:
            yield stem + plain
            closed = _CLOSED.sub(lambda last: _CLOSED_VOWELS[last[1]] + last[2], stem + plain)
            if closed != stem + plain:
                yield closed
