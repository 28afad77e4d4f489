"""Real clones and a real bare repository: nothing is ever lost, moved or half merged."""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from teamkit.config import read_config
from teamkit.errors import GitError
from teamkit.share import sync
from teamkit.team import Team
from tests.conftest import ROOT, SETTINGS, Folder, Result

PERSON = (
    "---\nname: Ana\nareas:\n  - backend\n---\n\n# Ana\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n"
)


@pytest.fixture
def clones(tmp_path: Path) -> list[Folder]:
    """Three clones of one shared team."""
    bare = tmp_path / "shared.git"
    Folder(tmp_path).git("init", "-q", "--bare", "-b", "main", str(bare))
    folders: list[Folder] = []
    for name in ("one", "two", "three"):
        Folder(tmp_path).git("clone", "-q", str(bare), name)
        folder = Folder(tmp_path / name)
        folder.git("checkout", "-q", "-B", "main")
        if not folders:
            folder.write({"teamkit.yml": SETTINGS, "people/ana.md": PERSON})
            folder.commit("Start")
            folder.git("push", "-q", "-u", "origin", "main")
        folders.append(folder)
    return folders


def add(folder: Folder, path: str, text: str = "---\ntitle: T\n---\n") -> None:
    folder.write({path: text})
    folder.commit(f"Add {path}")


def tree(folder: Folder) -> str:
    return folder.git("rev-parse", "HEAD^{tree}")


def test_nothing_new_is_said(clones: list[Folder]) -> None:
    assert clones[0].run("sync") == Result(0, "", "Nothing to share, and nothing new.\n")


