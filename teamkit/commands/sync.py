"""`teamkit sync`: share with the team."""

import typer

from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.sharing import sync, views

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("sync", cls=Writes)
def main(ctx: typer.Context) -> None:
    """Share with the team: fetch, merge, push.

    Only what is committed, and only when it fits together; anything else stops with nothing
    touched, and says what to do.

    \b
    Examples:
      teamkit sync
      teamkit sync --dry-run
    """
    session: Session = ctx.obj
    done = sync.outlook(session.team) if session.dry_run else sync.sync(session.team)
    session.show(views.synced(done, known=session.dry_run))
    for sentence in views.unsaved(done):
        session.console.say(sentence)
