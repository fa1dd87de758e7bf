"""Times in sentences: what is found, and on which day it falls."""

import time
from datetime import date, datetime

import pytest

from geomap.calendar_dates import Facing, facing, find_anchor, find_times, in_some_week
from geomap.records import Document

WRITTEN = date(2021, 6, 10)  # a Thursday


def read(text: str, written: date | None = WRITTEN):
    return list(find_times(Document(id="d", text=text, date=written)))


DAYS = [
    ("The ferry left Split on Monday.", "Monday", "2021-06-07"),
    ("The ferry left Split on Thursday.", "Thursday", "2021-06-10"),
    ("The ferry left Split last Thursday.", "last Thursday", "2021-06-03"),
    ("The fair in Turin runs until Saturday.", "Saturday", "2021-06-12"),
    ("The fair in Turin was held until Saturday.", "Saturday", "2021-06-05"),
    ("The ministers will meet on Monday in Bern.", "Monday", "2021-06-14"),
    ("The talks are scheduled to be held Monday in Bern.", "Monday", "2021-06-14"),
    ("The envoy, who will host the talks, landed on Monday.", "Monday", "2021-06-07"),
    ("She said the march would begin on Friday.", "Friday", "2021-06-11"),
    ("He is due in Oslo next Thursday.", "next Thursday", "2021-06-17"),
    ("They set off on 3 May.", "3 May", "2021-05-03"),
    ("They set off on Dec. 28.", "Dec. 28", "2020-12-28"),
    ("They will set off on Dec. 28.", "Dec. 28", "2021-12-28"),
    ("They set off on the 21st of August 1999.", "the 21st of August 1999", "1999-08-21"),
    ("The log of 2020-02-29 is lost.", "2020-02-29", "2020-02-29"),
    ("On Friday, June 4, the bridge was shut.", "Friday, June 4", "2021-06-04"),
    ("The road was shut yesterday.", "yesterday", "2021-06-09"),
    ("On Saturday they ride on to Bern.", "Saturday", "2021-06-12"),
    ("The ship leaves again for Bern on Tuesday.", "Tuesday", "2021-06-15"),
    ("The train goes on a diesel line; it came on Tuesday.", "Tuesday", "2021-06-08"),
    ("On Saturday they rode on to Bern.", "Saturday", "2021-06-05"),
    ("The quake struck three days ago.", "three days ago", "2021-06-07"),
]


@pytest.mark.parametrize(("text", "found", "day"), DAYS, ids=[t for t, _, _ in DAYS])
def test_days(text, found, day):
    [span] = read(text)
    assert span.text == found
    assert text[span.start : span.end] == found
    assert (span.grain, span.earliest) == ("day", datetime.fromisoformat(day))


PARTS = [
    ("He came in the early hours of Tuesday.", "early hours of Tuesday", "2021-06-08T00", "2021-06-08T07"),
    ("He came on Tuesday morning.", "Tuesday morning", "2021-06-08T03", "2021-06-08T12"),
    ("He came late on Sunday night.", "late on Sunday night", "2021-06-06T18", "2021-06-07T06"),
    ("He came at 5 p.m. Saturday.", "5 p.m. Saturday", "2021-06-05T17", "2021-06-05T17:15"),
    ("He came on Sunday at 7:05.", "Sunday at 7:05", "2021-06-06T07:05", "2021-06-06T07:20"),
    ("It struck at 0430 GMT on Tuesday.", "0430 GMT on Tuesday", "2021-06-08T04:30", "2021-06-08T04:45"),
    ("By the end of August he was in Bern.", "August", "2020-08-01", "2020-09-01"),
    ("He comes this morning.", "this morning", "2021-06-10T03", "2021-06-10T12"),
    ("It happened in April 2019.", "April 2019", "2019-04-01", "2019-05-01"),
    ("It happened in August.", "August", "2020-08-01", "2020-09-01"),
    ("It happened in 2011.", "2011", "2011-01-01", "2012-01-01"),
    ("It was built in the 1930s.", "1930s", "1930-01-01", "1940-01-01"),
    ("The games of 5-8 June were cut short.", "5-8 June", "2021-06-05", "2021-06-09"),
]


