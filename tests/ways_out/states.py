"""The states that a clone can be in when somebody types a command, each made by real git."""

import os
import shutil
from collections.abc import Callable
from typing import NamedTuple

from tests.conftest import Folder
from tests.ways_out.place import TOPIC, Place

ALL = ("add", "vote", "save", "sync")
WRITES = ("add", "vote")


class State(NamedTuple):
    """One state.

    Attributes:
        make: brings the clone into it.
        commands: which are typed in it.
        mend: what a person does to a cause that only a person can mend.
        cause: what the refusal has to name then, in lower case.
        staged: whether a person's own work is staged, too.
        own_first: whether that work was begun before the state.
        root: only root can make it.
        after: what is done after the person's own work was begun.
    """

    make: Callable[[Place], None]
    commands: tuple[str, ...] = ALL
    mend: Callable[[Place], None] | None = None
    cause: str = ""
    staged: bool = True
    own_first: bool = True
    root: bool = False
    after: Callable[[Place], None] = lambda _: None


def git(place: Place, *args: str) -> None:
    place.git(*args, check=False)


def conf(*args: str) -> Callable[[Place], None]:
    return lambda place: git(place, "config", *args)


# ---- what git cannot read ----


def no_repository(place: Place) -> None:
    shutil.rmtree(place.git_dir)


def corrupt_index(place: Place) -> None:
    (place.git_dir / "index").write_bytes(b"\0" * 100)


def truncated_index(place: Place) -> None:
    index = place.git_dir / "index"
    index.write_bytes(index.read_bytes()[:150])


def empty_index(place: Place) -> None:
    (place.git_dir / "index").write_bytes(b"")


def flipped_index(place: Place) -> None:
    index = place.git_dir / "index"
    data = bytearray(index.read_bytes())
    data[40] ^= 0xFF
    index.write_bytes(data)


def _without(rev: str) -> Callable[[Place], None]:
    def make(place: Place) -> None:
        place.object(rev).unlink()

    return make


def _cut(rev: str) -> Callable[[Place], None]:
    def make(place: Place) -> None:
        file = place.object(rev)
        file.chmod(0o644)
        file.write_bytes(b"")

    return make


def foreign_owner(place: Place) -> None:
    for path in [place.path, *place.path.rglob("*")]:
        os.chown(path, 12345, 12345, follow_symlinks=False)


def worktree_elsewhere(place: Place) -> None:
    (place.path.parent / "elsewhere").mkdir()
    git(place, "config", "core.worktree", str(place.path.parent / "elsewhere"))


def no_head(place: Place) -> None:
    (place.git_dir / "HEAD").unlink()


def garbage_head(place: Place) -> None:
    (place.git_dir / "HEAD").write_bytes(b"\0" * 20)


def no_refs(place: Place) -> None:
    git(place, "pack-refs", "--all")
    shutil.rmtree(place.git_dir / "refs")


def empty_ref(place: Place) -> None:
    (place.git_dir / "refs/heads/main").write_bytes(b"")


def bad_config(place: Place) -> None:
    with (place.git_dir / "config").open("a") as config:
        config.write("[user\nname = Ana\n")


def mend_config(place: Place) -> None:
    config = place.git_dir / "config"
    config.write_text(config.read_text().replace("[user\nname = Ana\n", ""))


def bad_boolean(place: Place) -> None:
    with (place.git_dir / "config").open("a") as config:
        config.write("[core]\n\tfilemode = perhaps\n")


def mend_boolean(place: Place) -> None:
    config = place.git_dir / "config"
    config.write_text(config.read_text().replace("perhaps", "true"))


def gitfile_to_nowhere(place: Place) -> None:
    place.git_dir.rename(place.path.parent / "moved.git")
    (place.path / ".git").write_text(f"gitdir: {place.path.parent}/gone.git\n")


def mend_gitfile(place: Place) -> None:
    (place.path / ".git").write_text(f"gitdir: {place.path.parent}/moved.git\n")


def newer_format(place: Place) -> None:
    git(place, "config", "core.repositoryFormatVersion", "1")
    git(place, "config", "extensions.somethingNew", "true")


