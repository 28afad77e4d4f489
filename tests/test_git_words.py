"""Nothing in teamkit can say to git what loses people's work."""

import ast
import os
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Identity, Repo
from teamkit.repo.replay import PastCommit, replay
from tests.repo.sandbox import Sandbox

SOURCE = Path(__file__).parents[1] / "teamkit"
MODULES = sorted(SOURCE.rglob("*.py"))
RUNNER = SOURCE / "repo/runner.py"

READERS = {
    "cat-file",
    "check-mailmap",
    "config",
    "diff-tree",
    "for-each-ref",
    "hash-object",
    "log",
    "ls-files",
    "ls-remote",
    "ls-tree",
    "merge-base",
    "remote",
    "rev-list",
    "rev-parse",
    "status",
    "symbolic-ref",
    "var",
    "version",
    "merge-tree",
}
#: `config` writes one thing: who one is in the demo's own, new repository.
WRITERS = {
    *(
        "add",
        "commit",
        "commit-tree",
        "config",
        "fast-import",
        "fetch",
        "init",
        "merge",
        "push",
        "restore",
    ),
    "update-ref",
}

#: What each use of these has to say.
NEEDED = {
    "add": {"--"},
    "commit": {"--only", "--cleanup=verbatim", "--"},
    "merge": {"--ff-only", "--no-autostash", "--no-overwrite-ignore"},
    "merge-tree": {"--write-tree"},
    "restore": {"--staged", "--"},
}

#: As a whole argument, wherever it stands. Some only harm with one command, none is needed by any.
FORBIDDEN = {
    *("am", "apply", "branch", "checkout", "checkout-index", "cherry-pick", "clean", "clone"),
    *("filter-branch", "gc", "prune", "pull", "read-tree", "rebase", "reflog", "reset"),
    *("revert", "rm", "stash", "submodule", "switch", "update-index"),
    *("-A", "-a", "-f", "-n", "-u", "-D", "-W", "--all", "--amend", "--autostash", "--depth"),
    *("--delete", "--global", "--hard", "--include", "--keep", "--mirror", "--no-gpg-sign"),
    *("--no-verify", "--overwrite-ignore", "--prune", "--rebase", "--squash", "--system"),
    *("--theirs", "--unset", "--update", "--worktree", "--add", "--replace-all"),
}
FORBIDDEN_STARTS = ("--force", "--upload-pack", "--receive-pack", "--exec", "--strategy", "+")


