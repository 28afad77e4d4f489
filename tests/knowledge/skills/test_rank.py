"""Who knows a skill best, and why."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.facts import Evidence
from teamkit.knowledge.skills.rank import (
    ANSWER_HALF_LIFE,
    CAP,
    EVIDENCE_HALF_LIFE,
    PARTS,
    Knower,
    age,
    freshness,
    rank,
)
from teamkit.people.abilities import Ability

TODAY = date(2026, 12, 1)
ITSELF = {"postgis": 1.0}
TEAM = ("ana", "ben", "carla", "dani")
quick = settings(max_examples=80, deadline=None)


def says(
    person: str, level: int, updated: date | None = TODAY, skill: str = "postgis", line: int = 1
) -> Ability:
    return Ability(person, skill, level, "", updated, "", f"skills/{person}.md", line)


def showed(person: str, part: str, on: date | None = TODAY, line: int = 1) -> Evidence:
    return Evidence(person, part, "PostGIS", frozenset(), on, "notes/x.md", line)


def scores(found: list[Knower]) -> dict[str, float]:
    return {knower.person: round(knower.score, 6) for knower in found}


days = st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31))
abilities = st.lists(
    st.builds(
        says,
        st.sampled_from(TEAM),
        st.integers(0, 4),
        days,
        st.sampled_from(["postgis", "postgres", "tiles"]),
        st.integers(1, 40),
    ),
    max_size=10,
)
pieces = st.lists(
    st.builds(
        showed,
        st.sampled_from(TEAM),
        st.sampled_from([*PARTS, "unheard"]),
        days,
        st.integers(1, 99),
    ),
    max_size=12,
)
CLOSENESS = {"postgis": 1.0, "postgres": 0.3, "tiles": 0.6}


def test_the_score_is_what_the_formula_says() -> None:
    year = TODAY - timedelta(days=EVIDENCE_HALF_LIFE)

    found = rank(
        [says("ana", 3)], [showed("ana", "owns"), showed("ana", "owns", year)], ITSELF, TODAY
    )

    assert found[0].score == pytest.approx(3 + CAP * (1 - 2 ** (-1.5 / CAP)))
    assert [one.worth for one in found[0].shown] == [1.0, 0.5]


def test_an_answer_gets_stale_but_never_below_a_half() -> None:
    half = TODAY - timedelta(days=ANSWER_HALF_LIFE)

    assert [freshness(d, TODAY) for d in (TODAY, half, date(2000, 1, 1), None)] == [
        1,
        0.5,
        0.5,
        0.5,
    ]
    assert 0.5 < freshness(TODAY - timedelta(days=300), TODAY) < 1
    assert freshness(TODAY + timedelta(days=9), TODAY) == 1


def test_evidence_fades() -> None:
    half = TODAY - timedelta(days=EVIDENCE_HALF_LIFE)

    assert [age(d, TODAY) for d in (TODAY, half, None)] == [1, 0.5, 0.5]
    assert age(date(2000, 1, 1), TODAY) < 0.001


def test_the_better_answer_goes_first_and_much_talk_does_not_beat_knowing() -> None:
    talk = [showed("ben", "spoke", line=n) for n in range(200)]

    found = rank([says("ana", 4), says("ben", 2), says("carla", 3)], talk, ITSELF, TODAY)

    assert [knower.person for knower in found] == ["ana", "ben", "carla"]
    assert scores(found)["ben"] < 2 + CAP <= scores(found)["ana"] == 4


def test_a_skill_that_needs_it_or_is_needed_counts_less() -> None:
    answers = [
        says("ana", 4, skill="tiles"),
        says("ben", 4, skill="postgres"),
        says("carla", 2),
        says("dani", 4, skill="sailing"),
    ]

    assert scores(rank(answers, [], CLOSENESS, TODAY)) == {"ana": 2.4, "carla": 2, "ben": 1.2}


def test_the_best_single_answer_counts_and_the_closest_is_named_first() -> None:
    answers = [says("ana", 4, skill="postgres"), says("ana", 1), says("ana", 3, skill="tiles")]

    knower = rank(answers, [], CLOSENESS, TODAY)[0]

    assert knower.score == pytest.approx(1.8)
    assert [a.ability.skill for a in knower.answers] == ["postgis", "tiles", "postgres"]


def test_who_has_only_seen_it_is_not_sent_anybody() -> None:
    assert rank([says("ana", 1), says("ben", 0)], [], ITSELF, TODAY) == []
    assert [k.person for k in rank([says("ana", 1)], [showed("ana", "spoke")], ITSELF, TODAY)] == [
        "ana"
    ]


def test_having_been_there_counts_least_and_names_nobody_by_itself() -> None:
    there = [showed("ana", "present"), showed("ben", "present", line=2)]

    (knower,) = rank([says("ana", 3, date(2020, 1, 1))], there, ITSELF, TODAY)

    assert min(PARTS, key=lambda part: PARTS[part]) == "present"
    assert (knower.person, knower.spoken, knower.last) == ("ana", (), date(2020, 1, 1))
    assert knower.score > 1.5


def test_evidence_counts_as_far_as_it_fits() -> None:
    pieces = [showed("ana", "owns"), showed("ben", "owns")]

    found = rank([], pieces, ITSELF, TODAY, {pieces[0]: 0.25})

    assert [(k.person, k.shown[0].worth) for k in found] == [("ben", 1.0), ("ana", 0.25)]


def test_ties_go_to_the_last_sign_then_by_handle() -> None:
    old, new = date(2020, 1, 1), date(2021, 1, 1)

    found = rank(
        [says(p, 3, d) for p, d in (("ben", old), ("ana", old), ("dani", new))], [], ITSELF, TODAY
    )

    assert [knower.person for knower in found] == ["dani", "ana", "ben"]
    assert [knower.last for knower in found] == [new, old, old]
    assert rank([says("ana", 3, None)], [], ITSELF, TODAY)[0].last is None


@quick
@given(abilities, pieces, st.sampled_from([*PARTS]), days, st.sampled_from(TEAM))
def test_a_document_that_names_only_one_person_never_lowers_that_person(
    answers: list[Ability], shown: list[Evidence], part: str, on: date | None, person: str
) -> None:
    before = [k.person for k in rank(answers, shown, CLOSENESS, TODAY)]

    after = [k.person for k in rank(answers, [*shown, showed(person, part, on)], CLOSENESS, TODAY)]

    if person in before:
        assert after.index(person) <= before.index(person)
    assert [p for p in after if p != person] == [p for p in before if p != person]


@quick
@given(abilities, pieces)
def test_what_is_dated_after_the_day_of_asking_is_not_used(
    answers: list[Ability], shown: list[Evidence]
) -> None:
    known = [piece for piece in shown if piece.on is None or piece.on <= TODAY]

    assert rank(answers, shown, CLOSENESS, TODAY) == rank(answers, known, CLOSENESS, TODAY)


@quick
@given(abilities, pieces, st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(
    answers: list[Ability], shown: list[Evidence], chance: random.Random
) -> None:
    other_answers, other_shown = answers[:], shown[:]
    chance.shuffle(other_answers)
    chance.shuffle(other_shown)

    one = rank(answers, shown, CLOSENESS, TODAY)
    other = rank(other_answers, other_shown, CLOSENESS, TODAY)

    assert [(k.person, scores([k]), k.last) for k in one] == [
        (k.person, scores([k]), k.last) for k in other
    ]


@quick
@given(abilities, pieces)
def test_scores_go_down_and_evidence_never_passes_its_cap(
    answers: list[Ability], shown: list[Evidence]
) -> None:
    found = rank(answers, shown, CLOSENESS, TODAY)

    values = [round(knower.score, 9) for knower in found]
    assert values == sorted(values, reverse=True)
    best = {k.person: max((a.worth for a in k.answers), default=0.0) for k in found}
    assert all(best[k.person] <= k.score <= best[k.person] + CAP for k in found)
