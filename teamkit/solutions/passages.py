"""What the solutions say, to be found by free words, and who owns or is named in them."""

from collections.abc import Sequence

from teamkit.markdown import blocks
from teamkit.markdown.sections import lines
from teamkit.people.directory import Directory
from teamkit.solutions.evidence import shown_by
from teamkit.solutions.model import read_solution
from teamkit.store.search import Passage
from teamkit.team import Team


def passages(team: Team, people: Directory, words: Sequence[str]) -> list[Passage]:
    """Each need that holds any of these lower-case words: its tags, solutions and prose."""
    found = []
    for document in team.mentioning("solutions", words):
        need = read_solution(document, people.resolve)
        told = (line.text for line in lines(blocks.strip(document.body)) if not line.hidden)
        found.append(
            Passage(
                path=need.path,
                line=document.line_of("title"),
                title=need.title,
                text="\n".join((" ".join((*need.tags, *need.skills)), *told)),
                on=need.last_reviewed_on,
                shown=tuple(shown_by(need, people)),
            )
        )
    return found
