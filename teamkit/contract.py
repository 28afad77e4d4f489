"""Every kind of JSON that commands print, from the rooms' views."""

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from teamkit.check import views as check
from teamkit.cli import versions
from teamkit.output.fields import Page
from teamkit.people import views as people
from teamkit.share import views as share
from teamkit.start import views as start
from teamkit.week import views as week

_VIEWS = (check, people, share, start, versions, week)


def pages() -> dict[str, Page[Any]]:
    """Each page by its kind, in order of kind."""
    found = {page.kind: page for module in _VIEWS for page in _declared(module)}
    return dict(sorted(found.items()))


def _declared(module: ModuleType) -> Iterator[Page[Any]]:
    for value in vars(module).values():
        if isinstance(value, Page):
            yield value
        elif isinstance(value, Mapping):
            yield from (page for page in value.values() if isinstance(page, Page))
