"""Records that hold all of another one, and tables that are parts of a page."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from teamkit.output import fields
from teamkit.output.fields import Field, Page, Record
from teamkit.output.shapes import Table

T = TypeVar("T")
U = TypeVar("U")


def within(inner: Iterable[Field[T]], take: Callable[[U], T]) -> tuple[Field[U], ...]:
    """The fields of another record, which *take* finds in this one."""
    return tuple(_taken(field, take) for field in inner)


def plain(inner: Iterable[Field[T]]) -> tuple[Field[T], ...]:
    """The fields for programs alone, without columns and labels."""
    return tuple(field._replace(column=None, label="") for field in inner if field.key)


def part(
    kind: str, record: Record[T], shown: Iterable[T], *, title: str = "", empty: str = ""
) -> Table:
    """A table on a page of several; programs get its records from the page's own items."""
    page = Page(kind, "", record)
    return fields.table(page, shown, title=title, empty=empty)._replace(items=())


def _taken(field: Field[T], take: Callable[[U], T]) -> Field[U]:
    return Field(
        field.key,
        lambda one: field.value(take(one)),
        field.type,
        field.about,
        field.column,
        field.label,
        lambda one: field.text(take(one)),
    )
