"""Compiling the agenda of one meeting."""

import json
import re

import pytest

from teamkit.errors import EditRefusedError, NotFoundError
from teamkit.meetings.agendas import Meetings, Prepared, prepare
from teamkit.meetings.compiling import new_agenda
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import SETTINGS, Folder
from tests.meetings.made import day, people, taken

JOINT = """\
  joint:
    title: Joint meeting
    rule: FREQ=MONTHLY;BYDAY=-1FR
    replaces: [friday]
    facilitator: rotate
"""
NOTES = """\
---
note_takers: [ben]
facilitator: ana
---

## Cache

- [ ] @ana Measure it  (due:: 2026-12-11)
- [ ] Nobody's
- Objection @ben: cost
- Objection: noise
"""

TILES = "---\ntitle: '[Big] tiles'\nby: ben\naim: share\n---\n"
EXPECTED = """\
---
title: 2026-12-04 friday agenda
date: 2026-12-04
series: friday
start: "13:00"
minutes: 60
facilitator: carla
note_takers:
---

# Weekly meeting, 2026-12-04: agenda

Bring a topic: add a file under [topics](../topics/), or `teamkit agenda add "Title"`.

## Plan

<!-- teamkit:begin plan sum= -->

| Start | Min | What | Who | Aim |
| --- | ---: | --- | --- | --- |
| 13:00 | 10 | Wins | everyone | round |
| 13:10 | 5 | [Nobody's](../topics/2026-11-18-x.md) |  |  |
| 13:15 | 10 | [\\[Big\\] tiles](../topics/2026-11-19-ben-tiles.md) | @ben | share |

25 of 60 minutes planned.

<!-- teamkit:end -->

## Open actions

<!-- teamkit:begin actions sum= -->

- @ana Measure it, due 2026-12-11, open for 14 days: THERE
- Nobody's, open for 14 days: THERE

<!-- teamkit:end -->

## Open objections

<!-- teamkit:begin objections sum= -->

- @ben on Cache: cost, unanswered for 14 days: THERE
- Somebody on Cache: noise, unanswered for 14 days: THERE

<!-- teamkit:end -->
""".replace("THERE", "[2026-11-20 friday](../notes/2026-11-20-friday.md)")


def meetings_of(folder: Folder) -> Meetings:
    team = Team.open(folder.path)
    return Meetings(team, directory(team))


def prepared(folder: Folder, series: str = "friday", on: str = "12-04") -> Prepared:
    meetings = meetings_of(folder)
    return prepare(meetings, meetings.choose(series, day("12-01")), day(on))


def test_a_fresh_agenda_says_everything_once(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": NOTES,
            "topics/2026-11-19-ben-tiles.md": TILES,
            "topics/2026-11-18-x.md": "---\ntitle: Nobody's\nminutes: 5\n---\n",
        }
    )

    result = small.run("agenda", "new")

    assert (result.status, result.stdout) == (0, "agendas/2026-12-04-friday.md\n")
    assert re.sub(r"sum=[0-9a-f]{4}", "sum=", small.read(result.stdout.strip())) == EXPECTED
    assert result.stderr.splitlines() == [
        "Topic: Nobody's (5 min, brought 2026-11-18).",
        "Topic: [Big] tiles (10 min, brought 2026-11-19).",
        "Open action since 2026-11-20: Measure it (Ana).",
        "Open action since 2026-11-20: Nobody's (nobody).",
        "Unanswered since 2026-11-20: Ben on Cache.",
        "Unanswered since 2026-11-20: somebody on Cache.",
        "25 of 60 minutes planned, 35 free.",
        "Committed: Agenda of Weekly meeting for 2026-12-04",
    ]


def test_nothing_open_is_said_so(small: Folder) -> None:
    small.run("agenda", "new")

    assert small.read("agendas/2026-12-04-friday.md").count("\nNone.\n") == 2


