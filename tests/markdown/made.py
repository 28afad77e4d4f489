"""Files for the property tests: made up line by line, and the real ones beside the checkout."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

_SHARED = Path(__file__).resolve().parents[2] / "../shared"

#: Enough for every run; a longer search is one environment variable of Hypothesis away.
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

KEYS = ["title", "status", '"no"', "'a b'", "ключ", "decision-makers", "x.y", "owner"]
SCALARS = ["Uploads", "5", "12:30", "a # b", "'it''s'", '"q\\n"', "2026-12-04", "é 😀", "~", "null"]
ITEMS = ["ana", '"ben"', "'carla'", "5", "go: od", "dani  # why"]


@st.composite
def entries(draw: st.DrawFn, key: str) -> list[str]:
    """The lines of one key."""
    gap = draw(st.sampled_from([" ", "   ", "          "]))
    comment = draw(st.sampled_from(["", "  # note", " # note: [x"]))
    word = draw(st.sampled_from(SCALARS))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    items = draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4))
    notes = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    listed = [
        line
        for item, note in zip(items, notes, strict=False)
        for line in ([f"{indent}# note above"] if note else []) + [f"{indent}- {item}"]
    ]
    flow = [item.partition("  #")[0].replace("go: od", "good") for item in items]
    forms = [
        [f"{key}:{gap}{word}{comment}"],
        [f"{key}:{comment}"],
        [f"{key}:{comment}", *listed],
        [f"{key}:{gap}[{', '.join(flow)}]{comment}"],
        [f"{key}: [ {flow[0]},", *(f"  {item}," for item in flow[1:]), f"  ]{comment}"],
        [f"{key}:{gap}[]{comment}"],
        [f"{key}: |{comment}", "  # text", "", "  more"],
        [f"{key}: >-", "    folded", "    on", ""],
        [f"{key}: |+", "  kept", "", ""],
        [f"{key}: one", "  two three"],
        [f'{key}: "one', "", '  two"'],
        [f"{key}:", f"  {word}"],
        [f"{key}:{comment}", "  inner: x", "  # note inside", "  list: [1, {a: b}]"],
        [f"{key}:{comment}", "- inner: x", "  more: |", "    text", "- - nested", "  - list"],
        [f"{key}: {{a: b, c: [d]}}{comment}"],
    ]
    return draw(st.sampled_from(forms))


BODY = [
    "",
    "",
    "words | more",
    "# One",
    "## Two ##",
    "- [ ] @ana Measure  (due:: 2026-12-11)",
    "* [x] done",
    "  1. [X] nested",
    "> - [ ] @ben quoted",
    "- Action @ana: write",
    "```",
    "~~~~",
    "    - [ ] deep",
    "| A | B |",
    "|---|--:|",
    "| a |  b |",
    "|c|d|",
    "e | f",
    "<!--",
    "-->",
    "<!-- all -->",
    "x <!-- y",
    "---",
    "- ```",
    "text\u2028line",
    "\tTab",
    "- [-] gone",
    "| a\\|b | 😀 |",
    "- item",
    "-|-",
    "a|b",
]


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body with mixed line ends, with or without a last one."""
    found = draw(st.lists(st.tuples(st.sampled_from(BODY), _ENDS), max_size=25))
    text = "".join(line + end for line, end in found)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


@st.composite
def files(draw: st.DrawFn) -> str:
    """A whole file: front matter that a careful but free hand has written, and a body."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=5))
    between = st.sampled_from([[], [], ["# note"], [""], ["  # inner"]])
    found = draw(between)
    for key in keys:
        found = [*found, *draw(entries(key)), *draw(between)]
    usual = draw(_ENDS)
    ends = [draw(_ENDS) if draw(_RARELY) else usual for _ in range(len(found) + 2)]
    front = "".join(map("".join, zip(["---", *found, "---"], ends, strict=True)))
    return draw(st.sampled_from(["", "\ufeff"])) + front + draw(bodies())


_ENDS = st.sampled_from(["\n", "\r\n"])
_RARELY = st.sampled_from([False] * 9 + [True])


def real_files() -> list[tuple[str, bytes]]:
    """Every Markdown file of the real sites beside the checkout: name and bytes."""
    folders = [_SHARED / "handbook", _SHARED / "corpora"]
    found = sorted(path for folder in folders for path in folder.rglob("*.md"))
    if not found:
        pytest.skip("the real sites are not beside this checkout")
    return [(path.name, path.read_bytes()) for path in found]
