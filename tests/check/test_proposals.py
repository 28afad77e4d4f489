"""Beliefs about what is wrong in proposals, each told with its line."""

from pathlib import Path

import pytest

from teamkit.check.check import check
from teamkit.team import Team
from tests.conftest import Folder

PATH = "proposals/wreck.md"
NEEDS = "| Need | Skill | Level | FTE | From | To | Solution |\n| - | - | - | - | - | - | - |\n"
PARTS = "| Need | Person | Role | Part | From | To | State |\n| - | - | - | - | - | - | - |\n"
ASKED = "| Asked | Why | On | By |\n| - | - | - | - |\n"
CATALOG = "skills:\n  react: {title: React}\n  python: {title: Python}\n"


@pytest.fixture
def team(small: Folder) -> Folder:
    small.write({"skills/catalog.yml": CATALOG, "solutions/map.md": "---\ntitle: A map\n---\n"})
    return small


def told(folder: Folder, text: str) -> list[tuple[int, str]]:
    """(line, words) of each finding in a proposal of that text."""
    folder.write({PATH: text})
    found = check(Team.open(folder.path))
    assert {one.path for one in found} <= {PATH}
    return [(one.line, f"{one.message} ({one.hint})") for one in found]


def need(cells: str) -> str:
    return f"## Needs\n\n{NEEDS}{cells}\n"


def part(cells: str) -> str:
    return f"{need('| Tide | | | | | | |')}\n## Allocation\n\n{PARTS}{cells}\n"