def constants(tree: ast.AST) -> Iterator[str]:
    """Every text in the code, parts of f-strings too, docstrings not."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def is_forbidden(word: str) -> bool:
    return word in FORBIDDEN or word.startswith(FORBIDDEN_STARTS)


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name in names:
                yield node


@pytest.mark.parametrize(
    "spelling",
    [
        'git.tell("reset", "--hard")',
        'git.tell(*["stash", "pop"])',
        'words = ("push",); git.tell(*words, "--force")',
        'git.tell("push", f"--force-with-lease={ref}")',
        'git.tell("push", remote, f"+HEAD:{branch}")',
        'def quick(): git.tell(*"commit -a".split())',
    ],
)
def test_a_forbidden_word_is_found_however_it_is_spelled(spelling: str) -> None:
    words = [word for text in constants(ast.parse(spelling)) for word in text.split()]

    assert any(map(is_forbidden, words))


@pytest.mark.parametrize("module", sorted((SOURCE / "repo").glob("*.py")), ids=lambda p: p.stem)
def test_no_forbidden_word_is_an_argument(module: Path) -> None:
    said = list(constants(ast.parse(module.read_text("utf-8"))))

    assert [word for word in said if is_forbidden(word)] == []


def test_no_command_is_split_from_one_text() -> None:
    splits = [
        f"{module.name}:{call.lineno}"
        for module in (SOURCE / "repo").glob("*.py")
        for call in calls(ast.parse(module.read_text("utf-8")), "split", "shlex")
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Constant)
    ]

    assert splits == []


def test_configuration_is_read_or_says_who_one_is_in_this_clone() -> None:
    found = [
        [ast.literal_eval(arg) for arg in call.args[:3] if isinstance(arg, ast.Constant)]
        for module in (SOURCE / "repo").glob("*.py")
        for verb in ("ask", "tell")
        for call in calls(ast.parse(module.read_text("utf-8")), verb)
        if first_word(call) == "config"
    ]

    writing = [words for words in found if "--get" not in words]
    assert writing == [["config", "--local", "user.name"], ["config", "--local", "user.email"]]


def test_every_command_is_one_of_those_allowed() -> None:
    asked, told = set(), set()
    for module in (SOURCE / "repo").glob("*.py"):
        tree = ast.parse(module.read_text("utf-8"))
        asked |= {first_word(call) for call in calls(tree, "ask", "stream")}
        told |= {first_word(call) for call in calls(tree, "tell")}

    assert asked - {"COMMAND", "WHO", "_LOG", "args"} <= READERS
    assert told == WRITERS


def first_word(call: ast.Call) -> str:
    """The first argument of a call: a text, or the name of what holds it."""
    match call.args[0]:
        case ast.Constant(value=str(word)):
            return word
        case ast.Starred(value=ast.Name(id=name)) | ast.Starred(value=ast.Attribute(attr=name)):
            return name
    return ast.unparse(call)


def test_only_the_runner_and_the_editor_start_programs() -> None:
    starting = {"subprocess", "pty", "multiprocessing", "asyncio"}
    importing = {
        module.relative_to(SOURCE).as_posix()
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or "", *(each.name for each in node.names)]
        if name.partition(".")[0] in starting
    }

    assert {name for name in importing if not name.startswith("cli/")} == {"repo/runner.py"}


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_shell_and_no_sudden_end_of_a_child(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    shells = calls(
        tree, "system", "popen", "startfile", "execv", "execvp", "execvpe", "spawnv", "spawnvp"
    )
    keywords = [
        f"{keyword.arg}={ast.unparse(keyword.value)}"
        for call in calls(tree, "run", "call", "check_call", "check_output", "Popen")
        for keyword in call.keywords
        if keyword.arg in {"shell", "timeout"}
    ]

    assert [ast.unparse(call) for call in shells] == []
    assert keywords == []


@pytest.mark.parametrize(
    "module",
    [module for module in MODULES if module.parent != RUNNER.parent],
    ids=lambda p: p.relative_to(SOURCE).as_posix(),
)
def test_no_other_room_has_a_command_for_git(module: Path) -> None:
    lists = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.List | ast.Tuple | ast.Call)
        if not (isinstance(node, ast.Call) and ast.unparse(node.func) == "Field")  # a JSON key
        for first in (node.args if isinstance(node, ast.Call) else node.elts)[:1]
        if isinstance(first, ast.Constant) and first.value in {"git", "git.exe", "/usr/bin/git"}
    ]

    assert lists == []


def test_what_really_reaches_git_is_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    hub = Sandbox(tmp_path / "hub.git", bare=True)
    log = tmp_path / "log"
    wrapper = tmp_path / "wrapper/git"
    wrapper.parent.mkdir()
    path = os.environ["PATH"]
    wrapper.write_text(
        f"#!/bin/sh\nPATH={shlex.quote(path)}\n"
        f'printf "%s\\n" "$@" >> {log}; echo "(end)" >> {log}; exec git "$@"\n'
    )
    wrapper.chmod(0o755)
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        sandbox = Sandbox(folder)
        sandbox.git("remote", "add", "origin", str(hub.folder))
    monkeypatch.setenv("PATH", f"{wrapper.parent}:{path}")

    work(one, two)

    said = [command.split("\n") for command in log.read_text().split("(end)\n")[:-1]]
    commands = {subcommand(words) for words in said}
    assert [word for words in said for word in words if is_forbidden(word)] == []
    assert [words for words in said if not NEEDED.get(subcommand(words), set()) <= {*words}] == []
    assert commands <= READERS | WRITERS
    assert commands >= WRITERS


def subcommand(words: list[str]) -> str:
    """The first word that is neither a global option nor its value."""
    values = {number + 1 for number, word in enumerate(words) if word in {"-c", "-C"}}
    return next(w for n, w in enumerate(words) if not w.startswith("-") and n not in values)


def work(one: Path, two: Path) -> None:
    """A little of everything that a `Repo` can do."""
    ana = Identity("Ana", "ana@harbour.example")
    (one.parent / "fresh").mkdir()
    Repo.init(one.parent / "fresh")
    Repo(one.parent / "fresh").act_as(ana)
    replayed(one.parent / "past", ana)
    first, second = Repo(one), Repo(two)
    write_and_commit(first, "a.md")
    first.push("origin", "main", set_upstream=True)
    second.fetch("origin")
    write_and_commit(second, "b.md", start="refs/remotes/origin/main")
    second.push("origin", "main")
    write_and_commit(first, "c.md")
    upstream = first.upstream()
    assert upstream
    first.fetch(upstream.remote)
    first.is_ancestor("HEAD", upstream.ref)
    tree = first.merge_in_store(upstream.ref).tree
    assert tree
    first.commit_merge(tree, upstream.ref, "Merge")
    first.ahead_behind(upstream.ref)
    finish_a_move(second, upstream.ref)
    (one / "-rf.md").write_text("refused\n")
    hook = one / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(Exception, match="hook"):
        first.commit(["-rf.md"], "Refused")
    history(first)


def replayed(folder: Path, who: Identity) -> None:
    """A history that is known beforehand."""
    folder.mkdir()
    (folder / "a.md").write_bytes(b"a\n")
    replay(folder, [PastCommit(datetime.now(UTC), who, "Begin", {"a.md": b"a\n"})])


def finish_a_move(repo: Repo, ref: str) -> None:
    """The branch is locked when git has written the files and the index."""
    write_and_commit(repo, "d.md")
    repo.push("origin", "d")
    lock = repo.folder / ".git/refs/heads/main.lock"
    repo.folder.joinpath(".git/refs/heads/main").write_text(f"{repo.was(ref)}\n")
    lock.touch()
    with pytest.raises(GitError):
        repo.fast_forward("refs/remotes/origin/d")
    lock.unlink()
    repo.finish_move()


def write_and_commit(repo: Repo, path: str, start: str | None = None) -> None:
    if start:
        repo.fast_forward(start)
    (repo.folder / path).write_text(f"{path}\n")
    repo.look([path])
    repo.commit([path], f"Add {path}")


def history(repo: Repo) -> None:
    repo.people()
    repo.added("a.md")
    repo.files_of("HEAD", "HEAD~1")
    repo.differences("HEAD~1", "HEAD")
    repo.read("HEAD", "a.md")
    repo.origin_url()
    repo.remotes()
    repo.branch()
    repo.identity()
