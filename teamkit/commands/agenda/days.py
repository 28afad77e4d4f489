"""`teamkit agenda move|cancel`: when a meeting is not on its usual day."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
