"""Beliefs about the page of a pack, as somebody reads it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from teamkit.facts import Offer, Risk
from teamkit.people.abilities import Ability
from teamkit.people.catalog import Catalog, Skill
from teamkit.people.directory import Directory
from teamkit.people.person import Person
from teamkit.projects.proposals.pack import Pack, pack
from teamkit.projects.proposals.pack_page import Audience, page, title
from teamkit.projects.proposals.skills_needed import staffing
from tests.projects.proposals.made import proposal

TODAY = date(2026, 12, 1)
CATALOG = Catalog({"mvt": Skill("mvt", "Vector tiles"), "sql": Skill("sql", "SQL")})
PEOPLE = Directory(
    {
        "ana": Person("ana", "Ana Ferrándiz"),
        "ben": Person("ben", "Ben Oakhurst"),
        "eli": Person("eli", "Eli Mirabent", left=date(2027, 2, 1)),
        "hana": Person("hana", "Hana Dvorská", left=date(2026, 11, 30)),
    }
)
NIGHTLY = Offer(
    need="map", title="Show a map", status="trying", owner="ana", solution="Tiles at night",
    when="it changes once a day", low=5.0, high=9.0, basis="4 jobs", jobs=4, is_measured=True,
    risks=(
        Risk("it fails unseen", 1, 4, ("look at it in the morning",)),
        Risk("names are dropped", 0, 4),
    ),
    who=("ben", "hana", "zoe"), skills=(), tags=(), path="solutions/map.md", line=9,
)  # fmt: skip
ONCE = NIGHTLY._replace(
    solution="Tiles at once", when="", low=0.5, high=0.5, basis="stated 4 h; no job yet", jobs=0,
    is_measured=False, risks=(Risk("slow", 0, 0),), who=(), line=10,
)  # fmt: skip
MISSING = NIGHTLY._replace(
    need="pigeons", title="Send pigeons", status="missing", owner="", solution="", when="",
    low=None, high=None, basis="", risks=(), who=(), path="solutions/pigeons.md", line=2,
)  # fmt: skip
WATCH = """\
---
title: Wreck watch
status: lead
owner: ana
starts: 2027-01-11
ends: 2027-02-26
probability: 30
---

## Needs

