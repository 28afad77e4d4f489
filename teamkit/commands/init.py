"""`teamkit init`."""

import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple, TypeVar

import typer

from teamkit.cli.ask import agree, ask, can_ask
from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.config import FILE
from teamkit.errors import UsageError
from teamkit.repo import Repo
from teamkit.start import init, newcomers, site, views
from teamkit.start.newcomers import Newcomer

_Given = TypeVar("_Given")

_Meant = TypeVar("_Meant")


class _Known(NamedTuple):
    """What the flags answer already."""

    root: str | None
    name: str | None
    timezone: str | None
    areas: tuple[str, ...] | None
    day: str | None
    start: str | None
    minutes: int | None
    people: Sequence[Newcomer] | None


@writes
def command(
    session: Session,
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="An empty folder or a git repository."),
    ] = Path(),
    name: Annotated[str | None, typer.Option(help="The team's name.")] = None,
    timezone: Annotated[str | None, typer.Option(help="For instance Europe/Madrid.")] = None,
    area: Annotated[
        list[str] | None, typer.Option(metavar="AREA", help="A part of the team; can be repeated.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="The day of the weekly meeting: fri.")] = None,
    start_: Annotated[
        str | None, typer.Option("--start", metavar="TIME", help="When it starts: 13:00.")
    ] = None,
    minutes: Annotated[int | None, typer.Option(help="How many minutes it takes.")] = None,
    root: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the team's folders below DIR: _docs.")
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(metavar="HANDLE[=NAME]", help="Who is on the team; can be repeated."),
    ] = None,
    people_from_git: Annotated[
        bool, typer.Option("--people-from-git", help="Propose the people of the history.")
    ] = False,
    with_emails: Annotated[
        bool, typer.Option("--with-emails", help="Keep their addresses too; ask them first.")
    ] = False,
) -> None:
    """Create a team repository.

    Asks a few questions; each has a flag. It does not touch existing files, and running it twice
    changes nothing.

    \b
    Examples:
      teamkit init
      teamkit init --no-input --name "Backend team" --person ana="Ana Costa" --person ben
    """
    place = Path(os.path.normpath(session.start / folder))
    standing = init.standing(place)
    if standing is not None:
        settings = os.path.relpath(standing.folder / FILE, session.start)
        session.show(views.started(settings))
        session.console.say(f"{standing.config.name} stands already; nothing was changed.")
        session.team = standing
        return
    known = _Known(
        root=_flag(root, init.root),
        name=_flag(name, init.name),
        timezone=_flag(timezone, init.timezone),
        areas=_flag(area, init.areas),
        day=_flag(day, init.day),
        start=_flag(start_, init.time),
        minutes=_flag(minutes, lambda number: init.minutes(str(number))),
        people=_flag(person, newcomers.typed),
    )
    if not session.dry_run:
        init.refuse(place, committing=session.commit)
    here = site.look(place, _root(session, place, known.root))
    answers = _answers(session, place, known)
    if people_from_git and init.is_in_git(place):
        people = _of_history(session, place, known.people or (), with_emails=with_emails)
    else:
        people = _people(session, place, known.people)
    team, change = init.plan(place, answers._replace(people=people), here)
    if not session.dry_run:
        init.prepare(place)
    session.team = team
    path = os.path.relpath(place / FILE, session.start)
    shown = os.path.relpath(place, session.start)
    following = init.next_commands(shown, people, is_shared=init.is_shared(place))
    session.finish(change, views.started(path), *following)


def _flag(given: _Given | None, meant: Callable[[_Given], _Meant]) -> _Meant | None:
    return None if given is None else meant(given)


def _root(session: Session, place: Path, known: str | None) -> str | None:
    """Where the team's folders go; asked only where a site stands already."""
    found = site.look(place).root
    if known is not None or found == "." or not can_ask(session):
        return known
    return _answer(session, "--root", "In which folder of the site?", found, init.root)


def _answers(session: Session, place: Path, known: _Known) -> init.Setup:
    """What the flags say, and for the rest what is asked; the people come later."""
    asked = partial(_answer, session)
    which = "Which areas does it have? (with commas between; none: Enter)"
    day = "On which day is the weekly meeting?"
    lasts = "How many minutes does it take?"
    return init.Setup(
        name=known.name or asked("--name", "What is the team called?", _titled(place), init.name),
        timezone=known.timezone
        or asked("--timezone", "Which time zone?", _time_zone(session), init.timezone),
        areas=known.areas
        if known.areas is not None
        else asked("--area", which, "", lambda words: init.areas(words.split(","))),
        day=known.day or asked("--day", day, "friday", init.day),
        start=known.start or asked("--start", "When does it start?", "13:00", init.time),
        minutes=known.minutes or asked("--minutes", lasts, "60", init.minutes),
    )


def _answer(
    session: Session, flag: str, question: str, default: str, meant: Callable[[str], _Meant]
) -> _Meant:
    """What the answer means; on a terminal asked again, with the reason, until it means something.

    Raises:
        UsageError: nobody may be asked, and the default cannot be meant.
    """
    while True:
        words = ask(session, question, flag, default=default)
        try:
            return meant(words)
        except UsageError as refused:
            if not can_ask(session):
                raise
            session.console.say(refused.message)
            if refused.hint:
                session.console.say(f"  {refused.hint}")


def _people(
    session: Session, place: Path, known: Sequence[Newcomer] | None
) -> tuple[Newcomer, ...]:
    """Who gets a file: as typed, else who is running this."""
    if known is not None:
        return tuple(known)
    question = "Who is on it? (handles with commas between, you first)"
    return tuple(
        _answer(
            session,
            "--person",
            question,
            _me(place),
            lambda words: newcomers.typed(word for word in words.split(",") if word.strip()),
        )
    )


def _of_history(
    session: Session, place: Path, known: Sequence[Newcomer], *, with_emails: bool
) -> tuple[Newcomer, ...]:
    """Who gets a file: as typed, and whom of the history's people somebody agrees to."""
    taken = [one.handle for one in known]
    authors = Repo(init.standing_folder(place)).people()
    found = newcomers.of_history(authors, taken=taken, with_emails=with_emails)
    return (*known, *_agreed(session, found))


def _agreed(session: Session, found: list[Newcomer]) -> list[Newcomer]:
    """Those of the history's people who belong to the team."""
    for one in found:
        session.console.say(f"{one.handle}: {one.name}")
    if not found or not can_ask(session) or agree(session, f"Add all {len(found)}?", default=True):
        return found
    return [one for one in found if agree(session, f"Add {one.name} as {one.handle}?")]


def _me(place: Path) -> str:
    """Who is running this, as `handle=Name`; empty when git does not know."""
    me = Repo(init.standing_folder(place)).identity()
    found = newcomers.of_history([me] if me else [])
    # A comma would end the name: people are asked for with commas between.
    return f"{found[0].handle}={found[0].name.replace(',', ' ')}" if found else ""


def _titled(place: Path) -> str:
    words = re.sub(r"[-_.]+", " ", place.name).strip()
    return words[:1].upper() + words[1:] or "The team"


def _time_zone(session: Session) -> str:
    """The machine's own, as $TZ or /etc/localtime say; UTC when they do not."""
    said = session.environ.get("TZ", "").removeprefix(":")
    if re.fullmatch(r"UTC|[A-Za-z_]+(/[\w+-]+)+", said):
        return said
    try:
        link = str(Path("/etc/localtime").readlink())
    except OSError:
        return "UTC"
    _, found, zone = link.partition("zoneinfo/")
    return zone if found and "/" in zone else "UTC"
