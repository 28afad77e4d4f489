"""Closing a meeting: which one, who was there, what becomes of its topics, and one commit."""

import io
import json
import os
import sys
from datetime import date
from pathlib import PurePath

import pexpect
import pytest
from typer.main import get_command

from teamkit.cli.app import app
from teamkit.cli.session import Session
from teamkit.errors import (
    AmbiguousError,
    BadDocumentError,
    ConflictError,
    NotFoundError,
    UnknownError,
    UsageError,
)
from teamkit.meetings.archive import Meetings
from teamkit.meetings.model import Notes
from teamkit.meetings.wrapup import recap
from teamkit.meetings.wrapup import wrap as wrapping
from teamkit.meetings.wrapup.recap import Recap
from teamkit.meetings.wrapup.wrap import Fate
from teamkit.output.console import Console
from teamkit.people.directory import directory
from teamkit.store import logs
from teamkit.team import Team
from tests.conftest import ROOT, SETTINGS, Folder
from tests.meetings.made import day

NOTES = "notes/2026-12-04-friday.md"
FILES = "topics/2026-11-20-ana-files.md"
MAPS = "topics/2026-11-20-ben-maps.md"
TALKED = "## Wins\n\n- Win @ana: it works\n\n## Where files go\n\n- Decision: here\n\n## Maps\n"
NOBODY = "Nobody is named as note-taker; turns are counted from there: --notes-by PERSON\n"
PLAN = "<!-- teamkit:begin plan sum=0 -->\n\n{}\n\n<!-- teamkit:end -->\n"
HERE = "present: [ana]\n"


def meetings(folder: Folder) -> Meetings:
    team = Team.open(folder.path)
    return Meetings(team, directory(team))


def page(body: str = TALKED, meta: str = "") -> str:
    return f"---\ntitle: x\n{meta}---\n\n{body}"


def topics(status: str = "open") -> dict[str, str]:
    return {
        FILES: f"---\ntitle: Where files go?\nstatus: {status}\n---\n",
        MAPS: "---\ntitle: Maps\n---\n",
    }


def wrap(folder: Folder, *args: str, today: str = "2026-12-04") -> tuple[int, str, str]:
    result = folder.run("notes", "wrap", *args, env={"TEAMKIT_TODAY": today})
    return result.status, result.stdout, result.stderr


def read_back(folder: Folder, body: str) -> Recap:
    folder.write({NOTES: page(body), **topics()})
    known = meetings(folder)
    one = wrapping.choose(known, None, None, day("12-04"))
    return recap.recap(known, known.team.config.series["friday"], wrapping.filled(known, one))


@pytest.fixture
def talked(small: Folder) -> Folder:
    """Two topics are committed; the notes of today lie there as somebody typed them."""
    small.write(topics())
    small.commit()
    small.write({NOTES: page()})
    return small


# ---- which meeting ----------------------------------------------------------------------------


def chosen(folder: Folder, name: str | None = None, on: date | None = None) -> str:
    return wrapping.choose(meetings(folder), name, on, day("12-04")).path


def test_todays_notes_are_meant_first(small: Folder) -> None:
    small.write({NOTES: page(), "notes/2026-11-30-friday.md": page()})

    assert chosen(small) == NOTES


def test_else_the_last_ones_that_are_not_wrapped(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-26-friday.md": page(),
            "notes/2026-11-28-friday.md": page(),
            "notes/2026-12-02-friday.md": page(meta=HERE),
            "notes/2026-12-03-friday.md": "## Wins\n",
        }
    )
    small.commit()

    assert chosen(small) == "notes/2026-11-28-friday.md"


def test_lines_typed_since_make_it_unwrapped_again(small: Folder) -> None:
    small.write({"notes/2026-11-28-friday.md": page()})
    small.write({"notes/2026-12-02-friday.md": page(meta=HERE)})
    small.commit()
    small.write({"notes/2026-12-02-friday.md": page(meta=HERE) + "- Key: more\n"})

    assert chosen(small) == "notes/2026-12-02-friday.md"


