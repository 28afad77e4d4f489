"""Every kind of JSON that commands print, from the rooms' views."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from teamkit.check import views as check
from teamkit.cli import versions
from teamkit.knowledge.commits import views as commits
from teamkit.knowledge.skills import views as skills
from teamkit.knowledge.skills import views_map, views_vocabulary
from teamkit.knowledge.solutions import views as solutions
from teamkit.knowledge.solutions import views_document, views_missing, views_record
from teamkit.knowledge.survey import views as survey
from teamkit.meetings import views_shared as meetings
from teamkit.meetings.actions import views as actions
from teamkit.meetings.agendas import views as agendas
from teamkit.meetings.agendas import views_move, views_prepared
from teamkit.meetings.live import views as live
from teamkit.meetings.messages import views as messages
from teamkit.meetings.notes import views as notes
from teamkit.meetings.notes import views_digest, views_lines
from teamkit.meetings.topics import views as topics
from teamkit.meetings.turns import views as turns
from teamkit.meetings.wrapup import views as wrapup
from teamkit.output import fields
from teamkit.output.fields import TEXT, Field, Page, Record
from teamkit.output.shapes import Column, Table
from teamkit.people import views as people
from teamkit.projects.advice import views as advice
from teamkit.projects.allocation import views as allocation
from teamkit.projects.allocation import views_load
from teamkit.projects.proposals import views as proposals
from teamkit.projects.proposals import views_pack, views_show
from teamkit.share import views as share
from teamkit.start import views as start
from teamkit.week import views as week

_VIEWS = (
    actions, advice, agendas, allocation, check, commits, live, meetings, messages, notes, people,
    proposals, share, skills, solutions, start, survey, topics, turns, versions, views_digest,
    views_document, views_lines, views_load, views_map, views_missing, views_move, views_pack,
    views_prepared, views_record, views_show, views_vocabulary, week, wrapup,
)  # fmt: skip

_KIND = Record[Page[Any]](
    "json_kind",
    "A kind of JSON that a command prints.",
    (
        Field("name", lambda page: page.kind, TEXT, "Its kind.", Column("Kind", style="bold")),
        Field("about", lambda page: page.about, TEXT, "What it holds.", Column("What")),
    ),
)
_LIST = Page("schema", "Every kind of JSON.", _KIND)


def listed() -> Table:
    """Every kind of JSON, with a sentence each."""
    return fields.table(_LIST, pages().values(), notes=("Its keys: teamkit schema KIND",))


def pages() -> dict[str, Page[Any]]:
    """Each page by its kind, in order of kind."""
    found = [_LIST, *(page for module in _VIEWS for page in _declared(module))]
    return {page.kind: page for page in sorted(found, key=lambda page: page.kind)}


def _declared(module: ModuleType) -> Iterator[Page[Any]]:
    for value in vars(module).values():
        if isinstance(value, Page):
            yield value
        elif isinstance(value, Mapping):
            yield from (page for page in value.values() if isinstance(page, Page))
