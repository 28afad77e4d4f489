"""Lines find their place, with empty lines around them, and nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown import insert
from teamkit.markdown.sections import sections


@pytest.mark.parametrize(
    ("text", "line", "after"),
    [
        ("a\nb\n", 1, "a\n\nx\ny\n\nb\n"),
        ("a\n\nb\n", 1, "a\n\nx\ny\n\nb\n"),
        ("a\n", 1, "a\n\nx\ny\n"),
        ("a", 1, "a\n\nx\ny"),
        ("a\r\nb\r\n", 1, "a\r\n\r\nx\r\ny\r\n\r\nb\r\n"),
        ("", 0, "x\ny\n"),
    ],
)
def test_lines_stand_apart_from_what_is_around_them(text: str, line: int, after: str) -> None:
    assert insert.below(text, line, ["x", "y"]) == after


@given(st.lists(st.sampled_from(["", "a", "## b", "- c"]), min_size=1, max_size=8), st.data())
def test_every_line_that_stood_there_stays_in_its_order(
    pieces: list[str], data: st.DataObject
) -> None:
    line = data.draw(st.integers(1, len(pieces)))

    after = insert.below("\n".join(pieces), line, ["NEW"]).split("\n")

    at = after.index("NEW")
    assert [one for one in after[:at] if one] == [one for one in pieces[:line] if one]
    assert [one for one in after[at + 1 :] if one] == [one for one in pieces[line:] if one]


def test_a_section_ends_with_its_last_words() -> None:
    first, second = sections("## a\n\nwords\n\n\n## b\n")[1:]

    assert (insert.end_of(first), insert.end_of(second)) == (3, 6)


@pytest.mark.parametrize(("text", "number"), [("a\n\n b\n \n", 3), ("", 0), ("\n\n", 0)])
def test_the_last_words_of_a_text(text: str, number: int) -> None:
    assert insert.last_words(text) == number
