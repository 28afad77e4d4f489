"""Who knows a skill, and who can be asked about anything else."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.errors import NobodyKnowsError, UnknownError
from teamkit.facts import Evidence
from teamkit.knowledge.skills.who_knows import Sources, WhoKnows, who_knows
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store.search import Passage

TODAY = date(2026, 12, 1)
WORDS = Catalog(
    {
        "postgres": Skill("postgres", "PostgreSQL", ("psql",), (), "data"),
        "postgis": Skill("postgis", "PostGIS", ("geo postgres",), ("postgres",), "data"),
        "tiles": Skill("tiles", "Vector tiles", ("mvt",), ("postgis",), "data"),
        "wasm": Skill("wasm", "WebAssembly", (), (), "frontend"),
        "css": Skill("css", "CSS", (), (), "frontend"),
    }
)
PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana", away=((date(2026, 12, 1), date(2026, 12, 4)),)),
        "ben": Person("ben", "Ben"),
        "carla": Person("carla", "Carla"),
        "gil": Person("gil", "Gil", left=date(2026, 11, 30)),
        "hana": Person("hana", "Hana", joined=date(2027, 1, 4)),
    }
)


def says(person: str, skill: str, level: int, want: str = "") -> Ability:
    return Ability(person, skill, level, want, TODAY, "", f"skills/{person}.md", 1)


def showed(person: str, about: str, *skills: str, on: date = TODAY) -> Evidence:
    return Evidence(person, "owns", about, frozenset(skills), on, "solutions/x.md", 3)


def sources(
    answers: Sequence[Ability], pieces: Sequence[Evidence] = (), passages: Sequence[Passage] = ()
) -> Sources:
    """What is there, whatever is asked for."""
    return Sources(lambda _: answers, lambda _: pieces, lambda _: (passages, 100))


def asked(topic: str, answers: Sequence[Ability], *pieces: Evidence) -> WhoKnows:
    return who_knows(WORDS, PEOPLE, topic, TODAY, sources(answers, pieces))


def wrote(who: str, title: str, *wanting: str, part: str = "presented") -> Passage:
    path = f"topics/{who}.md"
    piece = Evidence(who, part, title, frozenset(), TODAY, path, 3)
    wants = tuple(piece._replace(person=person, part="wants", line=5) for person in wanting)
    return Passage(path, 2, title, "", TODAY, (piece,), wants)


def in_words(
    topic: str, *passages: Passage, answers: Sequence[Ability] = ()
) -> tuple[list[str], list[str]]:
    """Who can be asked, and who wants to learn."""
    found = who_knows(WORDS, PEOPLE, topic, TODAY, sources(answers, passages=passages))
    return order(found), [one.person for one in found.learners]


def order(found: WhoKnows) -> list[str]:
    return [knower.person for knower in found.knowers]


def test_the_best_comes_first_and_who_is_away_is_marked() -> None:
    found = asked("postgis", [says("ana", "postgis", 4), says("ben", "postgis", 3)])

    assert (found.skill, found.title, order(found)) == ("postgis", "PostGIS", ["ana", "ben"])
    assert found.away == {"ana": date(2026, 12, 4)}
    assert found.next_one is not None
    assert found.next_one.person == "ben"


def test_nobody_is_next_where_nobody_else_is_there() -> None:
    found = asked("postgis", [says("ben", "postgis", 4), says("ana", "postgis", 3)])

    assert (order(found), found.next_one) == (["ben", "ana"], None)


def test_who_has_left_or_not_come_yet_is_not_named() -> None:
    answers = [says(who, "postgis", 4, "more") for who in ("gil", "hana", "ben", "guest")]

    found = asked("postgis", answers, showed("gil", "PostGIS"), showed("guest", "PostGIS"))

    assert (order(found), [a.person for a in found.learners]) == (["ben"], ["ben"])


def test_who_wants_more_of_it_learns_it() -> None:
    answers = [
        says("ana", "postgis", 4, "keep"),
        says("ben", "postgis", 1, "more"),
        says("carla", "postgres", 2, "more"),
    ]

    assert [a.person for a in asked("postgis", answers).learners] == ["ben"]


def test_what_it_needs_and_what_needs_it_widen_the_search() -> None:
    answers = [says("ana", "postgres", 4), says("ben", "tiles", 4), says("carla", "css", 4)]

    assert order(asked("postgis", answers)) == ["ben", "ana"]


@pytest.mark.parametrize("about", ["PostGIS at scale", "Why geo-postgres?", "the postgis, again"])
def test_evidence_counts_under_a_heading_that_names_the_skill(about: str) -> None:
    assert order(asked("postgis", [], showed("ben", about))) == ["ben"]


def test_evidence_counts_where_the_skill_is_named_outright() -> None:
    assert order(asked("postgis", [], showed("ben", "Maps", "postgis"))) == ["ben"]


@pytest.mark.parametrize("about", ["Postgisters", "Tiles", ""])
def test_other_words_are_no_evidence(about: str) -> None:
    with pytest.raises(NobodyKnowsError):
        asked("postgis", [], showed("ben", about, "tiles"))


def test_what_may_matter_alone_is_asked_for() -> None:
    words: list[Sequence[str]] = []

    def told(given: Sequence[str]) -> list[Any]:
        words.append(given)
        return [says("ben", "postgis", 3)] if len(words) == 1 else []

    who_knows(WORDS, PEOPLE, "PostGIS", TODAY, Sources(told, told, lambda _: ([], 0)))

    assert words == [
        [name for slug in ("postgres", "tiles", "postgis") for name in WORDS.names(slug)],
        ["geo postgres", "postgis"],
    ]


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(WORDS.names("postgis")))
def test_an_alias_changes_nothing(chance: random.Random, name: str) -> None:
    answers = [
        says(who, chance.choice(["postgis", "postgres", "tiles"]), chance.randint(2, 4))
        for who in ("ana", "ben", "carla")
    ]
    pieces = [showed(chance.choice(["ana", "ben"]), "PostGIS") for _ in range(3)]

    assert asked(name, answers, *pieces) == asked("postgis", answers, *pieces)


def test_nobody_is_said_with_the_closest_skills() -> None:
    with pytest.raises(NobodyKnowsError) as refusal:
        asked("wasm", [])

    assert refusal.value.message == "Nobody is known to know 'WebAssembly'."
    assert refusal.value.hint == "Closest to it: css"


def test_an_unknown_skill_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownError) as refusal:
        asked("postgys", [])

    assert refusal.value.hint is not None
    assert refusal.value.hint.startswith("Did you mean: postgis")


def test_a_skill_that_only_stands_in_a_table_is_one() -> None:
    assert asked("RUST", [says("ben", "Rust", 4)]).skill == "Rust"
    with pytest.raises(UnknownError) as refusal:
        asked("rsut", [says("ben", "Rust", 4)])
    assert refusal.value.hint == "Did you mean: Rust?"


# ---- free words -------------------------------------------------------------------------------


def test_words_that_are_no_skill_find_who_wrote_of_them() -> None:
    told = in_words("large uploads", wrote("ben", "Large uploads", "carla", "gil", "ben"))

    assert told == (["ben"], ["carla"])


def test_a_skill_among_the_words_counts_too() -> None:
    answers = [says("carla", "css", 4), says("ana", "css", 1, "more"), says("ben", "wasm", 4)]

    told = in_words("CSS for boats", wrote("ben", "Boats and CSS"), answers=answers)

    assert told == (["carla", "ben"], ["ana"])


def test_who_was_only_there_is_nobody_to_ask() -> None:
    with pytest.raises(NobodyKnowsError) as refusal:
        in_words("large uploads", wrote("ben", "Large uploads", part="present"))

    assert refusal.value.message == "Nobody is known to know 'large uploads'."


def test_who_has_left_is_not_asked_about_what_they_wrote() -> None:
    with pytest.raises(NobodyKnowsError):
        in_words("large uploads", wrote("gil", "Large uploads"))


def test_words_without_any_find_the_skill_that_stands_among_them() -> None:
    with pytest.raises(UnknownError) as refusal:
        in_words("quantum css")

    assert refusal.value.hint == "Did you mean: css?"


def test_a_word_close_to_a_skill_is_answered_with_that_skill_beside_it() -> None:
    given = sources([], passages=[wrote("ben", "Postgisers")])

    found = who_knows(WORDS, PEOPLE, "postgiser", TODAY, given)

    assert (order(found), found.skill, found.near[0]) == (["ben"], "", "postgis")


@pytest.mark.parametrize("word", ["xyzzy", "!?", ""])
def test_a_word_that_nobody_wrote_is_no_skill(word: str) -> None:
    with pytest.raises(UnknownError) as refusal:
        in_words(word)

    assert refusal.value.hint == "See: teamkit skills list"
