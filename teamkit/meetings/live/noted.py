"""Captured lines and the notes: what still has to be written there, or taken out."""

from teamkit.markdown.document import Document
from teamkit.markdown.sections import sections
from teamkit.meetings.bullets import folded
from teamkit.meetings.carryover import TOPIC_LEVEL
from teamkit.meetings.live.state import Line, State
from teamkit.meetings.notes import noting


def pending(state: State) -> list[Line]:
    """The lines whose notes are not yet as they should be, in the order they were said."""
    return [line for line in state.lines if line.is_wanted != line.is_noted]


def edited(document: Document, line: Line, state: State) -> str:
    """The notes' text with *line* in it, or without it when it was taken back.

    What was done before the log could say so is found done, and not done twice.
    """
    standing = _standing(document, line)
    kept = sum(
        one.is_noted and one.is_wanted and (one.heading, one.line) == (line.heading, line.line)
        for one in state.lines
    )
    is_there = len(standing) > kept
    if line.is_wanted == is_there:
        return document.text
    if is_there:
        return noting.remove_line(document.text, line.heading, standing[-1])
    return noting.add_lines(document.text, line.heading, [line.line])


def _standing(document: Document, line: Line) -> list[str]:
    """Every such line under that heading and the deeper ones below it, as it stands there."""
    found, is_inside = [], False
    for section in sections(document.text):
        if section.level <= TOPIC_LEVEL:
            is_inside = folded(section.title) == folded(line.heading)
        if is_inside:
            found += [one.text for one in section.lines if one.text.strip() == line.line.strip()]
    return found
