"""The scanner against a plain one that tries every stretch of every text."""

import re
import time

import marisa_trie
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.places.names import MAX_WORDS, UNSPACED_RE, WORD_RE, normalise_word
from geomap.places.scan import Scanner

NAMES = [
    "new", "new york", "new york city", "york", "rio", "rio de janeiro", "de", "saint", "saint denis", "paris", "us",
    "dc", "washington dc", "cote divoire", "ukraine", "russia", "xian", "lodz", "sao paulo", "평양", "서울 역",
    "москва", "нижнии новгород", "новгород", "القاهرة", "दिल्ली", "नई दिल्ली", "東京", "東京都", "京都", "北京市",
    "กรุงเทพ", "เทพ", "モスクワ", "ニュヨク", "straße", "strasse", "i",
]  # fmt: skip
PIECES = [
    "New", "new", "York", "CITY", "Rio", "de", "Janeiro", "St.", "Saint", "Denis", "Paris", "paris", "U.S.", "U.S",
    "US", "D.C.", "Washington", "Côte", "d'Ivoire", "d’Ivoire", "l'Ukraine", "Russia's", "Xi'an", "Łódź", "São",
    "Paulo", "평양에서", "평양", "서울", "역", "Москва", "Нижний", "Новгород", "القاهرة", "दिल्ली", "नई", "東京都",
    "東京", "京都", "北京市", "กรุงเทพ", "モスクワ", "ニューヨーク", "Straße", "STRASSE", "xParis", "Parisx", "I",
    "İ", "ı", "ﬁ", "Ｔｏｋｙｏ", "e\u0301",
]  # fmt: skip
GAPS = [" ", "  ", "\n", " \n ", "-", "–", ", ", ". ", ".", "'", "’", "…", "", "\u00a0", "/", "(", "\u200b", "·"]
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=12).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


class OneTrie:
    """Names in one trie, with what scans need of their beginnings."""

    def __init__(self, names):
        beginnings = {name[: at + 1] for name in names for at, char in enumerate(name) if char == " "}
        self.trie = marisa_trie.Trie([*names, *beginnings])

    def of(self, word):
        return self.trie

    def all(self):
        return [self.trie]


class ManyTries(OneTrie):
    """The same names spread over several tries by their first words."""

    def __init__(self, names):
        self.parts = [OneTrie([name for name in names if self.part(name.split(" ")[0]) == n]) for n in range(3)]

    def part(self, word):
        return sum(map(ord, word)) % 3

    def of(self, word):
        return self.parts[self.part(word)].trie

    def all(self):
        return [part.trie for part in self.parts]


GAP = re.compile(r"[ \t\u00a0\u2009\u202f]{1,3}(\n[ \t]{0,3})?|\n[ \t]{0,3}|[-‐‑‒–־·・]")
AFTER_SHORT = re.compile(r"\.([ \t\u00a0]{1,2}\n?|\n|-)?")


def plainly(text, *, any_start):
    """At each word of the text the longest stretch of whole words that is a name."""
    found, done = [], 0
    for start, end in starts(text, any_start=any_start):
        if UNSPACED_RE.search(text[start:end]):
            done = inside(text, max(start, done), end, found, done)
            continue
        if start < done:
            continue
        for begin in [start, *(m.end() + start for m in re.finditer("['’]", text[start:end]))]:
            if not any_start and (text[begin:end][:1].islower() or (begin == start and in_word(text, begin))):
                continue
            if begin < end and (stop := longest(text, begin, end)):
                found.append((begin, stop))
                done = stop
                break
    return found


def starts(text, *, any_start):
    """The words of a text; or those from a character on that is no small letter and no digit."""
    at = 0
    while at < len(text):
        match = WORD_RE.match(text, at)
        if match and (any_start or re.match(r"[A-ZÀ-ÖØ-Þ\u0100-\U0010ffff]", text[at])):
            yield match.span()
            at = match.end()
        else:
            at += 1


