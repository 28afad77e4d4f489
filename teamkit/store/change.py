"""A change, as pure data: which files get which text, and what to tell the team."""

from collections.abc import Iterable, Mapping
from difflib import unified_diff as lines_diff
from typing import NamedTuple

from teamkit.markdown.document import Document
from teamkit.output.gate import visible

_SUBJECT = 100


class Write(NamedTuple):
    """One file's new text.

    Attributes:
        path: relative to the team's folder.
        text: the whole file, line ends and BOM included.
        seen: sha256 (hex) of the bytes the text was made from; None for a file that must be new.
    """

    path: str
    text: str
    seen: str | None = None


class Change(NamedTuple):
    """Everything one command writes: all of it, in one commit, or nothing.

    Attributes:
        message: the commit's subject, for people: "Ask Ana to take notes on 2026-12-04".
        command: the words typed, for the trailer: "notes rotate".
        writes: at most one per path; may be empty, then nothing happens.
        details: the commit's body; may be empty.
    """

    message: str
    command: str
    writes: tuple[Write, ...] = ()
    details: str = ""

    @property
    def subject(self) -> str:
        """The commit's first line: no `@name`, no control characters, at most 100 characters."""
        line = visible(" ".join(self.message.replace("@", "").split())) or self.command
        return line if len(line) <= _SUBJECT else f"{line[: _SUBJECT - 1]}…"

    @property
    def commit_message(self) -> str:
        """The message as git gets it: subject, details, trailer."""
        body = visible(self.details.replace("@", ""), lines=True).strip()
        details = f"\n\n{body}" if body else ""
        return f"{self.subject}{details}\n\nTeamkit: {self.command}\n"


def edit(document: Document, text: str) -> tuple[Write, ...]:
    """The write that turns *document* into *text*; empty when nothing changes."""
    if text == document.text:
        return ()
    return (Write(document.path, text, document.digest),)


def unified_diff(writes: Iterable[Write], before: Mapping[str, str]) -> str:
    """The diff of *writes* against the texts *before* (missing: a new file), for `git apply`."""
    return "".join(_diff(write, before.get(write.path)) for write in writes)


def _diff(write: Write, before: str | None) -> str:
    path = write.path
    head = [f"diff --git {_quoted('a/' + path)} {_quoted('b/' + path)}\n"]
    if before is None:
        head.append("new file mode 100644\n")
    body = lines_diff(
        _lines(before or ""),
        _lines(write.text),
        "/dev/null" if before is None else _quoted("a/" + path),
        _quoted("b/" + path),
    )
    lines = [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in body
    ]
    return "".join(head + lines) if lines else ""


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at LF alone as git does."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _quoted(path: str) -> str:
    r"""The path as git writes it in a header: in quotes when it holds `"`, `\` or a control."""
    if all(c.isprintable() and c not in '"\\' for c in path):
        return path
    escaped = (
        path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return f'"{escaped}"'
