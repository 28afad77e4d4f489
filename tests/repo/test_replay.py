"""A history made in one go."""

from datetime import datetime
from pathlib import Path

import pytest

from teamkit.errors import GitError
from teamkit.repo import Identity
from teamkit.repo.replay import PastCommit, replay
from tests.conftest import Folder

ANA, BEN = Identity("Ana Ferr\u00e1ndiz", "ana@harbour.example"), Identity("Ben", "ben@b.example")
COMMITS = [
    PastCommit(
        datetime.fromisoformat("2026-11-01T10:00:00+01:00"), ANA, "Begin",
        {"a.md": b"a\r\nno end", "notes/\u00e9 b.md": "\u00e9\n".encode()},
    ),
    PastCommit(
        datetime.fromisoformat("2026-11-02T09:30:00-05:30"), BEN, "Go on\n\nWhy.", {"c.md": b""}
    ),
]  # fmt: skip


def made(folder: Path) -> Folder:
    team = Folder(folder)
    team.write({path: data.decode() for one in COMMITS for path, data in one.files.items()})
    replay(folder, COMMITS)
    return team


def test_commits_are_those_of_the_people_and_days(tmp_path: Path) -> None:
    team = made(tmp_path)

    assert team.git("log", "--reverse", "--format=%an|%ae|%aI|%cn|%ce|%cI|%B") == (
        "Ana Ferr\u00e1ndiz|ana@harbour.example|2026-11-01T10:00:00+01:00"
        "|Ana Ferr\u00e1ndiz|ana@harbour.example|2026-11-01T10:00:00+01:00|Begin\n\n"
        "Ben|ben@b.example|2026-11-02T09:30:00-05:30"
        "|Ben|ben@b.example|2026-11-02T09:30:00-05:30|Go on\n\nWhy.\n\n"
    )


def test_each_file_is_committed_as_it_is(tmp_path: Path) -> None:
    team = made(tmp_path)

    assert team.git("branch", "--show-current") == "main\n"
    assert team.git("status", "--porcelain", "--ignored") == ""
    assert team.git("show", "HEAD:a.md") == "a\nno end"
    assert team.git("ls-tree", "-rz", "--name-only", "HEAD").split("\0")[:-1] == [
        "a.md", "c.md", "notes/\u00e9 b.md",
    ]  # fmt: skip


def test_what_git_refuses_is_said(tmp_path: Path) -> None:
    bad = COMMITS[0]._replace(files={"notes//a.md": b""})

    with pytest.raises(GitError, match="Git refused: "):
        replay(tmp_path, [bad])
