"""Closing what was agreed: its own line changes, and nothing else."""

import json

import pytest

from teamkit.errors import AmbiguousError, UnknownError
from teamkit.meetings.actions import close
from teamkit.meetings.actions.agreements import Action, agreed
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day

NOTES = "notes/2026-11-20-friday.md"
LINES = (
    "- [ ] @ana Measure the cache  (due:: 2026-12-11)",
    "- Action @ben: call the client",
    "- Commitment @carla: to watch it",
    "- [x] @ana Done long ago",
    "- [x] ~~@ana Not needed~~  (cancelled:: 2026-11-21)",
)


def everything(folder: Folder) -> list[Action]:
    team = Team.open(folder.path)
    return agreed(team, directory(team))


def ids(folder: Folder) -> dict[str, str]:
    """What -> id."""
    return {one.what: one.id for one in everything(folder)}


@pytest.fixture
def noted(small: Folder) -> Folder:
    """A team with one meeting's notes, committed."""
    small.write({NOTES: "---\ntitle: x\n---\n\n## Cache\n\n" + "\n".join(LINES) + "\n"})
    small.commit()
    return small


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("Measure the cache", LINES[0], "- [x] @ana Measure the cache  (due:: 2026-12-11)"),
        ("call the client", LINES[1], f"{LINES[1]}  (completion:: 2026-12-01)"),
        ("to watch it", LINES[2], f"{LINES[2]}  (completion:: 2026-12-01)"),
    ],
)
def test_done_changes_one_line(noted: Folder, what: str, before: str, after: str) -> None:
    text = noted.read(NOTES)

    result = noted.run("actions", "done", ids(noted)[what])

    assert (result.status, result.stderr) == (0, f"Committed: Done: {what}\n")
    assert noted.read(NOTES) == text.replace(before, after)
    assert noted.log() == [f"Done: {what}"]
    assert noted.status() == ""
    assert [one.what for one in everything(noted) if one.is_open and one.what == what] == []


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        (
            "Measure the cache",
            LINES[0],
            "- [x] ~~@ana Measure the cache~~  (due:: 2026-12-11)  (cancelled:: 2026-12-01)",
        ),
        (
            "call the client",
            LINES[1],
            "- ~~Action @ben: call the client~~  (cancelled:: 2026-12-01)",
        ),
        ("to watch it", LINES[2], f"{LINES[2]}  (cancelled:: 2026-12-01)"),
    ],
)
def test_dropping_changes_one_line(noted: Folder, what: str, before: str, after: str) -> None:
    text = noted.read(NOTES)

    result = noted.run("actions", "drop", ids(noted)[what], "--because", "it is gone")

    assert result.status == 0
    assert noted.read(NOTES) == text.replace(before, f"{after}  (because:: it is gone)")
    assert [one.is_dropped for one in everything(noted) if one.what == what] == [True]


@pytest.mark.parametrize("what", ["Measure the cache", "to watch it", "call the client"])
@pytest.mark.parametrize("command", [["done"], ["drop", "--because", "gone (at last"]])
def test_no_other_byte_changes(small: Folder, what: str, command: list[str]) -> None:
    odd = "\u2028\x0c\r\n## Cache  \r\n\r\n" + "  \r\n".join(LINES[:3]) + "\t\r\n\r\nlast"
    small.write({NOTES: "\ufeff---\r\ntitle:   x # kept\r\n---\r\n" + odd})
    before = small.read(NOTES).split("\n")

    small.run("actions", *command, ids(small)[what], "--no-commit")

    after = small.read(NOTES).split("\n")
    changed = [at for at, line in enumerate(before) if line != after[at]]
    assert len(after) == len(before)
    assert len(changed) == 1
    assert after[changed[0]].endswith("\r")


def test_several_are_one_commit(noted: Folder) -> None:
    small = noted
    small.write({"pairing/sessions/2026-11-27-ana-ben.md": "- [ ] @ben Read it"})
    small.commit()
    known = ids(small)

    result = small.run("actions", "done", known["Read it"][:4], known["to watch it"])

    assert result.stderr == "Committed: Done: Read it; to watch it\n"
    assert small.git("show", "--format=%b", "--name-only").split("\n")[:2] == [
        "- Read it (pairing/sessions/2026-11-27-ana-ben.md)",
        f"- to watch it ({NOTES})",
    ]
    assert small.read("pairing/sessions/2026-11-27-ana-ben.md") == "- [x] @ben Read it"


@pytest.mark.parametrize(
    ("what", "state"), [("Done long ago", "already done"), ("Not needed", "already dropped")]
)
@pytest.mark.parametrize("command", [["done"], ["drop", "--because", "gone"]])
def test_what_is_closed_stays_as_it_is(
    noted: Folder, what: str, state: str, command: list[str]
) -> None:
    text, head, id_ = noted.read(NOTES), noted.log(), ids(noted)[what]

    result = noted.run("actions", *command, id_)

    assert (result.status, result.stderr) == (0, "Nothing to change.\n")
    assert f"\t{state}\t" in result.stdout
    assert (noted.read(NOTES), noted.log()) == (text, head)


