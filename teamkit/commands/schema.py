"""`teamkit schema`: what the JSON of each command holds."""

from typing import Annotated

import typer

from teamkit.cli.options import reads
from teamkit.cli.session import Session
from teamkit.contract import listed, pages
from teamkit.errors import UnknownError
from teamkit.output.schema import schema


def _kinds(incomplete: str) -> list[str]:
    return [kind for kind in pages() if kind.startswith(incomplete)]


@reads
def command(
    session: Session,
    kind: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND]",
            help="A kind of JSON, such as people.list; without one, all kinds are listed.",
            autocompletion=_kinds,
        ),
    ] = None,
) -> None:
    """Describe a command's JSON, as JSON Schema.

    The kind is the command's words with dots between them; the words alone do, too.

    \b
    Examples:
      teamkit schema
      teamkit schema people.list
      teamkit schema agenda new
    """
    if not kind:
        session.show(listed())
        return
    name, known = ".".join(kind), pages()
    if name not in known:
        close = [one for one in known if one.partition(".")[0] == name.partition(".")[0]]
        raise UnknownError("kind of JSON", name, close, hint="All kinds: teamkit schema")
    session.console.document(schema(known[name]))
