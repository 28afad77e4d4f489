"""`teamkit skills add|alias|merge`: the words for skills."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import Writes
from teamkit.cli.session import Session
from teamkit.knowledge.skills import merge as merging
from teamkit.knowledge.skills import views_vocabulary, vocabulary
from teamkit.knowledge.skills.vocabulary import SkillWanted, Worded
from teamkit.people.abilities import abilities
from teamkit.people.catalog import catalog
from teamkit.store import layout

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Writes)
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its title; with --title its key.")],
    title: Annotated[str, typer.Option(help="Its title, when NAME is its key.")] = "",
    slug: Annotated[
        str, typer.Option(metavar="KEY", help="Its key, when the title gives no good one.")
    ] = "",
    field: Annotated[str, typer.Option(help="The group it belongs to.")] = "",
    alias: Annotated[
        list[str] | None, typer.Option(help="Another way people write it; repeat it.")
    ] = None,
    needs: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL",
            help="What one should know first; repeat it.",
            autocompletion=complete.skills,
        ),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="It is another skill, whatever is close.")
    ] = False,
) -> None:
    """Add a skill to the team's vocabulary.

    Among those of its field, where it has one; the rest of the catalog stays as it is.

    \b
    Examples:
      teamkit skills add Rust --field backend
      teamkit skills add cpp --title "C++" --alias "c plus plus"
    """
    session: Session = ctx.obj
    wanted = SkillWanted(name, slug, title, field, tuple(alias or ()), tuple(needs or ()))
    done = vocabulary.add(session.team, catalog(session.team), wanted, is_new=new)
    sentence = f"{done.skill.title} ({done.skill.slug})"
    _finish(session, "add", done, sentence)


@app.command("alias", cls=Writes)
def alias_(
    ctx: typer.Context,
    skill: Annotated[
        str,
        typer.Argument(metavar="SKILL", help="Its name or alias.", autocompletion=complete.skills),
    ],
    aliases: Annotated[
        list[str], typer.Argument(metavar="ALIAS...", help="Other ways people write it.")
    ],
    un: Annotated[bool, typer.Option("--un", help="Take these names away from it.")] = False,
) -> None:
    """Let a skill go by other names too.

    \b
    Examples:
      teamkit skills alias terraform tf "infra as code"
      teamkit skills alias terraform tf --un
    """
    session: Session = ctx.obj
    change = vocabulary.unalias if un else vocabulary.alias
    done = change(session.team, catalog(session.team), skill, aliases)
    _finish(session, "alias", done, done.skill.title)


@app.command(cls=Writes)
def merge(
    ctx: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="What goes: a skill, or a word in tables.",
            autocompletion=complete.skills,
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="What stays.", autocompletion=complete.skills),
    ],
) -> None:
    """Make two words for one skill one, in everybody's files at once.

    Rows say NEW's title; where somebody has both, the newer answer stays and the notes are
    joined. OLD's names become aliases of NEW. One commit, and stderr says whose rows change.

    \b
    Examples:
      teamkit skills merge "vector tile" vector-tiles --dry-run
      teamkit skills merge iac terraform
    """
    session: Session = ctx.obj
    words = catalog(session.team)
    done = merging.merge(session.team, words, abilities(session.team, words), old, new)
    said = views_vocabulary.told(done, session.people)
    session.finish(done.change, views_vocabulary.merged(done), *said)


def _finish(session: Session, word: str, done: Worded, sentence: str) -> None:
    path = layout.catalog(session.team.config)
    session.finish(done.change, views_vocabulary.worded(word, done, path), f"{sentence}.")
