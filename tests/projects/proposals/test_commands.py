"""Beliefs about `teamkit proposals` as people type it."""

import json

import pytest

from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES
from tests.projects.proposals.made import WATCH

NEW = ("proposals", "new", "Wreck watch")
PATH = "proposals/wreck-watch.md"
SURE = ("--need", "very large files")
STRANGE = ("--need", "Count gulls")
GULLS = "solutions/count-gulls.md"


@pytest.fixture
def team(small: Folder) -> Folder:
    """The small team with three needs and a proposal."""
    small.write(
        {**FILES, "proposals/beacon.md": WATCH.replace("title: Wreck watch", "title: Beacon")}
    )
    small.commit("Needs")
    return small


def rows(folder: Folder, path: str = PATH) -> list[str]:
    """The rows under Needs."""
    below = folder.read(path).partition("## Needs\n")[2].partition("\n## ")[0]
    return [line for line in below.split("\n") if line.startswith("| ")][2:]


def test_a_sure_need_is_linked_by_its_solution(team: Folder) -> None:
    result = team.run(*NEW, *SURE)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == (
        "'very large files' is: Let people upload very large files (large-uploads),"
        " by: Resumable upload;"
        " skill: s3 (also: web-workers).\nCommitted: Add the proposal Wreck watch\n"
    )
    assert rows(team) == [
        "| very large files | s3 |  |  |  |  | [Resumable upload](../solutions/large-uploads.md) |"
    ]
    assert (team.log(), team.status()) == (["Add the proposal Wreck watch"], "")


def test_what_fits_nothing_is_asked_about_and_nothing_is_written(team: Folder) -> None:
    result = team.run(*NEW, *SURE, *STRANGE)

    assert (result.status, result.stdout) == (8, "")
    assert result.stderr == (
        "teamkit: Needs an answer: record as missing: 'Count gulls'?\n"
        "  Pass --missing or --no-missing\n"
    )
    assert team.status() == ""


def test_what_fits_nothing_is_recorded_in_the_same_commit(team: Folder) -> None:
    result = team.run(*NEW, *STRANGE, "--need", "count: gulls", "--missing")

    assert (result.status, result.stdout) == (0, f"{PATH}\n{GULLS}\n")
    assert "status: missing" in team.read(GULLS)
    assert rows(team) == [
        f"| {words} |  |  |  |  |  | [{words}](../{GULLS}) |"
        for words in ("Count gulls", "count: gulls")
    ]
    assert team.git("show", "--name-only", "--format=").split() == [PATH, GULLS]


def test_or_its_row_has_no_solution(team: Folder) -> None:
    result = team.run(*NEW, *STRANGE, "--no-missing")

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert "No need speaks of 'Count gulls'; nothing is linked.\n" in result.stderr
    assert rows(team) == ["| Count gulls |  |  |  |  |  |  |"]


def test_the_front_matter_says_what_was_given(team: Folder) -> None:
    result = team.run(
        *NEW, "--owner", "Ana", "--decider", "carla", "--from", "2027-02-01", "--to", "2027-05-28",
        "--probability", "40", "--scope", "Low", "--risk", "high", "--status", "lead",
    )  # fmt: skip

    assert result.status == 0
    assert team.read(PATH).partition("\n\n")[0] == (
        "---\ntitle: Wreck watch\nstatus: lead\nowner: ana\ndecider: carla\nstarts: 2027-02-01\n"
        "ends: 2027-05-28\nprobability: 40\nscope: low\nrisk: high\n---"
    )


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--scope", "huge"), 2, "Unknown scope 'huge'"),
        (("--status", "sold"), 2, "Unknown status 'sold'"),
        (("--from", "2027-02-01", "--to", "2027-01-01"), 2, "before it starts"),
        (("--from", "soon"), 2, "'soon' is not a day"),
        (("--probability", "140"), 2, "140"),
        (("--owner", "zoe"), 3, "no person 'zoe'"),
        (("--need", "!"), 2, "no letters"),
        ((*SURE, "--need", "Very large FILES"), 2, "named twice"),
        (("more",), 2, 'proposals new "Wreck watch more"'),
        (("-", "--edit"), 2, "Both - and --edit"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    team: Folder, options: tuple[str, ...], status: int, said: str
) -> None:
    result = team.run(*NEW, *options)

    assert (result.status, result.stdout) == (status, "")
    assert said in result.stderr
    assert team.status() == ""


def test_what_it_is_about_comes_from_stdin(team: Folder) -> None:
    result = team.run(*NEW, "-", stdin="Divers want to be told.\n")

    assert result.status == 0
    assert "# Wreck watch\n\nDivers want to be told.\n\n## Needs\n" in team.read(PATH)


