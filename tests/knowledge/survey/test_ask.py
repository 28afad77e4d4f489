from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.knowledge.survey import ask
from teamkit.knowledge.survey.ask import SETTLED, SurveyQuestion
from tests.knowledge.survey.made import ALL, NOW, VOCABULARY, row

FRESH = NOW - timedelta(days=10)
MEDIUM = NOW - timedelta(days=200)
OLD = NOW - timedelta(days=400)


def skills(found: list[SurveyQuestion]) -> list[str]:
    return [question.skill for question in found]


def test_what_was_never_answered_is_asked_those_of_ones_own_fields_first() -> None:
    found = ask.questions(VOCABULARY, ALL, [row("docker", 3, FRESH)], {}, NOW, areas=["frontend"])

    assert skills(found) == ["css", "postgres", "postgis"]
    assert [question.because for question in found] == [(), (), ()]


def test_a_fresh_answer_is_left_in_peace_whatever_the_demand() -> None:
    own = [row(skill, 2, FRESH) for skill in ALL]

    assert ask.questions(VOCABULARY, ALL, own, {"css": "2 solutions need it"}, NOW) == []


def test_an_answer_in_demand_is_asked_again_after_three_months() -> None:
    own = [row(skill, 2, MEDIUM) for skill in ALL]

    found = ask.questions(VOCABULARY, ALL, own, {"css": "2 solutions need it"}, NOW)

    reason = "it is in demand: 2 solutions need it"
    assert found == [SurveyQuestion("css", "CSS", own[3], (reason,), worth=3)]


def test_old_and_undated_answers_are_asked_again() -> None:
    own = [
        row("postgres", 2, OLD),
        row("postgis", 2),
        row("docker", 1, MEDIUM),
        row("css", 1, FRESH),
    ]

    found = ask.questions(VOCABULARY, ALL, own, {}, NOW)

    assert [(one.skill, one.because) for one in found] == [
        ("postgis", ("no day says when that was",)),
        ("postgres", ("that is more than 12 months ago",)),
    ]


def test_what_changed_nearby_is_asked_in_both_directions() -> None:
    later = [row("postgres", 3, FRESH), row("postgis", 1, MEDIUM)]
    needed = [row("postgres", 3, MEDIUM), row("postgis", 1, FRESH)]
    scope = ("postgres", "postgis")

    assert [
        (one.skill, one.because)
        for own in (later, needed)
        for one in ask.questions(VOCABULARY, scope, own, {}, NOW)
    ] == [
        ("postgis", ("PostgreSQL has changed since",)),
        ("postgres", ("PostGIS has changed since",)),
    ]


def test_what_was_answered_in_this_round_is_not_asked_twice() -> None:
    own = [row(skill, 2, OLD) for skill in ALL]

    assert ask.questions(VOCABULARY, ALL, own, {}, NOW, since=OLD) == []


def test_the_reasons_add_up() -> None:
    own = [row("postgres", 3, FRESH), row("postgis", 1, OLD), row("docker", 1, OLD)]

    found = ask.questions(VOCABULARY, ALL, own, {"postgis": "x"}, NOW)

    assert [(one.skill, one.worth) for one in found] == [("postgis", 6), ("css", 1), ("docker", 1)]


def test_everything_is_in_the_order_of_the_scope_and_the_first_row_counts() -> None:
    own = [row("css", 1, FRESH), row("css", 4, OLD)]

    found = ask.everything(VOCABULARY, ("css", "docker"), own)

    assert found == [SurveyQuestion("css", "CSS", own[0]), SurveyQuestion("docker", "Docker", None)]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*ALL, "of my own"]),
            st.integers(0, 4),
            st.none() | st.dates(date(2020, 1, 1), NOW),
        )
    ),
    st.dictionaries(st.sampled_from(ALL), st.just("x")),
)
def test_each_skill_at_most_once_and_never_a_settled_one(
    told: list[tuple[str, int, date | None]], demand: dict[str, str]
) -> None:
    own = [row(skill, level, day) for skill, level, day in told]

    found = ask.questions(VOCABULARY, (*ALL, "of my own"), own, demand, NOW)

    assert len(skills(found)) == len({*skills(found)})
    worths = [one.worth for one in found]
    assert worths == sorted(worths, reverse=True)
    for one in found:
        day = one.last.updated if one.last else None
        assert day is None or day < NOW - SETTLED
        assert one.last is None or day is None or one.because
        assert not (one.because == () and day and day > NOW - timedelta(days=365))


def test_the_team_says_how_long_an_answer_stays_fresh() -> None:
    own = [row("css", 2, NOW - timedelta(days=100))]

    found = ask.questions(VOCABULARY, ["css"], own, {}, NOW, stale_after="3 months")

    assert [(one.skill, one.because) for one in found] == [
        ("css", ("that is more than 3 months ago",))
    ]
    assert ask.questions(VOCABULARY, ["css"], own, {}, NOW, stale_after="4 months") == []
