"""`teamkit solutions show`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import NeedName
from teamkit.cli.session import Session
from teamkit.knowledge.solutions import add, ranges, records, views
from teamkit.knowledge.solutions.read import needs
from teamkit.people.catalog import catalog


@reads
def command(
    session: Session,
    need: NeedName,
) -> None:
    """Show one need: solutions, time, risks, track record.

    The range of each solution says what it rests on, and each risk how often it happened.

    \b
    Examples:
      teamkit solutions show large-uploads
      teamkit solutions show large-uploads --json
    """
    found = add.named(session.team, session.people, need)
    factor = ranges.overall_factor(needs(session.team, session.people))
    (seen,) = records.seen([found], catalog(session.team), factor, session.today)
    session.show(views.solution(seen, factor))
