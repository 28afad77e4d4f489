"""The manual page, from the commands' own help: python -m tests.data.make_man writes it anew."""

import re
from typing import Any

import typer

from tests import typed
from tests.conftest import ROOT

PAGE = ROOT / "docs/man/teamkit.1"
STATUSES = ROOT / "docs/exit-statuses.md"


def page() -> str:
    """The page as roff."""
    root = typed.root()
    about, _, more = (root.help or "").partition("\n\n")
    lines = [
        ".TH TEAMKIT 1",
        ".SH NAME",
        f"teamkit \\- {_said(about.rstrip('.').lower())}",
        ".SH SYNOPSIS",
        ".B teamkit",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]]",
        ".SH DESCRIPTION",
        *_text(about),
        *_text(more),
        ".SH OPTIONS",
        "The first ones are for every command, too.",
        *_options(root, set()),
        ".SH COMMANDS",
    ]
    shared = {option for param in root.params for option in param.opts}
    for words, command in typed.every(root):
        lines += [f".SS teamkit {_said(words)}{_arguments(command)}", *_text(command.help or "")]
        lines += _options(command, shared)
    return "\n".join([*lines, ".SH EXIT STATUS", *_statuses()]) + "\n"


def _arguments(command: Any) -> str:
    found = [param for param in command.params if param.param_type_name == "argument"]
    return "".join(f" \\fI{_said(param.make_metavar(_context(command)))}\\fR" for param in found)


def _options(command: Any, without: set[str]) -> list[str]:
    context = _context(command)
    options = [one for one in command.params if not set(one.opts) & without]
    records = [record for one in options if (record := one.get_help_record(context))]
    return [line for names, text in records for line in (".TP", f".B {_said(names)}", _said(text))]


def _context(command: Any) -> typer.Context:
    return typer.Context(command, info_name=command.name)


def _text(text: str) -> list[str]:
    """Paragraphs of help; what stands behind a backspace keeps its lines."""
    lines = []
    for paragraph in filter(None, re.split(r"\n\s*\n", text.strip())):
        kept = paragraph.startswith("\b")
        words = [_said(line.strip()) for line in paragraph.strip("\b\n").split("\n")]
        lines += [".PP", *(_unfolded(words) if kept else [" ".join(words)])]
    return lines


def _unfolded(lines: list[str]) -> list[str]:
    return [".nf", *lines, ".fi"]


def _said(text: str) -> str:
    """*text* as roff shows it: no escapes, no requests, dashes that can be copied."""
    safe = re.sub(r"\s+", " ", text).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


def _statuses() -> list[str]:
    rows = re.findall(
        r"^\| (\d+) \| [a-z ]+ \| (.+) \|$", STATUSES.read_text("utf-8"), re.MULTILINE
    )
    return [line for number, when in rows for line in (".TP", f".B {number}", _said(when))]


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