def mend_format(place: Place) -> None:
    config = place.git_dir / "config"
    config.write_text(config.read_text().replace("somethingNew = true", ""))


# ---- something is under way ----


def _diverge(place: Place) -> None:
    place.git("switch", "-q", "-c", "theirs", "before~1")
    place.write({"people/carla.md": "---\nname: Carla\n---\n\nTheirs.\n"})
    place.commit("Theirs")
    place.write({"people/eli.md": "---\nname: Eli\n---\n"})
    place.commit("Theirs, too")
    place.git("switch", "-q", "main")


def _under_way(*args: str) -> Callable[[Place], None]:
    def make(place: Place) -> None:
        _diverge(place)
        git(place, *args)

    return make


def patches(place: Place) -> None:
    _diverge(place)
    place.git("format-patch", "-q", "-o", "..", "theirs~2..theirs")
    mail = next(place.path.parent.glob("0001-*.patch"))
    git(place, "am", "-q", "-3", str(mail))


def reverts(place: Place) -> None:
    place.git("tag", "first")
    for number in range(2):
        place.write({"people/ana.md": f"---\nname: Ana\n---\n\n{number}\n"})
        place.commit(f"Ana {number}")
    git(place, "revert", "--no-edit", "HEAD~1", "HEAD~2")


def series(place: Place) -> None:
    _diverge(place)
    git(place, "cherry-pick", "theirs~2..theirs")
    place.write({"people/carla.md": "---\nname: Carla\n---\n\nBoth.\n"})
    place.git("add", "people/carla.md")
    place.git("commit", "-q", "--no-edit")


def revert_series(place: Place) -> None:
    reverts(place)
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nBoth.\n"})
    place.git("add", "people/ana.md")
    place.git("commit", "-q", "-m", "Both")


def unmerged(place: Place) -> None:
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nStashed.\n"})
    place.git("stash", "-q")
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nHere.\n"})
    place.commit("Ana")
    git(place, "stash", "pop")


# ---- who and where ----


def no_identity(place: Place) -> None:
    for key in ("name", "email"):
        git(place, "config", "--unset", f"user.{key}")


def unborn(place: Place) -> None:
    git(place, "symbolic-ref", "HEAD", "refs/heads/gone")


def empty_repository(place: Place) -> None:
    shutil.rmtree(place.git_dir)
    place.git("init", "-q", "-b", "main")
    no = ("user.name", "Ana"), ("user.email", "ana@harbour.example")
    for key, value in no:
        place.git("config", key, value)


# ---- locks ----


def _locked(name: str) -> Callable[[Place], None]:
    return lambda place: place.lock(name)


# ---- programs that git starts ----


def failing_filter(place: Place) -> None:
    place.write({".gitattributes": "*.md filter=boat\n"})
    (place.git_dir / "info").mkdir(exist_ok=True)
    (place.path / ".gitattributes").rename(place.git_dir / "info/attributes")
    for key, value in (("clean", "no-such-program"), ("smudge", "cat"), ("required", "true")):
        git(place, "config", f"filter.boat.{key}", value)


def _hook(name: str) -> Callable[[Place], None]:
    return lambda place: place.hook(name, "echo 'Say which boat.' >&2; exit 1")


def _without_hook(name: str) -> Callable[[Place], None]:
    return lambda place: (place.git_dir / "hooks" / name).unlink()


def weak_hook(place: Place) -> None:
    place.hook("pre-commit", "exit 1", mode=0o644)


def signing(place: Place) -> None:
    git(place, "config", "commit.gpgSign", "true")
    git(place, "config", "gpg.program", "/bin/false")


# ---- what git keeps out ----


def ignored(place: Place) -> None:
    (place.git_dir / "info").mkdir(exist_ok=True)
    (place.git_dir / "info/exclude").write_text("topics/\n")


def skip_worktree(place: Place) -> None:
    git(place, "update-index", "--skip-worktree", TOPIC, "people/ana.md")


def skipped_and_gone(place: Place) -> None:
    skip_worktree(place)
    (place.path / TOPIC).unlink()


def assume_unchanged(place: Place) -> None:
    git(place, "update-index", "--assume-unchanged", TOPIC, "people/ana.md")


def sparse_cone(place: Place) -> None:
    git(place, "sparse-checkout", "set", "--cone", "people", "notes", "src")


