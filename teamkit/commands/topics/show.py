"""`teamkit topics show`."""

from teamkit.cli.options import reads
from teamkit.cli.parameters import TopicName
from teamkit.cli.session import Session
from teamkit.meetings.topics import add, views


@reads
def command(
    session: Session,
    topic: TopicName,
) -> None:
    """Show one topic and the input others gave."""
    document = add.named(session.team, topic)
    session.show(views.topic(add.read(session.team, session.people, document), document.body))
