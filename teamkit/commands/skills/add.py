"""`teamkit skills add`."""

from typing import Annotated

import typer

from teamkit.cli import complete
from teamkit.cli.options import writes
from teamkit.cli.parameters import listed
from teamkit.cli.session import Session
from teamkit.knowledge.skills import views_vocabulary, vocabulary
from teamkit.knowledge.skills.vocabulary import SkillWanted
from teamkit.people.catalog import catalog
from teamkit.store import layout


@writes
def command(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its title; with --title its key.")],
    title: Annotated[str, typer.Option(help="Its title, when NAME is its key.")] = "",
    slug: Annotated[
        str, typer.Option(metavar="KEY", help="Its key, when the title gives no good one.")
    ] = "",
    field: Annotated[str, typer.Option(help="The group it belongs to.")] = "",
    alias: Annotated[
        list[str] | None, typer.Option(help="Another way people write it; can be repeated.")
    ] = None,
    needs: Annotated[
        list[str] | None,
        listed(metavar="SKILL", what="What one should know first", autocompletion=complete.skills),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="It is another skill, whatever is close.")
    ] = False,
) -> None:
    """Add a skill to the catalog.

    Among those of its field, where it has one; the rest of the catalog stays as it is.

    \b
    Examples:
      teamkit skills add Rust --field backend
      teamkit skills add cpp --title "C++" --alias "c plus plus"
    """
    wanted = SkillWanted(name, slug, title, field, tuple(alias or ()), tuple(needs or ()))
    done = vocabulary.add(session.team, catalog(session.team), wanted, is_new=new)
    path = layout.catalog(session.team.config)
    shape = views_vocabulary.worded("add", done, path)
    session.finish(done.change, shape, f"{done.skill.title} ({done.skill.slug}).")
