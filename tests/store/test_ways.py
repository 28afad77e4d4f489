"""The second way to files, for systems that have less: what is looked at before and after."""

import os
import shutil
from pathlib import Path

import pytest

from teamkit.errors import BadDocumentError, NotWritableError
from teamkit.store import files, places
from teamkit.store.change import Write
from tests.conftest import Folder
from tests.store.test_files import OLD, everything, lay
from tests.store.ways import shim, take_away


def test_where_no_folder_can_be_opened_its_names_are_written_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse_folders(place: Path, flags: int, mode: int = 0o777) -> int:
        if Path(place).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(place, flags, mode)

    take_away(monkeypatch, "paths")
    monkeypatch.setattr(os, "open", refuse_folders)

    files.write(tmp_path, [Write("notes/a.md", "new")])

    assert (tmp_path / "notes/a.md").read_text() == "new"


def test_by_path_a_folder_that_became_another_one_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away(monkeypatch, "paths")
    lay(tmp_path, {"team/notes/a.md": "a", "elsewhere/a.md": "secret"})
    (tmp_path / "team/notes").chmod(0o755)
    with places.opened(tmp_path / "team", "notes") as here:
        (tmp_path / "team/notes").rename(tmp_path / "old")
        (tmp_path / "team/notes").symlink_to("../elsewhere")

        for use in (
            lambda: here.read("a.md"),
            here.entries,
            lambda: here.create("b.md", b"", mode=None),
        ):
            with pytest.raises(OSError, match="its folder was replaced"):
                use()

    assert everything(tmp_path / "elsewhere") == {"a.md": b"secret"}


def test_by_path_a_file_that_became_another_one_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def swap(place: Path, flags: int, mode: int = 0o777) -> int:
        (tmp_path / "a.md").unlink()
        (tmp_path / "a.md").symlink_to("secret")
        return opened(place, flags, mode)

    take_away(monkeypatch, "paths")
    lay(tmp_path, {"a.md": "a", "secret": "secret"})
    monkeypatch.setattr(os, "open", swap)

    with pytest.raises(BadDocumentError, match="it is a link"):
        files.read(tmp_path, "a.md")


def test_by_path_a_team_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_away(monkeypatch, "paths")
    lay(tmp_path, {"team": "a file"})

    assert files.read(tmp_path / "team", "a.md") is None


def test_without_links_a_name_that_was_only_taken_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_away(monkeypatch, "paths and no links")
    lay(tmp_path, OLD)
    before = everything(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(NotWritableError, match="no space left"):
        files.write(tmp_path, [Write("notes/x.md", "new")])

    assert everything(tmp_path) == before


#: Whole commands, one after the other: reading, new files, edits, several files, a log, refusals.
COMMANDS = (
    ("agenda", "new", "friday", "--date", "2026-12-11"),
    ("agenda", "add", "Tiles"),
    ("agenda", "add", "tiles"),
    ("agenda", "vote", "webhooks"),
    ("notes", "new", "friday", "--date", "2026-12-04"),
    ("notes", "add", "--date", "2026-12-04", "a @ana Look at the tiles"),
    ("people", "away", "ben", "2026-12-10"),
    ("skills", "set", "terraform", "2"),
    ("solutions", "add", "Send reports", "--solution", "A queue"),
    ("solutions", "doc", "--out", "docs/solutions.md"),
    ("save",),
    ("check",),
    ("actions", "list", "--json"),
    ("skills", "who-knows", "iac"),
)


def test_both_ways_do_the_same(demo: Folder, tmp_path: Path) -> None:
    other = Folder(tmp_path / "other")
    shutil.copytree(demo.path, other.path, symlinks=True)
    env = {way: shim(tmp_path / way, way) for way in ("descriptors", "paths")}

    for command in COMMANDS:
        done = demo.shell(*command, env=env["descriptors"])
        again = other.shell(*command, env=env["paths"])

        told = done.stderr.replace(str(demo.path), str(other.path))
        assert (again.status, again.stdout, again.stderr) == (done.status, done.stdout, told)
        assert done.status in {0, 1, 4}
    assert other.log(9) == demo.log(9)
    assert other.status() == demo.status()
    assert {p: d for p, d in everything(other.path).items() if not p.startswith(".git/")} == {
        p: d for p, d in everything(demo.path).items() if not p.startswith(".git/")
    }