@pytest.mark.parametrize(("text", "found", "first", "last"), PARTS, ids=[t for t, *_ in PARTS])
def test_windows(text, found, first, last):
    [span] = read(text)
    assert span.text == found
    assert (span.earliest, span.latest) == (datetime.fromisoformat(first), datetime.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "She may march again.",
        "The Sunday Times wrote so, and Russia Today agreed.",
        "The Bloody Sunday inquiry cost 1950 km of paper and 2,022 pens.",
        "Good Friday and Black Friday are no days of this story.",
        "Flight 2011 was full.",
        "They won 3-0 after 12 minutes.",
    ],
)
def test_look_alikes_are_left_alone(text):
    assert read(text) == []


def test_a_counted_time_goes_on_from_the_time_before_it():
    spans = read("They left Bari on 3 May, reached Corfu two days later and Patras the next morning.")
    assert [s.earliest for s in spans] == [
        datetime(2021, 5, 3),
        datetime(2021, 5, 5),
        datetime(2021, 5, 6, 3),
    ]


def test_a_clock_time_alone_is_on_the_day_before_it():
    spans = read("The plane took off at 8.38 am on Monday and was lost at 8.44 am.")
    assert [s.earliest for s in spans] == [datetime(2021, 6, 7, 8, 38), datetime(2021, 6, 7, 8, 44)]


def test_without_a_day_of_writing_the_weekday_is_kept():
    [span] = read("He came on Tuesday.", written=None)
    assert (span.weekday, span.earliest, span.latest) == (1, None, None)


def test_a_day_that_no_calendar_has_stays_unresolved():
    [span] = read("She was born on February 30, 1950.")
    assert (span.text, span.earliest) == ("February 30, 1950", None)


ANCHORS = [
    ("June 5, 2020, 2019 (AGENCY)—A bridge fell.", "2020-06-05"),
    (" date 2020-06-05 A bridge fell.", "2020-06-05"),
    ("A bridge fell\n\nby the desk\n\n2020-06-05 15:05:44\n\nIt fell at noon.", "2020-06-05"),
    ("A bridge fell\nPublished: 5 June 2020\nIt fell at noon.", "2020-06-05"),
    ("A bridge fell.\n— Some Desk (@desk) June 5, 2020\nIt fell at noon.", "2020-06-05"),
    ("The mayor, born on 3 May 1950, saw the bridge fall.", None),
    ("A bridge fell on Friday.", None),
]


@pytest.mark.parametrize(("text", "day"), ANCHORS, ids=[t[:30] for t, _ in ANCHORS])
def test_the_day_of_writing(text, day):
    assert find_anchor(Document(id="d", text=text)) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSLO, 3 May 2021. A ferry ran aground.", "2021-05-03"),
        ("SAN JOSE, Costa Rica, May 3, 2021. A ferry ran aground.", "2021-05-03"),
        ("She died in Oslo, 3 May 1950. A ferry bears her name.", None),
    ],
)
def test_a_dateline_may_end_in_a_full_stop(text, day):
    assert find_anchor(Document(id="d", text=text)) == (date.fromisoformat(day) if day else None)


def test_the_clock_of_an_undated_weekday_has_no_day():
    text = "The strike began on 3 May 2021 and was over soon. A train left on Monday. It was in at 7 a.m."
    assert [t.earliest is None for t in read(text, None)] == [False, True, True]


def test_a_given_date_wins_over_the_text():
    assert find_anchor(Document(id="d", text="2020-06-05\nA bridge fell.", date=WRITTEN)) == WRITTEN


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("It will open on X", Facing.FUTURE),
        ("It opened on X", Facing.PAST),
        ("They were taken ashore and should reach home on X", Facing.FUTURE),
        ("They should have reached home on X", Facing.PAST),
        ("It was due in port on X", Facing.PLANNED),
        ("They were scheduled to be flown home on X", Facing.PLANNED),
        ("It was expected in port but sank on X", Facing.PAST),
        ("It is due in port on X", Facing.FUTURE),
        (
            "The minister flew to Lyon and is expected to proceed to Turin by helicopter at first light on X",
            Facing.FUTURE,
        ),
        ("It is being held there until X", Facing.FUTURE),
        ("It was held there until X", Facing.PAST),
        ("On X it opened", Facing.PAST),
        ("On X the line reopens", Facing.OPEN),
    ],
)
def test_facing(text, look):
    at = text.index("X")
    assert facing(text, at, at + 1) is look