def test_where_all_are_wrapped_it_is_the_last(small: Folder) -> None:
    small.write({f"notes/2026-12-0{at}-friday.md": page(meta=HERE) for at in (1, 2)})
    small.commit()

    assert chosen(small) == "notes/2026-12-02-friday.md"


def test_a_day_is_meant_however_long_ago(small: Folder) -> None:
    small.write({"notes/2025-12-05-friday.md": page(meta=HERE)})

    assert chosen(small, on=date(2025, 12, 5)) == "notes/2025-12-05-friday.md"


def test_a_series_may_be_named(small: Folder) -> None:
    small.write(
        {
            "teamkit.yml": f'{SETTINGS}  joint: {{title: Joint, rule: "FREQ=MONTHLY;BYDAY=1FR"}}\n',
            "notes/2026-12-04-joint.md": page(),
            NOTES: page(),
        }
    )

    assert chosen(small, "joint") == "notes/2026-12-04-joint.md"
    with pytest.raises(
        AmbiguousError, match=r"'2026-12-04' fits several meetings: friday, joint\."
    ):
        chosen(small)


def test_without_notes_there_is_nothing_to_wrap(small: Folder) -> None:
    small.write({"notes/2026-11-20-friday.md": page()})

    with pytest.raises(NotFoundError, match=r"There are no notes of the last 7 days\."):
        chosen(small)
    with pytest.raises(NotFoundError, match=r"There are no notes of 2026-12-01\."):
        chosen(small, on=day("12-01"))


def test_headings_alone_are_refused(small: Folder) -> None:
    small.write({NOTES: page("## Wins\n\n## Where files go\n")})

    with pytest.raises(ConflictError) as refused:
        chosen(small)

    assert refused.value.where == NOTES
    assert "Write a line" in (refused.value.hint or "")


def test_notes_that_cannot_be_read_are_refused_and_kept(talked: Folder) -> None:
    bad = "---\ntitle: a\ntitle: b\n---\n\n- Win: x\n"
    talked.write({NOTES: bad})

    with pytest.raises(BadDocumentError) as refused:
        chosen(talked)

    assert (refused.value.where, talked.read(NOTES)) == (f"{NOTES}:3", bad)


def test_other_days_notes_that_cannot_be_read_are_in_nobodys_way(talked: Folder) -> None:
    talked.write({"notes/2026-11-06-friday.md": "---\ntitle: a\ntitle: b\n---\n"})

    status, _, said = wrap(talked)

    assert status == 0
    assert "skipped notes/2026-11-06-friday.md:3" in said


# ---- who was there ----------------------------------------------------------------------------


def attended(folder: Folder, body: str = "- Key: x\n", meta: str = "") -> Notes:
    folder.write(
        {
            NOTES: page(body, meta),
            "people/ben.md": "---\nname: Ben\naway: [2026-12-01/2026-12-11]\n---\n",
            "people/dani.md": "---\nname: Dani\nleft: 2026-06-01\n---\n",
            "people/eli.md": "---\nname: Eli\naway: [2026-12-04]\n---\n",
        }
    )
    known = meetings(folder)
    return wrapping.filled(known, wrapping.choose(known, None, None, day("12-04")))


def test_present_are_those_expected_and_not_away(small: Folder) -> None:
    found = attended(small)

    assert (found.present, found.regrets) == (("ana", "carla"), ("ben", "eli"))


def test_whoever_said_something_was_there_too(small: Folder) -> None:
    body = (
        "- Support @dani: yes\n- Win [[Eli]]: it works\n- Key: x\n- Support @guest: yes\n"
        "- Shoutout @ben: thanks\n- [ ] @ben Call them\n- Pairing @ben @ana: on maps\n"
    )

    found = attended(small, body)

    assert (found.present, found.regrets) == (("ana", "carla", "dani", "eli"), ("ben",))


