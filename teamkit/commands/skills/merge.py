"""`teamkit skills merge`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.session import Session
from teamkit.knowledge.skills import merge, views_vocabulary
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="What goes: a skill, or a word in tables.",
            autocompletion=complete.skills,
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="What stays.", autocompletion=complete.skills),
    ],
) -> None:
    """Merge two names of one skill, in everybody's files.

    Rows say NEW's title; where somebody has both, the newer answer stays and the notes are
    joined. OLD's names become aliases of NEW. One commit, and stderr says whose rows change.

    \b
    Examples:
      teamkit skills merge "vector tile" vector-tiles --dry-run
      teamkit skills merge iac terraform
    """
    words = catalog(session.team)
    done = merge.merge(session.team, words, abilities(session.team, words), old, new)
    said = views_vocabulary.told(done, session.people)
    session.finish(done.change, views_vocabulary.merged(done), *said)
