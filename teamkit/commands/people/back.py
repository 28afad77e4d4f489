"""`teamkit people back`."""

from teamkit.cli.options import writes
from teamkit.cli.parameters import Who
from teamkit.cli.session import Session
from teamkit.people import membership, views


@writes
def command(session: Session, person: Who = "@me") -> None:
    """Record that somebody is back early."""
    one = session.person(person)
    document = membership.file(session.team, one)
    change = membership.back(document, one, session.today)
    session.finish(change, views.written("back", one.path))
