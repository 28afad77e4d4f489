"""python-frontmatter with our handler, for a team's own scripts."""

import frontmatter
import pytest

from teamkit.errors import BadDocumentError, UsageError
from teamkit.markdown.handler import TeamkitHandler, post

HANDLER = TeamkitHandler()


def test_a_post_has_the_values_as_text_and_the_body_as_it_is() -> None:
    found = post("x.md", b"---\ncontent: no\nhandler: [a, 1.10]\n---\n\n    code\n\n")

    assert found.metadata == {"content": "no", "handler": ("a", "1.10")}
    assert (found.path, found.content) == ("x.md", "\n    code\n\n")


def test_front_matter_is_detected_exactly() -> None:
    texts = ["---\na: b\n---\n", "\ufeff---\r\n---", "----\na: b\n----\n", "a\n---\nb\n---\n"]

    assert [HANDLER.detect(text) for text in texts] == [True, True, False, False]


def test_the_library_reads_through_it() -> None:
    found = frontmatter.loads("---\ntitle: no\nn: 010\n---\nHi", handler=HANDLER)

    assert (found.metadata, found.content) == ({"title": "no", "n": "010"}, "Hi")


def test_text_between_rules_is_not_lost() -> None:
    text = "words\n---\nmore\n---\nend"

    assert frontmatter.loads(text, handler=HANDLER).content == text
    assert HANDLER.split("---\na: b\n---\n\nc\n") == ("a: b\n", "\nc\n")


def test_a_new_file_is_spelled_our_way() -> None:
    new = frontmatter.Post("Hi", HANDLER, title="no", who=["ana", "1.10"], left=None, n=5)

    assert frontmatter.dumps(new) == (
        '---\ntitle: "no"\nwho:\n  - ana\n  - "1.10"\n"n": 5\n---\n\nHi'
    )


def test_bad_front_matter_is_refused() -> None:
    with pytest.raises(BadDocumentError):
        frontmatter.loads("---\na: &x b\n---\n", handler=HANDLER)
    with pytest.raises(BadDocumentError):
        post("x.md", b"---\na: &x b\n---\n")


@pytest.mark.parametrize("nested", [{"a": "b"}, [{"a": "b"}], [["a"]]])
def test_what_a_new_file_cannot_hold_is_refused(nested: object) -> None:
    with pytest.raises(UsageError, match="under 'x': nested"):
        frontmatter.dumps(frontmatter.Post("Hi", HANDLER, x=nested))
