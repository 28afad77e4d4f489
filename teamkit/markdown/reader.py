"""Reading a mapping from YAML: the everyday part of it at once, all else by the strict reader."""

from teamkit.markdown import everyday
from teamkit.markdown.spots import Reading


def read(path: str, text: str, start: int = 0, end: int | None = None) -> Reading | None:
    """The mapping in *text* between two offsets; None when something else stands there.

    Raises:
        BadDocumentError: it is no YAML, or more than the strict subset; with the file's line.
    """
    found = everyday.read(text, start, len(text) if end is None else end)
    if found is not None:
        return found
    from teamkit.markdown import strict

    return strict.read(path, text, start, end)