def test_programs_get_the_whole_plan(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": NOTES,
            "topics/2026-11-19-ben-tiles.md": "---\ntitle: Tiles\nby: ben\nminutes: 51\n---\n",
        }
    )

    page = json.loads(small.run("agenda", "new", "--json").stdout)

    assert page["items"] == [
        {
            "start": "13:00",
            "minutes": 10,
            "what": "Wins",
            "because": "round",
            "topic": None,
            "by": None,
        }
    ]
    assert page["left_out"] == [
        {
            "title": "Tiles",
            "path": "topics/2026-11-19-ben-tiles.md",
            "why": "needs 51 min, never fits beside 10 min of rounds",
        }
    ]
    assert [a["what"] for a in page["actions"]] == ["Measure it", "Nobody's"]
    assert [o["person"] for o in page["objections"]] == ["ben", None]
    assert (page["path"], page["kept"]) == ("agendas/2026-12-04-friday.md", [])


def test_run_again_only_its_own_blocks_change(small: Folder) -> None:
    small.run("agenda", "new")
    path = "agendas/2026-12-04-friday.md"
    by_hand = small.read(path).replace("## Plan", "Cake!\r\n\n## Plan").replace("ana", "eli")
    small.write({path: by_hand})
    small.commit()
    small.run("agenda", "add", "Tiles", "--minutes", "5")

    result = small.run("agenda", "new")

    after = small.read(path)
    assert result.status == 0
    assert "| 13:10 | 5 | [Tiles](../topics/2026-12-01-ana-tiles.md) | @ana |  |\n" in after
    stripped = [line for line in after.split("\n") if "Tiles" not in line and " of 60 " not in line]
    before = [line for line in by_hand.split("\n") if " of 60 " not in line]
    assert [s for s in stripped if "begin plan" not in s] == [
        s for s in before if "begin plan" not in s
    ]
    assert small.log() == ["Update the agenda of Weekly meeting for 2026-12-04"]


def test_run_again_without_news_nothing_changes(small: Folder) -> None:
    small.run("agenda", "new")
    before = small.git("rev-parse", "HEAD")

    result = small.run("agenda", "new")

    assert result.stderr.splitlines()[-1] == "Nothing to change."
    assert small.git("rev-parse", "HEAD") == before


def test_a_block_that_somebody_took_out_stays_out(small: Folder) -> None:
    small.run("agenda", "new")
    path = "agendas/2026-12-04-friday.md"
    small.write({path: small.read(path).partition("## Plan")[0]})
    small.commit()

    assert small.run("agenda", "new").stderr.splitlines()[-1] == "Nothing to change."


def test_a_block_edited_by_hand_is_kept_and_named_until_it_shall_be_replaced(small: Folder) -> None:
    small.run("agenda", "new")
    path = "agendas/2026-12-04-friday.md"
    edited = small.read(path).replace("None.", "Ask eli.", 1)
    small.write({path: edited})
    small.commit()

    kept = small.run("agenda", "new")
    kept_text = small.read(path)
    replaced = small.run("agenda", "new", "--regenerate")

    assert kept.stderr.splitlines()[0] == (
        "The block 'actions' was edited by hand and stays as it is; --regenerate replaces it."
    )
    assert kept_text == edited
    assert "edited by hand" not in replaced.stderr
    assert small.read(path) == edited.replace("Ask eli.", "None.")


def test_what_becomes_of_a_kept_block_is_a_fact_for_programs(small: Folder) -> None:
    small.run("agenda", "new")
    path = "agendas/2026-12-04-friday.md"
    small.write({path: small.read(path).replace("None.", "Ask eli.")})

    prepared_ = prepared(small)
    change, kept = new_agenda(Team.open(small.path), prepared_)

    assert (change.writes, kept) == ((), ("actions", "objections"))


def test_a_block_without_its_other_half_is_left_alone(small: Folder) -> None:
    small.write(
        {"agendas/2026-12-04-friday.md": "---\n---\n\n<!-- teamkit:begin plan sum=0 -->\n\nx\n"}
    )

    with pytest.raises(EditRefusedError, match="has no other half"):
        new_agenda(Team.open(small.path), prepared(small))


