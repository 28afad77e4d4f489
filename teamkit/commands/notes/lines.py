"""`teamkit notes add|promote`: one line of the notes at a time."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
