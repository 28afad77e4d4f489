"""Running a meeting on plain lines: read one, ask the engine, say what it says.

Works in any terminal, in a pipe, and with a screen reader: no cursor is moved, nothing is drawn.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import typer

from teamkit.cli import signals
from teamkit.cli.session import Session
from teamkit.config import Series
from teamkit.errors import ConflictError, ExitStatus, LockedError, NotFoundError, UsageError
from teamkit.meetings import schedule
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import logbook
from teamkit.meetings.live import run as running
from teamkit.meetings.live.events import Event
from teamkit.meetings.live.run import Running
from teamkit.meetings.live.script import Script, to_data
from teamkit.meetings.live.state import State, fold
from teamkit.output.gate import safe_line
from teamkit.store import layout, logs

_NEAR = timedelta(days=1)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def local_now(session: Session) -> datetime:
    """This moment, in the team's time zone."""
    return now().astimezone(_zone(session))


def common_dir(session: Session) -> Path:
    """Where the clone keeps its own state."""
    return session.team.repo.common_dir()


def run(session: Session, name: str | None, when: str | None) -> int:
    """Run the meeting that is meant until it ends, or the terminal closes; the exit status.

    Raises:
        UsageError: the next meeting is more than a day away and no day was said, or programs or a
            rehearsal were asked for.
        ConflictError: a meeting runs already in this clone.
    """
    with begun(session, name, when) as (one, said):
        say(session, said)
        return _loop(session, one)


@contextmanager
def begun(
    session: Session, name: str | None, when: str | None
) -> Iterator[tuple[Running, tuple[str, ...]]]:
    """The meeting that is meant, begun or gone on with, and what is said about it.

    While it runs no other does in this clone. Raises what `run` raises.
    """
    if session.json or session.dry_run:
        raise UsageError(
            "A meeting that runs speaks in lines: it has no JSON and no rehearsal.",
            hint="For programs: teamkit meeting state --json",
        )
    meetings, series, day = meant(session, name, when)
    schedule.must_have_page(meetings, series, day, session.today)
    if when is None and abs(day - session.today) > _NEAR:
        raise UsageError(
            f"The next meeting of {series.slug} is on {day}, not today.",
            hint=f"To run it anyway: teamkit meeting run {series.slug} --date {day}",
        )
    common = common_dir(session)
    with _alone(session, layout.dated(day, series.slug)):
        yield running.begin(meetings, series, day, common, now())


def say(session: Session, said: Iterable[str]) -> None:
    """Say sentences, a line each."""
    for sentence in said:
        session.console.sentence(sentence)


def meant(session: Session, name: str | None, when: str | None) -> tuple[Meetings, Series, date]:
    """The meeting that is meant: one that is open near today, or else the next one."""
    meetings = Meetings(session.team, session.people)
    day = session.day(when)
    if day is None:
        slug = None if name is None else meetings.choose(name, session.today).slug
        left = logbook.unfinished(common_dir(session), session.today, slug)
        if left is not None and left.script.series in session.team.config.series:
            return meetings, session.team.config.series[left.script.series], left.script.day
    return (meetings, *meetings.meant(name, day, session.today))


def begun_or_planned(session: Session, name: str | None, when: str | None) -> State:
    """The meeting that is meant, as its log has it, or as it would begin now."""
    meetings, series, day = meant(session, name, when)
    common = common_dir(session)
    state = fold(logbook.events(common, layout.dated(day, series.slug)))
    return state or _begun(running.planned(meetings, series, day, common))


def hand_over(session: Session, target: str) -> None:
    """Write the last meeting begun here to *target*, a file or `-`, for a co-host."""
    state = logbook.latest(common_dir(session))
    if state is None:
        raise NotFoundError("No meeting was started here.", hint="Begin one: teamkit meeting run")
    script = state.script
    series = session.team.config.series.get(script.series)
    if series is None:
        raise ConflictError(f"There is no series '{script.series}' anymore.", where="teamkit.yml")
    page = logbook.handed_over(common_dir(session), script.stem, series, script.day)
    text = json.dumps(page, indent=1)
    if target == "-":
        typer.echo(text)
        return
    place = session.start / target
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(f"{text}\n")
    except FileExistsError as error:
        raise ConflictError("The file is already there.", where=target) from error
    session.console.path(target)


def take_over(session: Session, source: str) -> None:
    """Take a meeting over that a co-host handed out; `-` reads stdin."""
    if source == "-":
        data = session.input.rest(logbook.LARGEST)
    else:
        try:
            with (session.start / source).open("rb") as file:
                data = file.read(logbook.LARGEST + 1)
        except FileNotFoundError as error:
            raise NotFoundError("There is no such file.", where=source) from error
    handed = logbook.read_handed(data, session.team.config.series)
    try:
        logbook.take_over(common_dir(session), handed, now())
    except LockedError as error:
        raise _busy(session) from error
    state = fold(handed.events)
    if state is not None:
        script = state.script
        session.console.say(f"Taken over: {script.stem}.")
        session.console.say(f"Continue: teamkit meeting run {script.series} --date {script.day}")


def _begun(script: Script) -> State:
    """The state a meeting would begin in; the moment does not matter."""
    state = fold([Event(datetime.min.replace(tzinfo=UTC), "started", {"script": to_data(script)})])
    assert state is not None  # noqa: S101  # it starts with what starts a meeting
    return state


@contextmanager
def _alone(session: Session, stem: str) -> Iterator[None]:
    """The only meeting that runs in this clone."""
    with ExitStack() as stack:
        try:
            stack.enter_context(logs.running(common_dir(session), stem))
        except LockedError as error:
            raise _busy(session) from error
        yield


def _busy(session: Session) -> ConflictError:
    """The refusal that names the meeting that runs, and since when."""
    common = common_dir(session)
    stem = logs.held_by(common) or "a meeting"
    state = fold(logbook.events(common, stem))
    since = f", since {state.started.astimezone(_zone(session)):%H:%M}" if state else ""
    return ConflictError(
        f"{stem} is running in another terminal{since}.",
        hint="Type quit or end there, or look at it: teamkit meeting state",
    )


def _zone(session: Session) -> tzinfo | None:
    """The team's time zone; this machine's where that is unknown here."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(session.team.config.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _loop(session: Session, one: Running) -> int:
    try:
        while True:
            typed = _typed(session, one)
            if typed is None and session.stdin.isatty():
                typer.echo()
            answer = one.left(now()) if typed is None else one.typed(typed, now())
            say(session, answer.said)
            if answer.is_over:
                return ExitStatus.DONE
    except KeyboardInterrupt:
        said = one.left(now()).said
        with suppress(OSError):  # the terminal may be gone
            typer.echo()
            say(session, said)
        return signals.status()


def _typed(session: Session, one: Running) -> str | None:
    """The next line, while the clock says its words; None at the end of input."""
    asks = session.stdin.isatty()
    is_asked = False
    while True:
        answer = one.tick(now())
        if answer.said and is_asked:
            typer.echo()
        say(session, answer.said)
        if asks and (answer.said or not is_asked):
            prompt = safe_line(one.prompt(now()))
            typer.echo(prompt, nl=False, err=not session.console.is_terminal)
            is_asked = True
        wait = None if answer.next is None else (answer.next - now()).total_seconds()
        try:
            return session.input.line(wait)
        except TimeoutError:
            continue
