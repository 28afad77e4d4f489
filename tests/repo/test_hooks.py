"""Hooks run as under plain git, and what they do to files is seen."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Repo, Status, runner
from tests.repo.sandbox import Sandbox

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-push", "post-merge")


def seen_by_hooks(folder: Path) -> dict[str, list[str]]:
    """What each hook was given: arguments and the variables that git or people set for it."""
    return {
        name: [
            re.sub(r"[0-9a-f]{40}|@\d+", "N", line.replace(str(folder), "FOLDER"))
            for line in (folder / ".git/seen" / name).read_text().split("\n")
            # The index of the commit alone carries the number of the process.
            if "next-index-" not in line
            # Whether a remote may ask at the terminal: without one, teamkit sees to it.
            and not line.startswith("GIT_TERMINAL_PROMPT=")
        ]
        for name in HOOKS
    }


@pytest.fixture
def watched(tmp_path: Path) -> list[Sandbox]:
    """Two clones alike, whose hooks write down what they get; `incoming` is ahead of `main`."""
    made = []
    for name in ("plain", "ours"):
        hub = Sandbox(tmp_path / f"{name}.git", bare=True)
        sandbox = Sandbox(tmp_path / name)
        sandbox.git("remote", "add", "origin", str(hub.folder))
        sandbox.git("config", "remote.origin.url", f"../{name}.git")
        sandbox.save("old.md", "old\n")
        sandbox.git("push", "-q", "-u", "origin", "main")
        sandbox.git("switch", "-q", "-c", "incoming")
        sandbox.save("incoming.md", "new\n")
        sandbox.git("switch", "-q", "main")
        (sandbox.folder / ".git/seen").mkdir()
        for hook in HOOKS:
            variables = "env | grep -E '^(GIT_|LC_|LANG)' | sort"
            out = f"$(git rev-parse --absolute-git-dir)/seen/{hook}"
            sandbox.hook(
                hook,
                f'out="{out}"; {{ echo "$# $1 $2" | sed "s/{name}.git/HUB/"; {variables};'
                ' } > "$out"; [ ! -t 0 ] || echo terminal >> "$out"',
            )
        made.append(sandbox)
    return made


@pytest.mark.parametrize("variables", [{}, {"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}])
def test_hooks_get_what_plain_git_gives_them(
    watched: list[Sandbox], monkeypatch: pytest.MonkeyPatch, variables: Mapping[str, str]
) -> None:
    plain, ours = watched
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for sandbox in watched:
        sandbox.write("old.md", "edited\n")

    plain.git("merge", "-q", "--ff-only", plain.git("rev-parse", "incoming"))
    plain.git("commit", "-q", "-m", "Edit", "--", "old.md")
    plain.git("push", "-q")
    ours.repo.fast_forward("incoming")
    ours.repo.commit(["old.md"], "Edit")
    ours.repo.push("origin", "main")

    expected = seen_by_hooks(plain.folder)
    assert all(len(lines) > 1 for lines in expected.values())
    assert seen_by_hooks(ours.folder) == expected


def test_a_hook_finds_the_staged_pages_by_a_pattern(team: Sandbox) -> None:
    team.hook("pre-commit", "git diff --cached --name-only -- '*.md' > .git/seen")
    team.write("old.md", "edited\n")
    team.write("new.md", "new\n")

    team.repo.commit(["new.md", "old.md"], "Edit")

    assert (team.folder / ".git/seen").read_text() == "new.md\nold.md\n"


def test_the_users_configuration_in_the_environment_holds(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "ben")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'user.email'='ben@example.org'")
    team.write("old.md", "edited\n")

    team.repo.look(["old.md"])
    team.repo.commit(["old.md"], "Edit")

    assert team.git("log", "-1", "--format=%an %ae") == "ben ben@example.org"


@pytest.mark.parametrize("setting", ["core.quotePath=true", "core.fsmonitor=touch started;false"])
def test_what_reading_needs_holds_against_the_environment(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    name, _, value = setting.partition("=")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", name)
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", value)
    team.write("ñ.md", "new\n")

    assert team.repo.status() == [Status("ñ.md", "new")]
    assert not (team.folder / "started").exists()


def test_reading_starts_no_file_system_monitor(team: Sandbox, tmp_path: Path) -> None:
    program = tmp_path / "monitor"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    program.chmod(0o755)
    team.git("config", "core.fsmonitor", str(program))
    repo = team.repo

    repo.look(["old.md"])
    repo.status()
    repo.branch()
    repo.files_of("HEAD", "HEAD~1")
    repo.merge_in_store("HEAD~1")
    repo.people()
    repo.added("old.md")

    assert not (tmp_path / "started").exists()


# Hooks that rewrite files.

FORMAT = "sed 's/ *$//' old.md > .git/formatted; cp .git/formatted old.md"


def test_a_hook_that_formats_and_stages_leaves_nothing_behind(team: Sandbox) -> None:
    team.hook("pre-commit", f"{FORMAT}; git add old.md")
    team.write("old.md", "edited   \n")
    team.write("other.md", "staged\n")
    team.git("add", "other.md")
    team.write("other.md", "staged, and more\n")
    other = team.git("ls-files", "--stage", "other.md")
    repo = team.repo

    repo.commit(["old.md"], "Edit")

    assert repo.left_by_hooks == ()
    assert team.git("show", "HEAD:old.md") == "edited"
    assert team.git("status", "--porcelain", "old.md") == ""
    assert team.git("ls-files", "--stage", "other.md") == other


def test_a_hook_that_only_formats_is_reported(team: Sandbox) -> None:
    team.hook("pre-commit", FORMAT)
    team.write("old.md", "edited   \n")
    repo = team.repo

    repo.commit(["old.md"], "Edit")

    assert repo.left_by_hooks == ("old.md",)
    assert team.git("status", "--porcelain") == " M old.md"
    team.hook("pre-commit", "true")
    again = team.repo
    again.commit(["old.md"], "Format")
    assert again.left_by_hooks == ()


def test_a_hook_that_brings_a_deleted_file_back_is_reported(team: Sandbox) -> None:
    team.hook("post-commit", "echo back > old.md")
    (team.folder / "old.md").unlink()
    repo = team.repo

    repo.commit(["old.md"], "Remove")

    assert repo.left_by_hooks == ("old.md",)
    assert team.git("status", "--porcelain") == "?? old.md"


def test_a_hook_that_stages_nothing_new_but_commits_is_followed(team: Sandbox) -> None:
    team.hook("post-commit", "test -e .git/once || { touch .git/once; git commit -q --allow-empty "
              "-m Another; }")  # fmt: skip
    team.write("old.md", "edited\n")

    made = team.repo.commit(["old.md"], "Edit")

    assert made == team.git("rev-parse", "HEAD")


def test_a_signal_to_us_alone_stops_git_too(team: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTER", str(os.getpid()))
    monkeypatch.setattr(runner, "_PATIENCE", 0.2)
    team.hook("pre-commit", "kill -INT $TESTER; while kill -0 $PPID; do sleep 0.1; done")
    team.write("new.md", "new\n")

    with pytest.raises(KeyboardInterrupt):
        team.repo.commit(["new.md"], "Add")

    assert team.repo.status() == [Status("new.md", "new")]
    assert not (team.folder / ".git/index.lock").exists()


def test_what_a_hook_here_prints_is_shown_when_it_refuses_a_push(team: Sandbox) -> None:
    hub = Sandbox(team.folder.parent / "hub.git", bare=True)
    team.git("remote", "add", "origin", str(hub.folder))
    team.hook("pre-push", "echo Checking; echo 'line 3: a secret' >&2; exit 1")

    with pytest.raises(GitError) as refused:
        team.repo.push("origin", "main")
    team.hook("pre-push", "exit 1")
    with pytest.raises(GitError) as silent:
        team.repo.push("origin", "main")

    assert refused.value.message == ("Cannot push to 'origin': Checking; line 3: a secret.")
    assert "failed to push" in silent.value.message


# Durable, without a setting that hooks would see.


def test_all_that_a_commit_is_made_of_is_on_the_disk_when_it_is_reported(
    team: Sandbox, tmp_path: Path
) -> None:
    """Traced by the system: each loose object, the branch and the index."""
    script = (
        "import sys; from pathlib import Path; from teamkit.repo import Repo\n"
        "Repo(Path(sys.argv[1])).commit(['notes/new.md'], 'Add')"
    )
    team.write("notes/new.md", "new\n")
    flushed = flushes(tmp_path, script, team.folder)

    listed = team.git("rev-list", "--objects", "--no-object-names", "HEAD", "^HEAD~1").split()
    loose = {f"{team.folder}/.git/objects/{name[:2]}/{name[2:]}" for name in listed}
    folders = {str(Path(file).parent) for file in loose}
    assert len(listed) == 4
    assert flushed >= loose | folders
    assert flushed >= {f"{team.folder}/.git/index", f"{team.folder}/.git/refs/heads/main"}


def flushes(tmp_path: Path, script: str, folder: Path) -> set[str]:
    """The files and folders that the script has flushed."""
    spy = tmp_path / "spy"
    spy.mkdir()
    (spy / "sitecustomize.py").write_text(
        "import os\n"
        "real = os.fsync\n"
        "def fsync(handle):\n"
        "    with open(os.environ['FLUSHED'], 'a') as log:\n"
        "        log.write(os.readlink(f'/proc/self/fd/{handle}') + '\\n')\n"
        "    real(handle)\n"
        "os.fsync = fsync\n"
    )
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": f"{spy}:{root}", "FLUSHED": str(tmp_path / "flushed")}
    subprocess.run([sys.executable, "-c", script, folder], env=env, check=True)
    return set((tmp_path / "flushed").read_text().split("\n"))


def test_a_repository_opened_anew_has_nothing_left_by_hooks(team: Sandbox) -> None:
    assert Repo(team.folder).left_by_hooks == ()
