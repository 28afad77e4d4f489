"""`teamkit notes wrap`: close a meeting."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
