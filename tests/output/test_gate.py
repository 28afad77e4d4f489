"""Beliefs about the gate."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.output.gate import LINE_CAP, fitting, safe_line, visible
from tests.output.hostile import SAMPLES, leaks, words


@pytest.mark.parametrize(
    "text", ["", "Measure the cache", "ñandú, Ærø — 日本語", "e\u0301", "a\u00a0b"]
)
def test_harmless_text_is_the_same_object(text: str) -> None:
    assert visible(text) is text


def test_lines_without_anything_odd_are_the_same_object() -> None:
    text = "one\ntwo — three\n"

    assert visible(text, lines=True) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("\x9b2J\x85", "\u2039U+009B\u203a2J\u2039U+0085\u203a"),
        ("\u202egnp.exe", "\u2039U+202E\u203agnp.exe"),
        ("\ufeffa\u2028b\u200b", "\u2039U+FEFF\u203aa\u2039U+2028\u203ab\u2039U+200B\u203a"),
        ("\U000e0041", "\u2039U+E0041\u203a"),
        ("\udc80", "\u2039U+DC80\u203a"),
        ("one\r\ntwo\tthree\rfour", "one two threefour"),
        ("[x] [/] [bold] :heart: a\\", "[x] [/] [bold] :heart: a\\"),
        ("o" + "\u0334" * 60, "o" + "\u0334" * 8 + "…"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_a_terminal_would_obey_becomes_visible(text: str, shown: str) -> None:
    assert safe_line(text) == shown


def test_lines_keep_their_ends_and_tabs_their_room() -> None:
    assert visible("a\r\n\tb\x1b\n", lines=True) == "a\n    b␛\n"


def test_too_much_is_cut_and_counted() -> None:
    assert visible("abcdef", cap=4) == "abcd… (2 more characters)"
    assert safe_line("x" * 100_000) == "x" * LINE_CAP + "… (90000 more characters)"


@settings(deadline=None)
@given(st.sampled_from(SAMPLES) | words(), st.booleans())
def test_nothing_forbidden_passes(text: str, lines: bool) -> None:  # noqa: FBT001 - drawn
    shown = visible(text, lines=lines)

    assert leaks(shown) == []
    assert lines or "\n" not in shown


@settings(deadline=None)
@given(words())
def test_passing_twice_changes_nothing_more(text: str) -> None:
    once = safe_line(text)

    assert safe_line(once) == once


@pytest.mark.parametrize(
    ("text", "encoding", "fits"),
    [
        ("ñ…", "utf-8", "ñ…"),
        ("ñ…", "ascii", "\\xf1\\u2026"),
        ("ñ…", "latin-1", "ñ\\u2026"),
        ("plain", "ascii", "plain"),
    ],
)
def test_what_an_encoding_cannot_say_is_escaped(text: str, encoding: str, fits: str) -> None:
    assert fitting(text, encoding) == fits
