"""docs/json.md is what the fields say: python -m tests.data.make_json_doc writes it."""

from tests.data.make_json_doc import PAGE, page


def test_the_page_is_written_from_the_fields() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert text == page(text), "write it anew: python -m tests.data.make_json_doc"
