"""What the cells of a proposal's tables mean; tolerant, because people type them."""

import re
from collections.abc import Iterable
from datetime import date

from teamkit.errors import UsageError
from teamkit.markdown import links
from teamkit.markdown.document import plain_handle
from teamkit.projects.proposals.model import Resolve

#: More full-time people than that are a percent that somebody forgot to write.
MOST_FTE = 20

_NUMBER = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?) ?(%?)", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}) ?%?", re.ASCII)
_WHOLE = 100
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?([^()<>\s]*)[^()]*\)")
_WIKI = re.compile(r"\[\[([^\[\]|#]+)[^\[\]]*\]\]")
_PERSON = re.compile(rf"{_WIKI.pattern}|{_LINK.pattern}|(?<![\w@./])@\w(?:[\w.-]*\w)?")
_BARE = re.compile(r"[\w./-]+")


def fte(cell: str) -> float:
    """Full-time equivalents: `0.5`, `0,5`, `50 %` and `1`.

    Raises:
        UsageError: it is anything else.
    """
    found = _NUMBER.fullmatch(cell)
    if found is None:
        raise UsageError(f"'{cell}' is not a part of a week.", hint="write 0.5, 50 % or 1")
    number = float(found[1].replace(",", "."))
    return number / _WHOLE if found[2] else number


def percent(cell: str) -> int:
    """A part of a full week, 0 to 100: `40` and `40 %`.

    Raises:
        UsageError: it is anything else.
    """
    found = _PERCENT.fullmatch(cell)
    if found is None or int(found[1]) > _WHOLE:
        hint = "write 0 to 100, in percent of a full week"
        raise UsageError(f"'{cell}' is not a part of a week.", hint=hint)
    return int(found[1])


def names(cell: str) -> tuple[str, ...]:
    """The people of a cell: `@ana`, `[[ana]]`, a link to somebody's page, or one full name."""
    return tuple(_handle(found) for found in _PERSON.finditer(cell)) or ((cell,) if cell else ())


def people(named: Iterable[str], resolve: Resolve) -> tuple[str, ...]:
    """The handles of those people, each once."""
    return tuple(dict.fromkeys(map(resolve, named)))


def target(cell: str) -> str:
    """The path that a link of Markdown leads to; empty when there is none."""
    found = None if "[[" in cell else _LINK.search(cell)
    return links.path(found[2].partition("#")[0]) if found else ""


def solution(cell: str) -> str:
    """The slug in `[words](../solutions/slug.md)`, `[[slug]]`, a bare slug or path; or empty."""
    if wiki := _WIKI.search(cell):
        return _stem(links.path(wiki[1]))
    linked = target(cell)
    if "://" in linked:
        return ""
    return _stem(linked or (cell if _BARE.fullmatch(cell) else ""))


def interval(
    first: date | None, last: date | None, around: tuple[date | None, date | None]
) -> tuple[date | None, date | None]:
    """The days of a row; those of what is *around* it where it does not say.

    One that would run backwards has no end.
    """
    start, end = first or around[0], last or around[1]
    return start, None if start and end and end < start else end


def _handle(found: re.Match[str]) -> str:
    wiki, _, linked = found.groups()
    return _stem(links.path(linked)) if linked and not wiki else plain_handle(found.group())


def _stem(path: str) -> str:
    return path.rpartition("/")[2].strip().removesuffix(".md")
