"""The commands of the advice process, on a real repository."""

import io
import json

import pytest
from typer.main import get_command

from teamkit.cli.app import app
from teamkit.cli.session import Session
from teamkit.output.console import Console
from tests.conftest import Folder
from tests.projects.advice.made import PATH, TEXT

CARLA = {"GIT_COMMITTER_NAME": "Carla", "GIT_COMMITTER_EMAIL": "carla@harbour.example"}

PARTS = "## Allocation\n\n| Need | Person | State |\n| --- | --- | --- |\n| A | @eli | |\n\n"


@pytest.fixture
def beacon(small: Folder) -> Folder:
    """The small team, with two more people and a proposal that waits for advice."""
    more = {f"people/{h}.md": f"---\nname: {h.capitalize()}\n---\n" for h in ("eli", "goran")}
    small.write({**more, PATH: TEXT})
    small.commit("A proposal")
    return small


def test_asking_writes_a_row_and_gives_the_message(beacon: Folder) -> None:
    asked = beacon.run("advice", "ask", "beacon", "eli", "--why", "the form", "--by", "+1w")

    assert (asked.status, asked.stderr) == (0, "Committed: Ask Eli for advice on Beacon\n")
    assert asked.stdout.startswith("Eli, what do you advise on Beacon? Why you: the form. It is")
    assert "| @eli | the form | 2026-12-01 | 2026-12-08 |\n" in beacon.read(PATH)
    assert beacon.status() == ""


def test_without_names_and_a_terminal_nothing_is_written(beacon: Folder) -> None:
    shown = beacon.run("advice", "ask", "beacon", "--json")

    page = json.loads(shown.stdout)
    assert (page["kind"], page["written"], page["width"]) == ("advice.ask", False, 4)
    assert beacon.log() == ["A proposal"]


def test_all_who_are_proposed_may_be_asked_at_once(beacon: Folder) -> None:
    beacon.write({PATH: TEXT.replace("## Ad", f"{PARTS}## Ad")})
    beacon.commit()

    asked = beacon.run("advice", "ask", "beacon", "--all")

    assert "Committed: Ask Eli for advice on Beacon" in asked.stderr
    assert "| @eli | takes part in A |" in beacon.read(PATH)


def test_a_dry_run_of_asking_shows_the_diff(beacon: Folder) -> None:
    shown = beacon.run("advice", "ask", "beacon", "eli", "--dry-run")

    assert "+| @eli | another view | 2026-12-01 | 2026-12-08 |" in shown.stdout
    assert beacon.read(PATH) == TEXT


def test_advice_may_come_as_words_from_stdin_and_for_somebody(beacon: Folder) -> None:
    beacon.run("advice", "give", "beacon", "Start", "small")
    beacon.run("advice", "give", "beacon", "-", "--as", "goran", stdin="Not at\nnight.\n")

    assert (
        "### 2026-12-01 @ana\n\nStart small\n\n### 2026-12-01 @goran\n\nNot at\nnight.\n\n## Dec"
    ) in beacon.read(PATH)
    assert beacon.log(2) == ["Advice of Goran on Beacon", "Advice of Ana on Beacon"]


def test_advice_may_be_written_in_the_editor(beacon: Folder) -> None:
    env = {"EDITOR": "sed -i s/small/big/"}

    beacon.run("advice", "give", "beacon", "Start small", "--edit", env=env)

    assert "\n\nStart big\n\n## Decision" in beacon.read(PATH)


def test_without_words_and_a_terminal_the_flag_is_named(beacon: Folder) -> None:
    give = beacon.run("advice", "give", "beacon")
    decide = beacon.run("advice", "decide", "beacon", "--anyway", "--because", "x")

    assert (give.status, decide.status) == (8, 8)
    assert "Pass TEXT, - or --edit" in give.stderr
    assert "Pass --decision" in decide.stderr


def test_status_is_about_one_or_all_that_wait(beacon: Folder) -> None:
    every, one = beacon.run("advice", "status"), beacon.run("advice", "status", "beacon")

    assert every.stdout.startswith("beacon\tben\tasked 12 days ago, wanted by 2026-11-27, 4 days")
    assert one.stdout.startswith("ben\tasked 12 days ago, wanted by 2026-11-27, 4 days late\n")
    assert one.stdout.endswith("(one line is enough, and so is 'nothing to add').\n")


