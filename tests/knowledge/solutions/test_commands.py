"""Beliefs about `teamkit solutions` as people type it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES

NEED = "Upload files over 5 GB"
PATH = "solutions/upload-files-over-5-gb.md"
ADD = ("solutions", "add", NEED)
FULL = (
    *ADD,
    *("--solution", "Resumable upload", "--time", "3-6d", "--owner", "Ana"),
    *("--risk", "storage cost", "--risk", "cut off", "--skill", "buckets", "--tag", "files"),
)


@pytest.fixture
def team(small: Folder) -> Folder:
    """The small team with three needs."""
    small.write(FILES)
    small.commit("Needs")
    return small


def editor(folder: Folder, script: str) -> dict[str, str]:
    """An editor that runs *script* with the file as its first word."""
    place = folder.path.parent / f"{folder.path.name}-editor"
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)
    return {"EDITOR": str(place)}


def test_a_solution_is_one_line_one_file_one_commit(team: Folder) -> None:
    result = team.run(*FULL)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == f"Committed: Add a solution for: {NEED}\n"
    row = "| Resumable upload |  | 3-6 d | storage cost; cut off | @ana |"
    assert row in team.read(PATH).split("\n")
    assert (team.log(), team.status()) == ([f"Add a solution for: {NEED}"], "")


def test_as_its_own_process_it_is_the_same(team: Folder) -> None:
    result = team.shell(*FULL)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == f"Committed: Add a solution for: {NEED}\n"
    assert team.status() == ""


def test_without_a_solution_it_is_recorded_as_missing(team: Folder) -> None:
    result = team.run(*ADD)

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == (
        "No solution is given, so its status is missing.\n"
        f"Committed: Record a missing solution for: {NEED}\n"
    )
    assert "status: missing\n" in team.read(PATH)


def test_a_rehearsal_prints_a_diff_that_git_applies(team: Folder, tmp_path: Path) -> None:
    rehearsed = team.run(*FULL, "--dry-run")

    assert (rehearsed.status, team.status()) == (0, "")
    patch = tmp_path / "a.diff"
    patch.write_text(rehearsed.stdout, encoding="utf-8")
    team.git("apply", str(patch))
    applied = team.read(PATH)
    (team.path / PATH).unlink()
    patch.unlink()
    assert team.run(*FULL).status == 0
    assert team.read(PATH) == applied


def test_a_rehearsal_of_a_missing_one_still_says_so(team: Folder) -> None:
    result = team.run(*ADD, "--dry-run")

    assert result.stderr == "No solution is given, so its status is missing.\n"
    assert team.status() == ""


def test_programs_get_json(team: Folder) -> None:
    page = json.loads(team.run(*FULL, "--json").stdout)

    item = {"need": Path(PATH).stem, "title": NEED, "status": "owned", "path": PATH}
    assert page == {"schema": 2, "kind": "solutions.add", "items": [item]}


def test_without_a_commit_the_file_is_there_alone(team: Folder) -> None:
    result = team.run(*FULL, "--no-commit")

    assert (result.status, team.status()) == (0, f"?? {PATH}\n")


def test_the_text_may_come_in_on_stdin(team: Folder) -> None:
    result = team.run(*ADD, "-", stdin='"It never arrives."\n')

    assert result.status == 0
    assert f'# {NEED}\n\n"It never arrives."\n\n## Solutions\n' in team.read(PATH)


def test_stdin_that_is_no_text_is_refused(team: Folder) -> None:
    result = team.shell(*ADD, "-", stdin="\udcff", env={"PYTHONIOENCODING": "utf-8:strict"})

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == (
        "teamkit: What comes in on stdin is not UTF-8 text.\n  stdin:1\n  Save it as UTF-8 text\n"
    )
    assert team.status() == ""


def test_the_page_may_be_edited_first(team: Folder) -> None:
    script = r"""sed -i 's/^| --- | --- | --- | --- | --- |$/&\n| Ours | | 2 d | | @ben |/' "$1" """

    result = team.run(*ADD, "--edit", env=editor(team, script))

    assert (result.status, result.stdout) == (0, f"{PATH}\n")
    assert result.stderr == f"Committed: Add a solution for: {NEED}\n"
    assert "| Ours | | 2 d | | @ben |\n" in team.read(PATH)


def test_an_emptied_page_writes_nothing(team: Folder) -> None:
    result = team.run(*ADD, "--edit", env=editor(team, ': > "$1"'))

    assert (result.status, result.stdout, team.status()) == (2, "", "")
    assert result.stderr == "teamkit: The page is empty; nothing was written.\n"


def test_without_an_editor_the_way_out_is_named(team: Folder) -> None:
    assert team.run(*ADD, "--edit").status == 8


def test_stdin_and_editor_exclude_each_other(team: Folder) -> None:
    result = team.run(*ADD, "-", "--edit", stdin="x")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == (
        "teamkit: Both - and --edit want to give the text.\n  Leave one of them out\n"
    )


@pytest.mark.parametrize(
    ("args", "status", "stderr"),
    [
        (
            ("...",),
            2,
            """\
