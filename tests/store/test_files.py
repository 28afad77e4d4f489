"""Bytes on disk: read without following links, written all or nothing."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teamkit.errors import (
    AlreadyThereError,
    BadDocumentError,
    BadPathError,
    ChangedMeanwhileError,
    NotWritableError,
    TeamkitError,
)
from teamkit.store import files
from teamkit.store.change import Write
from tests.store.ways import WAYS, take_away


@pytest.fixture(autouse=True, params=WAYS)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds on systems that have less, too."""
    take_away(monkeypatch, request.param)


#: What is written to a disk takes as long as the disk takes.
on_disk = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
NAMES = st.from_regex(r"\A[a-z]{1,3}\.md\Z")
FOLDERS = st.lists(st.sampled_from(["notes", "topics", "deep"]), max_size=3).map("/".join)


def seen(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def everything(root: Path) -> dict[str, bytes | str | None]:
    """All below *root*: a file's bytes, a link's target, None for a folder or something else."""
    found: dict[str, bytes | str | None] = {}
    for place in root.rglob("*"):
        name = place.relative_to(root).as_posix()
        if place.is_symlink():
            found[name] = str(place.readlink())
        else:
            found[name] = place.read_bytes() if place.is_file() else None
    return found


def lay(root: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


# ---- reading --------------------------------------------------------------------------------


@on_disk
@given(st.dictionaries(st.tuples(FOLDERS, NAMES), TEXTS, max_size=5))
def test_what_is_written_is_what_is_read(texts: dict[tuple[str, str], str]) -> None:
    named = {f"{folder}/{name}".lstrip("/"): text for (folder, name), text in texts.items()}
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)

        files.write(root, [Write(path, text) for path, text in named.items()])

        assert {path: files.read(root, path) for path in named} == {
            path: text.encode() for path, text in named.items()
        }
        assert {path for path, data in everything(root).items() if data is not None} == set(named)


def test_no_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("plain")

    found = [files.read(tmp_path, path) for path in ("no.md", "no/no.md", "plain.md/no.md")]

    assert found == [None, None, None]


@pytest.mark.parametrize("path", ["link.md", "dangling.md", "folder/a.md", "folder/sub/a.md"])
def test_no_link_is_read(tmp_path: Path, path: str) -> None:
    lay(tmp_path / "out", {"a.md": "secret", "sub/a.md": "secret"})
    team = tmp_path / "team"
    team.mkdir()
    (team / "link.md").symlink_to("../out/a.md")
    (team / "dangling.md").symlink_to("nowhere")
    (team / "folder").symlink_to("../out")

    with pytest.raises(BadDocumentError) as refused:
        files.read(team, path)

    assert (refused.value.why, refused.value.where) == ("it is a link", path.split("/", 1)[0])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.md").mkdir()

    assert [files.read(tmp_path, path) for path in ("x.md", "x.md/", "")] == [None, None, None]


def test_what_is_not_a_plain_file_is_never_read_as_if_it_were_not_there(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")

    with pytest.raises(BadDocumentError, match="it is not a plain file"):
        files.read(tmp_path, "x.md")


#: Paths that lead out of the team's folder or into git's own, or would on some system.
LEADING_AWAY = [
    "../x.md",
    "notes/../../x.md",
    "notes/..",
    "notes/./x.md",
    "notes//x.md",
    "/notes/x.md",
    "/etc/passwd",
    "notes/... /x.md",
    ".git/x.md",
    "notes/.git",
    "notes/.GIT/x.md",
    ".git./x.md",
    ".git ./x.md",
    ".git::$INDEX_ALLOCATION/x.md",
    "git~1/x.md",
    "GIT~1/x.md",
    ".g\u200cit/x.md",
    "\ufeff.gi\u206ft/x.md",
    "..\\x.md",
    "notes/a\0b.md",
    "notes/caf\udce9.md",
]


@pytest.mark.parametrize("path", LEADING_AWAY)
def test_no_path_leads_out_of_the_folder_or_into_git(tmp_path: Path, path: str) -> None:
    root = tmp_path / "team"
    lay(tmp_path, {"x.md": "outside", "team/.git/x.md": "git's", "team/notes/a.md": "a"})
    before = everything(tmp_path)

    for tried in (
        lambda: files.read(root, path),
        lambda: files.names(root, path),
        lambda: files.standing(root, [Write(path, "new")]),
        lambda: files.write(root, [Write("notes/b.md", "new"), Write(path, "new")]),
        lambda: files.write(root, [Write(path, "new", seen("outside"))]),
    ):
        with pytest.raises(BadPathError) as refused:
            tried()
        assert refused.value.where == path.replace("\udce9", "\\xe9")
    files.sweep(root, [path])

    assert everything(tmp_path) == before


@on_disk
@given(st.text(st.sampled_from("a./\\~:g1tiIGT \u200c\0"), max_size=12))
def test_whatever_path_is_opened_lies_below_the_folder_and_is_not_gits(path: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "team"
        lay(root, {".git/HEAD": "ref"})

        with suppress(TeamkitError):
            files.write(root, [Write(path, "new")])

        found = everything(Path(place))
        assert {one.split("/")[0] for one in found} == {"team"}
        assert [one for one in found if one.startswith("team/.git/")] == ["team/.git/HEAD"]
        assert found["team/.git/HEAD"] == b"ref"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").touch(0o000)

    with pytest.raises(BadDocumentError, match="permission denied"):
        files.read(tmp_path, "x.md")


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDocumentError, match="file name too long"):
        files.read(tmp_path, "x" * 300)


def test_a_huge_file_is_read_no_further_than_its_refusal_needs(tmp_path: Path) -> None:
    with (tmp_path / "x.md").open("wb") as file:
        file.truncate(1 << 30)

    data = files.read(tmp_path, "x.md")

    assert data is not None
    assert 1 << 21 < len(data) < 1 << 22


def test_records_are_plain_markdown_files_in_name_order(tmp_path: Path) -> None:
    lay(tmp_path / "notes", {"b.md": "b", "a.md": "a", "index.md": "", ".c.md": "", "d.txt": ""})
    (tmp_path / "notes/link.md").symlink_to("a.md")
    (tmp_path / "notes/folder.md").mkdir()
    os.mkfifo(tmp_path / "notes/pipe.md")

    found = list(files.read_all(tmp_path, "notes"))

    assert files.names(tmp_path, "notes") == ["a.md", "b.md"]
    assert [(path, data) for path, data in found if isinstance(data, bytes)] == [
        ("notes/a.md", b"a"),
        ("notes/b.md", b"b"),
    ]


def test_what_lies_among_the_records_and_is_none_is_named_with_its_reason(tmp_path: Path) -> None:
    lay(tmp_path / "notes", {"a.md": "a", "index.md": "", "d\\e.md": "", "n\newline.md": "n"})
    (tmp_path / "notes/link.md").symlink_to("a.md")
    (tmp_path / "notes/folder.md").mkdir()
    os.mkfifo(tmp_path / "notes/pipe.md")

    found = files.entries(tmp_path, "notes")

    assert found == [
        ("notes/a.md", ""),
        ("notes/d\\e.md", "there is a backslash, a NUL or a drive in its name"),
        ("notes/folder.md", "it is a folder"),
        ("notes/link.md", "it is a link"),
        ("notes/n\newline.md", ""),
        ("notes/pipe.md", "it is not a plain file"),
    ]
    read = files.read_all(tmp_path, "notes")
    assert [(path, "" if isinstance(data, bytes) else data.why) for path, data in read] == found


def test_a_copy_that_a_syncing_program_left_is_not_a_record_beside_its_original(
    tmp_path: Path,
) -> None:
    lay(tmp_path / "notes", {"a.md": "a", "a 2.md": "a", "b (conflicted copy).md": "b"})

    assert files.entries(tmp_path, "notes") == [
        ("notes/a 2.md", "it looks like a copy of a.md that a syncing program left"),
        ("notes/a.md", ""),
        ("notes/b (conflicted copy).md", ""),
    ]


def test_a_name_that_is_not_utf8_is_spelled_out_and_not_handed_on(tmp_path: Path) -> None:
    lay(tmp_path / "notes", {"a.md": "a"})
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/notes/caf\xe9.md")).write_text("e")

    assert files.names(tmp_path, "notes") == ["a.md"]
    assert files.entries(tmp_path, "notes")[1] == (r"notes/caf\xe9.md", "its name is not UTF-8")
    assert told(files.read_all(tmp_path, "notes")) == [
        ("notes/a.md", b"a"),
        (r"notes/caf\xe9.md", "its name is not UTF-8"),
    ]


@on_disk
@given(st.lists(st.binary(min_size=1, max_size=8), max_size=5))
def test_whatever_names_lie_there_each_record_is_named_in_text_that_can_be_encoded(
    stems: list[bytes],
) -> None:
    with tempfile.TemporaryDirectory() as place:
        wanted = {stem.replace(b"/", b"-").replace(b"\0", b"-") for stem in stems}
        for stem in wanted:
            Path(os.fsdecode(os.fsencode(place) + b"/" + stem + b".md")).touch()

        paths = [path for path, _ in files.read_all(Path(place), "")]

        hidden = {stem for stem in wanted if stem.startswith(b".")}
        assert len(paths) == len(wanted - hidden - {b"index", b"readme", b"README"})
        assert [path.encode().decode() for path in paths] == paths


def test_a_record_that_vanishes_meanwhile_is_skipped(tmp_path: Path) -> None:
    lay(tmp_path, {"notes/a.md": "a", "notes/b.md": "b"})
    found = files.read_all(tmp_path, "notes")

    first = next(found)
    (tmp_path / "notes/b.md").unlink()

    assert [first, *found] == [("notes/a.md", b"a")]


def test_a_folder_that_is_a_link_is_one_that_cannot_be_opened(tmp_path: Path) -> None:
    lay(tmp_path, {"real/a.md": "a"})
    (tmp_path / "link").symlink_to("real")

    assert told(files.read_all(tmp_path, "link")) == [("link", "it is a link")]


def test_a_record_that_turns_into_a_link_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"notes/a.md": "a", "notes/b.md": "b", "outside": "secret"})
    found = files.read_all(tmp_path, "notes")

    first = next(found)
    (tmp_path / "notes/b.md").unlink()
    (tmp_path / "notes/b.md").symlink_to("../outside")

    assert told([first, *found]) == [("notes/a.md", b"a"), ("notes/b.md", "it is a link")]


