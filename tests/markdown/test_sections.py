"""Headings, and one more line below one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.markdown.sections import Line, Section, append, lines, sections
from tests.markdown.made import bodies, quick, real_files


def test_a_section_is_a_heading_and_the_lines_below_it() -> None:
    text = "intro\n# One ##\na\n```\n# no\n```\n### *Two* #2\n"

    assert sections(text, 5) == [
        Section("", 0, 5, (Line(5, "intro"),)),
        Section(
            "One",
            1,
            6,
            (
                Line(7, "a"),
                Line(8, "```", in_code=True),
                Line(9, "# no", in_code=True),
                Line(10, "```", in_code=True),
            ),
        ),
        Section("*Two* #2", 3, 11, ()),
    ]


def test_there_is_always_a_section_before_the_first_heading() -> None:
    assert sections("", 3) == [Section("", 0, 3, ())]
    assert [section.title for section in sections("# A")] == ["", "A"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("#", ""),
        ("## ##", ""),
        ("   # a", "a"),
        ("#\ta\t#\t", "a"),
        ("# a#", "a#"),
        ("###### a", "a"),
        ("# a \\# b # ", "a \\# b"),
    ],
)
def test_a_heading_in_every_spelling(line: str, title: str) -> None:
    assert [section.title for section in sections(line)] == ["", title]


@pytest.mark.parametrize(
    "line", ["#a", "####### a", "    # a", "\\# a", "<!-- # a", "- # a", "a # b"]
)
def test_what_is_no_heading(line: str) -> None:
    assert len(sections(line)) == 1


def test_comments_of_the_front_matter_are_no_headings() -> None:
    assert len(sections("---\n# a\nb: c\n---\n# d\n")) == 2


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("## Input", "## Input\n\n- x"),
        ("## input ##\n", "## input ##\n\n- x\n"),
        ("## Input\n\n\n## B\n", "## Input\n\n- x\n\n\n## B\n"),
        ("## Input\n## B\n", "## Input\n\n- x\n\n## B\n"),
        ("## Input\n- a\n\n\n", "## Input\n- a\n- x\n\n\n"),
        ("## Input\n- a", "## Input\n- a\n- x"),
        ("## Input\r\n\r\n- a\r\n  b\r\n\r\n## B", "## Input\r\n\r\n- a\r\n  b\r\n- x\r\n\r\n## B"),
        ("## Input\nwords\n", "## Input\nwords\n\n- x\n"),
        ("## Input\n- a\n\nwords\n", "## Input\n- a\n\nwords\n\n- x\n"),
        ("# Input\n\na\n\n## Input\n\n- b\n", "# Input\n\na\n\n## Input\n\n- b\n- x\n"),
        ("### Input\n\n- b\n", "### Input\n\n- b\n- x\n"),
    ],
)
def test_a_line_goes_to_the_end_of_its_section(text: str, new: str) -> None:
    section = [it for it in sections(text) if it.title.lower() == "input"][-1]

    after, number = append(text, section, "- x")

    assert after == new
    assert lines(after)[number - 1].text == "- x"


def test_words_stand_apart_from_a_list() -> None:
    text = "# A\n- b\n"

    assert append(text, sections(text)[1], "words") == ("# A\n- b\n\nwords\n", 4)


@quick
@given(bodies(), st.integers(0, 20), st.sampled_from(["- x", "words"]))
def test_only_lines_are_added(text: str, place: int, line: str) -> None:
    found = sections(text)

    after, number = append(text, found[place % len(found)], line)

    rest = iter(after.split("\n"))
    kept = [piece for piece in text.split("\n") if piece]
    assert all(any(it.rstrip("\r") == piece.rstrip("\r") for it in rest) for piece in kept)
    assert lines(after)[number - 1].text == line


def test_real_files_keep_their_lines() -> None:
    for _, data in real_files():
        text = data.decode()
        for section in sections(text)[1:4]:
            after, _ = append(text, section, "- one more")

            added = [it.text for it in lines(after) if it.text]
            added.remove("- one more")
            assert added == [it.text for it in lines(text) if it.text]
