"""A change as data: its message for people and its diff for `git apply`."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamkit.markdown.document import parse
from teamkit.store.change import Change, Write, edit, unified_diff

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=150)
# Git takes a file with a NUL for a binary one; teamkit refuses to read such.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from("\n\r\n"),
    max_size=60,
)
NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0/")
    | st.sampled_from(' "\\\t\n'),
    min_size=1,
    max_size=12,
).filter(lambda name: name not in {".", ".."} and ".git" not in name.lower())


def trailers(message: str) -> list[str]:
    done = subprocess.run(
        ["git", "interpret-trailers", "--parse", "--only-trailers"],
        input=message.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().splitlines()


def test_a_message_is_a_subject_an_empty_line_and_the_trailer() -> None:
    change = Change("Ask Ana to take notes on 2026-12-04", "notes rotate")

    assert change.commit_message == (
        "Ask Ana to take notes on 2026-12-04\n\nTeamkit: notes rotate\n"
    )


def test_details_stand_between_subject_and_trailer() -> None:
    change = Change("Update", "save", details="One thing for @ana.\n\nAnother\x1b.\n")

    assert change.commit_message == ("Update\n\nOne thing for ana.\n\nAnother␛.\n\nTeamkit: save\n")


@settings(max_examples=200)
@given(WORDS, WORDS)
@example("a\nTeamkit: evil\n\nSigned-off-by: eve <e@e>", "x\n\nSigned-off-by: eve <e@e>")
@example("a\r\nb\x85c\u2028d\x0be", "\r\n\r\nSigned-off-by: eve <e@e>\r\n")
@example("\x00\x1b[31m\x9b", "\x00")
@example("@@@", "@")
def test_nothing_in_a_title_becomes_more_than_the_subject(title: str, details: str) -> None:
    message = Change(title, "agenda add", details=details).commit_message

    subject, empty, *rest = message.split("\n")
    assert 1 <= len(subject) <= 100
    assert subject == subject.strip()
    assert empty == ""
    assert rest[-2:] == ["Teamkit: agenda add", ""]
    assert rest[-3] == "" if len(rest) > 2 else rest == ["Teamkit: agenda add", ""]
    assert "@" not in message
    assert not [c for c in message if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]


@pytest.mark.parametrize(
    "title",
    [
        "a\n\nSigned-off-by: eve <e@e>",
        "Signed-off-by: eve <e@e>",
        "a\rSigned-off-by: eve\u2029Teamkit: evil",
    ],
)
def test_git_finds_one_trailer_alone(title: str) -> None:
    change = Change(title, "agenda add", details=f"Because.\n\n{title}")

    assert trailers(change.commit_message) == ["Teamkit: agenda add"]


def test_a_long_subject_says_that_it_goes_on() -> None:
    subject = Change("x" * 300, "agenda add").subject

    assert subject == "x" * 99 + "…"


def test_a_subject_of_at_signs_is_the_command() -> None:
    assert Change(" @ @@ ", "save").subject == "save"


def test_an_edit_that_changes_nothing_is_no_write() -> None:
    document = parse("a.md", b"---\r\ntitle: A\r\n---\r\n")

    assert edit(document, document.text) == ()
    assert edit(document, "new") == (Write("a.md", "new", document.digest),)


def applied(before: dict[str, str], writes: list[Write]) -> dict[str, bytes]:
    """The files after `git apply` of the diff."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name, text in before.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(text.encode())
        diff = unified_diff(writes, before)
        if diff:
            done = subprocess.run(
                ["git", "apply", "--whitespace=nowarn", "-"],
                cwd=folder,
                input=diff.encode(),
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0, (done.stderr, diff)
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        }


@settings(max_examples=120, deadline=None)
@given(NAMES, st.none() | TEXTS, TEXTS)
@example("crlf.md", "a\r\nb\r\n", "a\r\nc\r\n")
@example("no end.md", "a\nb", "a\nb\nc")
@example("other end.md", "a\nb\n", "a\nb")
@example('q"uo\\te.md', "a\n", "b\n")
@example("tab\tnew\nline.md", None, "b\n")
@example("ende ", None, "b")
@example("día\u2028x.md", "\ufeffa\n", "\ufeffb\n")
@example("separators.md", "a\u2028b\x0cc\x1cd\x85e\n", "a\u2028b\x0cX\x1cd\x85e\n")
@example("\x01\x7f.md", "a\n", "b\n")
@example("-x", None, "b\n")
@example("--- a", "-- b\n", "++ b\n")
def test_a_diff_applies_and_gives_the_very_bytes(name: str, old: str | None, new: str) -> None:
    path = f"notes/{name}"
    before = {} if old is None else {path: old}

    after = applied(before, [Write(path, new, None if old is None else "seen")])

    expected = {} if old is None and not new else {path: new.encode()}
    assert after == expected


def test_the_diff_of_several_files_is_one_patch() -> None:
    before = {"a.md": "a\n", "b c.md": "b"}
    writes = [Write("a.md", "A\n", "seen"), Write("n.md", "n"), Write("b c.md", "B", "seen")]

    after = applied(before, writes)

    assert after == {"a.md": b"A\n", "b c.md": b"B", "n.md": b"n"}
