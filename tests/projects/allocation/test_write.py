"""Beliefs about writing a suggestion into the table: suggested rows change, and no other byte."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.markdown.document import plain_handle
from teamkit.projects.allocation.score import Experience
from teamkit.projects.allocation.suggest import suggestion
from teamkit.projects.allocation.write import filled
from teamkit.projects.proposals.model import Proposal
from teamkit.store.change import Change
from tests.markdown.made import quick
from tests.projects.allocation.made import ABLE, LEARNER, NEAR, TEACHER, asked
from tests.projects.proposals.made import proposal

HEAD = """\
---
title: Watch
---

# Watch

## Needs

| Need | Skill | Level | FTE | From | To |
| --- | --- | --- | --- | --- | --- |
| Map | maps | 3 | 0.5 | 2027-02-01 | 2027-02-28 |
| Form | maps | 3 | 0.4 | 2027-02-01 | 2027-02-28 |

"""
COLUMNS = """\
## Allocation

| Need | Person | Role | Part | From | To | State |
| --- | --- | --- | --- | --- | --- | --- |
"""
ANA = "| Map | @ana | main | 50 | 2027-02-01 | 2027-02-28 | suggested |\n"
BEN = "| Map | @ben | support | 15 | 2027-02-01 | 2027-02-28 | suggested |\n"
HELPED = (
    "| Map | @carla | support | 10 | | | agreed |\n| Form | @carla | main | 40 | | | agreed |\n"
)
HELPED += "| Form | @dani | support | 10 | | | agreed |\n"
TELLS = {"ana": TEACHER, "ben": LEARNER}
ALONE = {"ana": ABLE}


def fill(
    own: Proposal, told: dict[str, Experience] | None = None, today: date | None = None
) -> Change:
    told = TELLS if told is None else told
    question = asked(own, told=[told], today=today or date(2026, 12, 1))
    return filled(suggestion(question), plain_handle)


def after(text: str, told: dict[str, Experience] | None = None) -> str:
    """The file with what is suggested."""
    change = fill(proposal(text), told)
    return change.writes[0].text if change.writes else text


def rows(text: str) -> list[str]:
    """The rows of the allocation."""
    return text.split("## Allocation")[1].split("\n")[4:-1]


def test_the_change_says_what_it_does() -> None:
    change = fill(proposal(HEAD + COLUMNS + HELPED), ALONE)

    assert (change.message, change.command) == ("Suggest people for Watch", "allocation suggest")
    assert [write.path for write in change.writes] == ["proposals/a-plan.md"]


def test_a_row_stands_below_those_of_its_need() -> None:
    assert after(HEAD + COLUMNS + HELPED, ALONE) == (
        HEAD + COLUMNS + HELPED.replace("| Form", ANA.replace("50", "40") + "| Form", 1)
    )


def test_without_a_table_or_a_section_both_are_made() -> None:
    told = {"ana": TEACHER}

    without_table = after(f"{HEAD}## Allocation\n\nNobody yet.\n", told)
    without_section = after(HEAD, told)

    for text in (without_table, without_section):
        assert text.startswith(HEAD)
        assert [row.split(" | ")[1:4] for row in rows(text) if "@" in row] == [
            ["@ana", "main", "50"],
            ["@ana", "main", "40"],
        ]
    assert "Nobody yet.\n" in without_table


def test_earlier_suggestions_go_unless_they_are_made_again() -> None:
    old = "| Map | @eli | main | 50 | 2027-02-01 | 2027-02-28 | suggested |\n"
    kept = HELPED.replace("| Form", ANA.replace("50", "40") + "| Form", 1)

    assert after(HEAD + COLUMNS + old + HELPED, ALONE) == HEAD + COLUMNS + kept
    assert after(HEAD + COLUMNS + kept, ALONE) == HEAD + COLUMNS + kept


def test_suggestions_go_where_nobody_is_proposed_any_more() -> None:
    old = ANA + BEN

    assert after(HEAD + COLUMNS + old, {"eli": Experience(None, 3)}) == HEAD + COLUMNS


def test_suggestions_of_needs_that_were_not_looked_at_stay() -> None:
    over = HEAD.replace("| Form | maps | 3 | 0.4", "| Form | maps | 3 | ?")
    stale = (
        "| Form | @eli | main | 40 | | | suggested |\n| Old | @eli | main | 5 | | | suggested |\n"
    )
    text = over + COLUMNS + stale

    assert [row.split(" | ")[:2] for row in rows(after(text, ALONE))] == [
        ["| Form", "@eli"],
        ["| Old", "@eli"],
        ["| Map", "@ana"],
    ]


def test_what_people_wrote_stays_and_volunteers_keep_their_row() -> None:
    own = (
        "| Map | @ana | main |  |  |  | volunteered |\n"
        "| Map | @eli | main | 50 |  |  | declined |\n"
        "| Map | @fay | main | 50 |  |  | perhaps |\n"
        "| Form | @carla | main | 40 | | | agreed |\n"
        "| Form | @dani | support | 10 | | | agreed |\n"
    )

    assert after(HEAD + COLUMNS + own, ALONE) == HEAD + COLUMNS + own


def test_columns_may_stand_in_another_order_and_there_may_be_more() -> None:
    table = (
        "## Allocation\n\n"
        "| State | Person | Need | Mood | To | From | Part | Role |\n"
        "|---|:-:|---|---|---|---|--:|---|\n"
        "| agreed | @carla | Form | :-) | | | 40 | main |\n"
        "| agreed | @dani | Form | | | | 10 | support |\n"
    )

    assert after(HEAD + table, ALONE) == (
        f"{HEAD}{table}| suggested | @ana | Map |  | 2027-02-28 | 2027-02-01 | 50 | main |\n"
    )


def test_a_table_without_a_column_is_refused_and_nothing_is_lost() -> None:
    table = COLUMNS.replace("| Role ", "").replace("| --- ", "", 1)

    with pytest.raises(EditRefusedError) as refused:
        fill(proposal(f"{HEAD}{table}| Map | @eli | 5 | | | agreed |\n"), ALONE)

    assert "it has no column 'Role'" in refused.value.message


def test_what_would_be_read_differently_is_refused() -> None:
    own = proposal(HEAD + COLUMNS + HELPED)
    changed = own._replace(needs=(own.needs[0]._replace(title=" Map "), *own.needs[1:]))

    with pytest.raises(EditRefusedError) as refused:
        fill(changed, ALONE)

    assert "it would be read differently" in refused.value.message


def test_of_a_row_that_suggests_several_people_all_go_or_stay_together() -> None:
    both = "| Map | @ana, @eli | main | 40 | 2027-02-01 | 2027-02-28 | suggested |\n"

    text = after(HEAD + COLUMNS + both + HELPED, ALONE)

    assert [row.split(" | ")[1] for row in rows(text)] == ["@carla", "@ana", "@carla", "@dani"]


def test_line_ends_stay_as_they_are() -> None:
    text = (HEAD + COLUMNS + HELPED).replace("\n", "\r\n")

    assert after(text, ALONE) == after(HEAD + COLUMNS + HELPED, ALONE).replace("\n", "\r\n")


def test_a_file_without_a_last_line_end_loses_its_last_row_only() -> None:
    text = (HEAD + COLUMNS + HELPED + ANA.replace("ana", "eli")).rstrip("\n")

    assert sorted(rows(after(text, ALONE) + "\n")) == sorted(
        [*HELPED.rstrip("\n").split("\n"), ANA.replace("50", "40").rstrip("\n")]
    )


PEOPLE = st.sampled_from(["@ana", "@ben", "eli", "[Fay](../people/fay.md)", "@ana, @ben", ""])
CELLS = st.tuples(
    st.sampled_from(["Map", "map", "Form", "Old", ""]),
    PEOPLE,
    st.sampled_from(["main", "support", "review", ""]),
    st.sampled_from(["50", "40 %", "", "x"]),
    st.sampled_from(["2027-02-01", ""]),
    st.sampled_from(["2027-02-28", ""]),
    st.sampled_from(["volunteered", "suggested", "suggested", "agreed", "declined", "", "odd"]),
)
END = st.sampled_from(["\n", "\r\n"])
TAIL = st.sampled_from(["", "\n", "\nMore.\n", "\n## Advice\n\nx\n", "\n<!-- a\n\n-->\n"])


@quick
@given(st.lists(CELLS, max_size=6), END, TAIL)
def test_nothing_goes_but_suggestions_and_writing_twice_changes_nothing(
    cells: list[tuple[str, ...]], end: str, tail: str
) -> None:
    table = "".join(f"| {' | '.join(row)} |\n" for row in cells)
    text = (HEAD + COLUMNS + table + tail).replace("\n", end)

    told = {"ana": TEACHER, "ben": LEARNER, "eli": NEAR}
    written = after(text, told)

    before, now = text.split("\n"), written.split("\n")
    stay = [line for line in before if line in now]
    gone = [line for line in before if line not in now]
    rest = iter(now)
    assert all(line in rest for line in stay)
    assert all("| suggested |" in line for line in gone)
    assert all("| suggested |" in line for line in now if line not in before)
    assert after(written, told) == written