def test_who_the_notes_name_stays(small: Folder) -> None:
    found = attended(small, meta="present: [eli, Ana]\nregrets: [carla]\n")

    assert (found.present, found.regrets) == (("ana", "eli"), ("carla",))


def test_whoever_said_they_cannot_come_was_not_there(small: Folder) -> None:
    found = attended(small, meta="regrets: [carla]\n")

    assert (found.present, found.regrets) == (("ana",), ("carla",))


def test_people_may_be_named(talked: Folder) -> None:
    status, shown, _ = wrap(talked, "--present", "Carla", "--present", "@ana", "--regrets", "ben")

    assert status == 0
    assert "Present\tana, carla\nRegrets\tben\n" in shown
    assert "present:\n  - ana\n  - carla\nregrets:\n  - ben\n---" in talked.read(NOTES)


def test_naming_people_overrules_the_notes(talked: Folder) -> None:
    talked.write({NOTES: page(meta="present:\n  - ana\n  - ben\n")})

    wrap(talked, "--regrets", "ben")

    assert "present:\n  - ana\nregrets:\n  - ben\n" in talked.read(NOTES)


def test_nobody_was_there_and_sent_regrets(talked: Folder) -> None:
    text = talked.read(NOTES)

    status, shown, said = wrap(talked, "--present", "ana,ben", "--regrets", "ben")

    assert (status, shown, talked.read(NOTES)) == (2, "", text)
    assert said == (
        "teamkit: Ben cannot have been there and have sent regrets.\n"
        "  Name ben in --present or in --regrets\n"
    )


def test_who_really_took_the_notes_may_be_named(talked: Folder) -> None:
    talked.write({NOTES: page(meta="note_takers:\n  - ana\n")})

    status, shown, said = wrap(talked, "--notes-by", "ben, carla")

    assert (status, said) == (0, "Committed: Wrap up the Weekly meeting of 2026-12-04\n")
    assert "Notes by\tben, carla\n" in shown
    assert "note_takers:\n  - ben\n  - carla\n" in talked.read(NOTES)


def test_a_meeting_nobody_took_notes_of_is_told(talked: Folder) -> None:
    _, _, said = wrap(talked)

    assert said == f"{NOBODY}Committed: Wrap up the Weekly meeting of 2026-12-04\n"


def test_a_meeting_that_still_runs_is_refused(talked: Folder) -> None:
    text = talked.read(NOTES)

    with logs.running(talked.path / ".git", "2026-12-04-friday"):
        status, shown, said = wrap(talked)

    assert (status, shown, talked.read(NOTES)) == (4, "", text)
    assert said == (
        "teamkit: 2026-12-04-friday is still running.\n"
        f"  {NOTES}\n"
        "  Type end there first; or look: teamkit meeting state\n"
    )


def test_another_meeting_that_runs_is_in_nobodys_way(talked: Folder) -> None:
    with logs.running(talked.path / ".git", "2026-12-11-friday"):
        status, _, _ = wrap(talked)

    assert status == 0


def test_a_name_that_is_nobodys_is_refused(talked: Folder) -> None:
    text = talked.read(NOTES)

    status, shown, said = wrap(talked, "--present", "ana,bne")

    assert (status, shown, talked.read(NOTES)) == (3, "", text)
    assert said == "teamkit: There is no person 'bne'.\n  Did you mean: ben?\n"


def test_roles_are_those_of_the_agenda_where_the_notes_do_not_say(talked: Folder) -> None:
    agenda = "---\nfacilitator: carla\nnote_takers: [ben]\ntimekeeper: ana\n---\n"
    talked.write({"agendas/2026-12-04-friday.md": agenda, NOTES: page(meta="facilitator: ben\n")})

    wrap(talked)

    front = talked.read(NOTES).split("---")[1]
    assert "facilitator: ben\nnote_takers:\n  - ben\ntimekeeper: ana\npresent:\n" in front


