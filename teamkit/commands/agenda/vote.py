"""`teamkit agenda vote`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.parameters import TopicName
from teamkit.cli.session import Session
from teamkit.meetings.topics import add, fates, views
from teamkit.week import outlook


@writes
def command(
    session: Session,
    topic: TopicName,
    by: Annotated[
        str,
        typer.Option(
            help="Who votes (default: you).", metavar="PERSON", autocompletion=complete.people
        ),
    ] = "@me",
    un: Annotated[bool, typer.Option("--un", help="Withdraw the vote.")] = False,
) -> None:
    """Vote for a topic you want to hear about.

    \b
    Examples:
      teamkit agenda vote webhooks
      teamkit agenda vote webhooks --by goran
      teamkit agenda vote webhooks --un
    """
    person = session.person(by)
    document = add.named(session.team, topic)
    done = fates.vote(session.team, session.people, document, person, un=un)
    looks = outlook.after(
        done.change, session.team, session.people, session.today, done.topic.series
    )
    said = views.voted(done, person.first_name, un=un)
    session.finish(done.change, views.decided("vote", done), *said, *looks)
