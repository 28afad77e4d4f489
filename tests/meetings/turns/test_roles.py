"""Who has which role at one meeting."""

from datetime import date

from teamkit.choice import Choice, Pick
from teamkit.markdown.document import parse
from teamkit.meetings.attendance import Role
from teamkit.meetings.model import Agenda, read_agenda
from teamkit.meetings.turns.roles import known, next_for_all, next_for_role, part_of, seats
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from tests.meetings.made import FRIDAY, day, notes

PEOPLE = Directory({h: Person(h, h.capitalize()) for h in ("ana", "ben", "carla", "dani")})
NEXT = day("11-27")
CARLA = FRIDAY._replace(facilitator="Carla")
PARTS = FRIDAY._replace(note_taker_parts=("rounds", "topics"))
TAKEN = [
    notes("x\n", on="11-13", meta="facilitator: ana\nnote_takers: [ben]\n"),
    notes("x\n", on="11-20", meta="facilitator: ben\nnote_takers: [ana]\n"),
    notes("x\n", on="11-20", meta="note_takers: [carla, dani]\n", series="joint"),
]


def agenda(meta: str, on: date = NEXT) -> Agenda:
    document = parse(f"agendas/{on}-friday.md", f"---\n{meta}---\n".encode())
    found = read_agenda(document, str)
    assert found is not None
    return found


def names(choices: dict[Role, Choice]) -> dict[Role, list[str]]:
    return {role: [pick.name for pick in one.picks] for role, one in choices.items()}


def test_without_an_agenda_it_is_the_rotations_choice() -> None:
    choice = next_for_role(TAKEN, PEOPLE, FRIDAY, NEXT, Role.NOTES)

    assert choice.picks == (Pick("carla", "no turn yet where 0.7 would be fair"),)


def test_one_person_has_one_role() -> None:
    found = names(next_for_all(TAKEN, PEOPLE, FRIDAY._replace(timekeeper="rotate"), NEXT))

    assert found == {
        Role.FACILITATOR: ["carla"],
        Role.TIMEKEEPER: ["ana"],
        Role.NOTES: ["dani"],
    }


def test_a_meeting_without_timekeeper_asks_nobody_for_it() -> None:
    asked = [agenda("timekeeper: ben\n")]

    assert Role.TIMEKEEPER not in next_for_all(TAKEN, PEOPLE, FRIDAY, NEXT)
    assert names(next_for_all(TAKEN, PEOPLE, FRIDAY, NEXT, agendas=asked))[Role.TIMEKEEPER] == [
        "ben"
    ]


def test_whoever_the_settings_name_has_the_role() -> None:
    choice = next_for_all(TAKEN, PEOPLE, CARLA, NEXT)[Role.FACILITATOR]

    assert choice.picks == (Pick("carla", "as teamkit.yml says"),)


def test_what_the_agenda_says_overrules_the_settings() -> None:
    page = agenda("facilitator: ben\nnote_takers: [ana]\n")

    assert known(CARLA, page, PEOPLE) == {
        Role.NOTES: ("ana",),
        Role.FACILITATOR: ("ben",),
        Role.TIMEKEEPER: (),
    }
    assert known(CARLA, None, PEOPLE) == {Role.FACILITATOR: ("carla",)}


def test_those_asked_for_earlier_meetings_are_counted_as_if_they_had_their_turn() -> None:
    asked = [agenda("note_takers: [carla]\n")]

    choice = next_for_role(
        TAKEN, PEOPLE, FRIDAY, day("12-04"), Role.NOTES, agendas=asked, excepted={"dani"}
    )

    assert choice.picks[0].name == "ben"
    assert choice.alternates[-1].name == "carla"
    assert choice.passed == (Pick("dani", "left out this time"),)


def test_a_small_team_may_need_one_person_twice() -> None:
    two = Directory({h: Person(h, h.capitalize()) for h in ("ana", "ben")})
    has = {Role.FACILITATOR: ("ana",), Role.TIMEKEEPER: ("ben",)}

    choice = next_for_role([], two, FRIDAY, NEXT, Role.NOTES, seats=2, has=has)

    assert choice == Choice(
        picks=(Pick("ana", "facilitates that day too, but nobody else could"),),
        passed=(Pick("ben", "keeps the time that day"),),
    )


def test_there_are_as_many_seats_as_parts() -> None:
    assert (seats(FRIDAY, Role.NOTES), seats(PARTS, Role.NOTES)) == (1, 2)
    assert seats(PARTS._replace(note_taker_seats=3), Role.NOTES) == 3
    assert seats(PARTS, Role.FACILITATOR) == 1


def test_parts_go_to_the_takers_in_turn() -> None:
    assert part_of(PARTS, ["ana", "ben", "carla"]) == {"rounds": "ana", "topics": "ben"}
    assert part_of(PARTS, ["ana"]) == {"rounds": "ana", "topics": "ana"}
    assert (part_of(PARTS, []), part_of(FRIDAY, ["ana"])) == ({}, {})
