"""Who was there, and whose turn it was."""

from teamkit.meetings.attendance import present, turns
from teamkit.meetings.rotation import Held
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from tests.meetings.made import FRIDAY, day, notes

PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana", areas=("backend",)),
        "ben": Person("ben", "Ben", areas=("frontend",)),
        "carla": Person("carla", "Carla", away=((day("11-16"), day("11-20")),)),
        "dani": Person("dani", "Dani", joined=day("11-21")),
        "eli": Person("eli", "Eli", left=day("11-20")),
        "fay": Person("fay", "Fay"),
    }
)


def test_without_a_list_those_expected_and_not_away_were_there() -> None:
    page = notes("x\n", meta="regrets: [fay]\n")

    assert present(page, FRIDAY, PEOPLE) == ["ana", "ben"]
    assert present(page, FRIDAY._replace(areas=("backend",)), PEOPLE) == ["ana"]


def test_a_list_is_believed() -> None:
    page = notes("x\n", meta="present: [carla, guest]\nnote_takers: [carla]\n")

    assert turns([page], FRIDAY, PEOPLE) == [
        Held(day("11-20"), frozenset({"carla", "guest"}), frozenset({"carla"}))
    ]
