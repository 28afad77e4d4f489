"""`teamkit agenda defer`."""

from teamkit.cli.ask import reason
from teamkit.cli.options import writes
from teamkit.cli.parameters import Because, TopicName
from teamkit.cli.session import Session
from teamkit.meetings.topics import add, fates, views
from teamkit.week import outlook


@writes
def command(session: Session, topic: TopicName, because: Because = None) -> None:
    """Take a topic outside the meeting (asynchronously); say where it goes on.

    \b
    Examples:
      teamkit agenda defer acronyms --because "Hana asks in the channel"
    """
    team, people = session.team, session.people
    document, why = add.named(team, topic), reason(session, because)
    done = fates.put_aside(team, people, document, "defer", why)
    looks = outlook.after(done.change, team, people, session.today, done.topic.series)
    session.finish(done.change, views.decided("defer", done), *views.put_aside(done), *looks)
