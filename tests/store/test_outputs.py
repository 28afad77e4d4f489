"""A page that a command writes: its block is ours, everything around it is somebody's."""

import pytest

from teamkit.errors import AlreadyThereError, EditRefusedError, UsageError
from teamkit.store import outputs
from teamkit.store.outputs import Output, Written
from teamkit.team import Team
from tests.conftest import Folder

PAGE = "docs/solutions.md"


def written(
    small: Folder, path: str, title: str, content: str, *, regenerate: bool = False
) -> Written:
    """What becomes of a page of solutions."""
    team = Team.open(small.path)
    output = Output("solutions", "the solutions document", "solutions doc", title, content)
    return outputs.put(team.config, path, team.read, output, regenerate=regenerate)


def test_a_new_page_has_a_title_and_the_block(small: Folder) -> None:
    made_ = written(small, PAGE, "Ours", "Words.")

    assert (made_.path, made_.is_kept) == (PAGE, False)
    assert made_.change.message == f"Write the solutions document, {PAGE}"
    (write,) = made_.change.writes
    head, _, block = write.text.partition("<!-- teamkit:begin solutions sum=")
    assert head == "---\ntitle: Ours\n---\n\n# Ours\n\n"
    assert block[4:] == " -->\n\nWords.\n\n<!-- teamkit:end -->\n"


def test_the_same_words_change_nothing_and_others_only_the_block(small: Folder) -> None:
    (first,) = written(small, PAGE, "Ours", "Words.").change.writes
    around = first.text.replace("# Ours", "# Yours").replace("\n", "\r\n") + "By hand.\r\n"
    small.write({PAGE: around})

    same = written(small, PAGE, "Ours", "Words.")
    other = written(small, PAGE, "Ours", "More.")

    assert same.change.writes == ()
    (write,) = other.change.writes
    old, new = around.split("\r\n"), write.text.split("\r\n")
    assert [(a[:21], b[:21]) for a, b in zip(old, new, strict=True) if a != b] == [
        ("<!-- teamkit:begin so", "<!-- teamkit:begin so"),
        ("Words.", "More."),
    ]


def test_a_block_edited_by_hand_stays_until_it_is_regenerated(small: Folder) -> None:
    (first,) = written(small, PAGE, "Ours", "Words.").change.writes
    small.write({PAGE: first.text.replace("Words.", "By hand.")})

    kept = written(small, PAGE, "Ours", "More.")
    forced = written(small, PAGE, "Ours", "More.", regenerate=True)

    assert (kept.change.writes, kept.is_kept) == ((), True)
    assert kept.told == (
        "The block 'solutions' was edited by hand and stays as it is; --regenerate replaces it.",
    )
    assert (forced.is_kept, forced.told) == (False, ())
    assert "More." in forced.change.writes[0].text


def test_an_empty_block_that_somebody_made_room_for_is_filled(small: Folder) -> None:
    small.write(
        {PAGE: "Hello.\n\n<!-- teamkit:begin solutions -->\n<!-- teamkit:end -->\n\nBye.\n"}
    )

    (write,) = written(small, PAGE, "Ours", "Words.").change.writes

    assert write.text.startswith("Hello.\n\n<!-- teamkit:begin solutions sum=")
    assert write.text.endswith(" -->\n\nWords.\n\n<!-- teamkit:end -->\n\nBye.\n")


def test_a_page_without_a_place_for_it_is_left_alone(small: Folder) -> None:
    small.write({"README.md": "# Ours\n"})

    with pytest.raises(AlreadyThereError) as refused:
        written(small, "README.md", "Ours", "Words.")

    assert refused.value.where == "README.md"
    assert "<!-- teamkit:begin solutions -->" in str(refused.value.hint)


def test_half_a_block_is_refused(small: Folder) -> None:
    small.write({PAGE: "<!-- teamkit:begin solutions -->\n"})

    with pytest.raises(EditRefusedError):
        written(small, PAGE, "Ours", "Words.")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("docs/solutions.txt", "cannot hold a Markdown page"),
        (".", "cannot hold a Markdown page"),
        (".git/solutions.md", "cannot hold a Markdown page"),
        (".GIT/solutions.md", "cannot hold a Markdown page"),
        ("docs/git~1/solutions.md", "cannot hold a Markdown page"),
        ("templates/solution.md", "would be read as a template"),
        ("solutions/all.md", "would be read as one of the solutions"),
        ("skills/surveys/all.md", "would be read as one of the surveys"),
    ],
)
def test_no_page_is_written_where_it_would_be_something_else(
    small: Folder, path: str, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        written(small, path, "Ours", "Words.")


def test_the_folder_of_needs_may_have_it_as_its_first_page(small: Folder) -> None:
    assert written(small, "solutions/index.md", "Ours", "Words.").change.writes
