"""Beliefs about what people see on a terminal."""

import re

import pytest
from hypothesis import given, settings

from teamkit.output.shapes import Card, Column, Lines, Stack, Table
from teamkit.output.terminal import Screen, draw, draw_diff
from tests.output.hostile import leaks, shapes, words

PLAIN = Screen(80, colour=False, encoding="utf-8")
TABLE = Table(
    "k",
    (Column("Person", style="bold"), Column("Level", right=True), Column("Shown by")),
    (("ana", "4", "[x] done"), ("goran", "2", ":heart: [/]")),
    (),
    title="Who knows PostGIS",
    notes=("One person can teach it.",),
)
CARD = Card(
    "k",
    "Coastal watch",
    (("Status", "won"), ("Decider", ""), ("Scope and risk", "a word " * 20)),
    (),
    body="## Decision\n\n- [x] done\n",
    notes=("Advice is wanted.",),
)


def test_a_table_has_titles_one_rule_and_calm_columns() -> None:
    assert draw(TABLE, PLAIN) == (
        "Who knows PostGIS\n"
        "\n"
        "Person  Level  Shown by\n"
        "──────  ─────  ───────────\n"
        "ana         4  [x] done\n"
        "goran       2  :heart: [/]\n"
        "\n"
        "One person can teach it.\n"
    )


def test_titles_are_bold_and_columns_have_their_colour() -> None:
    screen = Screen(80, colour=True, encoding="utf-8")
    columns = (Column("Person", style="green"), Column("Level", right=True))
    table = Table("k", columns, (("ana", "4"),), (), title="T")

    page = draw(table, screen)

    assert page == (
        "\x1b[1mT\x1b[0m\n\n"
        "\x1b[1mPerson\x1b[0m  \x1b[1mLevel\x1b[0m\n"
        "\x1b[2m──────\x1b[0m  \x1b[2m─────\x1b[0m\n"
        "\x1b[32mana\x1b[0m         4\n"
    )


@pytest.mark.parametrize("shape", [TABLE, CARD])
def test_colours_say_nothing_more(shape: Table | Card) -> None:
    page = draw(shape, Screen(80, colour=True, encoding="utf-8"))

    assert re.sub("\x1b\\[[0-9;]*m", "", page) == draw(shape, PLAIN)


def test_a_card_has_labels_beside_folded_words() -> None:
    assert draw(CARD, PLAIN) == (
        "Coastal watch\n"
        "\n"
        "Status          won\n"
        "Scope and risk  a word a word a word a word a word a word a word a word a word\n"
        "                a word a word a word a word a word a word a word a word a word\n"
        "                a word a word\n"
        "\n"
        "## Decision\n"
        "\n"
        "- [x] done\n"
        "\n"
        "Advice is wanted.\n"
    )


def test_no_rows_are_a_sentence_under_the_title() -> None:
    table = Table("k", (Column("a"),), (), (), title="T", empty="Nobody yet.")

    assert draw(table, PLAIN) == "T\n\nNobody yet.\n"


def test_a_stack_is_one_page() -> None:
    stack = Stack("k", (Lines("k", ("a:1: x",), ()), Card("k", "T", (), ()), TABLE), ())

    assert draw(stack, PLAIN) == "a:1: x\n\nT\n\n" + draw(TABLE, PLAIN)


def test_prose_folds_and_names_do_not() -> None:
    name = "2026-12-04-ana-large-uploads"
    table = Table("k", (Column("Topic"), Column("Why")), ((name, "because " * 9),), ())

    page = draw(table, Screen(50, colour=False, encoding="utf-8"))

    assert page == (
        "Topic                         Why\n"
        + "─" * 28
        + "  "
        + "─" * 18
        + f"\n{name}  because because\n"
        + (" " * 30 + "because because\n") * 3
        + " " * 30
        + "because\n"
    )


