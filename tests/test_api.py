"""`teamkit.open`, for a team's own scripts."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import frontmatter
import pytest

import teamkit
from teamkit.errors import BadDocumentError, NoTeamError, TeamkitError, UnknownError
from teamkit.kinds import KINDS
from teamkit.team import Team
from tests.conftest import ROOT, SETTINGS, Folder

PAGE = (ROOT / "docs" / "scripts.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found, f"no block {name} in docs/scripts.md"
    return found[1]


def test_the_example_of_the_guide_runs_as_written(demo_once: Path, tmp_path: Path) -> None:
    shutil.copytree(demo_once, tmp_path / "demo-team", symlinks=True)

    done = subprocess.run(
        [sys.executable, "-c", block("script")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == (block("output"), "")


def test_the_guide_names_every_kind() -> None:
    listed = re.search(r"The kinds are those of \S+: (.*?)\.", PAGE, re.DOTALL)
    assert listed

    assert sorted(re.findall(r"`(\w+)`", listed[1])) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_the_same_to_a_script_that_uses_the_library_alone(
    kind: str, demo_once: Path
) -> None:
    posts = list(teamkit.open(demo_once).posts(kind))

    plain = [frontmatter.load(str(demo_once / post.path)) for post in posts]
    assert [post.path for post in posts] == [d.path for d in Team.open(demo_once).documents(kind)]
    assert [list(post.metadata) for post in posts] == [list(post.metadata) for post in plain]
    assert [post.content.strip() for post in posts] == [post.content for post in plain]


def test_pages_are_read_where_the_settings_say(small: Folder) -> None:
    small.write(
        {
            "teamkit.yml": f"{SETTINGS}folders:\n  notes: minutes\n",
            "minutes/b.md": "---\ntitle: B\ncount: 1.10\n---\n\n  text\n\n",
            "minutes/a.md": "no front matter\n",
            "minutes/index.md": "a page about the folder\n",
            "notes/c.md": "elsewhere\n",
        }
    )

    team = teamkit.open(small.path / "people")

    assert team.folder == small.path
    assert [(post.path, post.metadata, post.content) for post in team.posts("notes")] == [
        ("minutes/a.md", {}, "no front matter\n"),
        ("minutes/b.md", {"title": "B", "count": "1.10"}, "\n  text\n\n"),
    ]
    assert list(team.posts("talks")) == []


def test_the_current_folder_is_the_default(small: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.path)

    assert [post["name"] for post in teamkit.open().posts("people")] == ["Ana", "Ben", "Carla"]


def test_a_page_that_cannot_be_read_is_an_error_with_its_line(small: Folder) -> None:
    small.write({"topics/b.md": "---\ntitle: x\na: &y z\n---\n"})
    small.write({"topics/a.md": "---\ntitle: x\n---\n"})
    posts = teamkit.open(small.path).posts("topics")

    assert next(posts).path == "topics/a.md"
    with pytest.raises(BadDocumentError) as refused:
        next(posts)
    assert refused.value.where == "topics/b.md:3"
    assert str(refused.value) == f"topics/b.md:3: {refused.value.message}"


def test_a_page_that_may_not_be_opened_is_an_error(small: Folder) -> None:
    (small.path / "topics").symlink_to("people")

    with pytest.raises(BadDocumentError) as refused:
        list(teamkit.open(small.path).posts("topics"))
    assert refused.value.where == "topics"


def test_an_unknown_kind_is_refused_at_once_with_the_closest(small: Folder) -> None:
    with pytest.raises(UnknownError) as refused:
        teamkit.open(small.path).posts("note")

    assert (str(refused.value), refused.value.hint) == (
        "There is no kind 'note'.", "Did you mean: notes?",
    )  # fmt: skip


def test_where_no_team_is_nothing_is_opened(tmp_path: Path) -> None:
    with pytest.raises(NoTeamError) as refused:
        teamkit.open(str(tmp_path))

    assert isinstance(refused.value, TeamkitError)
