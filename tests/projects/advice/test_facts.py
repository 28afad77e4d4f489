"""Beliefs about the advice that somebody is still asked for."""

from teamkit.facts import Due
from teamkit.people.directory import directory
from teamkit.projects.advice.facts import due
from teamkit.team import Team
from tests.conftest import Folder
from tests.projects.advice.made import PATH, TEXT, TODAY, day


def test_it_waits_for_whoever_has_not_answered(small: Folder) -> None:
    small.write({PATH: TEXT.replace("### 2026-11-20 @eli", "### 2026-12-01 @goran")})
    team = Team.open(small.path)

    assert due(team, directory(team), TODAY) == [
        Due(
            what="Your advice on Beacon (the webhooks)",
            who=("ben",),
            on=day("11-27"),
            since=day("11-19"),
            remedy="teamkit advice give beacon",
            path=PATH,
            line=16,
            kind="advice",
        )
    ]


def test_nothing_waits_before_somebody_is_asked_nor_after_the_decision(small: Folder) -> None:
    small.write({PATH: TEXT})
    team = Team.open(small.path)
    before = due(team, directory(team), day("11-18"))
    small.write({PATH: TEXT.replace("Not decided yet.", "Decided 2026-11-28 by @carla")})
    again = Team.open(small.path)

    assert (before, due(again, directory(again), TODAY)) == ([], [])


def test_a_request_without_days_waits_from_today(small: Folder) -> None:
    small.write({PATH: TEXT.replace(" 2026-11-19 | 2026-11-27 |", "  |  |")})
    team = Team.open(small.path)

    found = [one for one in due(team, directory(team), TODAY) if one.who == ("ben",)]

    assert [(one.on, one.since) for one in found] == [(None, TODAY)]
