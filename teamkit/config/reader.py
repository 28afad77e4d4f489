"""Typed reading of one YAML mapping; what has another type becomes a finding."""

from collections.abc import Mapping, Sequence
from datetime import date

from teamkit.config.parts import LONGEST, is_part, is_slug
from teamkit.days import after, is_time
from teamkit.facts import Finding
from teamkit.finder import nearest
from teamkit.markdown.document import Value
from teamkit.markdown.scalars import one_line

_ANY_DAY = date(2001, 1, 1)
_DIGITS = 5  # no number of minutes, seats or formats is longer


class Reader:
    """Typed reading of one YAML mapping; what has another type becomes a finding.

    Attributes:
        section: the top-level key being read, where a nested finding points.
        findings: in the order met.
    """

    def __init__(self, path: str, text: str, lines: Mapping[str, int]) -> None:
        self._path = path
        self._text = text
        self._lines = lines
        self.section = ""
        self.findings: list[Finding] = []

    def find(self, key: str, message: str, hint: str) -> None:
        """Report *key*, at its line or at that of the section around it."""
        line = self._lines.get(key.split(".", maxsplit=1)[0], self._lines.get(self.section, 0))
        self.findings.append(Finding(self._path, line, message, hint, rule="settings"))

    def slug(self, key: str, what: str) -> bool:
        """Whether *key*, which stands in the section, can be part of file names; else reports it.

        Args:
            key: as written.
            what: what it names, for the message.
        """
        if is_slug(key):
            return True
        first = self._lines.get(self.section, 1)
        below = enumerate(self._text.split("\n")[first:], first + 1)
        found = (at for at, row in below if key and row.strip(" \t{\"'").startswith(key))
        line = next(found, first)
        message = f"the {what} '{key}' cannot be part of a file name, so it is left out"
        hint = f"use letters, digits, - and _, at most {LONGEST}, for instance friday"
        self.findings.append(Finding(self._path, line, message, hint, rule="settings"))
        return False

    def known(self, values: Mapping[str, Value], known: frozenset[str], prefix: str) -> None:
        """Report each key of *values* that is not *known*, with the closest known one."""
        for key in values:
            if key not in known:
                close = nearest(key, sorted(known), most=1)
                hint = f"did you mean {prefix}{close[0]}?" if close else ""
                self.find(f"{prefix}{key}", f"unknown setting '{prefix}{key}', ignored", hint)

    def text(self, values: Mapping[str, Value], key: str) -> str | None:
        """One word or sentence, on one line; None when there is none."""
        value = values.get(key)
        if value is None or isinstance(value, str):
            return None if value is None else one_line(value)
        self.find(key, f"'{key}' should be one word or sentence", "")
        return None

    def texts(self, values: Mapping[str, Value], key: str) -> tuple[str, ...]:
        """A list of words, or one word as a list; handles lose their `@`."""
        value = values.get(key)
        items = self._split(key, value) if isinstance(value, str) else self.items(values, key)
        return tuple(one_line(item).lstrip("@") for item in items if isinstance(item, str))

    def _split(self, key: str, words: str) -> Sequence[Value]:
        """One word, or what somebody wrote with commas where a list belongs."""
        items = [item.strip() for item in words.split(",") if item.strip()]
        if "," in words:
            self.find(key, f"'{key}' should be a list", f"write [{', '.join(items)}]")
        return items

    def items(self, values: Mapping[str, Value], key: str) -> Sequence[Value]:
        """A list of whatever stands there."""
        value = values.get(key)
        if isinstance(value, tuple):
            return value
        if value is not None:
            self.find(key, f"'{key}' should be a list", "")
        return ()

    def mapping(self, values: Mapping[str, Value], key: str) -> Mapping[str, Value]:
        """The keys and values below *key*."""
        value = values.get(key)
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self.find(key, f"'{key}' should be a mapping", "")
        return {}

    def number(self, values: Mapping[str, Value], key: str, default: int, *, least: int = 0) -> int:
        """A whole number from *least* on."""
        text = self.text(values, key)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text) >= least:
            return int(text)
        if text == "0":
            self.find(key, f"'{key}' should be {least} or more, not 0", f"taken as {default}")
            return default
        self.find(key, f"'{key}' should be a whole number, not '{text}'", f"taken as {default}")
        return default

    def time(self, values: Mapping[str, Value], key: str, default: str) -> str:
        """A time of day, HH:MM."""
        text = self.text(values, key)
        if text is None or is_time(text):
            return text or default
        self.find(key, f"'{key}' should be a time, not '{text}'", f"taken as {default}")
        return default

    def span(self, values: Mapping[str, Value], key: str, default: str) -> str:
        """The span under *key*, such as `6 months`; *default* when it is none."""
        text = self.text(values, key) or default
        if after(_ANY_DAY, text) is None:
            self.find(key, f"'{key}' should be a span, not '{text}'", "For instance 6 months")
            return default
        return text

    def flag(self, values: Mapping[str, Value], key: str, *, default: bool) -> bool:
        """Whether it says true."""
        text = self.text(values, key)
        if text is None or text.lower() in {"true", "false"}:
            return default if text is None else text.lower() == "true"
        self.find(key, f"'{key}' should be true or false, not '{text}'", "")
        return default

    def day(self, values: Mapping[str, Value], key: str) -> date | None:
        """A day, 2026-01-09; None when there is none."""
        text = self.text(values, key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.find(key, f"'{key}' should be a day, not '{text}'", "for instance 2026-01-09")
            return None

    def folder(self, values: Mapping[str, Value], key: str) -> str | None:
        """A relative folder of plain parts, or None; a setting never leads outside."""
        if self.text(values, key) is None:
            return None
        text = str(values[key]).strip()
        parts = [part for part in text.rstrip("/").split("/") if part != "."]
        if not text or not parts:
            return None
        if text.startswith(("/", "~")) or not all(map(is_part, parts)):
            self.find(key, f"'{key}' must be a folder inside the team's folder, not '{text}'", "")
            return None
        return "/".join(parts)
