"""`teamkit proposals pack`."""

from typing import Annotated

import typer

from teamkit import gather
from teamkit.check import places
from teamkit.cli.options import writes
from teamkit.cli.parameters import Out, ProposalName, Regenerate
from teamkit.cli.session import Session
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.projects.proposals import find, pack, pack_page, views_pack
from teamkit.projects.proposals.skills_needed import staffing


@writes
def command(
    session: Session,
    slug: ProposalName,
    option: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NEED=SOLUTION", help="Another solution than the row says; can be repeated."
        ),
    ] = None,
    out: Out = None,
    regenerate: Regenerate = False,
) -> None:
    """Print one page to send: solutions, time, risks, people.

    It prints Markdown. Of each need's solutions the first one counts, unless its row or --option
    says otherwise. With --out it goes into a page, between two comments; run again, what stands
    between them is brought up to date and the rest stays.

    \b
    Examples:
      teamkit proposals pack saltmarsh-beacon
      teamkit proposals pack saltmarsh --option "Tide map=tiles from" > saltmarsh.md
      teamkit proposals pack saltmarsh --out docs/saltmarsh.md
    """
    team, people = session.team, session.people
    proposal, vocabulary = find.named(team, people, slug), catalog(team)
    (path,) = places.inside(team, session.start, [out]) if out is not None else ("",)
    found = pack.pack(
        proposal,
        gather.offers(team, people),
        gather.spread(team, people),
        staffing(proposal, vocabulary, people, abilities(team, vocabulary), session.today),
        option or (),
    )
    reader = pack_page.Audience(people, vocabulary, session.today, path)
    if out is None:
        session.show(views_pack.pack(found, reader))
        session.tell(views_pack.told(found))
        return
    text = pack_page.page(found, reader)
    made = pack.written(team, path, pack_page.title(found), text, regenerate=regenerate)
    shape = views_pack.written(found, made)
    told = (*views_pack.told(found), *made.told)
    session.finish(made.change, shape, *told, later=f"teamkit save {path}")
