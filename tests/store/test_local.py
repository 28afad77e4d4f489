"""The clone's own state: one lock, and the note of a change that is being made."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import ConflictError, LockedError
from teamkit.store import local

NOTE = ("Agenda of friday", ("agendas/a.md", "topics/b.md"))


def test_without_a_note_nothing_is_half_done_and_nothing_is_made(tmp_path: Path) -> None:
    assert local.half_done(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_note_is_read_back_until_it_is_ended(tmp_path: Path) -> None:
    local.begin(tmp_path, *NOTE)
    noted = local.half_done(tmp_path)
    local.end(tmp_path)
    local.end(tmp_path)

    assert (noted, local.half_done(tmp_path)) == (NOTE, None)


def test_the_note_is_gone_after_a_change(tmp_path: Path) -> None:
    with local.noted(tmp_path, *NOTE, None):
        meanwhile = local.half_done(tmp_path)

    assert (meanwhile, local.half_done(tmp_path)) == (NOTE, None)


def test_the_note_of_an_earlier_change_goes_on_while_it_is_told(tmp_path: Path) -> None:
    with local.noted(tmp_path, "New", ["n.md"], NOTE):
        meanwhile = local.half_done(tmp_path)

    assert (meanwhile, local.half_done(tmp_path)) == (("New", ("n.md", *NOTE[1])), None)


@pytest.mark.parametrize("earlier", [None, NOTE])
def test_a_refusal_notes_again_what_was_half_done_before(
    tmp_path: Path, earlier: tuple[str, tuple[str, ...]] | None
) -> None:
    with pytest.raises(ConflictError), local.noted(tmp_path, "New", ["n.md"], earlier):
        raise ConflictError("no")

    assert local.half_done(tmp_path) == earlier


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_whatever_else_stops_it_stays_noted(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), local.noted(tmp_path, *NOTE, None):
        raise error

    assert local.half_done(tmp_path) == NOTE


def test_a_second_one_waits_and_is_refused(tmp_path: Path) -> None:
    with (
        local.locked(tmp_path),
        pytest.raises(LockedError, match="Another teamkit is writing here"),
        local.locked(tmp_path, wait=0.01),
    ):
        pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), local.locked(tmp_path):
        raise ZeroDivisionError

    with local.locked(tmp_path, wait=0):
        pass


def test_a_lock_file_that_a_kill_left_holds_nobody(tmp_path: Path) -> None:
    (tmp_path / "teamkit").mkdir()
    (tmp_path / "teamkit/lock").touch()

    with local.locked(tmp_path, wait=0):
        pass


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5), lambda j: st.lists(j, max_size=3)
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.fixed_dictionaries({"message": JSON, "paths": JSON}) | JSON)
def test_a_broken_note_stops_nobody(tmp_path: Path, noted: object) -> None:
    (tmp_path / "teamkit").mkdir(exist_ok=True)
    (tmp_path / "teamkit/half-done.json").write_text(json.dumps(noted))

    found = local.half_done(tmp_path)

    assert found is None or all(path and "\0" not in path for path in found[1])


@pytest.mark.parametrize("text", [b"", b"\xff", b"{", b"[]", b'{"message": "m"}'])
def test_a_torn_note_is_none(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "teamkit").mkdir()
    (tmp_path / "teamkit/half-done.json").write_bytes(text)

    assert local.half_done(tmp_path) is None


@pytest.mark.parametrize("path", ["/etc/passwd", "../x", "a/../../x", "", "a\0b", 1, None, ["a"]])
def test_a_note_names_only_paths_of_the_team(tmp_path: Path, path: object) -> None:
    (tmp_path / "teamkit").mkdir()
    (tmp_path / "teamkit/half-done.json").write_text(
        json.dumps({"message": "m", "paths": ["notes/a.md", path]})
    )

    assert local.half_done(tmp_path) == ("m", ("notes/a.md",))
