"""Title, day and outlet above a story, and where the story begins."""

from datetime import date

import pytest

from geomap.documents import days
from geomap.documents.header import find_header

BODY = "The bus from Quito to Cuenca left before dawn and reached the town after ten hours on the road."
LONG = "Storm Rita: thousands of people without power in the south of Ecuador and the Galapagos"


@pytest.mark.parametrize(
    ("text", "title", "day", "outlet"),
    [
        (f"Title: Bus late\nDate: 2021-03-04\nOutlet: El Diario\n\n{BODY}", "Bus late", date(2021, 3, 4), "El Diario"),
        (f"Headline: Bus late\nPublished: 4 March 2021\n\n{BODY}", "Bus late", date(2021, 3, 4), None),
        (f"Title: Bus late\nDate: unknown\nOutlet: unknown\n\n{BODY}", "Bus late", None, None),
        (f"---\ntitle: Bus late\ndate: 2021-03-04\nlayout: post\n---\n{BODY}", "Bus late", date(2021, 3, 4), None),
        (f"# Bus late\n\n{BODY}", "Bus late", None, None),
        (f"Bus late\n\n{BODY}", "Bus late", None, None),
        (f"Go to home page\n\n\u00a0 Bus late\n\n{BODY}", "Bus late", None, None),
        (f"Bus late\n\nby Ana Paz\n\n2021-03-04 15:05:44\n\n{BODY}", "Bus late", date(2021, 3, 4), None),
        (f'" "\n\nBus late\n\n0 220\n\n{BODY}', "Bus late", None, None),
        (f"Bus late\nPublished: Thursday, March 4, 2021, 10:15 a.m.\n\n{BODY}", "Bus late", date(2021, 3, 4), None),
        (f" date 2021-03-04 {BODY}", None, date(2021, 3, 4), None),
        (f"March 4, 2021 (EFE)—{BODY}", None, date(2021, 3, 4), None),
        (f"QUITO, 4 March 2021 (EFE) — {BODY}", None, date(2021, 3, 4), None),
        (f"QUITO, March 4 (EFE) — {BODY}", None, None, None),
        (f"On 4 March 2021 a bus left. {BODY}", None, None, None),
        (f"March 4, 2021 was the day when a bus left. {BODY}", None, None, None),
        (f"HEADQUARTERS, FORT HENRY, Tenn., February 6, 1862.\n\n{BODY}", None, date(1862, 2, 6), None),
        (f"Santa Ana, 4 de marzo de 2021\n\n{BODY}", None, date(2021, 3, 4), None),
        (f"The bus from Quito to Cuenca left before\ndawn and reached the town. {BODY}", None, None, None),
        (f"{LONG}\n{BODY} {BODY}", LONG, None, None),
        (f"{LONG}, then\nto the south, as the driver Rosa Vega said in the market\nthen. {BODY}", None, None, None),
        (f"{LONG} and\nLoja, when the driver Rosa Vega met the mayor in the market\nof it. {BODY}", None, None, None),
        (f"Drivers wanted. Apply now\n\n{BODY}", None, None, None),
        (BODY, None, None, None),
        (f"{BODY}\n\n{BODY}", None, None, None),
        ("", None, None, None),
        ("\n \n", None, None, None),
        ("Bus late", None, None, None),
    ],
)  # fmt: skip
def test_headers(text, title, day, outlet):
    header = find_header(text)
    assert (header.title, header.day, header.outlet) == (title, day, outlet)
    assert 0 <= header.body_start <= len(text)
    if BODY in text and title is not None:
        assert header.body_start == text.index(BODY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-04", date(2021, 3, 4)),
        ("2021-03-04T05:06:07+02:00", date(2021, 3, 4)),
        ("4.3.2021", date(2021, 3, 4)),
        ("Thu, 4 Mar 2021 10:00:00 GMT", date(2021, 3, 4)),
        ("4 de marzo de 2021", date(2021, 3, 4)),
        ("1er août 2021", date(2021, 8, 1)),
        ("2021年3月4日", date(2021, 3, 4)),
        ("March 4th, 2021", date(2021, 3, 4)),
        ("31 February 2021", None),
        ("03/04/2021", None),
        ("soon", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_days(text, day):
    assert days.read_day(text) == day


def test_a_megabyte_without_a_line_break_is_quick():
    import time

    began = time.process_time()
    for unit in ("a", "March ", "2021-", "Title: ", "A, ", "  "):
        find_header(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Heraklion, 25 July 2025 – Greek coast guards searched the sea.", "2025-07-25"),
        ("Port Sudan, 18 November 2025 (AFP) - A drone hit the market.", "2025-11-18"),
        ("Dandong, China, Feb 23, 2019: A train crossed the bridge.", "2019-02-23"),
        ("Port Louis, 10 October 2025. The ship with the delegates put in at noon.", "2025-10-10"),
        ("Born in Lyon, 3 May 1950. She came from a family of smiths.", None),
        ("Dandong, China, Feb 23, 2019: 14 trains crossed the bridge.", None),
        ("On Monday, 25 July 2025 – the day of the vote – it rained.", None),
        ("Heraklion, 25 July 2025 was a day like others.", None),
    ],
)
def test_a_dateline_need_not_shout(line, day):
    found = find_header(
        f"A headline of few words\n\n{line} The crew of the boat waited for a long time on the beach.\n"
    )
    assert str(found.day) == str(day)
