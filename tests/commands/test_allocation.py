"""The commands that suggest people and take their answers, on a real repository."""

import json

import pytest

from tests.conftest import Folder

BEN = {"GIT_COMMITTER_NAME": "Ben", "GIT_COMMITTER_EMAIL": "ben@harbour.example"}
PATH = "proposals/watch.md"
TEXT = """\
---
title: Wreck watch
status: proposal
---

## Needs

| Need | Skill | Level | FTE | From | To |
| --- | --- | --- | --- | --- | --- |
| Tide map | maps | 3 | 0.5 | 2027-02-01 | 2027-02-28 |
| Form | forms | 3 | 1.2 | 2027-02-01 | 2027-02-28 |
"""
SKILLS = "| Skill | Level | Want | Updated | Note |\n| --- | --- | --- | --- | --- |\n"
NOBODY = "main\tnobody\tnobody knows it yet\n"


@pytest.fixture
def watch(small: Folder) -> Folder:
    """The small team with a proposal of two needs; Ana and Ben can do one each."""
    small.write(
        {
            PATH: TEXT,
            "skills/ana.md": f"{SKILLS}| maps | 4 | keep | 2026-11-01 | |\n",
            "skills/ben.md": f"{SKILLS}| forms | 3 | keep | 2026-11-01 | |\n"
            "| maps | 1 | more | 2026-11-01 | |\n",
        }
    )
    small.commit("A proposal")
    return small


def test_a_suggestion_is_shown_and_nothing_is_written(watch: Folder) -> None:
    shown = watch.run("allocation", "suggest", "watch")

    assert shown.stdout == (
        "Tide map\tmain\tana, 50 %\tlevel 4\n"
        "Tide map\tsupport\tben, 15 %\tlearns it from ana; level 1 of 3\n"
        "Form\tmain\tben, 80 %\tlevel 3; only 20 % stays free in 2027-02\n"
    )
    assert shown.stderr == (
        "Form: 40 % of the 120 % it takes are still open.\n"
        "Suggestions are for planning; people decide.\n"
    )
    assert (watch.read(PATH), watch.log()) == (TEXT, ["A proposal"])


def test_programs_get_the_whole_suggestion(watch: Folder) -> None:
    page = json.loads(watch.run("allocation", "suggest", "watch", "--json").stdout)

    assert (page["kind"], page["proposal"], page["able_mains"]) == (
        "allocation.suggest",
        "watch",
        2,
    )
    held = [one[role] for one in page["items"] for role in ("main", "support") if one[role]]
    assert all(one["points"] == sum(it["points"] for it in one["terms"]) for one in held)
    points = [one["points"] for one in (*held, *page["person_terms"])]
    assert page["fit"] == sum(points)


def test_writing_fills_the_table_once(watch: Folder) -> None:
    first = watch.run("allocation", "suggest", "watch", "--write")
    once = watch.read(PATH)
    again = watch.run("allocation", "suggest", "watch", "--write", "--json")

    assert first.stderr.endswith("Committed: Suggest people for Wreck watch\n")
    assert once.startswith(TEXT)
    assert once.count("| suggested |") == 3
    assert again.stderr.endswith("people decide.\nNothing to change.\n")
    assert (watch.read(PATH), watch.log(2)) == (
        once,
        ["Suggest people for Wreck watch", "A proposal"],
    )


def test_a_dry_run_shows_the_diff_alone(watch: Folder) -> None:
    shown = watch.run("allocation", "suggest", "watch", "--write", "--dry-run")

    assert "+| Tide map | @ana | main | 50 | 2027-02-01 | 2027-02-28 | suggested |" in shown.stdout
    assert watch.read(PATH) == TEXT


def test_what_is_typed_is_taken_into_account(watch: Folder) -> None:
    wishes = ("--lock", "tide:ana=support", "--volunteers", "carla", "--max-part", "30")

    shown = watch.run("allocation", "suggest", "watch", *wishes).stdout

    assert shown.startswith("Tide map\tmain\tnobody\tana is support here already; ben is at")
    assert "Tide map\tsupport\tana, 10 %\tlocked\nForm\tmain\tben, 30 %\t" in shown


def test_why_is_about_every_need(watch: Folder) -> None:
    shown = watch.run("allocation", "why", "watch", "ana")

    assert shown.stdout == (
        "Tide map\tproposed as main\tLevel 4.\n"
        "Form\tnot proposed\tHas no level in it yet, 3 is asked.\n"
    )
    assert shown.stderr == "Suggestions are for planning; people decide.\n"


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("suggest", "moon"), 3, "There is no proposal 'moon'."),
        (("suggest", "watch", "--lock", "ana"), 2, "'ana' locks nobody."),
        (("suggest", "watch", "--max-part", "101"), 2, "101 is not in the range"),
        (("suggest", "watch", "--volunteers", "zoe"), 3, "There is no person 'zoe'."),
        (("why", "watch", "zoe"), 3, "There is no person 'zoe'."),
        (("agree", "watch"), 3, "Nothing waits for Ana's answer."),
        (("agree", "watch", "zoe"), 3, "There is no person 'zoe'."),
        (("agree", "watch", "zoe", "Form"), 3, "There is no person 'zoe'."),
        (("decline", "watch", "ana", "moon"), 3, "There is no need 'moon'."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    watch: Folder, args: tuple[str, ...], status: int, said: str
) -> None:
    refused = watch.run("allocation", *args)

    assert (refused.status, refused.stdout) == (status, "")
    assert said in refused.stderr


