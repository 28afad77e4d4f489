"""Reading needs: all of a team's, and one as it will be once a changed text is written."""

from teamkit.errors import UsageError
from teamkit.knowledge.solutions.model import Need, read_need
from teamkit.markdown.document import parse
from teamkit.people.directory import Directory
from teamkit.team import Team


def needs(team: Team, people: Directory) -> list[Need]:
    """Every readable need, retired ones too, in path order."""
    return [read_need(document, people.resolve) for document in team.documents("solutions")]


def read_back(path: str, text: str, people: Directory) -> Need:
    """The need that *text* will be.

    Raises:
        UsageError: some of it is no text that a file can hold.
        BadDocumentError: its front matter cannot be read.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError("Some of what was typed is not UTF-8 text.") from error
    return read_need(parse(path, data), people.resolve)
