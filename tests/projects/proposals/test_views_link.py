"""Beliefs about what people read of the needs that were linked, and of those that were not."""

from teamkit.projects.proposals.match import Match
from teamkit.projects.proposals.views_link import matched
from tests.projects.proposals.test_match import UPLOADS


def said(found: Match, *, is_recorded: bool = False, takes_skill: bool = True) -> list[str]:
    return matched(found, "wreck", is_recorded=is_recorded, takes_skill=takes_skill)


def test_what_is_sure_says_the_need_and_which_skill_was_taken() -> None:
    sure = Match("big files", UPLOADS, is_sure=True, is_near=True)

    need = f"'big files' is: {UPLOADS.title} (large-uploads), by: {UPLOADS.solution}"
    assert said(sure) == [f"{need}; skill: api-design (also: offline)."]
    assert said(sure, takes_skill=False) == [f"{need}."]
    assert said(sure._replace(offer=UPLOADS._replace(skills=("react",)))) == [
        f"{need}; skill: react."
    ]
    assert said(sure._replace(offer=UPLOADS._replace(skills=()))) == [f"{need}."]


def test_what_is_near_says_how_to_link_it() -> None:
    assert said(Match("crew's files", UPLOADS, is_near=True)) == [
        f"'crew's files' may be: {UPLOADS.title} (large-uploads); nothing is linked.",
        "To link it: teamkit proposals need wreck 'crew'\"'\"'s files' --solution large-uploads",
    ]


def test_what_fits_nothing_says_what_came_of_it() -> None:
    assert said(Match("gulls")) == ["No need speaks of 'gulls'; nothing is linked."]
    assert said(Match("gulls", UPLOADS), is_recorded=True) == [
        "No need fits 'gulls' (nearest: large-uploads); it is recorded as missing."
    ]
