"""The one small runner of git: an argument list, a scrubbed environment, never a shell.

Reads take no locks and start no program of the configuration; fixed settings make their answers
the same everywhere. Writes run hooks, so git is started as people start it: hooks find no setting,
variable or locale of ours. A child is asked to stop before it is killed, because a killed git
leaves its locks behind. After Ctrl-C, which git gets as well, and after SIGTERM, git's short work
here is waited for; a git that talks to a server is asked to stop.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, cast

from teamkit.errors import GitError
from teamkit.repo.words import one_line

#: What `git rev-parse --local-env-vars` names, and what else would point git at other files or
#: give paths another meaning. How to reach a server (GIT_SSH, GIT_ASKPASS, ...), who commits
#: (GIT_AUTHOR_*, GIT_COMMITTER_*) and settings (GIT_CONFIG_COUNT, ...) are the user's and stay.
SCRUBBED = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_ATTR_SOURCE",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GLOB_PATHSPECS",
    "GIT_GRAFT_FILE",
    "GIT_ICASE_PATHSPECS",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)

#: Settings of every reading call, whatever the user's or the clone's configuration says.
SETTINGS = (
    "core.fsmonitor=false",
    "core.fsync=added,reference",
    "safe.bareRepository=explicit",
    "core.quotePath=false",
    "submodule.recurse=false",
    "color.ui=false",
    "i18n.logOutputEncoding=UTF-8",
    "user.useConfigOnly=true",
)

#: What commit messages are written in.
UTF_8 = "i18n.commitEncoding=UTF-8"
#: Before a path that is not to be taken for a pattern.
_LITERAL = ":(literal)"
#: Seconds between asking a child to stop and killing it.
_STOP_SECONDS = 2.0
#: Seconds that git's work here may still take after a signal; hooks may be slow.
_PATIENCE = 10.0
#: A lock of this clone in git's complaint, in whatever language and between whatever quotes.
_LOCK = re.compile(r"^(?!remote:).*?(/[^'\"\n\u00ab\u00bb\u201c-\u201f]+\.lock)\b", re.MULTILINE)
#: Bytes of a long answer that are taken at once.
_PIECE = 1 << 16


class GitResult(NamedTuple):  # made at every start: a tenth of the time a dataclass takes
    """What git answered: its exit status, and the bytes of both its outputs."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """Standard output as text, without the final newline."""
        return os.fsdecode(self.out).removesuffix("\n")

    @property
    def said(self) -> str:
        """Git's reason in one short line, without a period."""
        words = one_line(self.err) or one_line(self.out) or f"exit status {self.status}"
        return words.replace(_LITERAL, "")

    def way_out(self, otherwise: str) -> str:
        """The command that removes a lock which a killed git left in the way; else *otherwise*."""
        lock = _LOCK.search(os.fsdecode(self.err))
        if lock is None:
            return otherwise
        import shlex

        return f"If no git or editor is running here, remove it: rm {shlex.quote(lock[1])}"

    def needed(self) -> str:
        """The text of an answer that has to be a success; a `GitError` otherwise."""
        if self.status:
            raise GitError(f"Git refused: {self.said}.", hint=self.way_out("See: git status"))
        return self.text


class Git:
    """Git, started in one folder; reading calls with settings on top of the fixed ones."""

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        extra = [f"{name}={value}" for name, value in (settings or {}).items()]
        self._settings = (*SETTINGS, *extra)

    def ask(
        self,
        *args: str,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> GitResult:
        """What git answers to one reading command; any exit status is an answer.

        Raises:
            GitError: git is missing, or did not end in time.
        """
        return _finish(self._start_reading(args, env or {}), args[0], stdin, seconds)

    def ask_all(self, *commands: tuple[str, ...]) -> list[GitResult]:
        """The answers to several reading commands, run side by side, in the order given."""
        started = [self._start_reading(command, {}) for command in commands]
        return [
            _finish(process, command[0], b"", None)
            for process, command in zip(started, commands, strict=True)
        ]

    def stream(self, *args: str) -> Iterator[bytes]:
        """What git answers to one reading command with a long answer, piece by piece.

        Whoever stops listening stops git.

        Raises:
            GitError: git is missing, or ended badly; raised after the last piece.
        """
        import tempfile

        # A pipe for what it complains of could fill up while nobody reads it.
        with tempfile.TemporaryFile() as complaints:
            process = self._start_reading(args, {}, stderr=complaints)
            with process:
                cast(IO[bytes], process.stdin).close()
                out = cast(IO[bytes], process.stdout)
                try:
                    while piece := out.read(_PIECE):
                        yield piece
                except BaseException:
                    _stop(process)
                    raise
            complaints.seek(0)
            said = complaints.read(_PIECE)
        if process.returncode:
            reason = GitResult(process.returncode, b"", said).said
            raise GitError(f"Git cannot read the history: {reason}.")

    def tell(
        self,
        *args: str,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        seconds: float | None = None,
        settings: tuple[str, ...] = (),
    ) -> GitResult:
        """What git answers to one writing command, which may run hooks.

        Args:
            args: the command and its arguments; paths as `literal` makes them.
            stdin: what it reads.
            env: variables on top of the scrubbed environment; hooks see them.
            seconds: how long to wait, None for ever (hooks and signing take their time).
            settings: configuration for this call, as `name=value`; hooks see it.

        Raises:
            GitError: git is missing, or did not end in time.
        """
        fixed = [word for setting in settings for word in ("-c", setting)]
        process = self._start([*fixed, *args], env or {}, subprocess.PIPE)
        return _finish(process, args[0], stdin, seconds)

    def _start_reading(
        self,
        args: tuple[str, ...],
        env: Mapping[str, str],
        stderr: int | IO[bytes] = subprocess.PIPE,
    ) -> "subprocess.Popen[bytes]":
        # check-ignore takes paths as they are, and dies of any pathspec magic.
        magic = [] if args[0] == "check-ignore" else ["--literal-pathspecs"]
        settings = [word for setting in self._settings for word in ("-c", setting)]
        words = ["--no-pager", *magic, *settings, *args]
        return self._start(words, {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **env}, stderr)

    def _start(
        self, words: list[str], env: Mapping[str, str], stderr: int | IO[bytes]
    ) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - an argument list of our own making, no shell
            [program(), "-C", str(self.folder), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**environment(), **env},
        )


def literal(paths: Iterable[str]) -> list[str]:
    """The paths as patterns that mean just these, for `tell`."""
    return [f"{_LITERAL}{path}" for path in paths]


def program() -> str:
    """The git on the PATH; never one that lies in the current folder, where Windows looks first.

    Raises:
        GitError: there is none.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / name, os.X_OK):
            return str(folder / name)
    raise GitError(
        "Git is not installed, or not on the PATH.",
        hint="Install git 2.34 or newer: https://git-scm.com/downloads",
    )


def environment() -> dict[str, str]:
    """The process's environment without what would lead git elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in SCRUBBED}


def _finish(
    process: "subprocess.Popen[bytes]", command: str, stdin: bytes, seconds: float | None
) -> GitResult:
    with process:
        try:
            out, err = process.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            _stop(process)
            raise GitError(
                f"git {command} was stopped: no answer within {seconds:.0f} s.",
                hint="Nothing here was lost. Try again later.",
            ) from error
        except KeyboardInterrupt:
            # Ctrl-C at a terminal reaches git too; a signal to this process alone does not.
            try:
                process.communicate(timeout=_PATIENCE if seconds is None else 0)
            except subprocess.TimeoutExpired:
                _stop(process)
            raise
    return GitResult(process.returncode, out, err)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
