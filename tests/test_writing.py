"""What every command that writes promises: look first, all or nothing, exactly its own commit."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SETTINGS, Folder, Result

AGENDA = "agendas/2026-12-04-friday.md"
NEW = ("agenda", "new", "friday", "--date", "2026-12-04")
TOPIC = ("agenda", "add", "Big files")
LOOKS = "friday on 2026-12-04: 20 of 60 minutes planned, 40 free.\n"
WAY_ON = "Finish it: teamkit save --continue. Or undo it: teamkit save --abort\n"
TOPIC_PATH = "topics/2026-12-01-ana-big-files.md"
AWAY = ("people", "away", "ben", "2026-12-10")


def everything(folder: Folder) -> dict[str, bytes | None]:
    """Each file of the work tree, and git's refs and index; folders too."""
    return {
        place.relative_to(folder.path).as_posix(): place.read_bytes() if place.is_file() else None
        for place in folder.path.rglob("*")
        if ".git" not in place.relative_to(folder.path).parts
    } | {
        "index": folder.git("ls-files", "--stage").encode(),
        "refs": folder.git("show-ref").encode(),
    }


def committed(folder: Folder) -> list[str]:
    return folder.git("show", "--format=", "--name-only", "--no-renames", "HEAD").splitlines()


def refused(result: Result, status: int) -> None:
    """A clear refusal: its status, nothing on stdout, at most three lines, no traceback."""
    assert (result.status, result.stdout) == (status, "")
    assert result.stderr.startswith("teamkit: ")
    assert 2 <= result.stderr.count("\n") <= 3
    assert "Traceback" not in result.stderr


# ---- one change, one commit -----------------------------------------------------------------


def test_a_change_is_one_commit_of_its_paths_with_a_trailer(small: Folder) -> None:
    result = small.run(*TOPIC)

    assert result == Result(0, f"{TOPIC_PATH}\n", f"{LOOKS}Committed: Bring a topic: Big files\n")
    assert committed(small) == [TOPIC_PATH]
    assert small.git("log", "-1", "--format=%an <%ae>%n%B") == (
        "Ana <ana@harbour.example>\nBring a topic: Big files\n\nTeamkit: agenda add\n\n"
    )
    assert small.status() == ""


def test_what_is_staged_dirty_or_untracked_elsewhere_stays_as_it_is(small: Folder) -> None:
    small.write(
        {"staged.txt": "1\n", "part.txt": "1\n", "gone.txt": "1\n", "moved.txt": "1\n2\n3\n"}
    )
    small.commit()
    small.write({"staged.txt": "2\n", "part.txt": "2\n", "new.txt": "n\n", "added.txt": "a\n"})
    small.git("add", "staged.txt", "part.txt", "added.txt")
    small.git("rm", "--quiet", "gone.txt")
    small.git("mv", "moved.txt", "there.txt")
    small.write({"part.txt": "3\n", "people/ana.md": "---\nname: Ana Costa\n---\n"})
    before = small.status(), small.git("diff"), small.git("diff", "--cached")

    for command in (TOPIC, AWAY, NEW):
        assert small.run(*command).status == 0

    assert (small.status(), small.git("diff"), small.git("diff", "--cached")) == before
    assert small.git("log", "-3", "--format=", "--name-only").split() == [
        AGENDA, "people/ben.md", TOPIC_PATH,
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["a\n\nSigned-off-by: eve <e@e>", "a\r\nTeamkit: evil", "@ben x"])
def test_a_title_adds_nothing_to_the_message(small: Folder, title: str) -> None:
    assert small.run("agenda", "add", title).status == 0

    message = small.git("log", "-1", "--format=%B")
    assert [message.count(mark) for mark in ("\n\n", "@", "\nSigned", "\nTeamkit: ")] == [
        2,
        0,
        0,
        1,
    ]
    assert small.git("log", "-1", "--format=%(trailers:only)") == "Teamkit: agenda add\n\n"


def test_a_team_in_a_subfolder_of_a_repository_commits_there(small: Folder) -> None:
    small.write({"docs/teamkit.yml": SETTINGS, "docs/people/ana.md": "---\nname: Ana\n---\n"})
    small.commit()
    docs = Folder(small.path / "docs")

    result = docs.run(*TOPIC)

    assert result.stdout == f"{TOPIC_PATH}\n"
    assert committed(small) == [f"docs/{TOPIC_PATH}"]


