"""Beliefs about what people and programs see of the advice process."""

from teamkit.choice import Choice, Pick
from teamkit.projects.advice import views
from teamkit.projects.advice.decide import TypedDecision, decide
from teamkit.projects.advice.give import give
from teamkit.projects.advice.request import ask
from tests.projects.advice.made import PATH, PEOPLE, TEXT, TODAY, day, known, proposal

PROPOSAL = Choice(
    (Pick("ana", "a"),),
    tuple(Pick(handle, "b") for handle in ("c1", "c2", "c3", "c4")),
    (Pick("eli", "away until 2026-12-11"),),
)


def test_people_see_who_is_proposed_and_three_besides_programs_all() -> None:
    table = views.proposed(proposal(), PROPOSAL, 4)

    assert table.rows == (
        ("ask", "ana", "a"),
        ("or", "c1", "b"),
        ("or", "c2", "b"),
        ("or", "c3", "b"),
    )
    assert [(item["what"], item["person"]) for item in table.items] == [
        ("ask", "ana"),
        *(("alternate", f"c{number}") for number in (1, 2, 3, 4)),
        ("passed", "eli"),
    ]
    assert views.choice(PROPOSAL).lines[:2] == ("Ask ana: a", "Or c1: b")


def test_how_wide_and_who_not_is_told() -> None:
    unsure = proposal(TEXT.replace("risk: medium\n", ""))

    assert views.proposed_told(unsure, PROPOSAL, 4) == [
        "scope medium, risk not said: 4 people to ask.",
        "Not proposed: eli (away until 2026-12-11).",
    ]
    assert views.proposed_told(proposal(), Choice(()), 4) == [
        "scope medium, risk medium: 4 people to ask."
    ]


def test_what_to_type_next_is_told() -> None:
    assert views.how_to_ask(proposal(), PROPOSAL).endswith("teamkit advice ask beacon ana")
    assert views.how_to_ask(proposal(), Choice(())).endswith("teamkit advice ask beacon PERSON")


def test_the_message_is_what_is_shown_of_asking() -> None:
    outcome = ask(known(), [p for p in PEOPLE if p.handle in {"ana", "ben", "eli"}], {}, TODAY)

    shape = views.asked(outcome, "Please!")

    assert (shape.lines, [item["person"] for item in shape.items]) == (("Please!",), ["ana", "eli"])
    assert shape.facts["asked_before"] == ["ben"]
    assert views.asked_told(outcome, PEOPLE) == [
        "Ben was asked on 2026-11-19 already; the answer is wanted by 2026-11-27.",
        "Eli is away until 2026-12-11; the answer is wanted by 2026-12-08.",
    ]


def test_without_anybody_new_there_is_no_message() -> None:
    bare = TEXT.replace("2026-11-30 | 2026-12-07", " | ")
    outcome = ask(known(bare), [p for p in PEOPLE if p.handle == "goran"], {}, TODAY)

    assert views.asked(outcome, "Please!").lines == ()
    assert views.asked_told(outcome, PEOPLE) == ["Goran was asked already."]


def test_whoever_has_answered_is_thanked_by_not_being_asked() -> None:
    answered = known(TEXT.replace("### 2026-11-20 @eli", "### 2026-11-20 @ben"))
    outcome = ask(answered, [p for p in PEOPLE if p.handle == "ben"], {}, TODAY)

    assert views.asked_told(outcome, PEOPLE) == [
        "Ben was asked on 2026-11-19 already, and has answered."
    ]


def test_asking_about_what_is_decided_is_remarked() -> None:
    decided = TEXT.replace("Not decided yet.", "Decided 2026-11-28 by @carla")
    outcome = ask(known(decided), [], {}, TODAY)

    assert views.asked_told(outcome, PEOPLE) == ["Beacon is decided, or over, already."]


def test_what_is_remarkable_about_advice_is_told() -> None:
    asked = give(proposal(), "ben", "Ben", "Yes.", TODAY)
    unasked = give(proposal(), "ana", "Ana", "# A\n# B", TODAY)

    assert views.given(asked).lines == (PATH,)
    assert views.given_told(asked, PEOPLE) == []
    assert views.given_told(unasked, PEOPLE) == [
        "Nobody had asked Ana; it is welcome.",
        "2 lines begin with #; a backslash keeps the file's own headings apart.",
    ]