def test_the_page_opens_in_an_editor_first(team: Folder) -> None:
    editor = team.path.parent / f"{team.path.name}-editor"
    editor.write_text("#!/bin/sh\nprintf 'More.\\n' >> \"$1\"\n")
    editor.chmod(0o755)

    result = team.run(*NEW, "--edit", env={"EDITOR": str(editor)})

    assert result.status == 0
    assert team.read(PATH).endswith("Not decided yet.\nMore.\n")


def test_a_rehearsal_shows_both_files_and_writes_none(team: Folder) -> None:
    result = team.run(*NEW, *STRANGE, "--missing", "--dry-run")

    assert result.status == 0
    assert [line for line in result.stdout.split("\n") if line.startswith("+++")] == [
        f"+++ b/{PATH}",
        f"+++ b/{GULLS}",
    ]
    assert team.status() == ""


def test_programs_get_the_proposal(team: Folder) -> None:
    told = json.loads(team.run(*NEW, *STRANGE, "--missing", "--json").stdout)

    assert told["kind"] == "proposals.new"
    assert told["items"][0]["needs"][0]["need"] == "count-gulls"
    assert told["recorded"] == [GULLS]


def test_a_need_is_added_and_later_changed(team: Folder) -> None:
    first = team.run(
        "proposals", "need", "beacon", "very large files", "--level", "3", "--skill", "buckets"
    )
    again = team.run(
        "proposals", "need", "beacon", "Very large files", "--fte", "50%", "--to", "2027-02-01"
    )
    same = team.run("proposals", "need", "beacon", "Very large files", "--fte", "0.5")

    assert [first.status, again.status, same.status] == [0, 0, 0]
    assert first.stderr == (
        "'very large files' is: Let people upload very large files (large-uploads),"
        " by: Resumable upload.\n"
        "Committed: Beacon needs: very large files\n"
    )
    assert "| very large files | s3" in team.read("proposals/beacon.md")
    assert (again.stdout, same.stderr) == ("proposals/beacon.md\n", "Nothing to change.\n")


def test_a_need_is_linked_to_the_solution_that_is_named(team: Folder) -> None:
    result = team.run("proposals", "need", "beacon", "Alarms", "--solution", "sign")

    told = json.loads(team.run("proposals", "show", "beacon", "--json").stdout)
    assert (result.status, result.stderr) == (0, "Committed: Beacon needs: Alarms\n")
    assert told["items"][0]["needs"][-1]["need"] == "sign-in"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--solution", "nothing-like-it"), 3),
        (("--skill", "postgris"), 3),
        (("--fte", "-1"), 2),
        (("--level", "9"), 2),
        (("--from", "2027-02-01", "--to", "2027-01-01"), 2),
        ((), 8),
    ],
)
def test_a_need_that_cannot_be_meant_is_refused(
    team: Folder, options: tuple[str, ...], status: int
) -> None:
    result = team.run("proposals", "need", "beacon", "Alarms at sea", *options)

    assert (result.status, result.stdout) == (status, "")
    assert team.status() == ""


def test_the_list_and_one_of_it(team: Folder) -> None:
    listed = team.run("proposals", "list", "--status", "lead")
    shown = team.run("proposals", "show", "bea")

    assert listed.stdout == "beacon\tBeacon\tlead\t60 %\t2027-01-11 to 2027-06-25\tana\t3\n"
    assert "Tide map\tdani\tmain\t40 %\t2027-01-11 to 2027-02-01\tvolunteered\n" in shown.stdout


def test_a_status_is_one_line_and_says_what_follows(team: Folder) -> None:
    result = team.run("proposals", "set-status", "beacon", "lost", "--probability", "0")

    assert (result.status, result.stdout) == (0, "proposals/beacon.md\n")
    assert result.stderr == ("What is agreed counts no more: Eli.\nCommitted: Beacon is lost\n")
    assert "status: lost\n" in team.read("proposals/beacon.md")
    assert "probability: 0\n" in team.read("proposals/beacon.md")


def test_an_empty_team_is_told_how_to_begin(small: Folder) -> None:
    result = small.run("proposals", "list")

    assert (result.status, result.stdout) == (0, "")
    assert result.stderr.startswith("No proposals here. Record one: teamkit proposals new")
    assert small.run("proposals", "show", "x").status == 3
    assert small.run(*NEW, *SURE, "--missing").status == 0
    assert "status: missing" in small.read("solutions/very-large-files.md")
