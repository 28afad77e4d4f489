"""Beliefs about the questions on a terminal: which need is meant, and what to record."""

import io

import pytest

from teamkit.cli.session import Session
from teamkit.commands.proposals.link import Linked, linked, with_solution
from teamkit.errors import UnknownError, UsageError, WouldAskError
from teamkit.output.console import Console
from teamkit.projects.proposals.need import TypedNeed
from tests.cli.test_terminal import terminal
from tests.conftest import TODAY, Folder
from tests.knowledge.solutions.needs import FILES

SURE, NEAR, STRANGE = (TypedNeed(words) for words in ("very large files", "large crates", "gulls"))
UPLOADS = ("Resumable upload", "solutions/large-uploads.md")


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def team(small: Folder) -> Folder:
    small.write(FILES)
    small.commit("Needs")
    return small


def session(folder: Folder, stdin: io.StringIO) -> Session:
    console = Console(io.StringIO(), io.StringIO(), environ={})
    return Session({"TEAMKIT_TODAY": TODAY}, folder.path, stdin, console)


def asked(folder: Folder, monkeypatch: pytest.MonkeyPatch, typed: str, *needs: TypedNeed) -> Linked:
    """What comes of these needs when somebody at a terminal types that, all of it."""
    stdin = Terminal(typed)
    monkeypatch.setattr("sys.stdin", stdin)
    found = linked(session(folder, stdin), needs, None)
    assert stdin.read() == ""
    return found


def solutions(found: Linked) -> list[tuple[str, str] | None]:
    return [need.solution for need in found.needs]


def test_what_is_sure_is_linked_without_a_question(
    team: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = asked(team, monkeypatch, "", SURE)

    assert (solutions(found), found.needs[0].usual_skill, found.paths) == ([UPLOADS], "s3", [])


def test_a_near_need_is_linked_when_somebody_says_so(
    team: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(team, monkeypatch, "y\n", NEAR)

    question = "Is 'large crates' the need 'Let people upload very large files' (large-uploads)?"
    assert question in capsys.readouterr().err
    assert (solutions(found), found.recorded) == ([UPLOADS], frozenset())


def test_else_it_may_be_recorded_as_missing(
    team: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = asked(team, monkeypatch, "n\n\n", NEAR)

    question = "No need fits 'large crates' (nearest: large-uploads). Record it as missing?"
    assert question in capsys.readouterr().err
    assert solutions(found) == [("large crates", "solutions/large-crates.md")]
    assert found.paths == ["solutions/large-crates.md"]
    assert "status: missing" in found.writes[0].text


def test_each_is_asked_about_on_its_own(team: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    found = asked(team, monkeypatch, "n\nn\ny\n", NEAR, STRANGE)

    assert solutions(found) == [None, ("gulls", "solutions/gulls.md")]
    assert found.said("wreck") == [
        "No need fits 'large crates' (nearest: large-uploads); nothing is linked.",
        "No need speaks of 'gulls'; it is recorded as missing.",
    ]


def test_a_flag_answers_and_nobody_is_asked(team: Folder) -> None:
    nobody = session(team, io.StringIO())

    assert solutions(linked(nobody, [STRANGE], missing=True)) == [("gulls", "solutions/gulls.md")]
    assert solutions(linked(nobody, [NEAR, STRANGE], missing=False)) == [None, None]
    with pytest.raises(WouldAskError, match="record as missing: 'gulls'"):
        linked(nobody, [NEAR, STRANGE], None)


def test_what_cannot_be_meant_is_refused_before_anything_is_asked(team: Folder) -> None:
    with pytest.raises(UsageError, match="There is no level 9"):
        linked(session(team, io.StringIO()), [STRANGE._replace(level=9)], None)


def test_a_named_solution_needs_no_question(team: Folder) -> None:
    nobody = session(team, io.StringIO())

    found = with_solution(nobody, STRANGE, "several")

    link = ("Publish pages in three languages", "solutions/several-languages.md")
    assert (solutions(found), found.said("wreck")) == ([link], [])
    with pytest.raises(UnknownError):
        with_solution(nobody, STRANGE, "nothing-like-it")


def test_who_stops_at_a_question_has_written_nothing(team: Folder) -> None:
    typed = [("(large-uploads)? [y/N]: ", "^C")]

    result = terminal(team, "proposals", "new", "Wreck watch", "--need", NEAR.title, typed=typed)

    assert result.status == 130
    assert team.status() == ""


def test_without_a_terminal_a_near_need_is_named_and_not_linked(team: Folder) -> None:
    result = team.run("proposals", "new", "Wreck watch", "--need", NEAR.title, "--missing")

    assert result.status == 0
    assert "To link it: teamkit proposals need wreck-watch 'large crates'" in result.stderr
    assert "| large crates |  |  |  |  |  |  |" in team.read("proposals/wreck-watch.md")
