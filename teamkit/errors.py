"""Every refusal teamkit can make: facts in, the sentence made here, its status and its way out.

A refusal is at most three lines: what, where (`path:line`), and the way out (the hint). Nobody
else composes error sentences. A bug is not a refusal: it is whatever is not a `TeamkitError`.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum


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
    INTERRUPTED = 130
    CLOSED_PIPE = 141


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


#: What finishes or undoes every change that was begun.
WAY_ON = "Finish it: teamkit save --continue. Or undo it: teamkit save --abort"


def did_you_mean(close: Iterable[str]) -> str | None:
    """The hint that offers *close* names, or None when there are none."""
    names = ", ".join(close)
    return f"Did you mean: {names}?" if names else None


# ---- 2: usage, or a name that fits several ----------------------------------------------------


class UsageError(TeamkitError):
    """What was typed cannot be meant: an unreadable date, time range, handle or option."""


class AmbiguousError(TeamkitError):
    """A name fits several things; all are listed and nothing happens."""

    def __init__(self, word: str, name: str, fitting: Sequence[str]) -> None:
        super().__init__(
            f"'{name}' fits several {word}: {', '.join(fitting)}.",
            hint="Type more of the name.",
        )


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
            else "Say what you know: teamkit skills set SKILL LEVEL",
        )


# ---- 4: conflict, or already there ------------------------------------------------------------


class ConflictError(TeamkitError):
    """The world is not as the change needs it; nothing was written."""

    status = ExitStatus.CONFLICT


class AlreadyThereError(ConflictError):
    """The file to be created stands already."""

    def __init__(self, path: str, *, hint: str | None = None) -> None:
        super().__init__(
            "It is already there; nothing was written.",
            where=path,
            hint=hint or "Edit that file, or choose another name.",
        )


class ChangedMeanwhileError(ConflictError):
    """A file changed between being read and being written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            "The file changed while the command ran; nothing was written.",
            where=path,
            hint="Save it in your editor and run the command again.",
        )


class MadeMeanwhileError(AlreadyThereError):
    """The file to be created appeared between being looked for and being written."""


class HiddenFileError(ConflictError):
    """Git knows a file there that is not on disk, or would not take one; nothing was written."""

    def __init__(self, path: str, why: str, way_out: str) -> None:
        super().__init__(f"Cannot write here: {why}.", where=path, hint=way_out)


class UnfinishedError(ConflictError):
    """A file belongs to an earlier change that was not finished; nothing was written."""

    def __init__(self, subject: str, paths: Sequence[str]) -> None:
        super().__init__(
            f"An earlier change is unfinished: '{subject}'; nothing was written.",
            where=", ".join(paths),
            hint=WAY_ON,
        )


class EditedSinceError(ConflictError):
    """A file of an unfinished change was edited since, so only a person can go on."""

    def __init__(self, subject: str, paths: Sequence[str], typed: str) -> None:
        super().__init__(
            f"Edited since '{subject}' was begun; nothing was touched.",
            where=", ".join(paths),
            hint=f"Look at it with git diff, then commit it: teamkit save {typed}",
        )


class NothingUnfinishedError(NotFoundError):
    """No change waits to be finished or undone."""

    def __init__(self) -> None:
        super().__init__(
            "No change is unfinished.", hint="To commit what you edited by hand: teamkit save"
        )


class NotWritableError(ConflictError):
    """The file system refuses: read-only, full, or not a plain file in the team's folder."""

    def __init__(self, path: str, why: str, *, hint: str | None = None) -> None:
        super().__init__(f"Cannot write: {why}.", where=path, hint=hint)


class LockedError(ConflictError):
    """Another teamkit holds the lock of this clone."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(
            f"Another teamkit is writing here (waited {seconds:.0f} s).",
            where=path,
            hint="Let it finish and run the command again.",
        )


class EditRefusedError(ConflictError):
    """The edit would have changed more than was asked, so it was not made."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(
            f"Cannot change {what} without touching the rest: {why}.",
            hint="Change it by hand in an editor; then teamkit save.",
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
            hint=remedy or "Mend it in an editor; teamkit leaves it alone until then.",
        )
        self.path, self.line, self.why, self.remedy = path, line, why, remedy


class BadPathError(BadDocumentError):
    """A path that would lead out of the team's folder or into git's own; nothing is opened."""

    def __init__(self, path: str, why: str) -> None:
        hint = "Choose another name; look at teamkit.yml if nobody typed it."
        super().__init__(path, 0, why, remedy=hint)
        self.message = f"That is not the path of a file of the team: {why}."


# ---- 6: no team repository --------------------------------------------------------------------


class NoTeamError(TeamkitError):
    """No teamkit.yml in this folder or above it."""

    status = ExitStatus.NO_TEAM

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"No team repository in {folder} or above it (no teamkit.yml).",
            hint="Start one here: teamkit init. Or look at an example: teamkit demo",
        )


# ---- 7: git refused, or no network ------------------------------------------------------------


class GitError(TeamkitError):
    """Git refused, or is missing, or the repository is in the middle of something."""

    status = ExitStatus.GIT


class CommitFailedError(GitError):
    """The files are written, but git did not commit them.

    Attributes:
        said: git's reason, or its hook's, a phrase.
        paths: what it did not commit.
        fix: what to do about the reason.
    """

    def __init__(
        self,
        said: str,
        paths: Sequence[str],
        *,
        fix: str = "Fix the cause",
        again: str = "teamkit save --continue",
    ) -> None:
        undo = " (undo it: teamkit save --abort)" if again.endswith("--continue") else ""
        super().__init__(
            f"Git did not commit: {said}.",
            where=", ".join(paths),
            hint=f"Your change is kept, uncommitted{undo}. {fix}, then: {again}",
        )
        self.said, self.paths, self.fix = said, tuple(paths), fix


class NotTakenError(CommitFailedError):
    """Git would not take a new file into its index."""


# ---- 8: would have to ask ---------------------------------------------------------------------


class WouldAskError(TeamkitError):
    """A question is open and nobody may be asked."""

    status = ExitStatus.WOULD_ASK

    def __init__(self, question: str, flag: str) -> None:
        super().__init__(f"Would have to ask: {question}", hint=f"Answer with {flag}")
