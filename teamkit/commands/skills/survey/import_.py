"""`teamkit skills survey import`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.questions import data
from teamkit.cli.session import Session
from teamkit.knowledge.survey import csv_import, sheet, views
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file; - for stdin.")],
) -> None:
    """Import answers from a CSV file.

    One column per skill, as the form has it, or one row per answer: Person, Skill, Level, Want,
    Updated. Comma, semicolon or tab. Only what differs, or is newer, changes; empty cells never do.
    What does not fit is said, with its line, and the rest is taken over: the status is 0.

    \b
    Examples:
      teamkit skills survey import survey.csv
      teamkit skills survey import answers.csv --dry-run
    """
    vocabulary = catalog(session.team)
    found = csv_import.import_answers(
        session.team,
        session.people,
        vocabulary,
        abilities(session.team, vocabulary),
        sheet.read(file, data(session, file)),
        today=session.today,
    )
    session.finish(found.change, views.imported(found), *views.imported_told(found))
