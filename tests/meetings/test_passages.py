"""What the meeting files say, found by free words."""

from teamkit.facts import Evidence
from teamkit.meetings.facts import passages
from teamkit.people.directory import directory
from teamkit.store.search import Passage
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.made import day

TOPIC = """\
---
title: Counting boats
by: ben
interest:
  - ana
---

From the pictures.
"""
NOTES = """\
---
present: [ana, ben]
---

## Counting boats

- Key: at night
- Support @carla: yes

## Wins

- TIL @ana: boats have lights
- TIL @carla: nothing of the kind

## Tides
"""
PATH = "notes/2026-11-20-friday.md"


def found(folder: Folder, *words: str) -> list[Passage]:
    team = Team.open(folder.path)
    return passages(team, directory(team), words)


def test_a_topic_and_what_is_noted_under_it_can_be_found(small: Folder) -> None:
    small.write({"topics/2026-11-19-ben-boats.md": TOPIC, PATH: NOTES})

    topic, notes, wins = found(small, "boat")

    brought = Evidence("ben", "brought", "Counting boats", frozenset(), day("11-19"), topic.path, 3)
    about = brought._replace(on=day("11-20"), path=PATH)
    assert topic == Passage(
        path="topics/2026-11-19-ben-boats.md",
        line=2,
        title="Counting boats",
        text="\nFrom the pictures.\n",
        on=day("11-19"),
        shown=(brought,),
        wanting=(brought._replace(person="ana", part="wants", line=4),),
    )
    assert notes == Passage(
        path=PATH,
        line=5,
        title="Counting boats",
        text="\n- Key: at night\n- Support @carla: yes\n",
        on=day("11-20"),
        shown=(
            brought._replace(part="presented", on=day("11-20")),
            about._replace(person="carla", part="spoke", line=8),
            about._replace(person="ana", part="present", line=2),
            about._replace(person="ben", part="present", line=2),
        ),
    )
    assert wins == Passage(
        path=PATH,
        line=12,
        title="Wins",
        text="- TIL @ana: boats have lights",
        on=day("11-20"),
        shown=(about._replace(person="ana", part="spoke", about="Wins", line=12),),
    )


def test_who_leads_is_credited_where_only_the_text_holds_the_word(small: Folder) -> None:
    topic = TOPIC.replace("From the pictures.", "At night.")
    small.write({"topics/2026-11-19-ben-boats.md": topic, PATH: NOTES})

    _, notes = found(small, "night")

    assert [(e.person, e.part) for e in notes.shown] == [("ben", "presented")]


def test_nobody_waits_for_a_topic_that_was_dropped_and_nobody_need_have_brought_it(
    small: Folder,
) -> None:
    topic = TOPIC.replace("by: ben", "status: dropped")
    small.write({"topics/boats.md": topic, "notes/ideas.md": "## Boats\n"})

    assert [(p.shown, p.wanting) for p in found(small, "pictures")] == [((), ())]
