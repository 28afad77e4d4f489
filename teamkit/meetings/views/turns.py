"""What people and programs see of whose turn it is."""

from teamkit.meetings.turns import Asked
from teamkit.output.shapes import Column, Table
from teamkit.people.directory import Directory


def turns(asked: Asked, people: Directory) -> Table:
    """Who takes notes, who would be next, and why; who could not as facts."""
    marked = [("takes notes", pick) for pick in asked.proposal.picks]
    marked += [("next", pick) for pick in asked.proposal.alternates[:2]]
    return Table(
        kind="notes.rotate",
        columns=(Column("Turn"), Column("Who", style="bold"), Column("Because")),
        rows=tuple((turn, pick.name, pick.because) for turn, pick in marked),
        items=tuple(
            {
                "turn": turn,
                "person": pick.name,
                "name": people.first_name(pick.name),
                "because": pick.because,
            }
            for turn, pick in marked
        ),
        facts={
            "agenda": asked.agenda,
            "passed": [{"person": p.name, "because": p.because} for p in asked.proposal.passed],
        },
    )


def turns_told(asked: Asked, people: Directory) -> list[str]:
    """Who could not, in sentences for stderr; who takes notes and why is the table's to say."""
    return [f"Not {people.first_name(p.name)}: {p.because}." for p in asked.proposal.passed]
