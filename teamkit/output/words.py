"""Shapes as sentences, without any drawing: for screen readers and for narrow terminals."""

from collections.abc import Iterable

from teamkit.output.gate import PAGE_CAP, safe_line, visible
from teamkit.output.shapes import Card, Grid, GridRow, Lines, Shape, Table


def as_words(shape: Shape) -> str:
    """*shape* as paragraphs; a cell of a table or a field of a card is `Label: value`."""
    return joined(_paragraphs(shape))


def joined(paragraphs: Iterable[str]) -> str:
    """Paragraphs with an empty line between them; empty ones are left out."""
    page = "\n\n".join(one for one in paragraphs if one)
    return f"{page}\n" if page else ""


def rows(table: Table) -> list[str]:
    """A paragraph per row, or the sentence that says why there are none."""
    titles = [column.title for column in table.columns]
    return [fields(zip(titles, row, strict=True)) for row in table.rows] or [safe_line(table.empty)]


def fields(pairs: Iterable[tuple[str, str]]) -> str:
    """A line per label and words; those without words are left out."""
    return listed(f"{label}: {words}" if label else words for label, words in pairs if words)


def lines(shape: Lines) -> str:
    """The lines, or the sentence that says why there are none."""
    return listed(shape.lines or (shape.empty,))


def grid(shape: Grid) -> str:
    """A line per row, those of a group under its name; or why there are none."""
    said: list[str] = []
    group = ""
    for row in shape.rows:
        if row.group != group:
            said += ["", row.group] if said else [row.group]
            group = row.group
        said.append(f"{row.label}: {cells(shape, row) or shape.blank}")
    return listed(said or (shape.empty,))


def cells(shape: Grid, row: GridRow) -> str:
    """The cells of a row, each after its column: `ana 4, ben 3`."""
    told = zip(shape.across, row.cells, strict=True)
    return ", ".join(f"{name} {cell.text}" for name, cell in told if cell.text)


def body(card: Card) -> str:
    """The text of a card as it stands."""
    return visible(card.body, cap=PAGE_CAP, lines=True).strip("\n")


def listed(sentences: Iterable[str]) -> str:
    """One paragraph, each sentence on its line."""
    return "\n".join(map(safe_line, sentences))


def _paragraphs(shape: Shape) -> list[str]:
    """The parts of *shape* from top to bottom; some may be empty."""
    match shape:
        case Table():
            return [safe_line(shape.title), *rows(shape), listed(shape.notes)]
        case Card():
            title = safe_line(shape.title)
            return [title, fields(shape.fields), body(shape), listed(shape.notes)]
        case Lines():
            return [lines(shape), listed(shape.notes)]
        case Grid():
            return [safe_line(shape.title), grid(shape), listed(shape.notes)]
    return [one for part in shape.shapes for one in _paragraphs(part)]
