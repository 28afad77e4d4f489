"""What cannot be read is not nothing: reading names it, and what decides from it refuses."""

import pytest

from tests.conftest import Folder

BROKEN = "---\ntitle: a\ntitle: b\n---\n"
CATALOG = "skills:\n  docker: {title: Docker}\n  docker: {title: Docker again}\n"
ROTATE = ("notes", "rotate", "friday", "--date", "2026-12-04")
NEW = ("agenda", "new", "friday", "--date", "2026-12-04")
REFUSED = "teamkit: Some files that this depends on cannot be read.\n"


@pytest.mark.parametrize(
    "command",
    [
        ("skills", "alias", "docker", "dk"),
        ("skills", "merge", "docker", "podman"),
        ("skills", "set", "docker", "2"),
        ("skills", "who-knows", "docker"),
        ("solutions", "add", "Ship it", "--solution", "A box", "--skill", "docker"),
        ("skills", "add", "Podman"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_catalog_that_cannot_be_read_is_named_not_taken_for_empty(
    small: Folder, command: tuple[str, ...]
) -> None:
    small.write({"skills/catalog.yml": CATALOG})
    small.commit("Catalog")

    result = small.run(*command)

    assert (result.status, result.stdout) == (5, "")
    assert "skills/catalog.yml:3" in result.stderr
    assert "There is no skill" not in result.stderr
    assert small.status() == ""


@pytest.mark.parametrize("path", ["notes/2026-11-20-friday.md", "people/dani.md"])
def test_nobody_is_picked_while_turns_cannot_be_counted(small: Folder, path: str) -> None:
    small.run(*NEW)
    small.write({path: BROKEN})

    result = small.run(*ROTATE)
    picked = small.run(*ROTATE, "--pick", "ben")

    assert (result.status, result.stdout) == (5, "")
    assert result.stderr.startswith(f"{REFUSED}  {path}:3\n  Fix them in an editor")
    assert picked.status == 0
    small.write({path: "---\nname: Dani\ntitle: Fixed\n---\n"})
    assert small.run(*ROTATE, "--again").status == 0


def test_a_skip_picks_nobody_either(small: Folder) -> None:
    small.run(*NEW)
    small.run(*ROTATE, "--pick", "ben")
    small.write({"notes/2026-11-20-friday.md": BROKEN})

    result = small.run("notes", "skip", "ben", "--because", "a dentist")

    assert (result.status, result.stderr.startswith(REFUSED)) == (5, True)


def test_an_agenda_is_compiled_but_gives_no_role_to_anybody(small: Folder) -> None:
    settings = small.read("teamkit.yml").replace("facilitator: carla", "facilitator: rotate")
    small.write({"teamkit.yml": settings, "notes/2026-11-20-friday.md": BROKEN})
    small.commit()

    result = small.run(*NEW)

    assert result.status == 0
    assert "facilitator:\n" in small.read("agendas/2026-12-04-friday.md") or (
        "facilitator" not in small.read("agendas/2026-12-04-friday.md")
    )
    assert (
        "No role was given to anybody, because these cannot be read: notes/2026-11-20-friday.md:3."
        in result.stderr
    )
    small.write({"notes/2026-11-20-friday.md": "---\ntitle: Fixed\n---\n"})
    assert small.run(*ROTATE, "--role", "facilitator").status == 0


@pytest.mark.parametrize("path", ["people/ben.md", "skills/ben.md", "proposals/other.md"])
def test_nobody_is_suggested_while_files_cannot_be_read(demo: Folder, path: str) -> None:
    demo.write({path: BROKEN})

    for command in (("suggest", "saltmarsh-beacon"), ("why", "saltmarsh-beacon", "ana")):
        result = demo.run("allocation", *command)
        assert (result.status, result.stdout) == (5, "")
        assert result.stderr.startswith(f"{REFUSED}  {path}:3\n")


@pytest.mark.parametrize("kind", ["people", "topics", "solutions", "notes", "proposals"])
def test_a_folder_that_cannot_be_opened_is_not_an_empty_list(small: Folder, kind: str) -> None:
    small.git("mv", "people", "others")
    small.write({kind: "a file where the folder should be\n"})

    result = small.run(kind, "list")

    assert (result.status, result.stdout) == (5, "")
    assert f"\n  {kind}\n" in result.stderr


def test_a_refusal_names_the_files_that_were_skipped(small: Folder) -> None:
    small.write({"people/dani.md": BROKEN})

    result = small.run("people", "away", "danny", "2026-12-24")

    assert result.status == 3
    assert "skipped people/dani.md:3" in result.stderr
