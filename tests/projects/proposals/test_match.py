"""Beliefs about which of the team's needs a client's words mean, and how sure that is."""

import pytest

from teamkit.errors import UsageError
from teamkit.facts import Offer
from teamkit.projects.proposals.match import Match, match

UPLOADS = Offer(
    need="large-uploads",
    title="Let people upload very large files",
    status="owned",
    owner="eli",
    solution="Resumable upload",
    when="over 1 GB, or a bad line",
    low=3.0,
    high=6.0,
    basis="4 jobs",
    jobs=4,
    is_measured=True,
    risks=(),
    who=(),
    skills=("api-design", "offline"),
    tags=("files", "storage"),
    path="solutions/large-uploads.md",
    line=20,
)
POST = UPLOADS._replace(solution="A disk by post", when="more than 2 TB", line=21)
MAP = UPLOADS._replace(
    need="map", title="Show a map", solution="Tiles", when="", skills=(), tags=("maps", "files"),
    path="solutions/map.md",
)  # fmt: skip
OFFERS = (UPLOADS, POST, MAP)


@pytest.mark.parametrize(
    "words",
    [
        "very large files",
        "Let people  upload very large files",
        "large-uploads",
        "offline storage",
        "resumable uploads over 2 TB",
        "we want to LET PEOPLE UPLOAD VERY LARGE FILES from a boat",
    ],
)
def test_words_that_all_stand_in_one_need_mean_it(words: str) -> None:
    plain = " ".join(words.split())

    assert match(words, OFFERS) == Match(plain, UPLOADS, is_sure=True, is_near=True)


@pytest.mark.parametrize("words", ["large crates", "storage of sonar", "files"])
def test_half_of_the_words_or_several_needs_are_near_and_not_sure(words: str) -> None:
    assert match(words, OFFERS) == Match(words, UPLOADS, is_near=True)


def test_less_than_half_only_names_the_nearest() -> None:
    assert match("count the gulls in large pictures", OFFERS) == Match(
        "count the gulls in large pictures", UPLOADS
    )


def test_without_any_offer_there_is_nothing() -> None:
    assert match("count gulls", ()) == Match("count gulls")


def test_the_first_solution_of_the_nearest_need_is_taken() -> None:
    assert match("very large files", (POST, UPLOADS, MAP)).offer == POST


def test_a_title_in_other_letters_is_the_need_itself_whatever_else_holds_its_words() -> None:
    twin = MAP._replace(need="map-2", title="Show a map to divers")

    assert match("Show  a MAP!", (twin, MAP)).offer == MAP


def test_what_is_retired_is_never_sure() -> None:
    retired = UPLOADS._replace(status="retired")

    assert match("very large files", (retired,)) == Match("very large files", retired, is_near=True)


def test_a_title_without_letters_is_no_need_that_words_mean() -> None:
    assert not match("files", (MAP._replace(title="!"), UPLOADS)).is_sure


def test_words_without_letters_are_refused() -> None:
    with pytest.raises(UsageError):
        match("?!", OFFERS)
