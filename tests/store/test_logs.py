"""Logs that only grow: torn ends, damage in the middle, kills, and one process at a time."""

import json
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import LockedError
from teamkit.store import logs
from teamkit.store.logs import Log
from tests.conftest import ROOT
from tests.store.ways import shim, take_away


@pytest.fixture(autouse=True, params=["descriptors", "paths and no links"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds on systems that have less, too."""
    take_away(monkeypatch, request.param)


LINES = ['{"n":1}', '{"n":2}', '{"n":3,"said":"über"}']


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return logs.place(tmp_path, "2026-12-04-friday")


def write(log: Path, data: bytes) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(data)


def read(log: Path) -> Log[object]:
    return logs.read(log, json.loads)


def test_without_a_log_there_is_nothing_and_nothing_is_made(tmp_path: Path, log: Path) -> None:
    assert read(log) == Log(())
    assert logs.stems(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_lines_are_read_back_in_order(tmp_path: Path, log: Path) -> None:
    for line in LINES:
        logs.append(log, line)

    assert read(log).entries == tuple(map(json.loads, LINES))
    assert logs.stems(tmp_path) == ["2026-12-04-friday"]


def test_nobody_else_on_the_machine_may_read_it(log: Path) -> None:
    logs.append(log, LINES[0])

    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_cut_at_any_byte_all_but_the_last_line_is_there_and_it_goes_on(log: Path) -> None:
    whole = "".join(f"{line}\n" for line in LINES).encode()
    for cut in range(len(whole) + 1):
        write(log, whole[:cut])
        complete = whole[:cut].count(b"\n")

        found = read(log)
        logs.append(log, '{"n":9}')

        expected = [*map(json.loads, LINES[:complete])]
        assert found.entries == tuple(expected)
        assert (found.damaged, found.is_torn) == (0, not whole[:cut].endswith(b"\n") and cut > 0)
        assert read(log) == Log((*expected, {"n": 9}), log.stat().st_size)


def test_a_torn_end_longer_than_one_look_is_cut_off(log: Path) -> None:
    write(log, b'{"n":1}\n{"n":"' + b"x" * 10_000)

    logs.append(log, LINES[1])

    assert log.read_bytes() == b'{"n":1}\n{"n":2}\n'


def test_a_last_line_that_is_none_counts_as_torn(log: Path) -> None:
    write(log, b'{"n":1}\n\0\0\0\n')

    found = read(log)
    aside = logs.mend(log, found)

    assert found == Log(({"n": 1},), 8, 0, is_torn=True)
    assert aside is None
    assert log.read_bytes() == b'{"n":1}\n'


def test_damage_in_the_middle_is_named_and_the_damaged_log_kept(log: Path) -> None:
    damaged = b'{"n":1}\n{"n":\xff2}\n{"n":3}\n'
    for number in (1, 2):
        write(log, damaged)

        found = read(log)
        aside = logs.mend(log, found)

        assert found == Log(({"n": 1},), 8, 2)
        assert aside == log.with_name(f"2026-12-04-friday.jsonl.damaged-{number}")
        assert aside.read_bytes() == damaged
        assert log.read_bytes() == b'{"n":1}\n'


def test_a_log_that_is_a_link_is_not_followed(log: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", b"theirs")
    log.parent.mkdir(parents=True)
    for target in ("../../elsewhere", "nowhere"):
        log.unlink(missing_ok=True)
        log.symlink_to(target)

        with pytest.raises(OSError, match="it is a link"):
            logs.append(log, LINES[0])

    assert (tmp_path / "elsewhere").read_bytes() == b"theirs"


def test_a_whole_log_needs_no_mending(log: Path) -> None:
    logs.append(log, LINES[0])

    assert logs.mend(log, read(log)) is None
    assert log.read_bytes() == b'{"n":1}\n'


def test_a_log_is_replaced_whatever_a_killed_replacement_left(log: Path) -> None:
    write(log, b"old\n")
    write(log.with_suffix(".new"), b"half")

    logs.replace(log, LINES)

    assert log.read_text(encoding="utf-8").split("\n") == [*LINES, ""]
    assert [one.name for one in log.parent.iterdir()] == [log.name]


def test_a_full_disk_is_said_and_what_stood_stays(log: Path) -> None:
    logs.append(log, LINES[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (12, hard))
    try:
        with pytest.raises(OSError, match="no space left for the meeting's log"):
            logs.append(log, "x" * 50)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert read(log) == Log(({"n": 1},), 8, 0, is_torn=True)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(max_size=40), max_size=6), st.data())
def test_any_lines_cut_anywhere_leave_a_prefix(
    tmp_path: Path, said: list[str], data: st.DataObject
) -> None:
    log = tmp_path / "any.jsonl"
    logs.replace(log, [json.dumps(one) for one in said])
    whole = log.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    write(log, whole[:cut])

    assert read(log).entries == tuple(said[: whole[:cut].count(b"\n")])


@pytest.mark.parametrize("way", ["descriptors", "paths"])
def test_a_process_killed_while_it_appends_loses_at_most_the_line_being_written(
    log: Path, tmp_path_factory: pytest.TempPathFactory, way: str
) -> None:
    env = {**os.environ, **shim(tmp_path_factory.mktemp("shim"), way)}
    program = (
        "import sys; from pathlib import Path; from teamkit.store import logs\n"
        "for n in range(100_000):\n"
        "    logs.append(Path(sys.argv[1]), '{\"n\":%d}' % n)\n"
        "    print(n, flush=True)\n"
    )
    for wanted in (1, 7, 30):
        log.unlink(missing_ok=True)
        child = subprocess.Popen(
            [sys.executable, "-c", program, str(log)],
            env=env,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        told = [int(child.stdout.readline()) for _ in range(wanted)]
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout.read().split("\n")[:-1]]
        child.stdout.close()
        child.wait()

        count = len(read(log).entries)

        assert read(log).entries == tuple({"n": n} for n in range(count))
        assert len(told) <= count <= len(told) + 1


def test_one_meeting_runs_at_a_time_and_the_other_learns_which(tmp_path: Path) -> None:
    assert logs.held_by(tmp_path) == ""
    with logs.running(tmp_path, "2026-12-04-friday"):
        held = logs.held_by(tmp_path)
        with pytest.raises(LockedError), logs.running(tmp_path, "2026-12-04-joint"):
            pass

    assert held == "2026-12-04-friday"
    assert logs.held_by(tmp_path) == ""


def test_a_meeting_whose_name_was_lost_still_holds_its_place(tmp_path: Path) -> None:
    with logs.running(tmp_path, "2026-12-04-friday"):
        (logs.folder(tmp_path) / "running").unlink()

        assert logs.held_by(tmp_path) == "another meeting"


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, os; from pathlib import Path; from teamkit.store import logs\n"
        "with logs.running(Path(sys.argv[1]), 'gone'):\n    os.kill(os.getpid(), 9)\n"
    )

    done = run(program, str(tmp_path))

    assert done.returncode == -signal.SIGKILL
    with logs.running(tmp_path, "next"):
        assert logs.held_by(tmp_path) == "next"


def run(program: str, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", program, *args],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
