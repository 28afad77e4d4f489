"""Where things stand in a proposal's file: its sections, and the table that belongs to each."""

from collections.abc import Sequence
from typing import NamedTuple

from teamkit.markdown import blocks
from teamkit.markdown.sections import Section, sections
from teamkit.markdown.tables import PipeTable
from teamkit.markdown.tables import tables as tables_in
from teamkit.projects.proposals.model import ADVICE, ALLOCATION, NEEDS

#: Section -> the columns its table has, in the order in which the sections stand.
SECTIONS = {"Needs": NEEDS, "Allocation": ALLOCATION, "Advice": ADVICE, "Decision": ()}
#: The level of the headings that name them.
LEVEL = 2
#: Section -> the columns without which a table is not its own, and those of other tables.
_TELLING = {
    "Needs": (("Need",), ("Person", "State")),
    "Allocation": (("Need", "Person"), ()),
    "Advice": (("Asked",), ()),
}


class ProposalPage(NamedTuple):
    """A whole file, cut into its parts; what was generated counts as empty lines.

    Attributes:
        sections: in the file's order, the part before the first heading too.
        tables: in the file's order.
    """

    sections: Sequence[Section]
    tables: Sequence[PipeTable]

    def parts(self, name: str) -> list[list[Section]]:
        """Each section of level 2 with that name: itself, then the deeper ones below it."""
        found: list[list[Section]] = []
        inside = False
        for section in self.sections:
            if 0 < section.level <= LEVEL:
                is_it = section.level == LEVEL and section.title.casefold() == name.casefold()
                inside = is_it
                if is_it:
                    found.append([])
            if inside:
                found[-1].append(section)
        return found

    def tables_of(self, name: str) -> list[PipeTable]:
        """The tables under that heading that are told by their columns.

        Where no such heading stands, a table is known by its columns alone.
        """
        having, lacking = _TELLING[name]
        parts = self.parts(name)
        return [
            table
            for table in self.tables
            if all(table.column(column) is not None for column in having)
            and all(table.column(column) is None for column in lacking)
            and (not parts or any(_holds(part, table) for part in parts))
        ]

    def own_tables(self, name: str) -> list[PipeTable]:
        """Every table right below such a heading, whatever its columns, above deeper headings."""
        return [
            table
            for table in self.tables
            if any(_holds(part[:1], table) for part in self.parts(name))
        ]


def page(text: str) -> ProposalPage:
    """The parts of a whole file, front matter and generated blocks left out."""
    told = blocks.strip(text)
    return ProposalPage(sections(told), tables_in(told))


def _holds(part: Sequence[Section], table: PipeTable) -> bool:
    last = part[-1]
    end = last.lines[-1].number if last.lines else last.line
    return part[0].line < table.line <= end
