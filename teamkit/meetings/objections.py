"""Who objected to what in the notes, whether or not it was answered since."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from teamkit.markdown import blocks
from teamkit.markdown.sections import sections
from teamkit.meetings import followups
from teamkit.meetings.bullets import bullets
from teamkit.meetings.model import Notes, read_notes
from teamkit.people.directory import Directory
from teamkit.team import Team, holds_any

#: What a file must hold, in small letters, to raise or to close an objection.
_TOLD = ("objection", "answered", "withdrawn")


class Raised(NamedTuple):
    """An objection, as the notes have it.

    Attributes:
        person: handle.
        topic: the heading it was raised under, without link markup.
        text: what was said.
        is_strong: it was called strong.
        on: the day of the meeting.
        is_open: nobody has answered it, and it was not withdrawn.
        path: relative to the team's folder.
        line: 1-based line in that file.
    """

    person: str
    topic: str
    text: str
    is_strong: bool
    on: date
    is_open: bool
    path: str
    line: int


def objections(team: Team, people: Directory, mentioning: Sequence[str] = ()) -> list[Raised]:
    """What somebody with a name objected to, oldest first.

    Args:
        team: whose notes.
        people: resolves names.
        mentioning: lower-case words; an objection without any of them, neither in its topic nor
            in its text, is left out. Empty: all of them.
    """
    read = (read_notes(d, people.resolve) for d in team.mentioning("notes", _TOLD))
    notes = sorted((one for one in read if one), key=lambda one: (one.day, one.path))
    waiting = {(o.path, o.line, o.person) for o in followups.open_objections(notes, people.resolve)}
    return [
        raised._replace(is_open=(raised.path, raised.line, raised.person) in waiting)
        for one in notes
        for raised in _raised(one, people)
        if holds_any(f"{raised.topic}\n{raised.text}", mentioning)
    ]


def _raised(one: Notes, people: Directory) -> Iterator[Raised]:
    text = blocks.strip(one.document.body)
    for bullet in bullets(sections(text, one.document.body_line)):
        if bullet.label == "objection":
            for person in map(people.resolve, bullet.people):
                yield Raised(
                    person=person,
                    topic=bullet.topic,
                    text=bullet.text,
                    is_strong=bullet.is_strong,
                    on=one.day,
                    is_open=False,
                    path=one.path,
                    line=bullet.line,
                )
