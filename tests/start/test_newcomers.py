import pytest

from teamkit.errors import UsageError
from teamkit.repo import Identity
from teamkit.start.newcomers import Newcomer, of_history, typed


def test_a_handle_alone_is_its_own_name() -> None:
    assert typed(["ana=Ana  Costa", "@ben", "ana"]) == [
        Newcomer("ana", "Ana"),
        Newcomer("ben", "Ben"),
    ]


@pytest.mark.parametrize("word", ["Ana", "", "=Ana", "a b", "../x"])
def test_what_cannot_be_a_handle_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="cannot be a handle"):
        typed([word])


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("Ana", "Did you mean: ana?"),
        ("Ana Costa", "Did you mean: ana=Ana Costa?"),
        ("Ana=Ana Costa", "Did you mean: ana=Ana Costa?"),
        ("!", "For instance ana=Ana Costa"),
        ("con=Con Byrne", "Did you mean: con-byrne=Con Byrne?"),
        ("me=Mei Endo", "Did you mean: mei=Mei Endo?"),
    ],
)
def test_a_refused_handle_comes_with_the_one_that_may_be_meant(word: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        typed([word])

    assert refused.value.hint == hint


def test_first_names_become_handles_and_last_names_tell_them_apart() -> None:
    authors = [
        Identity("Ana Ferrándiz", "a@x"),
        Identity("Ana Costa", "b@x"),
        Identity("Ana Cruz", "c@x"),
        Identity("Ana", "d@x"),
        Identity("", "eli@x"),
        Identity("!!", "!@x"),
    ]

    assert [(one.handle, one.name) for one in of_history(authors)] == [
        ("ana", "Ana Ferrándiz"),
        ("ana-c", "Ana Costa"),
        ("ana-cruz", "Ana Cruz"),
        ("ana-a", "Ana"),
        ("eli", "eli"),
    ]


def test_one_name_with_two_addresses_is_one_person() -> None:
    authors = [Identity("Ben", "ben@x"), Identity("Ben", "ben@y")]

    assert of_history(authors) == [Newcomer("ben", "Ben")]
    assert of_history(authors, with_emails=True) == [Newcomer("ben", "Ben", ("ben@x", "ben@y"))]


def test_nobody_gets_a_handle_that_is_taken() -> None:
    taken = ["ben", "ben-b"]

    assert of_history([Identity("Ben", "ben@x")], taken=taken) == []
