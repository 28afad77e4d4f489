"""Beliefs about which solution, or which risk, somebody means."""

import pytest

from teamkit.errors import AmbiguousError, NotFoundError, TeamkitError, UnknownError, UsageError
from teamkit.knowledge.solutions.choose import begun, risk_named, solution_named
from teamkit.knowledge.solutions.model import Need
from tests.knowledge.solutions.needs import need

NAMES = ("Resumable upload", "Upload through our server", "A disk by post")


def with_options(*names: str) -> Need:
    return need("| Solution |\n| --- |\n" + "".join(f"| {name} |\n" for name in names))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Resumable upload", 0),
        ("resum", 0),
        ("UPLOAD", 1),
        (" a  DISK ", 2),
        ("post", 2),
        ("our server", 1),
        ("isk by", 2),
    ],
)
def test_a_name_a_start_its_words_or_a_part_are_enough(words: str, meant: int) -> None:
    of = with_options(*NAMES)

    assert solution_named(of, words) == of.solutions[meant]


def test_the_only_one_need_not_be_named() -> None:
    of = with_options("By hand")

    assert solution_named(of, " ") == of.solutions[0]


@pytest.mark.parametrize(
    ("names", "words", "kind", "message", "hint"),
    [
        (
            NAMES,
            "",
            UsageError,
            f"There are several solutions: {', '.join(NAMES)}.",
            'Pick one: --solution "A disk by post"',
        ),
        (
            NAMES,
            "load",
            AmbiguousError,
            "'load' fits several solutions: Resumable upload, Upload through our server.",
            "Type more of the name.",
        ),
        (
            NAMES,
            "A dsik by post",
            UnknownError,
            "There is no solution 'A dsik by post'.",
            "Did you mean: A disk by post?",
        ),
        (
            NAMES,
            "balloon",
            UnknownError,
            "There is no solution 'balloon'.",
            f"It has: {', '.join(NAMES)}",
        ),
        (
            (),
            "",
            UsageError,
            "'a-need' has no solution yet.",
            'Add it: teamkit solutions edit a-need --solution "How we do it"',
        ),
    ],
)
def test_what_fits_none_or_several_is_refused(
    names: tuple[str, ...], words: str, kind: type[TeamkitError], message: str, hint: str
) -> None:
    with pytest.raises(kind) as refused:
        solution_named(with_options(*names), words)

    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_a_known_risk_is_meant_by_its_start_or_its_words() -> None:
    known = ["parts cost money", "the browser sleeps"]

    assert [risk_named(known, words, "x") for words in ("parts", "sleep")] == known


def test_an_unknown_risk_is_refused_with_the_list() -> None:
    with pytest.raises(NotFoundError) as refused:
        risk_named(["rain", "snow"], "hail", "By hand")
    with pytest.raises(NotFoundError) as bare:
        risk_named([], "hail", "By hand")

    assert refused.value.message == (
        "There is no known risk 'hail' of 'By hand'; known are: rain; snow."
    )
    assert refused.value.hint == 'For a new one: --new-risk "hail"'
    assert bare.value.message == "There is no known risk 'hail' of 'By hand'; none are known."


def test_a_start_of_several_risks_is_refused() -> None:
    with pytest.raises(AmbiguousError):
        risk_named(["rain at night", "rain at noon"], "rain", "By hand")


@pytest.mark.parametrize("words", ["", " "])
def test_no_words_mean_no_risk(words: str) -> None:
    with pytest.raises(NotFoundError):
        risk_named(["rain"], words, "By hand")


def test_the_very_name_goes_before_what_it_begins() -> None:
    assert begun(["Upload", "upload twice", "Upload"], "upload") == ["Upload"]
    assert begun(["Upload", "upload twice"], "up") == ["Upload", "upload twice"]
    assert begun(["Upload"], "") == []
