"""What git complains of is named by its cause, and the way out works where it is typed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Repo, Status
from teamkit.repo.causes import refusal
from teamkit.repo.runner import Git, GitResult
from tests.conftest import ROOT
from tests.repo.sandbox import Sandbox


def refused(folder: Path) -> GitError:
    with pytest.raises(GitError) as caught:
        Repo(folder).look(["old.md"])
    return caught.value


def last_command(error: GitError) -> str:
    return (error.hint or "").rpartition(": ")[2]


def answered(folder: Path, complaint: str) -> GitError:
    return refusal(Git(folder), GitResult(128, b"", complaint.encode()))


def test_a_linked_work_tree_has_an_index_of_its_own(team: Sandbox, tmp_path: Path) -> None:
    team.git("worktree", "add", "-q", "-b", "side", "../linked")
    index = team.folder / ".git/worktrees/linked/index"
    index.write_bytes(b"")

    error = refused(tmp_path / "linked")
    subprocess.run(last_command(error), shell=True, cwd=tmp_path / "linked", check=True)

    assert error.where == str(index)
    assert Repo(tmp_path / "linked").look(["old.md"]) == []
    assert (team.folder / ".git/index.broken").exists() is False


@pytest.mark.parametrize("lost", [b"", b"\0\0\0\0"])
def test_a_lost_head_comes_back_on_the_branch_it_was_on(team: Sandbox, lost: bytes) -> None:
    team.git("switch", "-q", "-c", "side")
    (team.folder / ".git/HEAD").write_bytes(lost)
    (team.folder / "docs").mkdir()

    error = refused(team.folder / "docs")
    team.shell(f"cd docs && {last_command(error)}")

    assert error.message == "Part of the .git folder here is missing, so git does not recognize it."
    assert (team.repo.branch(), team.repo.look(["old.md"])) == ("side", [])


def test_a_bare_repository_is_cloned_to_work_in(tmp_path: Path) -> None:
    bare = Sandbox(tmp_path / "bare.git", bare=True)

    bare.shell(last_command(refused(bare.folder)).replace("NAME", "../clone"))

    assert Repo(tmp_path / "clone").branch() == "main"


def test_who_is_inside_of_dot_git_is_shown_out(team: Sandbox) -> None:
    error = refused(team.folder / ".git/refs")

    assert last_command(error) == f"cd {team.folder}"


def test_a_history_that_is_gone_without_a_remote_is_left_to_a_person(team: Sandbox) -> None:
    for file in (team.folder / ".git/objects").glob("??/*"):
        file.unlink()

    assert refused(team.folder).hint == (
        "Bring it back from another clone, or from a copy of this folder."
    )


def test_a_branch_of_which_nothing_is_known_is_left_to_a_person(team: Sandbox) -> None:
    (team.folder / ".git/refs/heads/main").write_bytes(b"")
    (team.folder / ".git/logs/refs/heads/main").unlink()

    error = refused(team.folder)

    assert error.message == "Git cannot read which commit the branch 'main' is at."
    assert error.hint == "Bring that file back from a copy of this folder, or make a new clone."


def test_what_is_not_known_is_passed_on_in_git_s_words(team: Sandbox) -> None:
    error = answered(team.folder, "warning: a\nfatal: the moon is full\n")

    assert (error.message, error.hint) == (
        "Git cannot work here: the moon is full.",
        "See all of it: git status",
    )


def test_a_file_that_may_not_be_read_is_named(team: Sandbox) -> None:
    error = answered(team.folder, "fatal: .git/index: index file open failed: Permission denied")

    assert error.message == (
        "Git may not work here: .git/index: index file open failed: Permission denied."
    )
    assert last_command(error) == f"chmod -R u+rwX {team.folder}/.git"


def test_settings_are_named_by_file_and_line(team: Sandbox) -> None:
    config = team.folder / ".git/config"
    config.write_text(config.read_text() + "[core\n")

    assert refused(team.folder).where == f"{config}:{len(config.read_text().splitlines())}"


def as_others(*command: str) -> list[str]:
    """The command, without root's right to write where nobody may."""
    if os.geteuid():
        return list(command)
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere")
    return ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", *command]


def test_a_git_directory_that_may_not_be_written_is_noticed_before(team: Sandbox) -> None:
    objects = team.folder / ".git/objects"
    objects.chmod(0o555)
    look = (
        "from pathlib import Path\nfrom teamkit.repo import Repo\n"
        "try: print(Repo(Path.cwd()).look(['old.md']))\n"
        "except Exception as error: print(error.message, error.hint, sep='\\n')\n"
    )

    def typed(*command: str) -> str:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.check_output(as_others(*command), cwd=team.folder, env=env, text=True)

    first = typed(sys.executable, "-c", look)
    typed("sh", "-c", first.strip().rpartition(": ")[2])

    assert first.startswith(f"Git may not work here: {objects} is not writable.\n")
    assert typed(sys.executable, "-c", look) == "[]\n"


def test_edits_are_put_away_while_a_rebase_is_finished(team: Sandbox) -> None:
    team.git("switch", "-q", "-c", "theirs", "HEAD~1")
    team.save("old.md", "theirs\n")
    team.git("switch", "-q", "main")
    team.save("old.md", "ours\n")
    team.git("rebase", "theirs", ok=False)
    team.write("other.md", "half a sen")

    error = refused(team.folder)
    team.write("old.md", "both\n")
    team.shell((error.hint or "").partition(": ")[2].partition(". Or ")[0])

    assert team.repo.status() == [Status("other.md", "changed")]
    assert (team.folder / "other.md").read_text() == "half a sen"
    assert "other.md" not in team.committed()


def test_all_locks_of_a_killed_git_are_named_at_once(team: Sandbox) -> None:
    locks = [team.write(f".git/{name}.lock", "") for name in ("index", "HEAD", "refs/heads/main")]

    error = refused(team.folder)
    team.shell(last_command(error))

    assert error.message.startswith("Git is busy here, or was killed: its index, HEAD, main are ")
    assert error.where == ", ".join(map(str, locks))
    assert team.repo.look(["old.md"]) == []


def test_a_lock_that_git_met_and_that_is_gone_has_no_age(team: Sandbox) -> None:
    error = answered(team.folder, "fatal: Unable to create 'a/x.lock': File exists.")

    assert error.message == "Git is busy here, or was killed: x is locked."