@pytest.mark.parametrize("status", ["lost", "done"])
def test_for_what_is_over_nobody_is_suggested(watch: Folder, status: str) -> None:
    watch.write({PATH: TEXT.replace("status: proposal", f"status: {status}")})

    refused = watch.run("allocation", "suggest", "watch")

    assert (refused.status, refused.stdout) == (4, "")
    assert f"Wreck watch is {status}; nobody is needed for it." in refused.stderr


def test_people_answer_for_themselves(watch: Folder) -> None:
    watch.run("allocation", "suggest", "watch", "--write")

    mine = watch.run("allocation", "agree", "watch")
    bens = watch.run("allocation", "decline", "watch", "form", "--because", "no", env=BEN)

    assert mine.stdout == "Tide map\tmain\tana\t50 %\tagreed\n"
    assert mine.stderr == "Committed: Ana agrees to: Tide map (Wreck watch)\n"
    assert bens.stdout == "Form\tmain\tben\t80 %\tdeclined\n"
    assert bens.stderr == "Committed: Ben declines: Form (Wreck watch)\n"
    assert "- Declined by @ben, Form: no\n" in watch.read(PATH)
    assert (
        "Form\tmain\tnobody\tben declined\n" in watch.run("allocation", "suggest", "watch").stdout
    )


def test_the_answer_of_another_is_written_with_a_word_to_them(watch: Folder) -> None:
    watch.run("allocation", "suggest", "watch", "--write")

    told = watch.run("allocation", "agree", "watch", "ben", "tide")

    assert told.stdout == "Tide map\tsupport\tben\t15 %\tagreed\n"
    assert told.stderr == (
        "This is Ben's answer, written by somebody else; "
        'to change it: teamkit allocation decline watch "Tide map"\n'
        "Committed: Ben agrees to: Tide map (Wreck watch)\n"
    )


def test_agreeing_to_more_than_there_is_is_said(watch: Folder) -> None:
    watch.write({"people/ana.md": "---\nname: Ana\ncapacity: 50\n---\n"})
    watch.commit()
    watch.run("allocation", "suggest", "watch", "--write")
    watch.write({"people/ana.md": "---\nname: Ana\ncapacity: 20\n---\n"})

    told = watch.run("allocation", "agree", "watch")

    assert told.stderr == (
        "Ana has agreed to 30 % more than they have in 2027-02.\n"
        "Committed: Ana agrees to: Tide map (Wreck watch)\n"
    )


def test_in_a_team_without_skills_or_people_nobody_is_made_up(small: Folder) -> None:
    small.write({PATH: TEXT})
    without_skills = small.run("allocation", "suggest", "watch")
    for handle in ("ana", "ben", "carla"):
        (small.path / f"people/{handle}.md").unlink()
    without_people = small.run("allocation", "suggest", "watch")

    for shown in (without_skills, without_people):
        assert shown.stdout == f"Tide map\t{NOBODY}Form\t{NOBODY}"
        assert shown.status == 0


def test_who_has_left_is_not_suggested_and_may_not_be_asked_about(watch: Folder) -> None:
    watch.write({"people/ana.md": "---\nname: Ana\nleft: 2026-11-30\n---\n"})

    shown = watch.run("allocation", "suggest", "watch")
    why = watch.run("allocation", "why", "watch", "ana")

    assert "Tide map\tmain\tnobody\tben is at level 1 of 3\n" in shown.stdout
    assert (why.status, why.stdout) == (3, "")
    assert "Ana left on 2026-11-30." in why.stderr


def test_a_proposal_without_needs_says_so(small: Folder) -> None:
    small.write({PATH: "---\ntitle: Watch\n---\n"})

    shown = small.run("allocation", "suggest", "watch")

    assert (shown.status, shown.stdout) == (0, "")
    assert shown.stderr == "The proposal names no needs yet.\n"


def test_who_was_locked_is_written_as_suggested(demo: Folder) -> None:
    words = ("allocation", "suggest", "saltmarsh", "--lock", "warnings:ben=main", "--write")

    demo.run(*words)
    again = demo.run(*words)

    rows = demo.read("proposals/saltmarsh-beacon.md").split("\n")
    assert any("Warnings by level | @ben | main" in row and "suggested" in row for row in rows)
    assert "Nothing to change." in again.stderr
