"""What a meeting that was run leaves for its wrap-up: what it noted, what it put off and began."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from teamkit.errors import ConflictError
from teamkit.markdown import tasks
from teamkit.markdown.front_matter import set_key
from teamkit.markdown.links import link
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import folded
from teamkit.meetings.live.outcome import FollowUp, Outcome
from teamkit.meetings.model import Notes, Topic
from teamkit.meetings.notes import lines, promote
from teamkit.meetings.wrapup.recap import Recap
from teamkit.store import layout, logs
from teamkit.store.change import Write


class Lost(NamedTuple):
    """A line that was noted while the meeting ran, and no longer stands in the notes.

    Attributes:
        line: as it stood there, the dash too.
    """

    heading: str
    line: str


class Begun(NamedTuple):
    """The follow-ups of one meeting.

    Attributes:
        text: the notes, with a line for each under the heading it came from.
        writes: the new files.
    """

    text: str
    writes: tuple[Write, ...]


def refuse_running(common_dir: Path, one: Notes) -> None:
    """Refuse to close a meeting while it runs.

    Raises:
        ConflictError: it runs in some terminal of this clone.
    """
    stem = layout.dated(one.day, one.series)
    if logs.held_by(common_dir) == stem:
        raise ConflictError(
            f"{stem} is still running.",
            where=one.path,
            hint="Type end there first; or look: teamkit meeting state",
        )


def lost(one: Notes, outcome: Outcome | None) -> tuple[Lost, ...]:
    """What was noted and is gone, as when an editor saved an older version.

    A line that was moved still stands, and so does an action that was ticked or given a day.
    """
    standing = Counter(_gist(line) for line in one.document.text.split("\n"))
    gone: list[Lost] = []
    for heading, line in outcome.noted if outcome else ():
        standing[_gist(line)] -= 1
        if standing[_gist(line)] < 0:
            gone.append(Lost(heading, line.strip()))
    return tuple(gone)


def wanted(topic: Topic, outcome: Outcome | None, text: str) -> str:
    """The topic's *text* with those among `interest` who wanted more of it."""
    named = outcome.interest.get(topic.title) if outcome else None
    fresh = set(named.who) - set(topic.interest) if named else set()
    return set_key(text, "interest", sorted({*topic.interest, *fresh})) if fresh else text


def begin(meetings: Meetings, told: Recap, outcome: Outcome | None, text: str) -> Begun:
    """What the host asked to be left: a file of its own for each, and a line that leads there.

    What was begun by an earlier wrap-up stays as it is. A pairing becomes an action: nobody knows
    yet who will pair.
    """
    writes: list[Write] = []
    for one in outcome.follow_ups if outcome else ():
        line, made = _line(meetings, told, one)
        if line not in text.split("\n"):
            text = lines.add_lines(text, one.heading, [line])
            writes += [made] if made else []
    return Begun(text, tuple(writes))


def _gist(line: str) -> str:
    """What makes a line the same one: an action's words, else all of it."""
    task = tasks.parse_task(line, 0)
    return task.what if task else line.strip()


def _line(meetings: Meetings, told: Recap, one: FollowUp) -> tuple[str, Write | None]:
    """The line for the notes, and the file it leads to, when there is none yet."""
    if one.kind not in promote.KINDS:
        return tasks.render(f"Pair on: {one.title}"), None
    team, notes = meetings.team, told.notes
    by = _by(one.heading, (*told.discussed, *told.missed, *told.others)) or notes.facilitator
    again = one.kind == "topic" and folded(one.title) == folded(one.heading)
    title = f"More on: {one.title}" if again else one.title
    made = promote.started(
        team, one.kind, title, by=by, today=notes.day, source_path=notes.path, source_words=""
    )
    line = f"- Key: to follow, a {one.kind}: {link(title, layout.link(notes.path, made.path))}"
    return line, made if team.read(made.path) is None else None


def _by(heading: str, topics: Sequence[Topic]) -> str:
    return next((topic.by for topic in topics if topic.title == heading), "")
