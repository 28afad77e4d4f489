"""From a line of the notes to a file of its own."""

import json

import pytest

from tests.conftest import Folder
from tests.meetings.made import taken

NOTES = "notes/2026-11-27-friday.md"
BODY = """
## Uploads

- Decision @ben: resumable uploads
- [ ] @carla Write it down  (due:: 2026-12-11)
- [ ] @carla Write it down  (due:: 2026-12-12)
- Commitment @ana: to watch it [due:: 2026-12-01]
- TIL: `--force` is no way
plain words
- Decision:
| a | b |
<!-- nothing -->
"""
FIRST = 11  # the line of the decision


@pytest.fixture
def noted(small: Folder) -> Folder:
    small.write({NOTES: taken(takers="ana") + BODY})
    small.commit("Notes")
    return small


def line_of(folder: Folder, number: int) -> str:
    return folder.read(NOTES).split("\n")[number - 1]


def ids(folder: Folder) -> list[str]:
    result = folder.run("actions", "list", "--json")
    return [item["action"] for item in json.loads(result.stdout)["items"]]


def test_a_line_becomes_a_file_linked_both_ways_in_one_commit(noted: Folder) -> None:
    result = noted.run("notes", "promote", f"{NOTES}:{FIRST}", "--to", "guideline")

    assert (result.status, result.stdout) == (0, f"guidelines/resumable-uploads.md\n{NOTES}\n")
    assert noted.read("guidelines/resumable-uploads.md") == (
        "---\ntitle: resumable uploads\nstatus: draft\nowner: ben\n---\n\n# resumable uploads\n\n"
        "From [2026-11-27 friday](../notes/2026-11-27-friday.md): resumable uploads\n"
    )
    assert line_of(noted, FIRST) == (
        "- Decision @ben: resumable uploads ([guideline](../guidelines/resumable-uploads.md))"
    )
    assert noted.log() == ["Start a guideline from 2026-11-27-friday: resumable uploads"]
    assert noted.status() == ""


@pytest.mark.parametrize(
    ("kind", "path", "front"),
    [
        ("topic", "topics/2026-12-01-ben-big.md", "by: ben\n"),
        ("solution", "solutions/big.md", "status: missing\n"),
        ("talk", "talks/big.md", "status: wanted\nasked_by:\n  - ben\n"),
        ("guideline", "guidelines/big.md", "status: draft\nowner: ben\n"),
        (
            "post",
            "blog/big.md",
            'status: idea\nauthors:\n  - ben\nfrom:\n  - "../notes/2026-11-27-friday.md"\n',
        ),
    ],
)
def test_each_kind_has_its_own_front_matter(
    noted: Folder, kind: str, path: str, front: str
) -> None:
    noted.run("notes", "promote", f"2026-11-27-friday:{FIRST}", "--to", kind, "--title", "Big")

    assert noted.read(path).startswith(f"---\ntitle: Big\n{front}---\n\n# Big\n\nFrom [2026-11-27")
    assert noted.run("check").status == 0


@pytest.mark.parametrize("number", [FIRST + 1, FIRST + 2, FIRST + 3])
def test_what_was_agreed_keeps_its_id(noted: Folder, number: int) -> None:
    before = ids(noted)

    result = noted.run("notes", "promote", f"2026-11-27:{number}", "--to", "topic", "--title", "W")

    assert result.status == 0
    assert ids(noted) == before
    assert line_of(noted, number).count("(id:: ") == 1


def test_an_action_is_named_by_the_start_of_its_id(noted: Folder) -> None:
    (found,) = [one for one in ids(noted) if one.endswith("-2")]

    noted.run("notes", "promote", found, "--to", "talk")

    assert line_of(noted, FIRST + 2) == (
        f"- [ ] @carla Write it down ([talk](../talks/write-it-down.md))"
        f"  (due:: 2026-12-12)  (id:: {found})"
    )


