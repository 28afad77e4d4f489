"""`teamkit proposals`: keep what projects need."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor, stdin
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import find, update, views, views_show
from teamkit.projects.proposals import new as starting
from teamkit.projects.proposals.need import TypedNeed

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Slug = Annotated[
    str,
    typer.Argument(
        metavar="PROPOSAL",
        help="The file's name, a part of it, or the title.",
        autocompletion=complete.records("proposals"),
    ),
]
Missing = Annotated[
    bool | None,
    typer.Option("--missing/--no-missing", help="Record what no need speaks of, as missing."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="2027-02-01, +2w, ...")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]


@app.callback()
def main() -> None:
    """Keep what projects need; send the pack."""


@app.command(cls=Writes)
def new(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What the project is called.")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[-]", help="- reads more about it from stdin.")
    ] = None,
    need: Annotated[
        list[str] | None,
        typer.Option(help="What the client wants, in their words; repeat it.", metavar="WORDS"),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="Who keeps it.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    decider: Annotated[
        str | None,
        typer.Option(help="Who decides.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    start: From = None,
    end: To = None,
    probability: Annotated[
        int | None, typer.Option(help="How likely, in percent.", min=0, max=100)
    ] = None,
    scope: Annotated[str, typer.Option(help="low, medium or high.")] = "",
    risk: Annotated[str, typer.Option(help="low, medium or high.")] = "",
    status: Annotated[str, typer.Option(help="lead, proposal, won, ...")] = "proposal",
    missing: Missing = None,
    edit: Annotated[
        bool, typer.Option("--edit", "-e", help="Open the page in your editor first.")
    ] = False,
) -> None:
    """Record a proposal: one file, its needs linked to what we have for them.

    Words that plainly mean one of the team's needs are linked to it; others are asked about. What
    no need speaks of can be recorded as missing at once.

    \b
    Examples:
      teamkit proposals new "Wreck watch" --need "very large files" --need "count gulls"
      teamkit proposals new "Ferry times" --from 2027-02-01 --to 2027-05-28 --probability 40
    """
    from teamkit.commands.proposals import link

    session: Session = ctx.obj
    terms = starting.Terms(
        status=status,
        owner=session.person(owner) if owner else None,
        decider=session.person(decider) if decider else None,
        starts=session.day(start),
        ends=session.day(end),
        probability=probability,
        scope=scope,
        risk=risk,
    )
    needs = [TypedNeed(words) for words in need or ()]
    stem = starting.check(session.team, title, terms, needs)
    body = _body(session, title, text, edit=edit)
    linked = link.linked(session, needs, missing)
    wanted = starting.draft(
        session.team, catalog(session.team), title, terms, linked.needs, body=body
    )
    page = editor.edit(session, wanted.page, name=f"{stem}.md") if edit else wanted.page
    made = starting.start(session.team, session.people, wanted, page, linked.writes)
    session.finish(made.change, views.started(made, linked.paths), *linked.said(stem))


@app.command(cls=Writes)
def need(
    ctx: typer.Context,
    slug: Slug,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="What the client wants, in their words.")
    ],
    skill: Annotated[str, typer.Option(help="What it takes.", autocompletion=complete.skills)] = "",
    level: Annotated[
        int | None, typer.Option(help="From which level on: 0 ... 4.", min=0, max=4)
    ] = None,
    fte: Annotated[str, typer.Option(metavar="FTE", help="How much: 0.5, 50%, 1.")] = "",
    start: From = None,
    end: To = None,
    solution: Annotated[
        str,
        typer.Option(
            metavar="NEED",
            help="Which need of the team it is.",
            autocompletion=complete.records("solutions"),
        ),
    ] = "",
    missing: Missing = None,
) -> None:
    """Add a need to a proposal; one that is there already takes what is new.

    \b
    Examples:
      teamkit proposals need wreck-watch "a form for divers" --skill react --level 3 --fte 0.5
      teamkit proposals need wreck-watch "a form for divers" --solution forms-with-many-steps
    """
    from teamkit.commands.proposals import link

    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    typed = TypedNeed(words, skill, level, fte, session.day(start), session.day(end))
    linked = link.Linked((typed,))
    if solution:
        linked = link.with_solution(session, typed, solution)
    elif not update.has_need(proposal, words):
        linked = link.linked(session, [typed], missing)
    change = update.set_need(
        session.team, catalog(session.team), proposal, linked.needs[0], linked.writes
    )
    shape = views.needed(proposal, words, linked.paths)
    session.finish(change, shape, *linked.said(proposal.stem))


@app.command(cls=Reads)
def show(ctx: typer.Context, slug: Slug) -> None:
    """Show one proposal: needs, allocation, advice, decision.

    \b
    Examples:
      teamkit proposals show saltmarsh-beacon
      teamkit proposals show saltmarsh --json
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    session.show(views_show.proposal(proposal, catalog(session.team)))


@app.command("list", cls=Reads)
def list_(
    ctx: typer.Context,
    status: Annotated[str, typer.Option(help="lead, proposal, won, running, done or lost.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Those done or lost, too.")] = False,
) -> None:
    """List the proposals that are neither done nor lost.

    \b
    Examples:
      teamkit proposals list
      teamkit proposals list --status won
    """
    session: Session = ctx.obj
    found = update.listed(session.team, session.people, status=status, everything=everything)
    session.show(views.proposals(*found))


@app.command(cls=Writes)
def set_status(
    ctx: typer.Context,
    slug: Slug,
    status: Annotated[
        str,
        typer.Argument(metavar="STATUS", help="lead, proposal, won, running, done or lost."),
    ],
    probability: Annotated[
        int | None, typer.Option(help="How likely, in percent.", min=0, max=100)
    ] = None,
) -> None:
    """Say how a proposal stands, and see what follows.

    \b
    Examples:
      teamkit proposals set-status saltmarsh-beacon won
      teamkit proposals set-status wreck-watch proposal --probability 60
    """
    session: Session = ctx.obj
    proposal = find.named(session.team, session.people, slug)
    changed = update.set_status(proposal, session.people, status, probability=probability)
    shape = views.status_set(changed.proposal)
    session.finish(changed.change, shape, *views.follows(changed.proposal, session.people))


def _body(session: Session, title: str, text: list[str] | None, *, edit: bool) -> str:
    """What stands on stdin, when `-` asks for it."""
    asked = stdin.is_asked_for(title, text, edit=edit, what="title", command="proposals new")
    return stdin.text(session, "What the proposal is about") if asked else ""