def sparse_patterns(place: Place) -> None:
    git(place, "sparse-checkout", "set", "--no-cone", "/*", "!/topics/")


def submodule(place: Place) -> None:
    other = Folder(place.path.parent / "other")
    other.path.mkdir()
    other.git("init", "-q", "-b", "main")
    other.write({TOPIC.partition("/")[2]: place.read(TOPIC)})
    for key, value in (("name", "Ana"), ("email", "ana@harbour.example")):
        other.git("config", f"user.{key}", value)
    other.commit("Topics")
    place.git("rm", "-qr", "topics")
    place.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "../other", "topics"
    )
    place.git("commit", "-qm", "Topics elsewhere")


def move_topics(place: Place) -> None:
    """What a person does whose topics are in a submodule: another folder, in the settings."""
    settings = place.read("teamkit.yml")
    place.write({"teamkit.yml": settings + "folders: {topics: our-topics}\n"})
    topic = TOPIC.partition("/")[2]
    place.write({f"our-topics/{topic}": place.read(TOPIC)})
    place.git("add", "teamkit.yml", "our-topics")
    place.git("commit", "-qm", "Topics of our own", "--", "teamkit.yml", "our-topics")


def deleted_by_hand(place: Place) -> None:
    (place.path / TOPIC).unlink()
    (place.path / "people/ana.md").unlink()


def staged_deletion(place: Place) -> None:
    git(place, "rm", "-q", "--cached", TOPIC, "people/ana.md")


def intent_to_add(place: Place) -> None:
    place.write({"topics/2026-12-01-ben-night-shifts.md": ""})
    (place.path / "topics/2026-12-01-ben-night-shifts.md").unlink()
    place.write({"people/dani.md": "---\nname: Dani\n---\n"})
    git(place, "add", "--intent-to-add", "people/dani.md")


def partly_staged(place: Place) -> None:
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nStaged.\n"})
    git(place, "add", "people/ana.md")
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nStaged.\nNot staged.\n"})


def linked_folder(place: Place) -> None:
    (place.path / "topics").rename(place.path / "elsewhere")
    (place.path / "topics").symlink_to("elsewhere")


def unlink_folder(place: Place) -> None:
    (place.path / "topics").unlink()
    (place.path / "elsewhere").rename(place.path / "topics")


def file_for_folder(place: Place) -> None:
    shutil.rmtree(place.path / "topics")
    place.write({"topics": "No folder.\n"})


def mend_folder(place: Place) -> None:
    (place.path / "topics").unlink()
    place.git("checkout", "-q", "--", "topics")


# ---- clones of other kinds ----


def linked_work_tree(place: Place) -> None:
    old = place.path
    place.git("switch", "-q", "-c", "old")
    place.git("worktree", "add", "-q", "../linked", "main")
    place.path = old.parent / "linked"
    place.git_dir = old / ".git/worktrees/linked"


def shallow(place: Place) -> None:
    _clone(place, "--depth=1", f"file://{place.remote}")


def partial(place: Place) -> None:
    git(Place(place.remote), "config", "uploadpack.allowFilter", "true")
    _clone(place, "--filter=blob:none", f"file://{place.remote}")


def _clone(place: Place, *args: str) -> None:
    place.git("push", "-q", "origin", "main", "before")
    Folder(place.path.parent).git("clone", "-q", *args, "clone")
    place.path = place.path.parent / "clone"
    place.git_dir = place.path / ".git"
    for key, value in (("name", "Ana"), ("email", "ana@harbour.example")):
        place.git("config", f"user.{key}", value)


# ---- the remote ----


def no_remote(place: Place) -> None:
    shutil.rmtree(place.remote)
    Folder(place.path.parent).git("init", "-q", "--bare", "-b", "main", str(place.remote))
    git(place, "remote", "remove", "origin")


def several_remotes(place: Place) -> None:
    git(place, "branch", "--unset-upstream")
    Folder(place.path.parent).git("init", "--quiet", "--bare", "-b", "main", "backup.git")
    git(place, "remote", "add", "backup", "../backup.git")


def remote_gone(place: Place) -> None:
    place.remote.rename(place.remote.with_suffix(".gone"))


