"""Beliefs about where lines are put, and the empty lines around them."""

import pytest

from teamkit.projects.proposals.places import at_end, on_top
from tests.projects.proposals.made import outline

TEXT = "# T\n\n## Advice\n\nWords.\n\n### Of ana\n\nYes.\n\n## Else\n"


def test_lines_at_its_end_stand_below_them() -> None:
    assert at_end(outline(TEXT), "Advice", ["a"]) == TEXT.replace("Yes.\n", "Yes.\n\na\n")


def test_lines_on_top_stand_right_below_the_heading() -> None:
    assert on_top(outline(TEXT), "Advice", ["a"]) == TEXT.replace("Advice\n", "Advice\n\na\n")


def test_the_last_of_two_sections_of_a_name_has_the_end() -> None:
    assert (
        at_end(outline("## Advice\n\n## advice"), "Advice", ["a"]) == "## Advice\n\n## advice\n\na"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# T\n\n## Decision\n", "# T\n\n## Allocation\n\na\n\n## Decision\n"),
        ("## Needs\nx\n## Advice", "## Needs\nx\n\n## Allocation\n\na\n\n## Advice"),
        ("## Needs\n\nx\n\n\n", "## Needs\n\nx\n\n## Allocation\n\na\n\n\n"),
        ("x", "x\n\n## Allocation\n\na"),
        ("\ufeff", "\ufeff\n\n## Allocation\n\na"),
        ("", "## Allocation\n\na\n"),
    ],
)
def test_a_section_that_is_missing_is_made_where_it_belongs(text: str, expected: str) -> None:
    assert at_end(outline(text), "Allocation", ["a"]) == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("Not decided yet.", "a\nb"),
        ("NOT DECIDED YET: ben\nis away\n\nMore", "a\nb\n\nMore"),
        ("Words.\n\nNot decided yet\nDissent: x", "Words.\n\na\nb\n\nDissent: x"),
        ("`Not decided yet`", "a\nb\n\n`Not decided yet`"),
        ("Not decided yet\n\nNot decided yet", "a\nb\n\nNot decided yet"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_says_that_nothing_is_decided_makes_place(below: str, expected: str, end: str) -> None:
    page = outline(f"## Decision\n\n{below}".replace("\n", end))

    assert on_top(page, "Decision", ["a", "b"]) == f"## Decision\n\n{expected}".replace("\n", end)
