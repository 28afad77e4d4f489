"""Links: any words and any file's name, as CommonMark's own reader reads them back."""

from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from teamkit.markdown import links, tables
from teamkit.markdown.links import link, target, unescaped
from teamkit.markdown.scalars import one_line
from tests.markdown.made import quick

_MARKS = "ab é日_*~`[]()<>{}\\!\"'#?%&|:;.,-+=/@^$ "
_PIECES = (
    "`", "``", "\\", "[", "](x)", "![a](b)", "<b>", "<https://a.example>", "&lt;", "a", " ", "*b*",
    "_c_", "__d__", "~~e~~", "snake_case", "<!--", "-->", "|", "{{ x }}", "\\files\\",
)  # fmt: skip
WORDS: st.SearchStrategy[str] = st.one_of(
    st.text(_MARKS, min_size=1, max_size=14),
    st.text(min_size=1, max_size=8),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join),
).filter(lambda words: bool(words) and one_line(words) == words)
_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
PATHS = st.one_of(
    st.text(_MARKS, min_size=1, max_size=14), st.text(_ANY, min_size=1, max_size=8)
).map(lambda name: f"../topics/{name}.md")
COMMONMARK = MarkdownIt("commonmark")


def read(text: str) -> tuple[str, str]:
    """The target and the words shown of the one link that *text* is."""
    (paragraph,) = [token for token in COMMONMARK.parse(text) if token.type == "inline"]
    first, *inside, last = paragraph.children or []
    assert (first.type, last.type) == ("link_open", "link_close")
    return str(first.attrs["href"]), "".join(map(shown, inside))


def shown(token: Token) -> str:
    assert token.type in {"text", "code_inline", "text_special"}
    return token.content


def plainly(words: str) -> str:
    """What is seen of *words* that are Markdown in their code spans alone."""
    paragraphs = MarkdownIt("zero").enable("backticks").parse(words)
    return "".join(piece.content for it in paragraphs for piece in it.children or [])


@quick
@given(WORDS, PATHS)
@example("Move the share \\\\files\\team\\", "../topics/My topic (draft).md")
@example("`a[0]` is slow", "a:b.md")
@example("a\\`b`", "x.md")
def test_a_link_is_read_as_its_words_and_its_file(words: str, path: str) -> None:
    href, said = read(link(words, path))

    assert unquote(href) == path
    assert said == plainly(words)


@quick
@given(WORDS, PATHS)
def test_a_link_survives_in_a_cell(words: str, path: str) -> None:
    made = link(words, path)

    rendered = tables.render(("A", "B"), [(made, "b")])

    (table,) = tables.tables(rendered)
    assert table.rows[0].cells == (made, "b")
    gfm = MarkdownIt("commonmark").enable("table").parse(rendered)
    cells = [token for token in gfm if token.type == "inline"]
    assert len(cells) == 4
    assert [token.attrs["href"] for token in cells[2].children or [] if token.type == "link_open"]


@quick
@given(PATHS)
def test_a_target_leads_back_to_its_path(path: str) -> None:
    assert links.path(target(path)) == path
    assert links.path(path.replace("%", "%25")) == path  # as people type it


def test_what_people_read_in_a_target_stays_readable() -> None:
    assert target("../topics/réunion-Zürich_2.md") == "../topics/réunion-Zürich_2.md"


def test_a_name_that_is_not_utf8_keeps_its_bytes() -> None:
    assert target("caf\udce9.md") == "caf%E9.md"
    assert links.path("caf%E9.md") == "caf\udce9.md"


@pytest.mark.parametrize("words", ["a [b] c", "a*b*", "C:\\[x]", "<b>", "snake_case", "Ana & Ben"])
def test_words_are_read_back(words: str) -> None:
    assert unescaped(link(words, "x.md")[1 : -len("](x.md)")]) == words