def test_programs_get_the_standing_and_the_reminder(beacon: Folder) -> None:
    page = json.loads(beacon.run("advice", "status", "--json").stdout)

    assert [(item["person"], item["days_late"]) for item in page["items"]] == [
        ("ben", 4),
        ("goran", 0),
    ]
    assert page["unasked"] == [{"proposal": "beacon", "person": "eli"}]
    assert [reminder["proposal"] for reminder in page["reminders"]] == ["beacon"]


def test_what_waits_for_nobody_says_so(small: Folder) -> None:
    assert small.run("advice", "status", "--json").status == 0
    assert small.run("advice", "status").stdout == ""


def test_a_decision_before_the_day_is_a_conflict(beacon: Folder) -> None:
    refused = beacon.run("advice", "decide", "beacon", "--decision", "Yes", env=CARLA)

    assert (refused.status, refused.stdout) == (4, "")
    assert "Goran may still answer (wanted by 2026-12-07)." in refused.stderr


def test_a_decision_keeps_objections_of_the_notes(beacon: Folder) -> None:
    beacon.write({"notes/2026-11-20-friday.md": "## Beacon\n\n- Objection @eli: the battery\n"})
    beacon.commit()
    env = {**CARLA, "TEAMKIT_TODAY": "2026-12-08"}

    decided = beacon.run("advice", "decide", "beacon", "--decision", "-", stdin="Yes\n", env=env)

    assert "Dissent kept: @eli: the battery (2026-11-20)\n" in decided.stderr
    assert beacon.read(PATH).endswith("\nDissent: @eli: the battery (2026-11-20)\n")


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


def at_terminal(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, args: list[str], typed: str
) -> str:
    """What somebody at a terminal is told who types these lines."""
    stdin, told = Terminal(typed), io.StringIO()
    monkeypatch.setattr("sys.stdin", stdin)
    for name, value in CARLA.items():
        monkeypatch.setenv(name, value)
    console = Console(io.StringIO(), told, environ={})
    session = Session({"TEAMKIT_TODAY": "2026-12-01"}, folder.path, stdin, console)

    with pytest.raises(SystemExit) as ended:
        get_command(app).main(args, obj=session)

    assert (ended.value.code, stdin.read()) == (0, "")
    return told.getvalue()


@pytest.mark.parametrize(
    ("typed", "names"),
    [("all\n", "Eli"), ("\n", "Eli"), ("ana\n", "Ana"), ("nobody\n", "")],
)
def test_at_a_terminal_the_owner_chooses_among_those_proposed(
    beacon: Folder, monkeypatch: pytest.MonkeyPatch, typed: str, names: str
) -> None:
    beacon.write({PATH: TEXT.replace("## Ad", f"{PARTS}## Ad")})
    beacon.commit()

    told = at_terminal(beacon, monkeypatch, ["advice", "ask", "beacon"], typed)

    assert told.startswith("Ask eli: takes part in A\nscope medium, risk medium: 4 people")
    ending = f"Committed: Ask {names} for advice on Beacon\n" if names else "Nothing to change.\n"
    assert told.endswith(ending)


def test_where_nobody_is_proposed_enter_asks_nobody(
    beacon: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = PARTS.replace("| A | @eli | |", "| A | @eli | declined |")
    rows = "".join(f"| @{who} | | | |\n" for who in ("ana", "carla"))
    beacon.write(
        {PATH: TEXT.replace("## Ad", f"{parts}## Ad").replace("\n### 2", f"{rows}\n### 2")}
    )
    beacon.commit()

    told = at_terminal(beacon, monkeypatch, ["advice", "ask", "beacon"], "\n")

    assert told.startswith("Or eli: said no to A\n")
    assert told.endswith("Nothing to change.\n")


def test_at_a_terminal_deciding_asks_for_dissent(
    beacon: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["advice", "decide", "beacon", "--anyway", "--because", "noon"]

    at_terminal(beacon, monkeypatch, command, "Yes\nfewer calls\n@eli: the battery\n")

    assert beacon.read(PATH).endswith(
        "Intended outcome: fewer calls\n\nReview on 2027-03-01\n\nDissent: @eli: the battery\n"
    )


def test_all_of_a_decision_may_be_said_at_once(beacon: Folder) -> None:
    command = ["advice", "decide", "beacon", "--decision", "Yes", "--outcome", "fewer calls"]
    dissent = ["--dissent", "@eli: the battery", "--dissent", "@ben: the price"]

    beacon.run(*command, *dissent, env={**CARLA, "TEAMKIT_TODAY": "2026-12-08"})

    assert beacon.read(PATH).endswith("\nDissent: @eli: the battery; @ben: the price\n")
