"""Beliefs about showing suggestions, why, and answers: words for people, names for programs."""

from teamkit.output import programs
from teamkit.output.shapes import Table
from teamkit.projects.allocation import views
from teamkit.projects.allocation.agree import PartAnswer
from teamkit.projects.allocation.records import PLANNING
from teamkit.projects.allocation.score import LEARNS, OFFERED
from teamkit.projects.allocation.suggest import suggestion
from teamkit.projects.allocation.why import why
from teamkit.projects.proposals.model import MAIN, SUPPORT
from teamkit.store.change import Change
from tests.projects.allocation.made import (
    ABLE,
    ENDS,
    LEARNER,
    NEAR,
    NEW,
    STARTS,
    TEACHER,
    asked,
    locked,
    need,
    part,
    person,
    proposal,
)

OWN = proposal(
    need(),
    need("Form", None),
    need("Sign", 0.9, skill="signs"),
    parts=[part("carla", "review", 5), part("dani", SUPPORT, 10, "volunteered")],
)
TELLS = [
    {"ana": TEACHER, "ben": ABLE, "carla": NEW, "dani": LEARNER, "eli": NEAR, "fay": NEAR},
    {"ana": NEW},
    {"ana": NEW},
]
STEPS = (
    "To answer: teamkit allocation agree watch (or decline)",
    "Why not somebody else: teamkit allocation why watch PERSON",
)


def test_for_each_need_who_and_who_else_and_why() -> None:
    found = suggestion(asked(OWN, told=TELLS))

    table = views.suggested(found)

    assert table.rows == (
        ("Map", "main", "ana, 45 %", "level 4"),
        ("Map", "support", "dani, 10 %", "volunteered; learns it from ana; level 1 of 3"),
        ("Map", "review", "carla, 5 %", "agreed"),
        ("Map", "next", "ben", "level 3"),
        ("Map", "next", "eli", "level 2 of 3"),
        ("Form", "", "nobody", "its FTE cannot be read"),
        ("Sign", "main", "nobody", "nobody knows it yet"),
    )
    assert table.notes == (PLANNING, *STEPS)


def test_what_does_not_come_out_even_is_remarked() -> None:
    own = proposal(need(fte=1.0), parts=[part("ana", SUPPORT, 0), part("ben", percent=90)])
    other = proposal(stem="other", parts=[part("ben", percent=20)])

    found = suggestion(asked(own, told=[{"ana": ABLE, "ben": ABLE}], others=[other]))

    told = (
        "Map: 10 % of the 100 % it takes are still open.",
        "ben has 10 % more agreed or locked than a week holds in 2027-02.",
    )
    assert views.remarks(found) == (*told, PLANNING)
    assert views.suggested(found).notes == (*told, PLANNING, *STEPS)
    assert (views.written(found).notes, views.suggested(found).facts["notes"]) == (
        STEPS,
        told,
    )
    assert views.suggested(found).rows == (
        ("Map", "main", "ben, 90 %", "agreed"),
        ("Map", "support", "ana", "agreed"),
    )


def test_a_lock_is_no_agreement() -> None:
    found = suggestion(asked(told=[{"ana": ABLE}], wishes=locked(("ana", MAIN, 0))))

    assert views.suggested(found).rows == (("Map", "main", "ana, 50 %", "locked"),)


def test_a_trade_stands_behind_the_reasons() -> None:
    own = proposal(need(), parts=[part("ben", state="declined")])

    found = suggestion(asked(own, told=[{"ana": ABLE, "ben": TEACHER}]))

    assert views.suggested(found).rows[0][3] == "level 3; ben knows it better, and declined"
    main = views.suggested(found).items[0]["main"]
    assert isinstance(main, dict)
    assert main["traded"] == "ben knows it better, and declined"