# ---- no commit, dirty targets ---------------------------------------------------------------


@pytest.mark.parametrize("how", ["--no-commit", "commit: false"])
def test_a_commit_can_be_left_to_people(small: Folder, how: str) -> None:
    options = [how] if how.startswith("-") else []
    if not options:
        small.write({"teamkit.yml": SETTINGS + how + "\n"})
        small.commit()
    head = small.git("rev-parse", "HEAD")

    result = small.run(*TOPIC, *options)

    told = f"{LOOKS}Written, not committed; when it is ready: teamkit save {TOPIC_PATH}\n"
    assert result == Result(0, f"{TOPIC_PATH}\n", told)
    assert (small.git("rev-parse", "HEAD"), small.status()) == (head, f"?? {TOPIC_PATH}\n")


BEN = "---\nname: Ben\n---\n\nTyped by hand.\n"
LEFT = (
    "Edited but not committed, because it had changes of its own: people/ben.md\n"
    "Commit all of it with: teamkit save people/ben.md\n"
)


@pytest.mark.parametrize("how", ["dirty", "staged", "untracked", "added", "renamed"])
def test_a_target_with_changes_of_its_own_is_edited_and_left(small: Folder, how: str) -> None:
    match how:
        case "dirty":
            small.write({"people/ben.md": BEN})
        case "staged":
            small.write({"people/ben.md": BEN})
            small.git("add", "people/ben.md")
        case "untracked":
            small.git("rm", "--quiet", "--cached", "people/ben.md")
            small.git("commit", "--quiet", "-m", "No Ben")
            small.write({"people/ben.md": BEN})
        case "added":
            small.git("rm", "--quiet", "people/ben.md")
            small.git("commit", "--quiet", "-m", "No Ben")
            small.write({"people/ben.md": BEN})
            small.git("add", "people/ben.md")
        case _:
            small.git("mv", "people/ben.md", "people/benjamin.md")
            small.git("commit", "--quiet", "-m", "Benjamin")
            small.git("mv", "people/benjamin.md", "people/ben.md")
            small.write({"people/ben.md": BEN})
    head, staged = small.git("rev-parse", "HEAD"), small.git("diff", "--cached")

    result = small.run(*AWAY)

    assert (result.status, result.stdout) == (0, "people/ben.md\n")
    assert result.stderr.endswith(LEFT)
    assert "Committed" not in result.stderr
    assert small.read("people/ben.md") == BEN.replace("Ben\n", 'Ben\naway:\n  - "2026-12-10"\n', 1)
    assert (small.git("rev-parse", "HEAD"), small.git("diff", "--cached")) == (head, staged)


def test_with_include_dirty_it_is_committed_whole(small: Folder) -> None:
    small.write({"people/ben.md": BEN, "people/ana.md": "---\nname: Ana Costa\n---\n"})

    result = small.run(*AWAY, "--include-dirty")

    assert (result.status, result.stdout) == (0, "people/ben.md\n")
    assert result.stderr.endswith("Committed: Ben is away on 2026-12-10\n")
    assert (committed(small), small.status()) == (["people/ben.md"], " M people/ana.md\n")


def test_what_is_left_with_an_odd_name_is_named_as_a_shell_takes_it(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + "folders: {people: our people}\n"})
    small.git("mv", "people", "our people")
    small.commit()
    small.write({"our people/ben.md": BEN})

    result = small.run(*AWAY)

    assert result.stderr.endswith("Commit all of it with: teamkit save 'our people/ben.md'\n")


