"""Every refusal teamkit can make: facts in, the sentence made here, its status and its way out.

A refusal is at most three lines: what, where (`path:line`), and the way out (the hint). Nobody
else composes error sentences. A bug is not a refusal: it is whatever is not a `TeamkitError`.
"""

from teamkit.errors.base import (
    AmbiguousError,
    BadDocumentError,
    BadPathError,
    ExitStatus,
    GapsError,
    NobodyKnowsError,
    NoTeamError,
    NotFoundError,
    TeamkitError,
    UnknownError,
    UsageError,
    WouldAskError,
    did_you_mean,
)
from teamkit.errors.changes import (
    WAY_ON,
    AlreadyThereError,
    ChangedMeanwhileError,
    CommitFailedError,
    ConflictError,
    EditedSinceError,
    EditRefusedError,
    GitError,
    HiddenFileError,
    LockedError,
    MadeMeanwhileError,
    NothingUnfinishedError,
    NotTakenError,
    NotWritableError,
    UnfinishedError,
)

__all__ = [
    "WAY_ON",
    "AlreadyThereError",
    "AmbiguousError",
    "BadDocumentError",
    "BadPathError",
    "ChangedMeanwhileError",
    "CommitFailedError",
    "ConflictError",
    "EditRefusedError",
    "EditedSinceError",
    "ExitStatus",
    "GapsError",
    "GitError",
    "HiddenFileError",
    "LockedError",
    "MadeMeanwhileError",
    "NoTeamError",
    "NobodyKnowsError",
    "NotFoundError",
    "NotTakenError",
    "NotWritableError",
    "NothingUnfinishedError",
    "TeamkitError",
    "UnfinishedError",
    "UnknownError",
    "UsageError",
    "WouldAskError",
    "did_you_mean",
]