# ---- reading back -----------------------------------------------------------------------------


def test_what_was_said_is_read_back(small: Folder) -> None:
    body = (
        "## Where files go\n\n- Decision: here\n- Objection @ben: cost\n- Objection @carla: time\n"
        "- Answered @carla: it is quick\n- Question @ana: for ever?\n"
        "- Question @ben: why? Because\n- [ ] @ana Without a day\n- [ ] Without anybody\n"
        "- [ ] @ana Fine  (due:: 2026-12-11)\n- [x] Done\n\n## Maps\n\n- Key: slow\n\n## Ideas\n"
    )

    found = read_back(small, body)

    assert [line.text for line in found.decisions] == ["here"]
    assert [one.what for one in found.actions] == ["Without a day", "Without anybody", "Fine"]
    assert [(one.person, one.text) for one in found.objections] == [("ben", "cost")]
    assert [line.text for line in found.questions] == ["for ever?"]
    assert [one.title for one in found.inconclusive] == ["Maps"]
    assert [one.title for one in found.discussed] == ["Where files go?", "Maps"]
    assert (found.missed, found.unfiled) == ((), ("Ideas",))


def test_each_part_is_told_in_its_words(talked: Folder) -> None:
    body = (
        "## Where files go\n\n- Objection @ben: cost\n- Objection: noise\n- Question @ana: why?\n"
        "- Question: who?\n\n## Ideas\n\n- [ ] @ana Call\n- [ ] Ask  (due:: 2026-12-11)\n"
        "- [ ] @ana @ben Send it  (due:: 2026-12-11)\n- [x] Done\n"
        "- Commitment @ben: we look weekly\n- Commitment: all of us  (due:: 2026-12-18)\n"
        "- Commitment: over  (completion:: 2026-12-04)\n"
        "\n## Else\n"
    )
    talked.write({NOTES: page(body)})

    _, shown, _ = wrap(talked)

    rows = [line.split("\t") for line in shown.split("\n") if line]
    assert [row for row in rows if len(row) > 2 and "next" not in row[0]] == [
        ["no date", "Call", f"{NOTES}:14"],
        ["no owner", "Ask", f"{NOTES}:15"],
        ["action", "Send it", "Ana, Ben, due 2026-12-11"],
        ["commitment", "we look weekly", "Ben"],
        ["commitment", "all of us", "due 2026-12-18"],
        ["open objection", "Ben: cost", "Where files go"],
        ["open objection", "somebody: noise", "Where files go"],
        ["question", "Ana: why?", "Where files go"],
        ["question", "who?", "Where files go"],
        ["no conclusion", "Where files go", f"{NOTES}:5"],
        ["discussed", "Where files go?", ""],
        ["not reached", "Else", 'in no file; bring it: teamkit agenda add "Else"'],
    ]


def test_an_answer_in_later_notes_counts(small: Folder) -> None:
    small.write({"notes/2026-12-11-friday.md": "## Maps\n\n- Answered @ben: yes\n"})

    found = read_back(small, "## Maps\n\n- Objection @ben: cost\n- Key: x\n")

    assert found.objections == ()


@pytest.mark.parametrize(
    ("meta", "agenda", "missed"),
    [
        ("", "", False),
        ("meeting: 2026-12-04-friday\n", "", True),
        ("meeting: 2026-12-11-friday\n", "", False),
        ("", "- [Tiles](../topics/2026-11-20-carla-tiles.md)\n", True),
        ("", PLAN.format("| [Tiles](../topics/2026-11-20-carla-tiles.md) |"), False),
        ("status: parked\n", "- [Tiles](../topics/2026-11-20-carla-tiles.md)\n", False),
    ],
)
def test_what_was_planned_and_has_no_heading_was_not_reached(
    small: Folder, meta: str, agenda: str, *, missed: bool
) -> None:
    small.write({"topics/2026-11-20-carla-tiles.md": f"---\ntitle: Tiles\n{meta}---\n"})
    if agenda:
        small.write({"agendas/2026-12-04-friday.md": agenda})

    found = read_back(small, "## Where files go\n\n- Decision: here\n")

    assert [one.title for one in found.missed] == (["Tiles"] if missed else [])


