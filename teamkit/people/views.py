"""What people and programs see of who is on the team."""

from collections.abc import Iterable
from datetime import date

from teamkit.output.shapes import Card, Column, Table
from teamkit.people.person import Person


def people(found: Iterable[Person], today: date) -> Table:
    """Everybody, by handle; who is away today says so."""
    listed = list(found)
    return Table(
        kind="people.list",
        columns=(
            Column("Handle", style="bold"),
            Column("Name"),
            Column("Areas"),
            Column("Today"),
        ),
        rows=tuple((p.handle, p.name, ", ".join(p.areas), _today(p, today)) for p in listed),
        items=tuple(item(p, today) for p in listed),
        empty="Nobody yet. Add the first: teamkit people add HANDLE --name NAME",
    )


def person(one: Person, today: date, body: str) -> Card:
    """One person; addresses are shown only in their own file."""
    return Card(
        kind="people.show",
        title=one.name,
        fields=(
            ("Handle", one.handle),
            ("Areas", ", ".join(one.areas)),
            ("Also called", ", ".join(one.aliases)),
            ("Joined", one.joined.isoformat() if one.joined else ""),
            ("Left", one.left.isoformat() if one.left else ""),
            ("Today", _today(one, today)),
            ("Away", ", ".join(f"{a} to {b}" for a, b in one.away if b >= today)),
            ("Capacity", "" if one.capacity == 100 else f"{one.capacity} %"),  # noqa: PLR2004  # percent
            ("GitHub", one.github),
            ("File", one.path),
        ),
        items=(item(one, today),),
        body=body.strip("\n"),
    )


def item(one: Person, today: date) -> dict[str, object]:
    """A person's facts."""
    return {
        "handle": one.handle,
        "name": one.name,
        "areas": one.areas,
        "aliases": one.aliases,
        "joined": one.joined,
        "left": one.left,
        "away_until": one.away_until(today),
        "away": [{"from": start, "to": end} for start, end in one.away],
        "capacity": one.capacity,
        "github": one.github or None,
        "path": one.path,
    }


def _today(one: Person, today: date) -> str:
    if not one.is_member(today):
        return "left" if one.left and one.left <= today else f"joins {one.joined}"
    until = one.away_until(today)
    return f"away until {until}" if until else "here"
