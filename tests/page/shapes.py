"""Reports of odd shapes: what each test of the page draws, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from geomap.records import Place, Report, Source
from tests.page.made import document, length, mention, part, place, straight, verdict
from tests.page.stories import one, sample

HOSTILE = (
    "{{7*191}}",
    "{% raw %}",
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "${window.pwned=1}",
    "`+(window.pwned=1)+`",
    "'\"><svg onload=window.pwned=1>",
    "--><!--",
    "\u202egnihton",
    "]]>\\u003cscript\\u003e",
    "a\u2028b\x00c",
)


def nothing() -> Report:
    return one("Nobody went anywhere that day, and nothing was far from anything.")


def no_text() -> Report:
    return Report(documents=(), mentions=(), verdicts=())


def single() -> Report:
    return one("The mayor of Alice Springs spoke.", place("Alice Springs", -23.7002, 133.8806))


def antimeridian() -> Report:
    suva, apia = place("Suva", -18.1416, 178.4419), place("Apia", -13.8333, -171.7667)
    taveuni = place("Taveuni", -16.85, -179.97)
    doc = document("The ship left Suva, passed Taveuni and reached Apia, 1,150 km away.", id="only")
    claim = verdict(
        doc,
        "Apia, 1,150 km away",
        ground=part(suva, doc),
        figure=part(apia, doc),
        stated=length(1150),
        lines=(straight(suva, apia),),
        measured={"straight_km": 1145.0},
        id="c1",
    )
    named = tuple(mention(doc, p.name, p) for p in (suva, taveuni, apia))
    return Report(documents=(doc,), mentions=named, verdicts=(claim,))


def pole() -> Report:
    south, mcmurdo = place("South Pole", -90.0, 0.0, kind="base"), place("McMurdo", -77.85, 166.67, kind="base")
    doc = document("The tractors went 1,600 km from McMurdo to the South Pole and saw Vostok.", id="only")
    claim = verdict(
        doc,
        "1,600 km from McMurdo to the South Pole",
        ground=part(mcmurdo, doc),
        figure=part(south, doc),
        stated=length(1600),
        lines=(straight(mcmurdo, south),),
        measured={"straight_km": 1353.0},
        id="c1",
    )
    named = tuple(mention(doc, p.name, p) for p in (mcmurdo, south, place("Vostok", -78.46, 106.84, kind="base")))
    return Report(documents=(doc,), mentions=named, verdicts=(claim,))


def world() -> Report:
    names = {
        "Quito": (-0.23, -78.52),
        "Nairobi": (-1.28, 36.82),
        "Honolulu": (21.3, -157.86),
        "Oslo": (59.91, 10.75),
        "Hobart": (-42.88, 147.33),
        "Tokyo": (35.69, 139.69),
        "Cape Town": (-33.93, 18.42),
    }
    places = [place(name, lat, lon) for name, (lat, lon) in names.items()]
    report = one("They flew by way of " + ", then to ".join(names) + ".", *places)
    (doc,) = report.documents
    legs = [
        verdict(
            doc,
            f"{a.name}, then to {b.name}",
            ground=part(a, doc),
            figure=part(b, doc),
            lines=(straight(a, b),),
            id=f"c{n}",
        )
        for n, (a, b) in enumerate(pairwise(places), start=1)
    ]
    return replace(report, verdicts=tuple(legs))


def many(count: int = 300) -> Report:
    places = [place(f"Village {n:03}", 44 + (n * 37 % 100) / 25, 3 + (n * 61 % 140) / 20) for n in range(count)]
    doc = document("They went to " + ", then to ".join(p.name for p in places) + ".", id="only")
    claims = tuple(
        verdict(
            doc,
            f"{a.name}, then to {b.name}",
            ("consistent", "doubtful", "inconsistent", "unverifiable")[n % 4],
            ground=part(a, doc),
            figure=part(b, doc),
            lines=(straight(a, b),),
            id=f"c{n + 1}",
        )
        for n, (a, b) in enumerate(zip(places[::6], places[1::6], strict=False))
    )
    return Report(documents=(doc,), mentions=tuple(mention(doc, p.name, p) for p in places), verdicts=claims)


def arabic() -> Report:
    cairo, suez = place("القاهرة", 30.0444, 31.2357), place("السويس", 29.9668, 32.5498)
    doc = document(
        "غادر القطار القاهرة صباحا ووصل إلى السويس التي تبعد 120 كم إلى الشرق.", id="only", title="قطار الصباح"
    )
    claim = verdict(
        doc,
        "السويس التي تبعد 120 كم إلى الشرق",
        ground=part(cairo, doc),
        figure=part(suez, doc),
        stated=length(120),
        direction="E",
        lines=(straight(cairo, suez),),
        id="c1",
        measured={"straight_km": 127.0, "bearing_deg": 94.0},
    )
    return Report(documents=(doc,), mentions=tuple(mention(doc, p.name, p) for p in (cairo, suez)), verdicts=(claim,))


def forty() -> Report:
    """The sample forty times under other names, some 5 KB of text each."""
    parts = [sample() for _ in range(20)]
    documents, mentions, verdicts = [], [], []
    for n, report in enumerate(parts):
        for doc in report.documents:
            filler = "\n\n" + "A sentence without a place or a figure stood here as well. " * 60
            documents.append(replace(doc, id=f"{doc.id}{n}", title=f"{doc.title} {n}", text=doc.text + filler))
        mentions += [
            replace(m, mention=replace(m.mention, document=f"{m.mention.document}{n}")) for m in report.mentions
        ]
        verdicts += [
            replace(v, claim=replace(v.claim, document=f"{v.claim.document}{n}", id=f"{v.claim.id}n{n}"))
            for v in report.verdicts
        ]
    return replace(
        sample(), documents=tuple(documents), mentions=tuple(mentions), verdicts=tuple(verdicts), comparisons=()
    )


def hostile() -> Report:
    """Every field that can carry text carries something that would like to run."""
    bad = " ".join(HOSTILE)
    evil: Place = place(
        bad, 10.0, 10.0, id='"><script>', admin1=bad, country=bad, kind=bad, source=Source(name=bad, url="javascript:1")
    )
    other = place("Plain", 11.0, 12.0)
    doc = document(
        f"Plain text says {bad} and 5 km to Plain.",
        id='d"><script>',
        source=bad,
        title=bad,
        outlet=bad,
        url="javascript:alert(1)",
        date=date(2024, 1, 1),
        notes=(bad,),
    )
    claim = verdict(
        doc,
        f"{bad} and 5 km to Plain",
        "inconsistent",
        ground=part(evil, doc),
        figure=part(other, doc),
        stated=replace(length(5), unit=bad),
        why=bad,
        rule=bad,
        speaker=bad,
        notes=(bad,),
        id="c1",
        measured={bad: 1.0},
        sources=(Source(name=bad, version=bad, licence=bad, url='https://a.example/"onclick='),),
    )
    found = (mention(doc, bad, evil, why=bad, candidate_count=3, score=0.2), mention(doc, "Plain", other, nth=1))
    return Report(
        documents=(doc,),
        mentions=found,
        verdicts=(claim,),
        sources=(Source(name=bad, attribution=bad), Source(name="On the map", licence="ODbL-1.0", attribution=bad)),
        version=bad,
    )


SHAPES: dict[str, Callable[[], Report]] = {
    "sample": sample,
    "nothing": nothing,
    "no_text": no_text,
    "single": single,
    "antimeridian": antimeridian,
    "pole": pole,
    "world": world,
    "many": many,
    "arabic": arabic,
    "forty": forty,
    "hostile": hostile,
}