def test_what_was_brought_later_or_talked_about_since_was_not_missed(small: Folder) -> None:
    small.write(
        {
            "topics/2026-12-05-ana-later.md": "---\ntitle: Later\n---\n",
            "notes/2026-12-11-friday.md": "## Maps\n\n- Decision: yes\n",
        }
    )

    found = read_back(small, "## Wins\n\n- Win: x\n\n## Maps\n\n## Later\n")

    assert found.missed == ()


def test_who_has_which_role_next_is_told_with_the_reason(talked: Folder) -> None:
    _, shown, _ = wrap(talked)

    rows = [line.split("\t") for line in shown.split("\n") if "2026-12-11" in line]
    assert [row[:2] for row in rows] == [
        ["facilitates next", "carla"],
        ["takes notes next", "ana"],
    ]
    assert all(row[2].startswith("on 2026-12-11: ") for row in rows)


# ---- what becomes of the topics, and the commit --------------------------------------------------


def test_everything_is_one_commit_and_twice_is_once(talked: Folder) -> None:
    talked.write({"people/ben.md": "---\nname: Ben\n---\n\nBy hand.\n"})

    status, shown, said = wrap(talked)

    assert (status, said) == (0, f"{NOBODY}Committed: Wrap up the Weekly meeting of 2026-12-04\n")
    assert "discussed\tWhere files go?\t\ncarried\tMaps\t\n" in shown
    changed = talked.git("show", "--format=", "--name-only").split()
    assert changed == [NOTES, FILES]
    assert talked.read(FILES) == "---\ntitle: Where files go?\nstatus: discussed\n---\n"
    assert talked.read(MAPS) == "---\ntitle: Maps\n---\n"
    assert talked.status() == " M people/ben.md\n"
    head = talked.git("rev-parse", "HEAD")
    assert wrap(talked)[2] == f"{NOBODY}Nothing to change.\n"
    assert talked.git("rev-parse", "HEAD") == head


@pytest.mark.parametrize("tracked", [True, False])
def test_notes_that_need_no_change_are_committed_as_they_lie_there(
    small: Folder, *, tracked: bool
) -> None:
    text = page("## Wins\r\n\n- Win @ana: x\x0c\n- last", meta="present: [ana, ben, carla]\n")
    if tracked:
        small.write({NOTES: page("## Wins\n")})
        small.commit()
    small.write({NOTES: text})

    status, _, said = wrap(small)

    assert (status, said) == (0, f"{NOBODY}Committed: Wrap up the Weekly meeting of 2026-12-04\n")
    assert small.read(NOTES) == text
    assert small.git("show", f"HEAD:{NOTES}") == text.replace("\r\n", "\n")
    assert small.status() == ""
    assert wrap(small)[2] == f"{NOBODY}Nothing to change.\n"


def test_a_topic_that_somebody_is_editing_is_changed_but_left_to_them(talked: Folder) -> None:
    talked.write({FILES: f"{topics()[FILES]}\nMore, by hand.\n"})

    _, _, said = wrap(talked)

    assert "Edited but not committed" in said
    assert talked.git("show", "--format=", "--name-only").split() == [NOTES]
    assert "status: discussed" in talked.read(FILES)


def test_nothing_is_written_by_a_rehearsal(talked: Folder) -> None:
    text = talked.read(NOTES)

    status, shown, _ = wrap(talked, "--dry-run")

    assert (status, talked.read(NOTES), talked.log()) == (0, text, ["By hand"])
    assert "+status: discussed" in shown


