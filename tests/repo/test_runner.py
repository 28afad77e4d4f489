import os
import subprocess
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Repo, Status
from teamkit.repo.runner import SCRUBBED, Git
from tests.repo.sandbox import Sandbox, wrapper


def test_variables_that_lead_git_elsewhere_are_dropped(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoy = Sandbox(tmp_path / "decoy")
    decoy.sign_as("ben")
    decoy.save("new.md", "decoy\n")
    before = decoy.bytes_of_all()
    inside = decoy.folder / ".git"
    team.write("new.md", "new\n")
    monkeypatch.setenv("GIT_DIR", str(inside))
    monkeypatch.setenv("GIT_WORK_TREE", str(decoy.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(inside / "index"))
    monkeypatch.setenv("GIT_COMMON_DIR", str(inside))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(inside / "objects"))
    monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(inside / "objects"))
    monkeypatch.setenv("GIT_NAMESPACE", "decoy")
    monkeypatch.setenv("GIT_PREFIX", "decoy/")
    monkeypatch.setenv("GIT_ICASE_PATHSPECS", "1")

    looked = team.repo.look(["new.md"])
    commit = team.repo.commit(["new.md"], "Add")
    people = [each.name for each in team.repo.people()]
    added = team.repo.added("new.md")

    assert looked == [Status("new.md", "new")]
    assert people == ["ana"]
    assert added is not None
    assert added[0] == "ana@example.org"
    assert os.environ["GIT_DIR"] == str(inside)
    assert decoy.bytes_of_all() == before
    monkeypatch.undo()
    assert team.git("log", "-1", "--format=%H %an %ae") == f"{commit} ana ana@example.org"


def test_all_that_git_itself_calls_local_is_dropped() -> None:
    listed = subprocess.run(
        ["git", "rev-parse", "--local-env-vars"], capture_output=True, text=True, check=True
    )

    # Configuration in the environment holds as that of the home does.
    configuration = {"GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT"}
    assert set(listed.stdout.split()) - configuration <= set(SCRUBBED)


def test_what_reaches_a_server_is_kept(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_SSH_COMMAND", "my-ssh")
    monkeypatch.setenv("GIT_ASKPASS", "my-askpass")
    wrapper(tmp_path, monkeypatch, 'echo "$GIT_SSH_COMMAND $GIT_ASKPASS $LC_ALL"')

    answer = Git(team.folder).ask("version")

    assert answer.text == "my-ssh my-askpass C"


def test_the_users_configuration_does_not_change_what_is_read(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "alias.status": "!false",
        "color.ui": "always",
        "color.status": "always",
        "core.pager": "false",
        "core.quotePath": "true",
        "diff.external": "false",
        "diff.noprefix": "true",
        "log.decorate": "full",
        "log.follow": "true",
        "log.showRoot": "false",
        "log.showSignature": "true",
        "pager.status": "true",
        "status.branch": "false",
        "status.relativePaths": "false",
        "status.short": "true",
        "status.showStash": "true",
        "status.showUntrackedFiles": "no",
        "status.renames": "false",
    }.items():
        team.git("config", name, value)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    team.write("ñ.md", "1\n")

    looked = team.repo.look(["ñ.md"])
    commit = team.repo.commit(["ñ.md"], "Add")

    assert looked == [Status("ñ.md", "new")]
    assert team.repo.files_of(commit, f"{commit}^") == ["ñ.md"]
    assert [each.name for each in team.repo.people()] == ["ana"]
    assert team.repo.added("old.md") is not None


def test_names_that_are_not_utf8_survive(team: Sandbox) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    team.write(name, "1\n")

    commit = team.repo.commit([name], "Add")

    assert team.repo.files_of(commit, f"{commit}^") == [name]


def test_git_that_does_not_answer_is_stopped_and_leaves_no_lock(team: Sandbox) -> None:
    team.git("config", "protocol.ext.allow", "always")
    team.git("remote", "add", "origin", "ext::sleep 60")

    with pytest.raises(GitError) as stopped:
        team.repo.fetch("origin", seconds=0.3)

    assert stopped.value.message == "git fetch was stopped: no answer within 0 s."
    assert list(team.folder.rglob("*.lock")) == []


def test_git_that_will_not_stop_is_killed(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper(tmp_path, monkeypatch, "trap '' TERM; exec sleep 60")

    with pytest.raises(GitError):
        team.repo.fetch("origin", seconds=0.3)


def test_interrupted_it_does_not_wait_for_a_server(
    team: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESTER", str(os.getpid()))
    monkeypatch.setenv("GIT_SSH_COMMAND", "kill -INT $TESTER; exec sleep 60;")
    team.git("remote", "add", "origin", "ssh://nobody.example/team")

    with pytest.raises(KeyboardInterrupt):
        team.repo.fetch("origin", seconds=60)

    assert list(team.folder.rglob("*.lock")) == []


def test_a_refusal_of_git_is_one_line_of_ours(team: Sandbox) -> None:
    with pytest.raises(GitError) as refused:
        team.repo.files_of("nothing", "HEAD")

    assert refused.value.message == "Git refused: bad revision 'nothing'."
    assert refused.value.hint == "See: git status"


def test_making_one_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    repo = Repo(tmp_path / "not there")

    assert repo.folder == tmp_path / "not there"


def test_few_processes_are_started(
    team: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.write("new.md", "new\n")
    team.write("old.md", "edited\n")
    log = tmp_path / "log"
    wrapper(tmp_path, monkeypatch, f'echo . >> {log}; exec git "$@"')

    team.repo.look(["new.md", "old.md"])
    looking = len(log.read_text().split())
    team.repo.commit(["new.md"], "Add")
    adding = len(log.read_text().split()) - looking
    team.repo.commit(["old.md"], "Edit")
    editing = len(log.read_text().split()) - looking - adding

    assert (looking, adding, editing) == (4, 7, 6)
