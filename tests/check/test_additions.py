"""What may merge by itself, and everything that may not."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import SETTINGS, Folder, Result

TOPIC = "---\ntitle: The tile cache\n---\n"
GOOD = "topics/2026-12-01-ana-tile-cache.md"
RUNS = "holds Liquid, which a site generator runs"
UNSAFE = "is not a safe name for a topic (small letters, digits and hyphens, and .md)"


@pytest.fixture
def forked(small: Folder) -> Folder:
    """On the branch `bring`, where main stands with one topic."""
    small.write({"topics/old.md": TOPIC})
    small.commit()
    small.git("switch", "--quiet", "--create", "bring")
    return small


def judged(folder: Folder, span: str = "main..bring") -> Result:
    """The verdict on what is committed by now, told from main."""
    if folder.status():
        folder.commit()
    folder.git("switch", "--quiet", "main")
    return folder.run("check", "--additions", span)


def brought(folder: Folder, files: dict[str, str]) -> Result:
    folder.write(files)
    return judged(folder)


def test_new_topics_are_harmless(forked: Folder) -> None:
    assert brought(forked, {GOOD: TOPIC, "topics/no-date.md": TOPIC}) == Result(
        0, "harmless: adds 2 topics\n", ""
    )


def test_programs_get_the_verdict_and_the_paths(forked: Folder) -> None:
    brought(forked, {GOOD: TOPIC, "topics/Bad.md": TOPIC})

    page = json.loads(forked.run("check", "--additions", "main..bring", "--json").stdout)

    assert page == {
        "schema": 2,
        "kind": "check.additions",
        "harmless": False,
        "paths": [GOOD, "topics/Bad.md"],
        "items": [
            {
                "path": "topics/Bad.md",
                "line": 0,
                "rule": "additions",
                "message": UNSAFE,
                "hint": None,
                "error": True,
            }
        ],
    }


def test_what_the_base_gained_meanwhile_is_left_out(forked: Folder) -> None:
    brought(forked, {GOOD: TOPIC})
    forked.write({"topics/meanwhile.md": TOPIC, "teamkit.yml": f"{SETTINGS}# later\n"})
    forked.commit()

    assert forked.run("check", "--additions", "main..bring").status == 0
    assert forked.run("check", "--additions", "main...bring").status == 0


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("teamkit.yml", "is changed, not added"),
        ("topics/old.md", "is changed, not added"),
        ("people/dani.md", "is not directly in topics"),
        ("topics/more/a.md", "is not directly in topics"),
        ("a.md", "is not directly in topics"),
        (".github/workflows/ci.yml", "is not directly in topics"),
        ("topics/Upper.md", UNSAFE),
        ("topics/under_score.md", UNSAFE),
        ("topics/.hidden.md", UNSAFE),
        ("topics/a.html", UNSAFE),
        ("topics/a.md.md", UNSAFE),
        ("topics/a b.md", UNSAFE),
        ("topics/index.md", UNSAFE),
        ("topics/readme.md", UNSAFE),
        ("topics/con.md", UNSAFE),
        ("topics/lpt1.md", UNSAFE),
        ("topics/\u0430na.md", UNSAFE),
        ("topics/\u0665.md", UNSAFE),
        (f"topics/{'a' * 98}.md", "has a name of 101 characters, at most 100 are usual"),
    ],
)
def test_anything_else_is_for_a_person(forked: Folder, path: str, why: str) -> None:
    result = brought(forked, {GOOD: TOPIC, path: f"{SETTINGS}# mine\n"})

    assert result == Result(1, f"{path}: {why}\n", "")


@pytest.mark.parametrize("name", ["a\n.md", "\na.md", "a.md\n", "a\u202e.md", "-\x1b[31m.md"])
def test_a_name_that_would_lie_is_refused_and_shown(forked: Folder, name: str) -> None:
    result = brought(forked, {f"topics/{name}": TOPIC})

    assert result.status == 1
    assert UNSAFE in result.stdout
    assert result.stdout.count("\n") == 1
    assert "\x1b" not in result.stdout


def test_a_name_that_is_no_text_is_refused(forked: Folder) -> None:
    raw = os.fsencode(forked.path) + b"/topics/\xff.md"
    Path(os.fsdecode(raw)).write_text(TOPIC, "utf-8")

    assert judged(forked).status == 1


def test_links_programs_and_submodules_are_refused(forked: Folder) -> None:
    (forked.path / "topics/link.md").symlink_to("/etc/passwd")
    forked.write({"topics/run.md": TOPIC})
    (forked.path / "topics/run.md").chmod(0o755)
    head = forked.git("rev-parse", "HEAD").strip()
    forked.git("add", "--all")
    forked.git("update-index", "--add", "--cacheinfo", f"160000,{head},topics/inner.md")
    forked.git("commit", "--quiet", "-m", "Not plain")
    forked.git("switch", "--quiet", "main")

    result = forked.run("check", "--additions", "main..bring")

    why = "is not a plain file (a link, a program or a submodule)"
    assert result == Result(
        1, f"topics/inner.md: {why}\ntopics/link.md: {why}\ntopics/run.md: {why}\n", ""
    )


def test_a_rename_from_elsewhere_is_no_addition(forked: Folder) -> None:
    forked.git("mv", "people/ben.md", "topics/ben.md")
    forked.git("commit", "--quiet", "-m", "Moved")

    result = judged(forked)

    assert result == Result(1, "people/ben.md: is deleted or moved away, not added\n", "")


def test_the_folder_becoming_a_link_is_no_addition(forked: Folder) -> None:
    forked.git("rm", "--quiet", "-r", "topics")
    (forked.path / "topics").symlink_to("people")

    result = judged(forked)

    assert result == Result(
        1,
        "topics: is not directly in topics\ntopics/old.md: is deleted or moved away, not added\n",
        "",
    )


def test_a_topic_that_the_base_has_by_now_is_a_change(forked: Folder) -> None:
    brought(forked, {GOOD: TOPIC})
    forked.write({GOOD: f"{TOPIC}\nAnother one.\n"})
    forked.commit()

    result = forked.run("check", "--additions", "main..bring")

    assert result == Result(1, f"{GOOD}: is changed, not added\n", "")


@pytest.mark.parametrize(
    ("data", "where", "why"),
    [
        (b"", ":1", "has no title in its front matter"),
        (b"# A heading alone\n", ":1", "has no title in its front matter"),
        (b"---\nby: ana\ntitle:\n---\n", ":3", "has no title in its front matter"),
        (b"---\ntitle: [a, b]\n---\n", ":2", "has no title in its front matter"),
        (b"---\ntitle: a\ntitle: b\n---\n", ":3", "cannot be read: the key 'title' appears twice"),
        (b"---\ntitle: a\n---\n\xff\n", ":4", "cannot be read: it is not UTF-8 text"),
        (b"---\ntitle: a\n---\n\0\n", ":4", "cannot be read: it contains a NUL byte"),
        (b"---\ntitle: a\n---\n<<<<<<< HEAD\n", ":4", "has a conflict marker of a merge"),
        (b"---\ntitle: a\n---\n\n>>>>>>> x\r\n", ":5", "has a conflict marker of a merge"),
        (b"---\ntitle: a\n---\n" + b"x" * 65_536, "", "is larger than 64 KB"),
        (b"---\ntitle: a\n---\n" + b"x" * (1 << 21), "", "is larger than 64 KB"),
    ],
)
def test_a_file_that_is_no_topic_is_refused(
    forked: Folder, data: bytes, where: str, why: str
) -> None:
    (forked.path / GOOD).write_bytes(data)

    result = judged(forked)

    assert result.status == 1
    assert result.stdout.startswith(f"{GOOD}{where}: {why}")


def test_the_largest_topic_is_64_kb(forked: Folder) -> None:
    front = "---\ntitle: a\n---\n"

    result = brought(forked, {GOOD: front + "x" * (65_536 - len(front))})

    assert result.status == 0


def test_more_than_20_files_are_for_a_person(forked: Folder) -> None:
    result = brought(forked, {f"topics/t{number}.md": TOPIC for number in range(21)})

    assert result == Result(1, "topics: 21 files differ, at most 20 merge by themselves\n", "")


def test_twenty_files_are_harmless(forked: Folder) -> None:
    result = brought(forked, {f"topics/t{number}.md": TOPIC for number in range(20)})

    assert result == Result(0, "harmless: adds 20 topics\n", "")


def test_nothing_to_merge_is_said(forked: Folder) -> None:
    assert judged(forked) == Result(0, "nothing to merge: no file differs\n", "")


def test_the_settings_of_the_base_decide_not_those_here(forked: Folder) -> None:
    brought(forked, {GOOD: TOPIC})
    forked.write({"teamkit.yml": f"{SETTINGS}root: docs\n"})

    assert forked.run("check", "--additions", "main..bring").status == 0


def test_a_team_in_a_folder_of_its_own(small: Folder) -> None:
    small.write({"team/teamkit.yml": f"{SETTINGS}root: docs\nfolders: {{topics: ideas}}\n"})
    small.commit()
    small.git("switch", "--quiet", "--create", "bring")
    small.write({"team/docs/ideas/a.md": TOPIC})
    small.commit()
    inner = Folder(small.path / "team")

    assert inner.run("check", "--additions", "main..bring").stdout == "harmless: adds 1 topic\n"

    small.write({"docs/ideas/a.md": TOPIC})
    small.commit()

    assert inner.run("check", "--additions", "main..bring") == Result(
        1, "../docs/ideas/a.md: is not directly in docs/ideas\n", ""
    )


@pytest.mark.parametrize("span", ["main", "main..", "..main", "main..bring..x", "", ".."])
def test_a_range_has_two_ends(forked: Folder, span: str) -> None:
    result = forked.run("check", "--additions", span)

    assert (result.status, result.stdout) == (2, "")
    assert "is not a range of commits" in result.stderr


def test_what_is_no_commit_here_is_gits_refusal(forked: Folder) -> None:
    result = forked.run("check", "--additions", "main..nowhere")

    assert (result.status, result.stdout) == (7, "")
    assert result.stderr == (
        "teamkit: There is no commit 'nowhere' here.\n  Fetch it first: git fetch origin nowhere\n"
    )


def test_histories_that_share_nothing_are_gits_refusal(forked: Folder) -> None:
    forked.git("switch", "--quiet", "--orphan", "alone")
    forked.write({GOOD: TOPIC})
    forked.commit()
    forked.git("switch", "--quiet", "main")

    assert forked.run("check", "--additions", "main..alone").status == 7


def test_a_base_without_settings_is_no_team(small: Folder) -> None:
    small.git("mv", "teamkit.yml", "later.yml")
    small.git("commit", "--quiet", "-m", "Gone")
    small.git("tag", "bare")
    small.git("mv", "later.yml", "teamkit.yml")
    small.git("commit", "--quiet", "-m", "Back")

    assert small.run("check", "--additions", "bare..HEAD").status == 6


def test_paths_and_commits_are_not_looked_at_together(forked: Folder) -> None:
    result = forked.run("check", "--additions", "main..bring", "topics")

    assert (result.status, result.stdout) == (2, "")


def test_nothing_here_is_touched_or_read(forked: Folder) -> None:
    brought(forked, {GOOD: TOPIC})
    forked.write({"topics/old.md": "being written"})
    before = forked.status()

    assert forked.run("check", "--additions", "main..bring").status == 0
    assert forked.status() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: Why {% raw %}\n---\n", f"2: {RUNS}: {{% raw %}}"),
        (f"{TOPIC}\n```\n{{{{ x }}}}\n```\n", f"6: {RUNS}: {{{{ x }}}}"),
        (f"{TOPIC}\n<script>\n", "5: holds HTML other than a comment"),
        ("---\ntitle: The <b>cache\n---\n", "2: holds HTML other than a comment"),
    ],
)  # fmt: skip
def test_what_a_site_would_run_is_for_a_person(forked: Folder, text: str, said: str) -> None:
    assert brought(forked, {GOOD: text}) == Result(1, f"{GOOD}:{said}\n", "")


def test_comments_addresses_and_html_in_code_are_harmless(forked: Folder) -> None:
    text = f"{TOPIC}\n<!-- x -->\n<https://a.example> a < b `<b>`\n\n```\n<script>\n```\n"

    assert brought(forked, {GOOD: text}).status == 0
