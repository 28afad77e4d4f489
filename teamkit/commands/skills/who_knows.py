"""`teamkit skills who-knows`."""

from typing import Annotated

import typer

from teamkit import gather
from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views, who_knows
from teamkit.people.abilities import abilities_of
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="A skill, its title or an alias; or words to look for.",
            autocompletion=complete.skills,
        ),
    ],
) -> None:
    """Show who to ask about a topic, and why.

    By their own answer, how fresh it is, and what the files show; each with its file and line.
    Words that are no skill are looked for in topics, notes and solutions.

    \b
    Examples:
      teamkit skills who-knows postgis
      teamkit skills who-knows "large file uploads"
      teamkit skills who-knows iac --json
    """
    vocabulary = catalog(session.team)
    team, people = session.team, session.people
    sources = who_knows.Sources(
        abilities=lambda words: abilities_of(team, vocabulary, words),
        evidence=lambda words: gather.evidence(team, people, session.today, words),
        passages=lambda words: gather.passages(team, people, words),
    )
    found = who_knows.who_knows(vocabulary, people, topic, session.today, sources)
    session.show(views.who_knows(found, vocabulary, session.people))
