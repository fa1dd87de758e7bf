"""Tables on a terminal: they fit, and nothing in them is obeyed."""

import factories
import pytest

from geomap import defaults, layout


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 200])
@pytest.mark.parametrize("layer", ["claims", "mentions"])
def test_a_table_fits_the_width(width, layer):
    report = factories.report(documents=(factories.document(), factories.document(id="x" * 300)))
    shown = defaults.WRITERS["table"](layer=layer, width=width).write(report)
    assert max(layout.width_of(line) for line in shown.splitlines()) <= width
    assert "Lyon" in shown


def test_the_reason_is_wrapped_not_lost():
    shown = defaults.WRITERS["table"](width=60).write(factories.report())
    words = shown.replace("…", " ").split()
    assert {"280", "277", "straight", "line."} <= set(words)


def test_colours_only_when_asked():
    report = factories.report()
    assert "\x1b" not in defaults.WRITERS["table"](colour=False).write(report)
    assert "\x1b[32m✓ consistent" in defaults.WRITERS["table"](colour=True).write(report)


def test_nothing_found_is_said():
    empty = factories.report(mentions=(), verdicts=(), comparisons=(), journeys=())
    assert defaults.WRITERS["table"]().write(empty) == "0 places, 0 claims\n"
    assert defaults.WRITERS["table"](layer="mentions").write(empty) == "0 places\n"
    assert defaults.WRITERS["tsv"]().write(empty).count("\n") == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\tb\nc", "a b c"),
        ("\u200fשלום", "\\u200fשלום"),
        ("می\u200cروم", "می\u200cروم"),
        ("x\ud800", "x\\ud800"),
        ("\x9b1m", "\\x9b1m"),
    ],
)
def test_control_characters_are_shown_not_obeyed(text, shown):
    assert layout.one_line(text) == shown


def test_wide_characters_take_two_columns():
    shown = layout.columns(["name", "n"], [["東京", "1"], ["Oslo", "2"]], width=40)
    assert shown.splitlines()[1] == "東京  1"
    assert layout.shorten("東京都", 5) == "東京…"
    assert layout.wrap("東京都", 2, 5) == ["東", "京", "都"]
    assert layout.wrap("ab cd ef", 5, 2) == ["ab cd", "ef"]
    assert layout.wrap("", 5, 2) == [""]
