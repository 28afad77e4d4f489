"""How the demo's files are written: front matter, tables, generated blocks, templates."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

#: What YAML readers take for something else than text, or what begins with a date.
_NEEDS_QUOTES = re.compile(
    r"""^$ | ^[-.?:,\[\]{}#&*!|>'"%@`\s] | :\s | \s\# | :$
      | ^\d{4}-\d\d-\d\d(?!-[a-z]) | ^\d+:\d | ^[\d.]+$ | ^(yes|no|on|off|true|false|null|~)$""",
    re.VERBOSE | re.IGNORECASE,
)


def page(meta: Mapping[str, object], body: str) -> str:
    """A whole file: front matter without the empty values, a blank line, the body."""
    lines = [line for key, value in meta.items() for line in _entry(key, value)]
    return "\n".join(["---", *lines, "---", "", body.strip("\n"), ""])


def table(header: str, rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; *header* is its first row, `>` before the titles of numbers."""
    titles = [title.strip() for title in header.split("|")]
    dashes = ["---:" if title.startswith(">") else "---" for title in titles]
    lines = [[title.removeprefix(">") for title in titles], dashes, *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cells(row: str) -> list[str]:
    """The cells of a row written as `a | b | c`."""
    return [cell.strip() for cell in row.split("|")]


def block(name: str, content: str) -> str:
    """A generated block with the checksum of its content."""
    text = content.strip("\n")
    checksum = hashlib.sha256(text.encode()).hexdigest()[:4]
    return f"<!-- teamkit:begin {name} sum={checksum} -->\n\n{text}\n\n<!-- teamkit:end -->"


def fill(template: str, **values: str) -> str:
    """One of our own templates with its names filled in."""
    text = (TEMPLATES / template).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def _entry(key: str, value: object) -> list[str]:
    if value in ("", None, (), []):
        return []
    if isinstance(value, (list, tuple)):
        return [f"{key}:", *(f"  - {_scalar(item)}" for item in value)]
    return [f"{key}: {_scalar(value)}"]


def _scalar(value: object) -> str:
    if isinstance(value, (int, date)):
        return str(value)
    text = str(value)
    return f'"{text}"' if _NEEDS_QUOTES.search(text) else text
