"""`teamkit agenda park`."""

from teamkit.cli.ask import reason
from teamkit.cli.options import writes
from teamkit.cli.parameters import Because, TopicName
from teamkit.cli.session import Session
from teamkit.meetings.topics import add, fates, views
from teamkit.week import outlook


@writes
def command(session: Session, topic: TopicName, because: Because = None) -> None:
    """Park a topic until somebody keeps it.

    \b
    Examples:
      teamkit agenda park webhooks --because "the contract is signed in January"
    """
    team, people = session.team, session.people
    document, why = add.named(team, topic), reason(session, because)
    done = fates.put_aside(team, people, document, "park", why)
    looks = outlook.after(done.change, team, people, session.today, done.topic.series)
    session.finish(done.change, views.decided("park", done), *views.put_aside(done), *looks)