def test_a_line_that_names_nobody_is_of_whoever_runs_it(noted: Folder) -> None:
    noted.run("notes", "promote", f"2026-11-27:{FIRST + 4}", "--to", "talk")

    assert "asked_by:\n  - ana\n" in noted.read("talks/force-is-no-way.md")


def test_plain_words_may_be_promoted_too(noted: Folder) -> None:
    noted.run("notes", "promote", f"2026-11-27:{FIRST + 5}", "--to", "solution")

    assert line_of(noted, FIRST + 5) == "plain words ([solution](../solutions/plain-words.md))"
    assert noted.run("check").status == 0


@pytest.mark.parametrize(
    ("line", "kind", "status", "said"),
    [
        (f"2026-11-27:{FIRST}", "poem", 2, "'poem' is not something a line can become."),
        (f"2026-11-27:{FIRST + 6}", "talk", 2, "The line has nothing to promote."),
        (f"2026-11-27:{FIRST + 7}", "talk", 2, "The line has nothing to promote."),
        (f"2026-11-27:{FIRST + 8}", "talk", 2, "The line has nothing to promote."),
        ("2026-11-27:2", "talk", 2, "The line has nothing to promote."),
        (f"2026-11-27:{FIRST - 2}", "talk", 2, "The line has nothing to promote."),
        ("2026-11-27:0", "talk", 3, "The file has 19 lines."),
        ("2026-11-27:99", "talk", 3, "The file has 19 lines."),
        ("2026-11-28:1", "talk", 3, "There is no meeting '2026-11-28'."),
        ("zzz", "talk", 3, "There is no action 'zzz'."),
    ],
)
def test_what_cannot_be_promoted_is_refused(
    noted: Folder, line: str, kind: str, status: int, said: str
) -> None:
    result = noted.run("notes", "promote", line, "--to", kind)

    assert (result.status, result.stdout) == (status, "")
    assert result.stderr.startswith(f"teamkit: {said}\n")
    assert noted.status() == ""


def test_a_line_is_promoted_to_a_kind_once(noted: Folder) -> None:
    noted.run("notes", "promote", f"2026-11-27:{FIRST}", "--to", "talk")

    again = noted.run("notes", "promote", f"2026-11-27:{FIRST}", "--to", "talk", "--title", "X")
    other = noted.run("notes", "promote", f"2026-11-27:{FIRST}", "--to", "post")

    assert (again.status, other.status) == (4, 0)
    assert "  talks/resumable-uploads.md\n" in again.stderr
    assert line_of(noted, FIRST).endswith(
        "([talk](../talks/resumable-uploads.md)) ([post](../blog/resumable-uploads.md))"
    )


def test_a_file_that_stands_is_left_alone(noted: Folder) -> None:
    noted.write({"talks/big.md": "---\ntitle: Big\n---\n"})

    result = noted.run("notes", "promote", f"2026-11-27:{FIRST}", "--to", "talk", "--title", "Big")

    assert result.status == 4
    assert result.stderr.endswith("  talks/big.md\n  Give it another name: --title TITLE\n")


def test_line_ends_and_long_words_are_no_trouble(small: Folder) -> None:
    words = "a long sentence " * 10
    small.write({NOTES: f"## A\r\n\r\n- Key: {words}\r\n- b\r\n"})

    result = small.run("notes", "promote", "2026-11-27:3", "--to", "talk")

    assert result.status == 0
    new = result.stdout.split("\n")[0]
    assert small.read(NOTES) == f"## A\r\n\r\n- Key: {words[:-1]} ([talk](../{new}))\r\n- b\r\n"
    assert f"title: {words[:79]}\n" in small.read(new)


def test_a_field_among_the_words_stays_among_them(small: Folder) -> None:
    small.write({NOTES: "## A\n\n- Key: a (see:: b) c (x:: d)\n"})

    small.run("notes", "promote", "2026-11-27:3", "--to", "talk", "--title", "T")

    assert small.read(NOTES) == "## A\n\n- Key: a (see:: b) c ([talk](../talks/t.md)) (x:: d)\n"
