"""The meetings of a clone: which is open, who was heard, and handing one over."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from teamkit.errors import ConflictError, LockedError, UsageError
from teamkit.meetings.live import logbook
from teamkit.meetings.live.events import Event, to_line
from teamkit.meetings.live.logbook import Handed
from teamkit.meetings.live.outcome import Heard
from teamkit.store import logs
from tests.meetings.live.made import NOON, SCRIPT, after, at
from tests.meetings.made import FRIDAY

DAY = SCRIPT.day
STEM = SCRIPT.stem
TAKEN = Event(at(9), "taken")


def keep(common: Path, *typed: str, day: date = DAY) -> list[Event]:
    """The log of a meeting in which these lines were typed."""
    script = SCRIPT._replace(stem=f"{day}-friday", day=day)
    _, events = after(*typed, script=script)
    logs.replace(logs.place(common, script.stem), map(to_line, events))
    return events


def handed(common: Path) -> bytes:
    return json.dumps(logbook.handed_over(common, STEM, FRIDAY, DAY)).encode()


def test_the_open_meeting_is_the_newest_near_today(tmp_path: Path) -> None:
    keep(tmp_path, day=DAY - timedelta(days=7))
    keep(tmp_path, "end", day=DAY - timedelta(days=1))
    keep(tmp_path)

    found = logbook.unfinished(tmp_path, DAY)

    assert found is not None
    assert found.script.stem == STEM
    assert logbook.unfinished(tmp_path, DAY, "joint") is None
    assert logbook.unfinished(tmp_path, DAY + timedelta(days=2)) is None


def test_the_latest_is_an_open_one_before_an_ended_one(tmp_path: Path) -> None:
    assert logbook.latest(tmp_path) is None
    keep(tmp_path, "end", day=DAY + timedelta(days=7))
    keep(tmp_path)

    found = logbook.latest(tmp_path)

    assert found is not None
    assert found.script.stem == STEM


def test_the_history_is_the_last_eight_of_the_series_before_the_day(tmp_path: Path) -> None:
    for weeks in range(-1, 10):
        keep(tmp_path, "n", day=DAY - timedelta(weeks=weeks))
    logs.append(logs.place(tmp_path, "2026-12-03-joint"), to_line(Event(NOON, "left")))
    logs.append(logs.place(tmp_path, "2026-12-03-friday"), to_line(Event(NOON, "left")))

    found = logbook.history(tmp_path, FRIDAY, DAY)

    assert [stem for stem, _ in found] == [
        f"{DAY - timedelta(weeks=weeks)}-friday" for weeks in range(1, 9)
    ]
    assert found[0][1] == Heard(frozenset({"ben"}), frozenset())


def test_a_meeting_handed_over_goes_on_in_another_clone(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    keep(here, "n", "d secret", day=DAY - timedelta(days=7))
    events = keep(here, "n", "d one")

    data = handed(here)
    logbook.take_over(there, logbook.read_handed(data, ["friday"]), at(9))

    assert b"secret" not in data
    assert logbook.events(there, STEM) == (*events, TAKEN)
    assert logbook.history(there, FRIDAY, DAY) == logbook.history(here, FRIDAY, DAY)


def test_a_longer_log_of_the_same_meeting_takes_its_place(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    keep(there, "n")
    events = keep(here, "n", "d one")

    logbook.take_over(there, logbook.read_handed(handed(here), ["friday"]), at(9))

    assert logbook.events(there, STEM) == (*events, TAKEN)


def test_taken_over_and_back_and_taken_over_again(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    keep(here, "n")
    logbook.take_over(there, logbook.read_handed(handed(here), ["friday"]), at(9))
    longer = keep(here, "n", "d one")

    logbook.take_over(there, logbook.read_handed(handed(here), ["friday"]), at(9))
    logbook.take_over(here, logbook.read_handed(handed(there), ["friday"]), at(9))

    assert logbook.events(there, STEM) == (*longer, TAKEN)
    assert logbook.events(here, STEM) == (*longer, TAKEN, TAKEN)


@pytest.mark.parametrize("typed", [["n", "d one", "d two"], ["d other"]])
def test_a_meeting_that_went_on_there_is_not_overwritten(tmp_path: Path, typed: list[str]) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    events = keep(there, *typed)
    keep(here, "n", "d one")

    with pytest.raises(ConflictError, match="continued here too"):
        logbook.take_over(there, logbook.read_handed(handed(here), ["friday"]), at(9))

    assert logbook.events(there, STEM) == tuple(events)


def test_a_meeting_that_runs_there_is_not_overwritten(tmp_path: Path) -> None:
    keep(tmp_path)

    with logs.running(tmp_path, STEM), pytest.raises(LockedError):
        logbook.take_over(tmp_path, logbook.read_handed(handed(tmp_path), ["friday"]), at(9))


CHANGES: list[tuple[dict[str, object], str]] = [
    ({"kind": "notes.list"}, "its kind is not meeting.log"),
    ({"schema": 2}, "its schema not 1"),
    ({"meeting": 3}, "none of the series here"),
    ({"meeting": "2026-12-04-../friday"}, "none of the series here"),
    ({"meeting": "2026-12-05-friday"}, "another one"),
    ({"items": {}}, "items or balance is not a list"),
    ({"items": []}, "it never started"),
    ({"items": [3]}, "event 1: it is not an event"),
    ({"balance": [3]}, "balance has an entry that is not a meeting"),
    ({"balance": [{"meeting": STEM, "spoke": [3]}]}, "'spoke' of 'heard'"),
]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_what_is_no_meeting_is_refused(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    keep(tmp_path)
    page = {**json.loads(handed(tmp_path)), **change}

    with pytest.raises(UsageError, match=said):
        logbook.read_handed(json.dumps(page).encode(), ["friday"])


def test_an_event_of_a_kind_nobody_knows_is_refused_when_taken_over(tmp_path: Path) -> None:
    keep(tmp_path)
    page = json.loads(handed(tmp_path))
    page["items"].append({**page["items"][0], "kind": "juggled"})

    with pytest.raises(UsageError, match="event 2: there is no kind 'juggled'"):
        logbook.read_handed(json.dumps(page).encode(), ["friday"])


@pytest.mark.parametrize("data", [b"", b"\xff", b"[", b"[" * 300_000, b" " * (logbook.LARGEST + 1)])
def test_what_is_no_json_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"not JSON|larger than 5 MB"):
        logbook.read_handed(data, ["friday"])


def test_a_log_damaged_there_is_not_overwritten(tmp_path: Path) -> None:
    _, events = after("d one")
    log = logs.place(tmp_path, STEM)
    log.parent.mkdir(parents=True)
    log.write_bytes(b"damaged\n" + b"x\n")

    with pytest.raises(ConflictError, match="continued here too"):
        logbook.take_over(tmp_path, Handed(STEM, tuple(events)), at(9))

    assert log.read_bytes() == b"damaged\nx\n"