# ---- dry run --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ben", ["---\r\nname: Ben\r\n---\r\n", "---\nname: Ben\n---", "\ufeff---\nname: Ben\n---\n\nx"]
)
@pytest.mark.parametrize("command", [AWAY, TOPIC, NEW], ids=["edit", "new", "agenda"])
def test_a_dry_run_prints_the_diff_of_the_real_one(
    small: Folder, command: tuple[str, ...], ben: str
) -> None:
    small.write({"people/ben.md": ben})
    small.commit()
    before = everything(small)

    dry = small.shell(*command, "--dry-run", env={"PYTHONUTF8": "1"})
    untouched = everything(small)
    with subprocess.Popen(
        [sys.executable, "-m", "teamkit", *command, "-n"],
        cwd=small.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        diff, _ = process.communicate()
    subprocess.run(["git", "apply"], cwd=small.path, input=diff, check=True)
    applied = {name: data for name, data in everything(small).items() if name != "index"}
    small.git("checkout", "--quiet", ".")
    small.git("clean", "--quiet", "-fd")
    real = small.run(*command)

    assert (dry.status, real.status, untouched) == (0, 0, before)
    now = everything(small)
    assert {n: d for n, d in now.items() if n not in {"index", "refs"}} == {
        n: d for n, d in applied.items() if n != "refs"
    }


def test_a_dry_run_for_programs_holds_the_diff(small: Folder) -> None:
    page = json.loads(small.run(*AWAY, "--dry-run", "--json").stdout)

    assert page["diff"] == (
        "diff --git a/people/ben.md b/people/ben.md\n"
        "--- a/people/ben.md\n+++ b/people/ben.md\n"
        '@@ -1,3 +1,5 @@\n ---\n name: Ben\n+away:\n+  - "2026-12-10"\n ---\n'
    )
    assert small.status() == ""


@pytest.mark.parametrize("standing", [b"mine", b"\xff", None])
def test_a_dry_run_refuses_what_the_real_one_refuses(small: Folder, standing: bytes | None) -> None:
    place = small.path / TOPIC_PATH
    place.parent.mkdir()
    if standing is None:
        place.mkdir()
    else:
        place.write_bytes(standing)

    dry, real = small.run(*TOPIC, "--dry-run"), small.run(*TOPIC)

    refused(real, 4)
    assert dry == real


@pytest.mark.parametrize("where", ["topics", "link"])
def test_a_dry_run_follows_no_link_either(
    small: Folder, tmp_path_factory: pytest.TempPathFactory, where: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (small.path / where).symlink_to(outside)
    if where == "link":
        small.write({"teamkit.yml": SETTINGS + "folders: {topics: link/deep/er}\n"})

    dry, real = small.run(*TOPIC, "--dry-run"), small.run(*TOPIC)

    refused(real, 5)
    assert real.stderr.split("\n")[:2] == [
        "teamkit: Cannot read the file: it is a link.",
        f"  {where}",
    ]
    assert (dry, list(outside.iterdir())) == (real, [])


# ---- look first -----------------------------------------------------------------------------


def merging(folder: Folder) -> None:
    folder.git("switch", "--quiet", "-c", "other")
    folder.write({"x.txt": "theirs\n"})
    folder.commit()
    folder.git("switch", "--quiet", "main")
    folder.write({"x.txt": "ours\n"})
    folder.commit()
    folder.git("merge", "--quiet", "other", check=False)


def rebasing(folder: Folder) -> None:
    merging(folder)
    folder.git("merge", "--abort")
    folder.git("rebase", "other", check=False)


def picking(folder: Folder) -> None:
    merging(folder)
    folder.git("merge", "--abort")
    folder.git("cherry-pick", "other", check=False)


def bisecting(folder: Folder) -> None:
    folder.git("bisect", "start")


def unmerged(folder: Folder) -> None:
    merging(folder)
    (folder.path / ".git/MERGE_HEAD").unlink()


def detached(folder: Folder) -> None:
    folder.git("checkout", "--quiet", "--detach")


def locked(folder: Folder) -> None:
    (folder.path / ".git/index.lock").touch()


def bare(folder: Folder) -> None:
    folder.git("config", "core.bare", "true")


def linked(folder: Folder) -> None:
    """The topics' folder leads elsewhere."""
    (folder.path / "people/topics").mkdir()
    (folder.path / "topics").symlink_to("people/topics")


def into_git(folder: Folder) -> None:
    (folder.path / "topics").symlink_to(".git")


def blocked(folder: Folder) -> None:
    """A file where the folder should be: what a read-only disk is for root."""
    folder.write({"topics": "a file\n"})


def no_state(folder: Folder) -> None:
    """The clone's own state cannot be kept."""
    folder.write({".git/teamkit": "a file\n"})


STOPS: dict[Callable[[Folder], None], tuple[int, str]] = {
    merging: (7, "git merge --abort"),
    rebasing: (7, "git rebase --abort"),
    picking: (7, "git cherry-pick --abort"),
    bisecting: (7, "git bisect reset"),
    unmerged: (7, "git add -- x.txt"),
    detached: (7, "git switch -c NAME"),
    locked: (7, "remove it: rm "),
    bare: (7, "git config core.bare false"),
    linked: (5, "Put the real file or folder there"),
    into_git: (5, "Put the real file or folder there"),
    blocked: (5, "not a directory"),
    no_state: (4, "file exists"),
}


@pytest.mark.parametrize("stop", STOPS, ids=[stop.__name__ for stop in STOPS])
def test_what_would_end_badly_is_refused_and_nothing_is_written(
    small: Folder, stop: Callable[[Folder], None]
) -> None:
    status, way_out = STOPS[stop]
    stop(small)
    before = everything(small)

    result = small.run(*TOPIC)

    refused(result, status)
    assert way_out in result.stderr
    assert everything(small) == before


def test_nobody_is_invented(small: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "GIT_AUTHOR_NAME",
        "GIT_AUTHOR_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
    ):
        monkeypatch.delenv(name)

    result = small.run(*TOPIC, "--by", "ana")

    refused(result, 7)
    assert "git config user.name" in result.stderr
    assert not (small.path / "topics").exists()


# ---- after the writing ----------------------------------------------------------------------


def hook(folder: Folder, script: str) -> None:
    place = folder.path / ".git/hooks/pre-commit"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def test_a_hook_that_changes_the_file_is_obeyed(small: Folder) -> None:
    hook(small, f"echo 'By the hook.' >> {TOPIC_PATH}; git add {TOPIC_PATH}")

    assert small.run(*TOPIC).status == 0
    assert small.read(TOPIC_PATH).endswith("By the hook.\n")


def test_a_hook_that_changes_the_file_without_staging_it_is_named(small: Folder) -> None:
    hook(small, f"echo 'By the hook.' >> {TOPIC_PATH}")

    result = small.run(*TOPIC)

    assert result.stderr.endswith(
        f"A hook changed these again after the commit: {TOPIC_PATH}\n"
        f"Commit that, too: teamkit save {TOPIC_PATH}\n"
    )
    (small.path / ".git/hooks/pre-commit").unlink()
    assert small.run("save", TOPIC_PATH).status == 0
    assert small.status() == ""


def test_the_start_names_what_is_unfinished_too(small: Folder) -> None:
    hook(small, "exit 1")
    small.run(*TOPIC)

    result = small.run("init")

    assert result.stderr.startswith("Small team stands already; nothing was changed.\n")
    assert result.stderr.endswith(WAY_ON)


def test_ctrl_c_in_a_hook_leaves_the_edit_and_says_so_next_time(small: Folder) -> None:
    ready = small.path / ".git/ready"
    os.mkfifo(ready)
    hook(small, "echo > .git/ready; exec sleep 20")
    process = subprocess.Popen(
        [sys.executable, "-m", "teamkit", *TOPIC],
        cwd=small.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    ready.read_text()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    (small.path / ".git/hooks/pre-commit").unlink()

    again = small.run(*AWAY)

    assert (process.returncode, out, "Traceback" in err) == (130, "", False)
    assert small.status() == f"?? {TOPIC_PATH}\n"
    assert again.stderr.endswith(f"'Bring a topic: Big files' ({TOPIC_PATH}).\n{WAY_ON}")


def test_a_file_changed_while_the_command_ran_is_kept(small: Folder) -> None:
    editor = small.path / ".git/editor"
    editor.write_text(f"#!/bin/sh\necho 'By somebody.' > {small.path}/solutions/maps.md\n")
    editor.chmod(0o755)
    small.write({"solutions/a.md": "---\ntitle: A\n---\n"})
    small.commit()

    result = small.run("solutions", "add", "Maps", "--edit", env={"EDITOR": str(editor)})

    refused(result, 4)
    assert small.read("solutions/maps.md") == "By somebody.\n"
    assert small.status() == "?? solutions/maps.md\n"


def test_it_writes_where_the_current_folder_is_not(
    small: Folder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    result = small.shell("-C", str(small.path / "people"), *TOPIC, cwd=elsewhere)

    assert (result.status, list(elsewhere.iterdir())) == (0, [])
    assert (small.path / TOPIC_PATH).is_file()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused(small: Folder) -> None:
    Path(small.path / "people").chmod(0o555)

    refused(small.run(*AWAY), 4)


def test_a_rehearsal_says_what_it_proposes_beside_the_diff(small: Folder) -> None:
    small.run("agenda", "new", "friday", "--date", "2026-12-04")

    result = small.run("notes", "rotate", "friday", "--date", "2026-12-04", "--dry-run")

    assert result.stdout.startswith("diff --git ")
    assert "takes notes" in result.stderr
    assert "Who: ana" in result.stderr