def test_programs_get_every_term_by_its_name() -> None:
    found = suggestion(asked(OWN, told=TELLS))

    first, second, _ = views.suggested(found).items
    assert first["support"] == {
        "person": "dani",
        "percent": 10,
        "able": False,
        "level": 1,
        "points": 2 + 3 + LEARNS + OFFERED[SUPPORT],
        "terms": (
            {"name": "wants", "points": 2},
            {"name": "calm", "points": 3},
            {"name": "offered", "points": OFFERED[SUPPORT]},
            {"name": "learns", "points": LEARNS},
        ),
        "free": 90,
        "fullest_month": "2027-02",
        "reasons": ("volunteered", "learns it from ana", "level 1 of 3"),
        "traded": None,
    }
    assert {
        key: first[key] for key in ("title", "skill", "level", "percent", "since", "until", "open")
    } == {
        "title": "Map",
        "skill": "maps",
        "level": 3,
        "percent": 50,
        "since": STARTS,
        "until": ENDS,
        "open": 0,
    }
    assert first["fixed"] == (
        {"person": "carla", "role": "review", "percent": 5, "state": "agreed"},
    )
    assert (first["nobody_because"], second["nobody_because"]) == (None, "its FTE cannot be read")
    assert isinstance(first["alternates"], tuple)
    assert [one["person"] for one in first["alternates"]] == ["ben", "eli", "fay"]


def test_points_of_people_stand_beside_those_of_parts_and_all_is_json() -> None:
    helped = [part("carla", SUPPORT, 10, need=title) for title in ("Map", "Form")]
    own = proposal(need(fte=0.2), need("Form", 0.2), parts=helped)

    table = views.suggested(suggestion(asked(own, told=[{"ana": ABLE, "carla": NEW}])))

    assert table.facts["person_terms"] == ({"person": "ana", "name": "again", "points": -3},)
    assert (table.facts["able_mains"], table.facts["fit"]) == (2, 2 * (6 + 3) - 3)
    assert '"kind": "allocation.suggest"' in programs.as_json(table)


def test_why_is_told_in_sentences_and_as_facts() -> None:
    helped = proposal(need(), parts=[part("carla", SUPPORT, 10)])
    found = suggestion(asked(helped, told=[{"ana": ABLE, "ben": NEAR, "carla": NEW}]))

    shown: Table = views.why(why(found, person("ben")), "ben", "watch")

    told = "Next as main, after ana. Level 2 of 3. If locked: main ben instead of ana. One need"
    assert shown.rows == (
        ("Map", "could be main", f"{told} fewer would have a main person who can do it."),
    )
    (item,) = shown.items
    assert item["difference"] == {"able_mains": -1, "fit": -2}
    assert item["changes"] == (
        {"need_title": "Map", "role": "main", "before": "ana", "after": "ben"},
    )
    assert (shown.facts["proposal"], shown.facts["person"]) == ("watch", "ben")
    assert '"kind": "allocation.why"' in programs.as_json(shown)


def test_a_proposal_without_needs_says_so() -> None:
    found = suggestion(asked(proposal(), told=[{"ana": ABLE}]))

    shown = (views.suggested(found), views.why(why(found, person("ana")), "ana", "watch"))

    assert [(one.rows, one.empty) for one in shown] == [
        ((), "The proposal names no needs yet.")
    ] * 2


def test_answers_are_the_parts_as_they_stand_now() -> None:
    agreed = PartAnswer(Change("x", "y"), "agreed", (part("ana", percent=40),))
    blank = part("ben", "", None, "declined", starts=None, ends=None)
    declined = PartAnswer(Change("x", "y"), "declined", (blank,))

    yes, no = views.answered(agreed, "watch"), views.answered(declined, "watch")

    assert (yes.kind, yes.rows) == (
        "allocation.agree",
        (("Map", "main", "ana", "40 %", "agreed"),),
    )
    assert (no.kind, no.rows) == ("allocation.decline", (("Map", "", "ben", "", "declined"),))
    assert no.facts == {"proposal": "watch"}
    assert no.items == (
        {
            "need_title": "Map",
            "person": "ben",
            "role": None,
            "percent": None,
            "since": None,
            "until": None,
            "state": "declined",
            "line": blank.line,
        },
    )