def test_without_a_commit_it_is_written(talked: Folder) -> None:
    wrap(talked, "--no-commit")

    assert talked.log() == ["By hand"]
    assert "present:" in talked.read(NOTES)


@pytest.mark.parametrize(
    ("flag", "status", "shown"),
    [("--park", "parked", "parked"), ("--async", "async", "async"),
     ("--drop", "dropped", "dropped")],
)  # fmt: skip
def test_a_topic_may_be_put_aside(talked: Folder, flag: str, status: str, shown: str) -> None:
    _, told, _ = wrap(talked, flag, "map", "--because", "no time")

    assert f"{shown}\tMaps\tno time\n" in told
    assert talked.read(MAPS) == f"---\ntitle: Maps\nstatus: {status}\nbecause: no time\n---\n"
    assert wrap(talked, flag, "map", "--because", "no time")[2] == f"{NOBODY}Nothing to change.\n"


def test_that_it_was_not_reached_is_reason_enough(talked: Folder) -> None:
    wrap(talked, "--park", "maps")

    assert "because: not reached on 2026-12-04\n" in talked.read(MAPS)


def test_a_topic_that_was_talked_about_is_carried_by_a_new_promise(talked: Folder) -> None:
    wrap(talked, "--carry", "where files go", "--carry", "maps")

    assert talked.read(FILES).endswith("status: open\nmeeting: 2026-12-11-friday\n---\n")
    assert talked.read(MAPS) == topics()[MAPS]
    assert wrap(talked, "--carry", "where files go")[2] == f"{NOBODY}Nothing to change.\n"


@pytest.mark.parametrize("status", ["parked", "dropped", "async", "discussed"])
def test_what_was_settled_before_stays(small: Folder, status: str) -> None:
    small.write({**topics(status), NOTES: page()})
    small.commit()

    wrap(small)

    assert small.read(FILES) == topics(status)[FILES]


def test_names_of_topics_are_never_guessed(small: Folder) -> None:
    found = read_back(small, TALKED)

    assert wrapping.fates(found, {"park": ["MAPS", "map"]}, "x") == {MAPS: Fate("park", "x")}
    with pytest.raises(AmbiguousError, match=r"several topics of the meeting: .*-maps, .*-files"):
        wrapping.fates(found, {"park": ["2026"]}, "")
    with pytest.raises(UnknownError) as unknown:
        wrapping.fates(found, {"drop": ["bakery"]}, "")
    with pytest.raises(UsageError, match="'Maps' cannot be both parked and dropped"):
        wrapping.fates(found, {"park": ["maps"], "drop": ["maps"]}, "")
    assert unknown.value.hint == "The meeting's topics: Maps; Where files go?"


def test_for_programs(talked: Folder) -> None:
    _, shown, _ = wrap(talked, "--json", "--park", "maps", "--because", "later")

    told = json.loads(shown)
    assert {key: told[key] for key in told if key not in {"items", "next_turns"}} == {
        "schema": 2,
        "kind": "notes.wrap",
        "decisions": [{"text": "here", "people": [], "heading": "Where files go", "line": 11}],
        "actions": [],
        "commitments": [],
        "created": [],
        "lost": [],
        "objections": [],
        "questions": [],
        "without_conclusion": [],
        "fates": [
            {"topic": PurePath(FILES).stem, "title": "Where files go?", "fate": "discussed",
             "because": None, "path": FILES},
            {"topic": PurePath(MAPS).stem, "title": "Maps", "fate": "parked", "because": "later",
             "path": MAPS},
        ],
        "not_reached": [],
    }  # fmt: skip
    takers = [one for one in told["next_turns"] if one["role"] == "notes"]
    assert [(one["date"], one["person"]) for one in takers] == [("2026-12-11", "ana")]
    assert [(one["meeting"], one["present"]) for one in told["items"]] == [
        ("2026-12-04-friday", ["ana", "ben", "carla"])
    ]


