"""A meeting that runs on real files: killed at any event, edited meanwhile, refused by git."""

import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from teamkit.errors import ConflictError
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import run
from teamkit.meetings.live.events import Event, from_line, to_line
from teamkit.meetings.live.run import Running
from teamkit.people.directory import directory
from teamkit.store import logs
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.live.made import NOON, SCRIPT, at

NOTES = "notes/2026-12-04-friday.md"
TYPED = ("d two", "go 99", "d two", "d two", "u", "", "k three")


def begin(folder: Folder, minutes: float = 0) -> tuple[Running, tuple[str, ...]]:
    """The meeting of 2026-12-04, begun or gone on with, as a new process would."""
    team = Team.open(folder.path)
    meetings = Meetings(team, directory(team))
    series = team.config.series["friday"]
    return run.begin(meetings, series, SCRIPT.day, common(folder), at(minutes))


def common(folder: Folder) -> Path:
    return folder.path / ".git"


def log(folder: Folder) -> Path:
    return logs.place(common(folder), SCRIPT.stem)


def bullets(folder: Folder) -> list[str]:
    return [line for line in folder.read(NOTES).split("\n") if line.startswith("- ")]


def test_a_meeting_begins_with_its_notes_uncommitted(small: Folder) -> None:
    one, said = begin(small)

    assert said[:4] == (
        "Weekly meeting, 2026-12-04.",
        f"Notes: {NOTES}",
        "Type ? for help.",
        "Wins, 10 min.",
    )
    assert one.prompt(at(2.5)).startswith("[Wins 2:30 of 10, ")
    assert small.status() == f"?? {NOTES}\n"


def test_every_line_stands_in_the_notes_at_once(small: Folder) -> None:
    one, _ = begin(small)

    said = one.typed("d keep it", at(1)).said

    assert said == ("Decision: keep it",)
    assert bullets(small) == ["- Decision: keep it"]
    assert small.log() == ["Start"]


def test_what_somebody_types_meanwhile_stays(small: Folder) -> None:
    one, _ = begin(small)
    small.write({NOTES: small.read(NOTES) + "\n- Key: by hand\n\n## Own\n\ntext  \r\n"})

    one.typed("d keep it", at(1))

    assert small.read(NOTES).endswith(
        "\n- Key: by hand\n- Decision: keep it\n\n## Own\n\ntext  \r\n"
    )


@pytest.mark.parametrize("torn", [0, 9, 10_000])
def test_killed_at_any_event_all_but_that_one_is_there_and_each_line_once(
    small: Folder, torn: int
) -> None:
    """A real process is killed when it has written *torn* bytes of its n-th event."""
    for count in range(1, 30):
        log(small).unlink(missing_ok=True)
        (small.path / NOTES).unlink(missing_ok=True)
        was_killed = play_and_be_killed(small, count, torn)
        before = len(logs.read(log(small), from_line).entries)

        again, _ = begin(small, 2)

        assert bullets(small) == [line.line for line in again.state.standing]
        assert again.state.last == at(2)
        if not was_killed:
            break
        assert before == count - (torn < 10_000)
    assert bullets(small) == ["- Decision: two", "- Decision: two", "- Key: three"]


