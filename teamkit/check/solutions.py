"""Rules about the two tables of a need: what cannot be read in them, and whom nobody knows."""

from collections.abc import Iterator

from teamkit.check import people as persons
from teamkit.check.scope import Scope
from teamkit.facts import Finding
from teamkit.finder import nearest
from teamkit.knowledge.solutions.choose import begun
from teamkit.knowledge.solutions.model import SOLUTIONS, USES, names
from teamkit.markdown.outline import Outline


def tables(reading: Scope) -> list[Finding]:
    """The columns, rows and cells of the tables that cannot be read."""
    return [
        finding
        for page in _pages(reading)
        for finding in (*SOLUTIONS.check(page), *USES.check(page))
    ]


def solutions(reading: Scope) -> list[Finding]:
    """The jobs of a solution that the need does not have."""
    return [finding for page in _pages(reading) for finding in _unknown(page)]


def people(reading: Scope) -> list[Finding]:
    """Those who could say more about a solution, and whom nobody here knows."""
    named = (
        (page.document.path, line, name)
        for page in _pages(reading)
        for line, cell in SOLUTIONS.cells(page, "Who")
        for name in names(cell)
    )
    return persons.strangers(reading, named)


def _pages(reading: Scope) -> Iterator[Outline]:
    return map(Outline, reading.documents("solutions"))


def _unknown(page: Outline) -> Iterator[Finding]:
    known = [name for _, name in SOLUTIONS.cells(page, "Solution")]
    for line, name in USES.cells(page, "Solution"):
        if len(begun(known, name)) != 1:
            close = nearest(name, known, most=1)
            hint = f"did you mean '{close[0]}'?" if close else "it counts for none of them"
            message = f"'{name}' is not a solution in the table above"
            yield Finding(page.document.path, line, message, hint, USES.rule)
