"""What differs from HEAD, and what git does not know yet."""

import os
from collections.abc import Iterator, Sequence

from teamkit.repo.layout import Layout, unusable
from teamkit.repo.runner import Git
from teamkit.repo.values import Status

#: Porcelain v2, each untracked file by itself, nothing started inside submodules.
COMMAND = (
    "status",
    "--porcelain=v2",
    "--branch",
    "--no-ahead-behind",
    "-z",
    "--untracked-files=all",
    "--ignore-submodules=all",
    "--find-renames",
)


def status(git: Git, layout: Layout, paths: Sequence[str]) -> list[Status]:
    """The state of these paths, taken literally; without any, of all in the team's folder."""
    answer = git.ask(*COMMAND, "--", *(paths or ["."]))
    if answer.status:
        raise unusable(git, answer)
    return read(answer.out, layout)


def everywhere(git: Git, layout: Layout) -> list[Status]:
    """The state of all paths of the work tree, those outside the team's folder and ignored too."""
    answer = git.ask(*COMMAND, "--ignored")
    answer.needed()
    return read(answer.out, layout)


def read(output: bytes, layout: Layout) -> list[Status]:
    """The statuses in what `COMMAND` printed, by path."""
    states: dict[str, str] = {}
    for path, state in _entries(iter(os.fsdecode(output).split("\0"))):
        # A deletion that is staged while the file is there again comes as two entries.
        states[path] = "changed" if path in states else state
    return [Status(layout.relative(path), states[path]) for path in sorted(states)]


def _entries(fields: Iterator[str]) -> Iterator[tuple[str, str]]:
    for entry in fields:
        match entry[:1]:
            case "1":
                yield entry.split(" ", 8)[8], _state(entry[2:4])
            case "2":
                *_, score, path = entry.split(" ", 9)
                yield path, "renamed"
                source = next(fields)
                if score.startswith("R"):
                    yield source, "deleted"
            case "u":
                yield entry.split(" ", 10)[10], "unmerged"
            case "?" | "!" if not entry.endswith("/"):  # with it: another repository's folder
                yield entry[2:], "new" if entry[0] == "?" else "ignored"


def _state(changes: str) -> str:
    if "D" in changes:
        return "deleted"
    return "staged-new" if changes in {"A.", ".A"} else "changed"