@pytest.mark.parametrize(
    ("first", "second", "hours"),
    [
        ("Saturday afternoon", "early on Sunday", (6, 22)),
        ("Sunday", "Sunday", (-24, 24)),
        ("Monday evening", "Monday morning", (147, 163)),
        ("Friday", "May 3", None),
        ("9:15", "13:40", (4 + 1 / 6, 4 + 2 / 3)),
        ("8:00 a.m.", "5:30 p.m.", (9.25, 9.75)),
        ("22:00", "13:00", (14.75, 15.25)),
        ("9:15", "9:45", None),
        ("8:00 a.m.", "5:30", None),
        ("Friday", "13:40", None),
    ],
)
def test_undated_weekdays_lie_in_some_week(first, second, hours):
    spans = [find_times(Document(id="d", text=text))[0] for text in (first, second)]
    found = in_some_week(*spans)
    if hours is None:
        assert found is None
        return
    a, b = found
    least, most = (b.earliest - a.latest, b.latest - a.earliest)
    assert (least.total_seconds() / 3600, most.total_seconds() / 3600) == pytest.approx(hours)


def test_a_weekday_tells_the_year():
    def day(text, written):
        return find_times(Document(id="d", text=text, date=date.fromisoformat(written)))[0].earliest.date()

    assert day("It will snow on Wednesday, June 21.", "2023-12-22") == date(2023, 6, 21)
    assert day("She left Willow on Sunday, March 3.", "2019-03-13") == date(2019, 3, 3)
    assert day("It snowed on Monday, December 30.", "2024-01-03") == date(2023, 12, 30)


@pytest.mark.parametrize("piece", ["Monday ", "12 September ", "in 2019 ", "5:30 ", "the ", "two days later "])
def test_the_time_taken_grows_with_the_text(piece):
    def seconds(count: int) -> float:
        start = time.process_time()
        read(piece * count)
        return time.process_time() - start

    seconds(200)
    small, large = (min(seconds(count) for _ in range(3)) for count in (2000, 8000))
    assert large < 4 * small * 2.5 + 0.05


@pytest.mark.parametrize(
    ("text", "found", "moment"),
    [
        ("It left on Friday and landed at 5 a.m. the same day.", "5 a.m. the same day", "2021-06-04T05:00"),
        (
            "It left on Friday and docked at 8 p.m. on the following day.",
            "8 p.m. on the following day",
            "2021-06-05T20:00",
        ),
        ("It left on Friday and docked at noon the next day.", "noon the next day", "2021-06-05T12:00"),
        ("It left on Friday and came on Monday a week later.", "Monday a week later", "2021-06-14T00:00"),
        ("It left on Friday and came on Friday two weeks later.", "Friday two weeks later", "2021-06-18T00:00"),
        ("It left on Friday and came at 7 a.m. the next morning.", "7 a.m. the next morning", "2021-06-05T07:00"),
    ],
)
def test_a_clock_before_a_counted_day_is_of_that_day(text, found, moment):
    span = read(text)[-1]
    assert (span.text, span.earliest) == (found, datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("The ship left Mombasa on Monday and was due in Durban on Tuesday.", date(2025, 3, 11)),
        ("The ship left Mombasa on Friday and was expected in Durban on Sunday.", date(2025, 3, 9)),
        ("The ship left Mombasa on Friday and is expected in Durban on Sunday.", date(2025, 3, 16)),
        ("The ship left Mombasa on Friday and was scheduled to be unloaded in Durban on Thursday.", date(2025, 3, 13)),
        ("The ship was due in Durban on Tuesday.", date(2025, 3, 11)),
        ("The ship was due in Durban on Friday.", date(2025, 3, 14)),
    ],
)
def test_a_plan_told_as_past_follows_what_was_told_before_it(said, day):
    document = Document(id="d", title="", text=f"NAIROBI, March 12, 2025 - {said}")
    found = list(find_times(document))[-1].earliest
    assert found is not None and found.date() == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The train left at 13.10 from Bern (11.10 GMT).", ["13.10", "11.10"]),
        ("She reached Turin at 20.45.", ["20.45"]),
        ("It came at 9.05, an hour late.", ["9.05"]),
        ("The shares closed at 13.10 dollars.", []),
        ("It took 13.10 hours, at 13.10 km each.", []),
        ("The rate was put at 25.10.", []),
    ],
)
def test_times_with_a_full_stop(text, found):
    assert [span.text for span in read(text)] == found
