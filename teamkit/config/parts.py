"""What may be a part of a path, of all the names that a repository's files and settings hold."""

import re

#: What Windows takes for a device, whatever its ending; some digits are written small, too.
DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789\u00b9\u00b2\u00b3"),
    ]
)
#: Characters of the longest key that becomes a part of file names.
LONGEST = 60
_SLUG = re.compile(r"\w[\w-]*")
# What file systems take for .git besides its own name: Windows shortens names, drops dots and
# spaces at their end, and begins a stream of a file at a colon.
_GIT = re.compile(r"\.git|git~\d+")


def is_part(name: str) -> bool:
    """Whether *name* is one plain part of a path: it leads nowhere else, and never into .git."""
    if not name.isprintable() or not name.strip(". ") or not {"/", "\\"}.isdisjoint(name):
        return False
    return _GIT.fullmatch(name.partition(":")[0].rstrip(". ").casefold()) is None


def is_slug(name: str) -> bool:
    """Whether *name* can be a part of file names everywhere: letters, digits, `-` and `_`."""
    fits = len(name) <= LONGEST and _SLUG.fullmatch(name) is not None
    return fits and name.casefold() not in DEVICES
