import pytest

from teamkit.knowledge.survey import answer
from teamkit.knowledge.survey.answer import SurveyAnswer
from teamkit.knowledge.survey.ask import SurveyQuestion
from tests.knowledge.survey.made import NOW, VOCABULARY, row

LAST = SurveyQuestion("postgis", "PostGIS", row("postgis", 3, NOW, "more"), ("a", "b"))
FIRST = SurveyQuestion("css", "CSS", None)


@pytest.mark.parametrize(
    ("typed", "level", "want"),
    [
        ("0", 0, None),
        ("4", 4, None),
        ("3m", 3, "more"),
        ("m3", 3, "more"),
        ("L 0", 0, "less"),
        ("3 L", 3, "less"),
        (" 2 keep ", 2, "keep"),
        ("", 3, None),
        ("k", 3, "keep"),
    ],
)
def test_a_key_is_an_answer(typed: str, level: int, want: str | None) -> None:
    heard = answer.hear(typed, LAST, VOCABULARY)

    assert heard.answer == SurveyAnswer("postgis", level, want)
    assert (heard.asks_again, heard.stops) == (False, False)


def test_an_answer_is_said_back_in_words() -> None:
    heard = answer.hear("2m", FIRST, VOCABULARY)

    assert heard.said == ("CSS: 2 I can do it with help, wants more.",)


@pytest.mark.parametrize("typed", ["-", "s", "S"])
def test_a_skip_goes_on_without_an_answer(typed: str) -> None:
    heard = answer.hear(typed, LAST, VOCABULARY)

    assert heard == answer.SurveyReply(said=("PostGIS: skipped.",))


def test_enter_without_a_last_answer_skips() -> None:
    assert answer.hear("", FIRST, VOCABULARY).said == ("CSS: skipped.",)


def test_q_stops() -> None:
    assert answer.hear("q", LAST, VOCABULARY) == answer.SurveyReply(stops=True)


@pytest.mark.parametrize("typed", ["5", "33", "-1", "x", "3x", "\u0663", "m3m", "3\u20283", "=1"])
def test_anything_else_is_said_and_asked_again(typed: str) -> None:
    heard = answer.hear(typed, LAST, VOCABULARY)

    assert (heard.answer, heard.asks_again) == (None, True)
    assert heard.said[0].startswith(f"'{typed}' is not an answer. Type 0 to 4,")


def test_a_long_line_is_not_said_back_whole() -> None:
    assert answer.hear("z" * 500, LAST, VOCABULARY).said[0].startswith(f"'{'z' * 12}…' is no")


def test_a_wish_needs_a_level_too() -> None:
    heard = answer.hear("m", FIRST, VOCABULARY)

    assert (heard.said, heard.asks_again) == (("A level, too, as in 1m: 0 to 4.",), True)


def test_help_says_the_levels_and_asks_again() -> None:
    heard = answer.hear("?", FIRST, VOCABULARY)

    assert heard.asks_again
    assert heard.said[0].startswith("Levels: 0 not yet, 1 I have seen it,")


def test_each_question_is_complete_in_itself() -> None:
    assert answer.asked(LAST, 3, 12, VOCABULARY) == (
        "3 of 12. PostGIS (last 3 more, 2026-12-01, because a and b). "
        "0 not yet ... 4 I can teach it > "
    )
    assert answer.asked(FIRST, 1, 1, VOCABULARY) == (
        "1 of 1. CSS (no answer yet). 0 not yet ... 4 I can teach it > "
    )
    undated = SurveyQuestion("css", "CSS", row("css", 2))
    assert answer.asked(undated, 1, 1, VOCABULARY).startswith("1 of 1. CSS (last 2). ")
