"""Arguments and options that several commands take, each spelled once."""

from typing import Annotated

import typer

from teamkit.cli import complete

SeriesName = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERIES]",
        help="Which meeting; without it, the one that meets next.",
        autocompletion=complete.series,
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="DAY", help="2026-12-04, fri, next fri, +2w; else the next one."
    ),
]
Who = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help="Handle, name, alias, a start of one, or @me.",
        autocompletion=complete.people,
    ),
]
