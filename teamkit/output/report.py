"""The report of a bug: what a maintainer needs, and nothing about the reporter's machine."""

import re
import sys
from collections.abc import Iterator
from pathlib import PurePath
from types import TracebackType

from teamkit.output.gate import safe_line

_PACKAGE = PurePath(__file__).parents[1]
_FRAMES = 6


def bug_report(error: BaseException, *, version: str, command: str) -> str:
    """A few lines ready to paste; folders of this machine are left out.

    Args:
        error: with its traceback, of which the frames in teamkit are named, innermost first.
        version: teamkit's.
        command: what was typed, as it may be shown.
    """
    python = ".".join(map(str, sys.version_info[:3]))
    frames = list(_frames(error.__traceback__))[::-1][:_FRAMES] or ["not in teamkit"]
    facts = [
        ("what", f"{type(error).__name__}: {error}"),
        ("where", frames[0]),
        *(("from", frame) for frame in frames[1:]),
        ("command", command),
        ("versions", f"teamkit {version}, Python {python}, {sys.platform}"),
    ]
    said = "".join(f"  {f'{label}:':<9} {_anywhere(words)}\n" for label, words in facts)
    return (
        "teamkit: This is a bug in teamkit, not a mistake of yours.\n"
        "Please report it with these lines:\n\n" + said
    )


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    """The frames in the package, outermost first: `room/module.py:12 in name`."""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        path = PurePath(code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = path.relative_to(_PACKAGE).as_posix()
            yield f"{place}:{traceback.tb_lineno} in {code.co_qualname}"
        traceback = traceback.tb_next


def _anywhere(words: str) -> str:
    """*words* on one line, each absolute path cut down to its last name."""
    quoted = r"""(?P<quote>['"])(?:[A-Za-z]:)?[\\/].*?(?P=quote)"""
    bare = r"""(?:(?<![\w.:/\\])|(?<=file://))(?:[A-Za-z]:)?[\\/][^\s'"]+"""
    return re.sub(f"{quoted}|{bare}", _last_name, safe_line(words))


def _last_name(match: re.Match[str]) -> str:
    quote = match["quote"] or ""
    name = re.split(r"[\\/]+", match.group().strip(quote).rstrip("\\/"))[-1]
    return f"{quote}…/{name}{quote}"
