"""Beliefs about where the sections and tables of a page are found."""

import pytest

from teamkit.markdown.document import parse
from teamkit.markdown.outline import Outline, holds

TEXT = """\
---
title: "## Needs"
---

## Advice

| Asked |
| --- |
| @ana |

### Of somebody

| Asked |
| --- |
| @ben |

# Needs

## NEEDS ##

| Feature |
| --- |
"""


def outline(text: str) -> Outline:
    return Outline(parse("proposals/a.md", text.encode()))


def test_a_section_holds_its_deeper_headings_and_ends_at_the_next_of_its_level_or_above() -> None:
    titles = [[one.title for one in part] for part in outline(TEXT).parts("advice")]

    assert titles == [["Advice", "Of somebody"]]


def test_only_headings_of_the_second_level_name_a_section() -> None:
    page = outline(TEXT)

    assert [[one.line for one in part] for part in page.parts("Needs")] == [[19]]
    assert page.section("Of somebody") is None
    assert page.heading == "Needs"


def test_a_heading_of_another_level_is_found_where_that_is_enough() -> None:
    page = outline(TEXT)

    found = [page.section(name, of_any_level=True) for name in ("of somebody", "needs", "Risks")]

    assert [one and one.line for one in found] == [11, 19, None]


def test_a_table_is_held_by_the_sections_around_it() -> None:
    page = outline(TEXT)
    (part,) = page.parts("Advice")

    assert [holds(part, table) for table in page.tables] == [True, True, False]
    assert [holds(part[:1], table) for table in page.tables] == [True, False, False]


def test_a_heading_at_the_end_holds_nothing() -> None:
    page = outline("| A |\n| - |\n\n## Needs")

    assert [holds(page.parts("Needs")[0], table) for table in page.tables] == [False]


def test_what_is_generated_counts_as_empty_lines() -> None:
    page = outline("<!-- teamkit:begin x -->\n# A\n\n| A |\n| - |\n<!-- teamkit:end -->\n\n# B\n")

    assert (page.heading, [one.line for one in page.sections], page.tables) == ("B", [1, 8], [])
    assert outline("Words").heading == ""


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("# T\n\n## Advice\n\nx\n", "# T\n\n## Needs\n\na\n\n## Advice\n\nx\n"),
        ("## Advice", "## Needs\n\na\n\n## Advice"),
        ("# T\r\n## Later\r\n", "# T\r\n## Later\r\n\r\n## Needs\r\n\r\na\r\n"),
        ("", "## Needs\n\na\n"),
        ("---\ntitle: x\n---", "---\ntitle: x\n---\n\n## Needs\n\na"),
    ],
)
def test_a_new_section_goes_before_those_that_follow_it(text: str, after: str) -> None:
    page = outline(text)

    made = page.with_section("Needs", ["a"], ("Allocation", "Advice"))

    assert made == after
    assert page.after(made).section("Needs")


def test_another_body_leaves_the_front_matter_alone() -> None:
    assert outline(TEXT).with_body("x") == '---\ntitle: "## Needs"\n---\nx'
