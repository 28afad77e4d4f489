"""Who was there, and whose turn it was."""

from teamkit.markdown.document import parse
from teamkit.meetings.attendance import Held, Role, planned, present, turns
from teamkit.meetings.model import read_agenda
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

    assert present(page, FRIDAY, PEOPLE) == ("carla", "guest")


def test_only_members_who_are_expected_could_have_had_the_turn() -> None:
    """Not guests, nor who has left or works elsewhere, whoever of them took notes."""
    page = notes("x\n", meta="present: [ana, ben, eli, guest]\nnote_takers: [guest]\n")
    backend = FRIDAY._replace(areas=("backend",))

    assert turns([page], FRIDAY, PEOPLE) == [
        Held(day("11-20"), frozenset({"ana", "ben"}), frozenset())
    ]
    assert turns([page], backend, PEOPLE) == [Held(day("11-20"), frozenset({"ana"}), frozenset())]


def test_whoever_took_notes_was_there() -> None:
    page = notes("x\n", meta="present: [ana]\nnote_takers: [carla]\n")

    assert turns([page], FRIDAY, PEOPLE) == [
        Held(day("11-20"), frozenset({"ana", "carla"}), frozenset({"carla"}))
    ]


def test_each_role_is_counted_without_those_who_had_another() -> None:
    meta = (
        "present: [ana, ben, carla, fay]\nfacilitator: ana\ntimekeeper: ben\nnote_takers: [fay]\n"
    )
    page = notes("x\n", meta=meta)

    found = {role: turns([page], FRIDAY, PEOPLE, role)[0] for role in Role}

    assert found == {
        Role.NOTES: Held(day("11-20"), frozenset({"carla", "fay"}), frozenset({"fay"})),
        Role.FACILITATOR: Held(day("11-20"), frozenset({"ana", "carla"}), frozenset({"ana"})),
        Role.TIMEKEEPER: Held(day("11-20"), frozenset({"ben", "carla"}), frozenset({"ben"})),
    }


def test_at_a_meeting_to_come_those_expected_and_not_away_will_be_there() -> None:
    document = parse("agendas/2026-11-20-friday.md", b"---\nnote_takers: [fay]\n---\n")
    agenda = read_agenda(document, str)
    assert agenda is not None

    assert planned([agenda], FRIDAY, PEOPLE) == [
        Held(day("11-20"), frozenset({"ana", "ben", "fay"}), frozenset({"fay"}))
    ]
