"""`teamkit solutions review`."""

from typing import Annotated

import typer

from teamkit.cli.options import writes
from teamkit.cli.parameters import NeedName
from teamkit.cli.session import Session
from teamkit.errors import UsageError
from teamkit.knowledge.solutions import review, views_record


@writes
def command(
    session: Session,
    need: NeedName,
    in_: Annotated[
        str, typer.Option("--in", metavar="SPAN", help="When again: '6 months', '90 days'.")
    ] = "",
    next_: Annotated[
        str | None, typer.Option("--next", metavar="DAY", help="On which day again.")
    ] = None,
) -> None:
    """Mark a need as reviewed, and plan the next review.

    Of solutions and guidelines together at most two come back in one week (`reviews_a_week` in
    teamkit.yml); where a week is full, the nearest with room is taken.

    \b
    Examples:
      teamkit solutions review sign-in
      teamkit solutions review sign-in --in "3 months"
    """
    if in_ and next_:
        raise UsageError("Both --in and --next say when.", hint="Leave one of them out")
    done = review.review(
        session.team, session.people, need, session.today, span=in_, day=session.day(next_)
    )
    session.finish(done.change, views_record.reviewed(done), *views_record.next_time(done))
