"""The journal of changes that are being made: read back exactly, and never in anybody's way."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.store import journal
from teamkit.store.journal import Step, Unfinished

NEW = Step("agendas/a.md", None, "# Agenda\n")
EDIT = Step("topics/b.md", "old\r\n", "new\ud800\n")
CHANGE = Unfinished("Agenda of friday", "Agenda\n\nTeamkit: x\n", (NEW, EDIT), ("agendas/a.md",))
OTHER = Unfinished("Other", "Other\n", (NEW,), ())


def place(common_dir: Path) -> Path:
    return common_dir / "teamkit/unfinished.json"


def test_without_a_journal_nothing_is_unfinished_and_nothing_is_made(tmp_path: Path) -> None:
    assert journal.noted(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_changes_are_read_back_in_their_order(tmp_path: Path) -> None:
    journal.note(tmp_path, [CHANGE, OTHER])

    assert journal.noted(tmp_path) == (CHANGE, OTHER)
    assert CHANGE.paths == ("agendas/a.md", "topics/b.md")


def test_the_journal_of_no_changes_is_no_file(tmp_path: Path) -> None:
    journal.note(tmp_path, [])
    journal.note(tmp_path, [CHANGE])
    journal.note(tmp_path, [])

    assert [file.name for file in (tmp_path / "teamkit").iterdir()] == []


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda j: st.lists(j, max_size=3) | st.dictionaries(st.text(max_size=3), j, max_size=3),
)
ENTRY = st.fixed_dictionaries({"subject": JSON, "message": JSON, "steps": JSON, "commits": JSON})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(st.lists(ENTRY, max_size=2) | JSON)
def test_a_broken_journal_stops_nobody(tmp_path: Path, noted: object) -> None:
    place(tmp_path).parent.mkdir(exist_ok=True)
    place(tmp_path).write_text(json.dumps(noted))

    for change in journal.noted(tmp_path):
        assert all(path and "\0" not in path for path in change.paths)


@pytest.mark.parametrize("text", [b"", b"\xff", b"{", b"[]", b'[{"subject": "m"}]', b"[1]"])
def test_a_torn_journal_holds_nothing(tmp_path: Path, text: bytes) -> None:
    place(tmp_path).parent.mkdir()
    place(tmp_path).write_bytes(text)

    assert journal.noted(tmp_path) == ()


@pytest.mark.parametrize(
    ("steps", "commits"),
    [
        ([["/etc/passwd", None, "x"]], []),
        ([["../x", None, "x"]], []),
        ([["a/../../x", None, "x"]], []),
        ([["", None, "x"]], []),
        ([["a\0b", None, "x"]], []),
        ([[None, None, "x"]], []),
        ([["a.md", 1, "x"]], []),
        ([["a.md", None, None]], []),
        ([["a.md", None]], []),
        ([["a.md", None, "x"]], ["b.md"]),
        ([["a.md", None, "x"]], [["a.md"]]),
        ([], []),
    ],
)
def test_a_journal_that_was_tampered_with_holds_nothing(
    tmp_path: Path, steps: list[object], commits: list[object]
) -> None:
    place(tmp_path).parent.mkdir()
    entry = {"subject": "s", "message": "m", "steps": steps, "commits": commits}
    place(tmp_path).write_text(json.dumps([entry]))

    assert journal.noted(tmp_path) == ()
