"""Beliefs about the console."""

import json
from collections.abc import Mapping
from io import StringIO

import pytest
from hypothesis import given, settings

from teamkit.errors import AlreadyThereError, TeamkitError, UnknownError
from teamkit.output.console import Console
from teamkit.output.shapes import Card, Column, Lines, Stack, Table
from tests.output.hostile import Bytes, Screenlike, leaks, shapes, words

TABLE = Table(
    "k",
    (Column("Person", style="bold"), Column("Level")),
    (("ana", "4"),),
    ({"person": "ana"},),
    title="Who",
    notes=("A note.",),
)
NOBODY = Table("k", (Column("Person"),), (), (), title="Who", empty="Nobody yet.")


def piped(*, environ: Mapping[str, str] | None = None) -> tuple[Console, StringIO, StringIO]:
    out, err = StringIO(), StringIO()
    return Console(out, err, environ=environ or {}), out, err


def screen(**environ: str) -> tuple[Console, StringIO, StringIO]:
    out, err = Screenlike(), Screenlike()
    return Console(out, err, environ=environ), out, err


def test_a_pipe_gets_tabs() -> None:
    console, out, err = piped()

    console.show(TABLE)

    assert (out.getvalue(), err.getvalue()) == ("ana\t4\n", "")


def test_a_program_gets_json_on_a_terminal_too() -> None:
    console, out, err = screen()
    console.json = True

    console.show(TABLE)

    assert json.loads(out.getvalue()) == {"schema": 2, "kind": "k", "items": [{"person": "ana"}]}
    assert err.getvalue() == ""


def test_plain_gives_tabs_on_a_terminal_too() -> None:
    console, out, _ = screen()
    console.plain = True

    console.show(TABLE)

    assert out.getvalue() == "ana\t4\n"


def test_a_person_gets_a_drawn_table() -> None:
    console, out, _ = screen(TERM="xterm")

    console.show(TABLE)

    assert out.getvalue() == (
        "\x1b[1mWho\x1b[0m\n\n"
        "\x1b[1mPerson\x1b[0m  \x1b[1mLevel\x1b[0m\n"
        "\x1b[2m──────\x1b[0m  \x1b[2m─────\x1b[0m\n"
        "\x1b[1mana\x1b[0m     4\n\nA note.\n"
    )


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}])
def test_who_wants_no_colour_gets_no_escape(environ: dict[str, str]) -> None:
    console, out, _ = screen(**environ)

    console.show(TABLE)
    console.diff("+a\n")

    assert out.getvalue() == ("Who\n\nPerson  Level\n──────  ─────\nana     4\n\nA note.\n+a\n")


@pytest.mark.parametrize("wish", ["1", "yes"])
def test_accessible_words_have_no_drawing(wish: str) -> None:
    console, out, _ = screen(TEAMKIT_ACCESSIBLE=wish)

    console.show(TABLE)

    assert out.getvalue() == "Who\n\nPerson: ana\nLevel: 4\n\nA note.\n"


def test_accessible_is_off_when_it_says_so() -> None:
    console, out, _ = screen(TEAMKIT_ACCESSIBLE="0", NO_COLOR="1")

    console.show(TABLE)

    assert "─" in out.getvalue()


@pytest.mark.parametrize("shape", [NOBODY, Lines("k", (), (), empty="Nobody yet.")])
def test_nothing_in_a_pipe_is_explained_beside_it(shape: Table | Lines) -> None:
    console, out, err = piped()

    console.show(Stack("k", (shape, Card("k", "T", (), ())), ()))

    assert (out.getvalue(), err.getvalue()) == ("", "Nobody yet.\n")


def test_nothing_on_a_terminal_is_explained_in_its_place() -> None:
    console, out, err = screen(NO_COLOR="1")

    console.show(NOBODY)

    assert (out.getvalue(), err.getvalue()) == ("Who\n\nNobody yet.\n", "")


@pytest.mark.parametrize(
    ("columns", "rule"), [("40", 11), ("10", 0), ("0", 11), ("wide", 11), ("9" * 9, 11), ("", 11)]
)
def test_columns_say_how_wide(columns: str, rule: int) -> None:
    console, out, _ = screen(COLUMNS=columns, NO_COLOR="1")

    console.show(TABLE)

    assert out.getvalue().count("─") == rule