def play_and_be_killed(folder: Folder, count: int, torn: int) -> bool:
    """Whether the meeting was killed at its *count*-th event, or was over before."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    append, left = logs.append, [count]

    def counting(place: Path, line: str) -> None:
        left[0] -= 1
        if not left[0]:
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("ab") as file:
                file.write(f"{line}\n".encode()[:torn])
            os.kill(os.getpid(), signal.SIGKILL)
        append(place, line)

    try:
        logs.append = counting  # type: ignore[assignment]  # this process is about to die
        one, _ = begin(folder)
        for line in TYPED:
            one.typed(line, at(1))
    finally:
        os._exit(0)


def test_killed_before_the_notes_were_written_they_are_written_when_it_goes_on(
    small: Folder,
) -> None:
    one, _ = begin(small)
    one.typed("d one", at(1))
    one.typed("d two", at(1))
    kept = log(small).read_bytes().split(b"\n")
    log(small).write_bytes(b"\n".join(kept[:-2]) + b"\n")  # all but that `two` was noted
    small.write({NOTES: small.read(NOTES).replace("- Decision: two\n", "")})

    again, said = begin(small, 5)

    assert said[0] == "Resumed 2026-12-04-friday, started 5 min ago; 2 lines noted."
    assert bullets(small) == ["- Decision: one", "- Decision: two"]
    assert again.write(at(6)) == ()


def test_the_notes_are_made_anew_when_somebody_removes_them(small: Folder) -> None:
    one, _ = begin(small)
    (small.path / NOTES).unlink()

    one.typed("d one", at(1))

    assert bullets(small) == ["- Decision: one"]


def test_what_cannot_be_written_waits_and_is_tried_again(small: Folder) -> None:
    one, _ = begin(small)
    text = small.read(NOTES)
    small.write({NOTES: "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"})

    first = one.typed("d one", at(1)).said
    one.typed("d two", at(1))
    small.write({NOTES: text})
    last = one.typed("d three", at(1)).said

    assert first[0] == "Decision: one"
    assert first[1].startswith("Not yet in the notes: 1 line, kept here and tried again. ")
    assert last == ("Decision: three",)
    assert bullets(small) == ["- Decision: one", "- Decision: two", "- Decision: three"]


def test_a_meeting_begins_even_where_git_refuses_to_write(small: Folder) -> None:
    (common(small) / "MERGE_HEAD").write_text(small.git("rev-parse", "HEAD"), encoding="utf-8")

    one, said = begin(small)
    waits = one.typed("d one", at(1)).said
    (common(small) / "MERGE_HEAD").unlink()
    one.typed("d two", at(1))

    assert said[1].startswith("The notes could not be started; every line is kept here. ")
    assert waits[1].startswith("Not yet in the notes: 1 line")
    assert bullets(small) == ["- Decision: one", "- Decision: two"]


def test_the_clock_speaks_once_and_after_a_kill_not_again(small: Folder) -> None:
    one, _ = begin(small)
    first = one.tick(at(8))
    again, _ = begin(small, 8.5)

    assert first.said == ("2 min left for Wins.",)
    assert one.tick(at(8)).said == again.tick(at(8.5)).said == ()
    assert again.tick(at(8.5)).next == at(10)


def test_a_clock_that_jumps_is_said_while_nobody_types(small: Folder) -> None:
    one, _ = begin(small)

    assert one.tick(at(-60)).said == ("The clock jumped back by 1 h; time continues from here.",)
    assert one.tick(at(-60)).said == ()
    assert one.left(at(-59)).is_over


def test_a_meeting_gone_on_with_the_next_day_has_lost_no_time(small: Folder) -> None:
    begin(small)

    again, said = begin(small, 24 * 60)

    assert said[1] == "The clock jumped forward by 1 d; time continues from here."
    assert again.state.spent == timedelta()


def test_an_ended_meeting_is_opened_again_when_asked_for(small: Folder) -> None:
    one, _ = begin(small)
    one.typed("end", at(1))

    again, said = begin(small, 2)

    assert said[1] == "It had ended; it is open again."
    assert not again.state.is_ended


def test_a_log_damaged_in_the_middle_is_named_and_what_came_before_is_used(small: Folder) -> None:
    one, _ = begin(small)
    one.typed("d one", at(1))
    one.typed("d two", at(1))
    lines = log(small).read_bytes().split(b"\n")
    damaged = b"\n".join([*lines[:3], b"{torn", *lines[4:]])
    log(small).write_bytes(damaged)

    again, said = begin(small, 2)

    aside = log(small).with_name("2026-12-04-friday.jsonl.damaged-1")
    assert said[1:3] == (
        "Line 4 of the meeting's log cannot be read; what came before it is used.",
        f"The damaged log is kept: {aside}",
    )
    assert aside.read_bytes() == damaged
    assert [line.line for line in again.state.lines] == ["- Decision: one"]
    assert bullets(small) == ["- Decision: one", "- Decision: two"]


def test_a_newer_log_is_refused_and_stays_as_it_is(small: Folder) -> None:
    begin(small)
    newer = log(small).read_bytes().replace(b'"v":1', b'"v":2')
    log(small).write_bytes(newer)

    with pytest.raises(ConflictError, match="A newer teamkit"):
        begin(small)

    assert log(small).read_bytes() == newer


def test_a_meeting_without_rounds_and_topics_has_something_to_talk_about(small: Folder) -> None:
    settings = small.read("teamkit.yml").partition("    rounds:")[0]
    small.write({"teamkit.yml": settings})

    one, said = begin(small)
    one.typed("d one", NOON)

    assert said[-1] == "Anything else, 60 min."
    assert small.read(NOTES).endswith("## Anything else\n\n- Decision: one\n")


def test_with_balance_those_heard_least_come_first(small: Folder) -> None:
    small.write({"teamkit.yml": small.read("teamkit.yml") + "    balance: true\n"})
    team = Team.open(small.path)
    meetings = Meetings(team, directory(team))
    series = team.config.series["friday"]
    for weeks in (1, 2):
        before = SCRIPT.day - timedelta(weeks=weeks)
        one, _ = run.begin(meetings, series, before, common(small), at(0))
        for _ in range(3):
            one.typed("n" if one.state.who == "ana" else "-", at(1))

    one, _ = begin(small)

    script = one.state.script
    assert script.items[0].order[-1] == "ana"
    assert script.of == 2
    assert script.heard == {"ana": 2, "ben": 0, "carla": 0}


def test_what_was_taken_over_is_written_where_the_notes_lack_it(small: Folder) -> None:
    one, _ = begin(small)
    for line in ("d one", "d one", "d two", "d three", "u"):
        one.typed(line, at(1))
    text = small.read(NOTES).replace("- Decision: two\n", "").replace("- Decision: one\n", "", 1)
    small.write({NOTES: text})
    logs.append(log(small), to_line(Event(at(2), "taken")))

    begin(small, 3)

    assert bullets(small) == ["- Decision: one", "- Decision: one", "- Decision: two"]


def test_a_log_that_cannot_be_written_is_said_and_the_line_repeated(small: Folder) -> None:
    one, _ = begin(small)
    log(small).rename(log(small).with_suffix(".away"))
    log(small).mkdir()

    failed = one.typed("d one", at(1)).said
    silent = one.tick(at(9))
    left = one.left(at(9))
    log(small).rmdir()
    log(small).with_suffix(".away").rename(log(small))

    assert failed == ("The log cannot be written: it is a folder.", "You typed: d one")
    assert (silent.said, silent.next) == ((), at(10))
    assert left.is_over
    assert one.typed("d one", at(9)).said == ("Decision: one",)
    assert bullets(small) == ["- Decision: one"]


LOST = "No longer in the notes, changed or lost: - Decision: one (under Wins)"


def test_a_line_that_an_editor_wrote_over_is_said_once_and_when_asked(small: Folder) -> None:
    one, _ = begin(small)
    older = small.read(NOTES)
    one.typed("d one", at(1))
    small.write({NOTES: older})

    first = one.typed("d two", at(2)).said
    second = one.typed("d three", at(2)).said
    status = one.typed("status", at(2)).said
    _, resumed = begin(small, 3)
    end = one.typed("end", at(3)).said

    assert first == ("Decision: two", LOST)
    assert second == ("Decision: three",)
    assert status[-1] == end[-1] == LOST
    assert LOST in resumed
    assert bullets(small) == ["- Decision: two", "- Decision: three"]


def test_a_line_that_came_back_and_is_lost_again_is_said_again(small: Folder) -> None:
    one, _ = begin(small)
    older = small.read(NOTES)
    one.typed("d one", at(1))
    newer = small.read(NOTES)
    said = []
    for text in (older, newer, older):
        small.write({NOTES: text})
        said.append(one.typed("+", at(1)).said[1:])

    assert said == [(LOST,), (), (LOST,)]


def test_a_line_changed_in_an_editor_is_not_said_to_be_taken_out(small: Folder) -> None:
    one, _ = begin(small)
    one.typed("k one", at(1))
    small.write({NOTES: small.read(NOTES).replace("Key: one", "Key: one, but better")})

    said = one.typed("u", at(1)).said

    how = "It was changed or removed in the notes; edit it there"
    assert said == (f"{how}, under Wins: - Key: one",)
    assert bullets(small) == ["- Key: one, but better"]


def test_notes_that_cannot_be_read_lose_nothing(small: Folder) -> None:
    one, _ = begin(small)
    one.typed("d one", at(1))
    (small.path / NOTES).write_bytes(b"\xff\xfe")

    assert one.typed("status", at(1)).said[0].startswith("Wins: ")