def test_blocks_of_others_are_not_ours(small: Folder) -> None:
    text = "<!-- teamkit:begin other sum=0 -->\n\nx\n\n<!-- teamkit:end -->\n"
    small.write({"agendas/2026-12-04-friday.md": text})

    change, kept = new_agenda(Team.open(small.path), prepared(small))

    assert (change.writes, kept) == ((), ())


def test_a_topic_promised_to_a_meeting_to_come_waits_for_it(small: Folder) -> None:
    small.write(
        {
            f"topics/2026-11-1{n}-ana-{n}.md": f"---\ntitle: T{n}\nmeeting: {meeting}\n---\n"
            for n, meeting in enumerate(
                ("2026-12-11-friday", "2026-12-04-friday", "2026-11-20-friday")
            )
        }
    )

    plan = prepared(small).plan

    assert [(i.what, i.because) for i in plan.items[1:]] == [
        ("T1", "promised to this meeting"),
        ("T2", "brought 2026-11-12"),
    ]


def test_the_joint_meeting_carries_what_the_friday_one_left_open(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS + JOINT, "notes/2026-11-20-friday.md": NOTES})

    found = prepared(small, "joint", "12-25")

    assert [action.what for action in found.actions] == ["Measure it", "Nobody's"]
    assert [(o.person, o.topic) for o in found.objections] == [("ben", "Cache"), ("", "Cache")]
    assert found.is_regular


def test_the_facilitator_rotates_among_those_who_are_there(small: Folder) -> None:
    small.write(
        {
            "teamkit.yml": SETTINGS.replace("facilitator: carla", "facilitator: rotate"),
            "people/ana.md": "---\nname: Ana\naway: ['2026-12-04']\n---\n",
            "notes/2026-11-20-friday.md": NOTES.replace("facilitator: ana", "facilitator: Ben"),
            "notes/2026-12-11-friday.md": NOTES,
        }
    )

    found = prepared(small)

    assert found.facilitator == "carla"
    assert found.chosen is not None
    assert [pick.name for pick in found.chosen.alternates] == ["ben"]
    assert "Facilitator: Carla (0 turns in 1 meeting; new" in small.run("agenda", "new").stderr


def test_nobody_there_means_nobody_facilitates(small: Folder) -> None:
    for handle in ("ana", "ben", "carla"):
        (small.path / f"people/{handle}.md").unlink()
    small.write({"teamkit.yml": SETTINGS.replace("facilitator: carla", "facilitator: rotate")})

    assert prepared(small).facilitator == ""


def test_without_a_name_the_series_that_meets_next_is_meant(small: Folder) -> None:
    ended = '  old:\n    rule: "FREQ=WEEKLY;BYDAY=WE;UNTIL=20260101"\n'
    small.write({"teamkit.yml": SETTINGS + JOINT + ended})
    meetings = meetings_of(small)

    assert meetings.choose(None, day("12-01")).slug == "friday"
    assert meetings.choose(None, day("12-19")).slug == "joint"
    assert meetings.choose("old", day("12-01")).slug == "old"


def test_without_any_series_it_says_where_to_add_one(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.partition("series:")[0]})

    with pytest.raises(NotFoundError, match="No meeting is set up") as refusal:
        meetings_of(small).choose(None, day("12-01"))

    assert refusal.value.where == "teamkit.yml"


def test_the_next_meeting_is_todays_until_its_notes_have_content(small: Folder) -> None:
    env = {"TEAMKIT_TODAY": "2026-12-04"}
    small.run("agenda", "new", env=env)
    small.run("notes", "new", env=env)
    before = small.run("agenda", "new", env=env).stdout
    small.write({"notes/2026-12-04-friday.md": taken(takers="ana")})

    after = small.run("agenda", "new", env=env).stdout

    assert (before, after) == ("agendas/2026-12-04-friday.md\n", "agendas/2026-12-11-friday.md\n")


def test_a_cancelled_meeting_is_passed_over_and_a_moved_one_is_found(small: Folder) -> None:
    small.write({"agendas/2026-12-04-friday.md": "---\nstatus: cancelled\nbecause: fair\n---\n"})
    skipped = small.run("agenda", "new", "--dry-run", "--json").stdout
    small.write({"agendas/2026-12-03-friday.md": "---\nmoved_from: 2026-12-04\n---\n"})

    moved = small.run("agenda", "new", "--json").stdout

    assert json.loads(skipped)["date"] == "2026-12-11"
    assert json.loads(moved)["date"] == "2026-12-03"


