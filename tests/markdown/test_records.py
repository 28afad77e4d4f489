"""Beliefs about typed tables: read, added to, changed and checked by one declaration."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError, UsageError
from teamkit.markdown.columns import Header, day, having, one_of, word
from teamkit.markdown.document import parse
from teamkit.markdown.outline import Outline
from teamkit.markdown.records import Records
from teamkit.markdown.tables import PipeTable
from tests.markdown.made import bodies, quick, real_files


class Job(NamedTuple):
    project: str
    first: date | None
    last: date | None
    hours: int | None
    state: str
    line: int


def number(words: str) -> int:
    if not words.isdecimal():
        raise UsageError(f"'{words}' is not a number.")
    return int(words)


JOBS = Records(
    Job,
    "Jobs",
    (
        Header("Project", "project", is_needed=True),
        Header("From", "first", day, None),
        Header("To", "last", day, None),
        Header("Hours", "hours", number, None),
        Header("State", "state", one_of("state", ("open", "done"))),
    ),
    having("Project", but=("Person",)),
    "job",
    interval=("From", "To"),
)
SECTION = JOBS._replace(scope="section", followed_by=("Later", "Last"))
TABLE = """\
| hours | Client | PROJECT | State | From |
|------:|--------|---------|-------|------|
|     3 | Ann    | Tide    | DONE  | 2026-12-01 |
"""


def page(text: str) -> Outline:
    return Outline(parse("jobs/a.md", text.encode()))


def read(text: str, records: Records[Job] = JOBS) -> list[Job]:
    return records.read(page(text))


def found(text: str, records: Records[Job] = JOBS) -> list[tuple[int, str, str]]:
    findings = records.check(page(text))
    assert {(one.path, one.rule) for one in findings} <= {("jobs/a.md", "job")}
    return [(one.line, one.message, one.hint) for one in findings]


def test_rows_are_read_by_the_names_of_their_columns_whatever_their_order() -> None:
    text = f"---\ntitle: x\n---\n{TABLE}"

    assert read(text) == [Job("Tide", date(2026, 12, 1), None, 3, "done", 6)]


def test_what_cannot_be_read_is_empty_and_a_row_without_what_it_needs_is_ignored() -> None:
    text = (
        "| Project | From | Hours | State |\n|-|-|-|-|\n| A | soon | x | maybe |\n|||\n| | | 3 |\n"
    )

    assert read(text) == [Job("A", None, None, None, "", 3)]
    hours = Header("Hours", "hours", number, None, is_needed=True)
    assert Records(_pair, "Jobs", (hours,), having("Hours"), "job").read(page(text)) == [(3, 5)]


def _pair(hours: int, line: int) -> tuple[int, int]:
    return hours, line


def test_a_question_mark_says_that_nobody_knows_except_where_it_is_text() -> None:
    text = "| Project | Hours | From |\n|-|-|-|\n| ? | ? | - |\n"

    assert read(text) == [Job("?", None, None, None, "", 3)]
    assert JOBS._replace(is_free=True).check(page(text)) == []
    assert [Header("State", "state", word).value(cell) for cell in ("?", "open?")] == ["", "open?"]


@pytest.mark.parametrize(
    ("records", "lines"),
    [
        (JOBS, [3, 9, 13, 19]),
        (JOBS._replace(scope="first"), [3]),
        (SECTION, [9, 13]),
        (SECTION._replace(title="Elsewhere"), [3, 9, 13, 19]),
    ],
)
def test_tables_count_where_the_declaration_says(records: Records[Job], lines: list[int]) -> None:
    table = "| Project |\n|-|\n| A |\n"
    other = "| Project | Person |\n|-|-|\n| A | Ben |\n"
    text = f"{table}\n\n## Jobs\n{table}\n{table}\n# End\n\n{table}\n{other}"

    assert [job.line for job in read(text, records)] == lines


def test_a_table_is_known_by_the_columns_it_has_and_those_it_lacks() -> None:
    both = page("| A | b |\n|-|-|\n").tables[0]

    assert [having("a", "B")(both), having("A", "C")(both)] == [True, False]
    assert [having("A", but=("C",))(both), having("A", but=("C", "B"))(both)] == [True, False]


def test_generated_tables_and_code_hold_no_records() -> None:
    block = f"<!-- teamkit:begin x -->\n\n{TABLE}\n<!-- teamkit:end -->\n"

    assert read(f"{block}\n```\n{TABLE}```\n") == []


def test_the_cells_of_a_column_are_given_as_they_are_written() -> None:
    text = "| Hours | Project |\n|-|-|\n| x | A |\n| ? | B |\n| 3 | |\n"

    assert JOBS.cells(page(text), "Hours") == [(3, "x"), (5, "3")]
    assert JOBS.cells(page(text), "Project") == [(3, "A"), (4, "B")]
    assert [JOBS.cell(page(text), 4, title) for title in ("hours", "State")] == ["?", ""]
    with pytest.raises(EditRefusedError, match="line 2 is not one of its rows"):
        JOBS.cell(page(text), 2, "Hours")


def test_a_new_row_keeps_to_the_columns_that_are_there() -> None:
    after = JOBS.add(page(TABLE), {"Project": "a | b", "Hours": "7"})

    assert after == f"{TABLE}| 7 |  | a \\| b |  |  |\n"


@pytest.mark.parametrize("may_lack", [(), ("To",)])
def test_words_without_a_column_are_refused_unless_it_may_lack(may_lack: Sequence[str]) -> None:
    cells = {"Project": "A", "To": "2026-12-04"}

    if may_lack:
        assert JOBS.add(page(TABLE), cells, may_lack=may_lack).endswith("|  |  | A |  |  |\n")
        assert JOBS.change(page(TABLE), 3, {"To": "x"}, may_lack=may_lack) == TABLE
    else:
        with pytest.raises(EditRefusedError, match=r"'Jobs'.*it has no column 'To'"):
            JOBS.add(page(TABLE), cells)
        with pytest.raises(EditRefusedError, match="it has no column 'To'"):
            JOBS.change(page(TABLE), 3, {"To": ""})


def test_of_several_tables_the_last_one_that_can_say_it_all_gets_the_row() -> None:
    text = "| Project |\n|-|\n\n| Project | To |\n|-|-|\n\n| project |\n|-|\n"

    assert JOBS.add(page(text), {"Project": "A"}) == f"{text}| A |\n"
    after = JOBS.add(page(text), {"Project": "A", "To": "2026-12-04"})
    assert [job.line for job in read(after)] == [6]
    with pytest.raises(EditRefusedError, match="no column 'From'"):
        JOBS.add(page(text), {"From": "2026-12-04"})


def test_a_row_may_be_put_before_another() -> None:
    text = f"{TABLE}| 1 | | Last |\n"

    def last(table: PipeTable) -> int:
        return table.rows[-1].line

    assert [job.project for job in read(JOBS.add(page(text), {"Project": "A"}, before=last))] == [
        "Tide", "A", "Last",
    ]  # fmt: skip
    at_end = JOBS.add(page(text), {"Project": "A"}, before=lambda _: None)
    assert read(at_end)[-1].project == "A"


SIZES = "| Size |\n| --- |\n"
NEW = "| Project | From | To | Hours | State |\n| --- | --- | --- | --- | --- |\n| A |  |  | 7 |  |"


@pytest.mark.parametrize(
    ("records", "text", "after"),
    [
        (JOBS, "", f"## Jobs\n\n{NEW}\n"),
        (JOBS, "# T\n### jobs\n\nx\n# End\n", f"# T\n### jobs\n\nx\n\n{NEW}\n\n# End\n"),
        (SECTION, "# T\n### jobs", f"# T\n### jobs\n\n## Jobs\n\n{NEW}"),
        (SECTION, "## Jobs\n\n## Last\n", f"## Jobs\n\n{NEW}\n\n## Last\n"),
        (SECTION, "## Last\n", f"## Jobs\n\n{NEW}\n\n## Last\n"),
        (SECTION, f"## Jobs\n\n### A\n\n{SIZES}", f"## Jobs\n\n{NEW}\n\n### A\n\n{SIZES}"),
        (JOBS, f"## Jobs\n\n{SIZES}", f"## Jobs\n\n{SIZES}\n{NEW}\n"),
    ],
)  # fmt: skip
def test_a_table_and_its_section_are_made_where_they_are_missing(
    records: Records[Job], text: str, after: str
) -> None:
    assert records.add(page(text), {"Project": "A", "Hours": "7"}) == after
    assert records.render([{"Project": "A", "Hours": "7"}]) == NEW


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("```\n", "the new row would not be read"),
        ("<!--\n", "the new row would not be read"),
        ("## Jobs\n\n| Job |\n|-|\n", "it has no column 'Project'"),
        (
            "## Jobs\n\n| Project | From | To | Hours | State | Person |\n|-|-|-|-|-|-|\n",
            "it has the columns of another one",
        ),
    ],
)
def test_a_table_that_cannot_be_made_is_refused(text: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        SECTION.add(page(text), {"Project": "A"})


def test_only_rows_of_its_tables_are_changed_and_removed() -> None:
    text = f"{TABLE}\n| Size |\n|-|\n| 3 |\n"

    for line in (0, 1, 2, 4, 7):
        with pytest.raises(EditRefusedError, match=f"line {line} is not one of its rows"):
            JOBS.change(page(text), line, {"Hours": "4"})
        with pytest.raises(EditRefusedError, match=f"line {line} is not one of its rows"):
            JOBS.remove(page(text), [3, line])
    assert JOBS.change(page(text), 3, {"Hours": "12"}) == text.replace("|     3 |", "|    12 |")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_removed_rows_leave_the_rest_as_it_is(end: str) -> None:
    text = end.join(["---", "a: 1", "---", *TABLE.split("\n")[:-1], "|1||B|", "|2||C|"])

    assert JOBS.remove(page(text), {6, 8}) == text.replace(f"{end}|2||C|", "").replace(
        TABLE.split("\n")[2] + end, ""
    )
    assert JOBS.remove(page(text), ()) == text


def test_what_is_wrong_in_rows_and_cells_is_found_with_its_line() -> None:
    rows = (
        "| A | soon | 2026-02-30 | x | maybe |\n"
        "| | 2026-12-02 | 2026-12-01 | | |\n"
        "| | | | | |\n"
        "| B | 2026-12-01 | 2026-12-01 | 1 | Done | more |\n"
    )

    assert found(f"| Project | From | To | Hours | State |\n|-|-|-|-|-|\n{rows}") == [
        (3, "'soon' is not a day", "write 2026-12-04"),
        (3, "'2026-02-30' is not a day", "write 2026-12-04"),
        (3, "'x' is not a number", ""),
        (3, "'maybe' is not a state", "write open, done, or leave it empty"),
        (4, "the row has nothing under 'Project'", "the row is ignored"),
        (4, "it ends on 2026-12-01, before 2026-12-02", "the end is ignored"),
        (
            6,
            "the row has 6 cells, the table 5 columns",
            r"write \| for a pipe that belongs to a cell",
        ),
    ]


def test_a_needed_cell_that_cannot_be_read_says_that_its_row_is_ignored() -> None:
    hours = JOBS.columns[3]._replace(is_needed=True)
    first = JOBS.columns[1]._replace(is_needed=True)
    records = JOBS._replace(columns=(hours, first), is_free=True)

    assert found("| Project | Hours | From |\n|-|-|-|\n| A | x | y |\n", records) == [
        (3, "'x' is not a number", "the row is ignored"),
        (3, "'y' is not a day", "write 2026-12-04; the row is ignored"),
    ]


def test_columns_too_few_and_too_many_are_found_unless_that_is_free() -> None:
    text = "| Project | Form | To | Hours |\n|-|-|-|-|\n"

    assert found(text) == [
        (
            1,
            "the table 'Jobs' has no columns 'From', 'State'",
            "did you mean 'From' instead of 'Form'?",
        ),
        (1, "the table 'Jobs' has unknown column 'Form'", "kept, but not read"),
    ]
    assert found("| project | FROM | to | state |\n|-|-|-|-|\n") == [
        (1, "the table 'Jobs' has no column 'Hours'", "the other columns are read"),
    ]
    assert found(text, JOBS._replace(is_free=True)) == []


def test_a_table_below_the_right_heading_without_the_right_columns_is_an_error() -> None:
    text = "## Jobs\n\n| Projet | From | To | Hours | State |\n|-|-|-|-|-|\n"

    assert found(text, SECTION) == [
        (
            3,
            "the table 'Jobs' has no column 'Project'",
            "did you mean 'Project' instead of 'Projet'?",
        )
    ]
    assert found("## Jobs\n\n| A |\n|-|\n", SECTION)[0][2] == "nothing in it is read"
    assert [one.is_error for one in SECTION.check(page(text))] == [True]
    assert found(text) == []


WORDS = st.text(st.sampled_from("ab |\\`:-é"), max_size=8).map(lambda text: " ".join(text.split()))
NAMES = ["Project", "From", "To", "Hours", "State"]


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A hand-made table, its columns in any order, with others among them."""
    extra = draw(st.lists(st.sampled_from(["Client", "Team", "Cost"]), unique=True, max_size=2))
    columns = draw(st.permutations([*NAMES, *extra]))
    outer, gap = draw(st.sampled_from(["|", ""])), draw(st.sampled_from([" ", "  "]))
    cell = st.sampled_from(["x", "", "2026-12-04", "12", "a b", "é", "done"])
    rows = draw(st.lists(st.lists(cell, min_size=2, max_size=len(columns)), max_size=3))
    lines = [columns, ["---"] * len(columns), *(["x", *row[1:]] for row in rows)]
    return "\n".join(outer + f"{gap}|{gap}".join(line) + f"{gap}{outer}" for line in lines)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page with one or two such tables, in a section or not, in either kind of line ends."""
    head = "---\ntitle: A # ours\n---\n\nWords | with a pipe.\n"
    heading = draw(st.sampled_from(["", "## Jobs\n\n", "# jobs ##\n"]))
    tail = draw(st.sampled_from(["", "\n", "\n\nEnd.\n", "\n\n# End"]))
    body = "\n\n".join(draw(st.lists(tables(), min_size=1, max_size=2)))
    text = f"{head}\n{heading}{body}{tail}"
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def unnumbered(text: str, records: Records[Job]) -> list[Job]:
    return [job._replace(line=0) for job in read(text, records)]


@given(pages(), st.sampled_from([JOBS, SECTION]), WORDS.filter(bool), st.integers(0, 99))
@quick
def test_a_new_row_is_read_last_and_every_other_line_stays(
    text: str, records: Records[Job], project: str, hours: int
) -> None:
    try:
        after = records.add(page(text), {"Project": project, "Hours": str(hours)})
    except EditRefusedError:  # such as a cell that ends in a backslash
        return

    new = Job(project, None, None, hours, "", 0)
    assert unnumbered(after, records) == [*unnumbered(text, records), new]
    line = records.read(page(after))[-1].line
    kept, lines = text.replace("\r", "").split("\n"), after.replace("\r", "").split("\n")
    assert lines[: line - 1] + lines[line:] == kept
    assert after.count("\r\n") == (after.count("\n") if "\r" in text else 0)
    assert [one for one in records.check(page(after)) if one.line == line] == []


@given(pages(), st.data(), WORDS)
@quick
def test_a_change_touches_the_bytes_of_that_cell_alone(
    text: str, data: st.DataObject, words: str
) -> None:
    before = [(table, row) for table in JOBS.tables(page(text)) for row in table.rows]
    if not before:
        return
    table, row = data.draw(st.sampled_from(before))
    try:
        after = JOBS.change(page(text), row.line, {"State": words})
    except EditRefusedError:
        return

    lines, kept = after.split("\n"), text.split("\n")
    assert lines[: row.line - 1] + lines[row.line :] == kept[: row.line - 1] + kept[row.line :]
    changed = JOBS.tables(page(after))
    new = next(it.cells for found in changed for it in found.rows if it.line == row.line)
    at, width = table.header.index("State"), len(table.header)
    expected = [*row.cells, *[""] * (width - len(row.cells))]
    expected[at] = words
    assert [*new, *[""] * (width - len(new))] == expected


@given(bodies(), st.sampled_from([JOBS, SECTION]))
@quick
def test_what_was_added_to_any_page_is_read_back_without_a_finding(
    text: str, records: Records[Job]
) -> None:
    text = f"\n{text}"  # a body alone: what begins with --- would be front matter
    cells = {"Project": "Tide | Watch", "From": "2026-12-04", "State": "open"}
    try:
        after = records.add(page(text), cells)
    except EditRefusedError:  # such as an unclosed comment
        return

    new = Job("Tide | Watch", date(2026, 12, 4), None, None, "open", 0)
    assert unnumbered(after, records) == [*unnumbered(text, records), new]
    assert records.check(page(after)) == records.check(page(text)) == []


def test_any_real_page_is_read_and_checked() -> None:
    names = Records(
        lambda name, line: (name, line), "Names", (Header("Name", "name"),), having("Name"), "x"
    )
    for name, data in real_files():
        found = names.read(Outline(parse(name, data)))
        assert all(isinstance(line, int) for _, line in found)
