"""A meeting that runs: its state, its log, its notes. What both front ends drive."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from teamkit.config import Series
from teamkit.errors import TeamkitError
from teamkit.markdown.document import Document
from teamkit.meetings.agendas.prepare import prepare
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import captured, clock, engine, logbook, prompts, script
from teamkit.meetings.live.events import Event, from_line, to_line
from teamkit.meetings.live.state import CapturedLine, State, apply, fold
from teamkit.meetings.notes import new
from teamkit.store import layout, logs
from teamkit.store.change import Change, edit

#: Words after which every line that is no longer in the notes is said again.
_ASKING = frozenset({"status", "end"})
#: When to tick again while the log cannot be written.
_LATER = timedelta(minutes=1)


class Reply(NamedTuple):
    """What a front end shows.

    Attributes:
        said: sentences; may be empty after a tick.
        next: when to tick again, if nothing is typed before; None for never.
        is_over: the front end ends now.
    """

    said: tuple[str, ...]
    next: datetime | None = None
    is_over: bool = False


class Running:
    """One meeting that runs.

    Attributes:
        state: where it stands; replaced with each event, after the log has it.
    """

    def __init__(self, meetings: Meetings, log: Path, state: State) -> None:
        self._team, self._people = meetings.team, meetings.people
        self._log = log
        self._labels = frozenset(one.label for one in self._team.config.rounds)
        self._told: frozenset[int] = frozenset()  # numbers of lines that were said to be lost
        self.state = state

    @property
    def path(self) -> str:
        """The notes, relative to the team's folder."""
        return self._team.path("notes", self.state.script.stem)

    def prompt(self, now: datetime) -> str:
        """Where the meeting is, in a few words."""
        return prompts.prompt(self.state, now)

    def typed(self, text: str, now: datetime) -> Reply:
        """One typed line: decided, kept, and written into the notes where it belongs there."""
        changed = self._compared(captured.displaced)
        decision = engine.decide(self.state, text, now, self._people, self._labels, changed=changed)
        try:
            self._keep(decision.events)
            failed = self.write(now)
        except OSError as error:
            return Reply((f"The log cannot be written: {_why(error)}.", f"You typed: {text}"))
        lost = self.lost(again=text.strip().lower() in _ASKING)
        return Reply((*decision.said, *failed, *lost), is_over=decision.is_over)

    def tick(self, now: datetime) -> Reply:
        """What the clock has to say now; asked at any time, says each thing once."""
        jumped = clock.jump(self.state, now)
        try:
            self._keep([jumped[0]] if jumped else [])
            warned = clock.warnings(self.state, now)
            self._keep(warned.events)
        except OSError:  # the next typed line says it
            return Reply((), now + _LATER)
        said = (*([jumped[1]] if jumped else []), *warned.said)
        return Reply(said, warned.next)

    def left(self, now: datetime) -> Reply:
        """The terminal closes; the meeting stays open."""
        decision = engine.left(self.state, now)
        with suppress(OSError):
            self._keep(decision.events)
        return Reply(decision.said, is_over=True)

    def write(self, now: datetime) -> tuple[str, ...]:
        """Bring the notes up to date with the log; what cannot be written waits, and is said."""
        waiting = captured.pending(self.state)
        try:
            for line in waiting:
                with self._team.locked():
                    document = self._notes()
                    writes = edit(document, captured.edited(document, line, self.state))
                    self._team.apply(Change("Note a line", "meeting run", writes), commit=False)
                kind = "noted" if line.is_wanted else "removed"
                self._keep([Event(now, kind, {"id": line.number})])
        except TeamkitError as error:
            count = prompts.lines(len(captured.pending(self.state)))
            why = " ".join(filter(None, (error.message, error.where, error.hint)))
            return (f"Not yet in the notes: {count}, kept here and tried again. {why}",)
        return ()

    def lost(self, *, again: bool = False) -> tuple[str, ...]:
        """The noted lines that are no longer in the notes, in full; each once, or all *again*.

        They are not put back: whoever changed the notes may have reworded them.
        """
        lines = self._compared(captured.lost)
        told = frozenset() if again else self._told
        self._told = frozenset(lines)
        return tuple(prompts.lost(one) for number, one in lines.items() if number not in told)

    def begin_notes(self) -> tuple[str, ...]:
        """Start the notes where there are none; what stands stays."""
        try:
            self._notes()
        except TeamkitError as error:
            why = " ".join(filter(None, (error.message, error.where, error.hint)))
            return (f"The notes could not be started; every line is kept here. {why}",)
        return ()

    def keep(self, event: Event) -> None:
        """One event: first on the disk, then in the state."""
        self._keep([event])

    def _keep(self, events: Iterable[Event]) -> None:
        for event in events:
            logs.append(self._log, to_line(event))
            self.state = apply(self.state, event)

    def _compared(
        self, compare: Callable[[Document | None, State], list[CapturedLine]]
    ) -> dict[int, CapturedLine]:
        """What a comparison with the notes on the disk finds, by number; nothing if unreadable."""
        try:
            document = self._team.read(self.path)
        except (TeamkitError, OSError):  # whatever writes the next line says it
            return {}
        return {line.number: line for line in compare(document, self.state)}

    def _notes(self) -> Document:
        """The notes as they are on the disk this moment."""
        document = self._team.read(self.path)
        if document is None:
            plan = self.state.script
            series = self._team.config.series[plan.series]
            fresh = Meetings(self._team, self._people)
            self._team.apply(new.new_notes(fresh, series, plan.day), commit=False)
            document = self._team.read(self.path)
        assert document is not None  # noqa: S101  # it was just written, or apply has refused
        return document


