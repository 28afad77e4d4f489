"""`teamkit allocation suggest|why|agree|decline`: who could work on what."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.errors import UnknownError
from teamkit.people.person import Person
from teamkit.projects.allocation import agree as answering
from teamkit.projects.allocation import locks as wishing
from teamkit.projects.allocation import problem, views
from teamkit.projects.allocation import suggest as suggesting
from teamkit.projects.allocation import why as why_not
from teamkit.projects.allocation import write as filling
from teamkit.projects.allocation.records import PLANNING
from teamkit.projects.allocation.suggest import Suggestion
from teamkit.projects.proposals import find
from teamkit.projects.proposals.model import Proposal
from teamkit.projects.proposals.read import proposals

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Slug = Annotated[
    str,
    typer.Argument(
        metavar="PROPOSAL",
        help="The file's name, a part of it, or the title.",
        autocompletion=complete.records("proposals"),
    ),
]
Volunteers = Annotated[
    str, typer.Option(metavar="ANA,BEN", help="Who would take a part, with commas between.")
]
Locks = Annotated[
    list[str] | None,
    typer.Option("--lock", metavar="ana=main", help="NEED:ana=support too; repeat it."),
]
Most = Annotated[
    int | None,
    typer.Option(metavar="PERCENT", help="Of a week, for one part; else 80.", min=10, max=100),
]
Who = Annotated[
    str,
    typer.Argument(metavar="[PERSON]", help="Else you.", autocompletion=complete.people),
]
NeedName = Annotated[
    str, typer.Argument(metavar="[NEED]", help="Its title or a part; else the only one open.")
]


@app.callback()
def main() -> None:
    """Suggest who could work on what."""


@app.command(cls=Writes)
def suggest(
    ctx: typer.Context,
    slug: Slug,
    volunteers: Volunteers = "",
    lock: Locks = None,
    max_part: Most = None,
    write: Annotated[
        bool, typer.Option("--write", help="Fill the table, with state suggested.")
    ] = False,
) -> None:
    """Suggest a main person and a support for every need, with the reasons.

    By level and evidence, who wants to learn, time free by month, and who volunteered; what is
    agreed stays. Nothing is decided: people answer with agree or decline.

    \b
    Examples:
      teamkit allocation suggest saltmarsh-beacon
      teamkit allocation suggest saltmarsh --lock "Tide map:ana=main" --volunteers hana
      teamkit allocation suggest saltmarsh --write
    """
    session: Session = ctx.obj
    found = _suggestion(session, slug, volunteers, lock, max_part)
    if write:
        change = filling.filled(found, session.people.resolve)
        session.finish(change, views.written(found), *views.remarks(found))
    else:
        session.show(views.suggested(found), *views.remarks(found))


@app.command(cls=Reads)
def why(
    ctx: typer.Context,
    slug: Slug,
    person: Annotated[str, typer.Argument(metavar="PERSON", autocompletion=complete.people)],
    volunteers: Volunteers = "",
    lock: Locks = None,
    max_part: Most = None,
) -> None:
    """Say for every need why PERSON is proposed or not, and what would change with them.

    \b
    Examples:
      teamkit allocation why saltmarsh-beacon ben
    """
    session: Session = ctx.obj
    one = session.person(person)
    found = _suggestion(session, slug, volunteers, lock, max_part)
    reasons = why_not.why(found, one)
    session.show(views.why(reasons, one.handle, found.asked.proposal.stem), PLANNING)


@app.command(cls=Writes)
def agree(ctx: typer.Context, slug: Slug, person: Who = "@me", need: NeedName = "") -> None:
    """Say that you take the part: its row becomes agreed.

    \b
    Examples:
      teamkit allocation agree saltmarsh-beacon
      teamkit allocation agree saltmarsh-beacon "Tide map"
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    one, title = _who_and_what(session, proposal, person, need)
    answer = answering.agreed(proposal, one, title)
    over = answering.overloads(proposals(session.team, session.people), proposal, one, answer)
    said = (*answering.for_another(one, session.me, proposal, answer), *over)
    session.finish(answer.change, views.answered(answer, proposal.stem), *said)


@app.command(cls=Writes)
def decline(
    ctx: typer.Context,
    slug: Slug,
    person: Who = "@me",
    need: NeedName = "",
    because: Annotated[
        str, typer.Option(help="Why, when you want to say it; it stands below the table.")
    ] = "",
) -> None:
    """Say that you do not take the part; nobody will propose you for that need again.

    \b
    Examples:
      teamkit allocation decline saltmarsh-beacon
      teamkit allocation decline saltmarsh "Running it" --because "not at night"
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    one, title = _who_and_what(session, proposal, person, need)
    answer = answering.declined(proposal, one, title, because)
    said = answering.for_another(one, session.me, proposal, answer)
    session.finish(answer.change, views.answered(answer, proposal.stem), *said)


def _suggestion(
    session: Session, name: str, volunteers: str, locks: list[str] | None, most: int | None
) -> Suggestion:
    """The suggestion that was asked for."""
    proposal = find.named(session.team, session.people, name)
    wishes = wishing.wishes(proposal, volunteers, locks or (), most, session.person)
    asked = problem.of_team(session.team, session.people, proposal, wishes, session.today)
    return suggesting.suggestion(asked)


def _who_and_what(
    session: Session, proposal: Proposal, person: str, need: str
) -> tuple[Person, str]:
    """Whose answer it is, and for which need; one word that is nobody's name is the need."""
    try:
        return session.person(person), need
    except UnknownError:
        if need or not answering.is_need(proposal, person):
            raise
        return session.person("@me"), person
