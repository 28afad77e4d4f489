"""What the meetings of some weeks said, from the notes alone: for everybody, or for one person."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from teamkit.errors import UsageError
from teamkit.markdown.outline import Outline
from teamkit.markdown.sections import Section
from teamkit.meetings import archive, attendance, bullets, calendar, objections
from teamkit.meetings.actions import agreements
from teamkit.meetings.actions.agreements import Action
from teamkit.meetings.archive import Meetings
from teamkit.meetings.bullets import folded, plain_title
from teamkit.meetings.discussed import TOPIC_LEVEL
from teamkit.meetings.model import Notes
from teamkit.meetings.objections import Objection

_Placed = TypeVar("_Placed", Action, Objection)
#: A week, when nobody says since when.
USUAL = timedelta(days=7)
#: How far back it goes for a person who was at no meeting.
LONGEST = timedelta(days=60)
#: The labels that are told, and what their part is called, in the order they are told.
PARTS = {"win": "Wins", "shoutout": "Shout-outs", "decision": "Decisions", "til": "Learnings"}


class Window(NamedTuple):
    """The days that are looked at, both included."""

    since: date
    until: date


class DigestLine(NamedTuple):
    """One thing that was said.

    Attributes:
        part: win, shoutout, decision, action, til, a label of the team's own rounds, or objection.
        theme: the heading it stands under; empty in a round.
        people: handles.
        state: of actions: open, done or dropped; of objections: open or strong; else empty.
        due: of actions.
    """

    part: str
    theme: str
    text: str
    people: tuple[str, ...]
    state: str
    due: date | None
    day: date
    series: str
    path: str
    line: int


class Digest(NamedTuple):
    """What is worth telling.

    Attributes:
        title: of the series, or of the team.
        person: handle of whom it is for; empty means everybody.
        meetings: the days that are told about; for a person, those they missed.
        labels: the team's own labels as spelled in the settings, by lower case.
        lines: in the order of their meetings and files.
        open: for a person: what waits for them, whenever it was agreed, and is not among *lines*.
    """

    title: str
    window: Window
    person: str
    meetings: tuple[date, ...]
    labels: dict[str, str]
    lines: tuple[DigestLine, ...]
    open: tuple[DigestLine, ...]


def window(since: date | None, until: date) -> Window:
    """The days from *since*, or a week before, to *until*.

    Raises:
        UsageError: it would end before it starts.
    """
    first = until - USUAL if since is None else since
    if first > until:
        raise UsageError(f"{first} comes after {until}.", hint="Use --since EARLIER --until LATER")
    return Window(first, until)


def unseen(meetings: Meetings, person: str, until: date, name: str | None = None) -> date:
    """The first day that *person* has not heard about: the one after the last meeting they were at.

    Of several series each is counted on its own, and the earliest day is meant; one they never
    came to does not count. It is at most two months before *until*, and never after it.
    """
    wanted = calendar.slug_of(meetings.team.config, name)
    first = until - LONGEST
    seen = {
        one.series: one.day
        for one in meetings.held
        if first <= one.day <= until and wanted in {"", one.series}
        if _was_there(one, meetings, person)
    }
    after = min(seen.values(), default=None)
    return min(after + timedelta(days=1), until) if after else first


def digest(meetings: Meetings, days: Window, *, name: str | None, person: str = "") -> Digest:
    """What was said from day to day.

    Args:
        meetings: whose notes.
        days: which of them.
        name: of one series alone; None means all.
        person: only what matters to them, of the meetings they were not at.
    """
    config = meetings.team.config
    series = calendar.series_named(config, name) if name else None
    held = [one for one in meetings.held if one.day <= days.until]
    reading = _Reading(meetings, held)
    if series:
        held = archive.of_series(held, series)
    told = [one for one in held if one.day >= days.since]
    if person:
        told = [one for one in told if not _was_there(one, meetings, person)]
    lines = [line for one in told for line in reading.lines(one)]
    waiting: list[DigestLine] = []
    if person:
        themes = reading.themes_of(person)
        lines = [line for line in lines if _names(line, person) or folded(line.theme) in themes]
        waiting = [line for line in reading.open(held) if person in line.people]
        waiting = [line for line in waiting if line not in lines]
    return Digest(
        title=series.title if series else config.name,
        window=days,
        person=person,
        meetings=tuple(dict.fromkeys(one.day for one in told)),
        labels=reading.labels,
        lines=tuple(lines),
        open=tuple(waiting),
    )


class _Reading:
    """The notes read for a digest: their sections, and what was agreed and objected in them."""

    def __init__(self, meetings: Meetings, held: Sequence[Notes]) -> None:
        self.meetings = meetings
        self.held = held
        self.resolve = meetings.people.resolve
        rounds = meetings.team.config.rounds
        self.rounds = frozenset(folded(r.name) for r in rounds)
        own = {r.label.lower(): r.label for r in rounds}
        self.labels = {key: label for key, label in own.items() if key not in bullets.LABELS}
        self.known = bullets.known(rounds)
        self.agreed = _by_path(agreements.of(held, self.resolve))
        self.objected = _by_path(objections.open_objections(held, self.resolve))

    def lines(self, one: Notes) -> list[DigestLine]:
        """What was said at one meeting, in file order."""
        found = [line for section in _sections(one) for line in self._labelled(one, section)]
        return sorted([*found, *self.open([one], closed=True)], key=lambda line: line.line)

    def open(self, notes: Iterable[Notes], *, closed: bool = False) -> list[DigestLine]:
        """What waits for somebody, with *closed* also what was agreed and done since."""
        found = []
        for one in notes:
            themes = {line.number: s for s in _sections(one) for line in s.lines}
            found += [
                _of_action(a, self._theme(themes.get(a.line)))
                for a in self.agreed.get(one.path, ())
                if closed or a.is_open
            ]
            found += [
                _of_objection(o, self._theme(themes.get(o.line)))
                for o in self.objected.get(one.path, ())
            ]
        return found

    def themes_of(self, person: str) -> set[str]:
        """The folded headings that are theirs: they brought it, want to hear it, or spoke there."""
        topics = archive.topics(self.meetings.team, self.meetings.people)
        found = {folded(t.title) for t in topics if person == t.by or person in t.interest}
        for one in self.held:
            for section in _sections(one):
                if theme := folded(self._theme(section)):
                    said = bullets.bullets([section], self.known)
                    spoke = {self.resolve(name) for bullet in said for name in bullet.people}
                    found |= {theme} if person in spoke else set()
        return found | {
            folded(line.theme)
            for line in self.open(self.held, closed=True)
            if person in line.people and line.theme
        }

    def _labelled(self, one: Notes, section: Section) -> Iterator[DigestLine]:
        for bullet in bullets.bullets([section], self.known):
            if bullet.label in PARTS or bullet.label in self.labels:
                people = tuple(map(self.resolve, bullet.people))
                yield DigestLine(
                    bullet.label, self._theme(section), bullet.text, people, "", None,
                    one.day, one.series, one.path, bullet.line,
                )  # fmt: skip

    def _theme(self, section: Section | None) -> str:
        if section is None or section.level < TOPIC_LEVEL or folded(section.title) in self.rounds:
            return ""
        return plain_title(section.title)


def _sections(one: Notes) -> Sequence[Section]:
    return Outline(one.document).sections


def _was_there(one: Notes, meetings: Meetings, person: str) -> bool:
    series = meetings.team.config.series.get(one.series)
    if series is None:
        return person in (one.present or ())
    return person in attendance.present(one, series, meetings.people)


def _names(line: DigestLine, person: str) -> bool:
    words = line.text.replace("@", " @").split()
    return person in line.people or any(w.rstrip(".,:;!?)") == f"@{person}" for w in words)


def _by_path(found: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    by_path: dict[str, list[_Placed]] = {}
    for one in found:
        by_path.setdefault(one.path, []).append(one)
    return by_path


def _of_action(one: Action, theme: str) -> DigestLine:
    return DigestLine(
        "action", theme, one.what, one.owners, one.state, one.due,
        one.since, one.series, one.path, one.line,
    )  # fmt: skip


def _of_objection(one: Objection, theme: str) -> DigestLine:
    state = "strong" if one.is_strong else "open"
    people = (one.person,) if one.person else ()
    return DigestLine(
        "objection", theme, one.text, people, state, None,
        one.since, one.series, one.path, one.line,
    )  # fmt: skip