def test_a_folder_that_is_not_there_has_no_records(tmp_path: Path) -> None:
    assert (files.names(tmp_path, "no"), [*files.read_all(tmp_path, "no/no")]) == ([], [])


def a_file(place: Path) -> None:
    place.write_text("a file where a folder should be")


def a_closed_folder(place: Path) -> None:
    lay(place, {"a.md": "a"})
    place.chmod(0)


def a_link(place: Path) -> None:
    lay(place.parent, {"real/a.md": "a"})
    place.symlink_to("real")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (a_file, "not a directory"),
        (a_link, "it is a link"),
        pytest.param(
            a_closed_folder,
            "permission denied",
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything"),
        ),
    ],
)
def test_a_folder_that_cannot_be_opened_is_never_an_empty_one(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    make(tmp_path / "notes")

    for tried in (files.names, files.entries):
        with pytest.raises(BadDocumentError, match=why) as refused:
            tried(tmp_path, "notes")
        assert refused.value.where == "notes"
    assert told(files.read_all(tmp_path, "notes")) == [("notes", why)]
    (tmp_path / "notes").chmod(0o755)


# ---- writing --------------------------------------------------------------------------------

OLD = {"a.md": "old a\r\n", "notes/b.md": "old b"}
EDITS = [Write(path, f"new {path}", seen(text)) for path, text in OLD.items()]


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md": "old"})
    (tmp_path / "a.md").chmod(0o640)

    files.write(tmp_path, [Write("a.md", "new", seen("old"))])

    assert (tmp_path / "a.md").read_text() == "new"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_people_want(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write(tmp_path, [Write("a.md", "new")])
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def told(found: Iterable[tuple[str, bytes | BadDocumentError]]) -> list[tuple[str, bytes | str]]:
    """What `read_all` gives, with the reasons alone."""
    return [(path, data if isinstance(data, bytes) else data.why) for path, data in found]


def stands_already(root: Path, path: str) -> None:
    lay(root, {path: "somebody's"})


def is_a_folder(root: Path, path: str) -> None:
    (root / path).mkdir(parents=True)


def is_a_pipe(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / path)


def is_below_a_file(root: Path, path: str) -> None:
    (root / path).parent.parent.mkdir(parents=True, exist_ok=True)
    (root / path).parent.write_text("a file where a folder should be")


def is_a_link(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(root.parent / "outside/there.md")


def dangles(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(root.parent / "outside/nothing.md")


def is_below_a_link(root: Path, path: str) -> None:
    (root / path).parent.parent.mkdir(parents=True, exist_ok=True)
    (root / path).parent.symlink_to(root.parent / "outside")


def is_deep_below_a_link(root: Path, path: str) -> None:
    (root / path.split("/", 1)[0]).symlink_to(root.parent / "outside")


def leads_into_git(root: Path, path: str) -> None:
    (root / ".git").mkdir()
    (root / path).parent.parent.mkdir(parents=True, exist_ok=True)
    (root / path).parent.symlink_to(os.path.relpath(root / ".git", (root / path).parent.parent))


OBSTACLES: dict[Callable[[Path, str], None], type[TeamkitError]] = {
    stands_already: AlreadyThereError,
    is_a_folder: AlreadyThereError,
    is_a_pipe: AlreadyThereError,
    is_below_a_file: NotWritableError,
    is_a_link: NotWritableError,
    dangles: NotWritableError,
    is_below_a_link: NotWritableError,
    is_deep_below_a_link: NotWritableError,
    leads_into_git: NotWritableError,
}


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("obstacle", OBSTACLES, ids=[made.__name__ for made in OBSTACLES])
def test_whatever_is_in_the_way_of_one_new_file_nothing_is_written(
    tmp_path: Path, obstacle: Callable[[Path, str], None], place: int
) -> None:
    root = tmp_path / "team"
    lay(tmp_path, {"outside/there.md": "outside"})
    lay(root, OLD)
    writes = [*EDITS, Write("other/new.md", "new")]
    writes.insert(place, Write("topics/deep/x.md", "new"))
    obstacle(root, "topics/deep/x.md")
    before = everything(tmp_path)

    with pytest.raises(OBSTACLES[obstacle]):
        files.write(root, writes)

    assert everything(tmp_path) == before


@pytest.mark.parametrize("place", range(2))
@pytest.mark.parametrize("now", ["somebody's", None])
def test_a_file_changed_meanwhile_stops_all(tmp_path: Path, place: int, now: str | None) -> None:
    lay(tmp_path, OLD)
    changed = tmp_path / list(OLD)[place]
    changed.unlink()
    if now is not None:
        changed.write_text(now)
    before = everything(tmp_path)

    with pytest.raises(ChangedMeanwhileError) as refused:
        files.write(tmp_path, [Write("new/new.md", "new"), *EDITS])

    assert refused.value.where == list(OLD)[place]
    assert everything(tmp_path) == before


def late(writes: Sequence[Write], number: int, then: Callable[[], None]) -> list[Write]:
    """*writes*, of which one does something to the world when it is about to be staged."""

    class Text(str):
        __slots__ = ()

        def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
            then()
            return super().encode(encoding, errors)

    return [
        write._replace(text=Text(write.text)) if i == number else write
        for i, write in enumerate(writes)
    ]


@pytest.mark.parametrize("number", range(4))
def test_a_file_that_appears_while_writing_stops_all_and_stays(tmp_path: Path, number: int) -> None:
    lay(tmp_path, OLD)
    writes = [*EDITS, Write("topics/x.md", "new"), Write("z/y.md", "new")]

    def appear() -> None:
        lay(tmp_path, {"topics/x.md": "somebody's"})

    with pytest.raises(AlreadyThereError) as refused:
        files.write(tmp_path, late(writes, number, appear))

    assert refused.value.where == "topics/x.md"
    assert everything(tmp_path) == {
        "a.md": b"old a\r\n",
        "notes": None,
        "notes/b.md": b"old b",
        "topics": None,
        "topics/x.md": b"somebody's",
    }


@pytest.mark.parametrize("number", range(3))
def test_a_failure_between_the_files_puts_the_first_ones_back(tmp_path: Path, number: int) -> None:
    lay(tmp_path, OLD)
    (tmp_path / "a.md").chmod(0o600)
    before = everything(tmp_path)
    writes = [*EDITS, Write("topics/x.md", "new")]

    def break_it() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWritableError, match="no space left on device") as refused:
        files.write(tmp_path, late(writes, number, break_it))

    assert refused.value.where == writes[number].path
    assert everything(tmp_path) == before
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o600


def test_a_folder_swapped_for_a_link_while_writing_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "team"
    lay(tmp_path, {"outside/there.md": "outside"})
    lay(root, {"a.md": "old"})

    def swap() -> None:
        (root / "topics").symlink_to(tmp_path / "outside")

    writes = [Write("a.md", "new", seen("old")), Write("topics/deep/x.md", "new")]
    with pytest.raises(NotWritableError, match="it is a link"):
        files.write(root, late(writes, 0, swap))

    assert everything(tmp_path / "outside") == {"there.md": b"outside"}
    assert (root / "a.md").read_text() == "old"


def test_an_interruption_puts_everything_back(tmp_path: Path) -> None:
    lay(tmp_path, OLD)
    before = everything(tmp_path)

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path, late([*EDITS, Write("t/x.md", "new")], 2, interrupt))

    assert everything(tmp_path) == before


def test_putting_back_touches_nobody_elses_file(tmp_path: Path) -> None:
    lay(tmp_path, OLD)

    def replaced_and_full() -> None:
        (tmp_path / "new.md").write_text("somebody's")
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWritableError):
        files.write(tmp_path, late([Write("new.md", "new"), *EDITS], 1, replaced_and_full))

    assert (tmp_path / "new.md").read_text() == "somebody's"


@pytest.mark.parametrize(
    ("there", "new"), [("Ana.md", "ana.md"), ("caf\u00e9.md", "cafe\u0301.md")]
)
def test_a_new_file_is_no_twin_of_one_that_is_there(tmp_path: Path, there: str, new: str) -> None:
    lay(tmp_path, {f"people/{there}": "somebody's", **OLD})
    before = everything(tmp_path)

    with pytest.raises(AlreadyThereError) as refused:
        files.write(tmp_path, [*EDITS, Write(f"people/{new}", "new")])

    assert refused.value.where == f"people/{there}"
    assert refused.value.hint == (
        f"On some systems {new} would be the same file. Choose another name."
    )
    assert everything(tmp_path) == before


def test_one_new_path_twice_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThereError):
        files.write(tmp_path, [Write("n/x.md", "one"), Write("n/x.md", "two")])

    assert everything(tmp_path) == {}


