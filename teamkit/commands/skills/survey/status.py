"""`teamkit skills survey status`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import SurveyName
from teamkit.cli.session import Session
from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.survey import model, views
from teamkit.knowledge.survey.demand import in_demand
from teamkit.knowledge.survey.turnout import turnout
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(session: Session, name: SurveyName = None) -> None:
    """Show who has answered, with a reminder to send.

    \b
    Examples:
      teamkit skills survey status
      teamkit skills survey status 2026-q4 --json
    """
    vocabulary = catalog(session.team)
    round_ = model.meant(session.team, vocabulary, name, session.today)
    asked = model.expected(session.people, round_, session.today)
    known = abilities(session.team, vocabulary)
    told = turnout(
        round_,
        asked,
        known,
        vocabulary,
        demand=in_demand(records(session.team, vocabulary, session.people)),
        today=session.today,
        stale_after=session.team.config.stale_after,
    )
    session.show(views.status(round_, told))
