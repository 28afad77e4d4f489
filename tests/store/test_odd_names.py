"""File names that are not text, or hold what a terminal obeys: named, and nothing else stops."""

import os
from pathlib import Path

import pytest

from tests.conftest import Folder

PAGE = (
    "---\ntitle: Odd\nname: Odd\ndate: 2026-11-27\nby: ana\nseries: friday\n---\n\n"
    "## Odd\n\n- [ ] @ana Look at it\n"
)
KINDS = ("people", "notes", "agendas", "topics", "skills", "skills/surveys", "solutions",
         "proposals", "talks")  # fmt: skip
COMMANDS = (
    "",
    "--json",
    "check",
    "people list --json",
    "notes list",
    "notes digest",
    "agenda show friday --date 2026-11-20",
    "agenda new friday --date 2026-12-11",
    "agenda add Tiles",
    "topics list --json",
    "actions list",
    "skills list",
    "skills who-knows iac",
    "skills gaps",
    "solutions list",
    "solutions for uploads",
    "solutions doc --out docs/solutions.md",
    "proposals list",
    "allocation load --months 4",
    "notes rotate friday --date 2026-12-11",
    "save -n",
)


def _ends(command: str, stem: bytes) -> set[int]:
    """How *command* may end: what decides does not do so without a file that cannot be read."""
    if command in {"check", "save -n"}:
        return {0, 1, 5}
    is_unreadable = stem.decode("utf-8", "replace").encode() != stem
    return {5} if command.startswith("notes rotate") and is_unreadable else {0}


def odd(folder: Folder, stem: bytes) -> None:
    for kind in KINDS:
        place = folder.path / kind / os.fsdecode(stem + b".md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(PAGE)


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("stem", [b"2026-11-27-caf\xe9", b"2026-11-27-a\nb\x1b[31m\xe2\x80\xae"])
def test_every_command_goes_on_beside_an_odd_name(
    demo: Folder, stem: bytes, *, committed: bool
) -> None:
    odd(demo, stem)
    if committed:
        demo.commit("Odd names")

    for command in COMMANDS:
        done = demo.run("--no-input", *command.split())

        assert done.status in _ends(command, stem), command
        said = done.stdout + done.stderr
        assert "\x1b[31m" not in said
        assert "\u202e" not in said
        said.encode()


def test_a_name_that_is_not_utf8_is_named_as_it_can_be_typed(small: Folder) -> None:
    odd(small, b"2026-11-27-caf\xe9")

    listed = small.run("notes", "list")
    checked = small.run("check", "notes")

    path = r"notes/2026-11-27-caf\xe9.md"
    assert f"skipped {path}: its name is not UTF-8\n" in listed.stderr
    assert f"{path}: cannot be read: its name is not UTF-8" in checked.stdout
    assert checked.status == 1


def test_a_link_or_a_pipe_among_the_records_is_named_by_check(small: Folder) -> None:
    small.write({"notes/a.md": PAGE})
    (small.path / "notes/link.md").symlink_to("a.md")
    os.mkfifo(Path(small.path, "notes/pipe.md"))

    checked = small.run("check", "notes")

    assert "notes/link.md: cannot be read: it is a link" in checked.stdout
    assert "notes/pipe.md: cannot be read: it is not a plain file" in checked.stdout


def test_a_need_is_not_added_where_the_others_cannot_be_seen(small: Folder) -> None:
    small.write({"solutions": "a file where a folder should be"})

    refused = small.run("solutions", "add", "Large uploads")

    assert refused.status == 5
    assert refused.stderr.startswith(
        "teamkit: Cannot read the file: not a directory.\n  solutions\n"
    )
