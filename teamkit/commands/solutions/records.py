"""`teamkit solutions use|edit|review`: what happens to a need later."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.errors import UsageError, WouldAskError
from teamkit.knowledge.solutions import edit as revising
from teamkit.knowledge.solutions import review as reviewing
from teamkit.knowledge.solutions import use as using
from teamkit.knowledge.solutions import views_record as views
from teamkit.knowledge.solutions.add import named
from teamkit.people.catalog import catalog

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Need = Annotated[
    str,
    typer.Argument(
        metavar="NEED",
        help="The file's name, a part of it, or the title.",
        autocompletion=complete.records("solutions"),
    ),
]


@app.command(cls=Writes)
def use(
    ctx: typer.Context,
    need: Need,
    project: Annotated[str, typer.Option(help="For whom it was.")],
    actual: Annotated[str, typer.Option(metavar="TIME", help="What it took: 7d, 4h, 2w.")],
    estimated: Annotated[
        str, typer.Option(metavar="TIME", help="What was thought before: 4d, 3-6d.")
    ] = "",
    solution: Annotated[
        str, typer.Option(help="What was used: its name or a part of it; may be left out for one.")
    ] = "",
    risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PREFIX", help="A known risk that happened; repeat it."),
    ] = None,
    new_risk: Annotated[
        list[str] | None,
        typer.Option(metavar="PHRASE", help="One that nobody had thought of; repeat it."),
    ] = None,
    learnt: Annotated[str, typer.Option(help="What the next team should know.")] = "",
    on: Annotated[str, typer.Option(metavar="DAY", help="When it ended.")] = "today",
) -> None:
    """Record what a job took, and see the range.

    From three jobs on, the range of a solution is theirs.

    \b
    Examples:
      teamkit solutions use large-uploads --solution resumable --project Tidewatch --actual 7d
      teamkit solutions use sign-in --solution client --project Mooring --actual 8d --risk waiting
    """
    session: Session = ctx.obj
    job = using.Job(
        project=project,
        actual=actual,
        estimated=estimated,
        solution=solution,
        risks=risk or (),
        new_risks=new_risk or (),
        learnt=learnt,
    )
    day = session.past_day(on) or session.today
    done = using.use(session.team, session.people, need, job, on=day, today=session.today)
    session.finish(done.change, views.used(done), views.now(done))


@app.command(cls=Writes)
def edit(
    ctx: typer.Context,
    need: Need,
    title: Annotated[str, typer.Option(help="The need, in the client's words.")] = "",
    owner: Annotated[
        str | None,
        typer.Option(help="Who to go to.", metavar="PERSON", autocompletion=complete.people),
    ] = None,
    status: Annotated[str, typer.Option(help="owned, trying, missing or retired.")] = "",
    skill: Annotated[
        list[str] | None,
        typer.Option(help="Add a skill it takes; repeat it.", autocompletion=complete.skills),
    ] = None,
    no_skill: Annotated[
        list[str] | None, typer.Option(metavar="SKILL", help="Take a skill away; repeat it.")
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Add a tag; repeat it.")] = None,
    no_tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="Take a tag away; repeat it.")
    ] = None,
    solution: Annotated[
        str, typer.Option(help="A new one, or the start of its name; the next four are about it.")
    ] = "",
    time: Annotated[str, typer.Option(metavar="TIME", help="How long: 3-6d, 4h, 2w.")] = "",
    when: Annotated[str, typer.Option(help="In which case to use it.")] = "",
    risk: Annotated[
        list[str] | None, typer.Option(help="Add what may go wrong; repeat it.")
    ] = None,
    who: Annotated[
        list[str] | None,
        typer.Option(
            help="Add who can say more; repeat it.",
            metavar="PERSON",
            autocompletion=complete.people,
        ),
    ] = None,
) -> None:
    """Change a need; without options, in your editor.

    Only what you name changes; every other byte of the file stays as it is.

    \b
    Examples:
      teamkit solutions edit sign-in --owner carla --tag security
      teamkit solutions edit sign-in --solution "A link by e-mail" --time 2-4d
      teamkit solutions edit sign-in
    """
    session: Session = ctx.obj
    wanted = revising.NeedEdit(
        title=title,
        owner=session.person(owner) if owner else None,
        status=status,
        skills=tuple(skill or ()),
        no_skills=tuple(no_skill or ()),
        tags=tuple(tag or ()),
        no_tags=tuple(no_tag or ()),
        solution=solution,
        time=time,
        when=when,
        risks=tuple(risk or ()),
        who=tuple(map(session.person, who or ())),
    )
    done = (
        _by_hand(session, need) if wanted == revising.NeedEdit() else _typed(session, need, wanted)
    )
    session.finish(done.change, views.revised(done), *views.what_changed(done))


@app.command(cls=Writes)
def review(
    ctx: typer.Context,
    need: Need,
    in_: Annotated[
        str, typer.Option("--in", metavar="SPAN", help="When again: '6 months', '90 days'.")
    ] = "",
    next_: Annotated[
        str | None, typer.Option("--next", metavar="DAY", help="On which day again.")
    ] = None,
) -> None:
    """Say that you looked at a need; plan the next time.

    Of solutions and guidelines together at most two come back in one week (`reviews_a_week` in
    teamkit.yml); where a week is full, the nearest with room is taken.

    \b
    Examples:
      teamkit solutions review sign-in
      teamkit solutions review sign-in --in "3 months"
    """
    session: Session = ctx.obj
    if in_ and next_:
        raise UsageError("Both --in and --next say when.", hint="Leave one of them out")
    done = reviewing.review(
        session.team, session.people, need, session.today, span=in_, day=session.day(next_)
    )
    session.finish(done.change, views.reviewed(done), *views.next_time(done))


def _typed(session: Session, need: str, wanted: revising.NeedEdit) -> revising.Revised:
    vocabulary = catalog(session.team)
    return revising.revise(
        session.team, session.people, vocabulary, need, wanted, today=session.today
    )


def _by_hand(session: Session, need: str) -> revising.Revised:
    """The page as the person leaves it; it is not committed while it cannot be read."""
    found = named(session.team, session.people, need)
    try:
        text = editor.edit(session, found.document.text, name=f"{found.stem}.md")
    except WouldAskError as error:
        question = "what should change? (no editor: $VISUAL and $EDITOR are empty)"
        raise WouldAskError(question, "options, for instance --owner, --tag, --solution") from error
    done = revising.by_hand(session.people, found, text)
    session.commit = session.commit and not done.trouble
    return done