teamkit: The title has no letters or digits to name a file after.
  Give it words: "How we take large uploads"
""",
        ),
        (
            ("big", "uploads"),
            2,
            """\
teamkit: The need is more than one word.
  Put it in quotes: solutions add "big uploads"
""",
        ),
        (
            (NEED, "--solution", "S", "--time", "6-3 d"),
            2,
            "teamkit: '6-3 d' ends below where it starts.\n  Write low-high: 3-6 d\n",
        ),
        (
            (NEED, "--owner", "bne"),
            3,
            "teamkit: There is no person 'bne'.\n  Did you mean: ben?\n",
        ),
        (
            (NEED, "--skill", "web-wrokers"),
            3,
            "teamkit: There is no skill 'web-wrokers'.\n  Did you mean: web-workers?\n",
        ),
        (
            ("Sign in",),
            4,
            """\
teamkit: It is already there; nothing was written.
  solutions/sign-in.md
  See it: teamkit solutions show sign-in
""",
        ),
    ],
)
def test_a_refusal_writes_nothing_and_says_the_way_out(
    team: Folder, args: tuple[str, ...], status: int, stderr: str
) -> None:
    result = team.run("solutions", "add", *args)

    assert (result.status, result.stdout, result.stderr) == (status, "", stderr)
    assert (team.status(), team.log()) == ("", ["Needs"])


def test_a_need_has_to_be_named(team: Folder) -> None:
    result = team.shell("solutions", "add")

    assert (result.status, result.stdout) == (2, "")
    assert result.stderr == (
        "teamkit: Missing argument 'NEED'.\n  See: teamkit solutions add --help\n"
    )


def test_the_list_is_tabs_for_pipes(team: Folder) -> None:
    result = team.run("solutions", "list", "--status", "owned", "--tag", "files")

    title = "Let people upload very large files"
    assert (result.status, result.stderr) == (0, "")
    assert result.stdout == f"large-uploads\t{title}\towned\tana\t~3-6 d (1)\n"


def test_one_is_shown_by_a_part_of_its_name(team: Folder) -> None:
    result = team.run("solutions", "show", "several")

    assert (result.status, result.stderr) == (0, "")
    assert result.stdout.endswith("Half of our sailors read français.\n")


def test_one_is_shown_to_programs_with_all_it_says(team: Folder) -> None:
    page = json.loads(team.run("solutions", "show", "large-uploads", "--json").stdout)

    assert (page["schema"], page["kind"]) == (2, "solutions.show")
    (item,) = page["items"]
    assert item["solutions"][0]["stated"] == "3-6 d"
    assert item["path"] == "solutions/large-uploads.md"


def test_a_clients_words_find_needs_with_or_without_quotes(team: Folder) -> None:
    quoted = team.run("solutions", "for", "huge uploads")
    loose = team.run("solutions", "for", "huge", "uploads")

    risks = "parts cost money; the browser sleeps"
    assert quoted.stdout == f"large-uploads\tResumable upload\t~3-6 d (1)\t{risks}\tuploads\n"
    assert loose == quoted


def test_what_is_not_there_can_be_recorded(team: Folder) -> None:
    result = team.run("solutions", "for", "robots")

    assert (result.status, result.stdout) == (3, "")
    assert result.stderr == (
        "teamkit: No need speaks of 'robots'.\n"
        '  Record it as missing: teamkit solutions add "robots"\n'
    )


def test_a_broken_file_is_skipped_and_said(team: Folder) -> None:
    team.write({"solutions/broken.md": "---\ntitle: [\n---\n"})

    listed, shown = team.run("solutions", "list"), team.run("solutions", "show", "broken")

    assert (listed.status, listed.stdout.count("\n")) == (0, 3)
    assert listed.stderr.startswith("skipped solutions/broken.md:")
    assert (shown.status, shown.stdout) == (5, "")
