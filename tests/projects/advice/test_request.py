"""Beliefs about asking for advice: rows, and words to send."""

import pytest

from teamkit.choice import Choice, Pick
from teamkit.errors import UsageError
from teamkit.people.person import Person
from teamkit.projects.advice.request import Asking, answer_by, ask, chosen, message, reminder
from tests.projects.advice.made import PEOPLE, TEXT, TODAY, day, known, proposal

PROPOSAL = Choice((Pick("ana", "a"), Pick("eli", "b")), (Pick("carla", "c"),))


def people(*handles: str) -> list[Person]:
    return [person for person in PEOPLE if person.handle in handles]


def asked(*handles: str, why: str = "", by: str = "12-08") -> Asking:
    reasons = {"ana": "owns the form"}
    return ask(known(), people(*handles), reasons, TODAY, why=why, by=day(by))


def test_each_gets_a_row_with_the_reason_and_the_day() -> None:
    outcome = asked("ana", "carla")

    rows = (
        "| @ana | owns the form | 2026-12-01 | 2026-12-08 |\n"
        "| @carla | another view | 2026-12-01 | 2026-12-08 |\n"
    )
    text = outcome.change.writes[0].text
    assert [(one.person, one.why, one.on, one.by) for one in proposal(text).asked[2:]] == [
        ("ana", "owns the form", TODAY, day("12-08")),
        ("carla", "another view", TODAY, day("12-08")),
    ]
    assert len(text.split("\n")) == len(TEXT.split("\n")) + rows.count("\n")
    assert outcome.change.subject == "Ask Ana and Carla for advice on Beacon"


def test_one_reason_may_be_given_for_all() -> None:
    assert asked("ana", "carla", why=" the | form\n is yours").asked == {
        "ana": "the | form is yours",
        "carla": "the | form is yours",
    }


def test_nobody_is_asked_twice() -> None:
    outcome = asked("ben", "goran")

    assert (outcome.asked, [one.person for one in outcome.before], outcome.change.writes) == (
        {},
        ["ben", "goran"],
        (),
    )


def test_who_is_away_until_that_day_is_told() -> None:
    assert asked("eli").away == {"eli": day("12-11")}
    assert asked("eli", by="12-12").away == {}


def test_a_day_that_has_passed_is_refused() -> None:
    with pytest.raises(UsageError, match="2026-11-30 has passed"):
        asked("ana", by="11-30")


def test_who_is_not_on_the_team_cannot_be_asked() -> None:
    with pytest.raises(UsageError, match="Hana cannot be asked"):
        asked("hana")


def test_a_reason_that_is_no_text_is_refused() -> None:
    with pytest.raises(UsageError, match="not UTF-8"):
        asked("ana", why="\ud800")


def test_high_risk_gives_more_time() -> None:
    risky = proposal(TEXT.replace("risk: medium", "risk: high"))

    assert (answer_by(proposal(), TODAY), answer_by(risky, TODAY)) == (day("12-08"), day("12-15"))


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("all", ["ana", "eli"]),
        ("Yes", ["ana", "eli"]),
        ("nobody", []),
        ("no", []),
        ("", []),
        ("carla, goran hana", ["carla", "goran", "hana"]),
    ],
)
def test_the_owner_chooses_in_a_word_or_by_names(answer: str, names: list[str]) -> None:
    assert chosen(answer, PROPOSAL) == names


def test_the_message_says_what_why_where_and_until_when() -> None:
    assert message(asked("ana"), PEOPLE, "https://forge.example/beacon.md") == (
        "Ana, what do you advise on Beacon? Why you: owns the form."
        " It is here: https://forge.example/beacon.md (one line is enough,"
        " by Tuesday 2026-12-08: under Advice on that page, with teamkit advice give beacon,"
        " or as an answer to this message). You advise, Carla decides."
    )


def test_several_are_told_each_why_and_nobody_is_named_who_does_not_decide() -> None:
    text = TEXT.replace("owner: ana\n", "").replace("decider: carla\n", "")
    outcome = ask(known(text), people("ana", "carla"), {"ana": "a"}, TODAY)

    told = message(outcome, PEOPLE, "x")

    assert told.startswith("Ana and Carla, what do you advise on Beacon?")
    assert "Why you: Ana: a; Carla: another view." in told
    assert told.endswith("to this message).")


def test_a_reminder_goes_to_those_here_whose_day_is_near() -> None:
    assert reminder(known(), PEOPLE, TODAY, "x") == (
        "A friendly reminder: your advice on Beacon is still welcome."
        " Ben, the webhooks (wanted by 2026-11-27)."
        " It is here: x (one line is enough, and so is 'nothing to add')."
    )
    assert "Goran, the nights" in reminder(known(), PEOPLE, day("12-05"), "x")


def test_nobody_who_is_away_or_was_just_asked_is_reminded() -> None:
    assert reminder(known(TEXT.replace("@ben", "@eli")), PEOPLE, TODAY, "x") == ""
