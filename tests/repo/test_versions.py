"""A file as it was, day by day."""

from datetime import date

import pytest

from tests.repo.sandbox import Sandbox


def save_on(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch, day: str, text: str, path: str = "me.md"
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T12:00:00+0100")
    team.save(path, text)


def test_each_day_has_one_version_the_last(team: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, text in (
        ("2026-01-05", "a\n"),
        ("2026-01-05", "b\r\n"),
        ("2026-03-02", "ñ"),
        ("2026-03-02", "c\n"),
    ):
        save_on(team, monkeypatch, day, text)

    assert team.repo.versions("me.md") == [
        (date(2026, 1, 5), b"b\r\n"),
        (date(2026, 3, 2), b"c\n"),
    ]


def test_names_are_taken_literally_from_the_team_s_folder(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_on(team, monkeypatch, "2026-01-05", "a\n", "below/:(glob)*.md")

    below = type(team.repo)(team.folder / "below")

    assert below.versions(":(glob)*.md") == [(date(2026, 1, 5), b"a\n")]


def test_a_deletion_is_no_version(team: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    save_on(team, monkeypatch, "2026-01-05", "a\n")
    team.git("rm", "-q", "me.md")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-02-05T12:00:00+0100")
    team.git("commit", "-q", "-m", "Gone")

    assert team.repo.versions("me.md") == [(date(2026, 1, 5), b"a\n")]


def test_many_days_come_in_order(team: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 21):
        save_on(team, monkeypatch, f"2026-01-{number:02}", f"{number}\n")

    days = [day.day for day, _ in team.repo.versions("me.md")]

    assert days == list(range(1, 21))


def test_what_no_commit_has_has_no_versions(team: Sandbox) -> None:
    assert team.repo.versions("never.md") == []
    team.git("switch", "-q", "--orphan", "fresh")
    assert team.repo.versions("old.md") == []


def test_outside_of_git_there_are_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    from teamkit.repo import Repo

    assert Repo(tmp_path_factory.mktemp("plain")).versions("old.md") == []


def test_each_commit_has_one_where_nothing_of_a_day_may_be_missed(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, text in (("2026-01-05", "a\n"), ("2026-01-05", "b\n"), ("2026-03-02", "c\n")):
        save_on(team, monkeypatch, day, text)

    assert team.repo.versions("me.md", of_each_commit=True) == [
        (date(2026, 1, 5), b"a\n"),
        (date(2026, 1, 5), b"b\n"),
        (date(2026, 3, 2), b"c\n"),
    ]