def test_a_good_proposal_has_no_findings(team: Folder) -> None:
    row = "| Tide | react | 3 | 50 % | 2027-01-11 | 2027-02-01 | [Map](../solutions/map.md) |"
    seats = (
        "| tide | @ana | main | 40 % | | | Agreed |",
        "| | | | | | | |",
        "| Tide | [[ben]] | | ? | - | | |",
    )
    text = part("\n".join(seats)).replace("| Tide | | | | | | |", row)

    assert told(team, text) == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("| Tide | pyhton | | | | | |", "the catalog has no skill 'pyhton' (did you mean python?)"),
        ("| Tide | | 9 | | | | |", "'9' is not a level (write 0 to 4)"),
        ("| Tide | | | -1 | | | |", "'-1' is not a part of a week (write 0.5, 50 % or 1)"),
        ("| Tide | | | 50 | | | |", "'50' means 50 people full time (or write 0.5, 50 %)"),
        ("| Tide | | | | soon | | |", "'soon' is not a day (write 2026-12-04)"),
        ("| Tide | | | | | 2027-02-30 | |", "'2027-02-30' is not a day (write 2026-12-04)"),
        (
            "| Tide | | | | 2027-02-01 | 2027-01-01 | |",
            "it ends on 2027-01-01, before 2027-02-01 (the end is ignored)",
        ),
        (
            "| Tide | | | | | | [Ferry](../solutions/ferry.md) |",
            "there is no solution 'ferry' (record it in solutions, or fix the link)",
        ),
        (
            "| Tide | | | | | | [Map](map.md) |",
            "the link 'map.md' leads elsewhere (write ../solutions/map.md)",
        ),
        (
            "| Tide | | | | | | A map of it |",
            "'A map of it' leads to no solution (for instance [words](../solutions/a-need.md))",
        ),
        ("| | react | 3 | | | | |", "the row has nothing under 'Need' (the row is ignored)"),
        (
            "| Tide | | | | | | | a | b |",
            (
                "the row has 9 cells, the table 7 columns"
                " (write \\| for a pipe that belongs to a cell)"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_need_is_told_with_its_line(
    team: Folder, cells: str, said: str
) -> None:
    assert told(team, need(cells)) == [(5, said)]


@pytest.mark.parametrize("cell", ["[[map]]", "map", "[Map](../solutions/map.md#risks)", "?"])
def test_a_solution_that_is_there_is_fine_however_it_is_linked(team: Folder, cell: str) -> None:
    assert told(team, need(f"| Tide | | | | | | {cell} |")) == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("| Tide | @bem | main | 40 | | | |", "nobody here is called 'bem' (did you mean ben?)"),
        ("| Tide | | main | 40 | | | |", "the row has nothing under 'Person' (the row is ignored)"),
        (
            "| Wharf | @ana | main | 40 | | | |",
            "'Wharf' is none of the needs (write it as under Needs)",
        ),
        (
            "| | @ana | main | 40 | | | |",
            "the row names no need (write it as under Needs)",
        ),
        (
            "| Tide | @ana | main | 140 | | | |",
            "'140' is not a part of a week (write 0 to 100, in percent of a full week)",
        ),
        (
            "| Tide | @ana | main | -10 % | | | |",
            "'-10 %' is not a part of a week (write 0 to 100, in percent of a full week)",
        ),
        (
            "| Tide | @ana | main | 40 | 2027-02-01 | 2027-01-01 | |",
            "it ends on 2027-01-01, before 2027-02-01 (the end is ignored)",
        ),
        (
            "| Tide | @ana | main | 40 | | | maybe |",
            (
                "'maybe' is not a state"
                " (write volunteered, suggested, agreed, declined, or leave it empty)"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_part_is_told_with_its_line(
    team: Folder, cells: str, said: str
) -> None:
    assert told(team, part(cells)) == [(11, said)]


def test_who_was_asked_and_who_advised_are_people_of_the_team(team: Folder) -> None:
    rows = "| @ana | x | 2026-12-01 | 2026-11-01 |\n| @zed | | | |\n| | why | | |\n"
    text = f"## Advice\n\n{ASKED}{rows}\n### 2026-12-01 @bem\n\nYes.\n"

    assert told(team, text) == [
        (5, "it ends on 2026-11-01, before 2026-12-01 (the end is ignored)"),
        (6, "nobody here is called 'zed' (add them: teamkit people add)"),
        (7, "the row has nothing under 'Asked' (the row is ignored)"),
        (9, "nobody here is called 'bem' (did you mean ben?)"),
    ]


def test_a_table_with_other_columns_is_read_as_far_as_it_goes(team: Folder) -> None:
    text = (
        "## Needs\n\n| Need | Skil | Level | From | To | Solution | Cost |\n"
        "| - | - | - | - | - | - | - |\n\n## Allocation\n\n| Who | State |\n| - | - |\n\n"
        "## Advice\n\n| Asked | On | By |\n| - | - | - |\n"
    )

    assert told(team, text) == [
        (
            3,
            (
                "the table 'Needs' has no columns 'Skill', 'FTE'"
                " (did you mean 'Skill' instead of 'Skil'?)"
            ),
        ),
        (3, "the table 'Needs' has unknown columns 'Skil', 'Cost' (kept, but not read)"),
        (
            8,
            (
                "the table 'Allocation' has no columns 'Need', 'Person', 'Role', 'Part', 'From',"
                " 'To' (nothing in it is read)"
            ),
        ),
        (13, "the table 'Advice' has no column 'Why' (the other columns are read)"),
    ]


def test_only_a_table_that_cannot_be_read_at_all_is_an_error(team: Folder) -> None:
    team.write({PATH: "## Needs\n\n| Need |\n| - |\n\n## Allocation\n\n| Who |\n| - |\n"})

    assert [one.is_error for one in check(Team.open(team.path))] == [False, True]


def test_needs_of_one_title_are_told(team: Folder) -> None:
    hint = "give it another title: the other tables name needs by it"

    assert told(team, need("| Tide | | | | | | |\n| tide | | | | | | |")) == [
        (6, f"'tide' is also on line 5 ({hint})")
    ]


def test_days_and_percentages_of_the_front_matter(team: Folder) -> None:
    text = "---\nstarts: 2027-02-01\nends: 2027-01-01\nprobability: 140\nowner: bem\n---\n"

    assert told(team, text) == [
        (3, "it ends on 2027-01-01, before it starts on 2027-02-01 (the end is ignored)"),
        (
            4,
            (
                "'probability' should be a percentage from 0 to 100, without the sign, not '140'"
                " (it counts as not written)"
            ),
        ),
        (5, "nobody here is called 'bem' (did you mean ben?)"),
    ]


def test_a_decision_has_a_day_and_its_review_comes_later(team: Folder) -> None:
    early = "## Decision\n\nDecided 2026-12-04 by @bem\n\nReview on 2026-11-01\n"
    unread = "## Decision\n\nDecided 2026-02-30 by @ana\n"

    assert told(team, early) == [
        (3, "nobody here is called 'bem' (did you mean ben?)"),
        (
            3,
            "the review is on 2026-11-01, before the decision of 2026-12-04 (write a later day)",
        ),
    ]
    assert told(team, unread) == [
        (3, "'Decided 2026-02-30' does not give a day (write 2026-12-04)")
    ]


def test_generated_tables_are_nobodys_mistake(team: Folder) -> None:
    text = (
        "<!-- teamkit:begin pack sum=0000 -->\n\n## Needs\n\n"
        f"{NEEDS}| Tide | pyhton | 9 | | | | |\n\n<!-- teamkit:end -->\n"
    )

    assert told(team, text) == []


def test_the_demos_proposals_are_good(demo: Folder) -> None:
    found = check(Team.open(Path(demo.path)))

    assert [one for one in found if one.path.startswith("proposals/")] == []
