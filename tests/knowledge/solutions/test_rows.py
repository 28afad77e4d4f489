"""Beliefs about adding and changing rows: by the names of columns, and nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import EditRefusedError
from teamkit.knowledge.solutions import rows
from teamkit.knowledge.solutions.model import RECORD, Use, is_choice, is_record
from teamkit.markdown.document import Document, parse
from tests.knowledge.solutions.needs import need

CELLS = {"Project": "Tidewatch", "Actual": "7 d", "What we learnt": "ask | first"}
BLOCK = """\
<!-- teamkit:begin copy sum=0000 -->

| Project | Actual |
| --- | --- |
| Copied | 1 d |

<!-- teamkit:end -->
"""


def document(text: str) -> Document:
    return parse("solutions/a-need.md", text.encode())


def added(text: str, cells: dict[str, str] = CELLS) -> str:
    return rows.add(document(text), "Track record", RECORD, cells, is_record)


def test_columns_are_found_by_name_and_strange_ones_stay_empty() -> None:
    text = """\
---
title: A need   # ours
---
| what we LEARNT | Client | Actual | Project |
|:---|---|---:|---|
| a \\| b | Ann | 3 d | X |

The end.
"""

    after = added(text)

    row = "| ask \\| first |  | 7 d | Tidewatch |"
    assert after == text.replace("| X |\n", f"| X |\n{row}\n")


def test_a_column_that_is_needed_and_not_there_is_a_refusal() -> None:
    text = "| Project | Actual |\n| --- | --- |\n"

    with pytest.raises(EditRefusedError) as refused:
        added(text)

    assert refused.value.message == (
        "Cannot change 'Track record' without touching the rest: "
        "its table has no column 'What we learnt'."
    )


def test_a_column_that_may_lack_is_left_out() -> None:
    text = "| Project | Actual |\n| --- | --- |\n"

    after = rows.add(
        document(text), "Track record", RECORD, CELLS, is_record, may_lack=["What we learnt"]
    )

    assert after == f"{text}| Tidewatch | 7 d |\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# A need\n\n## Track record\n\nWhat it took.\n\n\n## Later\n",
            "What it took.\n\n{}\n\n\n",
        ),
        ("## track record\n## Later\n", "## track record\n\n{}\n\n## Later\n"),
        ("## Track record", "## Track record\n\n{}"),
        ("---\ntitle: x\n---\n", "---\n\n## Track record\n\n{}\n"),
        ("Some words.", "Some words.\n\n## Track record\n\n{}"),
        ("", "## Track record\n\n{}"),
        (f"## Track record\n\n{BLOCK}", f"{{}}\n\n{BLOCK}"),
    ],
)
def test_a_table_and_a_section_are_made_where_they_are_missing(before: str, after: str) -> None:
    head = "| Project | Date | Solution | Estimated | Actual | Risks that happened |"
    table = (
        f"{head} What we learnt |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        "| Tidewatch |  |  |  | 7 d |  | ask \\| first |"
    )

    made = added(before)

    assert after.format(table) in made
    lines = iter(made.split("\n"))
    assert all(line in lines for line in before.split("\n"))


def test_windows_line_ends_stay() -> None:
    head = "## Track record\r\n\r\n| Project | Actual |\r\n| --- | --- |\r\n"
    text = f"{head}| X | 3 d |\r\n\r\nEnd.\r\n"

    after = added(text, {"Project": "Y", "Actual": "4 d"})

    assert after == text.replace("| 3 d |\r\n", "| 3 d |\r\n| Y | 4 d |\r\n")
    assert "\n" not in added("Words.\r\n").replace("\r\n", "")


def test_what_is_generated_is_no_table_of_ours() -> None:
    own = "| Project | Actual |\n| --- | --- |\n"

    after = added(f"{BLOCK}\n{own}", {"Project": "Y", "Actual": "4 d"})

    assert after == f"{BLOCK}\n{own}| Y | 4 d |\n"


def test_a_cell_is_changed_by_the_name_of_its_column() -> None:
    text = "| Cost | risks | Solution |\r\n|---|---|---|\r\n| 5 | rain | By hand |\r\n"

    after = rows.change(document(text), "Solutions", 3, {"Risks": "rain; a | b"}, is_choice)

    assert after == text.replace("| rain |", "| rain; a \\| b |")
    assert rows.cell(document(after), 3, "Risks", is_choice) == "rain; a | b"


@pytest.mark.parametrize(("line", "name"), [(2, "Solution"), (9, "Solution"), (3, "Who")])
def test_a_cell_that_is_not_there_cannot_be_changed(line: int, name: str) -> None:
    text = "| Solution |\n| --- |\n| By hand |\n"

    with pytest.raises(EditRefusedError):
        rows.change(document(text), "Solutions", line, {name: "x"}, is_choice)

    assert rows.cell(document(text), line, "Who", is_choice) == ""


WORDS = st.text(st.sampled_from("ab |\\`:-"), max_size=8).map(lambda text: " ".join(text.split()))


@st.composite
def records(draw: st.DrawFn) -> str:
    """A file with a hand-made track record, its columns in any order."""
    extra = draw(st.lists(st.sampled_from(["Client", "Team", "Cost"]), unique=True, max_size=2))
    columns = draw(st.permutations([*RECORD, *extra]))
    outer, gap = draw(st.sampled_from(["|", ""])), draw(st.sampled_from([" ", "  "]))
    cell = st.text(st.sampled_from("ab é:"), max_size=6).map(str.strip)
    told = draw(st.lists(st.lists(cell, min_size=2, max_size=len(columns)), max_size=3))
    lines = [columns, ["---"] * len(columns), *(["x", *row[1:]] for row in told)]
    table = [outer + f"{gap}|{gap}".join(line) + f"{gap}{outer}" for line in lines]
    head = ["---", "title: A need # ours", "---", "", "Words | with a pipe.", ""]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    tail = draw(st.sampled_from(["", "\n", "\n\nEnd.\n"]))
    return end.join([*head, *table]) + tail.replace("\n", end)


@given(records(), WORDS, WORDS)
def test_a_new_row_says_what_was_asked_and_every_other_line_stays(
    text: str, project: str, learnt: str
) -> None:
    cells = {"Project": project, "Actual": "7 d", "What we learnt": learnt}
    before = need(text)

    try:
        after = added(text, cells)
    except EditRefusedError:  # such as a cell that ends in a backslash
        return

    lines, kept = after.split("\n"), text.split("\n")
    if text.endswith("\n"):
        places = [at for at in range(len(lines)) if lines[:at] + lines[at + 1 :] == kept]
        assert places
    found = need(after)
    assert [use._replace(line=0) for use in found.uses[:-1]] == [
        use._replace(line=0) for use in before.uses
    ]
    new: Use = found.uses[-1]
    assert (new.project, new.learnt) == (project, learnt)
    assert new.actual
    assert new.actual.spell() == "7 d"
