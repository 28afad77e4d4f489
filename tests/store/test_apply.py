"""A change is finished as it was meant or undone, and never half committed."""

import signal
from pathlib import Path

import pytest

from teamkit.errors import ConflictError
from teamkit.store import journal
from teamkit.store.change import Change, Write
from teamkit.store.journal import Step, Unfinished
from teamkit.team import Team
from tests.conftest import Folder, Result
from tests.repo.sandbox import wrapper
from tests.store.test_kills import killed_at

NOTE = "notes/2026-11-20-friday.md"
TOPIC = "topics/2026-12-01-ana-big-files.md"
BEN = "---\nname: Ben\n---\n"
AWAY = BEN.replace("Ben\n", 'Ben\naway:\n  - "2026-12-10"\n')
PEOPLE = "people/ben.md"
WAY_ON = "Finish it: teamkit save --continue. Or undo it: teamkit save --abort\n"


def begun(folder: Folder, *steps: Step, commits: tuple[str, ...] | None = None) -> Unfinished:
    """A change in the journal, of which nothing is written yet."""
    paths = tuple(step.path for step in steps)
    change = Unfinished(
        "Half of it",
        "Half of it\n\nTeamkit: x\n",
        steps,
        paths if commits is None else commits,
    )
    journal.note(folder.path / ".git", [*journal.noted(folder.path / ".git"), change])
    return change


def half(folder: Folder) -> None:
    """A new file and an edit, of which the new file alone was written."""
    begun(folder, Step(TOPIC, None, "# Topic\n"), Step(PEOPLE, BEN, AWAY))
    folder.write({TOPIC: "# Topic\n"})


def hook(folder: Folder, script: str) -> Path:
    place = folder.path / ".git/hooks/pre-commit"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return place


def waits(folder: Folder) -> list[str]:
    return [change.subject for change in journal.noted(folder.path / ".git")]


# ---- naming ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [(), ("people", "list"), ("check",), ("skills", "list"), ("agenda", "add", "Other")],
    ids=lambda words: " ".join(words) or "now",
)
def test_every_command_names_what_is_unfinished(small: Folder, command: tuple[str, ...]) -> None:
    half(small)

    result = small.run(*command)

    assert f"An earlier change is unfinished: 'Half of it' ({TOPIC}, {PEOPLE}).\n{WAY_ON}" in (
        result.stderr
    )


def test_a_refusal_names_it_too(small: Folder) -> None:
    half(small)

    result = small.run("people", "show", "nobody")

    assert result.status == 3
    assert result.stderr.endswith(WAY_ON)


def test_a_command_that_needs_one_of_its_files_is_refused(small: Folder) -> None:
    half(small)

    result = small.run("people", "away", "ben", "2026-12-24")

    assert result == Result(
        4,
        "",
        "teamkit: An earlier change is unfinished: 'Half of it'; nothing was written.\n"
        f"  {PEOPLE}\n  {WAY_ON}",
    )
    assert small.read(PEOPLE) == BEN


def test_a_command_about_other_files_goes_on_and_keeps_it(small: Folder) -> None:
    half(small)

    result = small.run("people", "away", "ana", "2026-12-24")

    assert result.status == 0
    assert waits(small) == ["Half of it"]


def test_a_command_with_nothing_to_change_is_refused_only_after_its_own(small: Folder) -> None:
    away = ("people", "away", "ana", "2026-12-24")
    small.run(*away)
    half(small)
    other = small.run(*away)
    refusing = hook(small, "exit 1")
    small.run("agenda", "add", "Big files", "--by", "ana")
    small.run("save", "--abort")
    small.run("people", "away", "ana", "2026-12-28")
    refusing.unlink()

    own = small.run("people", "away", "ana", "2026-12-28")

    assert (other.status, "Nothing to change." in other.stderr) == (0, True)
    assert (own.status, own.stderr.endswith(WAY_ON)) == (4, True)


def test_a_change_that_could_not_be_written_is_not_unfinished(small: Folder) -> None:
    both = (Write("docs/a.md", "a\n"), Write("docs", "a file where the folder is\n"))

    with pytest.raises(ConflictError):
        Team.open(small.path).apply(Change("Both", "x", both))

    assert waits(small) == []
    assert (small.status(), (small.path / "docs").exists()) == ("", False)


