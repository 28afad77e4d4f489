"""A page's body as its sections and its tables, by line of the file."""

from collections.abc import Collection, Sequence
from functools import cached_property

from teamkit.markdown import blocks, insert, tables
from teamkit.markdown.document import Document
from teamkit.markdown.sections import Section, sections
from teamkit.markdown.tables import PipeTable

#: The level of the headings that name the parts of a page.
LEVEL = 2


class Outline:
    """The sections and tables of a document's body; generated blocks count as empty lines."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._body = blocks.strip(document.body)

    @cached_property
    def sections(self) -> Sequence[Section]:
        """In the file's order, the part before the first heading too."""
        return sections(self._body, self.document.body_line)

    @cached_property
    def tables(self) -> Sequence[PipeTable]:
        """In the file's order."""
        return tables.tables(self._body, self.document.body_line)

    @property
    def heading(self) -> str:
        """The first heading of level 1; empty when there is none."""
        return next((one.title for one in self.sections if one.level == 1), "")

    def parts(self, title: str) -> list[list[Section]]:
        """Each section of level 2 with that title: itself, then the deeper ones below it."""
        found: list[list[Section]] = []
        inside = False
        for section in self.sections:
            if 0 < section.level <= LEVEL:
                inside = section.level == LEVEL and section.title.casefold() == title.casefold()
                if inside:
                    found.append([])
            if inside:
                found[-1].append(section)
        return found

    def section(self, title: str, *, of_any_level: bool = False) -> Section | None:
        """The first section of level 2 with that title; else one of another level."""
        named = [one for one in self.sections if one.title.casefold() == title.casefold()]
        own = [one for one in named if one.level == LEVEL]
        return next(iter(own or (named if of_any_level else [])), None)

    def with_section(self, title: str, lines: Sequence[str], followed_by: Collection[str]) -> str:
        """The whole text with a new section, before the first of those that follow it."""
        following = filter(None, map(self.section, followed_by))
        place = next((one.line - 1 for one in following), None)
        if place is None:
            place = insert.last_words(self.document.text)
        return insert.below(self.document.text, place, [f"{'#' * LEVEL} {title}", "", *lines])

    def after(self, text: str) -> "Outline":
        """The outline of the same file once its body has been edited and it says *text*."""
        return Outline(self.document._replace(text=text))

    def with_body(self, body: str) -> str:
        """The whole text with another body."""
        return self.document.text[: self.document.body_start] + body


def holds(part: Sequence[Section], table: PipeTable) -> bool:
    """Whether *table* is in one of these adjacent sections."""
    last = part[-1]
    end = last.lines[-1].number if last.lines else last.line
    return part[0].line < table.line <= end
