"""`teamkit notes wrap`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.ask import ask, can_ask
from teamkit.cli.options import writes
from teamkit.cli.parameters import listed
from teamkit.cli.session import Session
from teamkit.meetings import archive, calendar
from teamkit.meetings.live import logbook, outcome
from teamkit.meetings.wrapup import from_run, recap, views, wrap
from teamkit.meetings.wrapup.recap import Recap
from teamkit.meetings.wrapup.wrap import Fate
from teamkit.people.person import Person
from teamkit.store import layout

Titles = list[str] | None

_KEYS = {"c": "carry", "p": "park", "a": "async", "d": "drop"}


@writes
def command(
    session: Session,
    series: Annotated[
        str | None,
        typer.Argument(
            metavar="[SERIES]",
            help="The meeting (default: the last one).",
            autocompletion=complete.series,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="Of which day; else today's, or the last not wrapped yet."
        ),
    ] = None,
    present: Annotated[
        Titles,
        listed(
            metavar="PERSON",
            what="Attendees (default: everyone expected and not away, or quoted)",
            autocompletion=complete.people,
        ),
    ] = None,
    regrets: Annotated[
        Titles,
        listed(
            metavar="PERSON",
            what="People who could not come (those away need not be named)",
            autocompletion=complete.people,
        ),
    ] = None,
    notes_by: Annotated[
        Titles,
        listed(
            metavar="PERSON",
            what="Note-takers, if not those named in the notes",
            autocompletion=complete.people,
        ),
    ] = None,
    carry: Annotated[
        Titles, typer.Option(metavar="TOPIC", help="Keep it for the next time.")
    ] = None,
    park: Annotated[Titles, typer.Option(metavar="TOPIC", help="Park it.")] = None,
    async_: Annotated[
        Titles, typer.Option("--async", metavar="TOPIC", help="Handle it outside the meeting.")
    ] = None,
    drop: Annotated[Titles, typer.Option(metavar="TOPIC", help="Drop it.")] = None,
    because: Annotated[
        str, typer.Option(metavar="TEXT", help="Why topics are parked, handled outside or dropped.")
    ] = "",
) -> None:
    """Close a meeting: settle its topics, commit its notes.

    It fills in who was there where the notes do not say, marks topics as discussed, and says who
    has which role next. Topics that were not reached are carried on, unless you say otherwise. What
    was typed into the notes by hand is part of the commit.

    \b
    Examples:
      teamkit notes wrap
      teamkit notes wrap friday --date 2026-12-04 --regrets fay
      teamkit notes wrap --notes-by ben
      teamkit notes wrap --park "storage limits" --because "waits for the price"
    """
    meetings = archive.Meetings(session.team, session.people)
    one = wrap.choose(meetings, series, session.day(date), session.today)
    from_run.refuse_running(session.team.repo.common_dir(), one)
    found = calendar.series_named(session.team.config, one.series)
    events = logbook.events(session.team.repo.common_dir(), layout.dated(one.day, found.slug))
    ran = outcome.outcome(events)
    one = wrap.filled(
        meetings,
        one,
        present=_people(session, present),
        regrets=_people(session, regrets) or (),
        notes_by=_people(session, notes_by) or (),
        outcome=ran,
    )
    told = recap.recap(meetings, found, one)
    asked = {"carry": carry or (), "park": park or (), "async": async_ or (), "drop": drop or ()}
    decided = wrap.put_off(told, ran) | wrap.fates(told, asked, because)
    decided |= _asked(session, told, decided, because)
    change = wrap.wrap(meetings, told, decided, ran)
    gone = from_run.lost(one, ran)
    shape = views.wrapped(told, decided, session.people, change, gone)
    session.finish(change, shape, *views.wrapped_told(told, ran, gone), whole=(one.path,))


def _people(session: Session, typed: Titles) -> list[Person] | None:
    """The people named; None where the option was not given."""
    if typed is None:
        return None
    return [session.person(name) for name in typed]


def _asked(
    session: Session, told: Recap, decided: dict[str, Fate], because: str
) -> dict[str, Fate]:
    """What a person at the terminal wants to become of the topics that were not reached."""
    found: dict[str, Fate] = {}
    waiting = [topic for topic in told.missed if topic.path not in decided]
    if not waiting or not can_ask(session):
        return found
    session.tell(views.said(told, session.people))
    for topic in waiting:
        question = f"Not reached: {topic.title}. Carry on, park, async or drop? (c/p/a/d)"
        key = ""
        while key not in _KEYS:
            key = ask(session, question, "--carry TOPIC", default="c").lower()[:1]
        reason = because
        if key != "c" and not because:
            reason = ask(session, "Because", "--because REASON", default="")
        found[topic.path] = wrap.fate(told, _KEYS[key], reason)
    return found
