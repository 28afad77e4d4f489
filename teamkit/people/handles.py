"""What somebody can be called in files: legal everywhere, and nobody else's."""

from collections.abc import Collection

from teamkit.store import layout

#: Whoever runs the command.
ME = "me"


def wrong(handle: str) -> str:
    """Why nobody can have that handle, as a phrase; empty when somebody can."""
    if len(handle) > layout.SLUG_LENGTH:
        return f"it is longer than {layout.SLUG_LENGTH} characters"
    if "-".join(layout.words(handle)) != handle or not handle:
        return "use lowercase letters, digits and hyphens"
    if handle == ME:
        return f"@{ME} is whoever runs the command"
    return layout.problem(handle)


def of_name(name: str, taken: Collection[str] = ()) -> str:
    """A handle for *name*: the first name, with the last one's initial, or all of it.

    Empty when every one of these is *taken*, or nothing of the name can be one.
    """
    words = layout.words(name)
    if not words:
        return ""
    first, whole = words[0], "-".join(words)
    short = f"{first}-{words[-1][0]}"
    ways = (whole, short) if wrong(first) else (first, short, whole)
    return next((one for one in ways if one not in taken and not wrong(one)), "")


def meant(handle: str, name: str = "") -> str:
    """The handle that somebody may mean who typed one that cannot be, for *name*; or empty."""
    first = layout.words(handle)[:1]
    return of_name(handle if first and not wrong(first[0]) else name or handle)