def test_a_narrow_terminal_gets_one_field_a_line() -> None:
    page = draw(TABLE, Screen(20, colour=False, encoding="utf-8"))

    assert page == (
        "Who knows PostGIS\n\n"
        "Person: ana\nLevel: 4\nShown by: [x] done\n\n"
        "Person: goran\nLevel: 2\nShown by: :heart:\n[/]\n\n"
        "One person can teach\nit.\n"
    )


def test_a_narrow_card_keeps_its_order() -> None:
    card = Card("k", "T", (("A long label", "a long word"),), ())

    assert draw(card, Screen(15, colour=False, encoding="utf-8")) == (
        "T\n\nA long label: a\nlong word\n"
    )


def test_a_terminal_without_unicode_stays_aligned() -> None:
    table = Table("k", (Column("Name"), Column("Level")), (("Iñaki", "4"), ("ana", "3")), ())

    assert draw(table, Screen(80, colour=False, encoding="ascii")) == (
        "Name      Level\n--------  -----\nI\\xf1aki  4\nana       3\n"
    )


def test_wide_letters_stay_aligned() -> None:
    table = Table("k", (Column("A"), Column("B")), (("日本語", "x"), ("abc", "y")), ())

    assert draw(table, PLAIN) == "A       B\n──────  ─\n日本語  x\nabc     y\n"


def test_a_diff_is_coloured_by_line() -> None:
    text = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n---\n+b\x1b\n c\n\\ No newline"

    assert draw_diff(text, Screen(5, colour=True, encoding="utf-8")) == (
        "\x1b[1m--- a/x\x1b[0m\n\x1b[1m+++ b/x\x1b[0m\n\x1b[36m@@ -1 +1 @@\x1b[0m\n"
        "\x1b[31m---\x1b[0m\n\x1b[32m+b␛\x1b[0m\n c\n\\ No newline"
    )


def test_a_very_long_word_is_capped() -> None:
    table = Table(
        "k", (Column("A"), Column("B")), (("x" * 100_000, "y"),), (), notes=("z" * 100_000,)
    )

    page = draw(table, PLAIN)

    assert page.count("x") == page.count("z") == 10_000
    assert page.count("90000") == 2


@pytest.mark.parametrize("width", [1, 10, 20, 40, 80, 10_000])
def test_no_width_loses_a_name(width: int) -> None:
    names = ["2026-12-04-ana-large-uploads", "n" * 200]
    columns = (Column("Topic"), Column("Level", right=True), Column("Why"))
    table = Table("k", columns, tuple((name, "4", "because " * 9) for name in names), ())
    card = Card("k", "T", tuple(("Topic", name) for name in names), ())

    pages = [draw(shape, Screen(width, colour=True, encoding="utf-8")) for shape in (table, card)]

    assert [page.count(names[0]) for page in pages] == [1, 1]
    assert [page.count("n") for page in pages] == [201, 201]


@settings(max_examples=60, deadline=None)
@given(words())
def test_nothing_forbidden_reaches_the_terminal(word: str) -> None:
    for shape in shapes(word):
        for width in (1, 10, 20, 80):
            assert leaks(draw(shape, Screen(width, colour=False, encoding="utf-8"))) == []
        colourful = draw(shape, Screen(80, colour=True, encoding="utf-8"))
        assert leaks(colourful, colours=True) == []
    assert leaks(draw_diff(word, PLAIN)) == []


def test_long_lines_of_a_text_fold_between_words_and_tables_do_not() -> None:
    row = "| " + "cell " * 8 + "|"
    body = f"- {'word ' * 8}end\n{row}\n  {'in ' * 12}"
    card = Card("k", "", (), (), body=body)

    shown = draw(card, Screen(width=30, colour=False, encoding="utf-8"))

    assert shown == (
        "- word word word word word\n  word word word end\n"
        f"{row}\n"
        "  in in in in in in in in in\n  in in in\n"
    )
