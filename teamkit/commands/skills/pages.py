"""`teamkit skills`: find out who knows what; say what you know."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Reads, Writes
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views
from teamkit.knowledge.skills import who_knows as knowing
from teamkit.people.abilities import abilities, abilities_of, read_abilities
from teamkit.people.catalog import catalog

app = typer.Typer(rich_markup_mode=None, add_completion=False)

SkillName = Annotated[
    str, typer.Argument(metavar="SKILL", help="Its name or alias.", autocompletion=complete.skills)
]


@app.callback()
def main() -> None:
    """Find out who knows what; say what you know."""


@app.command(cls=Reads)
def who_knows(
    ctx: typer.Context,
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="A skill, its title or an alias; or words to look for.",
            autocompletion=complete.skills,
        ),
    ],
) -> None:
    """Say who to ask about TOPIC, who is next, and who wants to learn it.

    By their own answer, how fresh it is, and what the files show; each with its file and line.
    Words that are no skill are looked for in topics, notes and solutions.

    \b
    Examples:
      teamkit skills who-knows postgis
      teamkit skills who-knows "large file uploads"
      teamkit skills who-knows iac --json
    """
    from teamkit import gather

    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    team, people = session.team, session.people
    sources = knowing.Sources(
        abilities=lambda words: abilities_of(team, vocabulary, words),
        evidence=lambda words: gather.evidence(team, people, session.today, words),
        passages=lambda words: gather.passages(team, people, words),
    )
    found = knowing.who_knows(vocabulary, people, topic, session.today, sources)
    session.show(views.who_knows(found, vocabulary, session.people))


@app.command("set", cls=Writes)
def set_(
    ctx: typer.Context,
    skill: SkillName,
    level: Annotated[
        int, typer.Argument(metavar="LEVEL", help="0 not yet ... 4 I can teach it.", min=0, max=4)
    ],
    want: Annotated[
        str | None, typer.Option(help="more, keep or less of it.", metavar="WANT")
    ] = None,
    note: Annotated[str | None, typer.Option(help="A few words.")] = None,
    new: Annotated[
        bool, typer.Option("--new", help="A skill that is not in the catalog, whatever is close.")
    ] = False,
) -> None:
    """Say how well you know a skill: one row of your own table changes.

    \b
    Examples:
      teamkit skills set postgis 3
      teamkit skills set terraform 1 --want more
    """
    from teamkit.knowledge.skills import set as actions

    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    known = abilities(session.team, vocabulary)
    slug = actions.skill_to_set(vocabulary, known, skill, is_new=new)
    me = session.person("@me")
    names = vocabulary.names(slug)
    change = actions.set_skill(session.team, me, names, level, session.today, want=want, note=note)
    path = session.team.path("skills", me.handle)
    shape = views.was_set(path, slug, level)
    session.finish(change, shape, f"{vocabulary.title(slug)}: {level} {vocabulary.levels[level]}.")


@app.command(cls=Reads)
def show(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="[PERSON]", autocompletion=complete.people)
    ] = "@me",
) -> None:
    """Show one person's skills; without a name, your own."""
    session: Session = ctx.obj
    one = session.person(person)
    vocabulary = catalog(session.team)
    document = session.team.document("skills", one.handle)
    own = read_abilities(document, vocabulary) if document else []
    session.show(views.person(one.name, own, vocabulary))


@app.command("list", cls=Reads)
def list_(ctx: typer.Context) -> None:
    """List the skills people may be asked about, and what the levels mean.

    \b
    Examples:
      teamkit skills list
      teamkit skills list --json
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    session.show(views.levels(vocabulary, abilities(session.team, vocabulary)))
