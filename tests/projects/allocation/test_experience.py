"""Beliefs about what everybody brings to a need: answers, evidence, what they did before."""

from collections.abc import Sequence
from datetime import date

import pytest

from teamkit.facts import Evidence, Offer
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.projects.allocation.experience import ExperienceSources, skills_of, standings
from teamkit.projects.allocation.score import Experience
from teamkit.projects.proposals.model import ProposalNeed
from tests.projects.allocation.made import TODAY, need, part, person, proposal

CATALOG = Catalog(
    {
        "vector-tiles": Skill("vector-tiles", "Vector tiles", ("mvt",), ("maps",), "frontend"),
        "maps": Skill("maps", "Maps", field="frontend"),
        "data": Skill("data", "Data"),
    }
)
PEOPLE = (person("ana", areas=("frontend",)), person("ben"), person("carla"))
TILES = need(skill="mvt")


def row(handle: str, skill: str, level: int, want: str = "", updated: date = TODAY) -> Ability:
    return Ability(handle, skill, level, want, updated, "", f"skills/{handle}.md", 1)


def shown(handle: str, about: str = "mvt", on: date | None = TODAY, **more: object) -> Evidence:
    skills = frozenset(["vector-tiles"]) if more.get("tagged") else frozenset[str]()
    part_ = "present" if more.get("silent") else "presented"
    return Evidence(handle, part_, about, skills, on, "notes/a.md", 1)


def offer(stem: str = "maps", owner: str = "", who: tuple[str, ...] = (), tag: str = "x") -> Offer:
    return Offer(
        need=stem,
        title="Maps",
        status="owned",
        owner=owner,
        solution="",
        when="",
        low=None,
        high=None,
        basis="",
        jobs=0,
        is_measured=False,
        risks=(),
        who=who,
        skills=(),
        tags=(tag,),
        path=f"solutions/{stem}.md",
        line=1,
    )


def sources(
    rows: Sequence[Ability] = (),
    evidence: Sequence[Evidence] = (),
    offers: Sequence[Offer] = (),
) -> ExperienceSources:
    return ExperienceSources(
        CATALOG, rows, lambda _: evidence, offers, ("backend", "frontend", "ops")
    )


def of(
    handle: str,
    own: ProposalNeed = TILES,
    rows: Sequence[Ability] = (),
    evidence: Sequence[Evidence] = (),
    offers: Sequence[Offer] = (),
) -> Experience:
    (found,) = standings(proposal(own), PEOPLE, sources(rows, evidence, offers), TODAY)
    return found[handle]


def test_everybody_stands_somewhere_in_every_need() -> None:
    own = proposal(need(skill="mvt", level=2), need("Run", skill="", level=3))
    rows = [row("ana", "vector-tiles", 3, "more")]

    found = standings(own, PEOPLE, sources(rows), TODAY)

    nothing = Experience(None, 2)
    assert found == [
        {
            "ana": Experience(3, 2, knows=6, want="more", in_area=True),
            "ben": nothing,
            "carla": nothing,
        },
        {handle: Experience(None, None) for handle in ("ana", "ben", "carla")},
    ]


@pytest.mark.parametrize("name", ["mvt", "MVT", "vector-tiles", "Vector tiles", " vector_tiles ;"])
def test_the_name_of_a_skill_changes_nothing(name: str) -> None:
    rows = [row("ana", "vector-tiles", 3), row("ben", "maps", 4)]
    pieces = [shown("ben", "Vector-Tiles at night"), shown("carla", "mvt")]

    called = [of(handle, need(skill=name), rows, pieces) for handle in ("ana", "ben", "carla")]

    assert called == [of(handle, TILES, rows, pieces) for handle in ("ana", "ben", "carla")]


def test_a_skill_that_no_catalog_has_is_compared_as_written() -> None:
    rows = [row("ana", "Basket weaving", 4)]

    assert of("ana", need(skill="basket-weaving"), rows).level == 4
    assert skills_of(need(skill="Basket weaving, mvt ;vector tiles,"), CATALOG) == (
        "Basket weaving",
        "vector-tiles",
    )


def test_a_need_that_says_no_level_asks_for_somebody_who_can_do_it_alone() -> None:
    assert of("ana", need(skill="mvt", level=None)).asked == 3
    assert of("ana", need(skill="mvt", level=0)).asked == 0
    assert of("ana", need(skill="", level=4)).asked is None


