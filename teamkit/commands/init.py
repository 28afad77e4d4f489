"""`teamkit init`: start a team repository here."""

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from teamkit.cli.ask import agree, ask, can_ask
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.config import FILE
from teamkit.errors import UsageError
from teamkit.output.shapes import Lines
from teamkit.repo import Repo
from teamkit.sharing import newcomers, site, start
from teamkit.sharing.newcomers import Newcomer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("init", cls=Writes)
def main(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="An empty folder or a git repository."),
    ] = Path(),
    name: Annotated[str | None, typer.Option(help="How the team is called.")] = None,
    timezone: Annotated[str | None, typer.Option(help="For instance Europe/Madrid.")] = None,
    area: Annotated[
        list[str] | None, typer.Option(metavar="AREA", help="A part of the team; may be repeated.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="The day of the weekly meeting: fri.")] = None,
    start_: Annotated[
        str | None, typer.Option("--start", metavar="TIME", help="When it starts: 13:00.")
    ] = None,
    minutes: Annotated[int | None, typer.Option(help="How long it takes.")] = None,
    root: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the team's folders below DIR: _docs.")
    ] = None,
    person: Annotated[
        list[str] | None,
        typer.Option(metavar="HANDLE[=NAME]", help="Who is on the team; may be repeated."),
    ] = None,
    people_from_git: Annotated[
        bool, typer.Option("--people-from-git", help="Propose the people of the history.")
    ] = False,
    with_emails: Annotated[
        bool, typer.Option("--with-emails", help="Keep their addresses too; ask them first.")
    ] = False,
) -> None:
    """Start a team repository here.

    Asks a few questions; each has a flag. What stands already is not touched, and run twice it
    changes nothing.

    \b
    Examples:
      teamkit init
      teamkit init --no-input --name "Backend team" --person ana="Ana Costa" --person ben
    """
    session: Session = ctx.obj
    place = Path(os.path.normpath(session.start / folder))
    standing = start.standing(place)
    if standing is not None:
        settings = os.path.relpath(standing.folder / FILE, session.start)
        session.show(_shape(settings))
        session.console.say(f"{standing.config.name} stands already; nothing was changed.")
        session.remind(standing.half_done())
        return
    here = site.look(place, root if root is not None else _root(session, place))
    answers = start.Answers(
        name=_answer(session, name, "--name", "What is the team called?", _titled(place)),
        timezone=_answer(session, timezone, "--timezone", "Which time zone?", _time_zone(session)),
        areas=_areas(session, area),
        day=_answer(session, day, "--day", "On which day is the weekly meeting?", "friday"),
        start=_answer(session, start_, "--start", "When does it start?", "13:00"),
        minutes=_minutes(session, minutes),
        people=_people(session, place, person, people_from_git, with_emails),
    )
    team, change = start.plan(place, answers, here)
    if not session.dry_run:
        start.prepare(place)
    session.team = team
    path = os.path.relpath(place / FILE, session.start)
    shown = os.path.relpath(place, session.start)
    session.finish(change, _shape(path), *start.next_commands(shown, answers.people))


def _shape(path: str) -> Lines:
    return Lines("init", (path,), ({"path": path},))


def _answer(session: Session, given: str | None, flag: str, question: str, default: str) -> str:
    return given if given is not None else ask(session, question, flag, default=default)


def _areas(session: Session, given: list[str] | None) -> tuple[str, ...]:
    words = given
    if words is None:
        question = "Which areas does it have? (with commas between; none: Enter)"
        words = ask(session, question, "--area", default="").split(",")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def _minutes(session: Session, given: int | None) -> int:
    if given is not None:
        return given
    words = ask(session, "How many minutes does it take?", "--minutes", default="60")
    if not words.isdecimal():
        raise UsageError(f"'{words}' is no number of minutes.", hint="--minutes 60")
    return int(words)


def _root(session: Session, place: Path) -> str | None:
    """Where the team's folders go; asked only where a site stands already."""
    found = site.look(place).root
    if found == "." or not can_ask(session):
        return None
    return ask(session, "In which folder of the site?", "--root", default=found)


def _people(
    session: Session,
    place: Path,
    given: list[str] | None,
    from_git: bool,
    with_emails: bool,
) -> tuple[Newcomer, ...]:
    """Who gets a file: as typed, as the history knows them, else who is running this."""
    people = newcomers.typed(given or ())
    if from_git and start.is_in_git(place):
        taken = [one.handle for one in people]
        authors = Repo(start.standing_folder(place)).people()
        found = newcomers.of_history(authors, taken=taken, with_emails=with_emails)
        return (*people, *_agreed(session, found))
    if given is None:
        question = "Who is on it? (handles with commas between, you first)"
        words = ask(session, question, "--person", default=_me(place))
        people = newcomers.typed(word for word in words.split(",") if word.strip())
    return tuple(people)


def _agreed(session: Session, found: list[Newcomer]) -> list[Newcomer]:
    """Those of the history's people who belong to the team."""
    for one in found:
        session.console.say(f"{one.handle}: {one.name}")
    if not found or not can_ask(session) or agree(session, f"Add all {len(found)}?", default=True):
        return found
    return [one for one in found if agree(session, f"Add {one.name} as {one.handle}?")]


def _me(place: Path) -> str:
    """Who is running this, as `handle=Name`; empty when git does not know."""
    me = Repo(start.standing_folder(place)).identity()
    found = newcomers.of_history([me] if me else [])
    return f"{found[0].handle}={found[0].name}" if found else ""


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
