"""The running meeting as a Textual app: keys and lines go to the engine, what it says is shown."""

from asyncio import get_running_loop
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import ClassVar, NamedTuple, Protocol

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Input, Static

from teamkit.cli import signals
from teamkit.cli.live import panes
from teamkit.cli.live.keys import HELP_WORDS, KEYS, helped
from teamkit.cli.live.widgets import CALM, InputLine, Pane
from teamkit.errors import ExitStatus, TeamkitError
from teamkit.meetings.live import prompts
from teamkit.meetings.live.run import Reply, Running
from teamkit.meetings.live.state import State

_TICK = 1.0
#: Rows that what is said has anyway, and those it may take for a longer answer.
_ROOM, _LOW_ROOM = (3, 7), (2, 2)
#: Sentences said before that may still stand above the last ones.
_KEPT = 20
_PLACEHOLDER = "Enter continues; type a line to note it"
_HALF_TYPED = "A line is half typed: Enter notes it, Esc takes it away."


class Ended(NamedTuple):
    """How the screen was left.

    Attributes:
        said: sentences that remain to be said on the terminal.
    """

    said: tuple[str, ...]
    status: int


class Show(Protocol):
    """What shows a meeting, as `show` does."""

    def __call__(self, one: Running, told: Sequence[str], now: Callable[[], datetime]) -> Ended:
        """Show it until it is left."""


def show(one: Running, told: Sequence[str], now: Callable[[], datetime]) -> Ended:
    """Show *one* full screen until it is left; a bug in it rises when the screen is closed."""
    app = LiveMeeting(one, told, now)
    ended = app.run(mouse=False)  # so the terminal's own selection of text goes on working
    signals.listen()  # again: the loop takes its own handlers along
    if app.bug is not None:
        raise app.bug
    if ended is None:
        raise RuntimeError("the screen closed by itself")
    return ended


