from datetime import date

import pytest

from teamkit.errors import GitError
from teamkit.repo import Identity
from tests.repo.sandbox import Sandbox


def commit_as(team: Sandbox, name: str, email: str) -> None:
    team.git("config", "user.name", name)
    team.git("config", "user.email", email)
    team.git("commit", "-q", "--allow-empty", "-m", "Something")


def test_people_come_by_commits_each_address_once_without_bots(team: Sandbox) -> None:
    for _ in range(3):
        commit_as(team, "Ben", "Ben@example.org")
    commit_as(team, "ben at home", "ben@EXAMPLE.org")
    commit_as(team, "Carla", "carla@example.org")
    commit_as(team, "C.", "old-carla@example.org")
    commit_as(team, "Carla", "carla@example.org")
    commit_as(team, "deps[bot]", "1+deps@users.noreply.github.com")
    commit_as(team, "deps", "1+deps[bot]@users.noreply.github.com")
    commit_as(team, "GitHub", "noreply@github.com")
    commit_as(team, "dani", "2+dani@users.noreply.github.com")
    team.write(".mailmap", "Carla <carla@example.org> <old-carla@example.org>\n")

    people = team.repo.people()

    assert people == [
        Identity("Ben", "ben@example.org"),
        Identity("Carla", "carla@example.org"),
        Identity("ana", "ana@example.org"),
        Identity("dani", "2+dani@users.noreply.github.com"),
    ]


def test_machines_are_no_people_whatever_address_they_have(team: Sandbox) -> None:
    for name, email in (
        ("root", "root@localhost"),
        ("github-actions", "41898282+github-actions@users.noreply.github.com"),
        ("Actions", "actions@github.com"),
        ("Jenkins", "ci@example.org"),
        ("release-bot", "release@example.org"),
        ("Releases", "project_12_bot_3f@noreply.gitlab.example"),
        ("Ben Bot", "ben@example.org"),
        ("Eli Abbot", "abbot@bot.example"),
        ("Dani", "root@example.org"),
    ):
        commit_as(team, name, email)

    assert {person.name for person in team.repo.people()} == {
        "ana",
        "Ben Bot",
        "Eli Abbot",
        "Dani",
    }


def test_a_branch_without_commits_has_no_people_and_no_additions(team: Sandbox) -> None:
    team.git("switch", "-q", "--orphan", "fresh")

    assert team.repo.people() == []
    assert team.repo.added("old.md") is None


def test_who_added_a_file_and_when_is_the_last_addition(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "topics/:(glob)*.md"
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T23:30:00-0800")
    team.save(name, "first\n")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-27T10:00:00+0100")
    team.sign_as("ben")
    team.save(name, "edited\n")

    added = team.repo.added(name)
    below = type(team.repo)(team.folder / "topics").added(":(glob)*.md")

    assert added == ("ana@example.org", date(2026, 11, 20))
    assert below == added
    assert team.repo.added("missing.md") is None


def test_a_history_that_cannot_be_read_is_a_refusal(team: Sandbox) -> None:
    parent = team.git("rev-parse", "HEAD~1")
    (team.folder / ".git/objects" / parent[:2] / parent[2:]).unlink()

    with pytest.raises(GitError) as refused:
        team.repo.people()

    assert refused.value.message.startswith("Git cannot read the history: ")
