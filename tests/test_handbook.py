"""The known commands on a git repository made from a real handbook site."""

import hashlib
from pathlib import Path

from tests.conftest import Folder


def standing(folder: Path) -> dict[str, str]:
    """Every file outside .git, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_the_known_commands_leave_every_standing_file_alone(handbook: Folder) -> None:
    before = standing(handbook.path)
    commands = [
        ["init", "--no-input", "--name", "Harbour", "--timezone", "Europe/Madrid",
         "--person", "ana=Ana Ferrer", "--person", "ben=Ben Oak", "--person", "carla"],
        ["agenda", "add", "Upload limits", "--by", "ben", "--aim", "decide"],
        ["agenda", "new", "friday", "--date", "2026-12-04"],
        ["notes", "rotate", "friday", "--date", "2026-12-04"],
        ["notes", "new", "friday", "--date", "2026-12-04"],
        ["skills", "set", "testing", "3"],
        ["skills", "who-knows", "testing"],
        ["solutions", "add", "Take large uploads", "--solution", "Resumable upload",
         "--time", "3-6d", "--risk", "storage cost", "--owner", "ana"],
        ["solutions", "for", "upload of large files"],
        ["notes", "list"],
        ["topics", "list"],
    ]  # fmt: skip

    results = [(command, handbook.run(*command)) for command in commands]

    assert [(command, r.stderr) for command, r in results if r.status] == []
    after = standing(handbook.path)
    assert {path: after.get(path) for path in before} == before
    assert handbook.status() == ""
    assert (handbook.path / "_docs/agendas/2026-12-04-friday.md").is_file()
    assert (handbook.path / "_docs/meetings-notes/2026-12-04-friday.md").is_file()
    assert "layout: default" in handbook.read("_docs/agendas/2026-12-04-friday.md")