def test_an_edit_after_a_failed_link_is_put_back(tmp_path: Path) -> None:
    lay(tmp_path, OLD)
    before = everything(tmp_path)

    with pytest.raises(AlreadyThereError):
        files.write(tmp_path, [*EDITS, Write("n/x.md", "one"), Write("n/x.md", "two")])

    assert everything(tmp_path) == before


def test_text_with_half_a_character_is_not_written_in_part(tmp_path: Path) -> None:
    lay(tmp_path, OLD)
    before = everything(tmp_path)

    with pytest.raises(UnicodeEncodeError):
        files.write(tmp_path, [*EDITS, Write("x/y.md", "\udce9")])

    assert everything(tmp_path) == before


@on_disk
@given(st.binary(max_size=100), st.binary(max_size=100))
def test_an_edit_is_made_only_from_the_very_bytes_that_stand(there: bytes, read: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "a.md").write_bytes(there)
        write = Write("a.md", "new", hashlib.sha256(read).hexdigest())

        try:
            files.write(Path(place), [write])
        except TeamkitError as error:
            outcome: object = type(error)
        else:
            outcome = None

        expected = None if there == read else ChangedMeanwhileError
        assert outcome == expected
        left = b"new" if there == read else there
        assert everything(Path(place)) == {"a.md": left}


