"""The two tables of a need: what cannot be read in them is told, with its line."""

import pytest

from teamkit.check.check import check
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import CATALOG

CHOICE = (
    "| Solution | Use it when | Approx. time | Risks | Who |\n| --- | --- | --- | --- | --- |\n"
)
RECORD = (
    "| Project | Date | Solution | Estimated | Actual | Risks that happened | What we learnt |\n"
    "| --- | --- | --- | --- | --- | --- | --- |\n"
)
FORMS = "Write 3-6 d, 4 h or 2 w (a day is 8 hours, a week 5 days)"


def found(folder: Folder, body: str) -> list[tuple[int, str, str]]:
    """(line, message, hint) of a need with that body; it begins on line 4."""
    text = f"---\ntitle: A need\n---\n{body}"
    folder.write({"solutions/a-need.md": text, "skills/catalog.yml": CATALOG})
    findings = check(Team.open(folder.path))
    assert {(one.path, one.is_error) for one in findings} <= {("solutions/a-need.md", False)}
    return [(one.line, one.message, one.hint) for one in findings]


def test_tables_as_they_should_be_are_fine(small: Folder) -> None:
    job = "| X | 2026-01-01 | by h |  | 3 d |\n"
    body = f"{CHOICE}| By hand | | 3-6 d | a; b | @ana |\n\n{RECORD}{job}"

    assert found(small, body) == []


@pytest.mark.parametrize(
    ("time", "message", "hint"),
    [
        ("-3 d", "'-3 d' is not a duration", FORMS),
        ("soon", "'soon' is not a duration", FORMS),
        ("0 d", "'0 d' begins with no time at all", FORMS),
        ("6-3 d", "'6-3 d' ends below where it starts", "Write low-high: 3-6 d"),
    ],
)
def test_a_time_that_cannot_be_read_is_told(
    small: Folder, time: str, message: str, hint: str
) -> None:
    body = f"{CHOICE}| By hand | | {time} | | |\n\n{RECORD}| X | | | {time} | {time} | | |\n"

    assert found(small, body) == [(6, message, hint), (10, message, hint)]


def test_a_sign_alone_says_that_nobody_knows(small: Folder) -> None:
    body = f"{CHOICE}| By hand | | ? | | |\n\n{RECORD}| X | - | | … | ? | | |\n"

    assert found(small, body) == []


def test_days_people_and_solutions_that_nobody_knows_are_told(small: Folder) -> None:
    rows = "| X | soon | By hnad |  | 3 d | | |\n| Y | | Boat |  | 3 d | | |\n"
    body = f"{CHOICE}| By hand | | 3 d | | @zoe, Carla |\n| | | 3 d | | |\n\n{RECORD}{rows}"

    assert found(small, body) == [
        (6, "nobody here is called 'zoe'", "add them: teamkit people add"),
        (7, "the row has nothing under 'Solution'", "the row is ignored"),
        (11, "'By hnad' is not a solution in the table above", "did you mean 'By hand'?"),
        (11, "'soon' is not a day", "write 2026-12-04"),
        (12, "'Boat' is not a solution in the table above", "it counts for none of them"),
    ]


def test_columns_too_few_and_too_many_are_told_and_the_rest_is_read(small: Folder) -> None:
    others = ("Date", "Solution", "Estimated", "Risks that happened", "What we learnt")
    lacking = [f"'{name}'" for name in others]
    body = """\
| solution | Aprox. time | Risks | Who | Cost |
|---|---|---|---|---|
| By hand | 3 d | a | b | |

| Project | Actual |
|---|---|
| X | -1 d | more |
"""

    assert found(small, body) == [
        (
            4,
            "the table 'Solutions' has no columns 'Use it when', 'Approx. time'",
            "did you mean 'Approx. time' instead of 'Aprox. time'?",
        ),
        (
            4,
            "the table 'Solutions' has unknown columns 'Aprox. time', 'Cost'",
            "kept, but not read",
        ),
        (6, "nobody here is called 'b'", "add them: teamkit people add"),
        (
            8,
            f"the table 'Track record' has no columns {', '.join(lacking)}",
            "the other columns are read",
        ),
        (10, "'-1 d' is not a duration", FORMS),
        (
            10,
            "the row has 3 cells, the table 2 columns",
            r"write \| for a pipe that belongs to a cell",
        ),
    ]


def test_other_tables_are_nobodys_business(small: Folder) -> None:
    assert found(small, "| Size | Cost |\n| --- | --- |\n| big | soon | 3 |\n") == []
