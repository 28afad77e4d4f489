"""teamkit.yml as frozen values; an unknown or unreadable key is ignored and becomes a finding."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from teamkit.facts import Finding
from teamkit.markdown.document import Value, parse_yaml

#: The settings file; its folder is the team's folder.
FILE = "teamkit.yml"
#: The newest format this teamkit writes; a higher one is read only.
FORMAT = 1
#: The nouns people type, each a folder; `folders:` may rename it.
NOUNS = (
    "people", "topics", "agendas", "notes", "skills", "solutions", "proposals",
    "pairing", "talks", "guidelines", "blog",
)  # fmt: skip
_DIGITS = 5  # no number of minutes, seats or formats is longer
_KEYS = frozenset([
    "format", "name", "timezone", "root", "areas", "roles", "folders", "commit", "series",
    "front_matter",
])  # fmt: skip
_SERIES_KEYS = frozenset(
    [
        "title",
        "rule",
        "first",
        "start",
        "minutes",
        "areas",
        "note_taker_seats",
        "facilitator",
        "rounds",
        "balance",
        "input_by",
        "replaces",
    ]
)


class Round(NamedTuple):
    """One round of a meeting: everybody may say something.

    Attributes:
        name: its heading.
        minutes: planned for all of it.
        label: what a line said in this round becomes in the notes (Win, TIL, ...).
        prompt: the question asked; may be empty.
    """

    name: str
    minutes: int
    label: str
    prompt: str = ""


class Series(NamedTuple):
    """A meeting that comes again.

    Attributes:
        slug: its key in teamkit.yml, part of every file name.
        rule: RFC 5545 recurrence, without DTSTART.
        first: the day the rule counts from; None when the rule needs none.
        start: local wall time, HH:MM.
        areas: who is expected; empty means everybody.
        facilitator: a handle, or `rotate`.
        replaces: series that have no meeting on a day of this one.
    """

    slug: str
    title: str
    rule: str
    first: date | None = None
    start: str = "13:00"
    minutes: int = 60
    areas: tuple[str, ...] = ()
    note_taker_seats: int = 1
    facilitator: str = "rotate"
    rounds: tuple[Round, ...] = ()
    replaces: tuple[str, ...] = ()


class Config(NamedTuple):
    """The team's settings.

    Attributes:
        root: the tree's folder inside the team's folder, `.` for the folder itself.
        folders: noun to folder name, only what differs.
        front_matter: per noun, keys written into every new file, for an existing site.
        findings: what could not be read, each with its line.
    """

    name: str
    timezone: str
    format: int = FORMAT
    root: str = "."
    areas: tuple[str, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = {}
    folders: Mapping[str, str] = {}
    commit: bool = True
    series: Mapping[str, Series] = {}
    front_matter: Mapping[str, Mapping[str, str]] = {}
    findings: tuple[Finding, ...] = ()


def read_config(text: str, path: str = FILE) -> Config:
    """The settings in *text*, the content of teamkit.yml.

    Raises:
        BadDocumentError: it is not YAML of our kind.
    """
    values, lines = parse_yaml(path, text)
    reader = _Reader(path, lines)
    reader.known(values, _KEYS, "")
    for key in ("format", "name", "timezone"):
        if not isinstance(values.get(key), str):
            reader.find(key, f"'{key}' is missing", "")
    series = {
        slug: _series(reader, slug, settings)
        for slug, settings in reader.mapping(values, "series").items()
    }
    return Config(
        name=reader.text(values, "name") or "The team",
        timezone=_timezone(reader, values),
        format=reader.number(values, "format", FORMAT),
        root=reader.folder(values, "root") or ".",
        areas=reader.texts(values, "areas"),
        roles={
            role: reader.texts(reader.mapping(values, "roles"), role)
            for role in reader.mapping(values, "roles")
        },
        folders=_folders(reader, values),
        commit=reader.flag(values, "commit", default=True),
        series=series,
        front_matter={
            kind: {key: value for key, value in keys.items() if isinstance(value, str)}
            for kind, keys in reader.mapping(values, "front_matter").items()
            if isinstance(keys, Mapping)
        },
        findings=tuple(reader.findings),
    )


def _series(reader: "_Reader", slug: str, value: Value) -> Series:
    settings = value if isinstance(value, Mapping) else {}
    reader.section = "series"
    reader.known(settings, _SERIES_KEYS, f"series.{slug}.")
    rule = reader.text(settings, "rule")
    if not rule:
        reader.find("series", f"series '{slug}' has no rule", "For instance FREQ=WEEKLY;BYDAY=FR")
    return Series(
        slug=slug,
        title=reader.text(settings, "title") or slug,
        rule=rule or "FREQ=WEEKLY;BYDAY=FR",
        first=reader.day(settings, "first"),
        start=reader.time(settings, "start", "13:00"),
        minutes=reader.number(settings, "minutes", 60),
        areas=reader.texts(settings, "areas"),
        note_taker_seats=reader.number(settings, "note_taker_seats", 1),
        facilitator=(reader.text(settings, "facilitator") or "rotate").lstrip("@"),
        rounds=tuple(_round(reader, item) for item in reader.items(settings, "rounds")),
        replaces=reader.texts(settings, "replaces"),
    )


def _round(reader: "_Reader", value: Value) -> Round:
    settings = value if isinstance(value, Mapping) else {"name": value}
    name = reader.text(settings, "name") or "Round"
    return Round(
        name=name,
        minutes=reader.number(settings, "minutes", 5),
        label=reader.text(settings, "label") or name,
        prompt=reader.text(settings, "prompt") or "",
    )


def _timezone(reader: "_Reader", values: Mapping[str, Value]) -> str:
    name = reader.text(values, "timezone")
    if name and any(part in {"", ".", ".."} for part in name.split("/")):
        reader.find("timezone", f"'{name}' is no time zone", "For instance Europe/Madrid")
        return "UTC"
    return name or "UTC"


def _folders(reader: "_Reader", values: Mapping[str, Value]) -> dict[str, str]:
    named = reader.mapping(values, "folders")
    reader.section = "folders"
    reader.known(named, frozenset(NOUNS), "folders.")
    folders = {noun: reader.folder(named, noun) for noun in named if noun in NOUNS}
    return {noun: folder for noun, folder in folders.items() if folder}


class _Reader:
    """Typed reading of one YAML mapping; what has another type becomes a finding.

    Attributes:
        section: the top-level key being read, where a nested finding points.
        findings: in the order met.
    """

    def __init__(self, path: str, lines: Mapping[str, int]) -> None:
        self._path = path
        self._lines = lines
        self.section = ""
        self.findings: list[Finding] = []

    def find(self, key: str, message: str, hint: str) -> None:
        line = self._lines.get(key.split(".", maxsplit=1)[0], self._lines.get(self.section, 0))
        self.findings.append(Finding(self._path, line, message, hint, rule="settings"))

    def known(self, values: Mapping[str, Value], known: frozenset[str], prefix: str) -> None:
        """Report each key of *values* that is not *known*, with the closest known one."""
        for key in values:
            if key not in known:
                close = get_close_matches(key, sorted(known), n=1)
                hint = f"did you mean {prefix}{close[0]}?" if close else ""
                self.find(f"{prefix}{key}", f"unknown setting '{prefix}{key}', ignored", hint)

    def text(self, values: Mapping[str, Value], key: str) -> str | None:
        value = values.get(key)
        if value is None or isinstance(value, str):
            return value
        self.find(key, f"'{key}' should be one word or sentence", "")
        return None

    def texts(self, values: Mapping[str, Value], key: str) -> tuple[str, ...]:
        value = values.get(key)
        if isinstance(value, str):
            return (value.lstrip("@"),)
        return tuple(v.lstrip("@") for v in self.items(values, key) if isinstance(v, str))

    def items(self, values: Mapping[str, Value], key: str) -> Sequence[Value]:
        value = values.get(key)
        if isinstance(value, tuple):
            return value
        if value is not None:
            self.find(key, f"'{key}' should be a list", "")
        return ()

    def mapping(self, values: Mapping[str, Value], key: str) -> Mapping[str, Value]:
        value = values.get(key)
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self.find(key, f"'{key}' should be a mapping", "")
        return {}

    def number(self, values: Mapping[str, Value], key: str, default: int) -> int:
        text = self.text(values, key)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
            return int(text)
        self.find(key, f"'{key}' should be a whole number, not '{text}'", f"taken as {default}")
        return default

    def time(self, values: Mapping[str, Value], key: str, default: str) -> str:
        text = self.text(values, key)
        if text is None or re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text, re.ASCII):
            return text or default
        self.find(key, f"'{key}' should be a time, not '{text}'", f"taken as {default}")
        return default

    def flag(self, values: Mapping[str, Value], key: str, *, default: bool) -> bool:
        text = self.text(values, key)
        if text is None or text.lower() in {"true", "false"}:
            return default if text is None else text.lower() == "true"
        self.find(key, f"'{key}' should be true or false, not '{text}'", "")
        return default

    def day(self, values: Mapping[str, Value], key: str) -> date | None:
        text = self.text(values, key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.find(key, f"'{key}' should be a day, not '{text}'", "for instance 2026-01-09")
            return None

    def folder(self, values: Mapping[str, Value], key: str) -> str | None:
        """A relative folder without `..`, or None; a setting never leads outside."""
        text = (self.text(values, key) or "").strip().rstrip("/")
        parts = text.split("/")
        if not text or text == ".":
            return None
        if (
            text.startswith(("/", "~"))
            or "\\" in text
            or any(p in {"..", ".git", ""} for p in parts)
        ):
            self.find(key, f"'{key}' must be a folder inside the team's folder, not '{text}'", "")
            return None
        return "/".join(part for part in parts if part != ".") or None
