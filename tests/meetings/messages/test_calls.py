"""`teamkit agenda ask` and `teamkit agenda announce`."""

import json

import pytest

from tests.conftest import SETTINGS, Folder, Result
from tests.meetings.made import said

AGENDA = "agendas/2026-12-04-friday.md"
ORIGIN = "git@github.com:harbour/team.git"
LOOKS = "friday on 2026-12-04: 30 of 60 minutes planned, 30 free.\n"
HOST = "Put what people answer on the agenda: teamkit agenda add -\n"
SET_IT = "Set it in teamkit.yml, under series, friday: input_by: Thu 18:00\n"
NO_LINK = "No link for new topics: git has no remote named origin.\n"


@pytest.fixture
def team(small: Folder) -> Folder:
    """A topic of ana's waits; the call closes on Thursdays."""
    small.write(
        {
            "teamkit.yml": f"{SETTINGS}    input_by: Thu 18:00\n",
            "topics/2026-11-20-ana-cache.md": "---\ntitle: The cache\nby: ana\nminutes: 20\n---\n",
        }
    )
    small.commit()
    return small


@pytest.fixture
def compiled(team: Folder) -> Folder:
    """With an agenda, and ben asked to take notes."""
    team.run("agenda", "new")
    team.run("notes", "rotate", "--pick", "ben")
    return team


