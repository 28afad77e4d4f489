"""`teamkit skills survey form`."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.parameters import SurveyName
from teamkit.cli.session import Session
from teamkit.knowledge.survey import form, model, views
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    name: SurveyName = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values.")] = False,
) -> None:
    """Print the survey as a form for spreadsheets.

    A cell is a level, 0 to 4, and may say what is wanted: 3m is a 3 that wants more.

    \b
    Examples:
      teamkit skills survey form --csv > survey.csv
      teamkit skills survey import survey.csv
    """
    vocabulary = catalog(session.team)
    round_ = model.running(session.team, vocabulary, name, session.today)
    asked = model.expected(session.people, round_, session.today)
    handles = {person.handle for person in asked}
    rows = [a for a in abilities(session.team, vocabulary) if a.person in handles]
    skills = model.asked(round_, vocabulary, rows)
    cells = form.form(asked, rows, skills, vocabulary, session.today)
    session.show(views.form(cells, as_csv=as_csv))
