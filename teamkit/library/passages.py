"""What the talks say, to be found by free words; who gave them, and who would like to hear one."""

from collections.abc import Sequence

from teamkit.facts import Evidence
from teamkit.library.evidence import given
from teamkit.markdown import blocks
from teamkit.people.directory import Directory
from teamkit.store.search import Passage
from teamkit.team import Team

#: What a talk is while somebody still waits for it.
_WAITED_FOR = frozenset(["wanted", "offered", "scheduled"])


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each talk that holds any of these lower-case words."""
    found = []
    for one in team.mentioning("talks", words):
        title, on = one.title(), one.day("date")
        is_waited_for = one.text_of("status") in _WAITED_FOR
        line = one.line_of("asked_by")
        wanting = tuple(
            Evidence(people.resolve(who), "wants", title, frozenset(), on, one.path, line)
            for who in (one.handles("asked_by") if is_waited_for else ())
        )
        found.append(
            Passage(
                path=one.path,
                line=one.line_of("title"),
                title=title,
                text=" ".join((*one.texts("skills"), blocks.strip(one.body))),
                on=on if not is_waited_for else None,
                shown=tuple(given(one, people)),
                wanting=wanting,
            )
        )
    return found