def page(folder: Folder, *args: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(folder.run("agenda", *args, "--json").stdout)
    return found


def test_it_asks_everybody_for_input(team: Folder) -> None:
    assert team.run("agenda", "ask") == Result(
        0,
        "## Weekly meeting: Friday 2026-12-04, 13:00\n"
        "\n"
        "**What would you like to talk about?** A question, something half-finished, something you"
        " need a hand with: one line is enough, no slides needed. You do not have to present it"
        " yourself.\n"
        "\n"
        "Please reply by **Thursday 2026-12-03, 18:00**. 30 of the 60 minutes are still free.\n"
        "\n"
        "On the agenda so far:\n"
        "\n"
        "- The cache (Ana, 20 min)\n"
        "\n"
        "How to add something:\n"
        "\n"
        "- Just answer this message; one line is enough, and it will be put on the agenda for"
        " you.\n",
        NO_LINK + HOST + LOOKS,
    )


def test_it_reads_only(team: Folder) -> None:
    before = team.git("rev-parse", "HEAD")

    team.run("agenda", "ask")

    assert (team.git("rev-parse", "HEAD"), team.status()) == (before, "")


PLAN = {
    "meeting": "2026-12-04-friday",
    "series": "friday",
    "date": "2026-12-04",
    "start": "13:00",
    "facilitator": "carla",
    "timekeeper": None,
    "planned": 30,
    "available": 60,
}


def test_programs_get_the_facts_of_a_call(team: Folder) -> None:
    found = page(team, "ask")

    topics = found.pop("items")
    message = found.pop("message")
    assert found == {
        "schema": 2,
        "kind": "agenda.ask",
        "plan": PLAN,
        "deadline": "2026-12-03T18:00",
        "link": None,
    }
    assert isinstance(topics, list)
    assert [one["title"] for one in topics] == ["The cache"]
    assert team.run("agenda", "ask").stdout == f"{message}\n"


def test_with_a_forge_people_can_write_a_topic_in_the_browser(team: Folder) -> None:
    team.git("remote", "add", "origin", ORIGIN)

    result = team.run("agenda", "ask")

    link = page(team, "ask")["link"]
    assert f"- [Open a page that is already started]({link}): give it a title" in result.stdout
    assert result.stderr == HOST + LOOKS


def test_gitlab_gets_the_text_to_paste(team: Folder) -> None:
    team.git("remote", "add", "origin", "git@gitlab.com:harbour/team.git")

    result = team.run("agenda", "ask", "--for", "mail")

    assert "paste the lines below" in result.stdout
    assert "\n---\ntitle:\nby:\naim: share\nminutes: 10\n---\n" in result.stdout


@pytest.mark.parametrize(
    ("input_by", "said"),
    [
        ("", f"none is set. {SET_IT}"),
        (
            "soon",
            f"'soon' cannot be read. {SET_IT}",
        ),
        ("Mon 18:00", "it was Monday 2026-11-30, 18:00.\n"),
    ],
)
def test_without_a_deadline_ahead_there_is_no_line_about_it(
    small: Folder, input_by: str, said: str
) -> None:
    small.write({"teamkit.yml": f'{SETTINGS}    input_by: "{input_by}"\n'})

    result = small.run("agenda", "ask")

    assert "until" not in result.stdout
    assert f"The message has no deadline: {said}" in result.stderr
    assert page(small, "ask")["deadline"] is None


def test_on_the_day_itself_the_deadline_still_stands(team: Folder) -> None:
    result = team.run("agenda", "ask", env={"TEAMKIT_TODAY": "2026-12-03"})

    assert "by **Thursday 2026-12-03, 18:00**" in result.stdout


def test_nothing_on_the_agenda_is_no_empty_list(small: Folder) -> None:
    assert "so far" not in small.run("agenda", "ask").stdout


def test_a_full_meeting_says_so(team: Folder) -> None:
    team.write({"topics/2026-11-21-ben-long.md": "---\ntitle: Long\nby: ben\nminutes: 30\n---\n"})

    result = team.run("agenda", "ask")

    assert "The 60 minutes are full; what does not fit" in result.stdout


def test_the_message_for_chat_is_slacks(team: Folder) -> None:
    assert team.run("agenda", "ask", "--for", "chat") == team.run("agenda", "ask", "--for", "slack")


def test_an_unknown_place_is_refused(team: Folder) -> None:
    result = team.run("agenda", "ask", "--for", "pigeon")

    assert (result.status, result.stdout) == (2, "")


def test_an_agenda_is_announced(compiled: Folder) -> None:
    compiled.git("remote", "add", "origin", ORIGIN)

    result = compiled.run("agenda", "announce")

    assert result.status == 0
    assert result.stdout.startswith(
        "## Agenda of Weekly meeting: Friday 2026-12-04, 13:00\n"
        "\n"
        "Friday 2026-12-04, 13:00 to 14:00 (60 minutes)\n"
        "\n"
        "- Facilitator: Carla\n"
        "- Notes: Ben\n"
        "\n"
        "The plan:\n"
        "\n"
        "- 13:00 Wins (everyone, 10 min)\n"
        "- 13:10 The cache (Ana, 20 min)\n"
        "\n"
        f"The agenda: [{AGENDA}](https://github.com/harbour/team/blob/main/{AGENDA})\n"
        "\n"
        "How to add something:\n"
    )
    assert (
        said(result.stderr) == "Committed: Announce the agenda of Weekly meeting for 2026-12-04\n"
    )


def test_the_day_is_noted_in_one_commit(compiled: Folder) -> None:
    before = compiled.read(AGENDA)

    compiled.run("agenda", "announce")

    after = compiled.read(AGENDA)
    assert after.replace("announced: 2026-12-01\n", "") == before
    assert compiled.git("log", "-1", "--format=%B") == (
        "Announce the agenda of Weekly meeting for 2026-12-04\n\nTeamkit: agenda announce\n\n"
    )
    assert compiled.status() == ""


def test_again_on_the_same_day_nothing_is_written(compiled: Folder) -> None:
    first = compiled.run("agenda", "announce")

    second = compiled.run("agenda", "announce")

    assert (second.status, second.stdout) == (0, first.stdout)
    assert said(second.stderr) == f"{NO_LINK}Nothing to change.\n"


def test_on_another_day_it_says_when_it_was_announced_before(compiled: Folder) -> None:
    compiled.run("agenda", "announce")

    result = compiled.run("agenda", "announce", env={"TEAMKIT_TODAY": "2026-12-03"})

    assert "It was announced before, on 2026-12-01.\n" in result.stderr
    assert "announced: 2026-12-03\n" in compiled.read(AGENDA)


def test_without_an_agenda_the_way_out_is_told(team: Folder) -> None:
    assert team.run("agenda", "announce") == Result(
        3,
        "",
        "teamkit: There is no agenda for friday on 2026-12-04.\n"
        "  Create it: teamkit agenda new friday --date 2026-12-04\n",
    )


@pytest.mark.parametrize("word", ["ask", "announce"])
def test_a_cancelled_meeting_is_neither_called_nor_announced(compiled: Folder, word: str) -> None:
    text = compiled.read(AGENDA).replace("series: friday\n", "series: friday\nstatus: cancelled\n")
    compiled.write({AGENDA: text})

    result = compiled.run("agenda", word, "friday", "--date", "2026-12-04")

    assert (result.status, result.stdout) == (4, "")
    assert result.stderr.startswith("teamkit: The meeting of friday on 2026-12-04 is cancelled.\n")


def test_who_has_a_role_and_is_away_is_told_to_the_host(compiled: Folder) -> None:
    for handle in ("ben", "carla"):
        person = f"---\nname: {handle.capitalize()}\naway:\n  - 2026-12-01/2026-12-08\n---\n"
        compiled.write({f"people/{handle}.md": person})

    said = compiled.run("agenda", "announce").stderr

    assert "Carla facilitates, but is missing: away until 2026-12-08.\n" in said
    assert "Ben takes notes, but is missing: away until 2026-12-08.\n" in said


def test_a_role_that_nobody_has_is_told_to_the_host(team: Folder) -> None:
    team.run("agenda", "new")
    team.write({AGENDA: team.read(AGENDA).replace("facilitator: carla\n", "")})

    said = team.run("agenda", "announce").stderr

    assert f"Nobody facilitates yet; name somebody in {AGENDA}\n" in said
    assert "Nobody takes notes yet: teamkit notes rotate friday --date 2026-12-04\n" in said


def test_a_timekeeper_is_named_where_there_is_one(compiled: Folder) -> None:
    text = compiled.read(AGENDA).replace("series: friday\n", "series: friday\ntimekeeper: ana\n")
    compiled.write({AGENDA: text})

    assert "- Timekeeper: Ana\n" in compiled.run("agenda", "announce").stdout


def test_another_hour_on_the_agenda_is_the_hour_announced(compiled: Folder) -> None:
    text = compiled.read(AGENDA).replace('start: "13:00"', 'start: "15:00"')
    compiled.write({AGENDA: text.replace("minutes: 60", "minutes: 45")})

    said = compiled.run("agenda", "announce").stdout

    assert "15:00 to 15:45 (45 minutes)" in said
    assert "- 15:00 Wins" in said


def test_a_page_older_than_the_message_is_told(compiled: Folder) -> None:
    compiled.write({"topics/2026-12-01-ben-new.md": "---\ntitle: New\nby: ben\n---\n"})

    said = compiled.run("agenda", "announce").stderr

    again = "teamkit agenda new friday --date 2026-12-04"
    assert f"The page is older than what is planned now; renew it: {again}\n" in said


def test_a_plan_edited_by_hand_is_told(compiled: Folder) -> None:
    compiled.write({AGENDA: compiled.read(AGENDA).replace("| 10 | Wins", "| 15 | Wins")})

    said = compiled.run("agenda", "announce").stderr

    assert "The plan on the page was edited by hand; what follows is the computed one.\n" in said


def test_what_does_not_fit_is_announced_too(compiled: Folder) -> None:
    long = "---\ntitle: Long\nby: ben\nminutes: 55\n---\n"
    compiled.write({"topics/2026-11-21-ben-long.md": long})

    said = compiled.run("agenda", "announce", "--for", "slack").stdout

    assert "What does not fit this time:\n\n\u2022 Long (Ben, 55 min)\n" in said


def test_programs_get_the_facts_of_an_announcement(compiled: Folder) -> None:
    found = page(compiled, "announce")

    message = found.pop("message")
    assert found == {
        "schema": 2,
        "kind": "agenda.announce",
        "plan": PLAN,
        "path": AGENDA,
        "link": None,
        "items": [
            {"start": "13:00", "minutes": 10, "what": "Wins", "kind": "round", "because": "round",
             "by": None, "topic": None},
            {"start": "13:10", "minutes": 20, "what": "The cache", "kind": "topic",
             "because": "brought 2026-11-20", "by": "ana", "topic": "2026-11-20-ana-cache"},
        ],
    }  # fmt: skip
    assert compiled.run("agenda", "announce").stdout == f"{message}\n"