def test_a_git_that_fails_after_the_writing_leaves_the_change_to_be_finished(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = 'case " $* " in *" ls-files -t -z -- people/ben.md "*) exit 128;; esac; exec git "$@"'
    with monkeypatch.context() as patched:
        wrapper(tmp_path_factory.mktemp("git"), patched, failing)
        result = small.run("people", "away", "ben", "2026-12-10")

    assert (result.status, result.stdout) == (7, "")
    assert small.run("save", "--continue").status == 0
    assert (small.read(PEOPLE), small.status()) == (AWAY, "")


@pytest.mark.parametrize("how", ["nothing written", "committed by hand", "reverted by hand"])
def test_what_is_settled_is_forgotten(small: Folder, how: str) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY))
    if how == "committed by hand":
        small.write({PEOPLE: AWAY})
        small.commit()
    elif how == "reverted by hand":
        small.write({PEOPLE: AWAY})
        small.run("people", "list")
        small.write({PEOPLE: BEN})

    assert "unfinished" not in small.run("people", "list").stderr
    assert waits(small) == []


def test_a_change_that_was_not_to_be_committed_is_whole_once_it_is_written(small: Folder) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY), Step(TOPIC, None, "x\n"), commits=())
    small.write({PEOPLE: AWAY, TOPIC: "x\n"})

    assert "unfinished" not in small.run("people", "list").stderr


def test_what_a_kill_left_beside_the_files_is_removed(small: Folder) -> None:
    half(small)
    small.write({"topics/.teamkit-0a.tmp": "left\n"})

    small.run("people", "list")

    assert not (small.path / "topics/.teamkit-0a.tmp").exists()


# ---- finishing ------------------------------------------------------------------------------


def test_continue_writes_the_rest_and_commits_exactly_the_change(small: Folder) -> None:
    half(small)
    small.write({"people/ana.md": "---\nname: Ana Costa\n---\n"})

    done = small.run("save", "--continue")

    assert done == Result(0, f"{TOPIC}\n{PEOPLE}\n", "Committed: Half of it\n")
    assert (small.read(PEOPLE), small.read(TOPIC)) == (AWAY, "# Topic\n")
    assert small.git("show", "--format=%B", "--name-only", "HEAD").split("\n") == [
        "Half of it", "", "Teamkit: x", "", "", PEOPLE, TOPIC, "",
    ]  # fmt: skip
    assert small.status() == " M people/ana.md\n"
    assert waits(small) == []


def test_continue_finishes_the_changes_in_their_order(small: Folder) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY))
    small.write({PEOPLE: AWAY})
    begun(small, Step(TOPIC, None, "x\n"))
    small.write({TOPIC: "x\n"})

    assert small.run("save", "--continue").status == 0
    assert small.log(3) == ["Half of it", "Half of it", "Start"]
    assert small.status() == ""


def test_a_commit_that_was_made_before_the_kill_is_not_made_twice(small: Folder) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY), Step(TOPIC, None, "x\n"), commits=(PEOPLE,))
    small.write({PEOPLE: AWAY})
    small.commit()

    done = small.run("save", "--continue")

    assert (done.status, small.read(TOPIC), small.status()) == (0, "x\n", f"?? {TOPIC}\n")
    assert small.log() == ["By hand"]


def test_a_commit_that_a_hook_refused_is_made_with_its_own_message(small: Folder) -> None:
    refusing = hook(small, "echo 'no spaces please' >&2; exit 1")
    small.write({"people/ana.md": "---\nname: Ana Co", "staged.txt": "mine\n"})
    small.git("add", "staged.txt")

    first = small.run("agenda", "add", "Big files", "--by", "ana")
    again = small.run("save", "--continue")
    refusing.unlink()
    done = small.run("save", "--continue")

    assert first == again == Result(
        7,
        "",
        "teamkit: Git did not commit: the pre-commit hook said: no spaces please.\n"
        f"  {TOPIC}\n"
        "  Your change is kept, uncommitted (undo it: teamkit save --abort). Fix the cause, "
        "then: teamkit save --continue\n",
    )  # fmt: skip
    assert (done.status, small.log()) == (0, ["Bring a topic: Big files"])
    assert small.git("show", "--format=", "--name-only", "HEAD") == f"{TOPIC}\n"
    assert small.status() == " M people/ana.md\nA  staged.txt\n"


# ---- undoing --------------------------------------------------------------------------------


def test_abort_puts_every_file_back(small: Folder) -> None:
    half(small)
    small.write({PEOPLE: AWAY, "people/ana.md": "mine\n"})
    small.git("add", TOPIC)

    done = small.run("save", "--abort")

    assert done == Result(0, f"{TOPIC}\n{PEOPLE}\n", "Undone: Half of it\n")
    assert small.read(PEOPLE) == BEN
    assert small.status() == " M people/ana.md\n"
    assert (small.log(), waits(small)) == (["Start"], [])


