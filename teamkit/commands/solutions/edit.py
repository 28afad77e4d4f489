"""`teamkit solutions edit`."""

from typing import Annotated

import typer

from teamkit.cli import complete, editor
from teamkit.cli.options import writes
from teamkit.cli.parameters import NeedName, listed
from teamkit.cli.session import Session
from teamkit.errors import WouldAskError
from teamkit.knowledge.solutions import edit, views_record
from teamkit.knowledge.solutions.add import named
from teamkit.people.catalog import catalog


@writes
def command(
    session: Session,
    need: NeedName,
    title: Annotated[str, typer.Option(help="The need, in the client's words.")] = "",
    owner: Annotated[
        str | None,
        typer.Option(
            help="The person to ask about it.", metavar="PERSON", autocompletion=complete.people
        ),
    ] = None,
    status: Annotated[str, typer.Option(help="owned, trying, missing or retired.")] = "",
    skill: Annotated[
        list[str] | None, listed(what="Add a skill it takes", autocompletion=complete.skills)
    ] = None,
    no_skill: Annotated[list[str] | None, listed(metavar="SKILL", what="Remove a skill")] = None,
    tag: Annotated[list[str] | None, listed(what="Add a tag")] = None,
    no_tag: Annotated[list[str] | None, listed(metavar="TAG", what="Remove a tag")] = None,
    solution: Annotated[
        str, typer.Option(help="A new one, or the start of its name; the next four are about it.")
    ] = "",
    time: Annotated[str, typer.Option(metavar="TIME", help="How long: 3-6d, 4h, 2w.")] = "",
    when: Annotated[str, typer.Option(help="In which case to use it.")] = "",
    risk: Annotated[
        list[str] | None, typer.Option(help="Add what may go wrong; can be repeated.")
    ] = None,
    who: Annotated[
        list[str] | None,
        listed(what="Add who can say more", metavar="PERSON", autocompletion=complete.people),
    ] = None,
) -> None:
    """Edit a need, with options or in your editor.

    Only what you name changes; every other byte of the file stays as it is.

    \b
    Examples:
      teamkit solutions edit sign-in --owner carla --tag security
      teamkit solutions edit sign-in --solution "A link by e-mail" --time 2-4d
      teamkit solutions edit sign-in
    """
    wanted = edit.NeedEdit(
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
    done = _by_hand(session, need) if wanted == edit.NeedEdit() else _typed(session, need, wanted)
    session.finish(done.change, views_record.revised(done), *views_record.what_changed(done))


def _typed(session: Session, need: str, wanted: edit.NeedEdit) -> edit.Revised:
    vocabulary = catalog(session.team)
    return edit.revise(session.team, session.people, vocabulary, need, wanted, today=session.today)


def _by_hand(session: Session, need: str) -> edit.Revised:
    """The page as the person leaves it; it is not committed while it cannot be read."""
    found = named(session.team, session.people, need)
    try:
        text = editor.edit(session, found.document.text, name=f"{found.stem}.md")
    except WouldAskError as error:
        question = "what should change? (no editor: $VISUAL and $EDITOR are empty)"
        raise WouldAskError(question, "options, for instance --owner, --tag, --solution") from error
    done = edit.by_hand(session.people, found, text)
    session.commit = session.commit and not done.trouble
    return done
