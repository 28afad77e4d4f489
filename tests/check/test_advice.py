"""Dissent that was kept with a decision does not go silently."""

from pathlib import Path

import pytest

from teamkit.check import advice
from teamkit.check.scope import Scope
from teamkit.team import Team
from tests.conftest import Folder

PATH = "proposals/beacon.md"
BEFORE = "---\ntitle: Beacon\n---\n\n## Decision\n\nDecided 2026-12-01 by @ana\n"
DISSENT = "\nDissent: @ben: too early for us; @carla: the price\n"


def found(folder: Folder, now: str) -> list[str]:
    """What the rule says once the file that held the dissent holds *now*."""
    folder.write({PATH: BEFORE + DISSENT})
    folder.commit()
    folder.write({PATH: now})
    return [str(one) for one in advice.dissent(Scope(Team.open(folder.path), None))]


def test_what_is_gone_is_named_each(small: Folder) -> None:
    said = "the dissent of an earlier version is gone"
    hint = "(put the line `Dissent:` back, or teamkit advice decide --drop-dissent)"

    assert found(small, BEFORE) == [
        f"{PATH}:7: {said}: @ben: too early for us {hint}",
        f"{PATH}:7: {said}: @carla: the price {hint}",
    ]


def test_it_is_missed_though_it_was_gone_the_same_day(small: Folder) -> None:
    small.write({PATH: BEFORE + DISSENT})
    small.commit()
    small.write({PATH: BEFORE})
    small.commit("Without it")

    assert len(advice.dissent(Scope(Team.open(small.path), None))) == 2


@pytest.mark.parametrize(
    "now",
    [
        BEFORE + DISSENT,
        BEFORE + "\nDissent: @ben: it is too early for all of us; @carla: a high price\n",
        BEFORE + "\nDissent no longer kept, because all agree: ...\n",
        BEFORE.replace("Decided 2026-12-01 by @ana", "Not decided yet."),
    ],
    ids=["there", "reworded", "with a reason", "undecided"],
)
def test_what_stands_there_or_was_let_go_with_a_reason_is_fine(small: Folder, now: str) -> None:
    assert found(small, now) == []


def test_below_a_newer_decision_it_no_longer_stands_with_it(small: Folder) -> None:
    newer = f"{BEFORE.replace('12-01', '12-02')}\n{BEFORE.split('## Decision')[1]}{DISSENT}"

    assert len(found(small, newer)) == 2


def test_versions_that_nobody_can_read_are_left_out(small: Folder) -> None:
    small.write({PATH: "a\0b"})
    small.commit()

    assert found(small, BEFORE + DISSENT) == []


def test_outside_of_a_repository_and_without_git_there_is_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path)
    folder.write({"teamkit.yml": "format: 1\nname: A\ntimezone: UTC\n", PATH: BEFORE})

    outside = advice.dissent(Scope(Team.open(tmp_path), None))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert (outside, advice.dissent(Scope(Team.open(tmp_path), None))) == ([], [])


def test_check_knows_the_rule(small: Folder) -> None:
    found(small, BEFORE)

    assert "the dissent of an earlier version is gone: @carla: the price" in (
        small.run("check").stdout
    )