def test_each_request_is_a_row_and_each_reminder_a_paragraph() -> None:
    rows = "| @eli | x | 2026-11-30 | |\n| @hana | y | | |\n| @ana | z | 2026-12-02 | |\n\n### 2"
    found = known(TEXT.replace("\n### 2", rows).replace("@eli\n", "@carla\n"))

    stack = views.standings([found], {"beacon": "Please!"}, TODAY, shows_name=True)

    table, reminder = stack.shapes
    assert table.rows == (  # type: ignore[union-attr]  # the first shape is the table
        ("beacon", "ben", "asked 12 days ago, wanted by 2026-11-27, 4 days late"),
        ("beacon", "goran", "asked yesterday, wanted by 2026-12-07"),
        ("beacon", "eli", "asked yesterday, wanted by 2026-12-07; away until 2026-12-11"),
        ("beacon", "hana", "no longer on the team"),
        ("beacon", "ana", "to be asked on 2026-12-02, wanted by 2026-12-09"),
        ("beacon", "carla", "advised without being asked"),
    )
    assert reminder.lines == ("Please!",)  # type: ignore[union-attr]  # the second is the reminder
    assert stack.items[0] == {
        "proposal": "beacon",
        "person": "ben",
        "why": "the webhooks",
        "since": day("11-19"),
        "due": day("11-27"),
        "answered": False,
        "date": None,
        "days_late": 4,
        "away_until": None,
        "path": PATH,
        "line": 16,
    }


def test_one_day_late_and_answers_are_told_in_words() -> None:
    text = TEXT.replace("2026-11-27", "2026-11-30").replace("2026-11-30 | 2026-12-07", " | ")
    found = known(text.replace("### 2026-11-20 @eli", "### @goran"))

    stack = views.standings([found], {}, TODAY, shows_name=False)

    assert stack.shapes[0].rows == (  # type: ignore[union-attr]  # it is the table
        ("ben", "asked 12 days ago, wanted by 2026-11-30, 1 day late"),
        ("goran", "answered"),
    )


def test_without_any_day_only_the_asking_is_told() -> None:
    bare = known(TEXT.replace("2026-11-19 | 2026-11-27", " | ").replace("@goran", "@hana"))

    stack = views.standings([bare], {}, TODAY, shows_name=False)

    assert stack.shapes[0].rows[0] == ("ben", "asked")  # type: ignore[union-attr]  # it is the table


def test_what_stays_with_a_decision_is_told() -> None:
    wanted = TypedDecision("Yes.", outcome="fewer calls")
    outcome = decide(
        known(today=day("12-08")),
        wanted,
        "carla",
        people=PEOPLE,
        today=day("12-08"),
        objections=["@eli: the battery"],
    )

    assert views.decided(outcome).items[0] == {
        "proposal": "beacon",
        "title": outcome.proposal.title,
        "status": outcome.proposal.status,
        "date": day("12-08"),
        "by": "carla",
        "text": outcome.decision.text,
        "outcome": "fewer calls",
        "due": outcome.decision.review_on,
        "dissent": "@eli: the battery",
        "line": outcome.decision.line,
        "no_answer": ["ben", "goran"],
        "path": PATH,
    }
    assert views.decided_told(outcome, PEOPLE) == [
        "Dissent kept: @eli: the battery",
        "No answer in time: Ben and Goran. The decision records this.",
        "It comes back in the agenda from 2027-03-08 on.",
    ]


def test_a_decision_that_nobody_was_asked_about_is_remarked() -> None:
    bare = TEXT.split("## Advice", maxsplit=1)[0]
    outcome = decide(known(bare), TypedDecision("# Yes."), "carla", people=PEOPLE, today=TODAY)

    assert views.decided_told(outcome, PEOPLE) == [
        "Nobody was asked for advice before.",
        "The decision has no intended outcome; next time: --outcome",
        "It comes back in the agenda from 2027-03-01 on.",
        "1 line begins with #; a backslash keeps the file's own headings apart.",
    ]
