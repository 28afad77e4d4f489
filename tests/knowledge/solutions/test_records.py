"""Beliefs about `teamkit solutions use|edit|review` as people type them."""

import json

import pytest

from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES, SIGN_IN, UPLOADS
from tests.knowledge.solutions.test_commands import editor

PATH = "solutions/sign-in.md"
USE = ("solutions", "use", "sign-in", "--project", "Tidewatch", "--actual", "4d")


@pytest.fixture
def team(small: Folder) -> Folder:
    """The small team with three needs."""
    small.write(FILES)
    small.commit("Needs")
    return small


def test_a_job_is_one_line_and_one_commit(team: Folder) -> None:
    result = team.run(*USE, "--estimated", "3d", "--new-risk", "waiting", "--date", "2026-11-20")

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == (
        "The client's own service: 3-5 d (stated 3-5 d; 1 job so far).\n"
        "Committed: Record a job of sign-in: Tidewatch took 4 d\n"
    )
    row = "| Tidewatch | 2026-11-20 | The client's own service | 3 d | 4 d | waiting |  |"
    assert team.read(PATH).split("\n")[-2] == row
    assert team.status() == ""


def test_three_jobs_are_a_range_for_people_and_programs(team: Folder) -> None:
    for day in ("2026-11-20", "2026-11-21", "2026-11-22"):
        result = team.run(*USE, "--estimated", "3d", "--date", day)

    page = json.loads(team.run("solutions", "show", "sign-in", "--json").stdout)
    told = "The client's own service: 4 d (3 jobs, took 1.33 times the estimate in the middle).\n"
    assert result.stderr.startswith(told)
    assert team.run("solutions", "list").stdout.split("\n")[2].endswith("\tben\t4 d (3)")
    assert page["team_ratio"] == {"ratio": 1.33, "jobs": 4}
    assert page["items"][0]["solutions"][0]["range"] == {
        "low_days": 4.0,
        "high_days": 4.0,
        "basis": "3 jobs",
        "jobs": 3,
        "measured": True,
        "ratio": 1.33,
    }


def test_a_rehearsal_writes_nothing_and_still_says_the_range(team: Folder) -> None:
    result = team.run(*USE, "--dry-run")

    assert (result.status, team.status(), team.log()) == (0, "", ["Needs"])
    assert result.stdout.startswith(f"diff --git a/{PATH} b/{PATH}\n")
    assert result.stderr == "The client's own service: 3-5 d (stated 3-5 d; 1 job so far).\n"


def test_a_need_is_changed_by_words_alone(team: Folder) -> None:
    solutions = ("--title", "Log in", "--tag", "law", "--solution", "A link", "--who", "Ana")
    team.write({PATH: SIGN_IN.replace("| Approx. time |", "| Who |").replace("3-5 d", "@ben")})
    team.commit("A column")

    result = team.run("solutions", "edit", "sign", "--owner", "carla", *solutions)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == ("Added the solution: A link.\nCommitted: Add a solution for: Log in\n")
    assert (
        team.read(PATH)
        == """\
---
title: Log in
owner: carla
tags: [accounts, law]
review_by: 2026-10-01
---

| Solution | Who |
| --- | --- |
| The client's own service | @ben |
| A link | @ana |
"""
    )


def test_nothing_to_change_is_said(team: Folder) -> None:
    result = team.run("solutions", "edit", "sign-in", "--owner", "ben")

    assert (result.status, result.stderr) == (0, "Nothing to change.\n")
    assert team.log() == ["Needs"]


def test_without_options_the_page_opens_in_the_editor(team: Folder) -> None:
    env = editor(team, """sed -i 's/3-5 d/2-5 d/' "$1" """)

    result = team.run("solutions", "edit", "sign-in", env=env)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == "Committed: Edit the need: Sign in with the account they have\n"
    assert team.read(PATH) == SIGN_IN.replace("3-5 d", "2-5 d")


def test_a_page_that_was_broken_in_the_editor_is_kept_but_not_committed(team: Folder) -> None:
    env = editor(team, """sed -i 's/^owner: ben/owner: [ben/' "$1" """)

    result = team.run("solutions", "edit", "sign-in", env=env)

    assert (result.status, team.status()) == (0, f" M {PATH}\n")
    assert result.stderr.startswith(
        "It cannot be read yet, so it is not committed. solutions/sign-in.md:"
    )
    assert team.log() == ["Needs"]


def test_an_editor_that_changes_nothing_writes_nothing(team: Folder) -> None:
    result = team.run("solutions", "edit", "sign-in", env=editor(team, "true"))

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == "teamkit: Nothing was changed; nothing was written.\n"


def test_without_an_editor_the_options_are_named(team: Folder) -> None:
    result = team.run("solutions", "edit", "sign-in", "--no-input")

    assert (result.status, result.stdout) == (8, "")
    assert result.stderr == (
        "teamkit: Needs an answer: what should change? "
        "(no editor: $VISUAL and $EDITOR are empty)\n"
        "  Pass options, for instance --owner, --tag, --solution\n"
    )


def test_a_review_stamps_the_day_and_plans_the_next(team: Folder) -> None:
    result = team.run("solutions", "review", "large", "--in", "3 months")

    assert (result.status, result.stdout) == (0, "solutions/large-uploads.md\n")
    assert result.stderr == (
        "Reviewed; next time on 2027-03-01.\n"
        "Committed: Review the solutions for: Let people upload very large files\n"
    )
    assert team.read("solutions/large-uploads.md") == UPLOADS.replace(
        "2026-05-14\nreview_in: 6 months\n",
        "2026-12-01\nreview_in: 6 months\nreview_by: 2027-03-01\n",
    )
    assert "large-uploads" not in team.run("solutions", "list", "--json").stderr


def test_a_review_says_when_only_once(team: Folder) -> None:
    result = team.run("solutions", "review", "sign-in", "--in", "1 year", "--next", "2027-03-01")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == ("teamkit: Both --in and --next say when.\n  Leave one of them out\n")


@pytest.mark.parametrize("command", ["use", "edit", "review"])
def test_a_need_that_is_not_there_is_said(team: Folder, command: str) -> None:
    more = USE[3:] if command == "use" else ("--owner", "ben") if command == "edit" else ()

    result = team.run("solutions", command, "sign-on", *more)

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr == ("teamkit: There is no need 'sign-on'.\n  Did you mean: sign-in?\n")
