"""The statuses a shell sees, and refusals of what was typed or cannot be read."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

#: How many are listed where a name fits several.
_LISTED = 8


class ExitStatus(IntEnum):
    """The statuses a shell sees; public, and documented in docs/exit-statuses.md."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    NOT_FOUND = 3
    CONFLICT = 4
    BAD_DOCUMENT = 5
    NO_TEAM = 6
    GIT = 7
    WOULD_ASK = 8
    BUG = 70
    HUNG_UP = 129
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


class TeamkitError(Exception):
    """A refusal the user can act on.

    Attributes:
        message: what is refused, one sentence.
        where: `path` or `path:line` relative to the team's folder, when a file is the reason.
        hint: the way out: what to type or to change.
    """

    status = ExitStatus.USAGE

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def did_you_mean(close: Iterable[str]) -> str | None:
    """The hint that offers *close* names, or None when there are none."""
    names = ", ".join(close)
    return f"Did you mean: {names}?" if names else None


# ---- 2: usage, or a name that fits several ----------------------------------------------------


class UsageError(TeamkitError):
    """What was typed cannot be meant: an unreadable date, time range, handle or option."""


class AmbiguousError(TeamkitError):
    """A name fits several things; nothing happens.

    Attributes:
        fitting: all of them; the message lists the first.
    """

    def __init__(self, word: str, name: str, fitting: Sequence[str]) -> None:
        more = len(fitting) - _LISTED
        listed = ", ".join(fitting[:_LISTED]) + (f" and {more} more" if more > 0 else "")
        super().__init__(f"'{name}' fits several {word}: {listed}.", hint="Type more of the name.")
        self.fitting = tuple(fitting)


# ---- 3: not found -----------------------------------------------------------------------------


class NotFoundError(TeamkitError):
    """Something that was named is not there."""

    status = ExitStatus.NOT_FOUND


class UnknownError(NotFoundError):
    """No *word* (person, skill, series, topic, ...) goes by that name."""

    def __init__(
        self, word: str, name: str, close: Iterable[str] = (), *, hint: str | None = None
    ) -> None:
        super().__init__(f"There is no {word} '{name}'.", hint=did_you_mean(close) or hint)


class NobodyKnowsError(NotFoundError):
    """Nobody is known to know that skill."""

    def __init__(self, skill: str, close: Iterable[str]) -> None:
        names = ", ".join(close)
        super().__init__(
            f"Nobody is known to know '{skill}'.",
            hint=f"Closest to it: {names}"
            if names
            else "Add what you know: teamkit skills set SKILL LEVEL",
        )


# ---- 5: the named file cannot be read ---------------------------------------------------------


class BadDocumentError(TeamkitError):
    """A file cannot be read as teamkit's kind of Markdown; it is left alone.

    Attributes:
        path: relative to the team's folder.
        line: 1-based, 0 when no single line is to blame.
        why: the reason, a phrase.
        remedy: the way out where an editor is not the one, a phrase; mostly empty.
    """

    status = ExitStatus.BAD_DOCUMENT

    def __init__(self, path: str, line: int, why: str, *, remedy: str = "") -> None:
        super().__init__(
            f"Cannot read the file: {why}.",
            where=f"{path}:{line}" if line else path,
            hint=remedy or "Fix it in an editor; until then it is left alone.",
        )
        self.path, self.line, self.why, self.remedy = path, line, why, remedy


class BadPathError(BadDocumentError):
    """A path that would lead out of the team's folder or into git's own; nothing is opened."""

    status = ExitStatus.USAGE

    def __init__(self, path: str, why: str) -> None:
        hint = "Choose another name; if you did not type it, look in teamkit.yml."
        super().__init__(path, 0, why, remedy=hint)
        self.message = f"That is not a path of one of the team's files: {why}."


class GapsError(TeamkitError):
    """Something would be decided without files that cannot be read."""

    status = ExitStatus.BAD_DOCUMENT

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(
            "Some files that this depends on cannot be read.",
            where=", ".join(places),
            hint="Fix them in an editor; what is wrong with each: teamkit check",
        )


# ---- 6: no team repository --------------------------------------------------------------------


class NoTeamError(TeamkitError):
    """No teamkit.yml in this folder or above it."""

    status = ExitStatus.NO_TEAM

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"No team repository in {folder} or above it (no teamkit.yml).",
            hint="Start one here: teamkit init. Or look at an example: teamkit demo",
        )


# ---- 8: would have to ask ---------------------------------------------------------------------


class WouldAskError(TeamkitError):
    """A question is open and nobody may be asked."""

    status = ExitStatus.WOULD_ASK

    def __init__(self, question: str, flag: str) -> None:
        super().__init__(f"Needs an answer: {question}", hint=f"Pass {flag}")
