"""Bare `teamkit`: what now."""

import json

from tests.conftest import SETTINGS, Folder
from tests.meetings.made import taken

STAND_UP = """\
  daily:
    title: Stand-up
    rule: FREQ=DAILY
    start: "09:30"
  old:
    rule: FREQ=WEEKLY;BYDAY=FR;UNTIL=20260101
"""
NOTES = """\
## Cache

- [ ] @ana Measure it  (due:: 2026-12-11)
- [ ] @ana Say it
- [ ] @ana @ben Draw it  (due:: 2026-11-30)
- [ ] @ana Show it  (due:: 2026-11-27)
- [x] @ana Done
- [ ] @ben Not mine
- Objection @ana: too slow
"""


def test_the_next_meetings_with_their_note_takers(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + STAND_UP})
    small.commit()
    small.run("agenda", "new", "friday")
    small.run("notes", "rotate", "friday", "--seats", "2")

    result = small.run()

    assert (result.status, result.stderr) == (0, "")
    assert result.stdout == (
        "today 09:30\tdaily\tnobody yet\tteamkit agenda new daily\n"
        "Fri 2026-12-04 13:00\tfriday\tana, ben\tagendas/2026-12-04-friday.md\n"
        "Take notes at Weekly meeting\t2026-12-04\tagendas/2026-12-04-friday.md\n"
    )


def test_todays_meeting_is_next_until_it_was_held(small: Folder) -> None:
    env = {"TEAMKIT_TODAY": "2026-12-04"}
    before = small.run(env=env).stdout
    small.write({"notes/2026-12-04-friday.md": taken(takers="ana")})
    small.commit()

    assert before.startswith("today 13:00\tfriday\t")
    assert small.run(env=env).stdout.startswith("Fri 2026-12-11 13:00\tfriday\t")
    assert small.run(env={"TEAMKIT_TODAY": "2026-12-10"}).stdout.startswith("tomorrow 13:00\t")