def test_abort_undoes_the_newest_first(small: Folder) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY))
    begun(small, Step(TOPIC, None, "x\n"))
    small.write({PEOPLE: AWAY, TOPIC: "x\n"})

    assert small.run("save", "--abort").stdout == f"{TOPIC}\n{PEOPLE}\n"
    assert small.status() == ""


def test_abort_leaves_what_is_committed(small: Folder) -> None:
    half(small)
    small.commit("By hand")

    assert small.run("save", "--abort").status == 0
    assert (small.read(TOPIC), small.status()) == ("# Topic\n", "")


# ---- only a person can go on ----------------------------------------------------------------


@pytest.mark.parametrize("way", ["--continue", "--abort"])
@pytest.mark.parametrize("edit", ["words", "a link"])
def test_a_file_that_was_edited_since_is_left_to_a_person(
    small: Folder, way: str, edit: str
) -> None:
    half(small)
    place = small.path / TOPIC
    if edit == "words":
        place.write_text("# Topic of mine\n")
    else:
        place.unlink()
        place.symlink_to("../people/ana.md")
    before = small.status()

    result = small.run("save", way)

    assert result == Result(
        4,
        "",
        "teamkit: Edited since 'Half of it' began; nothing was touched.\n"
        f"  {TOPIC}\n"
        f"  Look at it with git diff, then commit it: teamkit save {TOPIC}\n",
    )
    assert (small.status(), small.read(PEOPLE)) == (before, BEN)


def test_the_way_on_after_an_edit_works(small: Folder) -> None:
    begun(small, Step(PEOPLE, BEN, AWAY))
    small.write({PEOPLE: AWAY + "\nMore.\n"})

    assert small.run("save", "--continue").status == 4
    assert small.run("save", PEOPLE).status == 0
    assert "unfinished" not in small.run("people", "list").stderr
    assert small.status() == ""


@pytest.mark.parametrize("way", ["--continue", "--abort"])
def test_nothing_unfinished_is_not_found(small: Folder, way: str) -> None:
    result = small.run("save", way)

    assert (result.status, result.stdout) == (3, "")
    assert "No change is unfinished." in result.stderr


@pytest.mark.parametrize(
    "more", [("--abort",), ("-m", "x"), ("people",)], ids=["both", "message", "paths"]
)
def test_continue_goes_with_nothing_else(small: Folder, more: tuple[str, ...]) -> None:
    half(small)

    assert small.run("save", "--continue", *more).status == 2
    assert waits(small) == ["Half of it"]


def test_a_rehearsal_shows_what_would_be_settled(small: Folder) -> None:
    half(small)

    result = small.run("save", "--continue", "--dry-run")

    assert (result.status, result.stdout) == (0, f"{TOPIC}\n{PEOPLE}\n")
    assert (small.read(PEOPLE), waits(small)) == (BEN, ["Half of it"])


def test_saving_by_hand_takes_no_half_of_a_change(small: Folder) -> None:
    half(small)

    for words in ((), (TOPIC,), ("topics",)):
        result = small.run("save", *words)
        assert (result.status, result.stdout) == (4, "")
        assert result.stderr.endswith(WAY_ON)
    assert small.log() == ["Start"]


# ---- killed for real ------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["--continue", "--abort"])
def test_a_promotion_killed_at_any_moment_ends_whole_or_undone(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, way: str
) -> None:
    folder = tmp_path_factory.mktemp("promote")
    text = "---\ndate: 2026-11-20\nseries: friday\n---\n\n## Uploads\n\n- Decision: yes\n"
    small.write({NOTE: text})
    small.commit("Notes")
    command = ("notes", "promote", "2026-11-20-friday:8", "--to", "guideline")
    ends = set()
    for moment in range(1, 60):
        run = Folder(folder / f"run{moment}")
        small.git("clone", "-q", str(small.path), str(run.path))
        done = killed_at(run.path, folder / "killer", moment, *command)
        for lock in (run.path / ".git").glob("*.lock"):
            lock.unlink()
        if done.status != -signal.SIGKILL:
            break
        settled = run.run("save", way)
        assert settled.status in {0, 3}, settled
        assert run.status() == "" or settled.status == 3
        tree = run.git("ls-tree", "-r", "--name-only", "HEAD")
        ends.add(("guidelines/" in tree, run.read(NOTE) != text))
    assert done.status == 0, done
    assert ends <= {(True, True), (False, False)}
    assert (True, True) in ends or way == "--abort"
