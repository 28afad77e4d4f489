"""What the talks say, found by free words."""

from datetime import date

from teamkit.knowledge.pages.facts import passages
from teamkit.people.directory import directory
from teamkit.store.search import Passage
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.pages.test_evidence import TALK


def found(folder: Folder, *words: str) -> list[Passage]:
    team = Team.open(folder.path)
    return passages(team, directory(team), words)


def test_a_talk_is_found_by_its_text_with_who_gave_it(small: Folder) -> None:
    small.write({"talks/boats.md": TALK})

    (one,) = found(small, "pencil")

    assert (one.title, one.line, one.on) == ("Boats from above", 2, date(2026, 6, 26))
    assert [(e.person, e.part, e.line) for e in one.shown] == [
        ("ben", "presented", 4),
        ("carla", "presented", 4),
    ]
    assert one.wanting == ()


def test_who_asked_for_a_talk_still_wants_to_hear_it(small: Folder) -> None:
    talk = TALK.replace("given\nspeakers", "wanted\nasked_by")
    small.write({"talks/boats.md": talk})

    (one,) = found(small, "boats")

    assert (one.shown, one.on) == ((), None)
    assert [(e.person, e.part, e.line) for e in one.wanting] == [
        ("ben", "wants", 4),
        ("carla", "wants", 4),
    ]