def test_own_commits_are_shared(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md")
    add(one, "topics/b.md")

    assert one.run("sync") == Result(0, "", "Shared 2 changes.\n")
    assert two.run("sync") == Result(0, "", "Got 2 changes.\n")
    assert tree(one) == tree(two)


def test_both_sides_are_brought_together_and_shared(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md")
    add(two, "topics/b.md")
    one.run("sync")

    assert two.run("sync") == Result(0, "", "Got 1 change, shared 1.\n")
    assert two.git("log", "-1", "--format=%B").strip() == (
        "Bring in 1 change that others shared\n\nTeamkit: sync"
    )
    assert one.run("sync").status == 0
    assert tree(one) == tree(two)
    assert two.status() == one.status() == ""


def test_either_direction_of_a_merge_gives_the_same_tree(clones: list[Folder]) -> None:
    one, two, three = clones
    add(one, "people/ana.md", PERSON.replace("One", "First"))
    add(two, "people/ana.md", PERSON.replace("Five", "Last"))
    one.git("push", "-q", "origin", "main:one")
    two.git("push", "-q", "origin", "main:two")
    three.git("fetch", "-q")
    trees = []
    for ours, theirs in (("one", "two"), ("two", "one")):
        three.git("checkout", "-q", "-B", "main", f"origin/{ours}")
        three.git("push", "-q", "-f", "origin", f"origin/{theirs}:refs/heads/main")
        three.git("fetch", "-q")
        three.git("branch", "-q", "-u", "origin/main")

        assert three.run("sync").status == 0

        trees.append(tree(three))
    assert trees[0] == trees[1]
    assert three.read("people/ana.md") == PERSON.replace("One", "First").replace("Five", "Last")


@pytest.mark.parametrize("broken", ["name: [\n", "name: A\nname: B\n", "- a\n"])
def test_settings_that_cannot_be_read_are_fixed_by_sync(clones: list[Folder], broken: str) -> None:
    one, two = clones[0], clones[1]
    good = one.read("teamkit.yml")
    two.write({"teamkit.yml": broken})
    two.commit("By hand")
    two.git("push", "--quiet", "origin", "HEAD:main")
    one.git("pull", "--quiet", "--ff-only", "origin", "main")
    two.write({"teamkit.yml": good})
    two.commit("Fixed")
    two.git("push", "--quiet", "origin", "HEAD:main")
    refused = one.run("people", "list")

    result = one.run("sync")

    assert (refused.status, result.status) == (5, 0)
    assert "skipped" not in result.stderr
    assert one.read("teamkit.yml") == good
    assert one.run("people", "list").status == 0


def test_three_clones_meet(clones: list[Folder]) -> None:
    for number, folder in enumerate(clones):
        add(folder, f"topics/{number}.md")
    for folder in (*clones, *clones):
        assert folder.run("sync").status == 0

    assert len({tree(folder) for folder in clones}) == 1


def test_the_same_lines_stop_it_untouched(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "people/ana.md", PERSON.replace("One", "Uno"))
    add(two, "people/ana.md", PERSON.replace("One", "Eins"))
    one.run("sync")
    head = two.git("rev-parse", "HEAD")

    result = two.run("sync")

    assert result == Result(
        4,
        "",
        "teamkit: You and others changed the same lines; nothing was touched.\n"
        "  people/ana.md\n"
        "  Merge by hand: git merge origin/main, fix and git add the files, git commit\n",
    )
    assert (two.git("rev-parse", "HEAD"), two.status()) == (head, "")


def test_a_clean_merge_that_breaks_a_file_stops_before_the_branch_moves(
    clones: list[Folder],
) -> None:
    one, two, _ = clones
    text = "---\nname: Ana\na1: x\na2: x\na3: x\n---\n"
    add(one, "people/ana.md", text)
    one.run("sync")
    two.run("sync")
    add(one, "people/ana.md", text.replace("name: Ana\n", "name: Ana\ngithub: ana\n"))
    add(two, "people/ana.md", text.replace("a3: x\n", "a3: x\ngithub: ana\n"))
    one.run("sync")
    head = two.git("rev-parse", "HEAD")

    result = two.run("sync")

    assert (result.status, two.git("rev-parse", "HEAD")) == (4, head)
    assert "people/ana.md:7" in result.stderr
    assert "the key 'github' appears twice, first on line 3" in result.stderr


def test_what_others_broke_does_not_stop_it(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md", "---\na: [\n---\n")
    add(two, "topics/b.md")
    one.run("sync")

    assert two.run("sync").status == 0


def test_settings_and_pictures_on_both_sides_are_merged(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "teamkit.yml", SETTINGS.replace("Small", "Little"))
    add(two, "teamkit.yml", f"{SETTINGS}roles: {{knowledge: [ana]}}\n")
    add(one, "README.md", "1\n\n\n\n\n2\n")
    one.run("sync")

    assert two.run("sync").status == 0
    assert two.read("teamkit.yml").count("Little") == 1


def test_edits_that_are_not_committed_are_never_moved(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md")
    one.run("sync")
    two.write({"people/ana.md": "mine\n"})

    result = two.run("sync")

    assert result == Result(
        0, "", "Got 1 change.\nNot saved, so not shared: people/ana.md. Then: teamkit save\n"
    )
    assert two.read("people/ana.md") == "mine\n"


def test_a_stopped_sync_is_finished_before_anything_else(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "people/ana.md", PERSON.replace("One", "Uno"))
    one.run("sync")
    add(two, "topics/own.md")
    # As a kill leaves it while git writes the file: its beginning, and the index still locked.
    two.git("config", "filter.stop.smudge", "head -c 30; kill -9 0")
    two.write({".git/info/attributes": "people/ana.md filter=stop\n"})
    command = [sys.executable, "-m", "teamkit", "sync"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=two.path, env=env, check=False, start_new_session=True)
    two.git("config", "filter.stop.smudge", "cat")
    two.write({"people/ana.md": PERSON.replace("One", "Uno")[:70]})

    refused = [two.run(*words) for words in (("save",), ("agenda", "add", "X"), ("sync", "-n"))]
    locked = two.run("sync")
    lock = two.path / ".git/index.lock"
    assert f"rm {lock}" in locked.stderr
    lock.unlink()
    refused += [two.run(*words) for words in (("save",), ("agenda", "add", "X"), ("sync", "-n"))]

    assert [result.status for result in refused] == [7] * 6
    stopped = "teamkit: A sync was stopped while git was writing files.\n"
    remedy = "  Finish it first: teamkit sync\n"
    assert {result.stderr for result in refused[3:]} == {stopped + remedy}
    assert two.run("sync") == Result(0, "", "Got 1 change, shared 1.\n")
    assert one.run("sync").status == 0
    assert one.read("people/ana.md") == PERSON.replace("One", "Uno")
    assert two.status() == ""


def test_an_edit_in_the_way_stops_it_and_is_named(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "people/ana.md", PERSON.replace("One", "Uno"))
    one.run("sync")
    two.write({"people/ana.md": "mine\n"})

    result = two.run("sync")

    assert result.status == 7
    assert "people/ana.md" in result.stderr
    assert two.read("people/ana.md") == "mine\n"


def test_without_a_remote_it_says_how_to_add_one(small: Folder) -> None:
    assert small.run("sync") == Result(
        7,
        "",
        "teamkit: This repository has no remote to share it with.\n"
        "  Create an empty one on your forge, then: git remote add origin URL\n",
    )


def test_the_first_time_the_whole_branch_is_shared(small: Folder, tmp_path: Path) -> None:
    bare = tmp_path / ".bare"
    small.git("init", "-q", "--bare", str(bare))
    small.git("remote", "add", "origin", str(bare))

    assert small.run("sync", "--dry-run").stderr.startswith("The branch is not shared yet")
    assert small.run("sync") == Result(0, "", "Shared the whole branch, for the first time.\n")
    assert small.git("rev-parse", "@{upstream}") == small.git("rev-parse", "HEAD")
    assert small.run("sync").stderr == "Nothing to share, and nothing new.\n"


def test_a_branch_that_is_there_already_is_followed(clones: list[Folder]) -> None:
    one, *_ = clones
    one.git("branch", "--unset-upstream")
    add(one, "topics/a.md")

    assert one.run("sync").stderr == "Shared 1 change.\n"
    assert one.git("rev-parse", "@{upstream}") == one.git("rev-parse", "HEAD")


def test_several_remotes_are_a_question_git_answers(small: Folder) -> None:
    small.git("remote", "add", "origin", "x")
    small.git("remote", "add", "other", "y")

    result = small.run("sync")

    assert result.status == 7
    assert "git push --set-upstream origin main" in result.stderr


def test_nothing_committed_is_said(empty: Folder) -> None:
    empty.git("init", "-q", "-b", "main")
    empty.write({"teamkit.yml": SETTINGS})

    assert empty.run("sync").stderr.startswith("teamkit: Nothing is committed here yet.")


def test_a_rewritten_history_stops_it_until_it_is_mended(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md")
    one.run("sync")
    two.run("sync")
    one.git("reset", "-q", "--hard", "HEAD~1")
    add(one, "topics/other.md")
    one.git("push", "-q", "-f")
    add(two, "topics/b.md")
    head = two.git("rev-parse", "HEAD")

    for _ in range(2):
        result = two.run("sync")

        assert (result.status, two.git("rev-parse", "HEAD")) == (7, head)
        assert "was rewritten; nothing was changed here" in result.stderr
    two.git("rebase", "-q", "--onto", "origin/main", "HEAD~1")
    assert two.run("sync") == Result(0, "", "Shared 1 change.\n")
    assert not (two.path / ".git/teamkit/rewritten.json").exists()


def test_a_broken_note_about_rewriting_is_none(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md")
    one.run("sync")
    add(two, "topics/b.md")
    (two.path / ".git/teamkit").mkdir(exist_ok=True)
    (two.path / ".git/teamkit/rewritten.json").write_text("[")

    assert two.run("sync").status == 0


def test_offline_the_commits_stay_and_it_says_so(clones: list[Folder]) -> None:
    one, *_ = clones
    add(one, "topics/a.md")
    one.git("remote", "set-url", "origin", str(one.path / "gone.git"))

    result = one.run("sync")

    assert result.status == 7
    assert "Your commits are kept in this clone." in result.stderr
    assert one.log() == ["Add topics/a.md"]


def test_a_dry_run_tells_what_is_known(clones: list[Folder]) -> None:
    one, *_ = clones
    add(one, "topics/a.md")

    assert one.run("sync", "-n") == Result(
        0, "", "As far as this clone knows: 1 change to share, 0 to get. Nothing was fetched.\n"
    )


def test_programs_get_numbers(clones: list[Folder]) -> None:
    one, *_ = clones
    add(one, "topics/a.md")

    page = json.loads(one.run("sync", "--json").stdout)

    assert page["items"] == [{"got": 0, "shared": 1, "unsaved": [], "findings": []}]


@pytest.mark.parametrize(("losses", "status"), [(1, 0), (99, 7)])
def test_when_others_are_faster_it_tries_again_but_not_for_ever(
    clones: list[Folder], losses: int, status: int, tmp_path: Path
) -> None:
    one, two, three = clones
    add(two, "topics/two.md")
    hook = two.path / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f"""#!/bin/sh
n=$(cat {tmp_path}/n 2>/dev/null || echo 0)
[ "$n" -ge {losses} ] && exit 0
echo $((n + 1)) > {tmp_path}/n
cd {three.path} && unset GIT_DIR && git pull -q --no-rebase && echo "$n" > "topics-$n" &&
git add "topics-$n" && git commit -qm "Faster $n" && git push -q
"""
    )
    hook.chmod(0o755)
    three.run("sync")

    lost: list[int] = []
    gives_up = pytest.raises(GitError, match="Others pushed first 20 times")
    with gives_up if status else nullcontext():
        sync.sync(Team.open(two.path), lost.append)

    assert lost == list(range(1, 20 if status else 2))
    assert two.status() == ""
    assert (": 0 changes to share" in two.run("sync", "-n").stderr) is not bool(status)
    assert one.run("sync").status == 0


def test_eight_clones_that_sync_at_once_all_get_through(
    clones: list[Folder], tmp_path: Path
) -> None:
    folders = []
    for number in range(8):
        clones[0].git("clone", "-q", str(tmp_path / "shared.git"), str(tmp_path / str(number)))
        folders.append(Folder(tmp_path / str(number)))
        add(folders[-1], f"topics/{number}.md")

    command = [sys.executable, "-m", "teamkit", "sync"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen(command, cwd=folder.path, env=env, stderr=subprocess.PIPE, text=True)
        for folder in folders
    ]
    said = [process.communicate()[1] for process in started]

    assert [process.returncode for process in started] == [0] * 8, said
    clones[0].run("sync")
    assert sorted(file.name for file in (clones[0].path / "topics").iterdir()) == [
        f"{number}.md" for number in range(8)
    ]


def rename_there(folder: Folder, tmp_path: Path) -> None:
    folder.git("-C", str(tmp_path / "shared.git"), "branch", "-m", "main", "trunk")
    folder.git("-C", str(tmp_path / "shared.git"), "symbolic-ref", "HEAD", "refs/heads/trunk")


def typed(folder: Folder, stderr: str, which: int) -> None:
    """Type the way out of that number which was printed."""
    hint = stderr.rstrip().rpartition("\n  ")[2]
    command = hint.split(". To ")[which].partition(": ")[2]
    env = {**os.environ, "GIT_EDITOR": "true"}
    subprocess.run(command, shell=True, cwd=folder.path, check=True, capture_output=True, env=env)


@pytest.mark.parametrize("prunes", ["false", "true"])
def test_a_branch_renamed_at_the_remote_is_named_and_can_be_followed(
    clones: list[Folder], tmp_path: Path, prunes: str
) -> None:
    one, two, three = clones
    one.git("config", "fetch.prune", prunes)
    add(one, "topics/a.md")
    rename_there(one, tmp_path)

    refused = [one.run("sync"), one.run("sync")]
    there = one.git("ls-remote", "--heads", "origin").split()

    assert refused[0] == refused[1]
    assert refused[0] == Result(
        7,
        "",
        "teamkit: The branch 'main' is no longer at 'origin'; nothing was shared.\n"
        "  To follow 'trunk' instead: git branch -u origin/trunk. "
        "To share it there again: git push --set-upstream origin main\n",
    )
    assert there[1::2] == ["refs/heads/trunk"]
    typed(one, refused[0].stderr, 0)
    assert one.run("sync").stderr == "Shared 1 change.\n"
    two.git("fetch", "-q")
    typed(two, two.run("sync").stderr, 0)
    assert two.run("sync").stderr == "Got 1 change.\n"
    typed(three, three.run("sync").stderr, 1)
    assert three.run("sync").stderr == "Nothing to share, and nothing new.\n"


def test_a_clone_of_one_branch_learns_of_the_other(clones: list[Folder], tmp_path: Path) -> None:
    one, *_ = clones
    one.git("remote", "set-branches", "origin", "main")
    one.git("branch", "-m", "mine")
    add(one, "topics/a.md")
    rename_there(one, tmp_path)

    refused = one.run("sync")
    typed(one, refused.stderr, 0)

    assert "git remote set-branches origin trunk && git fetch origin" in refused.stderr
    assert "git push --set-upstream origin HEAD:refs/heads/main" in refused.stderr
    assert one.run("sync").stderr == "Shared 1 change.\n"


def test_a_remote_that_lost_all_its_branches_is_not_filled_unasked(
    clones: list[Folder], tmp_path: Path
) -> None:
    one, *_ = clones
    one.git("-C", str(tmp_path / "shared.git"), "update-ref", "-d", "refs/heads/main")

    refused = one.run("sync")

    assert refused.status == 7
    assert "To follow" not in refused.stderr
    typed(one, refused.stderr, 0)
    assert one.run("sync").stderr == "Nothing to share, and nothing new.\n"


def test_the_only_branch_there_is_the_one_to_follow(clones: list[Folder], tmp_path: Path) -> None:
    one, *_ = clones
    one.git("-C", str(tmp_path / "shared.git"), "branch", "-m", "main", "trunk")
    one.git("-C", str(tmp_path / "shared.git"), "symbolic-ref", "HEAD", "refs/heads/none")

    assert "To follow 'trunk' instead" in one.run("sync").stderr


def test_a_clone_of_a_new_repository_is_shared_the_first_time(tmp_path: Path) -> None:
    Folder(tmp_path).git("init", "-q", "--bare", "-b", "main", "new.git")
    Folder(tmp_path).git("clone", "-q", "new.git", "one")
    one = Folder(tmp_path / "one")
    one.git("switch", "-q", "--orphan", "main")
    add(one, "teamkit.yml", SETTINGS)

    assert one.run("sync").stderr == "Shared the whole branch, for the first time.\n"


def test_a_page_that_others_broke_comes_in_and_is_named(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "topics/a.md", "---\na: [\n---\n")
    one.git("push", "-q")

    result = two.run("sync")

    assert result.status == 0
    assert result.stderr.startswith("Got 1 change.\nOthers shared a file that cannot be read: ")
    assert "topics/a.md:" in result.stderr
    assert two.read("topics/a.md") == one.read("topics/a.md")


@pytest.mark.parametrize("both", [True, False])
def test_settings_that_others_broke_do_not_come_in(clones: list[Folder], *, both: bool) -> None:
    one, two, _ = clones
    add(one, "teamkit.yml", f"{SETTINGS}areas: [\n")
    one.git("push", "-q")
    if both:
        add(two, "topics/own.md")
    head = two.git("rev-parse", "HEAD")

    result = two.run("sync")

    assert (result.status, two.git("rev-parse", "HEAD"), two.status()) == (4, head, "")
    commit = one.git("rev-parse", "--short", "HEAD").strip()
    assert f"Ana shared settings that cannot be read (commit {commit})" in result.stderr
    assert "teamkit.yml:" in result.stderr
    two.git("merge", "-q", "--no-edit", "origin/main")
    two.write({"teamkit.yml": SETTINGS})
    assert two.run("save").status == 0
    assert two.run("sync").status == 0
    one.git("pull", "-q")
    assert one.run("sync").status == 0


def test_mended_settings_come_in_over_broken_ones(clones: list[Folder]) -> None:
    one, two, three = clones
    add(one, "teamkit.yml", f"{SETTINGS}areas: [\n")
    one.git("push", "-q")
    two.git("pull", "-q")
    add(two, "teamkit.yml", f"{SETTINGS}areas: [ [\n")
    two.git("push", "-q")
    one.git("rm", "-q", "--cached", "people/ana.md")
    one.git("commit", "-q", "-m", "Not ours")
    opened = [Team(folder.path, read_config("")) for folder in (one, three)]

    still_broken = sync.sync(opened[0], _never)
    add(one, "teamkit.yml", SETTINGS)
    sync.sync(opened[0], _never)
    mended = sync.sync(opened[1], _never)

    assert [finding.path for finding in still_broken.unreadable] == ["teamkit.yml"]
    assert mended.unreadable == ()
    assert three.read("teamkit.yml") == SETTINGS


def _never(lost: int) -> None:
    pytest.fail(f"nobody was faster, {lost} times")


@pytest.mark.parametrize(("which", "kept"), [(0, True), (1, False)])
def test_a_file_that_others_deleted_is_kept_or_deleted_by_what_is_printed(
    clones: list[Folder], which: int, *, kept: bool
) -> None:
    one, two, _ = clones
    one.git("rm", "-q", "people/ana.md")
    one.commit("Ana left")
    add(two, "people/ana.md", PERSON.replace("One", "Uno"))
    one.run("sync")

    result = two.run("sync")

    assert result.status == 4
    assert result.stderr.startswith(
        "teamkit: You changed a file that others deleted; nothing was touched.\n  people/ana.md\n"
    )
    typed(two, result.stderr, which)
    assert two.run("sync").status == 0
    assert (two.path / "people/ana.md").exists() is kept


def test_files_that_you_deleted_and_others_changed_are_named_so(clones: list[Folder]) -> None:
    one, two, _ = clones
    for folder in clones[:2]:
        add(folder, "people/ben.md", PERSON)
        folder.run("sync")
    for path in ("people/ana.md", "people/ben.md"):
        add(one, path, PERSON.replace("One", "Uno"))
        two.git("rm", "-q", path)
    two.commit("Both left")
    one.run("sync")

    result = two.run("sync")

    assert result.stderr.startswith(
        "teamkit: Others changed files that you deleted; nothing was touched.\n"
        "  people/ana.md, people/ben.md\n"
        "  To keep them: git merge origin/main; git add -- people/ana.md people/ben.md && "
    )


def test_both_kinds_of_conflict_are_named_together(clones: list[Folder]) -> None:
    one, two, _ = clones
    add(one, "people/ana.md", PERSON.replace("One", "Uno"))
    add(two, "people/ana.md", PERSON.replace("One", "Eins"))
    one.git("rm", "-q", "teamkit.yml")
    one.commit("No team")
    add(two, "teamkit.yml", f"{SETTINGS}roles: {{knowledge: [ana]}}\n")
    one.git("push", "-q")

    result = two.run("sync")

    assert "the same lines, or deleted what the other changed" in result.stderr
