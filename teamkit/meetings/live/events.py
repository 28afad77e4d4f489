"""What happened in a meeting, one event a line; checked when read, so that nothing later has to."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from teamkit.errors import ConflictError
from teamkit.meetings.live import script
from teamkit.meetings.live.values import are_names, are_numbers, is_name, is_number, is_text

#: What this teamkit writes.
VERSION = 1


class Event(NamedTuple):
    """One thing that happened.

    Attributes:
        at: when, with UTC as its zone.
        kind: started, moved, captured, ...; one that is not known is passed over.
        data: plain JSON values.
    """

    at: datetime
    kind: str
    data: Mapping[str, object] = {}

    def number(self, key: str) -> int:
        """The whole number under *key*."""
        value = self.data[key]
        assert isinstance(value, int)  # noqa: S101  # checked when read, made right when written
        return value

    def text(self, key: str) -> str:
        """The words under *key*."""
        return str(self.data[key])

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of words under *key*."""
        value = self.data[key]
        return tuple(map(str, value)) if isinstance(value, list | tuple) else ()

    def numbers(self, key: str) -> tuple[int, ...]:
        """The list of whole numbers under *key*."""
        return tuple(map(int, self.texts(key)))


def to_line(event: Event) -> str:
    """The event as it stands in the log, without a line end."""
    return json.dumps(to_data(event), separators=(",", ":"), sort_keys=True)


def to_data(event: Event) -> dict[str, object]:
    """The event as plain JSON values."""
    at = event.at.isoformat(timespec="microseconds")
    return {"v": VERSION, "at": at, "kind": event.kind, "data": dict(event.data)}


def from_line(line: str) -> Event:
    """The event in one line of a log.

    Raises:
        ValueError: it is none.
        ConflictError: a newer teamkit wrote it.
    """
    try:
        return from_data(json.loads(line))
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def from_data(value: object) -> Event:
    """The event in plain JSON values.

    Raises:
        ValueError: it is none; says what is wrong.
        ConflictError: a newer teamkit wrote it.
    """
    if not isinstance(value, dict):
        raise ValueError("it is not an event")  # noqa: TRY004  # for whoever reads, it is a bad value
    version, kind, data = value.get("v"), value.get("kind"), value.get("data")
    if not is_number(version) or not isinstance(kind, str) or not isinstance(data, dict):
        raise ValueError("it has no version, kind or data")
    if version != VERSION:
        raise ConflictError(
            f"A newer teamkit wrote this log (version {version}, this one reads {VERSION}).",
            hint="Upgrade: pip install --upgrade teamkit (or pipx upgrade teamkit)",
        )
    for key, fits in KINDS.get(kind, {}).items():
        if key not in data or not fits(data[key]):
            raise ValueError(f"'{key}' of '{kind}' is not what it should be")
    return Event(_moment(value.get("at")), kind, data)


def _moment(value: object) -> datetime:
    at = datetime.fromisoformat(value) if isinstance(value, str) else None
    if at is None or at.tzinfo is None:
        raise ValueError("'at' is not a time with a zone")
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("'at' is outside of the calendar") from error


#: Every kind of event, and what its data must be.
KINDS: Mapping[str, Mapping[str, Callable[[object], bool]]] = {
    "started": {"script": script.fits},
    "resumed": {},
    "taken": {},
    "left": {},
    "ended": {},
    "clock": {"seconds": is_number},
    "moved": {"item": is_number, "who": is_name, "mark": is_text, "of": is_name},
    "captured": {
        "id": is_number,
        "item": is_number,
        "heading": is_text,
        "line": is_text,
        "label": is_text,
        "people": are_names,
        "who": is_name,
    },
    "noted": {"id": is_number},
    "undone": {"id": is_number},
    "removed": {"id": is_number},
    "interest": {"item": is_number, "who": is_name},
    "deep": {
        "item": is_number,
        "minutes": is_number,
        "displaced": are_numbers,
        "because": is_text,
    },
    "minutes": {"item": is_number, "minutes": is_number},
    "follow": {"item": is_number, "kind": is_text, "title": is_text},
    "arrived": {"who": is_name, "name": is_text},
    "departed": {"who": is_name},
    "warned": {"what": is_text},
    "heard": {"spoke": are_names, "passed": are_names},
}