def test_the_agenda_is_updated_wherever_its_file_is(small: Folder) -> None:
    small.write({"agendas/elsewhere.md": "---\ndate: 2026-12-04\nseries: friday\n---\n"})

    assert small.run("agenda", "new").stdout == "agendas/elsewhere.md\n"


def test_too_little_time_is_said(small: Folder) -> None:
    small.write({"teamkit.yml": SETTINGS.replace("minutes: 60", "minutes: 8")})

    assert "10 of 8 minutes planned: 2 too many." in small.run("agenda", "new").stderr


def test_a_promise_that_cannot_be_kept_is_named_as_one(small: Folder) -> None:
    topic = "---\ntitle: Long\nminutes: 51\nmeeting: 2026-12-04-friday\n---\n"
    small.write({"topics/2026-11-19-ana-long.md": topic})

    stderr = small.run("agenda", "new").stderr

    assert (
        "Does not fit: Long (promised, but it needs 51 min, never fits beside 10 min of rounds)."
        in stderr
    )


def test_an_agenda_is_shown_as_it_stands_with_the_time_it_takes(small: Folder) -> None:
    small.run("agenda", "new")

    page = json.loads(small.run("agenda", "show", "--json").stdout)

    assert {k: v for k, v in page["items"][0].items() if k != "body"} == {
        "date": "2026-12-04",
        "series": "friday",
        "facilitator": "carla",
        "note_takers": [],
        "cancelled": False,
        "planned": 10,
        "available": 60,
        "path": "agendas/2026-12-04-friday.md",
    }


def test_without_an_agenda_there_is_the_command_that_makes_it(small: Folder) -> None:
    result = small.run("agenda", "show", "friday", "--date", "next fri")

    assert (result.status, result.stdout) == (3, "")
    assert "Make it: teamkit agenda new friday --date 2026-12-11" in result.stderr


def test_agendas_are_listed_newest_first(small: Folder) -> None:
    empty = small.run("agenda", "list")
    small.write(
        {
            "agendas/2026-11-20-friday.md": "---\nnote_takers: [ana, ben]\n---\n",
            "agendas/2026-12-04-friday.md": "---\nstatus: cancelled\n---\n",
            "agendas/2026-12-04-joint.md": "x\n",
        }
    )

    assert empty.stderr == "No agendas yet. Make the next one: teamkit agenda new\n"
    assert small.run("agenda", "list", "friday").stdout.split("\n") == [
        "2026-12-04\tfriday (cancelled)\t\t\tagendas/2026-12-04-friday.md",
        "2026-11-20\tfriday\t\tana, ben\tagendas/2026-11-20-friday.md",
        "",
    ]
    assert len(small.run("agenda", "list").stdout.splitlines()) == 3


def test_two_clones_compile_the_same_agenda(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": NOTES, **people("eli", "dani")})

    first = small.run("agenda", "new", "--dry-run").stdout

    assert first == small.shell("agenda", "new", "--dry-run", env={"PYTHONHASHSEED": "7"}).stdout


def test_a_day_the_rule_does_not_give_is_made_as_said(small: Folder) -> None:
    result = small.run("agenda", "new", "--date", "2026-12-02")

    assert result.stdout == "agendas/2026-12-02-friday.md\n"
    assert result.stderr.startswith(
        "The rule of 'friday' has no meeting on 2026-12-02; made as you said.\n"
    )


def test_a_facilitator_who_is_missing_is_said_so(small: Folder) -> None:
    small.run("agenda", "new", "friday", "--date", "2026-12-04")
    small.run("people", "away", "carla", "2026-12-04")

    result = small.run("agenda", "new", "friday", "--date", "2026-12-04")

    assert (
        "The facilitator, Carla, is missing: away until 2026-12-04. "
        "Name another in agendas/2026-12-04-friday.md\n"
    ) in result.stderr
