"""`teamkit skills matrix|gaps|learn|growth`: the map, for finding and learning."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import demand, views_map
from teamkit.knowledge.skills import gaps as missing
from teamkit.knowledge.skills import growth as history
from teamkit.knowledge.skills import learn as learning
from teamkit.knowledge.skills import matrix as maps
from teamkit.knowledge.skills.set import skill_named
from teamkit.knowledge.skills.views import NO_APPRAISAL
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.people.person import Person

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Areas = Annotated[
    list[str] | None,
    typer.Option("--area", metavar="AREA", help="Only who works there; repeat it."),
]


@app.command(cls=Reads)
def matrix(
    ctx: typer.Context,
    area: Areas = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL", help="Only this one; repeat it.", autocompletion=complete.skills
        ),
    ] = None,
    people: Annotated[
        str, typer.Option(metavar="ANA,BEN", help="Only these people, with commas between.")
    ] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV, for spreadsheets.")] = False,
) -> None:
    """Show the map: skills down, people across, what each says of themselves.

    Each cell is a level; + is somebody who wants more of it, blank is no answer yet.

    \b
    Examples:
      teamkit skills matrix --area backend
      teamkit skills matrix --skill postgis --skill raster --people ana,hana
      teamkit skills matrix --csv > skills.csv
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    members = _members(session, area)
    named = [session.person(name.strip()) for name in people.split(",") if name.strip()]
    found = maps.matrix(
        vocabulary,
        maps.only(members, named, session.today),
        abilities(session.team, vocabulary),
        session.today,
        skills=skill or (),
    )
    if csv and not session.json:
        session.show(views_map.csv(found, vocabulary))
        session.tell([NO_APPRAISAL])
    else:
        session.show(views_map.matrix(found, vocabulary), NO_APPRAISAL)


@app.command(cls=Reads)
def gaps(ctx: typer.Context, area: Areas = None) -> None:
    """Show the skills that are needed and that one person alone, or nobody, can do.

    Needed is what solutions, talks, guidelines and proposals name, and what the catalog marks
    with `wanted: true`. Each gap says what would help.

    \b
    Examples:
      teamkit skills gaps
      teamkit skills gaps --area backend --json
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    found = missing.gaps(
        vocabulary,
        _members(session, area),
        abilities(session.team, vocabulary),
        demand.records(session.team, vocabulary, session.people),
        today=session.today,
        others=maps.members(session.people, session.today),
    )
    session.show(views_map.gaps(found), NO_APPRAISAL)


@app.command(cls=Reads)
def learn(
    ctx: typer.Context,
    skill: Annotated[
        str,
        typer.Argument(
            metavar="[SKILL]",
            help="Its name or alias; without it, all you want more of.",
            autocompletion=complete.skills,
        ),
    ] = "",
) -> None:
    """Show who can teach a skill, who wants to learn it, and what there is to read.

    \b
    Examples:
      teamkit skills learn
      teamkit skills learn postgis
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    known = abilities(session.team, vocabulary)
    me = "" if skill else session.person("@me").handle
    own = [ability for ability in known if ability.person == me]
    skills = [skill_named(vocabulary, known, skill)] if skill else learning.wanted(own)
    named = demand.records(session.team, vocabulary, session.people)
    found = learning.lessons(
        vocabulary,
        skills,
        maps.members(session.people, session.today),
        known,
        learning.to_read(session.team, vocabulary, skills, named, session.today),
        today=session.today,
        without=me,
    )
    session.show(views_map.lessons(found, vocabulary), NO_APPRAISAL)


@app.command(cls=Reads)
def growth(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="[@me]", hidden=True)] = "@me",
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="2026-06-01; else from the start.")
    ] = None,
) -> None:
    """Show how your own answers changed over time; yours alone.

    \b
    Examples:
      teamkit skills growth
      teamkit skills growth --since 2026-06-01
    """
    session: Session = ctx.obj
    me = session.person("@me")
    history.check_own(me, session.person(person))
    vocabulary = catalog(session.team)
    path = session.team.path("skills", me.handle)
    document = session.team.document("skills", me.handle)
    kept = history.versions(
        path,
        session.team.repo.versions(path),
        document,
        session.today,
        vocabulary,
    )
    found = history.growth(kept, session.past_day(since))
    session.show(views_map.growth(found, vocabulary), NO_APPRAISAL)


def _members(session: Session, areas: list[str] | None) -> list[Person]:
    """Everybody, or who works in one of *areas*."""
    known = session.team.config.areas
    return maps.members(session.people, session.today, areas or (), known)
