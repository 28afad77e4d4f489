"""The plan of a meeting, frozen: what goes into it, and that it comes back as it was."""

import json
from datetime import date

from teamkit.meetings.agendas.prepare import prepare
from teamkit.meetings.archive import Meetings
from teamkit.meetings.live import script
from teamkit.meetings.live.script import ROUND, STANDING, TOPIC, Script
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.meetings.live.made import SCRIPT

DAY = date(2026, 12, 4)
STANDING_ITEM = "{title: Capacity, minutes: 5, owner: ben}"


def written(folder: Folder, history: tuple[tuple[str, ...], ...] = ()) -> Script:
    team = Team.open(folder.path)
    people = directory(team)
    series = team.config.series["friday"]
    return script.write(prepare(Meetings(team, people), series, DAY), people, history)


def test_rounds_standing_items_and_topics_in_the_order_of_the_agenda(small: Folder) -> None:
    settings = small.read("teamkit.yml")
    small.write(
        {
            "teamkit.yml": f"{settings}    standing: [{STANDING_ITEM}]\n",
            "topics/2026-12-01-ana-maps.md": "---\ntitle: Maps\nby: ana\nminutes: 20\n---\n",
            "people/fay.md": '---\nname: Fay\naway: ["2026-12-01/2026-12-31"]\n---\n',
        }
    )

    found = written(small)

    assert [(i.kind, i.title, i.minutes, i.by, i.path) for i in found.items] == [
        (ROUND, "Wins", 10, "", ""),
        (STANDING, "Capacity", 5, "ben", ""),
        (TOPIC, "Maps", 20, "ana", "topics/2026-12-01-ana-maps.md"),
    ]
    assert sorted(found.items[0].order) == ["ana", "ben", "carla"]
    assert found.items[0].label == "Win"
    assert found.away == ("fay",)
    assert (found.stem, found.minutes, found.heard) == ("2026-12-04-friday", 60, {})


def test_with_balance_it_says_how_often_each_was_heard(small: Folder) -> None:
    small.write({"teamkit.yml": small.read("teamkit.yml") + "    balance: true\n"})

    found = written(small, (("ana", "ben"), ("ana",)))

    assert (found.heard, found.of) == ({"ana": 2, "ben": 1, "carla": 0}, 2)
    assert found.items[0].order == ("carla", "ben", "ana")


def test_a_title_that_would_break_the_log_is_made_one_line(small: Folder) -> None:
    small.write({"topics/2026-12-01-ana-x.md": '---\ntitle: "a\\tb"\nby: ana\n---\n'})

    found = written(small)

    assert script.fits(script.to_data(found))
    assert found.items[1].title == "a b"


def test_it_comes_back_as_it_was() -> None:
    assert script.from_data(json.loads(json.dumps(script.to_data(SCRIPT)))) == SCRIPT
