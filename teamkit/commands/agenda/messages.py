"""`teamkit agenda ask|announce`: messages to paste, for people without teamkit."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)
