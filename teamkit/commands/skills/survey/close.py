"""`teamkit skills survey close`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import Regenerate, SurveyName
from teamkit.cli.session import Session
from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.survey import close, model, views
from teamkit.knowledge.survey.demand import in_demand
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    name: SurveyName = None,
    regenerate: Regenerate = False,
) -> None:
    """Close a survey and write its results, without names.

    How many answered, how many people are at each level, what one person alone can do, what is
    wanted most, and what has changed since the round before, from git's history. Run again, it
    brings the results up to date.

    \b
    Examples:
      teamkit skills survey close
      teamkit skills survey close 2026-q4 --dry-run
    """
    team, vocabulary = session.team, catalog(session.team)
    round_ = model.meant(team, vocabulary, name, session.today)
    known, needed = (
        abilities(team, vocabulary),
        in_demand(records(team, vocabulary, session.people)),
    )
    found = close.summed_up(
        team, session.people, vocabulary, known, round_, demand=needed, today=session.today
    )
    change, is_kept = close.close(round_, found, vocabulary, session.today, regenerate=regenerate)
    told = views.closed_told(found, vocabulary, is_kept=is_kept)
    session.finish(change, views.closed(round_, found), *told)