def test_a_sweep_removes_what_a_kill_left_and_nothing_else(tmp_path: Path) -> None:
    left = {"notes/.teamkit-0123456789ab.tmp": "half", ".teamkit-ab.tmp": "half"}
    kept = {
        "notes/.teamkit-notes.md": "a person's",
        "notes/a.tmp": "a person's",
        "topics/.teamkit-ab.tmp": "elsewhere",
    }
    lay(tmp_path, {**left, **kept})

    files.sweep(tmp_path, ["notes/a.md", "b.md", "none/c.md"])

    assert {path for path, data in everything(tmp_path).items() if data is not None} == set(kept)


def test_standing_gives_the_bytes_of_edits_alone(tmp_path: Path) -> None:
    lay(tmp_path, OLD)

    found = files.standing(tmp_path, [*EDITS, Write("n/new.md", "new")])

    assert found == {path: text.encode() for path, text in OLD.items()}


def test_a_sweep_removes_a_file_that_only_took_a_name(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "notes/.teamkit-0123456789ab.tmp": "the page",
            "notes/x.md": ".teamkit-0123456789ab.tmp",
            "notes/y.md": ".teamkit-0123456789ab.tmp",
            "notes/z.md": "a page",
        },
    )

    files.sweep(tmp_path, ["notes/x.md", "notes/z.md"])

    assert {path for path, data in everything(tmp_path).items() if data is not None} == {
        "notes/y.md",
        "notes/z.md",
    }