def test_what_waits_for_me_the_most_urgent_first(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": NOTES})
    small.commit()

    lines = small.run().stdout.splitlines()[1:]

    assert lines == [
        "Show it\t2026-11-27, 4 days late\tnotes/2026-11-20-friday.md:6",
        "Draw it\t2026-11-30, 1 day late\tnotes/2026-11-20-friday.md:5",
        "Measure it\t2026-12-11\tnotes/2026-11-20-friday.md:3",
        "Say it\topen since 2026-11-20\tnotes/2026-11-20-friday.md:4",
        "Objection on Cache: too slow\topen since 2026-11-20\tnotes/2026-11-20-friday.md:9",
    ]


def test_what_was_edited_by_hand_is_not_saved(small: Folder) -> None:
    small.write({f"guidelines/{n}.md": "x\n" for n in "abcde"})
    many = small.run().stdout.splitlines()[-1]
    small.commit()
    small.write({"guidelines/a.md": "y\n"})

    assert many == (
        "Not saved\tguidelines/a.md, guidelines/b.md, guidelines/c.md and 2 more: teamkit save"
    )
    assert small.run().stdout.splitlines()[-1] == "Not saved\tguidelines/a.md: teamkit save"


def test_what_was_not_pushed_is_not_shared(small: Folder) -> None:
    small.git("init", "--quiet", "--bare", "origin.git")
    small.write({".git/info/exclude": "origin.git\n"})
    small.git("remote", "add", "origin", "origin.git")
    small.git("push", "--quiet", "-u", "origin", "main")
    shared = small.run().stdout
    small.run("people", "add", "dani")
    one = small.run().stdout
    small.run("people", "add", "eli")

    assert "Not " not in shared
    assert one.splitlines()[-1] == "Not shared\t1 commit: teamkit sync"
    assert small.run().stdout.splitlines()[-1] == "Not shared\t2 commits: teamkit sync"


def test_programs_get_all_of_it(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": "- [ ] @ana Say it\n"})

    page = json.loads(small.run("--json").stdout)

    action = json.loads(small.run("actions", "list", "--json").stdout)["items"][0]["action"]
    assert page == {
        "schema": 2,
        "kind": "now",
        "me": "ana",
        "waiting": [
            {
                "kind": "action",
                "what": "Say it",
                "assignees": ["ana"],
                "due": None,
                "since": "2026-11-20",
                "remedy": f"When it is done: teamkit actions done {action}",
                "path": "notes/2026-11-20-friday.md",
                "line": 1,
            }
        ],
        "running": None,
        "unwrapped": [],
        "unsaved": ["notes/2026-11-20-friday.md"],
        "unshared": None,
        "items": [
            {
                "meeting": "2026-12-04-friday",
                "date": "2026-12-04",
                "series": "friday",
                "title": "Weekly meeting",
                "start": "13:00",
                "facilitator": None,
                "note_takers": [],
                "agenda": None,
            }
        ],
    }


def test_somebody_the_team_does_not_know_is_told_how_to_join(small: Folder) -> None:
    zora = {"GIT_AUTHOR_NAME": "Zora", "GIT_COMMITTER_NAME": "Zora",
            "GIT_AUTHOR_EMAIL": "z@x.example", "GIT_COMMITTER_EMAIL": "z@x.example"}  # fmt: skip

    result = small.run(env=zora)

    assert result.stdout.splitlines()[1] == (
        "Nobody on the team matches your git identity; add yourself: teamkit people add HANDLE"
    )
    assert json.loads(small.run("--json", env=zora).stdout)["me"] is None


def test_a_team_without_meetings_is_told_where_they_go(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.partition("series:")[0]})
    small.commit()

    result = small.run()

    assert (result.stdout, result.stderr) == (
        "",
        "No meeting is set up; see series: in teamkit.yml.\nNothing waits for you.\n",
    )


def test_a_folder_that_is_no_git_repository_has_a_page_too(empty: Folder) -> None:
    empty.write({"teamkit.yml": SETTINGS, "people/ana.md": "---\nname: Ana\n---\n"})

    result = empty.run()

    assert (result.status, result.stdout) == (
        0,
        "Fri 2026-12-04 13:00\tfriday\tnobody yet\tteamkit agenda new friday\n",
    )


def test_outside_of_a_team_repository_there_are_three_commands(empty: Folder) -> None:
    result = empty.run()

    assert (result.status, result.stderr) == (0, "")
    assert result.stdout == (
        "teamkit demo    an example team with a year of history, to try things on\n"
        "teamkit init    start a team repository here\n"
        "teamkit --help  everything else\n"
    )
    assert [i["command"] for i in json.loads(empty.run("--json").stdout)["items"]] == [
        "teamkit demo",
        "teamkit init",
        "teamkit --help",
    ]


def test_a_meeting_left_open_and_one_not_wrapped_up_are_said(small: Folder) -> None:
    env = {"TEAMKIT_TODAY": "2026-12-04"}
    small.run("meeting", "run", stdin="d: yes\n", env=env)
    running = small.run("--json", env=env)
    small.run("meeting", "run", stdin="end\n", env=env)
    ended = small.run("--json", env={"TEAMKIT_TODAY": "2026-12-07"})
    small.run("notes", "wrap", env=env)

    wrapped = small.run("--json", env=env)

    pages = [json.loads(one.stdout) for one in (running, ended, wrapped)]
    friday = {"meeting": "2026-12-04-friday", "series": "friday", "date": "2026-12-04"}
    assert [page["running"] for page in pages] == [friday, None, None]
    assert [page["unwrapped"] for page in pages] == [[friday], [friday], []]


def test_the_way_out_is_a_command_to_type(small: Folder) -> None:
    small.write({"notes/2026-11-27-friday.md": taken(takers="ben")})

    assert "Not wrapped up\tteamkit notes wrap friday --date 2026-11-27\n" in small.run().stdout


BROKEN = '  other: {title: Other, rule: every friday, start: "10:00", minutes: 10}\n'


def test_a_rule_that_cannot_be_read_does_not_hide_the_other_meetings(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + BROKEN})

    page = small.run()

    assert (page.status, "2026-12-04 13:00" in page.stdout) == (0, True)
    assert "other: a rule cannot be read: teamkit check" in page.stdout
    assert small.run("agenda", "new").stdout == "agendas/2026-12-04-friday.md\n"


def test_a_line_is_noted_in_the_meeting_of_today_whatever_another_rule_says(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + BROKEN})
    today = {"TEAMKIT_TODAY": "2026-12-04"}

    noted = small.run("notes", "add", "Win: it is done", env=today)
    refused = small.run(
        "notes", "add", "Win: it is done", "--date", "2026-12-11", "--series", "other"
    )

    assert (noted.status, "Win: it is done" in small.read("notes/2026-12-04-friday.md")) == (
        0,
        True,
    )
    assert refused.stderr.startswith("teamkit: The rule of 'other' cannot be read")


def test_a_start_that_cannot_be_read_is_named_where_the_usual_one_is_announced(
    small: Folder,
) -> None:
    small.write({"teamkit.yml": SETTINGS.replace('"13:00"', '"9.30"')})
    said = "teamkit.yml:5: 'start' should be a time, not '9.30' (taken as 13:00)"

    for command in ("ask", "new", "announce"):
        assert said in small.run("agenda", command).stderr
