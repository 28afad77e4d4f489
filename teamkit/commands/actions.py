"""`teamkit actions`: what was agreed, and what became of it."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """See what was agreed, and close it."""
