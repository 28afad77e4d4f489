from datetime import date

import pytest

from tests.repo.sandbox import Sandbox


def save_on(team: Sandbox, monkeypatch: pytest.MonkeyPatch, when: str, text: str) -> str:
    monkeypatch.setenv("GIT_COMMITTER_DATE", when)
    return team.save("old.md", text)


def test_a_day_ends_with_its_last_commit_in_the_committers_own_time(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_on(team, monkeypatch, "2090-01-05T08:00:00+0100", "morning\n")
    evening = save_on(team, monkeypatch, "2090-01-05T23:30:00-0800", "evening\n")
    next_day = save_on(team, monkeypatch, "2090-01-06T09:00:00+0100", "next\n")

    ends = [team.repo.at_end_of(date(2090, 1, day)) for day in (5, 6, 9)]

    assert ends == [evening, next_day, next_day]
    assert team.repo.read(evening, "old.md") == b"evening\n"


def test_what_was_merged_counts_from_the_day_it_was_merged(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = save_on(team, monkeypatch, "2090-01-05T08:00:00Z", "main\n")
    team.git("switch", "-q", "-c", "side")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2090-01-06T08:00:00Z")
    team.save("side.md", "side\n")
    team.git("switch", "-q", "main")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2090-01-08T08:00:00Z")
    team.git("merge", "-q", "--no-ff", "-m", "Merge", "side")

    ends = [team.repo.at_end_of(date(2090, 1, day)) for day in (7, 8)]

    assert ends == [main, team.git("rev-parse", "HEAD")]


def test_before_the_first_commit_there_is_nothing(team: Sandbox) -> None:
    before = team.repo.at_end_of(date(1990, 1, 1))
    team.git("switch", "-q", "--orphan", "fresh")

    assert before is None
    assert team.repo.at_end_of(date(2090, 1, 1)) is None