def test_a_series_without_a_next_meeting_has_no_next_roles(talked: Folder) -> None:
    ended = SETTINGS.replace("BYDAY=FR", "BYDAY=FR;UNTIL=20261204T120000Z")
    talked.write({"teamkit.yml": ended})

    status, shown, _ = wrap(talked)

    assert status == 0
    assert "facilitates" not in shown


def test_on_a_terminal_each_topic_that_was_not_reached_is_asked_for(talked: Folder) -> None:
    talked.write({"topics/2026-11-20-ana-tiles.md": "---\ntitle: Tiles\n---\n"})
    talked.commit("Tiles")
    talked.write({NOTES: page(f"{TALKED}\n## Tiles\n")})
    world = {**os.environ, "PYTHONPATH": str(ROOT), "TEAMKIT_TODAY": "2026-12-04", "TERM": "dumb"}
    child = pexpect.spawn(
        sys.executable, ["-m", "teamkit", "notes", "wrap"], cwd=str(talked.path), env=world,
        encoding="utf-8", timeout=30,
    )  # fmt: skip

    child.expect(r"Decided: here \(Where files go\)")
    child.expect(r"Not reached: Tiles\. Carry on, park, async or drop\? \(c/p/a/d\)")
    child.sendline("x")
    child.expect("Not reached: Tiles")
    child.sendline("")
    child.expect("Not reached: Maps")
    child.sendline("p")
    child.expect("Because")
    child.sendline("waits for the price")
    child.expect("Committed: Wrap up")
    child.expect(pexpect.EOF)

    assert talked.read(MAPS).endswith("status: parked\nbecause: waits for the price\n---\n")
    assert talked.read("topics/2026-11-20-ana-tiles.md") == "---\ntitle: Tiles\n---\n"


def test_what_was_settled_too_early_is_carried_again(small: Folder) -> None:
    parked = topics()[FILES].replace("open", "parked\nbecause: no time")
    small.write({**topics(), FILES: parked, NOTES: page()})
    small.commit()

    wrap(small, "--carry", "where files go")

    assert small.read(FILES) == (
        "---\ntitle: Where files go?\nstatus: open\nmeeting: 2026-12-11-friday\n---\n"
    )


class Terminal(io.StringIO):
    """A stdin at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("flags", "typed", "written"),
    [
        ((), "a\nby mail\n", "status: async\nbecause: by mail\n"),
        ((), "drop\n\n", "status: dropped\nbecause: not reached on 2026-12-04\n"),
        (("--because", "no time"), "?\np\n", "status: parked\nbecause: no time\n"),
        (("--park", "maps"), "", "status: parked\nbecause: not reached on 2026-12-04\n"),
        ((), "\n", ""),
    ],
)
def test_one_key_settles_a_topic(
    talked: Folder,
    monkeypatch: pytest.MonkeyPatch,
    flags: tuple[str, ...],
    typed: str,
    written: str,
) -> None:
    stdin = Terminal(typed)
    monkeypatch.setattr("sys.stdin", stdin)
    console = Console(io.StringIO(), io.StringIO(), environ={})
    session = Session({"TEAMKIT_TODAY": "2026-12-04"}, talked.path, stdin, console)

    with pytest.raises(SystemExit) as ended:
        get_command(app).main(["notes", "wrap", *flags], obj=session)

    assert (ended.value.code, stdin.read()) == (0, "")
    assert talked.read(MAPS) == f"---\ntitle: Maps\n{written}---\n"


def test_a_last_meeting_carries_nothing_to_a_next_one(talked: Folder) -> None:
    talked.write({"teamkit.yml": SETTINGS.replace("BYDAY=FR", "BYDAY=FR;UNTIL=20261204T120000Z")})

    wrap(talked, "--carry", "where files go")

    assert talked.read(FILES) == topics()[FILES]
