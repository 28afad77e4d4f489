"""`teamkit solutions missing`."""

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import missing, ranges, read, records, views_missing
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog


@reads
def command(session: Session) -> None:
    """List the needs that we cannot safely meet, and why.

    Those without a solution that we own, those one person alone knows, those whose review is
    due; each with who wants to learn what it takes, who could teach it, what would help.

    \b
    Examples:
      teamkit solutions missing
      teamkit solutions missing --json
    """
    vocabulary = catalog(session.team)
    needs = read.needs(session.team, session.people)
    found = missing.lacks(
        needs,
        session.people,
        vocabulary,
        abilities(session.team, vocabulary),
        session.today,
    )
    factor = ranges.overall_factor(needs)
    seen = records.seen((one.need for one in found), vocabulary, factor, session.today)
    session.show(views_missing.missing(found, seen, vocabulary))
