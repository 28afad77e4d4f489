"""`teamkit notes objections|digest`: what the notes say, across meetings."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