def test_of_several_skills_the_weakest_counts() -> None:
    both = need(skill="mvt, data")
    rows = [
        row("ana", "vector-tiles", 4, "more"),
        row("ana", "data", 2, "less"),
        row("ben", "data", 4),
        row("carla", "vector-tiles", 1, "keep"),
        row("carla", "data", 3, "more"),
    ]

    found = [of(handle, both, rows) for handle in ("ana", "ben", "carla")]

    assert [(one.level, one.knows, one.want) for one in found] == [
        (2, 4, "less"),
        (None, 0, ""),
        (1, 0, "more"),
    ]


def test_evidence_counts_by_its_words_and_its_tags() -> None:
    pieces = [
        shown("ana", "A map with MVT, twice"),
        shown("ana", "something else", tagged=True),
        shown("ben", "mvtx and vector"),
        shown("carla", silent=True),
    ]

    found = [of(handle, TILES, (), pieces) for handle in ("ana", "ben", "carla")]

    assert [(one.shown, one.knows > 0) for one in found] == [(2, True), (0, False), (0, False)]
    assert of("ana", TILES, [row("ana", "vector-tiles", 4)], pieces).knows == 10


def test_evidence_after_today_is_not_used() -> None:
    tomorrow = [shown("ana", on=date(2026, 12, 2))]

    assert of("ana", evidence=tomorrow) == of("ana")
    assert of("ana", evidence=[shown("ana", on=None)]).shown == 1


def test_an_old_answer_and_a_skill_that_is_near_say_less() -> None:
    rows = [row("ana", "vector-tiles", 4, updated=date(2020, 1, 1)), row("ben", "maps", 4)]

    assert [of(handle, TILES, rows).knows for handle in ("ana", "ben")] == [4, 2]
    assert of("ben", TILES, rows).level is None


def test_whoever_is_not_asked_says_nothing() -> None:
    rows, pieces = [row("goran", "vector-tiles", 4)], [shown("goran")]

    found = standings(proposal(TILES), PEOPLE[:1], sources(rows, pieces), TODAY)

    assert found == [{"ana": Experience(None, 3, in_area=True)}]


def test_who_had_to_do_with_it_before_by_what_weighs_most() -> None:
    linked = need(skill="mvt", solution="maps")
    offers = [offer(owner="ben", who=("ana", "ben", "carla")), offer("else", "ana", ("ana",))]
    agreed = part("carla", need="MAP")
    own = proposal(linked, parts=[agreed, part("ana", state="suggested"), part("ana", need="Run")])

    (found,) = standings(own, PEOPLE, sources(offers=offers), TODAY)

    assert {handle: one.before for handle, one in found.items()} == {
        "ana": "named",
        "ben": "owns",
        "carla": "agreed",
    }
    assert of("ben", TILES, offers=[offer("", owner="ben")]).before == ""
    assert of("ana", linked, offers=[offer()]).before == ""


def test_a_need_belongs_to_areas_by_its_skill_the_proposal_and_the_tags_of_its_solution() -> None:
    people = [person("ana", areas=("backend", "guild")), person("ben", areas=("ops",)), PEOPLE[2]]
    linked = need(skill="data", solution="maps")
    told = sources(offers=[offer(tag="ops"), offer("else", tag="backend")])

    (found,) = standings(proposal(linked), people, told, TODAY)
    (other,) = standings(proposal(need(skill=""), areas="backend, guild"), people, told, TODAY)

    assert [found[handle].in_area for handle in ("ana", "ben", "carla")] == [False, True, False]
    assert [other[handle].in_area for handle in ("ana", "ben", "carla")] == [True, False, False]


def test_nobody_is_asked_for_evidence_without_a_skill() -> None:
    asked: list[Sequence[str]] = []

    def evidence(words: Sequence[str]) -> Sequence[Evidence]:
        asked.append(words)
        return ()

    told = sources()._replace(evidence=evidence)

    standings(proposal(need(skill="")), PEOPLE, told, TODAY)
    standings(proposal(TILES), PEOPLE, told, TODAY)

    assert asked == [["mvt", "vector tiles", "vector-tiles"]]
