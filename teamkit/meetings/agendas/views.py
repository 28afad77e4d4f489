"""What people and programs see of agendas that stand."""

from collections.abc import Iterable

from teamkit.markdown import blocks
from teamkit.meetings.agendas.prepare import Prepared
from teamkit.meetings.model import Agenda
from teamkit.output.shapes import Card, Column, Table


def agenda(page: Agenda, now: Prepared) -> Card:
    """One agenda as it stands, with the time it would take today."""
    document = page.document
    return Card(
        kind="agenda.show",
        title=document.title(),
        fields=(
            ("Facilitator", page.facilitator),
            ("Notes", ", ".join(page.note_takers)),
            ("Minutes", f"{now.plan.planned} of {now.plan.available} planned"),
        ),
        items=(
            {
                "date": page.day,
                "series": page.series,
                "facilitator": page.facilitator or None,
                "note_takers": page.note_takers,
                "cancelled": page.is_cancelled,
                "planned": now.plan.planned,
                "available": now.plan.available,
                "path": page.path,
                "body": document.body,
            },
        ),
        body=blocks.without_markers(document.body),
    )


def agendas(pages: Iterable[Agenda]) -> Table:
    """Agendas, newest first."""
    ordered = sorted(pages, key=lambda a: (a.day, a.series), reverse=True)
    return Table(
        kind="agenda.list",
        columns=(
            Column("Date"),
            Column("Series"),
            Column("Facilitator"),
            Column("Notes"),
            Column("Path", style="dim"),
        ),
        rows=tuple(
            (a.day.isoformat(), a.series + (" (cancelled)" if a.is_cancelled else ""),
             a.facilitator, ", ".join(a.note_takers), a.path)
            for a in ordered
        ),
        items=tuple(
            {"date": a.day, "series": a.series, "facilitator": a.facilitator or None,
             "note_takers": a.note_takers, "cancelled": a.is_cancelled, "path": a.path}
            for a in ordered
        ),
        empty="No agendas yet. Make the next one: teamkit agenda new",
    )  # fmt: skip
