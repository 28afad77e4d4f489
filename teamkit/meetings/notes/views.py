"""What people and programs see of notes."""

from collections.abc import Iterable

from teamkit.meetings.model import Notes
from teamkit.output.shapes import Card, Column, Table


def notes(page: Notes) -> Card:
    """One meeting's notes as they stand."""
    return Card(
        kind="notes.show",
        title=page.document.title(),
        fields=(
            ("Facilitator", page.facilitator),
            ("Notes by", ", ".join(page.note_takers)),
            ("Present", ", ".join(page.present or ())),
            ("Regrets", ", ".join(page.regrets)),
            ("File", page.path),
        ),
        items=({**_notes_item(page), "body": page.document.body},),
        body=page.document.body.strip("\n"),
    )


def notes_list(pages: Iterable[Notes], taken: Iterable[Notes]) -> Table:
    """Notes, newest first, and whether anything was noted."""
    held = {page.path for page in taken}
    ordered = sorted(pages, key=lambda n: (n.day, n.series), reverse=True)
    return Table(
        kind="notes.list",
        columns=(
            Column("Date"),
            Column("Series"),
            Column("Notes by"),
            Column("Taken"),
            Column("Path", style="dim"),
        ),
        rows=tuple(
            (
                n.day.isoformat(),
                n.series,
                ", ".join(n.note_takers),
                "yes" if n.path in held else "not yet",
                n.path,
            )
            for n in ordered
        ),
        items=tuple({**_notes_item(n), "taken": n.path in held} for n in ordered),
        empty="No notes yet. Start them: teamkit notes new",
    )


def _notes_item(page: Notes) -> dict[str, object]:
    return {
        "date": page.day, "series": page.series, "facilitator": page.facilitator or None,
        "note_takers": page.note_takers, "present": page.present, "regrets": page.regrets,
        "path": page.path,
    }  # fmt: skip
