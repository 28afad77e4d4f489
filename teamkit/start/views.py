"""What is shown before there is a team, and when one has been started."""

from teamkit.output import fields
from teamkit.output.common import FILE
from teamkit.output.fields import PATH, TEXT, Field, Page, Record, many
from teamkit.output.shapes import Lines
from teamkit.start.demo import TRY

_START = (
    ("teamkit demo", "an example team with a year of history, to try things on"),
    ("teamkit init", "start a team repository here"),
    ("teamkit --help", "everything else"),
)
_COMMAND = Record[tuple[str, str]](
    "command",
    "A command to start with.",
    (
        Field("command", lambda pair: pair[0], TEXT, "What to type."),
        Field("about", lambda pair: pair[1], TEXT, "What it does."),
    ),
)
_DEMO_TEAM = Record[str](
    "demo_team",
    "The example team that was written.",
    (
        Field("path", lambda path: path, PATH, "Its folder."),
        Field("try", lambda _: TRY, many(TEXT), "Commands to try there."),
    ),
)
_INIT = Page("init", "The new team's settings.", FILE, writes=True)
_DEMO = Page("demo", "The example team.", _DEMO_TEAM)
_OUTSIDE = Page("start", "How to start, outside a team's repository.", _COMMAND)


def outside() -> Lines:
    """The three commands to start with."""
    return fields.lines(_OUTSIDE, [f"{command:<16}{what}" for command, what in _START], _START)


def started(path: str) -> Lines:
    """The path of the new team."""
    return fields.lines(_INIT, (path,), (path,))


def demo(path: str) -> Lines:
    """The folder of the example team."""
    return fields.lines(_DEMO, (path,), (path,))
