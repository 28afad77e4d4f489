"""The team's own template first; a closed set of names."""

from pathlib import Path
from string import Template

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamkit.errors import BadDocumentError
from teamkit.markdown.liquid import inert
from teamkit.store import templates

VALUES = {"title": "Uploads", "body": "More"}


def own(root: Path, text: bytes, name: str = "topic.md") -> Path:
    (root / "templates").mkdir()
    (root / "templates" / name).write_bytes(text)
    return root


def test_without_an_own_template_the_built_in_one_is_filled(tmp_path: Path) -> None:
    text = templates.fill(tmp_path, "topic.md", VALUES)

    assert text.startswith("# Uploads\n")


def test_the_teams_own_template_wins(tmp_path: Path) -> None:
    root = own(tmp_path, b"Ours: ${title}.\r\n$$5, $body\r\n")

    assert templates.fill(root, "topic.md", VALUES) == "Ours: Uploads.\r\n$5, More\r\n"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (b"one\n\n$titel\n", 3, "$titel is not known here; known: $body, $title"),
        (b"${nope}", 1, "$nope is not known here; known: $body, $title"),
        (b"one\ncosts 5 $\n", 2, "a lone $ (write $$)"),
        (b"${title", 1, "a lone $ (write $$)"),
        (b"$$$", 1, "a lone $ (write $$)"),
    ],
)
def test_an_unknown_name_is_refused_with_its_line_and_the_known_ones(
    tmp_path: Path, text: bytes, line: int, why: str
) -> None:
    with pytest.raises(BadDocumentError) as refused:
        templates.fill(own(tmp_path, text), "topic.md", VALUES)

    assert (refused.value.path, refused.value.line, refused.value.why) == (
        "templates/topic.md", line, why,
    )  # fmt: skip


def test_a_template_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDocumentError, match="it is not UTF-8"):
        templates.fill(own(tmp_path, b"\xff"), "topic.md", VALUES)


def test_a_template_behind_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/topic.md").symlink_to("../secret")

    with pytest.raises(BadDocumentError, match="it is a link"):
        templates.fill(tmp_path, "topic.md", VALUES)


@given(st.text(), st.text())
def test_values_are_never_filled_again(title: str, body: str) -> None:
    values = {"title": f"$body{title}", "body": body}

    text = templates.fill(Path("/nowhere"), "topic.md", values)

    assert f"# {inert(f'$body{title}')}\n" in text


def test_the_built_in_templates_lie_beside_the_package_or_in_it() -> None:
    assert {"topic.md", "agenda.md"} <= {
        file.name for file in templates.data("templates").iterdir()
    }


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("agenda.md", {"heading", "plan", "actions", "objections", "returning"}),
        ("notes.md", {"heading", "sections"}),
        ("topic.md", {"title", "body"}),
        ("solution.md", {"title", "solutions", "body"}),
        ("person.md", {"name", "body"}),
        ("skills.md", {"name", "table"}),
        ("catalog.yml", set()),
    ],
)
def test_a_built_in_template_asks_for_these_names(name: str, known: set[str]) -> None:
    text = (templates.data("templates") / name).read_text(encoding="utf-8")

    assert set(Template(text).get_identifiers()) == known
