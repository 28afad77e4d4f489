"""Who can be asked about what people wrote."""

import random
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamkit.facts import Evidence
from teamkit.knowledge.skills import by_words
from teamkit.knowledge.skills.by_words import FoundByWords, ask, skills_in
from teamkit.knowledge.skills.rank import CAP, NAMED, PARTS, rank
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.store.search import Passage

TODAY = date(2026, 12, 1)
TEAM = ("ana", "ben", "carla", "dani")
quick = settings(max_examples=40, deadline=None)


def wrote(
    title: str, parts: Mapping[str, str], /, on: date | None = TODAY, at: str = "x"
) -> Passage:
    """A passage of that title in which each of *parts* did something."""
    shown = tuple(
        Evidence(who, part, title, frozenset(), on, at, line)
        for line, (who, part) in enumerate(parts.items(), 1)
    )
    return Passage(at, 1, title, "", on, shown)


def order(asked: FoundByWords) -> list[str]:
    return [knower.person for knower in asked.knowers]


passages = st.lists(
    st.builds(
        lambda title, on, parts: wrote(title, parts, on, f"{title}-{on}"),
        st.sampled_from(["large uploads", "uploads", "large boats", "boats at night", "tides"]),
        st.none() | st.dates(date(2024, 1, 1), date(2027, 12, 31)),
        st.dictionaries(st.sampled_from(TEAM), st.sampled_from([*PARTS]), max_size=3),
    ),
    max_size=8,
)


def test_each_is_credited_by_their_part() -> None:
    parts = {"ana": "present", "ben": "spoke", "carla": "presented", "dani": "acted"}

    named = order(ask("uploads", [wrote("Uploads", parts)], TODAY))

    assert named == ["carla", "dani", "ben"]  # who was only there is nobody to ask


def test_the_worth_is_part_times_age_times_fit() -> None:
    passage = wrote("Uploads", {"ana": "owns"}, on=TODAY - timedelta(days=365))

    asked = ask("uploads", [passage], TODAY, among=50)

    (found,) = asked.found
    assert 0 < found.fit < 1
    assert asked.knowers[0].shown[0].worth == pytest.approx(0.5 * found.fit)
    assert asked.knowers[0].score == pytest.approx(CAP * (1 - 2 ** (-0.5 * found.fit / CAP)))


def test_the_strongest_part_in_a_passage_counts_once() -> None:
    many = Passage("x", 1, "Uploads", "", TODAY, tuple(
        Evidence("ana", part, "Uploads", frozenset(), TODAY, "x", line)
        for line, part in enumerate(("spoke", "owns", "owns", "present"), 1)
    ))  # fmt: skip

    (shown,) = ask("uploads", [many], TODAY).knowers[0].shown

    assert (shown.evidence.part, shown.evidence.line) == ("owns", 2)


def test_lately_beats_long_ago_and_the_better_fit_beats_the_worse() -> None:
    old, new = TODAY - timedelta(days=900), TODAY - timedelta(days=30)
    found = [
        wrote("Large uploads", {"ana": "presented"}, on=old, at="a"),
        wrote("Large uploads", {"ben": "presented"}, on=new, at="b"),
        wrote("Large boats", {"carla": "presented"}, on=new, at="c"),
    ]

    assert order(ask("large uploads", found, TODAY, among=100)) == ["ben", "carla", "ana"]


def test_one_of_two_words_is_enough_and_one_of_three_is_not() -> None:
    passage = wrote("Uploads", {"ana": "owns"})

    assert order(ask("uploads monthly", [passage], TODAY, among=100)) == ["ana"]
    assert ask("quantum uploads monthly", [passage], TODAY, among=100) == FoundByWords((), (), ())


@pytest.mark.parametrize("words", ["quantum", "", "!?"])
def test_nobody_is_better_than_a_guess(words: str) -> None:
    assert ask(words, [wrote("Uploads", {"ana": "owns"})], TODAY) == FoundByWords((), (), ())


def test_having_been_there_alone_names_nobody() -> None:
    assert (
        order(ask("uploads", [wrote("Uploads", {"ana": "present", "ben": "present"})], TODAY)) == []
    )


def test_members_alone_are_named_and_want_to_learn() -> None:
    piece = Evidence("carla", "wants", "Uploads", frozenset(), TODAY, "x", 5)
    passage = wrote("Uploads", {"ana": "owns", "ben": "owns"})
    passage = passage._replace(wanting=(piece, piece._replace(person="ana")))

    asked = ask("uploads", [passage], TODAY, members={"ben", "carla"})

    assert (order(asked), asked.wanting) == (["ben"], (piece,))


def test_rows_of_a_skill_that_is_named_count_less_than_for_the_skill() -> None:
    row = Ability("ben", "css", 4, "", TODAY, "", "skills/ben.md", 3)

    asked = ask("css boats", [wrote("Boats", {})], TODAY, among=100, abilities=[row], named=["css"])

    assert [(k.person, k.score) for k in asked.knowers] == [("ben", 4 * NAMED)]


def test_so_many_passages_count_and_no_more() -> None:
    many = [wrote("Uploads", {"ana": "spoke"}, at=str(n)) for n in range(by_words.MOST + 20)]

    assert len(ask("uploads", many, TODAY).found) == by_words.MOST


def test_a_skill_stands_among_words_by_any_name() -> None:
    words = Catalog({"css": Skill("css", "CSS", ("style sheets",)), "go": Skill("go", "Go")})

    assert skills_in(words, "Style-sheets for boats that Go") == ("css", "go")
    assert skills_in(words, "cssx, gone") == ()


@quick
@given(passages, st.sampled_from(["large uploads", "boats", "tides at night"]))
def test_what_is_dated_after_the_day_of_asking_is_not_used(
    given_: list[Passage], words: str
) -> None:
    known = [one for one in given_ if one.on is None or one.on <= TODAY]

    assert ask(words, given_, TODAY) == ask(words, known, TODAY)


@quick
@given(passages, st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(given_: list[Passage], chance: random.Random) -> None:
    unlike = list({one.path: one for one in given_}.values())
    other = unlike[:]
    chance.shuffle(other)

    assert ask("large uploads", unlike, TODAY) == ask("large uploads", other, TODAY)


@quick
@given(passages, st.dictionaries(st.sampled_from(TEAM), st.floats(0, 1)), st.sampled_from(TEAM))
def test_with_weights_held_fixed_a_document_about_one_person_never_lowers_that_person(
    given_: list[Passage], weights: dict[str, float], person: str
) -> None:
    pieces = [piece for one in given_ for piece in one.shown]
    fits = {piece: weights.get(piece.person, 0.5) for piece in pieces}
    one = wrote("large uploads", {person: "spoke"}, at="new").shown[0]
    before = [k.person for k in rank((), pieces, {}, TODAY, fits)]

    after = [k.person for k in rank((), [*pieces, one], {}, TODAY, {**fits, one: 0.3})]

    assert person in after
    assert person not in before or after.index(person) <= before.index(person)


@quick
@given(passages)
def test_a_name_written_as_an_alias_changes_nothing(given_: list[Passage]) -> None:
    people = Directory({h: Person(h, h.title(), aliases=(f"{h}!",)) for h in TEAM})

    renamed = [
        one._replace(
            shown=tuple(p._replace(person=people.resolve(f"{p.person}!")) for p in one.shown)
        )
        for one in given_
    ]

    assert ask("large uploads", renamed, TODAY) == ask("large uploads", given_, TODAY)
