"""`teamkit skills show`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views
from teamkit.people.abilities import read_abilities
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    person: Annotated[
        str, typer.Argument(metavar="[PERSON]", autocompletion=complete.people)
    ] = "@me",
) -> None:
    """Show one person's skills (default: your own)."""
    one = session.person(person)
    vocabulary = catalog(session.team)
    document = session.team.document("skills", one.handle)
    own = read_abilities(document, vocabulary) if document else []
    session.show(views.person(one.name, own, vocabulary))
