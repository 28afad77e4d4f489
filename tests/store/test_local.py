"""The clone's own state: one lock."""

from pathlib import Path

import pytest

from teamkit.errors import LockedError
from teamkit.store import local


def test_a_second_one_waits_and_is_refused(tmp_path: Path) -> None:
    with (
        local.locked(tmp_path),
        pytest.raises(LockedError, match="Another teamkit is writing here"),
        local.locked(tmp_path, wait=0.01),
    ):
        pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), local.locked(tmp_path):
        raise ZeroDivisionError

    with local.locked(tmp_path, wait=0):
        pass


def test_a_lock_file_that_a_kill_left_holds_nobody(tmp_path: Path) -> None:
    (tmp_path / "teamkit").mkdir()
    (tmp_path / "teamkit/lock").touch()

    with local.locked(tmp_path, wait=0):
        pass
