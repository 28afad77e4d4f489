"""One run of teamkit: the world as values, the team opened on first use, and how it ends."""

import os
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from teamkit.errors import AlreadyThereError, NotFoundError, TeamkitError, UnknownError, UsageError
from teamkit.output.console import Console
from teamkit.output.shapes import Grid, Shape, Stack, Table

if TYPE_CHECKING:
    from teamkit.people.directory import Directory
    from teamkit.people.person import Person
    from teamkit.store.change import Change
    from teamkit.team import Applied, Team


class Session:
    """What one command may know of the world outside.

    Attributes:
        dry_run, commit, include_dirty, no_input: the shared options.
    """

    def __init__(
        self, environ: Mapping[str, str], start: Path | None, stdin: TextIO, console: Console
    ) -> None:
        self.environ = environ
        self._start = start
        self.stdin = stdin
        self.console = console
        self.dry_run = False
        self.commit = True
        self.include_dirty = False
        self.no_input = False

    @classmethod
    def from_process(cls) -> "Session":
        """The session of this process: its environment, folder and streams."""
        _fill_streams()
        console = Console(sys.stdout, sys.stderr, environ=os.environ)
        return cls(os.environ, _here(), sys.stdin, console)

    @property
    def json(self) -> bool:
        """Whether programs read the output."""
        return self.console.json

    @json.setter
    def json(self, value: bool) -> None:
        self.console.json = value

    @property
    def plain(self) -> bool:
        """Whether the output is tab-separated lines."""
        return self.console.plain

    @plain.setter
    def plain(self, value: bool) -> None:
        self.console.plain = value

    @property
    def start(self) -> Path:
        """The folder it was started in, or `-C`.

        Raises:
            NotFoundError: that folder is gone.
        """
        if self._start is None:
            raise NotFoundError("The folder you are in is gone.", hint="cd somewhere else")
        return self._start

    def start_in(self, folder: str) -> None:
        """Work as if started in *folder*.

        Raises:
            NotFoundError: there is no such folder.
        """
        named = Path(folder)
        place = named if named.is_absolute() else self.start / named
        if not place.is_dir():
            raise NotFoundError(f"There is no folder {folder}.", hint="Check the path after -C")
        self._start = place.resolve()

    # ---- the world ----------------------------------------------------------------------------

    @cached_property
    def team(self) -> "Team":
        """The team repository around the start folder.

        Raises:
            NoTeamError: there is none.
        """
        from teamkit.team import Team

        return Team.open(self.start)

    @cached_property
    def people(self) -> "Directory":
        """Everybody on the team."""
        from teamkit.people.directory import directory

        return directory(self.team)

    def person(self, name: str) -> "Person":
        """The person *name* means; `@me` asks git.

        Raises:
            UnknownError: nobody fits.
            AmbiguousError: several fit.
            BadDocumentError: the file of that handle stands, but cannot be read.
        """
        me = self.team.repo.identity() if name.lower() in {"@me", "me"} else None
        try:
            return self.people.find(name, me)
        except UnknownError:
            if "/" not in name:
                self.team.document("people", name.lstrip("@"))
            raise

    @cached_property
    def me(self) -> "Person | None":
        """Who is running this, as far as git and the people's files tell."""
        try:
            return self.person("@me")
        except NotFoundError:
            return None

    @cached_property
    def today(self) -> date:
        """The day in the team's time zone; `TEAMKIT_TODAY` sets it."""
        said = self.environ.get("TEAMKIT_TODAY")
        if said:
            try:
                return _counted(date.fromisoformat(said))
            except ValueError as error:
                raise UsageError(
                    f"TEAMKIT_TODAY is '{said}', which is no day.", hint="Say it as 2026-12-04"
                ) from error
        from datetime import datetime
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            return datetime.now(ZoneInfo(self.team.config.timezone)).date()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return datetime.now().astimezone().date()

    def day(self, text: str | None) -> date | None:
        """The day *text* means; None stays None."""
        from teamkit.days import day

        return None if text is None else day(text, self.today)

    def past_day(self, text: str | None) -> date | None:
        """The day *text* means, looking back: `fri` is the latest one; None stays None."""
        from teamkit.days import past_day

        return None if text is None else past_day(text, self.today)

    # ---- the end ------------------------------------------------------------------------------

    def show(self, shape: Shape, *beside: str) -> None:
        """Print *shape*; beside its rows in a pipe, where notes have no place, say *beside*."""
        self.console.show(shape)
        if self.console.shows_rows_alone and not self.json and _has_rows(shape):
            self.tell(beside)

    def tell(self, said: Iterable[str]) -> None:
        """Say sentences on stderr, beside what was shown."""
        for sentence in said:
            self.console.say(sentence)

    def finish(
        self,
        change: "Change",
        shape: Shape,
        *said: str,
        whole: Collection[str] = (),
        later: str = "teamkit save",
    ) -> None:
        """Write *change*, then print *shape* and, on stderr, what was *said*.

        The files *whole* are committed with all that people changed in them by hand; *later* is
        what commits what this does not. With `--dry-run` nothing is written and the diff takes
        the shape's place.
        """
        if self.dry_run:
            self._rehearse(change, shape)
            half_done = None
        else:
            commit = self.commit and self.team.config.commit
            include_dirty = self.include_dirty or whole
            applied = self.team.apply(change, commit=commit, include_dirty=include_dirty)
            self.console.show(shape)
            said, half_done = (*said, *_told(applied, change, later)), applied.half_done
        for sentence in said:
            self.console.say(sentence)
        self.remind(half_done)

    def _rehearse(self, change: "Change", shape: Shape) -> None:
        diff = self.team.diff(change)
        if self.json:
            self.console.show(shape._replace(facts={**shape.facts, "diff": diff}))
            return
        self.console.diff(diff)
        if isinstance(shape, Table | Stack):
            self.console.aside(shape)

    def remind(self, half_done: tuple[str, tuple[str, ...]] | None) -> None:
        """Say what a killed command left behind, and how to finish it."""
        if half_done:
            message, paths = half_done
            self.console.say(f"An earlier command was stopped half-way: '{message}'.")
            self.console.say(f"Look at it with git diff, then: teamkit save {_quoted(paths)}")

    def way_out(self, error: TeamkitError) -> TeamkitError:
        """*error*, with the way out where it stops at what a killed command left behind."""
        if isinstance(error, AlreadyThereError) and "team" in self.__dict__:
            with suppress(TeamkitError):
                half_done = self.team.half_done()
                if half_done and error.where in half_done[1]:
                    paths = _quoted(half_done[1])
                    hint = f"A command was stopped half-way. Look at it, then: teamkit save {paths}"
                    return AlreadyThereError(error.where, hint=hint)
        return error

    def close(self) -> None:
        """Say which files were skipped; runs after every command."""
        if "team" in self.__dict__:
            self.console.warn(f"skipped {finding}" for finding in self.team.unreadable)


def _has_rows(shape: Shape) -> bool:
    return isinstance(shape, Table | Grid) and bool(shape.rows)


def _told(applied: "Applied", change: "Change", later: str) -> Sequence[str]:
    """What became of the change, in sentences."""
    told = []
    if applied.commit:
        told.append(f"Committed: {change.subject}")
    elif not applied.paths:
        told.append("Nothing to change.")
    elif not applied.left:
        told.append(f"Written, not committed; when it is ready: {later}")
    if applied.left:
        paths = _quoted(applied.left)
        told.append(f"Edited but not committed, because it had changes of its own: {paths}")
        told.append(f"Commit all of it with: teamkit save {paths}")
    return told


def _quoted(paths: Sequence[str]) -> str:
    """The paths as a shell takes them."""
    import shlex

    return shlex.join(paths)


def _counted(day: date) -> date:
    """*day*, refused where the calendar ends before a year of meetings could be counted."""
    if not MINYEAR < day.year < MAXYEAR - 1:
        raise ValueError(day)
    return day


def _here() -> Path | None:
    try:
        return Path.cwd()
    except OSError:
        return None


def _fill_streams() -> None:
    """Put nothing where a stream was closed (`>&-`), so that no file of ours gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # stays open
            setattr(sys, name, nothing)