class LiveMeeting(App[Ended]):
    """The running meeting, full screen.

    Attributes:
        bug: what went wrong in here, to be raised when the screen is closed.
    """

    TITLE = "teamkit meeting run --live"
    CSS_PATH = "live.tcss"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = "Input"
    # Textual only reads them.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-medium"), (104, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-middle"), (30, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key.keys, f"press({number})", show=False) for number, key in enumerate(KEYS)),
        Binding("ctrl+q", f"leave({ExitStatus.DONE.value})", show=False, priority=True),
        Binding("ctrl+c", f"leave({ExitStatus.INTERRUPTED.value})", show=False, priority=True),
        Binding("escape", "clear", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
    ]

    def __init__(self, one: Running, told: Sequence[str], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.bug: Exception | None = None
        self._one, self._now = one, now
        self._next: datetime | None = now()
        self._before: tuple[str, ...] = ()
        # The screen itself shows the item that begins.
        self._said = tuple(told)[: len(told) - len(prompts.begun(one.state))]
        self._typed: list[str] = [""]
        self._at = 0

    def compose(self) -> ComposeResult:
        """The parts of the screen."""
        yield self._pane("top", lambda w, _: panes.top(self._state, self._now(), w))
        with Horizontal(id="middle"):
            yield self._pane("plan", lambda w, h: panes.plan(self._state, w, h))
            with Vertical(id="here"):
                with Vertical(id="now"):
                    yield Static(id="place")
                    yield Static(id="title")
                    yield Static(id="asked")
                    yield Static(id="turn")
                    with Horizontal(id="clock"):
                        yield Digits(id="digits")
                        yield Static(id="spent")
                        yield Static(id="left")
                    yield self._pane("bar", lambda w, _: panes.bar(self._state, self._now(), w))
                yield self._pane("noted", lambda w, h: panes.noted(self._state, w, h))
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="words")
        yield self._pane("said", lambda w, h: panes.said(self._before, self._said, w, h))
        yield InputLine(placeholder=_PLACEHOLDER, compact=True, select_on_focus=False)
        yield self._pane("keys", lambda w, _: panes.keys(w))

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.register_theme(CALM)
        self.theme = CALM.name
        self.look_at_the_clock()
        self.set_interval(_TICK, self.look_at_the_clock)
        self._hear_signals()

    def _hear_signals(self) -> None:
        """Leave at a signal; raised wherever the loop is, it would end as a task's own failure."""
        for number, status in signals.listened().items():
            with suppress(NotImplementedError):  # Windows
                get_running_loop().add_signal_handler(number, self.action_leave, status.value)

    def look_at_the_clock(self) -> None:
        """Show the time, and what the engine has to say about it, when it has."""
        with self.carried_out():
            now = self._now()
            if self._next is not None and now >= self._next:
                answer = self._one.tick(now)
                self._next = answer.next
                self._said = (*self._said, *answer.said)
            self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A line was typed; an empty one closes the page first, where one lies open."""
        event.input.clear()
        if not event.value and self._is_page_open:
            self._is_page_open = False
            return
        self._remember(event.value)
        self._type(event.value)

    def action_press(self, number: int) -> None:
        """A key was pressed that stands for a word."""
        key = KEYS[number]
        if key.moves and self._line.value.strip():
            self._tell((_HALF_TYPED,))
        else:
            self._type(key.word)

    def action_leave(self, status: int) -> None:
        """Leave the meeting open, to go on later."""
        with self.carried_out():
            self.exit(Ended(self._one.left(self._now()).said, status))

    def action_clear(self) -> None:
        """Close the page, or take away what is half typed; Up brings that back."""
        if self._is_page_open:
            self._is_page_open = False
        else:
            self._remember(self._line.value)
            self._line.clear()

    def action_recall(self, step: int) -> None:
        """A line typed before."""
        self._at = min(max(0, self._at + step), len(self._typed) - 1)
        self._line.value = self._typed[self._at]
        self._line.cursor_position = len(self._line.value)

    def action_turn(self, step: int) -> None:
        """Turn the page."""
        page = self._page
        page.scroll_relative(y=step * max(1, page.size.height - 2), animate=False)

    @contextmanager
    def carried_out(self) -> Iterator[None]:
        """Refusals are said; a bug closes the screen and is kept for whoever opened it."""
        try:
            yield
        except (TeamkitError, OSError) as error:
            self._tell(_refused(error))
        except Exception as error:  # noqa: BLE001  # Textual would print it; ours is the boundary
            self.bug = error
            self.exit()

    def _type(self, text: str) -> None:
        """One line to the engine, from the keyboard or from a key."""
        answer = None
        with self.carried_out():
            answer = self._one.typed(text, self._now())
        if answer is not None and answer.is_over:
            self.exit(Ended(answer.said, ExitStatus.DONE))
        elif answer is not None:
            is_help = text.strip().lower() in HELP_WORDS
            self._answer(answer._replace(said=(*helped(), "", *answer.said)) if is_help else answer)
            self._next = self._now()
            self.look_at_the_clock()

    def _answer(self, answer: Reply) -> None:
        """Show an answer; a line that was refused stands on the input line again."""
        said = answer.said
        if said and said[-1].startswith("You typed: "):
            self.action_recall(-1)
            said = said[:-1]
        self._tell(said)

    def _tell(self, said: Sequence[str]) -> None:
        """Say it above the input line, or on a page of its own where it is longer than that."""
        pane = self.query_one("#said")
        rows = [row for one in said for row in panes.wrapped(one, pane.size.width)]
        few, most = _LOW_ROOM if self.screen.has_class("-low") else _ROOM
        self._is_page_open = len(rows) > most
        pane.set_class(few < len(rows) <= most, "-more")
        if self._is_page_open:
            self.query_one("#words", Static).update(panes.page(said))
            self._page.scroll_home(animate=False)
        else:
            self._before = (*self._before, *self._said)[-_KEPT:]
            self._said = tuple(said)
        self._draw()

    def _remember(self, text: str) -> None:
        if text:
            self._typed[-1:] = [text, ""]
        self._at = len(self._typed) - 1

    def _draw(self) -> None:
        state, now = self._one.state, self._now()
        self.query_one("#digits", Digits).update(panes.spent(state, now))
        parts = {
            "place": panes.place(state),
            "title": panes.title(state),
            "asked": panes.asked(state),
            "turn": panes.turn(state),
            "spent": panes.in_a_row(state, now),
            "left": panes.left(state, now),
        }
        for name, content in parts.items():
            part = self.query_one(f"#{name}", Static)
            part.update(content)
            part.set_class(not content.plain, "-empty")
        self.query_one("#now").set_class(panes.is_near(state), "-near")
        for pane in self.query(Pane):
            pane.refresh()

    def _pane(self, name: str, draw: Callable[[int, int], Content]) -> Pane:
        """A part of the screen; a bug in its drawing is carried out too."""

        def drawn(width: int, height: int) -> Content:
            with self.carried_out():
                return draw(width, height)
            return Content()

        return Pane(name, drawn)

    @property
    def _state(self) -> State:
        return self._one.state

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    @property
    def _is_page_open(self) -> bool:
        return self.screen.has_class("-page")

    @_is_page_open.setter
    def _is_page_open(self, is_open: bool) -> None:
        self.screen.set_class(is_open, "-page")

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)


def _refused(error: TeamkitError | OSError) -> tuple[str, ...]:
    if isinstance(error, TeamkitError):
        return tuple(filter(None, (error.message, error.where, error.hint)))
    return (f"The file system refuses: {(error.strerror or 'no reason given').lower()}.",)