def test_a_path_stands_alone_and_not_beside_json() -> None:
    console, out, err = piped()

    console.path("agendas/2026-12-04-friday.md")
    console.json = True
    console.path("agendas/2026-12-11-friday.md")

    assert (out.getvalue(), err.getvalue()) == ("agendas/2026-12-04-friday.md\n", "")


def test_a_diff_on_a_terminal_is_coloured_and_harmless() -> None:
    console, out, _ = screen(TERM="xterm")

    console.diff("@@ -1 +1 @@\n-a\x1b[1m\r\n+b")

    assert out.getvalue() == (
        "\x1b[36m@@ -1 +1 @@\x1b[0m\n\x1b[31m-a␛[1m\x1b[0m\n\x1b[32m+b\x1b[0m"
    )


def test_notes_for_people_are_one_line_each_on_stderr() -> None:
    console, out, err = piped()

    console.say("two\nlines")
    console.warn(["a.md:1: odd \x07", "b.md: odd"])
    console.warn([])

    assert (out.getvalue(), err.getvalue()) == ("", "two lines\na.md:1: odd ␇\nb.md: odd\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TeamkitError("No."), "teamkit: No.\n"),
        (
            UnknownError("person", "a\nn[x]\x1b", ["ana"]),
            "teamkit: There is no person 'a n[x]␛'.\n  Did you mean: ana?\n",
        ),
        (
            AlreadyThereError("talks/x.md", hint="Choose."),
            "teamkit: It is already there; nothing was written.\n  talks/x.md\n  Choose.\n",
        ),
    ],
)
def test_a_refusal_is_what_where_and_the_way_out(error: TeamkitError, said: str) -> None:
    console, out, err = piped()

    console.refuse(error)

    assert (out.getvalue(), err.getvalue()) == ("", said)


def test_a_bug_is_a_report_and_no_traceback() -> None:
    console, out, err = piped()

    console.bug(ZeroDivisionError("division by zero"), version="1.2", command="teamkit week")

    assert out.getvalue() == ""
    assert err.getvalue().startswith("teamkit: This is a bug in teamkit, not a mistake of yours.\n")
    assert "  what:     ZeroDivisionError: division by zero\n" in err.getvalue()


def every_route(console: Console, word: str) -> None:
    for shape in shapes(word):
        console.show(shape)
    console.sentence(word)
    console.path(word)
    console.say(word)
    console.warn([word])
    console.refuse(TeamkitError(word, where=word, hint=word))
    console.bug(ValueError(word), version=word, command=word)


@settings(max_examples=50, deadline=None)
@given(words())
def test_nothing_forbidden_reaches_a_terminal(word: str) -> None:
    for environ in ({}, {"NO_COLOR": "1"}, {"COLUMNS": "1"}, {"TEAMKIT_ACCESSIBLE": "1"}):
        console, out, err = screen(**environ)

        every_route(console, word)
        console.diff(word)

        assert leaks(out.getvalue(), colours="NO_COLOR" not in environ) == []
        assert leaks(err.getvalue()) == []


@settings(max_examples=50, deadline=None)
@given(words())
def test_nothing_forbidden_reaches_a_pipe(word: str) -> None:
    for encoding in ("utf-8", "ascii", "cp1252"):
        for as_json in (False, True):
            out, err = Bytes(encoding), Bytes(encoding)
            console = Console(out.stream, err.stream, environ={}, json=as_json)

            every_route(console, word)

            assert leaks(out.raw.getvalue().decode(encoding), between="\t") == []
            assert leaks(err.raw.getvalue().decode(encoding)) == []


def test_a_stream_without_descriptor_needs_no_hushing() -> None:
    console, out, err = piped()

    console.hush()

    assert (out.getvalue(), err.getvalue()) == ("", "")


def test_a_person_reads_whole_words_and_a_program_whole_lines() -> None:
    sentence = "Topic: what we show when there is no network in the harbour office"
    seen, _, at_screen = screen(COLUMNS="40")
    read, _, in_pipe = piped(environ={"COLUMNS": "40"})

    for console in (seen, read):
        console.say(sentence)
        console.say("  see: notes/a-very-long-name-of-a-file-that-nobody-should-break.md:12")

    assert at_screen.getvalue() == (
        "Topic: what we show when there is no\n"
        "  network in the harbour office\n"
        "  see:\n"
        "    notes/a-very-long-name-of-a-file-that-nobody-should-break.md:12\n"
    )
    assert in_pipe.getvalue().startswith(f"{sentence}\n")
