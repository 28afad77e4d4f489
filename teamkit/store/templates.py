"""The team's own template where it has one, else the built-in one; no code in templates."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from teamkit.errors import BadDocumentError
from teamkit.markdown.liquid import inert
from teamkit.store import files

#: What is copied from front matter; the rest somebody typed for this very page.
_COPIED = frozenset({"title", "name", "heading", "sections"})
_PACKAGE = Path(__file__).resolve().parent.parent


def data(kind: str) -> Path:
    """The folder `templates` or `examples`: in the wheel, else in the checkout."""
    packed = _PACKAGE / "_data" / kind
    return packed if packed.is_dir() else _PACKAGE.parent / kind


def source(root: Path, name: str) -> tuple[str, str]:
    """The template called *name* (`notes.md`), as (path for messages, text)."""
    own = f"templates/{name}"
    found = files.read(root, own)
    if found is not None:
        try:
            return own, found.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadDocumentError(own, 0, "it is not UTF-8") from error
    return name, (data("templates") / name).read_text(encoding="utf-8")


def fill(root: Path, name: str, values: Mapping[str, str]) -> str:
    """The template with each `$name` replaced, in one pass.

    In titles and names, which are copied from elsewhere, no site generator runs anything.

    Raises:
        BadDocumentError: it names something that is not in *values*, or has a stray `$`.
    """
    path, text = source(root, name)
    template = Template(text)
    known = ", ".join(f"${key}" for key in sorted(values))
    for match in template.pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        named = match["named"] or match["braced"]
        if match["invalid"] is not None:
            raise BadDocumentError(path, line, "a lone $ (write $$)")
        if named and named not in values:
            raise BadDocumentError(path, line, f"${named} is not known here; known: {known}")
    copied = _COPIED if name.endswith(".md") else ()
    shown = {key: inert(value) if key in copied else value for key, value in values.items()}
    return template.substitute(shown)
