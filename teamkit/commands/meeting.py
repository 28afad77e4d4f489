"""`teamkit meeting`: run the meeting."""

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback()
def main() -> None:
    """Run the meeting: rounds, time, notes as you go."""
