"""`teamkit check` at the command line."""

import json

from tests.conftest import Folder, Result

TOPIC = "---\ntitle: X\nby: bne\n---\n"
SAID = "topics/x.md:3: nobody here is called 'bne' (did you mean ben?)\n"


def test_findings_stand_one_a_line_and_the_status_is_1(small: Folder) -> None:
    small.write({"topics/x.md": TOPIC})

    assert small.run("check") == Result(1, SAID, "")


def test_no_findings_is_a_sentence_and_status_0(small: Folder) -> None:
    assert small.run("check") == Result(0, "", "Nothing is wrong.\n")


def test_unreadable_files_are_told_once(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": "---\na: [\n---\n"})

    result = small.run("check")

    assert (result.status, result.stderr) == (1, "")
    assert result.stdout.count("notes/2026-11-20-friday.md") == 1


def test_programs_get_every_fact(small: Folder) -> None:
    small.write({"topics/x.md": TOPIC})

    result = small.run("check", "--json")

    assert json.loads(result.stdout)["items"] == [
        {
            "path": "topics/x.md",
            "line": 3,
            "rule": "person",
            "message": "nobody here is called 'bne'",
            "hint": "did you mean ben?",
            "error": False,
        }
    ]


def test_paths_limit_it(small: Folder) -> None:
    small.write({"topics/x.md": TOPIC})

    assert small.run("check", "people").status == 0
    assert small.run("check", "topics").stdout == SAID
    assert small.run("check", "nots").status == 3
