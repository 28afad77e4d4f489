"""Beliefs about what the solutions offer to who plans."""

from teamkit import gather
from teamkit.facts import Offer, Risk
from teamkit.knowledge.solutions.facts import matching, offers, spread
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES

UPLOAD = Offer(
    need="large-uploads",
    title="Let people upload very large files",
    status="owned",
    owner="ana",
    solution="Resumable upload",
    when="files over 1 GB",
    low=3.0,
    high=6.0,
    basis="stated 3-6 d; 1 job so far",
    jobs=1,
    is_measured=False,
    risks=(
        Risk("parts cost money", 1, 1, ("ask @carla first",)),
        Risk("the browser sleeps", 0, 1),
    ),
    who=("ben",),
    skills=("s3", "web-workers"),
    tags=("files", "storage"),
    path="solutions/large-uploads.md",
    line=23,
    stated="3-6 d",
    ratio=1.4,
)
LANGUAGES = Offer(
    need="several-languages",
    title="Publish pages in three languages",
    status="missing",
    owner="",
    solution="",
    when="",
    low=None,
    high=None,
    basis="",
    jobs=0,
    is_measured=False,
    risks=(),
    who=(),
    skills=(),
    tags=("content", "files"),
    path="solutions/several-languages.md",
    line=2,
)


def opened(folder: Folder) -> Team:
    folder.write(FILES)
    return Team.open(folder.path)


def test_every_way_is_offered_and_a_need_without_any(small: Folder) -> None:
    team = opened(small)

    found = offers(team, directory(team), catalog(team))

    assert [(one.need, one.solution) for one in found] == [
        ("large-uploads", "Resumable upload"),
        ("large-uploads", "A disk by post"),
        ("several-languages", ""),
        ("sign-in", "The client's own service"),
    ]
    assert (found[0], found[2]) == (UPLOAD, LANGUAGES)
    assert (found[1].low, found[1].high, found[1].basis, found[1].jobs) == (None, None, "", 0)
    assert found[1].who == ("carla", "Zoe")  # ana owns the need


def test_what_fits_comes_best_first_its_solutions_in_the_order_of_the_table(small: Folder) -> None:
    team = opened(small)
    people, vocabulary = directory(team), catalog(team)

    found = matching(team, people, vocabulary, "files on a disk by post")

    assert [(one.need, one.solution) for one in found] == [
        ("large-uploads", "Resumable upload"),
        ("large-uploads", "A disk by post"),
        ("several-languages", ""),
    ]


def test_words_that_fit_nothing_give_nothing(small: Folder) -> None:
    team = opened(small)
    people, vocabulary = directory(team), catalog(team)

    assert matching(team, people, vocabulary, "robots") == []
    assert matching(team, people, vocabulary, "?!") == []


def test_a_few_jobs_are_no_spread(small: Folder) -> None:
    team = opened(small)

    assert spread(team, directory(team)) is None


def test_gathering_gives_the_same(small: Folder) -> None:
    team = opened(small)
    people, vocabulary = directory(team), catalog(team)

    assert gather.offers(team, people) == offers(team, people, vocabulary)
    assert gather.offers_for(team, people, "disk") == matching(team, people, vocabulary, "disk")
    assert gather.spread(team, people) is None
