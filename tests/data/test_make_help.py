"""The pages of help are what the commands say: python -m tests.data.make_help writes them."""

from tests.data.make_help import FOLDER, pages


def test_the_pages_are_written_from_the_commands() -> None:
    found = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}

    assert found == pages(), "write them anew: python -m tests.data.make_help"


def test_no_list_of_commands_is_cut_short() -> None:
    cut = [
        line
        for page in pages().values()
        for line in page.split("\n")
        if line.startswith("  ") and line.endswith("...") and "  " in line.strip()
    ]

    assert cut == []
