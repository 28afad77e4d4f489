"""`teamkit skills survey`: ask everybody, a little at a time."""

from contextlib import suppress
from typing import Annotated

import typer

from teamkit.cli import complete, signals
from teamkit.cli.options import Reads, Writes
from teamkit.cli.questions import End, ask_each, data, refuse_silence
from teamkit.cli.session import Session
from teamkit.errors import ExitStatus
from teamkit.knowledge.skills.demand import records
from teamkit.knowledge.survey import close as closing
from teamkit.knowledge.survey import csv_import, model, sheet, views
from teamkit.knowledge.survey import form as forms
from teamkit.knowledge.survey import open as opening
from teamkit.knowledge.survey.answer import OPENING
from teamkit.knowledge.survey.ask import Demand
from teamkit.knowledge.survey.demand import in_demand
from teamkit.knowledge.survey.draft import TeamDraft
from teamkit.knowledge.survey.interview import sit
from teamkit.knowledge.survey.turnout import turnout
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog

app = typer.Typer(rich_markup_mode=None, add_completion=False)
survey = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Ask everybody what they know, a little at a time.",
)
app.add_typer(survey, name="survey")

SurveyName = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="Which round; without it, the one that is open.",
        autocompletion=complete.records("surveys"),
    ),
]


@survey.command("open", cls=Writes)
def open_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="For instance 2026-q4.")],
    areas: Annotated[
        str, typer.Option(metavar="AREAS", help="Who is asked: backend,frontend; else everybody.")
    ] = "",
    skills: Annotated[
        str, typer.Option(metavar="SKILLS", help="About what: postgis,docker; else all.")
    ] = "",
    closes: Annotated[
        str | None, typer.Option(metavar="DAY", help="The last day; else two weeks from today.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="TITLE", help="Of its page.")] = "",
) -> None:
    """Open a round: one page that says why, how and until when.

    \b
    Examples:
      teamkit skills survey open 2026-q4
      teamkit skills survey open maps --skills postgis,maplibre --closes +3w
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    change = opening.open_survey(
        session.team,
        vocabulary,
        abilities(session.team, vocabulary),
        name,
        session.today,
        areas=_words(areas),
        skills=_words(skills),
        closes=session.day(closes),
        title=title,
    )
    session.finish(change, views.opened(change.writes[0].path), *views.opened_told())


@survey.command(cls=Writes)
def answer(
    ctx: typer.Context,
    name: SurveyName = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every skill, also what you answered lately.")
    ] = False,
    no_enter: Annotated[
        bool, typer.Option("--no-enter", help="One key settles each question: no Enter after it.")
    ] = False,
) -> int:
    """Say what you know: at most 12 short questions, only what is worth asking.

    One key per skill: 0 to 4, with m, k or l to want more, keep or less of it, as in m3. Enter
    keeps your last answer and stamps the day, - skips, q stops. Each answer is written into your
    own file at once, whatever happens next, and all are committed at the end, with what you
    changed there by hand. Editing skills/HANDLE.md yourself is just as good.

    \b
    Examples:
      teamkit skills survey answer
      teamkit skills survey answer --all --no-enter
    """
    session: Session = ctx.obj
    me = session.person("@me")
    refuse_silence(session, "what do you know?", "teamkit skills set SKILL LEVEL")
    vocabulary = catalog(session.team)
    round_ = model.running(session.team, vocabulary, name, session.today)
    team = TeamDraft(session.team) if session.dry_run else session.team
    seat = sit(
        team, vocabulary, round_, me, demand=_demand(session), today=session.today, every=every
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


@survey.command(cls=Reads)
def form(
    ctx: typer.Context,
    name: SurveyName = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Comma-separated values.")] = False,
) -> None:
    """Print a form for spreadsheets: a row per person, a column per skill, last answers filled in.

    A cell is a level, 0 to 4, and may say what is wanted: 3m is a 3 that wants more.

    \b
    Examples:
      teamkit skills survey form --csv > survey.csv
      teamkit skills survey import survey.csv
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    round_ = model.running(session.team, vocabulary, name, session.today)
    asked = model.expected(session.people, round_, session.today)
    handles = {person.handle for person in asked}
    rows = [a for a in abilities(session.team, vocabulary) if a.person in handles]
    skills = model.asked(round_, vocabulary, rows)
    cells = forms.form(asked, rows, skills, vocabulary, session.today)
    session.show(views.form(cells, as_csv=as_csv))


@survey.command("import", cls=Writes)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file; - for stdin.")],
) -> None:
    """Take over answers from a CSV file: one commit; a line per cell that does not fit.

    One column per skill, as the form has it, or one row per answer: Person, Skill, Level, Want,
    Updated. Comma, semicolon or tab. Only what differs, or is newer, changes; empty cells never do.
    What does not fit is said, with its line, and the rest is taken over: the status is 0.

    \b
    Examples:
      teamkit skills survey import survey.csv
      teamkit skills survey import answers.csv --dry-run
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    found = csv_import.import_answers(
        session.team,
        session.people,
        vocabulary,
        abilities(session.team, vocabulary),
        sheet.read(file, data(session, file)),
        today=session.today,
    )
    session.finish(found.change, views.imported(found), *views.imported_told(found))


@survey.command(cls=Reads)
def status(ctx: typer.Context, name: SurveyName = None) -> None:
    """Say who has answered and who has not, with a message for those.

    \b
    Examples:
      teamkit skills survey status
      teamkit skills survey status 2026-q4 --json
    """
    session: Session = ctx.obj
    vocabulary = catalog(session.team)
    round_ = model.meant(session.team, vocabulary, name, session.today)
    asked = model.expected(session.people, round_, session.today)
    known = abilities(session.team, vocabulary)
    told = turnout(
        round_,
        asked,
        known,
        vocabulary,
        demand=_demand(session),
        today=session.today,
        stale_after=session.team.config.stale_after,
    )
    session.show(views.status(round_, told))


@survey.command(cls=Writes)
def close(
    ctx: typer.Context,
    name: SurveyName = None,
    regenerate: Annotated[
        bool, typer.Option("--regenerate", help="Replace results edited by hand, too.")
    ] = False,
) -> None:
    """Close a round: write its results onto its page, in numbers, never in names.

    How many answered, how many people are at each level, what one person alone can do, what is
    wanted most, and what has changed since the round before, from git's history. Run again, it
    brings the results up to date.

    \b
    Examples:
      teamkit skills survey close
      teamkit skills survey close 2026-q4 --dry-run
    """
    session: Session = ctx.obj
    team, vocabulary = session.team, catalog(session.team)
    round_ = model.meant(team, vocabulary, name, session.today)
    known, needed = abilities(team, vocabulary), _demand(session)
    found = closing.summed_up(
        team, session.people, vocabulary, known, round_, demand=needed, today=session.today
    )
    change, is_kept = closing.close(round_, found, vocabulary, session.today, regenerate=regenerate)
    told = views.closed_told(found, vocabulary, is_kept=is_kept)
    session.finish(change, views.closed(round_, found), *told)


def _demand(session: Session) -> Demand:
    return in_demand(records(session.team, catalog(session.team), session.people))


def _words(typed: str) -> list[str]:
    return [word for part in typed.split(",") if (word := part.strip())]
