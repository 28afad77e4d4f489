"""The objections that wait, as a command."""

import json

from tests.conftest import Folder

RAISED = "## A\n\n- Objection (strong) @ben: cost\n- Objection: time\n"


def test_open_objections_are_listed_with_their_age(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": RAISED})

    result = small.run("notes", "objections")

    assert result.stdout == (
        "Ben (strong)\tcost\tA\t11\t2026-11-20-friday:3\n"
        "somebody\ttime\tA\t11\t2026-11-20-friday:4\n"
    )
    assert result.stderr == (
        'Close one under its topic: teamkit notes add "Answered @ben: ..." (or Withdrawn).\n'
    )


def test_what_was_answered_in_any_series_is_answered(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": RAISED,
            "notes/2026-11-27-joint.md": "## A\n\n- Answered @ben: a cap\n",
            "notes/2026-12-04-friday.md": "## A\n\n- Answered: later than today\n",
        }
    )

    result = small.run("notes", "objections", "--series", "friday", "--json")

    items = json.loads(result.stdout)["items"]
    assert [(item["person"], item["text"], item["since"]) for item in items] == [
        (None, "time", "2026-11-20")
    ]


def test_no_objection_is_a_sentence(small: Folder) -> None:
    result = small.run("notes", "objections")

    assert (result.status, result.stdout, result.stderr) == (0, "", "No objection is open.\n")
