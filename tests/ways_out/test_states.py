"""In every state that a clone can be in, what a refusal names works as it is printed."""

import os
import shlex
from pathlib import Path

import pytest

from tests.ways_out import place
from tests.ways_out.place import COMMANDS
from tests.ways_out.states import STATES
from tests.ways_out.walk import walk, ways

WALKS = [
    pytest.param(name, command, id=f"{name}-{command}")
    for name, state in STATES.items()
    for command in state.commands
]


@pytest.mark.parametrize(("name", "command"), WALKS)
def test_what_a_refusal_names_works_as_it_is_printed(
    base: Path, tmp_path: Path, name: str, command: str
) -> None:
    state, typed = STATES[name], COMMANDS[command]
    if state.root and os.geteuid():
        pytest.skip("only root may give files away")
    team = place.copy(base, tmp_path / "it's here")
    if state.own_first:
        team.leave_own(staged=state.staged)
        typed.before(team)
        state.make(team)
    else:
        state.make(team)
        team.leave_own(staged=state.staged)
        typed.before(team)
    state.after(team)

    walked = walk(team, typed, state.mend)

    assert walked.end != "stuck", f"\n{walked}"
    assert walked.end != "mended" or state.cause in str(walked).casefold(), f"\n{walked}"
    assert team.touched() == [], f"\n{walked}"


@pytest.mark.parametrize("command", ["now", "check"])
@pytest.mark.parametrize("name", STATES)
def test_reading_ends_as_documented_in_every_state(
    base: Path, tmp_path: Path, name: str, command: str
) -> None:
    state = STATES[name]
    if state.root and os.geteuid():
        pytest.skip("only root may give files away")
    team = place.copy(base, tmp_path / "team's")
    state.make(team)
    team.leave_own(staged=False)

    done = team.run(*COMMANDS[command].words)

    assert done.status in {0, 1, 7} or (done.status == 5 and command == "now"), done.stderr
    assert done.status != 7 or ways(done.stderr) or state.mend, done.stderr
    assert team.touched() == []


_KILLED = [
    pytest.param(hook, command, id=f"{hook}-{command}")
    for hook in ("pre-commit", "reference-transaction")
    for command in ("add", "vote", "set", "tick", "promote", "use")
]


@pytest.mark.parametrize(("hook", "command"), _KILLED)
def test_what_a_killed_command_left_is_finished_by_what_is_printed(
    base: Path, tmp_path: Path, hook: str, command: str
) -> None:
    team, typed = place.copy(base, tmp_path / "it's here"), COMMANDS[command]
    team.leave_own(staged=True)
    team.hook(hook, "kill -9 0")
    team.run_as_typed(f"setsid --wait teamkit {shlex.join(typed.words)}")
    (team.git_dir / "hooks" / hook).unlink()

    walked = walk(team, typed, None)

    assert walked.end != "stuck", f"\n{walked}"
    assert typed.done(team), f"\n{walked}"
    assert team.touched() == [], f"\n{walked}"
