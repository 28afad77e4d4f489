"""`teamkit skills survey answer`."""

from contextlib import suppress
from typing import Annotated

import typer

from teamkit.cli import signals
from teamkit.cli.options import writes
from teamkit.cli.parameters import SurveyName
from teamkit.cli.questions import End, ask_each, refuse_silence
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus
from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.survey import model, views
from teamkit.knowledge.survey.answer import OPENING
from teamkit.knowledge.survey.demand import in_demand
from teamkit.knowledge.survey.interview import sit
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    name: SurveyName = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every skill, also what you answered lately.")
    ] = False,
    no_enter: Annotated[
        bool, typer.Option("--no-enter", help="One key settles each question: no Enter after it.")
    ] = False,
) -> int:
    """Answer the survey: at most 12 short questions.

    One key per skill: 0 to 4, with m, k or l to want more, keep or less of it, as in m3. Enter
    keeps your last answer and stamps the day, - skips, q stops. Each answer is written into your
    own file at once, whatever happens next, and all are committed at the end, with what you
    changed there by hand. Editing skills/HANDLE.md yourself is just as good.

    \b
    Examples:
      teamkit skills survey answer
      teamkit skills survey answer --all --no-enter
    """
    me = session.person("@me")
    refuse_silence(session, "what do you know?", "teamkit skills set SKILL LEVEL")
    vocabulary = catalog(session.team)
    round_ = model.running(session.team, vocabulary, name, session.today)
    needed = in_demand(records(session.team, vocabulary, session.people))
    seat = sit(
        session.team,
        vocabulary,
        round_,
        me,
        demand=needed,
        today=session.today,
        every=every,
        dry_run=session.dry_run,
    )
    session.tell(views.greeting(round_, len(seat.questions), vocabulary))
    end = ask_each(session, seat.prompts, seat.hear, opening=OPENING if no_enter else "")
    if end is End.INTERRUPTED:
        with suppress(OSError):  # the terminal may be gone
            session.tell(views.kept(seat.path, seat.answers))
        return signals.status()
    told = views.answered_told(seat.answers, seat.left, seat.path if seat.waits else "")
    shape = views.answered(seat.path, seat.answers)
    session.finish(seat.change(), shape, *told, whole=(seat.path,))
    return ExitStatus.DONE
