"""`teamkit save`, on real git."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Folder, Result

NOTES = "notes/2026-11-20-friday.md"
SOUND = "---\ntitle: 2026-11-20 friday\n---\n\n## Wins\n\n- Win: all green\n"
BROKEN = "---\ntitle: a\ntitle: b\n---\n"


def test_one_new_file_is_committed_and_named(small: Folder) -> None:
    small.write({NOTES: SOUND})

    result = small.run("save")

    assert result == Result(0, f"{NOTES}\n", f"Committed: Add {NOTES}\n")
    assert small.git("log", "-1", "--format=%B").strip() == f"Add {NOTES}\n\nTeamkit: save"
    assert small.status() == ""


def test_changed_new_and_deleted_files_go_into_one_commit(small: Folder) -> None:
    small.write({NOTES: SOUND, "people/ana.md": "---\nname: Ana\n---\n\nHello\n"})
    (small.path / "people/ben.md").unlink()

    result = small.run("save")

    assert result.stdout == f"{NOTES}\npeople/ana.md\npeople/ben.md\n"
    assert small.log() == ["Save 3 files: 2026-11-20-friday, ana, ben"]
    assert small.status() == ""


@pytest.mark.parametrize(
    ("change", "subject"),
    [("people/ana.md", "Update people/ana.md"), ("", "Remove people/ben.md")],
)
def test_the_message_says_what_became_of_one_file(small: Folder, change: str, subject: str) -> None:
    if change:
        small.write({change: "---\nname: Ana C\n---\n"})
    else:
        (small.path / "people/ben.md").unlink()

    small.run("save")

    assert small.log() == [subject]


def test_many_files_are_counted_not_all_named(small: Folder) -> None:
    small.write({f"topics/t{n}.md": f"---\ntitle: T{n}\n---\n" for n in range(7)})

    small.run("save")

    assert small.log() == ["Save 7 files: t0, t1, t2, t3, t4 and 2 more"]


def test_a_message_of_ones_own(small: Folder) -> None:
    small.write({NOTES: SOUND})

    small.run("save", "-m", "Notes of Friday by @ana")

    assert small.log() == ["Notes of Friday by ana"]


def test_an_empty_message_is_refused(small: Folder) -> None:
    small.write({NOTES: SOUND})

    assert small.run("save", "-m", " ").status == 2
    assert small.log() == ["Start"]


def test_the_rest_of_the_repository_is_left_alone(small: Folder) -> None:
    small.write({"src/app.py": "x = 1\n", "templates/base.html": "<p>\n", NOTES: SOUND})
    small.git("add", "src/app.py")

    result = small.run("save")

    assert result.stdout == f"{NOTES}\n"
    assert small.status() == "A  src/app.py\n?? templates/base.html\n"


def test_settings_templates_and_the_catalog_are_the_teams(small: Folder) -> None:
    settings = small.read("teamkit.yml").replace("Small team", "Our team")
    files = {
        "skills/catalog.yml": "skills: {go: Go}\n",
        "teamkit.yml": settings,
        "templates/notes.md": "---\ntitle: $heading\n---\n",
    }
    small.write(files)

    assert small.run("save").stdout == "".join(f"{path}\n" for path in files)


def test_files_of_editors_are_left_alone(small: Folder) -> None:
    small.write({"notes/.x.md.swp": "", "notes/x.md~": "", "notes/#x.md#": "", NOTES: SOUND})

    assert small.run("save").stdout == f"{NOTES}\n"


def test_pictures_beside_the_notes_are_saved_too(small: Folder) -> None:
    (small.path / "notes").mkdir()
    (small.path / "notes/board.png").write_bytes(b"\x89PNG\x00\xff")

    assert small.run("save").stdout == "notes/board.png\n"


def test_a_link_is_left_alone(small: Folder) -> None:
    (small.path / "notes").symlink_to(small.path / "people")

    assert small.run("save") == Result(0, "", "Nothing to save: everything is committed.\n")


def test_nothing_to_save_is_said(small: Folder) -> None:
    assert small.run("save") == Result(0, "", "Nothing to save: everything is committed.\n")


def test_unreadable_files_stop_it_and_all_are_told(small: Folder) -> None:
    small.write(
        {
            NOTES: BROKEN,
            "topics/x.md": "---\ntitle: X\n---\n",
            "people/ana.md": "<<<<<<< a\n=======\n>>>>>>> b\n",
            "skills/catalog.yml": "skills: [\n",
            "templates/notes.md": "\n<<<<<<< a\n=======\n>>>>>>> b\n",
        }
    )

    result = small.run("save")

    assert (result.status, result.stdout) == (1, "")
    named = [line.partition(": ")[0] for line in result.stderr.split("\n")]
    assert named == [
        f"{NOTES}:3",
        "people/ana.md:1",
        "skills/catalog.yml:2",
        "templates/notes.md:2",
        "Nothing was saved. Fix this first, then",
        "",
    ]
    assert small.log() == ["Start"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_read_stops_it(small: Folder) -> None:
    small.write({NOTES: SOUND})
    (small.path / NOTES).chmod(0)

    assert small.run("save").status == 1


def test_other_findings_are_said_and_do_not_stop_it(small: Folder) -> None:
    small.write({"topics/x.md": "---\ntitle: X\nby: bne\n---\n"})

    result = small.run("save")

    assert result == Result(
        0,
        "topics/x.md\n",
        "topics/x.md:3: nobody here is called 'bne' (did you mean ben?)\n"
        "Committed: Add topics/x.md\n",
    )


def test_paths_limit_it(small: Folder) -> None:
    small.write({NOTES: SOUND, "topics/x.md": "---\ntitle: X\n---\n"})

    result = small.run("save", "notes")

    assert result.stdout == f"{NOTES}\n"
    assert small.status() == "?? topics/x.md\n"


def test_a_deleted_file_may_be_named(small: Folder) -> None:
    (small.path / "people/ben.md").unlink()

    assert small.run("save", "people/ben.md").stdout == "people/ben.md\n"


@pytest.mark.parametrize(
    ("path", "status"), [("nots", 3), ("../x", 2), ("src/app.py", 2), ("people/ana.md", 0)]
)
def test_paths_that_cannot_be_meant_are_refused(small: Folder, path: str, status: int) -> None:
    small.write({"src/app.py": "x = 1\n"})

    result = small.run("save", path)

    assert (result.status, result.stdout) == (status, "")


BLOCK = "# Ours\n\n<!-- teamkit:begin solutions -->\n<!-- teamkit:end -->\n"


def test_a_page_with_a_generated_block_is_saved_when_it_is_named(small: Folder) -> None:
    small.write({"docs/solutions.md": "# Ours\n", "docs/other.md": BLOCK})
    small.commit("Pages")
    small.write({"docs/solutions.md": BLOCK, "docs/other.md": f"{BLOCK}\nMore\n", NOTES: SOUND})

    result = small.run("save", "docs/solutions.md")

    assert result == Result(0, "docs/solutions.md\n", "Committed: Update docs/solutions.md\n")
    assert small.run("save").stdout == f"{NOTES}\n"
    assert small.status() == " M docs/other.md\n"


def test_a_page_that_is_as_committed_has_nothing_to_save(small: Folder) -> None:
    small.write({"docs/solutions.md": BLOCK})
    small.commit("A page")

    result = small.run("save", "docs/solutions.md")

    assert result == Result(0, "", "Nothing to save: everything is committed.\n")


def test_what_solutions_doc_left_uncommitted_is_saved_as_it_says(small: Folder) -> None:
    small.run("solutions", "doc", "--out", "docs/solutions.md")
    small.write({"docs/solutions.md": small.read("docs/solutions.md") + "\nAsk Ana.\n"})
    small.run("solutions", "add", "Count gulls")

    said = small.run("solutions", "doc", "--out", "docs/solutions.md").stderr
    small.run(*said.rstrip().rpartition("teamkit ")[2].split(" "))

    assert said.endswith("Commit all of it with: teamkit save docs/solutions.md\n")
    assert small.status() == ""


def test_a_page_with_a_block_and_conflicts_is_not_saved(small: Folder) -> None:
    small.write({"docs/a.md": f"{BLOCK}<<<<<<< a\n=======\n>>>>>>> b\n"})

    result = small.run("save", "docs/a.md")

    assert (result.status, result.stdout) == (1, "")
    assert small.log() == ["Start"]


@pytest.mark.parametrize("name", ["docs/a.txt", "docs/plain.md", "docs/code.md", "docs"])
def test_other_pages_than_those_with_a_block_are_left_alone(small: Folder, name: str) -> None:
    code = f"```\n{BLOCK}```\n"
    small.write({"docs/a.txt": BLOCK, "docs/plain.md": "# Ours\n", "docs/code.md": code})

    result = small.run("save", name)

    assert (result.status, result.stdout) == (2, "")
    assert "none of the team's files" in result.stderr


def test_a_link_to_a_page_with_a_block_is_left_alone(small: Folder) -> None:
    small.write({"docs/a.md": BLOCK})
    (small.path / "link.md").symlink_to(small.path / "docs/a.md")

    assert small.run("save", "link.md").status == 2


def test_a_dry_run_lists_and_commits_nothing(small: Folder) -> None:
    small.write({NOTES: SOUND})

    for flag in ("--dry-run", "--no-commit"):
        assert small.run("save", flag) == Result(0, f"{NOTES}\n", "")
    assert small.status() == f"?? {NOTES}\n"


def test_programs_get_the_state_of_each(small: Folder) -> None:
    small.write({NOTES: SOUND})

    page = json.loads(small.run("save", "--json").stdout)

    assert (page["kind"], page["items"]) == ("save", [{"path": NOTES, "state": "new"}])


def test_a_failing_hook_keeps_the_files(small: Folder) -> None:
    small.write({NOTES: SOUND})
    hook = small.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho no\nexit 1\n")
    hook.chmod(0o755)

    result = small.run("save")

    assert (result.status, result.stdout) == (7, "")
    assert result.stderr.endswith(f"Fix the cause, then: teamkit save {NOTES}\n")
    assert small.read(NOTES) == SOUND


def test_a_tree_below_a_root_in_a_subfolder(empty: Folder) -> None:
    empty.git("init", "-q", "-b", "main")
    empty.write({"team/teamkit.yml": "format: 1\nname: A\ntimezone: UTC\nroot: _docs\n"})
    empty.commit()
    empty.write({"team/_docs/notes/x.md": SOUND, "team/notes/x.md": SOUND, "notes/x.md": SOUND})

    result = Folder(empty.path / "team/_docs").run("save")

    assert result.stdout == "_docs/notes/x.md\n"


def test_what_git_mv_and_git_rm_staged_is_saved(small: Folder) -> None:
    small.git("rm", "-q", "people/ben.md")
    small.git("mv", "people/ana.md", "people/ada.md")

    result = small.run("save")

    assert result.status == 0, result.stderr
    assert small.status() == ""


def test_a_read_only_clone_is_refused_without_harm(small: Folder) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    small.write({NOTES: SOUND})
    objects: Path = small.path / ".git/objects"
    objects.chmod(0o500)

    assert small.run("save").status in {4, 7}
