"""What git knows although it is not on disk is never written over, nor refused too late."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SETTINGS, Folder, Result

TOPIC = ("agenda", "add", "Big files")
PATH = "topics/2026-12-01-ana-big-files.md"
SKILLS = "skills/ana.md"
TABLE = (
    "---\ntitle: Ana's skills\n---\n\n"
    "| Skill | Level | Want | Updated | Note |\n| --- | --- | --- | --- | --- |\n"
    "| Maps | 3 |  |  |  |\n"
)
SET = ("skills", "set", "tiles", "2", "--new")


@pytest.fixture
def team(small: Folder) -> Folder:
    """A team with ana's skills committed."""
    small.write({SKILLS: TABLE, "notes/2026-11-20-friday.md": "---\ntitle: N\n---\n\n- Key: a\n"})
    small.commit("Skills")
    return small


def typed(folder: Folder, result: Result, way: str) -> None:
    """Type the command that the refusal names after *way*, in the team's folder."""
    line = next(line for line in result.stderr.split("\n") if f"{way}: " in line)
    command = line.partition(f"{way}: ")[2].partition(". Or ")[0]
    if command.startswith("teamkit "):
        assert folder.shell(*command.split()[1:]).status == 0
    else:
        assert os.spawnlp(os.P_WAIT, "sh", "sh", "-c", f"cd '{folder.path}' && {command}") == 0


def without_cone(folder: Folder) -> None:
    folder.git("sparse-checkout", "set", "--no-cone", "/*", "!/skills/", "!/topics/")


def cone(folder: Folder) -> None:
    folder.git("sparse-checkout", "set", "people", "notes")


def skipped(folder: Folder) -> None:
    folder.git("update-index", "--skip-worktree", SKILLS)
    (folder.path / SKILLS).unlink()


def deleted(folder: Folder) -> None:
    (folder.path / SKILLS).unlink()


def staged_deletion(folder: Folder) -> None:
    folder.git("rm", "--quiet", SKILLS)


@pytest.mark.parametrize(
    ("hide", "why", "way"),
    [
        (without_cone, "outside of this sparse checkout", "Include it"),
        (cone, "outside of this sparse checkout", "Include it"),
        (skipped, "skip-worktree", "Get it back"),
        (deleted, "deleted on disk", "Get it back"),
        (staged_deletion, "deletion is staged", "Get it back"),
    ],
)
def test_a_tracked_file_that_is_not_on_disk_is_refused_and_the_way_out_works(
    team: Folder, hide: Callable[[Folder], None], why: str, way: str
) -> None:
    hide(team)
    before = team.status()

    for options in ((), ("--no-commit",)):
        result = team.run(*SET, *options)
        assert (result.status, result.stdout) == (4, "")
        assert why in result.stderr
        assert f"\n  {SKILLS}\n" in result.stderr
        assert not (team.path / SKILLS).exists()
        assert team.status() == before
    typed(team, result, way)
    again = team.run(*SET)

    assert again.status == 0, again
    assert "| Maps | 3 |" in team.read(SKILLS).replace("  ", " ")
    assert team.git("show", f"HEAD:{SKILLS}") == team.read(SKILLS)


@pytest.mark.parametrize("hide", [deleted, staged_deletion])
def test_a_deletion_that_was_meant_is_committed_by_the_other_way_out(
    team: Folder, hide: Callable[[Folder], None]
) -> None:
    hide(team)
    result = team.run(*SET)

    typed(team, result, "Or commit that")
    again = team.run(*SET)

    assert again.status == 0
    assert "Maps" not in team.read(SKILLS)


@pytest.mark.parametrize("hide", [without_cone, cone])
def test_a_new_file_outside_of_the_sparse_checkout_is_refused_and_nothing_stays(
    team: Folder, hide: Callable[[Folder], None]
) -> None:
    hide(team)

    result = team.run(*TOPIC)

    assert (result.status, result.stdout) == (4, "")
    assert "outside of this sparse checkout" in result.stderr
    assert not (team.path / "topics").exists()
    assert (team.status(), team.log()) == ("", ["Skills"])
    typed(team, result, "Include it")
    assert team.run(*TOPIC).status == 0
    assert team.git("ls-files", "topics") == f"{PATH}\n"


def test_an_ignored_path_is_refused_before_anything_is_written(team: Folder) -> None:
    team.write({".gitignore": "x\ntopics/\n"})
    team.commit()

    result = team.run(*TOPIC)

    assert result == Result(
        4,
        "",
        "teamkit: Cannot write here: it is ignored (.gitignore:2: topics/).\n"
        f"  {PATH}\n  Include it: echo '!topics/' >> .gitignore\n",
    )
    assert not (team.path / "topics").exists()
    assert team.run(*TOPIC, "--no-commit").status == 0
    (team.path / PATH).unlink()
    typed(team, result, "Include it")
    assert team.run(*TOPIC).status == 0


