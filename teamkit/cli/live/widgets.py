"""What the full screen is made of, and its calm colours."""

from collections.abc import Callable

from textual.content import Content
from textual.events import Paste
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Input

CALM = Theme(
    "teamkit",
    primary="#5fafaf",
    accent="#5fafaf",
    warning="#e0af68",
    secondary="#8b95a3",
    foreground="#dcdfe4",
    background="#1c2128",
    surface="#1c2128",
    panel="#272e38",
)


class Pane(Widget):
    """A part of the screen that is drawn anew for the columns and rows it has."""

    def __init__(self, name: str, draw: Callable[[int, int], Content]) -> None:
        super().__init__(id=name)
        self._drawn = draw

    def render(self) -> Content:
        """What stands here now."""
        return self._drawn(self.size.width, self.size.height)


class InputLine(Input):
    """The input line; of what is pasted nothing is lost."""

    def on_paste(self, event: Paste) -> None:
        """Several pasted lines become one, to be read before it is noted."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.split()))