def remote_back(place: Place) -> None:
    place.remote.with_suffix(".gone").rename(place.remote)


def refusing_remote(place: Place) -> None:
    Place(place.remote.parent / "x").path.mkdir()
    hook = place.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'Only by merge request.' >&2; exit 1\n")
    hook.chmod(0o755)


def accepting_remote(place: Place) -> None:
    (place.remote / "hooks/pre-receive").unlink()


def _others(place: Place, files: dict[str, str], *, force: bool = False) -> None:
    other = Folder(place.path.parent / "others")
    Folder(place.path.parent).git("clone", "-q", str(place.remote), "others")
    for key, value in (("name", "Ben"), ("email", "ben@harbour.example")):
        other.git("config", f"user.{key}", value)
    other.write(files)
    other.commit("Others")
    if force:
        other.git("commit", "-q", "--amend", "-m", "Anew", "--reset-author")
    other.git("push", "-q", "origin", "main")


def rewritten(place: Place) -> None:
    place.git("push", "-q", "origin", "main")
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nNew.\n"})
    place.commit("Ana")
    other = Folder(place.path.parent / "others")
    Folder(place.path.parent).git("clone", "-q", str(place.remote), "others")
    for key, value in (("name", "Ben"), ("email", "ben@harbour.example")):
        other.git("config", f"user.{key}", value)
    other.git("commit", "-q", "--amend", "-m", "Anew", "--reset-author")
    other.git("push", "-q", "--force", "origin", "main")


def take_over(place: Place) -> None:
    """What whoever was asked says: put mine on top of what is there now."""
    git(place, "-c", "rebase.autoStash=true", "rebase", "-q", "--onto", "origin/main", "HEAD~1")


def branch_gone(place: Place) -> None:
    git(place, "push", "-q", "origin", "main:other")
    git(Place(place.remote), "symbolic-ref", "HEAD", "refs/heads/other")
    git(Place(place.remote), "update-ref", "-d", "refs/heads/main")


def conflict(place: Place) -> None:
    _others(place, {"people/carla.md": "---\nname: Carla\n---\n\nTheirs.\n"})


def in_the_way(place: Place) -> None:
    place.git("reset", "-q", "--hard", "before~1")
    _others(place, {"people/ana.md": "---\nname: Ana\n---\n\nTheirs.\n"})
    place.write({"people/ana.md": "---\nname: Ana\n---\n\nMine.\n"})


def ignored_in_the_way(place: Place) -> None:
    place.git("reset", "-q", "--hard", "before~1")
    _others(place, {"notes/plan.txt": "theirs\n"})
    place.write({"notes/plan.txt": "mine\n"})
    (place.git_dir / "info").mkdir(exist_ok=True)
    (place.git_dir / "info/exclude").write_text("*.txt\n")