def test_a_path_that_a_rule_lets_through_is_taken(team: Folder) -> None:
    team.write({".gitignore": "*.md\n!topics/*.md\n"})
    team.commit()

    assert team.run(*TOPIC).status == 0


def test_an_ignored_page_that_is_there_is_not_edited(team: Folder) -> None:
    team.write({".gitignore": "people/dani.md\n"})
    team.commit()
    team.write({"people/dani.md": "---\nname: Dani\n---\n"})

    result = team.run("people", "away", "dani", "2026-12-24")

    assert (result.status, "it is ignored" in result.stderr) == (4, True)
    assert team.read("people/dani.md") == "---\nname: Dani\n---\n"


@pytest.mark.parametrize("how", ["submodule", "not checked out", "a repository"])
def test_another_repositorys_folder_takes_nothing(
    team: Folder, tmp_path_factory: pytest.TempPathFactory, how: str
) -> None:
    other = Folder(tmp_path_factory.mktemp("other"))
    other.git("init", "--quiet", "-b", "main")
    other.write({"x.md": "x\n"})
    other.commit()
    if how == "a repository":
        team.git("clone", "--quiet", str(other.path), "topics")
    else:
        protocol = ("-c", "protocol.file.allow=always")
        team.git(*protocol, "submodule", "--quiet", "add", str(other.path), "topics")
        team.commit("Submodule")
    if how == "not checked out":
        team.git("submodule", "--quiet", "deinit", "-f", "topics")
    before = team.git("status", "--porcelain")

    result = team.run(*TOPIC)

    assert (result.status, result.stdout) == (4, "")
    assert "another repository (a submodule)" in result.stderr
    assert "\n  topics\n" in result.stderr
    assert not (team.path / PATH).exists()
    assert team.git("status", "--porcelain") == before


def test_a_team_below_the_root_of_its_repository_is_looked_at_from_there(team: Folder) -> None:
    team.write({"docs/teamkit.yml": SETTINGS, "docs/people/ana.md": "---\nname: Ana\n---\n"})
    team.write({f"docs/{SKILLS}": TABLE})
    team.commit()
    team.git("sparse-checkout", "set", "--no-cone", "/*", "!/docs/skills/")
    docs = Folder(team.path / "docs")

    result = docs.run(*SET)

    assert (
        f"Include it: git -C {team.path} sparse-checkout add /docs/skills/ana.md" in result.stderr
    )
    typed(docs, result, "Include it")
    assert docs.run(*SET).status == 0


def test_the_first_commit_of_a_repository_has_nothing_to_hide(empty: Folder) -> None:
    empty.git("init", "--quiet", "-b", "main")
    empty.write({"teamkit.yml": SETTINGS, "people/ana.md": "---\nname: Ana\n---\n"})

    assert empty.run(*TOPIC).status == 0


# ---- reading --------------------------------------------------------------------------------


@pytest.mark.parametrize("hide", [without_cone, cone])
def test_tracked_files_that_are_not_here_are_counted_once_when_their_kind_is_read(
    team: Folder, hide: Callable[[Folder], None]
) -> None:
    hide(team)

    for command in (("skills", "list"), ("skills", "matrix"), ("check",)):
        result = team.run(*command)
        assert (
            result.stderr.count("skills: 1 tracked file is not here")
            + result.stdout.count("skills: 1 tracked file is not here")
            == 1
        ), (command, result)


def test_notes_that_a_sparse_checkout_leaves_out_are_not_nothing(team: Folder) -> None:
    team.git("sparse-checkout", "set", "--no-cone", "/*", "!/notes/")

    result = team.run("actions", "list")

    assert "notes: 1 tracked file is not here (sparse checkout)" in result.stderr


def test_a_folder_that_was_deleted_by_hand_is_named(team: Folder) -> None:
    (team.path / SKILLS).unlink()

    assert "skills: 1 tracked file is not here (deleted)" in team.run("skills", "list").stderr


def test_without_git_nothing_is_missing(empty: Folder) -> None:
    empty.write({"teamkit.yml": SETTINGS})

    assert "not here" not in empty.run("skills", "list").stderr


def test_a_file_that_was_never_tracked_is_not_missing(team: Folder) -> None:
    team.git("sparse-checkout", "set", "--no-cone", "/*", "!/topics/")

    result = team.run("topics", "list")

    assert (result.status, "not here" in result.stderr) == (0, False)


def test_the_layout_of_a_linked_work_tree_is_read(team: Folder, tmp_path: Path) -> None:
    linked = Folder(tmp_path / "linked")
    team.git("worktree", "add", "--quiet", str(linked.path), "-b", "other")
    linked.git("sparse-checkout", "set", "--no-cone", "/*", "!/skills/")

    assert "skills: 1 tracked file is not here" in linked.run("skills", "list").stderr
    assert "not here" not in team.run("skills", "list").stderr
