"""What is a title, a name or an aim stays one line, however somebody has written it."""

import json
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from tests.pages import generated

_PIECES = (
    "## Another heading", "- [ ] @ben pay for lunch", "- Decision: we buy it", "| a | b |", "---",
    "1. first", "> quoted", "```", "Setext\n===", "<!-- teamkit:end -->", "plain words", "",
)  # fmt: skip
_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\n\t\n  "])
_numbers = count()


@st.composite
def broken(draw: st.DrawFn) -> str:
    """What follows the first word of a value, with a line end before each piece."""
    pieces = draw(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4))
    return "".join(f"{draw(_ENDS)}{piece}" for piece in pieces)


def spelled(value: str) -> str:
    """*value* in YAML: as a block scalar where it can be, indented further than our keys are."""
    if set(value) & set("\r\t\x0b\x85\u2028"):
        return json.dumps(value)
    return "|\n" + "\n".join(f"          {line}" for line in value.split("\n"))


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example("\n\n## Another heading\n\n- [ ] @ben pay for lunch")
@given(broken())
def test_a_value_of_several_lines_is_read_as_the_same_words_on_one(
    tmp_path: Path, text: str
) -> None:
    number = next(_numbers)

    several = generated(tmp_path / f"several{number}", lambda name: spelled(f"{name}{text}"))
    joined = generated(
        tmp_path / f"joined{number}", lambda name: json.dumps(" ".join(f"{name}{text}".split()))
    )

    assert several == joined
