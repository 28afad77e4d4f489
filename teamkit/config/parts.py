"""What may be a part of a path, of all the names that a repository's files and settings hold."""

import re

#: What Windows takes for a device, whatever its ending; some digits are written small, too.
DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789\u00b9\u00b2\u00b3"),
    ]
)
#: Characters of the longest key that becomes a part of file names.
LONGEST = 60
_SLUG = re.compile(r"\w[\w-]*")
#: What HFS+ ignores in a name, so that `.g\u200cit` is `.git` there.
_IGNORED = dict.fromkeys(
    [*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF]
)
# What file systems take for .git besides its own name: Windows shortens names, drops dots and
# spaces at their end, and begins a stream of a file at a colon.
_GIT = re.compile(r"\.git|git~\d+")


def is_part(name: str) -> bool:
    """Whether *name* is one plain part of a path: it leads nowhere else, and never into .git."""
    if not name.isprintable() or not name.strip(". ") or not {"/", "\\"}.isdisjoint(name):
        return False
    return not is_git(name)


def is_git(name: str) -> bool:
    """Whether some file system takes *name* for `.git`, as git itself guards against."""
    plain = name.translate(_IGNORED).partition(":")[0].rstrip(". ")
    return _GIT.fullmatch(plain.casefold()) is not None


def is_slug(name: str) -> bool:
    """Whether *name* can be a part of file names everywhere: letters, digits, `-` and `_`."""
    fits = len(name) <= LONGEST and _SLUG.fullmatch(name) is not None
    return fits and name.casefold() not in DEVICES