STATES: dict[str, State] = {
    "no repository": State(no_repository, ("add", "vote", "save")),
    "corrupt index": State(corrupt_index),
    "truncated index": State(truncated_index),
    "empty index": State(empty_index),
    "index with a wrong sum": State(flipped_index),
    "missing tree of HEAD": State(_without("before^{tree}")),
    "missing commit of HEAD": State(_without("before")),
    "missing shared tree": State(_without("before~1:people")),
    "missing blob": State(_without("before:" + TOPIC)),
    "empty object of a shared commit": State(_cut("before~1")),
    "empty object of a shared tree": State(_cut("before~1:topics")),
    "foreign owner": State(foreign_owner, root=True),
    "core.worktree elsewhere": State(worktree_elsewhere),
    "core.worktree nowhere": State(conf("core.worktree", "/nowhere/at all")),
    "bare": State(conf("core.bare", "true")),
    "no HEAD": State(no_head),
    "garbage in HEAD": State(garbage_head),
    "no refs folder": State(no_refs),
    "empty ref": State(empty_ref),
    "bad line in the configuration": State(bad_config, mend=mend_config, cause="line"),
    "bad value in the configuration": State(bad_boolean, mend=mend_boolean, cause="filemode"),
    ".git leads nowhere": State(gitfile_to_nowhere, mend=mend_gitfile, cause="gone.git"),
    "a newer repository format": State(newer_format, mend=mend_format, cause="somethingnew"),
    "merge": State(_under_way("merge", "theirs"), own_first=False, staged=False),
    "clean merge": State(
        _under_way("merge", "--no-commit", "-X", "ours", "theirs"), own_first=False, staged=False
    ),
    "rebase": State(_under_way("rebase", "theirs"), own_first=False, staged=False),
    "rebase by patches": State(
        _under_way("rebase", "--apply", "theirs"), own_first=False, staged=False
    ),
    "cherry-pick": State(_under_way("cherry-pick", "theirs~1"), own_first=False, staged=False),
    "revert": State(reverts, own_first=False, staged=False),
    "am": State(patches, own_first=False, staged=False),
    "series of cherry-picks": State(series, own_first=False, staged=False),
    "series of reverts": State(revert_series, own_first=False, staged=False),
    "bisect": State(_under_way("bisect", "start", "HEAD", "HEAD~1"), own_first=False, staged=False),
    "unmerged": State(unmerged, own_first=False, staged=False),
    "no identity": State(no_identity),
    "detached": State(lambda p: git(p, "switch", "-q", "--detach")),
    "branch without commits": State(unborn, ("add", "vote", "save"), staged=False),
    "empty repository": State(empty_repository, WRITES, staged=False, own_first=False),
    **{
        f"{name} left": State(_locked(name))
        for name in (
            "index.lock",
            "HEAD.lock",
            "refs/heads/main.lock",
            "packed-refs.lock",
            "config.lock",
            "ORIG_HEAD.lock",
            "refs/remotes/origin/main.lock",
            "shallow.lock",
        )
    },
    "failing filter": State(
        failing_filter, mend=conf("filter.boat.clean", "cat"), cause="boat", own_first=False
    ),
    "pre-commit hook": State(
        _hook("pre-commit"), mend=_without_hook("pre-commit"), cause="say which boat"
    ),
    "commit-msg hook": State(
        _hook("commit-msg"), mend=_without_hook("commit-msg"), cause="say which boat"
    ),
    "hook that may not run": State(weak_hook),
    "signing": State(signing, mend=conf("commit.gpgSign", "false"), cause="gpg"),
    "ignored": State(ignored, WRITES),
    "skip-worktree": State(skip_worktree, ("vote", "save")),
    "skip-worktree, not there": State(skipped_and_gone, ("vote",)),
    "assume-unchanged": State(assume_unchanged, ("vote", "save")),
    "sparse checkout": State(sparse_cone, WRITES, own_first=False),
    "sparse checkout by patterns": State(sparse_patterns, WRITES, own_first=False),
    "submodule": State(submodule, WRITES, own_first=False, mend=move_topics, cause="submodule"),
    "deleted by hand": State(deleted_by_hand, WRITES),
    "staged deletion": State(staged_deletion),
    "intent to add": State(intent_to_add),
    "partly staged": State(partly_staged, ("add", "sync")),
    "linked folder": State(linked_folder, WRITES, mend=unlink_folder, cause="link"),
    "file for a folder": State(file_for_folder, WRITES, mend=mend_folder, cause="topics"),
    "linked work tree": State(linked_work_tree, own_first=False),
    "linked work tree, locked": State(
        linked_work_tree, own_first=False, after=lambda place: place.lock("index.lock")
    ),
    "shallow": State(shallow, own_first=False),
    "partial": State(partial, own_first=False),
    "no remote": State(no_remote, ("sync",)),
    "several remotes": State(several_remotes, ("sync",)),
    "remote gone": State(remote_gone, ("sync",), mend=remote_back, cause="shared.git"),
    "refusing remote": State(
        refusing_remote, ("sync",), mend=accepting_remote, cause="only by merge request"
    ),
    "rewritten": State(
        rewritten, ("sync",), mend=take_over, cause="rewritten", own_first=False, staged=False
    ),
    "branch gone": State(branch_gone, ("sync",)),
    "conflict": State(conflict, ("sync",), own_first=False, staged=False),
    "in the way": State(in_the_way, ("sync",), own_first=False, staged=False),
    "ignored in the way": State(ignored_in_the_way, ("sync",), own_first=False, staged=False),
}
