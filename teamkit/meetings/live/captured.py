"""Captured lines and the notes: what still has to be written there, or taken out."""

from collections import Counter
from collections.abc import Callable

from teamkit.markdown.document import Document
from teamkit.markdown.sections import sections
from teamkit.meetings.bullets import folded
from teamkit.meetings.discussed import TOPIC_LEVEL
from teamkit.meetings.live.state import CapturedLine, State
from teamkit.meetings.notes import lines


def pending(state: State) -> list[CapturedLine]:
    """The lines whose notes are not yet as they should be, in the order they were said."""
    return [line for line in state.lines if line.is_wanted != line.is_noted]


def edited(document: Document, line: CapturedLine, state: State) -> str:
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
        return lines.remove_line(document.text, line.heading, standing[-1])
    return lines.add_lines(document.text, line.heading, [line.line])


def displaced(document: Document | None, state: State) -> list[CapturedLine]:
    """The noted lines that no longer stand word for word under their heading."""
    return _lacking(state, lambda line: (line.heading, len(_standing(document, line))))


def lost(document: Document | None, state: State) -> list[CapturedLine]:
    """The noted lines that stand nowhere in the notes word for word: changed there, or lost."""
    text = document.text if document else ""
    there = Counter(one.strip() for one in text.split("\n"))
    return _lacking(state, lambda line: ("", there[line.line.strip()]))


def _lacking(state: State, found: Callable[[CapturedLine], tuple[str, int]]) -> list[CapturedLine]:
    """The noted lines beyond those *found*, which says where it looked and how many there are."""
    lacking = []
    counted: Counter[tuple[str, str]] = Counter()
    for line in state.standing:
        if not line.is_noted:
            continue
        where, count = found(line)
        counted[where, line.line] += 1
        if counted[where, line.line] > count:
            lacking.append(line)
    return lacking


def _standing(document: Document | None, line: CapturedLine) -> list[str]:
    """Every such line under that heading and the deeper ones below it, as it stands there."""
    found, is_inside = [], False
    for section in sections(document.text if document else ""):
        if section.level <= TOPIC_LEVEL:
            is_inside = folded(section.title) == folded(line.heading)
        if is_inside:
            found += [one.text for one in section.lines if one.text.strip() == line.line.strip()]
    return found
