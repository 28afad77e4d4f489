"""Beliefs about where the parts of a proposal's file are found."""

from teamkit.projects.proposals.page import page

TEXT = """\
---
title: "## Needs"
---

## Advice

| Asked |
| --- |
| @ana |

| Other |
| --- |

### Of somebody

| Asked |
| --- |
| @ben |

# Needs

## NEEDS ##

| Feature |
| --- |
"""


def test_a_section_holds_its_deeper_headings_and_ends_at_the_next_of_its_level_or_above() -> None:
    told = [[one.title for one in part] for part in page(TEXT).parts("advice")]

    assert told == [["Advice", "Of somebody"]]


def test_only_headings_of_the_second_level_name_a_section() -> None:
    assert [[one.line for one in part] for part in page(TEXT).parts("Needs")] == [[22]]


def test_a_table_is_told_by_its_columns_and_belongs_to_its_section() -> None:
    told = page(TEXT)

    assert [table.line for table in told.tables_of("Advice")] == [7, 16]
    assert told.tables_of("Needs") == []


def test_the_tables_right_below_a_heading_are_its_own_whatever_they_say() -> None:
    told = page(TEXT)

    assert [table.line for table in told.own_tables("Advice")] == [7, 11]
    assert [table.line for table in told.own_tables("Needs")] == [24]
