"""Putting lines into a section of a proposal's text, with empty lines around them."""

from collections.abc import Sequence

from teamkit.markdown import insert
from teamkit.markdown.fences import newline
from teamkit.markdown.sections import Section
from teamkit.projects.proposals import prose
from teamkit.projects.proposals.page import LEVEL, SECTIONS, page

#: What stands under Decision until there is one.
UNDECIDED = "not decided yet"


def in_section(text: str, name: str, lines: Sequence[str]) -> str:
    """*text* with *lines* below what stands in that section itself, above its deeper headings."""
    parts = page(text).parts(name)
    if not parts:
        return _new_section(text, name, lines)
    return insert.below(text, insert.end_of(parts[0][0]), lines)


def at_end(text: str, name: str, lines: Sequence[str]) -> str:
    """*text* with *lines* at the very end of that section, deeper headings included."""
    parts = page(text).parts(name)
    if not parts:
        return _new_section(text, name, lines)
    return insert.below(text, insert.end_of(parts[-1][-1]), lines)


def on_top(text: str, name: str, lines: Sequence[str]) -> str:
    """*text* with *lines* in the place of what says that nothing is decided, or at the top."""
    parts = page(text).parts(name)
    if not parts:
        return _new_section(text, name, lines)
    heading = parts[0][0]
    start, end = _stand_in(heading)
    return _replaced(text, start, end, lines) if start else insert.below(text, heading.line, lines)


def _new_section(text: str, name: str, lines: Sequence[str]) -> str:
    """*text* with a section before the next of ours that it has, or at its end."""
    told = page(text)
    names = list(SECTIONS)
    following = (told.parts(later) for later in names[names.index(name) + 1 :])
    place = next((parts[0][0].line - 1 for parts in following if parts), None)
    if place is None:
        place = insert.last_words(text)
    return insert.below(text, place, [f"{'#' * LEVEL} {name}", "", *lines])


def _stand_in(section: Section) -> tuple[int, int]:
    """The first and the last line of the paragraph that says that nothing is decided yet; or 0."""
    start = end = 0
    for line in section.lines:
        told = line.text.strip()
        if (
            not start
            and not line.in_code
            and not line.hidden
            and told.lower().startswith(UNDECIDED)
        ):
            start = end = line.number
        elif start and (not told or prose.label_of(told)):
            break
        elif start:
            end = line.number
    return start, end


def _replaced(text: str, start: int, end: int, lines: Sequence[str]) -> str:
    pieces = text.split("\n")
    carriage = "\r" if newline(text) == "\r\n" else ""
    last = "\r" if pieces[end - 1].endswith("\r") else ""
    new = [*(line + carriage for line in lines[:-1]), lines[-1] + last]
    following = pieces[end : end + 1]
    gap = [carriage] if following and following[0].strip() else []
    return "\n".join([*pieces[: start - 1], *new, *gap, *pieces[end:]])