def in_word(text, at):
    return at > 0 and WORD_RE.match(text[at - 1]) is not None


def longest(text, begin, end):
    best, key = 0, ""
    for _ in range(MAX_WORDS):
        word = text[begin:end]
        for stop in endings(word):
            if key + normalise_word(word[:stop]) in NAMES and normalise_word(word[:stop]):
                best = begin + stop
                break
        key += normalise_word(word) + " "
        gap = GAP.match(text, end) or (AFTER_SHORT.match(text, end) if end - begin <= 4 else None)
        follower = WORD_RE.match(text, gap.end()) if gap else None
        if follower is None:
            break
        begin, end = follower.span()
    return best


def endings(word):
    """The whole word; up to its last apostrophe, if five letters or fewer follow; up to a Korean particle."""
    yield len(word)
    yield from [n for n in range(len(word) - 1, max(0, len(word) - 6), -1) if word[n] in "'’"][:1]
    if re.match("[\uac00-\ud7af]", word):
        yield from range(min(len(word) - 1, 12), 1, -1)


def inside(text, start, end, found, done):
    while start < end:
        for stop in range(min(end, start + 24), start + 1, -1):
            if normalise_word(text[start:stop]) in NAMES:
                found.append((start, stop))
                start = done = stop
                break
        else:
            start += 1
    return done


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left el-Fasher on foot.", ["el-Fasher"]),
        ("From as-Suwayda to Rio de Janeiro", ["as-Suwayda", "Rio de Janeiro"]),
        ("(al-Bab)", ["al-Bab"]),
        ("El-Fasher fell.", ["El-Fasher"]),
        # An article alone, a longer word, an unknown name, one in small letters.
        ("The al- prefix and model-Fasher", []),
        ("They left al-Fasher and el-fasher.", []),
    ],
)
def test_the_arabic_article_in_small_letters_begins_a_name(text, found):
    scanner = Scanner([OneTrie(["el fasher", "as suwayda", "al bab", "rio de janeiro"])])
    assert [span.text for span in scanner.find(text, any_start=False)] == found


@pytest.mark.parametrize("lexicon", [OneTrie(NAMES), ManyTries(NAMES)], ids=["one trie", "three tries"])
@pytest.mark.parametrize("any_start", [False, True])
@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_no_name_is_lost_and_none_is_made_up(lexicon, any_start, text):
    found = [(span.start, span.end) for span in Scanner([lexicon]).find(text, any_start=any_start)]
    assert found == plainly(text, any_start=any_start)
    assert all(
        text[a:b] == span.text
        for (a, b), span in zip(found, Scanner([lexicon]).find(text, any_start=any_start), strict=True)
    )


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_can_be_scanned(text):
    scanner = Scanner([OneTrie(NAMES)])
    for any_start in (False, True):
        ends = [0, *(span.end for span in scanner.find(text, any_start=any_start))]
        assert ends == sorted(ends)


def test_two_lexicons_add_up():
    scanner = Scanner([OneTrie(["york", "new york"]), OneTrie(["new york city", "rio"])])
    text = "From New York City to Rio and New York"
    assert [s.text for s in scanner.find(text, any_start=False)] == ["New York City", "Rio", "New York"]


@pytest.mark.parametrize(
    "unit",
    [
        "New ",
        "New York ",
        "東京都",
        "東ー",
        "U.S.",
        "d'",
        "St.-",
        "a" * 99 + " ",
        "평양",
        "ー",
        "é",
        "\u0301",
        "’",
        "N.",
        "New-",
    ],
)
def test_the_time_grows_with_the_text_alone(unit):
    def took(count):
        text = unit * count
        start = time.process_time()
        sum(1 for _ in Scanner([OneTrie(NAMES)]).find(text, any_start=True))
        return time.process_time() - start

    short, long = (min(took(count) for _ in range(3)) for count in (4_000, 32_000))
    assert long < 8 * 4 * short + 0.05
