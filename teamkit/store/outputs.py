"""Pages written for readers: one generated block, and whatever people wrote around it."""

from collections.abc import Callable
from typing import NamedTuple

from teamkit.config import Config
from teamkit.config.parts import is_part
from teamkit.errors import AlreadyThereError, UsageError
from teamkit.kinds import KINDS
from teamkit.markdown import blocks
from teamkit.markdown.document import Document
from teamkit.markdown.front_matter import new_text
from teamkit.markdown.liquid import inert
from teamkit.store import layout
from teamkit.store.change import Change, Write, edit


class Output(NamedTuple):
    """What a page is to hold.

    Attributes:
        block: the name of the generated block.
        what: what it is, for sentences: "the pack".
        command: which command writes it: "proposals pack".
        title: of a new page.
        content: Markdown of the block.
    """

    block: str
    what: str
    command: str
    title: str
    content: str


class Written(NamedTuple):
    """What became of a page: its path, and whether its block stays, because of edits by hand."""

    change: Change
    path: str
    block: str
    is_kept: bool

    @property
    def told(self) -> tuple[str, ...]:
        """Whether edits by hand stay, as sentences."""
        kept = f"The block '{self.block}' was edited by hand and stays as it is"
        return (f"{kept}; --regenerate replaces it.",) if self.is_kept else ()


def put(
    config: Config,
    path: str,
    read: Callable[[str], Document | None],
    output: Output,
    *,
    regenerate: bool = False,
) -> Written:
    """The change that writes a page: a new one, or the block of one that stands.

    What stands around the block is never touched.

    Args:
        config: says which folders hold records.
        path: of the page, relative to the team's folder.
        read: gives the page as it stands.
        output: what it is to hold.
        regenerate: whether to replace what somebody edited by hand, too.

    Raises:
        UsageError: no such page can stand there.
        AlreadyThereError: a page stands there that has no place for the block.
        BadDocumentError: it stands but cannot be read.
        EditRefusedError: its blocks are broken.
    """
    _check_place(config, path)
    block, title, content = output.block, output.title, output.content
    standing = read(path)
    if standing is None:
        text = new_text({"title": title}, f"# {inert(title)}\n\n{blocks.block(block, content)}")
        change = Change(f"Write {output.what}, {path}", output.command, (Write(path, text),))
        return Written(change, path, block, is_kept=False)
    if block not in blocks.names(standing.text):
        lines = f"<!-- teamkit:begin {block} --> and, on the line below, <!-- teamkit:end -->"
        raise AlreadyThereError(path, hint=f"To have {output.what} in it, add a line {lines}")
    # A block that somebody made room for carries no checksum, and nothing that could be lost.
    _, before = blocks.put(standing.text, block, "")
    is_empty = before is blocks.BlockOutcome.SAME
    text, outcome = blocks.put(standing.text, block, content, regenerate=regenerate or is_empty)
    message = f"Bring {output.what} up to date, {path}"
    change = Change(message, output.command, edit(standing, text))
    return Written(change, path, block, is_kept=outcome is blocks.BlockOutcome.KEPT)


def _check_place(config: Config, path: str) -> None:
    """Refuse what is no page, and folders in which every page is a record or a template."""
    folder, _, name = path.rpartition("/")
    hint = "For instance: --out docs/page.md"
    if not name.endswith(".md") or not all(map(is_part, path.split("/"))):
        raise UsageError(f"{path} cannot hold a Markdown page.", hint=hint)
    if folder == "templates":
        raise UsageError(f"{path} would be read as a template.", hint=hint)
    for kind in KINDS:
        if folder == layout.folder(config, kind) and layout.is_record(name):
            raise UsageError(f"{path} would be read as one of the {kind}.", hint=hint)
