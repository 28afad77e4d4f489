"""`teamkit solutions for`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import match, ranges, records, views
from teamkit.knowledge.solutions.read import needs
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="TEXT", help="As the client says it.")],
) -> None:
    """Find solutions for a client's words.

    Needs are found by title, tag, solution, skill and text; case and accents do not matter.

    \b
    Examples:
      teamkit solutions for "big files from a boat"
      teamkit solutions for maps offline --json
    """
    vocabulary = catalog(session.team)
    found = match.find(session.team, session.people, vocabulary, " ".join(words))
    factor = ranges.overall_factor(needs(session.team, session.people))
    seen = records.seen((one.need for one in found), vocabulary, factor, session.today)
    session.show(views.found(found, seen, factor))
