"""Refusals of a change: the world is not as it needs it, or git refuses."""

from collections.abc import Sequence

from teamkit.errors.base import ExitStatus, NotFoundError, TeamkitError

#: What finishes or undoes every change that was begun.
WAY_ON = "Finish it: teamkit save --continue. Or undo it: teamkit save --abort"


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
            f"Edited since '{subject}' began; nothing was touched.",
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
