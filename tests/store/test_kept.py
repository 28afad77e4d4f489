"""Pages in the clone's own state: found without git, whole or not at all, for nobody else."""

import stat
from pathlib import Path

import pytest

from teamkit.repo import Repo
from teamkit.store import kept
from tests.conftest import Folder

PAGE = {"name": "tidewatch", "shown": {"ana": [1, 2.5, None]}}


def test_what_is_kept_is_read_back_by_name_until_it_is_forgotten(tmp_path: Path) -> None:
    kept.keep(tmp_path, "repositories", "b", {"v": 2})
    kept.keep(tmp_path, "repositories", "a", PAGE)
    kept.keep(tmp_path, "repositories", "b", {"v": 3})
    both = kept.pages(tmp_path, "repositories")
    kept.forget(tmp_path, "repositories", "b")
    kept.forget(tmp_path, "repositories", "b")

    assert both == [PAGE, {"v": 3}]
    assert kept.pages(tmp_path, "repositories") == [PAGE]
    assert kept.pages(tmp_path, "other") == []


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    kept.keep(tmp_path, "repositories", "a", PAGE)

    mode = (tmp_path / "repositories/a.json").stat().st_mode

    assert stat.S_IMODE(mode) == 0o600


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"[]", b"[" * 100_000, b'"x"'])
def test_a_page_that_cannot_be_read_is_none(tmp_path: Path, text: bytes) -> None:
    kept.keep(tmp_path, "repositories", "a", PAGE)
    (tmp_path / "repositories/b.json").write_bytes(text)
    (tmp_path / "repositories/c.new").write_bytes(b"half")
    (tmp_path / "repositories/d.json").mkdir()

    assert kept.pages(tmp_path, "repositories") == [PAGE]


def test_the_state_is_where_git_says_it_is(small: Folder, tmp_path: Path) -> None:
    before = kept.state(small.path)
    (small.path / ".git/teamkit").mkdir()
    linked = tmp_path / "linked"
    small.git("worktree", "add", "-q", str(linked))
    (linked / "below").mkdir()

    found = [kept.state(place) for place in (small.path, small.path / "people", linked / "below")]

    assert before is None
    assert [place and place.resolve() for place in found] == [small.path / ".git/teamkit"] * 3
    assert Repo(linked).common_dir() == small.path / ".git"


def test_a_git_directory_elsewhere_is_found_too(empty: Folder) -> None:
    empty.git("init", "-q", "--separate-git-dir", "store", "work")
    (empty.path / "store/teamkit").mkdir()

    assert kept.state(empty.path / "work") == empty.path / "store/teamkit"


@pytest.mark.parametrize("text", [b"", b"\xff", b"gitdir: nowhere\n", b"gitdir: a\0b\n"])
def test_a_broken_pointer_leads_nowhere(tmp_path: Path, text: bytes) -> None:
    (tmp_path / ".git").write_bytes(text)

    assert kept.state(tmp_path) is None
    assert kept.state(Path("/")) is None
