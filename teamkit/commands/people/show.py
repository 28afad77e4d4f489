"""`teamkit people show`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import Who
from teamkit.cli.session import Session
from teamkit.people import membership, views


@reads
def command(session: Session, person: Who = "@me") -> None:
    """Show one person (default: yourself)."""
    one = session.person(person)
    document = membership.file(session.team, one)
    session.show(views.person(one, session.today, document.body))
