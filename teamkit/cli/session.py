"""One run of teamkit: the world as values, the team opened on first use, and how it ends."""

import os
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from teamkit.cli import sentences
from teamkit.cli.answers import Answers
from teamkit.errors import (
    BadPathError,
    CommitFailedError,
    EditedSinceError,
    NotFoundError,
    TeamkitError,
    UnfinishedError,
    UnknownError,
    UsageError,
)
from teamkit.output.console import Console
from teamkit.output.shapes import Grid, Shape, Stack, Table

if TYPE_CHECKING:
    from teamkit.cli.input import Input
    from teamkit.people.directory import Directory
    from teamkit.people.person import Person
    from teamkit.store.change import Change
    from teamkit.team import Team


class Session:
    """What one command may know of the world outside.

    Attributes:
        dry_run, commit, include_dirty, no_input: the shared options.
        answers: what was asked and answered so far.
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
        self.answers = Answers()

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
    def input(self) -> "Input":
        """What comes in on stdin; nobody else reads of it."""
        from teamkit.cli.input import Input

        return Input(self.stdin)

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
                with suppress(BadPathError):
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
                    f"TEAMKIT_TODAY is '{said}', which is not a day.", hint="Write it as 2026-12-04"
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
        later: str | None = None,
    ) -> None:
        """Write *change*, then print *shape* and, on stderr, what was *said*.

        The files *whole* are committed with all that people changed in them by hand; *later* is
        what commits what this does not. With `--dry-run` nothing is written and the diff takes
        the shape's place.
        """
        if self.dry_run:
            self._rehearse(change, shape)
        else:
            commit = self.commit and self.team.config.commit
            include_dirty = self.include_dirty or whole
            applied = self.team.apply(change, commit=commit, include_dirty=include_dirty)
            self.console.show(shape)
            said = (*said, *sentences.applied(applied, change, later))
        self.tell(said)

    def _rehearse(self, change: "Change", shape: Shape) -> None:
        diff = self.team.diff(change)
        if self.json:
            self.console.show(shape._replace(facts={**shape.facts, "diff": diff}))
            return
        self.console.diff(diff)
        if isinstance(shape, Table | Stack):
            self.console.aside(shape)

    def read_again(self) -> None:
        """Forget what was read of the team; its lock, where it is held, stays held."""
        self.team = self.team.again()
        for name in ("people", "me"):
            self.__dict__.pop(name, None)

    def refuse(self, error: TeamkitError) -> None:
        """Print a refusal, which files were skipped, and which earlier change is unfinished."""
        self.console.refuse(error)
        self._name_skipped(but=error.where or "")
        if not isinstance(error, UnfinishedError | EditedSinceError | CommitFailedError):
            self._remind()

    def close(self) -> None:
        """Say which files were skipped, and what is unfinished; runs after every command."""
        self._name_skipped()
        self._remind()

    def _name_skipped(self, *, but: str = "") -> None:
        """Name the files that were skipped, *but* those that are named already."""
        if "team" in self.__dict__:
            self.team.name_missing()
            found = [one for one in self.team.unreadable if one.path not in but]
            self.console.warn(f"skipped {finding}" for finding in found)

    def _remind(self) -> None:
        """Name each change that a killed command, or a refused commit, left behind."""
        if "team" in self.__dict__:
            with suppress(TeamkitError):
                found = self.team.unfinished()
                self.tell(sentences.unfinished(found, self.team.folder, self.start))


def _has_rows(shape: Shape) -> bool:
    return isinstance(shape, Table | Grid) and bool(shape.rows)


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
