"""Beliefs about finding what we have for a client's words."""

import pytest

from teamkit.errors import NotFoundError, UsageError
from teamkit.knowledge.solutions.match import NeedFound, find
from teamkit.people.catalog import catalog
from teamkit.people.directory import directory
from teamkit.team import Team
from tests.conftest import Folder
from tests.knowledge.solutions.needs import FILES


def search(folder: Folder, words: str) -> list[NeedFound]:
    team = Team.open(folder.path)
    return find(team, directory(team), catalog(team), words)


@pytest.mark.parametrize(
    ("words", "stem", "told", "field"),
    [
        ("may people upload it?", "large-uploads", ("people", "upload"), "title"),
        ("storage", "large-uploads", ("storage",), "tags"),
        ("the disk", "large-uploads", ("disk",), "solutions"),
        ("buckets", "large-uploads", ("buckets",), "skills"),
        ("2 TB", "large-uploads", ("2", "TB"), "use it when"),
        ("francais", "several-languages", ("francais",), "text"),
        ("sleeps", "large-uploads", ("sleeps",), "risks"),
        ("addresses", "large-uploads", ("addresses",), "text"),
    ],
)
def test_a_need_is_found_by_all_it_says(
    small: Folder, words: str, stem: str, told: tuple[str, ...], field: str
) -> None:
    small.write(FILES)

    first = search(small, words)[0]

    assert (first.need.stem, first.words, first.field) == (stem, told, field)


@pytest.mark.parametrize("words", ["range", "jobs", "Tidewatch", "Mooring"])
def test_the_words_of_the_template_and_of_tables_find_nothing(small: Folder, words: str) -> None:
    small.write(FILES)

    with pytest.raises(NotFoundError):
        search(small, words)


@pytest.mark.parametrize(
    ("words", "solution"),
    [
        ("upload", "Resumable upload"),
        ("large files", "Resumable upload"),
        ("post us a disk", "A disk by post"),
        ("large files, more than 2 TB", "A disk by post"),
        ("crews", "Resumable upload"),
        ("what sleeps", "Resumable upload"),
    ],
)
def test_the_solution_that_most_words_fit_is_shown_else_the_first(
    small: Folder, words: str, solution: str
) -> None:
    small.write(FILES)

    (found,) = (one for one in search(small, words) if one.need.stem == "large-uploads")

    assert found.solution is not None
    assert found.solution.name == solution


def test_a_need_without_a_solution_shows_none(small: Folder) -> None:
    small.write(FILES)

    assert [one.solution for one in search(small, "languages")] == [None]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("a robot", '"a robot"'),
        ('a "robot"', "'a \"robot\"'"),
        ("-robot arms", '-- "-robot arms"'),
        ("xyz", '"xyz"'),
    ],
)
def test_what_nobody_has_can_be_recorded(small: Folder, words: str, typed: str) -> None:
    small.write(FILES)

    with pytest.raises(NotFoundError) as refused:
        search(small, words)

    assert refused.value.message == f"No need speaks of '{words}'."
    assert refused.value.hint == f"Record it as missing: teamkit solutions add {typed}"


@pytest.mark.parametrize(
    ("words", "close"),
    [
        ("uplaod", "upload"),
        ("langauges", "languages"),
        ("resumabel filse", "resumable, files"),
        ("acount", "account, accounts"),
        ("stroage", "storage"),
    ],
)
def test_a_mistyped_word_is_asked_about_before_it_is_recorded(
    small: Folder, words: str, close: str
) -> None:
    small.write(FILES)

    with pytest.raises(NotFoundError) as refused:
        search(small, words)

    add = f'teamkit solutions add "{words}"'
    assert refused.value.hint == f"Did you mean: {close}? If not, record it as missing: {add}"


def made(title: str, status: str, tag: str = "", text: str = "") -> str:
    return f"---\ntitle: {title}\nstatus: {status}\ntags: [{tag}]\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        ("maps", ["d-owned", "e-trying", "c-missing", "f-mention", "b-retired"]),
        ("maps on paper", ["b-retired", "d-owned", "e-trying", "c-missing", "f-mention"]),
        ("atlas", ["a-retired"]),
    ],
)
def test_what_is_in_use_goes_first_among_what_fits_alike(
    small: Folder, words: str, stems: list[str]
) -> None:
    needs = {
        "a-retired": made("An atlas", "retired"),
        "b-retired": made("Map", "retired", "maps", "Maps, maps on paper"),
        "c-missing": made("A map", "missing", "maps", "Any map"),
        "d-owned": made("A map of very many points in one view", "owned", "maps"),
        "e-trying": made("Points everywhere, and then some more of them", "trying", "maps"),
        "f-mention": made("Points", "owned", "", "Not a map."),
    }
    small.write({f"solutions/{stem}.md": text for stem, text in needs.items()})

    assert [one.need.stem for one in search(small, words)] == stems


def test_words_without_a_word_are_refused(small: Folder) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        search(small, "???")
