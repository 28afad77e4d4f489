"""Compiling an agenda's page."""

import json
import re
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from teamkit.errors import EditRefusedError
from teamkit.markdown.links import target
from teamkit.meetings.agendas.new import new_agenda
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import OPEN, prepared, taken

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

## Coming back

<!-- teamkit:begin returning sum= -->

- [Nobody's](../topics/2026-11-18-x.md), for the 1st time: had no place on 2026-11-20.
- BIG, for the 1st time: had no place on 2026-11-20.

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

<!-- teamkit:begin reviews sum= -->

## To be looked at again

None.

<!-- teamkit:end -->
""".replace("THERE", "[2026-11-20 friday](../notes/2026-11-20-friday.md)").replace(
    "BIG", "[\\[Big\\] tiles](../topics/2026-11-19-ben-tiles.md)"
)


def test_a_fresh_agenda_says_everything_once(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": OPEN,
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
        "Back for the 1st time: Nobody's (had no place on 2026-11-20).",
        "Back for the 1st time: [Big] tiles (had no place on 2026-11-20).",
        "Open action since 2026-11-20: Measure it (Ana).",
        "Open action since 2026-11-20: Nobody's (nobody).",
        "Unanswered since 2026-11-20: Ben on Cache.",
        "Unanswered since 2026-11-20: somebody on Cache.",
        "friday on 2026-12-04: 25 of 60 minutes planned, 35 free.",
        "Committed: Agenda of Weekly meeting for 2026-12-04",
    ]


def test_nothing_open_is_said_so(small: Folder) -> None:
    small.run("agenda", "new")

    assert small.read("agendas/2026-12-04-friday.md").count("\nNone.\n") == 4


def test_programs_get_the_whole_plan(small: Folder) -> None:
    small.write(
        {
            "notes/2026-11-20-friday.md": OPEN,
            "topics/2026-11-19-ben-tiles.md": "---\ntitle: Tiles\nby: ben\nminutes: 51\n---\n",
        }
    )

    page = json.loads(small.run("agenda", "new", "--json").stdout)

    assert page["items"] == [
        {
            "start": "13:00",
            "minutes": 10,
            "what": "Wins",
            "kind": "round",
            "because": "round",
            "by": None,
            "topic": None,
        }
    ]
    assert page["left_out"] == [
        {
            "topic": "2026-11-19-ben-tiles",
            "title": "Tiles",
            "because": "needs 51 min, never fits next to 10 min of rounds",
            "path": "topics/2026-11-19-ben-tiles.md",
        }
    ]
    assert [a["what"] for a in page["actions"]] == ["Measure it", "Nobody's"]
    assert [o["person"] for o in page["objections"]] == ["ben", None]
    assert (page["path"], page["kept_blocks"]) == ("agendas/2026-12-04-friday.md", [])


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
    edited = small.read(path)[::-1].replace(".enoN", ".ile ksA", 1)[::-1]
    small.write({path: edited})
    small.commit()

    kept = small.run("agenda", "new")
    kept_text = small.read(path)
    replaced = small.run("agenda", "new", "--regenerate")

    assert kept.stderr.splitlines()[0] == (
        "The block 'reviews' was edited by hand and stays as it is; --regenerate replaces it."
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

    assert (change.writes, kept) == ((), ("returning", "actions", "objections"))


def test_a_block_without_its_other_half_is_left_alone(small: Folder) -> None:
    small.write(
        {"agendas/2026-12-04-friday.md": "---\n---\n\n<!-- teamkit:begin plan sum=0 -->\n\nx\n"}
    )

    with pytest.raises(EditRefusedError, match="has no matching marker"):
        new_agenda(Team.open(small.path), prepared(small))


def test_blocks_of_others_are_not_ours(small: Folder) -> None:
    text = "<!-- teamkit:begin other sum=0 -->\n\nx\n\n<!-- teamkit:end -->\n"
    small.write({"agendas/2026-12-04-friday.md": text})

    change, kept = new_agenda(Team.open(small.path), prepared(small))

    assert (change.writes, kept) == ((), ())


def test_the_agenda_of_a_meeting_that_took_place_is_history(small: Folder) -> None:
    small.run("agenda", "new", "friday", "--date", "2026-11-20")
    small.write({"notes/2026-11-20-friday.md": taken(takers="ben")})
    small.commit()

    result = small.run("agenda", "new", "friday", "--date", "2026-11-20")

    assert (result.status, result.stderr) == (
        4,
        (
            "teamkit: The friday meeting of 2026-11-20 took place.\n"
            "  notes/2026-11-20-friday.md\n"
            "  Its agenda stays as it was\n"
        ),
    )


@pytest.mark.parametrize(
    "name",
    ["My topic (draft)", "a#b?c", "100%25", "[x] y", "a<b>c", "réunion", 'it\'s "it"', "a&lt;b"],
)
def test_a_topic_may_be_called_anything_and_is_linked(small: Folder, name: str) -> None:
    path = f"topics/2026-11-20-{name}.md"
    small.write({path: "---\ntitle: Move \\\\files\\team\\\nby: ana\nminutes: 5\n---\n"})
    small.commit()

    small.run("agenda", "new", "friday")
    small.run("notes", "new", "friday")

    page = small.read("agendas/2026-12-04-friday.md")
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    inside = [child for token in tokens for child in token.children or []]
    *_, last = (unquote(str(it.attrs["href"])) for it in inside if it.type == "link_open")
    assert last == f"../{path}"
    assert f"{target(path)} -->" in small.read("notes/2026-12-04-friday.md")
