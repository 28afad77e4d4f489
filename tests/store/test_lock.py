"""One lock, on systems that have their own and on those that do not."""

import errno
import fcntl
import sys
from pathlib import Path

import pytest

from teamkit.errors import LockedError
from teamkit.store import lock


@pytest.fixture(params=["its own", "none on this disk", "none on this system"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "none on this disk":

        def refuse(_fd: int, _how: int) -> None:
            raise OSError(errno.ENOSYS, "Function not implemented")

        monkeypatch.setattr(fcntl, "flock", refuse)
    if request.param == "none on this system":
        monkeypatch.setitem(sys.modules, "fcntl", None)


@pytest.mark.usefixtures("system")
@pytest.mark.filterwarnings("ignore:flock not supported")
def test_it_is_held_by_one_at_a_time_and_free_again_after_an_error(tmp_path: Path) -> None:
    place = tmp_path / "lock"

    with lock.held(place, 0), pytest.raises(LockedError), lock.held(place, 0.05):
        pass
    with pytest.raises(ZeroDivisionError), lock.held(place, 0):
        raise ZeroDivisionError
    with lock.held(place, 0):
        pass


def test_what_the_system_refuses_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_fd: int, _how: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(OSError, match="Input/output error"), lock.held(tmp_path / "lock", 0):
        pass
