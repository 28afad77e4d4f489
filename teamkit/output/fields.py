"""Records whose facts are declared once: tables, cards, JSON, its schema and its docs use them.

A view declares `PERSON = Record[Person]("person", "Somebody on the team.", (Field(...), ...))` and
`LIST = Page("people.list", "Everybody on the team.", PERSON)`, and shows `table(LIST, people)`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from teamkit.output.shapes import Card, Column, Lines, Table

T = TypeVar("T")


class JsonType(NamedTuple):
    """What a value is.

    Attributes:
        name: in a word or two, for the docs.
        schema: the keywords of JSON Schema that describe it; none for a record.
        record: the record that it is, if it is one.
        is_list: a list of such values.
        is_optional: null where nothing is known; a text that is empty becomes null.
    """

    name: str
    schema: Mapping[str, object] = {}
    record: "Record[Any] | None" = None
    is_list: bool = False
    is_optional: bool = False


class Field(NamedTuple, Generic[T]):
    """One fact of a record.

    Attributes:
        key: its JSON key; empty for what only people read.
        value: takes the fact from the record; for a field without a key, its words.
        type: what the value is.
        about: one sentence for the docs.
        column: its column in a table; None when it has none.
        label: its label in a card; empty when it has no line there.
        words: what people read, where that is not simply the value.
    """

    key: str
    value: Callable[[T], object]
    type: JsonType
    about: str
    column: Column | None = None
    label: str = ""
    words: Callable[[T], str] | None = None

    def text(self, one: T) -> str:
        """What people read."""
        return self.words(one) if self.words else _words(self.value(one))


class Record(NamedTuple, Generic[T]):
    """A kind of record; its fields in the order of the columns, the card and the JSON keys.

    Attributes:
        name: singular, unique: `person`.
        about: one sentence for the docs.
    """

    name: str
    about: str
    fields: tuple[Field[T], ...]

    def facts(self, one: T) -> dict[str, object]:
        """The record for programs."""
        return {it.key: _fact(it.value(one), it.type) for it in self.fields if it.key}


class Page(NamedTuple, Generic[T]):
    """What one command prints with `--json`: its `kind`, its `items`, and the keys next to them.

    Attributes:
        kind: as programs see it: `people.list`.
        about: one sentence for the docs.
        item: what each of `items` is.
        whole: further keys of the page, about all items; None when there are none.
        writes: the command writes, so `--dry-run` adds `diff`.
    """

    kind: str
    about: str
    item: Record[T]
    whole: Record[Any] | None = None
    writes: bool = False

    def items(self, shown: Iterable[T]) -> tuple[dict[str, object], ...]:
        """`items` for programs."""
        return tuple(map(self.item.facts, shown))

    def facts(self, whole: object) -> dict[str, object]:
        """The further keys of the page."""
        return self.whole.facts(whole) if self.whole else {}


TEXT = JsonType("text", {"type": "string"})
COUNT = JsonType("whole number", {"type": "integer"})
NUMBER = JsonType("number", {"type": "number"})
YES = JsonType("true or false", {"type": "boolean"})
DAY = JsonType("day", {"type": "string", "format": "date"})
MOMENT = JsonType("day and time", {"type": "string"})
CLOCK = JsonType("time of day", {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]"})
MONTH = JsonType("month", {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"})
HANDLE = JsonType("handle", {"type": "string"})
SLUG = JsonType("slug", {"type": "string"})
PATH = JsonType("path", {"type": "string"})


def one_of(*words: str) -> JsonType:
    """One of a few words, and no other."""
    return JsonType(" or ".join(filter(None, (", ".join(words[:-1]), words[-1]))), {"enum": words})


def a(record: Record[Any]) -> JsonType:
    """A record inside another."""
    return JsonType(record.name, record=record)


def many(type_: JsonType | Record[Any]) -> JsonType:
    """A list of values."""
    return (a(type_) if isinstance(type_, Record) else type_)._replace(is_list=True)


def optional(type_: JsonType | Record[Any]) -> JsonType:
    """A value that may be null."""
    return (a(type_) if isinstance(type_, Record) else type_)._replace(is_optional=True)


def words_only(
    words: Callable[[T], str], column: Column | None = None, label: str = ""
) -> Field[T]:
    """What people read and programs get from other keys."""
    return Field("", words, TEXT, "", column, label, words)


def table(
    page: Page[T],
    shown: Iterable[T],
    *,
    title: str = "",
    notes: tuple[str, ...] = (),
    empty: str = "",
    whole: object = None,
    without: Collection[str] = (),
) -> Table:
    """A row per record, without the columns of the keys *without*."""
    found = list(shown)
    fields = [it for it in page.item.fields if it.column and it.key not in without]
    return Table(
        kind=page.kind,
        columns=tuple(it.column for it in fields if it.column),
        rows=tuple(tuple(it.text(one) for it in fields) for one in found),
        items=page.items(found),
        title=title,
        notes=notes,
        empty=empty,
        facts=page.facts(whole),
    )


def card(
    page: Page[T],
    one: T,
    title: str,
    *,
    body: str = "",
    notes: tuple[str, ...] = (),
    whole: object = None,
) -> Card:
    """One record, a line per labelled field."""
    return Card(
        kind=page.kind,
        title=title,
        fields=tuple((it.label, it.text(one)) for it in page.item.fields if it.label),
        items=page.items((one,)),
        body=body,
        notes=notes,
        facts=page.facts(whole),
    )


def lines(
    page: Page[T],
    text: Sequence[str],
    shown: Iterable[T],
    *,
    notes: tuple[str, ...] = (),
    empty: str = "",
    whole: object = None,
) -> Lines:
    """Finished lines for people, the records for programs."""
    return Lines(page.kind, tuple(text), page.items(shown), notes, page.facts(whole), empty)


def _fact(value: object, type_: JsonType) -> object:
    """*value* for programs: records become objects; empty text becomes null where it may."""
    if type_.is_optional and (value is None or value == ""):
        return None
    record = type_.record
    if record is None:
        return value
    if type_.is_list and isinstance(value, Iterable):
        return tuple(map(record.facts, value))
    return record.facts(value)


def _words(value: object) -> str:
    """What people read of a plain value."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple() | list():
            return ", ".join(map(str, value))
    return str(value)
