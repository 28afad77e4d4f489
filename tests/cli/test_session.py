"""One run: the world as values."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from teamkit.cli.ask import agree, ask, can_ask
from teamkit.cli.editor import edit
from teamkit.cli.lazy import LazyGroup
from teamkit.cli.session import Session
from teamkit.errors import NotFoundError, UsageError, WouldAskError
from teamkit.output.console import Console
from tests.conftest import SETTINGS, Folder


def session(start: Path | None, **environ: str) -> Session:
    console = Console(io.StringIO(), io.StringIO(), environ=environ)
    return Session(environ, start, io.StringIO(), console)


# ---- the folder -----------------------------------------------------------------------------


def test_a_folder_that_is_gone_is_refused_when_it_is_needed() -> None:
    one = session(None)

    with pytest.raises(NotFoundError, match="The folder you are in is gone"):
        _ = one.team
    with pytest.raises(NotFoundError, match="The folder you are in is gone"):
        one.start_in("below")


def test_an_absolute_folder_needs_no_other(tmp_path: Path) -> None:
    one = session(None)

    one.start_in(str(tmp_path))

    assert one.start == tmp_path.resolve()


@pytest.mark.parametrize("folder", ["none", "file", "a\0b", "/none"])
def test_what_is_no_folder_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NotFoundError, match="There is no folder"):
        session(tmp_path).start_in(folder)


def test_a_process_may_stand_in_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    one = Session.from_process()

    with pytest.raises(NotFoundError):
        _ = one.start


def test_a_process_may_have_no_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    one = Session.from_process()
    one.console.say("nobody hears")
    read, out, err = one.stdin.read(), sys.stdout, sys.stderr
    for stream in (one.stdin, out, err):
        stream.close()

    assert read == ""


# ---- the clock ------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["2026-12-04", "20261204", "2026-W49-5"])
def test_the_clock_can_be_set(tmp_path: Path, said: str) -> None:
    assert session(tmp_path, TEAMKIT_TODAY=said).today == date(2026, 12, 4)


@pytest.mark.parametrize("said", ["x", "2026-02-30", "0001-01-01", "9998-01-01", " "])
def test_a_clock_that_says_no_day_is_refused(tmp_path: Path, said: str) -> None:
    with pytest.raises(UsageError, match="which is not a day"):
        _ = session(tmp_path, TEAMKIT_TODAY=said).today


@pytest.mark.parametrize("zone", ["Europe/Madrid", "Nowhere/Land", "../etc/passwd", "Europe"])
def test_today_is_the_teams_or_the_machines(small: Folder, zone: str) -> None:
    small.write({"teamkit.yml": SETTINGS.replace("Europe/Madrid", zone)})

    assert session(small.path).today.year > 2024


def test_a_day_is_seen_from_today(tmp_path: Path) -> None:
    one = session(tmp_path, TEAMKIT_TODAY="2026-12-01")

    assert [one.day(None), one.day("fri"), one.day("+1w")] == [
        None, date(2026, 12, 4), date(2026, 12, 8),
    ]  # fmt: skip


# ---- who ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["@me", "me", "ME"])
def test_me_is_whom_git_knows(small: Folder, name: str) -> None:
    assert session(small.path).person(name).handle == "ana"


def test_who_is_not_on_the_team_is_nobody(small: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Stranger")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "stranger@example.org")

    assert session(small.path).me is None


def test_who_is_on_the_team_is_known(small: Folder) -> None:
    me = session(small.path).me

    assert me is not None
    assert me.handle == "ana"


# ---- asking ---------------------------------------------------------------------------------


def test_without_a_terminal_the_default_answers(tmp_path: Path) -> None:
    one = session(tmp_path)

    answers = [ask(one, "What?", "--what", default="this"), agree(one, "Sure?"), can_ask(one)]

    assert answers == ["this", False, False]


def test_without_a_terminal_and_default_the_flag_is_named(tmp_path: Path) -> None:
    with pytest.raises(WouldAskError) as refused:
        ask(session(tmp_path), "What?", "--what")

    assert (refused.value.message, refused.value.hint) == (
        "Needs an answer: What?",
        "Pass --what",
    )


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_people_are_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = session(tmp_path)
    one.stdin = Terminal(" ours \n\ny\n")
    monkeypatch.setattr("sys.stdin", one.stdin)

    answers = [ask(one, "Whose?", "--whose"), ask(one, "Sure?", "--x", default="so"),
               agree(one, "Really?")]  # fmt: skip

    said = capsys.readouterr()
    assert (answers, said.out) == (["ours", "so", True], "")
    assert "Whose?" in said.err


@pytest.mark.parametrize("option", ["no_input", "json"])
def test_who_may_not_be_asked_is_not(tmp_path: Path, option: str) -> None:
    one = session(tmp_path)
    one.stdin = Terminal("x\n")
    setattr(one, option, True)

    assert not can_ask(one)


# ---- the editor -----------------------------------------------------------------------------


def editor(tmp_path: Path, script: str) -> str:
    place = tmp_path / "my editor"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return f"'{place}' --wait"


def test_the_editor_gets_the_draft_and_gives_the_text(tmp_path: Path) -> None:
    one = session(tmp_path, EDITOR=editor(tmp_path, 'test "$1" = --wait && echo new >> "$2"'))

    assert edit(one, "old\r\n", name="draft.md") == "old\r\nnew\n"


def test_the_visual_editor_goes_first(tmp_path: Path) -> None:
    one = session(tmp_path, VISUAL=editor(tmp_path, "true"), EDITOR="false")

    assert edit(one, "old", name="draft.md") == "old"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("false", "gave up; nothing was written"),
        ("/no/such/editor", "could not be started"),
        ("'unclosed", "could not be started"),
    ],
)
def test_an_editor_that_fails_is_said(tmp_path: Path, command: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        edit(session(tmp_path, EDITOR=command), "old", name="draft.md")


def test_without_an_editor_nobody_can_be_asked(tmp_path: Path) -> None:
    one = session(tmp_path, EDITOR="true")
    one.no_input = True

    for asked in (one, session(tmp_path)):
        with pytest.raises(WouldAskError):
            edit(asked, "old", name="draft.md")


# ---- doors ----------------------------------------------------------------------------------


def test_a_door_opens_when_somebody_types_it() -> None:
    house = LazyGroup("teamkit.commands.topics", name="topics")

    assert house.commands["list"].help == "List the open topics in the order they are picked."
    assert house.commands["list"].params == []
    assert house.open("list").params[0].name == "everything"


def test_a_folder_of_commands_is_a_group() -> None:
    skills = LazyGroup("teamkit.commands").open("skills")

    assert list(skills.open("survey").commands) == [
        "open", "answer", "form", "import", "status", "close",
    ]  # fmt: skip
