"""Beliefs about CSV: any reader gets the words back, and no spreadsheet a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.output.csv import guarded, line, unguarded

WORDS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["=1+1", "-3", "@ana", "'quoted", "a, b", 'say "hi"', "one; two", "", "two\r\nlines"]
)


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_a_reader_gets_every_cell_back_on_one_line(cells: list[str]) -> None:
    written = line(cells)

    assert "\n" not in written
    assert [[unguarded(cell) for cell in row] for row in csv.reader([written], strict=True)] == [
        [" ".join(cell.split()) for cell in cells]
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("\t=1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("'tis", "''tis"),
        ("3-6 d", "3-6 d"),
        ("two\r\nlines", "two lines"),
    ],
)
def test_no_cell_begins_like_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain words", "plain words"),
        ("", ""),
        ("a, b", '"a, b"'),
        ("a; b", '"a; b"'),
        ('say "hi"', '"say ""hi"""'),
        ("=a,b", '"\'=a,b"'),
    ],
)
def test_quotes_stand_where_they_are_needed(cell: str, written: str) -> None:
    assert line([cell, "x"]) == f"{written},x"


@pytest.mark.parametrize("cell", ["'words", "words'", "", "  3m "])
def test_what_was_not_guarded_stays(cell: str) -> None:
    assert unguarded(cell) == cell.strip()


@given(st.text(alphabet="=+-@'\uff1d\uff20 \t\r\n\x0b\u2028ab,", max_size=6) | WORDS)
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)

    assert cell[:1] not in set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
    assert unguarded(cell) == " ".join(text.split())


def test_the_csv_module_of_python_writes_the_same_but_for_semicolons() -> None:
    cells = ["a, b", 'say "hi"', "plain", "", "caf\u00e9"]
    page = io.StringIO()
    csv.writer(page, lineterminator="").writerow(cells)

    assert line(cells) == page.getvalue()