def test_an_id_is_named_by_any_start_that_fits_only_one(noted: Folder) -> None:
    first, *others = everything(noted)
    twins = [first, *others, first._replace(id=f"{first.id}-2")]

    assert close.named(twins, first.id.upper()) == first
    with pytest.raises(AmbiguousError) as refused:
        close.named(twins, first.id[:5])
    told = f"{first.id} ({first.what}), {first.id}-2 ({first.what})"
    assert refused.value.message == f"'{first.id[:5]}' fits several actions: {told}."


def test_an_id_that_was_written_is_the_name(small: Folder) -> None:
    small.write({NOTES: "- [ ] Measure it (id:: Cache)\n"})

    result = small.run("actions", "done", "cache", "--no-commit")

    assert result.stdout == "Cache\tMeasure it\tdone\t2026-11-20-friday:1\n"
    assert small.read(NOTES) == "- [x] Measure it (id:: Cache)\n"


@pytest.mark.parametrize("id_", ["", " ", "zzz"])
def test_what_nothing_is_called_is_not_found(noted: Folder, id_: str) -> None:
    with pytest.raises(UnknownError) as refused:
        close.named(everything(noted), id_)

    assert refused.value.hint == "See: teamkit actions list"


def test_a_near_miss_is_offered(noted: Folder) -> None:
    first = next(one for one in everything(noted) if one.is_open)

    with pytest.raises(UnknownError) as refused:
        close.named([first], f"{first.id[:-1]}z")

    assert refused.value.hint == f"Did you mean: {first.id}?"


def test_nothing_is_closed_where_one_of_several_is_unknown(noted: Folder) -> None:
    head, id_ = noted.log(), ids(noted)["to watch it"]

    result = noted.run("actions", "done", id_, "zzz")

    assert (result.status, result.stdout, noted.log(), noted.status()) == (3, "", head, "")


def test_the_same_id_twice_is_one(noted: Folder) -> None:
    id_ = ids(noted)["to watch it"]

    closed = close.done(Team.open(noted.path), everything(noted), [id_, id_[:5]], day("12-01"))

    assert [one.what for one in closed.closed] == ["to watch it"]


def test_for_programs(noted: Folder) -> None:
    known = ids(noted)

    done = noted.run("actions", "done", known["to watch it"], known["Done long ago"], "--json")
    listed = noted.run("actions", "list", "--of", "ana", "--json")

    assert json.loads(done.stdout) == {
        "schema": 2,
        "kind": "actions.done",
        "changed": [known["to watch it"]],
        "items": [
            {"action": known["to watch it"], "kind": "commitment", "what": "to watch it",
             "assignees": ["carla"], "due": None, "overdue": False, "state": "done",
             "since": "2026-11-20", "series": "friday", "path": NOTES, "line": 9},
            {"action": known["Done long ago"], "kind": "action", "what": "Done long ago",
             "assignees": ["ana"], "due": None, "overdue": False, "state": "done",
             "since": "2026-11-20", "series": "friday", "path": NOTES, "line": 10},
        ],
    }  # fmt: skip
    assert json.loads(listed.stdout) == {
        "schema": 2,
        "kind": "actions.list",
        "items": [
            {"action": known["Measure the cache"], "kind": "action", "what": "Measure the cache",
             "assignees": ["ana"], "due": "2026-12-11", "overdue": False, "state": "open",
             "since": "2026-11-20", "series": "friday", "path": NOTES, "line": 7},
        ],
    }  # fmt: skip


def test_commitments_alone_are_one_table(small: Folder) -> None:
    small.write({NOTES: "- Commitment @carla: to watch it\n"})

    result = small.run("actions", "list")

    assert (result.status, result.stderr) == (0, "")
    assert result.stdout.endswith("\tto watch it\tcarla\t\t2026-11-20-friday:1\n")


def test_late_ones_say_so(small: Folder) -> None:
    lines = ("A (due:: 2026-11-30)", "B (due:: 2026-11-01)", "C 📅 2026-12-01")
    small.write({NOTES: "".join(f"- [ ] {line}\n" for line in lines)})

    told = small.run("actions", "list").stdout.split("\n")

    assert [line.split("\t")[3] for line in told if line] == [
        "2026-11-30, late",
        "2026-11-01, late",
        "2026-12-01",
    ]


def test_mine_are_those_of_whoever_git_says_is_here(noted: Folder) -> None:
    told = noted.run("actions", "list", "--mine").stdout.split("\n")

    assert [line.split("\t")[1] for line in told if line] == ["Measure the cache"]


def test_nothing_open_is_said(small: Folder) -> None:
    result = small.run("actions", "list")

    assert (result.status, result.stdout, result.stderr) == (0, "", "Nothing is open.\n")
