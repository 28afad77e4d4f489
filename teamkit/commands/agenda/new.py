"""`teamkit agenda new`."""

from teamkit import dues
from teamkit.cli.options import writes
from teamkit.cli.parameters import Day, Regenerate, SeriesName
from teamkit.cli.session import Session
from teamkit.meetings import archive
from teamkit.meetings.agendas import new, prepare, views_prepared
from teamkit.week import outlook


@writes
def command(
    session: Session,
    series: SeriesName = None,
    date: Day = None,
    regenerate: Regenerate = False,
) -> None:
    """Create or update the agenda.

    Run it again to update the blocks it wrote. A block that somebody edited is left alone, and a
    message says so.

    \b
    Examples:
      teamkit agenda new
      teamkit agenda new friday --date 2026-12-04
    """
    meetings = archive.Meetings(session.team, session.people)
    one, day = meetings.meant(series, session.day(date), session.today)
    reviews = dues.reviews(session.team, session.people, day)
    prepared = prepare.prepare(meetings, one, day)._replace(reviews=tuple(reviews))
    change, kept = new.new_agenda(session.team, prepared, regenerate=regenerate)
    path = prepared.standing.path if prepared.standing else change.writes[0].path
    shape = views_prepared.prepared(prepared, path, kept)
    said = views_prepared.explained(prepared, session.people, kept)
    said += outlook.of(prepared, session.team, session.people, session.today)
    session.finish(change, shape, *map(str, one.findings), *said)