def planned(meetings: Meetings, series: Series, day: date, common_dir: Path) -> script.Script:
    """The script of a meeting that has not begun."""
    history = logbook.history(common_dir, series, day) if series.balance else []
    heard = [who.spoke for _, who in history]
    return script.write(prepare(meetings, series, day), meetings.people, heard)


def begin(
    meetings: Meetings, series: Series, day: date, common_dir: Path, now: datetime
) -> tuple[Running, tuple[str, ...]]:
    """Begin that meeting, or go on where it was left; and what is said about it.

    The caller holds the clone's place for running meetings (`logs.running`).
    """
    log = logs.place(common_dir, layout.dated(day, series.slug))
    found = logs.read(log, from_line)
    aside = logs.mend(log, found)
    said = _mended(found.damaged, aside)
    state = fold(found.entries)
    if state is not None:
        return _resumed(meetings, log, state, now, said)
    start = Event(
        now, "started", {"script": script.to_data(planned(meetings, series, day, common_dir))}
    )
    state = fold([start])
    assert state is not None  # noqa: S101  # it starts with what starts a meeting
    logs.append(log, to_line(start))
    running = Running(meetings, log, state)
    told = (*said, *running.begin_notes(), f"Notes: {running.path}", "Type ? for help.")
    return running, (f"{series.title}, {day}.", *told, *prompts.begun(state))


def _resumed(
    meetings: Meetings, log: Path, state: State, now: datetime, said: Sequence[str]
) -> tuple[Running, tuple[str, ...]]:
    running = Running(meetings, log, state)
    jumped = clock.jump(state, now)
    if jumped is not None:
        running.keep(jumped[0])
    running.keep(Event(now, "resumed"))
    ago = clock.spoken(max(timedelta(), now - state.started))
    count = prompts.lines(len(state.standing))
    head = f"Resumed {state.script.stem}, started {ago} ago; {count} noted."
    ended = ("It had ended; it is open again.",) if state.is_ended else ()
    notes_said = running.begin_notes() or running.write(now)
    told = (*said, *ended, *([jumped[1]] if jumped else []), *notes_said, *running.lost())
    return running, (head, *told, *prompts.begun(running.state))


def _why(error: OSError) -> str:
    return (error.strerror or "the file system refused").lower()


def _mended(damaged: int, aside: Path | None) -> tuple[str, ...]:
    if aside is None:
        return ()
    return (
        f"Line {damaged} of the meeting's log cannot be read; what came before it is used.",
        f"The damaged log is kept: {aside}",
    )