| Need | Skill | Level | FTE | From | To | Solution |
| --- | --- | --- | --- | --- | --- | --- |
| Tide map | mvt | 3 | 0.5 |  |  | [Map](../solutions/map.md) |
| Small map | mvt |  | 1 |  | soon | [Tiles at once](../solutions/map.md) |
| Pigeons | sql | 4 |  |  |  | [Pigeons](../solutions/pigeons.md) |
| Boats |  |  |  |  |  | boats |
"""


def own(person: str, skill: str, level: int, want: str = "") -> Ability:
    return Ability(person, skill, level, want, None, "", f"skills/{person}.md", 3)


ABILITIES = (
    own("ana", "mvt", 4),
    own("eli", "mvt", 3),
    own("ben", "mvt", 1, "more"),
    own("ana", "sql", 2, "more"),
    own("ben", "sql", 3, "more"),
)


def made(text: str = WATCH) -> Pack:
    found = proposal(text)
    people = staffing(found, CATALOG, PEOPLE, ABILITIES, TODAY)
    return pack(found, (NIGHTLY, ONCE, MISSING), None, people)


FOUND = made()


def told(text: str = WATCH, path: str = "") -> str:
    return page(made(text), Audience(PEOPLE, CATALOG, TODAY, path))


def section(text: str, name: str) -> list[str]:
    """The lines below that heading that are not blank."""
    below = text.split(f"# {name}\n", 1)[1].split("\n#", 1)[0]
    return [line for line in below.split("\n") if line]


def test_it_says_in_short_what_it_comes_to() -> None:
    assert told().split("\n")[:9] == [
        "Lead, 2027-01-11 to 2027-02-26, owner Ana Ferrándiz, 30 % likely.",
        "",
        "## In short",
        "",
        (
            "- The 2 needs with a known time take 7.3 working days or less in half of all cases "
            "(P50), 9.6 or less in four of five (P80)."
        ),
        "- Most of the spread comes from Tide map (99 % of the variance): look there first.",
        "- Not in these numbers, because nobody has said how long it takes: Pigeons; Boats.",
        "- Nobody, or one person only, can do: Vector tiles 3, SQL 4 (see Gaps).",
        "",
    ]


def test_each_need_has_its_solution_time_risks_and_people() -> None:
    assert section(told(), "Tide map") == [
        "- Solution: Tiles at night ([Show a map](solutions/map.md); trying)",
        "- Use it when: it changes once a day",
        "- Time: 5-9 d (4 jobs)",
        (
            "- Risk: it fails unseen (happened in 1 of 4 jobs). What we learnt: look at it in the "
            "morning"
        ),
        "- Risk: names are dropped (never in 4 jobs)",
        "- Other solutions: Tiles at once",
        "- Ask: Ana Ferrándiz, Ben Oakhurst, zoe",
    ]


def test_one_number_says_that_it_became_a_range() -> None:
    assert section(told(), "Small map") == [
        "- Solution: Tiles at once ([Show a map](solutions/map.md); trying)",
        "- Time: 3.2-6.4 h (stated 4 h; no job yet; one number, made a range)",
        "- Risk: slow (no job on record yet)",
        "- Other solutions: Tiles at night",
        "- Ask: Ana Ferrándiz",
    ]


def test_what_is_missing_says_so() -> None:
    assert section(told(), "Pigeons") == [
        "- Solution: none yet ([Send pigeons](solutions/pigeons.md); missing)",
        "- Time: nobody has said how long it takes.",
    ]
    assert section(told(), "Boats") == [
        "- Solution: there is no solutions page 'boats', so nothing is known of time and risks."
    ]


def test_the_numbers_show_what_they_were_made_from() -> None:
    assert section(told(), "Time")[1:] == [
        "| Need | P20 | P80 | Of the variance | From |",
        "| --- | ---: | ---: | ---: | --- |",
        "| Tide map | 5 | 9 | 99 % | 4 jobs |",
        "| Small map | 0.4 | 0.8 | 1 % | stated 4 h; no job yet |",
        (
            "Each time is taken as a lognormal through its P20 and P80, and no need as depending "
            "on another; 10,000 draws. The same files give the same numbers. One number was made a "
            "range, 0.80 to 1.60 times itself (too few jobs tell the team's own)."
        ),
    ]


def test_skills_stand_by_level_and_month() -> None:
    assert section(told(), "Skills by month")[1:] == [
        "| Skill | Level | 2027-01 | 2027-02 |",
        "| --- | ---: | ---: | ---: |",
        "| Vector tiles | 3 (not said) | 1.07 | 1.5 |",
        "| SQL | 4 |  |  |",
        "No skill is named for: Boats.",
        "Not counted, for want of an FTE or of dates: Pigeons; Boats.",
    ]


def test_gaps_name_who_is_alone_and_who_leaves() -> None:
    assert section(told(), "Gaps") == [
        (
            "- Vector tiles, 3 (I can do it alone): Ana Ferrándiz alone; "
            "Eli Mirabent leaves on 2027-02-01"
        ),
        "- SQL, 4 (I can teach it): nobody",
    ]


def test_it_says_whom_to_ask_and_who_wants_to_learn() -> None:
    assert section(told(), "People to ask, people who want to learn") == [
        (
            "- Vector tiles, 3 (I can do it alone): ask Ana Ferrándiz, Eli Mirabent; "
            "Ben Oakhurst wants to learn it"
        ),
        "- SQL, 4 (I can teach it): Ana Ferrándiz, Ben Oakhurst want to learn it",
    ]


def test_links_lead_from_the_pages_place() -> None:
    assert "([Show a map](../../solutions/map.md); trying)" in told(path="docs/2027/watch.md")


def test_without_needs_it_says_what_to_do() -> None:
    text = told("---\ntitle: Gulls\n---\n")

    assert text.startswith("Proposal.\n\nThis proposal names no needs yet")
    assert "teamkit solutions for" in text


def test_without_any_time_there_is_no_number() -> None:
    text = told("## Needs\n\n| Need |\n| --- |\n| Boats |\n")

    assert "- Nothing could be added up, because nobody has said how long it takes: Boats." in text
    assert "P50" not in text


def test_one_need_alone_drives_all_of_the_spread() -> None:
    text = told("## Needs\n\n| Need | Solution |\n| --- | --- |\n| Tide map | map |\n")

    assert "- The one need with a known time takes 6.7 working days or less" in text
    assert "- All of the spread comes from Tide map." in text


def test_twins_each_have_their_row() -> None:
    twins = "| Need | Solution |\n| --- | --- |\n| Map | map |\n| Map | [Tiles at once](map.md) |\n"

    rows = section(told(f"## Needs\n\n{twins}"), "Time")[3:5]

    assert [row.split(" | ")[3] for row in rows] == ["99 %", "1 %"]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("a<!-|>`[]*_#\\ \t"), min_size=1, max_size=12))
def test_no_title_breaks_the_page(words: str) -> None:
    found = FOUND
    offer = NIGHTLY._replace(title=words, solution=f"a{words}")
    chosen = tuple(one._replace(offer=offer) for one in found.chosen)

    text = page(found._replace(chosen=chosen), Audience(PEOPLE, CATALOG, TODAY))

    html = MarkdownIt().enable("table").render(text)
    assert html.count("<h2>") == 6
    assert "<!--" not in html


@pytest.mark.parametrize(("written", "shown"), [("A <b>", r"A \<b>"), ("A  watch", "A watch")])
def test_the_title_is_one_line_of_words(written: str, shown: str) -> None:
    assert title(made(f'---\ntitle: "{written}"\n---\n')) == shown
