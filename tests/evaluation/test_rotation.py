"""How fair the rotation is on every attendance file, beside other ways to choose."""

from datetime import date
from fractions import Fraction

import pytest

from teamkit.meetings.attendance import Held
from tests.evaluation.__main__ import main
from tests.evaluation.rotation import (
    FOLDER,
    STRATEGIES,
    Fairness,
    Meeting,
    fairness,
    ours,
    replay,
    results,
)

TEAMS = sorted(path.stem for path in FOLDER.glob("*.tsv"))


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, Fairness]]:
    return results()


@pytest.mark.parametrize("team", TEAMS)
def test_no_regular_ends_far_from_a_fair_share(
    team: str, found: dict[str, dict[str, Fairness]]
) -> None:
    assert found[team]["ours"].distance <= Fraction(3, 2)


@pytest.mark.parametrize("team", TEAMS)
def test_nobody_waits_more_than_twice_the_regulars(
    team: str, found: dict[str, dict[str, Fairness]]
) -> None:
    assert found[team]["ours"].wait <= 2 * found[team]["ours"].regulars


@pytest.mark.parametrize("other", sorted(set(STRATEGIES) - {"ours"}))
def test_no_other_strategy_is_fairer_at_its_worst(
    other: str, found: dict[str, dict[str, Fairness]]
) -> None:
    worst = {name: max(found[team][name].distance for team in TEAMS) for name in STRATEGIES}

    assert worst["ours"] <= worst[other]


def test_who_does_not_come_is_not_counted_and_the_next_takes_the_turn() -> None:
    meetings = [
        Meeting(date(2026, 1, 2), 1, ("ana", "ben", "carla"), frozenset({"ben", "carla"})),
        Meeting(date(2026, 1, 9), 1, ("ana", "ben", "carla"), frozenset({"ana", "ben"})),
    ]

    assert replay(meetings, ours) == [
        Held(date(2026, 1, 2), frozenset({"ben", "carla"}), frozenset({"ben"})),
        Held(date(2026, 1, 9), frozenset({"ana", "ben"}), frozenset({"ana"})),
    ]


def test_fairness_is_measured_on_regulars_alone() -> None:
    """Carla came to one of three meetings; ben waited for two."""
    history = [
        Held(date(2026, 1, 2), frozenset({"ana", "ben", "carla"}), frozenset({"carla"})),
        Held(date(2026, 1, 9), frozenset({"ana", "ben"}), frozenset({"ana"})),
        Held(date(2026, 1, 16), frozenset({"ana", "ben"}), frozenset({"ben"})),
    ]

    assert fairness(history) == Fairness(Fraction(1, 3), 2, 2)


def test_the_table_has_a_row_for_each_team_and_strategy(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["rotation"])

    lines = capsys.readouterr().out.split("\n")
    assert (status, len(lines)) == (0, 2 + (len(TEAMS) + 1) * len(STRATEGIES) + 1)
    assert lines[0] == "| team | strategy | from fair, turns | longest wait | wait / regulars |"


def test_a_table_nobody_knows_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lottery"]) == 2
    assert capsys.readouterr().err.startswith("Say which: python -m tests.evaluation rotation")
